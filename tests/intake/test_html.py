"""Web pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.intake.html import looks_like_html, web_page
from tests.intake.files import KOREAN, VIETNAMESE

PAGE = f"""<!DOCTYPE html>
<html lang="vi"><head><title>IDC và KICET ký kết - Báo Công Thương</title>
<meta property="og:title" content="IDC và KICET ký kết">
<meta property="article:published_time" content="2021-11-26T09:00:00+07:00">
<script>alert("một câu của kẻ lạ")</script><style>p {{ color: red }}</style></head>
<body><nav><a href="/">Trang chủ</a><a href="/kinh-te">Kinh tế</a></nav>
<article><h1>IDC và KICET ký kết</h1>
<p>{VIETNAMESE}</p>
<p>{VIETNAMESE.replace("vật liệu", "gốm sứ")}</p>
<p>Hai bên sẽ<br>đào tạo kỹ sư và chuyển giao công nghệ trong ba năm tới.</p>
<script>document.write("không phải tin")</script>
</article><footer>Bản quyền</footer></body></html>"""


def test_keeps_the_article_and_leaves_scripts_behind() -> None:
    page = web_page(PAGE)
    assert VIETNAMESE in page.text
    assert "đào tạo kỹ sư" in page.text
    assert page.text.startswith("IDC và KICET ký kết")
    for foreign in ("alert", "document.write", "color: red", "Trang chủ"):
        assert foreign not in page.text


def test_keeps_lines_apart() -> None:
    lines = web_page(PAGE).text.split("\n")
    assert VIETNAMESE in lines
    assert VIETNAMESE.replace("vật liệu", "gốm sứ") in lines


def test_takes_title_and_day_from_the_page() -> None:
    page = web_page(PAGE)
    assert (page.title, page.published) == ("IDC và KICET ký kết", "2021-11-26")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta name="pubdate" content="2024-06-01">', "2024-06-01"),
        ('<meta name="date" content="01/06/2024">', None),
        ('<meta itemprop="datePublished" content="2024-13-41">', None),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2023-05-06T01:02"}]}</script>',
            "2023-05-06",
        ),
        ('<script type="application/ld+json">{broken</script>', None),
        ("", None),
    ],
)
def test_believes_only_real_days(head: str, day: str | None) -> None:
    assert web_page(f"<html><head>{head}</head><body><p>{KOREAN}</p></body></html>").published == day


def test_falls_back_to_all_text_where_no_article_stands_out() -> None:
    assert web_page(f"<div>{KOREAN}</div><script>x()</script>").text == KOREAN


def test_gives_nothing_of_a_page_that_is_nested_without_end() -> None:
    assert web_page("<div>" * 50_000 + KOREAN + "</div>" * 50_000).text == ""


@pytest.mark.parametrize("text", ["<!DOCTYPE html><p>x", "  <html>", "<p>x</p>", "\n<!-- a --><div>x</div>"])
def test_knows_a_page(text: str) -> None:
    assert looks_like_html(text)


@pytest.mark.parametrize("text", ["Một tin", "a < b", "<<Thỏa thuận>> đã ký", "<Ký kết> tin mới", ""])
def test_knows_what_is_no_page(text: str) -> None:
    assert not looks_like_html(text)


@given(st.text(alphabet="<>/=\"' abdivscriptp!-\n가đ&;#x", max_size=200))
@settings(max_examples=200, deadline=None)
def test_survives_any_markup(text: str) -> None:
    page = web_page("<html><body>" + text)
    assert page.published is None


def test_a_row_of_comments_is_told_from_a_page_at_once() -> None:
    assert not looks_like_html("<!---->" * 580 + "x")
    assert looks_like_html("<!-- một --> <!-- hai -->\n<p>Tin</p>")


def test_a_page_of_countless_elements_is_taken_as_all_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def article(text: str) -> str:
        asked.append(text)
        return ""

    monkeypatch.setattr("nhipcau.intake.html._article", article)
    assert web_page("<html><body>" + "<p>Tin</p>" * 30_000).text.count("Tin") == 30_000
    assert asked == []
