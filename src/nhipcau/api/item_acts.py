"""A need or an offer and what becomes of it come in with a request; the item as it is then goes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from django.http import HttpRequest, HttpResponse

from nhipcau.api.answers import one
from nhipcau.api.auth import asked
from nhipcau.api.etag import version_wanted
from nhipcau.api.item_bodies import Act
from nhipcau.facts.market import Item
from nhipcau.programme.close_item import close_item
from nhipcau.programme.renew_item import renew_item
from nhipcau.programme.review_item import publish_item, return_item
from nhipcau.programme.send_for_review import send_for_review
from nhipcau.programme.withdraw_item import withdraw_item

_VERBS: Final[Mapping[Act, Callable[..., Any]]] = {
    Act.SEND: send_for_review,
    Act.PUBLISH: publish_item,
    Act.RENEW: renew_item,
    Act.WITHDRAW: withdraw_item,
    Act.CLOSE: close_item,
}

Some = TypeVar("Some", bound=Item)


def acted(request: HttpRequest, fact: type[Some], item_id: str, act: Act) -> HttpResponse:
    """Do it, and answer with the item."""
    item = _VERBS[act](*asked(request), fact, item_id, version=version_wanted(request))
    return one(request, item, version=item.version)


def given_back(request: HttpRequest, fact: type[Some], item_id: str, sentence: str) -> HttpResponse:
    """Give an item back with what has to be changed, and answer with it."""
    item = return_item(*asked(request), fact, item_id, sentence=sentence, version=version_wanted(request))
    return one(request, item, version=item.version)
