"""Records of a list come in, some at a time; new items are stored, known ones changed, and what is wrong is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Generic, TypeVar, cast

from nhipcau.engine.match.record import listing_from
from nhipcau.facts.errors import BadInput, Conflict, InvalidFields, NhipCauError
from nhipcau.facts.market import Attribute, Item, ItemState, Listing, Need, Requirement
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Organisation
from nhipcau.programme.arguments import NeedParts
from nhipcau.programme.market.access import items_of
from nhipcau.programme.market.parts import terms_of
from nhipcau.programme.market.posting import Maker, published
from nhipcau.programme.market.records import Record
from nhipcau.programme.merging.join import standing
from nhipcau.programme.name_keys import keys_of_names
from nhipcau.programme.names import names_of_party
from nhipcau.programme.permissions import allowed
from nhipcau.programme.registering.organisations import find, organisations_of
from nhipcau.programme.views import ItemsImported
from nhipcau.programme.work import Work

_ASKED: Final = ("property", "comparison", "value", "unit", "must", "denied", "on", "evidence")
_KEPT: Final = ("on", "evidence")

Some = TypeVar("Some", bound=Item)


@dataclass(slots=True)
class _Row:
    """A record that can be read, its number in the list, and the organisation that it is of, once that is known."""

    number: int
    listing: Listing
    title: str
    confidential: object = None
    organisation: Organisation | None = None


@dataclass(slots=True)
class Importing(Generic[Some]):
    """One list on its way into the office, within one unit of work."""

    work: Work
    fact: type[Some]
    source: str
    maker: Maker
    owner: Organisation | None
    demo: bool
    new: int = 0
    changed: int = 0
    same: int = 0
    refused: list[tuple[int, Message]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    @staticmethod
    def of(work: Work, fact: type[Some], source: str, *, organisation_id: str | None, demo: bool) -> Importing[Some]:
        """Return a list from a source; its records are of ``organisation_id`` where they name no other."""
        owner = cast("Organisation", standing(work, "organisation", organisation_id)) if organisation_id else None
        return Importing(work, fact, source, Maker.of(work), owner, demo)

    def take(self, records: Sequence[tuple[int, Record | Message]]) -> None:
        """Take some records in."""
        rows = [row for row in (self._read(number, record) for number, record in records) if row is not None]
        self._name_organisations(rows)
        known = items_of(self.work, self.fact).by_source_keys(self.source, [row.listing.id for row in rows])
        fresh = []
        for row in rows:
            if row.organisation is None:
                self._refuse(row, Message("field.organisation-unknown", {"value": row.listing.organisation}))
                continue
            before = known.get(row.listing.id)
            try:
                if before is None:
                    fresh.append(self._made(row, row.organisation))
                else:
                    self._renewed(before, row, row.organisation)
            except NhipCauError as wrong:
                self._refuse(row, _first_of(wrong))
        self.work.add_many(fresh)
        self.new += len(fresh)

    def told(self) -> ItemsImported:
        """Return what became of the list so far."""
        return ItemsImported(
            new=self.new,
            changed=self.changed,
            same=self.same,
            refused=tuple(sorted(self.refused, key=lambda one: one[0])),
            batch=self.work.batch,
        )

    def _read(self, number: int, record: Record | Message) -> _Row | None:
        if isinstance(record, Message):
            self.refused.append((number, record))
            return None
        try:
            listing = listing_from(record)
        except BadInput as wrong:
            self.refused.append((number, wrong.message))
            return None
        if listing.id in self.seen:
            self.refused.append((number, Message("error.already-there")))
            return None
        self.seen.add(listing.id)
        return _Row(number, listing, str(record.get("title") or ""), record.get("confidential"))

    def _refuse(self, row: _Row, said: Message) -> None:
        self.refused.append((row.number, said))

    def _name_organisations(self, rows: Sequence[_Row]) -> None:
        """Find the organisation of each record by its name; who may, brings those that nobody knows."""
        by_language: dict[str, list[_Row]] = {}
        for row in rows:
            row.organisation = self.owner
            if row.listing.organisation:
                by_language.setdefault(row.listing.language, []).append(row)
        for language, named in by_language.items():
            for row, organisation in zip(named, self._organisations(named, language), strict=True):
                row.organisation = organisation

    def _organisations(self, rows: Sequence[_Row], language: str) -> Sequence[Organisation | None]:
        parties: list[Mapping[str, str]] = [{"name": row.listing.organisation} for row in rows]
        if allowed(self.work.actor, "register.edit"):
            return organisations_of(self.work, parties, language=language, demo=self.demo)
        named = [(party, names_of_party(party, language)) for party in parties]
        keys = {key for _, names in named for key in keys_of_names(names, None)}
        known = self.work.unit.organisations.by_name_keys(keys)
        return [find(known, party, names) for party, names in named]

    def _made(self, row: _Row, organisation: Organisation) -> Some:
        item = self.maker.drafted(self.fact, organisation, self._parts(row, None), demo=self.demo)
        named = replace(item, source=self.source, source_key=row.listing.id)
        if allowed(self.work.actor, "market.publish-unreviewed"):
            return published(named, self.work)
        return replace(named, state=ItemState.IN_REVIEW, sent_at=self.work.at)

    def _renewed(self, before: Some, row: _Row, organisation: Organisation) -> None:
        if organisation.id != before.organisation_id and self._has_partners(before):
            raise Conflict("error.item-of-another")
        after = self.maker.revised(before, organisation, self._parts(row, before))
        saved = self.work.save(replace(after, organisation_id=organisation.id), before=before)
        self.changed += saved != before
        self.same += saved == before

    def _has_partners(self, item: Item) -> bool:
        """Tell whether somebody said yes or planned something with whoever an item was of until now."""
        unit = self.work.unit
        return bool(unit.matches.of_items([item.id]) or unit.plans.of_items([item.id]))

    def _parts(self, row: _Row, before: Item | None) -> NeedParts:
        """Return a record as a form would have it.

        What it says nothing of stays: whether it is confidential, the day of a price, the evidence of a certificate.
        """
        listing = row.listing
        parts: dict[str, Any] = {
            "kind": listing.kind,
            "language": listing.language,
            "title": row.title,
            "text": listing.text,
            "place": listing.place,
            "concepts": listing.concepts,
            "dropped": listing.dropped,
        }
        if row.confidential not in (None, ""):
            parts["confidential"] = row.confidential
        known = {(one.property, one.value, one.unit): one for one in terms_of(before)} if before else {}
        terms = listing.requirements if self.fact is Need else listing.attributes
        rows = [_term(one, known.get((one.property, one.value, one.unit))) for one in terms]
        parts["requirements" if self.fact is Need else "attributes"] = rows
        return cast("NeedParts", parts)


def _term(term: Requirement | Attribute, before: Requirement | Attribute | None) -> dict[str, Any]:
    said = {name: getattr(term, name) for name in _ASKED if hasattr(term, name)}
    return {name: value or getattr(before, name, value) if name in _KEPT else value for name, value in said.items()}


def _first_of(wrong: NhipCauError) -> Message:
    """Return what is wrong, of a form's mistakes the first."""
    return next(iter(wrong.fields.values()), wrong.message) if isinstance(wrong, InvalidFields) else wrong.message
