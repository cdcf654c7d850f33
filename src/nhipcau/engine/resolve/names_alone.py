"""Two records of which little but the names is known come in; how surely they are one body goes out.

A lone name column is a bad fit for Fellegi and Sunter's model, whose fields must be independent. So the names are
compared as wholes across languages, and what kind of body it is decides how far a name goes: there is one Chungbuk
Technopark and one Ministry of Industry and Trade of a country, but a hundred firms called Minh Phát.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from nhipcau.engine.resolve.prepared import Prepared
from nhipcau.facts.message import Message
from nhipcau.facts.record import Reason
from nhipcau.language.organisation_names import OrganisationName, alike

# Kinds of which many bear one name; every other kind has its name for itself.
_MANY_OF_ONE_NAME: Final = frozenset(
    {"company", "factory", "store", "household", "hotel", "cooperative", "branch", "office", "representative-office"}
)
# Before the code of a body that the table of public bodies knows.
_KNOWN_BODY: Final = "@"
_SURELY: Final = 0.93
_SETTLED: Final = 0.995
_MOST_FOR_A_FIRM: Final = 0.97
_DOUBTFUL: Final = 0.72
_LEAST: Final = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesAlone:
    """What the names alone say: the probability, the most that other hints may lift it to, and the reason to show."""

    score: float
    most: float
    reason: Reason


def names_alone(left: Prepared, right: Prepared) -> NamesAlone | None:
    """Return what the names say, ``None`` where either record has none."""
    best = max(
        ((alike(one, other), one, other) for one in left.names for other in right.names),
        key=lambda found: found[0],
        default=None,
    )
    if best is None:
        return None
    degree, one, other = best
    public = _public(left, right)
    score = score_of(degree, public=public)
    said = Message("reason.names.alike", {"degree": round(degree, 2), "left": _text(one), "right": _text(other)})
    weight = math.log2(max(score, _LEAST) / (1 - score))
    most = (_SETTLED if public else _MOST_FOR_A_FIRM) if degree >= _DOUBTFUL else score
    return NamesAlone(score=score, most=most, reason=Reason(field="name", level="alike", weight=weight, said=said))


def score_of(degree: float, *, public: bool) -> float:
    """Return the probability that goes with a degree of likeness (0 to 1)."""
    if public and degree >= _SURELY:
        return _SETTLED
    if degree >= _DOUBTFUL:
        return 0.5 + (_MOST_FOR_A_FIRM - 0.5) * (degree - _DOUBTFUL) / (1 - _DOUBTFUL)
    return 0.5 * degree / _DOUBTFUL


def _public(left: Prepared, right: Prepared) -> bool:
    if (left.heads | right.heads) & {"branch"}:
        return False
    if any(acronym.startswith(_KNOWN_BODY) for acronym in left.acronyms & right.acronyms):
        return True
    return bool((left.heads & right.heads) - _MANY_OF_ONE_NAME)


def _text(name: OrganisationName) -> str:
    return name.text
