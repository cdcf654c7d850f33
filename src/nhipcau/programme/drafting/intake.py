"""A received text comes in; its document and drafts are stored once and go out, or the known document does."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from nhipcau.engine.read.read import read_document
from nhipcau.facts.actor import Actor
from nhipcau.facts.document import Document
from nhipcau.facts.draft import Draft, DraftState
from nhipcau.facts.errors import Conflict, DocumentRefused, Unavailable
from nhipcau.facts.message import Message
from nhipcau.facts.reading import Reading
from nhipcau.language.text import normalise
from nhipcau.programme.arguments import AboutDocument
from nhipcau.programme.drafting.proposals import propose
from nhipcau.programme.drafting.second_opinion import with_second_opinion
from nhipcau.programme.drafting.values import drafts_of
from nhipcau.programme.forms import Form, storable
from nhipcau.programme.office import Office
from nhipcau.programme.ports import Extracted, Unit
from nhipcau.programme.views import Received
from nhipcau.programme.work import Work, work

_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bytes as received with their text, and what is known of them."""

    data: bytes
    extracted: Extracted
    name: str
    address: str | None
    published: str | None
    title: str
    demo: bool

    @property
    def sha256(self) -> str:
        """Return the fingerprint of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def about(said: AboutDocument, *, name: str, actor: Actor) -> tuple[str | None, str | None, str]:
    """Return address, publication date and title, or raise ``InvalidFields``."""
    form = Form(actor.language)
    address = form.address("address", said.get("address"))
    published = form.edtf("published", said.get("published"))
    title = form.text("title", said.get("title"), longest=_LONGEST_TITLE)
    form.text("name", name, longest=_LONGEST_TITLE)
    form.check()
    return address, published, title


def text_fingerprint(text: str) -> str:
    """Return the fingerprint of a text: the same words with other blanks between them have the same one."""
    words = " ".join(normalise(text).text.split())
    return hashlib.sha256(words.encode()).hexdigest()


def known_document(office: Office, sha256: str) -> Received | None:
    """Return the document of these bytes with its drafts where the office has it."""
    with office.store.unit() as unit:
        return _known(unit, unit.documents.by_sha256(sha256))


def take_in(office: Office, actor: Actor, verb: str, source: Source) -> Received:
    """Read a text and store document and drafts in one unit; a known text is returned as it is.

    The reading happens before the unit opens, so that nobody waits for it.
    """
    text = storable(source.extracted.text)
    if not text.strip():
        raise DocumentRefused("error.file-empty", name=source.name)
    if len(text) > office.limits.longest_text:
        raise DocumentRefused("error.text-too-long", limit=office.limits.longest_text, length=len(text))
    known = _known_text(office, text)
    if known:
        return known
    published = source.published or source.extracted.published
    reading, warnings = _read(office, text, published)
    try:
        with work(office, actor, verb) as opened:
            # Somebody may have sent the same text while this one was read.
            known = _known(opened.unit, opened.unit.documents.by_text_sha256(text_fingerprint(text)))
            if known:
                return known
            stored = _store(opened, source, reading, text=text, published=published)
    except Conflict:
        known = known_document(office, source.sha256)
        if known is None:
            raise
        return known
    return replace(stored, warnings=(*source.extracted.warnings, *warnings))


def _known_text(office: Office, text: str) -> Received | None:
    with office.store.unit() as unit:
        return _known(unit, unit.documents.by_text_sha256(text_fingerprint(text)))


def _known(unit: Unit, document: Document | None) -> Received | None:
    if document is None:
        return None
    return Received(document=document, drafts=tuple(unit.drafts.of_document(document.id)), already_known=True)


def _read(office: Office, text: str, published: str | None) -> tuple[Reading, tuple[Message, ...]]:
    """Return the reading, with the second reader's dissent where there is one and it answers."""
    reading = read_document(text, published=published)
    warnings = [Message("warning.language-unknown")] if reading.language == "und" else []
    if office.second_reader is not None:
        try:
            second = office.second_reader.read(text, published=published)
        except Unavailable:
            warnings.append(Message("warning.second-reader-unavailable"))
        else:
            reading = with_second_opinion(reading, second, text)
    return reading, tuple(warnings)


def _store(opened: Work, source: Source, reading: Reading, *, text: str, published: str | None) -> Received:
    office = opened.office
    office.files.put(source.data)
    document = opened.add(
        Document(
            id=office.ids.new(),
            title=_title(source, text),
            text=text,
            language=reading.language,
            media_type=source.extracted.media_type,
            sha256=source.sha256,
            text_sha256=text_fingerprint(text),
            size=len(source.data),
            received_at=opened.at,
            received_by=opened.actor.name,
            file_name=source.name,
            address=source.address,
            published=published or (reading.published.value if reading.published else None),
            demo=source.demo,
        )
    )
    drafts = tuple(opened.add(draft) for draft in _drafts(opened, document, reading))
    return Received(document=document, drafts=drafts)


def _drafts(opened: Work, document: Document, reading: Reading) -> list[Draft]:
    drafts = []
    for position, (list_, values) in enumerate(drafts_of(reading)):
        draft = Draft(
            id=opened.office.ids.new(),
            document_id=document.id,
            position=position,
            list=list_,
            state=DraftState.OPEN,
            values=values,
            created_at=opened.at,
            demo=document.demo,
            reader=reading.reader,
        )
        drafts.append(replace(draft, proposal=propose(opened.unit, draft)))
    return drafts


def _title(source: Source, text: str) -> str:
    """Return the title given, else the file's own, else the first line of the text."""
    first_line = text.strip().splitlines()[0].strip()
    title = source.title or storable(source.extracted.title).strip() or first_line or source.name
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"
