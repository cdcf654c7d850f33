"""The organisation names of a page come in; bodies go out, each with all its mentions and its best name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import count

from nhipcau.engine.read.page import Range
from nhipcau.engine.read.vietnamese.organisations import Mention
from nhipcau.language.text import fold

_DROPPED = re.compile(
    r"^(?:ubnd|uy ban nhan dan|chinh quyen|truong|tap doan|cong ty co phan|cong ty cp|cong ty tnhh mtv|cong ty tnhh|"
    r"cong ty) "
)
_SHORTEST_PART = 4
_LONGEST_NAME = 110
_MANY_NAMES = 8
_MOST = 300


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies of a page: ``of`` maps the index of a mention to a body, ``best`` a body to its fullest mention."""

    mentions: tuple[Mention, ...]
    of: tuple[int, ...]
    best: dict[int, Mention]

    def within(self, reach: Range) -> list[int]:
        """Return the indices of the mentions that start in a range."""
        first = bisect_left(self.mentions, reach[0], key=lambda mention: mention.start)
        last = bisect_left(self.mentions, reach[1], key=lambda mention: mention.start)
        return list(range(first, last))

    def of_body(self, body: int) -> list[Mention]:
        """Return all mentions of a body in order."""
        return [mention for at, mention in enumerate(self.mentions) if self.of[at] == body]

    def counts(self) -> Counter[int]:
        """Return how often each body is named."""
        return Counter(self.of)


def bodies(mentions: tuple[Mention, ...]) -> Bodies:
    """Join the mentions that name the same body: by acronym, by name, by another name, by a part of one name only."""
    keys: dict[str, int] = {}
    of: list[int] = []
    new = count()
    for mention in mentions:
        own = _keys(mention)
        body = next((keys[key] for key in own if key in keys), None)
        of.append(next(new) if body is None else body)
        for key in own:
            keys.setdefault(key, of[-1])
    joined = _join_parts(mentions, of)
    return Bodies(mentions, tuple(joined), _best(mentions, joined))


def plain(name: str) -> str:
    """Return a name folded, with one kind of blank and no hyphen, without its legal or general first word."""
    bare = re.sub(r"[\s\-–—&,]+", " ", fold(name)).strip()
    return _DROPPED.sub("", bare)


def _keys(mention: Mention) -> tuple[str, ...]:
    names = [mention.core, *mention.aliases]
    keys = [plain(name).replace(" ", "") for name in names]
    if mention.acronym:
        keys.append("@" + mention.acronym.casefold())
    if not mention.head and re.fullmatch(r"[A-Z][A-Za-z0-9&+-]{1,13}", mention.core):
        keys.append("@" + mention.core.casefold())
    initials = _initials(mention.core)
    if len(initials) >= 6:
        keys.append("#" + initials)
    return tuple(key for key in keys if len(key) > 1)


def _initials(name: str) -> str:
    """Return the first letters of a name, an acronym inside it spelled out: *Trường Cao đẳng KTCN* → tcdktcn."""
    words = [word for word in re.findall(r"[^\W_]+", name) if word not in {"và", "of", "and", "for"}]
    letters = (fold(word) if word.isupper() and 2 <= len(word) <= 6 else fold(word[0]) for word in words)
    return "".join(letters)


def _join_parts(mentions: tuple[Mention, ...], of: list[int]) -> list[int]:
    """Let a shorter name that is a part of the names of one body only stand for that body."""
    full: dict[int, set[str]] = {}
    for at, mention in enumerate(mentions):
        full.setdefault(of[at], set()).update(f" {plain(name)} " for name in (mention.core, *mention.aliases))
    target: dict[int, int] = {}
    if len(full) > _MOST:
        return of
    for body, names in full.items():
        part = min(names, key=len)
        if len(part.strip()) < _SHORTEST_PART or len(names) > _MANY_NAMES:
            continue
        holders = [
            other
            for other, long in full.items()
            if other != body and any(part != name and (part in name or _abridged(part, name)) for name in long)
        ]
        same_head = _heads(mentions, of, body)
        holders = [other for other in holders if _alike(same_head, _heads(mentions, of, other))]
        if len(holders) == 1:
            target[body] = holders[0]
    return [_follow(target, body) for body in of]


def _alike(one: set[str], other: set[str]) -> bool:
    return not one or not other or bool(one & other)


def _abridged(short: str, long: str) -> bool:
    """*Bệnh viện Sông Cầu* is *Bệnh viện Đa khoa Quốc tế Sông Cầu*: same first and last words, nothing new between."""
    few, many = short.split(), long.split()
    if len(few) < 3 or few[:2] != many[:2] or few[-1] != many[-1]:
        return False
    rest = iter(many)
    return all(word in rest for word in few)


def _heads(mentions: tuple[Mention, ...], of: list[int], body: int) -> set[str]:
    return {mention.head.split()[0] for at, mention in enumerate(mentions) if of[at] == body and mention.head}


def _follow(target: dict[int, int], body: int) -> int:
    seen = {body}
    while body in target and target[body] not in seen:
        body = target[body]
        seen.add(body)
    return body


def _best(mentions: tuple[Mention, ...], of: list[int]) -> dict[int, Mention]:
    best: dict[int, Mention] = {}
    for at, mention in enumerate(mentions):
        if of[at] not in best or _worth(mention) > _worth(best[of[at]]):
            best[of[at]] = mention
    return best


def _worth(mention: Mention) -> tuple[bool, bool, int, int]:
    short = len(mention.core) <= _LONGEST_NAME
    return bool(mention.acronym or mention.aliases) and bool(mention.head), short, len(mention.core), -mention.start
