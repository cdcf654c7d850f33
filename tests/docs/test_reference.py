"""The documentation names every command, option, setting, error code and route."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import typer

from nhipcau.api.site import api
from nhipcau.cli.exits import Exit
from nhipcau.cli.program import app
from nhipcau.settings.environment import Environment
from tests.docs.pages import DOCS, ERROR_CODES, error_codes


def commands(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    yield " ".join(("nhipcau", *words)), command
    for name, below in getattr(command, "commands", {}).items():
        yield from commands(below, (*words, name))


COMMANDS = dict(commands(typer.main.get_command(app)))
ROUTES = [
    f"{method.upper()} {path}"
    for path, operations in api.get_openapi_schema(path_prefix="/api")["paths"].items()
    for method in operations
]
COMMAND_LINE = (DOCS / "command-line.md").read_text(encoding="utf-8")


def section(words: str) -> str:
    """Return what the page says of one command."""
    return COMMAND_LINE.partition(f"### `{words}`\n")[2].partition("\n### ")[0]


@pytest.mark.parametrize("words", [words for words in COMMANDS if words != "nhipcau"])
def test_every_command_is_described_with_every_option(words: str) -> None:
    described = section(words)
    assert described
    for parameter in COMMANDS[words].params:
        for option in (*parameter.opts, *parameter.secondary_opts):
            if option.startswith("-") and parameter.name != "help":
                assert f"`{option}`" in described, option


def test_every_command_and_option_has_a_help_text() -> None:
    for words, command in COMMANDS.items():
        assert command.help, words
        assert all(parameter.help for parameter in command.params if parameter.name != "help"), words


def test_options_of_every_command_and_exit_codes_are_described() -> None:
    for parameter in COMMANDS["nhipcau"].params:
        assert any(option in COMMAND_LINE for option in parameter.opts)
    assert all(f"| {code.value} |" in COMMAND_LINE for code in Exit)


def test_every_setting_is_described() -> None:
    page = (DOCS / "settings.md").read_text(encoding="utf-8")
    assert [name for name in Environment.model_fields if f"`NHIPCAU_{name.upper()}`" not in page] == []


def test_every_route_is_described() -> None:
    page = (DOCS / "api.md").read_text(encoding="utf-8")
    assert [route for route in ROUTES if f"`{route}`" not in page] == []


def test_the_list_of_error_codes_is_up_to_date() -> None:
    assert ERROR_CODES.read_text(encoding="utf-8") == error_codes(), "type: python -m tests.docs.pages"
