from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import cast

import pytest

from nhipcau.facts.attendance import Registration
from nhipcau.facts.errors import Unavailable
from nhipcau.programme.arguments import AttendeeParts
from nhipcau.programme.edit_registration import edit_registration
from nhipcau.programme.office import Office
from nhipcau.programme.remind_of_requests import remind_of_requests
from nhipcau.programme.request_meeting import request_meeting
from nhipcau.programme.views import DigestsSent, Letter
from nhipcau.words.reminder import reminder
from tests.programme.fakes import StillClock
from tests.programme.samples import ENTERPRISE, NOW, OFFICER

KIM: AttendeeParts = {"name": "Kim", "languages": ["ko"], "email": "kim@example.com"}
NOTHING = DigestsSent(sent=0, quiet=0, failed=0)


@dataclass
class Post:
    """A mailer that keeps what it is given, or is broken."""

    sent: list[tuple[str, Letter]] = field(default_factory=list)
    broken: bool = False

    def send(self, address: str, letter: Letter, /) -> None:
        if self.broken:
            raise Unavailable("error.mail-failed")
        self.sent.append((address, letter))


def later(office: Office, hours: int) -> None:
    cast("StillClock", office.clock).moment = NOW + timedelta(hours=hours)


def test_who_has_not_answered_at_half_time_is_written_to_once(
    office: Office, host: Registration, guest: Registration
) -> None:
    post = Post()
    written = replace(office, mailer=post)
    edit_registration(office, OFFICER, guest.id, attendees=[KIM], language="ko", zone="Asia/Seoul")
    request_meeting(office, ENTERPRISE, host.id, guest.id)
    later(office, 35)
    assert remind_of_requests(written, reminder) == NOTHING
    later(office, 36)
    post.broken = True
    assert remind_of_requests(written, reminder).failed == 1
    post.broken = False
    assert remind_of_requests(written, reminder).sent == 1
    assert remind_of_requests(written, reminder) == NOTHING
    ((address, letter),) = post.sent
    assert address == "kim@example.com"
    assert letter.subject == "Kết nối doanh nghiệp: 상담 신청 1건이 응답을 기다리고 있습니다"
    assert "An Phú" not in letter.text
    assert "14:00" in letter.text or "2:00" in letter.text


def test_who_left_no_address_keeps_nobody_back(office: Office, host: Registration, guest: Registration) -> None:
    request_meeting(office, ENTERPRISE, host.id, guest.id)
    later(office, 40)
    assert remind_of_requests(replace(office, mailer=Post()), reminder).quiet == 1
    with pytest.raises(Unavailable):
        remind_of_requests(office, reminder)
