from __future__ import annotations

from typing import Any

import pytest

from nhipcau.facts.errors import Conflict, InvalidFields, NotAllowed, NotFound
from nhipcau.programme.add_own_concept import add_own_concept
from nhipcau.programme.edit_own_concept import edit_own_concept
from nhipcau.programme.market.concepts import office_vocabulary
from nhipcau.programme.office import Office
from nhipcau.programme.post_need import post_need
from nhipcau.programme.queries.need_list import need_list
from nhipcau.programme.queries.own_concepts import own_concepts
from nhipcau.programme.remove_own_concept import remove_own_concept
from tests.programme.samples import ADVISER, ANPHU, OFFICER

LABELS = [("vi", "tranh Đông Hồ", True), ("ko", "동호 판화", True), ("en", "Dong Ho print", True)]


def mistakes(office: Office, **parts: Any) -> dict[str, str]:
    with pytest.raises(InvalidFields) as told:
        add_own_concept(office, OFFICER, **{"facet": "product", "labels": LABELS, **parts})
    return {name: message.code for name, message in told.value.fields.items()}


def test_an_own_concept_is_found_in_texts_that_are_written_from_then_on(office: Office) -> None:
    concept = add_own_concept(office, OFFICER, facet="product", labels=LABELS, broader=["printing"], note="Bắc Ninh")
    assert concept.id.startswith("own:")
    assert office_vocabulary(office).label(concept.id, "ko") == "동호 판화"
    posted = post_need(office, OFFICER, ANPHU.id, kind="product", text="Cần xưởng in tranh Đông Hồ.")
    assert concept.id in posted.found
    assert [(row.concept, row.used) for row in own_concepts(office, OFFICER)] == [(concept, 1)]
    assert [row.item.id for row in need_list(office, ADVISER, concept="printing").items] == [posted.id]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"facet": "colour"}, {"facet": "field.code-unknown"}),
        ({"labels": []}, {"labels": "field.required"}),
        ({"labels": [("vi", "tranh", False)]}, {"labels": "field.label-preferred"}),
        ({"labels": [*LABELS, ("vi", "tranh khác", True)]}, {"labels": "field.label-preferred"}),
        ({"labels": [("fr", "estampe", True)]}, {"labels": "field.code-unknown"}),
        ({"labels": [("en", "Turning", True)]}, {"labels": "field.label-taken"}),
        ({"broader": ["nothing"]}, {"broader": "field.concept-unknown"}),
        ({"colour": "red"}, {"colour": "field.unknown"}),
    ],
)
def test_a_concept_that_cannot_be_is_refused(office: Office, parts: Any, expected: dict[str, str]) -> None:
    assert mistakes(office, **parts) == expected


def test_a_note_tells_two_concepts_of_one_name_apart(office: Office) -> None:
    labels = [("en", "Turning", True)]
    assert add_own_concept(office, OFFICER, facet="skill", labels=labels, note="turning of pages").note


def test_no_concept_stands_above_itself(office: Office) -> None:
    above = add_own_concept(office, OFFICER, facet="product", labels=LABELS)
    below = add_own_concept(office, OFFICER, facet="product", labels=[("vi", "tranh gà", True)], broader=[above.id])
    with pytest.raises(InvalidFields) as told:
        edit_own_concept(office, OFFICER, above.id, broader=[below.id])
    assert told.value.fields["broader"].code == "field.concept-cycle"
    with pytest.raises(Conflict, match="concept-used"):
        remove_own_concept(office, OFFICER, above.id)
    edited = edit_own_concept(office, OFFICER, below.id, version=1, broader=[])
    assert (edited.broader, edited.labels) == ((), below.labels)
    remove_own_concept(office, OFFICER, above.id, version=1)
    assert [row.concept for row in own_concepts(office, OFFICER)] == [edited]


def test_what_a_need_has_is_not_removed(office: Office) -> None:
    concept = add_own_concept(office, OFFICER, facet="product", labels=LABELS)
    post_need(office, OFFICER, ANPHU.id, kind="product", text="Cần mua", concepts=[concept.id])
    with pytest.raises(Conflict, match="concept-used"):
        remove_own_concept(office, OFFICER, concept.id)


def test_the_vocabulary_is_the_officers_matter(office: Office) -> None:
    with pytest.raises(NotAllowed):
        add_own_concept(office, ADVISER, facet="product", labels=LABELS)
    with pytest.raises(NotFound):
        edit_own_concept(office, OFFICER, "own:nothing", note="x")
    with pytest.raises(NotFound):
        remove_own_concept(office, OFFICER, "own:nothing")
