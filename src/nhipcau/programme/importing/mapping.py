"""The heads and some rows of a sheet come in; what each column most likely holds goes out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nhipcau.facts.organisation_import import Column, Import
from nhipcau.language.column_heads import column_of_head, words_of_head
from nhipcau.language.identifiers import canonical_domain, canonical_phone, check_identifier, read_identifier
from nhipcau.language.places import place_named

# A person may stand in several columns, any other thing in one.
_REPEATS: Final = frozenset({Column.IGNORE, Column.PERSON, Column.POST, Column.PHONE})
_NAMES: Final = (Column.NAME, Column.NAME_VI, Column.NAME_KO, Column.NAME_EN)
_MOST: Final = 0.6
_FEW: Final = 3
_LONG_NAME: Final = 8
_FIRST_YEAR, _LAST_YEAR = 1850, 2100


def guess(heads: Sequence[str], sample: Sequence[Sequence[str]], before: Import | None) -> tuple[Column, ...]:
    """Return what each column holds: as this source's columns were mapped before, else by its head, else its values."""
    known = dict(zip(map(words_of_head, before.heads), before.mapping, strict=True)) if before else {}
    mapping: list[Column] = []
    for head in heads:
        remembered = known.get(words_of_head(head))
        column = remembered if remembered is not None else column_of_head(head)
        mapping.append(Column.IGNORE if column in mapping and column not in _REPEATS else column)
    for place, column in enumerate(mapping):
        if column is Column.IGNORE and words_of_head(heads[place]) not in known:
            mapping[place] = _by_values([row[place] for row in sample if row[place]], mapping)
    if not set(_NAMES) & set(mapping):
        _name_somewhere(mapping, sample)
    return tuple(mapping)


def _by_values(values: list[str], taken: list[Column]) -> Column:
    """Return what values say of themselves: numbers with a check, addresses of the web, places."""
    if len(values) < _FEW:
        return Column.IGNORE
    for column, test in _TESTS:
        if column not in taken and sum(map(test, values)) >= _MOST * len(values):
            return column
    return Column.IGNORE


def _name_somewhere(mapping: list[Column], sample: Sequence[Sequence[str]]) -> None:
    """Take the first free column of long, different texts for the names."""
    for place, column in enumerate(mapping):
        values = [row[place] for row in sample if row[place]]
        different = len(set(values)) > _MOST * len(values)
        long = sum(len(value) for value in values) >= _LONG_NAME * len(values)
        if column is Column.IGNORE and values and different and long:
            mapping[place] = Column.NAME
            return


def _is_number(scheme: str, text: str) -> bool:
    digits = sum(map(str.isdigit, text))
    found = read_identifier(text, None, scheme) if digits >= _LONG_NAME else None
    return found is not None and check_identifier(found) is None


def _is_web(text: str) -> bool:
    return "@" not in text and "." in text and " " not in text and canonical_domain(text) is not None


def _is_year(text: str) -> bool:
    return text.isdecimal() and len(text) == 4 and _FIRST_YEAR <= int(text) <= _LAST_YEAR


_TESTS: Final = (
    (Column.EMAIL, lambda text: "@" in text and "." in text.rpartition("@")[2] and " " not in text),
    (Column.TAX_CODE, lambda text: _is_number("VN-MST", text)),
    (Column.BUSINESS_NUMBER, lambda text: _is_number("KR-BRN", text)),
    (Column.WEBSITE, _is_web),
    (Column.FOUNDED, _is_year),
    (Column.PLACE, lambda text: place_named(text) is not None),
    (Column.PHONE, lambda text: canonical_phone(text, "VN") is not None or canonical_phone(text, "KR") is not None),
)
