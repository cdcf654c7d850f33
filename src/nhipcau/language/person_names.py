"""Text comes in; what may be the name of a person, with the title before it, goes out."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from nhipcau.language import surnames
from nhipcau.language.places import place_named
from nhipcau.language.text import fold

vietnamese_surnames: Final = surnames.VIETNAMESE
korean_surnames: Final = surnames.KOREAN
romanised_korean_surnames: Final = frozenset(name for names in surnames.KOREAN_ROMANISED.values() for name in names.split())


@dataclass(frozen=True, slots=True)
class NameFound:
    """A candidate: ``name`` stands at ``start:end``; ``title`` (Ông, TS., Mr.) stands at ``title_start`` before it."""

    start: int
    end: int
    name: str
    title: str | None = None
    title_start: int | None = None


_UPPER: Final = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
_CAPITAL: Final = rf"[{_UPPER}][^\W\d_]*(?:[-'\u2019][^\W\d_]+)*"
_RUN: Final = rf"{_CAPITAL}(?:[ \t]+{_CAPITAL})*"
_TITLE: Final = (
    r"(?:(?:(?:GS|PGS|TS|ThS|Th\.S|TSKH|KS|CN|BS|LS|GS\.?TS|PGS\.?TS|GS\.?TSKH|NGƯT|NGND|CVCC|CKII|CKI)\b\.?[ \t,]*)+"
    r"|(?i:ông|bà|ngài|đồng chí|đ/c|anh|chị|cô|chú|tiến sĩ|tiến sỹ|thạc sĩ|thạc sỹ|giáo sư|phó giáo sư|kỹ sư|bác sĩ|luật sư|nhà báo|thầy|GS|TS)\b[ \t.]+"
    r"|\b(?:H\.?E\.?|His Excellency|Her Excellency|Mr|Mrs|Ms|Miss|Messrs|Dr|Prof|Professor|Assoc\.? Prof|Associate Professor|Asst\.? Prof|Doctor|Sir|Madam)\b\.?[ \t]+"
    r"|\((?:Mr|Ms|Mrs|Dr)\.?[ \t]*)"
)
_TITLED: Final = re.compile(rf"(?<![^\W_])(?P<title>{_TITLE}(?:{_TITLE}){{0,3}})(?P<run>{_RUN})")
_ALONE: Final = re.compile(rf"(?<![^\W_.])(?P<run>{_RUN})")
# Words of posts, places and bodies that also begin with a capital and end a run of name words.
_ROLE_AFTER: Final = re.compile(
    r"^(?:Quận|Huyện|Thống|Hiệu|Giám|Chủ|Viện|Cục|Vụ|Tổng|Trưởng|Phó|Quyền|Bộ|Thứ|Đại|Bí|Chánh|Uỷ|Ủy|Thủ|Nguyên|Đồng|Khoa|Ban|Phòng|Sở|Công|Hiệp|Tập|Trường|Thành"
    r"|Chairman|Chairwoman|Chairperson|President|Director|Vice|Deputy|General|CEO|Minister|Ambassador|Governor|Mayor|Rector|Head|Chief|Managing|Executive|Secretary|Principal|Dean"
    r"|Ông|Bà|Ngài|TS|GS|PGS|ThS|Mr|Ms|Dr|Tại|Phát|Theo|Trong|Ngày|Sau|Trên|Cùng|Lễ|Hội|Ảnh|Nguồn|Photo|MOU)$",
)
_ORG_BEFORE: Final = re.compile(
    r"(?:[Đđ]ại học|(?<![^\W\d_] )[Tt]rường|[Hh]ọc viện|[Đđ]ường|[Pp]hố|[Qq]uận|[Pp]hường|TP\.?|[Cc]ông ty|[Bb]ệnh viện|[Kk]hu công nghiệp|KCN|[Tt]ập đoàn"
    r"|[Gg]iải thưởng|[Qq]uảng trường|THPT|[Cc]hủ nghĩa|[Tt]ư tưởng|[Ll]ăng|[Bb]ảo tàng|[Cc]ầu|[Ss]ân bay|University|College|Street|Avenue|School|Institute)\s+$",
)
_KOREAN_SYLLABLE: Final = (
    r"(?:(?:kk|tt|pp|ss|jj|ch|sh|[bcdghjkmnprstwyz]|l|r)?(?:yeo|yae|yoo|you|yu|ya|yo|ye|yi|wae|weo|woo|wa|wo|we|wi|eui|ui|eo|eu|ae|oe|oo|ou|ee|ie|ea|ei|a|e|i|o|u|y)"
    r"(?:ng|ck|gh|[nmkglrbpths])?)"
)
_KOREAN_GIVEN: Final = re.compile(rf"{_KOREAN_SYLLABLE}(?:-?{_KOREAN_SYLLABLE}){{0,2}}", re.IGNORECASE)
_VIETNAMESE_SYLLABLE: Final = re.compile(
    r"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnptiuoy])?",
    re.IGNORECASE,
)
_ENGLISH_WORDS: Final = frozenset(
    "of and for with from are new one two all she they our this that both city high tech north south "
    "korea korean hanoi vietnam vietnamese seoul group park industrial industry center centre institute university college company bank chamber "
    "republic ministry department office asia global international national".split(),
)
_NEXT_WORD: Final = re.compile(r"[ \t]+([^\W\d_]+)")
_POST_PAIRS: Final = frozenset(
    "thị trưởng, quận trưởng, huyện trưởng, tỉnh trưởng, thống đốc, hiệu trưởng, hiệu phó, giám đốc, chủ tịch, viện trưởng, viện phó, cục trưởng, vụ trưởng, tổng giám, tổng biên, tổng bí, tổng lãnh, tổng cục, "
    "tổng thư, tổng thanh, trưởng ban, trưởng phòng, trưởng đoàn, trưởng khoa, trưởng đại, trưởng bộ, trưởng nhóm, trưởng cơ, phó giám, phó chủ, phó tổng, "
    "phó hiệu, phó viện, phó cục, phó vụ, phó trưởng, phó bí, phó ban, quyền giám, quyền viện, quyền cục, quyền hiệu, bộ trưởng, thứ trưởng, đại sứ, "
    "đại diện, bí thư, chánh văn, ủy viên, thủ tướng, công ty, hiệp hội, tập đoàn, trường đại, trường cao, thành viên, nguyên giám, nguyên chủ, đồng chủ, "
    "khoa học, ban quản, ban giám, sở công, sở khoa, viện nghiên, viện kỹ, trung tâm".split(", "),
)
# A rare surname counts where one of these stands behind it.
_MIDDLE_NAMES: Final = frozenset({"Thị", "Văn", "Đức", "Hữu", "Quang", "Ngọc", "Minh", "Xuân", "Công", "Thanh", "Hồng"})
_SHORTEST: Final = 2
_LONGEST: Final = 5
_POSTS: Final = (
    "이사장|부이사장|부총장|총장|부원장|원장|부회장|회장|명예회장|공동대표|대표이사|대표|부사장|사장|전무이사|전무|상무이사|상무|상임이사|이사|센터장|부센터장|본부장|부본부장"
    "|단장|부단장|소장|부소장|실장|처장|부처장|국장|부국장|과장|팀장|부장|차장|지사장|지사|도지사|부지사|경제부지사|정무부지사|행정부지사|시장|부시장|군수|부군수|구청장|장관|차관|차관보|청장|차장"
    "|총리|부총리|국무총리|주석|국가주석|서기장|당서기|서기|위원장|부위원장|인민위원장|위원|의장|부의장|의원|대사|총영사|영사|공사|참사관|교수|석좌교수|박사|학장|부학장|교장|총재|행장|은행장|지점장|법인장|관장"
    "|감독|연구원|선임연구원|책임연구원|연구위원|변호사|기자|특파원|작가|대통령|씨|실무관|사무관|서기관|주무관|비서실장|사무총장|사무국장|협회장|조합장|학과장|대학원장|연구소장|공장장|책임|매니저|CEO|대행|국회의원|코치|님"
)
_KOREAN_SURNAME: Final = "|".join(sorted(surnames.KOREAN, key=len, reverse=True))
_HANGUL_NAME: Final = rf"(?:(?:{_KOREAN_SURNAME})[가-힣]{{1,2}}|(?:남궁|황보|제갈|선우|사공|서문|독고)[가-힣]{{1,2}})"
_VIETNAMESE_HANGUL: Final = "|".join(
    sorted({name for names in surnames.VIETNAMESE_IN_HANGUL.values() for name in names.split()}, key=len, reverse=True),
)
_BEFORE_POST: Final = re.compile(
    rf"(?<![가-힣A-Za-z])(?P<name>{_HANGUL_NAME})\s?(?:\((?P<age>\d\d)\)\s?)?\s(?P<between>(?:[가-힣A-Za-z·&()\-]+\s){{0,4}}?)(?:[가-힣A-Za-z·]{{0,14}})?(?:{_POSTS})(?=[^가-힣]|은|는|이|가|과|와|을|를|의|도|에|등|께|으로|로|및|님|직무대행|겸|현|전|\b)",
)
_AFTER_POST: Final = re.compile(
    rf"(?P<post>(?:{_POSTS}))\s(?P<name>{_HANGUL_NAME})(?=[^가-힣]|은|는|이|가|과|와|을|를|의|도|에게|씨|님|등|$)",
)
_BARE_KOREAN: Final = re.compile(
    rf"(?:(?<=대표 )|(?<=\u25b2)|(?<=\u25b3)|(?<=원장 )|(?<=총장 )|(?<=회장 ))(?P<name>{_HANGUL_NAME})(?=[^가-힣]|$)",
)
_VIETNAMESE_START: Final = re.compile(rf"(?<![가-힣])(?P<name>{_VIETNAMESE_HANGUL})(?=\s[가-힣])")
_SOLID_VIETNAMESE: Final = re.compile(r"(?<![가-힣])(?P<name>(?:응우옌|응웬|응우엔|응옌)[가-힣]{2,5}|호반담)(?=\s)")
_HANGUL_WORD: Final = re.compile(r"\s(?P<word>[가-힣]{1,4}|[A-Z])(?=[\s(,·]|$|(?:은|는|이|가|과|와|씨|의)\s)")
_POST_SOON: Final = re.compile(
    rf"(?:\s?\([^)\n]{{2,40}}\))?\s(?:[가-힣A-Za-z·&()\-]+\s){{0,5}}?[가-힣A-Za-z·]{{0,14}}?(?:{_POSTS})(?=[^가-힣]|은|는|이|가|과|와|을|를|의|도|에|등|께|으로|로|및|$)",
)
_BODY_ENDS: Final = tuple("시성군국부청원처과")
_DISTRICTS: Final = frozenset("현 성 시 군 구 읍 면 동 당 전 등 및 외 측 신임".split())
_IS_POST: Final = re.compile(rf"(?:[가-힣]{{0,4}}(?:{_POSTS}))(?:은|는|이|가|과|와|을|를|의)?")
_LONGEST_SURNAME_ALONE: Final = 1
# What Hangul of two to four syllables before a post is not a name: bodies, places, adjectives of posts.
_NOT_A_NAME: Final = frozenset(
    "한국 베트남 서울 부산 대구 인천 광주 대전 울산 경기 강원 충북 충남 전북 전남 경북 경남 제주 세종 이번 이날 이후 이어 이들 이와 이를 이에 이같 정부 지난 기술 기업 기관 국제 국내 국가 "
    "현지 현재 현장 전국 전체 전문 전기 전자 전략 공동 공공 공장 공학 공업 산업 경제 경영 연구 연구원 연구소 교육 교수 교류 문화 사업 사장 사무 상무 상임 선임 선도 수석 신임 신규 신산업 주요 주한 주베트남 "
    "주최 주식 지역 지방 지원 제조 제품 조직 조선 정책 정보 정무 우리 우수 원장 위원 위원장 유치 유학생 유관 양국 양측 양기관 양성 여성 여러 오늘 오는 오전 오후 인사 인재 인민 인력 인프라 임원 임직원 자동차 "
    "장관 장비 차관 차세대 창업 천안 청년 총장 최고 최근 최종 추진 충청 탄소 태양광 통상 투자 특별 평가 표준 하노이 학생 학교 함께 해외 행사 행정 현대 협력 협약 협회 호찌민 혁신 화학 환경 황해 회사 회장 "
    "고용 고위 고등 공무원 과학 관계자 관련 국립 국무 국회 금융 기획 김치 노동 농업 농촌 농식품 대표 대학 대학교 도청 도내 동남아 디지털 마케팅 명예 무역 문제 미래 민간 민주 반도체 방문 배터리 백신 변화 본부 부품 "
    "사회 생산 서비스 선진 성장 성과 소재 소방 소프트 송도 수출 시설 신재생 신성장 심사 안전 안산 안동 엄격 에너지 여주 연합 영업 예산 외교 용인 우주 운영 원자력 유럽 육성 은행 의료 이사 이사장 인도 인공 임시 자문 재단 "
    "전담 전환 제도 제주도 조합 종합 주관 주재 중국 중소 중앙 지속 진흥 진흥원 차량 참석 창원 천연 철강 청주 초청 충주 친환경 컨설팅 태권도 특허 판로 평택 포항 표창 한양 해당 허가 홍보 화장품 황금 "
    "이외 이사회 이전 이상 이하 이미 이제 정기 정상 정식 정치 강조 강화 강소 조사 조성 조기 윤리 장학 장기 장소 임금 한편 한인 한글 한류 한식 오랜 서로 서기 서면 신속 신뢰 신기술 권한 권역 안내 안정 송출 유망 유일 유지 전통 전시 "
    "전달 전망 고객 고도 고급 문화원 양해 양자 손잡 배출 배경 백만 남부 남성 노력 노사 하반 하나 성공 성남 차별 차원 주민 주력 우선 우호 구체 구축 구성 라인 나라 나눔 진행 진출 진로 민관 원활 원료 원전 천명 방안 방식 방산 공감 공유 공급 "
    "공단 공사 현황 변경 여건 여성가족 추가 도시 도약 도지사 소속 소개 소통 석사 석유 선정 선박 설립 설명 설비 마련 마지막 길이 연계 연간 연수 연수생 위한 위해 위탁 표시 명단 명의 기반 기대 기념 기술원 기계 반도 금속 금형 육상 "
    "인증 인사말 제공 제안 제시 모두 모집 모델 국민 국비 국토 어려 은퇴 용품 예정 경쟁 경험 사단 사람 사례 부문 부서 부담 복지 목표 형식 계획 계약 계기 감사 감독 동반 동시 온라인 호혜 상호 상생 상공 상품 시장 시작 시범 단체 단지 단순 단국 견학 화상 대규모 내외 내용 순천 순환 한국어 방한한 방한 서명은 서명 우수진 우수한 한국형 한국인 전공 이수 이행 원격 임상 구매 전문직 유망한 유치한 심사위원 하반기 상반기 추후 이번에 이어서 강의 안내문 공고 지난해 최우수 주무부처 정기적 조직위원 현장형 이공계 성과급 도내외".split(),
)
_PARTICLE_ENDS: Final = ("에서", "으로", "하는", "했던", "라고", "에게", "까지", "부터", "들의", "한다", "했다", "하고", "하며", "이며", "과의", "와의", "위한", "통해", "대한", "관한", "따른", "모두", "하여", "해서")


_LengthAt = Callable[[list[re.Match[str]], int, str, int], int]


def find_person_names(text: str, language: str) -> tuple[NameFound, ...]:
    """Return candidates for names of persons, in order, none overlapping.

    Vietnamese and English: a title with the capitalised run behind it, or a run that begins with a Vietnamese surname
    or has a Korean one first or last. Korean: two to four syllables beside a post (원장, 회장 ...), Vietnamese names in
    Hangul included. A candidate is no decision: the caller judges by the post that stands beside it.
    """
    found: dict[int, NameFound] = {}
    if language == "ko":
        for candidate in _hangul_names(text):
            _keep(candidate, found)
    for candidate in _titled(text):
        _keep(candidate, found)
    for candidate in _untitled(text):
        _keep(candidate, found)
    return tuple(found[start] for start in sorted(found))


def _keep(candidate: NameFound, found: dict[int, NameFound]) -> None:
    if not any(candidate.start < other.end and other.start < candidate.end for other in found.values()):
        found[candidate.start] = candidate


def _titled(text: str) -> Iterator[NameFound]:
    for match in _TITLED.finditer(text):
        words = _name_words(match["run"])
        if words and not _ROLE_AFTER.match(words[0][0]):
            end = match.start("run") + words[-1].end()
            title = match["title"].strip(" \t(,")
            start = match.start("run")
            yield NameFound(start, end, _spaced(text[start:end]), title, match.start("title") + (match["title"][0] == "("))


def _name_words(run: str) -> list[re.Match[str]]:
    """Return the words of a capitalised run up to the first that begins a post or a body."""
    words: list[re.Match[str]] = []
    for word in re.finditer(r"\S+", run):
        if len(words) >= _LONGEST or _ROLE_AFTER.match(word[0]) and words and not _is_name_word(word, words, run):
            break
        if words and word[0].isupper() and len(word[0]) > 1 and not words[0][0].isupper():
            break
        words.append(word)
    return words


def _is_name_word(word: re.Match[str], words: list[re.Match[str]], run: str) -> bool:
    """Tell whether a word such as Thành or Công, which also begins a post, ends the run: then it is a given name."""
    return len(words) < _LONGEST - 1 and word.end() == len(run) and word[0] in {"Thành", "Công", "Đại", "Trường", "Giám", "Khoa", "Ban"} and len(words) >= 1


def _untitled(text: str) -> Iterator[NameFound]:
    for match in _ALONE.finditer(text):
        words = list(re.finditer(r"\S+", match["run"]))
        if len(words) < _SHORTEST:
            continue
        yield from _inside(text, match.start("run"), words)


def _inside(text: str, offset: int, words: list[re.Match[str]]) -> Iterator[NameFound]:
    """Find names within one capitalised run: Giám đốc VITASK An Kyoung Jin. A surname in front counts before one behind."""
    found = list(_with_surname(text, offset, words, _length))
    yield from found or _with_surname(text, offset, words, _length_before_surname)


def _with_surname(text: str, offset: int, words: list[re.Match[str]], length_at: _LengthAt) -> Iterator[NameFound]:
    position = 0
    while position < len(words) - 1:
        length = length_at(words, position, text, offset)
        start = offset + words[position].start()
        if length < _SHORTEST or not _may_stand(text, start, words, position, length):
            position += 1
            continue
        end = offset + words[position + length - 1].end()
        yield NameFound(start, end, _spaced(text[start:end]))
        position += length


def _may_stand(text: str, start: int, words: list[re.Match[str]], position: int, length: int) -> bool:
    """Tell whether a run may be a name without any title: no street, school or place, no piece of a headline in capitals."""
    if _ORG_BEFORE.search(text, max(0, start - 40), start):
        return False
    name = " ".join(word[0] for word in words[position : position + length])
    if name.isupper() and len(words) > _LONGEST:
        return False
    return place_named(name) is None and place_named(" ".join(name.split()[:2])) is None


def _length(words: list[re.Match[str]], position: int, text: str, offset: int) -> int:
    """Return how many words from ``position`` on make a name, 0 where none begins there."""
    first = words[position][0]
    following = [word[0] for word in words[position + 1 : position + _LONGEST]]
    length = 1 + _lasting(following, lambda word: _is_vietnamese_given(word, first))
    last = offset + words[position + length - 1].end()
    if length > _SHORTEST and _begins_post(words[position + length - 1][0], text, last):
        length -= 1
    rare = first in surnames.VIETNAMESE and following[:1] and following[0] in _MIDDLE_NAMES and length > _SHORTEST
    if length >= _SHORTEST and (rare or _is_vietnamese_surname(first)):
        return length
    return _korean_length(first, following)


def _begins_post(word: str, text: str, end: int) -> bool:
    after = _NEXT_WORD.match(text, end)
    return after is not None and f"{word} {after[1]}".lower() in _POST_PAIRS


def _lasting(words: list[str], fits: Callable[[str], bool]) -> int:
    return len(list(itertools.takewhile(fits, words)))


def _is_vietnamese_surname(word: str) -> bool:
    return _titlecase(word) in surnames.VIETNAMESE_COMMON or _titlecase(word) in _plain_vietnamese_surnames()


@functools.cache
def _plain_vietnamese_surnames() -> frozenset[str]:
    return frozenset(fold(name).title() for name in surnames.VIETNAMESE_COMMON) - {"Ma", "La", "Tu", "To", "Than"}


def _is_vietnamese_given(word: str, surname: str) -> bool:
    if "-" in word or (word.isupper() and len(word) > 1 and not surname.isupper()):
        return False
    if _ROLE_AFTER.match(word) and word not in {"Thành", "Công", "Đại", "Trường", "Khoa", "Bộ", "Đồng", "Nguyên", "Thủ", "Viện"}:
        return False
    return _VIETNAMESE_SYLLABLE.fullmatch(fold(word)) is not None and word.lower() not in _ENGLISH_WORDS


def _korean_length(first: str, following: list[str]) -> int:
    """Kim Dong-hyun, An Kyoung Jin, Lee Hyeonse: a surname and one or two words."""
    fits = _fitting(first, following)
    if not fits or _titlecase(first) not in romanised_korean_surnames:
        return 0
    return 1 + (1 if "-" in following[0] else min(fits, 2))


def _length_before_surname(words: list[re.Match[str]], position: int, _text: str, _offset: int) -> int:
    """Deuk-woon Lee, Yeon Gil Jung: one or two words and a surname."""
    first = words[position][0]
    following = [word[0] for word in words[position + 1 : position + 3]]
    fits = _fitting(first, following) if _is_korean_given(first) else 0
    for length in (2, 1):
        if fits >= length and _titlecase(following[length - 1]) in romanised_korean_surnames:
            return 1 + length
    return 0


def _fitting(first: str, following: list[str]) -> int:
    return _lasting(following[:2], lambda word: _is_korean_given(word) and word.isupper() == first.isupper())


def _is_korean_given(word: str) -> bool:
    return (
        word.isascii()
        and len(word) > 1
        and _KOREAN_GIVEN.fullmatch(word) is not None
        and word.lower() not in _ENGLISH_WORDS
        and _ROLE_AFTER.match(word) is None
    )


def _titlecase(word: str) -> str:
    return word[:1] + word[1:].lower()


def _spaced(name: str) -> str:
    return " ".join(name.split())


def _hangul_names(text: str) -> Iterator[NameFound]:
    yield from _vietnamese_in_hangul(text)
    for pattern in (_BEFORE_POST, _AFTER_POST, _BARE_KOREAN):
        position = 0
        while match := pattern.search(text, position):
            name, groups = match["name"], match.groupdict()
            near = len(name) > _SHORTEST or not groups.get("between")
            if near and _can_be_hangul_name(name):
                yield NameFound(match.start("name"), match.end("name"), name)
            position = match.end("name")


def _vietnamese_in_hangul(text: str) -> Iterator[NameFound]:
    """Find 응우옌 티 홍 and 호반담: a Vietnamese surname, short words behind it, and a post not far."""
    for match in _SOLID_VIETNAMESE.finditer(text):
        if _POST_SOON.match(text, match.end()):
            yield NameFound(match.start(), match.end(), match["name"])
    for match in _VIETNAMESE_START.finditer(text):
        end, words = match.end(), 0
        longest = 2 if len(match["name"]) == _LONGEST_SURNAME_ALONE else 3
        while words < _LONGEST - 1 and (word := _HANGUL_WORD.match(text, end)) and _is_given_word(word["word"], longest):
            end, words = word.end(), words + 1
        least = 2 if len(match["name"]) == _LONGEST_SURNAME_ALONE else 1
        if words >= least and _POST_SOON.match(text, end):
            yield NameFound(match.start(), end, _spaced(text[match.start() : end]))


def _is_given_word(word: str, longest: int) -> bool:
    if len(word) > _SHORTEST and word.endswith(_BODY_ENDS):
        return False
    return len(word) <= longest and word not in _DISTRICTS and word not in _NOT_A_NAME and not _IS_POST.fullmatch(word)


def _can_be_hangul_name(name: str) -> bool:
    return name not in _NOT_A_NAME and not name.endswith(_PARTICLE_ENDS) and not _IS_POST.fullmatch(name)
