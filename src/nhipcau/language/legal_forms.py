# ruff: noqa: E501 -- one form a line
"""The name of a firm or foundation comes in; the name without its legal form, and the form's code, go out."""

from __future__ import annotations

import functools
import re
from typing import Final

from nhipcau.language.text import fold

_COMPANY: Final = r"(?:công ty|công-ty|cty\.?|c\.\s?ty|cti)"
_LIMITED: Final = r"(?:tnhh|t\.n\.h\.h\.?|trách nhiệm hữu hạn)"
_ONE_MEMBER: Final = r"(?:một thành viên|mtv|m\.t\.v\.?|1 thành viên|1\s?tv|1tv)"
_SHARES: Final = r"(?:cp|c\.p\.?|cổ phần)"

# Vietnamese forms stand before the name, sometimes behind it; each is also matched with its diacritics lost.
_VIETNAMESE: Final[tuple[tuple[str, str], ...]] = (
    (rf"^(?:{_COMPANY} )?{_LIMITED} {_ONE_MEMBER}\s+", "LLC-1"),
    (rf"^(?:{_COMPANY} )?{_LIMITED} (?:hai|2)(?: thành viên|\s?tv)(?: trở lên)?\s+", "LLC"),
    (rf"^(?:{_COMPANY} )?{_LIMITED}\s+", "LLC"),
    (rf"^(?:(?:tổng )?{_COMPANY} {_SHARES}|ctcp|ct cp)\s+", "JSC"),
    (rf"^{_COMPANY} hợp danh\s+", "partnership"),
    (rf"^(?:{_COMPANY} )?liên doanh\s+", "joint-venture"),
    (r"^(?:doanh nghiệp tư nhân|dntn|dn tư nhân|dn tn)\s+", "private"),
    (r"^(?:hợp tác xã|htx)\s+", "cooperative"),
    (r"^(?:tổng công ty|tct)\s+", "corporation"),
    (r"^tập đoàn\s+", "group"),
    (rf"^{_COMPANY}\s+", "company"),
    (r"^ngân hàng (?:tmcp|thương mại cổ phần)\s+", "JSC"),
    (rf"\s*[-–,]?\s+(?:{_COMPANY} {_SHARES}|ctcp)$", "JSC"),
    (rf"\s*[-–,]?\s+(?:{_COMPANY} {_LIMITED}|tnhh)(?: {_ONE_MEMBER})?$", "LLC"),
)
_OTHERS: Final[tuple[tuple[str, str], ...]] = (
    # Korean, on either side
    (r"^(?:주식회사|\(주\)|㈜|（주）)\s*|\s*(?:주식회사|\(주\)|㈜|（주）)$", "JSC"),
    (r"^(?:유한책임회사|유한회사|\(유\)|㈲)\s*|\s*(?:유한책임회사|유한회사|\(유\)|㈲)$", "LLC"),
    (r"^(?:재단법인|\(재\)|㈶)\s*|\s*(?:재단법인|\(재\)|㈶)$", "foundation"),
    (r"^(?:사단법인|\(사\)|㈳)\s*|\s*(?:사단법인|\(사\)|㈳)$", "association"),
    (r"^(?:사회복지법인|학교법인|의료법인|농업회사법인|영농조합법인|특수법인)\s*", "corporation"),
    (r"^(?:합자회사|합명회사)\s*|\s*(?:합자회사|합명회사)$", "partnership"),
    (r"^(?:협동조합)\s*|\s*(?:협동조합)$", "cooperative"),
    # English, behind the name
    (
        r",?\s+(?:(?:one|single)[- ]member (?:limited liability company|co\.?,?\s*ltd\.?|company limited|llc))$",
        "LLC-1",
    ),
    (
        r",?\s+(?:co\.?,?\s*ltd\.?|company,? limited|company,? ltd\.?|co\.? limited|limited liability company|llc\.?|l\.l\.c\.?|(?:pte\.?|pvt\.?|pty\.?) ltd\.?|sdn\.? bhd\.?|gmbh)$",
        "LLC",
    ),
    (
        r",?\s+(?:joint[- ]stock company|jsc\.?|j\.s\.c\.?|corporation|corp\.?|inc\.?|incorporated|plc\.?|ag|s\.a\.)$",
        "JSC",
    ),
    (r",?\s+(?:ltd\.?|limited)$", "LLC"),
    (r",?\s+(?:company|co\.)$", "company"),
    (r",?\s+(?:foundation)$", "foundation"),
)
_TRIES: Final = 2


@functools.cache
def _compiled() -> tuple[tuple[re.Pattern[str], str], ...]:
    vietnamese = ((f"{pattern}|{fold(pattern)}", code) for pattern, code in _VIETNAMESE)
    return tuple((re.compile(pattern, re.IGNORECASE), code) for pattern, code in (*vietnamese, *_OTHERS))


def strip_legal_form(name: str) -> tuple[str, str | None]:
    """Return ``name`` without its legal form, and the form: LLC, LLC-1 (one member), JSC, foundation ... or ``None``.

    A name that consists of a form alone comes back as it was. Where two forms stand (``㈜ ABC Co., Ltd.``) both go and the
    first of the list counts.
    """
    rest, form = " ".join(name.split()), None
    for _ in range(_TRIES):
        shorter, code = _once(rest)
        if code is None:
            break
        rest, form = shorter, form or code
    return rest, form


def _once(name: str) -> tuple[str, str | None]:
    for pattern, code in _compiled():
        shorter = pattern.sub("", name, count=1).strip(" ,-")
        if shorter != name and shorter:
            return shorter, code
    return name, None
