"""A signing comes in; the parts of its sentence that each tell of a signing of their own go out."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.english.words import PAPER

if TYPE_CHECKING:
    from nhipcau.engine.read.english.signing import Signing
    from nhipcau.engine.read.page import Page

_CUT: Final = re.compile(r"(?:;\s(?:and\s|while\s)?|,\s(?:and|while|whereas)\s)(?=(?:the\s)?[A-Z])")
_VERB: Final = re.compile(
    r"\b(?:signed|inked|sealed|concluded|exchanged|reached|clinched|initial(?:l)?ed|entered\sinto|agreed\s(?:on|to))\b"
)


def clauses(page: Page, signing: Signing) -> list[Signing]:
    """Return a signing for every clause with a verb and a paper of its own: A and B signed ..., and C and D inked ....

    One signing, the same, where the sentence tells of one. ``sentence`` and ``verb`` of a part are those of its clause.
    """
    start, end = signing.sentence
    cuts = [
        found
        for found in _CUT.finditer(page.text, start, end)
        if _VERB.search(page.text, start, found.start()) and _VERB.search(page.text, found.end(), end)
    ]
    if not cuts or signing.pair is not None or signing.weight == 1:
        return [signing]
    parts: list[Signing] = []
    for a, b in pairwise([start, *(found.end() for found in cuts), end]):
        verb = _VERB.search(page.text, a, b)
        if verb is None:
            return [signing]
        paper = PAPER.search(page.text, verb.end(), b)
        if paper is None and not verb[0].startswith("agreed"):
            return [signing]
        behind = paper.span() if paper else None
        parts.append(replace(signing, sentence=(a, b), verb=verb.span(), paper=behind, clause=(a, b)))
    return parts
