from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import override_settings

from nhipcau import wiring
from nhipcau.facts.actor import Role
from nhipcau.facts.deal import Digest, Follower
from nhipcau.facts.errors import Unavailable
from nhipcau.programme.views import Letter
from nhipcau.store.database import DatabaseStore
from nhipcau.store.mailer import DjangoMailer
from nhipcau.store.models import User
from tests.programme.samples import ANPHU

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def _body() -> None:
    with DatabaseStore().unit() as unit:
        unit.organisations.add(ANPHU)


def user(name: str, **parts: Any) -> User:
    values = {"role": Role.ENTERPRISE, "organisation_id": ANPHU.id, "email": f"{name}@example.org", **parts}
    return User.objects.create(username=name, full_name=name.title(), **values)


@pytest.mark.usefixtures("_body")
def test_who_signs_in_is_found_with_an_address() -> None:
    lan = user("lan", language="ko")
    found = DatabaseStore().reads().reader(str(lan.pk))
    assert found is not None
    assert (found.actor, found.address) == (wiring.actor_of(lan), "lan@example.org")
    assert found.actor.organisation_id == ANPHU.id
    gone = user("gone", is_active=False)
    for key in (str(gone.pk), "999999", "cli", ""):
        assert DatabaseStore().reads().reader(key) is None


@pytest.mark.usefixtures("_body")
def test_those_are_written_to_who_asked_for_it_and_have_an_address() -> None:
    with DatabaseStore().unit() as unit:
        for name, how, parts in (
            ("daily", Digest.DAILY, {}),
            ("never", Digest.NEVER, {}),
            ("nowhere", Digest.WEEKLY, {"email": ""}),
            ("shut", Digest.WEEKLY, {"is_active": False}),
        ):
            unit.followers.add(Follower(id=str(user(name, **parts).pk), digest=how))
        unit.followers.add(Follower(id="cli", digest=Digest.DAILY))
    assert [(reader.address, one.digest) for reader, one in DatabaseStore().reads().digest_readers()] == [
        ("daily@example.org", Digest.DAILY)
    ]


def test_a_letter_is_handed_to_the_mail_server() -> None:
    DjangoMailer().send("lan@example.org", Letter(subject="새 매칭 1건", text="Kính gửi"))
    (sent,) = mail.outbox
    assert (sent.to, sent.subject, sent.body) == (["lan@example.org"], "새 매칭 1건", "Kính gửi")


@pytest.mark.parametrize("subject", ["Xin chào", "hai\ndòng"])
def test_a_server_that_does_not_answer_and_a_broken_head_are_told_as_such(subject: str) -> None:
    smtp = "django.core.mail.backends.smtp.EmailBackend"
    nobody_there = override_settings(EMAIL_BACKEND=smtp, EMAIL_HOST="127.0.0.1", EMAIL_PORT=9)
    with nobody_there, pytest.raises(Unavailable, match="mail-failed"):
        DjangoMailer().send("lan@example.org", Letter(subject=subject, text="."))
