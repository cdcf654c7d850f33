from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import authenticate

from nhipcau.cli import demo
from nhipcau.cli.demo import _SAMPLES, OFFICER
from nhipcau.cli.demo_register import lists
from nhipcau.store.models import DocumentRow, DoubtRow, DraftRow, OrganisationRow, SourceRecordRow, User
from tests.cli.conftest import Run

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _as_on_the_first_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody removed the demo office, and its lists are short: what is said of it holds for a few firms too."""
    monkeypatch.setattr(
        demo, "lists", lambda: tuple((*one, b"".join(data.splitlines(keepends=True)[:21])) for *one, data in lists())
    )
    mark = Path(settings.DATA_DIR) / "demo-removed"
    mark.unlink(missing_ok=True)
    yield
    mark.unlink(missing_ok=True)


@pytest.fixture
def samples(article: Path) -> tuple[str, Path]:
    return "--samples", article.parent


def test_prints_who_may_sign_in_on_lines_of_their_own(run: Run, samples: tuple[str, Path]) -> None:
    ran = run("demo", *samples)
    assert ran.code == 0
    user = re.search(r"^\s*user:\s+(\S+)$", ran.out, re.MULTILINE)
    password = re.search(r"^\s*password:\s+(\S+)$", ran.out, re.MULTILINE)
    assert user
    assert password
    assert user[1] == OFFICER
    signed_in = authenticate(username=user[1], password=password[1])
    assert signed_in is not None
    assert signed_in.role == "officer"


def test_leaves_drafts_to_confirm_all_marked_as_demo(run: Run, samples: tuple[str, Path]) -> None:
    run("demo", *samples)
    assert list(DocumentRow.objects.values_list("file_name", "demo")) == [("seed_007.txt", True)]
    assert list(DraftRow.objects.values_list("state", "demo")) == [("open", True)]
    assert set(User.objects.values_list("demo", flat=True)) == {True}


def test_typed_again_keeps_the_data_and_the_password(run: Run, samples: tuple[str, Path]) -> None:
    run("demo", *samples)
    before = User.objects.get(username=OFFICER).password
    ran = run("demo", *samples)
    assert "password:" not in ran.out
    assert "nhipcau demo --new-password" in ran.out
    assert User.objects.get(username=OFFICER).password == before
    assert DocumentRow.objects.count() == 1


def test_gives_a_new_password_when_asked(run: Run, samples: tuple[str, Path]) -> None:
    run("demo", *samples)
    found = re.search(r"password:\s+(\S+)", run("demo", "--new-password", *samples).out)
    assert found
    assert authenticate(username=OFFICER, password=found[1]) is not None


def test_remove_leaves_nothing_of_it_and_is_remembered(run: Run, samples: tuple[str, Path]) -> None:
    run("user", "add", "real@office.example")
    run("demo", *samples)
    assert run("demo", "remove").code == 0
    assert (DocumentRow.objects.count(), DraftRow.objects.count()) == (0, 0)
    assert list(User.objects.values_list("username", flat=True)) == ["real@office.example"]
    assert "was removed" in run("demo", "--unless-removed", *samples).out
    assert DocumentRow.objects.count() == 0
    assert run("demo", *samples).code == 0
    assert DocumentRow.objects.count() == 1


def test_the_register_leaves_links_disagreements_and_doubts(
    run: Run, samples: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "lists", lists)
    said = run("demo", *samples).out
    doubts = DoubtRow.objects.count()
    assert 60 <= doubts <= 200
    assert f"5,000 organisations, {doubts} pairs to review" in said
    assert OrganisationRow.objects.count() == 5_000
    phones: dict[str, set[str]] = {}
    for body, phone in SourceRecordRow.objects.exclude(phone="").values_list("organisation_id", "phone"):
        phones.setdefault(body, set()).add(phone or "")
    assert sum(len(numbers) > 1 for numbers in phones.values()) >= 100


def test_says_where_samples_are_missing(run: Run, tmp_path: Path) -> None:
    ran = run("demo", "--samples", tmp_path / "nowhere")
    assert ran.code == 0
    assert "There are no sample articles" in ran.err


def test_our_own_samples_stand_beside_the_source() -> None:
    assert len(list(_SAMPLES.glob("*.txt"))) >= 8
