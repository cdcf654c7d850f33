"""The sentences of a signing come in; where the parties met goes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.english.words import CAPITAL
from nhipcau.facts.codes import Mode
from nhipcau.facts.reading import Derivation, PlaceRead

if TYPE_CHECKING:
    from nhipcau.engine.read.english.signing import Signing
    from nhipcau.engine.read.page import Page, Range

_ONLINE: Final = re.compile(
    r"\b(?:online|virtual(?:ly)?|via\s(?:video|Zoom)|video\s?conference|videoconferenc\w+|by\svideo\b(?!\sfor))",
    re.IGNORECASE,
)
_RITE: Final = re.compile(
    r"\b(?:signing\sceremony|ceremony|renewal|the\ssigning|after\ssigning|was\sheld|took\splace)\b"
)
_AT: Final = re.compile(
    rf"\b(?:at|in)\s(?P<venue>(?:the\s(?:company|school|university|institute|province|city)[’']s\s)?(?:the\s|"
    rf"its\s|a\s)?[\w’' -]{{3,60}}?)\s(?:in|of)\s(?=(?:{CAPITAL}))"
)
_VENUE: Final = re.compile(
    rf"\bat\s(?:the\s|its\s)?(?P<venue>(?:(?:company|school|university|institute|ministry|centre|"
    rf"center)[’']s\s[\w\s]{{3,30}}?(?=\sin\s|[,.])|(?:{CAPITAL})(?:\s(?:of|and|for|{CAPITAL}))*))(?=[\s,.;]|$)"
)
_TOWN: Final = re.compile(
    rf"\bin\s(?P<town>(?!January|February|March|April|May|June|July|August|September|October|November|December|"
    rf"Vietnam|Viet|Korea|South|Asia)(?:{CAPITAL})(?:\s(?:{CAPITAL}))?(?:\sCity)?)(?=[,.]|\son\s|$)"
)
_NOT_VENUE: Final = re.compile(
    r"\b(?:Ceremony|Meeting|Forum|Event|Conference|Summit|Signing|MoU|Session|Workshop|Exhibition|Fair|Week|"
    r"Day)\b|^(?:present|first|least|last|the\sceremony|the\ssame)\b",
    re.IGNORECASE,
)


def signed_at(page: Page, events: tuple[Signing, ...]) -> PlaceRead | None:
    """Return venue, city, country and mode, or nothing where the text says none."""
    reaches = [event.sentence for event in events]
    rites = [reach for reach in page.sentences if reach not in reaches and _RITE.search(page.quote(reach))]
    for reach in [*reaches, *rites]:
        found = _ONLINE.search(page.text, *reach)
        if found:
            return PlaceRead(mode=Mode.ONLINE, span=page.span(*found.span()))
    for reach in [*reaches, *rites]:
        place = _in_sentence(page, reach)
        if place is not None:
            return place
    return _dateline(page)


def _in_sentence(page: Page, reach: Range) -> PlaceRead | None:
    text = page.text
    venue = next((found for found in _VENUE.finditer(text, *reach) if not _NOT_VENUE.search(found["venue"])), None)
    town = None
    for place in page.places:
        if not (reach[0] <= place.start < reach[1]) or place.place.level == "country":
            continue
        before = text[max(reach[0], place.start - 34) : place.start]
        if re.search(
            r"\b(?:in|at)\s(?:the\s)?(?:(?:central|northern|southern|coastal|capital|port)\s)?(?:(?:city|"
            r"province|town)\sof\s)?$",
            before,
        ) and _ends(text, place.end):
            town = place
            break
    if venue is None and town is None:
        return _unlisted(page, reach)
    start = min([at for at in (venue.start() if venue else None, town.start if town else None) if at is not None])
    end = max([at for at in (venue.end("venue") if venue else None, town.end if town else None) if at is not None])
    country = town.place.country if town else _country(page, (venue.start(), venue.end("venue"))) if venue else None
    return PlaceRead(
        venue=venue["venue"].strip() if venue else None,
        city=text[town.start : town.end] if town else None,
        country=country,
        mode=Mode.IN_PERSON,
        span=page.span(start, end),
        derived=(Derivation("mode", "place-name", text[start:end]),),
    )


def _unlisted(page: Page, reach: Range) -> PlaceRead | None:
    """Return a town that no table lists: «... in Tuy Hoa City.», «At a field day in Dong Van, ...»."""
    found = _TOWN.search(page.text, *reach)
    if found is None:
        return None
    near = [place.place.country for place in page.places]
    country = max(set(near), key=near.count) if near else None
    return PlaceRead(
        city=found["town"],
        country=country,
        mode=Mode.IN_PERSON,
        span=page.span(*found.span()),
        derived=(Derivation("mode", "place-name", found[0]), Derivation("country", "place-name", "")),
    )


def _ends(text: str, end: int) -> bool:
    """Tell whether a place name is not the beginning of a body's name."""
    return not re.match(
        r"\s(?:University|Institute|College|Department|People|Technopark|Industrial|Hi-tech|National)",
        text[end : end + 16],
    )


def _country(page: Page, reach: Range) -> str | None:
    return next((place.place.country for place in page.places if reach[0] <= place.start < reach[1]), None)


def _dateline(page: Page) -> PlaceRead | None:
    """Return the city of a dateline: Hanoi (VNA) –, HANOI, May 20 (...) --."""
    for place in page.places:
        sentence = page.sentence_at(place.start)
        opens = place.start - sentence[0] < 3 and re.match(
            r"(?:,\s[A-Z][a-z]+\.?\s\d+)?\s?(?:\([^)]{2,30}\))?\s?(?:–|—|--|-)\s", page.text[place.end : place.end + 60]
        )
        if opens and place.place.level != "country":
            return PlaceRead(
                city=page.text[place.start : place.end],
                country=place.place.country,
                mode=Mode.IN_PERSON,
                span=page.span(place.start, place.end),
                derived=(Derivation("mode", "dateline", page.text[place.start : place.end]),),
            )
    return None
