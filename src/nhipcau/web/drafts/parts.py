"""The parts of a draft's value come in as codes and text; what a person reads, and the inputs to change it, go out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from nhipcau.words import dates, numbers
from nhipcau.words.labels import choices, label

Words = str | Promise

# Countries that a select offers, the two of the cooperation first; one that a text names besides is added.
_COUNTRIES: Final = ("VN", "KR", "JP", "CN", "TW", "SG", "TH", "LA", "KH", "MY", "ID", "PH", "IN", "AU", "US", "CA")
_MORE_COUNTRIES: Final = ("GB", "FR", "DE", "NL", "BE", "IT", "ES", "CH", "SE", "FI", "DK", "NO", "PL", "CZ", "RU")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a value.

    ``kind`` is text, long, edtf, number, country, yes, period, or the name of a vocabulary of labels.
    ``main`` parts make the value's title.
    """

    name: str
    label: Words
    kind: str = "text"
    main: bool = False
    required: bool = False
    hint: Words = ""


_DATE_HINT: Final = gettext_lazy(
    "Write 26/11/2021. Only the month: 2021-11. Only the year: 2021. Middle of the month: 2021-11~."
)
_COUNTRY: Final = gettext_lazy("Country")
_NAME: Final = gettext_lazy("Name")

PARTS: Final[Mapping[str, tuple[Part, ...]]] = {
    "type": (
        Part(name="type", label=gettext_lazy("Type of paper"), kind="agreement-type", main=True, required=True),
        Part(name="renewal", label=gettext_lazy("Renews an earlier agreement"), kind="yes"),
    ),
    "status": (Part(name="status", label=gettext_lazy("Status"), kind="agreement-status", main=True, required=True),),
    "date": (
        Part(
            name="value",
            label=gettext_lazy("Date of signing"),
            kind="edtf",
            main=True,
            required=True,
            hint=_DATE_HINT,
        ),
    ),
    "place": (
        Part(name="venue", label=gettext_lazy("Venue"), main=True, hint=gettext_lazy("Building or office")),
        Part(name="city", label=gettext_lazy("City or province"), main=True),
        Part(name="country", label=_COUNTRY, kind="country"),
        Part(name="mode", label=gettext_lazy("How they met"), kind="mode"),
    ),
    "term": (
        Part(name="value", label=gettext_lazy("Runs for"), kind="number", main=True),
        Part(name="unit", label=gettext_lazy("Unit"), kind="period"),
        Part(name="until", label=gettext_lazy("Until"), kind="edtf", main=True, hint=_DATE_HINT),
    ),
    "party": (
        Part(name="name", label=_NAME, main=True, required=True),
        Part(name="acronym", label=gettext_lazy("Acronym"), main=True),
        Part(name="country", label=_COUNTRY, kind="country"),
        Part(name="kind", label=gettext_lazy("Kind of body"), kind="party-kind"),
        Part(name="parent", label=gettext_lazy("Belongs to"), hint=gettext_lazy("The ministry or body above it")),
    ),
    "person": (
        Part(name="name", label=_NAME, main=True, required=True),
        Part(name="role", label=gettext_lazy("Post")),
        Part(name="org", label=gettext_lazy("Organisation")),
        Part(name="function", label=gettext_lazy("At the signing"), kind="person-function"),
    ),
    "witness": (Part(name="name", label=_NAME, main=True, required=True),),
    "sector": (Part(name="code", label=gettext_lazy("Sector"), kind="sector", main=True, required=True),),
    "activity": (
        Part(name="code", label=gettext_lazy("Kind of activity"), kind="activity", main=True, required=True),
        Part(name="strength", label=gettext_lazy("How firm"), kind="strength"),
        Part(name="text", label=gettext_lazy("In the office's words"), kind="long"),
    ),
    "figure": (
        Part(name="value", label=gettext_lazy("Number"), kind="number", main=True, required=True),
        Part(name="unit", label=gettext_lazy("Unit"), main=True),
        Part(name="what", label=gettext_lazy("Of what")),
        Part(name="role", label=gettext_lazy("What it is to the agreement"), kind="figure-role"),
        Part(name="approx", label=gettext_lazy("Approximate"), kind="yes"),
        Part(name="as_of", label=gettext_lazy("As of"), kind="edtf", hint=_DATE_HINT),
    ),
    "legal-act": (
        Part(name="type", label=gettext_lazy("Kind of legal act"), main=True, required=True),
        Part(name="number", label=gettext_lazy("Number of the act"), main=True, required=True),
        Part(name="issuer", label=gettext_lazy("Issued by")),
        Part(name="date", label=gettext_lazy("Date of the act"), kind="edtf", hint=_DATE_HINT),
    ),
}

