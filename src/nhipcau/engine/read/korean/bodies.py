"""The words of a Korean page come in; the organisations that they name, and the short names it teaches, go out."""

# ruff: noqa: SIM905 -- a list of words is read as words

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.korean.names import is_joined_vietnamese_name, is_person_name, role_of, vietnamese_run
from nhipcau.engine.read.korean.words import HEAD, HEADS, LEGAL_MARK, MINISTRY, NOT_BODIES, NOT_IN_NAMES
from nhipcau.facts.codes import PartyKind

if TYPE_CHECKING:
    from nhipcau.engine.read.korean.phrases import Word

_COUNTRIES: Final = frozenset(
    "베트남 한국 대한민국 우리나라 월남 越 韓 중국 일본 태국 인도네시아 미국 인도 라오스 캄보디아 미얀마 필리핀 "
    "독일".split()
)
_KINDS: Final = tuple((re.compile(f"(?:{forms})$"), kind) for forms, kind in HEADS)
_REGION: Final = re.compile(
    r"^(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|충청북|충청남|"
    r"전라북|전라남|경상북|경상남|강원특별자치|전북특별자치|"
    r"제주특별자치|서울특별|부산광역|대구광역|인천광역|광주광역|대전광역|울산광역|세종특별자치)(?:시|도)$|"
    r"^[가-힣]{1,5}(?:시|군|구|성|현)$"
)
_NOT_REGIONS: Final = re.compile(
    r"(?:연구|양성|육성|조성|형성|구성|특성|요구|기구|도구|지구|전시|제시|실시|동시|즉시|표시|출시|수시|도시|"
    r"장군|해군|육군|공군|친구|입구|출구|강구|축구|농구|"
    r"야구|완성|작성|결성|개성|여성|남성|정체성|생산성|경쟁력|우수성|가능성|필요성|중요성|다양성|안정성|안전성|"
    r"전문성|수익성|효율성|관계성|신속성|지속가능성|감시|임시|"
    r"당시|상시|투시|게시|명시|혁신도시|신도시|스마트시|정성|달성|편성|지구|현성|실현|구현|재현|표현|출현|발현|"
    r"인성|적성|물성|행성|감성|탄성|독성|활성|창의성|공공성|시장성|사업성|경제성|유통성)$"
)
_GENERIC: Final = frozenset(
    "인민위원회 파크 센터 병원 대학 대학교 연구소 연구원 테크노파크 위원회 재단 협회 은행 학교 공사 공단 그룹 "
    "대학원".split()
)
_PROVINCES: Final = frozenset(
    "경기 강원 충북 충남 전북 전남 경북 경남 제주 경기도 강원도 충북도 충남도 전북도 전남도 경북도 경남도 "
    "전라남도 전라북도".split()
)
_OFFICE: Final = re.compile(r"^[가-힣]{2,6}(?:국|청|처)$")
_ACRONYM: Final = re.compile(r"^[A-Z][A-Za-z0-9&+.-]{1,14}$")
_LATIN: Final = re.compile(r"^[A-Za-z0-9&.,'’()/ -]+$")
_NOT_ACRONYMS: Final = frozenset(
    "MOU MoU MOA LOI LoI NDA FTA ODA AI IT ICT SW R&D ESG EV IoT CEO FDI EPS EPC LNG TV DX GDP GRDP OEM KF CEPA "
    "RCEP ASEAN UN WTO IR PPT CES EXPO "
    "TF PM VIP K-POP BIM DB UAM UN PHOTO NEWS VIETNAM KOREA SNS PDF AX GMP".split()
)


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation as one place of the text names it.

    ``first:last`` are the numbers of its words (inclusive), ``start:end`` its name, ``names`` every other name that
    its bracket teaches.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    acronym: str | None
    names: tuple[str, ...]
    kind: PartyKind | None
    parent: str | None
    particle: str
    after: str
    close: int
    nation: str | None = None


_LATIN_HEAD: Final = re.compile(
    r"^(?:University|Institute|College|Center|Centre|Technopark|Park|Corporation|Group|Company|Bank|Hospital|"
    r"Agency|Academy|Association|Ministry|Department|JSC|Ltd|Corp|Inc|"
    r"Ventures|Foundation|School|Polytechnic|Council)$"
)
_LATIN_FIRM: Final = re.compile(
    r"\b(?:JSC|Co\.?|Ltd|Corp|Inc|Group|Ventures|Company|Holdings|University|Institute|College|Cent(?:er|re)|"
    r"Bank|Agency|Association|Partners|Capital|Motors|Tech|Hospital|Park)\b"
)


def kind_of(name: str) -> PartyKind | None:
    """Return what kind of body the last letters of a name tell."""
    if MINISTRY.search(name):
        return PartyKind.MINISTRY
    if is_region(name.rsplit(maxsplit=1)[-1]):
        return PartyKind.LOCAL_GOVERNMENT
    if re.search(r"(?:성|시|도)\s(?:[가-힣]+국|[가-힣]*인민위원회)$", name):
        return PartyKind.LOCAL_GOVERNMENT
    if LEGAL_MARK.search(name) and not HEAD.search(name):
        return PartyKind.COMPANY
    known = next((kind for form, kind in _KINDS if form.search(name)), None)
    return PartyKind.UNIVERSITY if known is None and re.search(r"[가-힣]{2}대$", name) else known


