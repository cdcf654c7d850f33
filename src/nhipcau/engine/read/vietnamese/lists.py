"""The signings that verbs tell come in; papers that a list, a nominal sentence or *với A, … với B* tells go out."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from nhipcau.engine.read.vietnamese.signing import PAPER, Signing, kind_of_paper
from nhipcau.facts.codes import AgreementStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nhipcau.engine.read.page import Page, Range

_MOST = 250
_BULLET = re.compile(
    r"[ \t]*(?:[-–+•*▪●○◦▲►▶➢➤✓✔✅☑♦◆■□★☆🔹🔸👉]️?|\(?\d{1,2}[.)/]|[a-zđ]\)|(?:Một|Hai|Ba|Bốn|Năm|Sáu) là[,:]?)[ \t]*"
)
_BETWEEN = re.compile(rf"{PAPER}[^\n.;]{{0,120}}?(?<!\w)giữa(?!\w)")
_WITH = re.compile(
    rf"(?<!\w){PAPER}(?: hợp tác)?(?: [^\s.;:,]+){{0,8}}? (?:với|cùng) (?=(?:[A-ZĐ]|tập|công|trường|viện|đại))"
)
_OPENS_NOMINAL = re.compile(r"[\s\-–+•\d.)]*(?:[^\s.;,]+ ){0,3}(?:(?:là|gồm|thứ \w+|đầu tiên):? )?")
_PAIR = re.compile(r"\s(?:và|với|cùng|–|-|&|x)\s(?=[A-ZĐ]|tập đoàn|công ty|trường|viện|đại học|ngân hàng|tỉnh|thành)")
_MANY = re.compile(
    r"(?<!\w)(?:0?\d{1,2}|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười|[Nn]hiều|"
    r"[Cc]ác|[Ll]oạt|[Mm]ột số)\s(?:\w+\s)?"
    r"(?:[Bb]iên bản|[Bb]ản ghi nhớ|[Tt]hỏa thuận|[Tt]hoả thuận|văn kiện|văn bản|hợp đồng|MOU|MoU|đối tác|đơn vị|bản|"
    r"trường|doanh nghiệp)(?!\w)"
)
_NO_PAPER = re.compile(
    r"(?:Về phía|Phía|Đại diện|Ông|Bà|Ngài|Hai bên|Các bên|Hỗ trợ|Đào tạo|Trao đổi|Phối hợp|Tổ chức|Ngày|Tại)(?!\w)"
)
_FRONTED = re.compile(
    r"(?:(?:[Tt]rong đó|[Cc]ụ thể|[Tt]heo đó|[Đđ]ồng thời|[Nn]goài ra|[Cc]òn|[Rr]iêng),?\s)?"
    r"(?:[Đđ]ối với|[Vv]ới)\s(?=[A-ZĐ]|tập đoàn|công ty|trường|viện|đại học)"
)
_AFTER_MANY = 900


def papers_listed(page: Page, known: list[Signing]) -> list[Signing]:
    """Return the papers that no verb of their own tells, each as a signing with the status of the one before."""
    found: list[Signing] = []
    for finder in (_listed, _nominal, _fronted):
        found += islice(finder(page, [*known, *found]), _MOST)
    return found


def _holds(reach: Range, known: list[Signing]) -> bool:
    return any(reach[0] <= signing.start < reach[1] for signing in known)


def _listed(page: Page, known: list[Signing]) -> Iterator[Signing]:
    """*1. Biên bản ghi nhớ giữa A và B về …;*, and after *đã trao 5 văn kiện:* also *✅ A và B về …*."""
    reported = sorted(known, key=lambda signing: signing.start)
    intro: Signing | None = None
    within = False
    for start, end in _lines(page.text):
        bullet = _BULLET.match(page.text, start, end)
        told = [signing for signing in reported if start <= signing.start < end]
        if told:
            intro = told[-1] if not bullet or intro is None else intro
            within = within if bullet else _introduces(page, told[-1], end)
            continue
        within = within and bullet is not None
        if bullet is None or intro is None:
            continue
        item = _item(page, (bullet.end(), end), intro, within=within)
        if item is not None:
            yield item


def _lines(text: str) -> Iterator[Range]:
    for match in islice(re.finditer(r"[^\n]*\S[^\n]*", text), 4 * _MOST):
        yield match.span()


def _introduces(page: Page, signing: Signing, end: int) -> bool:
    """Tell whether a list of papers or partners follows: *đã ký 3 văn kiện, gồm:*, *ký kết với 3 đối tác:*."""
    if signing.status is AgreementStatus.EARLIER:
        return False
    return page.text[:end].rstrip()[-1:] == ":" and _MANY.search(page.text, *signing.sentence) is not None


def _item(page: Page, reach: Range, intro: Signing, *, within: bool) -> Signing | None:
    line = page.quote(reach)
    between = _BETWEEN.search(line)
    if between is None and (not within or _NO_PAPER.match(line) or not line[:1].isupper()):
        return None
    if between is None and not (_PAIR.search(line) or re.match(r"[^:.;]{4,90}:\s", line)):
        return None
    start = reach[0] + (between.start() if between else 0)
    end = reach[0] + between.end() if between else start
    kind = kind_of_paper(between.group() if between else line)
    return Signing(start, end, reach, intro.status, kind or intro.kind, item=True)


def _nominal(page: Page, known: list[Signing]) -> Iterator[Signing]:
    """Return papers told of without a verb after a signing: *Văn bản đầu tiên là Biên bản ghi nhớ với …*."""
    first = min((signing.start for signing in known if signing.status is not AgreementStatus.EARLIER), default=None)
    if first is None:
        return
    for sentence in page.sentences:
        if sentence[0] <= first or _holds(sentence, known):
            continue
        paper = _WITH.search(page.text, *sentence)
        if paper is not None and _OPENS_NOMINAL.fullmatch(page.text[sentence[0] : paper.start()]):
            status = max((one for one in known if one.start < sentence[0]), key=lambda one: one.start).status
            yield Signing(paper.start(), paper.end(), sentence, status, kind_of_paper(paper.group()), item=True)


def _fronted(page: Page, known: list[Signing]) -> Iterator[Signing]:
    """After *A đã ký hai bản ghi nhớ*: *Với B, hai bên sẽ …. Với C, A sẽ …*."""
    counted = [
        signing
        for signing in known
        if not signing.weak and not signing.item and _MANY.search(page.quote(signing.sentence))
    ]
    for sentence in page.sentences:
        front = _FRONTED.match(page.text, *sentence)
        before = [one for one in counted if 0 < sentence[0] - one.start < _AFTER_MANY]
        if front is None or not before or _holds(sentence, known):
            continue
        told = max(before, key=lambda one: one.start)
        if told.status is not AgreementStatus.EARLIER:
            yield Signing(front.end(), front.end(), sentence, told.status, told.kind, item=True)
