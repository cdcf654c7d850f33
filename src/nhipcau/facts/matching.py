"""What matching says of a need and an offer: how well they fit, why, and what is missing. Values alone."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from nhipcau.facts.market import Attribute, Requirement
from nhipcau.facts.message import Message


class Standing(StrEnum):
    """How an offer stands to one requirement; what is not stated is never "unmet"."""

    MET = "met"
    UNMET = "unmet"
    NOT_STATED = "not-stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One requirement held against one offer; ``found`` is the statement of the offer that decided it.

    ``distance`` is in kilometres, where the requirement asks for one.
    """

    requirement: Requirement
    standing: Standing
    found: Attribute | None = None
    distance: Decimal | None = None


TOPIC_PARTS = frozenset({"concept", "wording", "words"})
"""The codes of the parts of a score that say whether it is the right thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One summand of a score, in points, and the sentence that says what it is for."""

    code: str
    points: int
    said: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A need and an offer that belong together; ``score`` is the sum of its parts.

    A near miss (``near``) is the right thing that fails at least one must: it is never mixed with matches.
    """

    need: str
    offer: str
    score: int
    near: bool
    parts: tuple[Part, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def topic(self) -> int:
        """Return the points for being the right thing, requirements apart."""
        return sum(part.points for part in self.parts if part.code in TOPIC_PARTS)

    @property
    def gaps(self) -> tuple[Check, ...]:
        """Return the requirements that are not met, musts before wishes."""
        missed = [check for check in self.checks if check.standing is Standing.UNMET]
        return tuple(sorted(missed, key=lambda check: not check.requirement.must))

    @property
    def open_questions(self) -> tuple[Check, ...]:
        """Return the requirements of which the offer says nothing."""
        return tuple(check for check in self.checks if check.standing is Standing.NOT_STATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The offers for one need (or the needs for one offer): matches and near misses apart, each best first.

    ``notes`` say what the reader must know: that no concept was found and words alone were compared, that the
    requirements contradict one another, or, with no match, why there is none.
    """

    asked: str
    matches: tuple[Fit, ...] = ()
    near_misses: tuple[Fit, ...] = ()
    notes: tuple[Message, ...] = ()
