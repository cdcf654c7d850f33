"""A reading comes in; the values of a draft go out, field by field, with "not stated" said as plainly as a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nhipcau.facts.draft import Alternative, DraftList, DraftValue
from nhipcau.facts.message import Message
from nhipcau.facts.reading import (
    ActivityRead,
    AgreementRead,
    DateRead,
    FigureRead,
    LegalActRead,
    PartyRead,
    PersonRead,
    PlaceRead,
    Read,
    Reading,
    SectorRead,
    TermRead,
    WitnessRead,
)
from nhipcau.facts.span import Span
from nhipcau.facts.state import State
from nhipcau.programme.drafting.fields import FIELDS, PARTS, Content

_MAIN_PARTS: dict[str, tuple[str, ...]] = {
    "type": ("type",),
    "status": ("status",),
    "date": ("value", "date"),
    "place": ("venue", "city"),
    "term": ("value", "until"),
    "party": ("name",),
    "person": ("name",),
    "witness": ("name",),
    "sector": ("code",),
    "activity": ("code",),
    "figure": ("value",),
    "legal-act": ("number",),
}

Named = tuple[str, Content, Read]


def drafts_of(reading: Reading) -> tuple[tuple[DraftList, tuple[DraftValue, ...]], ...]:
    """Return one draft an agreement, each in its list; a document without any gives one of the third list.

    Figures and legal acts belong to the document; each goes to the agreement whose evidence stands nearest to it.
    """
    if not reading.agreements:
        return ((DraftList.NONE, _numbered(_background(reading.figures, reading.legal_acts))),)
    drafts = []
    for position, agreement in enumerate(reading.agreements):
        figures = [figure for figure in reading.figures if nearest(reading.agreements, figure.span) == position]
        acts = [act for act in reading.legal_acts if nearest(reading.agreements, act.span) == position]
        values = with_absent(_numbered([*_agreement(agreement), *_background(figures, acts)]))
        drafts.append((list_of(values), values))
    return tuple(drafts)


def list_of(values: Iterable[DraftValue]) -> DraftList:
    """Return the list that a draft with these values belongs to."""
    stated = {value.field: value.content for value in values if value.state is not State.NOT_STATED}
    if "type" not in stated and "party" not in stated:
        return DraftList.NONE
    return DraftList.PLANNED if stated.get("status", {}).get("status") == "planned" else DraftList.AGREEMENT


def nearest(agreements: tuple[AgreementRead, ...], span: Span | None) -> int:
    """Return the position of the agreement whose evidence starts nearest to a span, 0 where nothing is known."""
    if span is None:
        return 0
    distances = [
        (abs(agreement.span.start - span.start), position)
        for position, agreement in enumerate(agreements)
        if agreement.span
    ]
    return min(distances, default=(0, 0))[1]


def with_absent(values: tuple[DraftValue, ...]) -> tuple[DraftValue, ...]:
    """Return the values in the order of the fields, with a "not stated" for every field that has none."""
    ordered: list[DraftValue] = []
    for field in FIELDS:
        present = [value for value in values if value.field == field]
        ordered += present or [absent(field)]
    return tuple(ordered)


def absent(field: str) -> DraftValue:
    """Return the value that says: looked for, not stated."""
    return DraftValue(key=field, field=field, content=dict.fromkeys(PARTS[field], ""), state=State.NOT_STATED)


def _agreement(agreement: AgreementRead) -> Iterator[Named]:
    """Yield field, content and record of everything one agreement says."""
    whole = _only(agreement, ("type", "status"))
    yield "type", {"type": agreement.type.value, "renewal": "true" if agreement.renewal else ""}, whole
    yield "status", {"status": agreement.status.value}, whole
    if agreement.date.value:
        yield "date", _date(agreement.date), agreement.date
    if agreement.place:
        yield "place", _place(agreement.place), agreement.place
    if agreement.term:
        yield "term", _term(agreement.term), agreement.term
    yield from (("party", _party(item), item) for item in agreement.parties)
    yield from (("person", _person(item), item) for item in agreement.people)
    yield from (("witness", _witness(item), item) for item in agreement.witnesses)
    yield from (("sector", _sector(item), item) for item in agreement.sectors)
    yield from (("activity", _activity(item), item) for item in agreement.activities)


def _only(agreement: AgreementRead, parts: tuple[str, ...]) -> Read:
    """Return what the agreement's own record says of these parts alone."""
    return Read(
        span=agreement.span,
        derived=tuple(item for item in agreement.derived if item.value in parts),
        disputes=tuple(item for item in agreement.disputes if item.value in parts),
    )


