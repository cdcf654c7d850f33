from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.draft import Decision, Draft
from nhipcau.programme.decide_value import decide_value
from nhipcau.programme.office import Office
from nhipcau.programme.queries.draft_page import draft_page
from nhipcau.programme.receive_text import receive_text
from tests.web.drafts.conftest import OFFICER, TEXT, SignedIn

OTHER = Actor(id="2", name="Minh", role=Role.OFFICER)


def now(office: Office, draft: Draft) -> Draft:
    return draft_page(office, OFFICER, draft.id).draft


def value(draft: Draft, key: str) -> tuple[Decision, dict[str, str]]:
    found = next(item for item in draft.values if item.key == key)
    return found.decision, dict(found.content)


def test_the_text_is_shown_whole_and_as_text(officer: Client, draft: Draft) -> None:
    page = officer.get(f"/drafts/{draft.id}/").content.decode()
    pane = page[page.index('id="paper-text">') + len('id="paper-text">') :]
    shown = unescape(re.sub(r"<[^>]*>", "", pane[: pane.index("</div>")]))
    assert shown == TEXT
    assert "<script>alert" not in page
    assert "<i>TSC</i>" not in page


def test_every_value_leads_to_its_words_and_back(officer: Client, draft: Draft) -> None:
    page = officer.get(f"/drafts/{draft.id}/").content.decode()
    for item in draft.values:
        assert f'id="value-{item.key}"' in page
        if item.span:
            assert page.count(f'id="said-{item.key}"') == 1
            assert f'href="#said-{item.key}"' in page


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.ADMINISTRATOR, 200),
        (Role.OFFICER, 200),
        (Role.ADVISER, 200),
        (Role.ENTERPRISE, 403),
        (Role.VIEWER, 403),
    ],
)
def test_who_sees_a_draft(signed_in: SignedIn, draft: Draft, role: Role, status: int) -> None:
    client = signed_in(role)
    assert client.get(f"/drafts/{draft.id}/").status_code == status
    assert client.get("/drafts/").status_code == status


DECIDING = ("values/", "values/type/", "accept-all/", "confirm/", "reject/", "reopen/", "another/")


@pytest.mark.parametrize("role", [Role.ADVISER, Role.ENTERPRISE, Role.VIEWER])
@pytest.mark.parametrize("path", DECIDING)
def test_only_officers_decide(office: Office, signed_in: SignedIn, draft: Draft, role: Role, path: str) -> None:
    sent = {"version": draft.version, "decision": "accepted", "field": "witness", "name": "X"}
    assert signed_in(role).post(f"/drafts/{draft.id}/{path}", sent).status_code == 403
    assert now(office, draft) == draft


def test_an_adviser_gets_no_buttons(signed_in: SignedIn, draft: Draft) -> None:
    assert 'name="decision"' not in signed_in(Role.ADVISER).get(f"/drafts/{draft.id}/").content.decode()


@pytest.mark.parametrize("path", DECIDING)
def test_a_form_without_a_token_changes_nothing(office: Office, officer: Client, draft: Draft, path: str) -> None:
    strict = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    strict.cookies = officer.cookies
    assert strict.post(f"/drafts/{draft.id}/{path}", {"version": draft.version}).status_code == 403
    assert now(office, draft) == draft


def test_a_plain_form_accepts_and_comes_back_to_the_value(office: Office, officer: Client, draft: Draft) -> None:
    answer = officer.post(f"/drafts/{draft.id}/values/date/", {"version": draft.version, "decision": "accepted"})
    assert (answer.status_code, answer["Location"]) == (302, f"/drafts/{draft.id}/#value-date")
    assert value(now(office, draft), "date")[0] is Decision.ACCEPTED


