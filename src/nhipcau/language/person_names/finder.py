"""Text comes in; what may be the name of a person, with the title before it, goes out."""

from __future__ import annotations

from nhipcau.language.person_names.found import NameFound
from nhipcau.language.person_names.hangul import hangul_names
from nhipcau.language.person_names.latin import titled_names, untitled_names


def find_person_names(text: str, language: str) -> tuple[NameFound, ...]:
    """Return candidates for names of persons, in order, none overlapping.

    Vietnamese and English: a title with the capitalised run behind it, or a run that begins with a Vietnamese surname
    or has a Korean one first or last. Korean: two to four syllables beside a post (원장, 회장 ...), Vietnamese names in
    Hangul included. A candidate is no decision: the caller judges by the post that stands beside it.
    """
    found: dict[int, NameFound] = {}
    if language == "ko":
        for candidate in hangul_names(text):
            _keep(candidate, found)
    for candidate in titled_names(text):
        _keep(candidate, found)
    for candidate in untitled_names(text):
        _keep(candidate, found)
    return tuple(found[start] for start in sorted(found))


def _keep(candidate: NameFound, found: dict[int, NameFound]) -> None:
    if not any(candidate.start < other.end and other.start < candidate.end for other in found.values()):
        found[candidate.start] = candidate
