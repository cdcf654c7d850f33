"""Every route of the API is tried by every role."""

from __future__ import annotations

import json
from typing import NamedTuple

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nhipcau.api.site import api
from tests.api.conftest import Clients

ROLES = ("administrator", "officer", "adviser", "enterprise", "stranger", "viewer")


class Try(NamedTuple):
    """A request, and the status for administrator, officer, adviser, enterprise, stranger, viewer."""

    method: str
    path: str
    statuses: str
    body: object = None


ALL = "200 200 200 200 200 200"
PARTY = "200 200 200 200 404 200"
STAFF = "200 200 200 403 403 403"
EDITS = "200 200 403 403 403 403"
MAKES = "201 201 403 403 403 403"
LOGS = "201 201 201 201 404 403"
ACTIVITY = "200 200 403 403 404 403"
POSTS = "200 200 200 200 403 403"
NO_STEP = "404 404 403 403 403 403"
DEALS = "200 200 200 200 404 403"
POSTED = {"kind": "product", "text": "Cần 2 xưởng dập vuốt thép DC04"}
LABELS = [{"language": "vi", "text": "tranh Đông Hồ", "preferred": True}]

TRIES = (
    Try("GET", "/agreements", ALL),
    Try("GET", "/agreements/{agreement_id}", PARTY),
    Try("PATCH", "/agreements/{agreement_id}", EDITS, {"title": "IDC – KICET"}),
    Try("PUT", "/agreements/{agreement_id}/renewal", EDITS, {"renewal_of": None}),
    Try("PUT", "/agreements/{agreement_id}/review", EDITS, {"on": "2026-02-01"}),
    Try("GET", "/agreements/{agreement_id}/texts", PARTY),
    Try("POST", "/agreements/{agreement_id}/texts", EDITS, {"document_id": "doc-1"}),
    Try("POST", "/agreements/{agreement_id}/commitments", MAKES, {"code": "training", "text": "Đào tạo"}),
    Try("GET", "/commitments", ALL),
    Try("GET", "/commitments/{commitment_id}", PARTY),
    Try("PATCH", "/commitments/{commitment_id}", EDITS, {"quantity": "12.5", "unit": "người"}),
    Try("PUT", "/commitments/{commitment_id}/abandonment", EDITS, {"reason": "Không còn ngân sách"}),
    Try("DELETE", "/commitments/{commitment_id}/abandonment", "409 409 403 403 403 403"),
    Try("POST", "/commitments/{commitment_id}/activities", LOGS, {"on": "2026-02-01", "note": "Khóa 2"}),
    Try("GET", "/activities", ALL),
    Try("GET", "/activities/{activity_id}", PARTY),
    Try("PATCH", "/activities/{activity_id}", ACTIVITY, {"note": "Khóa đầu"}),
    Try("DELETE", "/activities/{activity_id}", "204 204 403 403 404 403"),
    Try("POST", "/activities/{activity_id}/files", ACTIVITY, "files"),
    Try("GET", "/activities/{activity_id}/files/{key}", PARTY),
    Try("GET", "/organisations", ALL),
    Try("GET", "/organisations/{organisation_id}", PARTY),
    Try("PATCH", "/organisations/{organisation_id}", EDITS, {"place": "Hà Nội"}),
    Try("GET", "/organisations/imports", EDITS),
    Try("POST", "/organisations/imports", "422 422 403 403 403 403", "file"),
    Try("GET", "/organisations/imports/{import_id}", "404 404 403 403 403 403"),
    Try("PUT", "/organisations/imports/{import_id}/columns", "404 404 403 403 403 403", {"mapping": ["name"]}),
    Try("PATCH", "/organisations/imports/{import_id}/rows/{number}", "404 404 403 403 403 403", {"skipped": True}),
    Try("POST", "/organisations/imports/{import_id}/commit", "404 404 403 403 403 403"),
    Try("POST", "/organisations/imports/{import_id}/undo", "404 404 403 403 403 403"),
    Try("GET", "/organisations/review", EDITS),
    Try("GET", "/organisations/review/{doubt_id}", EDITS),
    Try("POST", "/organisations/review/{doubt_id}", EDITS, {"decision": "later"}),
    Try("POST", "/organisations/review/run", EDITS, {}),
    Try("POST", "/organisations/{organisation_id}/merge", EDITS, {"gone": "org-other", "despite": True}),
    Try("POST", "/organisations/{organisation_id}/unmerge", "404 404 403 403 403 403"),
    Try("PUT", "/organisations/{organisation_id}/choices", EDITS, {"field": "country", "value": "VN"}),
    Try("GET", "/people", ALL),
    Try("GET", "/people/{person_id}", PARTY),
    Try("GET", "/people/suggest", ALL),
    Try("PATCH", "/people/{person_id}", EDITS, {"posts": []}),
    Try("GET", "/people/review", EDITS),
    Try("POST", "/people/review/run", EDITS),
    Try("GET", "/people/review/{doubt_id}", EDITS),
    Try("POST", "/people/review/{doubt_id}", EDITS, {"decision": "later"}),
    Try("POST", "/people/{person_id}/merge", "404 404 403 403 403 403", {"gone": "person-nobody"}),
    Try("POST", "/people/{person_id}/unmerge", "404 404 403 403 403 403"),
    Try("GET", "/organisations/suggest", ALL),
    Try("GET", "/needs", ALL),
    Try("POST", "/needs", "201 201 201 201 403 403", {**POSTED, "organisation_id": "org-idc"}),
    Try("GET", "/needs/{need_id}", ALL),
    Try("PATCH", "/needs/{need_id}", POSTS, {"title": "Chốt bản lề"}),
    Try("GET", "/needs/{need_id}/matches", POSTS),
    Try("POST", "/needs/{need_id}/return", "409 409 409 403 403 403", {"sentence": "Nêu rõ vật liệu."}),
    Try("POST", "/needs/{need_id}/{act}", POSTS),
    Try("GET", "/offers", ALL),
    Try("POST", "/offers", "201 201 201 201 403 403", {**POSTED, "organisation_id": "org-idc"}),
    Try("GET", "/offers/{offer_id}", ALL),
    Try("PATCH", "/offers/{offer_id}", STAFF, {"title": "선반 가공"}),
    Try("GET", "/offers/{offer_id}/matches", STAFF),
    Try("POST", "/offers/{offer_id}/attributes", STAFF, {"property": "certificate", "value": "ISO 9001"}),
    Try("POST", "/offers/{offer_id}/return", "409 409 409 403 403 403", {"sentence": "소재를 적어 주십시오."}),
    Try("POST", "/offers/{offer_id}/{act}", STAFF),
    Try("GET", "/matches", "200 200 200 200 200 403"),
    Try("POST", "/matches", "201 201 201 201 403 403", {"need_id": "nee-1", "offer_id": "off-1"}),
    Try("GET", "/matches/funnel", ALL),
    Try("GET", "/matches/{match_id}", "200 200 200 200 404 403"),
    Try("POST", "/matches/{match_id}/accept", DEALS, {"side": "need"}),
    Try("POST", "/matches/{match_id}/decline", DEALS, {"side": "need", "reason": "too-early"}),
    Try("POST", "/matches/{match_id}/reopen", "409 409 409 409 404 403", {}),
    Try("PUT", "/matches/{match_id}/stage", "409 409 409 409 404 403", {"stage": "introduced"}),
    Try("PATCH", "/matches/{match_id}/values", DEALS, {"discussed": {"amount": "1500.50", "currency": "USD"}}),
    Try("GET", "/matches/new", "200 200 200 200 200 403"),
    Try("GET", "/plans", "200 200 200 200 200 403"),
    Try("POST", "/plans", "201 201 201 201 404 403", {"offer_id": "off-3"}),
    Try("GET", "/plans/gaps", "200 200 200 200 200 403"),
    Try("GET", "/plans/{plan_id}", "200 200 200 200 404 403"),
    Try("POST", "/plans/{plan_id}/steps/{offer_id}/accept", NO_STEP, {"commitment_id": "com-1"}),
    Try("POST", "/plans/{plan_id}/steps/{offer_id}/drop", NO_STEP, {}),
    Try("POST", "/plans/{plan_id}/steps/{offer_id}/finish", "404 404 404 403 403 403", {}),
    Try("GET", "/market/coverage", ALL),
    Try("GET", "/market/openings", "200 200 200 200 200 403"),
    Try("GET", "/market/supply", ALL),
    Try("GET", "/concepts", ALL),
    Try("POST", "/concepts/tag", "200 200 200 200 200 403", {"text": "Cần dập vuốt thép DC04"}),
    Try("GET", "/concepts/own", STAFF),
    Try("POST", "/concepts/own", MAKES, {"facet": "product", "labels": LABELS}),
    Try("PATCH", "/concepts/own/{concept_id}", EDITS, {"note": "Gia Lâm, Hà Nội"}),
    Try("DELETE", "/concepts/own/{concept_id}", "204 204 403 403 403 403"),
    Try("GET", "/documents", ALL),
    Try("GET", "/documents/{document_id}", PARTY),
    Try("GET", "/documents/{document_id}/original", STAFF),
    Try("POST", "/documents", MAKES, "file"),
    Try("POST", "/documents/text", MAKES, {"text": "Hôm nay trời đẹp ở Hà Nội và mọi người đi làm."}),
    Try("GET", "/drafts", STAFF),
    Try("GET", "/drafts/{draft_id}", STAFF),
    Try("GET", "/history", STAFF),
    Try("POST", "/history/{batch}/undo", "404 404 403 403 403 403"),
    Try("GET", "/desk", ALL),
    Try("GET", "/search", ALL),
)
IDS = {
    "agreement_id": "agr-1",
    "commitment_id": "com-1",
    "activity_id": "act-1",
    "organisation_id": "org-idc",
    "person_id": "person-minh",
    "document_id": "doc-1",
    "draft_id": "draft-1",
    "doubt_id": "dbt-1",
    "batch": "batch-0",
    "need_id": "nee-1",
    "offer_id": "off-1",
    "match_id": "mat-1",
    "plan_id": "pla-1",
    "concept_id": "own:gom-bat-trang",
    "act": "renew",
    "import_id": "imp-0",
    "number": "2",
}


