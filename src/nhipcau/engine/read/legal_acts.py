"""A page comes in; the laws, decrees, decisions and resolutions that it names by number go out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nhipcau.facts.reading import LegalActRead

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page
    from nhipcau.language.dates import DateFound

_TYPES = (
    "Thông tư liên tịch|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Kết luận|Công văn|Kế hoạch|Thông báo|Tờ trình|"
    "Chương trình|Đề án|Luật|Pháp lệnh|Sắc lệnh|Lệnh|Thông tri|Văn bản|Báo cáo|Quy chế|Hướng dẫn|Công điện|Công hàm|"
    "Resolution|Decree|Decision|Circular|Directive|Conclusion|Plan|Law|Act|Dispatch|"
    "결의|결의안|시행령|시행규칙|결정|법령|의정|총리령|대통령령|법률|훈령|고시|조례|지침"
)
_SPACE = r"[ \t\n]{1,3}"
_NUMBER = r"\d{1,5}(?:/\d{4})?[ ]?[-/–][ ]?[A-ZĐ][A-Za-zĐđ0-9]{0,9}(?:[-/–&][A-ZĐ0-9][A-Za-zĐđ0-9]{0,9}){0,4}"
_VIETNAMESE = re.compile(
    rf"(?:(?P<type>{_TYPES}){_SPACE}?)?(?:(?:số|[Nn]o\.?|Nr\.?|번호|제)[ ]?:?[ ]?)?(?<![\d/.,-])(?P<number>{_NUMBER})",
    re.IGNORECASE,
)
_KOREAN = re.compile(r"(?P<type>법률|대통령령|총리령|부령|조례|고시|훈령|예규)[ ]?(?P<number>제\d{1,6}(?:-\d{1,6})?호)")
_FORM = re.compile(r"(?:NQ|QĐ|QD|NĐ|ND|TT|TTLT|CT|KL|CV|KH|TB|TTr|CTr|ĐA|QH|CĐ|L|HD|QC|BC|UBND|CP|TTg|TTG|BCT|TW)\b")
_ISSUER = re.compile(
    r"(?:[ ]|,[ ]){0,2}(?:của|do|by|of)[ ](?:the[ ])?(?P<name>"
    r"(?:Thủ tướng )?Chính phủ|Bộ Chính trị|Quốc hội|Ủy ban Thường vụ Quốc hội|Ban Bí thư|Ban Chấp hành Trung ương"
    r"|(?:Bộ trưởng )?Bộ(?: [A-ZĐ]\w*){1,6}(?: và [A-ZĐ]\w*(?: \w+)?)?"
    r"|(?:Chủ tịch )?(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân) (?:tỉnh|thành phố|TP\.?) [A-ZĐ]\w*(?: [A-ZĐ]\w*){0,2}"
    r"|Prime Minister|Government|Politburo|Minister of [A-Z]\w*(?: (?:and )?[A-Z]\w*){0,3}|Ministry of [A-Z]\w*(?: (?:and )?[A-Z]\w*){0,3})"
)
_NEAR = 24


def legal_acts(page: Page) -> tuple[LegalActRead, ...]:
    """Return every legal act once, at its first mention, with its date and issuer where they stand beside it."""
    seen: set[str] = set()
    acts: list[LegalActRead] = []
    for match in (*_VIETNAMESE.finditer(page.text), *_KOREAN.finditer(page.text)):
        number = re.sub(r"\s", "", match["number"]).replace("–", "-")
        if number.upper() in seen or not _is_number_of_act(match, number):
            continue
        seen.add(number.upper())
        acts.append(_act(page, match, number))
    return tuple(acts)


def _is_number_of_act(match: re.Match[str], number: str) -> bool:
    """A number without a type before it counts only where its letters are those of legal acts."""
    if match["number"].startswith("제"):
        return True
    letters = re.sub(r"^\d+(?:/\d{4})?[-/]", "", number)
    return bool(_FORM.match(letters) or _FORM.search(letters)) and letters[:1].isupper()


def _act(page: Page, match: re.Match[str], number: str) -> LegalActRead:
    start, end = match.start(), match.end()
    kind = match["type"] or ""
    if not kind:
        start = match.start("number")
    date = _date_after(page, end)
    if date is not None:
        end = date.end
    issuer = _ISSUER.match(page.text, end)
    return LegalActRead(
        type=kind,
        number=number,
        issuer=issuer["name"].strip() if issuer else None,
        date=date.value if date else None,
        span=page.span(start, end),
    )


def _date_after(page: Page, end: int) -> DateFound | None:
    """Return the complete date that stands right after the number: ``ngày 6/6/2018``, ``dated 6 August 2020``."""
    for date in page.dates:
        gap = page.text[end : date.start]
        if date.start >= end and len(gap) <= _NEAR and re.fullmatch(r"[\s,(]*(?:ngày|dated|of|on|ký ngày)?\s*", gap):
            return date if date.precision == "day" and "X" not in date.value else None
    return None
