from __future__ import annotations

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.test import RequestFactory
from django.utils import translation

from nhipcau.web import errors


def test_a_body_above_the_limit_is_told_apart() -> None:
    request = RequestFactory(HTTP_HOST="localhost").post("/documents/receive/")
    assert errors.bad_request(request, RequestDataTooBig("big")).status_code == 413
    assert errors.bad_request(request, SuspiciousOperation("odd")).status_code == 400


def test_a_fault_of_ours_needs_neither_session_nor_database() -> None:
    with translation.override("ko"):
        answer = errors.broken(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "시스템에 문제가 생겨" in answer.content.decode()


def test_too_many_attempts_are_told_in_words() -> None:
    with translation.override("vi"):
        answer = errors.too_many_requests(RequestFactory(HTTP_HOST="localhost").get("/account/login/"))
    assert answer.status_code == 429
    assert "vài phút" in answer.content.decode()
