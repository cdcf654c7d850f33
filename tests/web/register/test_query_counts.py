"""List pages ask the database as often with three rows as with one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nhipcau.facts.agreement import Agreement
from nhipcau.programme.confirm_draft import confirm_draft
from nhipcau.programme.decide_all import decide_all
from nhipcau.programme.office import Office
from nhipcau.programme.receive_text import receive_text
from tests.web.register.conftest import OFFICER, TEXT

LISTS = [
    "/",
    "/agreements/",
    "/commitments/",
    "/organisations/",
    "/people/",
    "/documents/",
    "/drafts/",
    "/history/",
    "/network/",
    "/timeline/",
    "/states/",
    "/market/coverage/",
    "/market/funnel/",
    "/market/supply/",
    "/search/?q=vien",
]


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("address", LISTS)
def test_the_number_of_queries_does_not_grow(
    officer: Client, office: Office, agreement: Agreement, address: str
) -> None:
    one = queries(officer, address)
    for number in (2, 3):
        text = TEXT.replace("Sông Hồng (TSC)", f"Số {number} (TS{number})").replace("TSC", f"TS{number}")
        text = text.replace("12/3/2024", f"{number}/4/2023").replace("Trần Văn Sơn", f"Trần Văn {'AB'[number - 2]}n")
        draft = receive_text(office, OFFICER, text, title=f"Lễ ký {number}").drafts[0]
        draft = decide_all(office, OFFICER, draft.id, version=draft.version)
        confirm_draft(office, OFFICER, draft.id, version=draft.version)
    # A page that is not full can spare a count, never need one more.
    assert queries(officer, address) <= one
