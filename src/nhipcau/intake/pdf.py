"""The bytes of a PDF come in, its pages' text goes out."""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from nhipcau.facts.errors import DocumentRefused

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES: Final = 1000
# What a reader of a hostile format stumbles over, besides its own errors.
_BROKEN: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)

# It tells of every flaw that it reads around.
logging.getLogger("pypdf").setLevel(logging.ERROR)


def pdf_text(data: bytes, *, longest: int) -> tuple[str, str]:
    """Return the text of all pages and the title, at most ``longest`` characters more or less.

    Raises ``DocumentRefused``: "error.pdf-encrypted", "error.pdf-no-text" (pictures of pages only),
    "error.pdf-too-many-pages", "error.file-unreadable".
    """
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415 -- heavy, loaded on first use

    try:
        reader = _opened(data)
        text = "\n\n".join(_pages(reader, longest)).strip()
        title = str((reader.metadata.title if reader.metadata else "") or "")
    except DependencyError as locked:
        raise DocumentRefused("error.pdf-encrypted") from locked
    except (PyPdfError, *_BROKEN) as broken:
        raise DocumentRefused("error.file-unreadable") from broken
    if not any(letter.isalpha() for letter in text):
        raise DocumentRefused("error.pdf-no-text")
    return text, title


def _opened(data: bytes) -> PdfReader:
    from pypdf import PdfReader  # noqa: PLC0415 -- heavy, loaded on first use

    reader = PdfReader(io.BytesIO(data), strict=False)
    # Many are locked against printing only, with an empty password.
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentRefused("error.pdf-encrypted")
    if len(reader.pages) > _MOST_PAGES:
        raise DocumentRefused("error.pdf-too-many-pages", pages=len(reader.pages), most=_MOST_PAGES)
    return reader


def _pages(reader: PdfReader, longest: int) -> Iterator[str]:
    read = 0
    for page in reader.pages:
        text = page.extract_text()
        read += len(text)
        yield text
        if read > longest:
            return
