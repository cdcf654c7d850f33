"""An office with open drafts comes in; clients signed in with every role go out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from nhipcau import wiring
from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.draft import Draft
from nhipcau.programme.office import Office
from nhipcau.programme.receive_text import receive_text
from nhipcau.store.models import User

TEXT = """Ngày 12/3/2024, Trung tâm Thử nghiệm cơ khí Sông Hồng (TSC) và Viện Công nghệ Vật liệu Hàn Quốc (KIMX) \
ký kết Biên bản ghi nhớ (MOU) về hợp tác trong lĩnh vực cơ khí.

Theo biên bản, hai bên sẽ đào tạo kỹ sư cho doanh nghiệp Việt Nam, chuyển giao công nghệ xử lý bề mặt.

Ông Trần Văn Sơn, Giám đốc TSC và ông Kim Min Ho, Viện trưởng KIMX đã ký Biên bản ghi nhớ.
<script>alert("xấu")</script> & "hết".
"""
OFFICER = Actor(id="1", name="Lan", role=Role.OFFICER)
SignedIn = Callable[[Role], Client]


@pytest.fixture
def office(transactional_db: None) -> Office:
    """Return the office on the run's database."""
    return wiring.office()


@pytest.fixture
def draft(office: Office) -> Draft:
    """Return an open draft of one agreement."""
    return receive_text(office, OFFICER, TEXT, title="Lễ ký <i>TSC</i> – KIMX").drafts[0]


@pytest.fixture
def signed_in(transactional_db: None) -> SignedIn:
    """Return a function that gives a client of a user with a role, in English."""

    def sign_in(role: Role) -> Client:
        user = User.objects.create_user(username=f"{role}@office.example", full_name=f"The {role}", role=role)
        client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en")
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def officer(signed_in: SignedIn) -> Client:
    """Return the client of an officer."""
    return signed_in(Role.OFFICER)
