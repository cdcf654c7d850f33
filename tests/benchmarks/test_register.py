from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.register import COLUMNS, register, register_with_truth, write
from benchmarks.register.bodies import body
from benchmarks.register.inventory import inventory
from benchmarks.register.numbers import korean_check, spelled_tax_code, tax_code, vietnamese_check, wrong_digit
from benchmarks.register.slips import plain, telex, typing_slip


def draw(seed: int) -> Random:
    return Random(seed)  # noqa: S311 -- seeded, to draw the same again


def test_the_same_seed_makes_the_same_register_and_another_seed_another() -> None:
    assert list(register(300, 0.1, 7)) == list(register(300, 0.1, 7))
    assert list(register(300, 0.1, 7)) != list(register(300, 0.1, 9))


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3])
def test_as_many_records_say_a_body_again_as_were_asked_for(share: float) -> None:
    truth = [one for _, bodies in register_with_truth(2_000, share, 7) for one in bodies]
    assert len(truth) == 2_000
    assert len(set(truth)) == 2_000 - round(2_000 * share)


def test_every_batch_has_the_columns_of_the_command_and_ids_occur_once() -> None:
    batches = list(register(12_000, 0.1, 7))
    assert [list(batch) for batch in batches] == [list(COLUMNS)] * 2
    ids = [one for batch in batches for one in batch["id"]]
    assert len(set(ids)) == 12_000
    assert all(name for batch in batches for name in batch["name"])


def test_a_third_or_more_of_the_records_lack_an_identifier() -> None:
    identifiers = [one for batch in register(5_000, 0.1, 7) for one in batch["identifier"]]
    assert 0.35 < identifiers.count(None) / 5_000 < 0.45


def test_hundreds_of_different_firms_share_brand_trade_and_province() -> None:
    firms = [body(7, key, inventory(7)) for key in range(10_000)]
    known = Counter((firm.brand.vi, firm.trade.vi, firm.address.place.name) for firm in firms if not firm.branch)
    assert sum(count for count in known.values() if count > 1) > 300


def test_a_branch_carries_the_tax_code_of_its_head_office_with_a_number_behind() -> None:
    known: dict[str, set[str]] = {}
    for batch, truth in register_with_truth(5_000, 0.0, 7):
        for code, one in zip(batch["identifier"], truth, strict=True):
            digits = "".join(filter(str.isdigit, code or ""))
            if len(digits) in {10, 13}:
                known.setdefault(digits[:10], set()).add(one)
    assert Counter(map(len, known.values()))[2] > 20


def test_the_inventories_to_develop_and_to_report_on_share_no_brand_syllable_street_or_surname() -> None:
    develop, report = inventory(7), inventory(2026)
    assert not set(develop.vietnamese) & set(report.vietnamese)
    assert not set(develop.korean) & set(report.korean)
    assert not set(develop.streets) & set(report.streets)
    assert not set(develop.surnames) & set(report.surnames)
    assert set(develop.trades) ^ set(report.trades)


def test_the_file_and_its_truth_hold_the_same_records(tmp_path: Path) -> None:
    truth = write(tmp_path / "register.parquet", 500, 0.2, 7)
    rows = pq.read_table(tmp_path / "register.parquet")
    assert rows.column_names == list(COLUMNS)
    assert pq.read_table(truth)["id"].to_pylist() == rows["id"].to_pylist()


@given(st.integers())
def test_every_tax_code_that_is_drawn_checks_and_a_mistyped_digit_does_not_stay_unseen(seed: int) -> None:
    vietnamese, korean = tax_code(draw(seed), "VN"), tax_code(draw(seed), "KR")
    assert vietnamese_check(vietnamese[:9]) == int(vietnamese[9])
    assert korean_check(korean[:9]) == int(korean[9])
    assert wrong_digit(draw(seed), vietnamese) != vietnamese


@given(st.integers())
def test_a_tax_code_keeps_its_digits_however_it_is_written(seed: int) -> None:
    code = tax_code(draw(seed), "VN")
    written = "".join(filter(str.isdigit, spelled_tax_code(draw(seed), code, "VN").removesuffix(".0")))
    assert code in {written, "0" + written}


@given(st.text(max_size=20), st.integers())
def test_a_slip_changes_no_more_than_one_letter_of_the_length(text: str, seed: int) -> None:
    assert abs(len(typing_slip(draw(seed), text)) - len(text)) <= 1


def test_telex_keeps_the_keystrokes_of_marks_and_tones() -> None:
    assert telex("Điện") == "Ddieenj"
    assert telex("Thường") == "Thuwowngf"
    assert plain("Điện tử") == "Dien tu"
