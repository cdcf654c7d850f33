"""Posting and editing a need or an offer in the form: what is kept, what is found, what is refused."""

from __future__ import annotations

from typing import Any

from django.test import Client

from nhipcau.facts.actor import Role
from nhipcau.facts.market import ItemState, Need
from nhipcau.programme.edit_need import edit_need
from nhipcau.programme.office import Office
from nhipcau.programme.queries.need_list import need_list
from nhipcau.programme.queries.need_page import need_page
from tests.web.market.conftest import BUYER, MAKER, OFFICER, SignedIn

TEXT = "Cần tìm nhà cung cấp ép phun nhựa ABS, dung sai ±0,02 mm, có IATF 16949."
ROWS: dict[str, Any] = {
    "term_code": ["tolerance", "certificate", ""],
    "term_comparison": ["<=", "has", ""],
    "term_value": ["0.02", "IATF 16949", ""],
    "term_unit": ["mm", "", ""],
    "term_must": ["", "wish", ""],
    "term_on": ["", "", ""],
}


def test_a_need_is_kept_as_a_draft_with_its_rows(officer: Client, office: Office) -> None:
    sent = {"kind": "product", "organisation_id": BUYER.id, "text": TEXT, "do": "save", **ROWS}
    answer = officer.post("/market/needs/post/", sent)
    assert answer.status_code == 302
    (row,) = need_list(office, OFFICER).items
    assert row.state is ItemState.DRAFT
    assert [(one.property, one.must) for one in row.item.requirements] == [("tolerance", True), ("certificate", False)]
    assert "injection-moulding" in row.item.found


def test_the_second_button_sends_it_for_review(officer: Client, office: Office) -> None:
    officer.post("/market/offers/post/", {"kind": "product", "organisation_id": MAKER.id, "text": TEXT, "do": "send"})
    page = officer.get("/market/offers/")
    assert "In review" in page.content.decode()


