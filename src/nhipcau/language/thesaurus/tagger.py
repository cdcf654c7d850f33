"""The concepts of a vocabulary come in once; in a text, the concepts that it names go out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from nhipcau.language.detect import language_of
from nhipcau.language.text import fold
from nhipcau.language.thesaurus.denial import Denied, denied
from nhipcau.language.thesaurus.label_forms import forms, parted
from nhipcau.language.thesaurus.searched_text import Searched, searched
from nhipcau.language.thesaurus.slips import Slips
from nhipcau.language.thesaurus.trade_concept import Tag, TradeConcept

_LANGUAGES: Final = ("vi", "ko", "en")
_DERIVED: Final = 3
_OWN: Final = "own:"
# What a product may lie in: a mould steel is no mould, a harness tester no harness, but a mould designer knows moulds.
_TOPICAL: Final = frozenset({"service", "skill", "technology", "site"})
# What somebody does: who turns is a turner, what was turned a turned part.
_ACTS: Final = frozenset({"process", "skill"})
_VOWEL: Final = re.compile("[aeiouy]")
# What may stand before a short word in a Korean compound besides another label, and what may follow one syllable.
_PREFIXES: Final = frozenset({
    "고", "저", "초", "대", "중", "소", "신", "각종", "소형", "중형", "대형", "정밀", "초정밀", "자동", "반자동",
    "특수", "일반", "산업용", "차량용", "자동차용", "전자", "전기", "기계", "공업용", "고급", "맞춤", "완전", "수입",
    "국산", "폐", "재생", "복합", "연속", "단순", "종합", "전문", "냉간", "열간", "진공", "고속", "고압", "저압",
    "고온", "저온",
})  # fmt: skip
_PARTICLES: Final = frozenset({
    "을", "를", "이", "가", "은", "는", "의", "에", "로", "과", "와", "도", "만", "등", "및", "용", "제", "류",
    "으로", "부터", "까지", "에서", "이나", "나", "인", "입니다",
})  # fmt: skip
_DISTRICT: Final = re.compile("(?:구|시|군|동)(?:$|[ 에의을를은는])")


@dataclass(frozen=True, slots=True)
class _Meaning:
    """A concept that a form of a label means.

    ``capitals``: only where it is written in capitals. ``at_home``: a short word that is another word elsewhere.
    """

    concept: str
    facet: str
    language: str
    rank: int
    capitals: bool
    at_home: bool


class Tagger:
    """Finds labels of every language in a text of one, those of its own language first.

    The longest label wins; labels of other facets may overlap it, for an offer is held against a need facet by facet:
    "aluminium die casting" names a process and its material, 아연도금 라인 a process and equipment. A product inside
    the name of anything but a service, skill, technology or site is no product ("mould steel").
    """

    def __init__(self, concepts: Iterable[TradeConcept]) -> None:
        """Take the concepts."""
        meanings = _meanings(concepts)
        self._search = _automaton([_padded(form) for form in meanings])
        self._meanings = tuple(meanings.items())
        self._chosen: dict[str, dict[int, tuple[_Meaning, ...]]] = {one: {} for one in _LANGUAGES}
        self._bare: tuple[AhoCorasick, list[_Meaning]] | None = None
        self._slips: Slips | None = None

    def tag(self, text: str, language: str) -> tuple[Tag, ...]:
        """Return what a text names, in order."""
        if language not in _LANGUAGES:
            language = language_of(text)
            language = language if language in _LANGUAGES else "en"
        prepared = searched(text)
        kept = _kept(self._candidates(prepared, text, language))
        refused = _refused(prepared, language, kept) if kept else []
        return tuple(_tag(prepared, hit, refused) for hit in sorted(kept, key=lambda hit: hit[:2]))

    def _candidates(self, text: Searched, raw: str, language: str) -> list[_Hit]:
        found = [
            hit
            for hit, capitals in self._labels_in(text.words, language)
            if not capitals or language == "ko" or _in_capitals(text, raw, hit)
        ]
        found.extend(self._with_slips(text.words, language))
        if language == "vi" and raw.isascii():
            found.extend(self._without_marks(text.words))
        return found

    def _labels_in(self, words: str, language: str) -> Iterator[tuple[_Hit, bool]]:
        """Yield what stands there as a word of its own, and whether it has to be in capitals."""
        chosen = self._chosen[language]
        ends: set[int] = set()
        hits = self._search.find_matches_as_indexes(words, overlapping=True)
        for index, start, end in sorted(hits, key=lambda hit: hit[1]):
            meanings = chosen.get(index)
            if meanings is None:
                meanings = chosen[index] = _chosen(self._meanings[index][1], language)
            if not meanings:
                continue
            first = start + (words[start] == " ")
            last = end - (words[end - 1] == " ")
            if _stands_alone(words, first, last, ends):
                ends.add(last)
                for one in meanings:
                    yield (first, last, one.concept, one.facet), one.capitals

    def _with_slips(self, words: str, language: str) -> Iterator[_Hit]:
        """Yield the labels that a slip in a long word would hide."""
        if self._slips is None:
            self._slips = Slips(form for form, _ in self._meanings)
        mended = self._slips.mended(words)
        if mended is None:
            return
        for (start, end, concept, facet), capitals in self._labels_in(mended.words, language):
            if not capitals and any(start < last and first < end for first, last in mended.changed):
                yield mended.starts[start], mended.ends[end], concept, facet

    def _without_marks(self, words: str) -> Iterator[_Hit]:
        """Yield Vietnamese labels in a text that was typed without diacritics."""
        if self._bare is None:
            self._bare = _without_marks(self._meanings)
        search, meant = self._bare
        for index, start, end in search.find_matches_as_indexes(words, overlapping=True):
            yield start + 1, end - 1, meant[index].concept, meant[index].facet


_Hit = tuple[int, int, str, str]
"""Start and end in the searched words, concept, facet."""


def _refused(text: Searched, language: str, kept: list[_Hit]) -> list[Denied]:
    """Return what is denied, but for words inside a label: a licence called "không độc quyền" is no denial."""
    found = denied(text, language)
    inside = {at for start, end, _, _ in kept for at in range(start, end)} if found else set()
    return [one for one in found if one.cue + 1 not in inside]


def _tag(text: Searched, hit: _Hit, refused: list[Denied]) -> Tag:
    start, end, concept, facet = hit
    near = (one for one in refused if one.start < end and start <= one.end)
    no = any(facet == "certificate" or not one.certificates for one in near)
    first, last = text.to_raw(start, end)
    return Tag(concept, first, last, no)


def _kept(hits: list[_Hit]) -> list[_Hit]:
    """Return the hits that stay, the longest taken first."""
    kept: list[_Hit] = []
    inmost: dict[int, int] = {}
    taken: dict[str, set[int]] = {}
    for hit in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0], hit[2])):
        start, end, _, facet = hit
        around = inmost.get(start)
        mine = taken.setdefault(facet, set())
        if start in mine or end - 1 in mine:
            continue
        if around is not None and around == inmost.get(end - 1) and facet == "product":
            outer = kept[around]
            if outer[3] not in _TOPICAL and (outer[0], outer[1]) != (start, end):
                continue
        places = range(start, end)
        mine.update(places)
        inmost.update(dict.fromkeys(places, len(kept)))
        kept.append(hit)
    return kept


def _stands_alone(words: str, start: int, end: int, ends: set[int]) -> bool:
    """Tell whether a label is a word of its own; Korean ones may be part of a compound if long or after one."""
    before = words[start - 1]
    if not _is_hangul(words[start]):
        return before == " " and (words[end] == " " or _is_hangul(words[end - 1]))
    length = end - start
    if _is_hangul(before) and length < 3 and start not in ends:
        opening = words.rfind(" ", 0, start) + 1
        if words[opening:start] not in _PREFIXES:
            return False
    if length == 1:
        rest = words[end : words.find(" ", end)]
        return before == " " and (not rest or rest in _PARTICLES)
    return not (length == 2 and _DISTRICT.match(words, end))


def _in_capitals(text: Searched, raw: str, hit: _Hit) -> bool:
    first, last = text.to_raw(hit[0], hit[1])
    return raw[first:last].removesuffix("s").isupper()


def _meanings(concepts: Iterable[TradeConcept]) -> dict[str, list[_Meaning]]:
    """Return what every form of every label means."""
    found: dict[str, list[_Meaning]] = {}
    korean: list[tuple[str, _Meaning]] = []
    for concept in concepts:
        acts = concept.facet in _ACTS
        for language in _LANGUAGES:
            for rank, label in _labels(concept, language):
                kind = _asks_capitals(label), _is_at_home(label)
                for derived, form in enumerate(forms(label, language, acts=acts)):
                    one = _Meaning(concept.id, concept.facet, language, _DERIVED if derived else rank, *kind)
                    found.setdefault(form, []).append(one)
                    if language == "ko" and not derived:
                        korean.append((form, one))
    parts = frozenset(word for form, _ in korean for word in form.split(" "))
    for form, one in korean:
        for written in parted(form, parts):
            found.setdefault(written, []).append(replace(one, rank=_DERIVED))
    return found


def _labels(concept: TradeConcept, language: str) -> Iterator[tuple[int, str]]:
    if language in concept.labels:
        yield 0, concept.labels[language]
    yield from ((1, label) for label in concept.other_labels.get(language, ()))
    yield from ((2, label) for label in concept.hidden_labels.get(language, ()))


def _asks_capitals(label: str) -> bool:
    """Tell whether a label in capitals would be another word in small letters: AI, IT, CAM, LED."""
    if not (label.isascii() and label.isalpha() and label.isupper()):
        return False
    return len(label) < 3 or (len(label) == 3 and bool(_VOWEL.search(label.lower())))


def _is_at_home(label: str) -> bool:
    """Tell whether a label is so short that it is another word in another language: pin, can, son, men."""
    return len(label) < 5 and label.isascii() and label.isalpha() and not label.isupper()


def _chosen(meanings: list[_Meaning], language: str) -> tuple[_Meaning, ...]:
    """Return what a form means in a text of a language: the best concept of each facet, the language's own first."""
    abroad = ("vi", "en") if language != "ko" else ("vi",)
    usable = [one for one in meanings if one.language == language or not (one.at_home and one.language in abroad)]
    written = [one for one in usable if one.rank < _DERIVED]
    own = [one for one in written if one.language == language]
    best: dict[str, _Meaning] = {}
    for one in sorted(own or written or usable, key=lambda one: _order(one, language)):
        best.setdefault(one.facet, one)
    return tuple(best.values())


