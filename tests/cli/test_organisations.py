from __future__ import annotations

import json
from dataclasses import replace

import pytest

from nhipcau import wiring
from nhipcau.facts.organisation import Identifier
from tests.cli.conftest import Run
from tests.programme.samples import doubt, source_record
from tests.store import things

TWIN = replace(things.INSTITUTE, id="org-twin", names=things.INSTITUTE.names[:1], country="KR")


@pytest.fixture(autouse=True)
def register(db: None) -> None:
    with wiring.office().store.unit() as unit:
        unit.organisations.add(things.CENTRE)
        unit.organisations.add(things.INSTITUTE)
        unit.organisations.add(TWIN)
        unit.source_records.add(source_record("src-1", TWIN))
        unit.doubts.add(doubt("dbt-1", things.INSTITUTE.id, TWIN.id))


def test_lists_the_pairs_that_wait(run: Run) -> None:
    ran = run("organisations", "review")
    assert (ran.code, "dbt-1" in ran.out, "80%" in ran.out) == (0, True, True)
    assert "Open: 1. Put off: 0. Decided: 0." in ran.out
    assert "No doubtful pair waits." in run("organisations", "review", "--state", "later").out
    assert json.loads(run("organisations", "review", "--json").out)["total"] == 1


def test_shows_a_pair_and_decides_it(run: Run) -> None:
    assert "Danh sách" not in run("organisations", "review", "dbt-1").out
    assert json.loads(run("organisations", "review", "dbt-1", "--json").out)["view"]["doubt"]["id"] == "dbt-1"
    ran = run("organisations", "review", "dbt-1", "--say", "same", "--keep", things.INSTITUTE.id)
    assert (ran.code, "Merged into" in ran.out) == (0, True)
    again = run("organisations", "review", "dbt-1", "--say", "different")
    assert (again.code, "already decided" in again.err) == (5, True)


def test_merges_two_and_parts_them(run: Run) -> None:
    merged = run("organisations", "merge", things.INSTITUTE.id, TWIN.id)
    assert (merged.code, f"unmerge {TWIN.id}" in merged.out) == (0, True)
    assert run("organisations", "merge", things.INSTITUTE.id, TWIN.id).code == 5
    parted = run("organisations", "unmerge", TWIN.id)
    assert (parted.code, "1 source record" in parted.out) == (0, True)
    assert run("organisations", "unmerge", TWIN.id).code == 4


def test_a_merge_is_named_by_its_own_id_as_well(run: Run) -> None:
    made = json.loads(run("organisations", "merge", things.INSTITUTE.id, TWIN.id, "--json").out)
    parted = json.loads(run("organisations", "unmerge", made["id"], "--json").out)
    assert parted["merge"]["gone"] == TWIN.id


def test_what_speaks_against_a_merge_is_said(run: Run) -> None:
    with wiring.office().store.unit() as unit:
        for key, number in (("org-a", "3018200006"), ("org-b", "3018200011")):
            unit.organisations.add(replace(TWIN, id=key, identifiers=(Identifier("KR-BRN", number),)))
    ran = run("organisations", "merge", "org-a", "org-b")
    assert (ran.code, "3018200006" in ran.err) == (5, True)
    assert run("organisations", "merge", "org-a", "org-b", "--despite").code == 0


def test_compares_the_whole_register(run: Run) -> None:
    ran = run("organisations", "resolve")
    assert (ran.code, "Organisations compared: 3" in ran.out) == (0, True)
    assert json.loads(run("organisations", "resolve", "--apply", "--json").out)["merged"] == 0
