"""A sentence that reports a signing comes in; the bodies that sign go out."""

# ruff: noqa: SIM905 -- a list of words is read as words

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.korean.bodies import Body, is_head, is_region, kind_of, latin_first
from nhipcau.engine.read.korean.entities import Entity, same
from nhipcau.engine.read.korean.events import PAIR_ITEM, PAPER
from nhipcau.engine.read.korean.names import is_korean_name, role_of
from nhipcau.engine.read.korean.people import Mention, function_of
from nhipcau.facts.codes import PartyKind, PersonFunction
from nhipcau.facts.reading import Derivation, PartyRead

if TYPE_CHECKING:
    from collections.abc import Callable

    from nhipcau.engine.read.korean.article import Article
    from nhipcau.engine.read.korean.events import Signing
    from nhipcau.engine.read.korean.phrases import Word
    from nhipcau.facts.span import Span

_WITH: Final = re.compile(r"^(?:와|과|와는|과는|하고|와도|과도|와의|과의|간|측과|등과)$")
_SUBJECT: Final = re.compile(r"^(?:은|는|이|가|측은|측이|도|에서는|등은|등이|께서)$")
_GUEST_VERB: Final = re.compile(r"^[^.]{0,60}?(?:참석|배석|주최|주관|후원|지켜본|입회|열린|개최한|마련한|주재)")
_OTHER_WORDS: Final = frozenset(
    "양측 양국 양교 양사 양자 이번 이날 이곳 이들 두 양 협약 업무협약 협약식 한국 베트남 대한민국 한베 기자 사진 "
    "글로벌 협력 교류 기술 산업 정부 대표단 사절단 방문단 관계자 "
    "참석자 기업 학생 교수 학교 대학 기관 사업 행사 포럼 회의 프로그램 지역 국내 해외 현지 아세안 동남아 신남방 "
    "코로나19 코로나 서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 제주 "
    "하노이 다낭 호찌민 호치민 하이퐁 한류 K 본사 본원 본관 양기관 위원장 시장 내용 주요 핵심 결과 계기 분야 "
    "최초 최대 국제 세계 AI IT ICT MOU FTA ODA R&D".split()
)


_BARE_HEADS: Final = frozenset(
    "원 대학 대학교 학교 병원 연구원 연구소 센터 협회 연합회 재단 진흥원 기술원 테크노파크 공단 공사 조합 은행 "
    "시 군 도 청".split()
)
_TWO, _LEAD = 2, 5
# Where one clause of a sentence ends and the next begins, each with its own paper: ... 협약을, ... 체결한 데 이어
_CLAUSE: Final = re.compile(
    r"(?:협약|협정|양해각서|각서|의향서|계약|결연|MOU|MoU|LOI)(?:서)?(?:\s?\([A-Za-z]+\))?(?:을|를)(?:\s(?:각각\s)?(?:체결|교환|서명)?)?,\s|"
    r"(?:체결|교환|서명|조인)(?:한\s데\s이어|했고|하고|했으며|하였으며|하며|한\s뒤|한\s후|하였고)[,\s]\s?|"
    r"맺(?:은\s데\s이어|었고|고|었으며|으며|은\s뒤|은\s후)[,\s]\s?|"
    r"\s간(?:\s[^\s,]+){0,4}?(?:\s?(?:협약|협정|양해각서|MOU|MoU))?,\s"
)
_PAPERED: Final = re.compile(rf"{PAPER.pattern}|\s간(?:\s[^\s,]+){{0,4}}?,\s$")
_DASHED: Final = re.compile(
    r"(?P<one>[^:：'‘“\"\n–—↔-]{2,40}?)\s?[-–—↔]\s?(?P<other>[^:：'‘“\"\n–—↔-]{2,40}?)(?=\s?['‘“\":：]|\s간\s)"
)
_ACRONYM: Final = re.compile(r"^[A-Z][A-Z0-9&-]{1,9}$")


def signers(article: Article, signing: Signing) -> list[list[Body]]:
    """Return the bodies that a sentence names as signing, one list for each agreement that it reports."""
    start, end = signing.sentence
    found = [(role, body) for role, body in _roles(article, start, end) if role]
    subjects = [body for role, body in found if role == "subject"]
    partners = [body for role, body in found if role == "with"]
    groups = _groups(article, signing, partners)
    if len(groups) > 1 and subjects:
        return [_distinct([*subjects, *group]) for group in groups]
    return [_distinct([*subjects, *partners])]


