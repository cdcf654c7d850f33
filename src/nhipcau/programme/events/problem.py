"""An event with who comes, interprets and accepted what comes in; the problem that its timetable solves goes out.

And the way back: what the engine laid, as meetings with the ids of what is kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import chain
from typing import Final
from zoneinfo import ZoneInfo

from nhipcau.engine.meet.slots import slots_of
from nhipcau.facts.attendance import Attendee, Interpreter, Registration, RegistrationState
from nhipcau.facts.event import Event, EventSlot, Venue
from nhipcau.facts.meeting import Meeting, MeetingRequest, RequestState, Wish
from nhipcau.facts.scheduling import Linguist, Party, Placed, Problem, Room, Seat, SlotTime, Wanted
from nhipcau.programme.events.presence import attendee_slots, interpreter_slots

_NOBODY: Final = Attendee(key="", name="", languages=())
WHOLE_FIRM: Final = ""
"""The seat of a firm whose people sit together."""
_MINUTE: Final = timedelta(minutes=1)
_WANT: Final = 10
_BEST_SCORE: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """All that a timetable of an event is made of, as it is kept, whatever state each is in; each kind by id."""

    event: Event
    registrations: tuple[Registration, ...]
    interpreters: tuple[Interpreter, ...]
    requests: tuple[MeetingRequest, ...]


@dataclass(frozen=True, kw_only=True)
class EventProblem:
    """The problem with what its numbers stand for; ``seats`` are (registration id, key of the attendee or "").

    ``lost`` are meetings of the timetable to keep to that cannot be held any more, wherever they are laid: a side
    does not come or said no, or the slot or the venue is gone.
    """

    gathered: Gathered
    problem: Problem
    slots: tuple[EventSlot, ...]
    parties: tuple[str, ...]
    seats: tuple[tuple[str, str], ...]
    rooms: tuple[str, ...]
    linguists: tuple[str, ...]
    wanted: tuple[str, ...]
    lost: tuple[Meeting, ...] = ()

    @cached_property
    def number(self) -> _Numbers:
        """Return the numbers of what is kept."""
        return _Numbers(self.slots, self.seats, self.rooms, self.linguists, [self.requests[one] for one in self.wanted])

    @cached_property
    def requests(self) -> Mapping[str, MeetingRequest]:
        """Return the requests by id."""
        return {one.id: one for one in self.gathered.requests}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return the names of firms and interpreters by id."""
        there: Iterable[Registration | Interpreter] = (*self.gathered.registrations, *self.gathered.interpreters)
        return {one.id: one.name for one in there}

    def placed(self, meetings: Iterable[Meeting]) -> tuple[Placed, ...]:
        """Return meetings as the engine knows them; those that the problem cannot speak of are left out."""
        return tuple(one for one in map(self.number.placed, meetings) if one is not None)

    def meetings(
        self, placed: Iterable[Placed], timetable_id: str, new_id: Callable[[], str], locked: Collection[str] = ()
    ) -> list[Meeting]:
        """Return what was laid as the meetings of a timetable; ``locked`` are the requests whose meetings are."""
        return [self.meeting(one, timetable_id, new_id(), locked=self.wanted[one.wanted] in locked) for one in placed]

    def meeting(self, one: Placed, timetable_id: str, meeting_id: str, *, locked: bool = False) -> Meeting:
        """Return one meeting that was laid; the seats of the engine are in the order of asker and asked."""
        request, slot = self.requests[self.wanted[one.wanted]], self.slots[one.slot]
        return Meeting(
            id=meeting_id,
            timetable_id=timetable_id,
            request_id=request.id,
            slot=slot.key,
            venue=self.rooms[one.room],
            starts=slot.starts,
            ends=slot.ends,
            asker_id=request.asker_id,
            asked_id=request.asked_id,
            asker_seat=self.seats[one.one][1],
            asked_seat=self.seats[one.other][1],
            interpreter_ids=tuple(self.linguists[number] for number in one.linguists),
            locked=locked,
            demo=self.gathered.event.demo,
        )


