"""A sentence that reports a signing comes in; the bodies that sign go out."""

# ruff: noqa: SIM905 -- a list of words is read as words

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.english.bodies import Body, kind_of
from nhipcau.engine.read.english.sounds import sounds_like
from nhipcau.engine.read.english.words import CAPITAL, NATIONS
from nhipcau.facts.codes import PartyKind
from nhipcau.facts.reading import Derivation, PartyRead

if TYPE_CHECKING:
    from nhipcau.engine.read.english.people import Person
    from nhipcau.engine.read.english.signing import Signing
    from nhipcau.engine.read.page import Page, Range

_RUN: Final = re.compile(rf"(?:{CAPITAL})(?:\s(?:{CAPITAL}))*")
_BETWEEN: Final = re.compile(r"\bbetween\b")
_WITH: Final = re.compile(r"\b(?:with|by)\b")
_APPOSITIVE: Final = re.compile(
    r",\s(?:which|who|a\s|an\s|the\s(?:largest|first|leading|biggest|country)|one\sof|under\s|part\sof|"
    r"affiliated|belonging|run\sby|set\sup|based|located|headquartered|known|also)[^,]{3,140},"
)
_GUEST: Final = re.compile(
    r"\b(?:witness\w*|presence\sof|attended\sby|hosted\sby|organi[sz]ed\sby|on\sthe\ssidelines|during\b|held\sby|"
    r"visit\sto|at\sthe\s|under\sthe\s|belongs?\sto|chaired\sby|funded\sby|sponsored\sby)\b"
)
_NOT_PARTIES: Final = frozenset(
    "Vietnam Korea Viet Nam South Hanoi Seoul Busan Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "January February March April May June July August September October November December "
    "QR The A An In On At Under Photo Korean Vietnamese Republic RoK ROK MoU MOU MoUs MOUs LOI Memorandum "
    "Understanding Agreement Asia ASEAN It They He She This That Both I We You Our My Dr Mr Ms Mrs Prof".split()
)


_CLOSE, _TWO, _FOUR = 14, 2, 4
_SEEN_BY: Final = re.compile(r"\b(?:witness\w*|presence\sof|attended\sby|presided)\b")
# A body behind these words is where something happens.
_VENUE: Final = re.compile(r"\b(?:[Ii]n|[Aa]t)\s(?:the\s)?$")
_THE_BODY: Final = re.compile(
    r"(?:^|[,;]\s|\b[Tt]hat\s|\bsaid\s)(?:[Tt]he\s(?P<head>technopark|university|institute|company|agency|cent(?:er|re)|"
    r"association|college|hospital|foundation|firm|ministry|bank|group|academy|corporation|council|federation|school)|"
    r"[Ii]t)\s(?:also\s|has\s|had\s|then\s|later\s|recently\s)*$"
)
# The committee of a place that is named before: the district People's Committee.
_COMMITTEE: Final = "peoplescommittee"
_PLURAL: Final = re.compile(r"(?i:memoranda|memorandums|MoUs|agreements|accords|pacts|deals|contracts|letters)\b")
_INITIAL: Final = re.compile(r"\b(?!And\b|Of\b|For\b)[A-Z]")
_PAIRED: Final = re.compile(r"\s(?:and|&|-|–)\s(?:the\s)?")
_NEXT_PAIR: Final = re.compile(r"[,;]\s(?:and\s|as\swell\sas\s)?(?:the\s)?|\sas\swell\sas\s(?:the\s)?")
_INVERTED: Final = re.compile(r"(?:Signing|Inking|Exchanging)\s[^.;]{3,90}?\s(?:were|was)\s(?=(?:the\s)?[A-Z])")


@dataclass(frozen=True, slots=True)
class Names:
    """The namings that mean one body."""

    mentions: tuple[Body, ...]


def plain(name: str) -> str:
    """Return a name for comparison: no case, no article, no nation, no legal form, no blanks."""
    text = name.casefold().replace("’", "'")
    text = re.sub(r"^(?:the|vietnamese|korean|south korean|vietnam's|korea's|rok)\s", "", text)
    text = re.sub(r"^people's committee of (?:the )?(?P<place>.+)$", r"\g<place> people's committee", text)
    text = re.sub(r"(?<=\w)(?:\s(?:city|province|provincial|municipal))?(?:'s)?(?=\speople's committee$)", "", text)
    text = re.sub(r",?\s(?:co\.?,?\s?ltd\.?|ltd\.?|jsc|inc\.?|corp\.?|corporation|company)$", "", text)
    return re.sub(
        r"[^\w]",
        "",
        text.replace("centre", "center").replace("technology park", "technopark").replace("techno park", "technopark"),
    )


