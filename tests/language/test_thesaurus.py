from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.facts.codes import ACTIVITY_CODES, LANGUAGES, SECTOR_CODES
from nhipcau.language.thesaurus import Thesaurus
from nhipcau.language.thesaurus.compile import COMPILED, FOLDER, compiled

THESAURUS = Thesaurus.load()


def read(text: str, language: str, scheme: str) -> list[tuple[str, str]]:
    return [(found.code, found.label) for found in THESAURUS.find(text, language, scheme)]


def test_the_compiled_table_belongs_to_the_turtle_files() -> None:
    assert (FOLDER / COMPILED).read_text(encoding="utf-8") == compiled()


@pytest.mark.parametrize(("scheme", "codes"), [("sectors", SECTOR_CODES), ("activities", ACTIVITY_CODES)])
def test_every_code_has_labels_in_three_languages(scheme: str, codes: tuple[str, ...]) -> None:
    concepts = THESAURUS.concepts(scheme)

    assert set(concepts) == set(codes)
    assert all(THESAURUS.label(code, scheme, language) for code in codes for language in LANGUAGES)
    assert all(len(concept.other_labels[language]) > 1 for concept in concepts.values() for language in LANGUAGES)


@pytest.mark.parametrize("scheme", ["sectors", "activities"])
def test_broader_and_narrower_mirror_each_other(scheme: str) -> None:
    concepts = THESAURUS.concepts(scheme)

    broader = {(code, other) for code, concept in concepts.items() for other in concept.broader}
    narrower = {(other, code) for code, concept in concepts.items() for other in concept.narrower}

    assert broader == narrower
    assert all(one in concepts and other in concepts and one != other for one, other in broader)


@pytest.mark.parametrize("scheme", ["sectors", "activities"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_names_two_concepts(scheme: str, language: str) -> None:
    labels = [
        label.lower()
        for concept in THESAURUS.concepts(scheme).values()
        for label in (concept.labels[language], *concept.other_labels[language])
    ]

    assert sorted(labels) == sorted(set(labels))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("ngành công nghiệp vật liệu và Công nghiệp phụ trợ", "vi", ["materials", "supporting-industry"]),
        ("công nghiệp ô tô và điện – điện tử", "vi", ["automotive", "electronics"]),
        ("Bộ Khoa học và Công nghệ", "vi", []),
        ("ai cũng biết AI", "vi", ["ai"]),
        ("반도체와 전기차, 소재·부품·장비", "ko", ["semiconductors", "ev", "materials-components"]),
        ("교육부 장관", "ko", []),
        ("electric vehicles and semiconductors", "en", ["ev", "semiconductors"]),
        ("it is not IT", "en", []),
    ],
)
def test_finds_sectors(text: str, language: str, expected: list[str]) -> None:
    assert [code for code, _ in read(text, language, "sectors")] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("phối hợp quảng bá", "vi", [("promotion", "phối hợp quảng bá")]),
        ("kết nghĩa địa phương", "vi", [("local-twinning", "kết nghĩa địa phương")]),
        ("cử mỗi năm 2 chuyên gia sang", "vi", [("expert-exchange", "cử mỗi năm 2 chuyên gia")]),
        ("Chia sẽ thông tin về công nghệ", "vi", [("info-sharing", "Chia sẽ thông tin")]),
        ("기술 이전과 전문가 교류", "ko", [("tech-transfer", "기술 이전"), ("expert-exchange", "전문가 교류")]),
        ("exchange of greenhouse experts", "en", [("expert-exchange", "exchange of greenhouse experts")]),
        ("strengthen cooperation", "en", [("cooperation", "strengthen cooperation")]),
    ],
)
def test_finds_activities(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert read(text, language, "activities") == expected


def test_a_line_broken_inside_a_label_does_not_hide_it() -> None:
    assert read("chuyển giao\ncông nghệ", "vi", "activities") == [("tech-transfer", "chuyển giao\ncông nghệ")]


def test_an_unknown_scheme_is_an_error() -> None:
    with pytest.raises(KeyError):
        THESAURUS.concepts("colours")


@given(
    st.text(
        alphabet=st.one_of(
            st.sampled_from("đào tạo hợp tác chuyên gia cử 기술이전 교육 İAIexchange of "), st.characters()
        )
    )
)
def test_hits_stay_inside_and_apart(text: str) -> None:
    for language in LANGUAGES:
        for scheme in ("sectors", "activities"):
            found = THESAURUS.find(text, language, scheme)
            assert all(text[hit.start : hit.end] == hit.label for hit in found)
            assert all(first.end <= second.start for first, second in pairwise(found))
