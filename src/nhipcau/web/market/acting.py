"""What is to become of a need or an offer comes in; it is sent, published, returned, renewed, withdrawn or closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from nhipcau.facts.errors import InvalidFields
from nhipcau.programme.close_item import close_item
from nhipcau.programme.renew_item import renew_item
from nhipcau.programme.review_item import publish_item, return_item
from nhipcau.programme.send_for_review import send_for_review
from nhipcau.programme.withdraw_item import withdraw_item
from nhipcau.web.forms import Form, version_of
from nhipcau.web.market.items import shown_item
from nhipcau.web.market.sides import SIDES
from nhipcau.web.page import Visit, page, tell
from nhipcau.web.register.asking import last_batch

_VERBS: Final[Mapping[str, tuple[Callable[..., Any], str]]] = {
    "send": (send_for_review, "done.item-sent"),
    "publish": (publish_item, "done.item-published"),
    "renew": (renew_item, "done.item-renewed"),
    "withdraw": (withdraw_item, "done.item-withdrawn"),
    "close": (close_item, "done.item-closed"),
}


@require_POST
@page
def act(request: Visit, side: str, item_id: str, verb: str) -> HttpResponse:
    """Move an item to another state."""
    one = SIDES[side]
    if verb == "return":
        return _give_back(request, side, item_id)
    if verb not in _VERBS:
        raise Http404
    do, done = _VERBS[verb]
    do(request.office, request.actor, one.fact, item_id, version=version_of(request.POST))
    tell(request, done, undo=last_batch(request, one.code, item_id))
    return redirect(one.one_address, item_id)


def _give_back(request: Visit, side: str, item_id: str) -> HttpResponse:
    one, typed = SIDES[side], request.POST
    try:
        return_item(
            request.office,
            request.actor,
            one.fact,
            item_id,
            sentence=typed.get("sentence", ""),
            version=version_of(typed),
        )
    except InvalidFields as wrong:
        view = one.show_item(request.office, request.actor, item_id)
        return shown_item(request, one, view, 422, return_form=Form.again(typed, wrong, "return-"))
    tell(request, "done.item-returned", undo=last_batch(request, one.code, item_id))
    return redirect(one.one_address, item_id)
