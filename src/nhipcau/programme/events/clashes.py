"""Rules that a meeting laid by hand would break come in as the checker says them; messages in names go out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final
from zoneinfo import ZoneInfo

from nhipcau.facts.message import Message
from nhipcau.facts.scheduling import Violation
from nhipcau.programme.events.problem import EventProblem

_PLAIN: Final[Mapping[str, str]] = {
    "seat-travel": "clash.event-way",
    "seat-away": "clash.event-hours",
    "linguist-away": "clash.event-interpreter-hours",
    "linguist-travel": "clash.event-interpreter-way",
    "linguist-apart": "clash.event-apart",
}


_OF_NO_MEETING: Final = frozenset({"room-full", "linguist-rest", "most"})


def clashes_of(known: EventProblem, request_id: str, broken: Iterable[Violation]) -> tuple[Message, ...]:
    """Return what a request's meeting would break, each once, in the checker's order."""
    saying = _Saying(known, known.number.wanted[request_id])
    said = [saying.message(violation) for violation in broken]
    return tuple({(message.code, tuple(message.params.items())): message for message in said}.values())


def rules_broken(known: EventProblem, broken: Iterable[Violation]) -> tuple[Message, ...]:
    """Return what a whole timetable breaks, each once, with the firms it is about."""
    said = (_of_a_timetable(known, violation) for violation in broken)
    return tuple({(message.code, tuple(message.params.items())): message for message in said}.values())


def _of_a_timetable(known: EventProblem, broken: Violation) -> Message:
    saying = _Saying(known, 0 if broken.code in _OF_NO_MEETING else broken.numbers[0])
    if broken.code in {"closed", "locked"}:
        return Message("clash.begun" if broken.code == "closed" else "clash.held", saying.sides())
    return saying.message(broken)


def conflict_of(known: EventProblem, conflict: Iterable[tuple[str, int, int]]) -> tuple[Message, ...]:
    """Return requirements that cannot be met together, as the engine numbers them, in names."""
    return tuple(_requirement(known, *one) for one in conflict)


def _requirement(known: EventProblem, code: str, one: int, other: int) -> Message:
    named: dict[str, object] = {"number": other}
    if code in {"locked", "must"}:
        wanted = known.problem.wanted[one]
        zone = ZoneInfo(known.gathered.event.zone)
        at = f"{known.slots[other].starts.astimezone(zone):%Y-%m-%d %H:%M}" if code == "locked" else ""
        firms = (known.names[known.parties[party]] for party in (wanted.one, wanted.other))
        named = {**dict(zip(("firm", "other"), firms, strict=True)), "starts": at}
    elif code in {"room", "room-full"}:
        key = known.rooms[one]
        named["room"] = next(venue.name for venue in known.gathered.event.venues if venue.key == key)
    elif code in {"interpreter", "interpreter-hours", "interpreter-way", "apart", "rest"}:
        named["interpreter"] = known.names[known.linguists[one]]
    elif code == "languages":
        named = {"firm": known.names[known.parties[one]], "other": known.names[known.parties[other]]}
    elif code == "fairness":
        named["number"] = one
    elif code not in {"rooms", "interpreters"}:
        named["firm"] = known.names[known.parties[one]]
    return Message(f"clash.event-{code}", named)


class _Saying:
    """The sentences of one meeting's clashes."""

    def __init__(self, known: EventProblem, wanted: int) -> None:
        self.known = known
        self.problem = known.problem
        self.wanted = wanted

    def message(self, broken: Violation) -> Message:
        """Return the sentence of one."""
        said: Callable[[Violation], Message] | None = {
            "closed": lambda _broken: Message("clash.past"),
            "twice": lambda _broken: Message("clash.granted-already"),
            "seat-busy": self._busy,
            "linguist-busy": self._interpreting,
            "room-shut": self._room,
            "room-not-theirs": self._room,
            "room-full": self._full,
            "no-linguist": self._languages,
            "linguist-rest": self._rest,
            "most": self._most,
        }.get(broken.code)
        if said is not None:
            return said(broken)
        number = broken.numbers[-1] if broken.code.endswith("-travel") else broken.numbers[1]
        if broken.code.startswith("seat"):
            return Message(_PLAIN[broken.code], {"firm": self._firm(self.problem.seats[number].party)})
        return Message(_PLAIN[broken.code], {"interpreter": self._interpreter(number)})

    def sides(self) -> dict[str, object]:
        """Return the firms of the meeting."""
        one, other = self._sides(self.wanted)
        return {"firm": self._firm(one), "other": self._firm(other)}

    def _firm(self, party: int) -> str:
        return self.known.names[self.known.parties[party]]

    def _interpreter(self, linguist: int) -> str:
        return self.known.names[self.known.linguists[linguist]]

    def _sides(self, wanted: int) -> tuple[int, int]:
        return self.problem.wanted[wanted].one, self.problem.wanted[wanted].other

    def _in_the_way(self, broken: Violation) -> int:
        return next(one for one in broken.numbers[:2] if one != self.wanted)

    def _busy(self, broken: Violation) -> Message:
        party = self.problem.seats[broken.numbers[2]].party
        other = next(side for side in self._sides(self._in_the_way(broken)) if side != party)
        return Message("clash.busy", {"firm": self._firm(party), "other": self._firm(other)})

    def _interpreting(self, broken: Violation) -> Message:
        one, other = self._sides(self._in_the_way(broken))
        said = {
            "interpreter": self._interpreter(broken.numbers[2]),
            "firm": self._firm(one),
            "other": self._firm(other),
        }
        return Message("clash.interpreter-busy", said)

    def _venue(self, room: int) -> str:
        key = self.known.rooms[room]
        return next(venue.name for venue in self.known.gathered.event.venues if venue.key == key)

    def _room(self, broken: Violation) -> Message:
        return Message("clash.event-room", {"room": self._venue(broken.numbers[1])})

    def _full(self, broken: Violation) -> Message:
        room = broken.numbers[0]
        return Message(
            "clash.event-room-full", {"room": self._venue(room), "number": self.problem.rooms[room].capacity}
        )

    def _languages(self, _broken: Violation) -> Message:
        return Message("clash.event-languages", self.sides())

    def _rest(self, broken: Violation) -> Message:
        number = broken.numbers[0]
        said = {"interpreter": self._interpreter(number), "number": self.problem.linguists[number].most_minutes}
        return Message("clash.event-rest", said)

    def _most(self, broken: Violation) -> Message:
        party = broken.numbers[0]
        return Message("clash.event-most", {"firm": self._firm(party), "number": self.problem.parties[party].most})
