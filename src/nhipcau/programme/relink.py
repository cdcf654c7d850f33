"""The whole register comes in; the pairs that a person should look at stand in the queue, and a count goes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nhipcau.engine.resolve.blocks import block_keys
from nhipcau.engine.resolve.compare import compare
from nhipcau.engine.resolve.weights import DEFAULT
from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import BadInput
from nhipcau.facts.record import Band, Bands, Pair, Record
from nhipcau.programme.filters import OrganisationFilter, Paging
from nhipcau.programme.market.hiding import hide_anew
from nhipcau.programme.merging.against import against
from nhipcau.programme.merging.join import join
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.placing.bands import ORGANISATIONS, bands_from
from nhipcau.programme.placing.doubts import propose
from nhipcau.programme.placing.placing import records_of
from nhipcau.programme.ports import Unit
from nhipcau.programme.work import Work, work

_AT_ONCE = 500
_MANY = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Relinked:
    """What a run did: organisations read, pairs that are alike, pairs new in the queue, bodies merged."""

    organisations: int
    alike: int
    proposed: int
    merged: int


def relink(office: Office, actor: Actor, *, apply: bool = False, most: int | None = None) -> Relinked:
    """Compare all organisations with those like them, and propose what is not decided yet.

    Nothing that a person decided is touched. With ``apply`` two bodies that carry the same number, in the upper band
    and with nothing against it, are merged; without it they are proposed like the others. Each part of the run is kept
    whole or not at all, and a run that was cut short is simply run again. A register of more than ``most`` bodies is
    refused: ``BadInput("error.compare-at-night", most)``.
    """
    demand(actor, "organisation.merge")
    reads = office.store.reads()
    bands = bands_from(reads.thresholds(ORGANISATIONS))
    count = reads.organisation_list(OrganisationFilter(), Paging(sort="name", cursor=None, limit=1)).total
    if most is not None and count > most:
        raise BadInput("error.compare-at-night", most=most)
    alike = proposed = merged = 0
    for pairs in _found(office, count, bands):
        alike += len(pairs)
        with work(office, actor, "relink") as opened:
            joined = _joined(opened, pairs) if apply else 0
            proposed += len(propose(opened, pairs, origin="full-run"))
        merged += joined
    return Relinked(organisations=count, alike=alike, proposed=proposed, merged=merged)


def _found(office: Office, count: int, bands: Bands) -> Iterator[list[Pair]]:
    """Return the pairs that are alike, some at a time: a large register is compared as a whole, a small one by one."""
    if office.linkage is None or count < _MANY:
        last = ""
        while True:
            with office.store.unit() as unit:
                bodies = unit.organisations.living_after(last, _AT_ONCE)
                pairs = list(_pairs(unit, records_of(unit, bodies), bands))
            if not bodies:
                return
            last = bodies[-1].id
            yield pairs
    found = office.linkage.alike(_records(office), bands)
    for start in range(0, len(found), _AT_ONCE):
        yield _compared(office, found[start : start + _AT_ONCE], bands)


def _records(office: Office) -> Iterator[Record]:
    """Return all organisations as linkage sees them; between two parts others may write."""
    last = ""
    while True:
        with office.store.unit() as unit:
            bodies = unit.organisations.living_after(last, _AT_ONCE)
            records = records_of(unit, bodies)
        if not bodies:
            return
        last = bodies[-1].id
        yield from records


def _compared(office: Office, found: Sequence[tuple[str, str]], bands: Bands) -> list[Pair]:
    """Return pairs with their reasons, judged as one placed at a desk is."""
    with office.store.unit() as unit:
        bodies = unit.organisations.get_many(key for pair in found for key in pair)
        records = {record.id: record for record in records_of(unit, bodies.values())}
    pairs = (
        compare(records[one], records[other], DEFAULT, bands) for one, other in found if {one, other} <= set(records)
    )
    return [pair for pair in pairs if pair.band is not Band.APART]


def _pairs(unit: Unit, records: Iterable[Record], bands: Bands) -> Iterator[Pair]:
    """Compare each record with those behind it in the order of ids that share a key; each two meet once."""
    for record in records:
        others = [body for body in unit.organisations.by_block_keys(block_keys(record)) if body.id > record.id]
        for other in records_of(unit, others):
            pair = compare(record, other, DEFAULT, bands)
            if pair.band is not Band.APART:
                yield pair


def _joined(opened: Work, pairs: Iterable[Pair]) -> int:
    """Merge the pairs that a shared number settles, the surest first, into what was there first."""
    count = 0
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.left, pair.right)):
        if pair.band is not Band.LINK or not _same_number(pair):
            continue
        bodies = opened.unit.organisations.get_many([pair.left, pair.right])
        if len(bodies) < len({pair.left, pair.right}) or any(body.merged_into for body in bodies.values()):
            continue
        kept, gone = (bodies[key] for key in sorted(bodies))
        if not against(opened.unit, "organisation", kept, gone):
            join(opened, "organisation", kept.id, gone.id)
            hide_anew(opened, kept.id)
            count += 1
    return count


def _same_number(pair: Pair) -> bool:
    return any(reason.field == "identifier" and reason.level == "same" for reason in pair.reasons)
