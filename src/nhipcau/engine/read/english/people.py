"""English text comes in; the people that it names with a post, and what they did at the signing, go out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.english.words import CAPITAL, HEAD, ROLE, TOPICS
from nhipcau.facts.codes import PersonFunction
from nhipcau.language.person_names import find_person_names

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page, Range

_NAME: Final = rf"(?:{CAPITAL})(?:\s(?:{CAPITAL})){{1,3}}"
_AFTER_ROLE: Final = re.compile(rf"\b{ROLE}\s+(?:(?:Dr|Mr|Ms|Mrs|Prof)\.?\s+)?(?P<name>{_NAME})(?=[\s,.;:()’'\"”]|$)")
_BEFORE_ROLE: Final = re.compile(
    rf"(?:^|[-–•*]\s|(?<=[\s(,;:]))(?P<name>{_NAME})(?:,|\s[-–—]|\s\()\s*(?:the\s|its\s|a\s)?(?:(?:[A-Z][\w’']*|"
    rf"\w+)\s){{0,4}}?{ROLE}\b",
    re.MULTILINE,
)
_OF_BODY: Final = re.compile(
    rf"(?:\band|[,;:])\s(?P<name>{_NAME})\sof\s(?:the\s)?(?:Ministry|Department|University|Korean|Vietnamese|"
    rf"Institute|Embassy|Center|Centre)"
)
_LEFT: Final = re.compile(
    rf"(?P<org>(?:{CAPITAL})(?:\s(?:of|for|and|&|the|{CAPITAL}))*\s)?(?P<role>{ROLE}(?:\s(?:of|for|at|"
    rf"in\scharge\sof)\s(?:the\s)?(?:[^,;.()“”\"\n]|\((?:[A-Z][A-Za-z&]{{1,10}})\)){{2,90}})?)[\s,]*(?:(?:Dr|Mr|"
    rf"Ms|Mrs|Prof|Assoc\.?\sProf)\.?\s*)*$"
)
_RIGHT: Final = re.compile(
    rf"^\s?(?:\([^)\n]{{1,30}}\)\s?)?(?:,|\s?[-–—]|\()\s*(?:who\sis\s|the\s|its\s|a\s|"
    rf"an\s)?(?P<role>(?:[\w’'&.-]+\s){{0,4}}?{ROLE}\b(?:\s(?:of|for|at|to|in)\s[^,;.()“”\"\n]{{2,90}})?)"
)
_COMMON_BODY: Final = re.compile(
    r"(?:university|college|institute|company|association|cent(?:er|re)|school|foundation|hospital|academy|group|firm|"
    r"council|city|province|technopark|agency|department|ministry|bank|cooperative|board)(?=\s|$)"
)
_RANK_BEFORE: Final = re.compile(
    r"\b(?:(?:Prime|Vice|Deputy|Senior|Executive|Managing|First|Acting|Assistant|Associate|Standing)\s?)+$"
)
_ADDRESS: Final = frozenset({"anh", "chi", "chị", "co", "cô", "chu", "chú", "ong", "ba", "bà"})
_OF_ORG: Final = re.compile(rf"\s(?:of|from|at)\s(?:the\s)?(?P<org>(?:{CAPITAL})(?:\s(?:of|for|and|&|{CAPITAL}))*)")
_AFTER_ORG: Final = re.compile(
    r"\s(?:said|expressed|and\s(?:his|her|their)|to\s|who|attended|signed|inked|had|has|have|was|is|were|at\sthe|"
    r"during|affirmed|noted|stressed|exchange[ds]?|told|delivered|spoke|led|on\s[A-Z]).*$"
)
_NOT_PEOPLE: Final = re.compile(
    r"\b(?:University|Institute|Ministry|Department|College|Province|City|(?<=\s)Park|Technopark|Committee|Association|"
    r"Center|Centre|Company|Group|Agency|Council|Foundation|Republic|Korea|Vietnam|"
    r"National|International|Korean|Vietnamese|News|Street|District|Bank|School|Hospital|Technology|Science|"
    r"Industry|Trade|Affairs|Board|Chamber|Union|Hanoi|Seoul|Busan|Economic|Zone|"
    r"Office|Embassy|Government|Cooperation|Memorandum|Understanding|Agreement|Minh City|Chairman|Director|"
    r"President|Vice|Deputy|Prime|Minister|General|Party|State|Assembly|Management|"
    r"Business|Global|Development|Tech|Electronics|Engineering|Energy|Steel|Hall|Hotel|Tower|Museum|Photo|Source|"
    r"Mr|Dr|Prof|Planning|Investment|Education|Training|Foreign|Culture|Sports)\b"
)
_SIGN: Final = re.compile(
    r"\b(?:sign(?:ed|s|ing)?|ink(?:ed|s|ing)?|initial(?:l?ed)|traded\scopies|exchang(?:ed|es|e|ing)\s(?:copies|"
    r"the|a|an|MoU|documents?|signed|memor|agreement|cooperation)|signatures?|signatories|put\s(?:their|his|"
    r"her)\sname|show\sthe\ssigned|hold(?:ing)?\s(?:up\s)?the)\b"
)
_SAID: Final = re.compile(
    r"\b(?:said|says|told|noted|stressed|added|emphasi[sz]ed|affirmed|expressed|hoped|hopes|stated|remarked|"
    r"explained|highlighted|called|praised|thanked|commented|pledged|believes?|believed|voiced|"
    r"described|suggested|urged|underlined|underscored|assessed|cautioned|replied|spoke|speaking|shared|informed|"
    r"confirmed|announced|appreciated|(?:highly\s)?valued|hailed|lauded|proposed|asked|acknowledged|reiterated|wrote|recalled|welcomed|delivered|according\sto|quoted|acknowledged|promised|"
    r"wished)\b"
)
_GUEST: Final = re.compile(
    r"\b(?:attend(?:ed|ing|ees|ance)?|present|presence|participat\w+|joined|also\sthere|witness\w*|led\sby|"
    r"headed\sby|took\spart|were\samong|in\sattendance|with\sa\steam|included?|including|consist\w+|on\shand|"
    r"received|met|accompan\w+|welcomed)\b",
    re.IGNORECASE,
)
_WITNESS: Final = re.compile(r"\bwitness(?:ed|es|ing)?\b|in\sthe\spresence\sof|looked\son|presided", re.IGNORECASE)
_CAPTION: Final = re.compile(
    r"\((?:left|right|L|R|second|third|first|centre|center|front|pictured|from)[^)]*\)|^\s*(?:Photo|From\sleft)|"
    r"\(Photo|\bpose[sd]?\b|\(from\sleft",
    re.IGNORECASE,
)
_QUOTE: Final = re.compile(r"[“\"][^”\"]{6,}")
_BRACKET, _SALUTE = 120, 12
_I_SIGN: Final = re.compile(
    r"\bI\s(?:have\s)?(?:also\s)?(?:signed|put\s(?:my|our)\s(?:names?|signatures?)|inked|exchanged)\b"
)
# The full stops of titles end no clause: signed by Assoc. Prof. Dr. X.
_TITLES: Final = re.compile(r"\b(?:Assoc|Asst|Prof|Dr|Mr|Mrs|Ms|Ph\.?D|M\.?Sc|Eng|Hon|Amb|Gen)\.")
_SIGNATORIES: Final = re.compile(
    r"\b(?:[Ss]ignatories(?:\s(?:to|of|on|for)\s[^.]{3,80}?)?\s(?:were|are|included?)|[Ss]ignatories:|"
    r"[Ss]ign(?:ed|ing)\s(?:on\sbehalf\sof|for)\s[^.;]{2,90}?\s(?:was|were))\s[^.;]*$"
)
_AUDIENCE: Final = re.compile(r"\b(?:attended|attendance|presided|hosted|observed|chaired)\b")
_FAREWELL: Final = re.compile(
    r"(?:regards|wishes|sincerely|yours|respectfully|gratitude|greetings|thanks),?\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one place of the text names him or her, with the post and body beside the name."""

    start: int
    end: int
    reach: Range
    name: str
    role: str | None
    org: str | None
    titled: bool


