from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.facts.organisation import Identifier, Name, Organisation
from nhipcau.programme.market.masking import blotted, for_the_public, telling_words, without_identity
from tests.programme.samples import MIRAE, need

BODY = Organisation(
    id="org-x",
    names=(
        Name("Công ty TNHH Cơ khí Sao Mai", "vi", "official"),
        Name("사오마이기계", "ko", "alias"),
        Name("Sao Mai Mechanical Co., Ltd.", "en", "alias"),
        Name("SMM", "und", "acronym"),
        Name("LG", "en", "alias"),
    ),
    phone="0225 3842 000",
    address="12 Lê Lợi",
    domain="saomai.example",
    identifiers=(Identifier("VN-MST", "0100109106"),),
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("CÔNG TY TNHH CƠ KHÍ SAO MAI cần thép", "███████████████████████████ cần thép"),
        ("co khi sao mai can thep", "██████████████ can thep"),
        ("사오마이기계는 금형을 찾습니다", "██████는 금형을 찾습니다"),
        ("Sao Mai Mechanical seeks moulds", "██████████████████ seeks moulds"),
        ("SMM cần gấp, summit thì không", "███ cần gấp, summit thì không"),
        ("LG cần, lg không", "██ cần, lg không"),
        ("nơi nhận: 12 Lê Lợi, gần cảng", "nơi nhận: █████████, gần cảng"),
        ("Tel 0225-3842-000 hoặc +84 912 345 678", "Tel █████████████ hoặc ███████████████"),
        ("ban@saomai.example / https://khac.example/a?b", "██████████████████ / ████████████████████████"),
        ("MST 0100109106", "MST ██████████"),
        ("Cơ khí  Sao\nMai cần thép", "███████████████ cần thép"),
        ("Cơ khí S\u200bao\u00adMai; Cơ-khí_Sao Mai", "███████████████; ██████████████"),
        ("Ｃơ khí Ｓao Mai cần thép", "██████████████ cần thép"),
        ("사오마이 기계는 금형을 찾습니다", "███████는 금형을 찾습니다"),
        ("số 12, Lê Lợi", "số ██████████"),
        ("1.200.000 cái, 05.2026, 0,05 mm, 2026.04.15", "1.200.000 cái, 05.2026, 0,05 mm, 2026.04.15"),
    ],
)
def test_what_tells_who_is_behind_it_is_blotted_out_letter_by_letter(text: str, shown: str) -> None:
    assert blotted(text, telling_words([text], BODY)) == shown


@given(st.text(max_size=200), st.text(min_size=1, max_size=30))
def test_no_text_is_too_odd_and_none_changes_its_length(text: str, name: str) -> None:
    words = telling_words([text], replace(BODY, names=(Name(name, "vi", "official"), *BODY.names)))
    shown = blotted(text, words)
    assert len(shown) == len(text)
    assert all(word not in shown for word in words if "█" not in word)


def test_a_text_of_fifty_thousand_letters_is_looked_through() -> None:
    text = "a0@ 0 " * 8_300
    assert len(blotted(text, telling_words([text], BODY))) == len(text)


def test_an_open_item_is_shown_as_it_is() -> None:
    assert for_the_public(need()) == need()
    hidden = need(confidential=True, organisation=MIRAE, place="Làng nghề Đại Bái")
    assert for_the_public(hidden) == without_identity(hidden)
    assert for_the_public(hidden).place is None