Content = Mapping[str, str]


def part_of(field: str, name: str) -> Part:
    """Return a part of a field; one that no page asks for reads as plain text."""
    return next((part for part in PARTS[field] if part.name == name), Part(name=name, label=name))


def title_of(field: str, content: Content, language: str) -> str:
    """Return what a value says in one line; "" where nothing is stated."""
    special = _TITLES.get(field)
    if special:
        return special(content, language)
    main = [text_of(part, content.get(part.name, ""), language) for part in PARTS[field] if part.main]
    return ", ".join(text for text in main if text)


def details_of(field: str, content: Content, language: str) -> tuple[str, ...]:
    """Return the rest of what a value says, part by part, as words of the reader's language."""
    rest = [part for part in PARTS[field] if not part.main and part.kind != "period"]
    said = []
    for part in rest:
        text = text_of(part, content.get(part.name, ""), language)
        if text:
            said.append(_detail(field, part, text))
    return tuple(said)


def text_of(part: Part, value: str, language: str) -> str:
    """Return one part in words; "" where it is empty."""
    if not value:
        return ""
    writer = _WRITERS.get(part.kind)
    if writer:
        return writer(value, language)
    return value if part.kind in {"text", "long"} else label(part.kind, value, language)


def options_of(part: Part, value: str, language: str) -> list[tuple[str, str]] | None:
    """Return what a select offers for a part, ``None`` where it is typed."""
    if part.kind in {"text", "long", "edtf", "number"}:
        return None
    if part.kind == "yes":
        return [("true", _("Yes"))]
    if part.kind == "period":
        return [("year", _("years")), ("month", _("months"))]
    if part.kind == "country":
        codes = dict.fromkeys((*_COUNTRIES, *_MORE_COUNTRIES, *([value] if value else [])))
        return [(code, numbers.country(code, language)) for code in codes]
    return choices(part.kind, language)


def number_text(value: str, language: str) -> str:
    """Return a number, or a range written "a..b", with its digits grouped; other text stays as it is."""
    try:
        ends = [numbers.number(Decimal(end), language) for end in value.split("..")]
    except InvalidOperation:
        return value
    return "–".join(ends)


def _detail(field: str, part: Part, text: str) -> str:
    """Return a detail that is understood without its label."""
    if part.kind == "yes":
        return str(part.label)
    if (field, part.name) in {("party", "parent"), ("figure", "as_of"), ("legal-act", "issuer")}:
        return f"{part.label}: {text}"
    return text


def _party(content: Content, language: str) -> str:
    del language  # a name is written as the paper has it
    name, acronym = content.get("name", ""), content.get("acronym", "")
    return f"{name} ({acronym})" if name and acronym and acronym not in name else name or acronym


def _figure(content: Content, language: str) -> str:
    return " ".join(filter(None, (number_text(content.get("value", ""), language), content.get("unit", ""))))


def _legal_act(content: Content, language: str) -> str:
    del language  # numbers of acts are written one way only
    return " ".join(filter(None, (content.get("type", ""), content.get("number", ""))))


def _term(content: Content, language: str) -> str:
    value, until = content.get("value", ""), content.get("until", "")
    said = []
    if value:
        count = int(value) if value.isdecimal() else 2
        long = ngettext("%(number)s month", "%(number)s months", count)
        if content.get("unit") == "year":
            long = ngettext("%(number)s year", "%(number)s years", count)
        said.append(long % {"number": number_text(value, language)})
    if until:
        said.append(_("until %(day)s") % {"day": dates.edtf(until, language)})
    return ", ".join(said)


_TITLES: Final[Mapping[str, Callable[[Content, str], str]]] = {
    "party": _party,
    "figure": _figure,
    "legal-act": _legal_act,
    "term": _term,
}
_WRITERS: Final[Mapping[str, Callable[[str, str], str]]] = {
    "edtf": dates.edtf,
    "number": number_text,
    "country": numbers.country,
    "yes": lambda _value, _language: _("Yes"),
    "period": lambda value, _language: _("years") if value == "year" else _("months"),
}
