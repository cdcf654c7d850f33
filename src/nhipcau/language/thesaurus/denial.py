"""A text as the labels are searched in it comes in; where it speaks of what is not offered, had or wanted goes out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from nhipcau.language.thesaurus.searched_text import Searched

# A cue that stands before what it denies: how many letters after it that may begin at most.
_BEFORE: Final = {
    "vi": {
        "không nhận": 80, "không làm": 80, "không gia công": 80, "không sản xuất": 80, "không cung cấp": 80,
        "không có": 60, "không bao gồm": 80, "không gồm": 80, "không kèm": 60, "không kể": 60, "không cần": 60,
        "không quan tâm": 80, "không dùng": 60, "không sử dụng": 60, "không phải": 30, "không qua": 30,
        "không": 1, "chưa": 1, "chưa có": 60, "chưa đạt": 60, "chưa được": 60, "chưa làm": 60, "chưa nhận": 60,
        "ngoại trừ": 60, "trừ": 1, "miễn": 1, "không đạt": 60, "không hỗ trợ": 60, "chứ không": 40,
    },
    "ko": {},
    "en": {
        "not interested in": 80, "no": 28, "without": 40, "except": 40, "except for": 40, "excluding": 60,
        "other than": 40, "rather than": 40, "instead of": 40, "not yet": 60, "do not": 70, "don t": 70,
        "does not": 70, "doesn t": 70, "cannot": 70, "can t": 70, "neither": 60, "never": 50, "no longer": 50,
        "not for": 40, "not looking for": 60, "not including": 60, "not": 14, "nothing in": 40, "minus": 30,
        "non": 0,
    },
}  # fmt: skip
# A cue that stands behind what it denies.
_BEHIND: Final = {
    "vi": ("thì không", "không nhận", "không làm", "chưa có", "chưa làm được", "không có"),
    "ko": (
        "제외", "미보유", "미취득", "미인증", "미획득", "미적용", "미실시", "미포함", "불포함", "불가", "없음",
        "없습니다", "없이", "없는", "없으며", "없고", "안 합니다", "안 함", "안함", "하지 않", "지 않", "취급 안",
        "안 받", "받지 않",
        "필요 없", "필요없", "아님", "아닌", "아닙니다", "말고", "빼고", "관심 없", "관심없", "사절", "못 합니다",
        "못합니다", "하지 못", "취급하지 않", "불필요", "대신",
    ),
    "en": (
        "not offered", "not available", "not included", "not required", "not needed", "not accepted", "not done",
        "not possible", "excluded", "not provided", "not ours",
    ),
}  # fmt: skip
# What is under way is not there yet; said of certificates alone.
_UNDER_WAY: Final = {
    "vi": ("đang xin", "đang làm hồ sơ", "đang xây dựng", "đang triển khai", "dự kiến đạt", "sắp có", "chuẩn bị"),
    "ko": ("준비 중", "준비중", "취득 예정", "인증 예정", "진행 중", "진행중", "심사 중", "추진 중", "추진중"),
    "en": (
        "in progress", "pending", "under way", "underway", "planned", "applied for", "working towards",
        "aiming for",
    ),
}  # fmt: skip
# No denial: "not only", "no limit" and the like.
_NO_CUE: Final = re.compile(
    r" (?:không (?:chỉ|những|giới hạn|ngừng|khí|gian|dây|gỉ|rỉ|dệt|chì|phân biệt|quá|dưới|lỗi|kém|lo|đổi)"
    r"|(?:hàng|chân) không"
    r"|chưa (?:kể|từng|bao giờ)|no (?:minimum|limit|problem|matter|middlemen|less|more|later|fewer|hidden)"
    r"|not (?:only|just|less|more|later|exceeding)|without (?:delay|limit|fail|interruption)"
    r"|(?:뿐만|뿐) 아니|문제 없|문제없|결함 없|불량 없) "
)
_STOP: Final = re.compile(r"[;!?\n:()–—]|\.(?!\d)| - | but | nhưng | mà | song | only | chỉ | we | bên em | vẫn ")
_STOP_KO: Final = re.compile(
    "[.;!?\n,:()–—]| - |지만|(?:하고|하며|이며|으며|는데|은데|습니다|니다|있고|있음|가능)(?=[ .,])"
)
_LIST: Final = re.compile(r" (?:or|nor|hoặc|hay|lẫn) ")
_LIST_OF_A_VERB: Final = re.compile(r" (?:or|nor|hoặc|hay|lẫn|và|and) ")
# From this reach on a cue has a verb of its own: "do not", "không nhận".
_VERB: Final = 60
# The last words before a Korean cue, and what is joined to them.
_LAST_WORDS: Final = re.compile(
    r"(?:\S+ ?[·/] ?|\S+(?:와|과|나|이나|이랑|랑) |\S+ (?:및|또는|혹은|그리고) )*(?:\S+ )?\S+ ?$"
)
_WORDS_BACK: Final = 40


@dataclass(frozen=True, slots=True)
class Denied:
    """The stretch ``start:end`` of the searched words is denied by the words at ``cue``.

    ``certificates``: those alone are.
    """

    start: int
    end: int
    cue: int
    certificates: bool = False


def denied(text: Searched, language: str) -> tuple[Denied, ...]:
    """Return the stretches that are denied; what reaches into one is."""
    search, cues = _cues(language)
    found: list[Denied] = []
    done = 0
    hits = search.find_matches_as_indexes(text.words, overlapping=True)
    for index, start, end in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
        kind, reach = cues[index]
        if start < done or _is_no_cue(text.words, start, end):
            continue
        done = end - 1
        found.extend(_stretches(text, (start, end), kind, reach, language))
    return tuple(found)


def _stretches(text: Searched, cue: tuple[int, int], kind: str, reach: int, language: str) -> Iterator[Denied]:
    start, end = cue
    if kind in ("before", "both"):
        last = _forward(text.marked, end, reach)
        if kind == "before" or text.words[end:last].strip():
            yield Denied(end, last, start)
            return
    behind = Denied(_backward(text.marked, start, language), start, start)
    if kind != "under way":
        yield behind
        return
    yield Denied(behind.start, behind.end, start, certificates=True)
    yield Denied(end, _forward(text.marked, end, _WORDS_BACK), start, certificates=True)


def _forward(marked: str, end: int, reach: int) -> int:
    """Return the last place at which what is denied may begin; a list goes on over commas if "or" closes it.

    After a verb "and" does as well: "we do not plate, paint and print", but "no minimum, plating and painting".
    """
    last = min(end + reach, len(marked))
    stop = _STOP.search(marked, end - 1, last)
    last = stop.start() if stop else last
    comma = marked.find(",", end, last)
    closed = _LIST_OF_A_VERB if reach >= _VERB else _LIST
    return last if comma < 0 or closed.search(marked, comma, last) else comma


def _backward(marked: str, start: int, language: str) -> int:
    first = max(0, start - _WORDS_BACK)
    if language != "ko":
        stops = [stop.end() for stop in _STOP.finditer(marked, first, start)]
        return max([first, marked.rfind(",", first, start) + 1, *stops])
    stops = [stop.end() for stop in _STOP_KO.finditer(marked, first, start)]
    first = max([first, *stops])
    words = _LAST_WORDS.search(marked[first:start])
    return first + words.start() if words else start


def _is_no_cue(words: str, start: int, end: int) -> bool:
    return any(
        other.start() < end and start < other.end() for other in _NO_CUE.finditer(words, max(0, start - 8), end + 16)
    )


@functools.cache
def _cues(language: str) -> tuple[AhoCorasick, tuple[tuple[str, int], ...]]:
    """Return the search for the cues of a language, and of each its kind and reach."""
    both = set(_BEFORE[language]) & set(_BEHIND[language])
    found = {cue: ("both" if cue in both else "before", reach) for cue, reach in _BEFORE[language].items()}
    found |= {cue: ("behind", 0) for cue in _BEHIND[language] if cue not in both}
    found |= dict.fromkeys(_UNDER_WAY[language], ("under way", 0))
    padded = [f" {cue}" if language == "ko" and " " not in cue and len(cue) < 3 else cue for cue in found]
    padded = [cue if language == "ko" else f" {cue} " for cue in padded]
    return AhoCorasick(padded, matchkind=MatchKind.Standard), tuple(found.values())
