"""A language comes in; the properties to choose from go out, by their names."""

from __future__ import annotations

from typing import Final

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from nhipcau.facts.market import ItemKind
from nhipcau.language.properties import PROPERTIES
from nhipcau.language.properties import Form as Shape
from nhipcau.words.labels import label
from nhipcau.words.requirements import unit

_LIST: Final = "list"


def properties(language: str) -> list[tuple[str, str, str, str, str]]:
    """Return the properties by their names: code, name, kinds that they are asked of, how they are compared, facets."""
    found = [
        (
            known.code,
            label("property", known.code, language),
            " ".join(sorted(kind.value for kind in ItemKind if kind in known.kinds)),
            _LIST if known.form is Shape.MEMBERS else known.form.value,
            " ".join(known.facets),
        )
        for known in PROPERTIES.values()
    ]
    return sorted(found, key=lambda one: one[1])


def property_choices(language: str) -> list[tuple[str, str]]:
    """Return the properties with their names, by name."""
    return [(code, name) for code, name, *_ in properties(language)]


def unit_lists(language: str) -> list[tuple[str, list[str]]]:
    """Return the units that each measured property is offered in, as the reader writes them."""
    return [(one.code, [unit(sign, language) for sign in one.units]) for one in PROPERTIES.values() if one.units]


class PropertyOptions:
    """The options of a select box, made once for each chosen property: a form may have hundreds of rows."""

    def __init__(self, language: str) -> None:
        """Take the language of the names."""
        self._named = property_choices(language)
        self._made: dict[str, SafeString] = {}

    def chosen(self, code: str) -> SafeString:
        """Return all options with one of them chosen; one that is no property is kept, to be refused by its name."""
        if code not in self._made:
            named = self._named if not code or code in PROPERTIES else [*self._named, (code, code)]
            rows = ((one, SafeString(" selected") if one == code else "", name) for one, name in named)
            self._made[code] = format_html_join("", '<option value="{}"{}>{}</option>', rows)
        return self._made[code]