def told_apart(article: Article, signing: Signing) -> list[tuple[Signing, list[Body]]]:
    """Return the signing of each clause with its bodies where one sentence tells several; else the one signing.

    A는 B와 갑 협약을, C는 D와 을 협약을 체결했다.
    """
    if signing.item:
        return [(signing, listed_pair(article, signing))]
    clauses = _clauses(article, *signing.sentence) if signing.weight > 1 else []
    if len(clauses) > 1:
        return [(replace(signing, clause=reach), group) for reach, group in clauses]
    return [(signing, group) for group in signers(article, signing)]


def _clauses(article: Article, start: int, end: int) -> list[tuple[tuple[int, int], list[Body]]]:
    """Return the bodies of each agreement where one sentence tells several: A는 B와 갑 협약을, C는 D와 을 협약을.

    A clause without a subject of its own takes the one before. One clause, or none, where the sentence tells one.
    """
    cuts = [found.end() for found in _CLAUSE.finditer(article.page.text, start, end)]
    if not cuts:
        return []
    groups: list[tuple[tuple[int, int], list[Body]]] = []
    subjects: list[Body] = []
    main = main_subject(article)
    for a, b in pairwise([start, *cuts, end]):
        roles = _roles(article, a, b)
        own = [body for role, body in roles if role == "subject"]
        partners = [body for role, body in roles if role == "with"]
        subjects = own or (subjects if len(partners) == 1 else [])
        fallback = [main] if main is not None and len(partners) == 1 and not subjects else []
        group = _distinct([*subjects, *fallback, *partners])
        if len(group) > 1 and _PAPERED.search(article.page.text, a, b):
            groups.append(((a, b), group))
    return groups


def listed_pair(article: Article, signing: Signing) -> list[Body]:
    """Return the two bodies of an item of a list: 갑회사 - 을회사 : 합작 생산."""
    start, end = signing.sentence
    known = list(article.bodies_in(start, end))
    line = article.page.text.rfind("\n", 0, start) + 1
    found = PAIR_ITEM.match(article.page.text[line:end])
    if found is None:
        line = start
        found = _DASHED.match(article.page.text[line:end])
    if found is None:
        return known[:2]
    return [_in_item(article, known, line + found.start(part), line + found.end(part)) for part in ("one", "other")]


def _in_item(article: Article, known: list[Body], start: int, end: int) -> Body:
    """Return the body of a side of an item, known or new."""
    body = next((one for one in known if start <= one.start < end), None)
    if body is not None:
        return body
    nation = re.match(r"(베트남|한국)\s", article.page.text[start:end])
    begin = start + nation.end() if nation else start
    number = article.words_in(begin, end)[0] if article.words_in(begin, end) else 0
    made = _as_body(number, article.words[number])
    return replace(
        made, start=begin, end=end, close=end, name=article.page.text[begin:end], nation=nation[1] if nation else None
    )


def represented(article: Article, signing: Signing, people: tuple[Mention, ...]) -> list[Body]:
    """Return the bodies whose heads a sentence names as signing: 갑재단 이사장과 을성 보건국장이."""
    start, end = signing.sentence
    found: list[Body] = []
    for mention in people:
        # Whoever heads the committee of a province signs for the province: 꽝닌성 인민위원장.
        org = mention.org.removesuffix(" 인민위원")
        at = article.page.text.find(org, mention.start, mention.end) if org else -1
        if not start <= mention.start < end or at < 0 or function_of(article, mention) is not PersonFunction.SIGNATORY:
            continue
        number = article.words_in(mention.start, mention.end)[0]
        made = _as_body(number, article.words[number], start=at, name=org)
        known = next((body for body in article.bodies if body.start == at and body.name == org), None)
        found.append(known or replace(made, end=at + len(org), close=at + len(org), kind=None))
    return _distinct(found)


def main_subject(article: Article) -> Body | None:
    """Return the first body that is the subject of a sentence: the one that the article is about."""
    for reach in article.page.sentences[:_LEAD]:
        for body in _candidates(article, *reach):
            if _SUBJECT.match(body.particle) and body.particle != "도":
                return body
    return article.bodies[0] if article.bodies else None


def partners_alone(article: Article, signing: Signing) -> list[Body]:
    """Return the bodies that a sentence without a body as its subject names as partners: 유 총장은 갑대와 ..."""
    found = _roles(article, *signing.sentence)
    if any(role == "subject" for role, _ in found):
        return []
    return _distinct([body for role, body in found if role == "with"])