def _background(figures: Iterable[FigureRead], acts: Iterable[LegalActRead]) -> Iterator[Named]:
    yield from (("figure", _figure(item), item) for item in figures)
    yield from (("legal-act", _legal_act(item), item) for item in acts)


def _numbered(named: Iterable[Named]) -> tuple[DraftValue, ...]:
    """Return draft values with keys: the field alone for a single one, else the field and a number."""
    counts: dict[str, int] = {}
    values = []
    for field, content, read in named:
        number = counts.setdefault(field, 0)
        counts[field] += 1
        key = field if field in ("type", "status", "date", "place", "term") else f"{field}-{number}"
        values.append(_value(key, field, content, read))
    return tuple(values)


def _value(key: str, field: str, content: Content, read: Read) -> DraftValue:
    disputes = [item for item in read.disputes if item.value in PARTS[field] or item.value in _MAIN_PARTS[field]]
    alternatives = tuple(
        Alternative(source=item.source, content={_part(field, item.value): item.other}, span=item.span)
        for item in disputes
    )
    origin = [Message("origin." + item.source, {"value": item.value, "detail": item.detail}) for item in read.derived]
    if isinstance(read, DateRead) and read.derivation and not origin:
        origin.append(Message("origin." + read.derivation, {"value": "date", "detail": ""}))
    derived = {item.value for item in read.derived} & set(_MAIN_PARTS[field])
    known = State.DERIVED if derived or read.span is None or (field == "date" and origin) else State.STATED
    return DraftValue(
        key=key,
        field=field,
        content=content,
        state=State.DISPUTED if alternatives else known,
        span=read.span,
        origin=tuple(origin),
        alternatives=alternatives,
    )


def _part(field: str, named: str) -> str:
    """Return the part of a field that a reader's dispute is about."""
    return named if named in PARTS[field] else PARTS[field][0]


def _date(read: DateRead) -> Content:
    return {"value": read.value or "", "precision": read.precision}


def _place(read: PlaceRead) -> Content:
    mode = read.mode.value if read.mode else ""
    return {"venue": read.venue or "", "city": read.city or "", "country": read.country or "", "mode": mode}


def _term(read: TermRead) -> Content:
    value = "" if read.value is None else _number(read.value)
    return {"value": value, "unit": read.unit or "", "until": read.until or ""}


def _party(read: PartyRead) -> Content:
    return {
        "name": read.name,
        "acronym": read.acronym or "",
        "country": read.country or "",
        "kind": read.kind.value if read.kind else "",
        "parent": read.parent or "",
    }


def _person(read: PersonRead) -> Content:
    return {"name": read.name, "role": read.role or "", "org": read.org or "", "function": read.function.value}


def _witness(read: WitnessRead) -> Content:
    return {"name": read.name}


def _sector(read: SectorRead) -> Content:
    return {"code": read.code}


def _activity(read: ActivityRead) -> Content:
    return {"code": read.code, "strength": read.strength.value, "text": ""}


def _figure(read: FigureRead) -> Content:
    ends = read.value if isinstance(read.value, tuple) else (read.value,)
    return {
        "value": "..".join(_number(end) for end in ends),
        "unit": read.unit,
        "what": read.what,
        "role": read.role.value,
        "approx": "true" if read.approx else "",
        "as_of": read.as_of or "",
    }


def _legal_act(read: LegalActRead) -> Content:
    return {
        "type": read.type,
        "number": read.number,
        "issuer": read.issuer or "",
        "date": read.date or "",
        "role": read.role,
    }


def _number(value: float) -> str:
    """Return a number as plain digits, without a fraction where it has none."""
    return str(int(value)) if value == int(value) else repr(value)
