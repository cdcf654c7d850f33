from __future__ import annotations

import pytest

from nhipcau.facts.codes import PartyKind
from nhipcau.facts.errors import InvalidFields, NotAllowed
from nhipcau.facts.organisation import Name
from nhipcau.programme.edit_organisation import edit_organisation
from nhipcau.programme.office import Office
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADVISER, ANPHU, MIRAE, OFFICER, SONGHAN


def test_sets_the_given_parts(office: Office, memory: MemoryStore) -> None:
    memory.put(SONGHAN, MIRAE)
    edited = edit_organisation(
        office,
        OFFICER,
        MIRAE.id,
        version=1,
        names=[("Mirae Ceramic", "en", "official"), ("MCRI", "", "acronym"), ("", "vi", "alias")],
        country="kr",
        kind="university",
        parent_id=SONGHAN.id,
        place="Jinju",
    )
    assert edited.names == (Name("Mirae Ceramic", "en", "official"), Name("MCRI", "und", "acronym"))
    assert (edited.country, edited.kind, edited.parent_id, edited.place) == (
        "KR",
        PartyKind.UNIVERSITY,
        SONGHAN.id,
        "Jinju",
    )
    cleared = edit_organisation(office, OFFICER, MIRAE.id, version=2, kind="", parent_id=None, country=None)
    assert (cleared.kind, cleared.parent_id, cleared.country) == (None, None, None)


def test_says_all_mistakes_at_once(office: Office, memory: MemoryStore) -> None:
    memory.put(MIRAE)
    with pytest.raises(InvalidFields) as told:
        edit_organisation(
            office, OFFICER, MIRAE.id, version=1, names=[], country="Korea", kind="club", parent_id="nobody"
        )
    assert {name: message.code for name, message in told.value.fields.items()} == {
        "names": "field.required",
        "country": "field.country-malformed",
        "kind": "field.code-unknown",
        "parent_id": "field.organisation-unknown",
    }


def test_no_body_is_above_itself(office: Office, memory: MemoryStore) -> None:
    memory.put(SONGHAN, MIRAE, ANPHU)
    edit_organisation(office, OFFICER, MIRAE.id, version=1, parent_id=SONGHAN.id)
    edit_organisation(office, OFFICER, ANPHU.id, version=1, parent_id=MIRAE.id)
    with pytest.raises(InvalidFields) as told:
        edit_organisation(office, OFFICER, SONGHAN.id, version=1, parent_id=ANPHU.id)
    assert told.value.fields["parent_id"].code == "field.parent-cycle"


def test_only_officers_edit(office: Office, memory: MemoryStore) -> None:
    memory.put(MIRAE)
    with pytest.raises(NotAllowed):
        edit_organisation(office, ADVISER, MIRAE.id, version=1, place="Jinju")