def same(one: Body, other: Body) -> bool:
    """Tell whether two namings mean one body."""
    first, second = plain(one.name), plain(other.name)
    if one.nation and other.nation and one.nation != other.nation:
        return False
    if first == second or _fewer_words(one.name, other.name) or (one.acronym and one.acronym == other.acronym):
        return True
    if _COMMITTEE in (first, second) and first.endswith(_COMMITTEE) and second.endswith(_COMMITTEE):
        return True
    if _initials(one.name) == other.name or _initials(other.name) == one.name:
        return True
    taught = {plain(name) for name in (*one.names, *other.names)}
    if first in taught or second in taught:
        return True
    short, long = sorted((first, second), key=len)
    if len(short) >= 4 and long.startswith(short) and (one.strong or other.strong) and len(short) < len(long):
        return one.nation in (None, other.nation) or other.nation is None
    return False


def _initials(name: str) -> str:
    """Return the first letters of a name: VAST for Vietnam Academy of Science and Technology."""
    letters = "".join(_INITIAL.findall(name))
    return letters if len(letters) > _TWO else ""


def _fewer_words(one: str, other: str) -> bool:
    """Tell whether one long name leaves out words of the other: Chosun College of (Science and) Technology."""
    short, long = sorted((one.casefold().split(), other.casefold().split()), key=len)
    return len(short) >= 4 and short[:2] == long[:2] and short[-1] == long[-1] and set(short) <= set(long)


def signers(page: Page, signing: Signing, bodies: tuple[Body, ...], people: tuple[Person, ...]) -> list[list[Body]]:
    """Return the bodies that a sentence names as signing, one list for each agreement that it reports."""
    start, end = signing.sentence
    if signing.pair is not None:
        return [[_in_item(page, reach, bodies) for reach in signing.pair]]
    inside = _candidates(page, signing, bodies, people)
    inverted = _INVERTED.match(page.text, start, end)
    behind_verb = [body for body in inside if inverted and body.start >= inverted.end()]
    if len(behind_verb) > 1:
        return [_distinct(_chain(page, behind_verb))]
    hidden = _hidden(page, signing.sentence, bodies)
    inside = [body for body in inside if not any(a <= body.start < b for a, b in hidden)]
    inside = [body for body in inside if not _VENUE.search(page.text, max(start, body.start - _CLOSE), body.start)]
    verb, paper = signing.verb, signing.paper
    between = [chain for chain in _between(page, signing, inside) if len(chain) > 1]
    if between:
        return [_distinct(chain) for chain in between]
    before = [body for body in inside if body.close <= verb[0]]
    after = [body for body in inside if body.start >= verb[1]]
    subjects = _last_list(page, before, hidden) or _meant(page, signing, bodies)
    behind = paper[1] if paper is not None and paper[0] > verb[0] else verb[1]
    partners = _partners(page, after, behind, end)
    if not partners and re.search(r"\b(?:was|were|been)\s(?:\w+\s)?$", page.text[start : verb[0]]):
        partners = _partners(page, after, verb[1], end)
    agents = _represented(page, signing, people, inside)
    if not partners and (pairs := _pairs(page, subjects)):
        return pairs
    if not partners and len(subjects) < 2:
        return [_distinct([*subjects, *agents])]
    separate = re.search(r"\b(?:separate|respectively|each|individual)\b", page.text[start:end])
    many = paper is not None and len(subjects) == 1 and _PLURAL.search(page.text[slice(*paper)])
    if (separate or many) and len(partners) > 1 and subjects:
        return [_distinct([*subjects, partner]) for partner in partners]
    return [_distinct([*subjects, *partners])]


def _meant(page: Page, signing: Signing, bodies: tuple[Body, ...]) -> list[Body]:
    """Return the body that a common noun before the verb points back to: the technopark signed, it signed."""
    found = _THE_BODY.search(page.text[signing.sentence[0] : signing.verb[0]])
    if found is None:
        return []
    earlier = [body for body in bodies if body.close <= signing.sentence[0] and body.strong]
    head = (found["head"] or "").casefold()
    if not head:
        last = page.sentence_at(earlier[-1].start) if earlier else (0, 0)
        return [body for body in earlier if body.start >= last[0]][:1]
    return [body for body in earlier if head in body.name.casefold()][-1:]


