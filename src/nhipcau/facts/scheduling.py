"""What the timetable's engine sees and says, numbered from 0, without names: values alone.

Two problems. The *classic* one is the business-to-business meeting scheduling problem as published (Bofill et al.,
JAIR 2022). The *real* one has interpreters, rooms of several kinds, travel, wishes, bounds and a timetable to keep to.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What is known of a timetable: nothing better exists, none exists, or it is only one that keeps every rule.

    UNKNOWN: none was found in the time given, and none was proven not to exist.
    """

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Classic:
    """The classic problem. ``meetings`` are (participant, participant, session): 1 morning, 2 afternoon, 3 either.

    The first ``morning`` of ``slots`` are the morning. At most ``tables`` meetings lie in a slot. ``forbidden`` are
    the slots of each participant that are closed, ``fixed`` (meeting, slot) pairs, ``precedences`` (meeting, meeting):
    the first lies in an earlier slot than the second.
    """

    participants: int
    slots: int
    morning: int
    tables: int
    meetings: tuple[tuple[int, int, int], ...]
    forbidden: tuple[frozenset[int], ...] = ()
    fixed: tuple[tuple[int, int], ...] = ()
    precedences: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassicResult:
    """``meetings`` is the slot of each meeting, in the problem's order; empty where there is none.

    ``objective`` is the total number of breaks, ``bound`` the proven least. ``conflict`` are the requirements of a
    smallest set that cannot be met together, as codes with numbers: ("precedence", 3, 7).
    """

    status: Status
    objective: int | None
    bound: int
    seconds: float
    meetings: tuple[int, ...] = ()
    conflict: tuple[tuple[str, int, int], ...] = ()


class Level(StrEnum):
    """The aims of a real timetable in the order in which they count, each less is better.

    MUSTS: musts that are not granted. MINIMUMS: meetings that participants lack to their least. WANTS: the weight of
    wants that are not granted. BREAKS: maximal idle runs between two meetings of one seat on one day, in slots that
    are open to it. IDLE: the same for interpreters. WALKING: changes of room between meetings that follow one another
    on one day, of seats and interpreters. CHANGES: meetings of the timetable to keep to that lie in another slot or
    room, or are gone.
    """

    MUSTS = "musts"
    MINIMUMS = "minimums"
    WANTS = "wants"
    BREAKS = "breaks"
    IDLE = "idle"
    WALKING = "walking"
    CHANGES = "changes"


class Limit(StrEnum):
    """Which resource kept a meeting out of the timetable."""

    NO_COMMON_TIME = "no-common-time"
    OWN_HOURS = "own-hours"
    MOST_MEETINGS = "most-meetings"
    SLOTS = "slots"
    ROOMS = "rooms"
    NO_INTERPRETER = "no-interpreter"
    INTERPRETERS = "interpreters"
    FAIRNESS = "fairness"
    LOCKED = "locked"
    SEARCH = "search"
    """None is known: the search ended before it found a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotTime:
    """One slot: minutes from the event's first midnight in UTC; ``day`` counts the days in the event's own zone.

    Slots stand in the order of (starts, ends). Slots of sessions side by side may overlap.
    """

    session: int
    day: int
    starts: int
    ends: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Somebody who can be in one meeting at a time: a whole firm, or one of its people where they split."""

    party: int
    languages: frozenset[str]
    slots: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A firm; ``most`` meetings and no more, ``least`` if that can be had. ``sits``: it does not walk (see Room)."""

    least: int = 0
    most: int = 10_000
    sits: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """``capacity`` meetings at a time in ``slots``; ``party``: only that party's meetings; ``travel`` minutes away.

    Between a meeting in a room with travel and one in another room there lie at least the travel minutes of both, for
    every seat and interpreter.
    """

    slots: frozenset[int]
    capacity: int = 1
    travel: int = 0
    party: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Linguist:
    """An interpreter: ``pairs`` of languages, each sorted; ``trades`` known; ``apart`` are parties not to be served.

    Works no longer than ``most_minutes`` without a rest: within any run of meetings whose gaps are all shorter than
    ``rest_minutes``, the first start to the last end is at most ``most_minutes``.
    """

    pairs: frozenset[tuple[str, str]]
    slots: frozenset[int]
    trades: frozenset[str] = frozenset()
    most_minutes: int = 10_000
    rest_minutes: int = 0
    cost: int = 0
    apart: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A meeting that both sides accepted; ``weight`` (at least 1) is what a want counts, ``rooms`` are those allowed.

    No ``rooms``: every room that is nobody's or one of theirs. It needs an interpreter where no language is spoken by
    both of the seats that meet: one who has a language of each, or, with a relay language, two who have it in common.
    """

    one: int
    other: int
    must: bool = False
    weight: int = 1
    trades: frozenset[str] = frozenset()
    rooms: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One meeting of a timetable: the number of what was wanted, slot, room, the seats of both, interpreters."""

    wanted: int
    slot: int
    room: int
    one: int
    other: int
    linguists: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """The real problem. ``relay`` is the language over which two interpreters may work, or ``None``.

    ``locked`` meetings lie where they lie. ``keep`` is the timetable to keep to. ``fairness`` bounds how far the
    breaks of two parties may differ. ``closed`` are slots that are past: nothing new is laid there, what ``locked``
    has there stays.
    """

    slots: tuple[SlotTime, ...]
    parties: tuple[Party, ...]
    seats: tuple[Seat, ...]
    rooms: tuple[Room, ...]
    linguists: tuple[Linguist, ...]
    wanted: tuple[Wanted, ...]
    relay: str | None = None
    fairness: int | None = None
    locked: tuple[Placed, ...] = ()
    keep: tuple[Placed, ...] = ()
    closed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """How a schedule stands at a level, and the proven least."""

    level: Level
    value: int
    bound: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NotPlaced:
    """What was wanted and is not laid; the first limit is the one that is said. ``languages``: the pair that lacked.

    ``party`` is the side whose own hours or most meetings were it.
    """

    wanted: int
    limits: tuple[Limit, ...]
    languages: tuple[str, str] | None = None
    party: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OneMore:
    """What one more of a resource would let in: at least ``grants`` meetings that do not lie.

    ``limit`` is ROOMS, SLOTS, or INTERPRETERS of the ``languages``.
    """

    limit: Limit
    grants: int
    languages: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """A timetable of the real problem: ``placed`` by number of what was wanted; ``aims`` in the order of ``Level``.

    INFEASIBLE (the locked meetings or the fairness cannot be kept): ``conflict`` is a smallest set of requirements
    that cannot be met together, as codes with numbers.
    """

    status: Status
    placed: tuple[Placed, ...] = ()
    aims: tuple[Aim, ...] = ()
    not_placed: tuple[NotPlaced, ...] = ()
    seconds: float = 0.0
    conflict: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A rule that a timetable breaks: a code, and the numbers it is about (a wanted meeting, a slot, a seat ...)."""

    code: str
    numbers: tuple[int, ...] = ()
