from __future__ import annotations

import ast
import pkgutil
import re
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

import nhipcau
from nhipcau.facts import errors
from nhipcau.facts.codes import LANGUAGES, AgreementType
from nhipcau.facts.commitment import CommitmentState
from nhipcau.facts.message import Message
from nhipcau.words import phrases
from nhipcau.words.sentences import SENTENCES, say
from nhipcau.words.translations import translations
from nhipcau.words.values import Sentence

PACKAGE = Path(nhipcau.__file__).parent
ERRORS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)}
SAYING = ERRORS | {"Message"}


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def literal_codes(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        position = 0 if called(node) in SAYING else 1 if called(node) == "tell" else None
        if position is None or len(node.args) <= position:
            continue
        code = node.args[position]
        branches = (code.body, code.orelse) if isinstance(code, ast.IfExp) else (code,)
        for branch in branches:
            if isinstance(branch, ast.Constant) and isinstance(branch.value, str):
                yield branch.value


def codes_of_the_package() -> list[str]:
    return sorted({code for path in PACKAGE.rglob("*.py") for code in literal_codes(path)})


def test_every_code_of_the_package_has_a_sentence() -> None:
    assert [code for code in codes_of_the_package() if code not in SENTENCES] == []


def _has_words(text: str) -> bool:
    """Tell whether there is anything to translate beside the values."""
    return any(letter.isalpha() for letter in re.sub(r"\{[^}]*\}", "", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated(language: str) -> None:
    known = translations(language)
    said = {
        code: known.ngettext(phrase.text, phrase.many, 2) if phrase.many else known.gettext(phrase.text)
        for code, phrase in SENTENCES.items()
        if phrase.context is None and _has_words(phrase.text)
    }
    same = [code for code, text in said.items() if not text or (language != "en" and text == SENTENCES[code].text)]
    assert same == []


def test_no_code_is_said_in_two_places() -> None:
    modules = [import_module(f"{phrases.__name__}.{module.name}") for module in pkgutil.iter_modules(phrases.__path__)]
    codes = [
        code
        for module in modules
        for name, table in vars(module).items()
        if name.isupper() and not name.startswith("_") and isinstance(table, dict)
        for code in table
    ]
    assert sorted(codes) == sorted(set(codes))


def test_fills_places_by_the_kind_of_value() -> None:
    message = Message("error.file-too-large", {"size": 41 * 1024 * 1024, "limit": 20 * 1024 * 1024})
    assert say(message, "en") == "The file is too large: 41 MB, at most 20 MB are accepted."
    assert say(message, "vi") == "Tệp quá lớn: 41 MB, chỉ nhận tối đa 20 MB."


def test_writes_numbers_as_the_language_does() -> None:
    message = Message("field.too-long", {"length": 6200, "limit": 5000})
    assert "5.000" in say(message, "vi")
    assert "5,000" in say(message, "ko")


def test_an_unknown_code_stands_for_itself() -> None:
    assert say(Message("error.never-heard-of"), "vi") == "error.never-heard-of"


def test_a_missing_value_shows_as_a_dash() -> None:
    assert say(Message("field.too-long"), "en") == "This is too long: — characters, at most —."


def test_values_cannot_reach_into_attributes() -> None:

    filled = Sentence("en").vformat("{day.year}", (), {"day": date(2021, 11, 26)})
    assert filled == "—"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (date(2021, 11, 26), "ngày 26/11/2021"),
        (CommitmentState.UNDER_WAY, "Đang thực hiện"),
        (AgreementType.MOU, "Biên bản ghi nhớ (MOU)"),
        (("IDC", "KICET"), "IDC và KICET"),
        (1586, "1.586"),
        (Message("error.file-empty"), "Tệp trống."),
    ],
)
def test_every_kind_of_value_is_written_for_the_reader(value: object, said: str) -> None:

    sentence = Sentence("vi", say=lambda message: say(message, "vi"))
    assert sentence.vformat("{value}", (), {"value": value}) == said


@pytest.mark.parametrize(
    ("detail", "said"), [("ký kết", "From the words “ký kết”"), ("", "From the wording of the text")]
)
def test_a_derivation_without_words_quotes_nothing(detail: str, said: str) -> None:
    assert say(Message("origin.verb", {"value": "code", "detail": detail}), "en") == said


def test_no_derivation_without_words_shows_a_dash() -> None:
    origins = [code for code in SENTENCES if code.startswith("origin.") and f"{code}.bare" in SENTENCES]
    said = [say(Message(code, {"value": "", "detail": ""}), language) for code in origins for language in LANGUAGES]
    assert origins
    assert [text for text in said if "—" in text] == []
