"""The bytes of an event's JSON file come in; the problem of its timetable with the names of its parts goes out.

The file is written by people and programs: firms, rooms and interpreters are named, moments are ISO 8601 with their
zone or else local in ``zone``. ``docs/command-line.md`` shows one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from nhipcau.engine.meet.slots import slots_of
from nhipcau.facts.errors import BadInput
from nhipcau.facts.event import EventSlot, Pause, Session, SessionKind
from nhipcau.facts.event_file import EventFile
from nhipcau.facts.scheduling import Linguist, Party, Placed, Problem, Room, Seat, SlotTime, Wanted

_LARGEST: Final = 64 * 1024 * 1024
_MOST: Final = 50_000
_DEEPEST: Final = 10_000
_MINUTE: Final = timedelta(minutes=1)

Record = Mapping[str, Any]


def read_event_file(data: bytes) -> EventFile:
    """Return the event; raises ``BadInput("error.event-file-...")``, which names where in the file."""
    if len(data) > _LARGEST:
        raise BadInput("error.event-file-too-large", most=_LARGEST // (1024 * 1024))
    try:
        record = json.loads(data)
    except (UnicodeDecodeError, ValueError, RecursionError) as failed:
        raise BadInput("error.event-file-not-json") from failed
    if not isinstance(record, dict):
        raise BadInput("error.event-file-not-json")
    return _Reading(record).event()


def absent(event: EventFile, name: str, starts: datetime | None, ends: datetime | None) -> EventFile:
    """Return the event without somebody, a firm, one of its people or an interpreter, from one moment to another.

    Raises ``BadInput("error.event-file-unknown")`` for a name that is not in the file.
    """
    away = frozenset(
        number
        for number, (first, last) in enumerate(event.slots)
        if (starts is None or last > starts) and (ends is None or first < ends)
    )
    problem = event.problem
    firms = {number for number, firm in enumerate(event.firms) if firm == name}
    seats = {number for number, seat in enumerate(problem.seats) if seat.party in firms or event.people[number] == name}
    linguists = {number for number, one in enumerate(event.interpreters) if one == name}
    if not seats and not linguists:
        raise BadInput("error.event-file-unknown", where="--absent", name=name)
    changed = replace(
        problem,
        seats=tuple(
            replace(seat, slots=seat.slots - away) if number in seats else seat
            for number, seat in enumerate(problem.seats)
        ),
        linguists=tuple(
            replace(one, slots=one.slots - away) if number in linguists else one
            for number, one in enumerate(problem.linguists)
        ),
    )
    return replace(event, problem=changed)


class _Reading:
    """One file under way; every refusal names the place in it."""

    def __init__(self, record: dict[str, Any]) -> None:
        self._record = record
        self._zone = self._of_zone()
        sessions = self._sessions()
        self._laid = slots_of(sessions)
        if not self._laid:
            raise BadInput("error.event-file-no-slots")
        first = self._laid[0].starts
        self._first_day = first.astimezone(self._zone).date()
        self._midnight = first.replace(hour=0, minute=0, second=0, microsecond=0)
        self._session_keys = [session.key for session in sessions]
        self._firms = self._named("firms")
        self._rooms = self._named("rooms")
        self._interpreters = self._named("interpreters")
        self._firm_numbers = _numbered("firms", self._firms)
        self._room_numbers = _numbered("rooms", self._rooms)
        self._interpreter_numbers = _numbered("interpreters", self._interpreters)

    def event(self) -> EventFile:
        """Put everything together."""
        seats, people = self._seats()
        wanted = tuple(self._wanted(where, one) for where, one in self._list(self._record, "meetings"))
        bare = Problem(
            slots=tuple(map(self._slot_time, self._laid)),
            parties=tuple(self._party(where, firm) for where, firm in self._list(self._record, "firms")),
            seats=seats,
            rooms=tuple(self._room(where, room) for where, room in self._list(self._record, "rooms")),
            linguists=tuple(self._linguist(where, one) for where, one in self._list(self._record, "interpreters")),
            wanted=wanted,
            relay=_text(self._record, "relay", "") or None,
            fairness=_number(self._record, "fairness", "", None),
        )
        problem = replace(bare, locked=self._placed("locked", bare, people), keep=self._placed("keep", bare, people))
        return EventFile(
            record=self._record,
            problem=problem,
            slots=tuple((slot.starts.astimezone(self._zone), slot.ends.astimezone(self._zone)) for slot in self._laid),
            firms=tuple(self._firms),
            people=people,
            rooms=tuple(self._rooms),
            interpreters=tuple(self._interpreters),
        )

    def _of_zone(self) -> ZoneInfo:
        name = _text(self._record, "zone", "") or "UTC"
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError) as failed:
            raise BadInput("error.event-file-value", where="zone", value=name[:60]) from failed

    def _list(self, record: Record, key: str, above: str = "") -> Iterable[tuple[str, Record]]:
        values = record.get(key, [])
        where = f"{above}{key}"
        if not isinstance(values, list) or len(values) > _MOST:
            raise BadInput("error.event-file-list", where=where, most=_MOST)
        for number, value in enumerate(values):
            if not isinstance(value, dict):
                raise BadInput("error.event-file-value", where=f"{where}[{number}]", value=_short(value))
            yield f"{where}[{number}].", value

    def _named(self, key: str) -> list[str]:
        return [_text(one, "name", where, needed=True) for where, one in self._list(self._record, key)]

    def _sessions(self) -> tuple[Session, ...]:
        found: list[Session] = []
        for where, one in self._list(self._record, "sessions"):
            starts, ends = self._moment(one, "starts", where), self._moment(one, "ends", where)
            length = _number(one, "slot_minutes", where, None)
            if length is None or not 1 <= length <= 24 * 60 or not timedelta() < ends - starts <= timedelta(days=1):
                raise BadInput("error.event-file-session", where=where.rstrip("."))
            found.append(
                Session(
                    key=_text(one, "key", where) or f"s{len(found) + 1}",
                    kind=SessionKind.MORNING,
                    starts=starts,
                    ends=ends,
                    slot_minutes=length,
                    gap_minutes=_number(one, "gap_minutes", where, 0) or 0,
                    pauses=tuple(
                        Pause(starts=self._moment(pause, "starts", place), ends=self._moment(pause, "ends", place))
                        for place, pause in self._list(one, "pauses", where)
                    ),
                )
            )
        return tuple(found)

    def _moment(self, record: Record, key: str, where: str) -> datetime:
        value = record.get(key)
        try:
            moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            moment = None
        if moment is None:
            raise BadInput("error.event-file-moment", where=f"{where}{key}", value=_short(value))
        return moment if moment.tzinfo else moment.replace(tzinfo=self._zone)

    def _minutes(self, moment: datetime) -> int:
        return (moment - self._midnight) // _MINUTE

    def _slot_time(self, slot: EventSlot) -> SlotTime:
        return SlotTime(
            session=self._session_keys.index(slot.session),
            day=(slot.starts.astimezone(self._zone).date() - self._first_day).days,
            starts=self._minutes(slot.starts),
            ends=self._minutes(slot.ends),
        )

    def _open(self, record: Record, where: str) -> frozenset[int]:
        """Return the slots within ``hours``, all where none are named, that do not touch ``away``."""
        hours = self._spans(record, "hours", where)
        away = self._spans(record, "away", where)
        return frozenset(
            number
            for number, slot in enumerate(self._laid)
            if (not hours or any(first <= slot.starts and slot.ends <= last for first, last in hours))
            and not any(slot.starts < last and first < slot.ends for first, last in away)
        )

    def _spans(self, record: Record, key: str, where: str) -> list[tuple[datetime, datetime]]:
        return [
            (self._moment(one, "from", place), self._moment(one, "to", place))
            for place, one in self._list(record, key, where)
        ]

    def _party(self, where: str, firm: Record) -> Party:
        return Party(
            least=_number(firm, "least", where, 0) or 0,
            most=_number(firm, "most", where, _DEEPEST) or 0,
            sits=bool(firm.get("sits", False)),
        )

    def _seats(self) -> tuple[tuple[Seat, ...], tuple[str, ...]]:
        """Return the seats, and the name of whom each is: of a person where a firm's people split."""
        seats, people = [], []
        for number, (where, firm) in enumerate(self._list(self._record, "firms")):
            split = list(self._list(firm, "people", where)) if firm.get("splits") else []
            for place, person in split or [(where, firm)]:
                spoken = _texts(person, "languages", place) or _texts(firm, "languages", where)
                slots = self._open(person, place) & self._open(firm, where)
                seats.append(Seat(party=number, languages=frozenset(spoken), slots=slots))
                people.append(_text(person, "name", place, needed=True))
        return tuple(seats), tuple(people)

    def _room(self, where: str, room: Record) -> Room:
        sessions = _texts(room, "sessions", where)
        unknown = next((key for key in sessions if key not in self._session_keys), None)
        if unknown is not None:
            raise BadInput("error.event-file-unknown", where=f"{where}sessions", name=unknown)
        firm = _text(room, "firm", where)
        held = {number for number, slot in enumerate(self._laid) if not sessions or slot.session in sessions}
        return Room(
            slots=self._open(room, where) & held,
            capacity=_number(room, "capacity", where, 1) or 0,
            travel=_number(room, "travel_minutes", where, 0) or 0,
            party=_known(self._firm_numbers, firm, f"{where}firm") if firm else None,
        )

    def _linguist(self, where: str, one: Record) -> Linguist:
        pairs = one.get("pairs", [])
        if not isinstance(pairs, list) or not all(
            isinstance(pair, list) and len(pair) == 2 and all(isinstance(code, str) for code in pair) for pair in pairs
        ):
            raise BadInput("error.event-file-value", where=f"{where}pairs", value=_short(pairs))
        apart = _texts(one, "apart_from", where)
        return Linguist(
            pairs=frozenset((min(pair), max(pair)) for pair in pairs),
            slots=self._open(one, where),
            trades=frozenset(_texts(one, "trades", where)),
            most_minutes=_number(one, "most_minutes", where, _DEEPEST) or 0,
            rest_minutes=_number(one, "rest_minutes", where, 0) or 0,
            cost=_number(one, "cost", where, 0) or 0,
            apart=frozenset(_known(self._firm_numbers, name, f"{where}apart_from") for name in apart),
        )

    def _wanted(self, where: str, one: Record) -> Wanted:
        sides = [
            _known(self._firm_numbers, _text(one, key, where, needed=True), f"{where}{key}") for key in ("one", "other")
        ]
        if sides[0] == sides[1]:
            raise BadInput("error.event-file-alone", where=where.rstrip("."))
        return Wanted(
            one=sides[0],
            other=sides[1],
            must=bool(one.get("must", False)),
            weight=max(1, _number(one, "weight", where, 1) or 1),
            trades=frozenset(_texts(one, "trades", where)),
            rooms=frozenset(_known(self._room_numbers, name, f"{where}rooms") for name in _texts(one, "rooms", where)),
        )

    def _placed(self, key: str, problem: Problem, people: tuple[str, ...]) -> tuple[Placed, ...]:
        """Return the meetings that lie already: by number from 1, the slot from 1, the room, who sits, interpreters."""
        seat_of: dict[tuple[int, str], int] = {}
        for number, seat in enumerate(problem.seats):
            seat_of[seat.party, people[number]] = number
            seat_of.setdefault((seat.party, ""), number)
        found = []
        for where, one in self._list(self._record, key):
            meeting = _within(one, "meeting", where, len(problem.wanted))
            wanted = problem.wanted[meeting]
            sides = [
                _known(seat_of, (party, _text(one, name, where)), f"{where}{name}")
                for party, name in ((wanted.one, "one"), (wanted.other, "other"))
            ]
            found.append(
                Placed(
                    wanted=meeting,
                    slot=_within(one, "slot", where, len(problem.slots)),
                    room=_known(self._room_numbers, _text(one, "room", where, needed=True), f"{where}room"),
                    one=sides[0],
                    other=sides[1],
                    linguists=tuple(
                        _known(self._interpreter_numbers, name, f"{where}interpreters")
                        for name in _texts(one, "interpreters", where)
                    ),
                )
            )
        return tuple(found)


