"""The signings of a page come in; events go out: signings of the same parties joined, the parties as records."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nhipcau.engine.read.vietnamese.bodies import Bodies
from nhipcau.engine.read.vietnamese.chains import Chain, bodies_of, chains, starting_in
from nhipcau.engine.read.vietnamese.identity import country_of, country_of_acronym, kind_of
from nhipcau.engine.read.vietnamese.signing import Signing
from nhipcau.engine.read.vietnamese.vocabulary import IN_SENTENCE
from nhipcau.facts.codes import AgreementStatus
from nhipcau.facts.reading import Derivation, PartyRead

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page, Range

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
_COUNTED = re.compile(
    r"(?<!\w)(?:[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|2|3|4|5)\s(?P<head>trường đại học|trường cao đẳng|trường|viện|bệnh viện|"
    r"trung tâm|công ty|tập đoàn|hiệp hội|"
    r"ngân hàng|doanh nghiệp|địa phương|tỉnh|thành phố|cơ quan|đơn vị|bên|tổ chức|nhà trường|phía|cơ sở|học viện|"
    r"hội)(?!\w)"
)
_NEAR = 400
_OPENING = 70
_PARTNERS_FOLLOW = re.compile(r"\s(?:với|và)\s(?:các|\w+)\s(?:đối tác|đơn vị|trường|doanh nghiệp|công ty|bên)")
_NOTHING_SIGNED = re.compile(
    r"(?<!\w)(?:chưa|không) (?:có )?(?:bất kỳ |bất cứ )?(?:[^\s.,;]+ ){0,3}?(?:văn bản|th[ỏo]a thuận|biên bản|giấy tờ|"
    r"bản ghi nhớ|MOU|hợp đồng|văn kiện)(?: [^\s.,;]+){0,4}? (?:được )?(?:k[ýí]|trao|đưa ra)|"
    r"(?<!\w)(?:chưa|không) (?:tiến hành )?k[ýí](?: kết)?(?: bất kỳ| một)? (?:văn bản|thỏa thuận|biên bản|hợp đồng)",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(
    r"(?:(?<!\w)(?:về|khi|việc|để|nhằm|quy trình|kỹ năng|thủ tục|cách|lưu ý)(?: việc)?|[“\"])\s?$", re.IGNORECASE
)
_PERFORMED = re.compile(r"(?<!\w)(?:lễ ký|đã (?:cùng |chính thức )?k[ýí]|vừa k[ýí]|tiến hành k[ýí])", re.IGNORECASE)
_OF_STATES = re.compile(r"(?:hiệp định|nghị định thư|hiệp ước|công ước|tuyên bố chung)(?!\w)", re.IGNORECASE)
_JOINS = re.compile(r"\s?(?:,|và|cùng|với|, và|cùng với)\s?(?:(?:lãnh đạo|đại diện)\s)?")
_PAIR_WORDS = frozenset({"bên", "đơn vị", "phía", "cơ quan", "tổ chức", "cơ sở"})
_ANAPHOR = re.compile(
    r"(?<!\w)(?:(?:giữa|và|với|của|phía|lãnh đạo|đại diện|Giám đốc|trưởng|thay mặt)\s)?(?P<head>[Nn]hà trường|Trường|"
    r"Viện|Trung tâm|Công ty|Học viện|Bệnh viện|Hiệp hội|Sở|"
    r"Tập đoàn|Ngân hàng)(?=\s(?:và|với|đã|vừa|cùng|ký|sẽ|đại diện)|[,.])"
)
_ANAPHOR_HEADS = {
    "nhà trường": ("trường", "đại học", "cao đẳng", "học viện"),
    "trường": ("trường", "đại học", "cao đẳng", "học viện"),
    "doanh nghiệp": ("công ty", "tập đoàn", "tổng công ty", ""),
    "địa phương": ("tỉnh", "thành phố", "ubnd", "chính quyền", "ủy ban nhân dân"),
}


_DONE = (AgreementStatus.SIGNED, AgreementStatus.EXCHANGED)


@dataclass(frozen=True, slots=True)
class Event:
    """One signing with its parties (bodies, in order) and the signings that speak of it."""

    parties: tuple[int, ...]
    signings: tuple[Signing, ...]
    evidence: Range
    chosen: dict[int, int]

    @property
    def status(self) -> AgreementStatus:
        """The status that its report gives; a later mention of a plan does not undo a signature."""
        said = {signing.status for signing in self.signings if not signing.weak} or {self.signings[0].status}
        order = (AgreementStatus.SIGNED, AgreementStatus.EXCHANGED, AgreementStatus.PLANNED, AgreementStatus.EARLIER)
        return next(status for status in order if status in said)


@dataclass(frozen=True, slots=True)
class _Slot:
    """The parties that one signing names itself, the range that says so, and the mention of each body."""

    signing: Signing
    parties: tuple[int, ...]
    evidence: Range
    chosen: dict[int, int]
    lacks_subject: bool = False


def events(page: Page, known: Bodies, found: tuple[Signing, ...]) -> tuple[Event, ...]:
    """Join signings into events; a signing without names belongs to the event told before it."""
    joined = chains(page, known)
    slots = _with_host([_slot(page, known, joined, signing) for signing in found])
    result: list[Event] = []
    waiting = [slot for slot in slots if not _place(result, slot) and not slot.signing.item]
    nothing = _NOTHING_SIGNED.search(page.text) is not None
    for slot in waiting:
        untold = nothing or _is_of_states(page, slot) or _is_abstract(page, slot)
        if not (untold and slot.signing.status in _DONE):
            _attach(page, known, result, slot, joined)
    return tuple(sorted(_joined_shorts(known, result), key=lambda event: event.evidence[0]))


def _joined_shorts(known: Bodies, told: list[Event]) -> list[Event]:
    """Join *A với Viện Vật liệu Daon* and *A với DMI*: an acronym never explained is the partner named in full."""
    result: list[Event] = []
    for event in sorted(told, key=lambda one: _has_short(known, one)):
        at = next((at for at, other in enumerate(result) if _is_short_of(known, event, other)), None)
        if at is None:
            result.append(event)
        else:
            other = result[at]
            result[at] = replace(other, signings=(*other.signings, *event.signings))
    return result


def _has_short(known: Bodies, event: Event) -> bool:
    return any(_is_short(known, body) for body in event.parties)


def _is_short(known: Bodies, body: int) -> bool:
    best = known.best[body]
    return not best.head and re.fullmatch(r"[A-ZĐ][A-ZĐa-z&-]{1,9}", best.core) is not None


def _is_short_of(known: Bodies, event: Event, other: Event) -> bool:
    """Tell whether one party is shared and the other is an acronym here and a full name without one there."""
    here, there = set(event.parties) - set(other.parties), set(other.parties) - set(event.parties)
    if len(here) != 1 or len(there) != 1 or len(set(event.parties) & set(other.parties)) != len(event.parties) - 1:
        return False
    if any(signing.item for signing in (*event.signings, *other.signings)) or event.status is not other.status:
        return False
    full = known.best[next(iter(there))]
    return _is_short(known, next(iter(here))) and bool(full.head) and full.acronym is None


def _is_of_states(page: Page, slot: _Slot) -> bool:
    """A treaty without bodies as its parties is the business of states."""
    start = max(slot.signing.sentence[0], slot.signing.start - 30)
    return _OF_STATES.search(page.text, start, slot.signing.end) is not None


def _is_abstract(page: Page, slot: _Slot) -> bool:
    """*tọa đàm về ký kết hợp đồng*, *khi ký kết hợp đồng cần …* name no parties and report nothing."""
    before = page.text[max(0, slot.signing.start - 24) : slot.signing.start]
    return _ABSTRACT.search(before) is not None and not _PERFORMED.search(page.quote(slot.signing.sentence))


def _with_host(slots: list[_Slot]) -> list[_Slot]:
    """Add the signing body of the sentence before to papers that name the partner alone: *… với A; … với B*."""
    done: list[_Slot] = []
    for slot in slots:
        host = next((one for one in reversed(done) if not one.signing.item and one.parties), None)
        if (slot.signing.item or slot.lacks_subject) and len(slot.parties) == 1 and host is not None:
            named = Counter(body for one in done for body in one.parties)
            first = max(host.parties, key=lambda body: named[body])
            if first not in slot.parties:
                chosen = {first: host.chosen[first], **slot.chosen}
                done.append(replace(slot, parties=(first, *slot.parties), chosen=chosen))
                continue
        done.append(slot)
    return done


def _nearest_pair(
    page: Page, known: Bodies, joined: tuple[Chain, ...], slot: _Slot
) -> tuple[tuple[int, ...], dict[int, int]] | None:
    """Return the two or more bodies of two countries that the text joins by *và*, *với* nearest to the signing."""
    if len(slot.parties) > 1:
        return None
    pairs = []
    counts = known.counts()
    for chain in joined:
        members = bodies_of(chain, known)
        countries = {country_of(page, known, body)[0] for body in members}
        if chain.linked and len(members) > 1 and len(countries) > 1 and set(slot.parties) <= set(members):
            if re.search(
                r"chứng kiến|tham dự|có sự|đại diện (?:của )?$", page.text[max(0, chain.start - 60) : chain.start]
            ):
                continue
            often = all(counts[body] > 1 for body in members)
            if often or abs(chain.start - slot.signing.start) < _NEAR:
                pairs.append(chain)
    if not pairs:
        return None
    best = min(pairs, key=lambda chain: abs(chain.start - slot.signing.start))
    chosen: dict[int, int] = {}
    for at in best.mentions:
        chosen.setdefault(known.of[at], at)
    return tuple(chosen), chosen


def _place(result: list[Event], slot: _Slot) -> bool:
    """Put a signing with at least two parties into its event, or open one; ``False`` where it names too few."""
    if len(slot.parties) < 2:
        return False
    wanted = set(slot.parties)
    for at, event in enumerate(result):
        have = set(event.parties)
        same_state = _compatible(event, slot.signing)
        if same_state and (wanted <= have or have <= wanted or len(have & wanted) >= 2) and not _separate(event, slot):
            result[at] = _merged(event, slot)
            return True
    result.append(Event(slot.parties, (slot.signing,), slot.evidence, dict(slot.chosen)))
    return True


def _separate(event: Event, slot: _Slot) -> bool:
    """Two lines of one list are two agreements."""
    return slot.signing.item and any(signing.item for signing in event.signings)


def _compatible(event: Event, signing: Signing) -> bool:
    return (event.status in _DONE) == (signing.status in _DONE) or signing.weak


def _merged(event: Event, slot: _Slot) -> Event:
    wanted, have = set(slot.parties), set(event.parties)
    parties = (
        event.parties if wanted - have and have - wanted else tuple(dict.fromkeys((*event.parties, *slot.parties)))
    )
    better = not slot.signing.weak and len(slot.parties) > len(event.parties)
    return replace(
        event,
        parties=parties,
        signings=(*event.signings, slot.signing),
        evidence=slot.evidence if better else event.evidence,
        chosen={**slot.chosen, **event.chosen},
    )


def _attach(page: Page, known: Bodies, result: list[Event], slot: _Slot, joined: tuple[Chain, ...]) -> None:
    """Give a signing that names no two parties to an event, or open one with the main bodies of the page."""
    fitting = [
        at
        for at, event in enumerate(result)
        if _compatible(event, slot.signing) and set(slot.parties) <= set(event.parties)
    ]
    if fitting:
        at = max((at for at in fitting if result[at].evidence[0] <= slot.signing.start), default=fitting[0])
        result[at] = replace(result[at], signings=(*result[at].signings, slot.signing))
        return
    if slot.signing.weak and result:
        return
    if slot.signing.status in _DONE and any(event.status in _DONE for event in result):
        return
    parties, chosen = _nearest_pair(page, known, joined, slot) or _main_parties(page, known, slot)
    if slot.signing.status in _DONE or parties:
        result.append(Event(parties, (slot.signing,), slot.evidence, chosen))


def _slot(page: Page, known: Bodies, joined: tuple[Chain, ...], signing: Signing) -> _Slot:
    """Find the parties that a signing names: *giữa A và B*, *A và B ký*, *A ký … với B*."""
    finders = (_between, _of_item) if signing.item and signing.start == signing.end else (_between, _subject_and_object)
    for finder in finders:
        slot = finder(page, known, joined, signing)
        if slot is not None:
            return slot
    return _Slot(signing, (), _clause(page, signing), {})


def _between(page: Page, known: Bodies, joined: tuple[Chain, ...], signing: Signing) -> _Slot | None:
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


def _of_item(page: Page, known: Bodies, joined: tuple[Chain, ...], signing: Signing) -> _Slot | None:
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


def _subject_and_object(page: Page, known: Bodies, joined: tuple[Chain, ...], signing: Signing) -> _Slot | None:
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


def _with_anaphors(page: Page, known: Bodies, slot: _Slot, own: list[Chain]) -> _Slot:
    """*Nhà trường, Viện A và Công ty B đã ký*: the noun that a comma joins to the names stands for a body as well."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for match in _ANAPHOR.finditer(page.text, *slot.signing.sentence):
        head = match.span("head")
        before = any(head[1] < chain.start and _JOINS.fullmatch(page.text, head[1], chain.start) for chain in own)
        after = any(chain.end < head[0] and _JOINS.fullmatch(page.text, chain.end, head[0]) for chain in own)
        for body in _resolved(page, known, slot, match)[:1] if before or after else ():
            (first if before else last)[body] = _first_mention(known, body)
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


