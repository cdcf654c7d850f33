"""Who acts: a signed-in person with a role comes in with every verb."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person of the office or of a partner may be."""

    ADMINISTRATOR = "administrator"
    OFFICER = "officer"
    ADVISER = "adviser"
    ENTERPRISE = "enterprise"
    VIEWER = "viewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The person (or the command line) on whose behalf a verb runs.

    ``organisation_id`` ties an enterprise user to the one organisation it speaks for. Who comes to an event by a secret
    address, without an account, is an enterprise user of no organisation; ``attends`` is the one registration, or
    interpreter, that the address belongs to ("" for the open form).
    """

    id: str
    name: str
    role: Role
    organisation_id: str | None = None
    language: str = "vi"
    attends: str | None = None
