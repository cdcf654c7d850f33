"""A page and an event come in; where it was signed, and whether in one room, goes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nhipcau.facts.codes import Mode
from nhipcau.facts.reading import Derivation, PlaceRead

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nhipcau.engine.read.page import Page, Range
    from nhipcau.engine.read.vietnamese.bodies import Bodies
    from nhipcau.engine.read.vietnamese.organisations import Mention
    from nhipcau.engine.read.vietnamese.signing import Signing
    from nhipcau.language.places import PlaceFound

_ONLINE = re.compile(r"trực tuyến|qua cầu truyền hình|hình thức online|online|qua Zoom|cầu truyền hình", re.IGNORECASE)
_AT = re.compile(
    r"(?<!\w)(?:[Tt]ại|ở (?=(?:[Kk]hách sạn|[Tt]rung tâm|[Tt]rụ sở|[Nn]hà|[Hh]ội trường)\s)|"
    r"(?<=diễn ra )ở|(?<=tổ chức )ở) ?(?!lễ|buổi|sự kiện|đây|hội nghị|diễn đàn|cuộc|chương trình|hội thảo|"
    r"thị trường|các|nhiều|hai|"
    r"thời điểm|Lễ|Hội nghị|Diễn đàn|Hội thảo)"
)
_VENUE = re.compile(
    r"(?:(?:hội trường|trụ sở(?: chính)?(?: của)?|khách sạn|phòng họp|khuôn viên|văn phòng|cơ sở|nhà máy|tòa nhà|"
    r"trung tâm hội nghị)\s)?"
    r"[A-ZĐÀ-Ỹ][^,.;\n()]{1,90}",
    re.IGNORECASE,
)
_VENUE_END = re.compile(
    r"\s(?:đã|vừa|diễn|hai|các|lễ|Lễ|với|và (?:hai|các)|trong|nhân|ngày|sáng|chiều|theo|nơi|cho|có|được|để|đại diện|"
    r"là|sẽ|thuộc|ở|–|-)(?!\w)|[,.;\n(]"
)
_DATELINE = re.compile(r",? (?:ngày )?\d{1,2}[/-]|,? ngày \d|\s?[-–]\s(?:Sáng|Chiều|Ngày|Hôm|Tối|Trong|Vừa|Mới)\s")
_LEVELS = frozenset({"tỉnh", "thành phố", "quận", "huyện", "thị xã"})
_NEAR = 12
_TITLE, _LEAD = 60, 4
_NOT_VENUE = re.compile(r"^(?:Việt Nam|Hàn Quốc|địa phương|thị trường|khu vực|nước|Lễ|buổi)", re.IGNORECASE)


def where(page: Page, signed: Iterable[Signing], known: Bodies) -> PlaceRead | None:
    """Return the place of an event, ``None`` where the text gives none."""
    signed = [signing for signing in signed if not signing.item] or list(signed)
    sentences = list(dict.fromkeys(signing.sentence for signing in signed if not signing.item))
    nearby = [
        *sentences,
        *(page.sentence_at(page.text.rfind("\n", 0, start) + 1) for start, _ in sentences),
        *[reach for reach in page.sentences if reach[1] - reach[0] > _TITLE][:_LEAD],
    ]
    for reach in dict.fromkeys(nearby):
        online = _ONLINE.search(page.text, *reach)
        if online and _is_of_signing(page, reach, sentences):
            return PlaceRead(mode=Mode.ONLINE, span=page.span(*online.span()))
    for reach in dict.fromkeys(nearby):
        place = _place_in(page, reach, known)
        if place is not None:
            return place
    return None


def _is_of_signing(page: Page, reach: Range, sentences: list[Range]) -> bool:
    return reach in sentences or re.search(r"ký|lễ|cầu truyền hình", page.quote(reach)) is not None


def _place_in(page: Page, reach: Range, known: Bodies) -> PlaceRead | None:
    for at in _AT.finditer(page.text, *reach):
        if re.search(
            r"(?:đầu tư|sản xuất|kinh doanh|hoạt động|làm việc|học tập|doanh nghiệp|nhà máy|khu vực|Việt Nam|lớn)\s$",
            page.text[: at.start()][-24:],
        ):
            continue
        before = page.text[reach[0] : at.start()]
        if re.search(r"(?<!\w)(?:về|nhằm|để)(?!\w)[^,]{0,120}$", before) and not re.search(r"\d\s$", before):
            continue
        body = next((mention for mention in known.mentions if mention.start == at.end()), None)
        found = _read(page, at.start(), at.end(), reach, body)
        if found is not None:
            return found
    return _dateline(page, reach)


def _read(page: Page, start: int, at: int, reach: Range, body: Mention | None) -> PlaceRead | None:
    venue = _VENUE.match(page.text, at, reach[1])
    if venue is None or _NOT_VENUE.match(venue.group()):
        return None
    stop = _VENUE_END.search(page.text, at, venue.end() + 1)
    end = body.start + len(body.core) if body else stop.start() if stop else venue.end()
    name = page.text[at:end].strip()
    city = _city(page, (at, min(reach[1], end + 40)))
    level = body is None or body.head in _LEVELS or (not body.head and city is not None and body.start == city.start)
    is_city = city is not None and city.start - at <= _NEAR and level
    if not name or not (name[0].isupper() or city or re.search(r"[A-ZĐ]", name)):
        return None
    country = city.place.country if city else _country(name)
    last = max(end, city.end) if city and city.start < end + _NEAR else end
    last = city.end if city and is_city else last
    return PlaceRead(
        venue=None if is_city else name,
        city=page.text[city.start : city.end] if city and city.start <= end + _NEAR else None,
        country=country,
        mode=Mode.IN_PERSON,
        span=page.span(start, last),
        derived=(Derivation("country", "place-name", page.text[city.start : city.end]),) if city else (),
    )


def _city(page: Page, reach: Range) -> PlaceFound | None:
    inside = (found for found in page.places if reach[0] <= found.start and found.end <= reach[1])
    return next((found for found in inside if found.place.level != "country"), None)


def _country(name: str) -> str | None:
    """The ground of a body in Vietnamese spelling is in Vietnam, that of one in Korea says so."""
    if re.search(r"Việt Nam", name):
        return "VN"
    return "KR" if re.search(r"Hàn Quốc", name) else "VN"


def _dateline(page: Page, reach: Range) -> PlaceRead | None:
    """*Hà Nội, ngày 5/6 – …* and *(Seoul) …* at the start of a sentence."""
    for found in page.places:
        if found.start == reach[0] and _DATELINE.match(page.text, found.end):
            return PlaceRead(
                city=page.text[found.start : found.end],
                country=found.place.country,
                mode=Mode.IN_PERSON,
                span=page.span(found.start, found.end),
            )
    return None
