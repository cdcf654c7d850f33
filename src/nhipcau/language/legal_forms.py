# ruff: noqa: E501 -- one form a line
"""The name of a firm or foundation comes in; the name without its legal form, and the form's code, go out."""

from __future__ import annotations

import functools
import re
from typing import Final

_FORMS: Final[tuple[tuple[str, str], ...]] = (
    # Vietnamese, before the name
    (r"^công ty (?:tnhh|trách nhiệm hữu hạn) (?:một thành viên|mtv|1 thành viên|1tv)\s+", "LLC-1"),
    (r"^công ty (?:tnhh|trách nhiệm hữu hạn) (?:hai|2) thành viên(?: trở lên)?\s+", "LLC"),
    (r"^công ty (?:tnhh|trách nhiệm hữu hạn)\s+", "LLC"),
    (r"^(?:tổng )?công ty (?:cp|cổ phần)\s+", "JSC"),
    (r"^công ty hợp danh\s+", "partnership"),
    (r"^(?:công ty|cty) (?:liên doanh)\s+", "joint-venture"),
    (r"^(?:doanh nghiệp tư nhân|dntn)\s+", "private"),
    (r"^(?:hợp tác xã|htx)\s+", "cooperative"),
    (r"^tổng công ty\s+", "corporation"),
    (r"^tập đoàn\s+", "group"),
    (r"^(?:công ty|cty)\s+", "company"),
    (r"^ngân hàng (?:tmcp|thương mại cổ phần)\s+", "JSC"),
    # Korean, on either side
    (r"^(?:주식회사|\(주\)|㈜)\s*|\s*(?:주식회사|\(주\)|㈜)$", "JSC"),
    (r"^(?:유한책임회사|유한회사|\(유\)|㈲)\s*|\s*(?:유한책임회사|유한회사|\(유\)|㈲)$", "LLC"),
    (r"^(?:재단법인|\(재\)|㈶)\s*|\s*(?:재단법인|\(재\)|㈶)$", "foundation"),
    (r"^(?:사단법인|\(사\)|㈳)\s*|\s*(?:사단법인|\(사\)|㈳)$", "association"),
    (r"^(?:사회복지법인|학교법인|의료법인|농업회사법인|영농조합법인|특수법인)\s*", "corporation"),
    (r"^(?:합자회사|합명회사)\s*|\s*(?:합자회사|합명회사)$", "partnership"),
    (r"^(?:협동조합)\s*|\s*(?:협동조합)$", "cooperative"),
    # English, behind the name
    (
        r",?\s+(?:co\.?,?\s*ltd\.?|company limited|co\.? limited|limited liability company|llc\.?|l\.l\.c\.?|pte\.? ltd\.?|sdn\.? bhd\.?|gmbh)$",
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
    return tuple((re.compile(pattern, re.IGNORECASE), code) for pattern, code in _FORMS)


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
