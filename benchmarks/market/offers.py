"""A family comes in; its offers go out, each with what it really stated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Final

from benchmarks.market.families import LISTS, Asked, Family, NeedText, OfferText
from benchmarks.market.judge import Value, meets
from benchmarks.market.places import PROVINCES, near_limit
from benchmarks.market.units import other_unit

EACH: Final = 30
"""How many offers of the right thing a family has."""

_PLACELESS: Final = 0.03
_MOST_MEMBERS: Final = 3
_STATED_UNASKED: Final = 0.5


@dataclass(slots=True)
class Draft:
    """An offer before it is put into words; ``denied`` are certificates that it says it has not."""

    family: str
    kind: str
    text: OfferText
    place: str | None
    stated: dict[str, tuple[Value, ...]] = field(default_factory=dict)
    denied: tuple[Value, ...] = ()


def drafts(family: Family, half: str, seed: int, each: int = EACH) -> Iterator[Draft]:
    """Yield the offers of a family: those of the right thing, aimed at its needs in turn, then the others."""
    draw = Random(f"{seed}:{half}:{family.name}")
    right = [text for text in family.texts if text.role == "fit"]
    turns = (right * each)[:each]
    draw.shuffle(turns)
    for number, text in enumerate(turns):
        need = family.needs[number % len(family.needs)]
        yield _aimed(draw, family, need, text, draw.choices((3, 2, 1), (4, 4, 3))[0])
    for text in family.texts:
        if text.role != "fit":
            for _ in range(2 if text.role == "related" else draw.choice((1, 2))):
                yield _beside(draw, family, text)


def _aimed(draw: Random, family: Family, need: NeedText, text: OfferText, grade: int) -> Draft:
    """Draw an offer that a need would give a grade, so that every grade occurs for every need."""
    wanted = _standings(draw, need, grade)
    draft = Draft(family.name, family.kind, text, _place(draw, family, need, wanted.get("distance_from")))
    for ask in need.asks:
        if ask.property != "distance_from" and wanted[ask.property] is not None:
            _state(draw, family, draft, ask, met=bool(wanted[ask.property]))
    _unasked(draw, family, draft, {ask.pool_name() for ask in need.asks})
    return draft


def _standings(draw: Random, need: NeedText, grade: int) -> Mapping[str, bool | None]:
    """Return for each requirement whether it is to be met, unmet or (nothing) not stated."""
    stands: dict[str, bool | None] = {ask.property: True for ask in need.asks}
    musts = [ask.property for ask in need.asks if ask.must]
    wishes = [ask.property for ask in need.asks if not ask.must]
    if grade < 3:
        stands |= {name: draw.choice((False, False, None, True)) for name in wishes}
        stands |= {name: draw.choice((True, True, True, None)) for name in musts}
    if grade == 1:
        stands[draw.choice(musts)] = False
    return stands


def _place(draw: Random, family: Family, need: NeedText, met: bool | None) -> str | None:
    if draw.random() < _PLACELESS:
        return None
    names = family.pools["places"].values if "places" in family.pools else _anywhere(draw, family)
    limits = [(n.place, float(a.value)) for n in family.needs for a in n.asks if a.property == "distance_from"]
    clear = [name for name in names if not any(place and near_limit(place, name, limit) for place, limit in limits)]
    asks = [ask for ask in need.asks if ask.property == "distance_from"]
    fitting = [name for name in clear if all(meets(ask, None, need.place, name) is met for ask in asks)]
    return draw.choice(fitting or clear)


def _anywhere(draw: Random, family: Family) -> tuple[str, ...]:
    country = "VN" if family.kind == "site" or draw.random() < 0.7 else "KR"
    return tuple(province.name for province in PROVINCES.values() if province.country == country)


def _state(draw: Random, family: Family, draft: Draft, ask: Asked, *, met: bool) -> None:
    pool = family.pools[ask.pool_name()]
    if ask.op == "has":
        _state_list(draw, family, draft, ask, met=met)
        return
    fitting = [value for value in pool.values if meets(ask, ((value, pool.unit),), None, None) is met]
    draft.stated[ask.property] = (other_unit(draw, ask.property, draw.choice(fitting), pool.unit, draft.text.language),)


def _state_list(draw: Random, family: Family, draft: Draft, ask: Asked, *, met: bool) -> None:
    values = family.pools[ask.pool_name()].values
    fitting = [value for value in values if meets(ask, ((value, ""),), None, None)]
    others = [value for value in values if value not in fitting]
    if ask.property == "certificate" and not met and _one_certificate(family) and draw.random() < 0.4:
        draft.denied = ((ask.value, ""),)
        others = [value for value in others if draw.random() < 0.3]
    chosen = draw.sample(others, min(len(others), draw.randrange(_MOST_MEMBERS)))
    if met:
        chosen.append(draw.choice(fitting))
    elif not chosen and not draft.denied:
        chosen = [draw.choice(others)]
    draw.shuffle(chosen)
    draft.stated[ask.property] = tuple((value, "") for value in chosen)


def _one_certificate(family: Family) -> bool:
    """Say whether one certificate alone is asked for; else to deny one would leave open what of the others."""
    return len({ask.value for need in family.needs for ask in need.asks if ask.property == "certificate"}) == 1


def _unasked(draw: Random, family: Family, draft: Draft, asked: set[str]) -> None:
    """State some of what this need does not ask for: other needs do, and life is like that."""
    for name, pool in family.pools.items():
        if name in asked or name == "places" or draw.random() > _STATED_UNASKED:
            continue
        if name in LISTS:
            chosen = draw.sample(pool.values, min(len(pool.values), draw.randint(1, _MOST_MEMBERS)))
            draft.stated[name] = tuple((value, "") for value in chosen)
        else:
            code = "language" if name == "topik" else name
            draft.stated[code] = (other_unit(draw, code, draw.choice(pool.values), pool.unit, draft.text.language),)


def _beside(draw: Random, family: Family, text: OfferText) -> Draft:
    """Draw an offer that is related or looks alike; what looks alike states little of what is asked."""
    none = NeedText(text.language, None, "", ())
    draft = Draft(family.name, family.kind, text, _place(draw, family, none, met=None))
    if text.role == "related" or draw.random() < 0.15:
        _unasked(draw, family, draft, set())
    return draft
