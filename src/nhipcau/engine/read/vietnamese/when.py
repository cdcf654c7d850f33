"""A page and an event come in; when it was signed goes out."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from nhipcau.facts.reading import DateRead, Derivation
from nhipcau.language.dates import DateFound, complete

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nhipcau.engine.read.page import Page, Range
    from nhipcau.engine.read.vietnamese.signing import Signing

_VAGUE = re.compile(r"(?<!\w)(?:[Vv]ừa qua|[Mm]ới đây|[Gg]ần đây|[Hh]ôm trước|[Nn]gày trước đó|[Tt]hời gian qua)(?!\w)")
_NOT_EVENT = re.compile(
    r"(?:thành lập|Quyết định|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Luật|Công văn|Kế hoạch số|tính đến|kể từ|kể đến|"
    r"từ năm|trước đó|trước đây|đến hết|đến năm|giai đoạn|sinh ngày|hiệu lực|dự kiến|sẽ|từng|cuối năm|đến ngày|"
    r"số liệu|tới năm|trước ngày|chậm nhất|bắt đầu từ|vào năm|trong năm|so với|hoạt động từ|kỷ niệm|năm học|khóa|"
    r"khoá|đến tháng|hạn chót|kế hoạch|hết hạn|thời hạn|khánh thành|ra đời|niêm yết|khởi công|giá trị đến|lần đầu|"
    r"lần thứ nhất|nhìn lại|từ (?:bản|biên|thỏa|thoả|khi|lúc)|thiết lập|phê duyệt|ban hành)[^.,;\n]{0,40}$|"
    r"(?<!\w)đến\s(?:hết\s)?$",
    re.IGNORECASE,
)
_NEXT_DAY = re.compile(r"(?<!\w)(?:[Nn]gày hôm sau|[Hh]ôm sau|[Ss]áng hôm sau|[Nn]gày kế tiếp|[Mm]ột ngày sau)(?!\w)")
_SAME_DAY = re.compile(r"(?<!\w)(?:cùng ngày|hôm đó|ngày hôm ấy|cùng hôm)(?!\w)", re.IGNORECASE)
_HELD = re.compile(r"(?<!\w)(?:lễ|buổi) (?:ký|trao)[^.;\n]{0,80}?(?:diễn ra|tổ chức|tiến hành)(?!\w)", re.IGNORECASE)
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DATELINE, _FURNITURE_LETTERS = 40, 45
_LEAD = 5
_OPENING, _CLOSING = 700, 300
_SENTENCE_OPENING = 30
_BACKWARD = 12
_FAR_AHEAD = 62


def when(page: Page, signed: Iterable[Signing]) -> DateRead:
    """Return the date of an event: beside its signing, else nearest before it; a page's date only fills gaps."""
    told = list(signed)
    base = _base(page)
    sentences = list(dict.fromkeys(signing.sentence for signing in told))
    sentences.sort(key=lambda reach: _HELD.search(page.quote(reach)) is None)
    near = dict.fromkeys((*sentences, *_before_in_paragraph(page, sentences)))
    far = dict.fromkeys(chain.from_iterable(_before(page, reach) for reach in sentences))
    refers = any(_SAME_DAY.search(page.quote(reach)) for reach in sentences)
    places = [*near, *far] if refers else [*near, *page.sentences[:_LEAD]]
    own = [(reach[0], reach[0] + _SENTENCE_OPENING) for reach in sentences]
    for reaches, days in ((near, True), (own, False), (places, True), (far, True), (places, False)):
        for reach in reaches:
            read = _next_day(page, reach, base) if days else None
            read = read or _first_in(page, reach, base, days=days)
            if read is not None:
                return read
    vague = _VAGUE.search(page.text)
    return DateRead(span=page.span(*vague.span()) if vague else None)


def _base(page: Page) -> str | None:
    """Return the day from which *hôm nay* and a day without its year count: the page's, or a full day at its ends."""
    if page.published:
        return page.published
    whole = [found for found in page.dates if _FULL_DAY.fullmatch(found.value) and not _is_other(page, found, 0)]
    closing = [found for found in whole if found.start > len(page.text) - _CLOSING]
    opening = [found for found in whole if found.start < _OPENING and _stands_alone(page, found)]
    chosen = next(iter((*opening, *closing)), None)
    if chosen:
        return chosen.value
    ranges = (found.value.split("/")[-1] for found in page.dates if "/" in found.value and found.start < _OPENING)
    return next((value for value in ranges if _FULL_DAY.fullmatch(value)), None)


