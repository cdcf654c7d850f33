"""A word as it was typed comes in, words of names that may have been meant go out: they sound alike, or a slip off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import Final

from nhipcau.language.typed import close, slips, sound, spans
from nhipcau.programme.finding.fit import Asked
from nhipcau.programme.finding.phrases import number_of
from nhipcau.store.models import NameSlip, NameWord

_MOST_SOUNDS: Final = 12
_MOST_NEAR: Final = 400
_MOST_A_WORD: Final = 12
_MOST_PHRASES: Final = 40
_SHORTEST_SOUND: Final = 3
_SHORTEST_PART: Final = 3


def meant(wanted: Asked) -> tuple[str, ...]:
    """Return beginnings of phrases that may have been meant, the likelier first; what was typed is not among them."""
    found: dict[str, None] = dict.fromkeys(_without_blanks(wanted))
    found.update(dict.fromkeys(_sounding("".join(map(sound, wanted.words)))))
    *finished, last = wanted.words
    choices = [[word, *_near(word, begun=False)] for word in finished]
    choices.append([last, *_near(last, begun=True)])
    for at, words in enumerate(choices):
        for word in words[1:]:
            found[" ".join((*wanted.words[:at], word, *wanted.words[at + 1 :]))] = None
    # More than one word may be wrong.
    found.update(dict.fromkeys(" ".join(words) for words in islice(product(*choices), _MOST_PHRASES)))
    found.pop(wanted.rest, None)
    return tuple(islice(found, _MOST_PHRASES))


def _without_blanks(wanted: Asked) -> Iterator[str]:
    """Return the same letters with a blank less, moved by one letter, or put between two words: techno park."""
    words = wanted.words
    for at in range(len(words) - 1):
        before, behind = words[at], words[at + 1]
        moved = (before + behind, f"{before}{behind[:1]} {behind[1:]}", f"{before[:-1]} {before[-1:]}{behind}")
        yield from (" ".join(" ".join((*words[:at], text, *words[at + 2 :])).split()) for text in moved)
    for at, word in enumerate(words):
        firsts = {number_of(word[:end]): word[:end] for end in range(_SHORTEST_PART, len(word) - 1)}
        for number in NameWord.objects.filter(pk__in=firsts).values_list("pk", flat=True) if firsts else ():
            first = firsts[number]
            yield " ".join((*words[:at], first, word[len(first) :], *words[at + 1 :]))


def _sounding(heard: str) -> Iterator[str]:
    """Return one word, or two behind one another, that sound so: 한국전력, Hankook Jeollyeok."""
    if len(heard) < _SHORTEST_SOUND:
        return
    yield from _that_sound(heard, _MOST_SOUNDS)
    beginnings = {heard[:end].encode() for end in range(_SHORTEST_SOUND, len(heard) - 1)}
    firsts = NameWord.objects.filter(sound__in=beginnings).values_list("text", "sound") if beginnings else ()
    for first, its_sound in firsts[:_MOST_SOUNDS]:
        rest = heard[len(bytes(its_sound).decode()) :]
        yield from (f"{first} {second}" for second in _that_sound(rest, 3))


def _that_sound(heard: str, most: int) -> Iterable[str]:
    (first, beyond), *_ = spans(heard)
    words = NameWord.objects.filter(sound__gte=first.encode(), sound__lt=beyond.encode()).order_by("sound")
    return list(words.values_list("text", flat=True)[:most])


def _near(typed: str, *, begun: bool) -> list[str]:
    """Return words that a slip parts from what was typed, those that begin alike first."""
    keys = [number_of(slip) for slip in slips(typed)]
    words = NameSlip.objects.filter(key__in=keys).order_by().values_list("word__text", flat=True)[:_MOST_NEAR]
    near = {word for word in words if word != typed and close(typed, word, begun=begun)}
    # Letters that changed places are the commonest slip.
    turned = sorted(typed)
    return sorted(
        near, key=lambda word: (sorted(word) != turned, word[:1] != typed[:1], abs(len(word) - len(typed)), word)
    )[:_MOST_A_WORD]
