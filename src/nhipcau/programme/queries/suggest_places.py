"""What a person typed so far comes in; the provinces and cities that may be meant go out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.language.places import Place, places
from nhipcau.language.text import fold
from nhipcau.programme.forms import clean
from nhipcau.programme.permissions import demand

_LEVELS = ("province", "city")
_LONGEST = 100


def suggest_places(actor: Actor, typed: str, *, limit: int = 8) -> tuple[Place, ...]:
    """Return places of which a name in any language begins so, provinces before cities; with nothing typed, none.

    Provinces that became part of another one are offered too: people still write their names.
    """
    demand(actor, "market.see")
    words = fold(clean(typed)[:_LONGEST]).strip()
    if not words:
        return ()
    found = [place for place in places().values() if place.level in _LEVELS and _begins(place, words)]
    found.sort(key=lambda place: (place.level == "city", place.merged_into is not None, place.name(actor.language)))
    return tuple(found[:limit])


def _begins(place: Place, words: str) -> bool:
    return any(
        fold(name).startswith(words) or f" {words}" in fold(name) for names in place.names.values() for name in names
    )
