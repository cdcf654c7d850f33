"""Needs, offers, matches and concepts as a program meets them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from tests.api.conftest import Clients

JSON = "application/json"
POSTED: dict[str, Any] = {
    "organisation_id": "org-idc",
    "kind": "product",
    "text": "Tìm xưởng tiện tự động làm chốt bản lề phi 2,5 bằng inox, khối lượng lớn quanh năm.",
    "requirements": [
        {"property": "tolerance", "comparison": "<=", "value": "1.500", "unit": "mm"},
        {"property": "certificate", "value": "ISO 9001", "must": False},
    ],
}


def send(client: Client, method: str, path: str, body: object = None, seen: str = '"1"') -> Any:
    return client.generic(method, path, json.dumps(body) if body is not None else "", JSON, headers={"If-Match": seen})


def test_a_need_is_posted_sent_published_and_found(client_of: Clients) -> None:
    firm, adviser = client_of("enterprise"), client_of("adviser")
    made = firm.post("/api/needs", {**POSTED, "organisation_id": None}, content_type=JSON)
    assert (made.status_code, made.json()["state"], made.json()["organisation_id"]) == (201, "draft", "org-idc")
    address = made["Location"]
    sent = send(firm, "POST", f"{address}/send", seen=made["ETag"])
    assert sent.json()["state"] == "in-review"
    back = send(adviser, "POST", f"{address}/return", {"sentence": "Nêu rõ mác thép."}, sent["ETag"])
    assert (back.json()["state"], back.json()["returned"]) == ("draft", "Nêu rõ mác thép.")
    again = send(firm, "POST", f"{address}/send", seen=back["ETag"])
    published = send(adviser, "POST", f"{address}/publish", seen=again["ETag"])
    assert published.json()["state"] == "published"
    assert adviser.get("/api/needs", {"search": "phi 2,5"}).json()["total"] == 1


def test_a_number_means_the_same_in_every_language(client_of: Clients) -> None:
    made = client_of("officer").post("/api/needs", POSTED, content_type=JSON).json()
    assert made["requirements"][0]["value"] == "1.500"
    assert (made["requirements"][1]["comparison"], made["requirements"][1]["must"]) == ("has", False)


@pytest.mark.parametrize(("act", "state"), [("renew", "published"), ("withdraw", "withdrawn"), ("close", "closed")])
def test_what_is_on_the_market_is_renewed_withdrawn_or_closed(officer: Client, act: str, state: str) -> None:
    assert send(officer, "POST", f"/api/offers/off-1/{act}").json()["state"] == state


def test_an_act_that_is_none_is_refused(officer: Client) -> None:
    assert send(officer, "POST", "/api/offers/off-1/sell").status_code == 422
    answer = send(officer, "POST", "/api/offers/off-1/publish")
    assert (answer.status_code, answer.json()["code"]) == (409, "error.item-state")


def test_mistakes_of_a_need_come_row_by_row(officer: Client) -> None:
    rows = [{"property": "tolerance", "value": 5, "unit": "kg"}, {"property": "colour", "value": "red"}]
    answer = officer.post("/api/needs", {**POSTED, "requirements": rows}, content_type=JSON)
    assert answer.status_code == 422
    assert {wrong["field"] for wrong in answer.json()["errors"]} == {"requirements.1.unit", "requirements.2.property"}


def test_says_why_an_offer_fits_in_the_language_asked_for(officer: Client) -> None:
    found = officer.get("/api/needs/nee-1/matches", headers={"Accept-Language": "vi"}).json()
    pair = next(one for one in found["matches"] if one["row"]["other"]["item"]["id"] == "off-1")
    assert pair["row"]["fit"]["score"] == sum(part["points"] for part in pair["row"]["fit"]["parts"])
    assert len(pair["reasons"]) == len(pair["row"]["fit"]["parts"])
    assert [check["standing"] for check in pair["row"]["fit"]["checks"]] == ["met", "not-stated"]
    assert pair["open_questions"] == ["Chứng nhận ISO 9001"]
    other = officer.get("/api/needs/nee-1/matches", headers={"Accept-Language": "ko"}).json()
    assert other["matches"][0]["reasons"] != found["matches"][0]["reasons"]


def test_a_certificate_that_is_recorded_closes_a_question(officer: Client) -> None:
    body = {"property": "certificate", "value": "ISO 9001", "evidence": "Giấy chứng nhận VN-0421"}
    changed = send(officer, "POST", "/api/offers/off-1/attributes", body)
    assert changed.json()["attributes"][-1]["value"] == "ISO 9001"
    found = officer.get("/api/needs/nee-1/matches").json()["matches"]
    assert [check["standing"] for check in found[0]["row"]["fit"]["checks"]] == ["met", "met"]


def test_nothing_tells_who_is_behind_a_confidential_offer(client_of: Clients) -> None:
    firm = client_of("enterprise")
    listed = firm.get("/api/offers").json()["items"]
    found = firm.get("/api/needs/nee-1/matches").json()["matches"]
    told = [
        *(row for row in listed if row["item"]["id"] == "off-2"),
        *(pair for pair in found if pair["row"]["other"]["item"]["id"] == "off-2"),
        *(firm.get(address).json() for address in ("/api/offers/off-2", "/api/matches", "/api/matches/mat-1")),
    ]
    assert len(told) == 5
    assert [word for word in ("KICET", "org-kicet", "세라믹기술원") if word in str(told)] == []
    assert firm.get("/api/offers", {"organisation_id": "org-kicet"}).json()["total"] == 1
    accepted = send(firm, "POST", "/api/matches/mat-1/accept", {"side": "need"})
    assert (accepted.json()["stage"], accepted.json()["offer_organisation_id"]) == ("accepted-by-one", "")


def test_a_match_goes_from_a_proposal_to_its_values(officer: Client) -> None:
    made = officer.post("/api/matches", {"need_id": "nee-1", "offer_id": "off-1"}, content_type=JSON)
    address, tag = made["Location"], made["ETag"]
    again = officer.post("/api/matches", {"need_id": "nee-1", "offer_id": "off-1"}, content_type=JSON)
    assert (again.status_code, again.json()["params"]["id"]) == (409, made.json()["id"])
    for side in ("need", "offer"):
        tag = send(officer, "POST", f"{address}/accept", {"side": side}, tag)["ETag"]
    assert len(officer.get(address).json()["view"]["contacts"]) == 2
    tag = send(officer, "PUT", f"{address}/stage", {"stage": "introduced", "note": "Qua thư"}, tag)["ETag"]
    worth = {"contract": {"amount": "12000.50", "currency": "USD"}}
    valued = send(officer, "PATCH", f"{address}/values", worth, tag)
    assert (valued.json()["contract"]["amount"], valued.json()["mou"]) == ("12000.50", None)
    assert send(officer, "PUT", f"{address}/stage", {"stage": "meeting"}, tag).status_code == 412
    totals = officer.get("/api/matches/funnel").json()["totals"]
    assert [(total["kind"], total["currency"]) for total in totals] == [("contract", "USD")]


def test_a_declined_match_stays_so_until_it_is_opened_again(client_of: Clients) -> None:
    firm, officer = client_of("enterprise"), client_of("officer")
    no = send(firm, "POST", "/api/matches/mat-1/decline", {"side": "need", "reason": "other", "note": "Đã có đối tác"})
    assert (no.json()["stage"], no.json()["declined_reason"]) == ("declined", "other")
    assert send(officer, "POST", "/api/matches/mat-1/accept", {"side": "need"}, no["ETag"]).status_code == 409
    assert send(officer, "POST", "/api/matches/mat-1/reopen", {}, no["ETag"]).status_code in {403, 409}
    assert send(firm, "POST", "/api/matches/mat-1/reopen", {}, no["ETag"]).json()["stage"] == "accepted-by-one"


def test_a_plan_is_made_and_says_what_nobody_offers(client_of: Clients) -> None:
    firm = client_of("enterprise")
    made = firm.post("/api/plans", {"offer_id": "off-3", "need_id": "nee-1"}, content_type=JSON)
    assert (made.status_code, made.json()["need_id"]) == (201, "nee-1")
    plan = firm.get(made["Location"]).json()["row"]["plan"]
    assert [gap["requirement"]["property"] for gap in plan["gaps"]] == ["tolerance"]
    lacking = firm.get("/api/plans/gaps").json()
    assert [row["gap"]["requirement"]["property"] for row in lacking] == ["tolerance"]
    assert firm.get("/api/plans", {"offer_id": "off-3"}).json()["total"] == 2


def test_new_pairs_are_listed_since_a_moment(client_of: Clients) -> None:
    officer, firm = client_of("officer"), client_of("enterprise")
    assert send(officer, "PATCH", "/api/needs/nee-1", {"title": "Chốt bản lề"}).status_code == 200
    found = firm.get("/api/matches/new").json()
    assert [(one["mine"], one["offer"]["item"]["id"]) for one in found] == [("need", "off-1")]
    assert firm.get("/api/matches/new", {"since": "2099-01-01T00:00:00Z"}).json() == []


def test_concepts_are_found_in_any_language_and_in_a_text(officer: Client) -> None:
    found = officer.get("/api/concepts", {"q": "사출", "limit": "3"}).json()
    assert found[0]["concept"]["labels"]["en"].lower().startswith("injection")
    assert officer.get("/api/concepts", {"q": "gốm Bát", "facet": "product"}).json()[0]["concept"]["id"][:4] == "own:"
    told = {"text": "Cần dập vuốt thép DC04, dung sai ±0,05 mm"}
    read = officer.post("/api/concepts/tag", told, content_type=JSON).json()
    assert read["language"] == "vi"
    assert {"steel", "deep-drawing"} & {one["id"] for one in read["concepts"]}
    assert "tolerance" in {one["property"] for one in read["requirements"]}


def test_own_concepts_are_added_changed_and_removed(officer: Client) -> None:
    labels = [{"language": "vi", "text": "tranh Đông Hồ", "preferred": True}]
    made = officer.post("/api/concepts/own", {"facet": "product", "labels": labels}, content_type=JSON)
    changed = send(officer, "PATCH", made["Location"], {"note": "Bắc Ninh"}, made["ETag"])
    assert (changed.json()["note"], changed.json()["labels"]) == ("Bắc Ninh", [["vi", "tranh Đông Hồ", True]])
    assert len(officer.get("/api/concepts/own").json()) == 2
    assert send(officer, "DELETE", made["Location"], seen=changed["ETag"]).status_code == 204


def test_counts_what_is_needed_and_offered(officer: Client) -> None:
    rows = officer.get("/api/market/coverage").json()
    assert any(row["needs"] and row["offers"] and row["coverage"] == "both" for row in rows)
    assert sum(row["kinds"].get("product", 0) for row in officer.get("/api/market/supply").json()) == 2