def is_head(text: str) -> bool:
    """Tell whether a word ends like the name of an organisation and is more than such an ending."""
    if text in NOT_BODIES or len(text) < 2 or role_of(text):
        return False
    if _LATIN_HEAD.match(text):
        return True
    if text[0].isdigit() or (text[0] in "제양각" and text[1:] in NOT_BODIES):
        return False
    if MINISTRY.search(text) or LEGAL_MARK.search(text) or is_region(text):
        return True
    found = HEAD.search(text)
    if found is None:
        return bool(re.search(r"[가-힣]{2,}(?:대|여대|사이버대|TP)$", text)) and text not in NOT_BODIES
    short = len(found[0]) == 1
    return len(text) >= (4 if short else 3) and (len(text) > len(found[0]) or not short)


def is_region(text: str) -> bool:
    """Tell whether a word looks like a province, city, county or ward."""
    if text in {"대전시", "대전광역시"}:
        return True
    return bool(_REGION.match(text)) and not _NOT_REGIONS.search(text)


def bodies_of(text: str, words: tuple[Word, ...]) -> tuple[Body, ...]:
    """Return every organisation that the text names by its full form, in order."""
    found: list[Body] = []
    floor = 0
    provinces = _provinces(text)
    for at, word in enumerate(words):
        firm = word.bracket is not None and _LATIN_FIRM.search(text[slice(*word.bracket)]) and not role_of(word.text)
        if not word.noun or not (firm or word.text in provinces or _is_body(words, at)):
            continue
        first = _first(words, at, floor)
        found.append(_body(text, words, first, at))
        floor = at + 1
    return tuple(_taught(words, tuple(found)))


def _provinces(text: str) -> frozenset[str]:
    """Return the provinces that a page names by a dateline, a governor or an assembly: (새온=...), 새온도의회."""
    named = {f"{found}도" for found in re.findall(r"[(\[]([가-힣]{2,3})=", text)}
    return frozenset(named | set(re.findall(r"([가-힣]{2,3}도)(?:지사|의회|청)(?![가-힣])", text)))


def _is_body(words: tuple[Word, ...], at: int) -> bool:
    """Tell whether a word closes the name of an organisation."""
    word = words[at]
    if word.text in NOT_BODIES:
        return _has_own_name(words, at)
    if at and _OFFICE.match(word.text) and is_region(words[at - 1].text) and words[at - 1].after == " ":
        return True
    if _ACRONYM.match(word.text) and word.text not in _NOT_ACRONYMS and sum(c.isupper() for c in word.text) > 1:
        return not _goes_on(words, at)
    if _LATIN_HEAD.match(word.text) and (not at or not words[at - 1].text[:1].isupper()):
        return False
    if not is_head(word.text) or _goes_on(words, at):
        return False
    if not is_person_name(word):
        return True
    holds_post = at + 1 < len(words) and role_of(words[at + 1].text) is not None
    if is_region(word.text):
        return not holds_post
    return bool(re.search(r"[대도청]$", word.text)) and word.proper


def _goes_on(words: tuple[Word, ...], at: int) -> bool:
    """Tell whether the name goes on in the next word."""
    word = words[at]
    if word.particle or word.bracket or word.after != " " or at + 1 >= len(words):
        return False
    following = words[at + 1]
    if is_region(word.text) and _OFFICE.match(following.text):
        return True
    if following.text == "파크":
        return True
    if following.text in _GENERIC and (is_region(word.text) or _ACRONYM.match(word.text)):
        return following.start - word.close <= 1
    return following.noun and is_head(following.text) and not following.common and following.start - word.close <= 1


def _has_own_name(words: tuple[Word, ...], at: int) -> bool:
    """Tell whether a bare head such as 대학교 or 파크 stands after proper nouns that make it a name."""
    if not HEAD.search(words[at].text) or at == 0:
        return False
    before = words[at - 1]
    known = before.proper or words[at].text == "파크"
    return before.noun and known and not before.particle and before.after == " " and before.text not in _COUNTRIES


def _first(words: tuple[Word, ...], at: int, floor: int) -> int:
    """Return the number of the word where a name begins."""
    if _LATIN_HEAD.match(words[at].text):
        return latin_first(words, at, floor)
    if _ACRONYM.match(words[at].text) or LEGAL_MARK.search(words[at].text):
        return at
    free = len(words[at].text) < 5 or not words[at].proper
    first = at
    while first > floor and at - first < 5:
        before = words[first - 1]
        if not _extends(before, free=free) or words[first].start - before.close > 1:
            break
        if _follows_person(words, first - 1, at):
            break
        first -= 1
    while first < at and (words[first].text in _COUNTRIES or words[first].text in NOT_IN_NAMES):
        first += 1
    while first < at and _only_locates(words[first].text, words[at].text):
        first += 1
    return first


