"""A place as somebody wrote it comes in; its code, its province, and the provinces that a question means go out."""

from __future__ import annotations

from nhipcau.language.places import place_named, place_of, places

_CITY = "city"
_COUNTRY = "country"


def code_of(written: str) -> str | None:
    """Return the code of a place named in any language or by its code; ``None`` where the table has none."""
    known = place_of(written) or place_of(written.upper()) or place_named(written)
    return known.code if known else None


def province_of(place: str | None) -> str | None:
    """Return the code of the province (or of the country, where no more is said) that a place lies in."""
    known = place_of(place) if place else None
    if known is None:
        return None
    return known.parent if known.level == _CITY else known.code


def provinces_within(code: str) -> tuple[str, ...]:
    """Return the codes that lie in a country or a province, its own among them; of a merged province those it joined.

    Nothing lies in a city.
    """
    known = place_of(code)
    if known is None or known.level == _CITY:
        return ()
    if known.level == _COUNTRY:
        return tuple(sorted(one.code for one in places().values() if one.country == code and one.level != _CITY))
    return (code, *sorted(one.code for one in places().values() if one.merged_into == code))
