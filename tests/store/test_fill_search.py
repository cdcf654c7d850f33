from __future__ import annotations

from pathlib import Path

from django.apps import apps

from nhipcau.programme.filters import SuggestQuery
from nhipcau.store.backup import restore_backup, write_backup
from nhipcau.store.database import DatabaseStore
from nhipcau.store.fill_search import clear, fill
from nhipcau.store.models import NameSlip, NameWord, OrganisationPhrase, OrganisationRow, PersonPhrase
from tests.store import things


def kept() -> list[list[tuple[object, ...]]]:
    return [
        sorted(
            (bytes(text), owner) for text, owner in OrganisationPhrase.objects.values_list("text", "organisation_id")
        ),
        sorted((bytes(text), owner) for text, owner in PersonPhrase.objects.values_list("text", "person_id")),
        sorted(
            (number, text, bytes(sound)) for number, text, sound in NameWord.objects.values_list("id", "text", "sound")
        ),
        sorted(NameSlip.objects.values_list("word_id", "key")),
        sorted(OrganisationRow.objects.values_list("id", "signed")),
    ]


def test_what_is_filled_anew_is_what_every_write_kept(register: DatabaseStore) -> None:
    before = kept()
    clear(lambda name: apps.get_model("store", name))
    assert not OrganisationPhrase.objects.exists()
    fill(lambda name: apps.get_model("store", name))
    assert kept() == before


def test_a_restored_office_finds_by_name(register: DatabaseStore, tmp_path: Path) -> None:
    before = kept()
    write_backup(tmp_path / "a.tar.gz")
    restore_backup(tmp_path / "a.tar.gz")
    assert kept() == before
    query = SuggestQuery(typed=things.CENTRE.names[0].text, kind="organisation")
    assert register.reads().suggest(query)[0].id == things.CENTRE.id
