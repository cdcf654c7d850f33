"""The ranking of a need or an offer comes in; its lines, with who is behind them and where each pair stands, go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.deal import Match, Side
from nhipcau.facts.market import Item, ItemState
from nhipcau.facts.matching import Fit, Ranking
from nhipcau.programme.market.sight import within_sight
from nhipcau.programme.matching.sight import item_within_sight
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed
from nhipcau.programme.views import FitRow, ItemMatches, ItemRow

# So many more are asked for, as some of those found are of the same organisation, or of the demo office.
SPARE: Final = 10
_OTHER: Final = {"need": "offer", "offer": "need"}


def matches_of(office: Office, actor: Actor, side: str, asked: ItemRow[Any], ranking: Ranking, top: int) -> ItemMatches:
    """Return what fits an item, as this person may see it."""
    other = _OTHER[side]
    fits = (*ranking.matches, *ranking.near_misses)
    reads = office.store.reads()
    rows = reads.item_rows(other, [_found(fit, other) for fit in fits], today=office.clock.today())
    known = {getattr(match, f"{other}_id"): match for match in reads.item_matches(side, asked.item.id)}
    # Somebody may have withdrawn it since the index was asked.
    shown = {key: row for key, row in rows.items() if row.state is ItemState.PUBLISHED}
    eligible = {key: row for key, row in shown.items() if may_pair(asked.item, row.item)}
    lines = _Lines(actor, other, eligible, known)
    return ItemMatches(
        asked=within_sight(actor, asked),
        matches=lines.of(ranking.matches)[:top],
        near_misses=lines.of(ranking.near_misses)[:top],
        notes=ranking.notes,
        may_propose=allowed(actor, "match.rank", asked.item) and actor.role is not Role.VIEWER,
    )


def may_pair(one: Item, other: Item) -> bool:
    """Tell whether two items can be a pair at all: of two organisations, and both of the demo office or neither."""
    return one.organisation_id != other.organisation_id and one.demo == other.demo


class _Lines:
    """Fits on their way to lines."""

    def __init__(self, actor: Actor, other: str, rows: Mapping[str, ItemRow[Any]], known: Mapping[str, Match]) -> None:
        self._actor = actor
        self._other = other
        self._rows = rows
        self._known = known

    def of(self, fits: Iterable[Fit]) -> tuple[FitRow, ...]:
        """Return the lines of those that can be a pair, in their order."""
        pairs = ((fit, _found(fit, self._other)) for fit in fits)
        return tuple(self._line(fit, key) for fit, key in pairs if key in self._rows)

    def _line(self, fit: Fit, key: str) -> FitRow:
        match = self._known.get(key)
        return FitRow(
            fit=fit,
            other=item_within_sight(self._actor, self._rows[key], match),
            match_id=match.id if match else None,
            stage=match.stage if match else None,
            declined_by=match.declined_by if match else None,
        )


def _found(fit: Fit, other: str) -> str:
    return fit.need if other == Side.NEED else fit.offer
