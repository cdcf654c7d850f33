"""English sentences come in; those that report a signing, each with its modality, go out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.english.lists import listed_pair, told_pair
from nhipcau.engine.read.english.signing import Signing
from nhipcau.engine.read.english.words import PAPER, TYPES
from nhipcau.facts.codes import AgreementStatus, AgreementType

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page, Range

_VERB: Final = re.compile(
    r"\b(?P<sign>[Ss]igning|sign(?:ed|s)?|put\s(?:our|their|his|her|its)\s(?:names?|signatures?)\sto|ink(?:ed|s|ing)?|conclud(?:ed|es|e|ing)|seal(?:ed|s|ing)?|enter(?:ed|s|"
    r"ing)?\s+into|formali[sz](?:ed|es|e|ing)|initial(?:l?ed)|struck|"
    r"reach(?:ed|es)?|clinch(?:ed|es)?|finali[sz](?:ed|es)?|ratif(?:ied|y)|establish(?:ed)?)\b"
    r"|\b(?P<swap>exchang(?:ed|es|e|ing)|trad(?:ed|es|e|ing)\s+(?:copies|a|an|the|memor)|hand(?:ed|ing)\s+over|"
    r"handover|swap(?:ped|s))\b"
    r"|\b(?P<renew>renew(?:ed|s|al|ing)?|extend(?:ed|s|ing)?|prolong(?:ed)?|amend(?:ed|ing)?|re-?sign(?:ed)?)\b"
    r"|\b(?P<join>team(?:ed|s)?\s+up|join(?:ed|s)?\s+(?:hands|forces)|partner(?:ed|s)?\s+with|link(?:ed|s)?\s+up|"
    r"agreed?\s+with|agreed\s+to\s+(?:cooperate|collaborate|partner))\b"
    r"|\b(?P<rite>signing\s+(?:ceremony|event)|ceremony|signature)\b"
)
_WILL: Final = re.compile(
    r"\b(?:will|would|to|shall|may|might|could|should|can|must|plans?|planned|planning|expect(?:ed|s)?|"
    r"expected\s+to|set\s+to|due\s+to|about\s+to|hop(?:es|ed|ing)|intends?|prepar(?:e|es|ed|ing)|"
    r"consider(?:s|ed|ing)?|propos(?:e|es|ed|al)|discuss(?:ed|es|ing)?|seek(?:s|ing)?|look(?:s|ed|"
    r"ing)?\s+(?:into|forward)|await(?:ing)?|possible|possibility\s+of|draft|before|ahead\s+of|toward[s]?|"
    r"negotiat(?:e|ed|ing|ions)|aim(?:s|ed|ing)?\s+(?:to|at)|agreed\s+to|ready\s+to|scheduled\s+to|slated\s+to|"
    r"want(?:s|ed)?\s+to|willing\s+to|not|yet\s+to|never)\s+(?:\w+\s+){0,2}?(?:be\s+|have\s+)?$",
)
_HAS_JUST: Final = re.compile(
    r"(?:happy|pleased|proud|honou?red|delighted|met|gathered|visited|came|travelled|traveled|flew|arrived|"
    r"ceremony)\s+to\s+$",
    re.IGNORECASE,
)
# To agree on a longer term is the extension itself; «agreed to sign» is only a plan.
_AGREED: Final = re.compile(r"(?<!will )(?<!not )\bagreed\s(?:on\s[A-Z]\w+\s|[\w]+ly\s)?to\s$")
_EARLIER: Final = re.compile(
    r"\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|many)\s+(?:years|months)\s+(?:ago|earlier|"
    r"before)|last\s+year|previously|earlier\s+(?:this|last)|already|had\s+(?:already\s+|earlier\s+|"
    r"previously\s+)?$|"
    r"in\s+the\s+past|since\s+(?:the\s+)?|a\s+year\s+(?:ago|earlier)|first\s+(?:signed|formali[sz]ed)|long\s+ago|"
    r"under\s+(?:an|the|a)\s+(?:agreement|MoU|deal)\s+(?:that\s+)?(?:was\s+)?$)",
    re.IGNORECASE,
)
_SIMILAR: Final = re.compile(r"\b(?:similar|rival|another\s+(?:pact|deal|agreement))\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_ADJECTIVE: Final = re.compile(r"^\s+(?:documents?|agreements?|copies|copy|papers?|MoUs?)\b")
# An item of a list of what was signed: an MoU between A and B on ...
_LISTED: Final = re.compile(
    rf"^[\s\-–—•*\d.)]*[“\"]?(?:(?:An?|The|Also|Others?\s(?:are|include)|And|"
    rf"Other\sdocuments\sinclude)\s)?(?:[\w-]+\s){{0,6}}?(?:{PAPER.pattern})[^.]{{0,120}}\bbetween\b",
    re.IGNORECASE,
)
# What may stand between «exchanged» and its document; «exchange civil servants and support deals» is a promise.
_SWAPPED: Final = re.compile(
    r"^\s(?:(?:the|an?|signed|their|its|copies|of|some|several|many|cooperation|purchase|\d+|[\w-]+ing)\s){0,5}$"
)
_QUOTES: Final = re.compile(r"[“\"][^”\"]{8,}[”\"]?")


def signings(page: Page) -> tuple[Signing, ...]:
    """Return what each sentence says of signing something, in order."""
    found: list[Signing] = []
    for number, reach in enumerate(page.sentences):
        best = listed_pair(page, reach) or _signing(page, reach, number) or told_pair(page, reach)
        if best is not None:
            found.append(best)
    return tuple(found)


def _signing(page: Page, reach: Range, number: int) -> Signing | None:
    sentence = _QUOTES.sub(lambda quote: " " * len(quote[0]), page.quote(reach))
    judged = [_judged(page, reach, sentence, verb, number) for verb in _VERB.finditer(sentence)]
    kept = [one for one in judged if one is not None]
    if not kept and _LISTED.match(sentence) and number:
        paper = PAPER.search(sentence)
        if paper:
            at = (reach[0] + paper.start(), reach[0] + paper.end())
            return Signing(reach, at, at, AgreementStatus.SIGNED, 2, exchanged=False, renewal=False)
    return max(kept, key=lambda one: (one.weight, -one.verb[0]), default=None)


def _judged(page: Page, reach: Range, sentence: str, verb: re.Match[str], number: int) -> Signing | None:
    paper = _paper(sentence, verb)
    if paper is None and not (verb["join"] or (number == 0 and verb["sign"])):
        return None
    if _is_adjective(sentence, verb):
        return None
    status, weight = _modality(page, sentence, verb, paper)
    if verb["join"] and paper is None:
        weight = 1
    if not sentence.rstrip().endswith(".") and (number == 0 or _is_headline(page, sentence, number)):
        weight = min(weight, 1)
    return Signing(
        sentence=reach,
        verb=(reach[0] + verb.start(), reach[0] + verb.end()),
        paper=(reach[0] + paper.start(), reach[0] + paper.end()) if paper else None,
        status=status,
        weight=weight,
        exchanged=bool(verb["swap"]),
        renewal=bool(verb["renew"])
        or bool(
            re.search(
                r"\b(?:renew(?:ed|al|ing|s)|extend(?:ed|ing|s)|extension)\b[^.]{0,40}(?:memorand|MoU|MOU|"
                r"agreement|tie-up|partnership|accord|pact)",
                sentence,
            )
        ),
    )


def _is_headline(page: Page, sentence: str, number: int) -> bool:
    """Tell whether a line above the first full sentence is a headline: its verb is in the present."""
    above = [page.quote(reach) for reach in page.sentences[:number]]
    return not any(one.rstrip().endswith(".") for one in above) and not re.search(r"\b\w+ed\b", sentence)


def _is_adjective(sentence: str, verb: re.Match[str]) -> bool:
    """Tell whether a participle only describes the document: the signed documents, under the renewed agreement."""
    if not _ADJECTIVE.match(sentence[verb.end() :]) or re.search(r"\bincludes?\b[^.]{0,90}\bbetween\b", sentence):
        return False
    return bool(
        re.search(
            r"\b(?:the|this|that|these|their|its|under|an?|newly|recently)\s+$", sentence[: verb.start()], re.IGNORECASE
        )
    )


def _paper(sentence: str, verb: re.Match[str]) -> re.Match[str] | None:
    """Return the document that a verb signs: the next after it, or the last before a passive."""
    after = PAPER.search(sentence, verb.end())
    if after and verb["swap"] and not _SWAPPED.match(sentence[verb.end() : after.start()]):
        after = None
    reach = 110 if verb["sign"] else 45
    if (
        after
        and after.start() - verb.end() < reach
        and not re.search(r"[.;]|\bunder\b", sentence[verb.end() : after.start()])
    ):
        return after
    before = [found for found in PAPER.finditer(sentence, 0, verb.start()) if verb.start() - found.end() < 120]
    passive = re.search(
        r"\b(?:was|were|is|been|are|be|being|officially|jointly)\s+(?:\w+\s+)?$", sentence[: verb.start()]
    )
    if before and (
        passive or verb["rite"] or re.match(r"\s+(?:between|by|in|on|at|with|here|today)\b", sentence[verb.end() :])
    ):
        return before[-1]
    return None


def _modality(
    page: Page, sentence: str, verb: re.Match[str], paper: re.Match[str] | None
) -> tuple[AgreementStatus, int]:
    before = sentence[: verb.start()]
    if verb["renew"] and _AGREED.search(before):
        return _dated(page, sentence, verb, 3)
    if re.search(r"(?:ing|^renewal|^handover|^signature)$", verb[0]):
        ahead = re.search(
            r"\b(?:before|ahead\s+of|plans?|consider\w*|discuss\w*|towards?|propos\w+|possib\w+|prepar\w+|for|"
            r"look\w*\s+forward\s+to|expected|upcoming)\s+(?:the\s+|an?\s+)?(?:early\s+|official\s+)?$",
            before,
        )
        if ahead and not re.search(r"ceremony\s+for\s+the\s+$", before):
            return AgreementStatus.PLANNED, 2
        return _dated(page, sentence, verb, 2)
    if _WILL.search(before) and not _HAS_JUST.search(before):
        return AgreementStatus.PLANNED, 3
    if re.search(
        r"(?:^|\s)(?:sign|ink|conclude|exchange|renew|extend|formalize|formalise|enter into)$", " " + verb[0]
    ) and not _plural_now(before):
        return AgreementStatus.PLANNED, 2
    if verb["rite"]:
        return _dated(page, sentence, verb, 2)
    return _dated(page, sentence, verb, 3 if paper else 1)


def _plural_now(before: str) -> bool:
    """Tell whether a bare verb form is a headline's present: «X, Y sign MoU»."""
    return not re.search(r"\b(?:to|will|would|can|could|may|might|should)\s+(?:\w+\s+)?$", before)


