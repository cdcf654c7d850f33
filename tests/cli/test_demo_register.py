from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import chain

from nhipcau.cli.demo_register import SOURCES, lists
from nhipcau.language.identifiers import check_identifier, read_identifier


def rows() -> list[list[dict[str, str]]]:
    """Return the rows of each list by their heads."""
    return [
        list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=separator))
        for (_, _, data), separator in zip(lists(), ";,\t", strict=True)
    ]


def test_is_the_same_each_time() -> None:
    assert lists() == lists()
    assert [source for source, _, _ in lists()] == list(SOURCES)


def test_numbers_are_well_formed_and_of_no_province() -> None:
    first, second, third = rows()
    tax_codes = [
        code for row in chain(first, second) for code in (row.get("Mã số thuế") or row.get("Tax code"),) if code
    ]
    assert len(tax_codes) > 4_000
    assert {code[:2] for code in tax_codes} == {"99"}
    numbers = [row["사업자등록번호"] for row in third if row["사업자등록번호"]]
    assert {number[:3] for number in numbers} == {"000"}
    read = [read_identifier(code, "VN") for code in tax_codes] + [read_identifier(number, "KR") for number in numbers]
    assert {check_identifier(one) if one else "unread" for one in read} == {None}


def test_lists_overlap_with_and_without_a_number() -> None:
    first, second, _ = rows()
    theirs = {row["Mã số thuế"]: row for row in first}
    shared = [row for row in second if row["Tax code"] in theirs]
    assert all(row["Phone"] != theirs[row["Tax code"]]["Điện thoại"] for row in shared)
    how = Counter((bool(row["Tax code"]), bool(row["Phone"])) for row in second)
    assert len(shared) >= 100
    assert how[False, True] >= 100
    assert how[False, False] >= 50
