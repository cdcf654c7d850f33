"""Text comes in; the countries, provinces and cities that it names go out."""

from __future__ import annotations

from nhipcau.language.places.finder import PlaceFound, find_places
from nhipcau.language.places.table import Place, place_named, place_of, places

__all__ = ["Place", "PlaceFound", "find_places", "place_named", "place_of", "places"]
