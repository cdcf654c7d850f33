"""A person's own choices come in (theme, access keys of programs); they are kept, and the page shown again."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_POST

from nhipcau.facts.errors import InvalidFields
from nhipcau.facts.message import Message
from nhipcau.programme.permissions import allowed
from nhipcau.store import accounts
from nhipcau.web.forms import Form
from nhipcau.web.page import Visit, page, tell
from nhipcau.web.shell import THEME_COOKIE, THEMES

_YEAR: Final = 365 * 24 * 3600
_LONGEST_LABEL: Final = 100


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme in a cookie and go back to the page."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}):
        back = "/"
    response = HttpResponseRedirect(back)
    chosen = request.POST.get("theme", "system")
    if chosen in THEMES:
        response.set_cookie(THEME_COOKIE, chosen, _YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return response


@require_GET
@page
def account(request: Visit) -> HttpResponse:
    """Show who one is here, and the access keys of one's programs."""
    return _account_page(request, Form())


@require_POST
@never_cache
@sensitive_variables("secret")
@page
def add_key(request: Visit) -> HttpResponse:
    """Make an access key; its secret stands on this answer and nowhere else."""
    label = request.POST.get("label", "").strip()
    wrong = _mistake_in(label)
    if wrong:
        form = Form.again(request.POST, InvalidFields({"label": wrong}))
        return _account_page(request, form, status=422)
    secret = accounts.issue_token(_user_name(request), label)
    return _account_page(request, Form(), secret=secret)


@require_POST
@page
def revoke_key(request: Visit) -> HttpResponse:
    """Take the validity from an access key."""
    accounts.revoke_token(_user_name(request), request.POST.get("hint", ""))
    tell(request, "done.key-revoked")
    return redirect("web:account")


def _mistake_in(label: str) -> Message | None:
    if not label:
        return Message("field.required")
    if len(label) > _LONGEST_LABEL:
        return Message("field.too-long", {"length": len(label), "limit": _LONGEST_LABEL})
    return None


def _account_page(request: Visit, form: Form, *, secret: str = "", status: int = 200) -> HttpResponse:
    keys = accounts.tokens(_user_name(request))
    context = {
        "form": form,
        "keys": keys,
        "secret": secret,
        "user_name": _user_name(request),
        "may_follow": allowed(request.actor, "match.see"),
    }
    return render(request, "nhipcau/account.html", context, status=status)


def _user_name(request: Visit) -> str:
    return request.user.get_username()
