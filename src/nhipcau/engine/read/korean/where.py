"""The sentences of a signing come in; where the parties met goes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.korean.bodies import is_region
from nhipcau.facts.codes import Mode
from nhipcau.facts.reading import Derivation, PlaceRead

if TYPE_CHECKING:
    from nhipcau.engine.read.korean.article import Article
    from nhipcau.engine.read.korean.events import Signing

_ONLINE: Final = re.compile(r"화상(?:회의|으로|을|\s)|온라인|비대면|영상회의|원격으로|줌\(|랜선")
_RITE: Final = re.compile(r"협약식|체결식|서명식|조인식|교환식|서명했|이번 협약은")
_NO_PLACE: Final = re.compile(
    r"(?:분야|차원|자리|과정|측면|점|상황|행사|협약식|체결식|서명식|포럼|회의|회담|간담회|시장|인터뷰|기자회견|"
    r"면담|곳|협약|가운데|사업|단계|관점|입장|범위|부문|영역|"
    r"설명회|상담회|총회|세미나|컨퍼런스|박람회|전시회|개회식|축사|인사말|환영사|조건|구간|데|여기|거기|보고회|"
    r"조사|평가|대회|업계|일각|양측|대학|기업|기관|국내|해외|국내외|현장|공장)$"
)
_OWN: Final = re.compile(
    r"본원|본관|본사|교내|청사|대회의실|소회의실|회의실|접견실|집무실|강당|캠퍼스|대학본부|총장실|시청|도청|군청|"
    r"구청|본점|센터"
)


def signed_at(article: Article, events: tuple[Signing, ...]) -> PlaceRead | None:
    """Return venue, city, country and mode, or nothing where the text says none."""
    reaches = [event.sentence for event in events]
    rites = [
        reach for reach in article.page.sentences if _RITE.search(article.page.quote(reach)) and reach not in reaches
    ]
    for reach in [*reaches, *rites]:
        found = _ONLINE.search(article.page.text, *reach)
        if found:
            return PlaceRead(mode=Mode.ONLINE, span=article.page.span(*found.span()))
    for reach in [*reaches, *rites]:
        place = _in_sentence(article, reach)
        if place is not None:
            return place
    return _dateline(article)


def _dateline(article: Article) -> PlaceRead | None:
    """Return the city of a dateline or a headline: (하노이=한빛통신), 하노이서 협약."""
    text = article.page.text
    for place in article.page.places:
        if place.place.level == "country" or place.start > 400:
            continue
        before, after = text[max(0, place.start - 1) : place.start], text[place.end : place.end + 3]
        if (before in "([" and after.startswith("=")) or re.match(r"서\s|에서", after):
            return PlaceRead(
                city=text[place.start : place.end],
                country=place.place.country,
                mode=Mode.IN_PERSON,
                span=article.page.span(place.start, place.end),
                derived=(Derivation("mode", "dateline", text[place.start : place.end]),),
            )
    return None


def _in_sentence(article: Article, reach: tuple[int, int]) -> PlaceRead | None:
    for number in article.words_in(*reach):
        word = article.words[number]
        if not word.noun or not re.match(r"^(?:에서|서$|에서는|에서의)", word.particle) or _NO_PLACE.search(word.text):
            continue
        first = _first(article, number, reach[0])
        place = _place(article, article.words[first].start, word.end, word.close)
        if place is not None:
            return place
    return None


def _first(article: Article, number: int, floor: int) -> int:
    """Return the number of the word where the words for a place begin."""
    first = number
    while first and number - first < 6:
        before = article.words[first - 1]
        gap = article.page.text[before.close : article.words[first].start]
        linked = before.noun and not before.bound and gap == " " and before.particle in {"", "의"}
        if not linked or before.start < floor or before.text in {"이날", "최근", "오후", "오전", "당일", "현지"}:
            break
        first -= 1
    return first


def _place(article: Article, start: int, end: int, close: int) -> PlaceRead | None:
    text = article.page.text
    places = [place for place in article.page.places if start <= place.start and place.end <= end]
    towns = [place for place in places if place.place.level != "country" and not _in_word(text, place.end, end)]
    country = (towns or places)[-1].place.country if places else None
    whole = next(
        (
            body
            for body in article.bodies
            if body.start <= start + 40
            and start <= body.start
            and body.end <= end
            and not is_region(body.name.split()[-1])
        ),
        None,
    )
    last = places[-1].end if places else start
    if whole is not None and places and whole.start < last:
        last = whole.start
    elif places and re.match(r"(?:성|시|군|구|도)(?:\s|$)", text[last:end]):
        last += 1
    venue = re.sub(r"^(?:현지|교내|소재|시내|인근|중심부|\S{1,4}구|\S{1,4}시|성|시|도)\s", "", text[last:end].strip())
    venue = venue if len(venue) >= 2 and venue not in {"현지", "시내", "교내", "국내"} else ""
    if not venue and not places:
        return None
    derived: tuple[Derivation, ...] = (Derivation("mode", "place-name", text[start:end]),)
    if country is None:
        country = _country_of_venue(article, text[start:end])
        derived = (*derived, Derivation("country", "venue", text[start:end])) if country else derived
    return PlaceRead(
        venue=venue or None,
        city=text[towns[-1].start : towns[-1].end] if towns else None,
        country=country,
        mode=Mode.IN_PERSON,
        span=article.page.span(start, close),
        derived=derived,
    )


def _in_word(text: str, at: int, end: int) -> bool:
    """Tell whether a place name only opens the name of a building: 경남도청."""
    rest = re.match(r"[가-힣A-Za-z]+", text[at:end])
    return bool(rest) and not re.fullmatch(r"(?:특별|광역)?(?:시|성|도|군|구|현)", rest[0] if rest else "")


def _country_of_venue(article: Article, words: str) -> str | None:
    """Return the country of a venue without a place name: its own rooms stand in the reporting body's country."""
    return "KR" if _OWN.search(words) or article.page.language == "ko" else None
