"""An administrator's choices about the people of the office come in; their accounts are kept and shown."""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from nhipcau.facts.actor import Role
from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.errors import Conflict, InvalidFields
from nhipcau.facts.message import Message
from nhipcau.programme.permissions import demand
from nhipcau.programme.queries.organisation_list import organisation_list
from nhipcau.store import accounts
from nhipcau.web.forms import Form
from nhipcau.web.page import Visit, page, tell
from nhipcau.words.names import shown_name

_PERMISSION: Final = "office.administer"
_MOST_ORGANISATIONS: Final = 200


@never_cache
@sensitive_variables("password")
@page
def office_accounts(request: Visit) -> HttpResponse:
    """List the accounts; a POST adds one, whose first password stands on this answer alone."""
    demand(request.actor, _PERMISSION)
    if request.method != "POST":
        return _shown(request, Form({"role": Role.OFFICER, "language": request.actor.language}))
    password = accounts.fresh_password()
    try:
        username = _added(request, password)
    except InvalidFields as wrong:
        return _shown(request, Form.again(request.POST, wrong), status=422)
    return _shown(request, Form({"role": Role.OFFICER}), username=username, password=password)


@require_POST
@page
def change(request: Visit, username: str) -> HttpResponse:
    """Change what an account may do; nobody takes the own role or access away."""
    demand(request.actor, _PERMISSION)
    if username == request.user.get_username():
        raise Conflict("error.own-account")
    active = request.POST.get("active", "") == "on"
    accounts.change_account(username, active=active, **_parts(request))
    tell(request, "done.account-changed")
    return redirect("web:accounts")


@require_POST
@never_cache
@sensitive_variables("password")
@page
def renew_password(request: Visit, username: str) -> HttpResponse:
    """Give an account a fresh password; it stands on this answer alone."""
    demand(request.actor, _PERMISSION)
    password = accounts.fresh_password()
    accounts.set_password(username, password)
    return _shown(request, Form({"role": Role.OFFICER}), username=username, password=password)


def _added(request: Visit, password: str) -> str:
    username = request.POST.get("username", "").strip()
    if not username:
        raise InvalidFields({"username": Message("field.required")})
    parts: dict[str, object] = {**_parts(request), "name": request.POST.get("name", "").strip() or None}
    try:
        accounts.add_account(username, password=password, demo=False, **parts)
    except Conflict as known:
        raise InvalidFields({"username": known.message}) from known
    return username


def _parts(request: Visit) -> dict[str, str]:
    """Role, language and organisation as chosen; a role that is none of ours is a mistake of the form."""
    parts = {key: request.POST.get(key, "").strip() for key in ("role", "language", "organisation_id")}
    wrong = {
        key: Message("field.code-unknown")
        for key, known in (("role", tuple(Role)), ("language", LANGUAGES))
        if parts[key] and parts[key] not in known
    }
    if wrong:
        raise InvalidFields(wrong)
    return {key: value for key, value in parts.items() if value or key == "organisation_id"}


def _shown(request: Visit, form: Form, *, username: str = "", password: str = "", status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "accounts": accounts.accounts(),
        "organisations": _organisations(request),
        "own": request.user.get_username(),
        "username": username,
        "password": password,
    }
    return render(request, "nhipcau/office_accounts.html", context, status=status)


def _organisations(request: Visit) -> list[tuple[str, str]]:
    found = organisation_list(request.office, request.actor, limit=_MOST_ORGANISATIONS).items
    return [(row.organisation.id, shown_name(row.organisation.names, request.actor.language)) for row in found]
