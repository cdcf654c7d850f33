from __future__ import annotations

from nhipcau.engine.read.read import read_document
from nhipcau.engine.read.same_agreement import Comparison, clusters, compare

LONG = "Ngày 2/3/2022, Trung tâm Cơ khí Sao Mai (SMC) và Viện Vật liệu Daon Hàn Quốc (DMI) ký biên bản ghi nhớ."
SHORT = "Sáng 2/3/2022, Viện Vật liệu và Gốm Daon Hàn Quốc (DMI) ký MOU với Trung tâm Cơ khí Sao Mai (SMC)."
LATER = "Ngày 9/8/2024, Trung tâm Cơ khí Sao Mai (SMC) và Viện Vật liệu Daon Hàn Quốc (DMI) ký biên bản ghi nhớ."
OTHER = "Ngày 2/3/2022, Trung tâm Cơ khí Sao Mai (SMC) và Trường Đại học Hanul (Hàn Quốc) ký biên bản ghi nhớ."


def compared(one: str, other: str) -> Comparison:
    return compare(read_document(one).agreements[0], read_document(other).agreements[0])


def test_the_same_parties_on_the_same_day_are_one_agreement() -> None:
    comparison = compared(LONG, SHORT)

    assert comparison.same
    assert {reason.code for reason in comparison.reasons} == {"same.parties", "same.date"}
    assert comparison.contradictions == ()


def test_another_day_is_another_agreement() -> None:
    comparison = compared(LONG, LATER)

    assert not comparison.same
    assert [one.code for one in comparison.contradictions] == ["same.date"]


def test_one_shared_party_is_not_enough() -> None:
    assert not compared(LONG, OTHER).same


def test_a_comparison_does_not_depend_on_the_order() -> None:
    for one in (LONG, SHORT, LATER, OTHER):
        for other in (LONG, SHORT, LATER, OTHER):
            assert compared(one, other).same == compared(other, one).same


def test_clusters_give_one_key_to_the_reports_of_one_agreement() -> None:
    keys = clusters([read_document(text) for text in (LONG, OTHER, SHORT, LATER)])

    assert keys[0] == keys[2]
    assert len({keys[0], keys[1], keys[3]}) == 3


def test_records_of_one_document_are_never_joined() -> None:
    (keys,) = clusters([read_document(LONG + "\n\n" + LATER)])

    assert len(set(keys)) == len(keys)
