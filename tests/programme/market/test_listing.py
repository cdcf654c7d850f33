from __future__ import annotations

import pytest

from nhipcau.programme.market.listing import listed_text, listing_of
from tests.programme.samples import need, offer


@pytest.mark.parametrize(
    ("title", "text", "listed"),
    [
        ("Cần xưởng", "Cần xưởng tiện", "Cần xưởng tiện"),
        ("Cần xưởng tiện…", "Cần xưởng tiện và phay", "Cần xưởng tiện và phay"),
        ("Chốt bản lề", "Cần xưởng tiện", "Cần xưởng tiện\nChốt bản lề"),
    ],
)
def test_a_title_is_listed_below_the_text_that_does_not_begin_with_it(title: str, text: str, listed: str) -> None:
    assert listed_text(title, text) == listed


def test_a_listing_holds_what_is_sought_or_offered_and_nothing_of_who_may_see_it() -> None:
    asked, given = listing_of(need(concepts=("turning",), dropped=("milling",))), listing_of(offer())
    assert (asked.requirements, asked.attributes, asked.place) == (need().requirements, (), "VN-HP")
    assert (asked.concepts, asked.dropped, asked.organisation) == (("turning",), ("milling",), "org-anphu")
    assert (given.requirements, given.attributes, given.deals) == ((), offer().attributes, 0)


def test_the_listing_of_a_confidential_item_tells_nobody_who_is_behind_it() -> None:
    secret = need(confidential=True, hidden=("inox", "ISO 9001"), place="VN-HP:dinhvu")
    listing = listing_of(secret)
    assert (listing.organisation, listing.place) == ("", "VN-HP")
    assert "bản lề ████, dung sai" in listing.text
    assert [one.value for one in listing.requirements][1] == "████████"
