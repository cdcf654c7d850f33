"""A reading comes in; what a person wants to see of it on a terminal goes out, each value with its quote."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from nhipcau.cli.voice import LANGUAGE, sentence, word
from nhipcau.facts.reading import AgreementRead, FigureRead, Read, Reading
from nhipcau.words.dates import edtf

_QUOTE = 90

Line = tuple[str, str, Read | None]
"""What is said of (a word), what it is, and the record that quotes the text."""


def summary(reading: Reading) -> RenderableType:
    """Lay a reading out: one table an agreement, then figures and legal acts."""
    if not reading.agreements:
        parts: list[RenderableType] = [escape(sentence("cli.read-no-agreement"))]
    else:
        parts = [_block(_title(agreement), _lines(agreement)) for agreement in reading.agreements]
    rest = list(_rest(reading))
    if rest:
        parts.append(_block(sentence("cli.read-whole-document"), iter(rest)))
    return Group(*parts)


def _title(agreement: AgreementRead) -> str:
    kind = word("agreement-type", agreement.type.value)
    return f"{kind} · {word('agreement-status', agreement.status.value)}"


def _block(title: str, lines: Iterator[Line]) -> RenderableType:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(style="italic dim", overflow="fold")
    for said, value, record in lines:
        table.add_row(escape(said), escape(value), escape(_quote(record)))
    return Group(f"[bold]{escape(title)}[/]", Padding(table, (0, 0, 1, 2)))


def _lines(agreement: AgreementRead) -> Iterator[Line]:
    yield from _who(agreement)
    yield word("value-field", "date"), edtf(agreement.date.value, LANGUAGE.get()), agreement.date
    if agreement.place:
        place = agreement.place
        yield word("value-field", "place"), ", ".join(p for p in (place.venue, place.city, place.country) if p), place
    yield from _what(agreement)


def _who(agreement: AgreementRead) -> Iterator[Line]:
    for party in agreement.parties:
        about = ", ".join(
            part for part in (party.acronym, party.country, party.kind and word("party-kind", party.kind)) if part
        )
        yield word("value-field", "party"), f"{party.name} ({about})" if about else party.name, party
    for person in agreement.people:
        post = ", ".join(part for part in (person.role, person.org) if part)
        function = word("person-function", person.function.value)
        yield word("value-field", "person"), f"{person.name}, {post or '—'} [{function}]", person
    for witness in agreement.witnesses:
        yield word("value-field", "witness"), witness.name, witness


def _what(agreement: AgreementRead) -> Iterator[Line]:
    for sector in agreement.sectors:
        yield word("value-field", "sector"), word("sector", sector.code), sector
    for activity in agreement.activities:
        promised = f"{word('activity', activity.code)} [{word('strength', activity.strength.value)}]"
        yield word("value-field", "activity"), promised, activity
    if agreement.term:
        term = agreement.term
        yield word("value-field", "term"), f"{term.value or ''} {term.unit or ''} {term.until or ''}".strip(), term


def _rest(reading: Reading) -> Iterator[Line]:
    for figure in reading.figures:
        shown = f"{_number(figure)} {figure.unit} [{word('figure-role', figure.role.value)}]"
        yield word("value-field", "figure"), shown, figure
    for act in reading.legal_acts:
        yield word("value-field", "legal-act"), f"{act.type} {act.number}", act


def _number(figure: FigureRead) -> str:
    if isinstance(figure.value, tuple):
        return f"{figure.value[0]:g}–{figure.value[1]:g}"
    return f"{figure.value:.15g}"


def _quote(record: Read | None) -> str:
    if record is None or record.span is None:
        return ""
    words = " ".join(record.span.quote.split())
    return f"“{words if len(words) <= _QUOTE else words[: _QUOTE - 1] + '…'}”"
