from __future__ import annotations

import json

import pytest

from nhipcau import wiring
from nhipcau.facts.organisation import Name, Person
from tests.cli.conftest import Run
from tests.store import things


@pytest.fixture(autouse=True)
def register(db: None) -> None:
    with wiring.office().store.unit() as unit:
        unit.organisations.add(things.CENTRE)
        unit.people.add(Person(id="per-one", names=(Name("이득운", "ko", "official"),)))
        unit.people.add(Person(id="per-two", names=(Name("Lee Deukwoon", "en", "official"),)))


def test_finds_people_and_organisations(run: Run) -> None:
    assert "이득운" in run("people", "find", "lee", "deukwoon").out
    assert things.CENTRE.id in run("organisations", "find", things.CENTRE.names[0].text).out
    assert json.loads(run("people", "find", "이득운", "--json").out)[0]["id"] == "per-one"
    assert "Nothing found." in run("people", "find", "zzzz").out


def test_proposes_shows_and_decides(run: Run) -> None:
    assert "New doubtful pairs: 1." in run("people", "resolve").out
    pair = json.loads(run("people", "review", "--json").out)["items"][0]["doubt"]["id"]
    assert pair in run("people", "review").out
    assert "another script" in run("people", "review", pair).out
    assert run("people", "review", pair, "--say", "different").code == 0
    assert "No doubtful pair waits." in run("people", "review").out


def test_merges_and_parts(run: Run) -> None:
    merged = run("people", "merge", "per-one", "per-two")
    assert (merged.code, "people unmerge per-two" in merged.out) == (0, True)
    assert run("people", "merge", "per-one", "per-two").code == 5
    assert run("people", "unmerge", "per-two").code == 0
    assert run("people", "unmerge", "per-two").code == 4
