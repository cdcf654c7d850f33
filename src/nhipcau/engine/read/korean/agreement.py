"""The signings of a Korean article come in; one record for every agreement goes out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nhipcau.engine.read.korean.activities import activities_of
from nhipcau.engine.read.korean.entities import Entity, countries_of, entities_of, same
from nhipcau.engine.read.korean.events import Signing, signings, type_of
from nhipcau.engine.read.korean.parties import (
    headline_pair,
    main_subject,
    partners_alone,
    party,
    represented,
    signers,
    told_apart,
)
from nhipcau.engine.read.korean.people import Mention, function_of, mentions, surname_of
from nhipcau.engine.read.korean.term import term_of
from nhipcau.engine.read.korean.when import signed_on
from nhipcau.engine.read.korean.where import signed_at
from nhipcau.engine.read.korean.witnesses import witnesses_of
from nhipcau.engine.read.sectors import sectors
from nhipcau.facts.codes import AgreementStatus, PersonFunction, Strength
from nhipcau.facts.reading import ActivityRead, AgreementRead, PartyRead, PersonRead, SectorRead

if TYPE_CHECKING:
    from nhipcau.engine.read.korean.article import Article
    from nhipcau.engine.read.korean.bodies import Body
    from nhipcau.engine.read.page import Page

_RANK = (
    PersonFunction.SIGNATORY,
    PersonFunction.SPEAKER,
    PersonFunction.REPRESENTATIVE,
    PersonFunction.ATTENDEE,
    PersonFunction.WITNESS,
)
_TWO = 2
# A field that is no field of business: what a promise says of it once is a part of the agreement.
_TELLING = frozenset({"language", "biotechnology"})


@dataclass(frozen=True, slots=True)
class Event:
    """One agreement of an article: the sentences that report it and the bodies that they name as signing."""

    signings: tuple[Signing, ...]
    bodies: tuple[Body, ...]


def agreements_of(article: Article) -> tuple[AgreementRead, ...]:
    """Return one record for every agreement that was signed, or is planned where none was."""
    told = signings(article)
    status = _status(told)
    if status is None:
        return ()
    people = mentions(article)
    events = _events(article, [one for one in told if one.status is status], people)
    known = entities_of(article.bodies)
    return tuple(_record(article, event, events, (people, known)) for event in events)


def _status(told: tuple[Signing, ...]) -> AgreementStatus | None:
    """Tell what the article reports: a headline alone does not outweigh a sentence that says «will»."""
    plain = [one for one in told if one.weight > 1 and one.status is AgreementStatus.SIGNED]
    planned = [one for one in told if one.status is AgreementStatus.PLANNED]
    if any(one.weight == 3 for one in plain):
        return AgreementStatus.SIGNED
    if planned:
        return AgreementStatus.PLANNED
    if plain or any(one.status is AgreementStatus.SIGNED for one in told):
        return AgreementStatus.SIGNED
    return None


def _events(article: Article, told: list[Signing], people: tuple[Mention, ...]) -> list[Event]:
    """Join the sentences that report one agreement: those that name no other parties."""
    events: list[Event] = []
    loose: list[Signing] = []
    for signing in sorted(told, key=lambda one: (one.weight == 1, one.sentence)):
        groups = [(told, group) for told, group in told_apart(article, signing) if len(group) >= _TWO]
        alone = partners_alone(article, signing) if not groups and signing.weight > 1 else []
        main = main_subject(article)
        fresh = alone and not any(same(alone[0], body) for event in events for body in event.bodies)
        if main is not None and fresh and not any(same(main, one) for one in alone):
            groups = [(signing, [main, *alone])]
        if not groups:
            loose.append(signing)
        for told_part, group in groups:
            _place(events, told_part, group)
    if not events and loose:
        heads = next(
            (one for one in (represented(article, signing, people) for signing in loose) if len(one) == _TWO), None
        )
        sought = heads or _sought(article, loose)
        if len(sought) >= _TWO or any(one.weight > _TWO for one in loose):
            events = [Event((loose[0],), tuple(sought))]
    events = [*_headed(article, events, loose, people), *events]
    items = all(event.signings[0].item for event in events)
    for signing in loose:
        for at, event in enumerate(events if items else events[:1]):
            if signing not in event.signings:
                events[at] = Event((*event.signings, signing), event.bodies)
    return events


def _headed(article: Article, events: list[Event], loose: list[Signing], people: tuple[Mention, ...]) -> list[Event]:
    """Return the agreement that comes before all that name their bodies.

    Two heads sign it for other bodies, or the head of one signs with the body that is the subject.
    """
    first = min((one.sentence[0] for event in events for one in event.signings if one.weight > 1), default=0)
    for signing in loose:
        if signing.weight <= _TWO or signing.sentence[0] >= first:
            continue
        heads = represented(article, signing, people)
        if len(heads) == 1:
            heads = [*(body for body in signers(article, signing)[0] if not same(body, heads[0])), *heads]
        known = [body for event in events for body in event.bodies]
        if len(heads) == _TWO and not any(same(one, other) for one in heads for other in known):
            loose.remove(signing)
            return [Event((signing,), tuple(heads))]
    return []


def _place(events: list[Event], signing: Signing, group: list[Body]) -> None:
    """Add a report to the agreement between the same bodies, or begin a new one."""
    for at, event in enumerate(events):
        shared = sum(any(same(one, other) for other in event.bodies) for one in group)
        if shared >= min(_TWO, len(group)) and signing not in event.signings:
            extra = [one for one in group if not any(same(one, other) for other in event.bodies)]
            grown = (
                (*event.bodies, *extra)
                if signing.weight > 1 and len(extra) <= 1 and len(group) > len(event.bodies)
                else event.bodies
            )
            events[at] = Event((*event.signings, signing), grown)
            return
    if signing.weight == 1 and events:
        return
    events.append(Event((signing,), tuple(group)))


def _sought(article: Article, loose: list[Signing]) -> list[Body]:
    """Look for the parties outside the sentence of the signing: just before it, in the headline, in the lead."""
    best: list[Body] = []
    named = [body for signing in loose for group in signers(article, signing) for body in group]
    before = [reach for reach in article.page.sentences if reach[0] <= loose[0].sentence[0]]
    for reach in [*reversed(before), *article.page.sentences[:6]]:
        pair = headline_pair(article, *reach)
        joined = [*pair, *(body for body in named if not any(same(body, one) for one in pair))]
        if len(pair) >= _TWO:
            return joined if len(joined) <= 3 else pair
        if len(joined) > len(best):
            best = joined
    return best


def _record(
    article: Article,
    event: Event,
    events: list[Event],
    found: tuple[tuple[Mention, ...], tuple[Entity, ...]],
) -> AgreementRead:
    people, known = found
    main = event.signings[0]
    texts = [article.page.quote(one.sentence) for one in event.signings]
    entities = [_entity(known, body) for body in event.bodies]
    promised = activities_of(article, event.signings, event.bodies)
    if len(events) > 1:
        promised = tuple(
            one for one in promised if _concerns(article, one.span.start if one.span else 0, event, events)
        )
    renewal = any(one.renewal for one in event.signings)
    place = signed_at(article, event.signings)
    return AgreementRead(
        type=type_of([*texts, article.page.text], renewal=renewal),
        status=_exchanged(event),
        renewal=renewal,
        parties=_parties(article, event, entities),
        people=_people(article, event, events, people),
        witnesses=witnesses_of(article, event.bodies),
        date=signed_on(article, event.signings),
        place=place,
        sectors=_fields(article, event, events, promised),
        activities=promised,
        term=term_of(article.page),
        span=article.page.span(_evidence_start(event, main), main.verb[1]),
    )


def _parties(article: Article, event: Event, entities: list[Entity]) -> tuple[PartyRead, ...]:
    origins = countries_of(article, entities)
    return tuple(
        party(entity, body, origin, article.page.span)
        for entity, body, origin in zip(entities, event.bodies, origins, strict=True)
    )


def _evidence_start(event: Event, main: Signing) -> int:
    inside = [body.start for body in event.bodies if main.sentence[0] <= body.start < main.verb[0]]
    return max(inside) if inside else main.sentence[0]


def _exchanged(event: Event) -> AgreementStatus:
    status = event.signings[0].status
    if status is AgreementStatus.SIGNED and all(one.exchanged for one in event.signings):
        return AgreementStatus.EXCHANGED
    return status


def _entity(known: tuple[Entity, ...], body: Body) -> Entity:
    home = next((one for one in known if any(same(body, naming) for naming in one.mentions)), None)
    return home or Entity((body,))


def _fields(
    article: Article, event: Event, events: list[Event], promised: tuple[ActivityRead, ...]
) -> tuple[SectorRead, ...]:
    """Return the sectors of an agreement: what the headline and the signing name, and what the promises name twice."""
    shared = [one.sentence for other in events if other is not event for one in other.signings]
    plain = [
        one.clause or (one.sentence[0], one.sentence[1] if one.item else one.verb[1])
        for one in event.signings
        if one.item or one.clause or one.sentence not in shared
    ]
    if article.page.sentences and len(events) == 1:
        plain.append(article.page.sentences[0])
    reaches = [(one.span.start, one.span.end) for one in promised if one.span]
    purposes = [(one.span.start, one.span.end) for one in promised if one.span and one.strength is Strength.PURPOSE]
    page = _without_names(article)
    sure = sectors(page, [*plain, *purposes])
    more = sectors(page, reaches)
    counts = Counter(one.code for one in page.sectors)
    known = {one.code for one in sure}
    extra = tuple(
        one for one in more if one.code not in known and (counts[one.code] > 1 or not sure or one.code in _TELLING)
    )
    return _specific((*sure, *extra), promised)


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


def _without_names(article: Article) -> Page:
    """Return the page without the concepts that stand inside a body's name: a trade centre signs about anything."""
    taken = [(body.start, body.close) for body in article.bodies]
    free = tuple(one for one in article.page.sectors if not any(a <= one.start < b for a, b in taken))
    return replace(article.page, sectors=free)