def _pairs(page: Page, chain: list[Body]) -> list[list[Body]]:
    """Part a list of pairs: A and B, as well as C and D; nothing where the list is one."""
    if len(chain) < _FOUR or len(chain) % 2:
        return []
    gaps = [page.text[one.close : other.start] for one, other in pairwise(chain)]
    if all(_PAIRED.fullmatch(gap) for gap in gaps[::2]) and all(_NEXT_PAIR.fullmatch(gap) for gap in gaps[1::2]):
        return [chain[at : at + 2] for at in range(0, len(chain), 2)]
    return []


def _in_item(page: Page, reach: Range, bodies: tuple[Body, ...]) -> Body:
    """Return the body of a side of an item, known or new."""
    start, end = reach
    nation = re.match(r"(?:(?:South\s)?Korea|Viet\s?[Nn]am)[’']s\s", page.text[start:end])
    start += nation.end() if nation else 0
    known = next((body for body in bodies if start <= body.start < end), None)
    if known is not None and known.start == start and known.close >= end - 1:
        return known
    name = re.sub(r"[\s,]+$", "", re.sub(r"\s\([^()]*\)$", "", page.text[start:end]))
    code = None if nation is None else "KR" if "Korea" in nation[0] else "VN"
    kind = kind_of(name) or PartyKind.COMPANY
    return Body(start, start + len(name), end, name, None, (), kind, code, strong=True)


def _candidates(page: Page, signing: Signing, bodies: tuple[Body, ...], people: tuple[Person, ...]) -> list[Body]:
    """Return the bodies of a sentence; a capitalised run without a head noun counts where a party would stand."""
    start, end = signing.sentence
    known = [body for body in bodies if start <= body.start and body.end <= end]
    taken = (
        [(body.start, body.close) for body in known]
        + [person.reach for person in people]
        + [(p.start, p.end) for p in page.places]
    )
    runs = [found for run in _RUN.finditer(page.text, start, end) if (found := _RUN.match(page.text, _owned(run), end))]
    for run in runs:
        words = run[0].rstrip(".’'").split()
        if all(word in _NOT_PARTIES for word in words) or any(a < run.end() and run.start() < b for a, b in taken):
            continue
        before, after = page.text[max(start, run.start() - 14) : run.start()], page.text[run.end() : end]
        subject = (
            (run.start() - start < 24 or 0 <= signing.verb[0] - run.end() < _CLOSE)
            and words[0] not in _NOT_PARTIES
            and re.match(r"\s(?:has|have|had|and|on|said|signed|inked|also|,|yesterday|recently|\()", after)
        )
        if subject or (
            words[0] not in _NOT_PARTIES
            and re.search(r"\b(?:with|between|and|by|Korea[’']s|Vietnam[’']s|Korean|Vietnamese)\s(?:the\s)?$", before)
        ):
            name = " ".join(run[0].rstrip(".’'").split())
            name = re.sub(r"[’']s$", "", name)
            known.append(
                Body(
                    run.start(),
                    run.start() + len(name),
                    run.end(),
                    name,
                    None,
                    (),
                    PartyKind.COMPANY,
                    None,
                    strong=False,
                )
            )
    for place in page.places:
        owned = re.search(
            r"(?:Viet\s?nam|Việt Nam|Korea|RoK)[’']s\s$", page.text[max(start, place.start - 12) : place.start]
        )
        free = not any(body.start <= place.start < body.close for body in known)
        if owned and free and start <= place.start < end and place.place.level != "country":
            name = page.text[place.start : place.end]
            nation = place.place.country
            known.append(
                Body(place.start, place.end, place.end, name, None, (), PartyKind.LOCAL_GOVERNMENT, nation, strong=True)
            )
    return sorted(known, key=lambda body: body.start)


def _owned(run: re.Match[str]) -> int:
    """Return where the name in a capitalised run begins: behind the nation that owns it."""
    nation = re.match(r"(?:[A-Z]\w+\s)?(?:Korea|Viet\s?[Nn]am|RoK|ROK)[’']s\s(?=[A-Z])", run[0])
    return run.start() + (nation.end() if nation else 0)


