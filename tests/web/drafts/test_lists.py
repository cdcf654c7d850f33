from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nhipcau.facts.draft import Draft
from nhipcau.programme.office import Office
from nhipcau.programme.receive_text import receive_text
from tests.web.drafts.conftest import OFFICER, TEXT

CountQueries = Callable[[int], AbstractContextManager[CaptureQueriesContext]]
MOST_QUERIES = 24


def more(office: Office) -> None:
    for name in ("KIMA", "KIMB"):
        receive_text(office, OFFICER, TEXT.replace("KIMX", name))


@pytest.mark.parametrize("address", ["/drafts/", "/documents/"])
def test_a_list_asks_no_more_questions_for_three_rows_than_for_one(
    office: Office,
    officer: Client,
    draft: Draft,
    django_assert_max_num_queries: CountQueries,
    address: str,
) -> None:
    officer.get(address)
    with django_assert_max_num_queries(MOST_QUERIES) as asked:
        officer.get(address)
    more(office)
    with django_assert_max_num_queries(len(asked)):
        officer.get(address)


def test_the_lists_are_counted_on_their_tabs(office: Office, officer: Client, draft: Draft) -> None:
    more(office)
    officer.post(f"/drafts/{draft.id}/reject/", {"version": draft.version})
    page = officer.get("/drafts/?list=rejected").content.decode()
    assert 'To confirm <span class="count">2</span>' in page
    assert 'aria-current="page">Rejected <span class="count">1</span>' in page
    assert f"/drafts/{draft.id}/" in page


def test_the_desk_leads_to_what_it_counted(officer: Client, draft: Draft) -> None:
    assert f"/drafts/{draft.id}/" in officer.get("/drafts/?desk=drafts-to-confirm").content.decode()
    assert f"/drafts/{draft.id}/" not in officer.get("/drafts/?desk=same-proposals").content.decode()


def test_an_empty_list_says_what_to_do_next(officer: Client) -> None:
    assert "Bring in a document" in officer.get("/drafts/").content.decode()
    assert "Drop an article" in officer.get("/documents/").content.decode()


@pytest.mark.parametrize("asked", ["sort=nonsense", "proposed=perhaps"])
def test_a_question_that_makes_no_sense_is_told(officer: Client, asked: str) -> None:
    assert officer.get(f"/drafts/?{asked}").status_code == 422
