"""A classic problem comes in; the slots that are left for each meeting go out, or that one has none."""

from __future__ import annotations

from nhipcau.facts.scheduling import Classic


def open_slots(problem: Classic) -> list[list[int]]:
    """Return the slots in which each meeting may lie by session, fixed slot and what is forbidden to its two."""
    forbidden = [*problem.forbidden, *([frozenset[int]()] * (problem.participants - len(problem.forbidden)))]
    found = []
    for one, other, session in problem.meetings:
        first = problem.morning if session == 2 else 0
        last = problem.morning if session == 1 else problem.slots
        closed = forbidden[one] | forbidden[other]
        found.append([slot for slot in range(first, last) if slot not in closed])
    for meeting, slot in problem.fixed:
        found[meeting] = [slot] if slot in found[meeting] else []
    return found


def propagated(problem: Classic, domains: list[list[int]]) -> list[list[int]] | None:
    """Return the domains without slots that a precedence rules out, or ``None`` where a meeting has none left.

    Bounds are carried along the precedences until nothing changes; a circle of precedences empties its meetings.
    """
    kept = [list(domain) for domain in domains]
    if not all(kept):
        return None
    changed = True
    while changed:
        changed = False
        for before, after in problem.precedences:
            earlier = [slot for slot in kept[before] if slot < kept[after][-1]]
            if not earlier:
                return None
            later = [slot for slot in kept[after] if slot > earlier[0]]
            if not later:
                return None
            changed |= len(earlier) < len(kept[before]) or len(later) < len(kept[after])
            kept[before], kept[after] = earlier, later
    return kept