def test_htmx_gets_the_value_and_the_progress(officer: Client, draft: Draft) -> None:
    answer = officer.post(
        f"/drafts/{draft.id}/values/date/",
        {"version": draft.version, "decision": "accepted"},
        headers={"HX-Request": "true", "HX-Target": "value-date"},
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in page
    assert 'id="value-date"' in page
    assert f'name="version" value="{draft.version + 1}"' in page
    assert 'id="draft-bar" hx-swap-oob="true"' in page


def test_what_was_typed_wrongly_is_kept_with_its_mistake(office: Office, officer: Client, draft: Draft) -> None:
    sent = {"version": draft.version, "decision": "changed", "value": '<b>"hôm kia"'}
    for headers in ({}, {"HX-Request": "true", "HX-Target": "value-date"}):
        answer = officer.post(f"/drafts/{draft.id}/values/date/", sent, headers=headers)
        page = answer.content.decode()
        assert answer.status_code == 422
        assert 'value="&lt;b&gt;&quot;hôm kia&quot;"' in page
        assert 'aria-invalid="true"' in page
        assert "<b>&quot;hôm" not in page
    assert now(office, draft) == draft


def test_a_change_is_taken_and_undone(office: Office, officer: Client, draft: Draft) -> None:
    officer.post(
        f"/drafts/{draft.id}/values/date/", {"version": draft.version, "decision": "changed", "value": "13/3/2024"}
    )
    changed = now(office, draft)
    assert value(changed, "date")[0] is Decision.CHANGED
    assert value(changed, "date")[1]["value"] == "2024-03-13"
    page = officer.get(f"/drafts/{draft.id}/").content.decode()
    assert "<del>12 March 2024</del>" in page
    officer.post(f"/drafts/{draft.id}/values/date/", {"version": changed.version, "decision": "pending"})
    assert value(now(office, draft), "date") == value(draft, "date")


def test_a_missed_value_is_added_from_the_words_of_the_text(office: Office, officer: Client, draft: Draft) -> None:
    form = officer.get(f"/drafts/{draft.id}/?add=witness&quote=doanh+nghiệp+Việt+Nam").content.decode()
    assert 'id="new-witness-name" name="name" type="text" value="doanh nghiệp Việt Nam"' in form
    officer.post(
        f"/drafts/{draft.id}/values/",
        {"version": draft.version, "field": "witness", "name": "Hội <Cơ khí>", "quote": "doanh nghiệp Việt Nam"},
    )
    added = next(item for item in now(office, draft).values if item.field == "witness")
    assert added.content["name"] == "Hội <Cơ khí>"
    assert added.span is not None
    assert added.span.quote == "doanh nghiệp Việt Nam"
    assert "Hội &lt;Cơ khí&gt;" in officer.get(f"/drafts/{draft.id}/").content.decode()


def test_a_quote_that_is_not_in_the_text_is_told_at_its_field(officer: Client, draft: Draft) -> None:
    sent = {"version": draft.version, "field": "witness", "name": "Hội Cơ khí", "quote": "không có ở đây"}
    answer = officer.post(f"/drafts/{draft.id}/values/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Hội Cơ khí"' in page
    assert 'id="new-witness-quote-error"' in page


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true", "HX-Target": "value-date"}])
def test_the_second_officer_is_told_who_changed_it(
    office: Office, officer: Client, draft: Draft, headers: dict[str, str]
) -> None:
    decide_value(office, OTHER, draft.id, "type", decision=Decision.ACCEPTED, version=draft.version)
    sent = {"version": draft.version, "decision": "changed", "value": "14/3/2024"}
    answer = officer.post(f"/drafts/{draft.id}/values/date/", sent, headers=headers)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Minh changed this draft in the meantime" in page
    assert 'value="14/3/2024"' in page
    assert f'name="version" value="{draft.version + 1}"' in page
    assert answer.headers.get("HX-Retarget") == ("#draft" if headers else None)


def test_the_second_officer_is_told_who_confirmed(officer: Client, signed_in: SignedIn, draft: Draft) -> None:
    officer.post(f"/drafts/{draft.id}/accept-all/", {"version": draft.version})
    first = officer.post(f"/drafts/{draft.id}/confirm/", {"version": draft.version + 1})
    assert first.status_code == 302
    assert first["Location"].startswith("/agreements/")
    second = signed_in(Role.ADMINISTRATOR).post(f"/drafts/{draft.id}/confirm/", {"version": draft.version + 1})
    page = second.content.decode()
    assert second.status_code == 409
    assert "The officer already decided this draft" in page
    assert first["Location"] in page


def test_what_is_missing_for_an_agreement_is_told(office: Office, officer: Client, draft: Draft) -> None:
    answer = officer.post(f"/drafts/{draft.id}/confirm/", {"version": draft.version})
    assert answer.status_code == 422
    assert 'href="#field-type"' in answer.content.decode()
    assert now(office, draft) == draft


def test_confirming_can_be_undone_from_its_message(office: Office, officer: Client, draft: Draft) -> None:
    officer.post(f"/drafts/{draft.id}/accept-all/", {"version": draft.version})
    confirmed = officer.post(f"/drafts/{draft.id}/confirm/", {"version": draft.version + 1}, follow=True)
    undo = re.search(r'action="(/history/[^"]+/undo/)"', confirmed.content.decode())
    assert undo is not None
    officer.post(undo[1])
    assert now(office, draft).state == "open"


def test_rejecting_goes_on_to_the_next_draft(office: Office, officer: Client, draft: Draft) -> None:
    other = receive_text(office, OFFICER, TEXT.replace("KIMX", "KIMY")).drafts[0]
    answer = officer.post(f"/drafts/{draft.id}/reject/", {"version": draft.version, "reason": "<i>Trùng</i>"})
    assert answer["Location"] == f"/drafts/{other.id}/"
    page = officer.get(f"/drafts/{draft.id}/").content.decode()
    assert "&lt;i&gt;Trùng&lt;/i&gt;" in page
    assert f'action="/drafts/{draft.id}/reopen/"' in page
    officer.post(f"/drafts/{draft.id}/reopen/", {"version": draft.version + 1})
    assert now(office, draft).state == "open"


def proposed(office: Office, officer: Client, draft: Draft) -> Draft:
    officer.post(f"/drafts/{draft.id}/accept-all/", {"version": draft.version})
    officer.post(f"/drafts/{draft.id}/confirm/", {"version": draft.version + 1})
    second = receive_text(office, OFFICER, "Bản tin khác. " + TEXT.replace("đào tạo", "bồi dưỡng")).drafts[0]
    assert second.proposal is not None
    return second


def test_a_second_report_is_laid_beside_the_known_agreement(office: Office, officer: Client, draft: Draft) -> None:
    second = proposed(office, officer, draft)
    page = officer.get(f"/drafts/{second.id}/").content.decode()
    assert second.proposal is not None
    assert 'id="same"' in page
    assert f'name="same_as" value="{second.proposal.agreement_id}"' in page


def test_the_same_agreement_gains_evidence_and_no_second_entry(office: Office, officer: Client, draft: Draft) -> None:
    second = proposed(office, officer, draft)
    assert second.proposal is not None
    known = second.proposal.agreement_id
    officer.post(f"/drafts/{second.id}/accept-all/", {"version": second.version})
    sent = {"version": second.version + 1, "same_as": known}
    assert officer.post(f"/drafts/{second.id}/confirm/", sent)["Location"] == f"/agreements/{known}/"
    assert now(office, second).agreement_id == known


def test_another_agreement_is_remembered(office: Office, officer: Client, draft: Draft) -> None:
    second = proposed(office, officer, draft)
    assert second.proposal is not None
    officer.post(f"/drafts/{second.id}/another/", {"version": second.version})
    assert now(office, second).rejected_pairs == (second.proposal.agreement_id,)
    assert 'id="same"' not in officer.get(f"/drafts/{second.id}/").content.decode()


@pytest.mark.parametrize("path", ["values/nothing/", "values/nothing/show/", "values/form/?field=type"])
def test_a_value_that_is_not_there_is_not_found(officer: Client, draft: Draft, path: str) -> None:
    send = officer.post if path == "values/nothing/" else officer.get
    assert send(f"/drafts/{draft.id}/{path}").status_code == 404


def test_an_unknown_decision_is_told(officer: Client, draft: Draft) -> None:
    sent = {"version": draft.version, "decision": "maybe"}
    assert officer.post(f"/drafts/{draft.id}/values/date/", sent).status_code == 422
