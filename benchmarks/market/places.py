"""The names of two provinces come in; how far their capitals lie from one another goes out, in kilometres."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

_EARTH = 6371.0


@dataclass(frozen=True, slots=True)
class Province:
    """A province before July 2025 (or a Korean one), where its capital lies, and how people write it."""

    name: str
    country: str
    latitude: float
    longitude: float
    korean: tuple[str, ...]
    other: tuple[str, ...]


def _province(line: str) -> Province:
    name, country, latitude, longitude, korean, other = line.split("\t")
    return Province(name, country, float(latitude), float(longitude), tuple(korean.split("|")), tuple(other.split("|")))


_LINES = (Path(__file__).parent / "places.txt").read_text(encoding="utf-8").splitlines()
PROVINCES = {province.name: province for province in map(_province, _LINES)}


def distance(one: str, other: str) -> float:
    """Return the length of the great circle between two capitals."""
    a, b = PROVINCES[one], PROVINCES[other]
    north, east = radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)
    half = sin(north / 2) ** 2 + cos(radians(a.latitude)) * cos(radians(b.latitude)) * sin(east / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))


def near_limit(one: str, other: str, limit: float) -> bool:
    """Say whether two provinces lie so near to a limit that a better map might judge otherwise."""
    return abs(distance(one, other) - limit) <= max(10.0, 0.12 * limit)
