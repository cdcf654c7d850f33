from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from nhipcau import wiring
from tests.cli.conftest import Run
from tests.store import things

NEEDS: list[dict[str, Any]] = [
    {
        "id": "N1",
        "kind": "product",
        "organisation": "Trung tâm Phát triển công nghiệp",
        "language": "vi",
        "text": "Tìm xưởng tiện tự động làm chốt bản lề inox phi 2,5.",
        "place": "VN-HP",
        "requirements": [{"property": "tolerance", "op": "<=", "value": 0.01, "unit": "mm", "must": True}],
        "confidential": True,
    }
]
OFFERS: list[dict[str, Any]] = [
    {
        "id": key,
        "kind": "product",
        "organisation": "한국세라믹기술원",
        "language": "ko",
        "title": "정밀 선반 가공",
        "text": f"자동 선반 가공으로 스테인리스 힌지 핀을 생산합니다. 공차 ±{tolerance} mm.",
        "attributes": [{"property": "tolerance", "value": tolerance, "unit": "mm"}],
    }
    for key, tolerance in (("O1", 0.005), ("O2", 0.05))
]


def written(path: Path, records: list[dict[str, Any]]) -> Path:
    path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def register(db: None) -> None:
    with wiring.office().store.unit() as unit:
        unit.organisations.add(things.CENTRE)
        unit.organisations.add(things.INSTITUTE)


@pytest.fixture
def market(run: Run, tmp_path: Path) -> None:
    for side, records in (("needs", NEEDS), ("offers", OFFERS)):
        ran = run(side, "import", written(tmp_path / f"{side}.jsonl", records), "--source", "Hội chợ 2026")
        assert ran.code == 0, ran.err


def ids(run: Run, side: str) -> dict[str, str]:
    found = json.loads(run(side, "list", "--json").out)
    return {row["item"]["source_key"]: row["item"]["id"] for row in found["items"]}


@pytest.mark.usefixtures("market")
@pytest.mark.parametrize("ending", ["jsonl", "csv"])
@pytest.mark.parametrize("side", ["needs", "offers"])
def test_what_is_written_out_is_taken_in_as_it_was(run: Run, tmp_path: Path, side: str, ending: str) -> None:
    before, after = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
    assert run(side, "export", "--to", before, "--source", "Hội chợ 2026").code == 0
    again = run(side, "import", before, "--source", "Hội chợ 2026")
    assert f"New: 0. Changed: 0. As before: {len(ids(run, side))}. Left out: 0." in again.out
    other = json.loads(run(side, "import", before, "--source", "Bản sao", "--json").out)
    assert (other["new"], other["refused"]) == (len({"needs": NEEDS, "offers": OFFERS}[side]), [])
    assert run(side, "export", "--to", after, "--source", "Bản sao").code == 0
    assert after.read_bytes() == before.read_bytes()


@pytest.mark.usefixtures("market")
def test_lists_and_shows_what_is_on_the_market(run: Run) -> None:
    listed = run("offers", "list", "--place", "", "--kind", "product")
    assert (listed.code, "정밀 선반 가공" in listed.out, "2 of 2" in listed.out) == (0, True, True)
    shown = run("needs", "show", ids(run, "needs")["N1"])
    assert (shown.code, "Tolerance ≤ 0.01 mm" in shown.out, "Confidential" in shown.out) == (0, True, True)
    assert run("needs", "show", "nothing").code == 4
    assert run("needs", "list", "--kind", "dream").code == 1


@pytest.mark.usefixtures("market")
def test_finds_what_fits_and_apart_from_it_what_nearly_does(run: Run) -> None:
    found = run("needs", "matches", ids(run, "needs")["N1"])
    good, _, near = found.out.partition("Near misses")
    assert (ids(run, "offers")["O1"] in good, ids(run, "offers")["O2"] in near) == (True, True)
    told = json.loads(run("offers", "matches", ids(run, "offers")["O1"], "--json").out)
    assert [row["other"]["item"]["id"] for row in told["matches"]] == [ids(run, "needs")["N1"]]