def _order(one: _Meaning, language: str) -> tuple[bool, bool, int, str]:
    """Order by language; an office's own word wins over the shipped one."""
    return one.language != language, not one.concept.startswith(_OWN), one.rank, one.concept


def _without_marks(meanings: Iterable[tuple[str, list[_Meaning]]]) -> tuple[AhoCorasick, list[_Meaning]]:
    """Return the search for Vietnamese labels without their diacritics; a short syllable would be many words."""
    meant: dict[str, _Meaning] = {}
    for form, found in meanings:
        bare = fold(form)
        own = [one for one in found if one.language == "vi"]
        if own and bare != form and (" " in bare or len(bare) > 3):
            meant.setdefault(bare, min(own, key=lambda one: (one.rank, one.concept)))
    return _automaton([_padded(form) for form in meant]), list(meant.values())


def _automaton(patterns: list[str]) -> AhoCorasick:
    return AhoCorasick(patterns, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)


def _padded(form: str) -> str:
    """Return a form with a blank where it must begin or end as a word; Hangul may touch Hangul."""
    before = "" if _is_hangul(form[0]) else " "
    after = "" if _is_hangul(form[-1]) else " "
    return f"{before}{form}{after}"


def _is_hangul(letter: str) -> bool:
    return "\uac00" <= letter <= "\ud7a3"
