"""ETags, cursors, problems, tokens and sessions: what every program meets first."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nhipcau import wiring
from nhipcau.store.accounts import change_account, revoke_token, tokens
from tests.store import things

JSON = "application/json"


def patch(client: Client, path: str, body: dict[str, object], **headers: str) -> Any:
    return client.patch(path, body, content_type=JSON, headers=headers)


def test_fetches_one_thing_with_an_etag_that_names_its_version(officer: Client) -> None:
    answer = officer.get("/api/agreements/agr-1")
    assert answer["ETag"].startswith('"1-')
    assert answer.json()["agreement"]["signed"] == "2021-11-26"
    assert answer.json()["agreement"]["expires_on"] == "2024-11-26"
    assert answer.json()["commitments"][0]["commitment"]["quantity"] == "30.50"


def test_says_not_modified_to_who_has_the_very_answer(officer: Client) -> None:
    tag = officer.get("/api/commitments/com-1")["ETag"]
    again = officer.get("/api/commitments/com-1", headers={"If-None-Match": f'"9-0000000000000000", {tag}'})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)


def test_answers_anew_where_something_below_changed_though_the_version_did_not(officer: Client) -> None:
    tag = officer.get("/api/commitments/com-1")["ETag"]
    body = {"on": "2026-02-02", "note": "x", "quantity": "1"}
    assert officer.post("/api/commitments/com-1/activities", body, content_type=JSON).status_code == 201
    again = officer.get("/api/commitments/com-1", headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert again["ETag"][:3] == tag[:3] == '"1-'
    assert again["ETag"] != tag


def test_changes_what_the_etag_of_the_answer_names(officer: Client) -> None:
    tag = officer.get("/api/commitments/com-1")["ETag"]
    answer = patch(officer, "/api/commitments/com-1", {"due_on": None}, **{"If-Match": tag})
    assert (answer.status_code, answer.json()["due_on"], answer.json()["version"]) == (200, None, 2)
    assert answer.json()["quantity"] == "30.50"
    assert answer["ETag"].startswith('"2-')


def test_a_version_seen_before_somebody_elses_change_is_a_failed_precondition(officer: Client) -> None:
    patch(officer, "/api/organisations/org-idc", {"place": "Huế"}, **{"If-Match": '"1"'})
    answer = patch(officer, "/api/organisations/org-idc", {"place": "Vinh"}, **{"If-Match": '"1"'})
    assert (answer.status_code, answer.json()["code"]) == (412, "error.if-match-old")
    assert officer.get("/api/organisations/org-idc").json()["organisation"]["place"] == "Huế"


def test_a_change_must_name_the_version_it_saw(officer: Client) -> None:
    answer = patch(officer, "/api/agreements/agr-1", {"title": "x"})
    assert (answer.status_code, answer.json()["code"]) == (428, "error.if-match-missing")
    answer = patch(officer, "/api/agreements/agr-1", {"title": "x"}, **{"If-Match": "*"})
    assert (answer.status_code, answer.json()["code"]) == (400, "error.if-match-malformed")


def test_a_quantity_keeps_its_point_whatever_the_language_of_the_sender(officer: Client) -> None:
    answer = patch(officer, "/api/commitments/com-1", {"quantity": "1.500"}, **{"If-Match": '"1"'})
    assert answer.json()["quantity"] == "1.500"


def test_pages_through_a_list_by_cursor(officer: Client) -> None:
    seen, address = [], "/api/organisations?limit=1&sort=name"
    while address:
        answer = officer.get(address)
        seen += [item["organisation"]["id"] for item in answer.json()["items"]]
        assert answer.json()["total"] == 3
        address = answer.get("Link", "").partition(">")[0].removeprefix("<")
    assert sorted(seen) == ["org-idc", "org-kicet", "org-other"]
    assert len(seen) == 3


def test_filters_a_list(officer: Client) -> None:
    found = officer.get("/api/organisations", {"country": "KR"}).json()["items"]
    assert [item["organisation"]["id"] for item in found] == ["org-kicet"]
    assert officer.get("/api/agreements", {"search": "vat lieu"}).json()["total"] == 1
    assert officer.get("/api/agreements", {"year": "1999"}).json()["total"] == 0


def test_a_cursor_that_is_none_of_ours_is_a_problem(officer: Client) -> None:
    answer = officer.get("/api/agreements", {"cursor": "zzz"})
    assert (answer.status_code, answer.json()["code"]) == (400, "error.cursor-malformed")


def test_a_problem_says_what_rfc_9457_asks(officer: Client) -> None:
    answer = officer.get("/api/agreements/nope")
    assert answer["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert problem["type"] == "urn:nhipcau:error:not-found"
    assert (problem["title"], problem["status"], problem["instance"]) == ("Not Found", 404, "/api/agreements/nope")
    assert problem["detail"] == "This entry does not exist, or you may not see it."


def test_all_mistakes_of_a_body_come_at_once_field_by_field(officer: Client) -> None:
    body = {"on": "soon", "participants": 3}
    answer = officer.post("/api/commitments/com-1/activities", body, content_type=JSON)
    assert answer.status_code == 422
    assert {wrong["field"] for wrong in answer.json()["errors"]} == {"on", "note", "participants"}


def test_mistakes_that_the_verb_finds_come_field_by_field(officer: Client) -> None:
    answer = patch(officer, "/api/commitments/com-1", {"owner_id": "nobody"}, **{"If-Match": '"1"'})
    assert answer.status_code == 422
    assert [wrong["field"] for wrong in answer.json()["errors"]] == ["owner_id"]


def test_a_body_that_is_no_json_is_a_problem(officer: Client) -> None:
    answer = officer.post("/api/documents/text", "{oh", content_type=JSON)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_an_address_that_leads_nowhere_is_a_problem(officer: Client) -> None:
    answer = officer.get("/api/horses")
    assert (answer.status_code, answer.json()["code"]) == (404, "error.address-unknown")


def test_a_fault_of_ours_is_a_problem_without_a_trace(officer: Client, monkeypatch: Any, caplog: Any) -> None:
    def broken() -> None:
        raise RuntimeError("inside")

    monkeypatch.setattr(wiring, "office", broken)
    answer = officer.get("/api/desk")
    assert (answer.status_code, answer.json()["code"]) == (500, "error.broken")
    assert b"inside" not in answer.content
    assert "inside" in caplog.text


def test_a_document_is_received_once(officer: Client) -> None:
    body = {"text": "Một văn bản thử ở Hà Nội, không nói về thỏa thuận nào.", "title": "Thử", "published": "2024-06-01"}
    first = officer.post("/api/documents/text", body, content_type=JSON)
    again = officer.post("/api/documents/text", body, content_type=JSON)
    made = first.json()["document"]["id"]
    assert (first.status_code, first["Location"]) == (201, f"/api/documents/{made}")
    assert (again.status_code, again.json()["already_known"], again.json()["document"]["id"]) == (200, True, made)
    assert officer.get(first["Location"]).json()["document"]["published"] == "2024-06-01"


def test_a_file_above_the_limit_is_refused(officer: Client, settings: Any) -> None:
    settings.NHIPCAU_MAX_UPLOAD_BYTES = 10
    answer = officer.post("/api/documents", {"file": SimpleUploadedFile("a.txt", b"x" * 11)})
    assert (answer.status_code, answer.json()["code"]) == (413, "error.file-too-large")


def test_originals_are_kept_never_run(officer: Client, key: str) -> None:
    answer = officer.get("/api/documents/doc-1/original")
    assert answer.content == things.TEXT.encode()
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_a_token_that_was_revoked_opens_nothing(officer: Client) -> None:
    assert officer.get("/api/desk").status_code == 200
    revoke_token("officer", tokens("officer")[0].hint)
    answer = officer.get("/api/desk")
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, 'Bearer realm="nhipcau"')


def test_the_token_of_a_closed_account_opens_nothing(officer: Client) -> None:
    change_account("officer", active=False)
    assert officer.get("/api/desk").status_code == 401


def test_a_session_may_read_and_needs_its_csrf_header_to_change(session: Client) -> None:
    assert session.get("/api/desk").status_code == 200
    refused = patch(session, "/api/agreements/agr-1", {"title": "x"}, **{"If-Match": '"1"'})
    assert (refused.status_code, refused.json()["code"]) == (403, "error.csrf-failed")
    secret = "a" * 32
    session.cookies["csrftoken"] = secret
    allowed = patch(session, "/api/agreements/agr-1", {"title": "x"}, **{"If-Match": '"1"', "X-CSRFToken": secret})
    assert (allowed.status_code, allowed.json()["title"]) == (200, "x")


def test_undo_takes_a_change_back(officer: Client) -> None:
    patch(officer, "/api/agreements/agr-1", {"title": "Khác"}, **{"If-Match": '"1"'})
    batch = officer.get("/api/history", {"kind": "agreement", "id": "agr-1"}).json()["items"][0]["batch"]
    assert officer.post(f"/api/history/{batch}/undo").status_code == 200
    assert officer.get("/api/agreements/agr-1").json()["agreement"]["title"] == things.AGREEMENT.title
