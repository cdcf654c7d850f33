from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.errors import BadInput
from nhipcau.language.space.build import written_lines
from nhipcau.language.space.features import features
from nhipcau.language.space.space import Space
from nhipcau.language.space.train import Line, digest, train
from nhipcau.language.thesaurus.vocabulary import vocabulary

SPACE = Space.shipped()
FRUIT = [
    ("táo", "사과", "apples"),
    ("nho", "포도", "grapes"),
    ("dưa hấu", "수박", "melons"),
    ("chanh", "레몬", "lemons"),
]
STATES = [("tươi", "신선한", "fresh"), ("sấy khô", "말린", "dried"), ("đông lạnh", "냉동", "frozen")]
STATES += [("cắt lát", "썰은", "sliced"), ("hữu cơ", "유기농", "organic"), ("đóng hộp", "통조림", "canned")]
SMALL: list[Line] = [
    (f"{fruit[0]} {state[0]}", f"{state[1]} {fruit[1]}", f"{state[2]} {fruit[2]}")
    for fruit, state in itertools.product(FRUIT, STATES)
]


def test_the_shipped_space_was_trained_from_the_lines_that_are_shipped() -> None:
    # Trained anew by: python -m nhipcau.language.space.build
    assert SPACE.made_of == digest(written_lines())


@pytest.mark.parametrize(
    ("korean", "vietnamese", "others"),
    [
        ("냉동 새우", "tôm đông lạnh", ["lốp ô tô", "vải dệt kim", "bơm nước", "thép cuộn cán nguội"]),
        ("폴리에틸렌 필름", "màng polyetylen", ["phân bón", "giày thể thao", "bánh quy", "ghế gỗ"]),
        ("자동차용 타이어", "lốp xe ô tô", ["tôm đông lạnh", "bánh quy", "máy may", "sơn dầu"]),
    ],
)
def test_texts_that_mean_the_same_lie_nearest(korean: str, vietnamese: str, others: list[str]) -> None:
    pool = SPACE.vectors([*others, vietnamese], "vi")
    ((best, *_),) = SPACE.nearest(SPACE.vectors([korean], "ko"), pool, 3)

    assert best.place == len(others)


def test_vectors_have_length_one_or_nothing() -> None:
    vectors = SPACE.vectors(["thép không gỉ", "", "…"], "vi")

    assert np.allclose(np.linalg.norm(vectors, axis=1), [1, 0, 0], atol=1e-5)
    assert SPACE.vectors([], "en").shape == (0, vectors.shape[1])


@settings(deadline=None)
@given(st.lists(st.text(max_size=40), max_size=4), st.sampled_from(LANGUAGES))
def test_any_text_has_a_finite_vector(texts: list[str], language: str) -> None:
    assert np.isfinite(SPACE.vectors(texts, language)).all()


def test_a_text_has_the_same_vector_in_any_company() -> None:
    alone = SPACE.vectors(["sơn tĩnh điện"], "vi")
    together = SPACE.vectors(["mạ kẽm", "sơn tĩnh điện", "ép nhựa"], "vi")

    assert np.allclose(alone[0], together[1], atol=1e-5)


def test_proposes_concepts_where_no_label_fires() -> None:
    words = vocabulary()
    proposed = SPACE.propose("casting aluminium under high pressure", "en", words, "process")

    assert len(proposed) == 5
    assert {words.concept(concept).facet for concept, _ in proposed} == {"process"}
    assert any("die-casting" in concept for concept, _ in proposed)
    assert [similarity for _, similarity in proposed] == sorted((one for _, one in proposed), reverse=True)
    assert SPACE.propose("", "en", words) == []


def test_the_same_lines_train_the_same_space(tmp_path: Path) -> None:
    one, other = train(SMALL, 8), train(SMALL, 8)
    one.save(tmp_path / "one.npz")
    read = Space.load(tmp_path / "one.npz")

    texts = ["táo tươi", "nho sấy khô"]
    assert np.array_equal(one.vectors(texts, "vi"), other.vectors(texts, "vi"))
    assert np.allclose(one.vectors(texts, "vi"), read.vectors(texts, "vi"), atol=1e-2)
    assert read.made_of == digest(SMALL)


def test_a_trained_space_finds_lines_in_another_language() -> None:
    space = train(SMALL, 12)
    pool = space.vectors([english for _, _, english in SMALL], "en")

    found = space.nearest(space.vectors([korean for _, korean, _ in SMALL], "ko"), pool, 2)
    assert all(place in {one.place for one in near} for place, near in enumerate(found))


def test_languages_are_led_nearer_to_one_another_than_their_features_lie() -> None:
    led = train(SMALL, 12)
    as_it_is = replace(led, maps=dict.fromkeys(LANGUAGES, np.eye(12, dtype=np.float32)))
    near = []
    for space in (led, as_it_is):
        vietnamese, korean = (space.vectors([line[place] for line in SMALL], LANGUAGES[place]) for place in (0, 1))
        near.append(float((vietnamese * korean).sum(axis=1).mean()))

    assert near[0] > near[1]


def test_a_language_that_no_line_speaks_is_left_aside() -> None:
    space = train([(vi, ko, "") for vi, ko, _ in SMALL], 12)

    assert np.isfinite(space.vectors(["fresh apples"], "en")).all()


def test_lines_in_parts_are_learnt_part_by_part() -> None:
    parted = [(f"{vi} > loại {n}", f"{ko} > {n}종", f"{en} > kind {n}") for n, (vi, ko, en) in enumerate(SMALL)]
    assert len(train(parted, 5).rows) > 0


def test_too_few_lines_are_refused() -> None:
    with pytest.raises(BadInput) as refused:
        train(SMALL[:5])
    assert refused.value.code == "error.too-few-lines"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", b"some text"])
def test_what_is_no_space_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x.npz"
    file.write_bytes(content)
    with pytest.raises(BadInput) as refused:
        Space.load(file)
    assert refused.value.code == "error.not-a-space"


def test_loan_words_share_how_they_sound() -> None:
    heard = [
        {name for name in features(text, language) if name.startswith("s:")}
        for text, language in (("polyethylene", "en"), ("polyetylen", "vi"), ("폴리에틸렌", "ko"))
    ]
    assert heard[0] & heard[1]
    assert heard[0] & heard[2]
