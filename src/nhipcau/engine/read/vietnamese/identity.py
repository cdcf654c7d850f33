"""A body comes in; its kind and its country go out, each with the words that it is derived from."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from nhipcau.engine.read.vietnamese.heads import KIND_OF_HEAD
from nhipcau.engine.read.vietnamese.syllables import is_foreign
from nhipcau.engine.read.vietnamese.vocabulary import KOREA, OTHER_COUNTRIES, VIETNAM
from nhipcau.facts.codes import PartyKind

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page
    from nhipcau.engine.read.vietnamese.bodies import Bodies
    from nhipcau.engine.read.vietnamese.organisations import Mention

_LOCAL_HEADS = frozenset(
    [
        "ubnd",
        "sở",
        "bộ",
        "cục",
        "vụ",
        "chi cục",
        "tổng cục",
        "tỉnh ủy",
        "thành ủy",
        "ban quản lý",
        "hội đồng nhân dân",
        "ủy ban nhân dân",
        "uỷ ban nhân dân",
        "tỉnh đoàn",
    ]
)
_WORD_KINDS: tuple[tuple[re.Pattern[str], PartyKind], ...] = (
    (re.compile(r"techno\s?park", re.IGNORECASE), PartyKind.TECHNOPARK),
    (re.compile(r"\b(?:university|univ)\b", re.IGNORECASE), PartyKind.UNIVERSITY),
    (re.compile(r"\bcollege\b|polytechnic", re.IGNORECASE), PartyKind.COLLEGE),
    (re.compile(r"\b(?:institute|laboratory|academy of)\b", re.IGNORECASE), PartyKind.RESEARCH_INSTITUTE),
    (re.compile(
        r"\b(?:association|federation|chamber|society|union|alliance)\b",
        re.IGNORECASE,
    ), PartyKind.ASSOCIATION),
    (re.compile(r"\bbank\b", re.IGNORECASE), PartyKind.BANK),
    (re.compile(r"\bministry\b", re.IGNORECASE), PartyKind.MINISTRY),
    (re.compile(r"\b(?:agency|administration|authority)\b", re.IGNORECASE), PartyKind.GOVERNMENT_AGENCY),
    (re.compile(r"\bcent(?:er|re)\b", re.IGNORECASE), PartyKind.PUBLIC_CENTRE),
    (
        re.compile(
            r"\b(?:co|corp|inc|ltd|jsc|group|electronics|vina|industries|tech|systems?|energy|motors?|holdings|"
            r"company)\b",
            re.IGNORECASE,
        ),
        PartyKind.COMPANY,
    ),
)  # fmt: skip
_OTHER = re.compile(r"(?<!\w)(?:" + "|".join(name for name, _ in OTHER_COUNTRIES if len(name) > 4) + r")(?!\w)")
_MOST = 12


def kind_of(best: Mention, mentions: list[Mention]) -> tuple[PartyKind | None, str]:
    """Return the kind of a body and the word that tells it."""
    for mention in (best, *mentions):
        for name in (mention.core, *mention.aliases):
            if _WORD_KINDS[0][0].search(name):
                return PartyKind.TECHNOPARK, name
        if mention.head:
            return _kind_of_head(mention)
    for mention in mentions:
        for name in (mention.core, *mention.aliases):
            for pattern, kind in _WORD_KINDS:
                if pattern.search(name):
                    return kind, pattern.search(name).group()  # type: ignore[union-attr]  # just matched
    if best.core and not re.fullmatch(r"[A-ZĐ&-]{2,}", best.core):
        return PartyKind.COMPANY, best.core
    return None, ""


def _kind_of_head(mention: Mention) -> tuple[PartyKind | None, str]:
    if re.match(r"(?:Viện|Trung tâm|Quỹ)\b.*\bTập đoàn", mention.core):
        return PartyKind.RESEARCH_INSTITUTE, mention.head
    if mention.head.startswith("trường") and re.match(r"trường (?:cao đẳng|cđ|trung cấp)", mention.core, re.IGNORECASE):
        return PartyKind.COLLEGE, "cao đẳng"
    if mention.head == "văn phòng đại diện":
        return None, mention.head
    words = mention.head.split()
    return next(
        (KIND_OF_HEAD[head] for size in range(len(words), 0, -1) if (head := " ".join(words[:size])) in KIND_OF_HEAD),
        None,
    ), mention.head


def country_of(page: Page, known: Bodies, body: int) -> tuple[str | None, str, str]:
    """Return the country of a body with the source of the derivation and the words it rests on."""
    mentions = known.of_body(body)[:_MOST]
    stated = next((mention for mention in mentions if mention.country), None)
    best = known.best[body]
    by_head = best.head in _LOCAL_HEADS
    for mention in (best, *(one for one in mentions if one.head)):
        names = " ".join((mention.core, *mention.aliases))
        said = _country_in(page, mention, names)
        if said[0]:
            return said
    if stated and stated.country:
        return stated.country, "place-name", stated.country
    parents = " ".join(mention.parent or "" for mention in mentions)
    if KOREA.search(parents):
        return "KR", "place-name", parents.strip()
    return _by_sound(best.core, by_head=by_head, head=best.head)


def _country_in(page: Page, mention: Mention, names: str) -> tuple[str | None, str, str]:
    """A name with both countries belongs to the first of them; a brand with one to where its branch is."""
    korean, vietnamese = KOREA.search(names), VIETNAM.search(names)
    if korean and vietnamese:
        first = "VN" if vietnamese.start() < korean.start() else "KR"
        return first, "name", names[min(korean.start(), vietnamese.start()) :][:24]
    at = bisect_left(page.places, mention.start, key=lambda found: found.start)
    regions = [found for found in page.places[at : at + 3] if found.end <= mention.end]
    for found in regions:
        if found.place.country in {"KR", "VN"} and not (vietnamese and found.place.country == "KR" and not korean):
            if korean or vietnamese:
                break
            return found.place.country, "place-name", page.text[found.start : found.end]
    if korean or vietnamese:
        found_word = korean or vietnamese
        branch = vietnamese and _is_brand(mention.core)
        return ("VN" if branch or vietnamese else "KR"), "place-name", found_word.group() if found_word else ""
    other = _OTHER.search(names)
    return (dict(OTHER_COUNTRIES)[other.group()], "place-name", other.group()) if other else (None, "", "")


def _is_brand(core: str) -> bool:
    return any(is_foreign(word) for word in core.split())


def _by_sound(core: str, *, by_head: bool, head: str) -> tuple[str | None, str, str]:
    """Tell a Vietnamese name from a foreign one by its syllables."""
    words = list(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", core))
    rest = [word for word in (words[len(head.split()) :] if head else words) if word[:1].isupper()]
    foreign = [word for word in rest if is_foreign(word) and not word.isupper()]
    if foreign:
        return None, "", ""
    if by_head or (head and not all(word.isupper() for word in rest)) or (head and not rest):
        return "VN", "name", core
    return None, "", ""


def country_of_acronym(acronym: str) -> str | None:
    """Guess from the first letter where nothing else tells: VASI is Vietnamese, KOTRA is Korean."""
    return {"V": "VN", "K": "KR"}.get(acronym[:1])