def _stands_alone(page: Page, found: DateFound) -> bool:
    """Tell whether a date opens a line behind a place only (*Hà Nội, 28/5/2024 –*), or fills a short line."""
    start = page.text.rfind("\n", 0, found.start) + 1
    end = page.text.find("\n", found.end)
    rest = page.text[start : found.start] + page.text[found.end : end if end >= 0 else len(page.text)]
    before = page.text[start : found.start]
    opens = len(before) <= _DATELINE and re.match(r"\s?[–—-]\s|\)", page.text[found.end : found.end + 3]) is not None
    return opens or sum(char.isalpha() for char in rest) <= _FURNITURE_LETTERS


def _before_in_paragraph(page: Page, sentences: list[Range]) -> Iterator[Range]:
    """Return the sentences of the signings' paragraphs before them, the nearest first."""
    for reach in sentences:
        opening = page.text.rfind("\n", 0, reach[0]) + 1
        yield from takewhile(lambda other, first=opening: other[0] >= first, _before(page, reach))  # type: ignore[misc]


def _before(page: Page, reach: Range) -> list[Range]:
    """Return the sentences before one, the nearest first."""
    earlier = [sentence for sentence in page.sentences if sentence[0] < reach[0]]
    return earlier[: -_BACKWARD - 1 : -1]


def _first_in(page: Page, reach: Range, base: str | None, *, days: bool) -> DateRead | None:
    for found in page.dates:
        fits = reach[0] <= found.start < reach[1] and (found.precision == "day") >= days
        if (
            not fits
            or ("/" in found.value and reach not in page.sentences)
            or (days and "/" in found.value)
            or not _usable(page, found, reach)
        ):
            continue
        value, filled = complete(found.value, base, found.derivation)
        if not value.startswith("XXXX-XX") and _is_timely(value, page.published):
            return _read(page, found, value, base if filled else None)
    return None


def _usable(page: Page, found: DateFound, reach: Range) -> bool:
    if found.reporting or _dates_the_page(page, found):
        return False
    if found.precision == "year" or re.fullmatch(r"\d{4}", found.value):
        return False
    return not _is_other(page, found, reach[0])


def _is_other(page: Page, found: DateFound, start: int) -> bool:
    """Tell whether the words before a date make it the day of something else than the signing."""
    return _NOT_EVENT.search(page.text[max(start, found.start - 90) : found.start]) is not None


def _dates_the_page(page: Page, found: DateFound) -> bool:
    """The date of a short line, with a clock or a place only, is the page's; one in running text is the event's."""
    shown = page.published_at
    if shown is None or not (found.start < shown.end and shown.start < found.end):
        return False
    start = page.text.rfind("\n", 0, found.start) + 1
    end = page.text.find("\n", found.end)
    line = page.text[start : end if end >= 0 else len(page.text)]
    long = sum(char.isalpha() for char in line) > _FURNITURE_LETTERS
    return not long or re.match(r"\s?[–—-]\s|\)", page.text[found.end : found.end + 3]) is not None


def _is_timely(value: str, published: str | None) -> bool:
    """A signing that a page reports was not years before the page, nor long after it."""
    if published is None or not value[:4].isdigit() or not published[:4].isdigit():
        return True
    if int(value[:4]) < int(published[:4]) - 1:
        return False
    if _FULL_DAY.fullmatch(value) and _FULL_DAY.fullmatch(published):
        return date.fromisoformat(value) - date.fromisoformat(published) < timedelta(days=_FAR_AHEAD)
    return True


def _read(page: Page, found: DateFound, value: str, base: str | None) -> DateRead:
    derivation = found.derivation or ("publication-date" if base else None)
    if derivation and base and _FULL_DAY.fullmatch(value) and found.value.startswith("XXXX-XX"):
        derivation = "publication-date"
    derived = (Derivation("value", derivation, base or ""),) if derivation else ()
    return DateRead(
        value=value,
        precision=found.precision,
        derivation=derivation,
        span=page.span(found.start, found.end),
        derived=derived,
    )


def _next_day(page: Page, reach: Range, base: str | None) -> DateRead | None:
    """*Ngày hôm sau* is the day after the last day that the text names before it."""
    told = _NEXT_DAY.search(page.text, *reach)
    if told is None:
        return None
    for other in (reach, *_before(page, reach)):
        found = _first_in(page, (other[0], min(other[1], told.start())), base, days=True)
        if found is None or found.value is None:
            continue
        if not _FULL_DAY.fullmatch(found.value):
            return None
        value = (date.fromisoformat(found.value) + timedelta(days=1)).isoformat()
        detail = found.span.quote if found.span else ""
        return DateRead(
            value=value,
            precision="day",
            derivation="tomorrow",
            span=page.span(*told.span()),
            derived=(Derivation("value", "tomorrow", detail),),
        )
    return None
