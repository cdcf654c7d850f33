"""To be filled."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.programme.arguments import AgreementQuestion
from nhipcau.programme.office import Office
from nhipcau.programme.views import AgreementRow, Page


def agreement_list(office: Office, actor: Actor, **wanted: Unpack[AgreementQuestion]) -> Page[AgreementRow]:
    """Return agreements."""
    raise NotImplementedError
