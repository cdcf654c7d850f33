"""Two analysed names come in; how alike they are, as a degree from 0 to 1, goes out.

The parts are compared one by one, so that names of one body in two languages come near one: the core by sound, trades,
kinds and places by their codes. Names that say the same in other scripts are also compared as they are spelled out.
"""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import OSA

from nhipcau.language.organisation_names.bodies import body_codes, home_of
from nhipcau.language.organisation_names.kinds import are_variants, is_public, may_be_one
from nhipcau.language.organisation_names.lexicon import generic_trades, light_trades
from nhipcau.language.organisation_names.likeness import likeness, proper_likeness
from nhipcau.language.organisation_names.name import OrganisationName
from nhipcau.language.organisation_names.sounds import sound
from nhipcau.language.text import fold

_HANGUL: Final = "가"
_SAME_ACRONYM: Final = 0.92
_INITIALS: Final = 0.86
_NOT_SAID: Final = 0.9
_IN_PART: Final = 0.75
_ANOTHER_COUNTRY: Final = 0.55
_WHOSE_MINISTRY: Final = 0.8
_OTHER_KIND: Final = 0.6
_FIELD_IN_ONE: Final = 0.58
_ONE_NUMBERED: Final = 0.7
_ACROSS: Final = 0.95
_TRADE_SHARE: Final = 0.3
_COMPANY: Final = frozenset({"company"})
_SMALL: Final = frozenset({"of", "and", "the", "for", "in", "on", "at", "de", "và", "của", "cho"})


def alike(left: OrganisationName, right: OrganisationName) -> float:
    """Return how alike two names are; a degree says nothing of what tells the bodies apart (``unlike``)."""
    if left.text == right.text:
        return 1.0
    one, other = body_codes(left.acronyms), body_codes(right.acronyms)
    if one and other:
        return _same_seat(one & other, left, right) if one & other else 0.0
    degree = _parts(left, right)
    if _across(left, right):
        degree = max(degree, _ACROSS * _spelled_out(left, right) * _context(left, right))
    return max(degree, _by_acronym(left, right), _by_acronym(right, left))


def _same_seat(codes: frozenset[str], left: OrganisationName, right: OrganisationName) -> float:
    """Return what is left of a known body where only one name adds a town to it: VCCI, and VCCI in Hải Phòng."""
    elsewhere = (left.places ^ right.places) - home_of(codes)
    return _IN_PART if any(len(code) > 2 for code in elsewhere) else 1.0


def _across(left: OrganisationName, right: OrganisationName) -> bool:
    return bool(left.core or right.core) and _in_hangul(left.text) != _in_hangul(right.text)


def _spelled_out(left: OrganisationName, right: OrganisationName) -> float:
    """Return how alike two names are as spelled out; trades that both name are compared as trades, not as letters."""
    if not (left.trade and right.trade and left.core and right.core):
        return likeness(left.text, right.text)
    hangul, latin = (left, right) if _in_hangul(left.text) else (right, left)
    return proper_likeness(hangul.text, latin.core) * _with_trades(left, right)


def _with_trades(left: OrganisationName, right: OrganisationName) -> float:
    return 1 - _TRADE_SHARE + _TRADE_SHARE * _trade(left.trade, right.trade)


def _in_hangul(text: str) -> bool:
    return any(letter >= _HANGUL for letter in text)


def _parts(left: OrganisationName, right: OrganisationName) -> float:
    if _is_acronym(left) or _is_acronym(right):
        return float(left.sounds == right.sounds) * _context(left, right)
    core = _core(left, right)
    if core is None:
        return _field(left, right) * _context(left, right) * _countries(left, right)
    return core * _with_trades(left, right) * _context(left, right)


def _is_acronym(name: OrganisationName) -> bool:
    """Tell whether the core is an acronym: one letter more is another body, no typing error."""
    return len(name.core) == 1 and name.core[0] in name.acronyms


