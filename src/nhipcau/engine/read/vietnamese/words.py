"""A text comes in; its words with their offsets go out, and what one word alone can tell: heads, acronyms, capitals."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from nhipcau.engine.read.vietnamese.heads import HEADS, LOWER_HEADS
from nhipcau.engine.read.vietnamese.vocabulary import NOT_BODIES

_WORD = re.compile(r"[^\W_]+(?:[-'’&+][^\W_]+)*|\n|[^\w\s]")
_ACRONYM = re.compile(r"[A-ZĐ][A-ZĐ0-9]*(?:[-&+][A-ZĐ0-9]+)*(?:[a-z]{1,2})?")
_LONGEST_ACRONYM = 14

# Capitalised pairs that begin like a head and are none.
_NOT_HEADS = frozenset(
    """
    khoa học|khoa giáo|ban giám|ban tổ|ban lãnh|ban chủ|ban đầu|ban hành|ban thư|hội nghị|hội thảo|hội đàm|
    hội trường|hội chợ|hội an|hội viên|hội nhập|hội tụ|hội thi|hội diễn|hội chẩn|đài loan|đài bắc|đài thọ|
    viện trưởng|viện phó|viện sĩ|viện trợ|cục trưởng|cục phó|cục diện|vụ trưởng|vụ phó|vụ việc|bộ trưởng|
    bộ phận|bộ máy|bộ môn|bộ đội|bộ công cụ|bộ tiêu|bộ sưu|bộ chính|bộ lọc|trường hợp|trường phái|trường quốc|
    sở hữu|sở tại|sở thích|quỹ đất|phòng họp|phòng chống|phòng học|phòng khách|phòng ngừa|phòng trưng|báo cáo|
    báo chí|báo giá|báo điện|cảng biển|tổ chức|tỉnh táo|tỉnh thành|cơ quan|nha khoa|hãng tin|hãng bay|
    liên minh châu|liên hợp|quận trưởng|tỉnh trưởng|đại học hóa|khoa trưởng|nhà máy này|ban cán|ban bí|ban chấp|
    ban thường|hội đồng quản|hội đồng thành|phòng chờ|vụ mùa|cục bộ|bộ nhớ|trung tâm hội|hội đồng thẩm|ban vận
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
) - {"cơ quan", "tổ chức"}
# Words after which a small head is the second half of a common noun: *thị trường*, *cơ hội*, *trụ sở*.
_NO_HEAD_AFTER = frozenset(
    [
        "thị",
        "môi",
        "hội",
        "hiện",
        "công",
        "quảng",
        "xã",
        "cơ",
        "hiệp",
        "quốc",
        "đại",
        "lễ",
        "chi",
        "trụ",
        "xứ",
        "thư",
        "học",
        "bệnh",
        "nghị",
        "kết",
        "cuộc",
        "ký",
        "thủ",
        "văn",
        "dự",
        "an",
    ]
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of a text in order, as three lists of one length."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    texts: tuple[str, ...]
    blocked: frozenset[int] = frozenset()


def split(text: str, blocked: Iterable[tuple[int, int]] = ()) -> Words:
    """Split a text into words, marks and line breaks; the words of the blocked ranges belong to no name of a body."""
    matches = [(found.start(), found.end(), found.group()) for found in _WORD.finditer(text)]
    starts = tuple(start for start, _, _ in matches)
    return Words(
        starts, tuple(end for _, end, _ in matches), tuple(word for _, _, word in matches), _inside(starts, blocked)
    )


def _inside(starts: tuple[int, ...], ranges: Iterable[tuple[int, int]]) -> frozenset[int]:
    found: set[int] = set()
    for start, end in ranges:
        found.update(range(bisect_left(starts, start), bisect_left(starts, end)))
    return frozenset(found)


def is_word(word: str) -> bool:
    """Tell a word from a mark or a line break."""
    return word[:1].isalnum()


def is_capital(word: str) -> bool:
    """Tell whether a word begins with a capital letter or a digit."""
    return word[:1].isupper() or word[:1].isdigit()


def is_acronym(word: str) -> bool:
    """Tell whether a word can be the acronym of a body."""
    return (
        2 <= len(word) <= _LONGEST_ACRONYM
        and _ACRONYM.fullmatch(word) is not None
        and word[1:2].isupper() | (not word[1:2].isalpha())
    )


def names_a_body(word: str) -> bool:
    """Tell whether an acronym may name a party: *KICET*, not *MOU* or *FDI*."""
    return is_acronym(word) and word not in NOT_BODIES and sum(char.isalpha() for char in word) > 1 and "+" not in word


def _by_first(heads: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for head in sorted(heads, key=lambda item: -len(item.split())):
        parts = tuple(head.split())
        table.setdefault(parts[0], []).append(parts)
    return {first: tuple(rest) for first, rest in table.items()}


_UPPER = _by_first(tuple(head for head, _ in HEADS))
_LOWER = _by_first(LOWER_HEADS)


def head_at(words: Words, at: int) -> int:
    """Return how many words the head of an organisation's name at a word has, 0 where there is none.

    A head in small letters counts only before a capital: *tập đoàn Samsung*, *trường Đại học*.
    """
    first = words.texts[at]
    if at in words.blocked or (first.islower() and at and words.texts[at - 1].casefold() in _NO_HEAD_AFTER):
        return 0
    following = words.texts[at + 1] if at + 1 < len(words.texts) else ""
    if f"{first} {following}".casefold() in _NOT_HEADS:
        return 0
    for parts in _UPPER.get(first, ()):
        if _continues(words, at, parts):
            return len(parts)
    for parts in _LOWER.get(first, ()):
        after = at + len(parts)
        if _continues(words, at, parts) and after < len(words.texts) and words.texts[after][:1].isupper():
            return len(parts)
    return 0


def _continues(words: Words, at: int, parts: tuple[str, ...]) -> bool:
    found = words.texts[at : at + len(parts)]
    return len(found) == len(parts) and all(
        have == want or (at_ > 0 and have.casefold() == want.casefold())
        for at_, (have, want) in enumerate(zip(found, parts, strict=True))
    )
