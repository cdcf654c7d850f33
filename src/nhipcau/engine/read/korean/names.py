"""A Korean word comes in; whether it is a person's name, or ends in a post that a person holds, goes out."""

# ruff: noqa: SIM905 -- a list of words is read as words

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.korean.words import DOUBLE_SURNAMES, HEAD, ROLES, SURNAMES, VIETNAMESE_SURNAMES

if TYPE_CHECKING:
    from nhipcau.engine.read.korean.phrases import Word

_ROLE: Final = re.compile(rf"(?P<before>.*?)(?P<role>{ROLES})$")
_KOREAN: Final = re.compile(rf"^(?:[{SURNAMES}][가-힣]{{2}}|(?:{'|'.join(DOUBLE_SURNAMES)})[가-힣]{{1,2}})$")
_SHORT: Final = re.compile(rf"^[{SURNAMES}][가-힣]$")
_VIETNAMESE: Final = re.compile(rf"^{VIETNAMESE_SURNAMES}[가-힣]{{1,5}}$")
_VIETNAMESE_SURNAME: Final = re.compile(rf"^{VIETNAMESE_SURNAMES}$")
_PLACE_END: Final = re.compile(r"(?:특별시|광역시|[도시군구성현읍면])$")
_NOT_NAMES: Final = frozenset(
    "이모빌리티 "
    "연구소 조선소 이사회 위원회 정부측 한국측 양국간 기자단 공동체 지도부 이사진 임직원 교직원 방문단 대표단 "
    "사절단 경제계 산업계 학계 정치인 관계자 참석자 담당자 "
    "실무진 경영진 교수진 연구진 주지사 부지사 도지사 구청장 이번에 이어서 한편에 지난해 우리측 안전부 문화부 "
    "전략부 이들은 차세대 공무원 주한대 주석궁 정상회 "
    "국무총 인사말 기념사 축사를 개회사 최고의 한국형 부회장 부원장 부총장 공동대 수출국 주요국 전문가 설계도 "
    "원자력 대기업 한국어 연구자 기업인 유학생 고문단 "
    "호찌민 하노이 다낭시 박닌성 하이퐁 껀터시 빈증성 동나이 하남성 하띤성 라오스 방콕시 도쿄도 성남시 안산시 "
    "서울시 부산시 대구시 인천시 광주시 대전시 울산시 세종시 경기도 "
    "강원도 전남도 전북도 경남도 경북도 충남도 충북도 제주도 안양시 용인시 고양시 구미시 포항시 김해시 진주시 "
    "창원시 원주시 여수시 순천시 나주시 목포시 전주시 익산시 "
    "남동구 강남구 서초구 송파구 마포구 성동구 유성구 서구청 한인회 경총회 상의회 한상회 공과대 의과대".split()
)

_PLACES: Final = frozenset("베트남 한국 하노이 다낭 호찌민 호치민 하이퐁 껀터 국립 서울 부산 주한 주베트남".split())
_UNITS: Final = frozenset({"현", "당", "시", "군", "성", "및", "등", "측", "양", "각", "전", "현직", "신임"})
_COMMON_ENDS: Final = frozenset("회소처측간계품층권적업물단팀부청국")


def role_of(text: str) -> str | None:
    """Return the post that a word ends in: 총장 for 총장 and for 산업진흥청총장; nothing for other words."""
    found = _ROLE.match(text)
    if found is None or (len(text) < 2 and text != "장"):
        return None
    before = found["before"]
    if len(found["role"]) < 2:
        return None
    # 이사 ends 이사회 no more, but 장사, 의사 and the like never match; 시장 and 과장 need care.
    if before and found["role"] in {
        "시장",
        "이사",
        "영사",
        "공사",
        "선임",
        "책임",
        "수석",
        "위원",
        "서기",
        "지사",
        "의장",
        "교수",
        "대표",
        "감독",
        "차석",
        "총괄",
        "간사",
    }:
        return _careful(before, found["role"])
    return found["role"]


def _careful(before: str, role: str) -> str | None:
    """Return a post that many other words end in only after letters that make it one."""
    allowed = {
        "시장": r"(?:부|[가-힣]{2})$",
        "이사": r"(?:전무|상무|대표|상임|사외|등기|총괄|부|선임|기술|연구|사무총장)$",
        "지사": r"(?:도|부|도부|전남|전북|경남|경북|충남|충북|강원|제주|경기)$",
        "공사": r"대사관$",
        "교수": r"(?:부|조|석좌|명예|특임|초빙|학과|대)$",
        "대표": r"(?:공동|부|상임|총괄|각자|한국|베트남)$",
        "위원": r"(?:전문|자문|상임|연구|집행|운영|심사)$",
        "서기": r"(?:당|부|부당|총)$",
        "의장": r"(?:시의회|도의회|부|의회|군의회|구의회)$",
        "선임": r"$^",
        "책임": r"$^",
        "수석": r"$^",
    }
    pattern = allowed.get(role)
    if role == "시장" and before.endswith(
        (
            "해외",
            "수출",
            "국내",
            "현지",
            "글로벌",
            "금융",
            "노동",
            "전통",
            "내수",
            "세계",
            "신흥",
            "수출입",
            "아세안",
            "베트남",
            "소비",
            "거대",
            "신",
        )
    ):
        return None
    return role if pattern and re.search(pattern, before) else None


