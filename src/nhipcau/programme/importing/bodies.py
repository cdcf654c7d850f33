"""Keys of rows come in; the bodies of the register that share some go out, each prepared for comparison once."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nhipcau.engine.resolve.prepared import Prepared, prepare
from nhipcau.facts.organisation import Organisation, SourceRecord
from nhipcau.programme.placing.records import record_of
from nhipcau.programme.ports import Unit

# How many bodies of one key, and of one row, are looked at: a name that all share costs no more than a rare one.
LIMIT_PER_KEY = 20
MOST = 20
_REMEMBERED = 20_000
_MOST_SOURCES = 20


@dataclass(slots=True)
class Body:
    """An organisation as it is by now, the newest of what its sources said, and both as linkage sees them."""

    organisation: Organisation
    sources: list[SourceRecord]
    prepared: Prepared
    before: Organisation | None = None

    def hear(self, organisation: Organisation, source: SourceRecord) -> None:
        """Take in what one more source says."""
        self.organisation = organisation
        self.sources = [*self.sources, source][-_MOST_SOURCES:]
        self.prepared = prepare(record_of(organisation, self.sources))


@dataclass(slots=True)
class Bodies:
    """The bodies met so far; ``fresh`` are those that this batch of rows made, under their keys."""

    unit: Unit
    demo: bool
    known: OrderedDict[str, Body] = field(default_factory=OrderedDict)
    fresh: dict[str, list[str]] = field(default_factory=dict)

    def meet(self, keys: Sequence[frozenset[str]]) -> list[list[str]]:
        """Return for each set of keys the bodies of the register under them, and have those ready."""
        met = self.unit.organisations.meeting(keys, limit_per_key=LIMIT_PER_KEY, most=MOST)
        wanted = dict.fromkeys(body_id for ids in met for body_id in ids)
        self._load([body_id for body_id in wanted if body_id not in self.known])
        return [[body_id for body_id in ids if body_id in self.known] for ids in met]

    def near(self, keys: Iterable[str], met: Sequence[str]) -> list[Body]:
        """Return the bodies to compare with a row: those met in the register and those that earlier rows made."""
        shared = Counter(body_id for key in sorted(keys) for body_id in self.fresh.get(key, ()))
        made = [body_id for body_id, _ in shared.most_common(MOST)]
        bodies = [self.known[body_id] for body_id in dict.fromkeys((*met, *made))]
        # Made-up bodies are told apart from real ones: what is removed later must leave nothing behind.
        return [body for body in bodies if not self.demo or body.organisation.demo]

    def add(self, body: Body, keys: Iterable[str]) -> None:
        """Have a new body ready for the rows that follow."""
        self.known[body.organisation.id] = body
        for key in keys:
            under = self.fresh.setdefault(key, [])
            if len(under) < LIMIT_PER_KEY:
                under.append(body.organisation.id)

    def stored(self) -> None:
        """Say that all is in the register by now; the oldest are forgotten, to be asked for again."""
        self.fresh.clear()
        while len(self.known) > _REMEMBERED:
            self.known.popitem(last=False)

    def _load(self, wanted: list[str]) -> None:
        said: dict[str, list[SourceRecord]] = {}
        for source in self.unit.source_records.of_organisations(wanted):
            said.setdefault(source.organisation_id, []).append(source)
        for organisation in self.unit.organisations.get_many(wanted).values():
            sources = sorted(said.get(organisation.id, ()), key=lambda source: source.id)[-_MOST_SOURCES:]
            prepared = prepare(record_of(organisation, sources))
            self.known[organisation.id] = Body(organisation, sources, prepared)
