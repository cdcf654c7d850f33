from __future__ import annotations

from dataclasses import replace

import pytest

from nhipcau.engine.resolve.people import compare_people
from nhipcau.facts.organisation import Name, Person, Post
from nhipcau.facts.record import Band


def person(key: str, *names: str, body: str | None = None, posts: tuple[Post, ...] = ()) -> Person:
    return Person(id=key, names=tuple(Name(name) for name in names), organisation_id=body, posts=posts)


def levels(left: Person, right: Person) -> list[str] | None:
    pair = compare_people(left, right)
    return None if pair is None else [reason.level for reason in pair.reasons]


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("이득운", "Lee Deukwoon", "script"),
        ("이득운", "Deuk-woon LEE", "script"),
        ("호반담", "Ho Van Dam", "script"),
        ("호반담", "Hồ Văn Đàm", "script"),
        ("Ho Van Dam", "Hồ Văn Đàm", "spelling"),
        ("Lee Deukwoon", "Yi Deuk-un", "sound"),
        ("이득운", "이 득운", "spelling"),
    ],
)
def test_proposes_two_spellings_of_one_name(one: str, other: str, level: str) -> None:
    assert levels(person("a", one), person("b", other)) == [level, "unknown"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Văn Hưng", "Nguyễn Văn Hùng"),
        ("이득운", "박민수"),
        ("이득운", "이득윤"),
        ("Hồ Văn Đàm", "Hồ Vân Anh"),
        ("Hà Văn Long", "Hà Vinh Lang"),
        ("", "Lee"),
        ("...", "!!!"),
    ],
)
def test_proposes_nothing_between_different_names(one: str, other: str) -> None:
    assert compare_people(person("a", one), person("b", other)) is None


def test_different_bodies_at_one_time_are_two_people() -> None:
    assert levels(person("a", "이득운", body="org-1"), person("b", "Lee Deukwoon", body="org-2")) is None
    assert levels(person("a", "이득운", body="org-1"), person("b", "이득운", body="org-2")) is None


def test_names_that_agree_in_two_scripts_are_proposed_all_the_same() -> None:
    left = person("a", "이득운", "Lee Deukwoon", body="org-1")
    right = person("b", "이득운", "Lee Deukwoon", body="org-2")
    assert levels(left, right) == ["spelling", "both-scripts"]


def test_posts_one_after_another_may_be_one_person() -> None:
    left = person("a", "이득운", posts=(Post(organisation_id="org-1", title="원장", since="2015", until="2019-03"),))
    right = person("b", "이득운", posts=(Post(organisation_id="org-2", title="교수", since="2019-09"),))
    assert levels(left, right) == ["spelling", "one-after-another"]
    meanwhile = replace(right, posts=(Post(organisation_id="org-2", title="교수", since="2017"),))
    assert levels(left, meanwhile) is None


def test_the_same_body_speaks_for_it_and_nothing_links_by_itself() -> None:
    here = compare_people(person("b", "이득운", body="org-1"), person("a", "Lee Deukwoon", body="org-1"))
    nowhere = compare_people(person("a", "이득운"), person("b", "Lee Deukwoon"))
    assert here is not None
    assert nowhere is not None
    assert (here.left, here.right, here.band, nowhere.band) == ("a", "b", Band.REVIEW, Band.REVIEW)
    assert here.score > nowhere.score >= 0.5
