"""English text comes in; the organisations that it names, with their acronyms and short names, go out."""

# ruff: noqa: SIM905 -- a list of words is read as words

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.english.words import CAPITAL, HEAD, HEADS, NATIONS, STRONG, TOPICS
from nhipcau.facts.codes import PartyKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(rf"(?<![\w’'])(?:{CAPITAL})")
_LINK: Final = re.compile(
    rf"\s+(?P<link>of|for|on|in|to|at|and|&|-|–)\s+(?P<the>the\s+)?"
    rf"(?:(?:north(?:ern)?|south(?:ern)?|central|east(?:ern)?|west(?:ern)?|coastal|"
    rf"neighbouring)\s+)?(?:(?:province|city|district)\s+of\s+)?(?=(?:{CAPITAL}))"
)
_AREA: Final = re.compile(r"\s+(?:province|city|district|county)(?![\w’'])")
_FORM: Final = re.compile(r",?\s+(?:Co\.,?\s*Ltd\.?|Ltd\.?|JSC|Inc\.?|Corp\.?)(?!\w)|\s+No\.?\s\d{1,3}(?!\w)")
_BASED: Final = re.compile(r"^(?:[\w’']+\s)?[\w’']+-based\s+")
_TWO, _THREE = 2, 3
_NEVER: Final = frozenset(
    "QR VNA VNS END HANOI SEOUL BUSAN PHOTO YONHAP VOV VTV TTXVN KBS QD NQ TW TTg BCT CP UTC GMT VND USD KRW HCMC "
    "HCM".split()
)
_HALT: Final = frozenset(
    "On In At The Mr Mrs Ms Dr Prof Assoc MoU MOU MoUs MOUs CEO CTO CFO President Director Minister Rector "
    "Chairman Chairwoman Chairperson Vice Deputy Principal Dean Governor Mayor "
    "Ambassador Secretary Head And As By With For From Photo Speaking Attending".split()
)
_NEXT: Final = re.compile(rf"\s+(?P<word>{CAPITAL})")
_COMMA: Final = re.compile(
    rf",\s+(?=(?:{CAPITAL})(?:\s+(?:{CAPITAL}))*(?:,\s+(?:{CAPITAL})(?:\s+(?:{CAPITAL}))*)*,?\s+(?:and|"
    rf"&)\s+(?!the\s)(?:{CAPITAL}))"
)
_BRACKET: Final = re.compile(r"\s?\((?P<inside>[^()\n]{2,90}(?:\([^()\n]{1,20}\))?)\)")
_LOCAL: Final = re.compile(
    r"\s+(?P<level>provincial|municipal|city|district|province[’']s|city[’']s|province|county)\s+(?=(?:People|"
    r"Department|Party|Government|Council|Business|Association))"
)
_POSSESSIVE: Final = re.compile(r"^(?:the\s+)?(?P<owner>(?:[\w.]+\s+){0,3}?[\w.]+)[’']s\s+", re.IGNORECASE)
_LOCAL_OFFICE: Final = re.compile(
    r"\b(?:Department|Office|Bureau|Division).*(?:of|,|[’']s)\s+[\w\s-]+\s(?:[Pp]rovince|[Cc]ity|[Cc]ounty)\b|"
    r"\bDepartment\b.*\sof\s(?:the\s)?(?:\w+\s){0,2}(?:province|city)\sof\s|[Pp]rovincial\s+Department"
)
_KOREAN_LOCALITY: Final = re.compile(
    rf"\s(?:of|in)\s(?:the\s)?(?:Republic\sof\sKorea(?:\s\((?:RoK|ROK)\))?|RoK|ROK|South\sKorea|Korea)[’']s\s"
    rf"(?:{CAPITAL}\s){{1,2}}(?:city|province|county|district)(?!\w)"
)
_DAYS: Final = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
)
_STOP: Final = frozenset(
    "The A An In On At Under According Accordingly At After Before During This That These Those It They He She "
    "We I Photo Photos Present Also Both Speaking Addressing Attending As With For From By "
    "And But However Meanwhile Earlier Recently Mr Mrs Ms Dr Prof Professor Assoc Asst MA PhD MSc MoU MOU MoUs "
    "MOUs LOI FTA ODA SMEs SME AI IT ICT R&D HR VND USD KRW GDP FDI UTC GMT VNA VNS "
    "Following Within To Through Throughout Besides Besides Among While When Since Its Their His Her If No Not "
    "One Two Three Four Five Six Seven Eight Nine Ten Currently Last Next Today "
    "Yesterday Also There Here Previously Additionally Moreover Furthermore Located Founded Established Signed "
    "Signing Published Posted Updated Source By CEO CTO CFO President Director Minister Rector "
    "Chairman Chairwoman Chairperson Vice Deputy Principal Dean Governor Mayor Ambassador Secretary Head Former "
    "Acting Managing Executive General Korean Vietnamese South-Korean EV EVs PM NA Rival "
    "Over Until Between".split()
)
_LOCALITY: Final = re.compile(
    rf"\b(?:city|province|county)\sof\s(?P<of>(?:{CAPITAL})(?:\s(?:{CAPITAL}))?)|"
    rf"(?P<named>(?:{CAPITAL})(?:\s(?:{CAPITAL})){{0,2}})\s(?:province|city)(?=[\s,.;’'])(?![’']s\s(?:People|"
    rf"Department))"
)
_THE_HEAD: Final = re.compile(
    r"\b[Tt]he\s(?P<head>Alliance|Association|Institute|University|College|Center|Centre|Foundation|Council|"
    r"Hospital|Company|Academy|Agency|Federation|Technopark|Corporation|Group)\b(?!\s(?:of|for|[A-Z]))"
)
_ACRONYM: Final = re.compile(r"^[A-Z][A-Za-z0-9&.-]{1,13}$")
_COUNTRY_BRACKET: Final = re.compile(
    r"^(?:RoK|ROK|Republic of Korea|South Korea|Korea|Vietnam|Viet Nam|left|right|L|R|centre|center|pictured|"
    r"second.*|third.*|first.*)$"
)
_OF_COUNTRY: Final = re.compile(
    r"\s+(?:of|in|from)\s+(?:the\s+)?(?:Republic\s+of\s+Korea|RoK|ROK|South\s+Korea|"
    r"Socialist\s+Republic\s+of\s+Viet\s?nam)(?:\s+\((?:RoK|ROK)\))?$"
)


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation as one place of the text names it.

    ``start:end`` is the name; ``close`` ends behind its bracket; ``names`` are the other names that the bracket
    teaches; ``nation`` the country of a word before or behind it (Vietnam's ..., ... of the RoK).
    """

    start: int
    end: int
    close: int
    name: str
    acronym: str | None
    names: tuple[str, ...]
    kind: PartyKind | None
    nation: str | None
    strong: bool


def kind_of(name: str) -> PartyKind | None:
    """Return what kind of body the head noun of a name tells; in a name with ``of`` the head stands before it."""
    if _LOCAL_OFFICE.search(name):
        return PartyKind.LOCAL_GOVERNMENT
    front = re.split(r"\s(?:of|for|on)\s", name)[0]
    for part in (front, name):
        tail = part.split()[-2:] if part.split() else []
        for forms, kind in HEADS:
            if re.search(rf"\b(?:{forms})$", " ".join(tail)) or re.search(rf"^(?:{forms})\b", part):
                return kind
    return next((kind for forms, kind in HEADS if re.search(rf"\b(?:{forms})(?!\w)", name)), None)


def bodies_of(text: str, names: tuple[tuple[int, int], ...]) -> tuple[Body, ...]:
    """Return every organisation that the text names; ``names`` are the ranges of persons' names."""
    found = list(_full(text, names))
    found += [
        body for body in _localities(text) if not any(one.start < body.end and body.start < one.close for one in found)
    ]
    found.sort(key=lambda body: body.start)
    return tuple(sorted([*found, *_short(text, found, names)], key=lambda body: body.start))


def _localities(text: str) -> Iterator[Body]:
    """Find provinces and cities that are named as such: Ha Nam province, the city of Gwangju."""
    for match in _LOCALITY.finditer(text):
        group = "named" if match["named"] else "of"
        start, end = match.span(group)
        inside = re.search(
            r"\b(?:in|across|throughout|near|from)\s(?:the\s)?(?:[\w-]+\s){0,3}$",
            text[max(0, match.start() - 50) : match.start()],
        )
        if inside or text[start:end] in NATIONS or text[start:end].split(maxsplit=1)[0] in {*_STOP, *_DAYS}:
            continue
        end = match.end() if group == "named" else end
        yield Body(
            start,
            end,
            end,
            text[start:end],
            None,
            (),
            PartyKind.LOCAL_GOVERNMENT,
            _nation_before(text, match.start()),
            strong=True,
        )


def _full(text: str, names: tuple[tuple[int, int], ...]) -> Iterator[Body]:
    position = 0
    while match := _WORD.search(text, position):
        start = match.start()
        person = next((reach for reach in names if reach[0] <= start < reach[1]), None)
        if person:
            position = person[1]
            continue
        if match[0].rstrip(".’'") in _STOP or match[0] in _DAYS:
            position = match.end()
            continue
        end = _run_end(text, match.start(), match.end(), names)
        body = _body(text, start, end)
        position = max(end, match.end())
        if body is not None:
            yield body
            position = max(position, body.close)


def _run_end(text: str, start: int, end: int, names: tuple[tuple[int, int], ...]) -> int:
    """Return where a name ends that has been read up to ``end``."""
    while True:
        step = _step(text, start, end, names)
        if step is None:
            return end
        end = step


def _step(text: str, start: int, end: int, names: tuple[tuple[int, int], ...]) -> int | None:
    """Read one more word of a name; nothing where it is complete."""
    numbered = _FORM.match(text, end)
    if numbered and numbered[0].strip().startswith("No"):
        return numbered.end()
    abroad = _KOREAN_LOCALITY.match(text, end)
    if abroad and HEAD.search(text[start:end]):
        return abroad.end()
    if text[end - 1] == "." and not re.search(r"\b(?:Co|Ltd|Inc|Corp|St|Jr|Sr|No)\.$", text[start:end]):
        return None
    local = _LOCAL.match(text, end)
    following = _NEXT.match(text, local.end() - 1 if local else end)
    if "\n" in text[end : end + 2]:
        return None
    if following:
        return _next_word(following, names)
    form = _FORM.match(text, end)
    if form:
        return form.end()
    return _after_link(text, start, end, names)


def _next_word(following: re.Match[str], names: tuple[tuple[int, int], ...]) -> int | None:
    """Take in the capitalised word that follows unless it opens something else: a day, a post, a person."""
    word = following["word"]
    person = any(reach[0] <= following.start("word") < reach[1] for reach in names)
    halts = word in _DAYS or (word.rstrip(".") in _HALT and word not in {"Head", "Secretary"})
    return None if person or halts else following.end("word")


def _after_link(text: str, start: int, end: int, names: tuple[tuple[int, int], ...]) -> int | None:
    """Go on behind «of», «and», a comma or «province»."""
    area = _AREA.match(text, end)
    if area and re.search(
        r"(?:People[’']s (?:Committee|Council)|Department|Government|Party Committee)\s(?:[\w,]+\s)*of\s[\w\s]+$",
        text[start:end],
    ):
        return area.end()
    link = _LINK.match(text, end)
    if link and _joins(text, start, end, link):
        word = _WORD.match(text, link.end())
        if word and word[0] not in _DAYS and not any(reach[0] <= word.start() < reach[1] for reach in names):
            return word.end()
    comma = _COMMA.match(text, end)
    if comma and _open_list(text, start, end) and not HEAD.search(_segment(text, comma.end())):
        word = _WORD.match(text, comma.end())
        return word.end() if word else None
    return None


_SEGMENT: Final = rf"(?P<segment>(?:{CAPITAL})(?:\s+(?:{CAPITAL}))*)"


def _segment(text: str, start: int) -> str:
    found = re.match(rf"(?:{CAPITAL})(?:\s+(?:{CAPITAL}))*", text[start:])
    return found[0] if found else ""


def _joins(text: str, start: int, end: int, link: re.Match[str]) -> bool:
    """Tell whether a small word goes on with a name or parts it from another."""
    so_far = text[start:end]
    right = _segment(text, link.end())
    small = link["link"]
    if small in {"of", "for"}:
        return bool(HEAD.search(so_far)) or (
            small == "of" and bool(re.search(r"\b(?:Republic|Province|City)$", so_far))
        )
    if small == "in":
        return (
            bool(re.search(r"\b(?:Institute|Center|Centre|Agency)\sfor\s", so_far))
            and right.split()[:1] != []
            and right.split()[0] in TOPICS
        )
    if small in {"on", "to", "at"}:
        return small == "on" and bool(re.search(r"(?:Committee|Council|Commission|Forum|Center|Centre)$", so_far))
    if small in {"-", "–"}:
        return bool(
            re.fullmatch(r"(?:Viet\s?nam|Việt Nam|Korea|ASEAN|RoK|South Korea)", so_far.split()[-1] if so_far else "")
        )
    if small == "&":
        return True
    return not link["the"] and (_one_name(so_far, right) or _spelt_out(text, start, link) or _headless(so_far, right))


def _spelt_out(text: str, start: int, link: re.Match[str]) -> bool:
    """Tell whether the acronym behind it spells a name with «and»: Vietnam-Korea ... and Solutions Center (VITASK)."""
    rest = re.match(rf"{_SEGMENT}\s\((?P<acronym>[A-Z][A-Za-z&-]{{2,12}})[),;]", text[link.end() :])
    if rest is None:
        return False
    one, other, letters = text[start : link.start()], rest["segment"], rest["acronym"].upper()
    initials = "".join(word[0] for word in re.split(r"[\s-]+", f"{one} {other}") if word[:1].isupper())
    alone = "".join(word[0] for word in re.split(r"[\s-]+", other) if word[:1].isupper())
    return letters[0] == initials[:1] and not alone.startswith(letters[:2]) and not STRONG.search(one)


def _headless(so_far: str, right: str) -> bool:
    """Tell whether what stands before «and» opens like a national body but has no head noun: its head is behind."""
    words = so_far.split()
    nation = re.match(r"(?:Vietnam|Viet\s?Nam|Việt Nam|Korea|National|Joint)\b", so_far)
    pair = re.match(r"(?:Vietnam|Viet\s?Nam|Việt Nam|Korea)\s?[-–]\s?(?:Vietnam|Viet\s?Nam|Việt Nam|Korea)\b", so_far)
    if not nation or len(words) < (_TWO if pair else _THREE) or HEAD.search(words[-1]) or STRONG.search(so_far):
        return False
    return (
        STRONG.search(right) is not None
        and right.split(maxsplit=1)[0] not in NATIONS
        and not right.split(maxsplit=1)[0].isupper()
    )


def _one_name(so_far: str, right: str) -> bool:
    """Tell whether «and» stands inside one name."""
    last = so_far.rsplit(maxsplit=1)[-1] if so_far.split() else ""
    ended = STRONG.search(right) is not None
    if re.search(r"\s(?:of|for|on)\s(?!.*\b(?:Province|City|Vietnam|Korea)$)", so_far):
        return not ended or (
            last in TOPICS
            and not re.match(r"(?:Ministry|Department|University|Institute)\b", right)
            and right.split(maxsplit=1)[0] in TOPICS
            and not STRONG.search(right.rsplit(maxsplit=1)[-1])
        )
    return last in TOPICS and (right.split(maxsplit=1)[0] in TOPICS if right else False)


def _open_list(text: str, start: int, end: int) -> bool:
    """Tell whether a name is a ministry or school whose fields are being listed."""
    so_far = text[start:end]
    last = so_far.split()[-1] if so_far.split() else ""
    return (
        bool(
            re.search(
                r"\b(?:Ministry|Department|University|Institute|School|Faculty|College|Bureau|Academy|Center|"
                r"Centre|Committee)\s(?:of|for)\s",
                so_far,
            )
        )
        and last in TOPICS
    )


def _body(text: str, start: int, end: int) -> Body | None:
    """Return the body of a capitalised run, or nothing where it is none."""
    start, end, nation = _bare(text, start, end)
    bracket = _BRACKET.match(text, end)
    of_country = _OF_COUNTRY.search(text[start:end])
    if of_country:
        nation, end = nation or "KR", start + of_country.start()
    acronym, names, foreign = _in_bracket(bracket["inside"]) if bracket else (None, (), None)
    name = text[start:end]
    head = HEAD.search(name)
    alone = _stands_alone(text, start, end)
    if not (head or acronym or alone) or any(barred(text, name, acronym) for barred in _BARRED):
        return None
    if alone and not head and acronym is None:
        acronym = name
    close = bracket.end() if bracket else end
    nation = nation or foreign or _nation_before(text, start)
    return Body(start, end, close, name, acronym, names, kind_of(name), nation, bool(head))


def _bare(text: str, start: int, end: int) -> tuple[int, int, str | None]:
    """Return a run without marks at its end, «Seoul-based», a nation before it and an owner's «s»; and its nation."""
    while end > start and text[end - 1] in ".’'-–" and not re.search(r"(?:Ltd|Co|Inc|Corp)\.$", text[start:end]):
        end -= 1
    based = _BASED.match(text[start:end])
    start += based.end() if based else 0
    republic = re.match(r"(?:RoK|ROK)\s(?=[A-Z])", text[start:end])
    start += republic.end() if republic else 0
    owner = _POSSESSIVE.match(text[start:end])
    nation = NATIONS.get(owner["owner"]) if owner else None
    if owner and nation:
        start += owner.end()
    return start, end - 2 if re.search(r"[’']s$", text[start:end]) else end, nation


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a run is one word of capitals that can name a body: KOTRA."""
    name = text[start:end]
    capitals = _ACRONYM.match(name) is not None and sum(letter.isupper() for letter in name) > 1
    return capitals and not _is_number_part(text, start, end)


def _is_paper(text: str, name: str, acronym: str | None) -> bool:
    """Tell whether a run names a document."""
    del text, acronym
    papers = r"\b(?:Memorandum|Understanding|Agreement|Intent|Memoranda|Contract|Protocol|Statement|Discussion)s?$"
    return re.search(papers, name) is not None


def _is_shout(text: str, name: str, acronym: str | None) -> bool:
    """Tell whether a run is a plain word that a dateline or a headline writes in capitals."""
    del acronym
    return _ACRONYM.match(name) is not None and name.isupper() and name.title() in text


def _is_banned(text: str, name: str, acronym: str | None) -> bool:
    """Tell whether a run is on the list of what is never a body."""
    del text
    return not name or name in _NEVER or name in NATIONS or (acronym in _NEVER and HEAD.search(name) is None)


def _is_bare_head(text: str, name: str, acronym: str | None) -> bool:
    """Tell whether a run is nothing but a head noun: Institute."""
    del text, acronym
    head = HEAD.search(name)
    return head is not None and head[0] == name and not name.startswith("People")


_BARRED: Final = (_is_paper, _is_shout, _is_banned, _is_bare_head)


def _is_number_part(text: str, start: int, end: int) -> bool:
    """Tell whether capitals belong to the number of a law: 1895/QD-TTg."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    name = text[start:end]
    return any(mark in around for mark in "/") or name in _NEVER or bool(re.match(r"(?:QD|NQ|ND|TT|CT)-", name))


def _nation_before(text: str, start: int) -> str | None:
    found = re.search(
        r"(Vietnamese|Vietnam[’']s|Viet Nam[’']s|Việt Nam[’']s|South Korean|Korean|Korea[’']s|RoK[’']s|RoK|ROK|"
        r"ROK[’']s)\s(?:\w+\s)?$",
        text[max(0, start - 26) : start],
    )
    if not found:
        return None
    return "VN" if found[1].startswith(("Viet", "Việt")) else "KR"


def _in_bracket(inside: str) -> tuple[str | None, tuple[str, ...], str | None]:
    """Return acronym, other names and country of a bracket."""
    foreign = "KR" if re.search(r"RoK|ROK|Korea", inside) and len(inside) < 18 else None
    names = []
    for part in re.split(r"[,;–]|\s-\s", inside):
        name = re.sub(r"^(?:the|or|formerly|hereinafter)\s+", "", part.strip().strip("\"“”'‘’"), flags=re.IGNORECASE)
        if name and not _COUNTRY_BRACKET.match(name) and not re.search(r"\b(?:Photo|photo|left|right)\b", name):
            names.append(name)
    acronym = next(
        (name for name in names if _ACRONYM.match(name) and sum(letter.isupper() for letter in name) > 1), None
    )
    return acronym, tuple(names), foreign


def _short(text: str, found: list[Body], names: tuple[tuple[int, int], ...]) -> list[Body]:
    """Find again the bodies that the text names by an acronym or short name that it has taught."""
    taught = {
        name: body
        for body in found
        for name in (*body.names, *((body.acronym,) if body.acronym else ()))
        if len(name) > 1
    }
    extra: list[Body] = []
    for name, body in taught.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            start = match.start()
            if any(one.start <= start < one.close for one in [*found, *extra]) or any(a <= start < b for a, b in names):
                continue
            extra.append(
                Body(
                    start, match.end(), match.end(), name, body.acronym, body.names, body.kind, body.nation, body.strong
                )
            )
    return [*extra, *_by_head(text, found)]


def _by_head(text: str, found: list[Body]) -> list[Body]:
    """Find again the bodies that the text names by «the Alliance», «the Institute»."""
    extra: list[Body] = []
    for match in _THE_HEAD.finditer(text):
        owner = next(
            (
                body
                for body in reversed(found)
                if body.close <= match.start() and re.search(rf"\b{match['head']}\b", body.name)
            ),
            None,
        )
        if owner is not None:
            start, end = match.span("head")
            extra.append(
                Body(start, end, end, owner.name, owner.acronym, owner.names, owner.kind, owner.nation, owner.strong)
            )
    return extra
