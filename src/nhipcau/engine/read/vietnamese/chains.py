"""The bodies of a page come in; chains go out: names joined by commas, semicolons, *và*, *cùng*, *với*."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from nhipcau.engine.read.vietnamese.vocabulary import POST

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page, Range
    from nhipcau.engine.read.vietnamese.bodies import Bodies

_AND = re.compile(
    r"(?:\s(?:tỉnh|thành phố|huyện|quận))?(?:\s(?:[^\s,.;:()]+\s){0,4}?(?:đã|vừa)(?=\scùng\s))?"
    r"\s*[,;]?\s*(?:và|cùng với|cùng|với|&|/)\s*(?:giữa |"
    r"bên kia là )?(?:\(?\d\)\s?)?"
    r"(?:(?:các )?(?:đại diện|lãnh đạo|phía|bên|đối tác|doanh nghiệp|một bên là|đơn vị)(?: là)?:?\s){0,2}\s*"
)
_MARK = re.compile(r"(?:\s(?:tỉnh|thành phố|huyện|quận))?\s*(?:;|,|[–-])\s*(?:\(?\d\)\s?)?")
_AT = re.compile(
    r"(?<!\w)(?:[Tt]ại|ở|đến|sang|thăm)\s(?:(?:trụ sở|hội trường|khuôn viên|văn phòng|phòng họp)\s(?:của\s)?)?$"
)
_CAPITAL = r"[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ][\w'’-]*"
_TITLE = r"(?:(?:ông|bà|ngài|đồng chí|TS|ThS|GS|PGS|PGS\.TS|GS\.TS|Mr|Ms|Dr)\.?\s+)"
# *Hiệu trưởng Trường A Nguyễn Văn B và ông C, Giám đốc* Công ty D: people stand between the bodies that they sign for.
_PEOPLE = re.compile(
    rf"(?:\s{_CAPITAL}(?:\s{_CAPITAL}){{0,4}})?\s*(?P<glue>,|;|và|cùng)\s+{_TITLE}?(?:{_CAPITAL}(?:\s{_CAPITAL}){{1,4}}\s?[,–-]\s)?"
    rf"(?:{POST.pattern})(?:\s(?:của|điều hành|thường trực|phụ trách|chi nhánh))?\s"
)
_LOCAL = frozenset({"tỉnh", "thành phố", "quận", "huyện"})
_APPOSED = re.compile(
    r"\s*[–(,-]\s*(?:đại diện|đơn vị|thành viên|trực thuộc|một|doanh nghiệp|nhà|thuộc)[^,.;\n()]{0,70}?\)?(?=\s(?:và|"
    r"cùng|với)\s)"
)


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions (by index) that one coordination joins, and the range it takes in the text."""

    mentions: tuple[int, ...]
    start: int
    end: int
    linked: bool = False


def chains(page: Page, bodies: Bodies) -> tuple[Chain, ...]:
    """Return the coordinations of a page in order; a name that stands alone is a chain of one."""
    found: list[list[int]] = []
    linked: list[bool] = []
    for at, mention in enumerate(bodies.mentions):
        last = bodies.mentions[found[-1][-1]] if found else None
        if last is not None and mention.start < last.tail:
            continue  # the parent of the name before
        glue = _glue(page, last.tail, mention.start) if last else ""
        address = last is not None and glue == "mark" and mention.head in _LOCAL and page.text[mention.start].islower()
        placed = (
            glue == "mark"
            and _AT.search(
                page.text[max(0, bodies.mentions[found[-1][0]].start - 30) : bodies.mentions[found[-1][0]].start]
            )
            is not None
        )
        if address or placed or not glue or (glue == "mark" and linked[-1]):
            found.append([at])
            linked.append(False)
        else:
            found[-1].append(at)
            linked[-1] = linked[-1] or glue == "and"
    return tuple(
        Chain(tuple(chain), bodies.mentions[chain[0]].start, bodies.mentions[chain[-1]].tail, link)
        for chain, link in zip(found, linked, strict=True)
    )


def _glue(page: Page, end: int, start: int) -> str:
    """Return "and" or "mark" for what joins two names, "" where nothing does."""
    gap = page.text[end:start]
    if len(gap) > 110 or "\n" in gap.strip(" "):
        return ""
    apposed = _APPOSED.match(page.text[end : start + 1])
    rest = gap[apposed.end() :] if apposed and apposed.end() <= len(gap) else gap
    if _AND.fullmatch(rest):
        return "and"
    people = _PEOPLE.fullmatch(rest)
    if people:
        return "mark" if people["glue"] in {",", ";"} else "and"
    return "mark" if _MARK.fullmatch(rest) else ""


def bodies_of(chain: Chain, bodies: Bodies) -> tuple[int, ...]:
    """Return the bodies of a chain, each once, in order."""
    return tuple(dict.fromkeys(bodies.of[at] for at in chain.mentions))


def starting_in(found: tuple[Chain, ...], reach: Range) -> list[Chain]:
    """Return the chains that start in a range."""
    first = bisect_left(found, reach[0], key=lambda chain: chain.start)
    return list(takewhile(lambda chain: chain.start < reach[1], islice(found, first, None)))
