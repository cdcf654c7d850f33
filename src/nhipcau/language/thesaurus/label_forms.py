"""A label comes in; the ways in which a text may write it go out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from nhipcau.language.text import normalise
from nhipcau.language.thesaurus.searched_text import searched, searched_form

# One spelling, the other; both are tried in each direction.
_ENGLISH: Final = (
    ("mould", "mold"),
    ("aluminium", "aluminum"),
    ("fibre", "fiber"),
    ("colour", "color"),
    ("centre", "center"),
    ("labour", "labor"),
    ("grey", "gray"),
    ("tyre", "tire"),
    ("catalyse", "catalyze"),
    ("sulphur", "sulfur"),
    ("meter", "metre"),
    ("vapour", "vapor"),
    ("vulcanis", "vulcaniz"),
    ("galvanis", "galvaniz"),
    ("anodis", "anodiz"),
    ("polymeris", "polymeriz"),
    ("organis", "organiz"),
    ("optimis", "optimiz"),
    ("crystallis", "crystalliz"),
    ("standardis", "standardiz"),
    ("digitalis", "digitaliz"),
    ("digitis", "digitiz"),
    ("sterilis", "steriliz"),
    ("localis", "localiz"),
    ("labell", "label"),
    ("modell", "model"),
    ("programme", "program"),
    ("licence", "license"),
    ("jewellery", "jewelry"),
    ("pretreat", "pre treat"),
)
_VIETNAMESE: Final = (
    ("kỹ", "kĩ"),
    ("mỹ", "mĩ"),
    ("lý", "lí"),
    ("ly ", "li "),
    ("tỷ", "tỉ"),
    ("sỹ", "sĩ"),
    ("quy", "qui"),
)
_SPELLINGS: Final = {"en": _ENGLISH, "vi": _VIETNAMESE}
_SPELLED_TWICE: Final = {
    language: re.compile("|".join(spelling for pair in pairs for spelling in pair))
    for language, pairs in _SPELLINGS.items()
}
_TONES: Final = ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
# The endings whose tone mark is set on the one vowel or the other.
_TONED: Final = re.compile("(?:[oòóõỏọ][aàáãảạeèéẽẻẹ]|[uùúũủụ][yỳýỹỷỵ])(?: |$)")
_JOINED: Final = re.compile(r"(?<![^ ])([a-z]{2,}) (\d)")
_APART: Final = re.compile(r"(?<![^ ])([a-z]{2,})(\d)")
_DIGIT: Final = re.compile(r"\d")
_SIBILANT: Final = re.compile("(?:s|x|z|ch|sh)$")
_CONSONANT_Y: Final = re.compile("[^aeiou]y$")
_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
_LONG_HANGUL: Final = re.compile("^[\uac00-\ud7a3]{4,}$")


def forms(label: str, language: str, *, acts: bool = False) -> Iterator[str]:
    """Yield the label as it is searched for, then what derives from it; some may come twice.

    English: plurals, the other spelling, and of an act of several words the participle and the -er noun (die casting,
    die caster). Vietnamese: tone marks and i or y as others set them. Korean: without blanks. All: SUS 304 and SUS304.
    """
    written = searched(label).words.strip()
    plain = " ".join(written.split())
    if not plain:
        return
    yield plain
    if written != plain:
        yield written
    for one in _spelled(plain, language):
        yield one
        if language == "en":
            yield from _english_endings(one, acts=acts)
        if _DIGIT.search(one):
            yield _JOINED.sub(r"\1\2", one)
            yield _APART.sub(r"\1 \2", one)
    if "-" in label:
        yield searched_form(label.replace("-", ""))


def parted(form: str, words: frozenset[str]) -> Iterator[str]:
    """Yield a Korean compound as two words where both stand elsewhere as words of their own."""
    if _LONG_HANGUL.match(form):
        for at in range(2, len(form) - 1):
            if form[:at] in words and form[at:] in words:
                yield f"{form[:at]} {form[at:]}"


def _spelled(plain: str, language: str) -> set[str]:
    found = {plain}
    if language == "ko" and _HANGUL.search(plain):
        found.add(plain.replace(" ", ""))
    if language != "ko" and _SPELLED_TWICE[language].search(plain):
        for one, other in _SPELLINGS[language]:
            for form in tuple(found):
                found |= {form.replace(one, other), form.replace(other, one)}
    if language == "vi" and _TONED.search(plain):
        found |= {normalise(form).text for form in found} | {_new_tones(form) for form in found}
    return found


def _english_endings(form: str, *, acts: bool) -> Iterator[str]:
    yield _plural(form)
    if acts and form.endswith("ing") and " " in form:
        stem = form.removesuffix("ing")
        yield from (f"{stem}ed", f"{stem}er", f"{stem}ers")


def _plural(form: str) -> str:
    if _CONSONANT_Y.search(form):
        return f"{form[:-1]}ies"
    return f"{form}es" if _SIBILANT.search(form) else f"{form}s"


def _new_tones(form: str) -> str:
    """Return the form with the tone mark on the second vowel of oa, oe and uy, as the newer spelling has it."""
    return " ".join(_newer(syllable) for syllable in form.split(" "))


def _newer(syllable: str) -> str:
    if syllable.startswith("q") or not syllable[-1:] or syllable[-1] not in "aey":
        return syllable
    apart = unicodedata.normalize("NFD", syllable[:-1])
    if apart[-1:] in _TONES and apart[-2:-1] in ("o", "u") and apart[-2] + syllable[-1] in ("oa", "oe", "uy"):
        return unicodedata.normalize("NFC", apart[:-1] + syllable[-1] + apart[-1])
    return syllable
