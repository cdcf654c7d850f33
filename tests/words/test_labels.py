from __future__ import annotations

from enum import StrEnum

import pytest

from nhipcau.facts import actor, codes, commitment, draft, state
from nhipcau.facts.codes import ACTIVITY_CODES, LANGUAGES, SECTOR_CODES
from nhipcau.programme.views import DESK_SECTIONS
from nhipcau.words.label_phrases import LABELS
from nhipcau.words.labels import choices, kind_of, label, label_of
from nhipcau.words.translations import translations

ENUMERATIONS = [
    kind
    for module in (actor, codes, commitment, draft, state)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]


@pytest.mark.parametrize("kind", ENUMERATIONS, ids=lambda kind: kind.__name__)
def test_every_member_of_every_enumeration_has_a_label(kind: type[StrEnum]) -> None:
    assert [member.value for member in kind if member.value not in LABELS[kind_of(member)]] == []


@pytest.mark.parametrize(
    ("vocabulary", "wanted"), [("activity", ACTIVITY_CODES), ("sector", SECTOR_CODES), ("desk-section", DESK_SECTIONS)]
)
def test_every_code_of_the_lists_has_a_label(vocabulary: str, wanted: tuple[str, ...]) -> None:
    assert tuple(LABELS[vocabulary]) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_translated(language: str) -> None:
    known = translations(language)._catalog  # type: ignore[attr-defined]  # gettext offers no list of what it knows
    missing = [
        (vocabulary, code)
        for vocabulary, labels in LABELS.items()
        for code, phrase in labels.items()
        if not known.get(f"{phrase.context}\x04{phrase.text}")
    ]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
# Heads of columns name columns of different tables: they may read the same.
@pytest.mark.parametrize("vocabulary", [vocabulary for vocabulary in LABELS if vocabulary != "head"])
def test_no_two_codes_of_a_vocabulary_read_the_same(vocabulary: str, language: str) -> None:
    labels = [text for _code, text in choices(vocabulary, language)]
    assert len(set(labels)) == len(labels)


def test_one_english_word_may_be_two_elsewhere() -> None:
    assert label("activity", "training", "vi") == "Đào tạo"
    assert label("sector", "training", "vi") == "Đào tạo nghề"
    assert label_of(commitment.CommitmentState.NOT_CONCRETISED, "ko") == "미구체화"


def test_an_unknown_code_stands_for_itself() -> None:
    assert label("sector", "space-travel", "vi") == "space-travel"
