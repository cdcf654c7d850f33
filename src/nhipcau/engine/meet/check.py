"""A problem and a timetable come in; each rule it breaks and what it is worth go out. It shares nothing with solvers.

Written to be read beside the docstrings of ``facts/scheduling.py``: each rule is one function, slow and plain. What a
violation's numbers are about:

- unknown (wanted): it names a slot, room, seat, interpreter or wanted meeting that there is not
- twice (wanted) · wrong-seat (wanted, seat): the seat is not of the party that is to meet
- closed (wanted, slot): past, and not locked there · locked (wanted): does not lie as it is locked
- seat-away (wanted, seat, slot) · seat-busy (wanted, wanted, seat) · seat-travel (wanted, wanted, seat)
- room-shut (wanted, room, slot) · room-not-theirs (wanted, room) · room-full (room, slot)
- no-linguist (wanted): no language is shared, and nobody there bridges it
- linguist-away (wanted, linguist, slot) · linguist-busy, linguist-travel (wanted, wanted, linguist)
- linguist-apart (wanted, linguist) · linguist-rest (linguist, first wanted, last wanted)
- most (party) · fairness (party with most breaks, party with fewest)

Of the classic problem: count · slot (meeting, slot) · session (meeting, slot) · busy (meeting, meeting, participant) ·
tables (slot) · forbidden (meeting, participant, slot) · fixed (meeting, slot) · precedence (meeting, meeting) ·
fairness (participant, participant).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

from nhipcau.facts.scheduling import Classic, Linguist, Placed, Problem, Room, SlotTime, Violation, Wanted

Days = Mapping[int, list[Placed]]
"""The meetings of each seat or interpreter, in the order of their times."""


def check(problem: Problem, placed: Sequence[Placed]) -> tuple[Violation, ...]:
    """Return every hard rule that a timetable breaks; nothing where it keeps them all."""
    unknown = tuple(Violation(code="unknown", numbers=(one.wanted,)) for one in placed if not _known(problem, one))
    if unknown:
        return unknown
    seats, linguists = _by_seat(problem, placed), _by_linguist(problem, placed)
    return tuple(
        chain(
            _meetings(problem, placed),
            _locks(problem, placed),
            _seats(problem, placed),
            _rooms(problem, placed),
            _linguists(problem, placed),
            _one_at_a_time(problem, "seat", seats),
            _one_at_a_time(problem, "linguist", linguists),
            _rests(problem, linguists),
            _most(problem, placed),
            _fair(problem, seats),
        )
    )


def aims(problem: Problem, placed: Sequence[Placed]) -> tuple[int, ...]:
    """Return what a timetable that breaks no rule is worth at every ``Level``, in their order; less is better."""
    there = {one.wanted for one in placed}
    missing = [wanted for number, wanted in enumerate(problem.wanted) if number not in there]
    held = _held(problem, placed)
    seats, linguists = _by_seat(problem, placed), _by_linguist(problem, placed)
    lies = {one.wanted: (one.slot, one.room) for one in placed}
    return (
        sum(wanted.must for wanted in missing),
        sum(max(0, party.least - held[number]) for number, party in enumerate(problem.parties)),
        sum(wanted.weight for wanted in missing if not wanted.must),
        sum(_breaks(problem, meetings, problem.seats[number].slots) for number, meetings in seats.items()),
        sum(_breaks(problem, meetings, problem.linguists[number].slots) for number, meetings in linguists.items()),
        sum(_walks(problem, meetings) for meetings in chain(seats.values(), linguists.values())),
        sum(lies.get(kept.wanted) != (kept.slot, kept.room) for kept in problem.keep),
    )


def _known(problem: Problem, one: Placed) -> bool:
    return (
        one.wanted in range(len(problem.wanted))
        and one.slot in range(len(problem.slots))
        and one.room in range(len(problem.rooms))
        and all(seat in range(len(problem.seats)) for seat in (one.one, one.other))
        and all(linguist in range(len(problem.linguists)) for linguist in one.linguists)
    )


def _meetings(problem: Problem, placed: Sequence[Placed]) -> Iterator[Violation]:
    for number, times in Counter(one.wanted for one in placed).items():
        if times > 1:
            yield Violation(code="twice", numbers=(number,))
    for one in placed:
        wanted = problem.wanted[one.wanted]
        for seat, party in ((one.one, wanted.one), (one.other, wanted.other)):
            if problem.seats[seat].party != party:
                yield Violation(code="wrong-seat", numbers=(one.wanted, seat))


def _locks(problem: Problem, placed: Sequence[Placed]) -> Iterator[Violation]:
    lying = {_as_it_lies(one) for one in placed}
    locked = {_as_it_lies(one) for one in problem.locked}
    for one in problem.locked:
        if _as_it_lies(one) not in lying:
            yield Violation(code="locked", numbers=(one.wanted,))
    for one in placed:
        if one.slot in problem.closed and _as_it_lies(one) not in locked:
            yield Violation(code="closed", numbers=(one.wanted, one.slot))


def _as_it_lies(one: Placed) -> tuple[int, int, int, int, int, frozenset[int]]:
    """Return a meeting without the order of its interpreters."""
    return one.wanted, one.slot, one.room, one.one, one.other, frozenset(one.linguists)


def _to_come(problem: Problem, placed: Sequence[Placed]) -> list[Placed]:
    """Leave out what is past and locked: that somebody is away from now on does not undo it."""
    held = {_as_it_lies(one) for one in problem.locked if one.slot in problem.closed}
    return [one for one in placed if _as_it_lies(one) not in held]


def _seats(problem: Problem, placed: Sequence[Placed]) -> Iterator[Violation]:
    for one in _to_come(problem, placed):
        for seat in (one.one, one.other):
            if one.slot not in problem.seats[seat].slots:
                yield Violation(code="seat-away", numbers=(one.wanted, seat, one.slot))


def _rooms(problem: Problem, placed: Sequence[Placed]) -> Iterator[Violation]:
    for one in _to_come(problem, placed):
        wanted, room = problem.wanted[one.wanted], problem.rooms[one.room]
        if one.slot not in room.slots:
            yield Violation(code="room-shut", numbers=(one.wanted, one.room, one.slot))
        if not _theirs(wanted, one.room, room):
            yield Violation(code="room-not-theirs", numbers=(one.wanted, one.room))
    lying: dict[int, list[int]] = defaultdict(list)
    for one in placed:
        lying[one.room].append(one.slot)
    for number, slots in lying.items():
        for slot in _overfull([problem.slots[slot] for slot in slots], problem.rooms[number].capacity):
            yield Violation(code="room-full", numbers=(number, problem.slots.index(slot)))


def _theirs(wanted: Wanted, number: int, room: Room) -> bool:
    if room.party is not None and room.party not in (wanted.one, wanted.other):
        return False
    return not wanted.rooms or number in wanted.rooms


def _overfull(times: list[SlotTime], capacity: int) -> list[SlotTime]:
    """Return the slots at whose start more meetings lie than fit: what ends then has made room."""
    begins, ends = sorted(time.starts for time in times), sorted(time.ends for time in times)
    found = []
    for slot in dict.fromkeys(times):
        begun = sum(starts <= slot.starts for starts in begins)
        over = sum(end <= slot.starts for end in ends)
        if begun - over > capacity:
            found.append(slot)
    return found


def _linguists(problem: Problem, placed: Sequence[Placed]) -> Iterator[Violation]:
    for one in _to_come(problem, placed):
        wanted = problem.wanted[one.wanted]
        working = [problem.linguists[number] for number in one.linguists]
        if not _understand(
            problem.seats[one.one].languages, problem.seats[one.other].languages, working, problem.relay
        ):
            yield Violation(code="no-linguist", numbers=(one.wanted,))
        for number, linguist in zip(one.linguists, working, strict=True):
            if one.slot not in linguist.slots:
                yield Violation(code="linguist-away", numbers=(one.wanted, number, one.slot))
            if linguist.apart & {wanted.one, wanted.other}:
                yield Violation(code="linguist-apart", numbers=(one.wanted, number))


def _understand(one: frozenset[str], other: frozenset[str], working: list[Linguist], relay: str | None) -> bool:
    """Tell whether two sides can talk: by themselves, over one interpreter, or over two and the relay language."""
    if one & other:
        return True
    if any(_bridges(linguist, one, other) for linguist in working):
        return True
    if relay is None:
        return False
    by_relay = frozenset({relay})
    return any(
        _bridges(first, one, by_relay) and _bridges(second, by_relay, other)
        for first in working
        for second in working
        if first is not second
    )


def _bridges(linguist: Linguist, one: frozenset[str], other: frozenset[str]) -> bool:
    return any((a in one and b in other) or (b in one and a in other) for a, b in linguist.pairs)


def _by_seat(problem: Problem, placed: Sequence[Placed]) -> Days:
    found: dict[int, list[Placed]] = defaultdict(list)
    for meeting in _in_time(problem, placed):
        found[meeting.one].append(meeting)
        found[meeting.other].append(meeting)
    return found


def _by_linguist(problem: Problem, placed: Sequence[Placed]) -> Days:
    found: dict[int, list[Placed]] = defaultdict(list)
    for meeting in _in_time(problem, placed):
        for linguist in meeting.linguists:
            found[linguist].append(meeting)
    return found


def _in_time(problem: Problem, placed: Sequence[Placed]) -> list[Placed]:
    return sorted(placed, key=lambda one: (problem.slots[one.slot].starts, problem.slots[one.slot].ends, one.wanted))


def _one_at_a_time(problem: Problem, who: str, meetings: Days) -> Iterator[Violation]:
    """Hold each meeting against the one before that ends last: times overlap, or the way between is too short."""
    for number, theirs in meetings.items():
        before = theirs[0]
        for after in theirs[1:]:
            between = problem.slots[after.slot].starts - problem.slots[before.slot].ends
            way = problem.rooms[before.room].travel + problem.rooms[after.room].travel
            if between < 0:
                yield Violation(code=f"{who}-busy", numbers=(before.wanted, after.wanted, number))
            elif before.room != after.room and between < way:
                yield Violation(code=f"{who}-travel", numbers=(before.wanted, after.wanted, number))
            before = max(before, after, key=lambda one: problem.slots[one.slot].ends)


def _rests(problem: Problem, meetings: Days) -> Iterator[Violation]:
    for number, theirs in meetings.items():
        linguist = problem.linguists[number]
        first = before = theirs[0]
        for after in [*theirs[1:], None]:
            if after and problem.slots[after.slot].starts - problem.slots[before.slot].ends < linguist.rest_minutes:
                before = after
                continue
            if problem.slots[before.slot].ends - problem.slots[first.slot].starts > linguist.most_minutes:
                yield Violation(code="linguist-rest", numbers=(number, first.wanted, before.wanted))
            first = before = after or before


def _held(problem: Problem, placed: Sequence[Placed]) -> Counter[int]:
    """Count the meetings of each party."""
    pairs = ((problem.wanted[one.wanted].one, problem.wanted[one.wanted].other) for one in placed)
    return Counter(chain.from_iterable(pairs))


def _most(problem: Problem, placed: Sequence[Placed]) -> Iterator[Violation]:
    for number, held in _held(problem, placed).items():
        if held > problem.parties[number].most:
            yield Violation(code="most", numbers=(number,))


def _fair(problem: Problem, seats: Days) -> Iterator[Violation]:
    if problem.fairness is None or not problem.parties:
        return
    breaks = dict.fromkeys(range(len(problem.parties)), 0)
    for number, meetings in seats.items():
        breaks[problem.seats[number].party] += _breaks(problem, meetings, problem.seats[number].slots)
    most, fewest = max(breaks, key=breaks.__getitem__), min(breaks, key=breaks.__getitem__)
    if breaks[most] - breaks[fewest] > problem.fairness:
        yield Violation(code="fairness", numbers=(most, fewest))


def _breaks(problem: Problem, meetings: list[Placed], open_slots: frozenset[int]) -> int:
    """Count the times between two meetings of one day in which a whole slot is open and nothing lies."""
    breaks = 0
    times = [problem.slots[number] for number in open_slots]
    for before, after in pairwise(problem.slots[one.slot] for one in meetings):
        idle = any(before.ends <= time.starts and time.ends <= after.starts for time in times)
        breaks += idle and before.day == after.day
    return breaks


def _walks(problem: Problem, meetings: list[Placed]) -> int:
    return sum(
        before.room != after.room and problem.slots[before.slot].day == problem.slots[after.slot].day
        for before, after in pairwise(meetings)
    )


def check_classic(problem: Classic, slots: Sequence[int], fairness: int | None) -> tuple[Violation, ...]:
    """Return every rule of the classic problem that these slots, one of each meeting, break."""
    if len(slots) != len(problem.meetings):
        return (Violation(code="count", numbers=(len(slots), len(problem.meetings))),)
    return tuple(
        chain(
            _classic_times(problem, slots),
            _classic_busy(problem, slots),
            _classic_order(problem, slots),
            _classic_fair(problem, slots, fairness),
        )
    )


def breaks_of_classic(problem: Classic, slots: Sequence[int]) -> int:
    """Return the total number of breaks: maximal runs of slots without a meeting between two of one participant."""
    return sum(_classic_breaks(problem, slots))


def _classic_times(problem: Classic, slots: Sequence[int]) -> Iterator[Violation]:
    for number, ((*pair, session), slot) in enumerate(zip(problem.meetings, slots, strict=True)):
        if slot not in range(problem.slots):
            yield Violation(code="slot", numbers=(number, slot))
        elif session != 3 and (session == 1) != (slot < problem.morning):
            yield Violation(code="session", numbers=(number, slot))
        for participant in pair:
            if problem.forbidden and slot in problem.forbidden[participant]:
                yield Violation(code="forbidden", numbers=(number, participant, slot))


def _classic_busy(problem: Classic, slots: Sequence[int]) -> Iterator[Violation]:
    at: dict[tuple[int, int], int] = {}
    for number, ((*pair, _session), slot) in enumerate(zip(problem.meetings, slots, strict=True)):
        for participant in pair:
            other = at.setdefault((participant, slot), number)
            if other != number:
                yield Violation(code="busy", numbers=(other, number, participant))
    for slot, meetings in Counter(slots).items():
        if meetings > problem.tables:
            yield Violation(code="tables", numbers=(slot,))


def _classic_order(problem: Classic, slots: Sequence[int]) -> Iterator[Violation]:
    for number, slot in problem.fixed:
        if slots[number] != slot:
            yield Violation(code="fixed", numbers=(number, slot))
    for before, after in problem.precedences:
        if slots[before] >= slots[after]:
            yield Violation(code="precedence", numbers=(before, after))


def _classic_fair(problem: Classic, slots: Sequence[int], fairness: int | None) -> Iterator[Violation]:
    breaks = _classic_breaks(problem, slots)
    if fairness is not None and breaks and max(breaks) - min(breaks) > fairness:
        yield Violation(code="fairness", numbers=(breaks.index(max(breaks)), breaks.index(min(breaks))))


def _classic_breaks(problem: Classic, slots: Sequence[int]) -> list[int]:
    own: list[list[int]] = [[] for _participant in range(problem.participants)]
    for (one, other, _session), slot in zip(problem.meetings, slots, strict=True):
        own[one].append(slot)
        own[other].append(slot)
    return [sum(after - before > 1 for before, after in pairwise(sorted(theirs))) for theirs in own]
