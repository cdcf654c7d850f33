from __future__ import annotations

import json
from typing import Any

from django.test import Client

from tests.api.conftest import Clients
from tests.store import things

OTHER = "/api/organisations/org-other"
HERE = f"/api/organisations/{things.CENTRE.id}"


def send(client: Client, method: str, path: str, body: object, tag: str = "") -> Any:
    headers = {"If-Match": tag} if tag else {}
    return client.generic(method, path, json.dumps(body), "application/json", headers=headers)


def merged(officer: Client) -> Any:
    tag = officer.get(HERE)["ETag"]
    return send(officer, "POST", f"{HERE}/merge", {"gone": "org-other", "despite": True}, tag)


def test_an_old_address_leads_to_the_one_that_stands(officer: Client) -> None:
    assert merged(officer).status_code == 200
    answer = officer.get(OTHER)
    assert (answer.status_code, answer["Location"]) == (308, HERE)
    assert answer.json()["params"]["into"] == things.CENTRE.id


def test_a_list_leaves_out_what_was_merged_away(officer: Client) -> None:
    merged(officer)
    assert "org-other" not in [row["organisation"]["id"] for row in officer.get("/api/organisations").json()["items"]]


def test_a_merge_is_taken_back_by_the_old_id(officer: Client) -> None:
    merged(officer)
    done = send(officer, "POST", f"{OTHER}/unmerge", {})
    assert (done.status_code, done.json()["merge"]["gone"]) == (200, "org-other")
    assert officer.get(OTHER).status_code == 200
    assert send(officer, "POST", f"{OTHER}/unmerge", {}).status_code == 404


def test_the_second_merge_of_the_same_pair_is_a_conflict(officer: Client) -> None:
    tag = officer.get(HERE)["ETag"]
    merged(officer)
    late = send(officer, "POST", f"{HERE}/merge", {"gone": "org-other", "despite": True}, tag)
    assert (late.status_code, late.json()["code"]) == (409, "error.already-merged")


def test_what_speaks_against_a_merge_comes_with_the_refusal(officer: Client) -> None:
    tag = officer.get("/api/organisations/review/dbt-1")["ETag"]
    assert send(officer, "POST", "/api/organisations/review/dbt-1", {"decision": "different"}, tag).status_code == 200
    refused = send(officer, "POST", f"{HERE}/merge", {"gone": "org-other"}, officer.get(HERE)["ETag"])
    assert (refused.status_code, refused.json()["code"]) == (409, "error.merge-vetoed")
    assert "veto.decided" in [veto["code"] for veto in refused.json()["params"]["vetoes"]]


def test_a_decision_names_the_version_it_saw(officer: Client) -> None:
    assert send(officer, "POST", "/api/organisations/review/dbt-1", {"decision": "later"}).status_code == 428
    assert send(officer, "POST", "/api/organisations/review/dbt-1", {"decision": "later"}, '"9"').status_code == 412


def test_a_choice_is_made_and_taken_back(officer: Client) -> None:
    tag = officer.get(HERE)["ETag"]
    made = send(officer, "PUT", f"{HERE}/choices", {"field": "country", "value": "VN"}, tag)
    assert [choice["field"] for choice in made.json()["chosen"]] == ["country"]
    back = send(officer, "PUT", f"{HERE}/choices", {"field": "country", "value": None}, made["ETag"])
    assert back.json()["chosen"] == []


def test_who_speaks_for_a_merged_body_speaks_for_the_one_that_stands(officer: Client, client_of: Clients) -> None:
    stranger = client_of("stranger")
    assert stranger.get(HERE).status_code == 404
    merged(officer)
    assert stranger.get(HERE).status_code == 200
    assert stranger.get("/api/organisations/review").status_code == 403
    send(officer, "POST", f"{OTHER}/unmerge", {})
    assert stranger.get(HERE).status_code == 404


def test_numbers_are_set_and_checked(officer: Client) -> None:
    tag = officer.get(HERE)["ETag"]
    numbers = {"identifiers": [{"scheme": "VN-MST", "value": "0100109106"}], "founded": 1994, "phone": "024 3825 5555"}
    changed = send(officer, "PATCH", HERE, numbers, tag)
    assert changed.status_code == 200
    assert changed.json()["identifiers"] == [{"scheme": "VN-MST", "value": "0100109106"}]
    wrong = send(officer, "PATCH", HERE, {"identifiers": [{"scheme": "X", "value": "1"}]}, changed["ETag"])
    assert wrong.status_code == 422