def name_ranges(page: Page) -> tuple[Range, ...]:
    """Return where the text names persons in full."""
    text = page.text
    found: list[Range] = []
    for one in find_person_names(text, "en"):
        reach = _whole(text, one.start, one.end, one.title)
        if not _NOT_PEOPLE.search(text[reach[0] : reach[1]]):
            found.append(reach)
    for pattern in (_AFTER_ROLE, _BEFORE_ROLE, _OF_BODY):
        for match in pattern.finditer(text):
            reach = match.span("name")
            if (
                not _NOT_PEOPLE.search(match["name"])
                and not HEAD.search(match["name"])
                and not any(a < reach[1] and reach[0] < b for a, b in found)
            ):
                found.append(reach)
    return tuple(sorted(reach for reach in found if not _belongs_to_body(page, reach)))


def _whole(text: str, start: int, end: int, title: str | None) -> Range:
    """Return a name with the words that a Vietnamese form of address cut off: Anh within Nguyen Anh Thi is a name."""
    if title is None or title.casefold().rstrip(".") not in _ADDRESS:
        return start, end
    before = re.search(rf"(?:(?:{CAPITAL})\s)+$", text[max(0, start - 40) : start])
    return (start - len(before[0]), end) if before else (start, end)


def _belongs_to_body(page: Page, reach: Range) -> bool:
    """Tell whether what looks like a name opens a body's name or is a place: Dong A University, HÀ NỘI —."""
    field = page.text[reach[0] : reach[1]].split()[-1] in TOPICS
    joint = r"(?:and\s|of\s|&\s)?" if field else ""
    follows = re.match(rf"(?:\s{joint}(?:{CAPITAL}))+", page.text[reach[1] : reach[1] + 60])
    if follows and HEAD.search(follows[0]) and not re.match(rf"\s{ROLE}\b", follows[0]):
        return True
    return any(place.start <= reach[0] and reach[1] <= place.end for place in page.places)


