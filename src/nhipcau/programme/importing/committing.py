"""Checked rows come in batch by batch; bodies, people, source records and doubtful pairs stand in the unit of work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nhipcau.engine.resolve.blocks import keys_of
from nhipcau.engine.resolve.place import place_prepared
from nhipcau.engine.resolve.prepared import Prepared, prepare
from nhipcau.facts.organisation import SourceRecord
from nhipcau.facts.organisation_import import Import, ImportRow, Outcome
from nhipcau.facts.record import Band, Bands, Pair
from nhipcau.programme.importing.bodies import Bodies, Body
from nhipcau.programme.importing.checking import Checker
from nhipcau.programme.importing.contacts import Heard, bring_people
from nhipcau.programme.importing.rows import organisation_of, source_record_of, taught
from nhipcau.programme.importing.values import Said
from nhipcau.programme.placing.doubts import propose
from nhipcau.programme.placing.records import record_of
from nhipcau.programme.work import Work

Settled = tuple[int, Outcome, str | None]


@dataclass(slots=True)
class Committing:
    """One import on its way; ``counts`` says what became of the rows so far."""

    opened: Work
    one: Import
    checker: Checker
    bands: Bands
    bodies: Bodies
    counts: Counter[str] = field(default_factory=Counter)
    _sources: list[SourceRecord] = field(default_factory=list)
    _pairs: list[Pair] = field(default_factory=list)
    _touched: dict[str, Body] = field(default_factory=dict)
    _new: list[str] = field(default_factory=list)
    _people: list[Heard] = field(default_factory=list)

    def take(self, rows: Sequence[ImportRow]) -> None:
        """Take in the next rows, and store all that they bring."""
        out = [row for row in rows if row.skipped or row.refused]
        settled: list[Settled] = [(row.number, Outcome.REJECTED, None) for row in out]
        said = [(row, self.checker.read(row)) for row in rows if not (row.skipped or row.refused)]
        known = self.opened.unit.source_records.by_source_keys(self.one.source, [what.key for _, what in said])
        heard = {key: record.organisation_id for key, record in known.items()}
        fresh = {what.key: (row, what) for row, what in reversed(said) if what.key not in heard}
        met = self._met(list(fresh.values()))
        for row, what in said:
            if what.key in heard:
                settled.append((row.number, Outcome.SAME, heard[what.key]))
                continue
            outcome, body = self._place(row, what, *met[what.key])
            heard[what.key] = body.organisation.id
            settled.append((row.number, outcome, body.organisation.id))
        self._store()
        self.counts.update(outcome.value for _, outcome, _ in settled)
        self.opened.unit.imports.settle_rows(self.one.id, settled)

    def _met(self, rows: Sequence[tuple[ImportRow, Said]]) -> dict[str, tuple[Prepared, frozenset[str], list[str]]]:
        """Return for each row by its key: itself prepared, its block keys, the register's bodies under them."""
        prepared = [
            prepare(replace(record_of(organisation_of(what, "new", demo=False)), people=what.people))
            for _, what in rows
        ]
        keys = [keys_of(one) for one in prepared]
        met = self.bodies.meet(keys)
        return {what.key: (prepared[at], keys[at], met[at]) for at, (_, what) in enumerate(rows)}

    def _place(
        self, row: ImportRow, what: Said, prepared: Prepared, keys: frozenset[str], met: list[str]
    ) -> tuple[Outcome, Body]:
        near = self.bodies.near(keys, met)
        placement = place_prepared(prepared, (body.prepared for body in near), bands=self.bands)
        if placement.band is Band.LINK:
            body = self.bodies.known[placement.pairs[0].right]
            self._link(body, row, what)
            return Outcome.LINKED, body
        body = self._make(row, what, prepared, keys)
        if placement.band is Band.REVIEW:
            self._pairs.extend(replace(pair, left=body.organisation.id) for pair in placement.pairs)
            return Outcome.REVIEW, body
        return Outcome.NEW, body

    def _link(self, body: Body, row: ImportRow, what: Said) -> None:
        """Hang what a row says on a known body, which learns what it did not know; a made-up one turns real."""
        known = body.organisation
        if known.id not in self._touched:
            self._touched[known.id] = body
            body.before = known
        after = taught(known, organisation_of(what, known.id, demo=known.demo))
        if not self.one.demo:
            after = replace(after, demo=False)
        body.hear(after, self._source(row, what, known.id))

    def _make(self, row: ImportRow, what: Said, prepared: Prepared, keys: frozenset[str]) -> Body:
        organisation = organisation_of(what, self.opened.office.ids.new(), demo=self.one.demo)
        source = self._source(row, what, organisation.id)
        body = Body(organisation, [source], replace(prepared, id=organisation.id))
        self._touched[organisation.id] = body
        self._new.append(organisation.id)
        self.bodies.add(body, keys)
        return body

    def _source(self, row: ImportRow, what: Said, organisation_id: str) -> SourceRecord:
        record = source_record_of(
            what,
            self.one,
            self.opened.office.ids.new(),
            row=row.number,
            received_on=self.opened.at.date(),
            organisation_id=organisation_id,
        )
        self._sources.append(record)
        if what.people:
            self._people.append((organisation_id, what.people))
        return record

    def _store(self) -> None:
        new = set(self._new)
        self.opened.add_many([self._touched[body_id].organisation for body_id in self._new])
        for body_id, body in self._touched.items():
            if body_id not in new and body.before is not None:
                body.organisation = self.opened.save(body.organisation, before=body.before)
            body.before = None
        self.opened.add_many(self._sources)
        if self._people:
            bring_people(self.opened, self.one, self._people, fresh=new)
        if self._pairs:
            propose(self.opened, self._pairs, origin="import")
        self.bodies.stored()
        for pending in (self._sources, self._pairs, self._touched, self._new, self._people):
            pending.clear()
