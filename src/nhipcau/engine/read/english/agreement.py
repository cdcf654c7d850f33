"""The signings of an English page come in; one record for every agreement goes out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nhipcau.engine.read.english.activities import activities_of
from nhipcau.engine.read.english.bodies import Body, bodies_of
from nhipcau.engine.read.english.clauses import clauses
from nhipcau.engine.read.english.events import signings, type_of
from nhipcau.engine.read.english.parties import country_of, named, party, same, signers
from nhipcau.engine.read.english.people import Person, function_of, name_ranges, people_of
from nhipcau.engine.read.english.term import term_of
from nhipcau.engine.read.english.when import signed_on
from nhipcau.engine.read.english.where import signed_at
from nhipcau.engine.read.english.witnesses import witnesses_of
from nhipcau.engine.read.sectors import sectors
from nhipcau.facts.codes import AgreementStatus, PersonFunction, Strength
from nhipcau.facts.reading import ActivityRead, AgreementRead, PersonRead, SectorRead

if TYPE_CHECKING:
    from nhipcau.engine.read.english.signing import Signing
    from nhipcau.engine.read.page import Page, Range
    from nhipcau.facts.span import Span

_RANK = (
    PersonFunction.SIGNATORY,
    PersonFunction.SPEAKER,
    PersonFunction.REPRESENTATIVE,
    PersonFunction.ATTENDEE,
    PersonFunction.WITNESS,
)
_TWO, _FINITE, _LINES = 2, 3, 4
# A field that is no field of business: what a promise says of it once is a part of the agreement.
_TELLING = frozenset({"language", "education", "biotechnology"})
_COUNT = {"three": 3, "four": 4, "five": 5, "six": 6, "tripartite": 3, "trilateral": 3, "3": 3, "4": 4, "5": 5, "6": 6}
_COUNTED = re.compile(
    r"(?i:\b(?P<n>three|four|five|six|[3-6])(?:-(?:way|party)|\s(?:sides|parties|institutions|organi[sz]ations|units|"
    r"bodies|universities|partners|agencies|schools|companies))|(?P<way>tripartite|trilateral))\b"
)


@dataclass(frozen=True, slots=True)
class Event:
    """One agreement: the sentences that report it and the bodies that they name as signing."""

    signings: tuple[Signing, ...]
    bodies: tuple[Body, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found once in a page and every agreement draws on."""

    bodies: tuple[Body, ...]
    people: tuple[Person, ...]


def agreements_of(page: Page) -> tuple[AgreementRead, ...]:
    """Return one record for every agreement that was signed, or is planned where none was."""
    told = signings(page)
    status = _status(told)
    if status is None:
        return ()
    names = name_ranges(page)
    found = Found(bodies_of(page.text, names), people_of(page, names))
    events = _events(page, [one for one in told if one.status is status], found)
    return tuple(_record(page, event, events, found) for event in events)


def _status(told: tuple[Signing, ...]) -> AgreementStatus | None:
    """Tell what the page reports: a headline alone does not outweigh a sentence that says «will»."""
    signed = [one for one in told if one.status is AgreementStatus.SIGNED]
    planned = [one for one in told if one.status is AgreementStatus.PLANNED]
    if any(one.weight == _FINITE for one in signed) or (signed and not planned):
        return AgreementStatus.SIGNED
    if planned and not any(one.weight > 1 for one in signed):
        return AgreementStatus.PLANNED
    return AgreementStatus.SIGNED if signed else None


def _events(page: Page, told: list[Signing], found: Found) -> list[Event]:
    """Join the sentences that report one agreement: those that name no other parties."""
    events: list[Event] = []
    loose: list[Signing] = []
    for signing in sorted(told, key=lambda one: (one.weight == 1, one.sentence)):
        groups = _told_apart(page, signing, found)
        if not groups:
            loose.append(signing)
        for told_part, group in groups:
            _place(events, told_part, group)
    if not events and loose:
        sought = _sought(page, loose, found)
        if len(sought) >= _TWO or any(one.weight == _FINITE for one in loose):
            events = [Event((loose[0],), tuple(sought))]
    for signing in loose:
        for at, event in enumerate(events):
            if signing not in event.signings:
                events[at] = Event((*event.signings, signing), event.bodies)
    return [_completed(page, events[0], found)] if len(events) == 1 else events