def _numbered(key: str, names: list[str]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, name in enumerate(names):
        if numbers.setdefault(name, number) != number:
            raise BadInput("error.event-file-twice", where=key, name=name)
    return numbers


def _known(numbers: Mapping[Any, int], name: Any, where: str) -> int:
    number = numbers.get(name)
    if number is None:
        shown = name if isinstance(name, str) else name[1]
        raise BadInput("error.event-file-unknown", where=where, name=_short(shown))
    return number


def _within(record: Record, key: str, where: str, many: int) -> int:
    number = _number(record, key, where, None)
    if number is None or not 1 <= number <= many:
        raise BadInput("error.event-file-value", where=f"{where}{key}", value=_short(record.get(key)))
    return number - 1


def _text(record: Record, key: str, where: str, *, needed: bool = False) -> str:
    value = record.get(key)
    if value is None and not needed:
        return ""
    if not isinstance(value, str) or (needed and not value.strip()) or len(value) > 500:
        raise BadInput("error.event-file-value", where=f"{where}{key}", value=_short(value))
    return value


def _texts(record: Record, key: str, where: str) -> list[str]:
    value = record.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadInput("error.event-file-value", where=f"{where}{key}", value=_short(value))
    return value


def _number(record: Record, key: str, where: str, otherwise: int | None) -> int | None:
    value = record.get(key, otherwise)
    if value is None:
        return otherwise
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 10**9:
        raise BadInput("error.event-file-value", where=f"{where}{key}", value=_short(value))
    return value


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:59]}…"