def test_a_form_that_fails_keeps_everything_and_marks_the_row(officer: Client, office: Office) -> None:
    wrong = {**ROWS, "term_unit": ["kg", "", ""]}
    sent = {
        "kind": "product",
        "organisation_id": BUYER.id,
        "text": TEXT,
        "title": "ABS <b>",
        "place": "Bắc Ninh",
        **wrong,
    }
    answer = officer.post("/market/needs/post/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert TEXT in page
    assert "ABS &lt;b&gt;" in page
    assert 'value="Bắc Ninh"' in page
    assert 'href="#requirements.1.unit"' in page
    assert 'id="requirements.1.unit" name="term_unit" value="kg"' in page
    assert 'value="IATF 16949"' in page


def test_without_an_organisation_the_office_is_asked_for_one(officer: Client) -> None:
    answer = officer.post("/market/needs/post/", {"kind": "product", "text": TEXT})
    assert answer.status_code == 422
    assert TEXT in answer.content.decode()


def test_an_organisation_that_is_gone_does_not_lose_the_text(officer: Client) -> None:
    answer = officer.post("/market/needs/post/", {"kind": "product", "organisation_id": "gone", "text": TEXT})
    assert answer.status_code == 422
    assert TEXT in answer.content.decode()


def test_a_text_that_is_too_long_is_refused_and_kept(officer: Client, office: Office) -> None:
    text = "ép phun nhựa " * 5000
    sent = {"kind": "product", "organisation_id": BUYER.id, "text": text}
    answer = officer.post("/market/needs/post/", sent)
    assert answer.status_code == 422
    assert text.strip() in answer.content.decode()


def test_two_hundred_rows_are_kept_and_a_thousand_are_refused_with_a_sentence(officer: Client, office: Office) -> None:
    def sent(rows: int) -> dict[str, Any]:
        terms = {
            "term_code": ["capacity"] * rows,
            "term_comparison": [">="] * rows,
            "term_value": [str(1000 + at) for at in range(rows)],
            "term_unit": ["pcs/month"] * rows,
            "term_must": [""] * rows,
            "term_on": [""] * rows,
        }
        return {"kind": "product", "organisation_id": BUYER.id, "text": TEXT, **terms}

    assert officer.post("/market/needs/post/", sent(200)).status_code == 302
    assert len(need_list(office, OFFICER).items[0].item.requirements) == 200
    answer = officer.post("/market/needs/post/", sent(1000))
    assert answer.status_code == 422
    assert 'value="1,999"' in answer.content.decode() or 'value="1999"' in answer.content.decode()


def test_chips_show_what_the_text_names_and_a_term_to_take_over(officer: Client) -> None:
    page = officer.post("/market/needs/read/", {"kind": "product", "text": TEXT}).content.decode()
    assert 'name="kept" value="injection-moulding" checked' in page
    assert "Tolerance ≤ 0.02 mm" in page
    assert "IATF 16949" in page


def test_a_concept_that_was_unticked_stays_unticked_and_is_dropped(officer: Client, office: Office) -> None:
    typed = {"kind": "product", "text": TEXT, "named": ["injection-moulding", "abs"], "kept": ["abs"]}
    page = officer.post("/market/needs/read/", typed).content.decode()
    assert 'value="injection-moulding" checked' not in page
    assert 'value="abs" checked' in page
    officer.post("/market/needs/post/", {**typed, "organisation_id": BUYER.id})
    item = need_list(office, OFFICER).items[0].item
    assert item.dropped == ("injection-moulding",)
    assert "injection-moulding" not in item.found


def test_without_scripts_buttons_bring_rows_terms_and_concepts(officer: Client, office: Office) -> None:
    typed = {"kind": "product", "organisation_id": BUYER.id, "text": TEXT}
    more = officer.post("/market/needs/post/", {**typed, "do": "rows"}).content.decode()
    assert more.count("data-term ") > 5
    taken = officer.post("/market/needs/post/", {**typed, "do": "take:0"}).content.decode()
    assert 'value="0.02"' in taken
    brought = officer.post(
        "/market/needs/post/", {**typed, "do": "concept", "concept_words": "anodizing"}
    ).content.decode()
    assert 'name="added"' in brought
    assert not need_list(office, OFFICER).items


def test_what_somebody_else_saved_meanwhile_does_not_lose_what_was_typed(
    officer: Client, office: Office, need: Need
) -> None:
    edit_need(office, OFFICER, need.id, version=need.version, title="그 사이에 바뀐 제목")
    address = f"/market/needs/{need.id}/edit/"
    sent = {"kind": "product", "text": "새로 쓴 본문입니다.", "version": str(need.version)}
    answer = officer.post(address, sent)
    assert answer.status_code == 409
    assert "새로 쓴 본문입니다." in answer.content.decode()
    again = {**sent, "version": str(need_page(office, OFFICER, need.id).row.item.version)}
    assert officer.post(address, again).status_code == 302


def test_what_was_typed_comes_back_for_editing(officer: Client, need: Need) -> None:
    page = officer.get(f"/market/needs/{need.id}/edit/").content.decode()
    assert 'value="200,000"' in page
    assert 'value="Bac Ninh"' in page
    assert 'name="confidential" value="yes" checked' in page


def test_an_enterprise_posts_for_itself_alone(signed_in: SignedIn, office: Office) -> None:
    maker = signed_in(Role.ENTERPRISE, MAKER.id)
    assert "organisation_id" not in maker.get("/market/offers/post/").content.decode()
    sent = {"kind": "product", "text": TEXT, "organisation_id": BUYER.id}
    assert maker.post("/market/offers/post/", sent).status_code == 302
    assert f"{MAKER.names[0].text}" in maker.get("/market/offers/?mine=true").content.decode()


def test_a_preview_shows_what_others_will_see_and_stores_nothing(officer: Client, office: Office) -> None:
    text = "한미오토텍은 사출 금형을 찾습니다. 연락처 +82 31 555 0101"
    sent = {
        "kind": "product",
        "organisation_id": BUYER.id,
        "text": text,
        "confidential": "yes",
        "do": "preview",
        **ROWS,
    }
    page = officer.post("/market/needs/post/", sent).content.decode()
    preview = page.split('id="h-preview"')[1].split("</section>")[0]
    assert "한미오토텍" not in preview
    assert "555 0101" not in preview
    assert "Tolerance ≤ 0.02 mm" in preview
    assert text in page
    assert not need_list(office, OFFICER).items


def test_a_viewer_posts_nothing(signed_in: SignedIn) -> None:
    viewer = signed_in(Role.VIEWER)
    assert "Post a need" not in viewer.get("/market/needs/").content.decode()
    assert viewer.get("/market/needs/post/").status_code == 403
    assert viewer.post("/market/needs/post/", {"kind": "product", "text": TEXT}).status_code == 403
    assert viewer.post("/market/needs/read/", {"text": TEXT}).status_code == 403


def test_markup_in_a_text_is_text(officer: Client, office: Office) -> None:
    text = "<script>alert(1)</script> Tìm khuôn ép nhựa"
    officer.post("/market/needs/post/", {"kind": "product", "organisation_id": BUYER.id, "text": text})
    item = need_list(office, OFFICER).items[0].item
    page = officer.get(f"/market/needs/{item.id}/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
