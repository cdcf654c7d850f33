from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.engine.match.asking import ask
from nhipcau.engine.match.explaining import explain
from nhipcau.engine.match.prepared import prepare
from nhipcau.engine.match.query import hit
from nhipcau.engine.match.ranking import Shelf, rank
from nhipcau.engine.match.record import listing_from
from nhipcau.facts.market import Listing
from nhipcau.facts.matching import Ranking, Standing
from nhipcau.language.thesaurus.vocabulary import vocabulary
from nhipcau.words.sentences import say


def item(name: str, text: str, language: str, **more: object) -> Listing:
    return listing_from({"id": name, "kind": "product", "language": language, "text": text, **more})


def must(name: str, op: str, value: object, unit: str = "", *, must: bool = True) -> dict[str, object]:
    return {"property": name, "op": op, "value": value, "unit": unit, "must": must}


def states(name: str, value: object, unit: str = "") -> dict[str, object]:
    return {"property": name, "value": value, "unit": unit}


def ranked(need: Listing, offers: Sequence[Listing]) -> Ranking:
    known = vocabulary()
    shelf = Shelf(prepare(offer, known) for offer in offers)
    (found,) = rank([prepare(need, known)], shelf, known)
    return found


MOULDER_VI = item("moulder", "Xưởng ép nhựa chi tiết nhỏ, có khuôn sẵn.", "vi")
PLATER_EN = item("plater", "Zinc plating and passivation of small steel parts.", "en")
TURNER_KO = item("turner", "자동선반으로 소형 샤프트를 가공합니다.", "ko")


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("플라스틱 사출성형 업체를 찾습니다", "ko", "moulder"),
        ("Cần mạ kẽm chi tiết thép", "vi", "plater"),
        ("Looking for an automatic turning shop", "en", "turner"),
    ],
)
def test_a_need_finds_the_offer_of_another_language(text: str, language: str, first: str) -> None:
    found = ranked(item("need", text, language), [MOULDER_VI, PLATER_EN, TURNER_KO])
    assert [fit.offer for fit in found.matches][:1] == [first]


def test_a_must_that_fails_makes_a_near_miss_apart_from_the_matches() -> None:
    need = item("need", "Injection moulding", "en", requirements=[must("press_tonnage", ">=", 350, "t")])
    small = item("small", "ép phun nhựa", "vi", attributes=[states("press_tonnage", 2000, "kN")])
    large = item("large", "사출성형", "ko", attributes=[states("press_tonnage", 450, "t")])
    silent = item("silent", "injection moulding", "en")
    found = ranked(need, [small, large, silent])
    assert [fit.offer for fit in found.matches] == ["large", "silent"]
    (missed,) = found.near_misses
    (gap,) = missed.gaps
    assert (missed.offer, gap.requirement.property, gap.found and gap.found.unit) == ("small", "press_tonnage", "kN")


def test_what_is_not_stated_is_no_gap_but_a_question() -> None:
    need = item("need", "Injection moulding", "en", requirements=[must("tolerance", "<=", 0.02, "mm")])
    (fit,) = ranked(need, [item("silent", "injection moulding", "en")]).matches
    assert fit.gaps == ()
    assert [check.standing for check in fit.open_questions] == [Standing.NOT_STATED]


def test_a_wider_certificate_satisfies_the_one_that_it_includes() -> None:
    need = item("need", "Injection moulding", "en", requirements=[must("certificate", "has", "ISO 9001")])
    holder = item("holder", "사출성형", "ko", attributes=[states("certificate", "IATF 16949")])
    other = item("other", "사출성형", "ko", attributes=[states("certificate", "ISO 14001")])
    denying = item("denying", "ép phun nhựa, chưa có ISO 9001", "vi")
    found = ranked(need, [holder, other, denying])
    assert [fit.offer for fit in found.matches] == ["holder"]
    assert {fit.offer for fit in found.near_misses} == {"other", "denying"}


def test_distance_is_measured_from_the_place_of_the_need() -> None:
    asked = [must("distance_from", "<=", 60, "km")]
    need = item("need", "Injection moulding", "en", place="Bắc Ninh", requirements=asked)
    near = item("near", "사출성형", "ko", place="하노이")
    far = item("far", "ép phun nhựa", "vi", place="Đồng Nai")
    found = ranked(need, [near, far])
    assert [fit.offer for fit in found.matches] == ["near"]
    (check,) = found.near_misses[0].checks
    assert check.distance is not None
    assert check.distance > 1000


