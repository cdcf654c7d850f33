"""An offer as drawn comes in; the record of it goes out: some of it in fields, some said in the text."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from random import Random
from typing import Any, Final

from benchmarks.market.families import NeedText
from benchmarks.market.judge import DEGREES, Value
from benchmarks.market.offers import Draft
from benchmarks.market.places import PROVINCES
from benchmarks.market.wording import LANGUAGES, Speaker, phrase, word

Record = dict[str, Any]

_HERE = Path(__file__).parent


def _lines(file: str) -> list[list[str]]:
    return [line.split("\t") for line in (_HERE / file).read_text(encoding="utf-8").splitlines()]


_FILLERS: Final = {language: tuple(ways.split("|")) for language, ways in _lines("fillers.txt")}
_OPENERS: Final = {language: tuple(ways.split("|")) for language, ways in _lines("openers.txt")}
_NAMES: Final = {(language, kind): tuple(ways.split("|")) for language, kind, ways in _lines("names.txt")}
_TEXT_ONLY, _BOTH = 0.38, 0.5
_SHORT: Final = 3
_PLACE_IN_TEXT_ALONE, _PLACE_SAID_AGAIN = 0.03, 0.15
_BARE: Final = frozenset({"seats", "trl"})


def need_record(need: NeedText, kind: str) -> Record:
    """Return the record of a need, as in the sample, still without an id."""
    requirements: list[Record] = []
    for ask in need.asks:
        value: Any = ask.value if ask.op == "has" else _as_number(ask.value)
        unit = {"unit": ask.unit} if ask.unit else {}
        requirements.append({"property": ask.property, "op": ask.op, "value": value, **unit, "must": ask.must})
    return {
        "kind": kind,
        "language": need.language,
        "text": need.text,
        "place": need.place,
        "requirements": requirements,
    }


def offer_record(draw: Random, draft: Draft, half: str) -> Record:
    """Return the record of an offer, still without an id; each property in a field, in the text, or in both."""
    who = Speaker(half, draft.text.language, draft.kind)
    attributes: list[Record] = []
    said: list[str] = []
    for name, values in draft.stated.items():
        chance = draw.random()
        if values and chance >= _TEXT_ONLY and not (name == "certificate" and draft.denied):
            attributes += [_attribute(draw, name, value, who.language) for value in values]
        if values and (chance < _BOTH or (name == "certificate" and draft.denied)):
            said.append(phrase(draw, who, name, values))
    if draft.denied:
        said.append(phrase(draw, who, "certificate", draft.denied, denied=True))
    hidden = draw.random() < _PLACE_IN_TEXT_ALONE
    if draft.place and (hidden or draw.random() < _PLACE_SAID_AGAIN):
        said.append(phrase(draw, who, "place", ((_spelled(draw, draft.place, who.language), ""),)))
    draw.shuffle(said)
    draw.shuffle(attributes)
    return {
        "kind": draft.kind,
        "organisation": _organisation(draw, who),
        "language": who.language,
        "text": _text(draw, draft.text.text, said, who.language),
        "place": _spelled(draw, draft.place, None) if draft.place and not hidden else None,
        "attributes": attributes,
    }


def _attribute(draw: Random, name: str, value: Value, language: str) -> Record:
    number, unit = value
    if unit:
        return {"property": name, "value": _as_number(number), "unit": unit}
    if name in _BARE:
        return {"property": name, "value": int(number)}
    own = name in {"material", "ip_status"} and draw.random() < 0.2
    return {"property": name, "value": word(number, language) if own else number}


def _as_number(written: str) -> int | float | str:
    if written in DEGREES or not written.replace(".", "", 1).isdigit():
        return written
    return float(written) if "." in written else int(written)


def _spelled(draw: Random, place: str, language: str | None) -> str:
    province = PROVINCES[place]
    chance = draw.random()
    if language == "ko" or (language is None and chance < 0.2):
        return draw.choice(province.korean)
    return draw.choice(province.other) if chance > 0.8 else place


def _organisation(draw: Random, who: Speaker) -> str:
    name = draw.choice(_NAMES[who.language, "first"])
    return draw.choice(_NAMES[who.language, who.kind]).replace("{n}", name)


def _text(draw: Random, base: str, said: list[str], language: str) -> str:
    """Put the text and what is stated together in one of the ways in which people do."""
    base = _slip(draw, base, language)
    filler = draw.choice(_FILLERS[language]) if draw.random() < 0.4 else ""
    opener = draw.choice(_OPENERS[language]) if draw.random() < 0.12 else ""
    way = draw.randrange(6)
    if not said:
        text = base
    elif way == 0:
        text = base + "".join(f"\n- {one}" for one in said) + ("\n" if filler else "")
    elif way == 1:
        text = " / ".join(said) + " - " + base
    elif way == 2:
        text = f"{base} {'; '.join(said)}."
    elif way == 3:
        text = f"{base.rstrip('.')}, {', '.join(said)}."
    else:
        text = f"{base} {' '.join(f'{one[0].upper()}{one[1:]}.' for one in said)}"
    return f"{opener}{text} {filler}".strip().replace("\n ", "\n")


def _slip(draw: Random, text: str, language: str) -> str:
    """Return a text as it is or, now and then, as a hurried hand types it; words with digits stay whole."""
    words = text.split(" ")
    places = [place for place, one in enumerate(words) if len(one) > _SHORT and one.isalpha() and not one.isupper()]
    if not places or draw.random() > 0.12:
        return text
    place = draw.choice(places)
    if language == "vi":
        words[place] = _bare(words[place])
    elif language == "en":
        middle = draw.randrange(2, len(words[place]) - 1)
        one = words[place]
        words[place] = one[: middle - 1] + one[middle] + one[middle - 1] + one[middle + 1 :]
    elif place:
        words[place - 1 : place + 1] = [words[place - 1] + words[place]]
    return " ".join(words)


def _bare(one: str) -> str:
    parts = unicodedata.normalize("NFD", one.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def others(draw: Random, half: str) -> list[Record]:
    """Return offers that belong to no family."""
    return [
        {
            "kind": kind,
            "organisation": _organisation(draw, Speaker(half, language, kind)),
            "language": language,
            "text": _text(draw, text, [], language),
            "place": _spelled(draw, draw.choice(list(PROVINCES)), None),
            "attributes": [],
        }
        for kind, language, text in _lines("others.txt")
        if language in LANGUAGES
    ]
