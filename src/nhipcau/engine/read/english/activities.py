"""An English page and its signing come in; the clauses that promise something, each with its kind, go out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.english.kinds import kind_of
from nhipcau.facts.codes import Strength
from nhipcau.facts.reading import ActivityRead, Derivation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nhipcau.engine.read.english.bodies import Body
    from nhipcau.engine.read.english.signing import Signing
    from nhipcau.engine.read.page import Page, Range

_DOC: Final = (
    r"(?:MoUs?|MOUs?|memorandum(?:\sof\s\w+)?|agreements?|accord|deal|pact|document|framework|contract|"
    r"letter\sof\sintent|LOI|partnership|tie-?up|co-?operation|programme|program|protocol|arrangement)"
)
_CUE: Final = re.compile(
    rf"\b(?:[Uu]nder|[Aa]s\spart\sof|[Ii]n\sline\swith|[Aa]ccording\sto|[Tt]hrough|[Ww]ith|[Bb]y|[Aa]s\sper|"
    rf"[Pp]ursuant\sto|[Ff]ollowing)\s(?:the|this|its|their|a)?\s?(?:terms\sof\sthe\s|signed\s|new\s|two-year\s|"
    rf"\w+-year\s|cooperation\s|extended\s)*{_DOC}\b|\b[Aa]ccordingly\b|\b[Aa]s\sagreed\b|\b[Ii]n\sthe\s(?:first|"
    rf"initial)\sphase\b|"
    rf"\b(?:[Tt]he|[Tt]his|"
    rf"[Tt]heir)\s(?:\w+\s){{0,3}}?{_DOC}(?:,[^,.]{{3,70}},)?\s(?:\([^)]*\)\s)?(?:also\s)?(?:aims?|keeps?|drops|"
    rf"will|covers?|includes?|commits?|provides?|focus\w*|calls?|seeks?|sets?|outlines?|paves?|lays?|is|has|"
    rf"adds?|keeps?|envisages?|facilitates?|enables?|involves?|defines?|allows?|stipulates?|details?)\b|"
    r"\b(?:[Tt]he\s)?(?:two|both|three|four)\s(?:sides|parties|institutions|universities|agencies|"
    r"organi[sz]ations|schools|countries|units|companies|localities|bodies|partners|ministries|hospitals|"
    r"institutes|associations|colleges|firms)\b|"
    r"\b(?:[Tt]he\s)?(?:sides|parties|partners|signatories|hospitals|universities)\s(?:will|agreed|also|are|"
    r"would|pledged)|\b[Kk]ey\s(?:areas|contents?)\b|\b[Aa]reas\sof\scooperation\b|\b[Tt]hey\s(?:will|agreed|"
    r"also|are\sto|would|pledged)\b|\b[Ii]n\sreturn\b|\b[Ii]n\sturn\b"
)
_PROMISE: Final = re.compile(
    r"\b(?:will|would|shall|agreed?\s(?:to|on|that)|decided\sto|pledged?\s(?:to)?|commit(?:s|"
    r"ted)?\s(?:\w+\s){0,4}?to|are\sto|is\sto|aims?\s(?:to|at)|includ\w+|covers?|provides?\sfor|focus(?:es|ed|"
    r"ing)?\son|calls?\sfor|"
    r"seeks?\sto|keeps?|adds?|involves?|plans?\sto|vow(?:ed)?\sto|undert[ao]\w+\sto|intends?\sto|envisages?|"
    r"facilitat\w+|such\sas|as\sfollows)\b"
)
_NOT: Final = re.compile(
    r"\b(?:said|told|added|noted|stressed|will\scost|would\scost|according\sto\s(?:him|her|the\s(?:ministry|"
    r"statement|report|data))|"
    r"expected\sto\s(?:create|help|reach|be)|hopes?|attended|witness\w*|ago|last\syear|received|was\sestablished|"
    r"were\sestablished|"
    r"served|opened\sin|export\w*|ranked|turnover|population)\b"
)
_QUOTE: Final = re.compile(r"[“\"][^”\"]{10,}")
_VERB_HEAD: Final = re.compile(
    r"\b(?:will|would|shall)\s(?:also\s|then\s|each\s|jointly\s|work\stogether\sto\s|together\s|further\s)*|"
    r"\b(?:agreed|pledged|committed|vowed|decided|plans?|aims?|seeks?|intends?|wants?|hopes?|undertook|"
    r"undertakes)\s(?:to|on|that|at)\s(?:also\s)?|"
    r"\b(?:includes?|including|covers?|covering|provides?\sfor|focus(?:es|ing|ed)?\son|calls?\sfor|involves?|"
    r"keeps?|adds?|such\sas|are\sto|is\sto|as\sfollows:?|envisages?|commits?\s(?:[\w\s]{0,30}?)to)\s"
)
_CUT: Final = re.compile(
    r"\s?[△▲▷▶•]\s?|,\s(?:and\s|or\s|as\swell\sas\s)?|;\s(?:and\s)?|\s(?:and|while|as\swell\sas|along\swith|"
    r"together\swith)\s"
)
_TURN: Final = re.compile(
    r"(?:In\s(?:return|turn)|For\sits\spart|Meanwhile),?\s(?:the\s)?(?:[\w’'-]+\s){1,5}?(?=(?:\w+s)\s)|"
    r"[A-Z][\w’' ]{2,50},\sin\sturn,\s"
)
_LINE: Final = re.compile(r"^\s*(?:[-–—•*▪►●]|\d{1,2}[.)]|[a-h][.)])\s+")
_PURPOSE: Final = re.compile(
    r"\b(?:to|in|on|for|aim(?:ed|ing)\s(?:to|at)|in\sorder\sto|with\s(?:a\sview|the\saim)\s(?:to|of)|"
    r"in\sthe\sfields?\sof|about|regarding|concerning)\s"
)
_SHORT, _LONG = 8, 230


def activities_of(page: Page, events: tuple[Signing, ...], bodies: tuple[Body, ...]) -> tuple[ActivityRead, ...]:
    """Return what an agreement promises, clause by clause, in the order of the text."""
    found: list[ActivityRead] = []
    for reach, strength in _clauses(page, events, bodies):
        read = _read(page, reach, strength)
        if read is not None and not any(_overlap(read, known) for known in found):
            found.append(read)
    return tuple(sorted(found, key=lambda one: one.span.start if one.span else 0))


def _overlap(one: ActivityRead, other: ActivityRead) -> bool:
    if one.span is None or other.span is None:
        return False
    return one.span.start < other.span.end and other.span.start < one.span.end


def _clauses(page: Page, events: tuple[Signing, ...], bodies: tuple[Body, ...]) -> Iterator[tuple[Range, Strength]]:
    signed = {event.sentence: event for event in events}
    first = min(signed, default=(0, 0))
    listing = False
    for number, reach in enumerate(page.sentences):
        text = page.quote(reach)
        if listing and _LINE.match(text):
            line = _LINE.match(text)
            tail = re.search(r"[;.,]?(?:\s(?:and|or))?[;.,]?\s*$", text)
            end = tail.start() if tail else len(text)
            yield (reach[0] + (line.end() if line else 0), reach[0] + end), Strength.COMMITMENT
            continue
        listing = bool(
            re.search(r"(?:following|includ\w+|areas|contents?|as follows|namely)[^.]{0,40}:\s*$", text)
        ) or bool(text.rstrip().endswith(":") and _CUE.search(text))
        if listing and text.rstrip().endswith(":"):
            continue
        if reach in signed and number == 0 and len(signed) > 1:
            continue
        if reach in signed:
            yield from _in_signing(page, reach, signed[reach])
            continue
        if reach[0] < first[0] or _QUOTE.search(text):
            continue
        if _promises(page, text, reach, bodies):
            yield from ((piece, Strength.COMMITMENT) for piece in _pieces(page, reach))


def _promises(page: Page, text: str, reach: Range, bodies: tuple[Body, ...]) -> bool:
    cue, promise = _CUE.search(text), _PROMISE.search(text)
    if re.match(r"(?:He|She)\s(?!will)", text) and not re.search(r"\b(?:MoU|MOU|agreement|memorandum)\b", text):
        return False
    if cue and promise and cue.start() < 60:
        return not re.search(r"\b(?:said|told|added)\b", text)
    if _NOT.search(text) or not re.search(
        r"\b(?:will|would|are\sto|is\sto|agreed\sto|pledged\sto|decided\sto)\b", text
    ):
        return _present(text, page, reach)
    if re.match(r"With\s(?:the\s)?[\w\s]{3,40}?\s(?:it|they)\s(?:will|would)\b", text):
        return True
    will = re.search(r"\b(?:will|would|are\sto|is\sto|agreed\sto|pledged\sto)\b", text)
    named = any(reach[0] <= body.start < reach[0] + (will.start() if will else 0) for body in bodies)
    plain = re.match(
        r"(?:The|Each|With|In\sreturn)\s(?:\w+\s){0,4}?(?:university|college|institute|company|centre|center|"
        r"association|foundation|hospital|province|school|side|firm|agency|technopark|parties|students|partners)",
        text,
    )
    near = any(
        0 < _at(page, reach) - _at(page, sentence) <= 5
        for sentence in page.sentences
        if _CUE.search(page.quote(sentence))
    )
    return bool((named or plain or near) and will)


def _at(page: Page, reach: Range) -> int:
    return page.sentences.index(reach)


def _present(text: str, page: Page, reach: Range) -> bool:
    """Tell whether a sentence goes on with a promise in the present: «In return the centre waives fees»."""
    del page, reach
    return bool(
        re.match(
            r"(?:[A-Z][\w’' ]{2,50},\sin\sturn|In\sreturn|In\sturn|For\sits\spart|It\s(?:also\s)?(?:drops|adds|"
            r"keeps|covers|includes|provides|commits))",
            text,
        )
    )


def _pieces(page: Page, reach: Range) -> Iterator[Range]:
    """Cut a sentence into clauses that each hold a promise."""
    text = page.quote(reach).rstrip(" ./-")
    turn = _TURN.match(text)
    head = _VERB_HEAD.search(text)
    start = head.end() if head else turn.end() if turn else 0
    if head and re.match(r"(?:will|would|shall)\b", head[0]):
        start = _subject_start(text, head.start(), start)
    body = text[start:]
    bounds = [0]
    pieces: list[tuple[int, int]] = []
    for cut in _CUT.finditer(body):
        bounds.append(cut.start())
        pieces.append((bounds[-2], cut.start()))
        bounds[-1] = cut.end()
    pieces.append((bounds[-1], len(body)))
    yield from ((reach[0] + start + a, reach[0] + start + b) for a, b in _merged(page, pieces, reach[0] + start))


def _subject_start(text: str, verb: int, start: int) -> int:
    """Return where a clause begins: at its verb, or at its subject where that is no party: «Twenty nurses will ...»."""
    lead = re.match(
        r"(?:[^,]{0,70}(?:MoU|MOU|LOI|memorandum|agreement|accord|deal|pact|programme|program|document|framework|"
        r"contract|letter\sof\sintent)[^,]{0,30},\s|"
        r"Accordingly,\s|Moreover,\s|In addition,\s)",
        text,
    )
    begin = lead.end() if lead else 0
    subject = text[begin:verb]
    party = re.search(
        r"(?i)\b(?:sides?|part(?:y|ies)|they|it|both|company|university|college|institut|foundation|cent(?:er|"
        r"re)|association|council|province|city|agenc|ministr|hospitals?|firms?|bod(?:y|ies)|partners?|"
        r"organi[sz]ation|techno|school|bank|group|countries|cities|localities|institutes|institutions|agencies|"
        r"universities|deal|agreement|memorandum|MoU)\b",
        subject,
    ) or re.match(r"(?:[Tt]he\s)?(?:(?:[A-Z][\w’'&-]+\s){2,}|[A-Z]{2,}\b|[A-Z][\w-]+\s$)", subject)
    return start if party or not subject.strip() or len(subject) > 70 else begin


def _merged(page: Page, pieces: list[tuple[int, int]], base: int) -> list[tuple[int, int]]:
    """Join what no verb or concept makes a clause of its own to the clause before it."""
    joined: list[tuple[int, int]] = []
    for a, b in pieces:
        words = page.text[base + a : base + b].strip()
        before = page.text[base + joined[-1][0] : base + a] if joined else ""
        if (
            re.search(r"\band\s$", before)
            and "," not in before
            and _starts_clause(before)
            and not _starts_clause(words)
        ):
            joined[-1] = (joined[-1][0], b)
            continue
        known = kind_of(words)
        own = _starts_clause(words) or (known is not None and known[0] not in {"cooperation", "project", "exchange"})
        if joined and (not own or len(words) < _SHORT):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined


def _starts_clause(words: str) -> bool:
    """Tell whether words begin with a verb of doing."""
    return bool(
        re.match(
            r"(?:also\s|then\s|jointly\s|will\s|to\s|would\s|help\s|helps\s)*(?:support|promot|exchang|shar|"
            r"provid|organi[sz]|develop|train|conduct|hold|establish|open|offer|send|help|build|creat|facilitat|"
            r"strengthen|expand|co-?operat|"
            r"collaborat|carry|implement|introduc|transfer|run|host|invit|set\sup|work|explor|study|research|"
            r"donat|swap|trac|rewrit|spend|wai[vs]|bring|stag|teach|learn|recruit|assist|advis|consult|encourag|"
            r"seek|connect|link|"
            r"test|try|pilot|invest|fund|dispatch|receiv|launch|operat|translat|publish|grant|award|accept|boost|"
            r"foster|improve|enhance|increase|apply|coordinat|join|accelerat|nurtur|cultivat|supply|purchas|"
            r"deliver|install|construct)\w*\s",
            words,
        )
    )


def _in_signing(page: Page, reach: Range, event: Signing) -> Iterator[tuple[Range, Strength]]:
    """Read the purpose within the sentence of the signing: «to set up ...», «on cooperation in ...»."""
    begin = max(event.verb[1], event.paper[1] if event.paper else 0)
    reach = event.clause or reach
    text = page.text[begin : reach[1]].rstrip(" ./-;,")
    which = re.search(r"\b(?:under|through|by|in)\swhich\b|\bwhereby\b", text)
    if which:
        yield from _purpose(page, begin, text[: which.start()])
        yield from ((piece, Strength.COMMITMENT) for piece in _pieces(page, (begin + which.end(), reach[1])))
        return
    yield from _purpose(page, begin, text)


def _purpose(page: Page, begin: int, text: str) -> Iterator[tuple[Range, Strength]]:
    """Read the first purpose that words behind the document name."""
    del page
    for link in _PURPOSE.finditer(text):
        piece = text[link.end() :]
        stop = re.search(
            r"\s(?:with|between|on|at|by|during|within|following|after|under)\s(?=(?:the\s)?[A-Z\d])|"
            r",\s(?=(?:with|which|who|under|at|in|as|the|adding)\b)|\s(?:today|yesterday|recently)\b",
            piece,
        )
        end = stop.start() if stop else len(piece)
        reads = kind_of(piece[:end]) is not None and not re.match(
            r"(?:[A-Z]\w+day|the\s\d|the\s(?:sidelines|occasion|presence)|(?:an?|the)\s(?:\w+\s)?(?:ceremony|event|meeting|conference|forum)\b|[A-Z]\w+$)",
            piece[:end],
        )
        if reads and end > _SHORT:
            yield (begin + link.end(), begin + link.end() + end), Strength.PURPOSE
            return


def _read(page: Page, reach: Range, strength: Strength) -> ActivityRead | None:
    span = page.span(*reach)
    if not _SHORT <= len(span.quote) <= _LONG:
        return None
    known = kind_of(span.quote)
    if strength is Strength.PURPOSE and (known is None or known[0] in {"cooperation", "exchange"}):
        return None
    code, words = known or ("cooperation", "")
    return ActivityRead(code=code, strength=strength, span=span, derived=(Derivation("code", "thesaurus", words),))
