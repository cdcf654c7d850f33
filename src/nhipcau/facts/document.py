"""A source as it was received: its bytes' fingerprint, its text, where and when it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of the office.

    ``text`` is what the reader read; spans count its code points. ``sha256`` is the fingerprint of
    the bytes received, ``text_sha256`` that of the text. ``published`` is an EDTF date or ``None``.
    """

    id: str
    title: str
    text: str
    language: str
    media_type: str
    sha256: str
    text_sha256: str
    size: int
    received_at: datetime
    received_by: str
    file_name: str = ""
    address: str | None = None
    published: str | None = None
    demo: bool = False
    version: int = 1