def _filled(known: Bodies, signing: Signing, mentions: tuple[int, ...], evidence: Range) -> _Slot:
    chosen: dict[int, int] = {}
    for at in mentions:
        chosen.setdefault(known.of[at], at)
    return _Slot(signing, tuple(chosen), evidence, chosen)


def _clause(page: Page, signing: Signing) -> Range:
    """Return the clause of a signing: from its verb to the next mark."""
    mark = re.compile(r"[.;\n,]").search(page.text, signing.end, signing.sentence[1])
    return signing.start, mark.start() if mark else signing.sentence[1]


def _main_parties(page: Page, known: Bodies, slot: _Slot) -> tuple[tuple[int, ...], dict[int, int]]:
    """Resolve *hai bên*, *hai trường*, *Nhà trường* to the bodies that the text before the signing is about."""
    named = dict(slot.chosen)
    sentence = page.quote(slot.signing.sentence)
    for body in _anaphors(page, known, slot):
        named.setdefault(body, _first_mention(known, body))
    counted = _COUNTED.search(sentence)
    wanted = 3 if counted and counted.group().split()[0].casefold() in {"ba", "3"} else 2
    heads = _heads_for(counted["head"] if counted else "bên")
    ranked = _ranked(page, known, slot.signing.start, heads)
    if heads and len(ranked) < wanted:
        ranked = _ranked(page, known, slot.signing.start, ())
    for body in _two_sided(known, ranked, tuple(named), page):
        if len(named) >= wanted:
            break
        named.setdefault(body, _first_mention(known, body))
    return tuple(named), named


