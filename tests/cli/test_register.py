from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from nhipcau import wiring
from tests.cli.conftest import Run
from tests.store import things


@pytest.fixture(autouse=True)
def register(db: None) -> None:
    with wiring.office().store.unit() as unit:
        unit.organisations.add(things.CENTRE)
        unit.organisations.add(things.INSTITUTE)
        unit.people.add(things.DIRECTOR)
        unit.documents.add(things.DOCUMENT)
        unit.agreements.add(things.AGREEMENT)
        unit.commitments.add(things.COMMITMENT)
        unit.activities.add(things.ACTIVITY)


def test_lists_agreements_that_pass_the_filters(run: Run) -> None:
    assert "IDC – KICET: vật liệu" in run("register", "list").out
    assert "IDC – KICET" in run("register", "list", "--search", "vat lieu", "--year", "2021", "--country", "KR").out
    ran = run("register", "list", "--year", "1999")
    assert (ran.code, "0 of 0" in ran.out) == (0, True)


def test_lists_as_json_with_the_cursor_of_the_next_page(run: Run) -> None:
    page = json.loads(run("register", "list", "--json").out)
    assert (page["total"], page["next_cursor"]) == (1, None)
    assert page["items"][0]["agreement"]["signed"] == "2021-11-26"


def test_a_filter_that_is_no_code_is_said(run: Run) -> None:
    ran = run("register", "list", "--state", "asleep")
    assert ran.code == 1
    assert "state:" in ran.err


def test_shows_one_agreement(run: Run) -> None:
    ran = run("register", "show", "agr-1")
    assert "IDC – KICET: vật liệu" in ran.out
    assert "26 November 2021" in ran.out
    assert json.loads(run("register", "show", "agr-1", "--json").out)["agreement"]["id"] == "agr-1"


def test_an_agreement_that_is_not_there_has_its_own_exit_code(run: Run) -> None:
    ran = run("register", "show", "agr-9")
    assert (ran.code, ran.out) == (4, "")


def test_exports_to_every_format(run: Run, tmp_path: Path) -> None:
    for kind in ("xlsx", "csv", "json"):
        assert run("register", "export", "--format", kind, "--to", tmp_path / f"register.{kind}").code == 0
    assert load_workbook(tmp_path / "register.xlsx").worksheets[0]["B2"].value == "IDC – KICET: vật liệu"
    with zipfile.ZipFile(io.BytesIO((tmp_path / "register.csv").read_bytes())) as archive:
        assert "agreements.csv" in archive.namelist()
    assert json.loads((tmp_path / "register.json").read_text("utf-8"))["agreements"][0]["id"] == "agr-1"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["register.csv", "register.json", "register.xlsx"]


def test_an_export_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    ran = run("register", "export", "--to", tmp_path / "nowhere" / "register.xlsx")
    assert ran.code == 1
    assert "could not be written" in ran.err
