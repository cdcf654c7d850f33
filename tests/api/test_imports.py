from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nhipcau import wiring
from tests.api.conftest import Clients

pytestmark = pytest.mark.django_db(transaction=True)

ADDRESS = "/api/organisations/imports"
LIST = "Tên doanh nghiệp;MST\nCông ty TNHH Cơ khí Minh Anh;0100109106\nCông ty Nhựa;0100109107\n".encode()


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def now(work: Callable[[], object]) -> None:
        work()

    monkeypatch.setattr(wiring, "in_background", now)


def sent(client: Client) -> dict[str, object]:
    answer = client.post(ADDRESS, {"file": SimpleUploadedFile("a.csv", LIST), "source": "Sở A"})
    assert answer.status_code == 201, answer.content
    made: dict[str, object] = answer.json()
    return made


def test_a_list_is_sent_looked_through_corrected_committed_and_undone(officer: Client) -> None:
    here = f"{ADDRESS}/{sent(officer)['id']}"
    page = officer.get(here, {"show": "error"}).json()
    assert [row["number"] for row in page["rows"]] == [3]
    assert page["rows"][0]["problems"][0]["said"]["code"] == "import.number-wrong"
    fixed = officer.patch(f"{here}/rows/3", json.dumps({"skipped": True}), "application/json")
    assert fixed.json()["skipped"] is True
    assert officer.post(f"{here}/commit").status_code == 202
    done = officer.get(here).json()["one"]
    assert (done["state"], done["counts"]) == ("done", {"new": 1, "rejected": 1})
    assert officer.post(f"{here}/commit").status_code == 409
    assert officer.post(f"{here}/undo").json()["state"] == "undone"


def test_columns_are_said_with_the_version_that_was_seen(officer: Client) -> None:
    made = sent(officer)
    here = f"{ADDRESS}/{made['id']}/columns"
    body = json.dumps({"mapping": ["name", ""]})
    assert officer.put(here, body, "application/json").status_code == 428
    tag = {"If-Match": f'"{made["version"]}"'}
    assert officer.put(here, body, "application/json", headers=tag).json()["mapping"] == ["name", ""]


@pytest.mark.parametrize("who", ["adviser", "enterprise", "viewer"])
def test_others_do_not_import(client_of: Clients, who: str) -> None:
    client = client_of(who)
    assert client.get(ADDRESS).status_code == 403
    assert client.post(ADDRESS, {"file": SimpleUploadedFile("a.csv", LIST), "source": "A"}).status_code == 403
    assert client.post(f"{ADDRESS}/x/commit").status_code == 403
    assert client.post(f"{ADDRESS}/x/undo").status_code == 403
