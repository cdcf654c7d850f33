"""A model's answer comes in as untrusted JSON; only values that quote the text word for word go out as a reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from typing_extensions import override

from nhipcau.facts.codes import (
    ACTIVITY_CODES,
    SECTOR_CODES,
    AgreementStatus,
    AgreementType,
    PartyKind,
    PersonFunction,
    Strength,
)
from nhipcau.facts.reading import (
    ActivityRead,
    AgreementRead,
    DateRead,
    PartyRead,
    PersonRead,
    PlaceRead,
    Reading,
    SectorRead,
    WitnessRead,
)
from nhipcau.facts.span import Span
from nhipcau.programme.edtf import is_edtf, precision_of
from nhipcau.programme.name_keys import folded

_MOST_ITEMS: Final = 200
_LONGEST_QUOTE: Final = 2_000
_LONGEST_NAME: Final = 300

Answer = TypeVar("Answer", bound="Quoted")


class Quoted(BaseModel):
    """A value and the words of the text that say it."""

    model_config = ConfigDict(extra="forbid")

    quote: str = Field(min_length=1, max_length=_LONGEST_QUOTE)

    def is_backed(self) -> bool:
        """Tell whether the quote says the value; a shape that names something asks for the name."""
        return True


class Named(Quoted):
    """Something with a name, which must stand in the quote."""

    name: str = Field(min_length=1, max_length=_LONGEST_NAME)

    @override
    def is_backed(self) -> bool:
        """Tell whether the name stands in the quote."""
        return bool(folded(self.name)) and folded(self.name) in folded(self.quote)


class PartyAnswer(Named):
    """A party."""

    acronym: str | None
    country: str | None = Field(pattern="^[A-Z]{2}$")
    kind: PartyKind | None


class PersonAnswer(Named):
    """A person."""

    role: str | None
    org: str | None
    function: PersonFunction


class DateAnswer(Quoted):
    """A day, month or year as EDTF."""

    value: str

    @override
    def is_backed(self) -> bool:
        """Tell whether it is a date at all."""
        return is_edtf(self.value)


class PlaceAnswer(Quoted):
    """A city."""

    city: str = Field(min_length=1, max_length=_LONGEST_NAME)

    @override
    def is_backed(self) -> bool:
        """Tell whether the city stands in the quote."""
        return folded(self.city) in folded(self.quote)


class SectorAnswer(Quoted):
    """A sector."""

    code: str = Field(json_schema_extra={"enum": list(SECTOR_CODES)})

    @override
    def is_backed(self) -> bool:
        """Tell whether the code is of the vocabulary."""
        return self.code in SECTOR_CODES


class ActivityAnswer(Quoted):
    """A promise."""

    code: str = Field(json_schema_extra={"enum": list(ACTIVITY_CODES)})
    strength: Strength

    @override
    def is_backed(self) -> bool:
        """Tell whether the code is of the vocabulary."""
        return self.code in ACTIVITY_CODES


class AgreementAnswer(Quoted):
    """One signing event."""

    type: AgreementType
    status: AgreementStatus
    parties: list[PartyAnswer]
    people: list[PersonAnswer]
    witnesses: list[Named]
    date: DateAnswer | None
    place: PlaceAnswer | None
    sectors: list[SectorAnswer]
    activities: list[ActivityAnswer]


class ReadingAnswer(BaseModel):
    """The whole answer; its JSON schema is sent along with the question."""

    model_config = ConfigDict(extra="forbid")

    agreements: list[AgreementAnswer]


class _Head(Quoted):
    """What an agreement says of itself, its lists aside."""

    model_config = ConfigDict(extra="ignore")

    type: AgreementType
    status: AgreementStatus


class Sieve:
    """Lets through what quotes ``text`` and counts what does not."""

    def __init__(self, text: str) -> None:
        """Start with nothing dropped."""
        self._text = text
        self.dropped = 0

    def each(self, items: object, shape: type[Answer]) -> Iterator[tuple[Answer, Span]]:
        """Return the valid items of a list with their spans."""
        for item in items[:_MOST_ITEMS] if isinstance(items, list) else ():
            found = self.one(item, shape)
            if found:
                yield found

    def one(self, item: object, shape: type[Answer]) -> tuple[Answer, Span] | None:
        """Return one valid item with its span; ``None`` for nothing and for what was dropped."""
        if item is None:
            return None
        try:
            answer = shape.model_validate(item)
        except ValidationError:
            self.dropped += 1
            return None
        start = self._text.find(answer.quote)
        if start < 0 or not answer.quote.strip() or not answer.is_backed():
            self.dropped += 1
            return None
        return answer, Span.of(self._text, start, start + len(answer.quote))


def reading_of(answer: dict[str, Any], text: str, *, language: str, reader: str) -> Reading:
    """Return the reading that the answer holds, with how many of its values were dropped."""
    sieve = Sieve(text)
    items = answer.get("agreements")
    raw = [item for item in items[:_MOST_ITEMS] if isinstance(item, dict)] if isinstance(items, list) else []
    agreements = tuple(read for item in raw for read in _agreement(item, sieve))
    return Reading(language=language, agreements=agreements, reader=reader, dropped=sieve.dropped)


def _agreement(item: dict[str, Any], sieve: Sieve) -> Iterator[AgreementRead]:
    """Return the agreement if its own quote stands; its parts are dropped one by one."""
    head = sieve.one(item, _Head)
    if head is None:
        return
    said, span = head
    yield AgreementRead(
        type=said.type,
        status=said.status,
        span=span,
        parties=tuple(_party(*found) for found in sieve.each(item.get("parties"), PartyAnswer)),
        people=tuple(_person(*found) for found in sieve.each(item.get("people"), PersonAnswer)),
        witnesses=tuple(WitnessRead(name=one.name, span=at) for one, at in sieve.each(item.get("witnesses"), Named)),
        date=_date(sieve.one(item.get("date"), DateAnswer)),
        place=_place(sieve.one(item.get("place"), PlaceAnswer)),
        sectors=tuple(SectorRead(code=one.code, span=at) for one, at in sieve.each(item.get("sectors"), SectorAnswer)),
        activities=tuple(
            ActivityRead(code=one.code, strength=one.strength, span=at)
            for one, at in sieve.each(item.get("activities"), ActivityAnswer)
        ),
    )


def _party(said: PartyAnswer, span: Span) -> PartyRead:
    return PartyRead(name=said.name, acronym=said.acronym, country=said.country, kind=said.kind, span=span)


def _person(said: PersonAnswer, span: Span) -> PersonRead:
    return PersonRead(name=said.name, role=said.role, org=said.org, function=said.function, span=span)


def _date(found: tuple[DateAnswer, Span] | None) -> DateRead:
    if found is None:
        return DateRead()
    return DateRead(value=found[0].value, precision=precision_of(found[0].value), span=found[1])


def _place(found: tuple[PlaceAnswer, Span] | None) -> PlaceRead | None:
    return PlaceRead(city=found[0].city, span=found[1]) if found else None
