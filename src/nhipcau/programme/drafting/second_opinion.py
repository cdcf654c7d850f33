"""Two readings of one text come in; the first one goes out with the second one's dissent beside it.

What the second reader says never replaces anything: another type, status, date, city or term makes the value
*disputed*, and a party, person, sector or activity that it alone found is added as derived from it. Whatever does not
quote the text word for word is dropped before: a document's words, or a model's, are data and never an instruction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from nhipcau.facts.reading import AgreementRead, Derivation, Dispute, PlaceRead, Read, Reading
from nhipcau.facts.span import Span
from nhipcau.programme.edtf import agree
from nhipcau.programme.name_keys import folded

SOURCE = "second-reader"

R = TypeVar("R", bound=Read)


def with_second_opinion(first: Reading, second: Reading, text: str) -> Reading:
    """Return the first reading with disputes and additions of the second, and how many values had to be dropped."""
    checked = [_kept(agreement, text) for agreement in second.agreements]
    agreements = [agreement for agreement, _ in checked]
    dropped = sum(count for _, count in checked)
    paired = [_weighed(mine, other) for mine, other in _pairs(first.agreements, agreements)]
    return replace(
        first,
        agreements=tuple(paired),
        reader=f"{first.reader}+{second.reader}",
        dropped=first.dropped + second.dropped + dropped,
    )


def stands_in(span: Span | None, text: str) -> bool:
    """Tell whether a span quotes the text word for word."""
    return span is not None and 0 <= span.start < span.end and text[span.start : span.end] == span.quote


def _kept(agreement: AgreementRead, text: str) -> tuple[AgreementRead, int]:
    """Return an agreement without values that quote what is not in the text, and how many there were."""
    lists = (agreement.parties, agreement.people, agreement.sectors, agreement.activities)
    parties, people, sectors, activities = (
        tuple(item for item in items if stands_in(item.span, text)) for items in lists
    )
    kept = len(parties) + len(people) + len(sectors) + len(activities)
    clean = replace(agreement, parties=parties, people=people, sectors=sectors, activities=activities)  # type: ignore[arg-type]  # each list keeps its type
    return clean, sum(map(len, lists)) - kept


def _pairs(
    mine: Sequence[AgreementRead], others: Sequence[AgreementRead]
) -> list[tuple[AgreementRead, AgreementRead | None]]:
    """Return each agreement with the other reader's one that shares most parties; alone where none shares any."""
    left = list(others)
    pairs: list[tuple[AgreementRead, AgreementRead | None]] = []
    for agreement in mine:
        names = _names(agreement)
        match = max(left, key=lambda other: len(names & _names(other)), default=None)
        if match is not None and (names & _names(match) or len(mine) == len(others) == 1):
            left.remove(match)
            pairs.append((agreement, match))
        else:
            pairs.append((agreement, None))
    return pairs


def _names(agreement: AgreementRead) -> set[str]:
    names = {folded(party.name) for party in agreement.parties}
    return names | {folded(party.acronym) for party in agreement.parties if party.acronym}


def _weighed(mine: AgreementRead, other: AgreementRead | None) -> AgreementRead:
    if other is None:
        return mine
    date = mine.date
    if other.date.value and not agree(date.value, other.date.value):
        date = _disputed(date, Dispute("date", SOURCE, other.date.value, other.date.span))
    weighed = mine
    if other.type is not mine.type:
        weighed = _disputed(weighed, Dispute("type", SOURCE, other.type.value, other.span))
    if other.status is not mine.status:
        weighed = _disputed(weighed, Dispute("status", SOURCE, other.status.value, other.span))
    return replace(
        weighed,
        date=date,
        place=_place(mine.place, other.place),
        parties=_with_new(mine.parties, other.parties, lambda item: item.name, "name"),
        people=_with_new(mine.people, other.people, lambda item: item.name, "name"),
        sectors=_with_new(mine.sectors, other.sectors, lambda item: item.code, "code"),
        activities=_with_new(mine.activities, other.activities, lambda item: item.code, "code"),
    )


def _place(mine: PlaceRead | None, other: PlaceRead | None) -> PlaceRead | None:
    if mine is None or other is None or not mine.city or not other.city or folded(mine.city) == folded(other.city):
        return mine
    return _disputed(mine, Dispute("city", SOURCE, other.city, other.span))


def _disputed(read: R, dispute: Dispute) -> R:
    return replace(read, disputes=(*read.disputes, dispute))


def _with_new(mine: tuple[R, ...], others: tuple[R, ...], name: Callable[[R], str], part: str) -> tuple[R, ...]:
    """Return the values with those behind them that only the second reader found."""
    known = {folded(name(item)) for item in mine}
    fresh = {folded(name(item)): item for item in others if folded(name(item)) not in known}
    return (*mine, *(replace(item, derived=(*item.derived, Derivation(part, SOURCE))) for item in fresh.values()))
