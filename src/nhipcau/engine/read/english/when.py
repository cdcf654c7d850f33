"""The sentences of a signing come in; the day on which it was signed goes out."""

from __future__ import annotations

import re
from calendar import monthcalendar
from typing import TYPE_CHECKING, Final

from nhipcau.facts.reading import DateRead, Derivation
from nhipcau.language.dates import complete

if TYPE_CHECKING:
    from nhipcau.engine.read.english.signing import Signing
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
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_NTH: Final = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
# The first Monday of March 2025.
_NTH_WEEKDAY: Final = re.compile(
    rf"\b(?P<nth>{'|'.join(_NTH)})\s(?P<weekday>{'|'.join(_WEEKDAYS)})\s(?:of|in)\s"
    rf"(?P<month>{'|'.join(_MONTHS)}),?\s(?P<year>20\d\d)\b"
)
# The heading of an issue: Newsletter | Issue 17 | Winter 2022.
_ISSUE: Final = re.compile(
    r"\b(?:Issue|Vol(?:ume)?\.?|No\.|[Nn]ewsletter|[Bb]ulletin|[Bb]rief|[Rr]eview|Winter|Spring|Summer|Autumn|Fall|"
    r"Q[1-4])\b[^\n]{0,50}?\b(?P<year>20\d\d)\b"
)
_HEADING: Final = 240
_CAPTION: Final = re.compile(r"^\s*(?:Photo|Picture|Caption|Image)s?\b|\(Photo|\((?:left|right)\)|\bpose[sd]?\b")
_GATHERING: Final = re.compile(
    r"\b(?:visit(?:ed|s|ing)?|received|welcomed|hosted|held|met|worked\swith|delegation|conference|forum|workshop|"
    r"seminar|gathered|took\splace|opened|launched|fair|trip)\b"
)
_PAST_OR_PLAN: Final = re.compile(
    r"\b(?:will|earlier|previous(?:ly)?|since|ago|attracted|total|established|founded|first)\b"
)
_NEAR, _SAYING = 4, 50
_OPEN: Final = re.compile(r"\b(?:[Rr]ecently|[Ll]ast week|[Ee]arlier this (?:week|month))\b")
_SAID: Final = re.compile(
    r"\b(?:said|announced|reported|released|confirmed|disclosed|according\sto[^,.]{0,40})\s(?:on\s|late\s|here\s)?(?:\w+day,?\s)?$"
)


def signed_on(page: Page, events: tuple[Signing, ...]) -> DateRead:
    """Return the day of a signing; without one the words that leave it open, or nothing."""
    for event in events:
        found = _of_event(page, event)
        if found is not None:
            return found
    said = _dateline(page)
    if said is not None:
        return _read(page, said)
    sentences = [event.sentence for event in events]
    others = [reach for reach in page.sentences if reach not in sentences]
    rites = (reach for reach in others if _RITE.search(page.quote(reach)))
    captions = (reach for reach in others if _CAPTION.search(page.quote(reach)))
    for reach in (*rites, *captions, *_gatherings(page, events)):
        date = _nearest(page, reach, reach[0])
        if date is not None and not _PAST_OR_PLAN.search(page.quote(reach)):
            return _read(page, date)
    return _open(page, events)


def _of_event(page: Page, event: Signing) -> DateRead | None:
    """Return the day that the sentence of a signing itself names."""
    counted = _NTH_WEEKDAY.search(page.text, *event.sentence)
    if counted:
        return _counted(page, counted)
    date = _nearest(page, event.sentence, event.verb[0])
    if date is not None:
        return _read(page, date)
    numbered = _NUMBERED.search(page.text, *event.sentence)
    return _numbered(page, numbered) if numbered else None


def _counted(page: Page, found: re.Match[str]) -> DateRead:
    """Read «the first Monday of March 2025»."""
    year, month = int(found["year"]), _MONTHS.index(found["month"]) + 1
    days = [week[_WEEKDAYS.index(found["weekday"])] for week in monthcalendar(year, month)]
    day = [day for day in days if day][_NTH[found["nth"]]]
    span = page.span(*found.span())
    value = f"{year}-{month:02d}-{day:02d}"
    return DateRead(
        value=value, precision="day", derivation=f"weekday-{_WEEKDAYS.index(found['weekday']) + 1}", span=span
    )


def _gatherings(page: Page, events: tuple[Signing, ...]) -> list[Range]:
    """Return the sentences just before a signing that tell of a visit or a meeting: it was signed there."""
    first = min((event.sentence[0] for event in events if event.weight > 1), default=0)
    before = [reach for reach in page.sentences if reach[0] < first][-_NEAR:]
    return [reach for reach in reversed(before) if _GATHERING.search(page.quote(reach))]


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
    return bool(re.search(r"\d", complete(date.value, _known_day(page)[0], date.derivation)[0]))


def _is_day(page: Page, date: DateFound) -> bool:
    shown = page.published_at
    sentence = page.quote(page.sentence_at(date.start))
    tells = _CAPTION.search(sentence) or _GATHERING.search(sentence)
    if shown is not None and shown.start <= date.start < shown.end and not tells:
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
    known, source = _known_day(page)
    value, filled = complete(date.value, known, date.derivation)
    issue = _ISSUE.search(page.text, 0, _HEADING)
    if value.startswith("XXXX-") and known is None and issue and value[5:7].isdigit():
        value, filled, source, known = issue["year"] + value[4:], True, "header-date", issue["year"]
    if "X" in value and value.replace("X", "").strip("-") == "":
        return DateRead(span=page.span(date.start, date.end))
    return DateRead(
        value=value,
        precision=date.precision,
        derivation=source if filled else date.derivation,
        span=page.span(date.start, date.end),
        derived=(Derivation("value", source, known or ""),) if filled else (),
    )


def _known_day(page: Page) -> tuple[str | None, str]:
    """Return the day that a page was published, or else the full day on which it says that somebody announced this."""
    if page.published is not None:
        return page.published, "header-date" if page.published_at is not None else "publication-date"
    for date in page.dates:
        before = page.text[max(0, date.start - _SAYING) : date.start]
        if date.precision == "day" and "X" not in date.value and "/" not in date.value and _SAID.search(before):
            return date.value, "publication-date"
    return None, "publication-date"


def _open(page: Page, events: tuple[Signing, ...]) -> DateRead:
    for event in events:
        found = _OPEN.search(page.text, *event.sentence)
        if found:
            return DateRead(span=page.span(*found.span()))
    found = _OPEN.search(page.text)
    return DateRead(span=page.span(*found.span())) if found else DateRead()
