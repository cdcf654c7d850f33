from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from nhipcau.store import upkeep
from tests.cli.conftest import Run

pytestmark = pytest.mark.django_db


def test_finds_all_in_order(run: Run) -> None:
    ran = run("check", "--json")
    found = {one["check"]: one["state"] for one in json.loads(ran.out)}
    assert ran.code == 0
    assert found == dict.fromkeys(("configuration", "database", "folders", "disk", "fonts", "model"), "ok")


def test_a_database_that_is_not_prepared_fails(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "pending_migrations", lambda: ("store.0001_register",))
    ran = run("check")
    assert ran.code == 1
    assert "✗ This office is not prepared yet" in ran.out


def test_a_model_that_does_not_answer_is_a_warning(run: Run, settings: Any) -> None:
    settings.NHIPCAU_MODEL_ENDPOINT = "http://127.0.0.1:9/v1"
    ran = run("check", "--json")
    states = {one["check"]: one["state"] for one in json.loads(ran.out)}
    assert (ran.code, states["model"]) == (0, "warning")


def test_a_secret_key_that_others_can_read_is_a_warning(run: Run, settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    (tmp_path / "secret-key").write_text("x")
    (tmp_path / "secret-key").chmod(0o644)
    states = {one["check"]: one["state"] for one in json.loads(run("check", "--json").out)}
    assert states["folders"] == "warning"


def test_a_folder_that_is_gone_fails(run: Run, settings: Any, tmp_path: Path) -> None:
    settings.NHIPCAU_FILES_DIR = tmp_path / "gone"
    assert run("check").code == 1
