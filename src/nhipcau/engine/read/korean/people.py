"""A Korean article comes in; the people that it names with a post, and what they did at the signing, go out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.korean.names import (
    is_joined_vietnamese_name,
    is_korean_name,
    is_short_name,
    role_of,
    vietnamese_run,
)
from nhipcau.engine.read.korean.notices import function_in_line, named_last
from nhipcau.engine.read.korean.words import DOUBLE_SURNAMES, SURNAMES
from nhipcau.facts.codes import PersonFunction

if TYPE_CHECKING:
    from nhipcau.engine.read.korean.article import Article
    from nhipcau.engine.read.korean.phrases import Word

_LATIN_NAME: Final = re.compile(r"^[A-Z][a-zà-ỹ'’.-]+$|^[A-Z]{2,}$", re.UNICODE)
_LATIN_FULL: Final = re.compile(r"[A-ZĐ][A-Za-zÀ-ỹĐđ'’.-]*(?:\s[A-ZĐ][A-Za-zÀ-ỹĐđ'’.-]*){1,4}")
_IN_BRACKET: Final = re.compile(
    r"(?:^|[,·;/ㆍ]\s*|"
    r"\)\s?\()(?P<role>[가-힣·\s]{0,16}?[가-힣]+)[\s:=]+(?P<name>[가-힣]{1,6}(?:\s[가-힣]{1,4}){0,3}|"
    r"[A-Z][A-Za-z-]+(?:\s[A-Z][A-Za-z-]+){1,3})\s*(?=$|"
    r"[,·;/(ㆍ])"
)
_SPOKEN: Final = re.compile(
    r"(?:[”\"’']\s*(?:이?라고|이?라며|이?라면서|고|며|면서|는|이라는|을|를|로)\s*)[^“\"]{0,25}|"
    r"(?:말했다|밝혔다|전했다|강조했다|설명했다|덧붙였다|평가했다|기대했다|화답했다|당부했다|약속했다|소감을|"
    r"인사말|환영사|축사|의미를 부여|의지를|"
    r"말하며|밝히며|전하며|언급했다|제안했다|포부|각오)"
)
_QUOTE: Final = re.compile(r"[“\"][^”\"\n]{4,}[”\"]?")
_SIGNED: Final = re.compile(
    r"서명(?:은|을|했|하|한|식)|협약서|협정서|각서|이름을 올|(?:협약|MOU|MoU|협정|각서|계약|"
    r"의향서)[^.\n]{0,20}(?:체결|교환|맺|조인)|체결(?:한|하|했)|조인|날인|"
    r"교환(?:하고|한|했)|펜을\s?(?:들|잡)|이름을\s?(?:적|올|남)|도장을\s?찍|사인(?:했|하고|한)"
)
_GUEST: Final = re.compile(r"참석|배석|함께했|함께한|자리를 함께|자리했|참여했|동석|참가")
_WITNESS: Final = re.compile(r"지켜보|지켜봤|지켜본|임석|입회|참관|증인")
_CAPTION: Final = re.compile(r"왼쪽|오른쪽|가운데|사진|기념\s?촬영|포즈|악수|\(좌\)|\(우\)|[▲△◆■]\s|제공")
_LIMIT_WORDS, _LONGEST_RUN, _LONGEST_NAME, _USUAL_NAME = 7, 8, 4, 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as one place of the text names him or her.

    ``start:end`` covers name, body and post; ``org`` is the text between name and post, or before the name.
    """

    start: int
    end: int
    name: str
    role: str
    org: str
    particle: str
    bracketed: bool


def mentions(article: Article) -> tuple[Mention, ...]:
    """Return every naming of a person together with a post, in the order of the text."""
    found: list[Mention] = []
    for at, word in enumerate(article.words):
        if word.bracket:
            found.extend(_in_bracket(article, word))
        mention = _at_role(article, at) or _glued(article, at) or _role_first(article, at)
        if mention:
            found.append(mention)
    for reach, name, role, org in named_last(article.page.text):
        if not any(one.start < reach[1] and reach[0] < one.end and one.name == text_of(article, name) for one in found):
            found.append(Mention(*reach, text_of(article, name), role, org, "", bracketed=False))
    return tuple(sorted(found, key=lambda item: item.start))


def text_of(article: Article, reach: tuple[int, int]) -> str:
    """Return the words of a range."""
    return article.page.quote(reach)


def _in_bracket(article: Article, word: Word) -> list[Mention]:
    """Read (원장 홍길동), (대표 홍길동·김철수), (왼쪽) and the like."""
    start, end = word.bracket or (word.end, word.end)
    found = []
    for match in _IN_BRACKET.finditer(article.page.text[start:end]):
        role = match["role"].strip()
        if role_of(role.split()[-1] if role else "") is None or not _name_like(match["name"]):
            continue
        org = article.page.text[word.start : word.end]
        reach = (start + match.start("role"), start + match.end("name"))
        found.append(Mention(*reach, match["name"], role, org, "", bracketed=True))
    return found


