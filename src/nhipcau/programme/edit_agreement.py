"""To be filled."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.agreement import Agreement
from nhipcau.programme.arguments import AgreementParts
from nhipcau.programme.office import Office


def edit_agreement(
    office: Office, actor: Actor, agreement_id: str, *, version: int, **parts: Unpack[AgreementParts]
) -> Agreement:
    """Set parts of an agreement right by hand."""
    raise NotImplementedError
