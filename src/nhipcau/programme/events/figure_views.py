"""What the pictures and tables of an event's figures show: values alone, worked out from what is kept."""

from __future__ import annotations

from dataclasses import dataclass

from nhipcau.facts.event import EventSide


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpreterLoad:
    """What an interpreter has to do, in minutes: ``minutes`` interpreting, within ``present`` of being there."""

    interpreter_id: str
    name: str
    meetings: int
    minutes: int
    present: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyBreaks:
    """How many meetings a registration has, and how many times it waits between two of one day."""

    registration_id: str
    name: str
    side: EventSide
    meetings: int
    breaks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFunnel:
    """How many requests came how far; each number is a part of the one before it.

    ``held`` are those that somebody says were held and nobody says were not; ``next_step`` are held ones after which
    there is something to do.
    """

    requests: int
    accepted: int
    scheduled: int
    held: int
    next_step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MetParty:
    """A registration that met somebody."""

    registration_id: str
    name: str
    side: EventSide


@dataclass(frozen=True, slots=True, kw_only=True)
class MetPair:
    """Two registrations that met; ``next_step``: they agreed on something to do."""

    request_id: str
    one_id: str
    other_id: str
    next_step: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoMet:
    """Who met whom at an event; every side of a pair is among the parties."""

    parties: tuple[MetParty, ...]
    pairs: tuple[MetPair, ...]
