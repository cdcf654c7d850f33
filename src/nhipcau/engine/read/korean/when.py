"""The sentences of a signing come in; the day on which it was signed goes out."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from nhipcau.facts.reading import DateRead, Derivation
from nhipcau.language.dates import complete

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nhipcau.engine.read.korean.article import Article
    from nhipcau.engine.read.korean.events import Signing
    from nhipcau.language.dates import DateFound

_RITE: Final = re.compile(
    r"협약식|체결식|서명식|조인식|교환식|체결일|서명일|서명은|협약서에\s?서명|(?:일\s*시|체결\s?일자|협약\s?일자)\s*[:：]|"
    r"협약은|업무협약은"
)
_NO_DAY: Final = re.compile(
    r"^\s?(?:까지|부터|이래|이후|설립|개교|수교|창립|출범|설치|개원|기준|목표|현재|완공|준공|만료|처음|시작)"
)
_REPORTS: Final = re.compile(r"\s?(?:[가-힣()]{1,8}\s){0,2}(?:밝혔|전했|알렸|발표했|설명했|말했|보도했|공개했)")
_EVE: Final = re.compile(r"(?<![가-힣])(?:전날|하루\s?전)(?![가-힣])")
_NEAR, _HEADING = 2, 200
_ISSUE: Final = re.compile(r"(?:제\s?\d+\s?호|소식지|뉴스레터|[봄여름가을겨울]호)[^\n]{0,30}?(?P<year>20\d\d)")
_RECENT: Final = re.compile(r"최근|얼마\s?전|지난달|지난주|이달\s?초|이달\s?중순")


def signed_on(article: Article, events: Iterable[Signing]) -> DateRead:
    """Return the day of a signing; without one the words that leave it open, or nothing."""
    events = tuple(events)
    for event in events:
        date = _of_event(article, event)
        if date is not None:
            return _read(article, date)
    rites = _rites(article)
    eve = _eve(article, [*(event.sentence for event in events), *rites])
    if eve is not None:
        return eve
    for reach in rites:
        for date in _dates(article, reach):
            if _is_day(article, date) and not _reports(article, date):
                return _read(article, date)
    pointed = _same_day(article, events) or _just_before(article, events)
    if pointed is not None:
        return _read(article, pointed)
    return _open(article, events)


def _of_event(article: Article, event: Signing) -> DateFound | None:
    """Return the day before the verb; the day that opens «26일 ...는 지난 25일 ... 밝혔다» is the day of the report."""
    days = _days(article, event, event.clause) if event.clause else []
    days = days or _days(article, event, event.sentence)
    reported = re.search(r"(?:밝혔다|전했다|알렸다|발표했다)", article.page.quote(event.sentence))
    if len(days) > 1 and reported and days[0].start - event.sentence[0] < 3:
        return days[1]
    exact = [date for date in days if date.precision == "day"]
    return next(iter(exact or days), None)


def _days(article: Article, event: Signing, reach: tuple[int, int]) -> list[DateFound]:
    return [
        date
        for date in _dates(article, reach)
        if _is_day(article, date) and not _reports(article, date) and date.start < event.verb[1]
    ]


def _reports(article: Article, date: DateFound) -> bool:
    """Tell whether a day is that of the report: 29일 밝혔다, 29일 본지에 전했다."""
    return bool(_REPORTS.match(article.page.text, date.end))


def _dates(article: Article, reach: tuple[int, int]) -> list[DateFound]:
    return [date for date in article.page.dates if reach[0] <= date.start and date.end <= reach[1]]


def _rites(article: Article) -> list[tuple[int, int]]:
    return [reach for reach in article.page.sentences if _RITE.search(article.page.quote(reach))]


def _is_day(article: Article, date: DateFound) -> bool:
    """Tell whether a date can be the day of an event: not a year, not the end of a period, not the page's own line."""
    shown = article.page.published_at
    line = article.page.text[article.page.text.rfind("\n", 0, date.start) + 1 : date.start]
    if shown is not None and shown.start <= date.start < shown.end and not _RITE.search(line):
        return False
    after = article.page.text[date.end : date.end + 8]
    return date.precision != "year" and "/" not in date.value and not _NO_DAY.match(after)


