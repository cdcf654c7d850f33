from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from nhipcau.cli import meet
from nhipcau.engine.meet.check import check
from nhipcau.intake.event_file import read_event_file
from tests.cli.conftest import Run

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "event.json"
IMPOSSIBLE = b"""nBusiness = 2; nMeetings = 2; nTables = 1; nTotalSlots = 4; nMorningSlots = 2;
requested = [|1,2,2, |1,2,1,|]; precedences = [{},{1}];"""


def written(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def kept_rules(record: dict[str, Any]) -> bool:
    event = read_event_file(json.dumps({**record["event"], "keep": record["timetable"]}).encode())
    return check(event.problem, event.problem.keep) == ()


def test_an_event_gets_a_timetable_and_says_why_others_do_not_meet(run: Run, tmp_path: Path) -> None:
    to = tmp_path / "timetable.json"
    ran = run("meet", SAMPLE, "--to", to, "--seconds", 2)
    assert ran.code == 0
    record = written(to)
    assert record["status"] in {"optimal", "feasible"}
    assert len(record["meetings"]) == 28
    assert kept_rules(record)
    granted = {one["meeting"] for one in record["timetable"]}
    assert {number for number, slot in enumerate(record["meetings"], 1) if slot} == granted
    assert {one["meeting"] for one in record["not_granted"]} == set(range(1, 29)) - granted
    assert "Interpreters between Korean and Vietnamese were the limit." in ran.out
    assert [aim["level"] for aim in record["aims"]][:3] == ["musts", "minimums", "wants"]


def test_a_spreadsheet_holds_who_meets_whom_and_who_does_not(run: Run, tmp_path: Path) -> None:
    to = tmp_path / "timetable.xlsx"
    assert run("--language", "vi", "meet", SAMPLE, "--to", to, "--seconds", 1).code == 0
    book = load_workbook(to, read_only=True)
    assert book.sheetnames == ["Lịch gặp", "Chưa xếp được"]
    meets, alone = ([*sheet.iter_rows(values_only=True)] for sheet in book.worksheets)
    assert meets[0] == ("Giờ bắt đầu", "Giờ kết thúc", "Bàn hoặc phòng", "Doanh nghiệp", "Gặp", "Phiên dịch")
    assert len(meets) + len(alone) - 2 == 28
    assert [row[0] for row in meets[1:]] == sorted(str(row[0]) for row in meets[1:])


def test_a_repair_leaves_what_is_not_touched_where_it_is(run: Run, tmp_path: Path) -> None:
    before, after = tmp_path / "before.json", tmp_path / "after.json"
    run("meet", SAMPLE, "--to", before, "--seconds", 1)
    away = "박서연@2026-12-10T10:00+07:00/"
    ran = run("meet", "repair", before, "--absent", away, "--absent", "가람도금", "--to", after)
    assert ran.code == 0
    record = written(after)
    assert kept_rules(record)
    lay = {one["meeting"]: (one["slot"], one["room"]) for one in written(before)["timetable"]}
    lies = {one["meeting"]: (one["slot"], one["room"]) for one in record["timetable"]}
    assert not any("가람도금" in one["firms"] for one in record["timetable"])
    elsewhere = {number for number in lay.keys() & lies.keys() if lies[number] != lay[number]}
    touched = {one["meeting"] for one in written(before)["timetable"] if "박서연" in one["interpreters"]}
    assert record["moved"] == len(elsewhere)
    assert len(elsewhere - touched) <= 1
    assert record["gone"] == len(lay.keys() - lies.keys())


def test_a_published_instance_gets_slots_in_its_own_order(run: Run, tmp_path: Path) -> None:
    instance, to = tmp_path / "small.dzn", tmp_path / "timetable.json"
    instance.write_bytes(IMPOSSIBLE.replace(b"precedences = [{},{1}]", b"precedences = [{2},{}]"))
    assert run("meet", instance, "--to", to, "--fairness", 2).code == 0
    record = written(to)
    assert (record["status"], record["objective"], record["bound"], record["conflict"]) == ("optimal", 0, 0, [])
    assert record["meetings"] == [3, 2]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Meeting 1 shall lie in the afternoon."), ("vi", "Cuộc gặp 1 phải diễn ra buổi chiều.")],
)
def test_what_cannot_be_is_explained_in_words(run: Run, tmp_path: Path, language: str, said: str) -> None:
    instance, to = tmp_path / "impossible.dzn", tmp_path / "timetable.json"
    instance.write_bytes(IMPOSSIBLE)
    ran = run("--language", language, "meet", instance, "--to", to)
    assert ran.code == 0
    assert said in ran.out
    record = written(to)
    assert (record["status"], record["objective"], record["meetings"]) == ("infeasible", None, [])
    assert [one["requirement"] for one in record["conflict"]] == ["session", "session", "precedence"]


