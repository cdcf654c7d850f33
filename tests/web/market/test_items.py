"""Lists and pages of needs and offers: what each person sees of them, and what becomes of them."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client

from nhipcau.facts.actor import Role
from nhipcau.facts.market import ItemState, Need, Offer
from nhipcau.programme.office import Office
from nhipcau.programme.post_need import post_need
from nhipcau.programme.queries.need_page import need_page
from nhipcau.programme.send_for_review import send_for_review
from tests.web.market.conftest import BUYER, MAKER, OFFICER, SignedIn

NAME = "한미오토텍"


def test_a_confidential_need_shows_no_name_to_others(signed_in: SignedIn, need: Need, offer: Offer) -> None:
    for person in (signed_in(Role.VIEWER), signed_in(Role.ENTERPRISE, MAKER.id)):
        for address in (
            "/market/needs/",
            f"/market/needs/?q={NAME}",
            f"/market/needs/{need.id}/",
            f"/market/offers/{offer.id}/",
            "/market/needs/export.csv",
            "/market/needs/export.json",
            f"/market/needs/?organisation_id={BUYER.id}",
        ):
            page = person.get(address).content.decode()
            assert NAME not in page.replace(f'value="{NAME}"', "").replace(f"q={NAME}", ""), address
            assert BUYER.id not in page.replace(f"organisation_id={BUYER.id}", ""), address


def test_its_own_people_and_the_office_see_the_name(signed_in: SignedIn, need: Need) -> None:
    for person in (signed_in(Role.ENTERPRISE, BUYER.id), signed_in(Role.ADVISER), signed_in(Role.OFFICER)):
        assert NAME in person.get(f"/market/needs/{need.id}/").content.decode()
        assert NAME not in person.get(f"/market/needs/{need.id}/?as=others").content.decode().replace(
            f"<title>{need.title}", ""
        )


def test_drafts_are_for_their_own_people_and_the_office(signed_in: SignedIn, office: Office) -> None:
    draft = post_need(office, OFFICER, BUYER.id, kind="product", text="사출 금형이 필요합니다.")
    address = f"/market/needs/{draft.id}/"
    assert signed_in(Role.ENTERPRISE, BUYER.id).get(address).status_code == 200
    for person in (signed_in(Role.ENTERPRISE, MAKER.id), signed_in(Role.VIEWER)):
        assert person.get(address).status_code == 404
        assert person.get(f"{address}edit/").status_code == 404
        assert person.post(f"{address}withdraw/", {"version": "1"}).status_code in (403, 404)


def test_a_need_shows_what_fits_and_what_nearly_does(officer: Client, need: Need, offer: Offer, lacking: Offer) -> None:
    page = officer.get(f"/market/needs/{need.id}/").content.decode()
    fits, near = page.split('id="h-near"')
    assert offer.id in fits
    assert lacking.id not in fits
    assert lacking.id in near
    assert "Not met: Certificate IATF 16949. Stated: ISO 9001." in near
    assert "Propose this match" in fits


def test_an_offer_shows_the_needs_that_it_fits(signed_in: SignedIn, need: Need, offer: Offer) -> None:
    page = signed_in(Role.ENTERPRISE, MAKER.id).get(f"/market/offers/{offer.id}/").content.decode()
    assert need.id in page
    assert "Confidential" in page
    assert NAME not in page


def test_others_are_not_shown_what_fits(signed_in: SignedIn, need: Need, offer: Offer) -> None:
    assert "Offers that fit" not in signed_in(Role.VIEWER).get(f"/market/needs/{need.id}/").content.decode()
    assert "h-fits" not in signed_in(Role.ENTERPRISE, MAKER.id).get(f"/market/needs/{need.id}/").content.decode()


def test_a_need_that_nobody_meets_says_so_and_what_helps(officer: Client, need: Need) -> None:
    page = officer.get(f"/market/needs/{need.id}/").content.decode()
    assert "No offer fits today." in page
    assert f"/market/needs/{need.id}/edit/" in page


@pytest.mark.parametrize(("verb", "state"), [("withdraw", ItemState.WITHDRAWN), ("close", ItemState.CLOSED)])
def test_an_item_leaves_the_market_and_comes_back_by_undo(
    officer: Client, office: Office, need: Need, verb: str, state: ItemState
) -> None:
    answer = officer.post(f"/market/needs/{need.id}/{verb}/", {"version": str(need.version)}, follow=True)
    assert need_page(office, OFFICER, need.id).row.state is state
    page = answer.content.decode()
    undo = re.search(r"/history/\w+/undo/", page)
    assert undo is not None
    officer.post(undo[0])
    assert need_page(office, OFFICER, need.id).row.state is ItemState.PUBLISHED


def test_an_adviser_publishes_or_returns_with_a_sentence(signed_in: SignedIn, office: Office) -> None:
    adviser = signed_in(Role.ADVISER)
    draft = post_need(office, OFFICER, BUYER.id, kind="product", text="사출 금형이 필요합니다.")
    sent = send_for_review(office, OFFICER, Need, draft.id)
    address = f"/market/needs/{draft.id}/"
    assert "market-to-review" in adviser.get("/").content.decode() or "need" in adviser.get("/").content.decode()
    nothing = adviser.post(f"{address}return/", {"version": str(sent.version), "sentence": ""})
    assert nothing.status_code == 422
    adviser.post(f"{address}return/", {"version": str(sent.version), "sentence": "수량을 적어 주세요."})
    assert "수량을 적어 주세요." in signed_in(Role.ENTERPRISE, BUYER.id).get(address).content.decode()
    again = send_for_review(office, OFFICER, Need, draft.id)
    adviser.post(f"{address}publish/", {"version": str(again.version)})
    assert need_page(office, OFFICER, draft.id).row.state is ItemState.PUBLISHED


def test_an_unknown_verb_is_no_page(officer: Client, need: Need) -> None:
    assert officer.post(f"/market/needs/{need.id}/explode/", {"version": "1"}).status_code == 404


def test_lists_are_filtered_sorted_and_exported_alike(
    officer: Client, need: Need, offer: Offer, lacking: Offer
) -> None:
    listed = officer.get("/market/offers/?place=Hải Phòng&sort=title").content.decode()
    assert lacking.id in listed
    assert offer.id not in listed
    (sent,) = json.loads(officer.get("/market/offers/export.json?place=Hải Phòng").content)
    assert sent["id"] == lacking.id
    assert "created_by" not in sent
    table = officer.get("/market/offers/export.csv?concept=injection-moulding").content.decode("utf-8-sig")
    assert table.count(",Published,") == 2
    assert officer.get("/market/offers/export.xlsx").content[:2] == b"PK"
    assert officer.get("/market/offers/export.exe").status_code == 404


def test_an_empty_list_says_what_to_do(officer: Client, office: Office) -> None:
    assert "No need is on the market yet" in officer.get("/market/needs/").content.decode()
    assert "Nothing matches these filters" in officer.get("/market/needs/?kind=site").content.decode()


def test_suggestions_of_concepts_and_places_are_lines_of_a_list(officer: Client, office: Office) -> None:
    assert 'data-id="injection-moulding"' in officer.get("/market/concepts/suggest/?q=사출성형").content.decode()
    narrowed = officer.get("/market/concepts/suggest/?q=iatf&facet=material").content.decode()
    assert "iatf-16949" not in narrowed
    assert "Bac Ninh" in officer.get("/market/places/suggest/?q=bac").content.decode()
    assert "Nothing found" in officer.get("/market/places/suggest/?q=xyzzy").content.decode()


def test_a_certificate_that_is_recorded_turns_a_near_miss_into_a_match(
    officer: Client, need: Need, lacking: Offer
) -> None:
    page = officer.get(f"/market/needs/{need.id}/").content.decode()
    assert lacking.id not in page.split('id="h-near"')[0]
    address = f"/market/offers/{lacking.id}/record/"
    typed = {"version": str(lacking.version), "property": "certificate", "value": "", "evidence": "TÜV"}
    refused = officer.post(address, typed)
    assert refused.status_code == 422
    assert 'value="TÜV"' in refused.content.decode()
    assert officer.post(address, {**typed, "value": "IATF 16949"}).status_code == 302
    again = officer.get(f"/market/needs/{need.id}/").content.decode()
    assert lacking.id in again
    assert 'id="h-near"' not in again
    assert "A near miss became a match: Certificate is now met." in again
    assert "TÜV" in officer.get(f"/market/offers/{lacking.id}/").content.decode()


def test_the_search_of_the_office_finds_needs_and_offers_and_leads_to_them(
    officer: Client, need: Need, offer: Offer
) -> None:
    assert f"/market/needs/{need.id}/" in officer.get("/search/?q=사출성형").content.decode()
    assert f"/market/offers/{offer.id}/" in officer.get("/search/?q=ep phun").content.decode()


def test_what_contradicts_itself_is_kept_and_warned_of(officer: Client, office: Office) -> None:
    rows = {
        "term_code": ["capacity", "capacity"],
        "term_comparison": [">=", "<="],
        "term_value": ["100", "50"],
        "term_unit": ["pcs/month", "pcs/month"],
    }
    sent = {"kind": "product", "organisation_id": BUYER.id, "text": "사출 부품", **rows}
    page = officer.post("/market/needs/post/", sent, follow=True).content.decode()
    assert "Capacity ≥ 100 pcs/month" in page
    assert 'data-tone="warn"' in page


def test_a_need_of_others_leads_an_enterprise_to_its_own_offers(signed_in: SignedIn, need: Need) -> None:
    page = signed_in(Role.ENTERPRISE, MAKER.id).get(f"/market/needs/{need.id}/").content.decode()
    assert "/market/offers/?mine=true" in page
    assert "/market/offers/post/" in page
    assert "/market/offers/?mine=true" not in signed_in(Role.VIEWER).get(f"/market/needs/{need.id}/").content.decode()
