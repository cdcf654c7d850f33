"""What one signing names, and what several signings of one paper tell together: the records that the steps hand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nhipcau.facts.codes import AgreementStatus

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Range
    from nhipcau.engine.read.vietnamese.signing import Signing


@dataclass(frozen=True, slots=True)
class Slot:
    """The parties that one signing names itself, the range that says so, and the mention of each body."""

    signing: Signing
    parties: tuple[int, ...]
    evidence: Range
    chosen: dict[int, int]
    lacks_subject: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One signing with its parties (bodies, in order) and the signings that speak of it."""

    parties: tuple[int, ...]
    signings: tuple[Signing, ...]
    evidence: Range
    chosen: dict[int, int]

    @property
    def status(self) -> AgreementStatus:
        """The status that its report gives; a later mention of a plan does not undo a signature."""
        said = {signing.status for signing in self.signings if not signing.weak} or {self.signings[0].status}
        order = (AgreementStatus.SIGNED, AgreementStatus.EXCHANGED, AgreementStatus.PLANNED, AgreementStatus.EARLIER)
        return next(status for status in order if status in said)
