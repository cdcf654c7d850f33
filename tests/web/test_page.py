from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation
from django_htmx.middleware import HtmxDetails

from nhipcau.facts.actor import Role
from nhipcau.facts.errors import (
    BadInput,
    Conflict,
    DocumentRefused,
    InvalidFields,
    NhipCauError,
    NotAllowed,
    NotFound,
    Unavailable,
)
from nhipcau.facts.message import Message
from nhipcau.store.models import User
from nhipcau.web.page import Visit, page, tell

TREE = [
    (NotFound("error.not-found"), 404),
    (NotAllowed("error.not-allowed"), 403),
    (Conflict("error.changed-meanwhile"), 409),
    (InvalidFields({"due_on": Message("field.required")}), 422),
    (BadInput("error.sort-unknown"), 400),
    (DocumentRefused("error.file-too-large", size=30, limit=20), 413),
    (Unavailable("error.disk-full"), 503),
]


def visit(user: User | AnonymousUser, *, by_htmx: bool = False, **headers: str) -> Visit:
    request = RequestFactory(HTTP_HOST="localhost").post("/drafts/1/confirm/?x=1", headers=headers)
    request.user = user
    request.session = SessionStore()
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]  # what Django's middleware does
    request.htmx = HtmxDetails(request)  # type: ignore[attr-defined]  # what django-htmx's middleware does
    assert bool(request.htmx) is by_htmx  # type: ignore[attr-defined]  # as above
    return request  # type: ignore[return-value]  # a request becomes a visit here


def officer() -> User:
    return User(username="lan", full_name="Nguyễn Thị Lan", role=Role.OFFICER, pk=7)


def failing(error: NhipCauError) -> HttpResponse:
    @page
    def view(request: Visit) -> HttpResponse:
        raise error

    return view(visit(officer(), referer="http://localhost/drafts/1/"))


@pytest.mark.parametrize(("error", "status"), TREE, ids=lambda value: getattr(value, "code", ""))
def test_every_error_has_its_status_and_a_way_back(error: NhipCauError, status: int) -> None:
    answer = failing(error)
    assert answer.status_code == status
    assert 'href="/drafts/1/"' in answer.content.decode()


def test_names_every_mistake_of_a_form() -> None:
    with translation.override("vi"):
        body = failing(InvalidFields({"a": Message("field.required")})).content.decode()
    assert "Hãy điền mục này." in body


def test_no_way_back_to_a_foreign_site() -> None:
    @page
    def view(request: Visit) -> HttpResponse:
        raise NotFound("error.not-found")

    answer = view(visit(officer(), referer="http://evil.example/drafts/1/"))
    assert "evil.example" not in answer.content.decode()


def test_htmx_gets_a_message_instead_of_a_page() -> None:
    @page
    def view(request: Visit) -> HttpResponse:
        raise Conflict("error.changed-meanwhile")

    answer = view(visit(officer(), by_htmx=True, hx_request="true"))
    assert (answer.status_code, answer["HX-Retarget"], answer["HX-Reselect"]) == (409, "#messages", ".message")
    assert "<html" not in answer.content.decode()


def test_puts_the_actor_and_the_office_there() -> None:
    @page
    def view(request: Visit) -> HttpResponse:
        return HttpResponse(f"{request.actor.name}, {request.actor.role}, {request.office.limits.most_files}")

    assert view(visit(officer())).content.decode() == "Nguyễn Thị Lan, officer, 20"


def test_nobody_is_sent_to_sign_in_and_back() -> None:
    @page
    def view(request: Visit) -> HttpResponse:
        return HttpResponse("never")

    answer = view(visit(AnonymousUser()))
    assert (answer.status_code, answer["Location"]) == (302, "/account/login/?next=/drafts/1/confirm/%3Fx%3D1")


def test_htmx_leaves_the_page_to_sign_in() -> None:
    @page
    def view(request: Visit) -> HttpResponse:
        return HttpResponse("never")

    headers = {"hx_request": "true", "hx_current_url": "http://localhost/drafts/1/"}
    answer = view(visit(AnonymousUser(), by_htmx=True, **headers))
    assert answer["HX-Redirect"] == "/account/login/?next=/drafts/1/"


def test_a_message_may_carry_its_way_back() -> None:
    request = visit(officer())
    tell(request, "done.undone", undo="0k3batch")
    [message] = list(request._messages)  # type: ignore[attr-defined]  # what Django's middleware puts there
    assert "undo:0k3batch" in message.extra_tags