def people_of(page: Page, names: tuple[Range, ...]) -> tuple[Person, ...]:
    """Return each naming of a person in full with the post that stands beside it."""
    titles = {one.start: one for one in find_person_names(page.text, "en")}
    found = []
    for start, end in names:
        sentence = page.sentence_at(start)
        role, org, reach = _post(page, (start, end), sentence, names)
        titled = start in titles and titles[start].title is not None
        found.append(Person(start, end, reach, page.text[start:end], role, org, titled))
    return tuple(found)


def _post(page: Page, reach: Range, sentence: Range, names: tuple[Range, ...]) -> tuple[str | None, str | None, Range]:
    """Return post, body and the range of name and post."""
    text = page.text
    floor = max([sentence[0], *(end for _, end in names if sentence[0] <= end <= reach[0])])
    left = _LEFT.search(text[floor : reach[0]])
    if left and not re.search(r"\b(?:and|with|to|by|said|signed)\s*$", left["role"]):
        role, org = _role_and_body(left["role"], left["org"])
        behind = _OF_ORG.match(text, reach[1], sentence[1])
        return role, org or (behind["org"].rstrip(".") if behind else None), (floor + left.start("role"), reach[1])
    limit = min([sentence[1], *(start for start, _ in names if start >= reach[1])])
    right = _RIGHT.match(text[reach[1] : limit])
    if right:
        role, org = _role_and_body(right["role"], None)
        return role, org, (reach[0], reach[1] + right.end())
    heads = re.match(r",\swho\s(?P<role>(?:heads|leads|chairs|runs)\s[^,;.()\n]{3,80})", text[reach[1] : limit])
    if heads:
        return heads["role"], None, (reach[0], reach[1] + heads.end())
    of_body = re.match(r"\sof\s(?:the\s)?([A-Z][^,.;()\n]{3,70})", text[reach[1] : limit])
    return None, of_body[1].strip() if of_body else None, reach


def _role_and_body(words: str, before: str | None) -> tuple[str, str | None]:
    """Part «director of the Nghe An hospital» into post and body."""
    found = re.match(
        rf"(?P<role>(?:[\w’'&.-]+\s){{0,4}}?{ROLE})(?:\s(?:of|for|at)\s(?:the\s)?(?P<org>.+))?$", words.strip()
    )
    if not found:
        return words.strip(), before.strip() if before else None
    org = found["org"]
    if org and _COMMON_BODY.match(org):
        return found["role"].strip(), before.strip() if before else None
    if org and not re.search(rf"{CAPITAL}", org):
        return words.strip(), before.strip() if before else None
    rank = _RANK_BEFORE.search(before) if before else None
    if before and rank:
        words, before = rank[0].strip() + " " + words, before[: rank.start()]
    if before and not org:
        org = before
    if org:
        org = _AFTER_ORG.sub("", org)
    post = words.strip() if rank else found["role"].strip()
    return post, org.strip() or None if org else None


