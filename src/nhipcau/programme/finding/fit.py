"""What a person typed and the names of a thing come in; how well they fit goes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from nhipcau.facts.organisation import Name
from nhipcau.language.typed import close, initials, is_initials, sound, spans
from nhipcau.programme.finding.phrases import bare, parts, squeezed
from nhipcau.programme.name_keys import ACRONYM, spelling_keys

_LONGEST = 200
_MOST_WORDS = 12
_SHORTEST_SOUND = 3
# How hands in a hurry begin the name of a firm.
_SHORT_FORMS = ("cty", "ctcp", "tnhh", "mtv", "cp", "dntn", "htx")


class Fit(IntEnum):
    """How what was typed fits a name, best first."""

    EQUAL = 0
    START = 1
    INSIDE = 2
    WORDS = 3
    INITIALS = 4
    SOUND = 5
    SLIP = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: ``text`` squeezed, ``rest`` the same without a legal form, ``words`` of the rest."""

    text: str
    rest: str
    words: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Return what names may begin with: as it was typed, and without a legal form."""
        return (self.text,) if self.rest == self.text else (self.text, self.rest)

    @property
    def joined(self) -> str:
        """Return the words without the blanks between them."""
        return "".join(self.words)


def asked(typed: str) -> Asked:
    """Read what a person typed; only the beginning of something very long counts."""
    text, rest = squeezed(typed[:_LONGEST]), bare(typed[:_LONGEST])
    while " " in rest and rest.split()[0] in _SHORT_FORMS:
        rest = rest.partition(" ")[2]
    return Asked(text, rest, tuple(rest.split()[:_MOST_WORDS]))


def fit(wanted: Asked, names: Sequence[Name], *, person: bool = False) -> tuple[Fit, int] | None:
    """Return how well the best of the names fits and which it is; ``None`` where none does.

    A person is also found by any spelling of the name, in any script.
    """
    if not wanted.words:
        return None
    found = [(_plain(wanted, name), index) for index, name in enumerate(names)]
    best = min(((how, index) for how, index in found if how is not None), default=None)
    if best is not None:
        return best
    if len(wanted.words) > 1 and _words_apart(wanted, names):
        return Fit.WORDS, 0
    if person:
        spelled = spelling_keys([wanted.text])
        alike = (index for index, name in enumerate(names) if spelled & spelling_keys([name.text]))
        if (index := next(alike, None)) is not None:
            return Fit.SOUND, index
    rough = [(_rough(wanted, name), index) for index, name in enumerate(names)]
    return min(((how, index) for how, index in rough if how is not None), default=None)


def _plain(wanted: Asked, name: Name) -> Fit | None:
    if name.kind == ACRONYM:
        short = squeezed(name.text).replace(" ", "")
        if wanted.joined == short:
            return Fit.EQUAL
        return Fit.START if _begins(wanted.joined, short) else None
    without, whole = bare(name.text), squeezed(name.text)
    if wanted.text in (without, whole) or wanted.rest == without:
        return Fit.EQUAL
    if any(_begins(text, known) for text in wanted.texts for known in (without, whole)):
        return Fit.START
    if any(_begins(text, part) for text in wanted.texts for part in parts(without)):
        return Fit.INSIDE
    return Fit.WORDS if len(wanted.joined) > _SHORTEST_SOUND and _joined_alike(wanted, without) else None


def _joined_alike(wanted: Asked, known: str) -> bool:
    """Tell whether they agree but for the blanks: techno park, technopark."""
    if len(wanted.words) < 2 and " " not in known:
        return False
    return any(part.replace(" ", "").startswith(wanted.joined) for part in parts(known))


def _begins(typed: str, text: str) -> bool:
    return any(first <= text < beyond for first, beyond in spans(typed))


def _words_apart(wanted: Asked, names: Iterable[Name]) -> bool:
    """Tell whether every word typed begins a part of some name, in any order."""
    texts = [part for name in names for part in parts(squeezed(name.text))]
    return all(any(_begins(word, text) for text in texts) for word in wanted.words)


def _rough(wanted: Asked, name: Name) -> Fit | None:
    known = squeezed(name.text) if name.kind == ACRONYM else bare(name.text)
    if is_initials(wanted.joined):
        return Fit.INITIALS if initials(known).startswith(wanted.joined) else None
    heard = "".join(map(sound, wanted.words))
    if len(heard) >= _SHORTEST_SOUND and any(_sounds(part).startswith(heard) for part in parts(known)):
        return Fit.SOUND
    return Fit.SLIP if _slipped(wanted.words, known) else None


def _sounds(text: str) -> str:
    return "".join(map(sound, text.split()))


def _slipped(typed: Sequence[str], known: str) -> bool:
    """Tell whether every word typed is close to a word of the name; the last may be unfinished."""
    words = [word for part in parts(known) for word in part.split()[:1]]
    *finished, last = typed
    return all(any(close(one, word) for word in words) for one in finished) and any(
        close(last, word, begun=True) for word in words
    )
