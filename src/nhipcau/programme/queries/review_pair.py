"""A doubtful pair's id comes in; both sides, what agrees, what differs and why it is asked go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nhipcau.engine.resolve.compare import compare, probability
from nhipcau.facts.actor import Actor
from nhipcau.facts.organisation import Organisation, Person, SourceRecord
from nhipcau.facts.record import Reason
from nhipcau.programme.merging.claims import IDENTIFIER, value_of
from nhipcau.programme.merging.learning import FIELDS
from nhipcau.programme.name_keys import folded
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.placing.records import record_of
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.queries.review_queue import least_score
from nhipcau.programme.views import DoubtView, Side

_SAID = {"same": "agrees", "shared": "agrees", "other-name": "agrees", "different": "differs"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One field of both sides: the values, and whether they agree.

    ``agree`` is "agrees", "alike", "differs", or "unknown" where a side says nothing.
    """

    field: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    agree: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of the waterfall: the reason, and the log odds before and behind it."""

    reason: Reason
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PairPage:
    """A pair to decide; ``bars`` add up from ``prior`` to ``total`` (log2 odds)."""

    view: DoubtView
    compared: tuple[Compared, ...]
    bars: tuple[Bar, ...]
    total: float

    @property
    def probability(self) -> float:
        """Return what the bars add up to, as a probability."""
        return probability(self.total)


def review_pair(office: Office, actor: Actor, doubt_id: str) -> PairPage:
    """Return a pair whatever was decided of it."""
    demand(actor, "organisation.review")
    view = office.store.reads().doubt_page(doubt_id, least=least_score(office, "organisation"))
    if view is None:
        raise not_found("doubt", doubt_id)
    bars, total = _bars(view.doubt.prior, view.doubt.reasons)
    compared = _compared(view.left, view.right, _levels(view))
    return PairPage(view=view, compared=compared, bars=bars, total=total)


def _levels(view: DoubtView) -> dict[str, str]:
    """Return, field by field, how linkage finds the two sides now: two spellings of one phone number agree."""
    sides = [(side.thing, side.sources) for side in (view.left, view.right)]
    records = [record_of(thing, sources) for thing, sources in sides if isinstance(thing, Organisation)]
    if len(records) < len(sides):
        return {}
    levels = {reason.field: reason.level for reason in compare(records[0], records[1]).reasons}
    return {field: _SAID.get(level, "alike") for field, level in levels.items()}


def _bars(prior: float, reasons: Iterable[Reason]) -> tuple[tuple[Bar, ...], float]:
    bars, here = [], prior
    for reason in reasons:
        bars.append(Bar(reason=reason, start=here, end=here + reason.weight))
        here += reason.weight
    return tuple(bars), here


def _compared(left: Side, right: Side, levels: Mapping[str, str]) -> tuple[Compared, ...]:
    one, other = _values(left), _values(right)
    schemes = sorted({field for field in (*one, *other) if field.startswith(IDENTIFIER)})
    rows = []
    for field in ("name", *schemes, *FIELDS, "people", "post"):
        mine, theirs = one.get(field, ()), other.get(field, ())
        if mine or theirs:
            rows.append(Compared(field=field, left=mine, right=theirs, agree=_agree(field, mine, theirs, levels)))
    return tuple(rows)


def _agree(field: str, mine: Sequence[str], theirs: Sequence[str], levels: Mapping[str, str]) -> str:
    if not mine or not theirs:
        return "unknown"
    if {folded(value) for value in mine} & {folded(value) for value in theirs}:
        return "agrees"
    return levels.get(field, "differs")


def _values(side: Side) -> dict[str, tuple[str, ...]]:
    """Return every value that a side or one of its sources gives, field by field, its own first."""
    found: dict[str, list[str]] = {"name": [name.text for name in side.thing.names]}
    if isinstance(side.thing, Person):
        found["post"] = [post.title for post in side.thing.posts]
        return {field: tuple(dict.fromkeys(values)) for field, values in found.items() if values}
    parts: tuple[Organisation | SourceRecord, ...] = (side.thing, *side.sources)
    for part in parts:
        for field, value in value_of(part).items():
            found.setdefault(field, []).append(value)
    found["people"] = [person for source in side.sources for person in source.people]
    return {field: tuple(dict.fromkeys(values)) for field, values in found.items() if values}