def _core(left: OrganisationName, right: OrganisationName) -> float | None:
    """Return how alike the proper words are, ``None`` where neither name has any.

    A typing error changes a word a little; where one word is another (Hoàng Kim, Hoàng Lộc) the rest counts less.
    """
    if left.sounds == right.sounds:
        return 1.0 if left.sounds else None
    whole = OSA.normalized_similarity(left.sounds, right.sounds)
    if len(left.core) != len(right.core) or len(left.core) == 1:
        return whole
    pairs = zip(left.core, right.core, strict=True)
    return (whole + min(OSA.normalized_similarity(sound(one), sound(other)) for one, other in pairs)) / 2


def _countries(left: OrganisationName, right: OrganisationName) -> float:
    """A public body that names no place is of the country in whose language it is named; a namesake is another one.

    In English nothing says which country's ministry it is.
    """
    if not (is_public(left.head) and is_public(right.head)):
        return 1.0
    one, other = _countries_of(left), _countries_of(right)
    if one and other:
        return _ANOTHER_COUNTRY if one.isdisjoint(other) else 1.0
    return _WHOSE_MINISTRY if one != other and "ministry" in left.head & right.head else 1.0


def _countries_of(name: OrganisationName) -> frozenset[str]:
    if name.places:
        return frozenset(code[:2] for code in name.places)
    if _in_hangul(name.text):
        return frozenset({"KR"})
    return frozenset() if name.text.isascii() else frozenset({"VN"})


def _field(left: OrganisationName, right: OrganisationName) -> float:
    """Return how alike the fields are of two names without proper words: a university of something is another one."""
    one, other = left.trade - light_trades(), right.trade - light_trades()
    if bool(one) != bool(other) and is_public(left.head) and is_public(right.head):
        return _FIELD_IN_ONE
    if not one and not other and left.head and right.head and left.head.isdisjoint(right.head):
        return _OTHER_KIND
    return _trade(left.trade, right.trade)


def _trade(left: frozenset[str], right: frozenset[str]) -> float:
    if left == right:
        return 1.0
    if not left or not right:
        return _IN_PART
    shared = sum(map(_weight, left & right))
    return shared / (sum(map(_weight, left | right)) or 1.0)


def _weight(trade: str) -> float:
    if trade in light_trades():
        return 0.05
    return 0.3 if trade in generic_trades() else 1.0


def _context(left: OrganisationName, right: OrganisationName) -> float:
    """Return what is left of a likeness where kinds, places or numbers are not the same on both sides."""
    degree = 1.0
    if left.head != right.head:
        degree *= _kinds(left.head, right.head)
    if left.places != right.places:
        degree *= _places(left.places, right.places)
    if left.numbers != right.numbers:
        degree *= _ONE_NUMBERED if not left.numbers or not right.numbers else 0.2
    return degree


def _kinds(left: frozenset[str], right: frozenset[str]) -> float:
    if not may_be_one(left, right):
        return 0.3
    if not left or not right:
        return 1.0 if left | right == _COMPANY else _NOT_SAID
    if are_variants(left | right):
        return 0.95
    return _IN_PART if left < right or right < left else 0.95


def _places(left: frozenset[str], right: frozenset[str]) -> float:
    if left and right:
        nested = {code[:2] for code in left ^ right} <= (left & right) or _within(left, right) or _within(right, left)
        return _IN_PART if nested or left < right or right < left else 0.2
    said = left or right
    return 0.95 if all(len(code) == 2 for code in said) else _IN_PART


def _within(inner: frozenset[str], outer: frozenset[str]) -> bool:
    return all(any(code.startswith(one) for one in outer) for code in inner)


def _by_acronym(short: OrganisationName, full: OrganisationName) -> float:
    """Return what an acronym says: the other name has the same, or its words begin with these letters."""
    if not short.acronyms:
        return 0.0
    if not short.acronyms.isdisjoint(full.acronyms) and (_is_acronym(short) or _is_acronym(full)):
        return _SAME_ACRONYM * _context(short, full)
    if _is_acronym(short) and _initials(full.text) == short.core[0]:
        return _INITIALS * _places(short.places, full.places) if short.places else _INITIALS
    return 0.0


def _initials(text: str) -> str:
    words = fold(text).replace("-", " ").replace("(", " ").split()
    return "".join(word[0] for word in words if word not in _SMALL) if len(words) > 2 else ""