def test_what_a_text_denies_is_not_what_it_offers() -> None:
    need = item("need", "powder coating", "en")
    found = ranked(need, [item("no", "We mould plastics. No powder coating.", "en")])
    assert found.matches == ()


def test_of_offers_the_same_the_id_decides() -> None:
    offers = [item(name, "injection moulding", "en") for name in ("c", "a", "b")]
    assert [fit.offer for fit in ranked(item("need", "injection moulding", "en"), offers).matches] == ["a", "b", "c"]


def test_a_need_without_a_concept_is_matched_by_words_and_says_so() -> None:
    need = item("need", "zorbly frobnication wanted", "en")
    found = ranked(need, [item("offer", "frobnication of zorbly things", "en"), PLATER_EN])
    assert [fit.offer for fit in found.matches] == ["offer"]
    assert [note.code for note in found.notes] == ["match.by-words-alone"]


def test_no_match_says_whether_nobody_offers_it_or_what_all_fail() -> None:
    need = item("need", "Injection moulding", "en", requirements=[must("certificate", "has", "IATF 16949")])
    failing = [item(name, "사출성형", "ko", attributes=[states("certificate", "ISO 9001")]) for name in ("a", "b")]
    (note,) = ranked(need, failing).notes
    assert (note.code, note.params["property"]) == ("match.all-failed", "certificate")
    assert [one.code for one in ranked(need, [PLATER_EN]).notes] == ["match.none-in-concept"]


def test_contradicting_requirements_are_named() -> None:
    asked = [must("capacity", ">=", 100, "pcs/month"), must("capacity", "<=", 50, "pcs/month")]
    found = ranked(item("need", "Injection moulding", "en", requirements=asked), [MOULDER_VI])
    assert "match.contradiction" in [note.code for note in found.notes]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("사출성형 업체를 찾습니다. IATF 16949 인증 필수.", "ko"),
        ("Cần ép phun nhựa, bắt buộc có IATF 16949.", "vi"),
        ("Injection moulding wanted, IATF 16949 mandatory.", "en"),
    ],
)
def test_what_a_text_demands_is_a_must(text: str, language: str) -> None:
    (asked,) = prepare(item("need", text, language), vocabulary(), sought=True).requirements
    assert (asked.property, asked.must) == ("certificate", True)


TEXTS = st.sampled_from(
    ["ép phun nhựa ABS", "사출성형 PC", "injection moulding of gears", "mạ kẽm", "아연도금", "tiện CNC", "", "<b>x</b>"]
)
PLACES = st.sampled_from([None, "Bắc Ninh", "Hà Nội", "Busan", "nowhere"])
NEEDS = st.lists(
    st.builds(
        must,
        st.sampled_from(["tolerance", "press_tonnage", "certificate", "distance_from", "unknown"]),
        st.sampled_from(["<=", ">=", "has", "="]),
        st.sampled_from([0.02, 100, "ISO 9001", "many"]),
        st.sampled_from(["mm", "t", "km", "", "furlong"]),
        must=st.booleans(),
    ),
    max_size=4,
)
STATED = st.lists(
    st.builds(
        states,
        st.sampled_from(["tolerance", "press_tonnage", "certificate", "material"]),
        st.sampled_from([0.01, 50, 500, "IATF 16949", "SUS304"]),
        st.sampled_from(["mm", "t", ""]),
    ),
    max_size=4,
)


@given(asked=TEXTS, needs=NEEDS, place=PLACES, offered=TEXTS, stated=STATED, at=PLACES)
def test_a_fit_is_the_sum_of_its_parts_and_what_an_index_counts(
    asked: str, needs: list[dict[str, object]], place: str | None, offered: str, stated: list[object], at: str | None
) -> None:
    known = vocabulary()
    need = prepare(item("need", asked, "en", requirements=needs, place=place), known)
    offer = prepare(item("offer", offered, "en", attributes=stated, place=at), known)
    asking = ask(need, known, Shelf([offer]))
    found = hit(offer.item, asking.query)
    fit = explain(asking, offer, known)
    assert fit.score == sum(part.points for part in fit.parts)
    assert all(say(part.said, language) for part in fit.parts for language in ("vi", "ko", "en"))
    if found is not None:
        assert (found.points, found.near) == (fit.score, fit.near)
