"""Plain text with its cues comes in; the languages, rights and degrees that stand outside lists go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from nhipcau.facts.market import ItemKind
from nhipcau.language.properties.reader.cues import LIST, NAME, Cue
from nhipcau.language.properties.reader.denial import is_denied
from nhipcau.language.properties.reader.list_words import SPOKEN_BEHIND
from nhipcau.language.properties.reader.plain_text import PlainText
from nhipcau.language.properties.said import Said

_EVERYDAY: Final = frozenset(
    {
        "know-how",
        "knowhow",
        "know how",
        "노하우",
        "기술 노하우",
        "bi quyet",
        "bi quyet cong nghe",
        "bi quyet ky thuat",
        "chuyen nhuong",
        "양도",
    }
)
_BETWEEN: Final = 5
# Nobody speaks more, and a list that never ends must not grow.
_LANGUAGES: Final = 8
_SPOKEN: Final = re.compile(SPOKEN_BEHIND)


def read_names(text: PlainText, cues: Sequence[Cue], raw: str, kind: ItemKind) -> Iterator[Said]:
    """Yield the languages, rights and degrees that stand outside lists, where the words around say that they count."""
    spoken: list[Cue] = []
    rights_end = -2 * _BETWEEN
    for at, cue in enumerate(cues):
        if NAME + "language" in cue.before:
            spoken = [*spoken[-_LANGUAGES:], cue] if spoken and cue.start - spoken[-1].end <= _BETWEEN else [cue]
            if _SPOKEN.match(text.plain, cue.end):
                yield from (named("language", name, raw) for name in spoken)
        elif NAME + "ip_status" in cue.before and kind is ItemKind.TECHNOLOGY:
            if _is_common(text.plain, cue) and cue.start - rights_end > _BETWEEN:
                continue
            rights_end = cue.end
            yield named("ip_status", cue, raw, denied=is_denied(text.plain, cue.start, cue.end))
        elif NAME + "certificate" in cue.before:
            yield named("certificate", cue, raw, denied=is_denied(text.plain, cue.start, cue.end))
        elif NAME + "degree" in cue.before and _is_asked(cue, cues[max(0, at - 1)], cues[at + 1 : at + 2]):
            yield named("degree", cue, raw)


def named(code: str, cue: Cue, raw: str, *, denied: bool = False) -> Said:
    """State the name that a cue is."""
    return Said(property=code, value=raw[cue.start : cue.end], start=cue.start, end=cue.end, denied=denied)


def _is_common(plain: str, cue: Cue) -> bool:
    """Tell whether a right is also an everyday word: know-how is one only beside other rights."""
    return plain[cue.start : cue.end] in _EVERYDAY


def _is_asked(cue: Cue, before: Cue, behind: Sequence[Cue]) -> bool:
    """Tell whether a degree is meant: trình độ cao đẳng, 학사 이상, bachelor or above."""
    announced = LIST + "degree" in before.before and 0 <= cue.start - before.end <= _BETWEEN
    return announced or any(
        (">=" in one.behind or LIST + "degree" in one.behind) and one.start - cue.end <= _BETWEEN for one in behind
    )
