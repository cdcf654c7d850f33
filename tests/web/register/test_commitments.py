"""A promise becomes concrete, is worked on, and its state follows."""

from __future__ import annotations

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nhipcau.facts.actor import Role
from nhipcau.facts.agreement import Agreement
from nhipcau.facts.commitment import Commitment, CommitmentState
from nhipcau.programme.office import Office
from nhipcau.programme.queries.agreement_page import agreement_page
from nhipcau.programme.queries.commitment_page import commitment_page
from tests.web.register.conftest import OFFICER, SignedIn


def concrete(agreement: Agreement, promise: Commitment, **parts: str) -> dict[str, str]:
    return {
        "owner_id": agreement.parties[0].organisation_id,
        "quantity": "200",
        "unit": "kỹ sư",
        "due_on": "2099-12-31",
        "version": str(promise.version),
        **parts,
    }


def state(office: Office, promise: Commitment) -> CommitmentState:
    return commitment_page(office, OFFICER, promise.id).row.state


def test_owner_quantity_and_day_make_it_concrete_and_activities_move_it(
    officer: Client, office: Office, agreement: Agreement, promise: Commitment
) -> None:
    assert state(office, promise) == CommitmentState.NOT_CONCRETISED
    officer.post(f"/commitments/{promise.id}/concretise/", concrete(agreement, promise))
    assert state(office, promise) == CommitmentState.NOT_STARTED
    officer.post(f"/commitments/{promise.id}/activities/", {"on": "2024-05-01", "note": "lớp 1", "quantity": "80"})
    assert state(office, promise) == CommitmentState.UNDER_WAY
    officer.post(f"/commitments/{promise.id}/activities/", {"on": "2024-06-01", "note": "lớp 2", "quantity": "120"})
    assert state(office, promise) == CommitmentState.DONE


def test_all_mistakes_of_a_form_are_said_at_once_and_the_entry_stays(
    officer: Client, agreement: Agreement, promise: Commitment
) -> None:
    typed = concrete(agreement, promise, quantity="-5", due_on="someday")
    answer = officer.post(f"/commitments/{promise.id}/concretise/", typed)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert shown.count("field__error") == 2
    assert 'value="someday"' in shown


def test_a_reason_is_needed_to_abandon_and_it_can_be_taken_up_again(
    officer: Client, office: Office, promise: Commitment
) -> None:
    address = f"/commitments/{promise.id}/abandon/"
    assert officer.post(address, {"reason": " ", "version": str(promise.version)}).status_code == 422
    officer.post(address, {"reason": "đối tác giải thể", "version": str(promise.version)})
    assert state(office, promise) == CommitmentState.ABANDONED
    again = commitment_page(office, OFFICER, promise.id).row.commitment
    officer.post(f"/commitments/{promise.id}/resume/", {"version": str(again.version)})
    assert state(office, promise) == CommitmentState.NOT_CONCRETISED


def test_a_file_of_an_activity_comes_back_as_a_download_only(
    officer: Client, office: Office, promise: Commitment
) -> None:
    upload = SimpleUploadedFile("<báo cáo>.html", b"<script>alert(1)</script>", content_type="text/html")
    officer.post(f"/commitments/{promise.id}/activities/", {"on": "2024-05-01", "note": "x", "files": upload})
    activity = commitment_page(office, OFFICER, promise.id).activities[0]
    answer = officer.get(f"/activities/{activity.id}/files/{activity.files[0].key}/")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer.content == b"<script>alert(1)</script>"


def test_an_activity_is_corrected_and_removed(officer: Client, office: Office, promise: Commitment) -> None:
    base = f"/commitments/{promise.id}/activities/"
    officer.post(base, {"on": "2024-05-01", "note": "x"})
    one = commitment_page(office, OFFICER, promise.id).activities[0]
    officer.post(f"{base}{one.id}/", {"on": "02/05/2024", "note": "khóa 1", "version": str(one.version)})
    one = commitment_page(office, OFFICER, promise.id).activities[0]
    assert (one.on, one.note) == (date(2024, 5, 2), "khóa 1")
    officer.post(f"{base}{one.id}/remove/", {"version": str(one.version)})
    assert commitment_page(office, OFFICER, promise.id).activities == ()


def test_an_enterprise_sees_only_what_its_organisation_signed(
    signed_in: SignedIn, agreement: Agreement, promise: Commitment
) -> None:
    stranger = signed_in(Role.ENTERPRISE)
    assert stranger.get(f"/commitments/{promise.id}/").status_code == 404
    assert stranger.get(f"/agreements/{agreement.id}/").status_code == 404
    assert agreement.title not in stranger.get("/agreements/").content.decode()
    assert agreement.title not in stranger.get("/search/?q=tsc").content.decode()


def test_the_list_says_what_is_missing(officer: Client, promise: Commitment) -> None:
    for missing in ("owner", "quantity", "due"):
        assert f"/commitments/{promise.id}/" in officer.get(f"/commitments/?missing={missing}").content.decode()
    assert f"/commitments/{promise.id}/" not in officer.get("/commitments/?state=done").content.decode()


def test_roles_that_may_not_edit_change_nothing(
    signed_in: SignedIn, office: Office, agreement: Agreement, promise: Commitment
) -> None:
    one, two = f"/agreements/{agreement.id}", f"/commitments/{promise.id}"
    verbs = ("edit/", "commitments/", "review/", "renewal/")
    addresses = [f"{one}/{verb}" for verb in verbs]
    addresses += [f"{two}/{verb}" for verb in ("concretise/", "abandon/", "resume/")]
    addresses += [f"/organisations/{agreement.parties[0].organisation_id}/edit/"]
    before = agreement_page(office, OFFICER, agreement.id)
    typed = {
        **concrete(agreement, promise),
        "title": "x",
        "code": "training",
        "text": "x",
        "on": "2024-05-01",
        "reason": "x",
    }
    for role in (Role.ADVISER, Role.ENTERPRISE, Role.VIEWER):
        client = signed_in(role)
        assert {client.post(address, typed).status_code for address in addresses} <= {403, 404}
    assert agreement_page(office, OFFICER, agreement.id) == before