def _hidden(page: Page, sentence: Range, bodies: tuple[Body, ...]) -> list[Range]:
    """Return the ranges of a sentence that describe: appositives, hosts, witnesses, meetings."""
    text = page.quote(sentence)
    for body in bodies:
        if sentence[0] <= body.start < sentence[1]:
            at = body.start - sentence[0]
            text = (
                text[:at]
                + re.sub(r"[,;]", " ", text[at : at + body.end - body.start])
                + text[at + body.end - body.start :]
            )
    hidden = [found.span() for found in _APPOSITIVE.finditer(text)]
    hidden += [(found.start(), _clause_end(text, found.end())) for found in _GUEST.finditer(text)]
    return [(sentence[0] + a, sentence[0] + b) for a, b in hidden]


def _clause_end(text: str, start: int) -> int:
    found = re.search(r",|;|\b(?:signed|inked|sign|exchanged|concluded|renewed|with|between)\b", text[start:])
    return start + found.start() if found else len(text)


def _between(page: Page, signing: Signing, inside: list[Body]) -> list[list[Body]]:
    """Return the bodies of every «between A and B»."""
    chains = []
    for found in _BETWEEN.finditer(page.text, *signing.sentence):
        after = [body for body in inside if body.start >= found.end()]
        if after and after[0].start - found.end() < 60:
            chains.append(_chain(page, after))
    return chains


def _chain(page: Page, bodies: list[Body]) -> list[Body]:
    """Return the bodies at the head of a list that commas and «and» join."""
    kept = [bodies[0]]
    for body in bodies[1:]:
        gap = page.text[kept[-1].close : body.start]
        if not _is_joint(gap) or not re.fullmatch(
            r"(?:[’']s)?[\s,;]*(?:(?:and|as\swell\sas|&|together\swith|along\swith)\s)?(?:with\s)?(?:the\s|its\s|"
            r"an?\s)?(?:[\w’'-]+\s){0,4}?(?:\([^)]*\)\s?)?",
            gap,
        ):
            break
        kept.append(body)
    return kept


def _last_list(page: Page, before: list[Body], hidden: list[Range]) -> list[Body]:
    """Return the list of bodies that is the subject of a verb."""
    if not before:
        return []
    kept = [before[-1]]
    for body in reversed(before[:-1]):
        gap = "".join(
            letter
            for at, letter in enumerate(page.text[body.close : kept[0].start], body.close)
            if not any(a <= at < b for a, b in hidden)
        )
        if len(kept) == 1 and re.fullmatch(r",\s(?:the\s)?|\s[-–]\s", gap):
            kept = [body]
            continue
        if not _is_joint(gap) or not re.fullmatch(
            r"[\s,]*(?:(?:and|with|as\swell\sas|&|together\swith|along\swith)\s)?(?:the\s|"
            r"its\s)?(?:[\w’'-]+\s){0,4}?(?:\([^)]*\)\s?)?",
            gap,
        ):
            break
        kept.insert(0, body)
    return kept


def _partners(page: Page, after: list[Body], begin: int, end: int) -> list[Body]:
    """Return the list of bodies behind the first «with» or «by» after the document's name."""
    found: list[Body] = []
    for link in _WITH.finditer(page.text, begin - 1, end):
        ahead = [body for body in after if body.start >= link.end()]
        if (
            ahead
            and ahead[0].start - link.end() < 45
            and not re.search(r"[.;]", page.text[link.end() : ahead[0].start])
        ):
            chain = _chain(page, ahead)
            found += [body for body in chain if body not in found]
    return found


def _represented(page: Page, signing: Signing, people: tuple[Person, ...], inside: list[Body]) -> list[Body]:
    """Return the bodies whose people a sentence names as signing."""
    start, end = signing.sentence
    found = []
    for person in people:
        if not (start <= person.start < end) or _SEEN_BY.search(page.text, start, person.reach[0]):
            continue
        near = [body for body in inside if person.reach[0] - 60 <= body.start < person.reach[1]]
        found += near or _locality(page, person)
    return found