def _groups(article: Article, signing: Signing, partners: list[Body]) -> list[list[Body]]:
    """Split partners who sign separately: A와 갑 협약을, B와는 을 협약을 각각 체결했다."""
    start, end = signing.sentence
    sentence = article.page.text[start:end]
    if "각각" not in sentence and not re.search(r"잇따라|차례로|연이어", sentence):
        return [partners]
    papers = [start + found.start() for found in PAPER.finditer(sentence)]
    groups: dict[int, list[Body]] = {}
    for body in partners:
        paper = next((at for at in papers if at > body.start), end)
        groups.setdefault(paper, []).append(body)
    split = list(groups.values())
    if len(split) == 1 and len(partners) > 1:
        return [[body] for body in partners]
    return split


def _distinct(bodies: list[Body]) -> list[Body]:
    kept: list[Body] = []
    for body in bodies:
        if not any(same(body, known) for known in kept):
            kept.append(body)
    return kept


def _roles(article: Article, start: int, end: int) -> list[tuple[str, Body]]:
    """Return the bodies of a sentence with the part that each plays: subject, with, object, or nothing."""
    bodies = _candidates(article, start, end)
    roles = [_role(article, body, end) for body in bodies]
    for at in range(len(bodies) - 2, -1, -1):
        if roles[at] == "list":
            roles[at] = roles[at + 1] if _adjoin(article, bodies[at], bodies[at + 1]) else ""
    roles = ["" if role == "list" else role for role in roles]
    if "with" not in roles:
        roles = ["with" if role == "object" else role for role in roles]
    return [(role if role != "object" else "", body) for role, body in zip(roles, bodies, strict=True)]


def _candidates(article: Article, start: int, end: int) -> list[Body]:
    """Return the organisations of a sentence, and proper nouns that stand where an organisation would."""
    known = list(article.bodies_in(start, end))
    taken = {number for body in known for number in range(body.first, body.last + 1)}
    for number in article.words_in(start, end):
        word = article.words[number]
        meant = _meant(article, number) if number not in taken else None
        if meant is not None:
            known.append(meant)
        elif number not in taken and _may_be_company(article, number):
            first = latin_first(article.words, number, 0) if word.text.isascii() else number
            begin = article.words[first].start
            made = _as_body(number, word, first=first, start=begin, name=article.page.text[begin : word.end])
            inside = article.page.text[slice(*word.bracket)] if word.bracket else ""
            known.append(replace(made, acronym=inside) if _ACRONYM.match(inside) else made)
    return sorted(known, key=lambda body: body.start)


def _meant(article: Article, number: int) -> Body | None:
    """Return the body that a bare noun points back to: 우리 원은, 우리 병원이, 대학, 자동차연구원과."""
    word = article.words[number]
    listed = _WITH.match(word.particle) or _SUBJECT.match(word.particle) or (not word.particle and word.after in ",·")
    if not listed or not word.noun or word.text not in _BARE_HEADS:
        return None
    before = article.words[number - 1] if number else None
    ours = before is not None and before.text == "우리" and word.start - before.close == 1
    if (
        before is not None
        and not ours
        and word.start - before.close == 1
        and before.after == " "
        and not before.particle
    ):
        return None
    if len(word.text) < _TWO and not ours:
        return None
    named = [body for body in article.bodies if body.start < word.start and len(body.name) > len(word.text) + 1]
    fitting = [body for body in named if body.name.endswith((word.text, word.text + "교"))]
    if not fitting:
        return None
    owner = fitting[0] if ours else fitting[-1]
    start = before.start if ours and before is not None else word.start
    return replace(
        owner,
        first=number,
        last=number,
        start=start,
        end=word.end,
        particle=word.particle,
        after=word.after,
        close=word.close,
    )


def _may_be_company(article: Article, number: int) -> bool:
    """Tell whether a word without a telling ending stands where a party would: 포스코는, 빈그룹과."""
    word = article.words[number]
    if not word.noun or not word.proper or word.text in _OTHER_WORDS or word.bound or len(word.text) < 2:
        return False
    if not (_WITH.match(word.particle) or _SUBJECT.match(word.particle) or word.after in ",·"):
        return False
    if role_of(word.text) or is_korean_name(word) or PAPER.search(word.text) or re.search(r"\d", word.text):
        return False
    if any(place.start <= word.start < place.end for place in article.page.places) and not is_region(word.text):
        return False
    return not any(word.start <= date.start < word.end for date in article.page.dates)


def _as_body(number: int, word: Word, *, first: int | None = None, start: int | None = None, name: str = "") -> Body:
    """Make a body of a word that nothing but its place shows to be one."""
    return Body(
        first=number if first is None else first,
        last=number,
        start=word.start if start is None else start,
        end=word.end,
        name=name or word.text,
        acronym=None,
        names=(),
        kind=PartyKind.COMPANY,
        parent=None,
        particle=word.particle,
        after=word.after,
        close=word.close,
    )


