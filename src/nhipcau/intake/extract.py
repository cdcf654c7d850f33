"""The bytes of a file come in, its text goes out with what else the file says; or the reason why it is refused."""

from __future__ import annotations

from dataclasses import dataclass

from nhipcau.facts.errors import DocumentRefused
from nhipcau.facts.message import Message
from nhipcau.intake import sniff
from nhipcau.intake.docx import docx_text
from nhipcau.intake.html import looks_like_html, web_page
from nhipcau.intake.pdf import pdf_text
from nhipcau.intake.plain import plain_text, tidy
from nhipcau.programme.ports import Extracted

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentExtractor:
    """Reads text, HTML, PDF and Word; ``largest_file`` in bytes, ``longest_text`` in characters."""

    largest_file: int = 20 * _MEGABYTE
    longest_text: int = 2_000_000

    def extract(self, data: bytes, name: str, /) -> Extracted:
        """Return the text of the file; ``name`` is told in messages and believed in nothing.

        Raises ``DocumentRefused``: "error.file-empty", "error.file-too-large", "error.not-text",
        "error.text-too-long" and those of the formats.
        """
        self._refuse_sizes(data, name)
        try:
            found = self._extracted(data, name)
        except DocumentRefused as refused:
            raise DocumentRefused(refused.code, **{"name": name, **refused.message.params}) from refused
        if not found.text.strip():
            raise DocumentRefused("error.file-empty", name=name)
        if len(found.text) > self.longest_text:
            raise DocumentRefused("error.text-too-long", name=name, limit=self.longest_text, length=len(found.text))
        return found

    def _refuse_sizes(self, data: bytes, name: str) -> None:
        if not data:
            raise DocumentRefused("error.file-empty", name=name)
        if len(data) > self.largest_file:
            raise DocumentRefused("error.file-too-large", name=name, size=len(data), limit=self.largest_file)

    def _extracted(self, data: bytes, name: str) -> Extracted:
        kind = sniff.media_type(data)
        if kind == sniff.PDF:
            return _found(*pdf_text(data, longest=self.longest_text), kind)
        if kind == sniff.DOCX:
            return _found(*docx_text(data), kind)
        if kind != sniff.PLAIN:
            raise DocumentRefused("error.not-text", name=name, media_type=kind)
        return _text(data)


def _text(data: bytes) -> Extracted:
    decoded = plain_text(data)
    repaired = (Message("warning.encoding-repaired", {"encoding": decoded.encoding}),) if decoded.repaired else ()
    if not looks_like_html(decoded.text):
        return _found(decoded.text, "", sniff.PLAIN, warnings=repaired)
    page = web_page(decoded.text)
    return _found(page.text, page.title, sniff.HTML, published=page.published, warnings=repaired)


def _found(
    text: str, title: str, kind: str, *, published: str | None = None, warnings: tuple[Message, ...] = ()
) -> Extracted:
    return Extracted(
        text=tidy(text),
        title=" ".join(tidy(title).split()),
        media_type=kind,
        published=published,
        warnings=warnings,
    )
