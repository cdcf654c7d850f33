"""Several people propose, accept and move one match at the same moment, on a real database; what is kept comes back."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from nhipcau import wiring
from nhipcau.facts.deal import Digest, Follower, Match, Stage
from nhipcau.facts.errors import Conflict
from nhipcau.programme.accept_match import accept_match
from nhipcau.programme.move_match import move_match
from nhipcau.programme.propose_match import propose_match
from nhipcau.programme.rematch import rematch
from nhipcau.store.backup import restore_backup, write_backup
from nhipcau.store.database import DatabaseStore
from nhipcau.store.models import DealRow, FoundRow
from tests.programme.matching.conftest import turned_parts
from tests.programme.samples import ANPHU, MIRAE, found, match, need
from tests.store.test_at_once import MANY, OFFICERS, at_once


def filled(store: DatabaseStore, *matches: Match) -> None:
    last = wiring.office().clock.today().replace(year=2099)
    with store.unit() as unit:
        unit.organisations.add(ANPHU)
        unit.organisations.add(MIRAE)
        unit.needs.add(need(expires_on=last))
        unit.offers.add(turned_parts(expires_on=last))
        for one in matches:
            unit.matches.add(one)


def test_a_pair_is_proposed_once(store: DatabaseStore) -> None:
    filled(store)
    answers = at_once(lambda n: propose_match(wiring.office(), OFFICERS[n], "nee-1", "off-1"))
    assert Counter(type(answer) for answer in answers) == {Match: 1, Conflict: MANY - 1}
    assert {answer.code for answer in answers if isinstance(answer, Conflict)} == {"error.match-exists"}
    assert DealRow.objects.count() == 1


def test_of_several_who_move_one_match_one_is_first_and_the_others_are_told(store: DatabaseStore) -> None:
    filled(store, match(stage=Stage.ACCEPTED, version=3))
    stages = ("introduced", "meeting", "sample", "quotation")
    answers = at_once(lambda n: move_match(wiring.office(), OFFICERS[n], "mat-1", stage=stages[n], version=3))
    assert Counter(type(answer) for answer in answers) == {Match: 1, Conflict: MANY - 1}
    assert {answer.code for answer in answers if isinstance(answer, Conflict)} == {"error.changed-meanwhile"}


def test_both_sides_accept_at_one_moment(store: DatabaseStore) -> None:
    filled(store, match())
    sides = ("need", "offer", "need", "offer")
    answers = at_once(lambda n: accept_match(wiring.office(), OFFICERS[n], "mat-1", side=sides[n]))
    assert not [answer for answer in answers if isinstance(answer, Conflict)]
    with store.unit() as unit:
        kept = unit.matches.get("mat-1")
    assert kept is not None
    assert (kept.stage, len(kept.steps)) == (Stage.ACCEPTED, 3)


def test_pairs_looked_for_by_several_at_once_are_found_once(store: DatabaseStore) -> None:
    filled(store)
    at_once(lambda _n: rematch(wiring.office(), wait=True))
    assert FoundRow.objects.count() == 1
    assert store.reads().found_stamp() is not None


def test_matches_pairs_found_and_followers_come_back_from_a_backup(store: DatabaseStore, tmp_path: Path) -> None:
    filled(store, match())
    follower = Follower(id="7", digest=Digest.DAILY, feed_key="a" * 64)
    with store.unit() as unit:
        unit.found.add(found(closed=("tolerance",)))
        unit.followers.add(follower)
    write_backup(tmp_path / "a.tar.gz")
    with store.unit() as unit:
        unit.matches.delete("mat-1")
        unit.found.delete("fou-1")
        unit.followers.delete("7")
    restore_backup(tmp_path / "a.tar.gz")
    with store.unit() as unit:
        assert unit.matches.get("mat-1") == match()
        assert unit.found.get("fou-1") == found(closed=("tolerance",))
        assert unit.followers.get("7") == follower