def _name_like(text: str) -> bool:
    parts = text.split()
    if text.isascii():
        return len(parts) > 1
    if len(parts) == 1:
        return len(text) >= 2 and (text[0] in SURNAMES or text.startswith(DOUBLE_SURNAMES) or len(text) >= 3)
    return all(len(part) <= 4 for part in parts)


def _at_role(article: Article, at: int) -> Mention | None:
    """Read 홍길동 원장, 홍길동 한빛연구원 원장, 한빛연구원 홍길동 원장, 팜 티 흐엉 박닌공업대 총장."""
    word = article.words[at]
    role = role_of(word.text) if word.noun else None
    if role is None:
        return None
    limit = max(0, at - _LIMIT_WORDS)
    for last in range(at - 1, limit - 1, -1):
        before = article.words[last]
        if not _linked(article, last):
            return None
        if _is_region_of(article, last):
            continue
        first = _name_at(article, last, gap=at - 1 - last, role=word.text)
        if first is not None:
            return _mention(article, first, last, at)
        if before.particle:
            return None
    return None


def _is_region_of(article: Article, last: int) -> bool:
    """Tell whether a word is the county between a name and a post: 탁영주 한들군 부군수."""
    before = article.words[last - 1] if last else None
    ends = article.words[last].text.endswith(("시", "군", "구", "도", "성", "현"))
    return ends and before is not None and is_korean_name(before) and _linked(article, last - 1)


def _linked(article: Article, last: int) -> bool:
    """Tell whether a word hangs together with the next one: no mark, no particle, no line break between."""
    word, following = article.words[last], article.words[last + 1]
    gap = article.page.text[word.close : following.start]
    short = len(word.text) <= 3 and "가" <= word.text[:1] <= "힣"
    return (
        (word.noun or short) and not word.particle and gap in ("", " ") and not (word.bound and word.text[0].isdigit())
    )


def _name_at(article: Article, last: int, *, gap: int, role: str) -> int | None:
    """Return where a name begins that ends at a word; ``gap`` words stand between it and the post."""
    word = article.words[last]
    if gap and not _organisation_between(article, last + 1, last + gap):
        return None
    place = any(one.start <= word.start and word.end <= one.end for one in article.page.places)
    if is_korean_name(word) and not place and not _is_place_holder(article, last, role):
        return last
    run = vietnamese_run(article.words, last)
    if run is not None and _complete(article, run, last):
        return run
    if is_joined_vietnamese_name(word) or (word.bracket and _latin_bracket(article, word)):
        return _before_bracket(article, last)
    if is_short_name(word) and gap == 0:
        return last
    return _latin_run(article, last)


def _organisation_between(article: Article, first: int, last: int) -> bool:
    """Tell whether the words between a name and a post name a body, a department or a field."""
    tail = article.words[last].text
    if len(tail) < 2 and tail not in {"현", "시", "군", "성", "당", "도", "구"}:
        return False
    return not any(role_of(article.words[at].text) for at in range(first, last + 1))


def _is_place_holder(article: Article, last: int, role: str) -> bool:
    """Tell whether what looks like a name is the place whose post follows: 경기도 지사."""
    bare = role in {"지사", "도지사", "시장", "군수", "구청장", "부지사", "부시장", "성장", "의원"}
    return bare and article.words[last].text.endswith(("도", "시", "군", "구"))


def _complete(article: Article, first: int, last: int) -> bool:
    """Tell whether a Vietnamese name has at least two syllables beyond doubt and is not followed by more of it."""
    letters = sum(len(article.words[at].text) for at in range(first, last + 1))
    return letters >= 3


def _before_bracket(article: Article, last: int) -> int:
    run = vietnamese_run(article.words, last)
    return last if run is None else run


def _latin_bracket(article: Article, word: Word) -> bool:
    """Tell whether a word's bracket holds a Latin spelling of a person's name: 팜홍쾃(Pham Hong Quat)."""
    start, end = word.bracket or (word.end, word.end)
    inside = article.page.text[start:end].strip()
    return bool(_LATIN_FULL.fullmatch(inside)) and not is_organisation_like(inside)


def is_organisation_like(text: str) -> bool:
    """Tell whether Latin words name a body rather than a person."""
    return bool(
        re.search(
            r"(?i)institut|univers|agency|center|centre|park|ministry|national|college|association|technolog|"
            r"company|corp|of\b",
            text,
        )
    )


def _latin_run(article: Article, last: int) -> int | None:
    """Return where a run of capitalised Latin words begins that ends at a word."""
    first = last + 1
    while first > 0 and last - first < _LONGEST_RUN and _LATIN_NAME.match(article.words[first - 1].text):
        if first <= last and (article.words[first - 1].particle or article.words[first - 1].after != " "):
            break
        if first <= last and article.words[first].start - article.words[first - 1].close != 1:
            break
        first -= 1
    if article.words[last].text.isupper():
        return None
    last = _before_body(article, first, last)
    count = last - first + 1
    names = " ".join(article.words[at].text for at in range(first, last + 1))
    return first if count >= 2 and not is_organisation_like(names) and not names.isupper() else None


