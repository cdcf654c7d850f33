from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.domains import canonical_domain

MESS = st.text(alphabet=st.one_of(st.sampled_from("abmw.@/:-?# ,;<>www..vnkrcom한국"), st.characters()), max_size=60)


@pytest.mark.parametrize(
    ("written", "domain"),
    [
        ("https://www.Abc.com.vn/vi/?x=1", "abc.com.vn"),
        ("ABC.COM.VN:8080", "abc.com.vn"),
        ("http://user:secret@www2.abc.vn:80/", "abc.vn"),
        ("info@abc.vn", "abc.vn"),
        ("mailto:a@b.co.kr", "b.co.kr"),
        ("Kim <kim@samsung.com>", "samsung.com"),
        ("a@gmail.com, www.abc.vn", "abc.vn"),
        ("m.abc.co.kr", "abc.co.kr"),
        ("m.vn", "m.vn"),
        ("soct.hanoi.gov.vn", "soct.hanoi.gov.vn"),
        ("anphu.wordpress.com", "anphu.wordpress.com"),
        ("www.한국.kr", "xn--3e0b707e.kr"),
    ],
)
def test_addresses_of_one_body_share_its_domain(written: str, domain: str) -> None:
    assert canonical_domain(written) == domain


@pytest.mark.parametrize(
    "written",
    [
        "",
        "không có",
        "a@gmail.com",
        "a@naver.com",
        "a@hanmail.net",
        "a@hn.vnn.vn",
        "a@yahoo.com.vn",
        "https://blog.naver.com/anphu",
        "https://www.youtube.com/@anphu",
        "https://vi-vn.facebook.com/anphu",
        "wordpress.com",
        "com.vn",
        "co.kr",
        "192.168.1.1",
        "a..vn",
        "-a-.vn",
        "x" * 500 + ".vn",
    ],
)
def test_a_domain_that_everybody_or_nobody_uses_is_none(written: str) -> None:
    assert canonical_domain(written) is None


@given(MESS)
def test_a_canonical_domain_stays_and_is_plain(text: str) -> None:
    domain = canonical_domain(text)
    if domain is not None:
        assert domain.isascii()
        assert not domain.startswith("www.")
        assert canonical_domain(domain) == domain
        assert canonical_domain(f"https://www.{domain}/a?b") == domain
        assert canonical_domain(f"office@{domain}") == domain
