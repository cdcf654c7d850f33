"""Requests about the market that no honest program sends: every one is answered, none with a fault."""

from __future__ import annotations

import json

import pytest

from tests.api.conftest import Clients
from tests.store import things

NEED = {"kind": "product", "text": "Cần xưởng tiện.", "organisation_id": things.CENTRE.id}
PLAIN = json.dumps(NEED)[:-1]
TERM = PLAIN + ',"requirements":[{"property":"tolerance","unit":"mm","value":%s}]}'


@pytest.mark.parametrize(
    "body",
    [
        *(TERM % value for value in ("NaN", "Infinity", "1e400", "-1e400", '"1e400000000"', '"sNaN"', "9" * 5000)),
        PLAIN + ',"text":' + "[" * 20_000 + "]" * 20_000 + "}",
        '{"a":' * 20_000 + "1" + "}" * 20_000,
        json.dumps({**NEED, "text": "a " * 25_001}),
        json.dumps({**NEED, "requirements": [{"property": "tolerance", "value": 1, "unit": "mm"}] * 1000}),
        json.dumps({**NEED, "requirements": [{"property": "tolerance", "value": 1, "unit": "mm"}] * 1001}),
        json.dumps({**NEED, "dropped": [f"c{number}" for number in range(10_000)]}),
        json.dumps({**NEED, "expires_on": "9999-12-31"}),
        "[]",
        "null",
        "",
    ],
    ids=str.__len__,
)
def test_what_is_no_need_is_refused(client_of: Clients, body: str) -> None:
    answer = client_of("officer").post("/api/needs", data=body, content_type="application/json")
    assert 400 <= answer.status_code < 500, answer.content


@pytest.mark.parametrize("text", ["\ud800 tiện \udfff", "tiện\x00", "a\u202eb\u200bc", "<script>alert(1)</script>"])
def test_an_odd_text_is_taken_as_text(client_of: Clients, text: str) -> None:
    body = json.dumps({**NEED, "text": text, "title": text, "place": text})
    answer = client_of("officer").post("/api/needs", data=body, content_type="application/json")
    assert answer.status_code == 201, answer.content


@pytest.mark.parametrize("since", ["9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "nan"])
def test_a_moment_that_no_calendar_has_is_refused(client_of: Clients, since: str) -> None:
    assert client_of("officer").get("/api/matches/new", {"since": since}).status_code == 422
