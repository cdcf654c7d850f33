"""A raw text comes in; a page goes out: the normalised text with everything that is found in it once and used often."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from nhipcau.facts.span import Span
from nhipcau.language.dates import DateFound, find_dates, publication_date
from nhipcau.language.detect import language_of
from nhipcau.language.numbers import NumberFound, find_numbers
from nhipcau.language.places import PlaceFound, find_places
from nhipcau.language.text import Normalised, normalise
from nhipcau.language.thesaurus import ConceptFound, Thesaurus
from nhipcau.language.tokens import sentences

Range = tuple[int, int]

# An article has 2,000 to 20,000 code points; a longer text is a book or an attack, and only its beginning is read.
LONGEST_TEXT = 60_000

_NARROW, _WIDE, _FEWEST_LINES, _WRAPPED_SHARE, _WRAPPED_WIDTH = 40, 160, 5, 0.25, 0.7
_LONGEST_SENTENCE = 2000
_RUN = re.compile(r"\S{300,}|[^\S\n]{300,}")
_LONG_LINE = re.compile(r"[^\n]{2000,}")  # the line that dates a page is short
_LINE_ENDS = frozenset({".", ":", ";", "!", "?", "”", '"', "…"})


@dataclass(frozen=True, slots=True)
class Page:
    """A document as the grammars see it; every offset counts code points of ``text``, the normalised text.

    ``published`` is the page's date as EDTF (given by the caller, or shown in the text at ``published_at``).
    ``sectors`` and ``activities`` are thesaurus concepts in the order of the text.
    """

    text: str
    language: str
    published: str | None
    published_at: DateFound | None
    sentences: tuple[Range, ...]
    dates: tuple[DateFound, ...]
    numbers: tuple[NumberFound, ...]
    places: tuple[PlaceFound, ...]
    sectors: tuple[ConceptFound, ...]
    activities: tuple[ConceptFound, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the span of the normalised text without blanks at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span.of(self.text, start, end)

    def sentence_at(self, offset: int) -> Range:
        """Return the sentence that holds an offset, or the empty range at the offset where none does."""
        at = bisect_right(self.sentences, (offset, len(self.text) + 1)) - 1
        if at >= 0 and self.sentences[at][0] <= offset < self.sentences[at][1]:
            return self.sentences[at]
        return offset, offset

    def quote(self, reach: Range) -> str:
        """Return the words of a range."""
        return self.text[reach[0] : reach[1]]


def open_page(text: str, *, published: str | None = None) -> tuple[Page, Normalised]:
    """Normalise a raw text, tell its language and find its dates, numbers, places and concepts.

    Only the first ``LONGEST_TEXT`` code points are read.
    """
    normalised = normalise(text)
    clean = _without_runs(unwrapped(normalised.text[:LONGEST_TEXT]))
    language = language_of(clean)
    shown = publication_date(_LONG_LINE.sub(_filled, clean), language)
    thesaurus = Thesaurus.load()
    page = Page(
        text=clean,
        language=language,
        published=published or (shown.value if shown else None),
        published_at=shown,
        sentences=tuple(_bounded(clean, sentences(clean))),
        dates=find_dates(clean, language),
        numbers=find_numbers(clean, language),
        places=find_places(clean, language),
        sectors=thesaurus.find(clean, language, "sectors"),
        activities=thesaurus.find(clean, language, "activities"),
    )
    return page, normalised


def _bounded(text: str, found: Iterable[Range]) -> Iterator[Range]:
    """Cut a sentence that is longer than any real one, so that no grammar looks far for the end of a clause."""
    for start, end in found:
        at = start
        while end - at > _LONGEST_SENTENCE:
            cut = text.rfind(" ", at + 1, at + _LONGEST_SENTENCE)
            cut = cut if cut > at else at + _LONGEST_SENTENCE
            yield at, cut
            at = cut
        yield at, end


def _without_runs(text: str) -> str:
    """Fill what no language writes (a word or a gap of hundreds of characters) with short words of the same length."""
    return _RUN.sub(_filled, text)


def _filled(run: re.Match[str]) -> str:
    size = run.end() - run.start()
    return ("x " * (size // 2 + 1))[:size]


def unwrapped(text: str) -> str:
    """Return the text with blanks for the line breaks of a page that was wrapped at a width; its length is the same."""
    lines = text.split("\n")
    full = [line for line in lines if line.strip()]
    going_on = sum(
        1
        for one, other in pairwise(lines)
        if len(one) >= _NARROW and other[:1].islower() and one.rstrip()[-1:].isalnum()
    )
    if len(full) < _FEWEST_LINES or going_on < _WRAPPED_SHARE * len(full) or max(map(len, full)) > _WIDE:
        return text
    width = _WRAPPED_WIDTH * max(map(len, full))
    joined = [lines[0]]
    for one, other in pairwise(lines):
        soft = len(one) >= width and other.strip() and one.rstrip()[-1:] not in _LINE_ENDS
        joined += [" " if soft else "\n", other]
    return "".join(joined)


def within(inner: Range, outer: Range) -> bool:
    """Tell whether one range lies in another."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
