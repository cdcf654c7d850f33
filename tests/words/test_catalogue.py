from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Message

from nhipcau.words import catalogue


def test_the_catalogues_are_complete() -> None:
    assert catalogue.check() == []


def test_finds_phrases_of_python_and_templates(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('x = phrase("One" " thing")\ny = phrase_in("place", "Here")\n')
    (tmp_path / "b.html").write_text(
        '{% load i18n %}  <p\n {% translate "Desk" as desk %}>{% blocktranslate count n=m %}{{ n }} way{% plural %}'
        "{{ n }} ways{% endblocktranslate %}\n   {# it's #} {% if a %}don't{% endif %}"
    )
    found = {(message.context, message.id) for message in catalogue.collect(tmp_path) if message.id}
    assert found == {(None, "One thing"), ("place", "Here"), (None, "Desk"), (None, ("%(n)s way", "%(n)s ways"))}


@pytest.mark.parametrize(
    ("said", "kept", "fault"),
    [
        (Message("Saved."), Message("Saved.", ""), "not translated"),
        (Message("Saved."), Message("Saved.", "Đã lưu.", flags={"fuzzy"}), "doubtful (fuzzy)"),
        (Message("{a} of {b}"), Message("{a} of {b}", "{a}/{c}"), "its places differ"),
        (Message("%(n)s left"), Message("%(n)s left", "còn %(m)s"), "its places differ"),
        (Message("On {a:edtf}"), Message("On {a:edtf}", "{a}"), "its places differ"),
        (Message(("one", "many")), Message(("one", "many"), "một"), "one of two forms is missing"),
    ],
)
def test_names_each_fault(said: Message, kept: Message, fault: str) -> None:
    assert list(catalogue._faults(said, kept)) == [fault]


def test_accepts_a_faithful_translation() -> None:
    said = Message(("{n} day", "{n} days"))
    assert list(catalogue._faults(said, Message(said.id, ("{n} ngày",)))) == []


def test_tells_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert catalogue.main(["translate"]) == 2
    assert "extract|compile|check" in capsys.readouterr().err