def is_korean_name(word: Word) -> bool:
    """Tell whether a word looks like a Korean name of three or four syllables."""
    text = word.text
    if (
        text in DOUBLE_SURNAMES
        or not _KOREAN.match(text)
        or text in _NOT_NAMES
        or (word.common and text[-1] in _COMMON_ENDS)
    ):
        return False
    if role_of(text) or text.endswith("대"):
        return False
    return word.proper or not HEAD.search(text)


def is_short_name(word: Word) -> bool:
    """Tell whether a word can be a Korean name of two syllables."""
    return (
        bool(_SHORT.match(word.text))
        and word.text not in DOUBLE_SURNAMES
        and word.tags == ("NNP",)
        and not _PLACE_END.search(word.text)
    )


def is_joined_vietnamese_name(word: Word) -> bool:
    """Tell whether a word looks like a Vietnamese name written without blanks: 팜홍쾃."""
    text = word.text
    if (
        not word.noun
        or not 3 <= len(text) <= 7
        or word.common
        or text in _NOT_NAMES
        or text in _PLACES
        or role_of(text)
        or text.endswith(("대", "부", "청", "처"))
    ):
        return False
    return bool(_VIETNAMESE.match(text)) and not HEAD.search(text) and not _PLACE_END.search(text)


def is_vietnamese_surname(text: str) -> bool:
    """Tell whether a word is a Vietnamese surname in Hangul."""
    return bool(_VIETNAMESE_SURNAME.match(text))


def vietnamese_run(words: tuple[Word, ...], last: int) -> int | None:
    """Return the number of the word where a Vietnamese name in several words begins that ends at a word."""
    best = None
    for first in range(last - 1, max(-1, last - 5), -1):
        word = words[first]
        if word.particle or word.after != " " or word.bracket or words[first + 1].start - word.close != 1:
            break
        if words[last].text in _UNITS or words[last].text in {"신임", "초대"}:
            break
        if is_vietnamese_surname(word.text) and all(_is_syllables(words[at].text) for at in range(first + 1, last + 1)):
            best = first
    return best if best is not None else _unknown_run(words, last)


def _unknown_run(words: tuple[Word, ...], last: int) -> int | None:
    """Return where three or four very short words begin: a name whose surname is spelt in no known way."""
    first = last
    while first > 0 and last - first < 3 and words[first].start - words[first - 1].close == 1:
        before = words[first - 1]
        if (
            len(before.text) > 2
            or before.particle
            or before.bracket
            or not _is_syllables(before.text)
            or not before.noun
        ):
            break
        first -= 1
    pieces = [word.text for word in words[first : last + 1]]
    if len(pieces) < 3 or any(len(piece) > 2 or piece in _UNITS for piece in pieces):
        return None
    return (
        first
        if sum(len(piece) == 1 for piece in pieces) >= 1 and not any(words[at].common for at in (first,))
        else None
    )


def mended(text: str, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Give back to Vietnamese names the syllables that look like particles or adverbs.

    띠엔 is no 띠 with a particle.
    """
    whole = list(words)
    for at, word in enumerate(words):
        if not is_vietnamese_surname(text[word.start : word.close]):
            continue
        last = _last_syllable(text, words, at)
        if last > at and _post_follows(words, last):
            for number in range(at, last + 1):
                piece = text[words[number].start : words[number].close]
                if not words[number].bracket:
                    whole[number] = replace(
                        words[number], end=words[number].close, text=piece, particle="", noun=True, tags=("NNP",)
                    )
    return tuple(whole)


def _last_syllable(text: str, words: tuple[Word, ...], at: int) -> int:
    """Return the number of the last short word that can belong to the Vietnamese name begun at a word."""
    last = at
    while last + 1 < len(words) and last - at < 4 and words[last + 1].start - words[last].close == 1:
        piece = text[words[last + 1].start : words[last + 1].close]
        if not _is_syllables(piece) or len(piece) > 3 or piece.endswith("다") or piece in _UNITS:
            break
        last += 1
    return last


def _post_follows(words: tuple[Word, ...], last: int) -> bool:
    """Tell whether a post follows within a few linked words."""
    for number in range(last + 1, min(len(words), last + 6)):
        if words[number].start - words[number - 1].close > 1:
            return False
        if role_of(words[number].text):
            return True
        unit = words[number].text in _UNITS
        if words[number].particle or not (words[number].noun or unit):
            return False
    return False


def _is_syllables(text: str) -> bool:
    return (
        bool(re.fullmatch(r"[가-힣]{1,4}", text))
        and not role_of(text)
        and not HEAD.search(text)
        and text not in _PLACES
        and not (len(text) > 2 and text[-1] in "대시군구성현도청부국원")
    )


def is_person_name(word: Word) -> bool:
    """Tell whether a word by itself looks like a person's name."""
    return is_korean_name(word)
