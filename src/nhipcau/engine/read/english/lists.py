"""A sentence of an English page comes in; the pair of bodies that an item of a list of papers names goes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.english.signing import Signing
from nhipcau.engine.read.english.words import CAPITAL, PAPER
from nhipcau.facts.codes import AgreementStatus

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page, Range

_RUN: Final = (
    rf"(?:{CAPITAL})(?:,?\s(?:of\s|for\s|and\s(?!.*\s/)|&\s)?(?:{CAPITAL}|Co\.|Ltd\.|Corp\.|\([A-Z]\w+\))){{0,9}}"
)
_MARK: Final = r"^[\s\-–—•*▪►●]*(?:\(?\d{1,2}[.)]\s+|[a-z]\)\s+)?"
_JOINT: Final = r"\s(?:/|–|—|-|&|x|×|and|with)\s(?:the\s)?"
# A / B — MOU on ...;  A and B: letter of intent, ...
_NAMES_FIRST: Final = re.compile(
    rf"{_MARK}(?:the\s)?(?P<one>{_RUN}){_JOINT}(?P<other>{_RUN})\s?(?:—|–|-|:|,|\()\s?(?P<what>[^.]{{3,240}})"
)
# MoU on smart farming: A and B
_PAPER_FIRST: Final = re.compile(
    rf"{_MARK}(?P<what>[^.:\n]{{3,160}}?)(?::|\s—|\s–)\s(?:the\s)?(?P<one>{_RUN}){_JOINT}(?P<other>{_RUN})[\s.;,]*$"
)
_FINITE: Final = re.compile(r"\b(?:said|has|have|had|was|were|is|are|will|would|told|signed|added)\b")
_REPORTED: Final = re.compile(
    r"\b(?:signed|inked|exchanged|sealed|concluded|initialled|struck)\b[^.]{0,90}:?\s*$|"
    r"\b(?:papers|deals|agreements|MoUs|MOUs|memorand\w+|documents|contracts)\b[^.]{0,90}"
    r"\b(?:signed|inked|exchanged|sealed|concluded|struck)\b",
    re.IGNORECASE,
)
_AHEAD: Final = re.compile(
    r"\b(?:to\sbe|will|expected|planned|due\sto|set\sto|hope[sd]?|draft|not)\s(?:\w+\s){0,2}"
    r"(?:sign|ink|exchange|seal|conclude)",
    re.IGNORECASE,
)
_TALLY: Final = re.compile(
    r"(?i:\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several)\s(?:\w+\s){0,2}"
    r"(?:agreements|deals|MoUs|memorand\w+|contracts|documents|pacts))\b[^.]{0,120}\b(?:inked|signed|concluded|sealed|"
    r"exchanged)\b|\b(?:ink|sign|inked|signed|exchanged|seal|sealed)\s(?:two|three|four|five|six|seven|eight|nine|ten|"
    r"\d{1,2})\s(?:\w+\s){0,2}(?:agreements|deals|MoUs|memorand\w+|contracts|documents|pacts)\b"
)
_MARKED: Final = re.compile(r"^\s*(?:[-–—•*▪►●]|\(?\d{1,2}[.)])\s")
_TOLD: Final = re.compile(
    rf"^(?:(?:Elsewhere|Finally|Meanwhile|Separately|Also|First|Second|Third|In\s[^,]{{3,50}}),\s)?(?:the\s|The\s)?"
    rf"(?P<one>{_RUN})\sand\s(?:the\s|(?:South\s)?Korea[’']s\s|Viet\s?[Nn]am[’']s\s)?(?P<other>{_RUN})\s"
    r"(?:also\s|have\s)?(?P<verb>agreed|pledged|committed|decided|teamed\sup|partnered|undertook)\b"
)


def listed_pair(page: Page, reach: Range) -> Signing | None:
    """Return the signing that an item reports: A / B — MOU on joint research; nothing for other sentences."""
    sentence = page.quote(reach)
    found = _NAMES_FIRST.match(sentence) or _PAPER_FIRST.match(sentence)
    if found is None or _FINITE.search(sentence) or not _introduced(page, reach):
        return None
    paper = PAPER.search(sentence, *found.span("what"))
    if paper is None and not (_MARKED.match(sentence) and _counted(page, reach)):
        return None
    return _made(reach, found, paper.span() if paper else found.span("what"))


def _counted(page: Page, reach: Range) -> bool:
    """Tell whether a sentence before counts papers that were signed: four memoranda were signed at the forum."""
    before = [page.quote(one) for one in page.sentences if one[0] < reach[0]]
    return any(_TALLY.search(one) and not _AHEAD.search(one) for one in before)


def told_pair(page: Page, reach: Range) -> Signing | None:
    """Return one of several counted papers that is told without its name: A and B agreed to build ..."""
    sentence = page.quote(reach)
    found = _TOLD.match(sentence)
    if found is None or not any(_TALLY.search(page.quote(one)) for one in page.sentences if one[0] < reach[0]):
        return None
    return _made(reach, found, found.span("verb"))


def _made(reach: Range, found: re.Match[str], paper: Range) -> Signing:
    at = (reach[0] + paper[0], reach[0] + paper[1])
    pair = tuple((reach[0] + found.start(side), reach[0] + found.end(side)) for side in ("one", "other"))
    return Signing(reach, at, at, AgreementStatus.SIGNED, 3, exchanged=False, renewal=False, pair=(pair[0], pair[1]))


def _introduced(page: Page, reach: Range) -> bool:
    """Tell whether a sentence before says that what follows was signed."""
    before = [page.quote(one) for one in page.sentences if one[0] < reach[0]]
    before = [one for one in before if one.rstrip().endswith(":")][-1:] or before
    return any(_REPORTED.search(one) and not _AHEAD.search(one) for one in before)