def _dated(page: Page, sentence: str, verb: re.Match[str], weight: int) -> tuple[AgreementStatus, int]:
    """Tell an earlier signing from one that is reported."""
    near = sentence[max(0, verb.start() - 60) : verb.end() + 110]
    if _EARLIER.search(sentence[max(0, verb.start() - 50) : verb.end() + 90]) and not re.search(
        r"\btoday|this week|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", near
    ):
        return AgreementStatus.EARLIER, weight
    if _SIMILAR.search(sentence):
        return AgreementStatus.EARLIER, weight
    years = [int(year[0]) for year in _YEAR.finditer(near)]
    published = page.published
    if (
        years
        and published
        and published[:4].isdigit()
        and max(years) < int(published[:4])
        and not re.search(r"January", near)
    ):
        return AgreementStatus.EARLIER, weight
    if (
        years
        and not published
        and re.search(
            r"\bin\s+(?:(?:January|February|March|April|May|June|July|August|September|October|November|"
            r"December)\s+)?(?:19|20)\d\d\b",
            near,
            re.IGNORECASE,
        )
    ):
        return AgreementStatus.EARLIER, max(1, weight - 2)
    return AgreementStatus.SIGNED, weight


def type_of(texts: list[str], *, renewal: bool) -> AgreementType:
    """Return what kind of paper the sentences of a signing name."""
    if renewal:
        return AgreementType.AMENDMENT
    for text in texts:
        for pattern, kind in TYPES:
            if re.search(pattern, text):
                return kind
        if re.search(r"\bagreements?\b", text, re.IGNORECASE):
            return AgreementType.AGREEMENT
    return AgreementType.AGREEMENT
