"""A fact comes in, a plain record (what JSON can hold) goes out, and the other way round: for the history and undo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from nhipcau.facts.agreement import Agreement
from nhipcau.facts.attendance import Interpreter, Registration
from nhipcau.facts.commitment import Activity, Commitment
from nhipcau.facts.deal import Match
from nhipcau.facts.document import Document
from nhipcau.facts.draft import Draft
from nhipcau.facts.event import Event
from nhipcau.facts.market import Need, Offer, OwnConcept
from nhipcau.facts.meeting import Meeting, MeetingReport, MeetingRequest, Timetable
from nhipcau.facts.organisation import Organisation, Person, SourceRecord
from nhipcau.facts.organisation_import import Import
from nhipcau.facts.plan import Plan
from nhipcau.facts.resolving import Doubt, Merge, Thresholds

Thing = (
    Document
    | Draft
    | Organisation
    | Person
    | SourceRecord
    | Doubt
    | Merge
    | Thresholds
    | Import
    | Agreement
    | Commitment
    | Activity
    | Need
    | Offer
    | OwnConcept
    | Match
    | Plan
    | Event
    | Registration
    | Interpreter
    | MeetingRequest
    | Timetable
    | Meeting
    | MeetingReport
)
Record = dict[str, object]
T = TypeVar("T")

KINDS: dict[str, type[Thing]] = {
    "document": Document,
    "draft": Draft,
    "organisation": Organisation,
    "person": Person,
    "source-record": SourceRecord,
    "doubt": Doubt,
    "merge": Merge,
    "thresholds": Thresholds,
    "import": Import,
    "agreement": Agreement,
    "commitment": Commitment,
    "activity": Activity,
    "need": Need,
    "offer": Offer,
    "own-concept": OwnConcept,
    "match": Match,
    "plan": Plan,
    "event": Event,
    "registration": Registration,
    "interpreter": Interpreter,
    "meeting-request": MeetingRequest,
    "timetable": Timetable,
    "meeting": Meeting,
    "meeting-report": MeetingReport,
}
_PLAIN: frozenset[type[object]] = frozenset({str, int, bool, float})
_NUMBER = "number"
_KIND_OF: dict[type, str] = {fact: kind for kind, fact in KINDS.items()}


def kind_of(thing: Thing) -> str:
    """Return the kind of a thing as the history names it."""
    return _KIND_OF[type(thing)]


def to_record(thing: object) -> Record:
    """Return a fact as nested dicts, lists, text, numbers, booleans and ``None``."""
    record = {name: _plain(getattr(thing, name)) for name in _parts(type(thing))}  # type: ignore[arg-type]  # a class is hashable
    for name in _number_or_text(type(thing)):  # type: ignore[arg-type]  # a class is hashable
        if isinstance(getattr(thing, name), Decimal):
            record[name] = {_NUMBER: record[name]}
    return record


def from_record(fact: type[T], record: Mapping[str, object]) -> T:
    """Return the fact that ``to_record`` wrote down; parts that a newer version added take their default."""
    hints = _hints(fact)  # type: ignore[arg-type]  # a class is hashable
    known = {item.name: item for item in fields(fact)}  # type: ignore[arg-type]  # any fact
    missing = {
        name for name, item in known.items() if item.default is MISSING and item.default_factory is MISSING
    } - set(record)
    if missing:
        msg = f"record of {fact.__name__} lacks {sorted(missing)}"
        raise ValueError(msg)
    return fact(**{name: _fact(hints[name], value) for name, value in record.items() if name in known})


@cache
def _parts(fact: type[object]) -> tuple[str, ...]:
    """Return the names of a fact's parts; a long import writes down thousands of each kind."""
    return tuple(item.name for item in fields(fact))  # type: ignore[arg-type]  # any fact


@cache
def _number_or_text(fact: type[object]) -> tuple[str, ...]:
    """Return the names of the parts that hold a number or a text: of these a number has to say that it is one."""
    hints = _hints(fact)  # type: ignore[arg-type]  # a class is hashable
    return tuple(name for name in _parts(fact) if {Decimal, str} <= set(get_args(hints[name])))  # type: ignore[arg-type]  # as above


def _plain(value: object) -> object:
    if value is None or type(value) in _PLAIN:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if is_dataclass(value):
        return to_record(value)
    return value


@cache
def _hints(fact: type[object]) -> dict[str, Any]:
    return get_type_hints(fact)


def _fact(hint: Any, value: object) -> object:
    """Return the value that a type hint wants from its plain form."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _one_of(get_args(hint), value)
    if origin is tuple and isinstance(value, list):
        return tuple(_fact(get_args(hint)[0], item) for item in value)
    if origin is not None:
        return _mapping(hint, value)
    if isinstance(value, str) and hint in (Decimal, date, datetime):
        return Decimal(value) if hint is Decimal else hint.fromisoformat(value)
    if isinstance(value, Mapping) and is_dataclass(hint):
        return from_record(hint, value)  # type: ignore[arg-type]  # a fact's class
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    return value


def _one_of(options: tuple[Any, ...], value: object) -> object:
    """Return ``None`` as it is, anything else as the one option that is not ``None``."""
    if value is None:
        return None
    if {Decimal, str} <= set(options):
        return Decimal(value[_NUMBER]) if isinstance(value, Mapping) else value
    return _fact(next(option for option in options if option is not NoneType), value)


def _mapping(hint: Any, value: object) -> object:
    """Return a mapping with its values read; one of free values keeps them plain."""
    inner = get_args(hint)[-1]
    if not isinstance(value, Mapping) or inner is object:
        return value
    return {key: _fact(inner, item) for key, item in value.items()}
