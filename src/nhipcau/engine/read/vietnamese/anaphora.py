"""The bodies of a page and a signing come in; the bodies that *hai bên* and *Nhà trường* stand for go out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nhipcau.engine.read.vietnamese.identity import country_of

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page
    from nhipcau.engine.read.vietnamese.bodies import Bodies
    from nhipcau.engine.read.vietnamese.event import Slot

_PAIR_WORDS = frozenset({"bên", "đơn vị", "phía", "cơ quan", "tổ chức", "cơ sở"})


ANAPHOR = re.compile(
    r"(?<!\w)(?:(?:giữa|và|với|của|phía|lãnh đạo|đại diện|Giám đốc|trưởng|thay mặt)\s)?(?P<head>[Nn]hà trường|Trường|"
    r"Viện|Trung tâm|Công ty|Học viện|Bệnh viện|Hiệp hội|Sở|"
    r"Tập đoàn|Ngân hàng)(?=\s(?:và|với|đã|vừa|cùng|ký|sẽ|đại diện)|[,.])"
)


_ANAPHOR_HEADS = {
    "nhà trường": ("trường", "đại học", "cao đẳng", "học viện"),
    "trường": ("trường", "đại học", "cao đẳng", "học viện"),
    "doanh nghiệp": ("công ty", "tập đoàn", "tổng công ty", ""),
    "địa phương": ("tỉnh", "thành phố", "ubnd", "chính quyền", "ủy ban nhân dân"),
}


_COUNTED = re.compile(
    r"(?<!\w)(?:[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|2|3|4|5)\s(?P<head>trường đại học|trường cao đẳng|trường|viện|bệnh viện|"
    r"trung tâm|công ty|tập đoàn|hiệp hội|"
    r"ngân hàng|doanh nghiệp|địa phương|tỉnh|thành phố|cơ quan|đơn vị|bên|tổ chức|nhà trường|phía|cơ sở|học viện|"
    r"hội)(?!\w)"
)


def main_parties(page: Page, known: Bodies, slot: Slot) -> tuple[tuple[int, ...], dict[int, int]]:
    """Resolve *hai bên*, *hai trường*, *Nhà trường* to the bodies that the text before the signing is about."""
    named = dict(slot.chosen)
    sentence = page.quote(slot.signing.sentence)
    for body in _anaphors(page, known, slot):
        named.setdefault(body, first_mention(known, body))
    counted = _COUNTED.search(sentence)
    wanted = 3 if counted and counted.group().split()[0].casefold() in {"ba", "3"} else 2
    heads = _heads_for(counted["head"] if counted else "bên")
    ranked = _ranked(page, known, slot.signing.start, heads)
    if heads and len(ranked) < wanted:
        ranked = _ranked(page, known, slot.signing.start, ())
    for body in _two_sided(known, ranked, tuple(named), page):
        if len(named) >= wanted:
            break
        named.setdefault(body, first_mention(known, body))
    return tuple(named), named


def _anaphors(page: Page, known: Bodies, slot: Slot) -> list[int]:
    """Resolve *Nhà trường*, *Viện*, *Công ty* without a name to the body with that head that the text is most about."""
    found = []
    for match in ANAPHOR.finditer(page.text, *slot.signing.sentence):
        found += resolved(page, known, slot, match)[:1]
    return found


def resolved(page: Page, known: Bodies, slot: Slot, match: re.Match[str]) -> list[int]:
    """Return the bodies that a noun may stand for, the likeliest first; none where it is a part of a name."""
    if any(mention.start <= match.start("head") < mention.tail for mention in known.mentions):
        return []
    ranked = _ranked(page, known, slot.signing.start, _heads_for(match["head"].casefold()))
    return [body for body in ranked if body not in slot.parties]


def _heads_for(word: str) -> tuple[str, ...]:
    if word in _PAIR_WORDS:
        return ()
    return _ANAPHOR_HEADS.get(word, (word,))


def _ranked(page: Page, known: Bodies, before: int, heads: tuple[str, ...]) -> list[int]:
    """Return the bodies by how much the text is about them, those of the fitting heads only."""
    weight: dict[int, float] = {}
    lead = page.sentences[0][1] if page.sentences else 0
    for at, mention in enumerate(known.mentions):
        if heads and not any(mention.head.startswith(head) if head else not mention.head for head in heads):
            continue
        worth = 1.0 + (2.0 if mention.start < lead else 0.0) + (1.0 if mention.start < before else 0.0)
        worth -= 1.5 if mention.head in {"bộ", "chính phủ", "tỉnh", "thành phố", "báo", "đài"} else 0.0
        weight[known.of[at]] = weight.get(known.of[at], 0.0) + worth
    parents = {mention.parent for mention in known.mentions if mention.parent}
    ranked = sorted(weight, key=lambda body: -weight[body])
    return [
        body for body in ranked if weight[body] > 0 and not any(known.best[body].core in parent for parent in parents)
    ]


def _two_sided(known: Bodies, ranked: list[int], named: tuple[int, ...], page: Page) -> list[int]:
    """Prefer a partner from another country than that of the first."""
    first = named[0] if named else (ranked[0] if ranked else None)
    if first is None:
        return []
    home = country_of(page, known, first)[0]
    others = [body for body in ranked if body not in named and body != first]
    others.sort(key=lambda body: country_of(page, known, body)[0] == home)
    return ([] if named else [first]) + others


def first_mention(known: Bodies, body: int) -> int:
    """Return the index of the fullest mention of a body."""
    best = known.best[body]
    return next(at for at, mention in enumerate(known.mentions) if mention.start == best.start)
