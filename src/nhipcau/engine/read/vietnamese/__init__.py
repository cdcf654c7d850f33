"""A Vietnamese page comes in; the agreements that it reports go out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nhipcau.engine.read.vietnamese.activities import activities
from nhipcau.engine.read.vietnamese.bodies import Bodies, bodies
from nhipcau.engine.read.vietnamese.event import Event
from nhipcau.engine.read.vietnamese.events import signings
from nhipcau.engine.read.vietnamese.fields import fields
from nhipcau.engine.read.vietnamese.organisations import organisations
from nhipcau.engine.read.vietnamese.parties import events
from nhipcau.engine.read.vietnamese.party_records import party_records
from nhipcau.engine.read.vietnamese.people import Found, name_ranges, people_found, person_records
from nhipcau.engine.read.vietnamese.term import term
from nhipcau.engine.read.vietnamese.when import when
from nhipcau.engine.read.vietnamese.where import where
from nhipcau.engine.read.vietnamese.witnesses import witness_lists, witnesses
from nhipcau.facts.codes import AgreementStatus, AgreementType, PersonFunction
from nhipcau.facts.reading import AgreementRead, PersonRead, WitnessRead

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page, Range

_COMMON = (PersonFunction.WITNESS, PersonFunction.SPEAKER, PersonFunction.ATTENDEE)
_DONE = (AgreementStatus.SIGNED, AgreementStatus.EXCHANGED)


def agreements(page: Page) -> tuple[AgreementRead, ...]:
    """Return one record for every signing that the page reports, is told to come, or happened earlier."""
    signed = signings(page)
    if not signed:
        return ()
    names = name_ranges(page)
    known = bodies(organisations(page, names))
    found = people_found(page, known, names)
    told = events(page, known, signed)
    heard = witness_lists(page, (known.mentions[at].start for event in told for at in event.chosen.values()))
    people = person_records(page, found, signed, heard)
    seen = witnesses(page, found, heard)
    return tuple(_agreement(page, known, event, told, people, seen) for event in told)


def _agreement(
    page: Page,
    known: Bodies,
    event: Event,
    told: tuple[Event, ...],
    people: tuple[tuple[Found, PersonRead], ...],
    seen: tuple[WitnessRead, ...],
) -> AgreementRead:
    first_plan = event is told[0] and not any(other.status in _DONE for other in told)
    promised = (
        activities(page, known, event, _own_sentences(page, known, event, told))
        if event.status in _DONE or first_plan
        else ()
    )
    kind = next((signing.kind for signing in event.signings if signing.kind), None) or AgreementType.AGREEMENT
    return AgreementRead(
        type=_kind(event) or kind,
        status=event.status,
        renewal=any(signing.renewal for signing in event.signings),
        parties=party_records(page, known, event),
        people=_people_of(event, told, people),
        witnesses=seen if event.status in _DONE else (),
        date=when(page, event.signings),
        place=where(page, event.signings, known),
        sectors=fields(page, known, event, promised, alone=len([other for other in told if other.status in _DONE]) < 2),
        activities=promised,
        term=term(page) if event.status in _DONE else None,
        span=page.span(*event.evidence),
    )


def _kind(event: Event) -> AgreementType | None:
    """A memorandum that is also called an agreement is a memorandum."""
    kinds = [signing.kind for signing in event.signings if signing.kind]
    special = [kind for kind in kinds if kind is not AgreementType.AGREEMENT]
    return special[0] if special else None


def _own_sentences(page: Page, known: Bodies, event: Event, told: tuple[Event, ...]) -> tuple[Range, ...]:
    """Return the sentences that speak of an event.

    Where several are told: those that name its parties alone, and those between its report and the next one's.
    """
    done = [other for other in told if other.status in _DONE]
    if len(done) < 2:
        return page.sentences
    named: dict[Range, set[int]] = {}
    for at, mention in enumerate(known.mentions):
        named.setdefault(page.sentence_at(mention.start), set()).add(known.of[at])
    return tuple(sentence for sentence in page.sentences if _owner(sentence, named.get(sentence, set()), done) is event)


def _owner(sentence: Range, named: set[int], done: list[Event]) -> Event:
    speakers = [event for event in done if named & set(event.parties)]
    if len(speakers) == 1:
        return speakers[0]
    near = [event for event in (speakers or done) if event.evidence[0] < sentence[1]]
    return max(near, key=lambda event: event.evidence[0]) if near else (speakers or done)[0]


def _people_of(
    event: Event, told: tuple[Event, ...], people: tuple[tuple[Found, PersonRead], ...]
) -> tuple[PersonRead, ...]:
    """Give a person to the agreement of the body that the person speaks for; one of no party belongs to all."""
    done = [other for other in told if other.status in _DONE]
    if len(done) < 2:
        return tuple(_of_event(event, *one) for one in people) if event.status in _DONE or not done else ()
    parties = {body for other in done for body in other.parties}
    own = []
    for found, person in people:
        near = any(signing.sentence[0] <= found.name_start < signing.sentence[1] for signing in event.signings)
        common = person.function in _COMMON and (found.body is None or found.body not in parties)
        if common or (found.body in event.parties if found.body is not None else near):
            own.append(_of_event(event, found, person))
    return tuple(own)


def _of_event(event: Event, found: Found, person: PersonRead) -> PersonRead:
    """Who is of a named body that is no party attends and represents nobody."""
    if person.function is PersonFunction.REPRESENTATIVE and found.body is not None and found.body not in event.parties:
        return replace(person, function=PersonFunction.ATTENDEE)
    return person