def _concerns(article: Article, at: int, event: Event, events: list[Event]) -> bool:
    """Tell whether words belong to one of several agreements: the one whose own party their sentence names.

    Without one the two sentences before decide; words that name no own party, or several, belong to all.
    """
    sentences = [reach for reach in article.page.sentences if reach[0] <= at][-3:]
    for reach in reversed(sentences):
        named = [other for other in events if _names_own(article, reach, other, events)]
        if len(named) == 1:
            return named[0] is event
        if named:
            return True
    return True


def _names_own(article: Article, reach: tuple[int, int], event: Event, events: list[Event]) -> bool:
    """Tell whether a sentence names a party that only this agreement has."""
    others = [body for other in events if other is not event for body in other.bodies]
    own = [body for body in event.bodies if not any(same(body, one) for one in others)]
    return any(same(body, one) for body in article.bodies_in(*reach) for one in own)


def _people(article: Article, event: Event, events: list[Event], people: tuple[Mention, ...]) -> tuple[PersonRead, ...]:
    """Return each person once, with the strongest thing that he or she is said to have done."""
    kept: dict[str, tuple[Mention, PersonFunction]] = {}
    homes = {mention.name: mention.org for mention in reversed(people) if mention.org}
    for naming in people:
        mention = naming if naming.org else replace(naming, org=homes.get(naming.name, ""))
        function = function_of(article, mention)
        if function is None:
            function = _spoke_later(article, mention)
        if function is None or not _belongs(article, mention, function, event, events):
            continue
        key = mention.name.replace(" ", "")
        known = kept.get(key)
        if known is None or _RANK.index(function) < _RANK.index(known[1]):
            fuller = known[0] if known and known[0].org and not mention.org else mention
            kept[key] = (fuller, function)
    return tuple(
        PersonRead(
            name=mention.name,
            role=mention.role,
            org=re.sub(r"인민위원$", "인민위원회", mention.org) or None,
            function=function,
            span=article.page.span(mention.start, mention.end),
        )
        for mention, function in kept.values()
    )


def _spoke_later(article: Article, mention: Mention) -> PersonFunction | None:
    """Tell whether a person is quoted later by surname and post: 윤 총장은 "..."라고 말했다."""
    pattern = rf"{re.escape(surname_of(mention.name))}\s?{re.escape(mention.role)}[은는이가]\s[^.\n]{{0,30}}[“\"]"
    return PersonFunction.SPEAKER if re.search(pattern, article.page.text) else None


def _has(event: Event, org: str) -> bool:
    """Tell whether a person's body is a party of an agreement."""
    return bool(org) and any(
        body.name.endswith(org)
        or org.endswith(body.name)
        or body.name.startswith(f"{org} ")
        or org in (body.acronym, *body.names)
        for body in event.bodies
    )


def _belongs(article: Article, mention: Mention, function: PersonFunction, event: Event, events: list[Event]) -> bool:
    """Tell which of several agreements a person stands with: by the body, else by the nearest party before."""
    if len(events) == 1:
        return True
    if _has(event, mention.org):
        return True
    if any(_has(other, mention.org) for other in events):
        return False
    if function is not PersonFunction.SIGNATORY:
        return True
    return _concerns(article, mention.start, event, events)
