"""Matches on their pages: proposed, answered, moved, valued; names and contacts only once both sides agreed."""

from __future__ import annotations

import pytest
from django.test import Client

from nhipcau.facts.actor import Role
from nhipcau.facts.deal import Match, Stage
from nhipcau.facts.market import Need, Offer
from nhipcau.programme.accept_match import accept_match
from nhipcau.programme.move_match import move_match
from nhipcau.programme.office import Office
from nhipcau.programme.propose_match import propose_match
from nhipcau.programme.queries.match_list import match_list
from nhipcau.programme.queries.match_page import match_page
from tests.web.market.conftest import BUYER, MAKER, OFFICER, OTHER, SignedIn

NAME = "한미오토텍"


@pytest.fixture
def match(office: Office, need: Need, offer: Offer) -> Match:
    """Return a match that the office proposed."""
    return propose_match(office, OFFICER, need.id, offer.id)


def test_a_pair_is_proposed_once_and_then_led_to(officer: Client, office: Office, need: Need, offer: Offer) -> None:
    pair = {"need": need.id, "offer": offer.id}
    first = officer.post("/market/matches/propose/", pair)
    second = officer.post("/market/matches/propose/", pair)
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    assert len(match_list(office, OFFICER).items) == 1


def test_names_and_contacts_come_when_both_accepted(signed_in: SignedIn, office: Office, match: Match) -> None:
    maker, buyer = signed_in(Role.ENTERPRISE, MAKER.id), signed_in(Role.ENTERPRISE, BUYER.id)
    address = f"/market/matches/{match.id}/"
    for page in (maker.get(address), maker.get("/market/matches/"), maker.get("/market/matches/?view=board")):
        assert NAME not in page.content.decode()
        assert "555 0101" not in page.content.decode()
    assert "555 0102" not in buyer.get(address).content.decode()
    said = maker.post(f"{address}accept/", {"version": "1", "side": "offer", "note": "Sẵn sàng gặp."})
    assert said.status_code == 302
    assert NAME not in maker.get(address).content.decode()
    version = match_page(office, OFFICER, match.id).row.match.version
    buyer.post(f"{address}accept/", {"version": str(version), "side": "need"})
    assert NAME in maker.get(address).content.decode()
    assert "555 0101" in maker.get(address).content.decode()


def test_nobody_else_sees_a_match(signed_in: SignedIn, match: Match) -> None:
    address = f"/market/matches/{match.id}/"
    stranger = signed_in(Role.ENTERPRISE, OTHER.id)
    assert stranger.get(address).status_code == 404
    assert match.id not in stranger.get("/market/matches/").content.decode()
    assert stranger.post(f"{address}accept/", {"version": "1", "side": "need"}).status_code == 404
    assert signed_in(Role.VIEWER).get(address).status_code in (403, 404)


def test_a_side_cannot_answer_for_the_other(signed_in: SignedIn, office: Office, match: Match) -> None:
    maker = signed_in(Role.ENTERPRISE, MAKER.id)
    answer = maker.post(f"/market/matches/{match.id}/accept/", {"version": "1", "side": "need"})
    assert answer.status_code == 403
    assert match_page(office, OFFICER, match.id).row.match.accepted_by == ()


def test_of_two_who_move_it_at_once_the_second_keeps_its_words(officer: Client, office: Office, match: Match) -> None:
    accept_match(office, OFFICER, match.id, side="need")
    agreed = accept_match(office, OFFICER, match.id, side="offer")
    move_match(office, OFFICER, match.id, stage="introduced")
    typed = {"version": str(agreed.version), "stage": "meeting", "note": "Gặp tại Bắc Ninh ngày 3/12."}
    answer = officer.post(f"/market/matches/{match.id}/move/", typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Gặp tại Bắc Ninh ngày 3/12." in page
    assert 'value="meeting" required checked' in page
    again = {**typed, "version": str(match_page(office, OFFICER, match.id).row.match.version)}
    assert officer.post(f"/market/matches/{match.id}/move/", again).status_code == 302
    assert match_page(office, OFFICER, match.id).row.match.stage is Stage.MEETING


def test_nobody_is_introduced_before_both_accepted(officer: Client, match: Match) -> None:
    answer = officer.post(f"/market/matches/{match.id}/move/", {"version": "1", "stage": "introduced"})
    assert answer.status_code == 409


def test_who_declines_for_another_reason_is_asked_for_it(officer: Client, office: Office, match: Match) -> None:
    address = f"/market/matches/{match.id}/decline/"
    typed = {"version": "1", "side": "offer", "reason": "other", "note": ""}
    refused = officer.post(address, typed)
    assert refused.status_code == 422
    assert 'value="other" selected' in refused.content.decode()
    officer.post(address, {**typed, "note": "Đổi kế hoạch sản xuất."})
    page = officer.get(f"/market/matches/{match.id}/").content.decode()
    assert "Đổi kế hoạch sản xuất." in page
    assert "Open it again" in page


def test_three_values_stand_apart(officer: Client, office: Office, match: Match) -> None:
    typed = {
        "version": "1",
        "discussed.amount": "120,000",
        "discussed.currency": "USD",
        "mou.amount": "",
        "contract.amount": "90,000",
        "contract.currency": "usd",
    }
    assert officer.post(f"/market/matches/{match.id}/value/", typed).status_code == 302
    page = officer.get("/market/matches/").content.decode()
    assert "$120,000 " in page or "$120,000<" in page
    assert "$90,000 " in page or "$90,000<" in page
    assert "210,000" not in page
    wrong = officer.post(
        f"/market/matches/{match.id}/value/", {"version": "2", "mou.amount": "viel", "mou.currency": "X"}
    )
    assert wrong.status_code == 422
    assert 'value="viel"' in wrong.content.decode()


def test_the_rail_shows_nine_stages_and_where_it_is(officer: Client, match: Match) -> None:
    page = officer.get(f"/market/matches/{match.id}/").content.decode()
    assert page.count("<li data-stage=") == 9
    assert 'data-stage="declined"' not in page
    assert 'data-stage="proposed" data-been aria-current="step"' in page


def test_lists_are_narrowed_to_what_waits(officer: Client, match: Match) -> None:
    assert match.id in officer.get("/market/matches/?waiting=any").content.decode()
    assert match.id not in officer.get("/market/matches/?stage=contract").content.decode()
    assert match.id not in officer.get("/market/matches/?idle=true").content.decode()
    assert "could not be understood" in officer.get("/market/matches/?stage=nonsense").content.decode()
