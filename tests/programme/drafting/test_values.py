from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.codes import AgreementStatus, FigureRole
from nhipcau.facts.draft import DraftList
from nhipcau.facts.message import Message
from nhipcau.facts.reading import DateRead, Derivation, Dispute, FigureRead, Reading
from nhipcau.facts.span import Span
from nhipcau.facts.state import State
from nhipcau.programme.drafting.fields import FIELDS, PARTS
from nhipcau.programme.drafting.values import drafts_of
from tests.programme.reports import READING, REPORT, SHM, SIGNED, saying


def test_lays_out_every_value_with_its_span() -> None:
    ((list_, values),) = drafts_of(READING)
    assert list_ is DraftList.AGREEMENT
    assert [value.key for value in values] == [
        "type", "status", "date", "place", "term", "party-0", "party-1", "person-0", "witness-0", "sector-0",
        "activity-0", "activity-1", "activity-2", "figure-0", "legal-act-0",
    ]  # fmt: skip
    assert {value.state for value in values} == {State.STATED}
    assert all(value.span is not None for value in values)
    assert all(set(value.content) == set(PARTS[value.field]) for value in values)


def test_says_what_is_not_stated() -> None:
    bare = replace(
        REPORT, parties=(), people=(), witnesses=(), date=DateRead(), place=None, sectors=(), activities=(), term=None
    )
    ((_, values),) = drafts_of(Reading(language="vi", agreements=(bare,)))
    absent = [value.key for value in values if value.state is State.NOT_STATED]
    assert absent == [field for field in FIELDS if field not in ("type", "status")]


def test_a_document_without_an_agreement_goes_to_its_own_list() -> None:
    ((list_, values),) = drafts_of(replace(READING, agreements=()))
    assert list_ is DraftList.NONE
    assert [value.field for value in values] == ["figure", "legal-act"]


def test_a_planned_signing_goes_to_its_own_list() -> None:
    ((list_, _),) = drafts_of(saying(status=AgreementStatus.PLANNED))
    assert list_ is DraftList.PLANNED


def test_a_derived_date_says_from_what() -> None:
    when = DateRead(
        value="2021-11-26",
        precision="day",
        span=SIGNED,
        derivation="publication-date",
        derived=(Derivation("value", "publication-date", "26/11/2021"),),
    )
    ((_, values),) = drafts_of(saying(date=when))
    date = next(value for value in values if value.field == "date")
    assert date.state is State.DERIVED
    assert date.origin == (Message("origin.publication-date", {"value": "value", "detail": "26/11/2021"}),)


def test_a_derived_country_leaves_the_name_stated() -> None:
    party = replace(SHM, derived=(Derivation("country", "place-name", "Sông Hàn"),))
    ((_, values),) = drafts_of(saying(parties=(party,)))
    first = next(value for value in values if value.field == "party")
    assert first.state is State.STATED
    assert [message.code for message in first.origin] == ["origin.place-name"]


def test_a_dispute_shows_what_the_other_source_says() -> None:
    when = DateRead(value="2024-09-12", span=SIGNED, disputes=(Dispute("date", "second-reader", "2024-09-13", SIGNED),))
    ((_, values),) = drafts_of(saying(date=when))
    date = next(value for value in values if value.field == "date")
    assert date.state is State.DISPUTED
    assert [dict(other.content) for other in date.alternatives] == [{"value": "2024-09-13"}]


def test_figures_go_to_the_nearest_agreement() -> None:
    first = replace(REPORT, span=Span(0, 4, "Ngày"))
    second = replace(REPORT, span=Span(500, 504, "Ngày"))
    near = FigureRead(value=(2.0, 3.5), unit="năm", what="", role=FigureRole.TERM, span=Span(490, 493, "2-3"))
    far = FigureRead(value=7e10, unit="USD", what="", span=Span(20, 23, "70 "))
    drafts = drafts_of(replace(READING, agreements=(first, second), figures=(near, far), legal_acts=()))
    said = [[value.content["value"] for value in values if value.field == "figure"] for _, values in drafts]
    assert said == [["70000000000"], ["2..3.5"]]
