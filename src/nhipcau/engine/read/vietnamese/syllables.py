"""A word comes in; whether it is a syllable of Vietnamese, or a brand or a foreign name, goes out."""

from __future__ import annotations

import re
import unicodedata

_ONSET = r"(?:ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdghklmnpqrstvx])?"
_NUCLEUS = (
    r"(?:uye|uya|oai|oay|oeo|uoi|uou|ieu|yeu|uay|uyu|ia|ie|iu|ua|ue|ui|uo|uu|uy|ya|ye|oa|oe|oi|ai|ao|au|ay|eo|eu|"
    r"[aeiouy])"
)
_SYLLABLE = re.compile(rf"{_ONSET}{_NUCLEUS}(?:ng|nh|ch|[cmnpt])?")
_MARKED = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def is_vietnamese_syllable(word: str) -> bool:
    """Tell whether a word can be one syllable of Vietnamese; a word of several syllables or a brand cannot."""
    if _MARKED.search(word):
        return True
    bare = unicodedata.normalize("NFD", word.casefold())
    return _SYLLABLE.fullmatch(bare) is not None


LOANWORDS = frozenset(
    [
        "polyme",
        "polymer",
        "robot",
        "robotics",
        "logistics",
        "composite",
        "nano",
        "bio",
        "ceramic",
        "laser",
        "internet",
        "marketing",
        "online",
        "game",
        "video",
        "digital",
        "startup",
        "fintech",
        "iot",
        "blockchain",
        "sensor",
        "plasma",
        "graphene",
        "silicon",
        "composit",
        "pin",
        "e-learning",
        "container",
        "drone",
        "radar",
        "logistic",
        "outsourcing",
        "gas",
        "led",
        "wifi",
        "oxy",
        "pallet",
        "axit",
        "cao-su",
        "nhôm",
        "polime",
        "inox",
        "tivi",
        "ôtô",
        "camera",
        "studio",
        "media",
        "web",
        "email",
        "golf",
        "spa",
        "resort",
        "homestay",
        "virus",
        "vaccine",
        "plastic",
        "acid",
        "cafe",
        "marathon",
        "taxi",
        "metro",
        "pickleball",
        "showroom",
        "workshop",
        "online",
        "smart",
    ]
)


def is_foreign(word: str) -> bool:
    """Tell whether a capitalised word is no Vietnamese syllable: a brand, a Korean name, an English word."""
    if not word[:1].isupper() or word.casefold() in LOANWORDS:
        return False
    return not all(is_vietnamese_syllable(part) for part in re.split(r"[-'’.&/]", word) if part)
