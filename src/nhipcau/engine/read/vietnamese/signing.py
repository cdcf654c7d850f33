"""A paper that is signed comes in as words; its kind goes out, and the record of one place that speaks of a signing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nhipcau.facts.codes import AgreementType

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Range
    from nhipcau.facts.codes import AgreementStatus

PAPER = (
    r"(?:[Bb]iên bản (?:ghi nhớ|hợp tác|thỏa thuận|thoả thuận|thống nhất|cam kết)|[Bb][ảá]n ghi nhớ|[Gg]hi nhớ|"
    r"MO[UA]|M[oO]U|LO[IA]|"
    r"[Tt]h[ỏo]a thuận|[Tt]hoả thuận|[Hh]ợp đồng|[Ýý] định thư|[Tt]hư (?:ngỏ|bày tỏ) ý định|[Tt]hư thỏa thuận|"
    r"[Vv]ăn (?:kiện|bản)|"
    r"[Tt]uyên bố|[Hh]iệp định|[Pp]hụ lục|[Cc]am kết|[Kk]ết nghĩa|[Cc]hương trình|[Kk]ế hoạch|[Nn]ghị định thư|"
    r"[Gg]iao ước|[Hh]iệp ước|"
    r"[Hh]ợp tác|[Qq]uy chế phối hợp|BIÊN BẢN|THỎA THUẬN|THOẢ THUẬN|HỢP TÁC|HỢP ĐỒNG|BẢN GHI NHỚ)"
)
NAMES_PAPER = re.compile(PAPER)
_KINDS: tuple[tuple[re.Pattern[str], AgreementType], ...] = (
    (re.compile(r"phụ lục|sửa đổi, bổ sung", re.IGNORECASE), AgreementType.AMENDMENT),
    (re.compile(r"b[ảá]n ghi nhớ|ghi nhớ|\bMOU\b", re.IGNORECASE), AgreementType.MOU),
    (re.compile(r"ý định thư|\bLOI\b|thư (?:ngỏ|bày tỏ) ý định|bày tỏ ý định", re.IGNORECASE), AgreementType.LOI),
    (re.compile(r"hợp đồng", re.IGNORECASE), AgreementType.CONTRACT),
)


@dataclass(frozen=True, slots=True)
class Signing:
    """One place where the text speaks of a signing.

    ``start``..``end`` is the verb with the paper that is signed; ``weak`` marks a mere reference (*tại lễ ký kết*)
    that supports an event without reporting one; ``item`` marks a line of a list.
    """

    start: int
    end: int
    sentence: Range
    status: AgreementStatus
    kind: AgreementType | None
    weak: bool = False
    item: bool = False
    renewal: bool = False


def kind_of_paper(words: str) -> AgreementType | None:
    """Return the kind of paper that the words name; ``None`` where they name none."""
    for pattern, kind in _KINDS:
        if pattern.search(words):
            return kind
    return AgreementType.AGREEMENT if NAMES_PAPER.search(words) else None
