"""The bytes of a MiniZinc data file of the classic meeting problem come in; the problem goes out.

The format is that of the published instances (Bofill et al., JAIR 2022): scalars ``nBusiness``, ``nMeetings``,
``nTables``, ``nTotalSlots``, ``nMorningSlots``; ``requested`` as rows of participant, participant, session; and, where
they are there, ``forbidden`` (a set of slots a participant), ``fixed`` (a slot a meeting, 0: none) and ``precedences``
(for each meeting the set of those that come before it). All count from 1; 0 in a set stands for nothing.
"""

from __future__ import annotations

import re
from typing import Final

from nhipcau.facts.errors import BadInput
from nhipcau.facts.scheduling import Classic

_LARGEST: Final = 16 * 1024 * 1024
_MOST: Final = {"nBusiness": 20_000, "nMeetings": 100_000, "nTables": 100_000, "nTotalSlots": 2_000}
_COMMENT: Final = re.compile(r"%[^\n]*")
_ASSIGNED: Final = re.compile(r"([A-Za-z_]\w*)\s*=\s*([^;]*);")
_NUMBER: Final = re.compile(r"\d{1,9}")
_SET: Final = re.compile(r"\{([^{}]*)\}")


def read_dzn(data: bytes) -> Classic:
    """Return the problem; raises ``BadInput`` ("error.dzn-...") where the bytes are none."""
    if len(data) > _LARGEST:
        raise BadInput("error.dzn-too-large", most=_LARGEST // (1024 * 1024))
    try:
        text = _COMMENT.sub("", data.decode("utf-8"))
    except UnicodeDecodeError as failed:
        raise BadInput("error.dzn-not-text") from failed
    return _Read(dict(_ASSIGNED.findall(text))).problem()


class _Read:
    """The values of a file by name, as text."""

    def __init__(self, values: dict[str, str]) -> None:
        self._values = values
        self._participants = self._scalar("nBusiness")
        self._count = self._scalar("nMeetings")
        self._slots = self._scalar("nTotalSlots")

    def problem(self) -> Classic:
        """Put the problem together."""
        morning = self._scalar("nMorningSlots") if "nMorningSlots" in self._values else self._slots
        if morning > self._slots:
            raise BadInput("error.dzn-value", name="nMorningSlots")
        return Classic(
            participants=self._participants,
            slots=self._slots,
            morning=morning,
            tables=self._scalar("nTables"),
            meetings=self._meetings(),
            forbidden=tuple(frozenset(slots) for slots in self._sets("forbidden", self._participants, self._slots)),
            fixed=self._fixed(),
            precedences=tuple(
                (before, after)
                for after, earlier in enumerate(self._sets("precedences", self._count, self._count))
                for before in earlier
            ),
        )

    def _scalar(self, name: str) -> int:
        value = self._values.get(name, "").strip()
        if not _NUMBER.fullmatch(value) or int(value) > _MOST.get(name, 2_000):
            raise BadInput("error.dzn-value", name=name)
        return int(value)

    def _meetings(self) -> tuple[tuple[int, int, int], ...]:
        numbers = self._numbers("requested", 3 * self._count)
        found = []
        for at in range(0, len(numbers), 3):
            one, other, session = numbers[at : at + 3]
            known = 1 <= one <= self._participants and 1 <= other <= self._participants
            if not known or one == other or session not in (1, 2, 3):
                raise BadInput("error.dzn-meeting", number=at // 3 + 1)
            found.append((one - 1, other - 1, session))
        return tuple(found)

    def _fixed(self) -> tuple[tuple[int, int], ...]:
        if "fixed" not in self._values:
            return ()
        slots = self._numbers("fixed", self._count)
        if any(slot > self._slots for slot in slots):
            raise BadInput("error.dzn-value", name="fixed")
        return tuple((meeting, slot - 1) for meeting, slot in enumerate(slots) if slot)

    def _sets(self, name: str, length: int, highest: int) -> list[list[int]]:
        """Return one sorted list of numbers from 0 a set; none at all where the file has no such name."""
        if name not in self._values:
            return []
        found = []
        for inside in _SET.findall(self._values[name]):
            numbers = sorted({int(number) for number in _NUMBER.findall(inside)} - {0})
            if numbers and numbers[-1] > highest:
                raise BadInput("error.dzn-value", name=name)
            found.append([number - 1 for number in numbers])
        if len(found) != length:
            raise BadInput("error.dzn-length", name=name, found=len(found), wanted=length)
        return found

    def _numbers(self, name: str, length: int) -> list[int]:
        numbers = [int(number) for number in _NUMBER.findall(self._values.get(name, ""))]
        if len(numbers) != length:
            raise BadInput("error.dzn-length", name=name, found=len(numbers), wanted=length)
        return numbers
