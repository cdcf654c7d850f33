"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.views import AgreementView


def agreement_page(office: Office, actor: Actor, agreement_id: str) -> AgreementView:
    """Return one agreement."""
    raise NotImplementedError
