from __future__ import annotations

import json

from django.test import Client

from tests.api.conftest import Clients
from tests.store import things


def test_finds_as_one_types(officer: Client) -> None:
    short = next(name.text for name in things.CENTRE.names if name.kind == "acronym")
    found = officer.get("/api/organisations/suggest", {"q": short.lower(), "limit": "3"}).json()
    assert (found[0]["id"], found[0]["fit"]) == (things.CENTRE.id, "equal")
    people = officer.get("/api/people/suggest", {"q": things.DIRECTOR.names[0].text}).json()
    assert people[0]["id"] == things.DIRECTOR.id


def test_a_stranger_is_offered_nothing(client_of: Clients) -> None:
    name = things.CENTRE.names[0].text
    assert client_of("stranger").get("/api/organisations/suggest", {"q": name}).json() == []


def test_a_limit_out_of_bounds_is_refused(officer: Client) -> None:
    assert officer.get("/api/organisations/suggest", {"q": "a", "limit": "5000"}).status_code in (400, 422)


def test_a_person_is_set_right_merged_and_parted(officer: Client) -> None:
    here = f"/api/people/{things.DIRECTOR.id}"
    body = {"posts": [{"organisation_id": things.CENTRE.id, "title": "Director", "since": "2020"}]}
    tag = officer.get(here)["ETag"]
    done = officer.generic("PATCH", here, json.dumps(body), "application/json", headers={"If-Match": tag})
    assert (done.status_code, done.json()["posts"][0]["since"]) == (200, "2020")
    tag = officer.get(here)["ETag"]
    lost = officer.generic(
        "POST", f"{here}/merge", json.dumps({"gone": "nobody"}), "application/json", headers={"If-Match": tag}
    )
    assert lost.status_code == 404
    assert officer.post(f"{here}/unmerge").status_code == 404
    assert officer.post("/api/people/review/run").json()["people"] == 1
    assert officer.get("/api/people/review").json()["total"] == 0
