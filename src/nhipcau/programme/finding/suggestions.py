"""What was typed and the things that it may mean come in; suggestions go out, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nhipcau.facts.codes import PartyKind
from nhipcau.facts.organisation import Name
from nhipcau.programme.finding.fit import Asked, Fit, fit
from nhipcau.programme.name_keys import ACRONYM
from nhipcau.programme.views import Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A body or a person that may be meant; ``agreements`` counts those that may be seen, ``beside`` tells it apart."""

    kind: str
    id: str
    names: tuple[Name, ...]
    country: str | None = None
    party_kind: PartyKind | None = None
    agreements: int = 0
    beside: str = ""
    demo: bool = False


def best(wanted: Asked, candidates: Iterable[Candidate], limit: int) -> tuple[Suggestion, ...]:
    """Return the candidates that fit: by how well, then who signed more, then the shorter name."""
    ranked = []
    for one in candidates:
        found = fit(wanted, one.names, person=one.kind == "person")
        if found is not None:
            how, index = found
            ranked.append(((how, -one.agreements, len(one.names[index].text), one.id), _suggestion(one, how, index)))
    return tuple(suggestion for _, suggestion in sorted(ranked, key=lambda pair: pair[0])[:limit])


def _suggestion(one: Candidate, how: Fit, index: int) -> Suggestion:
    acronym = next((name.text for name in one.names if name.kind == ACRONYM), "")
    title, found = one.names[0].text, one.names[index].text
    detail = one.beside or acronym
    return Suggestion(
        kind=one.kind,
        id=one.id,
        title=title,
        found=found if found not in (title, detail) else "",
        detail=detail if detail != title else "",
        country=one.country,
        party_kind=one.party_kind,
        agreements=one.agreements,
        fit=how.name.lower(),
        demo=one.demo,
    )
