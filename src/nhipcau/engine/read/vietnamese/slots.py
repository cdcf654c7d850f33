"""A signing comes in; the parties that its own sentence names go out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from nhipcau.engine.read.vietnamese.anaphora import ANAPHOR, first_mention, resolved
from nhipcau.engine.read.vietnamese.chains import starting_in
from nhipcau.engine.read.vietnamese.event import Slot
from nhipcau.engine.read.vietnamese.vocabulary import IN_SENTENCE

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page, Range
    from nhipcau.engine.read.vietnamese.bodies import Bodies
    from nhipcau.engine.read.vietnamese.chains import Chain
    from nhipcau.engine.read.vietnamese.signing import Signing

_BETWEEN = re.compile(
    r"(?<!\w)[Gg]iữa(?: (?:các )?(?:bên|đơn vị|hai bên|đối tác|đại diện|lãnh đạo|phía|gồm|là)){0,3}:?\s?"
)


_WITH = re.compile(
    r"(?<!\w)(?:với|cùng với|cùng|và)(?: (?:các |một số |\d+ |\w+ )?(?:đối tác|đại diện|đơn vị|phía|bên|lãnh đạo|"
    r"doanh nghiệp|trường)(?: là| gồm)?)?:?\s$"
)


_FRONT = re.compile(r"(?:^\s*|[,;]\s)[Vv]ới\s$")


_NO_SUBJECT = re.compile(
    r"(?<!\w)(?:tại|ở|của|thuộc|thăm|sang|trụ sở|với|đến|do|bởi|từ|về|theo|cho|đoàn|dẫn đầu|trong|vào|tới|gồm|có|là|"
    r"giữa|"
    r"trên|dưới)\s?"
    r"(?:(?:Hội trường|hội trường|trụ sở|khuôn viên|phòng họp|cơ sở|đại diện|lãnh đạo|đoàn|công tác|của|sự|"
    r"chứng kiến|phía)\s?){0,4}$",
    re.IGNORECASE,
)


_SUBJECT_GAP = re.compile(rf"{IN_SENTENCE}{{0,140}}")


_SUBJECT_BREAK = re.compile(
    r"(?<!\w)(?:tham dự|phát biểu|cho biết|chứng kiến|nhấn mạnh|khẳng định|chia sẻ|phối hợp với|hỗ trợ)(?!\w)"
)


_OPENING = 70


_PARTNERS_FOLLOW = re.compile(r"\s(?:với|và)\s(?:các|\w+)\s(?:đối tác|đơn vị|trường|doanh nghiệp|công ty|bên)")


_JOINS = re.compile(r"\s?(?:,|và|cùng|với|, và|cùng với)\s?(?:(?:lãnh đạo|đại diện)\s)?")


def slot_of(page: Page, known: Bodies, joined: tuple[Chain, ...], signing: Signing) -> Slot:
    """Find the parties that a signing names: *giữa A và B*, *A và B ký*, *A ký … với B*."""
    finders = (_between, _of_item) if signing.item and signing.start == signing.end else (_between, _subject_and_object)
    for finder in finders:
        slot = finder(page, known, joined, signing)
        if slot is not None:
            return slot
    return Slot(signing, (), _clause(page, signing), {})


def _between(page: Page, known: Bodies, joined: tuple[Chain, ...], signing: Signing) -> Slot | None:
    start, end = signing.sentence
    for match in _BETWEEN.finditer(page.text, max(start, signing.start - 200), end):
        opening = starting_in(joined, (match.end(), match.end() + 30))
        if not opening or _reaches_elsewhere(page, signing, match):
            continue
        chain = opening[0]
        mentions = _chain_on(page, joined, chain)
        evidence = (min(signing.start, match.start()), known.mentions[mentions[-1]].tail)
        slot = _filled(known, signing, mentions, evidence)
        if len(slot.parties) > 1 or _PARTNERS_FOLLOW.match(page.text, evidence[1], end):
            return slot
    return None


def _of_item(page: Page, known: Bodies, joined: tuple[Chain, ...], signing: Signing) -> Slot | None:
    """Return the bodies with which a line of a list, or *Với B, …*, begins."""
    opening = starting_in(joined, (signing.start, min(signing.sentence[1], signing.start + _OPENING)))
    if not opening:
        return None
    mentions = _chain_on(page, joined, opening[0])
    return _filled(known, signing, mentions, (signing.start, known.mentions[mentions[-1]].tail))


def _reaches_elsewhere(page: Page, signing: Signing, match: re.Match[str]) -> bool:
    """*quan hệ hợp tác giữa Việt Nam và Hàn Quốc* far from the verb is no party slot."""
    before = page.text[max(0, match.start() - 40) : match.start()]
    if re.search(r"thiết lập|kết nghĩa|về quan hệ", before):
        return False
    return re.search(r"(?:quan hệ|hữu nghị|kết nối|giao lưu|cầu nối|liên kết)[^,]{0,14}$", before) is not None and (
        match.start() > signing.end
    )


def _chain_on(page: Page, joined: tuple[Chain, ...], chain: Chain) -> tuple[int, ...]:
    """Follow a chain over a tail that the names do not cover: *A (đơn vị …) với B*."""
    mentions = list(chain.mentions)
    after = starting_in(joined, (chain.end, chain.end + 60))
    if after and re.fullmatch(
        r"[^.;\n]{0,40}\s(?:và|với|cùng)\s(?:đại diện |phía )?", page.text[chain.end : after[0].start]
    ):
        mentions += after[0].mentions
    return tuple(mentions)


def _subject_and_object(page: Page, known: Bodies, joined: tuple[Chain, ...], signing: Signing) -> Slot | None:
    start, end = signing.sentence
    subject = _subject(page, joined, signing)
    partner = _partner(page, joined, signing) or _fronted(page, joined, signing)
    mentions = [at for chain in (subject, partner) if chain for at in chain.mentions]
    if not mentions:
        return None
    reach = max(known.mentions[at].tail for at in mentions)
    evidence = (signing.start, reach) if partner and reach > signing.end else _clause(page, signing)
    slot = _filled(known, signing, tuple(mentions), (max(start, evidence[0]), min(evidence[1], end)))
    slot = _with_anaphors(page, known, slot, [chain for chain in (subject, partner) if chain])
    return replace(slot, lacks_subject=subject is None)


def _with_anaphors(page: Page, known: Bodies, slot: Slot, own: list[Chain]) -> Slot:
    """*Nhà trường, Viện A và Công ty B đã ký*: the noun that a comma joins to the names stands for a body as well."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for match in ANAPHOR.finditer(page.text, *slot.signing.sentence):
        head = match.span("head")
        before = any(head[1] < chain.start and _JOINS.fullmatch(page.text, head[1], chain.start) for chain in own)
        after = any(chain.end < head[0] and _JOINS.fullmatch(page.text, chain.end, head[0]) for chain in own)
        for body in resolved(page, known, slot, match)[:1] if before or after else ():
            (first if before else last)[body] = first_mention(known, body)
    chosen = {**first, **{body: at for body, at in slot.chosen.items() if body not in first}, **last}
    return replace(slot, parties=tuple(chosen), chosen=chosen)