def _anaphors(page: Page, known: Bodies, slot: _Slot) -> list[int]:
    """Resolve *Nhà trường*, *Viện*, *Công ty* without a name to the body with that head that the text is most about."""
    found = []
    for match in _ANAPHOR.finditer(page.text, *slot.signing.sentence):
        found += _resolved(page, known, slot, match)[:1]
    return found


def _resolved(page: Page, known: Bodies, slot: _Slot, match: re.Match[str]) -> list[int]:
    """Return the bodies that a noun may stand for, the likeliest first; none where it is a part of a name."""
    if any(mention.start <= match.start("head") < mention.tail for mention in known.mentions):
        return []
    ranked = _ranked(page, known, slot.signing.start, _heads_for(match["head"].casefold()))
    return [body for body in ranked if body not in slot.parties]


def _heads_for(word: str) -> tuple[str, ...]:
    if word in _PAIR_WORDS:
        return ()
    return _ANAPHOR_HEADS.get(word, (word,))


def _ranked(page: Page, known: Bodies, before: int, heads: tuple[str, ...]) -> list[int]:
    """Return the bodies by how much the text is about them, those of the fitting heads only."""
    weight: dict[int, float] = {}
    lead = page.sentences[0][1] if page.sentences else 0
    for at, mention in enumerate(known.mentions):
        if heads and not any(mention.head.startswith(head) if head else not mention.head for head in heads):
            continue
        worth = 1.0 + (2.0 if mention.start < lead else 0.0) + (1.0 if mention.start < before else 0.0)
        worth -= 1.5 if mention.head in {"bộ", "chính phủ", "tỉnh", "thành phố", "báo", "đài"} else 0.0
        weight[known.of[at]] = weight.get(known.of[at], 0.0) + worth
    parents = {mention.parent for mention in known.mentions if mention.parent}
    ranked = sorted(weight, key=lambda body: -weight[body])
    return [
        body for body in ranked if weight[body] > 0 and not any(known.best[body].core in parent for parent in parents)
    ]


