"""A Korean article and its signing come in; the clauses that promise something, each with its kind, go out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.korean.entities import same
from nhipcau.engine.read.korean.events import PAPER
from nhipcau.engine.read.korean.kinds import kind_of
from nhipcau.facts.codes import Strength
from nhipcau.facts.reading import ActivityRead, Derivation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nhipcau.engine.read.korean.article import Article
    from nhipcau.engine.read.korean.bodies import Body
    from nhipcau.engine.read.korean.events import Signing

Range = tuple[int, int]
Clause = tuple[Range, Strength]

_BULLETS: Final = "▲△▷▶►◇◆○●■□①②③④⑤⑥⑦⑧⑨⑩➀➁➂➃•∙⦁◦‣"
_BULLET: Final = re.compile(rf"[{_BULLETS}]\s?")
_LINE_ITEM: Final = re.compile(rf"^\s*(?:[-–—*·ㆍ{_BULLETS}]|\d{{1,2}}[.)](?!\d)|[가-하][.)])\s*")
_DOCUMENT: Final = (
    r"(?:협약|협정|MOU|MoU|양해각서|의향서|약정|각서|합의서|의정서|계약|"
    r"결연)(?:\([A-Za-z]+\))?(?:\s?체결)?(?:서|안|문|식)?"
)
_WHO: Final = (
    r"(?:양|두|세|네|각|양국|이들|[3-9]개)\s?(?:기관|측|교|사|국|시|대학|병원|은행|도시|나라|회사|학교|"
    r"기업|단체|지역|자치단체|지자체|협회|연구원|연구기관|부처|당사자|학회|군|도|연구소|센터)"
)
_CUE: Final = re.compile(
    rf"{_DOCUMENT}(?:의|에|을|를|은|에는|으로|로)?\s?(?:따라|따르면|통해|통하여|계기로|바탕으로|토대로|골자|"
    rf"주요\s?내용|내용|주요|근거|담|의하면|이행|핵심)|"
    rf"(?:이번|이날)\s?(?:업무\s?)?(?:협약|협정|MOU|양해각서|체결|합의|의향서|재협약|협력)|{_WHO}[은는이가]|"
    rf"협력\s?(?:분야|내용|사항)|주요\s?내용|구체적|이를\s위해|이에\s따라|"
    r"(?:협약서?|협정|MOU|의향서|양해각서|합의서|협약안|각서)에는|개정된\s협약|앞으로|향후"
)
_AGREED: Final = re.compile(
    r"(?:하기로|키로|기로|도록)\s?(?:했|하였|합의|약속|뜻|결|한다|하고)|(?:할|갈|될|칠|펼|열|킬|울|올|낼|줄|쓸|"
    r"을|설|힐)\s?(?:계획|예정|방침|생각)|나선다|나설|나섰|합의했|합의하|데\s?합의|"
    r"약속했|약속하|다짐|힘을\s?(?:모|합)|뜻을\s?(?:모|같)|등이다|등입니다|포함|담겼|담았|담긴|담는다|골자|"
    r"게\s된다|들어갔|주어진다|다룬다|손을\s?잡|넣었|명시|내용이다|협력한다|함께한다"
)
_PRESENT: Final = re.compile(
    r"(?:[한된간준낸인친연운킨쓴둔긴진온]|는)다[.]?\s*$|(?:할|갈|될|칠|펼|열|킬|울|올|낼|줄|을|설)\s?(?:계획|"
    r"예정|방침)이다[.]?\s*$|기로\s?(?:했다|하였다)[.]?\s*$|게\s된다[.]?\s*$|도록\s(?:했다|한다)"
)
_BACKGROUND: Final = re.compile(
    r"참석|귀국|전달했|출국|이동해|상담했|기대(?:된다|한다|하고|를|돼|했다)|전망(?:된다|이다|했다)|보인다|알려졌|"
    r"전해졌|평가(?:된다|받)|"
    r"설립(?:됐|된|돼)|불린다|꼽힌다|차지(?:한다|하|했)|자리(?:했|를\s함께)|달한다|이른다|넘는다|"
    r"웃돈다|저작권|무단|기자\b|문의|담당|사진|악수|촬영|지켜봤|계기가\s될|의미(?:가|를)|전했다[.]?\s*$|"
    r"말했다[.]?\s*$|강조했다|설명했다|덧붙였다|고\s?한다[.]?\s*$|소개했다|밝혔다[.]?\s*$|"
    r"기간은\s|자동\s?(?:연장|갱신)|년\s?(?:더\s)?연장|유효\s?기간|(?:이|가)\s?될\s?것|있다[.]?\s*$|없다[.]?\s*$|"
    r"이다[.]?\s*$(?<!등이다.)(?<!내용이다.)(?<!방침이다.)(?<!계획이다.)(?<!예정이다.)"
)
_QUOTED: Final = re.compile(r"[“\"][^”\"]{6,}[”\"]?")
_LEAD: Final = re.compile(
    rf"^(?:[^,▲△▷①]{{0,60}}?{_DOCUMENT}(?:에는|의\s주요\s내용은|의\s내용은|의\s핵심은|\s?내용은|"
    rf"\s?주요\s내용으로는|에\s?따라|에\s?따르면|을\s?통해|를\s?통해|을\s?계기로|를\s?계기로|을\s?바탕으로|"
    r"를\s?바탕으로|을\s?토대로|를\s?토대로|으로|로|\s체결로|에\s?의하면|은|는|의\s골자는)\s?,?\s+"
    r"|(?:주요\s?내용은|주요\s?내용으로는|구체적(?:인\s[^,▲△]{0,14}?)?(?:으로는|으로|은)|"
    r"(?:주요\s)?협력\s?(?:분야|내용|사항)(?:은|는|으로는)|이를\s위해|이에\s따라|이에|또한?|아울러|특히|먼저|"
    r"우선|이어|"
    r"[^,▲△]{0,26}(?:협약식|자리|행사)에서는|한편|더불어|이와\s함께|이와\s별도로|골자는|핵심은|앞으로|향후|"
    r"지속적으로|매년\s(?=$))\s?,?\s+)"
)
_SUBJECTS: Final = re.compile(
    r"(?:기관|측|교|사|대학|대|병원|은행|도시|나라|회사|학교|기업|단체|지역|지자체|협회|연구원|연구소|센터|"
    r"진흥원|재단|공단|공사|도|시|군|구|부|청|원|회|단|TP|테크노파크|대학교|국|조합|그룹|현|성|협력단)$"
)
_CUT: Final = re.compile(
    r"(?P<comma>,\s+(?:그리고\s)?)|(?P<verb>(?<=[가-힣])(?:하고|하며|되며|되고|으며|이며|주며|하는\s한편|"
    r"할\s뿐\s아니라)\s)|(?P<verb2>(?<=[가-힣])[고며]\s(?=[가-힣A-Z]+(?:은|는|이|가)\s))|(?P<add>에\s더해\s)|"
    r"(?P<noun>(?<=[가-힣])(?:과|와)\s|\s(?:및|그리고)\s)|;\s"
)
_TAILS: Final = tuple(
    re.compile(form)
    for form in (
        (
            r"\s(?:등|등의\s[가-힣]{2,6}|\S{1,2}\s가지|[한두세네다섯여섯\d]+\s?(?:가지|개))(?:에|을|를|의|에서|으로|"
            r"이다|입니다|이|가|에\s?대해|에도)?(?:\s[^,]{0,44})?[.]?$"
        ),
        (
            r"(?:에|에서|에\s?대해|에\s?관해|에도)\s(?:(?:상호|적극|적극적으로|긴밀히|긴밀하게|함께|공동으로|지속|"
            r"지속적으로|서로|우선|공동)\s)*(?:협력|힘|노력|합의|뜻|나서|나선|손|주력|집중|앞장|의견|맞손)[^,]{0,30}$"
        ),
        (
            r"(?:을|를)\s(?:(?:상호|적극|적극적으로|공동으로|함께|지속적으로|본격|단계적으로)\s)*(?:추진|진행|실시|"
            r"약속|이어|위해\s?협력|넓혀|담)[^,]{0,26}$"
        ),
        r"(?:이|가)\s(?:담겼|담긴|담는|포함|새로\s들어|들어|명시|주요)[^,]{0,14}$",
        r"(?:하기로|키로|기로|도록)\s?[^,]{0,24}$",
        r"(?<=는)\s데\s(?:합의|뜻|의견)[^,]{0,16}$",
        r"(?:한다|했다|된다|하였다)[.]?$",
        r"(?:할|될|갈)\s?(?:계획|예정|방침)[^,]{0,8}$",
    )
)
_PURPOSE: Final = re.compile(
    r"(?P<what>[가-힣A-Za-z0-9][^“”\"()▲△]{2,90}?)(?:을|를|에|의)?\s?(?:하기\s위한|기\s위한|위한|위해|위하여|"
    r"에\s?관한|관한|에\s?대한|대한|주요\s내용으로\s?(?:한|하는)|골자로\s?(?:한|하는)|내용으로\s?(?:한|하는)|"
    r"담은|"
    r"하는|목적으로\s?(?:한|하는)|돕는|다지는|넓히는)\s"
)
# What may stand between the last party and the purpose: 등 주요 대학들과, 만나, 각각 양 기관 간의.
_OPENING: Final = re.compile(
    r"^(?:[\s,]|등\s[^,]{0,14}?[와과]\s|(?:직접\s)?방문해\s|만나\s|[가-힣]{2,6}\s\S{2,4}[과와]\s(?:함께\s)?|"
    r"함께\s|각각\s|상호\s|양\s?\S{1,3}\s?간의?\s|양국\s?간의?\s|측과\s)+"
)
_JOINED: Final = re.compile(
    r"(?P<what>[가-힣A-Za-z0-9][^,“”\"()▲△]{3,60}?)(?:을|를)?\s?(?:위해|에|으로)\s(?:뜻|힘|마음|손|맞손|협력)"
)
# «An exchange agreement» names the paper, it promises nothing.
_VAGUE: Final = frozenset(
    {
        "cooperation",
        "exchange",
        "academic-exchange",
        "local-twinning",
        "project",
        "promotion",
        "network",
        "events",
        "policy-cooperation",
        "student-exchange",
    }
)
_AND_THEN: Final = re.compile(r"(?:체결|교환|서명)(?:하고|했으며|하며|한\s뒤|하면서|해)\s|(?:맺고|맺었으며|맺으며)\s")
_MIN, _MAX = 4, 120


def activities_of(article: Article, events: tuple[Signing, ...], parties: tuple[Body, ...]) -> tuple[ActivityRead, ...]:
    """Return what an agreement promises; ``parties`` are the bodies whose plans count as promises."""
    found: list[ActivityRead] = []
    for reach, strength in sorted(_clauses(article, events, parties), key=lambda one: one[1] is Strength.PURPOSE):
        read = _read(article, reach, strength)
        if read is not None and not any(_overlap(read, known) or _says_again(read, known) for known in found):
            found.append(read)
    return tuple(sorted(found, key=lambda one: one.span.start if one.span else 0))


def _overlap(one: ActivityRead, other: ActivityRead) -> bool:
    if one.span is None or other.span is None:
        return False
    return one.span.start < other.span.end and other.span.start < one.span.end


def _of_item(article: Article, event: Signing) -> Iterator[Clause]:
    """Read what an item of a list is about: the words behind its colon, or behind its second body."""
    start, end = event.sentence
    text = article.page.text[start:end]
    colon = re.search(r"[:：]\s*", text)
    bodies = article.bodies_in(start, end)
    begin = colon.end() if colon else (bodies[1].close - start if len(bodies) > 1 else 0)
    tail = re.search(r"\s?(?:업무협약|협약|MOU|양해각서|계약|등이다)[^가-힣]*$", text)
    yield (start + begin, start + (tail.start() if tail and tail.start() > begin else len(text))), Strength.COMMITMENT


def _says_again(one: ActivityRead, other: ActivityRead) -> bool:
    """Tell whether a purpose is repeated word for word: in a caption, in the headline."""
    return (
        one.strength is Strength.PURPOSE
        and one.span is not None
        and other.span is not None
        and one.span.quote == other.span.quote
    )


def _clauses(article: Article, events: tuple[Signing, ...], parties: tuple[Body, ...]) -> Iterator[Clause]:
    if events[0].item:
        yield from _of_item(article, events[0])
        return
    signed = {event.sentence for event in events if event.weight > 1 or len(events) == 1}
    first = min((event.sentence[0] for event in events if event.weight > 1), default=0)
    listing = False
    for number, reach in enumerate(article.page.sentences):
        text = article.page.quote(reach)
        if _LINE_ITEM.match(text) and listing and not re.search(r"다[.]?[”\"]?\s*$", text):
            yield from ((item, Strength.COMMITMENT) for item in _items(article, reach))
            continue
        listing = _opens_list(text)
        if reach in signed or _joins_hands(text, number):
            yield from _in_signing(article, reach, events, parties)
        if reach in signed and not _BULLET.search(text[2:]):
            yield from _behind_verb(article, reach)
            continue
        yield from ((item, Strength.COMMITMENT) for item in _promised(article, reach, first, parties))


def _behind_verb(article: Article, reach: Range) -> Iterator[Clause]:
    """Read what a sentence promises behind its signing: ... 협약을 체결하고 ...하기로 했다."""
    text = article.page.quote(reach)
    verb = _AND_THEN.search(text)
    if verb and _AGREED.search(text[verb.end() :]) and not _QUOTED.search(text):
        rest = (reach[0] + verb.end(), reach[1])
        yield from ((item, Strength.COMMITMENT) for item in _pieces(article, rest) if item[1] - item[0] > _MIN)


def _joins_hands(text: str, number: int) -> bool:
    return (
        bool(re.search(r"(?:뜻|힘|마음)을\s?모|손을?\s?(?:맞)?잡|맞손", text))
        and number > 0
        and not _QUOTED.search(text)
    )


def _opens_list(text: str) -> bool:
    return bool(re.search(r"(?:내용|분야|사항|하나|다음|아래|같다|활동|골자)[^.]{0,12}[:：.]?\s*$", text)) or bool(
        _LINE_ITEM.match(text)
    )


def _promised(article: Article, reach: Range, first: int, parties: tuple[Body, ...]) -> Iterator[Range]:
    """Return the clauses of a sentence that promises something."""
    text = article.page.quote(reach)
    if _QUOTED.search(text) and re.search(r"[”\"]\s?(?:이?라고|고|며|면서|라며|는|했다)", text):
        return
    describes = re.search(r"하고\s있다[.]?\s*$", text) and not _CUE.search(text)
    told = _CUE.search(text) or _AGREED.search(text) or _PRESENT.search(text)
    if _BULLET.search(text[2:]) and not describes and told:
        yield from _items(article, reach)
    elif _promises(article, text, reach, first) and not _stranger(article, reach, parties):
        yield from _pieces(article, reach)


def _promises(article: Article, text: str, reach: Range, first: int) -> bool:
    agreed = re.search(
        r"(?:하기로|키로|기로|데)\s?(?:했|합의|약속|하였)|(?:해\s?나갈|협력할|추진할)\s?(?:계획|예정|방침)", text
    )
    if _BACKGROUND.search(text) and not agreed:
        return False
    if _CUE.search(text) and (_AGREED.search(text) or _PRESENT.search(text)):
        return True
    if agreed and reach[0] >= first:
        return True
    return reach[0] > first and bool(_PRESENT.search(text)) and _by_party(article, reach)


def _stranger(article: Article, reach: Range, parties: tuple[Body, ...]) -> bool:
    """Tell whether the subject of a sentence is somebody who signs nothing: the government, a third body."""
    for number in article.words_in(reach[0], reach[0] + 70):
        word = article.words[number]
        if word.particle in {"은", "는"} or (word.particle in {"이", "가"} and article.body_ending_at(number)):
            body = article.body_ending_at(number)
            if word.text in {"베트남", "한국", "정부", "중국", "일본"}:
                return True
            if body is None:
                return False
            return not any(same(body, party) or body.name in party.name for party in parties)
    return False


def _by_party(article: Article, reach: Range) -> bool:
    """Tell whether a sentence near the signing has a body for its subject."""
    end = _subject_end(article, reach[0], reach[1])
    topics = any(article.words[number].particle in {"은", "는"} for number in article.words_in(*reach))
    return (
        end is not None
        or not topics
        or bool(re.match(r"(?:내년|오는|매년|해마다|이를\s위해|우선|먼저|올해|또|이어)", article.page.quote(reach)))
    )


def _items(article: Article, reach: Range) -> Iterator[Range]:
    """Cut a sentence at its bullets; the last item ends before the verb that governs all."""
    text = article.page.quote(reach)
    line = _LINE_ITEM.match(text)
    marks = [mark for mark in _BULLET.finditer(text) if mark.start() > 1 or not _BULLET.search(text[2:])]
    if line and not any(mark.start() > line.end() for mark in marks):
        yield reach[0] + line.end(), reach[1]
        return
    for number, mark in enumerate(marks):
        last = number + 1 == len(marks)
        piece = text[mark.end() : len(text) if last else marks[number + 1].start()]
        if last:
            piece = piece[: len(piece) - _trailing(piece)]
        piece = piece.rstrip(" ,·/;")
        piece = re.sub(r"\s(?:및|그리고)$", "", piece)
        yield reach[0] + mark.end(), reach[0] + mark.end() + len(piece)


def _pieces(article: Article, reach: Range) -> Iterator[Range]:
    """Cut a sentence without bullets into its clauses."""
    start = _content_start(article, reach)
    body = article.page.text[start : reach[1]].rstrip(' .”"')
    body = body[: len(body) - _trailing(body)]
    begin = 0
    for cut in [*_CUT.finditer(body), None]:
        end = cut.start() if cut else len(body)
        if cut and cut.lastgroup and cut.lastgroup.startswith("verb"):
            end = cut.end() - 1
        if cut and not _own(body[begin:end], body[cut.end() :], noun=cut.lastgroup == "noun"):
            continue
        skip = len(body[begin:end]) - len(body[begin:end].lstrip())
        at = start + begin + skip
        subject = _subject_end(article, at, start + end) if begin else None
        yield (subject or at), start + end
        begin = cut.end() if cut else end


def _own(left: str, right: str, *, noun: bool) -> bool:
    """Tell whether a cut leaves a clause on both sides; «and» between nouns needs an activity on either side."""
    if len(left.strip()) < _MIN or kind_of(left) is None:
        return False
    if not noun:
        return True
    ahead = re.split(r",|과\s|와\s|및\s", right)[0]
    one, other = kind_of(left[-14:]), kind_of(ahead)
    if one is None or other is None or len(ahead) < _MIN:
        return False
    return (
        one[0] not in {"project", "cooperation"}
        and other[0] not in {"project", "cooperation"}
        and bool(re.search(rf"{re.escape(one[1])}$", left.strip()))
    )


def _content_start(article: Article, reach: Range) -> int:
    """Return where the promise begins, behind «under the agreement» and the subject."""
    start = reach[0]
    for _ in range(4):
        lead = _LEAD.match(article.page.text[start : reach[1]])
        subject = _subject_end(article, start, reach[1])
        if lead and lead.end() and (subject is None or start + lead.end() <= subject or lead.end() < 16):
            start += lead.end()
        elif subject is not None:
            start = subject
        else:
            break
    return start


def _subject_end(article: Article, start: int, end: int) -> int | None:
    """Return where the subject ends that opens a clause: 양 기관은, 한빛대학교는, 군은."""
    for number in article.words_in(start, min(end, start + 60)):
        word = article.words[number]
        known = bool(_SUBJECTS.search(word.text)) or article.body_ending_at(number) is not None
        if word.particle in {"은", "는", "측은", "도", "와는", "과는"} or (word.particle in {"이", "가"} and known):
            return word.close + 1 if known or word.text in {"양측", "이들"} else None
        if word.particle and word.particle not in {"와", "과", "의"}:
            return None
        if not word.noun and word.text not in {"양", "두", "세", "네", "각", "이", "그", "또", "및", "또한"}:
            return None
    return None


def _trailing(body: str) -> int:
    """Return how many letters at the end belong to the verb that governs a list, not to its last item."""
    for pattern in _TAILS:
        found = pattern.search(body)
        if found and found.start() >= _MIN:
            return len(body) - found.start()
    return len(body) - len(body.rstrip(' .”"'))


def _in_signing(
    article: Article, reach: Range, events: tuple[Signing, ...], parties: tuple[Body, ...]
) -> Iterator[Clause]:
    """Read the purpose within the sentence of the signing itself."""
    text = article.page.quote(reach)
    verbs = [event.verb[0] for event in events if event.sentence == reach] or [reach[1]]
    verb = max(verbs) - reach[0]
    begin = _after_partner(article, reach, verb, parties)
    head = text[begin:verb]
    papers = list(PAPER.finditer(head))
    purpose = head[: papers[-1].start()] if papers else head
    purpose = _OPENING.sub(lambda found: " " * len(found[0]), purpose)
    found = _PURPOSE.search(purpose + " ") or (None if papers else _JOINED.search(text[begin:]))
    if found and kind_of(found["what"]):
        yield from _listed(article, (reach[0] + begin + found.start("what"), reach[0] + begin + found.end("what")))
    elif papers and (kind_of(purpose) or ("cooperation", ""))[0] not in _VAGUE:
        cut = re.sub(r"(?:\s(?:등|업무|상호|전략적|포괄적|우호|분야|투자|상호협력)|\s?\S*\()?\s*$", "", purpose)
        yield (reach[0] + begin, reach[0] + begin + len(cut)), Strength.PURPOSE


def _listed(article: Article, reach: Range) -> Iterator[Clause]:
    """Cut a purpose at its commas where each part is an activity of its own."""
    words = article.page.text[reach[0] : reach[1]]
    words = re.sub(r"\s등$", "", words)
    parts = [(found.start(), found.end()) for found in re.finditer(r"[^,]+", words)]
    if all(kind_of(words[a:b]) for a, b in parts):
        yield from (((reach[0] + a, reach[0] + b), Strength.PURPOSE) for a, b in parts)
    else:
        yield (reach[0], reach[0] + len(words)), Strength.PURPOSE


def _after_partner(article: Article, reach: Range, verb: int, parties: tuple[Body, ...]) -> int:
    """Return where, in the sentence of a signing, the words after the last party, day and place begin."""
    limit = reach[0] + verb
    spots = [reach[0], *(body.close for body in parties if reach[0] <= body.start < limit)]
    spots += [body.close for body in article.bodies_in(reach[0], limit) if body.particle and body.particle != "의"]
    for number in article.words_in(reach[0], limit):
        word = article.words[number]
        partner = re.match(r"^(?:간|와|과|은|는)$", word.particle) and word.proper and word.close < limit - 6
        if partner or word.particle in {"에서", "에서의"}:
            spots.append(word.close)
    spots += [date.end for date in article.page.dates if reach[0] <= date.start and date.end < limit]
    return max(spots) - reach[0]


def _read(article: Article, reach: Range, strength: Strength) -> ActivityRead | None:
    span = article.page.span(*reach)
    if not _MIN <= len(span.quote) <= _MAX * 2 or re.search(r"^\d+년|자동\s?연장", span.quote[:8]):
        return None
    known = kind_of(span.quote)
    if known is None and strength is Strength.PURPOSE:
        return None
    code, words = known or ("cooperation", "")
    return ActivityRead(code=code, strength=strength, span=span, derived=(Derivation("code", "thesaurus", words),))
