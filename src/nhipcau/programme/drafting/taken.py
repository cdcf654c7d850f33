"""A draft comes in; the values that a person accepted or changed go out, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from nhipcau.facts.draft import Decision, Draft, DraftValue
from nhipcau.facts.errors import InvalidFields
from nhipcau.facts.message import Message

_TAKEN = (Decision.ACCEPTED, Decision.CHANGED)


@dataclass(frozen=True, slots=True)
class Taken:
    """The values of a draft that a person took, by field."""

    values: tuple[DraftValue, ...]

    def one(self, field: str) -> DraftValue | None:
        """Return the value of a field that has one at most."""
        return next((value for value in self.values if value.field == field), None)

    def many(self, field: str) -> tuple[DraftValue, ...]:
        """Return the values of a field in their order."""
        return tuple(value for value in self.values if value.field == field)


def taken(draft: Draft) -> Taken:
    """Return what a person took; an accepted "not stated" is no value."""
    return Taken(tuple(value for value in draft.values if value.decision in _TAKEN and any(value.content.values())))


def demand_agreement(values: Taken) -> None:
    """Raise ``InvalidFields`` where the values do not make an agreement: type, status other than planned, a party."""
    mistakes = {}
    kind, status = values.one("type"), values.one("status")
    if kind is None:
        mistakes["type"] = Message("field.undecided")
    if status is None:
        mistakes["status"] = Message("field.undecided")
    elif status.content.get("status") == "planned":
        mistakes["status"] = Message("field.status-planned")
    if not values.many("party"):
        mistakes["party"] = Message("field.party-missing")
    if mistakes:
        raise InvalidFields(mistakes)
