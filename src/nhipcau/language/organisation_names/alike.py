"""Two analysed names come in; how alike they are, as a degree from 0 to 1, goes out."""

from __future__ import annotations

from rapidfuzz.distance import JaroWinkler

from nhipcau.language.organisation_names.name import OrganisationName


def alike(left: OrganisationName, right: OrganisationName) -> float:
    """Return how alike two names are; what tells bodies apart is not looked at here."""
    if left.text == right.text:
        return 1.0
    if left.sounds or right.sounds:
        return JaroWinkler.similarity(left.sounds, right.sounds)
    return 1.0 if left.places == right.places and left.trade == right.trade else 0.0
