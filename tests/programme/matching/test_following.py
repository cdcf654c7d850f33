from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from nhipcau.facts.deal import Digest
from nhipcau.facts.errors import InvalidFields, NotAllowed, NotFound, Unavailable
from nhipcau.programme.choose_digest import choose_digest
from nhipcau.programme.office import Office
from nhipcau.programme.open_feed import close_feed, open_feed
from nhipcau.programme.propose_match import propose_match
from nhipcau.programme.queries.desk import desk_section
from nhipcau.programme.queries.feed_matches import feed_matches
from nhipcau.programme.queries.following import following
from nhipcau.programme.queries.new_matches import new_matches
from nhipcau.programme.rematch import rematch
from nhipcau.programme.see_new_matches import see_new_matches
from nhipcau.programme.send_digests import send_digests
from nhipcau.programme.views import Letter, Reader
from nhipcau.words.digest import digest
from tests.programme.matching.conftest import MIRAES, changed, turned_parts
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADVISER, ENTERPRISE, NOW, OFFICER, SONGHAN, STRANGER, VIEWER


@dataclass
class Post:
    """A mailer that keeps what it is given; ``broken`` addresses take nothing."""

    sent: list[tuple[str, Letter]] = field(default_factory=list)
    broken: tuple[str, ...] = ()

    def send(self, address: str, letter: Letter, /) -> None:
        if address in self.broken:
            raise Unavailable("error.mail-failed")
        self.sent.append((address, letter))


@pytest.fixture
def _found(office: Office) -> None:
    rematch(office)


def later(office: Office, **time: float) -> None:
    office.clock.moment = NOW + timedelta(**time)  # type: ignore[attr-defined]  # the clock of the tests


@pytest.mark.usefixtures("_found")
def test_news_are_of_ones_own_items_and_name_nobody_who_is_confidential(office: Office, memory: MemoryStore) -> None:
    changed(memory, turned_parts(confidential=True, hidden=("Mirae",), text=f"Mirae {turned_parts().text}"))
    (mine,) = new_matches(office, ENTERPRISE)
    assert (mine.mine, mine.need.item.id, mine.offer.item.id) == ("need", "nee-1", "off-1")
    assert "Mirae" not in repr(mine)
    assert "미래" not in repr(mine)
    (theirs,) = new_matches(office, MIRAES)
    assert theirs.mine == "offer"
    assert [one.mine for one in new_matches(office, ADVISER)] == [None]
    assert new_matches(office, STRANGER) == ()
    assert new_matches(office, ENTERPRISE, since=NOW) == ()
    with pytest.raises(NotAllowed):
        new_matches(office, VIEWER)


@pytest.mark.usefixtures("_found")
def test_what_was_seen_is_no_longer_new_on_the_desk_of_who_saw_it(office: Office) -> None:
    see_new_matches(office, ENTERPRISE)
    assert desk_section(office, ENTERPRISE, "new-matches").count == 0
    assert desk_section(office, OFFICER, "new-matches").count == 1


@pytest.mark.usefixtures("_found")
def test_a_feed_opens_with_its_secret_until_it_is_closed(office: Office, memory: MemoryStore) -> None:
    memory.tables.readers[ENTERPRISE.id] = Reader(actor=ENTERPRISE)
    secret = open_feed(office, ENTERPRISE)
    reader, news = feed_matches(office, secret)
    assert (reader, [one.need.item.id for one in news]) == (ENTERPRISE, ["nee-1"])
    assert secret not in repr(memory.tables)
    fresh = open_feed(office, ENTERPRISE)
    with pytest.raises(NotFound):
        feed_matches(office, secret)
    close_feed(office, ENTERPRISE)
    for key in (fresh, "", "x" * 5000):
        with pytest.raises(NotFound):
            feed_matches(office, key)


@pytest.mark.usefixtures("_found")
def test_who_is_shut_out_or_may_not_see_matches_any_more_has_no_feed(office: Office, memory: MemoryStore) -> None:
    secret = open_feed(office, ENTERPRISE)
    with pytest.raises(NotFound):
        feed_matches(office, secret)
    memory.tables.readers[ENTERPRISE.id] = Reader(actor=replace(VIEWER, id=ENTERPRISE.id))
    with pytest.raises(NotFound):
        feed_matches(office, secret)


def test_a_digest_is_chosen_by_who_gets_it(office: Office) -> None:
    assert following(office, ENTERPRISE).digest is Digest.NEVER
    assert choose_digest(office, ENTERPRISE, digest="weekly").digest is Digest.WEEKLY
    assert following(office, ENTERPRISE).digested_at == NOW
    with pytest.raises(InvalidFields):
        choose_digest(office, ENTERPRISE, digest="hourly")
    with pytest.raises(NotAllowed):
        choose_digest(office, VIEWER, digest="daily")


def test_letters_go_to_who_is_due_once_and_tell_nothing_confidential(office: Office, memory: MemoryStore) -> None:
    post = Post()
    mailing = replace(office, mailer=post)
    for actor, how in ((ENTERPRISE, "daily"), (MIRAES, "weekly")):
        memory.tables.readers[actor.id] = Reader(actor=actor, address=f"{actor.id}@example.org")
        choose_digest(mailing, actor, digest=how)
    changed(memory, turned_parts(confidential=True))
    later(office, days=1)
    # Nobody looked for pairs before: the letters see to that themselves.
    assert send_digests(mailing, digest).sent == 1
    ((address, letter),) = post.sent
    assert address == "u-firm@example.org"
    assert "Tìm xưởng tiện nee-1" in letter.text
    assert "Mirae" not in letter.text
    assert "미래" not in letter.text
    assert send_digests(mailing, digest).sent == 0
    later(office, days=7)
    assert send_digests(mailing, digest).sent == 1
    assert post.sent[-1][0] == "u-mirae@example.org"
    assert turned_parts().title not in post.sent[-1][1].text
    assert "매칭" in post.sent[-1][1].subject


def test_a_letter_that_cannot_be_sent_is_due_again_and_keeps_no_other_back(office: Office, memory: MemoryStore) -> None:
    post = Post(broken=("u-firm@example.org",))
    mailing = replace(office, mailer=post)
    for actor in (ENTERPRISE, MIRAES):
        memory.tables.readers[actor.id] = Reader(actor=actor, address=f"{actor.id}@example.org")
        choose_digest(mailing, actor, digest="daily")
    later(office, days=1)
    told = send_digests(mailing, digest)
    assert (told.sent, told.failed) == (1, 1)
    post.broken = ()
    assert send_digests(mailing, digest).sent == 1


def test_a_letter_says_what_became_a_match(office: Office, memory: MemoryStore) -> None:
    rematch(office)
    later(office, hours=1)
    changed(memory, turned_parts("off-2", "0.008", organisation_id=SONGHAN.id))
    rematch(office)
    (news,) = new_matches(office, ENTERPRISE, since=NOW)
    assert news.closed == ("tolerance",)
    letter = digest(ENTERPRISE, (news,))
    assert "dung sai" in letter.text.lower()
    propose_match(office, ENTERPRISE, "nee-1", "off-2")
    assert new_matches(office, ENTERPRISE, since=NOW) == ()
