"""A signed-in person's request comes in; the view's page goes out, or the page of what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec, cast

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from nhipcau import wiring
from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import MergedInto, NhipCauError
from nhipcau.facts.message import Message
from nhipcau.programme.office import Office
from nhipcau.web.errors import refusal
from nhipcau.web.voice import reading_language, spoken

P = ParamSpec("P")


class Visit(HttpRequest):
    """A request of a signed-in person: ``actor`` and ``office`` are what every verb and query asks for."""

    actor: Actor
    office: Office
    htmx: HtmxDetails


View = Callable[Concatenate[Visit, P], HttpResponse]


def page(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Ask for a signed-in person, and turn an error of our tree into the page and the status that say it."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return _to_sign_in(request)
        visit = cast("Visit", request)
        # What is typed is written as the page is written: numbers follow the language of the page.
        visit.actor = replace(wiring.actor_of(request.user), language=reading_language())
        visit.office = wiring.office()
        try:
            return view(visit, *args, **kwargs)
        except MergedInto as old:
            return _to_the_one_that_stands(request, old)
        except NhipCauError as error:
            return refusal(request, error)

    return answer


def _to_the_one_that_stands(request: HttpRequest, old: MergedInto) -> HttpResponse:
    """Lead an old address to the page of what it turned out to be; a form is to be opened anew."""
    if request.method not in ("GET", "HEAD"):
        return refusal(request, old)
    # Programs may rewrite their links; browsers keep nothing, for a merge can be taken back.
    address = reverse(f"web:{old.message.params['kind']}", args=[old.into])
    return HttpResponse(
        status=HTTPStatus.PERMANENT_REDIRECT, headers={"Location": address, "Cache-Control": "no-store"}
    )


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    htmx = cast("Visit", request).htmx
    back = (htmx.current_url_abs_path or "/") if htmx else request.get_full_path()
    response = redirect_to_login(back)
    return HttpResponseClientRedirect(response.url) if htmx else response


def tell(request: HttpRequest, code: str, *, undo: str = "", **params: object) -> None:
    """Show a message on the next page; ``undo`` names the batch that its button takes back."""
    text = spoken(Message(code, params))
    messages.success(request, text, extra_tags=f"undo:{undo}" if undo else "")


def language_of(request: HttpRequest) -> str:
    """The language that this request is answered in: vi, ko or en."""
    del request  # Django keeps the language of the running request
    return reading_language()
