"""A requirement or an attribute as it is typed in one piece comes in; its parts go out: ``tolerance <= 0.02 mm``."""

from __future__ import annotations

import re
from typing import Final

from nhipcau.facts.errors import BadInput
from nhipcau.language.properties import PROPERTIES, Form
from nhipcau.programme.arguments import AttributeParts, RequirementParts

_TERM: Final = re.compile(
    r"\s*(?P<code>[a-z][a-z0-9_]*)(?:\s*(?P<sign><=|>=|=|≤|≥)\s*|\s+(?P<word>has-not|has)\s+|\s+)(?P<said>\S.*)",
    re.DOTALL,
)
_FIGURE: Final = re.compile(r"([-+]?[\d.,]+)\s*(.*)", re.DOTALL)
_SIGNS: Final = {"≤": "<=", "≥": ">="}


def requirement_parts(typed: str, *, must: bool) -> RequirementParts:
    """Return the parts of a requirement; the comparison left out is the property's usual one."""
    code, sign, value, unit = _parted(typed)
    parts: RequirementParts = {"property": code, "value": value, "unit": unit, "must": must}
    if sign:
        parts["comparison"] = _SIGNS.get(sign, sign)
    return parts


def attribute_parts(typed: str, *, denied: bool) -> AttributeParts:
    """Return the parts of what an offer states."""
    code, _, value, unit = _parted(typed)
    return {"property": code, "value": value, "unit": unit, "denied": denied}


def _parted(typed: str) -> tuple[str, str, str, str]:
    """Return property, comparison, value and unit; a word such as "IATF 16949" has none."""
    term = _TERM.fullmatch(typed)
    if term is None:
        raise BadInput("error.term-malformed", typed=typed[:80])
    code, sign, said = term["code"], term["sign"] or term["word"] or "", term["said"].strip()
    known = PROPERTIES.get(code)
    figure = _FIGURE.fullmatch(said)
    if figure is None or known is None or known.form not in {Form.FIGURE, Form.DISTANCE}:
        return code, sign, said, ""
    return code, sign, figure[1], figure[2].strip()
