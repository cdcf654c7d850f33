"""Nothing comes in; the bytes of small files go out: documents, and things that only look like one."""

from __future__ import annotations

import io
import zipfile

import docx
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
VIETNAMESE = "Ngày 26/11/2021, Trung tâm IDC và Viện KICET ký biên bản ghi nhớ hợp tác về vật liệu."
KOREAN = "산업개발센터와 한국세라믹기술원은 26일 소재 분야 업무협약을 체결했다."


def word_document(*, title: str = "Biên bản") -> bytes:
    """Return a Word document with two paragraphs around a table."""
    document = docx.Document()
    document.core_properties.title = title
    document.add_paragraph(VIETNAMESE)
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Bên A", "IDC", "Hà Nội"), strict=True):
        cell.text = text
    merged = table.add_row().cells
    merged[0].merge(merged[1]).text = "Bên B"
    merged[2].text = "KICET"
    document.add_paragraph(KOREAN)
    return saved(document)


def saved(document: object) -> bytes:
    """Return the bytes of anything with a ``save`` or ``write`` method."""
    stream = io.BytesIO()
    (getattr(document, "save", None) or document.write)(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def bomb() -> bytes:
    """Return a small archive whose one text unpacks to 80 megabytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<w>" + b" " * (80 * 1024 * 1024))
    return stream.getvalue()


def pdf(text: str = "", *, pages: int = 1, password: str | None = None) -> bytes:
    """Return a PDF whose pages all say ``text`` (plain letters); without text they are empty, like scanned ones."""
    writer = PdfWriter()
    for _ in range(pages):
        page = writer.add_blank_page(200, 200)
        if text:
            _write(writer, page, text)
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    return saved(writer)


def _write(writer: PdfWriter, page: DictionaryObject, text: str) -> None:
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 10 100 Td ({text}) Tj ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)
