"""The office that the settings describe."""

from __future__ import annotations

from pydantic import SecretStr
from pytest_django.fixtures import Settings

from nhipcau.intake.model_reader import ModelReader
from nhipcau.wiring import office


def test_has_no_second_reader_unless_one_is_named(settings: Settings) -> None:
    settings.NHIPCAU_MODEL_ENDPOINT = ""
    assert office().second_reader is None


def test_asks_the_second_reader_that_is_named(settings: Settings) -> None:
    settings.NHIPCAU_MODEL_ENDPOINT = "http://localhost:1/v1"
    settings.NHIPCAU_MODEL_NAME = "m"
    settings.NHIPCAU_MODEL_KEY = SecretStr("k")
    assert office().second_reader == ModelReader(endpoint="http://localhost:1/v1", model="m", key="k", timeout=60.0)
