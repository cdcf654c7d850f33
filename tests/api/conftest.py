"""A small register and a person of every role come in; clients that act for them go out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client

from nhipcau import wiring
from nhipcau.facts.actor import Role
from nhipcau.store.accounts import add_account, issue_token
from nhipcau.store.models import User
from tests.programme.samples import doubt
from tests.store import things

Clients = Callable[[str], Client]
BYTES = things.TEXT.encode()


@pytest.fixture
def key(db: None) -> str:
    """One of each thing in the office; the key of the bytes behind the document and the activity's file."""
    office = wiring.office()
    found = office.files.put(BYTES)
    with office.store.unit() as unit:
        unit.organisations.add(things.CENTRE)
        unit.organisations.add(things.INSTITUTE)
        unit.organisations.add(replace(things.CENTRE, id="org-other", names=things.INSTITUTE.names[1:]))
        unit.doubts.add(doubt("dbt-1", things.CENTRE.id, "org-other"))
        unit.people.add(things.DIRECTOR)
        unit.documents.add(replace(things.DOCUMENT, sha256=found))
        unit.agreements.add(things.AGREEMENT)
        unit.drafts.add(replace(things.DRAFT, proposal=None))
        unit.commitments.add(things.COMMITMENT)
        file = replace(things.ACTIVITY.files[0], key=found)
        unit.activities.add(replace(things.ACTIVITY, files=(file,)))
    return found


@pytest.fixture
def client_of(key: str) -> Clients:
    """Make a client that sends the token of a role; "stranger" speaks for an organisation that signed nothing."""

    def client(who: str) -> Client:
        role = Role.ENTERPRISE if who == "stranger" else Role(who)
        speaks_for = {"enterprise": things.CENTRE.id, "stranger": "org-other"}.get(who)
        add_account(who, password=None, role=role.value, organisation_id=speaks_for, name=who)
        secret = issue_token(who, "test")
        return Client(HTTP_HOST="localhost", headers={"Authorization": f"Bearer {secret}", "Accept-Language": "en"})

    return client


@pytest.fixture
def officer(client_of: Clients) -> Client:
    """Return the officer's client."""
    return client_of("officer")


@pytest.fixture
def session(key: str) -> Client:
    """Return an officer's browser, which checks CSRF as a real one."""
    user = User.objects.create_user(username="lan@office.example", role=Role.OFFICER)
    client = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    client.force_login(user)
    return client
