"""No input; the record of one sentence of an English page that reports a signing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Range
    from nhipcau.facts.codes import AgreementStatus


@dataclass(frozen=True, slots=True)
class Signing:
    """One sentence that reports a signing.

    ``verb`` is the range of the verb, ``paper`` the range of the word for the document. ``weight``: 3 a finite verb
    with its document, 2 a ceremony or participle, 1 a headline or a joining of hands. ``pair`` are the ranges of the
    two names of an item of a list, ``clause`` the part of a sentence that tells of this signing where it
    tells of several.
    """

    sentence: Range
    verb: Range
    paper: Range | None
    status: AgreementStatus
    weight: int
    exchanged: bool
    renewal: bool
    pair: tuple[Range, Range] | None = None
    clause: Range | None = None
