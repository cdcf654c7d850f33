"""The organisations that a Korean article names come in; which namings mean one body, and its fullest name, go out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nhipcau.language.legal_forms import strip_legal_form

if TYPE_CHECKING:
    from nhipcau.engine.read.korean.article import Article
    from nhipcau.engine.read.korean.bodies import Body

_NATIONS: Final = {
    **dict.fromkeys(("베트남", "월남", "越"), "VN"),
    **dict.fromkeys(("한국", "대한민국", "우리나라", "韓"), "KR"),
    "중국": "CN",
    "일본": "JP",
    "태국": "TH",
    "인도네시아": "ID",
    "미국": "US",
    "인도": "IN",
    "라오스": "LA",
    "캄보디아": "KH",
    "미얀마": "MM",
    "필리핀": "PH",
    "독일": "DE",
}
_SHORTENED: Final = (
    ("테크노파크", "TP"),
    ("대학교", "대"),
    ("대학", "대"),
    ("공과대", "공대"),
    ("상공회의소", "상의"),
    ("연구원", "연"),
    ("인민위원회", "인민위"),
)
_REGIONS: Final = (
    *(("충청북", "충북"), ("충청남", "충남"), ("전라북", "전북"), ("전라남", "전남"), ("경상북", "경북")),
    *(("경상남", "경남"), ("특별자치", ""), ("광역", ""), ("특별", "")),
)


_OWN_NATION: Final = (
    *(("베트남", "VN"), ("베한", "VN"), ("베-한", "VN"), ("재베트남", "VN"), ("주베트남", "KR"), ("주한베트남", "VN")),
    *(("비엣", "VN"), ("통킨", "VN"), ("메콩", "VN"), ("사이공", "VN"), ("한국", "KR"), ("대한", "KR")),
)


@dataclass(frozen=True, slots=True)
class Entity:
    """One body with every place where the article names it."""

    mentions: tuple[Body, ...]

    @property
    def best(self) -> Body:
        """The naming that says most: the longest that the others shorten, the first of equals outside the headline."""
        used = self.mentions[0]
        for body in self.mentions[1:]:
            if len(bare(body.name)) > len(bare(used.name)) and not body.name.endswith(" " + used.name):
                used = body
        return used

    @property
    def acronym(self) -> str | None:
        """The acronym that a bracket teaches."""
        return next((body.acronym for body in self.mentions if body.acronym), None)


def bare(name: str) -> str:
    """Return a name without legal form, blanks and country."""
    text = strip_legal_form(name)[0]
    text = re.sub(r"^(?:베트남|대한민국)(?:\s|(?=[가-힣]{5}))", "", text)
    return re.sub(r"[\s·ㆍ]", "", text)


def same(one: Body, other: Body) -> bool:
    """Tell whether two namings mean one body."""
    first, second = bare(one.name), bare(other.name)
    if one.nation and other.nation and _NATIONS[one.nation] != _NATIONS[other.nation]:
        return False
    if first == second:
        return True
    if one.acronym and other.acronym:
        return one.acronym == other.acronym
    taught = {bare(name) for name in one.names} | {bare(name) for name in other.names}
    if first in taught or second in taught:
        return True
    return _shortens(first, second) or _shortens(second, first)


def _folded(name: str) -> str:
    text = name
    for long, short in (*_REGIONS, *_SHORTENED):
        text = text.replace(long, short)
    return re.sub(r"^(?:한국|국립)", "", text)


def _shortens(short: str, long: str) -> bool:
    """Tell whether one name is a short form of the other: 한솔공대 for 한솔공과대학교."""
    one, other = _folded(short), _folded(long)
    if one == other:
        return True
    if len(short) < 3 or len(one) >= len(other) or one[0] != other[0] or one[-1] != other[-1]:
        return False
    if not re.fullmatch(r"[가-힣]+", one) or one[:2] != other[:2]:
        return False
    letters = iter(other)
    return all(letter in letters for letter in one) and len(other) - len(one) <= 8


def entities_of(bodies: tuple[Body, ...]) -> tuple[Entity, ...]:
    """Group namings by the body that they mean, in the order of the first."""
    groups: list[list[Body]] = []
    for body in bodies:
        home = next((group for group in groups if any(same(body, known) for known in group)), None)
        if home is None:
            groups.append([body])
        else:
            home.append(body)
    return tuple(Entity(tuple(group)) for group in groups)


def country_of(article: Article, entity: Entity) -> tuple[str, str, str]:
    """Return the country of a body, where that comes from, and the words that say so."""
    for body in entity.mentions:
        if body.nation:
            return _NATIONS[body.nation], "country-in-text", body.nation
    for body in entity.mentions:
        for word, code in _OWN_NATION:
            if body.name.startswith(word) or re.search(rf"^(?:\((?:재|주|사)\))?\s?{word}", body.name):
                return code, "name", word
    for body in entity.mentions:
        place = next((p for p in article.page.places if body.start <= p.start < body.end), None)
        if place is not None:
            return place.place.country, "place-name", article.page.text[place.start : place.end]
    return _country_around(article, entity)


def countries_of(article: Article, entities: list[Entity]) -> list[tuple[str, str, str]]:
    """Return the countries of the parties of one agreement, each with where it comes from.

    A party of which nothing is known is Korean in a Korean text, unless that left the agreement without the other side:
    then the only unknown one is Vietnamese.
    """
    found = [country_of(article, entity) for entity in entities]
    unknown = [at for at, (_, source, _) in enumerate(found) if source == "language"]
    known = {country for country, source, _ in found if source != "language"}
    if len(unknown) == 1 and known == {"KR"} and re.search(r"베트남|越|하노이|호찌민", article.page.text):
        found[unknown[0]] = ("VN", "counterpart", "KR")
    return found


def _country_around(article: Article, entity: Entity) -> tuple[str, str, str]:
    """Return the country that the words just before a body name: 베트남 응에안성 빈시에 있는 ..."""
    text = article.page.text
    for body in entity.mentions:
        before = text[max(0, body.start - 32) : body.start]
        if re.search(
            r"(?:베트남|하노이|호찌민|호치민)[^.,와과\n]{0,20}(?:있는|위치한|소재한?|소속|산하|의|최대의?|"
            r"최고의?|명문|국립|대표)\s?[^.,\n]{0,8}$",
            before,
        ):
            return "VN", "place-name", "베트남"
        if re.search(r"(?:베트남|하노이|호찌민|호치민)\s(?:[가-힣A-Za-z]+\s){0,3}$", before) and not re.search(
            r"[은는이가을를]\s(?:[가-힣A-Za-z]+\s){0,2}$", before
        ):
            return "VN", "place-name", "베트남"
        after = text[body.close : body.close + 25]
        if re.match(r"[은는]\s[^.]{0,14}(?:베트남|하노이|호찌민)", after):
            return "VN", "place-name", "베트남"
    return "KR", "language", ""
