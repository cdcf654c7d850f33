"""Two people of the register come in; whether they may be one human being, and why, goes out: a proposal at most.

A name proves little (there are many Kim Minsu and Nguyễn Văn Hưng), so nothing here ever links by itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Person, Post
from nhipcau.facts.record import Band, Pair, Reason
from nhipcau.language.romanise import name_key
from nhipcau.language.text import fold, normalise

_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_YEAR: Final = re.compile(r"\d{4}")
_SAME_BODY: Final = 0.15
_LONGEST: Final = 100
# How alike the names are: written alike; alike across two scripts; two romanisations of one sound.
_SCORES: Final = {"spelling": 0.80, "script": 0.75, "sound": 0.65}
_TWO_SCRIPTS: Final = 0.70


def compare_people(left: Person, right: Person) -> Pair | None:
    """Return the pair for a person to decide, or ``None`` where nothing speaks for it.

    Two who are known to be with different bodies at one time are two people, unless their names agree in full in two
    scripts: then somebody may have moved, or sit in both.
    """
    agreeing = _agreeing(left, right)
    if not agreeing:
        return None
    level, one, other = min(agreeing, key=lambda found: tuple(_SCORES).index(found[0]))
    shown = {"left": one, "right": other}
    name = Reason(field="name", level=level, weight=0.0, said=Message(f"reason.person.{level}", shown))
    scripts = {bool(_HANGUL.search(one)) for level, one, _ in agreeing if level != "script"}
    body, score = _bodies(left, right, _SCORES[level], in_two_scripts=len(scripts) > 1)
    if body is None:
        return None
    first, second = sorted((left.id, right.id))
    said = Reason(field="post", level=body, weight=0.0, said=Message(f"reason.person-body.{body}"))
    return Pair(left=first, right=second, score=round(score, 2), band=Band.REVIEW, reasons=(name, said))


def _bodies(left: Person, right: Person, score: float, *, in_two_scripts: bool) -> tuple[str | None, float]:
    """Return what the bodies of both say (``None``: that they are two), and the score with it."""
    mine, theirs = _where(left), _where(right)
    if mine & theirs:
        return "same", score + _SAME_BODY
    if not mine or not theirs:
        return "unknown", score
    if in_two_scripts:
        return "both-scripts", _TWO_SCRIPTS
    return ("one-after-another", score - _SAME_BODY) if _one_after_another(left, right) else (None, 0.0)


def _where(person: Person) -> set[str]:
    bodies = {post.organisation_id for post in person.posts}
    return bodies | ({person.organisation_id} if person.organisation_id else set())


def _one_after_another(left: Person, right: Person) -> bool:
    """Tell whether every post of one is known to have ended before any of the other began."""
    return _ended_before(left.posts, right.posts) or _ended_before(right.posts, left.posts)


def _ended_before(earlier: Iterable[Post], later: Iterable[Post]) -> bool:
    ends = [_year(post.until) for post in earlier]
    starts = [_year(post.since) for post in later]
    if not ends or not starts or None in ends or None in starts:
        return False
    return max(end for end in ends if end) <= min(start for start in starts if start)


def _year(edtf: str | None) -> int | None:
    found = _YEAR.search(edtf or "")
    return int(found[0]) if found else None


def _agreeing(left: Person, right: Person) -> list[tuple[str, str, str]]:
    """Return every two spellings that may be one name, and how they agree."""
    pairs = product((name.text[:_LONGEST] for name in left.names), (name.text[:_LONGEST] for name in right.names))
    return [(level, one, other) for one, other in pairs for level in _level(one, other)]


def _level(one: str, other: str) -> Iterator[str]:
    scripts = bool(_HANGUL.search(one)), bool(_HANGUL.search(other))
    if scripts[0] == scripts[1]:
        if sorted(_words(one)) == sorted(_words(other)) and _words(one):
            if not _other_marks(one, other):
                yield "spelling"
        elif not any(scripts) and _keys(one, "k:") & _keys(other, "k:") and not (_marked(one) or _marked(other)):
            yield "sound"
    elif name_key(one) & name_key(other):
        yield "script"


def _keys(name: str, kind: str) -> set[str]:
    return {key for key in name_key(name) if key.startswith(kind)}


def _words(name: str) -> list[str]:
    whole = _WORD.findall(fold(normalise(name).text))
    return ["".join(whole)] if _HANGUL.search(name) else whole


def _other_marks(one: str, other: str) -> bool:
    """Tell whether both are written with diacritics, and with others: Hưng is not Hùng."""
    return _marked(one) and _marked(other) and _written(one) != _written(other)


def _marked(name: str) -> bool:
    return any(unicodedata.combining(letter) for letter in unicodedata.normalize("NFD", name)) and not _HANGUL.search(
        name
    )


def _written(name: str) -> list[str]:
    return sorted(_WORD.findall(unicodedata.normalize("NFC", normalise(name).text.casefold())))
