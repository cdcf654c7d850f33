"""Addresses of databases and mail servers."""

from __future__ import annotations

from pathlib import Path

import pytest

from nhipcau.settings.address import database, mail


def test_uses_a_file_in_the_data_folder_without_an_address(tmp_path: Path) -> None:
    settings = database("", tmp_path)
    assert settings["ENGINE"] == "django.db.backends.sqlite3"
    assert settings["NAME"] == str(tmp_path / "nhipcau.sqlite3")
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize(("url", "name"), [("sqlite:///a/b.db", "a/b.db"), ("sqlite:////a/b.db", "/a/b.db")])
def test_takes_a_path_of_a_file(url: str, name: str) -> None:
    assert database(url, Path())["NAME"] == name


def test_takes_a_server_with_quoted_characters_and_options() -> None:
    settings = database("postgres://of%40fice:p%2Fw@db.example:5433/so%C3%A1t?sslmode=require", Path())
    wanted = {"USER": "of@fice", "PASSWORD": "p/w", "HOST": "db.example", "PORT": "5433", "NAME": "soát"}
    assert {key: settings[key] for key in wanted} == wanted
    assert settings["OPTIONS"]["sslmode"] == "require"


def test_takes_a_socket_folder_as_host() -> None:
    settings = database("postgres://me@/office?host=/run/pg", Path())
    assert (settings["HOST"], settings["PORT"], settings["USER"]) == ("/run/pg", "", "me")


def test_refuses_another_database() -> None:
    with pytest.raises(ValueError, match="mysql"):
        database("mysql://localhost/x", Path())


def test_writes_mail_to_the_console_without_an_address() -> None:
    assert mail("") == {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}


def test_takes_a_mail_server() -> None:
    settings = mail("smtps://office:secret@mail.example")
    assert (settings["EMAIL_HOST"], settings["EMAIL_PORT"], settings["EMAIL_USE_SSL"]) == ("mail.example", 465, True)


def test_refuses_another_mail_address() -> None:
    with pytest.raises(ValueError, match="imap"):
        mail("imap://mail.example")
