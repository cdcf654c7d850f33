"""The sentences of a signing come in; the day on which it was signed goes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nhipcau.facts.reading import DateRead, Derivation
from nhipcau.language.dates import complete

if TYPE_CHECKING:
    from nhipcau.engine.read.english.events import Signing
    from nhipcau.engine.read.page import Page, Range
    from nhipcau.language.dates import DateFound

_RITE: Final = re.compile(
    r"\b(?:signing|ceremony|signed|MoU|memorandum|agreement|event|meeting|renewal|working session)\b"
)
_DATELINE: Final = re.compile(r"^[A-ZÀ-Ỹa-zà-ỹ .’'-]{2,30},?\s(?:\([A-Za-z /]+\)\s)?")
_NOT_DAY: Final = re.compile(
    r"(?:effective|by|until|till|before|since|through|from|dated|established\sin|founded\sin|set\sup\sin|"
    r"end\sof)\s(?:the\s)?(?:end\sof\s)?$",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"\bon\sthe\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)\b(?!\s(?:anniversary|floor|of|edition|meeting|session))"
)
_OPEN: Final = re.compile(r"\b(?:[Rr]ecently|[Ll]ast week|[Ee]arlier this (?:week|month))\b")
_SAID: Final = re.compile(
    r"\b(?:said|announced|reported|released|according\sto[^,.]{0,40})\s(?:on\s|late\s|here\s)?(?:\w+day,?\s)?$"
)


def signed_on(page: Page, events: tuple[Signing, ...]) -> DateRead:
    """Return the day of a signing; without one the words that leave it open, or nothing."""
    for event in events:
        date = _nearest(page, event.sentence, event.verb[0])
        if date is not None:
            return _read(page, date)
        numbered = _NUMBERED.search(page.text, *event.sentence)
        if numbered:
            return _numbered(page, numbered)
    said = _dateline(page)
    if said is not None:
        return _read(page, said)
    for reach in page.sentences:
        if reach in [event.sentence for event in events] or not _RITE.search(page.quote(reach)):
            continue
        date = _nearest(page, reach, reach[0])
        if date is not None and not re.search(
            r"\b(?:will|earlier|previous|since|ago|attracted|total)\b", page.quote(reach)
        ):
            return _read(page, date)
    return _open(page, events)


def _numbered(page: Page, found: re.Match[str]) -> DateRead:
    """Read «on the 27th»: the month is the page's, or the one before where that day had not come yet."""
    value, filled = complete(f"XXXX-XX-{int(found['day']):02d}", page.published, None)
    source = "header-date" if page.published_at is not None else "publication-date"
    return DateRead(
        value=value,
        precision="day",
        derivation=source if filled else None,
        span=page.span(*found.span()),
        derived=(Derivation("value", source, page.published or ""),) if filled else (),
    )


def _nearest(page: Page, reach: Range, verb: int) -> DateFound | None:
    days = [date for date in page.dates if reach[0] <= date.start and date.end <= reach[1] and _is_day(page, date)]
    said = [date for date in days if _SAID.search(page.text[max(0, date.start - 40) : date.start])]
    plain = [date for date in days if date not in said and not date.reporting and _settled(page, date)]
    return min(plain, key=lambda date: abs(date.start - verb), default=None)


def _settled(page: Page, date: DateFound) -> bool:
    """Tell whether a date says a day or a month once the page's own date has filled what it can."""
    return bool(re.search(r"\d", complete(date.value, page.published, date.derivation)[0]))


def _is_day(page: Page, date: DateFound) -> bool:
    shown = page.published_at
    if shown is not None and shown.start <= date.start < shown.end:
        return False
    if date.precision == "year" or "/" in date.value:
        return False
    return not _NOT_DAY.search(page.text[max(0, date.start - 18) : date.start])


def _dateline(page: Page) -> DateFound | None:
    """Return the day of a page's dateline: HANOI, May 20 (...) --."""
    for date in page.dates:
        sentence = page.sentence_at(date.start)
        if (
            date.start - sentence[0] < 30
            and _DATELINE.match(page.text[sentence[0] : date.start])
            and re.match(r"\s*(?:\(|--|–|—|-)", page.text[date.end : date.end + 4])
        ):
            return date if date.precision == "day" else None
    return None


def _read(page: Page, date: DateFound) -> DateRead:
    value, filled = complete(date.value, page.published, date.derivation)
    source = "header-date" if page.published_at is not None else "publication-date"
    if "X" in value and value.replace("X", "").strip("-") == "":
        return DateRead(span=page.span(date.start, date.end))
    return DateRead(
        value=value,
        precision=date.precision,
        derivation=source if filled else date.derivation,
        span=page.span(date.start, date.end),
        derived=(Derivation("value", source, page.published or ""),) if filled else (),
    )


def _open(page: Page, events: tuple[Signing, ...]) -> DateRead:
    for event in events:
        found = _OPEN.search(page.text, *event.sentence)
        if found:
            return DateRead(span=page.span(*found.span()))
    found = _OPEN.search(page.text)
    return DateRead(span=page.span(*found.span())) if found else DateRead()
