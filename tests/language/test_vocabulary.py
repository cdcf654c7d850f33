from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.market import OwnConcept
from nhipcau.language.thesaurus.compile import FOLDER
from nhipcau.language.thesaurus.trade_concept import FACETS, TradeConcept
from nhipcau.language.thesaurus.trade_turtle import COMPILED, compiled_trade
from nhipcau.language.thesaurus.vocabulary import vocabulary

VOCABULARY = vocabulary()
VOCABULARY.tag("", "en")  # builds the search, which is not the first example's doing
CONCEPTS = tuple(VOCABULARY.concepts.values())
LABELS = [
    (concept.id, language, label)
    for concept in CONCEPTS
    for language in LANGUAGES
    for label in (concept.labels[language], *concept.other_labels.get(language, ()))
]
OWN = OwnConcept(
    id="own:areca-plate",
    facet="product",
    labels=(("vi", "đĩa mo cau", True), ("vi", "chén mo cau", False), ("en", "areca leaf plate", True)),
)


def named(text: str, language: str) -> dict[str, str]:
    return {tag.concept: text[tag.start : tag.end] for tag in VOCABULARY.tag(text, language) if not tag.denied}


def refused(text: str, language: str) -> set[str]:
    return {tag.concept for tag in VOCABULARY.tag(text, language) if tag.denied}


def test_the_compiled_table_belongs_to_the_turtle_files() -> None:
    assert (FOLDER / COMPILED).read_text(encoding="utf-8") == compiled_trade(FOLDER)


def test_there_are_enough_concepts_in_every_facet() -> None:
    assert len(CONCEPTS) >= 1500
    assert {concept.facet for concept in CONCEPTS} == set(FACETS)


def test_every_concept_is_named_in_three_languages() -> None:
    assert [one.id for one in CONCEPTS if not all(one.labels.get(language) for language in LANGUAGES)] == []


def test_every_concept_reaches_a_top_concept_of_its_facet_and_never_itself() -> None:
    for concept in CONCEPTS:
        above = VOCABULARY.ancestors(concept.id)
        tops = [other for other in (concept.id, *above) if not VOCABULARY.concept(other).broader]
        assert tops, concept.id
        assert concept.id not in above
        assert {VOCABULARY.concept(other).facet for other in above} <= {concept.facet}


def test_related_concepts_name_each_other() -> None:
    pairs = {(one.id, other) for one in CONCEPTS for other in one.related}

    assert pairs == {(other, one) for one, other in pairs}
    assert all(one != other for one, other in pairs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_means_two_things_without_a_note(language: str) -> None:
    owners: dict[str, TradeConcept] = {}
    unnoted = []
    for concept in CONCEPTS:
        for label in (concept.labels[language], *concept.other_labels.get(language, ())):
            other = owners.setdefault(label.lower(), concept)
            if other is not concept and not (concept.note or other.note):
                unnoted.append((label, concept.id, other.id))
    assert unnoted == []


def test_ancestors_and_descendants_count_the_same_steps() -> None:
    for concept in CONCEPTS:
        for above, steps in VOCABULARY.ancestors(concept.id).items():
            assert VOCABULARY.descendants(above)[concept.id] == steps


@settings(deadline=None)
@given(st.sampled_from(LABELS))
def test_every_label_names_its_concept(one: tuple[str, str, str]) -> None:
    concept, language, label = one
    facet = VOCABULARY.concept(concept).facet
    tags = VOCABULARY.tag(label, language)

    whole = {
        VOCABULARY.concept(tag.concept).facet: tag.concept for tag in tags if tag.end - tag.start >= len(label) - 2
    }
    assert facet in whole
    assert whole[facet] == concept or VOCABULARY.concept(concept).note or VOCABULARY.concept(whole[facet]).note


@settings(deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from([label for _, _, label in LABELS]),
            st.text(max_size=6),
            st.sampled_from([" ", "  ", "\n", ", ", "을 ", " no ", "không ", " 제외", "İ", "\u200b", "\r\n", "ﬁ"]),
        ),
        max_size=12,
    ).map("".join),
    st.sampled_from([*LANGUAGES, "und"]),
)
def test_tags_lie_in_the_text_and_never_overlap_in_a_facet(text: str, language: str) -> None:
    ends: dict[str, int] = {}
    for tag in VOCABULARY.tag(text, language):
        facet = VOCABULARY.concept(tag.concept).facet
        assert 0 <= tag.start < tag.end <= len(text)
        assert tag.start >= ends.get(facet, 0)
        ends[facet] = tag.end