def _told_apart(page: Page, signing: Signing, found: Found) -> list[tuple[Signing, list[Body]]]:
    """Return the parties of each clause where every clause of a sentence names its own, else those of the sentence."""
    parts = clauses(page, signing)
    if len(parts) > 1:
        named_apart = [signers(page, part, found.bodies, found.people) for part in parts]
        if all(len(groups) == 1 and len(groups[0]) >= _TWO for groups in named_apart):
            whole = [replace(part, sentence=signing.sentence) for part in parts]
            return [(part, groups[0]) for part, groups in zip(whole, named_apart, strict=True)]
    groups = signers(page, signing, found.bodies, found.people)
    return [(signing, group) for group in groups if len(group) >= _TWO]


def _completed(page: Page, event: Event, found: Found) -> Event:
    """Take the parties from a sentence before where the signing counts more than it names: the three parties."""
    counted = [_COUNTED.search(page.quote(one.sentence)) for one in event.signings]
    wanted = max((_COUNT[(hit["n"] or hit["way"]).casefold()] for hit in counted if hit), default=0)
    if wanted <= max(_TWO, len(event.bodies)):
        return event
    first = min(one.sentence[0] for one in event.signings)
    last = max(one.sentence[1] for one in event.signings)
    for reach in reversed([one for one in page.sentences if one[0] < last]):
        inside: list[Body] = []
        for body in found.bodies:
            if reach[0] <= body.start < reach[1] and body.strong and not any(same(body, one) for one in inside):
                inside.append(body)
        known = sum(any(same(one, other) for other in inside) for one in event.bodies)
        if len(inside) >= wanted and known >= len(event.bodies) and reach[0] <= first:
            return Event(event.signings, tuple(inside[:wanted]))
    return event


def _place(events: list[Event], signing: Signing, group: list[Body]) -> None:
    """Add a report to the agreement between the same bodies, or begin a new one."""
    for at, event in enumerate(events):
        shared = sum(any(same(one, other) for other in event.bodies) for one in group)
        bare = [one for one in group if one.name.isupper() and not any(same(one, other) for other in event.bodies)]
        if (
            shared >= min(_TWO, len(group)) or (shared and shared + len(bare) == len(group))
        ) and signing not in event.signings:
            events[at] = Event((*event.signings, signing), event.bodies)
            return
    if signing.weight == 1 and events:
        return
    if events and all(any(same(one, other) for event in events for other in event.bodies) for one in group):
        return
    events.append(Event((signing,), tuple(group)))


def _sought(page: Page, loose: list[Signing], found: Found) -> list[Body]:
    """Look for the parties outside the sentence of the signing: near it, then in the lead."""
    best: list[Body] = []
    near = [page.sentences.index(one.sentence) for one in loose]
    order = sorted(range(len(page.sentences)), key=lambda at: (min(abs(at - one) for one in near), at))
    for at in order[:8]:
        reach = page.sentences[at]
        inside: list[Body] = []
        for body in found.bodies:
            if reach[0] <= body.start < reach[1] and body.strong and not any(same(body, one) for one in inside):
                inside.append(body)
        inside = [body for body in inside if not re.search(r"(?:Province|City|District|County)$", body.name)]
        if len(inside) == _TWO:
            return inside
        if len(best) < len(inside) <= _FINITE:
            best = inside
    return best


def _record(page: Page, event: Event, events: list[Event], found: Found) -> AgreementRead:
    texts = [page.quote(one.sentence) for one in event.signings]
    renewal = any(one.renewal for one in event.signings)
    promised = activities_of(page, event.signings, found.bodies)
    if len(events) > 1:
        promised = tuple(one for one in promised if _concerns(one.span.start if one.span else 0, event, events, found))
    main = event.signings[0]
    return AgreementRead(
        type=type_of([*texts, page.text], renewal=renewal),
        status=_exchanged(event),
        renewal=renewal,
        parties=tuple(
            party(page, named(body, found.bodies), body, _other_country(page, body, event, found))
            for body in event.bodies
        ),
        people=_people(page, event, events, found),
        witnesses=witnesses_of(page, found.bodies, event.bodies),
        date=signed_on(page, event.signings),
        place=signed_at(page, event.signings),
        sectors=_fields(page, event, events, found, promised),
        activities=promised,
        term=term_of(page),
        span=_evidence(page, main),
    )


def _evidence(page: Page, main: Signing) -> Span:
    reach = (main.verb, main.paper) if main.paper else (main.verb, main.verb)
    return page.span(min(part[0] for part in reach), max(part[1] for part in reach))


def _other_country(page: Page, body: Body, event: Event, found: Found) -> str | None:
    """Return the country that a body without any sign of one has: the other of the two."""
    others = {country_of(page, named(one, found.bodies), None)[0] for one in event.bodies if not same(one, body)} - {
        None
    }
    if others == {"KR"}:
        return "VN"
    return "KR" if others == {"VN"} else None


