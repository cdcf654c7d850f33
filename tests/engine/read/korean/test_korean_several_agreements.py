from __future__ import annotations

from nhipcau.engine.read.read import read_document


def told(text: str) -> list[tuple[tuple[str, ...], str | None]]:
    found = read_document(text).agreements
    return [(tuple(party.name for party in one.parties), one.date.value) for one in found]


def pairs(text: str) -> list[tuple[str, ...]]:
    return [names for names, _ in told(text)]


def test_every_clause_with_a_paper_of_its_own_is_an_agreement() -> None:
    text = "한빛테크노파크는 베트남 하남연구원과 창업 협약을, 가온대는 남하대학교와 학술 협약을 각각 체결했다."

    assert pairs(text) == [("한빛테크노파크", "하남연구원"), ("가온대", "남하대학교")]


def test_each_day_of_a_trip_has_its_signing() -> None:
    text = (
        "한빛진흥원, 하남성 방문\n입력 2024.03.07 10:22\n한빛진흥원은 지난 4일 하남성 투자진흥센터와 업무협약을 "
        "체결한 데 이어 5일에는 남하대학교와 인재 양성 업무협약을 맺었다."
    )

    assert told(text) == [
        (("한빛진흥원", "하남성 투자진흥센터"), "2024-03-04"),
        (("한빛진흥원", "남하대학교"), "2024-03-05"),
    ]


def test_two_pairs_joined_by_between_are_two_agreements() -> None:
    text = "2024년 3월 4일 한빛진흥원과 하남연구원 간 업무협약, 가온협회와 남하협회 간 업무협약도 함께 체결됐다."

    assert pairs(text) == [("한빛진흥원", "하남연구원"), ("가온협회", "남하협회")]


def test_a_list_under_a_count_of_papers_needs_no_word_for_the_paper() -> None:
    text = (
        "한빛도, 베트남과 협력\n한빛도는 2024년 3월 4일 하노이에서 현지 기관과 업무협약 3건을 체결했다.\n"
        "▲한빛테크노파크-베트남 하남연구원 '창업 육성' ▲가온대-남하대학교 '공동연구' "
        "▲누리협회-남하협회 '기업 교류' 등이다."
    )

    assert pairs(text) == [
        ("한빛테크노파크", "하남연구원"),
        ("가온대", "남하대학교"),
        ("누리협회", "남하협회"),
    ]


def test_the_heads_of_two_places_sign_before_their_bodies_do() -> None:
    text = (
        "최문호 강원도지사와 응우옌 뜨엉 반 꽝닌성 인민위원장은 2024년 3월 4일 하롱시에서 공동합의서를 체결했다.\n"
        "같은 날 한빛테크노파크와 꽝닌성 투자진흥위원회 간, 가온재단과 꽝닌성 관광협회 간 업무협약도 체결됐다."
    )

    assert pairs(text) == [
        ("강원도", "꽝닌성"),
        ("한빛테크노파크", "꽝닌성 투자진흥위원회"),
        ("가온재단", "꽝닌성 관광협회"),
    ]


def test_the_head_of_one_body_signs_with_the_subject() -> None:
    text = (
        "전라남도는 2024년 3월 4일 도청에서 김영호 도지사와 쩐 비엣 쯔엉 껀터시 인민위원장이 참석한 가운데 "
        "우호교류 협약을 체결했다.\n이날 한빛진흥원은 껀터대학교와 바이오 공동연구 협약을 별도로 체결했다."
    )

    assert pairs(text) == [("전라남도", "껀터시"), ("한빛진흥원", "껀터대학교")]


def test_the_day_before_the_report_is_the_day_of_the_signing() -> None:
    text = (
        "한빛진흥원, 하남연구원과 협력\n입력 2024.03.01 10:22\n한빛진흥원은 베트남 하남연구원과 업무협약을 "
        "체결했다고 1일 밝혔다.\n전날 하노이에서 열린 체결식에는 양측 관계자가 참석했다."
    )

    assert told(text) == [(("한빛진흥원", "하남연구원"), "2024-02-29")]
