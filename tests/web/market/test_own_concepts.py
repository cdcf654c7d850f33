"""An office's own concepts: listed, added, edited, removed."""

from __future__ import annotations

from typing import Any

from django.test import Client

from nhipcau.facts.actor import Role
from nhipcau.programme.office import Office
from nhipcau.programme.queries.own_concepts import own_concepts
from tests.web.market.conftest import OFFICER, SignedIn

NEW: dict[str, Any] = {
    "facet": "process",
    "preferred_vi": "mạ kẽm niken Sông Cầu",
    "preferred_ko": "송꺼우 아연니켈 도금",
    "preferred_en": "Song Cau zinc-nickel plating",
    "others_en": "SC plating\nSC-ZnNi",
    "broader": ["injection-moulding"],
}


def test_a_concept_is_added_found_edited_and_removed(officer: Client, office: Office) -> None:
    assert officer.post("/market/concepts/add/", NEW).status_code == 302
    (row,) = own_concepts(office, OFFICER)
    assert len(row.concept.labels) == 5
    assert "SC-ZnNi" in officer.get("/market/concepts/").content.decode()
    assert row.concept.id in officer.get("/market/concepts/suggest/?q=송꺼우").content.decode()
    form = officer.get(f"/market/concepts/{row.concept.id}/edit/").content.decode()
    assert 'value="injection-moulding" checked' in form
    changed = {**NEW, "preferred_en": "Song Cau plating", "version": str(row.concept.version)}
    assert officer.post(f"/market/concepts/{row.concept.id}/edit/", changed).status_code == 302
    version = own_concepts(office, OFFICER)[0].concept.version
    officer.post(f"/market/concepts/{row.concept.id}/remove/", {"version": str(version)})
    assert own_concepts(office, OFFICER) == ()


def test_a_form_that_fails_keeps_what_was_typed(officer: Client, office: Office) -> None:
    answer = officer.post("/market/concepts/add/", {**NEW, "preferred_en": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "송꺼우 아연니켈 도금" in page
    assert "SC-ZnNi" in page
    assert 'value="injection-moulding" checked' in page


def test_advisers_read_and_others_do_not(signed_in: SignedIn, office: Office) -> None:
    adviser = signed_in(Role.ADVISER)
    assert adviser.get("/market/concepts/").status_code == 200
    assert adviser.get("/market/concepts/add/").status_code == 403
    assert signed_in(Role.VIEWER).get("/market/concepts/").status_code == 403


def test_an_unknown_concept_is_not_found(officer: Client, office: Office) -> None:
    assert officer.get("/market/concepts/own:nothing/edit/").status_code == 404