def _exchanged(event: Event) -> AgreementStatus:
    status = event.signings[0].status
    if status is AgreementStatus.SIGNED and event.signings[0].exchanged:
        return AgreementStatus.EXCHANGED
    return status


def _fields(
    page: Page, event: Event, events: list[Event], found: Found, promised: tuple[ActivityRead, ...]
) -> tuple[SectorRead, ...]:
    """Return the sectors of an agreement: what the headline and the signing name, and what the promises name twice."""
    taken = [(body.start, body.close) for body in found.bodies]
    free = replace(page, sectors=tuple(one for one in page.sectors if not any(a <= one.start < b for a, b in taken)))
    shared = [one.sentence for other in events if other is not event for one in other.signings]
    plain = [one.clause or one.sentence for one in event.signings if one.clause or one.sentence not in shared]
    if len(events) == 1:
        plain += _headlines(page)
    purposes = [(one.span.start, one.span.end) for one in promised if one.span and one.strength is Strength.PURPOSE]
    sure = sectors(free, [*plain, *purposes])
    more = sectors(free, [(one.span.start, one.span.end) for one in promised if one.span])
    counts = Counter(one.code for one in free.sectors)
    known = {one.code for one in sure}
    extra = tuple(
        one for one in more if one.code not in known and (counts[one.code] > 1 or not sure or one.code in _TELLING)
    )
    return _specific((*sure, *extra), promised)


def _headlines(page: Page) -> list[Range]:
    """Return the lines above the first full sentence: the headline, and what stands over it."""
    kept: list[Range] = []
    for reach in page.sentences[:_LINES]:
        if page.quote(reach).rstrip().endswith("."):
            break
        kept.append(reach)
    return kept or list(page.sentences[:1])


def _specific(found: tuple[SectorRead, ...], promised: tuple[ActivityRead, ...]) -> tuple[SectorRead, ...]:
    """Leave out what only tells how the parties work together where a field is named as well."""
    kinds = {one.code for one in promised}
    loose = {
        "training",
        "technology-exchange",
        "science-technology",
        "trade-investment",
        "public-administration",
        *(() if "labour-mobility" in kinds else ("labour",)),
        *(() if "local-twinning" in kinds else ("local-development",)),
    }
    fields = tuple(one for one in found if one.code not in loose)
    return fields or found


def _concerns(at: int, event: Event, events: list[Event], found: Found) -> bool:
    """Tell whether a promise belongs to one of several agreements: the one whose own party was named last before it."""
    best, owner = -1, events[0]
    for other in events:
        private = [
            body for body in other.bodies if not all(any(same(body, one) for one in each.bodies) for each in events)
        ]
        spots = [body.start for body in found.bodies if body.start <= at and any(same(body, one) for one in private)]
        last = max(spots, default=-1)
        if last > best:
            best, owner = last, other
    return owner is event


def _people(page: Page, event: Event, events: list[Event], found: Found) -> tuple[PersonRead, ...]:
    """Return each person once, with the strongest thing that he or she is said to have done."""
    kept: dict[str, tuple[Person, PersonFunction]] = {}
    for person in found.people:
        function = function_of(page, person)
        if function is None or " " not in person.name or not (person.role or person.titled or person.org):
            continue
        if (
            len(events) > 1
            and not _belongs(person, event, events, found)
            and not (function is not PersonFunction.SIGNATORY and not _placed(person, events))
        ):
            continue
        known = kept.get(person.name)
        if known is None or _RANK.index(function) < _RANK.index(known[1]):
            fuller = known[0] if known and known[0].role and not person.role else person
            kept[person.name] = (fuller, function)
    return tuple(
        PersonRead(name=person.name, role=person.role, org=person.org, function=function, span=page.span(*person.reach))
        for person, function in kept.values()
    )


def _placed(person: Person, events: list[Event]) -> bool:
    """Tell whether a person's body is a party of one of the agreements."""
    org = person.org or "-"
    return any(body.name in org or org in body.name for event in events for body in event.bodies)


def _belongs(person: Person, event: Event, events: list[Event], found: Found) -> bool:
    """Tell which of several agreements a person stands with: by the body, else by the nearest party before."""

    def has(other: Event) -> bool:
        return any(body.name in (person.org or "") or (person.org or "-") in body.name for body in other.bodies)

    if has(event):
        return True
    if any(has(other) for other in events):
        return False
    return _concerns(person.start, event, events, found)
