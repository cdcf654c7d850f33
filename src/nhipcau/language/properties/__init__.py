"""What needs ask for and offers state: properties, units, figures that compare, and statements read from a text."""

from __future__ import annotations

from nhipcau.language.properties.distances import distance_km, within
from nhipcau.language.properties.figures import STEPS, figure
from nhipcau.language.properties.members import members, satisfied_by
from nhipcau.language.properties.property import Form, Property
from nhipcau.language.properties.registry import PROPERTIES

__all__ = ["PROPERTIES", "STEPS", "Form", "Property", "distance_km", "figure", "members", "satisfied_by", "within"]
