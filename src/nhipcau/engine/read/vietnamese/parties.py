"""The signings of a page come in; events go out: signings of the same parties joined."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from nhipcau.engine.read.vietnamese.anaphora import main_parties
from nhipcau.engine.read.vietnamese.chains import bodies_of, chains
from nhipcau.engine.read.vietnamese.event import Event
from nhipcau.engine.read.vietnamese.identity import country_of
from nhipcau.engine.read.vietnamese.slots import slot_of
from nhipcau.facts.codes import AgreementStatus

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page
    from nhipcau.engine.read.vietnamese.bodies import Bodies
    from nhipcau.engine.read.vietnamese.chains import Chain
    from nhipcau.engine.read.vietnamese.event import Slot
    from nhipcau.engine.read.vietnamese.signing import Signing

_NEAR = 400


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


_DONE = (AgreementStatus.SIGNED, AgreementStatus.EXCHANGED)


def events(page: Page, known: Bodies, found: tuple[Signing, ...]) -> tuple[Event, ...]:
    """Join signings into events; a signing without names belongs to the event told before it."""
    joined = chains(page, known)
    slots = _with_host([slot_of(page, known, joined, signing) for signing in found])
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


def _is_of_states(page: Page, slot: Slot) -> bool:
    """A treaty without bodies as its parties is the business of states."""
    start = max(slot.signing.sentence[0], slot.signing.start - 30)
    return _OF_STATES.search(page.text, start, slot.signing.end) is not None


def _is_abstract(page: Page, slot: Slot) -> bool:
    """*tọa đàm về ký kết hợp đồng*, *khi ký kết hợp đồng cần …* name no parties and report nothing."""
    before = page.text[max(0, slot.signing.start - 24) : slot.signing.start]
    return _ABSTRACT.search(before) is not None and not _PERFORMED.search(page.quote(slot.signing.sentence))


def _with_host(slots: list[Slot]) -> list[Slot]:
    """Add the signing body of the sentence before to papers that name the partner alone: *… với A; … với B*."""
    done: list[Slot] = []
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
    page: Page, known: Bodies, joined: tuple[Chain, ...], slot: Slot
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


def _place(result: list[Event], slot: Slot) -> bool:
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


def _separate(event: Event, slot: Slot) -> bool:
    """Two lines of one list are two agreements."""
    return slot.signing.item and any(signing.item for signing in event.signings)


def _compatible(event: Event, signing: Signing) -> bool:
    return (event.status in _DONE) == (signing.status in _DONE) or signing.weak


def _merged(event: Event, slot: Slot) -> Event:
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


def _attach(page: Page, known: Bodies, result: list[Event], slot: Slot, joined: tuple[Chain, ...]) -> None:
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
    parties, chosen = _nearest_pair(page, known, joined, slot) or main_parties(page, known, slot)
    if slot.signing.status in _DONE or parties:
        result.append(Event(parties, (slot.signing,), slot.evidence, chosen))