def _two_sided(known: Bodies, ranked: list[int], named: tuple[int, ...], page: Page) -> list[int]:
    """Prefer a partner from another country than that of the first."""
    first = named[0] if named else (ranked[0] if ranked else None)
    if first is None:
        return []
    home = country_of(page, known, first)[0]
    others = [body for body in ranked if body not in named and body != first]
    others.sort(key=lambda body: country_of(page, known, body)[0] == home)
    return ([] if named else [first]) + others


def _first_mention(known: Bodies, body: int) -> int:
    best = known.best[body]
    return next(at for at, mention in enumerate(known.mentions) if mention.start == best.start)


def party_records(page: Page, known: Bodies, event: Event) -> tuple[PartyRead, ...]:
    """Return the parties of an event: full name, acronym, kind, country and parent, with what was derived."""
    records = []
    for body in event.parties:
        mention = known.best[body]
        at = event.chosen.get(body)
        if at is not None and not (mention.acronym or mention.aliases):
            own = known.mentions[at]
            mention = own if len(own.core) >= 0.6 * len(mention.core) else mention
        kind, head = kind_of(mention, known.of_body(body))
        country, source, detail = country_of(page, known, body)
        if country is None:
            country, source, detail = _counterpart(page, known, event, body)
        derived = [Derivation("kind", "head-noun", head)] if kind else []
        derived += [Derivation("country", source, detail)] if country else []
        records.append(
            PartyRead(
                name=page.text[mention.start : mention.end],
                acronym=_acronym(known, body),
                country=country,
                kind=kind,
                parent=_parent(page, known, body),
                span=page.span(mention.start, mention.end),
                derived=tuple(derived),
            )
        )
    return tuple(records)