def _only_locates(place: str, head: str) -> bool:
    """Tell whether a place before a name says where the body is and is no part of it."""
    if is_region(head):
        return place in _PROVINCES
    if len(head) < 6 or not (is_region(place) or place in _PROVINCES):
        return False
    return kind_of(head) in {
        PartyKind.UNIVERSITY,
        PartyKind.COLLEGE,
        PartyKind.COMPANY,
        PartyKind.BANK,
        PartyKind.RESEARCH_INSTITUTE,
    } or head.endswith("병원")


def latin_first(words: tuple[Word, ...], at: int, floor: int) -> int:
    """Return where a name in Latin letters begins: Cuu Long Medical University."""
    first = at
    while first > floor and at - first < 8:
        before = words[first - 1]
        small = before.text in {"of", "and", "for", "the", "&"}
        if (
            not (before.text[:1].isupper() or small)
            or not before.text.isascii()
            or words[first].start - before.close > 1
        ):
            break
        first -= 1
    return first


def _extends(word: Word, *, free: bool) -> bool:
    """Tell whether a word can belong to the name that the next word goes on with."""
    if not word.noun or word.particle or word.after != " " or word.bracket or word.bound or word.text in NOT_IN_NAMES:
        return False
    if MINISTRY.search(word.text) or role_of(word.text) or re.search(r"\d", word.text):
        return False
    return free or word.proper or word.text in {"국립", "주", "주식회사", "재단법인", "사단법인"}


def _follows_person(words: tuple[Word, ...], before: int, at: int) -> bool:
    """Tell whether the word before is the name of a person who holds a post of the body: 홍길동 한빛대학교 총장."""
    after = at + 1
    if after >= len(words) or not role_of(words[after].text):
        return False
    name = words[before]
    return is_person_name(name) or is_joined_vietnamese_name(name) or vietnamese_run(words, before) is not None


def _body(text: str, words: tuple[Word, ...], first: int, last: int) -> Body:
    word = words[last]
    name = text[words[first].start : word.end]
    acronym, names = _bracket_names(text[word.bracket[0] : word.bracket[1]]) if word.bracket else (None, ())
    before = words[first - 1] if first else None
    parent = (
        before.text if before and MINISTRY.search(before.text) and before.after == " " and not before.particle else None
    )
    if before and before.text in {"산하", "소속", "부설"} and first > 1 and is_head(words[first - 2].text):
        parent = words[first - 2].text
    if _ACRONYM.match(name):
        acronym = name
    return Body(
        first=first,
        last=last,
        start=words[first].start,
        end=word.end,
        name=name,
        acronym=acronym,
        names=names,
        kind=kind_of(name),
        parent=parent,
        particle=word.particle,
        after=word.after,
        close=word.close,
        nation=_nation(words, first),
    )


def _nation(words: tuple[Word, ...], first: int) -> str | None:
    """Return the country that is named just before a body."""
    for back in range(first - 1, max(-1, first - 4), -1):
        word = words[back]
        if word.after in ",·":
            break
        if word.text in _COUNTRIES and (not word.particle or word.particle == "의"):
            return word.text
        if word.particle or not word.noun or word.after != " ":
            break
    return None


def _bracket_names(inside: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the acronym and the other names of a bracket such as (KICET·원장 홍길동) or (Hoa Lac Park, 이하 HLP)."""
    names: list[str] = []
    for item in re.split(r"[,·;:/ㆍ]|\)\s?\(|\s이하\s", inside):
        name = re.sub(r"^(?:이하|약칭|옛|구|영문명)\s*", "", item.strip()).strip(" '\"‘’“”")
        if (
            not name
            or role_of(name.split()[0])
            or role_of(name.split()[-1])
            or name in {"왼쪽", "오른쪽", "좌", "우", "가운데"}
        ):
            continue
        names.append(name)
    acronym = next((name for name in names if _ACRONYM.match(name) and name not in _NOT_ACRONYMS), None)
    return acronym, tuple(names)


def _taught(words: tuple[Word, ...], found: tuple[Body, ...]) -> list[Body]:
    """Add the places where a short name stands that a bracket taught."""
    short = {name: body for body in found for name in body.names if len(name) > 1 and not _LATIN.match(name)}
    short |= {
        bare: body
        for body in found
        if (bare := LEGAL_MARK.sub("", body.name).strip()) and len(bare) > 2 and " " not in bare
    }
    taken = {number for body in found for number in range(body.first, body.last + 1)}
    extra: list[Body] = []
    for at, word in enumerate(words):
        body = short.get(word.text)
        if body is not None and at not in taken:
            extra.append(
                replace(
                    body,
                    first=at,
                    last=at,
                    start=word.start,
                    end=word.end,
                    name=word.text,
                    particle=word.particle,
                    after=word.after,
                    close=word.close,
                )
            )
    return sorted([*found, *extra], key=lambda item: item.start)
