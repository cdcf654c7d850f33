"""People of a store in the order of a run, and found by what they share in any script."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.organisation import Name, Person
from nhipcau.programme.name_keys import spelling_keys
from nhipcau.programme.ports import Store
from tests.conformance.test_store import put
from tests.programme.samples import TODAY

LEE = Person(id="per-1", names=(Name("이득운", "ko", "official"),))
LATIN = Person(id="per-2", names=(Name("Lee Deukwoon", "en", "official"),))
GONE = replace(LATIN, id="per-3", merged_into="per-1")


def test_those_who_stand_come_in_the_order_of_ids(store: Store) -> None:
    put(store, LEE, LATIN, GONE)
    with store.unit() as unit:
        assert unit.people.living_after("", 10) == [LEE, LATIN]
        assert unit.people.living_after("per-1", 10) == [LATIN]
        assert unit.people.living_after("", 1) == [LEE]


def test_spellings_of_one_name_share_a_key(store: Store) -> None:
    put(store, LEE, LATIN, GONE)
    with store.unit() as unit:
        assert unit.people.by_name_keys(spelling_keys(["Deuk-woon LEE"])) == [LEE, LATIN]
        assert unit.people.by_name_keys(spelling_keys(["박민수"])) == []


def test_a_page_shows_who_was_merged_into_the_person(store: Store) -> None:
    put(store, LEE, LATIN, GONE)
    with store.unit() as unit:
        unit.people.save(replace(LEE, names=(*LEE.names, *LATIN.names)))
    view = store.reads().person_page("per-1", today=TODAY, visible_to=None)
    assert view is not None
    assert [member.id for member in view.members] == ["per-3"]
    assert [name.text for name in view.person.names] == ["이득운", "Lee Deukwoon"]
