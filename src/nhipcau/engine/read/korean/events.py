"""A Korean article comes in; the sentences that report a signing, each with its modality, go out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.korean.words import TYPES
from nhipcau.facts.codes import AgreementStatus, AgreementType

if TYPE_CHECKING:
    from nhipcau.engine.read.korean.article import Article

PAPER: Final = re.compile(
    r"(?:업무\s?협약|협약|협정|양해각서|합의각서|협력각서|각서|의향서|의정서|의사록|합의록|약정|합의서|확인서|"
    r"결연|업무\s?제휴|"
    r"계약|MOU|MoU|엠오유|MOA|LOI|LoI|협력\s?문서|선언문)(?:서|문)?"
    r"(?!\s?(?:금액|기간|기관(?!들)|안에|업체|당사|대상|규모|금|직|상대|재배|학과|고객|위반))"
)
_STEM: Final = re.compile(
    r"(?P<rite>(?:협약식|체결식|서명식|조인식|교환식|결연식)(?=[은이을를]))"
    r"|(?P<sign>체결|맺|교환(?!학|\s?학생|교수)|조인|서명|사인(?=[했하])|주고받|갱신|연장(?!선)|재협약|재체결)"
    r"|(?P<hand>(?:협약서|협정서|양해각서|의향서|약정서)를?\s(?:함께\s)?(?:들어|들고|펼쳐)|손(?:을)?\s?(?:맞)?잡|맞손|(?:뜻|마음)을\s?(?:함께\s?)?모)"
    r"|(?P<done>(?:협약|협정|MOU|MoU|결연|계약|업무제휴)(?:\s?\([A-Za-z]+\))?(?:서|식)?(?:을|를)?\s?(?=(?:했|"
    r"하였|하고|진행|개최|가졌|가진|갖|"
    r"열|성사|마련|이뤄|추진)))"
)
_PLANNED: Final = re.compile(
    r"^(?:식)?(?:을|를|이|은|도)?\s?(?:[가-힣]{1,4}에서\s|오는\s[^.]{0,12}|다음\s?달\s[^.]{0,12})?"
    r"(?:할\s|하기로|하기\s?위|하는\s?(?:방안|것을|데|문제)|하자|하려|하도록|할지|될\s|되면|되도록|예정|추진|"
    r"검토|논의|협의|앞두|희망|제안|제의|준비|계획|목표|위한|위해|전망|임박|"
    r"하게\s될|한다|하는\s|할\s?(?:예정|계획|방침)|키로|을\s?(?:예정|계획|방침|앞)|기로|는다|자는|을\s?것|하면|"
    r"여부|시\s|필요|요청|타진|조율|가능성|무산|연기|"
    r"가질|갖기로|갖는다|열릴|열린다|열\s?예정|열리며|개최할|개최한다|진행할|진행한다)"
)
_PUT_OFF: Final = re.compile(r"^(?:식)?[은이을를]\s[^.]{0,30}(?:연기|무산|취소|보류|불발|미뤄)")
_WITHOUT_PAPER: Final = re.compile(r"맞손|손(?:을)?\s?(?:맞)?잡|서명|협력의향|체결식|조인식")
_ADNOMINAL: Final = re.compile(r"^(?:을\s?)?(?:한|된|했던|됐던|은|던)\s")
_EARLIER: Final = re.compile(
    r"^(?:을\s?)?(?:한|했던|된|됐던|은)\s?(?:바\s?있|적\s?있|이후|이래|데\s?이어|지\s|뒤\s[^.]{0,20}(?:꾸준|지속|"
    r"교류해))|^했었|^하지|^되지|^(?:한|"
    r"된|은)\s(?:기존|종전)"
)
_PAST: Final = re.compile(
    r"지난해|작년|재작년|\d+\s?년\s?전|당시|기존|이미|일찍이|그동안|그간|과거|[12]\d{3}년(?!\s?\d{1,2}월\s?\d{1,2}일)(?:\s?\d{1,2}월)?(?:에|"
    r"부터|도)?|앞서|종전|첫\s(?!번째)|처음|여러\s차례"
)
_SIGNED: Final = re.compile(
    r"^(?:식|서)?(?:을|를|에|이|은|도)?\s?(?:각각\s|잇따라\s|차례로\s|공식\s|정식\s|최종\s|동시에\s|함께\s)?"
    r"(?:했|하였|하고|하며|하면서|해\s|해,|하여|함|됐|되었|되고|되며|돼|었|었다|고\s|고,|으며|어\s|어,|음|서에|"
    r"서에서|마쳤|마치고|마무리|완료|가졌|가지고|가진|갖고|"
    r"열었|열고|열렸|열려|열린|개최했|개최하고|개최됐|진행했|진행하고|진행됐|진행된|이뤄|이루어|성사|거행|치렀|"
    r"추진했|(?:아래와\s같이\s|다음과\s같이\s|성황리에\s|무사히\s|성공적으로\s)?(?:끝났|끝내|마쳤|열렸|개최|거행|가졌)|았|아\s|은\s뒤|한\s뒤|한\s후|한\s자리|한\s직후|식|뒤\s|후\s)"
)
_HEADLINE_END: Final = re.compile(
    r"(?:체결|협약|MOU|MoU|맞손|협정|서명|교환|갱신|재협약|결연|맺어|맺었다|맺고|각서|의향서|"
    r"협력)[’'”\"…!]*(?:\s?\(종합\))?$"
)


_LIST_ITEM: Final = re.compile(r"[-–▲△▷▶◇○●■□ㅇ•①-⑳]\s?(?P<body>(?:[^▲△▷▶◇○●■□•①-⑳\n]){6,120})")
PAIR_ITEM: Final = re.compile(
    r"^\s*[-▲△▷▶◇○●■□ㅇ•①-⑳]\s?(?P<one>[^:：\n]{2,40}?)\s?[-–—↔]\s?(?P<other>[^:：\n]{2,40}?)\s?[:：]"
)
_JOINT: Final = re.compile(r"[가-힣A-Z)]\s?[-–↔·/]\s?[가-힣A-Z]|[가-힣A-Za-z)](?:와|과)\s|\s간\s")
_TALLY: Final = re.compile(
    r"(?:협약|양해각서|MOU|MoU|협정|계약)(?:서)?(?:\s?\(MOU\))?\s?(?:총\s)?(?:\d+|[두세네]|다섯|여섯|일곱)\s?(?:건|개)[^.\n]{0,24}"
    r"(?:체결|맺|교환|서명)|(?:\d+|[두세네]|다섯|여섯|일곱)\s?건의\s[^.\n]{0,24}(?:협약|양해각서|MOU|MoU|협정|계약)[^.\n]{0,24}"
    r"(?:체결|맺|교환|서명)"
)
_BEFORE_LIST: Final = 500
_PLANNED_LIST: Final = re.compile(r"(?:할|될)\s?(?:예정|계획)|추진")


@dataclass(frozen=True, slots=True)
class Signing:
    """One sentence that reports a signing.

    ``verb`` is the range of the verb, ``paper`` where the word for the document stands; ``weight`` tells how plainly
    it is said: 3 a finite verb, 2 a ceremony or an adnominal form, 1 a headline. ``clause`` is the part of the sentence
    that tells of this signing where it tells of several.
    """

    sentence: tuple[int, int]
    verb: tuple[int, int]
    status: AgreementStatus
    weight: int
    exchanged: bool
    renewal: bool
    clause: tuple[int, int] | None = None

    @property
    def item(self) -> bool:
        """Tell whether this is an item of a list of papers, without a verb of its own."""
        return self.verb == self.sentence


def signings(article: Article) -> tuple[Signing, ...]:
    """Return what each sentence says of signing something, in order."""
    found: list[Signing] = []
    for number, reach in enumerate(article.page.sentences):
        listed = _listed(article, reach, number)
        if listed:
            found.extend(listed)
            continue
        signing = _signing(article, reach, number)
        if signing is not None:
            found.append(signing)
    return tuple(found)


def _listed(article: Article, reach: tuple[int, int], number: int) -> list[Signing]:
    """Return the items of a list of papers, each a signing of its own: ▲갑공사-을공사 전력망 협력 MOU ▲..."""
    text = article.page.quote(reach)
    line = number > 1 and re.match(r"^\s*[-–▲△▷◇○●■□ㅇ•*]", text)
    if _PLANNED_LIST.search(text):
        return []
    pair = _pair_item(article, reach, text)
    if pair is not None:
        return [pair]
    joint = [found for found in _LIST_ITEM.finditer(text) if _JOINT.search(found[0])]
    items = [found for found in joint if PAPER.search(found[0])]
    if not items and number and _counted(article, reach):
        items = joint
    if len(items) < (1 if line and len(text) < 90 and not text.rstrip().endswith("다.") else 2):
        return []
    spans = [(reach[0] + item.start("body"), reach[0] + item.end("body")) for item in items]
    return [_of(span, span, AgreementStatus.SIGNED, 2, article.page.quote(span)) for span in spans]


def _counted(article: Article, reach: tuple[int, int]) -> bool:
    """Tell whether the words before a list count the papers that were signed: 업무협약 4건을 체결했다."""
    return bool(_TALLY.search(article.page.text[max(0, reach[0] - _BEFORE_LIST) : reach[0]]))


def _pair_item(article: Article, reach: tuple[int, int], text: str) -> Signing | None:
    """Read a line that joins two names: ▲ 갑회사 - 을회사 : 배터리 합작 생산, under a line that speaks of papers."""
    found = PAIR_ITEM.match(text)
    before = article.page.text[max(0, reach[0] - 400) : reach[0]]
    if found is None or not re.search(
        r"(?:MOU|협약|양해각서|협정|계약)[^.\n]{0,30}(?:다음과\s같|아래와\s같|교환|체결|[:：])", before
    ):
        return None
    span = (reach[0] + found.start("one"), reach[1])
    return _of(span, span, AgreementStatus.SIGNED, 2, before)


def _signing(article: Article, reach: tuple[int, int], number: int) -> Signing | None:
    sentence = article.page.text[reach[0] : reach[1]]
    if not PAPER.search(sentence) and not re.search(
        r"맞손|손(?:을)?\s?(?:맞)?잡|서명|협력의향|체결식|조인식", sentence
    ):
        return None
    best: Signing | None = None
    for stem in _STEM.finditer(_without_quotes(sentence)):
        signing = _judged(article, reach, stem, sentence)
        if signing and (best is None or signing.weight >= best.weight):
            best = signing
    if best is None and number < 3 and _HEADLINE_END.search(sentence.strip()) and PAPER.search(sentence):
        return _of(reach, (reach[0], reach[1]), AgreementStatus.SIGNED, 1, sentence)
    return best


def _without_quotes(sentence: str) -> str:
    """Blank out what is said in quotation marks: nobody signs inside a quotation."""
    return re.sub(r"[“\"][^”\"]{12,}[”\"]", lambda found: " " * len(found[0]), sentence)


def _judged(article: Article, reach: tuple[int, int], stem: re.Match[str], sentence: str) -> Signing | None:
    """Judge the modality of one verb."""
    tail, before = sentence[stem.end() :], sentence[: stem.start()]
    verb = (reach[0] + stem.start(), reach[0] + min(len(sentence), stem.end() + 3))
    if stem["sign"] and not _has_paper(before, tail):
        return None
    if _PLANNED.search(tail) or _PUT_OFF.match(tail):
        return _of(reach, verb, AgreementStatus.PLANNED, 3, sentence)
    past = _past(article, before)
    if _EARLIER.search(tail) or (past and (_ADNOMINAL.search(tail) or _SIGNED.search(tail))):
        return _of(reach, verb, AgreementStatus.EARLIER, 3, sentence)
    if stem["hand"]:
        return _of(reach, verb, AgreementStatus.SIGNED, 1 if not PAPER.search(sentence) else 2, sentence)
    if _SIGNED.search(tail):
        return _of(reach, verb, AgreementStatus.SIGNED, 2 if stem["rite"] else 3, sentence)
    if _ADNOMINAL.search(tail):
        return _of(reach, verb, AgreementStatus.SIGNED, 2, sentence)
    if re.match(r"^[\s’'”\"…!,.)·\]|/]*$", tail[:3]) and (stem["sign"] or stem["done"]):
        return _of(reach, verb, AgreementStatus.SIGNED, 1, sentence)
    return None


def _has_paper(before: str, tail: str) -> bool:
    """Tell whether a document is what the verb signs: before it, or right after an adnominal form."""
    return bool(PAPER.search(before[-60:])) or bool(PAPER.search(tail[:20])) or "협약" in before


def _past(article: Article, before: str) -> bool:
    """Tell whether the words before a verb put it in an earlier time."""
    published = article.page.published
    years = [int(year) for year in re.findall(r"(?<!\d)((?:19|20)\d\d)년", before[-70:])]
    if years and published and published[:4].isdigit():
        return max(years) < int(published[:4]) or bool(re.search(r"기존|앞서|이미", before[-40:]))
    clause = before[-45:]
    return bool(_PAST.search(clause)) and not re.search(r"이날|이번|지난\s?\d+일|최근", clause)


def _of(reach: tuple[int, int], verb: tuple[int, int], status: AgreementStatus, weight: int, sentence: str) -> Signing:
    return Signing(
        sentence=reach,
        verb=verb,
        status=status,
        weight=weight,
        exchanged=bool(re.search(r"교환(?:했|하고|식|한)|주고받", sentence)) and not re.search(r"체결|서명", sentence),
        renewal=bool(re.search(r"갱신|재협약|재체결|연장(?:하|했|키|에|협|된|됐)|개정\s?협약|개정된", sentence)),
    )


def type_of(texts: list[str], *, renewal: bool) -> AgreementType:
    """Return what kind of paper the sentences of a signing name."""
    if renewal:
        return AgreementType.AMENDMENT
    for text in texts:
        for pattern, kind in TYPES:
            if re.search(pattern, text):
                return kind
    return AgreementType.AGREEMENT