class _Numbers:
    """The number of each thing, and a meeting in numbers."""

    def __init__(
        self,
        slots: Sequence[EventSlot],
        seats: Sequence[tuple[str, str]],
        rooms: Sequence[str],
        linguists: Sequence[str],
        requests: Sequence[MeetingRequest],
    ) -> None:
        self.slot = {slot.key: number for number, slot in enumerate(slots)}
        self.seat = {seat: number for number, seat in enumerate(seats)}
        self.first_seat = {party: number for (party, _key), number in reversed(self.seat.items())}
        self.room = {room: number for number, room in enumerate(rooms)}
        self.linguist = {linguist: number for number, linguist in enumerate(linguists)}
        self.wanted = {request.id: number for number, request in enumerate(requests)}
        self._askers = {request.id: request.asker_id for request in requests}

    def placed(self, meeting: Meeting) -> Placed | None:
        """Return a meeting in numbers: with another of the firm's people, or fewer interpreters, where those are gone.

        ``None`` where the request, a side, the slot or the venue is gone.
        """
        known = (
            meeting.request_id in self.wanted
            and meeting.slot in self.slot
            and meeting.venue in self.room
            and {meeting.asker_id, meeting.asked_id} <= self.first_seat.keys()
        )
        if not known:
            return None
        seats = (self._seat(meeting.asker_id, meeting.asker_seat), self._seat(meeting.asked_id, meeting.asked_seat))
        # Who asks may have changed since: one said no, and took it back by asking.
        one, other = seats if self._askers[meeting.request_id] == meeting.asker_id else seats[::-1]
        return Placed(
            wanted=self.wanted[meeting.request_id],
            slot=self.slot[meeting.slot],
            room=self.room[meeting.venue],
            one=one,
            other=other,
            linguists=tuple(self.linguist[one] for one in meeting.interpreter_ids if one in self.linguist),
        )

    def _seat(self, registration_id: str, key: str) -> int:
        return self.seat.get((registration_id, key), self.first_seat[registration_id])


def comes(registration: Registration) -> bool:
    """Tell whether somebody takes meetings."""
    return registration.state is RegistrationState.REGISTERED and registration.kept_for is None


def is_must(request: MeetingRequest) -> bool:
    """Tell whether a meeting that both accepted must be, for one of them."""
    return Wish.MUST in (request.wish, request.answer)


def problem_of(gathered: Gathered, *, now: datetime, base: Sequence[Meeting] = (), fair: bool = True) -> EventProblem:
    """Return the problem as things stand at ``now``; ``base`` is the timetable to keep to.

    Slots that have begun are closed; what ``base`` has in them stays, whoever came or said no since. Its locked
    meetings stay too. Without ``fair`` breaks may differ: a timetable that people were told is not taken apart for it.
    """
    return _Building(gathered, now, base).whole(fair=fair)