def _eve(article: Article, reaches: list[tuple[int, int]]) -> DateRead | None:
    """Return the day before the report, which 전날 means: 체결했다고 2일 밝혔다. 전날 열린 체결식에는 ..."""
    told = next((found for reach in reaches if (found := _EVE.search(article.page.text, *reach))), None)
    reported = [date for date in article.page.dates if date.precision == "day" and _reports(article, date)]
    if told is None or not reported or any(_is_day(article, date) for date in _others(article, reaches, reported)):
        return None
    value, _ = complete(reported[0].value, article.page.published, reported[0].derivation)
    year, month, day = value.split("-")
    if "X" not in value:
        value = (dt.date.fromisoformat(value) - dt.timedelta(days=1)).isoformat()
    elif day.isdigit() and int(day) > 1:
        value = f"{year}-{month}-{int(day) - 1:02d}"
    else:
        return None
    return DateRead(value=value, precision="day", derivation="yesterday", span=article.page.span(*told.span()))


def _others(article: Article, reaches: list[tuple[int, int]], reported: list[DateFound]) -> list[DateFound]:
    return [date for reach in reaches for date in _dates(article, reach) if date not in reported]


def _just_before(article: Article, events: tuple[Signing, ...]) -> DateFound | None:
    """Return the day of the two sentences before a signing that lead to it: 두 번째는 25일 다낭에서 나왔다."""
    first = min((event.sentence[0] for event in events if event.weight > 1), default=0)
    before = [reach for reach in article.page.sentences if reach[0] < first][-_NEAR:]
    for reach in reversed(before):
        for date in _dates(article, reach):
            day = date.precision == "day" and _is_day(article, date) and not _reports(article, date)
            if day and not re.search(r"예정|계획|설립|개교|지난해|작년", article.page.quote(reach)):
                return date
    return None


def _same_day(article: Article, events: tuple[Signing, ...]) -> DateFound | None:
    """Return the day that 이날 points back to."""
    for event in events:
        if not re.search(r"이\s?날|당일|같은\s?(?:자리|날)|이\s?자리", article.page.quote(event.sentence)):
            continue
        before = [date for date in article.page.dates if date.end <= event.sentence[0] and _is_day(article, date)]
        plain = [date for date in before if not _reports(article, date) and date.precision == "day"]
        if plain:
            return plain[-1]
    return None


def _read(article: Article, date: DateFound) -> DateRead:
    known = article.page.published or _elsewhere(article, date)
    value, filled = complete(date.value, known, date.derivation)
    published = article.page.published_at
    source = "header-date" if published is not None else "publication-date"
    return DateRead(
        value=value,
        precision=date.precision,
        derivation=source if filled else date.derivation,
        span=article.page.span(date.start, date.end),
        derived=(Derivation("value", source, known or ""),) if filled else (),
    )


def _elsewhere(article: Article, date: DateFound) -> str | None:
    """Return the same day where the page writes it out in full, or the last day of the year of its issue."""
    digits = re.sub(r"X+", r"\\d+", date.value)
    for other in article.page.dates:
        if other.precision == "day" and "X" not in other.value and re.fullmatch(digits, other.value):
            return other.value
    issue = _ISSUE.search(article.page.text, 0, _HEADING)
    return f"{issue['year']}-12-31" if issue and re.match(r"XXXX-\d\d", date.value) else None


def _open(article: Article, events: tuple[Signing, ...]) -> DateRead:
    for event in events:
        found = _RECENT.search(article.page.text, *event.sentence)
        if found:
            return DateRead(span=article.page.span(*found.span()))
    return DateRead()
