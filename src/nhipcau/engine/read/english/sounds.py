"""A name in Latin letters comes in; the country whose language it sounds like goes out."""

from __future__ import annotations

import re
from typing import Final

from nhipcau.engine.read.english.words import HEAD

_VIETNAMESE: Final = re.compile(
    r"^(?:ngh|ng|nh|th|tr|ph|kh|gi|gh|qu|ch|[bcdghklmnrstvx])?"
    r"(?:uye|uya|ieu|yeu|uoi|uou|oai|oay|uay|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|ua|ue|ui|uo|uu|uy|ye|[aeiouy])"
    r"(?:ch|ng|nh|[cmnpt])?$"
)
_KOREAN: Final = re.compile(
    r"^(?:(?:kk|tt|pp|ss|jj|ch|[gndrmbsjkthpl])?"
    r"(?:yeo|yae|wae|oo|ya|yo|yu|ye|wa|wo|we|wi|oe|ae|eo|eu|ui|[aeiou])(?:ng|[knlmptgbs])?){2,4}$"
)
_ONLY_KOREAN: Final = re.compile(r"yeo|wae|ae|eo|eu|oe|ng[gdhs]")
_NOT_KOREAN: Final = frozenset({"people", "europe", "museum", "eureka", "geo", "neo", "aero", "mae", "samsung"})
_NOT_VIETNAMESE: Final = frozenset(
    {"bay", "sun", "can", "co", "the", "in", "no", "on", "to", "at", "an", "net", "pan", "ten", "top", "one", "van"}
)
_TWO = 2


def sounds_like(name: str) -> tuple[str, str] | None:
    """Return ``VN`` for two syllables side by side as Vietnamese writes them, ``KR`` for a word in romanised Korean.

    The words that say so come with it; a name that tells nothing gives nothing.
    """
    run: list[str] = []
    for word in re.findall(r"[^\W\d_]+", name):
        low = word.casefold()
        if HEAD.fullmatch(word):
            run = []
            continue
        if low not in _NOT_KOREAN and _KOREAN.match(low) and _ONLY_KOREAN.search(low):
            return "KR", word
        run = [*run, word] if word[:1].isupper() and _is_vietnamese(low) else []
        if len(run) == _TWO:
            return "VN", " ".join(run)
    return None


def _is_vietnamese(low: str) -> bool:
    return len(low) > 1 and low not in _NOT_VIETNAMESE and _VIETNAMESE.match(low) is not None