def _parent(page: Page, known: Bodies, body: int) -> str | None:
    """Return the longest parent that the text gives; *Cục X* is *Cục X (Bộ Y)* where the text says so elsewhere."""
    said = max((one.parent for one in known.of_body(body) if one.parent), key=len, default=None)
    if said is None or "(" in said:
        return said
    fuller = [
        page.text[one.start : one.tail]
        for one in known.mentions
        if one.core == said and one.parent and page.text[one.tail - 1] == ")"
    ]
    return fuller[0] if fuller else said


def _acronym(known: Bodies, body: int) -> str | None:
    said = next((mention.acronym for mention in known.of_body(body) if mention.acronym), None)
    if said:
        return said
    core = known.best[body].core
    return core if re.fullmatch(r"[A-ZĐ]{3,8}", core) else None


def _counterpart(page: Page, known: Bodies, event: Event, body: int) -> tuple[str | None, str, str]:
    """Where all other parties are of one of the two countries, a party without any hint is of the other one."""
    others = {country_of(page, known, other)[0] for other in event.parties if other != body}
    guess = country_of_acronym(_acronym(known, body) or "")
    if guess and others == {None}:
        return guess, "acronym-in-text", known.best[body].core
    if others == {"KR"}:
        return "VN", "counterpart", "KR"
    return ("KR", "counterpart", "VN") if others else (None, "", "")
