"""A Korean article and its signing come in; the clauses that promise something, each with its kind, go out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.korean.events import PAPER
from nhipcau.facts.codes import Strength
from nhipcau.facts.reading import ActivityRead, Derivation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nhipcau.engine.read.korean.article import Article
    from nhipcau.engine.read.korean.events import Signing

Range = tuple[int, int]

_BULLETS: Final = "▲△▷▶►◇◆○●■□①②③④⑤⑥⑦⑧⑨⑩➀➁➂➃•∙⦁◦‣"
_BULLET: Final = re.compile(rf"[{_BULLETS}]\s?")
_LINE_ITEM: Final = re.compile(rf"^\s*(?:[-–—*·ㆍ{_BULLETS}]|\d{{1,2}}[.)]|[가-하][.)])\s*")
_CUE: Final = re.compile(
    r"(?:협약|협정|MOU|MoU|양해각서|의향서|약정|각서|합의서|의정서|협력의정서|계약)(?:\([A-Za-z]+\))?(?:\s?체결)?(?:서|안|문)?(?:의|에|을|를|은|에는|으로|로|를)?\s?"
    r"(?:따라|따르면|통해|통하여|계기로|바탕으로|토대로|골자|주요\s?내용|내용|주요|체결로|근거|담|의하면|이행|핵심)|이번\s?(?:협약|협정|MOU|양해각서|체결|합의|의향서|재협약)|"
    r"(?:양|두|세|네|각|양국)\s?(?:기관|측|교|사|국|시|대학|병원|은행|도시|나라|회사|학교|기업|단체|지역|자치단체|지자체|협회|연구원|연구기관|부처|당사자|학회|군|도)[은는이가]|"
    r"[가-힣]+\s측은|[3-9]개\s?\S{1,4}은|협력\s?(?:분야|내용|사항)|주요\s?내용|구체적|이를\s위해|이에\s따라|협약서에는|의향서에는|양해각서에는|개정된\s협약"
)
_PROMISE: Final = re.compile(
    r"(?:하기로|키로|기로|도록)\s?(?:했|하였|합의|약속|뜻|결|한다|하고)|(?:할|갈|될|칠|펼|열|킬|울|올|낼|줄|쓸|을)\s?(?:계획|예정|방침|생각|것)|나선다|나설|협력한다|"
    r"(?:[한된간준낸인친연운킨쓴둔긴진]|는)다[.”\"]?\s*$|합의했|합의하|약속했|약속하|다짐|힘을\s?(?:모|합)|뜻을\s?모|등이다|등입니다|포함|담겼|담았|담긴|골자|게\s된다|"
    r"들어갔|데\s합의|주어진다|다룬다|맞잡|내용이다|이다[.]?\s*$|했다[.]?\s*$|손을\s잡|넣었|명시|포함됐|맡"
)
_PRESENT: Final = re.compile(r"(?:[한된간준낸인친연운킨쓴둔긴진운온]|는)다[.]?\s*$|(?:할|갈|될|칠|펼|열|킬|울|올|낼|줄|을)\s?(?:계획|예정|방침)이다|기로\s?했다|게\s된다[.]?$|도록\s(?:했다|한다)")
_NO_PROMISE: Final = re.compile(
    r"참석|기대(?:된다|한다|하고|를|돼)|전망(?:된다|이다|이다|했다)|보인다|알려졌|평가(?:된다|받)|설립(?:됐|된|돼)|불린다|꼽힌다|차지(?:한다|하|했)|있다[.]?\s*$|없다[.]?\s*$|"
    r"자리(?:했|를)|달한다|이른다|넘는다|웃돈다|웃도는|저작권|무단|기자\b|문의|담당|사진|악수|촬영|지켜|기준|지난해\s[^.]{0,20}(?:기록|달|늘|줄)|계기가|의미|밝혔다[.]?\s*$|"
    r"전했다[.]?\s*$|말했다[.]?\s*$|강조했다|설명했다|덧붙였다"
)
_QUOTED: Final = re.compile(r"[“\"][^”\"]{10,}[”\"]?")
_LEAD: Final = re.compile(
    r"^(?:[^,▲△▷①]{0,70}?(?:협약|협정|MOU|MoU|양해각서|의향서|약정|각서|합의서|의정서)(?:\([A-Za-z]+\))?(?:\s?체결)?(?:서|안|문)?(?:에는|에는\s|의\s주요\s내용은|의\s내용은|의\s핵심은|\s?내용은|\s?주요\s내용으로는|"
    r"에\s?따라|에\s?따르면|을\s?통해|를\s?통해|을\s?계기로|를\s?계기로|을\s?바탕으로|를\s?바탕으로|을\s?토대로|으로|로|\s체결로|에\s?의하면|은|는|의\s골자는)\s?,?\s*"
    r"|(?:주요\s?내용은|주요\s?내용으로는|구체적(?:인\s[^,▲△]{0,14}?)?(?:으로는|으로|은)|협력\s?(?:분야|내용|사항)(?:은|는|으로는)|이를\s위해|이에\s따라|이에|또한?|아울러|특히|먼저|우선|이어|"
    r"한편|더불어|이와\s함께|이와\s별도로|골자는|핵심은)\s?,?\s*)"
)
_SUBJECT: Final = re.compile(r"^(?:[^,▲△▷]{1,42}?(?:은|는|측은|측이|[기관대학사교국원회단부청군도시]가|[관학]이))\s(?:또\s|또한\s|앞으로\s|향후\s|이번\s협약을\s통해\s|협약에\s따라\s|함께\s)?")
_TAIL: Final = re.compile(
    r"(?:\s?(?:등|등의\s?(?:분야|사업|내용|과제|활동)|분야))?(?:에\s?대해|에서도?|에도?|을|를|의|이|으로|로|과\s?관련해|까지)?\s?"
    r"(?:상호|공동으로|공동|적극|적극적으로|긴밀히|긴밀하게|지속적으로|지속|함께|서로|꾸준히|다각도로|포괄적으로|전방위로|다방면에서|협력해|힘을|뜻을|손을|협력과\s?지원을|노력을|본격적으로|단계적으로|"
    r"우선\s?|순차적으로)*\s?(?:상호\s)?(?:협력|협조|노력|추진|진행|지원|모으|합치|모았|맞잡|나서|아끼지|다하|기울이|이어가|실시|수행|강화|확대|약속|합의|담|포함|골자|힘쓰|집중|공조|맡)?"
    r"(?:하기로|키로|기로|을|를|에|해|하는\s?데|한다는|하고|됐|되|이|했|하|할|겼|았|는|었|시키기로|나가|해\s?나가|나갈|가기로|나가기로|계획|예정|방침|\s)*[가-힣\s]{0,14}[.”\"]?\s*$"
)
_SPLIT: Final = re.compile(r",\s|(?<=[가-힣])(?:하고|하며|되며|으며|이며)\s|(?<=[고며])\s(?=[가-힣]+(?:은|는)\s)|;\s")
_END_VERB: Final = re.compile(r"\s?(?:하기로|키로|기로)\s?(?:했다|하였다|했으며|하고|합의했다|약속했다|뜻을\s?모았다).*$|(?:을|를)?\s?(?:약속|추진|실시|진행)(?:했다|한다)[.]?\s*$|[.]\s*$")
_PURPOSE: Final = re.compile(
    r"(?P<what>[가-힣A-Za-z0-9][^,“”\"()▲△]{3,60}?)(?:을|를|에|의)?\s?(?P<link>하기\s위한|기\s위한|위한|위해|위하여|관한|대한|골자로\s?(?:한|하는)|내용으로\s?(?:한|하는)|담은|"
    r"(?:지원|추진|제공|도입|강화|확대|촉진|개최|운영|협력)하는|목적으로\s?(?:한|하는))\s"
)
_LOW: Final = frozenset({"cooperation", "exchange", "project", "promotion", "network", "events"})
_MIN: Final = 4
_MAX: Final = 110


def activities_of(article: Article, events: tuple[Signing, ...], scope: Range) -> tuple[ActivityRead, ...]:
    """Return what an agreement promises; ``scope`` is the stretch of the text that speaks of this agreement."""
    found: list[ActivityRead] = []
    for reach, strength in _clauses(article, events, scope):
        read = _read(article, reach, strength)
        if read is not None and not any(_overlap(read, known) for known in found):
            found.append(read)
    return tuple(sorted(found, key=lambda item: item.span.start if item.span else 0))


def _overlap(one: ActivityRead, other: ActivityRead) -> bool:
    if one.span is None or other.span is None:
        return False
    return one.span.start < other.span.end and other.span.start < one.span.end


def _clauses(article: Article, events: tuple[Signing, ...], scope: Range) -> Iterator[tuple[Range, Strength]]:
    signed = {event.sentence for event in events}
    listing = False
    for reach in article.page.sentences:
        text = article.page.quote(reach)
        if not (scope[0] <= reach[0] < scope[1]):
            continue
        if _LINE_ITEM.match(text) and listing:
            yield from ((item, Strength.COMMITMENT) for item in _items(article, reach))
            continue
        listing = _opens_list(text)
        if _speaks(text):
            continue
        if _BULLET.search(text[2:]) and (_CUE.search(text) or _PROMISE.search(text)):
            yield from ((item, Strength.COMMITMENT) for item in _items(article, reach))
        elif reach not in signed and _promises(article, text, reach, signed):
            yield from ((item, Strength.COMMITMENT) for item in _pieces(article, reach))
        if reach in signed:
            yield from _in_signing(article, reach, events)


def _opens_list(text: str) -> bool:
    return bool(re.search(r"(?:내용|분야|사항|하나|다음|아래|같다|활동|골자)[^.]{0,12}[:：.]?\s*$", text)) or bool(_LINE_ITEM.match(text))


def _speaks(text: str) -> bool:
    """Tell whether a sentence quotes somebody: a wish, no promise of the paper."""
    return bool(_QUOTED.search(text)) and bool(re.search(r"[”\"]\s?(?:이?라고|고|며|면서|라며|는)", text))


def _promises(article: Article, text: str, reach: Range, signed: set[Range]) -> bool:
    if _NO_PROMISE.search(text) and not re.search(r"기로\s?했|협력할\s?(?:계획|예정|방침)", text):
        return False
    if _CUE.search(text) and _PROMISE.search(text):
        return True
    after = any(event[0] < reach[0] for event in signed)
    return after and bool(_PRESENT.search(text)) and _near(article, reach, signed)


def _near(article: Article, reach: Range, signed: set[Range]) -> bool:
    """Tell whether a sentence stands within a few sentences of the signing."""
    sentences = article.page.sentences
    at = sentences.index(reach)
    return any(0 < at - sentences.index(event) <= 6 for event in signed)


def _items(article: Article, reach: Range) -> Iterator[Range]:
    """Cut a sentence at its bullets; the last item ends before the verb that governs all."""
    text = article.page.quote(reach)
    line = _LINE_ITEM.match(text)
    marks = list(_BULLET.finditer(text))
    if line and not any(mark.start() > line.end() for mark in marks):
        yield reach[0] + line.end(), reach[1]
        return
    for number, mark in enumerate(marks):
        last = number + 1 == len(marks)
        end = len(text) if last else marks[number + 1].start()
        piece = text[mark.end() : end]
        if last:
            piece = _without_tail(piece)
        piece = piece.rstrip(" ,·/;및")
        yield reach[0] + mark.end(), reach[0] + mark.end() + len(piece)


def _without_tail(piece: str) -> str:
    found = re.search(r"\s등(?:이|을|에|의|에서|으로|이다|입니다|에도|\s|\.|$)", piece)
    if found:
        return piece[: found.start()]
    found = re.search(
        r"(?:에|을|를|의|이|에서)\s(?:힘을|상호|적극|함께|공동|협력|합의|나서|뜻을|추진|진행|노력|긴밀|손을|지속|집중|포함|담|골자|핵심)[^▲△]*$", piece
    )
    if found:
        return piece[: found.start()]
    return _END_VERB.sub("", piece)


def _pieces(article: Article, reach: Range) -> Iterator[Range]:
    """Cut a sentence without bullets into its clauses."""
    text = article.page.quote(reach)
    start = _content_start(text)
    body = text[start:]
    tail = _trailing(body)
    body = body[: len(body) - tail]
    at = 0
    for cut in [*_SPLIT.finditer(body), None]:
        end = cut.start() if cut else len(body)
        following = cut.end() if cut else end
        piece = body[at:end]
        skip = len(piece) - len(piece.lstrip())
        own = _SUBJECT.match(piece.lstrip()) if at else None
        begin = at + skip + (own.end() if own else 0)
        yield reach[0] + start + begin, reach[0] + start + end
        at = following


def _content_start(text: str) -> int:
    start = 0
    for _ in range(3):
        lead = _LEAD.match(text[start:])
        if lead and lead.end():
            start += lead.end()
            continue
        break
    subject = _SUBJECT.match(text[start:])
    if subject:
        start += subject.end()
        lead = _LEAD.match(text[start:])
        if lead:
            start += lead.end()
    return start


def _trailing(body: str) -> int:
    """Return how many letters at the end belong to the verb that governs a list, not to its last item."""
    for pattern in (
        r"\s등(?:에|을|를|의|에서|으로|에\s?대해|분야)?[^,]{0,40}$",
        r"(?:에|에서|에\s?대해)\s(?:상호\s|적극\s|긴밀히\s|함께\s|공동으로\s|지속\s?)*(?:협력|힘|노력|합의|뜻|나서|손)[^,]{0,30}$",
        r"(?:을|를)\s(?:상호\s|적극\s|공동으로\s|함께\s|지속적으로\s)*(?:추진|진행|실시|약속|위해\s?협력|지원)[^,]{0,24}$",
        r"(?:하기로|키로|기로)\s?[^,]{0,20}$",
    ):
        found = re.search(pattern, body)
        if found and found.start() > _MIN:
            return len(body) - found.start()
    return len(body) - len(body.rstrip(" .”\""))


def _in_signing(article: Article, reach: Range, events: tuple[Signing, ...]) -> Iterator[tuple[Range, Strength]]:
    """Read purpose and promise within the sentence of the signing itself."""
    text = article.page.quote(reach)
    verb = max(event.verb[0] for event in events if event.sentence == reach) - reach[0]
    begin = _after_partner(article, reach, verb)
    head = text[begin:verb]
    paper = list(PAPER.finditer(head))
    end = paper[-1].start() if paper else len(head)
    purpose = head[:end]
    if not purpose.strip():
        return
    found = _PURPOSE.search(purpose + " ")
    if found:
        yield (reach[0] + begin + found.start("what"), reach[0] + begin + found.end("what")), Strength.PURPOSE
    elif paper:
        yield (reach[0] + begin, reach[0] + begin + end), Strength.PURPOSE


def _after_partner(article: Article, reach: Range, verb: int) -> int:
    """Return where, in the sentence of a signing, the words after the last party, day and place begin."""
    start = reach[0]
    for body in article.bodies_in(reach[0], reach[0] + verb):
        if body.particle:
            start = max(start, body.close)
    for number in article.words_in(reach[0], reach[0] + verb):
        word = article.words[number]
        if re.match(r"^(?:에서|간|와|과)$", word.particle) and word.close < reach[0] + verb - 6 and word.proper:
            start = max(start, word.close)
        if word.particle == "에서":
            start = max(start, word.close)
    for date in article.page.dates:
        if reach[0] <= date.start and date.end < reach[0] + verb:
            start = max(start, date.end)
    return start - reach[0]


def _read(article: Article, reach: Range, strength: Strength) -> ActivityRead | None:
    span = article.page.span(*reach)
    if len(span.quote) < _MIN or len(span.quote) > _MAX * 2:
        return None
    concepts = [one for one in article.page.activities if span.start <= one.start and one.end <= span.end]
    if not concepts and strength is Strength.PURPOSE:
        return None
    best = next((one for one in reversed(concepts) if one.code not in _LOW), concepts[-1] if concepts else None)
    code = best.code if best else "cooperation"
    words = article.page.text[best.start : best.end] if best else ""
    return ActivityRead(code=code, strength=strength, span=span, derived=(Derivation("code", "thesaurus", words),))
