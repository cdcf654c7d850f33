"""From bytes to text, and clear refusals."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.facts.errors import DocumentRefused
from nhipcau.intake.extract import DocumentExtractor
from tests.intake import files

EXTRACTOR = DocumentExtractor(largest_file=1_000_000, longest_text=10_000)


def _refused(data: bytes, name: str = "tin.txt") -> DocumentRefused:
    with pytest.raises(DocumentRefused) as refused:
        EXTRACTOR.extract(data, name)
    assert refused.value.message.params["name"] == name
    return refused.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("text", [files.VIETNAMESE, files.KOREAN])
def test_reads_a_text_in_any_unicode_encoding(text: str, encoding: str) -> None:
    found = EXTRACTOR.extract(text.encode(encoding), "tin.txt")
    assert (found.text, found.media_type) == (text, "text/plain")


def test_reads_a_korean_text_in_its_old_encoding() -> None:
    assert EXTRACTOR.extract(files.KOREAN.encode("cp949"), "x").text == files.KOREAN


def test_gives_every_text_plain_line_ends() -> None:
    text = EXTRACTOR.extract(f"{files.VIETNAMESE}\r\nhai\rba\u2028bốn\x07".encode(), "x").text
    assert text == f"{files.VIETNAMESE}\nhai\nba\nbốn"


def test_reads_a_word_document_in_its_order() -> None:
    found = EXTRACTOR.extract(files.word_document(), "bien-ban.docx")
    assert found.text.split("\n") == [files.VIETNAMESE, "Bên A\tIDC\tHà Nội", "Bên B\tKICET", files.KOREAN]
    assert found.title == "Biên bản"


def test_reads_a_pdf() -> None:
    found = EXTRACTOR.extract(files.pdf("IDC and KICET signed", pages=2), "scan.pdf")
    assert found.text.split() == ["IDC", "and", "KICET", "signed"] * 2
    assert found.media_type == "application/pdf"


def test_reads_a_pdf_that_is_locked_against_printing_only() -> None:
    assert EXTRACTOR.extract(files.pdf("signed", password=""), "x.pdf").text == "signed"


def test_judges_by_content_and_not_by_name() -> None:
    assert EXTRACTOR.extract(files.pdf("signed"), "tin.txt").media_type == "application/pdf"
    assert EXTRACTOR.extract(files.VIETNAMESE.encode(), "tin.pdf").media_type == "text/plain"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "error.file-empty"),
        (b"  \r\n\t ", "error.file-empty"),
        (b"\x00\x00\x00", "error.not-text"),
        (b"a" * 1_000_001, "error.file-too-large"),
        (b"a " * 10_000, "error.text-too-long"),
        (files.PNG, "error.not-text"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "error.not-text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "error.not-text"),
        (b"MZ\x90\x00" + bytes(range(256)), "error.not-text"),
        (b"{\\rtf1 hello}", "error.not-text"),
        (b"PK\x03\x04 broken", "error.not-text"),
        (b"PK\x05\x06" + bytes(18), "error.not-text"),
        (files.bomb(), "error.archive-too-large"),
        (files.word_document()[:-200], "error.not-text"),
        (files.pdf(), "error.pdf-no-text"),
        (files.pdf("signed", password="geheim"), "error.pdf-encrypted"),
        (files.pdf("signed")[:100], "error.file-unreadable"),
        (b"%PDF-1.7\n", "error.file-unreadable"),
        (files.pdf(pages=1001), "error.pdf-too-many-pages"),
    ],
)
def test_says_why_it_refuses(data: bytes, code: str) -> None:
    assert _refused(data).code == code


def test_says_how_large_a_file_is_and_may_be() -> None:
    params = _refused(b"a" * 1_000_001).message.params
    assert (params["size"], params["limit"]) == (1_000_001, 1_000_000)


@given(st.binary(max_size=400))
@settings(max_examples=300)
def test_survives_any_bytes(data: bytes) -> None:
    _survives(data)


@given(st.binary(max_size=200), st.integers(0, 5000), st.sampled_from(["pdf", "docx", "html"]))
@settings(max_examples=150, deadline=None)
def test_survives_damaged_files(noise: bytes, place: int, kind: str) -> None:
    whole = {"pdf": _PDF, "docx": _DOCX, "html": _HTML}[kind]
    _survives(whole[: place % len(whole)] + noise + whole[place % len(whole) + len(noise) :])


@given(st.text(max_size=300))
def test_gives_text_that_any_database_can_keep(text: str) -> None:
    try:
        found = EXTRACTOR.extract(text.encode("utf-8", "surrogatepass"), "x").text
    except DocumentRefused:
        return
    assert "\x00" not in found
    assert "\r" not in found
    assert found.encode("utf-8").decode("utf-8") == found


def test_a_text_shows_in_the_order_in_which_it_is_read() -> None:
    assert EXTRACTOR.extract("Viện \u202eCBA\u202c và \u2067X\u2069".encode(), "x").text == "Viện CBA và X"


def _survives(data: bytes) -> None:
    """Either a text that is not blank comes out, or a refusal of our own: nothing else may fly."""
    with suppress(DocumentRefused):
        assert EXTRACTOR.extract(data, "x").text.strip()


_PDF = files.pdf("IDC and KICET signed", pages=2)
_DOCX = files.word_document()
_HTML = f"<!doctype html><html><body><p>{files.VIETNAMESE}</p></body></html>".encode()