def _role(article: Article, body: Body, end: int) -> str:
    """Return the part that a particle gives to a body."""
    particle, close = _particle(article, body, end)
    after = article.page.text[close:end]
    if _WITH.match(particle):
        return "with"
    if _SUBJECT.match(particle):
        return (
            ""
            if particle in {"이", "가", "등이"} and _GUEST_VERB.match(after) and not PAPER.search(after[:40])
            else "subject"
        )
    if particle in {"을", "를"}:
        return "object" if re.match(r"\s?(?:방문|찾|직접 방문|초청)", after) else ""
    if particle == "의" and re.match(r"\s?(?:업무|상호|공동)?\s?(?:협약|MOU|양해각서|체결식|서명식|조인식)", after):
        return "with"
    if particle == "" and (body.after in ",·" or re.match(r"\s?(?:및|그리고|등|[,·ㆍ/&-])", after)):
        return "list"
    if particle == "" and re.match(r"\s?(?:업무협약|MOU|협약|간\s|사이)", after):
        return "with"
    return ""


def _particle(article: Article, body: Body, end: int) -> tuple[str, int]:
    """Return a body's particle; after 등 N개 기관 the one of the last of these words."""
    if body.particle:
        return body.particle, body.close
    number = body.last + 1
    limit = min(len(article.words), body.last + 5)
    while number < limit and article.words[number].start < end:
        word = article.words[number]
        if not re.match(
            r"^(?:등|측|간|양|\d+개|\d+곳|[두세네]|기관|대학|기업|업체|개사|사|학교|단체|\d+개사|\d+개국|협회|"
            r"양측|\d+자|회사|은행|연구기관|주요|대학들|기관들|"
            r"기업들|지자체|총|모두|[가-힣]{0,4}(?:지회|지부))$",
            word.text,
        ):
            break
        if word.particle or word.text == "간":
            return word.particle or "간", word.close
        number += 1
    return "", body.close


def _adjoin(article: Article, one: Body, other: Body) -> bool:
    """Tell whether two bodies stand in one list."""
    between = article.page.text[one.close : other.start]
    between = re.sub(r"베트남|한국|및|그리고|또는|산하|소재", "", between)
    return bool(re.fullmatch(r"[\s,·ㆍ/&・∙-]*(?:[가-힣]{1,8}\s){0,3}", between)) and len(between) < 24


def headline_pair(article: Article, start: int, end: int) -> list[Body]:
    """Return the bodies that a headline joins: A·B, 협력 / A-B 업무협약 / A, B와 맞손."""
    found: list[Body] = []
    first = article.page.sentences[0][0] if article.page.sentences else 0
    bodies = _candidates(article, start, end) if start == first else list(article.bodies_in(start, end))
    for body in bodies:
        particle, close = _particle(article, body, end)
        follows = article.page.text[close : close + 1]
        if (
            (not found and (follows in ",·ㆍ-…" or _SUBJECT.match(particle) or _WITH.match(particle)))
            or (found and (_WITH.match(particle) or follows in ",·ㆍ-…"))
            or (found and re.match(r"\s?(?:업무|MOU|협약|와|과|간|맞손|손)", article.page.text[close:end]))
        ):
            found.append(body)
    return _distinct(found)


def party(entity: Entity, used: Body, origin: tuple[str, str, str], span: Callable[[int, int], Span]) -> PartyRead:
    """Return the record of a party.

    ``used`` is its naming in the sentence of the signing, ``origin`` its country with where that comes from.
    """
    body = _named(entity, used)
    country, source, detail = origin
    kind = kind_of(body.name) or next((one.kind for one in entity.mentions if one.kind), None)
    acronym = entity.acronym
    head = body.name.split()[-1]
    derived = [Derivation("country", source, detail)] if source != "stated" else []
    if kind is not None:
        derived.append(Derivation("kind", "head-noun", head))
    parent = next((one.parent for one in (body, *entity.mentions) if one.parent), None)
    return PartyRead(
        name=body.name if body.name != acronym or not body.names else max(body.names, key=len),
        acronym=acronym,
        country=country,
        kind=kind,
        parent=parent,
        span=span(body.start, body.end),
        derived=tuple(derived),
    )


def _named(entity: Entity, used: Body) -> Body:
    """Return the fullest naming: the one of the signing unless another spells out what it shortens."""
    best = used
    for body in entity.mentions:
        longer = len(body.name.replace(" ", "")) > len(best.name.replace(" ", ""))
        if (
            longer and not body.name.endswith(best.name) and is_head(body.name.split()[-1])
        ) or best.acronym == best.name != body.name:
            best = body
    return replace(best)
