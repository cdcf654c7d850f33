# ruff: noqa: E501 -- lists of words, a kind a line
"""A place's name and what stands around it come in; whether the place is meant goes out."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Final

# What has to follow, or must not, where a Korean word begins as a place does: 대전환 is no 대전.
_AFTER_HANGUL: Final[Mapping[str, str]] = {
    "대전": "(?!환|제|략|투|망|료|자료)", "부산": "(?!물|스럽|하게|한)", "구미": "(?!호|주권|권|에 맞)", "전주": "(?!기|곡|대비|보다)",
    "인도": "(?!적|주의|네|하|받|했|차|교|령|인도|어|를 걷|법)", "대구": "(?!조|탕)",
    "경기": "(?=도|지역|북부|남부|권|[ ·](?:수원|성남|용인|화성|평택|안산|안양|부천|시흥|김포|고양|파주|판교|이천|광주|북부|남부|지역))",
    "강원": "(?!장)", "안양": "(?!대)", "진주": "(?!만|목걸|조개|색)", "경주": "(?!하|마|용)",
    "양산": "(?!체제|형|품|화|하|을 시작|에 들|에 돌입|라인|차|돼|되|된|해|했|할|능력|설비|단계)", "여수": "(?!신)",
    "무안": "(?!하|해)", "원주": "(?!민|율)", "하장": r"(?=성|시|\s|,|·)", "안장": "(?=성)", "선라": "(?=성)",
    "한국": "(?!형|인(?!증)|어(?!촌)|말|식(?!품))", "세종": "(?!대왕|학당|문화회관|연구|대학|대\\b|텔레콤|류)",
    "홍성": r"(?=군|\s)", "후에": r"(?=시|성|\()", "푸토": "(?=성)", "자라이": "(?=성)", "랑선": "(?=성|시)", "랑손": "(?=성|시)",
    "손라": "(?=성)", "벤체": "(?=성)", "미토": "(?=시)", "호주": "(?!머니|제)", "보령": "(?!제약|메디)",
    "완주": "(?!하|했|해|를 |코스)", "월남": "(?!전|쌈|참전)", "미국": "(?!인|식)", "일본": "(?!인|어|식)", "중국": "(?!인|어|식)",
    "베트남": "(?!인(?!민)|어|전쟁|식)", "태국": "(?!인|어|식)", "까마우": "", "라이차우": "", "토": "", "우리나라": "",
    "예산군": "", "박장": r"(?=성|시|\s|,|·)", "당진": "", "광주": "(?!리)", "화락": r"(?=\s|하이|첨단)", "대덕": "(?!전자)", "선전": "",
    "푸리": "(?=시)", "찌린": "(?=시)", "삼선": "(?=시)", "또": "", "독일": "(?!인|어)", "영국": "(?!인|어)", "아산": "(?!병원|사회|재단|정책|나눔)",
}  # fmt: skip
# One-syllable countries are also given names and words of firms: Mỹ Linh, Đức Huy, Nguyễn Thị Nga.
_AFTER_LATIN: Final[Mapping[str, str]] = {
    "Mỹ": r"(?!\s+(?:[A-ZĐÂĂÊÔƠƯ]|thuật|phẩm|nghệ|nhân|học|lệ))", "Đức": r"(?!\s+[A-ZĐÂĂÊÔƠƯ])", "Nga": r"(?!\s+[A-ZĐÂĂÊÔƠƯ])",
    "Pháp": r"(?!\s+(?:luật|lệnh|chế))", "Lào": r"(?!\s+Cai)", "Úc": r"(?!\s+[A-ZĐÂĂÊÔƠƯ])",
    "Hà Nam": r"(?!\s+Ninh)", "Nam Định": "", "MỸ": r"(?!\s+(?:THUẬT|PHẨM|NGHỆ))", "PHÁP": r"(?!\s+(?:LUẬT|LỆNH))(?<!BIỆN PHÁP)(?<!GIẢI PHÁP)(?<!PHƯƠNG PHÁP)(?<!TƯ PHÁP)",
    "ĐỨC": r"(?<!ĐẠO ĐỨC)(?!\s+[A-Z])", "NGA": "(?!)", "LÀO": r"(?!\s+CAI)", "HUE": "(?!)", "U.S.": "",
}  # fmt: skip
_ONE_SYLLABLE: Final = frozenset({"Mỹ", "Đức", "Nga", "Pháp", "Lào", "Úc"})
_CAPITAL_BEFORE: Final = re.compile(r"(?:[A-ZĐÂĂÊÔƠƯ]|[A-ZĐ][^\W\d_]+)\s+$")


@functools.cache
def _compiled(condition: str) -> re.Pattern[str]:
    return re.compile(condition)


def followed(word: str, text: str, end: int) -> bool:
    """Tell whether what follows ``text[:end]`` leaves the Hangul ``word`` a place."""
    condition = _AFTER_HANGUL.get(word)
    return not condition or _compiled(condition).match(text, end) is not None


def parted(word: str, text: str, start: int, end: int) -> bool:
    """Tell whether what stands before and after leaves ``word``, in Latin letters, a place."""
    if word in _ONE_SYLLABLE and _CAPITAL_BEFORE.search(text, max(0, start - 12), start):
        return False
    condition = _AFTER_LATIN.get(word)
    return not condition or _compiled(condition).match(text, end) is not None
