"""The OpenAPI document and the page made from it."""

from __future__ import annotations

import re

from django.test import Client

from nhipcau.api.site import api


def test_the_page_lists_every_route_without_any_script(session: Client) -> None:
    answer = session.get("/api/docs")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert re.search(r"<script|\son\w+=|style=|https?://", page) is None
    for path, operations in api.get_openapi_schema()["paths"].items():
        assert f"<code>{path}</code>" in page
        for method in operations:
            assert f"<strong>{method.upper()}</strong> <code>{path}</code>" in page


def test_the_openapi_document_names_shapes_and_problems(officer: Client) -> None:
    schema = officer.get("/api/openapi.json").json()
    assert schema["openapi"].startswith("3.")
    assert {"AgreementView", "Problem", "Draft"} <= schema["components"]["schemas"].keys()
    one = schema["paths"]["/api/agreements/{agreement_id}"]["patch"]
    assert {"200", "401", "403", "404", "409", "412", "422", "428"} <= one["responses"].keys()
    assert "If-Match" in {parameter["name"] for parameter in one["parameters"]}


def test_nobody_unknown_sees_them(key: str) -> None:
    client = Client(HTTP_HOST="localhost")
    assert client.get("/api/openapi.json").status_code == 401
    assert client.get("/api/docs")["Location"].startswith("/account/login/")
