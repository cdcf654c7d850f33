"""Officers merge the same pair at the same moment, and a process is killed in the middle of a merge."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from django.db import connection

from nhipcau import wiring
from nhipcau.facts.errors import Conflict
from nhipcau.facts.organisation import Identifier
from nhipcau.programme.decide_pair import decide_pair
from nhipcau.programme.merge_organisations import merge_organisations
from nhipcau.programme.unmerge_organisations import unmerge_organisation
from nhipcau.store import backup
from nhipcau.store.database import DatabaseStore
from nhipcau.store.models import MergeRow, OrganisationRow, SourceRecordRow
from tests.programme.samples import OFFICER, doubt, source_record
from tests.store import things
from tests.store.test_at_once import MANY, OFFICERS, at_once

TWIN = replace(
    things.INSTITUTE, id="org-twin", names=things.INSTITUTE.names[:1], identifiers=(Identifier("KR-BRN", "3018200006"),)
)


@pytest.fixture
def twins(store: DatabaseStore) -> DatabaseStore:
    """Return a store with two entries of one institute and a pair that asks about them."""
    with store.unit() as unit:
        unit.organisations.add(things.INSTITUTE)
        unit.organisations.add(TWIN)
        unit.source_records.add(source_record("src-1", TWIN))
        unit.doubts.add(doubt("dbt-1", things.INSTITUTE.id, TWIN.id))
    return store


def test_one_of_several_officers_merges_and_the_others_are_told(twins: DatabaseStore) -> None:
    answers = at_once(lambda n: merge_organisations(wiring.office(), OFFICERS[n], things.INSTITUTE.id, TWIN.id))
    refused = [answer for answer in answers if isinstance(answer, Conflict)]
    assert [one.code for one in refused] == ["error.already-merged"] * (MANY - 1)
    assert MergeRow.objects.count() == 1


def test_one_of_several_officers_decides_and_the_others_are_told(twins: DatabaseStore) -> None:
    words = ("same", "different", "same", "later")
    answers = at_once(lambda n: decide_pair(wiring.office(), OFFICERS[n], "dbt-1", words[n], version=1))
    refused = [answer for answer in answers if isinstance(answer, Conflict)]
    assert len(refused) == MANY - 1
    assert {one.code for one in refused} <= {"error.pair-already-decided", "error.changed-meanwhile"}


_KILLED = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "nhipcau.settings"
import django
django.setup()
from django.db import connection
connection.settings_dict["NAME"] = os.environ["TEST_NAME"]
from nhipcau import wiring
from nhipcau.programme.merging import join
from nhipcau.programme.merge_organisations import merge_organisations
from tests.programme.samples import OFFICER
join.learned = lambda kept, gone: os.kill(os.getpid(), 9)
merge_organisations(wiring.office(), OFFICER, "org-kicet", "org-twin")
"""


def test_a_merge_that_was_killed_left_nothing_and_can_be_done_again(
    twins: DatabaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEST_NAME", connection.settings_dict["NAME"])
    killed = subprocess.run([sys.executable, "-c", _KILLED], check=False, capture_output=True, text=True)
    assert killed.returncode == -9, killed.stderr
    assert SourceRecordRow.objects.get().organisation_id == TWIN.id
    assert OrganisationRow.objects.filter(merged_into=None).count() == 2
    merge_organisations(wiring.office(), OFFICER, things.INSTITUTE.id, TWIN.id)
    assert SourceRecordRow.objects.get().organisation_id == things.INSTITUTE.id


def test_a_merge_survives_backup_and_is_parted_afterwards(
    twins: DatabaseStore, tmp_path_factory: pytest.TempPathFactory
) -> None:
    merge_organisations(wiring.office(), OFFICER, things.INSTITUTE.id, TWIN.id)
    archive = tmp_path_factory.mktemp("backup") / "office.tar.gz"
    backup.write_backup(archive)
    backup.restore_backup(archive)
    unmerge_organisation(wiring.office(), OFFICER, TWIN.id)
    with twins.unit() as unit:
        assert unit.organisations.get(TWIN.id) == replace(TWIN, version=3)
        assert unit.source_records.of_organisations([TWIN.id])[0].id == "src-1"
