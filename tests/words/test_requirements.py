"""What is required or stated, as its reader writes it: units by their signs."""

from __future__ import annotations

import pytest

from nhipcau.words.requirements import unit


@pytest.mark.parametrize(
    ("written", "shown"), [("m2", "m²"), ("t/m2", "t/m²"), ("m3", "m³"), ("kVA", "kVA"), ("mm", "mm")]
)
@pytest.mark.parametrize("language", ["vi", "ko", "en"])
def test_powers_of_a_measure_are_raised(written: str, shown: str, language: str) -> None:
    assert unit(written, language) == shown