def test_every_route_is_tried() -> None:
    schema = api.get_openapi_schema(path_prefix="/api")
    routes = {
        (method.upper(), path.removeprefix("/api"))
        for path, operations in schema["paths"].items()
        for method in operations
    }
    assert routes == {(one.method, one.path) for one in TRIES}


def send(client: Client, one: Try, key: str) -> int:
    path = "/api" + one.path.format(**IDS, key=key) + ("?q=idc" if one.path == "/search" else "")
    if isinstance(one.body, str):
        files = {one.body: SimpleUploadedFile("bài.txt", "Một bài báo khác hẳn, không có thỏa thuận.".encode())}
        return client.post(path, files, headers={"If-Match": '"1"'}).status_code
    body = json.dumps(one.body) if one.body is not None else ""
    answer = client.generic(one.method, path, body, "application/json", headers={"If-Match": '"1"'})
    if answer.status_code >= 400:
        assert answer["Content-Type"] == "application/problem+json"
    return answer.status_code


@pytest.mark.parametrize("one", TRIES, ids=lambda one: f"{one.method} {one.path}")
@pytest.mark.parametrize("who", ROLES)
def test_each_role_may_do_what_the_rules_say(one: Try, who: str, client_of: Clients, key: str) -> None:
    assert send(client_of(who), one, key) == int(one.statuses.split()[ROLES.index(who)])


@pytest.mark.parametrize("one", TRIES, ids=lambda one: f"{one.method} {one.path}")
def test_nobody_unknown_gets_anything(one: Try, key: str) -> None:
    assert send(Client(HTTP_HOST="localhost"), one, key) == 401
