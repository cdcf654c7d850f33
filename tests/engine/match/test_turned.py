from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.engine.match.asking import ask
from nhipcau.engine.match.prepared import Prepared, prepare
from nhipcau.engine.match.query import Query, hit
from nhipcau.engine.match.ranking import Shelf
from nhipcau.engine.match.turned import needs_for
from nhipcau.facts.market import ItemKind, Listing
from nhipcau.language.thesaurus.vocabulary import vocabulary

WORDS = vocabulary()
CONCEPTS = sorted(WORDS.concepts)


def kin(concept: str) -> list[str]:
    """Return a concept with those around it, so that needs and offers drawn at random meet."""
    around = [concept, *WORDS.descendants(concept), *WORDS.ancestors(concept), *WORDS.concept(concept).related]
    return around + [below for above in WORDS.concept(concept).broader for below in WORDS.concept(above).narrower]


@st.composite
def families(draw: st.DrawFn) -> tuple[list[Listing], Listing]:
    """Return some needs and an offer that speak of one family of concepts, and share a word or not."""
    around = kin(draw(st.sampled_from(CONCEPTS)))
    some = st.lists(st.sampled_from(around), max_size=3)
    text = st.sampled_from(["", "giá đỡ xoắn kép", "cần gấp trong tháng", "giá đỡ"])

    def listing(key: str) -> Listing:
        return Listing(
            id=key, kind=ItemKind.PRODUCT, language="vi", text=draw(text), concepts=tuple(dict.fromkeys(draw(some)))
        )

    return [listing(f"need-{number}") for number in range(draw(st.integers(1, 4)))], listing("offer")


# The first example reads the whole thesaurus.
@settings(deadline=None)
@given(families())
def test_finds_every_need_that_could_find_the_offer(drawn: tuple[list[Listing], Listing]) -> None:
    listings, one = drawn
    needs = [prepare(listing, WORDS) for listing in listings]
    offer = prepare(one, WORDS)
    shelf = Shelf([offer])
    asking = [ask(need, WORDS, shelf) for need in needs]
    finding = {one.need.listing.id for one in asking if hit(offer.item, one.query)}
    query = needs_for(offer, WORDS, Shelf(needs), most=100)
    assert finding <= _found(needs, query)


def _found(needs: Iterable[Prepared], query: Query) -> set[str]:
    return {need.listing.id for need in needs if hit(need.item, query) is not None}


def test_a_need_of_another_kind_or_of_nothing_alike_is_not_found() -> None:
    offer = prepare(Listing(id="o", kind=ItemKind.PRODUCT, language="en", text="zinc die casting"), WORDS)
    alike = Listing(id="n", kind=ItemKind.PRODUCT, language="ko", text="아연 다이캐스팅")
    other = Listing(id="m", kind=ItemKind.TRAINING, language="ko", text="아연 다이캐스팅")
    unlike = Listing(id="l", kind=ItemKind.PRODUCT, language="vi", text="may áo khoác")
    needs = [prepare(listing, WORDS) for listing in (alike, other, unlike)]
    assert _found(needs, needs_for(offer, WORDS, Shelf(needs), most=10)) == {"n"}
