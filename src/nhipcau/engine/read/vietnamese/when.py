"""A page and an event come in; when it was signed goes out."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from nhipcau.facts.reading import DateRead, Derivation
from nhipcau.language.dates import DateFound, complete

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nhipcau.engine.read.page import Page, Range
    from nhipcau.engine.read.vietnamese.events import Signing

_VAGUE = re.compile(r"(?<!\w)(?:[Vv]ừa qua|[Mm]ới đây|[Gg]ần đây|[Hh]ôm trước|[Nn]gày trước đó|[Tt]hời gian qua)(?!\w)")
_TODAY = re.compile(r"(?<!\w)(?:[Hh]ôm nay|[Ss]áng nay|[Cc]hiều nay|[Tt]ối nay|[Nn]gày hôm nay|[Tt]rưa nay)(?!\w)")
_YESTERDAY = re.compile(r"(?<!\w)(?:[Hh]ôm qua|[Ss]áng qua|[Cc]hiều qua|[Tt]ối qua|[Nn]gày hôm qua)(?!\w)")
_NOT_EVENT = re.compile(
    r"(?:thành lập|Quyết định|Nghị quyết|Nghị định|Thông tư|Chỉ thị|tính đến|kể từ|kể đến|từ năm|trước đó|trước đây|"
    r"đến hết|đến năm|giai đoạn|"
    r"sinh ngày|hiệu lực|dự kiến|sẽ|từng|cuối năm|đến ngày|số liệu|tới năm|trước ngày|chậm nhất|bắt đầu từ|vào năm|"
    r"trong năm|so với|hoạt động từ|"
    r"kỷ niệm|năm học|khóa|khoá|đến tháng|hạn chót|kế hoạch)[^.,;\n]{0,40}$",
    re.IGNORECASE,
)
_DOTTED = re.compile(
    r"(?<!\w)(?:[Nn]gày|[Ss]áng|[Cc]hiều|[Tt]ối|[Hh]ôm|[Tt]rưa)\s(?P<day>\d{1,2})\.(?P<month>\d{1,2})(?:\.(?P<year>20\d\d))?(?![\d.]*\d)"
)
_LEAD = 5
_DAYS, _MONTHS = 31, 12


def when(page: Page, signed: Iterable[Signing]) -> DateRead:
    """Return the date of an event: beside its signing, else in the first lines; a page's date only fills gaps."""
    sentences = list(dict.fromkeys(signing.sentence for signing in signed))
    strong = [*_paragraph_starts(page, sentences), *page.sentences[:_LEAD]]
    places = (*sentences, *dict.fromkeys(strong))
    for days_only in (True, False):
        for reach in places:
            for found in page.dates:
                fits = reach[0] <= found.start < reach[1] and (found.precision == "day") >= days_only
                if fits and "/" not in found.value[: 99 if days_only else 0] and _usable(page, found, reach):
                    return _read(page, found)
            relative = _relative(page, reach) or _dotted(page, reach)
            if relative is not None:
                return relative
    vague = _VAGUE.search(page.text)
    return DateRead(span=page.span(*vague.span()) if vague else None)


def _paragraph_starts(page: Page, sentences: list[Range]) -> list[Range]:
    """Return the first sentences of the paragraphs in which the signings stand."""
    starts = []
    for start, _ in sentences:
        opening = page.text.rfind("\n", 0, start) + 1
        starts.append(page.sentence_at(opening))
    return starts


def _usable(page: Page, found: DateFound, reach: Range) -> bool:
    published = page.published_at
    if found.reporting or (published is not None and published.start <= found.start < published.end):
        return False
    if found.value.startswith("XXXX-XX") or found.precision == "year" or re.fullmatch(r"\d{4}", found.value):
        return False
    return _NOT_EVENT.search(page.text[reach[0] : found.start]) is None


def _read(page: Page, found: DateFound) -> DateRead:
    value, filled = complete(found.value, page.published)
    derivation = found.derivation or ("publication-date" if filled else None)
    derived = (Derivation("value", derivation, page.published or ""),) if derivation else ()
    return DateRead(
        value=value,
        precision=found.precision,
        derivation=derivation,
        span=page.span(found.start, found.end),
        derived=derived,
    )


def _dotted(page: Page, reach: Range) -> DateRead | None:
    """*Chiều 5.7*: a day and a month with a full stop between, where a word for a day stands before them."""
    found = _DOTTED.search(page.text, *reach)
    if found is None or not (1 <= int(found["day"]) <= _DAYS and 1 <= int(found["month"]) <= _MONTHS):
        return None
    said = f"{found['year'] or 'XXXX'}-{int(found['month']):02d}-{int(found['day']):02d}"
    value, filled = complete(said, page.published)
    derived = (Derivation("value", "publication-date", page.published or ""),) if filled else ()
    return DateRead(
        value=value,
        precision="day",
        derivation="publication-date" if filled else None,
        span=page.span(*found.span()),
        derived=derived,
    )


def _relative(page: Page, reach: Range) -> DateRead | None:
    """*sáng nay*, *hôm qua* count from the date of the page."""
    if page.published is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", page.published):
        return None
    for pattern, days in ((_TODAY, 0), (_YESTERDAY, 1)):
        found = pattern.search(page.text, *reach)
        if found:
            value = (date.fromisoformat(page.published) - timedelta(days=days)).isoformat()
            return DateRead(
                value=value,
                precision="day",
                derivation="publication-date",
                span=page.span(*found.span()),
                derived=(Derivation("value", "publication-date", page.published),),
            )
    return None
