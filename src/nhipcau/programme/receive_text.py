"""A pasted text comes in; its document and drafts go out, stored once however often the text comes."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import DocumentRefused
from nhipcau.programme.arguments import AboutDocument
from nhipcau.programme.drafting.intake import Source, about, known_document, take_in
from nhipcau.programme.forms import storable
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.ports import Extracted
from nhipcau.programme.views import Received


def receive_text(office: Office, actor: Actor, text: str, **said: Unpack[AboutDocument]) -> Received:
    """Read a pasted text and store it, like ``receive_document`` does with a file."""
    demand(actor, "document.receive")
    plain = storable(text)
    data = plain.encode()
    if not plain.strip():
        raise DocumentRefused("error.file-empty", name="")
    if len(data) > office.limits.largest_upload:
        raise DocumentRefused("error.file-too-large", name="", size=len(data), limit=office.limits.largest_upload)
    address, published, title = about(said, name="", actor=actor)
    source = Source(
        data=data,
        extracted=Extracted(text=plain),
        name="",
        address=address,
        published=published,
        title=title,
        demo=said.get("demo", False),
    )
    return known_document(office, source.sha256) or take_in(office, actor, "receive-text", source)
