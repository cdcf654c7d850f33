"""A page comes in; who was present as a witness goes out: bodies, groups and people, each once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nhipcau.facts.reading import WitnessRead

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nhipcau.engine.read.page import Page, Range
    from nhipcau.engine.read.vietnamese.people import Found

_LIST = re.compile(
    r"(?<!\w)(?:(?:sự )?chứng kiến (?:của|bởi|có)|chứng kiến (?:lễ ký(?: kết)?|buổi lễ|buổi ký kết|sự kiện|"
    r"nghi thức)[^,.;:\n]{0,40}?(?:có|gồm|là|còn có)|"
    r"(?:được|cũng được) chứng kiến bởi)[:\s]+",
    re.IGNORECASE,
)
_END = re.compile(
    r"\.(?=\s|$)(?<!TS\.)(?<!GS\.)(?<!TP\.)|\n|, (?=(?:hai|các) bên|đã |tại |lễ |việc )|\s(?:đã|hai bên|các bên|"
    r"hai đơn vị|Lễ|đại diện hai|ký kết|cùng ký)(?!\w)"
)
_SPLIT = re.compile(
    r"\s?[;]\s?(?:cùng |và )?|,\s(?:cùng |và )?|\s(?:và|cùng)\s(?=(?:đại diện|các|ông|bà|ngài|lãnh đạo|Văn phòng|"
    r"Phòng|Sở|Bộ|Cục|Viện|Trường|Trung tâm|Đại học|Công ty|Hiệp hội|đông đảo|nhiều|Đại sứ|Tổng Lãnh sự|cán bộ|"
    r"tập thể|UBND|Ủy ban)(?!\w))"
)
_LEAD = re.compile(r"^(?:cùng |và |các |sự |có |còn có )*(?:đại diện (?:của )?)?(?:lãnh đạo )?(?:các )?", re.IGNORECASE)
_GROUP = re.compile(
    r"cán bộ|viên chức|người lao động|sinh viên|giảng viên|đại biểu|lãnh đạo|doanh nghiệp|chuyên gia", re.IGNORECASE
)
_LONGEST = 600
_OPENINGS = frozenset({"dưới", "trước", "với", "cùng", "được", "có", ""})


def witness_lists(page: Page, signing: Iterable[int]) -> tuple[Range, ...]:
    """Return the ranges of the lists of witnesses; a list ends where a chain that signs begins (offsets)."""
    starts = sorted(signing)
    lists = []
    for match in _LIST.finditer(page.text):
        limit = min(len(page.text), match.end() + _LONGEST)
        stop = _END.search(page.text, match.end(), limit)
        end = stop.start() if stop else limit
        subject = [
            start for start in starts if match.end() + 4 < start < end and page.text[:start].rstrip().endswith(",")
        ]
        opens = page.text[page.sentence_at(match.start())[0] : match.start()].strip().casefold() in _OPENINGS
        lists.append((match.end(), subject[0] if subject and opens else end))
    return tuple(lists)


def witnesses(page: Page, people: tuple[Found, ...], lists: tuple[Range, ...]) -> tuple[WitnessRead, ...]:
    """Return the bodies, groups and people that lists of witnesses name."""
    found: dict[str, WitnessRead] = {}
    for reach in lists:
        for witness in _items(page, reach, people):
            found.setdefault(witness.name.casefold(), witness)
    return tuple(found.values())


def _items(page: Page, reach: Range, people: tuple[Found, ...]) -> list[WitnessRead]:
    inside = [person for person in people if reach[0] <= person.name_start < reach[1]]
    items = [WitnessRead(name=person.name, span=page.span(person.start, person.end)) for person in inside]
    covered = [(person.start, person.end) for person in inside]
    at = reach[0]
    for part in (*_SPLIT.finditer(page.text, reach[0], reach[1]), None):
        end = part.start() if part else reach[1]
        if not any(start < end and at < stop for start, stop in covered):
            item = _item(page, at, end)
            items += [item] if item else []
        at = part.end() if part else end
    return items


def _item(page: Page, start: int, end: int) -> WitnessRead | None:
    """Return one body or group; what follows a person (*, Phó Chủ tịch …*) names nobody new."""
    lead = _LEAD.match(page.text[start:end])
    words = page.text[start + (lead.end() if lead else 0) : end].strip()
    if (
        not words
        or len(words) > 140
        or not (words[0].isupper() or _GROUP.search(page.text[start:end]) or words.startswith("phòng"))
    ):
        return None
    if re.match(r"(?:Phó|Chủ tịch|Giám đốc|Hiệu trưởng|Viện trưởng|Trưởng|Thứ trưởng|Bộ trưởng)\b", words):
        return None
    return WitnessRead(name=words, span=page.span(start, end))
