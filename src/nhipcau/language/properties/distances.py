"""Two place codes come in; the straight line between the capitals of their provinces goes out."""

from __future__ import annotations

import csv
import functools
import importlib.resources
import math
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from nhipcau.language.places import find_places, place_named, place_of

_RADIUS_KM: Final = 6371.0


@functools.lru_cache(maxsize=16384)
def distance_km(one: str, other: str) -> Decimal | None:
    """Return the kilometres between two provinces, or the provinces of two cities; ``None`` where one is neither.

    Provinces are those before 1 July 2025: a place of today's larger province is told more exactly by the older one.
    """
    first, second = (capitals().get(code.partition(":")[0]) for code in (one, other))
    if first is None or second is None:
        return None
    return Decimal(round(_line(first, second), 1)).quantize(Decimal("0.1"))


@functools.lru_cache(maxsize=4096)
def within(code: str, km: Decimal) -> frozenset[str]:
    """Return the provinces that lie within some kilometres of a place, its own among them."""
    return frozenset(other for other in capitals() if (far := distance_km(code, other)) is not None and far <= km)


@functools.lru_cache(maxsize=65536)
def place_code(written: str) -> str | None:
    """Return the code of a place as people fill it in: "박장성", "TP. Ho Chi Minh", "tỉnh An Giang", "VN-56"."""
    if place_of(written):
        return written
    named = place_named(written) or place_named(written.rpartition(",")[2])
    if named:
        return named.code
    for language in ("ko", "vi"):
        found = [place.place.code for place in find_places(written, language) if place.place.level != "country"]
        if found:
            return found[-1]
    return None


@functools.cache
def capitals() -> Mapping[str, tuple[float, float]]:
    """Return the degrees north and east of each province's capital."""
    lines = importlib.resources.files(__package__).joinpath("capitals.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t")
    return MappingProxyType({row["code"]: (float(row["north"]), float(row["east"])) for row in rows})


def _line(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Measure along the great circle (haversine)."""
    north, east = (math.radians(degrees) for degrees in one)
    to_north, to_east = (math.radians(degrees) for degrees in other)
    bow = (
        math.sin((to_north - north) / 2) ** 2
        + math.cos(north) * math.cos(to_north) * math.sin((to_east - east) / 2) ** 2
    )
    return 2 * _RADIUS_KM * math.asin(math.sqrt(bow))
