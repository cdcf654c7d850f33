from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.engine.read.read import read_document

KOREAN = (
    "한빛연구원(원장 노가람)은 ",
    "베트남 ",
    "하남대학교와 ",
    "지난 14일 ",
    "하노이에서 ",
    "업무협약(MOU)을 ",
    "체결했다. ",
    "체결할 예정이다. ",
    "양 기관은 ",
    "▲공동연구 ",
    "▲인력 교류 ",
    "등에 협력하기로 했다. ",
    "\n",
    "응우옌 반 남 ",
    "총장은 ",
    "“좋다”고 말했다. ",
    "(",
    ")",
    "·",
    ", ",
    "2024.06.14 ",
    "각각 ",
    "- ",
)
ENGLISH = (
    "The Ministry of Trade, Industry and Energy ",
    "(MOTIE) ",
    "and ",
    "Hanbit University ",
    "signed ",
    "will sign ",
    "an MoU ",
    "with ",
    "of ",
    "Vietnam's ",
    "on May 15. ",
    "Under the MoU, ",
    "the two sides will ",
    "train engineers, ",
    "exchange experts. ",
    "\n",
    "- ",
    "president Noh Ga-ram ",
    "said. ",
    "between ",
    "(",
    ")",
    "between A and B ",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(KOREAN), max_size=30) | st.lists(st.sampled_from(ENGLISH), max_size=30))
def test_any_order_of_words_is_read_and_every_quote_stands_in_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)

    reading = read_document(text)

    spans = [
        one.span
        for agreement in reading.agreements
        for one in (agreement, *agreement.parties, *agreement.people, *agreement.activities, *agreement.sectors)
    ]
    assert reading.dropped == 0
    assert all(span is not None and text[span.start : span.end] == span.quote for span in spans)
