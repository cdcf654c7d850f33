"""A unit of work comes in; the office's own thresholds go out, or those that come with the program."""

from __future__ import annotations

from nhipcau.engine.resolve.weights import DEFAULT_BANDS
from nhipcau.facts.record import Bands
from nhipcau.facts.resolving import Thresholds
from nhipcau.programme.ports import Unit

ORGANISATIONS = "organisation"


def bands_of(unit: Unit) -> Bands:
    """Return the thresholds by which organisations are placed."""
    return bands_from(unit.thresholds.get(ORGANISATIONS))


def bands_from(stored: Thresholds | None) -> Bands:
    """Return stored thresholds as bands."""
    return Bands(link=stored.link, review=stored.review) if stored else DEFAULT_BANDS
