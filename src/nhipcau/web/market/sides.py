"""Nothing comes in; what the pages of needs and of offers differ in goes out: words, verbs, queries, addresses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy

from nhipcau.facts.market import Need, Offer
from nhipcau.programme.edit_need import edit_need
from nhipcau.programme.edit_offer import edit_offer
from nhipcau.programme.post_need import post_need
from nhipcau.programme.post_offer import post_offer
from nhipcau.programme.queries.need_list import need_list
from nhipcau.programme.queries.need_matches import need_matches
from nhipcau.programme.queries.need_page import need_page
from nhipcau.programme.queries.offer_list import offer_list
from nhipcau.programme.queries.offer_matches import offer_matches
from nhipcau.programme.queries.offer_page import offer_page
from nhipcau.programme.views import ItemMatches


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketSide:
    """Needs or offers, as pages speak of them; ``terms`` is the part that holds requirements or attributes."""

    code: str
    fact: type[Need | Offer]
    other: str
    terms: str
    title: object
    post_title: object
    edit_title: object
    terms_title: object
    lead: object
    list_items: Callable[..., Any]
    show_item: Callable[..., Any]
    find_matches: Callable[..., ItemMatches]
    post: Callable[..., Any]
    edit: Callable[..., Any]

    @property
    def all_address(self) -> str:
        """Return the name of the list's address."""
        return f"web:{self.code}s"

    @property
    def one_address(self) -> str:
        """Return the name of the page's address."""
        return f"web:{self.code}"

    @property
    def other_address(self) -> str:
        """Return the name of the address of a page of the other side."""
        return f"web:{self.other}"

    @property
    def post_address(self) -> str:
        """Return the name of the address where one is posted."""
        return f"web:{self.code}-post"

    @property
    def edit_address(self) -> str:
        """Return the name of the address where one is edited."""
        return f"web:{self.code}-edit"

    @property
    def read_address(self) -> str:
        """Return the name of the address that reads a text as it is typed."""
        return f"web:{self.code}-read"

    @property
    def act_address(self) -> str:
        """Return the name of the address where one is moved to another state."""
        return f"web:{self.code}-act"

    @property
    def export_address(self) -> str:
        """Return the name of the address where a list is exported."""
        return f"web:export-{self.code}s"


SIDES: Final[Mapping[str, MarketSide]] = {
    "need": MarketSide(
        code="need",
        fact=Need,
        other="offer",
        terms="requirements",
        title=gettext_lazy("Needs"),
        post_title=gettext_lazy("Post a need"),
        edit_title=gettext_lazy("Edit the need"),
        terms_title=gettext_lazy("What is required"),
        lead=gettext_lazy("What buyers, factories and institutes are looking for."),
        list_items=need_list,
        show_item=need_page,
        find_matches=need_matches,
        post=post_need,
        edit=edit_need,
    ),
    "offer": MarketSide(
        code="offer",
        fact=Offer,
        other="need",
        terms="attributes",
        title=gettext_lazy("Offers"),
        post_title=gettext_lazy("Post an offer"),
        edit_title=gettext_lazy("Edit the offer"),
        terms_title=gettext_lazy("What is stated"),
        lead=gettext_lazy("What suppliers, experts, colleges and industrial parks have to give."),
        list_items=offer_list,
        show_item=offer_page,
        find_matches=offer_matches,
        post=post_offer,
        edit=edit_offer,
    ),
}
