"""A Korean notice comes in; the people of its labelled lines (서명자, 참석자, 입회), and what each did, go out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.korean.names import role_of
from nhipcau.engine.read.korean.words import SURNAMES
from nhipcau.facts.codes import PersonFunction

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK: Final = r"^[ \t]*(?:[-–•*▲△▶◇○●■□ㅇ※]|\(?\d{1,2}[.)]|[가-하][.)])?[ \t]*"
_LABEL: Final = re.compile(
    rf"{_MARK}(?:(?P<signs>(?:협약[ ]?|협약서[ ]?)?서[ ]*명[ ]*(?:자|인|권자))|"
    r"(?P<watches>입[ ]*회(?:[ ]*자|[ ]*인)?|배[ ]*석(?:[ ]*자)?)|"
    r"(?P<comes>(?:주요[ ]*)?참[ ]*석(?:[ ]*자)?))[ \t]*(?:[:：]|$)",
    re.MULTILINE,
)
_ITEM: Final = re.compile(
    rf"(?:^|[/,;·\n])\s*(?P<org>[^/,;·\n]{{2,40}}?)\s(?P<role>\S{{1,14}})\s"
    rf"(?P<name>[{SURNAMES}][가-힣]{{1,3}}|[가-힣]{{1,4}}(?:\s[가-힣]{{1,4}}){{1,3}})\s*(?=$|[/,;·\n(])"
)
_FUNCTIONS: Final = {
    "signs": PersonFunction.SIGNATORY,
    "watches": PersonFunction.WITNESS,
    "comes": PersonFunction.ATTENDEE,
}
_REACH: Final = 400


def labelled_lines(text: str) -> Iterator[tuple[int, int, PersonFunction]]:
    """Return the range behind each label, up to the end of its line or, where that is empty, of the next one."""
    for found in _LABEL.finditer(text):
        start = found.end()
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if not text[start:end].strip() and end < len(text):
            following = text.find("\n", end + 1)
            end = len(text) if following < 0 else following
        yield start, min(end, start + _REACH), _FUNCTIONS[found.lastgroup or "comes"]


def named_last(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int], str, str]]:
    """Return the people whose names close an item (갑병원 병원장 홍길동 / ...): whole range, name, post and body."""
    for start, end, _ in labelled_lines(text):
        for item in _ITEM.finditer(text, start, end):
            if role_of(item["role"]) is None or any(role_of(part) for part in item["name"].split()):
                continue
            yield (item.start("org"), item.end("name")), item.span("name"), item["role"], item["org"].strip()


def function_in_line(text: str, at: int) -> PersonFunction | None:
    """Return what the label of the line says that a person at an offset did."""
    return next((function for start, end, function in labelled_lines(text) if start <= at < end), None)