def _before_body(article: Article, first: int, last: int) -> int:
    """Return where a Latin name ends whose last words are a body's: Le Quang Vu Becaland 회장."""
    for end in range(last, first, -1):
        tail = article.page.text[article.words[end].start : article.words[last].end]
        if any(body.name.startswith(tail) for body in article.bodies):
            return end - 1 if end - 1 > first else last
    return last if last - first < _LONGEST_NAME else first + _USUAL_NAME - 1


def _mention(article: Article, first: int, last: int, at: int) -> Mention:
    words = article.words
    if words[last].text.isascii():
        last = _before_body(article, first, last)
    name = article.page.text[words[first].start : words[last].end]
    between = article.page.text[words[last + 1].start : words[at].start].strip()
    own = role_of(words[at].text) or words[at].text
    prefix = words[at].text[: -len(own)]
    org = " ".join(part for part in (between, _office(prefix, own)) if part) or _org_before(article, first)
    role = words[at].text if not prefix else (words[at].text if len(prefix) <= 6 else own)
    return Mention(words[first].start, words[at].end, name, role, org, words[at].particle, bracketed=False)


def _office(prefix: str, role: str) -> str:
    """Return the body whose head a joined post names: 강남구 for 강남구청장, 국제기술협력단 for 국제기술협력단장."""
    if not prefix:
        return ""
    special = {"도지사": "도", "구청장": "구", "대사": "대사관", "장관": "부"}
    if role in special:
        return prefix + special[role]
    return prefix + role[:-1] if role.endswith(("장", "군수")) and len(role) > 1 else prefix


def _org_before(article: Article, first: int) -> str:
    """Return the body that is named just before a person: 충북테크노파크 노근호 원장."""
    if first == 0:
        return ""
    body = article.body_ending_at(first - 1)
    if body is None or article.words[first - 1].particle or article.words[first - 1].after != " ":
        return ""
    return body.name


def _glued(article: Article, at: int) -> Mention | None:
    """Read a name and a post written as one word: 홍길동원장."""
    word = article.words[at]
    role = role_of(word.text) if word.noun and len(word.text) >= 5 else None
    if role is None:
        return None
    name = word.text[: -len(role)]
    if len(name) != 3 or name[0] not in SURNAMES or name in article.known_words:
        return None
    if name.endswith(("도", "시", "군", "구", "대", "부", "처", "국", "청", "회")):
        return None
    return Mention(word.start, word.end, name, role, _org_before(article, at), word.particle, bracketed=False)


def _role_first(article: Article, at: int) -> Mention | None:
    """Read a post before the name: 대표이사 홍길동은."""
    if at == 0 or not is_korean_name(article.words[at]):
        return None
    before, word = article.words[at - 1], article.words[at]
    role = role_of(before.text)
    if role is None or before.particle or before.bracket or before.after != " " or _at_role(article, at - 1):
        return None
    if at + 1 < len(article.words) and word.after == " " and not word.particle:
        return None
    return Mention(
        before.start, word.end, word.text, before.text, _org_before(article, at - 1), word.particle, bracketed=False
    )


def function_of(article: Article, mention: Mention) -> PersonFunction | None:
    """Return what the sentence of a mention says that the person did, or nothing."""
    start, end = article.page.sentence_at(mention.start)
    sentence = article.page.text[start:end]
    after = article.page.text[mention.end : end]
    labelled = function_in_line(article.page.text, mention.end - 1)
    if labelled is not None and not mention.bracketed:
        return labelled
    caption = bool(_CAPTION.search(sentence))
    quoted = bool(_QUOTE.search(sentence))
    if mention.bracketed:
        return PersonFunction.REPRESENTATIVE
    if re.match(r"[^.]{0,90}(?:지켜보|지켜봤|지켜본|임석|입회|참관)", after) and not re.search(
        r"(?:했으며|했고|했다|하고)", after[: _next_witness(after)]
    ):
        return PersonFunction.WITNESS
    if not quoted and _signs(sentence, after, mention, caption=caption):
        return PersonFunction.SIGNATORY
    if (quoted or (_SPOKEN.search(after) and not caption)) and (_QUOTE.search(after) or _SPOKEN.search(after)):
        return PersonFunction.SPEAKER
    if _GUEST.search(after):
        return PersonFunction.ATTENDEE
    if _signs(sentence, after, mention, caption=caption):
        return PersonFunction.SIGNATORY
    return PersonFunction.ATTENDEE if caption else None


def _next_witness(after: str) -> int:
    found = _WITNESS.search(after)
    return found.start() if found else 0


def _signs(sentence: str, after: str, mention: Mention, *, caption: bool) -> bool:
    """Tell whether the person is one of those who sign."""
    if re.search(r"서명은|서명에는", sentence) and re.search(r"(?:했|나섰|맡)", after):
        return True
    if not _SIGNED.search(after):
        return False
    return caption or bool(mention.particle) or bool(re.search(r"^(?:\([^)]*\))?\s?[,·]|^\([^)]*\)", after))


def surname_of(name: str) -> str:
    """Return the surname by which a text names a person again: 윤 for 윤태경, the last part of a Vietnamese name."""
    if " " in name:
        return name.rsplit(maxsplit=1)[-1]
    return name[:2] if name.startswith(DOUBLE_SURNAMES) else name[0]