@pytest.mark.parametrize(
    ("text", "language", "concept", "written"),
    [
        ("Xưởng chuyên ép  phun\nnhựa cho xe máy", "vi", "injection-moulding", "ép  phun\nnhựa"),
        ("cong ty ep nhua o Bac Ninh", "vi", "injection-moulding", "ep nhua"),
        ("플라스틱 사출 성형 전문", "ko", "injection-moulding", "플라스틱 사출"),
        ("Injection Molded parts for toys", "en", "injection-moulding", "Injection Molded"),
        ("one die caster near Hanoi", "en", "die-casting", "die caster"),
        ("IATF16949 인증 보유", "ko", "iatf-16949", "IATF16949"),
        ("plastic injetion moulding and assembly", "en", "injection-moulding", "injetion moulding"),
        ("zinc platting, electropolsihing", "en", "electropolishing", "electropolsihing"),
        ("đạt chuẩn IATF-16949", "vi", "iatf-16949", "IATF-16949"),
    ],
)
def test_finds_what_factories_write(text: str, language: str, concept: str, written: str) -> None:
    assert named(text, language)[concept] == written


@pytest.mark.parametrize(
    ("text", "language", "denied", "meant"),
    [
        ("Plating line, not interested in painting or powder coating.", "en", {"painting"}, {"plating"}),
        ("No painting. Plating only.", "en", {"painting"}, {"plating"}),
        ("We do not have IATF 16949 but ISO 9001.", "en", {"iatf-16949"}, {"iso-9001"}),
        ("No minimum, plating and painting in house", "en", set(), {"plating", "painting"}),
        ("We do not take plating, painting and die casting.", "en", {"plating", "painting", "die-casting"}, set()),
        ("Not only die casting but painting", "en", set(), {"die-casting", "painting"}),
        ("Chỉ mạ, không sơn phủ.", "vi", {"painting"}, {"plating"}),
        ("Ép nhựa, chưa có IATF 16949", "vi", {"iatf-16949"}, {"injection-moulding"}),
        ("không nhận mạ hoặc sơn phủ, có ép nhựa", "vi", {"plating", "painting"}, {"injection-moulding"}),
        ("quyền: cấp phép không độc quyền", "vi", set(), {"non-exclusive-licence"}),
        ("사출 성형 전문, 도장 제외", "ko", {"painting"}, {"injection-moulding"}),
        ("도금은 하지만 도장은 하지 않음", "ko", {"painting"}, {"plating"}),
        ("IATF 16949 미보유", "ko", {"iatf-16949"}, set()),
        ("IATF 16949 인증 준비 중, 다이캐스팅", "ko", {"iatf-16949"}, {"die-casting"}),
    ],
)
def test_knows_what_a_text_denies(text: str, language: str, denied: set[str], meant: set[str]) -> None:
    assert denied <= refused(text, language)
    assert not denied & set(named(text, language))
    assert meant & set(named(text, language)) or not meant


def test_a_long_text_is_tagged_to_its_end() -> None:
    text = "x, " * 16_000 + "die casting"
    assert VOCABULARY.tag(text, "en")[-1].end == len(text)


def test_an_office_adds_concepts_of_its_own() -> None:
    more = VOCABULARY.adding([OWN])

    assert more is VOCABULARY.adding((OWN,))
    assert [tag.concept for tag in more.tag("Xưởng làm chén mo cau", "vi")] == ["own:areca-plate"]
    assert more.label("own:areca-plate", "ko") == "areca leaf plate"
    assert "own:areca-plate" not in VOCABULARY.concepts


def test_what_an_office_calls_a_thing_wins() -> None:
    own = OwnConcept(id="own:our-casting", facet="process", labels=(("en", "die casting", True),))
    assert [tag.concept for tag in VOCABULARY.adding([own]).tag("die casting", "en")] == ["own:our-casting"]


@pytest.mark.parametrize(
    ("typed", "language", "concept"),
    [
        ("ep ph", "vi", "injection-moulding"),
        ("사출서", "ko", "injection-moulding"),
        ("사ㅊ", "ko", "injection-moulding"),
        ("Injection mol", "en", "injection-moulding"),
        ("die castnig", "en", "die-casting"),
        ("iatf", "vi", "iatf-16949"),
    ],
)
def test_finds_concepts_as_one_types(typed: str, language: str, concept: str) -> None:
    assert concept in [choice.concept for choice in VOCABULARY.find(typed, language)]


def test_finds_in_the_facets_that_are_asked_for() -> None:
    found = VOCABULARY.find("m", "en", ["material"], 5)
    assert {VOCABULARY.concept(choice.concept).facet for choice in found} <= {"material"}
    assert VOCABULARY.find("", "en") == ()
