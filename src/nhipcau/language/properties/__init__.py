"""What needs ask for and offers state: properties, units, figures that compare, and statements read from a text."""

from __future__ import annotations

from nhipcau.language.properties.distances import distance_km, place_code, within
from nhipcau.language.properties.figures import STEPS, figure
from nhipcau.language.properties.members import members, satisfied_by
from nhipcau.language.properties.property import Form, Property
from nhipcau.language.properties.reader.reading import read_statements
from nhipcau.language.properties.registry import PROPERTIES
from nhipcau.language.properties.said import Said

__all__ = [
    "PROPERTIES",
    "STEPS",
    "Form",
    "Property",
    "Said",
    "distance_km",
    "figure",
    "members",
    "place_code",
    "read_statements",
    "satisfied_by",
    "within",
]