def test_locks_that_clash_are_explained_in_words(run: Run, tmp_path: Path) -> None:
    event, to = tmp_path / "event.json", tmp_path / "timetable.json"
    locked = [
        {"meeting": number, "slot": 1, "room": "Bàn 1", "one": one, "other": other, "interpreters": ["박서연"]}
        for number, one, other in ((1, "Dây cáp Hải Vân", "푸른전장"), (2, "Dây cáp Hải Vân", "가람도금"))
    ]
    event.write_text(json.dumps({**written(SAMPLE), "locked": locked}), encoding="utf-8")
    ran = run("meet", event, "--to", to)
    assert ran.code == 0
    assert "Dây cáp Hải Vân and 푸른전장 are locked at 2026-12-10T09:00:00+07:00." in ran.out
    record = written(to)
    assert record["status"] == "infeasible"
    assert [one["requirement"] for one in record["conflict"]][:2] == ["locked", "locked"]
    assert all(one["said"].endswith(".") for one in record["conflict"])


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("event.json", b"{}", "The event has no slot."),
        ("event.json", b"\x00", "The file is no event in JSON."),
        ("event.dzn", b"nBusiness = 2;", "“nMeetings” is missing"),
    ],
)
def test_a_file_that_is_no_event_is_refused(run: Run, tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    ran = run("meet", tmp_path / name, "--to", tmp_path / "timetable.json")
    assert ran.code == 1
    assert said in ran.err
    assert not (tmp_path / "timetable.json").exists()


@pytest.mark.parametrize("absent", ["박서연@noon", "@2026-12-10T10:00+07:00/", "박서연@2026-12-10T10:00/", "Nobody"])
def test_an_absence_that_cannot_be_read_changes_nothing(run: Run, tmp_path: Path, absent: str) -> None:
    before, after = tmp_path / "before.json", tmp_path / "after.json"
    run("meet", SAMPLE, "--to", before, "--seconds", 0.2)
    assert run("meet", "repair", before, "--absent", absent, "--to", after).code == 1
    assert not after.exists()


def test_only_what_meet_wrote_can_be_repaired(run: Run, tmp_path: Path) -> None:
    ran = run("meet", "repair", SAMPLE, "--absent", "박서연", "--to", tmp_path / "after.json")
    assert ran.code == 1
    assert "no timetable" in ran.err


def test_ctrl_c_keeps_the_best_so_far(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def interrupted(code: str) -> Iterator[Callable[[int, int | None], None]]:
        del code
        pressed = threading.Timer(2.0, os.kill, (os.getpid(), signal.SIGINT))
        pressed.start()
        yield lambda _done, _total: None
        pressed.join()

    monkeypatch.setattr(meet, "measured", interrupted)
    to = tmp_path / "timetable.json"
    assert run("meet", SAMPLE, "--to", to, "--seconds", 200).code == 0
    record = written(to)
    assert record["seconds"] < 100
    assert kept_rules(record)