def _locality(page: Page, person: Person) -> list[Body]:
    """Return the city or province whose head signs: Gwangju Mayor Kang Gi-jung."""
    office = person.org is not None and re.search(r"(?i)mayor|governor|chair", person.role or "")
    for place in page.places:
        if (
            office
            and person.reach[0] - 40 <= place.start < person.reach[1]
            and page.text[place.start : place.end] in (person.org or "")
        ):
            name = page.text[place.start : place.end]
            return [
                Body(
                    place.start,
                    place.end,
                    place.end,
                    name,
                    None,
                    (),
                    PartyKind.LOCAL_GOVERNMENT,
                    place.place.country,
                    strong=True,
                )
            ]
    return []


def _is_joint(gap: str) -> bool:
    """Tell whether a gap between two bodies holds a word or mark that lists them."""
    return bool(re.search(r"[,;&]|\band\b|\bwith\b|\bas\swell\sas\b", gap))


def _distinct(bodies: list[Body]) -> list[Body]:
    kept: list[Body] = []
    for body in bodies:
        if not any(same(body, known) for known in kept):
            kept.append(body)
    return kept


def named(body: Body, bodies: tuple[Body, ...]) -> Names:
    """Return every naming of a body."""
    return Names(tuple(one for one in bodies if same(one, body)) or (body,))


def country_of(page: Page, names: Names, place_country: str | None) -> tuple[str | None, str, str]:
    """Return the country of a body, where that comes from, and the words that say so."""
    for body in names.mentions:
        if body.nation:
            return body.nation, "country-in-text", body.name
    for body in names.mentions:
        both = re.search(r"(?P<first>Viet\s?nam|Korea|RoK)\s?[-–]\s?(?:Viet\s?nam|Korea|RoK)", body.name)
        if both:
            return ("VN" if both["first"].startswith("V") else "KR"), "name", both[0]
        for place in page.places:
            if body.start <= place.start < body.close:
                return place.place.country, "place-name", page.text[place.start : place.end]
    for body in names.mentions:
        for word, code in NATIONS.items():
            if re.search(rf"\b{re.escape(word)}\b", body.name):
                return code, "name", word
    heard = next((found for body in names.mentions if (found := sounds_like(body.name))), None)
    based = _based(page, names) or ((heard[0], "name", heard[1]) if heard else None)
    return based or (place_country, "place-name", "")


def _based(page: Page, names: Names) -> tuple[str, str, str] | None:
    """Return the country of «Gangneung-based ...»."""
    for body in names.mentions:
        begin = max(0, body.start - 45)
        if not re.search(r"[A-Z]\w+(?:\s[A-Z]\w+)?-based\s(?:\w+\s){0,4}$", page.text[begin : body.start]):
            continue
        for place in page.places:
            if begin <= place.start and place.end <= body.start:
                return place.place.country, "place-name", page.text[place.start : place.end]
    return None


def party(page: Page, names: Names, used: Body, place_country: str | None) -> PartyRead:
    """Return the record of a party; ``used`` is its naming in the sentence of the signing."""
    body = used
    for one in names.mentions:
        bare = body.name == body.acronym or not body.strong
        if len(one.name) > len(body.name) and one.strong and bare:
            body = one
    country, source, detail = country_of(page, names, place_country)
    kind = kind_of(body.name) or used.kind
    acronym = next((one.acronym for one in names.mentions if one.acronym), None)
    derived = [Derivation("country", source, detail)] if country else []
    if kind:
        derived.append(Derivation("kind", "head-noun", body.name))
    return PartyRead(
        name=body.name,
        acronym=acronym,
        country=country,
        kind=kind,
        parent=_parent(page, body),
        span=page.span(body.start, body.close if acronym and acronym in page.text[body.end : body.close] else body.end),
        derived=tuple(derived),
    )


def _parent(page: Page, body: Body) -> str | None:
    """Return the parent that follows: «, which belongs to the ...», «under the ...»."""
    found = re.match(
        r",?\s(?:which\sbelongs\sto|a\s(?:unit|subsidiary|part|member)\sof|under|part\sof|affiliated\s(?:with|"
        r"to)|belonging\sto|of)\s(?:the\s)?(?P<parent>(?:provincial\s)?(?:Ministry|Department|"
        r"[A-Z][\w]+\s(?:Ministry|Group|University))[^,.;()]*)",
        page.text[body.close : body.close + 140],
    )
    return found["parent"].split(" and the ")[0].strip() if found else None
