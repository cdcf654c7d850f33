"""A Korean page comes in; the page with its words, organisations and people, each found once, goes out."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nhipcau.engine.read.korean.bodies import Body, bodies_of
from nhipcau.engine.read.korean.names import mended
from nhipcau.engine.read.korean.phrases import Word, words_of
from nhipcau.language.tokens import korean_tokens

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page


@dataclass(frozen=True, slots=True)
class Article:
    """What the grammar of Korean articles works on; every offset counts code points of ``page.text``."""

    page: Page
    words: tuple[Word, ...]
    bodies: tuple[Body, ...]
    starts: tuple[int, ...]
    known_words: frozenset[str]

    def words_in(self, start: int, end: int) -> range:
        """Return the numbers of the words that begin in a range."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def bodies_in(self, start: int, end: int) -> tuple[Body, ...]:
        """Return the organisations that are named in a range."""
        return tuple(body for body in self.bodies if start <= body.start and body.end <= end)

    def body_ending_at(self, number: int) -> Body | None:
        """Return the organisation whose name ends with a word."""
        return next((body for body in self.bodies if body.last == number), None)


def open_article(page: Page) -> Article:
    """Find the words and the organisations of a page."""
    words = mended(page.text, words_of(page.text, korean_tokens(page.text)))
    return Article(
        page=page,
        words=words,
        bodies=bodies_of(page.text, words),
        starts=tuple(word.start for word in words),
        known_words=frozenset(word.text for word in words if word.common),
    )
