"""The words and patterns that names in Hangul are told by go out."""

from __future__ import annotations

import importlib.resources
import re
from typing import Final

from nhipcau.language import surnames

POSTS: Final = (
    "이사장|부이사장|부총장|총장|부원장|원장|부회장|회장|명예회장|공동대표|대표이사|대표|부사장|사장|전무이사|전무|상무이사|상무|상임이사|이사|센터장|부센터장|본부장|부본부장"
    "|단장|부단장|소장|부소장|실장|처장|부처장|국장|부국장|과장|팀장|부장|차장|지사장|지사|도지사|부지사|경제부지사|정무부지사|행정부지사|시장|부시장|군수|부군수|구청장|장관|차관|차관보|청장|차장"
    "|총리|부총리|국무총리|주석|국가주석|서기장|당서기|서기|위원장|부위원장|인민위원장|위원|의장|부의장|의원|대사|총영사|영사|공사|참사관|교수|석좌교수|박사|학장|부학장|교장|총재|행장|은행장|지점장|법인장|관장"
    "|감독|연구원|선임연구원|책임연구원|연구위원|변호사|기자|특파원|작가|대통령|씨|실무관|사무관|서기관|주무관|비서실장|사무총장|사무국장|협회장|조합장|학과장|대학원장|연구소장|공장장|책임|매니저|CEO|대행|국회의원|농무관|상무관|노무관|교육관|문화원장|참사|부의장|총국장|성장|당위원장|코치|님"
)
KOREAN_SURNAME: Final = "|".join(sorted(surnames.KOREAN, key=len, reverse=True))
HANGUL_NAME: Final = rf"(?:(?:{KOREAN_SURNAME})[가-힣]{{1,2}}|(?:남궁|황보|제갈|선우|사공|서문|독고)[가-힣]{{1,2}})"
VIETNAMESE_HANGUL: Final = "|".join(
    sorted({name for names in surnames.VIETNAMESE_IN_HANGUL.values() for name in names.split()}, key=len, reverse=True),
)
BEFORE_POST: Final = re.compile(
    rf"(?<![가-힣A-Za-z])(?P<name>{HANGUL_NAME})\s?(?:\((?P<age>\d\d)\)\s?)?\s(?P<between>(?:[가-힣A-Za-z·&()\-]+\s){{0,4}}?)(?:[가-힣A-Za-z·]{{0,14}})?(?:{POSTS})(?=[^가-힣]|은|는|이|가|과|와|을|를|의|도|에|등|께|으로|로|및|님|직무대행|겸|현|전|\b)",
)
AFTER_POST: Final = re.compile(
    rf"(?P<post>(?:{POSTS}))\s(?P<name>{HANGUL_NAME})(?=[^가-힣]|은|는|이|가|과|와|을|를|의|도|에게|씨|님|등|$)",
)
BARE_KOREAN: Final = re.compile(
    rf"(?:(?<=대표 )|(?<=\u25b2)|(?<=\u25b3)|(?<=원장 )|(?<=총장 )|(?<=회장 ))(?P<name>{HANGUL_NAME})(?=[^가-힣]|$)",
)
VIETNAMESE_START: Final = re.compile(rf"(?<![가-힣])(?P<name>{VIETNAMESE_HANGUL})(?=\s[가-힣])")
SOLID_VIETNAMESE: Final = re.compile(r"(?<![가-힣])(?P<name>(?:응우옌|응웬|응우엔|응옌)[가-힣]{2,5}|호반담)(?=\s)")
HANGUL_WORD: Final = re.compile(r"\s(?P<word>[가-힣]{1,4}|[A-Z])(?=[\s(),.·\]]|$|(?:은|는|이|가|과|와|씨|의)\s)")
POST_SOON: Final = re.compile(
    rf"(?:\s?\([^)\n]{{2,40}}\))?\s(?:[가-힣A-Za-z·&()\-]+\s){{0,5}}?[가-힣A-Za-z·]{{0,14}}?(?:{POSTS})(?=[^가-힣]|은|는|이|가|과|와|을|를|의|도|에|등|께|으로|로|및|$)",
)
BODY_ENDS: Final = tuple("시성군국부청원처과")
DISTRICTS: Final = frozenset(
    ["현", "성", "시", "군", "구", "읍", "면", "동", "당", "전", "등", "및", "외", "측", "신임"]
)
IS_POST: Final = re.compile(rf"(?:[가-힣]{{0,4}}(?:{POSTS}))(?:은|는|이|가|과|와|을|를|의)?")
LONGEST_SURNAME_ALONE: Final = 1
LONGEST_GIVEN_WORD: Final = 3
POST_BEFORE: Final = re.compile(rf"(?:{POSTS})\s$")
# What Hangul of two to four syllables before a post is not a name: bodies, places, adjectives of posts.
NOT_A_NAME: Final = frozenset(
    importlib.resources.files(__package__).joinpath("not_a_name.txt").read_text(encoding="utf-8").split()
)
PARTICLE_ENDS: Final = (
    "에서",
    "으로",
    "하는",
    "했던",
    "라고",
    "에게",
    "까지",
    "부터",
    "들의",
    "한다",
    "했다",
    "하고",
    "하며",
    "이며",
    "과의",
    "와의",
    "위한",
    "통해",
    "대한",
    "관한",
    "따른",
    "모두",
    "하여",
    "해서",
)
