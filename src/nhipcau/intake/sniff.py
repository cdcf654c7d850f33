"""Bytes come in, what they are goes out: judged by the content alone, never by a name."""

from __future__ import annotations

import io
import zipfile
from typing import Final

PDF: Final = "application/pdf"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP: Final = "application/zip"
HTML: Final = "text/html"
PLAIN: Final = "text/plain"
BINARY: Final = "application/octet-stream"

_HEAD = 1024
_SAMPLE = 65_536
_SIGNATURES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"RIFF", "audio/x-riff"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "application/ogg"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!", "application/vnd.rar"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"\x7fELF", "application/x-executable"),
    (b"MZ\x90", "application/x-msdownload"),
    (b"{\\rtf", "application/rtf"),
    (b"%!PS", "application/postscript"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
)
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
# Tab, line feed, vertical tab, form feed, carriage return, escape (ISO-2022-KR) and shifts are found in texts.
_TEXT_CONTROLS: Final = frozenset({0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F, 0x1A, 0x1B})
_CONTROL_SHARE: Final = 0.02
_ZERO_SHARE: Final = 0.25


def media_type(data: bytes) -> str:
    """Return the media type; ``text/plain`` for every text (whether it is HTML is seen once it is decoded)."""
    if b"%PDF-" in data[:_HEAD]:
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _archive(data)
    if data.startswith(_UTF16_MARKS):
        return PLAIN
    signed = next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), None)
    if signed and not _reads_as_text(data):
        return signed
    if data[4:8] == b"ftyp":
        return "video/mp4"
    return PLAIN if _reads_as_text(data) else BINARY


def _archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError):
        return ZIP
    return DOCX if "word/document.xml" in names else ZIP


def _reads_as_text(data: bytes) -> bool:
    """Tell whether hardly any control character is in the sample; UTF-16 without its mark has zeros on one side."""
    sample = data[:_SAMPLE]
    zeros = sample.count(0)
    if zeros:
        return _is_bare_utf16(sample, zeros)
    controls = sum(sample.count(code) for code in range(0x20) if code not in _TEXT_CONTROLS)
    return controls <= _CONTROL_SHARE * len(sample) and not sample.startswith(b"{\\rtf")


def _is_bare_utf16(sample: bytes, zeros: int) -> bool:
    sides = sample[0::2].count(0), sample[1::2].count(0)
    return min(sides) == 0 and zeros > _ZERO_SHARE * len(sample) / 2 and len(sample) % 2 == 0