@pytest.mark.usefixtures("market")
def test_a_pair_is_proposed_accepted_and_moved(run: Run) -> None:
    need, offer = ids(run, "needs")["N1"], ids(run, "offers")["O1"]
    made = json.loads(run("matches", "propose", need, offer, "--json").out)["id"]
    assert run("matches", "propose", need, offer).code == 5
    assert run("matches", "move", made, "introduced").code == 5
    for side in ("need", "offer"):
        assert run("matches", "accept", made, "--side", side).code == 0
    moved = run("matches", "move", made, "introduced", "--note", "Qua thư")
    assert (moved.code, "moved on" in moved.out) == (0, True)
    shown = run("matches", "show", made)
    assert ("Introduced" in shown.out, "Qua thư" in shown.out) == (True, True)
    declined = run("matches", "decline", made, "--side", "offer", "--reason", "price")
    assert declined.code == 0
    listed = run("matches", "list", "--stage", "declined")
    assert (made in listed.out, "1 of 1" in listed.out) == (True, True)


def test_posts_what_is_typed_and_moves_it(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Nhận dập vuốt thép DC04, máy 350 tấn.", encoding="utf-8")
    made = run(
        *("offers", "post", "org-idc", "--kind", "product", "--text", f"@{text}", "--attribute", "press_tonnage 350 t"),
        *("--denied", "certificate IATF 16949", "--json"),
    )
    offer = json.loads(made.out)
    assert (offer["state"], [one["denied"] for one in offer["attributes"]]) == ("draft", [False, True])
    assert run("offers", "send", offer["id"]).code == 0
    assert "on the market" in run("offers", "publish", offer["id"]).out
    assert run("offers", "publish", offer["id"]).code == 5
    assert run("offers", "withdraw", offer["id"]).code == 0
    wrong = run("needs", "post", "org-idc", "--kind", "product", "--text", "x", "--requirement", "tolerance <= 5 kg")
    assert (wrong.code, "requirements.1.unit" in wrong.err) == (1, True)
    assert run("needs", "post", "org-idc", "--kind", "product", "--text", "x", "--wish", "5").code == 1


def test_records_that_cannot_be_taken_are_named(run: Run, tmp_path: Path) -> None:
    ran = run("needs", "import", written(tmp_path / "n.jsonl", [NEEDS[0] | {"kind": "dream"}]), "--source", "S")
    assert (ran.code, "row 1" in ran.out, "Left out: 1." in ran.out) == (3, True, True)
    assert run("needs", "import", written(tmp_path / "n.doc", NEEDS), "--source", "S").code == 1
    assert run("needs", "export", "--to", tmp_path / "n.doc").code == 1


def test_own_concepts_are_added_listed_and_removed(run: Run) -> None:
    added = run("concepts", "add", "product", "--label", "vi:tranh Đông Hồ", "--label", "vi:tranh dân gian Đông Hồ")
    assert added.code == 0
    listed = run("concepts", "list")
    assert "tranh Đông Hồ; tranh dân gian Đông Hồ" in listed.out
    (concept,) = json.loads(run("concepts", "list", "--json").out)
    assert run("concepts", "remove", concept["concept"]["id"]).code == 0
    assert "Nothing found." in run("concepts", "list").out
    assert run("concepts", "add", "product", "--label", "tranh").code == 1


def test_letters_that_are_due_are_counted(run: Run) -> None:
    ran = run("digests")
    assert (ran.code, "Letters sent: 0." in ran.out) == (0, True)
    assert json.loads(run("digests", "--json").out) == {"sent": 0, "quiet": 0, "failed": 0}


@pytest.mark.usefixtures("market")
def test_a_plan_is_made_listed_and_shown(run: Run) -> None:
    need, offer = ids(run, "needs")["N1"], ids(run, "offers")["O2"]
    made = run("plans", "make", offer, "--need", need)
    assert (made.code, "Tolerance ≤ 0.01 mm" in made.out, "nobody offers this" in made.out) == (0, True, True)
    (row,) = json.loads(run("plans", "list", "--offer", offer, "--json").out)["items"]
    assert row["plan"]["id"] in run("plans", "list").out
    shown = run("--language", "vi", "plans", "show", row["plan"]["id"])
    assert (shown.code, "chưa ai cung ứng" in shown.out) == (0, True)
    assert run("plans", "show", "nothing").code == 4