class _Building:
    """One problem under way. What took place stays in it, with sides that are gone by now and seats without a slot."""

    def __init__(self, gathered: Gathered, now: datetime, base: Sequence[Meeting]) -> None:
        self.gathered = gathered
        self.event = gathered.event
        self.slots = slots_of(self.event.sessions)
        self.closed = frozenset(number for number, slot in enumerate(self.slots) if slot.starts <= now)
        begun = {self.slots[number].key for number in self.closed}
        self.base = base
        self.past = [meeting for meeting in base if meeting.slot in begun]
        met = Counter(chain.from_iterable((meeting.asker_id, meeting.asked_id) for meeting in self.past))
        self.met: Mapping[str, int] = met
        worked = {one for meeting in self.past for one in meeting.interpreter_ids}
        self.parties = [one for one in gathered.registrations if comes(one) or one.id in met]
        self.interpreters = [one for one in gathered.interpreters if not one.withdrawn or one.id in worked]
        self.party = {one.id: number for number, one in enumerate(self.parties)}
        self.seats = list(self._seats())
        self.requests = self._requests()

    def whole(self, *, fair: bool) -> EventProblem:
        """Put everything together."""
        seats = tuple((registration_id, key) for registration_id, key, _seat in self.seats)
        rooms = tuple(venue.key for venue in self.event.venues)
        linguists = tuple(one.id for one in self.interpreters)
        numbers = _Numbers(self.slots, seats, rooms, linguists, self.requests)
        laid = [(meeting, numbers.placed(meeting)) for meeting in self.base]
        stays = {meeting.id for meeting in self.past} | {meeting.id for meeting in self.base if meeting.locked}
        problem = Problem(
            slots=self._times(),
            parties=tuple(map(self._party, self.parties)),
            seats=tuple(seat for _registration_id, _key, seat in self.seats),
            rooms=tuple(map(self._room, self.event.venues)),
            linguists=tuple(map(self._linguist, self.interpreters)),
            wanted=tuple(map(self._wanted, self.requests)),
            relay=self.event.relay,
            fairness=self.event.fairness if fair else None,
            locked=tuple(one for meeting, one in laid if one is not None and meeting.id in stays),
            keep=tuple(one for _meeting, one in laid if one is not None),
            closed=self.closed,
        )
        return EventProblem(
            gathered=self.gathered,
            problem=problem,
            slots=self.slots,
            parties=tuple(one.id for one in self.parties),
            seats=seats,
            rooms=rooms,
            linguists=linguists,
            wanted=tuple(one.id for one in self.requests),
            lost=tuple(meeting for meeting, one in laid if one is None),
        )

    def _times(self) -> tuple[SlotTime, ...]:
        if not self.slots:
            return ()
        zone = ZoneInfo(self.event.zone)
        sessions = {session.key: number for number, session in enumerate(self.event.sessions)}
        midnight = self.slots[0].starts.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        first = self.slots[0].starts.astimezone(zone).date()
        return tuple(
            SlotTime(
                session=sessions[slot.session],
                day=(slot.starts.astimezone(zone).date() - first).days,
                starts=(slot.starts - midnight) // _MINUTE,
                ends=(slot.ends - midnight) // _MINUTE,
            )
            for slot in self.slots
        )

    def _party(self, registration: Registration) -> Party:
        """Return a firm; that it had more meetings by now than it wants breaks no rule."""
        least, most = registration.least_meetings, registration.most_meetings
        return Party(
            least=self.event.least_meetings if least is None else least,
            most=max(self.event.most_meetings if most is None else most, self.met.get(registration.id, 0)),
            sits=registration.side is self.event.sits,
        )

    def _seats(self) -> Iterator[tuple[str, str, Seat]]:
        """Yield who of each firm can be in one meeting at a time, and who was in one."""
        sat: dict[str, dict[str, None]] = defaultdict(dict)
        for meeting in self.past:
            sat[meeting.asker_id][meeting.asker_seat] = None
            sat[meeting.asked_id][meeting.asked_seat] = None
        for number, registration in enumerate(self.parties):
            found = dict(self._seats_now(registration)) if comes(registration) else {}
            for key in sat[registration.id]:
                found.setdefault(key, (_languages(registration), frozenset()))
            for key, (languages, slots) in found.items():
                yield registration.id, key, Seat(party=number, languages=languages, slots=slots)

    def _seats_now(self, registration: Registration) -> Iterator[tuple[str, tuple[frozenset[str], frozenset[int]]]]:
        there = {
            one.key: (frozenset(one.languages), attendee_slots(one, registration.presences, self.slots))
            for one in registration.attendees
        }
        if registration.splits and there:
            yield from there.items()
        elif there:
            yield WHOLE_FIRM, _together(list(there.values()), self.closed)
        else:
            gone = attendee_slots(_NOBODY, registration.presences, self.slots)
            yield WHOLE_FIRM, (_languages(registration), gone)

    def _room(self, venue: Venue) -> Room:
        used = {
            session.key
            for session in self.event.sessions
            if (not venue.sessions or session.key in venue.sessions)
            and (not session.kinds or venue.kind in session.kinds)
        }
        whose = self.party.get(venue.registration_id) if venue.registration_id else None
        shut = venue.registration_id is not None and whose is None
        slots = () if shut else (number for number, slot in enumerate(self.slots) if slot.session in used)
        return Room(slots=frozenset(slots), capacity=venue.seats, travel=venue.travel_minutes, party=whose)

    def _linguist(self, interpreter: Interpreter) -> Linguist:
        return Linguist(
            pairs=frozenset((min(pair), max(pair)) for pair in interpreter.pairs),
            slots=frozenset() if interpreter.withdrawn else interpreter_slots(interpreter, self.slots),
            trades=frozenset(interpreter.concepts),
            most_minutes=interpreter.most_minutes,
            rest_minutes=interpreter.rest_minutes,
            cost=int(interpreter.cost or 0),
            apart=frozenset(self.party[one] for one in interpreter.apart_from if one in self.party),
        )

    def _requests(self) -> list[MeetingRequest]:
        """Return what both accepted and can still be, and what took place."""
        held = {meeting.request_id for meeting in self.past}
        there = {one.id for one in self.parties if comes(one)}
        return [
            one
            for one in self.gathered.requests
            if one.id in held or (one.state is RequestState.ACCEPTED and {one.asker_id, one.asked_id} <= there)
        ]

    def _wanted(self, request: MeetingRequest) -> Wanted:
        return Wanted(
            one=self.party[request.asker_id],
            other=self.party[request.asked_id],
            must=is_must(request),
            weight=_WANT + min(max(request.score, 0), _BEST_SCORE) // _WANT,
            trades=frozenset(request.concepts),
        )


def _languages(registration: Registration) -> frozenset[str]:
    spoken = chain.from_iterable(one.languages for one in registration.attendees)
    return frozenset(spoken) or frozenset({registration.language})


def _together(
    people: Sequence[tuple[frozenset[str], frozenset[int]]], closed: frozenset[int]
) -> tuple[frozenset[str], frozenset[int]]:
    """Return the languages and slots of people who sit in every meeting together.

    A meeting may count on a language only while somebody is there who speaks it. Of the sets of languages that are
    spoken in a slot, the one that makes most of languages and slots is taken, and the firm is there while it is spoken.
    """
    spoken: dict[int, frozenset[str]] = defaultdict(frozenset)
    for languages, slots in people:
        for slot in slots:
            spoken[slot] |= languages
    to_come = {slot: languages for slot, languages in spoken.items() if slot not in closed} or dict(spoken)
    best: tuple[frozenset[str], frozenset[int]] = (frozenset().union(*(one for one, _ in people)), frozenset())
    for candidate in dict.fromkeys(to_come[slot] for slot in sorted(to_come)):
        slots = frozenset(slot for slot, languages in spoken.items() if candidate <= languages)
        if len(candidate) * len(slots - closed) > len(best[0]) * len(best[1] - closed):
            best = (candidate, slots)
    return best
