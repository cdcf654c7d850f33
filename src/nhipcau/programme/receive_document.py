"""To be filled."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.programme.arguments import AboutDocument
from nhipcau.programme.office import Office
from nhipcau.programme.views import Received


def receive_document(
    office: Office, actor: Actor, data: bytes, *, name: str, **about: Unpack[AboutDocument]
) -> Received:
    """Take a file in: extract, fingerprint, read, split into drafts, propose same agreements."""
    raise NotImplementedError
