"""The size of a fair and a seed come in; a made-up event goes out, with everything that makes real ones hard.

Few visitors are asked by many and many hosts by few. Visitors speak Korean or English, hosts Vietnamese; some on both
sides speak English too. Some firms split, come late, leave early or meet online only; some visits are to factories.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from nhipcau.facts.scheduling import Linguist, Party, Problem, Room, Seat, SlotTime, Wanted

TRADES = tuple(f"trade-{number}" for number in range(12))
LENGTH, GAP, VISIT, TRAVEL = 20, 5, 90, 30
MOST_MINUTES, REST_MINUTES = 120, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Fair:
    """``apart`` is the share of meetings without a common language, ``interpreters`` their share of the need.

    ``tables`` is their share of what the busiest time asks for; below 1 they are scarce. ``mixed``: split firms,
    windows, bounds, an online evening and factories; without it there are only tables, languages and musts.
    """

    participants: int
    meetings: int
    days: int = 1
    a_day: int = 16
    apart: float = 0.0
    interpreters: float = 0.0
    tables: float = 1.3
    mixed: bool = True
    fairness: int | None = None
    seed: int = 1


SIZES = {
    "42/125": Fair(participants=42, meetings=125),
    "78/300": Fair(participants=78, meetings=300, a_day=20),
    "426/1,705": Fair(participants=426, meetings=1_705, days=2),
    "1,000/8,000": Fair(participants=1_000, meetings=8_000, days=3),
}


def problem_of(fair: Fair) -> Problem:
    """Return the event; the same fair gives the same event."""
    drawn = random.Random(f"{fair}")
    slots = tuple(sorted(_slots(fair), key=lambda slot: (slot.starts, slot.ends)))
    visitors = max(2, fair.participants // 4)
    pairs = _pairs(fair, visitors, drawn)
    asked = Counter(party for pair in pairs for party in pair)
    online = _some(range(visitors), 0.04 * fair.mixed, drawn)
    factories = _some(range(visitors, fair.participants), min(0.02, 12 / fair.participants) * fair.mixed, drawn)
    rooms = _rooms(fair, slots, factories)
    return Problem(
        slots=slots,
        parties=tuple(_party(fair, party < visitors, asked[party], drawn) for party in range(fair.participants)),
        seats=tuple(_seats(fair, slots, visitors, online, drawn)),
        rooms=rooms,
        linguists=tuple(_linguists(fair, slots, drawn)),
        wanted=tuple(_wanted(pairs, rooms, drawn)),
        relay="en" if fair.mixed else None,
        fairness=fair.fairness,
    )


def _some(numbers: range, share: float, drawn: random.Random) -> frozenset[int]:
    return frozenset(drawn.sample(numbers, round(len(numbers) * share)))


def _slots(fair: Fair) -> Iterator[SlotTime]:
    """Yield morning and afternoon slots of every day; mixed: an online evening, and visits beside the afternoon."""
    half = fair.a_day // 2
    for day in range(fair.days):
        midnight = day * 1_440
        for session, begins, many, length in (
            (0, 8 * 60, half, LENGTH),
            (1, 13 * 60, fair.a_day - half, LENGTH),
            (2, 19 * 60, 4 * fair.mixed, LENGTH),
            (3, 13 * 60 + 30, 2 * fair.mixed, VISIT),
        ):
            for number in range(many):
                starts = midnight + begins + number * (length + GAP)
                yield SlotTime(session=day * 4 + session, day=day, starts=starts, ends=starts + length)


def _session(slots: tuple[SlotTime, ...], *sessions: int) -> frozenset[int]:
    return frozenset(number for number, slot in enumerate(slots) if slot.session % 4 in sessions)


def _pairs(fair: Fair, visitors: int, drawn: random.Random) -> list[tuple[int, int]]:
    """Draw pairs of a visitor and a host: the first of both sides are asked most, no visitor more than there is time.

    The most that a visitor is asked is a tenth more than the slots.
    """
    most = {party: math.ceil(fair.days * fair.a_day * 1.1) for party in range(visitors)}
    popular = [(1 + party) ** -0.35 for party in range(visitors)]
    known = [(1 + party) ** -0.25 for party in range(fair.participants - visitors)]
    hosts = range(visitors, fair.participants)
    found: dict[tuple[int, int], None] = {}
    asked: Counter[int] = Counter()
    while len(found) < fair.meetings:
        [one] = drawn.choices(range(visitors), popular)
        [other] = drawn.choices(hosts, known)
        if asked[one] < most[one] and (one, other) not in found and asked[other] < fair.days * fair.a_day:
            found[one, other] = None
            asked.update((one, other))
    return list(found)


def _party(fair: Fair, visits: bool, asked: int, drawn: random.Random) -> Party:
    modest = fair.mixed and drawn.random() < 0.15
    most = max(1, round(asked * 0.8)) if modest else max(1, asked)
    return Party(least=min(most, 2 * fair.mixed), most=most, sits=visits)


def _seats(
    fair: Fair, slots: tuple[SlotTime, ...], visitors: int, online: frozenset[int], drawn: random.Random
) -> Iterator[Seat]:
    """Yield one seat for each party, two for visitors that split, in the order of the parties."""
    english = math.sqrt(1 - fair.apart)
    for party in range(fair.participants):
        own = "vi" if party >= visitors else "en" if fair.mixed and drawn.random() < 0.08 else "ko"
        for _person in range(2 if party < visitors and fair.mixed and drawn.random() < 0.1 else 1):
            spoken = {own, "en"} if drawn.random() < english else {own}
            yield Seat(
                party=party,
                languages=frozenset(spoken),
                slots=_session(slots, 2) if party in online else _window(fair, slots, drawn),
            )


def _window(fair: Fair, slots: tuple[SlotTime, ...], drawn: random.Random) -> frozenset[int]:
    """Draw when somebody is there: most always, some from when they arrive or until they leave."""
    whole = frozenset(range(len(slots)))
    if not fair.mixed or drawn.random() < 0.85:
        return whole
    turn = slots[drawn.randrange(len(slots) // 5, len(slots) * 4 // 5)].starts
    early = drawn.random() < 0.5
    return frozenset(number for number in whole if (slots[number].starts < turn) == early)


def _rooms(fair: Fair, slots: tuple[SlotTime, ...], factories: frozenset[int]) -> tuple[Room, ...]:
    """Return tables of one meeting each; mixed: an online room for many and a factory of each host that has one."""
    by_day = _session(slots, 0, 1)
    tables = max(1, round(fair.tables * fair.meetings / (fair.days * fair.a_day)))
    at_tables = tuple(Room(slots=by_day) for _table in range(tables))
    if not fair.mixed:
        return at_tables
    online = Room(slots=_session(slots, 2), capacity=max(2, fair.meetings // 100))
    visits = (Room(slots=_session(slots, 3), travel=TRAVEL, party=party) for party in sorted(factories))
    return (*at_tables, online, *visits)


def _linguists(fair: Fair, slots: tuple[SlotTime, ...], drawn: random.Random) -> Iterator[Linguist]:
    """Yield their share of the need, where one works six slots of seven; most between Korean and Vietnamese."""
    if not fair.apart or not fair.interpreters:
        return
    need = fair.meetings * fair.apart / (fair.days * fair.a_day * 6 / 7)
    for number in range(max(1, round(need * fair.interpreters))):
        second = {("en", "vi")} if number % 6 == 4 else {("en", "ko")} if number % 9 == 7 else set()
        yield Linguist(
            pairs=frozenset({("ko", "vi")} | second if number % 12 != 11 else {("en", "vi")}),
            slots=_window(fair, slots, drawn),
            trades=frozenset(drawn.sample(TRADES, 3)),
            most_minutes=MOST_MINUTES + 5 * GAP,
            rest_minutes=REST_MINUTES,
            cost=drawn.randrange(10, 40),
            apart=frozenset(drawn.sample(range(fair.participants), 1)) if drawn.random() < 0.1 else frozenset(),
        )


def _wanted(pairs: list[tuple[int, int]], rooms: tuple[Room, ...], drawn: random.Random) -> Iterator[Wanted]:
    """Yield what both sides accepted; one in four with a host that has a factory is held there."""
    factories = {room.party: number for number, room in enumerate(rooms) if room.party is not None}
    for one, other in pairs:
        visits = other in factories and drawn.random() < 0.25
        yield Wanted(
            one=one,
            other=other,
            must=drawn.random() < 0.1,
            weight=drawn.randint(1, 10),
            trades=frozenset(drawn.sample(TRADES, 1)),
            rooms=frozenset({factories[other]}) if visits else frozenset(),
        )
