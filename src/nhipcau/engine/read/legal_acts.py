"""A page comes in; the laws, decrees, decisions and resolutions that it names by number go out."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from nhipcau.facts.reading import LegalActRead

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page, Range
    from nhipcau.language.dates import DateFound

_TYPES = (
    "Thông tư liên tịch|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Kết luận|Công văn|Kế hoạch|Thông báo|Tờ trình|"
    "Chương trình|Đề án|Luật|Pháp lệnh|Sắc lệnh|Lệnh|Thông tri|Văn bản|Báo cáo|Quy chế|Hướng dẫn|Công điện|Công hàm|"
    "Resolution|Decree|Decision|Circular|Directive|Conclusion|Plan|Law|Act|Dispatch|"
    "결의|결의안|시행령|시행규칙|결정|법령|의정|총리령|대통령령|법률|훈령|고시|조례|지침"
)
_NUMBER = re.compile(
    r"(?:(?<![\d/.,-])|(?<=No\.))(?P<number>\d{1,5}(?:/\d{4})?[ ]?[-/–][ "
    r"]?[A-ZĐ][A-Za-zĐđ0-9]{0,9}(?:[-/–&][A-ZĐ0-9][A-Za-zĐđ0-9]{0,9}){0,4})"
)
_TYPE_BEFORE = re.compile(
    rf"(?<!\w)(?P<type>{_TYPES})\s{{1,3}}(?:(?:số|No\.?|Nr\.?|번호|제)[ ]?:?[ ]?)?$", re.IGNORECASE
)
_FARTHEST = 40
_KOREAN = re.compile(r"(?P<type>법률|대통령령|총리령|부령|조례|고시|훈령|예규)[ ]?제(?P<number>\d{1,6}(?:-\d{1,6})?)호")
_BARE = re.compile(
    r"(?<!\w)(?P<type>Quyết định|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Decision|Resolution|Decree|Circular|Directive)"
    r"[ ](?:số|No\.?)[ ]?(?P<number>\d{1,5})(?![\d/.,–-]*\w)"
)
_FORM = re.compile(
    r"(?:NQ|QĐ|QD|NĐ|ND|TT|TTLT|CT|KL|CV|KH|TB|TTr|CTr|ĐA|QH|CĐ|L|HD|QC|BC|UBND|CP|TTg|TTG|BCT|TW|"
    r"QH\d{0,2})(?![A-Za-z])"
)
_ISSUER = re.compile(
    r"(?:[ ]|,[ ]){0,2}(?:của|do|by|of)[ ](?:the[ ])?(?P<name>"
    r"(?:Thủ tướng )?Chính phủ|Bộ Chính trị|Quốc hội|Ủy ban Thường vụ Quốc hội|Ban Bí thư|Ban Chấp hành Trung ương"
    r"|(?:Bộ trưởng )?Bộ(?: [A-ZĐ]\w*){1,6}(?: và [A-ZĐ]\w*(?: \w+)?)?"
    r"|(?:Chủ tịch )?(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân) (?:tỉnh|thành phố|"
    r"TP\.?) [A-ZĐ]\w*(?: [A-ZĐ]\w*){0,2}"
    r"|Prime Minister|Government|Politburo|Minister of [A-Z]\w*(?: (?:and )?[A-Z]\w*){0,3}|"
    r"Ministry of [A-Z]\w*(?: (?:and )?[A-Z]\w*){0,3})"
)
_PROMULGATED = re.compile(
    r"\s?(?:자\s|에\s)?(?:공포|제정|발표|시행|개정|발효|채택|공표)(?:된|한|됐던)\s(?:[가-힣]{2,8}\s)?"
)
_NEAR = 24


def legal_acts(page: Page) -> tuple[LegalActRead, ...]:
    """Return every legal act once, at its first mention, with its date and issuer where they stand beside it."""
    seen: set[str] = set()
    acts: list[LegalActRead] = []
    for match in _NUMBER.finditer(page.text):
        number = re.sub(r"\s", "", match["number"]).replace("–", "-")
        if number.upper() not in seen and _is_number_of_act(number):
            seen.add(number.upper())
            kind = _TYPE_BEFORE.search(page.text, max(0, match.start() - _FARTHEST), match.start())
            acts.append(
                _act(page, (kind.start() if kind else match.start(), match.end()), kind["type"] if kind else "", number)
            )
    for match in (*_KOREAN.finditer(page.text), *_BARE.finditer(page.text)):
        if match["number"] not in seen:
            seen.add(match["number"])
            acts.append(_act(page, match.span(), match["type"], match["number"]))
    return tuple(acts)


def _is_number_of_act(number: str) -> bool:
    """Tell the letters of legal acts (115/NQ-CP, 57-NQ/TW) from those of goods and standards."""
    letters = re.sub(r"^\d+(?:/\d{4})?[-/]", "", number)
    return bool(_FORM.search(letters)) and letters[:1].isupper()


def _act(page: Page, reach: Range, kind: str, number: str) -> LegalActRead:
    start, end = reach
    date = _date_after(page, end)
    if date is not None:
        end = date.end
    else:
        date = _date_before(page, start)
    issuer = _ISSUER.match(page.text, end)
    return LegalActRead(
        type=kind,
        number=number,
        issuer=issuer["name"].strip() if issuer else None,
        date=date.value if date else None,
        span=page.span(start, end),
    )


def _date_before(page: Page, start: int) -> DateFound | None:
    """Return the complete date that a Korean text puts before the act: 2018년 4월 17일 공포된 시행령 ..."""
    last = bisect_left(page.dates, start, key=lambda date: date.start) - 1
    for date in page.dates[max(0, last) : last + 1]:
        if _PROMULGATED.fullmatch(page.text[date.end : start]) and date.precision == "day" and "X" not in date.value:
            return date
    return None


def _date_after(page: Page, end: int) -> DateFound | None:
    """Return the complete date that stands right after the number: ``ngày 6/6/2018``, ``dated 6 August 2020``."""
    first = bisect_left(page.dates, end, key=lambda date: date.start)
    for date in page.dates[first : first + 1]:
        gap = page.text[end : date.start]
        if len(gap) <= _NEAR and re.fullmatch(r"[\s,(]*(?:ngày|dated|of|on|ký ngày)?\s*", gap):
            return date if date.precision == "day" and "X" not in date.value else None
    return None
