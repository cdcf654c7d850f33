"""To be filled."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.programme.arguments import CommitmentQuestion
from nhipcau.programme.office import Office
from nhipcau.programme.views import CommitmentRow, Page


def commitment_list(office: Office, actor: Actor, **wanted: Unpack[CommitmentQuestion]) -> Page[CommitmentRow]:
    """Return commitments."""
    raise NotImplementedError
