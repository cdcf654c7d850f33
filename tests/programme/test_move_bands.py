from __future__ import annotations

import pytest

from nhipcau.facts.errors import InvalidFields, NotAllowed
from nhipcau.facts.message import Message
from nhipcau.facts.record import Bands
from nhipcau.programme.move_bands import bands_now, move_bands, preview_bands
from nhipcau.programme.office import Office
from nhipcau.programme.queries.desk import desk
from nhipcau.programme.queries.review_queue import review_counts, review_queue
from nhipcau.programme.views import BandCounts
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADVISER, ANPHU, ENTERPRISE, MIRAE, OFFICER, SONGHAN, doubt


@pytest.fixture
def filled(memory: MemoryStore) -> MemoryStore:
    memory.put(
        ANPHU,
        MIRAE,
        SONGHAN,
        doubt("dbt-1", ANPHU.id, MIRAE.id, score=0.97),
        doubt("dbt-2", ANPHU.id, SONGHAN.id, score=0.6),
        doubt("dbt-3", MIRAE.id, SONGHAN.id, score=0.99, vetoes=(Message("veto.decided"),)),
    )
    return memory


@pytest.mark.usefixtures("filled")
def test_a_preview_counts_and_names_what_would_change(office: Office) -> None:
    found = preview_bands(office, OFFICER, link="95", review="70")
    assert (found.before, found.after) == (
        BandCounts(link=0, review=2, apart=1),
        BandCounts(link=1, review=0, apart=2),
    )
    assert [row.doubt.id for row in found.moving] == ["dbt-1", "dbt-2"]
    assert bands_now(office, OFFICER) == found.now == Bands()


def test_moved_thresholds_hold_and_stand_in_the_history(office: Office, filled: MemoryStore) -> None:
    move_bands(office, OFFICER, link=99, review=70)
    move_bands(office, OFFICER, link="98,5", review="70")
    assert bands_now(office, OFFICER) == Bands(link=0.985, review=0.7)
    assert [change.verb for change in filled.tables.changes] == ["move-bands", "move-bands"]


@pytest.mark.usefixtures("filled")
def test_a_pair_below_the_threshold_waits_for_nobody(office: Office) -> None:
    assert review_counts(office, OFFICER)["open"] == 3
    move_bands(office, OFFICER, link=99, review=70)
    assert review_counts(office, OFFICER)["open"] == 2
    assert {row.doubt.id for row in review_queue(office, OFFICER).items} == {"dbt-1", "dbt-3"}
    section = next(section for section in desk(office, OFFICER).sections if section.code == "organisations-to-review")
    assert (section.count, section.items[0].title) == (2, "Công ty TNHH An Phú · 미래세라믹연구원")


@pytest.mark.parametrize(("link", "review"), [("", "50"), ("99", "x"), ("60", "70"), ("101", "50"), ("99", "0")])
def test_thresholds_that_make_no_sense_are_refused(office: Office, link: str, review: str) -> None:
    with pytest.raises(InvalidFields):
        move_bands(office, OFFICER, link=link, review=review)


@pytest.mark.parametrize("actor", [ADVISER, ENTERPRISE])
def test_only_officers_move_thresholds(office: Office, actor: object) -> None:
    with pytest.raises(NotAllowed):
        move_bands(office, actor, link=99, review=50)  # type: ignore[arg-type]  # an actor
    with pytest.raises(NotAllowed):
        preview_bands(office, actor, link=99, review=50)  # type: ignore[arg-type]  # an actor
