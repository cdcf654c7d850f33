"""A need that nobody meets comes in; why there is no match goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from nhipcau.engine.match.asking import Asking
from nhipcau.facts.matching import Fit
from nhipcau.facts.message import Message
from nhipcau.language.thesaurus.vocabulary import Vocabulary


def why_nothing(asking: Asking, near_misses: Sequence[Fit], vocabulary: Vocabulary) -> Message:
    """Say whether nobody offers such a thing, or which requirement the most of those who do fail."""
    if not near_misses:
        concepts = tuple(vocabulary.concept(one) for one in asking.need.concepts)
        return Message("match.none-in-concept", {"concepts": concepts}) if concepts else Message("match.none-by-words")
    failed = Counter(check.requirement.property for fit in near_misses for check in fit.gaps if check.requirement.must)
    worst, count = min(failed.items(), key=lambda one: (-one[1], one[0]))
    code = "match.all-failed" if count == len(near_misses) else "match.most-failed"
    return Message(code, {"property": worst, "count": count, "of": len(near_misses)})