def _subject(page: Page, joined: tuple[Chain, ...], signing: Signing) -> Chain | None:
    """Return the chain that signs: the longest before the verb that no preposition governs."""
    start = signing.sentence[0]
    before = [chain for chain in starting_in(joined, (start, signing.start)) if chain.end <= signing.start]
    usable = []
    for chain in before:
        lead = page.text[start : chain.start]
        gap = page.text[chain.end : signing.start]
        if _NO_SUBJECT.search(lead) or not _SUBJECT_GAP.fullmatch(gap) or _SUBJECT_BREAK.search(gap):
            continue
        usable.append(chain)
    return max(usable, key=lambda chain: (len(chain.mentions), chain.start), default=None)


def _partner(page: Page, joined: tuple[Chain, ...], signing: Signing) -> Chain | None:
    """Return the chain after *với*, *cùng* behind the verb."""
    end = signing.sentence[1]
    for chain in starting_in(joined, (signing.start, min(end, signing.end + 220))):
        lead = page.text[max(signing.start, chain.start - 40) : chain.start]
        if _WITH.search(lead):
            return chain
    return None


def _fronted(page: Page, joined: tuple[Chain, ...], signing: Signing) -> Chain | None:
    """Return the chain of *Với B, A ký …*: the partner before the verb."""
    for chain in starting_in(joined, (signing.sentence[0], signing.start)):
        if _FRONT.search(page.text[max(signing.sentence[0], chain.start - 12) : chain.start]):
            return chain
    return None


def _filled(known: Bodies, signing: Signing, mentions: tuple[int, ...], evidence: Range) -> Slot:
    chosen: dict[int, int] = {}
    for at in mentions:
        chosen.setdefault(known.of[at], at)
    return Slot(signing, tuple(chosen), evidence, chosen)


def _clause(page: Page, signing: Signing) -> Range:
    """Return the clause of a signing: from its verb to the next mark."""
    mark = re.compile(r"[.;\n,]").search(page.text, signing.end, signing.sentence[1])
    return signing.start, mark.start() if mark else signing.sentence[1]
