from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nhipcau.engine.match.prepared import prepare, prepare_all
from nhipcau.engine.match.ranking import Shelf, rank
from nhipcau.engine.match.record import listing_from
from nhipcau.engine.match.weights import DEFAULT
from nhipcau.engine.match.wording import Wording, clauses_of, near_terms
from nhipcau.facts.market import Listing
from nhipcau.language.space import Space
from nhipcau.language.thesaurus.vocabulary import vocabulary


def training(name: str, text: str, language: str) -> Listing:
    return listing_from({"id": name, "kind": "training", "language": language, "text": text})


def test_an_offer_is_found_by_its_wording_where_no_label_stands_in_it() -> None:
    known = vocabulary()
    wording = Wording(Space.shipped(), known)
    need = training("need", "Khóa tiếng Hàn cho tổ trưởng", "vi")
    offers = [
        training("korean", "Evening Korean, spoken practice for team leaders", "en"),
        training("baking", "Bread and cake baking for beginners", "en"),
    ]
    shelf = Shelf(prepare_all(offers, known, wording))
    (found,) = rank(list(prepare_all([need], known, wording)), shelf, known)
    assert found.matches[0].offer == "korean"


def test_what_a_person_refused_or_the_text_names_is_not_proposed() -> None:
    known = vocabulary()
    listing = listing_from(
        {"id": "a", "kind": "product", "language": "en", "text": "die casting", "dropped": ["injection-moulding"]}
    )
    near = {"injection-moulding": 0.9, "die-casting": 0.9, "forging": 0.9}
    prepared = prepare(listing, known, near)
    assert {concept for concept, sure in prepared.concepts.items() if sure < 1} == {"forging"}
    assert [term for term in prepared.item.terms if term.startswith("~")] == ["~5:forging"]


@given(st.floats(min_value=0, max_value=1))
def test_a_likeness_has_one_term_at_the_highest_level_that_it_reaches(likeness: float) -> None:
    terms = near_terms({"forging": likeness}, DEFAULT)
    assert len(terms) == (likeness >= DEFAULT.near_levels[0][0])


@given(st.text())
def test_any_text_has_clauses_that_stand_in_it(text: str) -> None:
    assert all(clause in text for clause in clauses_of(text))


def test_words_that_nobody_ever_learnt_are_near_to_nothing() -> None:
    known = vocabulary()
    wording = Wording(Space.shipped(), known)
    assert wording.near([training("need", "asdf qwer zxcv", "vi")]) == [{}]
