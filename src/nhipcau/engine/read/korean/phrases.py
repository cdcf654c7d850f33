"""A Korean text and its morphemes come in; its words, each cut from its particle and its bracket, go out."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.korean.words import HEAD

if TYPE_CHECKING:
    from nhipcau.language.tokens import Token

_SEPARATORS: Final = r"\s()\[\]<>{}“”\"‘’'「」『』《》〈〉,;:!?…·∙•ㆍ・‧․▲△▷▶◇◆○●■□◎★☆※①-⑳→↔↑|~=ⓒ©"
DOTS: Final = frozenset("·∙•ㆍ・‧․")
_PIECE: Final = re.compile(
    rf"(?:\((?:재|주|사|유)\)\s?)?(?P<core>(?![-–—])[^{_SEPARATORS}]+(?:\((?:주|유)\)[가-힣]*)?)"
    r"(?:\s?\((?P<bracket>(?:[^()\n]|\([^()\n]{1,60}\)|\)\s?\((?=[^()\n]{2,120}[()])){1,240})\)(?P<tail>[가-힣]*))?"
)
PARTICLES: Final = re.compile(
    r"(?:은|는|이|가|을|를|과|와|의|에|에서|에게|으로|로|도|만|부터|까지|와의|과의|에도|에는|에서는|에서도|와도|"
    r"과도|와는|과는|이나|나|하고|이며|며|"
    r"인|이고|이다|이라고|라고|으로부터|로부터|로서|으로서|보다|께서|서|이라는|라는|간|측|등|측은|측이|측과|측의|"
    r"간의|등이|등은|등과|등의|등을|에선|에서의|에의)$"
)
_COUNCIL: Final = re.compile(
    r"[가-힣]{2,8}(?:의회|대학교|연구원|기술원|진흥원|테크노파크|협회|위원회|센터|공단|공사|재단)"
)
# Two bodies that a dash joins: 갑연구원-을대학교.
_PAIR: Final = re.compile(r"(?P<left>[가-힣A-Za-z]{3,})[-–—](?=[가-힣A-Z]{2})")
# A university, a province or a city on the left of the dash: 국립목포대-하롱대, 경북도-빈증성.
_SHORT_NAME: Final = re.compile(r"[가-힣]{2}[대도시군성]$")
# Posts that the analyser takes for a verb form together with their particle: 군수와.
_POST: Final = re.compile(
    r"(?P<noun>[가-힣]*(?:원장|총장|회장|사장|부장|국장|과장|청장|처장|실장|단장|소장|센터장|장관|차관|지사|시장|"
    r"군수|구청장|위원장|의장|대사|총영사|주석|총리|총재|대표|대표이사|"
    r"대통령|학장|교장|행장|본부장|팀장|이사장|성장|서기장))(?P<particle>은|는|이|가|과|와|을|를|의|도|에게|"
    r"께서)?(?=[\s(,.·:\[\])”\"]|$)"
)
# Letters on which names of bodies end; 학과 + 는 is 학 + 과는 after them.
_ENDS: Final = frozenset("학원소청국회단사부터크")
_VERBAL: Final = ("E", "VV", "VA", "VX", "XSV", "XSA")


@dataclass(frozen=True, slots=True)
class Word:
    """A noun with what hangs on it.

    ``start:end`` is the noun without particle and bracket; ``bracket`` the range inside the parentheses that follow;
    ``particle`` the letters after it; ``after`` the mark or the blank before the next word; ``close`` where the word
    ends with all that hangs on it. ``noun`` is false for verbs and adverbs.
    """

    start: int
    end: int
    text: str
    particle: str
    after: str
    noun: bool
    tags: tuple[str, ...]
    bracket: tuple[int, int] | None
    close: int

    @property
    def proper(self) -> bool:
        """Tell whether a part of the word is a proper noun or Latin."""
        return any(tag in {"NNP", "SL"} for tag in self.tags)

    @property
    def bound(self) -> bool:
        """Tell whether the word ends in a dependent noun: a unit, 등, 간."""
        return bool(self.tags) and self.tags[-1] in {"NNB", "SN"}

    @property
    def common(self) -> bool:
        """Tell whether the word stands in the dictionary as one common noun."""
        return self.tags in {("NNG",), ("NR",), ("NNB",), ("MAG",), ("NP",)}


def words_of(text: str, tokens: tuple[Token, ...]) -> tuple[Word, ...]:
    """Return the words of a text in order."""
    starts = [token.start for token in tokens]
    found: list[Word] = []
    position = 0
    while match := _PIECE.search(text, position):
        word, position = _word(text, match, tokens, starts)
        if word is not None:
            found.append(word)
    return tuple(found)


def _word(text: str, match: re.Match[str], tokens: tuple[Token, ...], starts: list[int]) -> tuple[Word | None, int]:
    """Return the word of a match and where the next one begins."""
    start, core_end = match.start(), match.end("core")
    pair = _PAIR.match(match["core"])
    if (
        pair is not None
        and (HEAD.search(pair["left"]) or _SHORT_NAME.search(pair["left"]) or re.fullmatch(r"[A-Z]{3,}", pair["left"]))
        and not match["core"].startswith(("한-", "한–"))
    ):
        core_end = match.start("core") + pair.end("left")
        match = _PIECE.match(text[:core_end], start) or match
    tail = match["tail"] or ""
    hanging = match["bracket"] is not None
    if hanging and tail and not PARTICLES.match(tail):
        close = match.end("bracket") + 1
        tail = ""
    else:
        close = match.end()
    inside = tokens[bisect_left(starts, start) : bisect_left(starts, core_end)]
    end, particle, noun = _cut(text, start, core_end, inside)
    position = max(close, core_end)
    if not hanging:
        close = start + len(text[start:close].rstrip(".-–—/"))
    if hanging and noun and not particle:
        particle = tail
    elif hanging and (particle or not noun):
        # The bracket follows a finished word: it belongs to nobody.
        close, hanging, position = core_end, False, core_end
    if start >= end:
        return None, position
    word = Word(
        start=start,
        end=end,
        text=text[start:end],
        particle=particle,
        after=text[close : close + 1],
        noun=noun,
        tags=tuple(token.tag for token in inside if token.start < end),
        bracket=match.span("bracket") if hanging else None,
        close=close,
    )
    return word, position


def _cut(text: str, start: int, end: int, inside: tuple[Token, ...]) -> tuple[int, str, bool]:
    """Return where the noun ends, its particle, and whether it is a noun at all."""
    while end > start and text[end - 1] in ".-–—/":
        end -= 1
    post = _POST.match(text, start, end)
    if post is not None:
        return post.end("noun"), post["particle"] or "", True
    if _COUNCIL.fullmatch(text[start:end]):
        return end, "", True
    body = [token for token in inside if token.start < end]
    for at, token in enumerate(body):
        if token.tag.startswith(_VERBAL) or (token.tag == "VCP" and at + 1 < len(body)):
            return end, "", False
        if token.tag.startswith("J") and at and all(rest.tag.startswith(("J", "VC", "E")) for rest in body[at:]):
            cut = token.start
            if (
                cut - start > 3
                and text[cut - 1] in "과와"
                and text[cut:end] in {"는", "도", "의"}
                and text[cut - 2] in _ENDS
            ):
                cut -= 1
            return cut, text[cut:end], True
    if end - start > 3 and text[start:end].endswith(("시가", "성과", "도가", "군과", "구와", "국도")) and len(body) > 1:
        return end - 1, text[end - 1 : end], True
    if len(body) == 1 and body[0].tag in {"MAG", "MAJ", "MM", "IC"}:
        return end, "", False
    return end, "", True
