"""The bytes of a Word document come in, its paragraphs and tables go out as lines."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from lxml import etree

from nhipcau.facts.errors import DocumentRefused

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_MOST_ENTRIES: Final = 5_000
_LARGEST_TEXT: Final = 64 * 1024 * 1024
_LARGEST_TOTAL: Final = 256 * 1024 * 1024
_STEEPEST: Final = 100
_SMALL: Final = 4 * 1024 * 1024
_BROKEN: Final = (
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    etree.LxmlError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
_UNTITLED: Final = {"Word Document"}


def docx_text(data: bytes) -> tuple[str, str]:
    """Return the text and the title.

    Raises ``DocumentRefused``: "error.archive-too-large" before anything is unpacked, "error.file-unreadable".
    """
    import docx  # noqa: PLC0415 -- heavy, loaded on first use
    from docx.opc.exceptions import OpcError  # noqa: PLC0415

    try:
        _refuse_bombs(data)
        document = docx.Document(io.BytesIO(data))
        text = "\n".join(_lines(document.iter_inner_content()))
        title = document.core_properties.title
    except (OpcError, *_BROKEN) as broken:
        raise DocumentRefused("error.file-unreadable") from broken
    return text, "" if title in _UNTITLED else title


def _refuse_bombs(data: bytes) -> None:
    """Look at the sizes that the archive declares; no entry can be read beyond its own."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    text = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    steep = text > _SMALL and text > _STEEPEST * len(data)
    if len(entries) > _MOST_ENTRIES or total > _LARGEST_TOTAL or text > _LARGEST_TEXT or steep:
        raise DocumentRefused("error.archive-too-large")


def _lines(blocks: Iterator[Paragraph | Table]) -> Iterator[str]:
    from docx.text.paragraph import Paragraph  # noqa: PLC0415 -- heavy, loaded on first use

    for block in blocks:
        yield from block.text.splitlines() if isinstance(block, Paragraph) else _rows(block)


def _rows(table: Table) -> Iterator[str]:
    """Return one line a row; a cell that spans columns is named once."""
    for row in table.rows:
        cells = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)
        yield "\t".join(cells)
