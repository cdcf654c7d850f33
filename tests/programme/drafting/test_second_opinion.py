from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.codes import AgreementType, Strength
from nhipcau.facts.reading import ActivityRead, Derivation, PartyRead, PlaceRead, Reading
from nhipcau.facts.span import Span
from nhipcau.programme.drafting.second_opinion import with_second_opinion
from tests.programme.reports import MCRI, READING, REPORT, SHM
from tests.programme.samples import TEXT, span

OTHER = Reading(language="vi", agreements=(REPORT,), reader="model/1")


def opinion(**parts: object) -> Reading:
    other = replace(OTHER, agreements=(replace(REPORT, **parts),))  # type: ignore[arg-type]  # parts of a record
    return with_second_opinion(READING, other, TEXT)


def test_agreement_of_both_changes_nothing() -> None:
    assert opinion().agreements == READING.agreements
    assert opinion().reader == "test/1+model/1"


def test_dissent_is_kept_beside_the_value() -> None:
    agreement = opinion(type=AgreementType.LOI, place=PlaceRead(city="Huế")).agreements[0]
    assert agreement.type is AgreementType.MOU
    assert [(item.value, item.other) for item in agreement.disputes] == [("type", "LOI")]
    assert agreement.place is not None
    assert [(item.value, item.other) for item in agreement.place.disputes] == [("city", "Huế")]


def test_what_it_alone_found_is_derived_from_it() -> None:
    third = PartyRead(name="Sông Hàn", span=span("Sông Hàn"))
    agreement = opinion(parties=(SHM, MCRI, third)).agreements[0]
    assert agreement.parties[2] == replace(third, derived=(Derivation("name", "second-reader"),))


def test_what_is_not_in_the_text_is_dropped() -> None:
    invented = PartyRead(name="Công ty Ma", span=Span(0, 10, "Công ty Ma"))
    unquoted = ActivityRead(code="consulting", strength=Strength.COMMITMENT)
    read = opinion(parties=(SHM, MCRI, invented), activities=(*REPORT.activities, unquoted))
    assert read.agreements == READING.agreements
    assert read.dropped == 2


def test_other_agreements_are_not_mixed_up() -> None:
    strange = replace(REPORT, parties=(PartyRead(name="Viện", span=span("Viện")),), type=AgreementType.LOI)
    second = replace(OTHER, agreements=(strange, replace(REPORT, type=AgreementType.CONTRACT)))
    agreement = with_second_opinion(READING, second, TEXT).agreements[0]
    assert [item.other for item in agreement.disputes] == ["contract"]
