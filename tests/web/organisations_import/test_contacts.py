"""Whom a list names stands on the page of the organisation, until the import is taken back."""

from __future__ import annotations

import pytest

from nhipcau import wiring
from nhipcau.facts.actor import Actor, Role
from nhipcau.programme.commit_import import commit_import
from nhipcau.programme.preview_import import preview_import
from nhipcau.programme.undo_import import undo_import
from nhipcau.store.models import OrganisationRow, PersonRow
from tests.web.conftest import SignIn

OFFICER = Actor(id="1", name="Lan", role=Role.OFFICER)
LIST = """Tên doanh nghiệp;MST;Người đại diện;Chức vụ
Công ty TNHH Cơ khí Minh Anh;0100109106;Nguyễn Văn An;Giám đốc kỹ thuật
Công ty TNHH Cơ khí Minh Anh;0100109106;Nguyễn Văn An;Chủ tịch
"""


@pytest.mark.django_db(transaction=True)
def test_a_contact_stands_on_the_page_of_the_organisation(sign_in: SignIn) -> None:
    office = wiring.office()
    one = preview_import(office, OFFICER, LIST.encode(), name="a.csv", source="Sở A")
    commit_import(office, OFFICER, one.id)
    shown = sign_in(Role.OFFICER).get(f"/organisations/{OrganisationRow.objects.get().pk}/").content.decode()
    assert f'href="/people/{PersonRow.objects.get().pk}/">Nguyễn Văn An</a>' in shown
    assert "Giám đốc kỹ thuật; Chủ tịch" in shown
    assert undo_import(office, OFFICER, one.id).kept == 0
    assert (PersonRow.objects.count(), OrganisationRow.objects.count()) == (0, 0)