def function_of(page: Page, person: Person) -> PersonFunction | None:
    """Return what a person is said to have done where the name stands, or later by the short name."""
    sentence = page.sentence_at(person.start)
    text = page.quote(sentence)
    before, after = page.text[sentence[0] : person.start], page.text[person.end : sentence[1]]
    pictured = _CAPTION.search(text) and _SIGN.search(text) and not _WITNESS.search(text)
    if pictured or _signs(before, after):
        return PersonFunction.SIGNATORY
    quoted = _SAID.search(_clause(after)) or (_QUOTE.search(text) and _SAID.search(text))
    if quoted or re.search(r"\b(?:said|added|according\sto|noted)\s[^.]{0,60}$", before):
        return PersonFunction.SPEAKER
    opened = before.rfind("(")
    if opened > before.rfind(")") and person.role and len(before) - opened < _BRACKET:
        return PersonFunction.SPEAKER if _said_later(page, person) else PersonFunction.REPRESENTATIVE
    if _initialled(page, person) or _writes(page, person):
        return PersonFunction.SIGNATORY
    if _WITNESS.search(text):
        return PersonFunction.WITNESS
    if _said_later(page, person):
        return PersonFunction.SPEAKER
    if _GUEST.search(text) or re.match(r"\s*[-–•*]", text) or _CAPTION.search(text):
        return PersonFunction.ATTENDEE
    return None


def _writes(page: Page, person: Person) -> bool:
    """Tell whether a person closes a letter whose writer says that he or she signed."""
    line = page.text.rfind("\n", 0, person.start) + 1
    closes = person.start - line < _SALUTE and _FAREWELL.search(page.text[:line].rstrip()) is not None
    return closes and _I_SIGN.search(page.text, 0, line) is not None


def _clause(after: str) -> str:
    """Return the words after a name up to the next clause."""
    appositive = re.sub(r"^\s?(?:\([^)]*\))?,\s[^,]{0,120},\s", " ", after)
    return appositive[:70]


def _signs(before: str, after: str) -> bool:
    """Tell whether the sentence makes the person one who signs."""
    before, after = _TITLES.sub(" ", before), _TITLES.sub(" ", after)
    if _SIGNATORIES.search(before):
        return True
    if re.search(r"\b(?:signed|inked|exchanged)\s[^.]{0,40}\b(?:together\swith|alongside|with)\s[^.]*$", before):
        return not _WITNESS.search(before) and bool(re.search(r"\b(?:He|She|who)\s(?:signed|inked|exchanged)", before))
    if re.search(
        r"\b(?:signed|inked|initialled|initialed|exchanged|concluded)\s(?:[^.;(]{0,110}?\s)?(?:by|between)\s[^.]*$",
        before,
    ):
        return not _WITNESS.search(before) and not _AUDIENCE.search(before)
    appositive = re.sub(r"\([^)]*\)|,\s[^,]{0,140},\s", " ", after)
    found = _SIGN.search(appositive[:150])
    if found is None or _WITNESS.search(appositive[: found.start()]):
        return False
    return not re.search(
        r"\b(?:said|that|told|after|attended|witness\w*|at\sthe\s|during|speaking)\b", appositive[: found.start()]
    ) or bool(re.search(r"\bpose", appositive))


def short_names(name: str) -> tuple[str, ...]:
    """Return how a text names a person again: the surname of a Korean, the last part of a Vietnamese name."""
    parts = name.split()
    return tuple(dict.fromkeys((parts[0], parts[-1])))


def _again(page: Page, person: Person, verb: re.Pattern[str]) -> bool:
    for short in short_names(person.name):
        if len(short) < 2:
            continue
        for found in re.finditer(
            rf"(?<![\w-])(?:Mr\.?\s|Ms\.?\s|Dr\.?\s)?{re.escape(short)}(?![\w-])", page.text[person.end :]
        ):
            at = person.end + found.end()
            end = page.sentence_at(at - 1)[1]
            if verb.match(page.text[at : min(end, at + 60)]):
                return True
            if re.search(
                r"\b(?:said|added)\s(?:Mr\.?\s)?$", page.text[max(0, at - len(found[0]) - 8) : at - len(found[0])]
            ):
                return verb is _SAID_SOON
    return False


_SAID_SOON: Final = re.compile(rf"(?:,\s[^,]{{0,90}},)?\s(?:also\s|then\s)?{_SAID.pattern}")
_SIGNED_SOON: Final = re.compile(r"(?:\sand\s\w+)?\s(?:signed|initial(?:l?ed)|inked|exchanged|traded)\b")


def _said_later(page: Page, person: Person) -> bool:
    return _again(page, person, _SAID_SOON)


def _initialled(page: Page, person: Person) -> bool:
    return _again(page, person, _SIGNED_SOON) or bool(
        re.search(rf"\b\w+\sand\s{re.escape(person.name.split()[0])}\s(?:signed|initial\w*|inked|exchanged)", page.text)
    )
