"""To be filled."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.programme.arguments import AboutDocument
from nhipcau.programme.office import Office
from nhipcau.programme.views import Received


def receive_text(office: Office, actor: Actor, text: str, **about: Unpack[AboutDocument]) -> Received:
    """Take a pasted text in, like ``receive_document``."""
    raise NotImplementedError
