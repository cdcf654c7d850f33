"""A file's bytes come in; its document and drafts go out, stored once however often the file comes."""

from __future__ import annotations

import hashlib
from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import DocumentRefused
from nhipcau.programme.arguments import AboutDocument
from nhipcau.programme.drafting.intake import Source, about, known_document, take_in
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.views import Received


def receive_document(
    office: Office, actor: Actor, data: bytes, *, name: str, **said: Unpack[AboutDocument]
) -> Received:
    """Extract a file's text, read it, and store it with one draft an agreement, each with a proposal where one fits.

    The same bytes, or the same text in another file, are the known document: it is returned and nothing is stored.
    Raises ``DocumentRefused`` for what cannot be read as a document and ``InvalidFields`` for what is said about it.
    """
    demand(actor, "document.receive")
    if not data:
        raise DocumentRefused("error.file-empty", name=name)
    if len(data) > office.limits.largest_upload:
        raise DocumentRefused("error.file-too-large", name=name, size=len(data), limit=office.limits.largest_upload)
    address, published, title = about(said, name=name, actor=actor)
    known = known_document(office, hashlib.sha256(data).hexdigest())
    if known:
        return known
    source = Source(
        data=data,
        extracted=office.extract.extract(data, name),
        name=name,
        address=address,
        published=published,
        title=title,
        demo=said.get("demo", False),
    )
    return take_in(office, actor, "receive-document", source)
