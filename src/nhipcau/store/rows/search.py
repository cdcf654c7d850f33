"""Names come in; the rows by which they are found as somebody types go out, new words with their slips."""

from __future__ import annotations

from collections.abc import Iterable

from nhipcau.facts.organisation import Name, Organisation, Person
from nhipcau.language.typed import slips, sound
from nhipcau.programme.finding.phrases import number_of, phrases_of, words_of
from nhipcau.store.bulk import insert
from nhipcau.store.models import NameSlip, NameWord

Columns = dict[str, object]
_AT_ONCE = 500


def organisation_phrases(organisation: Organisation) -> list[Columns]:
    """Return the phrases of a body; one that turned out to be another is found under the other's names alone."""
    if organisation.merged_into:
        return []
    phrases = sorted(phrases_of(organisation.names))
    return [{"organisation_id": organisation.id, "text": phrase.encode()} for phrase in phrases]


def person_phrases(person: Person) -> list[Columns]:
    """Return the phrases of a person; one who turned out to be another is found under the other's spellings alone."""
    if person.merged_into:
        return []
    return [{"person_id": person.id, "text": phrase.encode()} for phrase in sorted(phrases_of(person.names))]


def keep_words(things: Iterable[Organisation | Person]) -> None:
    """Keep the words of the names of some things, those that are not there yet."""
    add_words(name for thing in things for name in thing.names)


def add_words(names: Iterable[Name]) -> None:
    """Keep the words of some names, those that are not there yet."""
    words = {number_of(word): word for word in words_of(names)}
    numbers = sorted(words)
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        known = set(NameWord.objects.filter(pk__in=some).values_list("pk", flat=True))
        new = [number for number in some if number not in known]
        NameWord.objects.bulk_create(word_row(number, words[number]) for number in new)
        insert(NameSlip, [slip for number in new for slip in slip_rows(number, words[number])])


def word_row(number: int, word: str) -> NameWord:
    """Return the row of a word."""
    return NameWord(id=number, text=word, sound=sound(word).encode())


def slip_rows(number: int, word: str) -> list[NameSlip]:
    """Return the rows of a word's slips."""
    return [NameSlip(word_id=number, key=key) for key in sorted(map(number_of, slips(word)))]
