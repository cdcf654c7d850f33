"""Plain text with its concepts comes in; the certificates that a maker holds or lacks go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from nhipcau.facts.market import ItemKind
from nhipcau.language.properties.concepts_asked import Concepts, Tagged
from nhipcau.language.properties.reader.denial import is_denied
from nhipcau.language.properties.reader.listed_names import is_member
from nhipcau.language.properties.reader.plain_text import PlainText
from nhipcau.language.properties.said import Said

_MARK: Final = re.compile(r"[A-Z]{3}|[A-Z].*\d|[A-Z]{2}(?![A-Z])(?=.{6})|인증|certif|hứng nhận")
_BESIDE: Final = re.compile(r"\s*(?:[,/&+·]|and|và|및)\s*([A-Z][A-Za-z0-9.-]{1,12}(?: \d{2,5})?)(?![A-Za-z])")


def read_certificates(
    text: PlainText, raw: str, kind: ItemKind, tags: Sequence[Tagged], vocabulary: Concepts
) -> Iterator[Said]:
    """Yield certificates that a maker's text names anywhere: they are what it holds, or says that it lacks."""
    if kind is not ItemKind.PRODUCT:
        return
    for tag in tags:
        if vocabulary.concept(tag.concept).facet == "certificate" and _MARK.search(raw, tag.start, tag.end):
            yield _certificate(text, raw, tag.start, tag.end)
            beside = _BESIDE.match(raw, tag.end)
            while beside and is_member("certificate", beside[1], vocabulary, loose=False):
                yield _certificate(text, raw, *beside.span(1))
                beside = _BESIDE.match(raw, beside.end(1))


def _certificate(text: PlainText, raw: str, start: int, end: int) -> Said:
    missing = is_denied(text.plain, start, end)
    return Said(property="certificate", value=raw[start:end], start=start, end=end, denied=missing)
