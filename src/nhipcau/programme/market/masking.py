"""A confidential need or offer comes in; what tells who is behind it is found, and blotted out for who may not know."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, TypeVar

from nhipcau.facts.market import Attribute, Item, Need, Requirement
from nhipcau.facts.organisation import Organisation
from nhipcau.language.legal_forms import strip_legal_form
from nhipcau.language.lexicon import Lexicon, is_whole_word
from nhipcau.language.text import fold_with_offsets
from nhipcau.programme.market.places import province_of
from nhipcau.programme.name_keys import ACRONYM

_BLOT: Final = "█"
_SHORTEST: Final = 4
_MAIL: Final = re.compile(r"[^\s@,;:<>()\[\]]{1,64}@[^\s@,;:<>()\[\]]{1,255}")
_ADDRESS: Final = re.compile(r"(?i)\b(?:https?://|www\.)[^\s<>()\[\]]{1,500}")
# Nine digits and more behind a nought or a plus, with no other than the usual marks between: no date, no quantity.
_PHONE: Final = re.compile(r"(?:\+|\b0)(?=(?:[ .()-]{0,2}\d){8})\d{0,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}\b")
_HANGUL: Final = re.compile("[가-힣]")

Some = TypeVar("Some", bound=Item)
Term = TypeVar("Term", Requirement, Attribute)


def telling_words(texts: Iterable[str], organisation: Organisation) -> tuple[str, ...]:
    """Return the words of some texts that tell who an organisation is: its names, addresses, numbers, as written.

    Names are found in any case, with or without diacritics and their legal form, however their words are parted (two
    blanks, a line end, a hyphen, a letter of no width); acronyms as they are.
    """
    lexicon, exact = _lexicon(organisation)
    found = {text[start:end] for text in texts for start, end in _spans(text, lexicon, exact)}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def blotted(text: str, hidden: Iterable[str]) -> str:
    """Return a text without its hidden words; every letter of them is one blot, so that spans stay true."""
    for word in hidden:
        text = text.replace(word, _BLOT * len(word))
    return text


def blotted_terms(terms: Iterable[Term], hidden: Iterable[str]) -> tuple[Term, ...]:
    """Return requirements or attributes without hidden words in what they ask or state, and without evidence."""
    words = tuple(hidden)
    return tuple(_blotted_term(term, words) for term in terms)


def without_identity(item: Some) -> Some:
    """Return a confidential item as anybody may see it: what is sought or offered, and the province."""
    hidden = item.hidden
    shown = replace(
        item,
        organisation_id="",
        title=blotted(item.title, hidden),
        text=blotted(item.text, hidden),
        place=province_of(item.place),
        agreement_id=None,
        created_by="",
        created_by_name="",
        reviewed_by="",
        returned="",
        hidden=(),
        source="",
        source_key="",
    )
    if isinstance(shown, Need):
        return replace(shown, requirements=blotted_terms(shown.requirements, hidden))
    return replace(shown, attributes=blotted_terms(shown.attributes, hidden))


def for_the_public(item: Item) -> Item:
    """Return an item as it is found by who may not know who is behind it."""
    return without_identity(item) if item.confidential else item


def _blotted_term(term: Term, words: tuple[str, ...]) -> Term:
    # Whose certificate it is stands in the paper that proves it.
    told = replace(term, evidence="") if isinstance(term, Attribute) else term  # type: ignore[redundant-expr]  # both
    return replace(told, value=blotted(told.value, words)) if isinstance(told.value, str) else told


def _lexicon(organisation: Organisation) -> tuple[Lexicon, frozenset[str]]:
    """Return the bare names, addresses and numbers, and the acronyms that count as they are written alone."""
    written = [name.text for name in organisation.names if name.kind != ACRONYM]
    written += [strip_legal_form(name)[0] for name in written]
    written += [organisation.address or "", organisation.phone or "", organisation.domain or ""]
    written += [identifier.value for identifier in organisation.identifiers]
    bare = {word: _bare(word)[0] for word in written}
    words = {letters for letters in bare.values() if len(letters) >= _SHORTEST}
    short = {word for word, letters in bare.items() if word.strip() and len(letters) < _SHORTEST}
    acronyms = {name.text for name in organisation.names if name.kind == ACRONYM and name.text}
    return Lexicon(sorted(words)), frozenset(acronyms | short)


def _spans(text: str, lexicon: Lexicon, exact: frozenset[str]) -> Iterator[tuple[int, int]]:
    bare, places = _bare(text)

    def stands(_bare: str, start: int, end: int, index: int) -> bool:
        return _stands(text, places[start], places[end - 1] + 1, index)

    for start, end, _ in lexicon.find(bare, stands):
        yield places[start], places[end - 1] + 1
    for word in exact:
        for found in re.finditer(re.escape(word), text):
            if _stands(text, *found.span(), 0):
                yield found.span()
    for pattern in (_MAIL, _ADDRESS, _PHONE):
        for found in pattern.finditer(text):
            yield found.span()


def _bare(text: str) -> tuple[str, list[int]]:
    """Return the folded letters and digits of a text, with nothing between them, and where each stands in it."""
    letters: list[str] = []
    places: list[int] = []
    for letter, place in zip(*fold_with_offsets(text), strict=True):
        # Wide letters of Korean keyboards, and letters that a copied page put into one sign, are what they mean.
        for plain in letter if letter.isascii() else unicodedata.normalize("NFKC", letter).casefold():
            if plain.isalnum():
                letters.append(plain)
                places.append(place)
    return "".join(letters), places


def _stands(text: str, start: int, end: int, _index: int) -> bool:
    """Tell whether a name ends here; Korean writes its particles without a blank behind it."""
    return bool(_HANGUL.match(text, end - 1)) or is_whole_word(text, start, end)
