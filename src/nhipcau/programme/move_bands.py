"""New thresholds come in; they hold from now on, or what they would change goes out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.message import Message
from nhipcau.facts.record import Bands
from nhipcau.facts.resolving import UNDECIDED, Thresholds
from nhipcau.programme.filters import DoubtFilter, Paging
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.placing.bands import ORGANISATIONS, bands_from
from nhipcau.programme.views import BandCounts, DoubtRow
from nhipcau.programme.work import work

_EXAMPLES = 5
_HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class BandsPreview:
    """How many undecided pairs fall where now and then, and some that would change their band."""

    now: Bands
    then: Bands
    before: BandCounts
    after: BandCounts
    moving: tuple[DoubtRow, ...]


def move_bands(office: Office, actor: Actor, *, link: object, review: object) -> Thresholds:
    """Set both thresholds, in percent (50 to 100 and 1 to 100); nothing that a person decided changes."""
    demand(actor, "organisation.review")
    bands = _bands(actor, link, review)
    with work(office, actor, "move-bands") as opened:
        stored = opened.unit.thresholds.get(ORGANISATIONS)
        if stored is None:
            return opened.add(Thresholds(id=ORGANISATIONS, link=bands.link, review=bands.review))
        return opened.save(replace(stored, link=bands.link, review=bands.review), before=stored)


def bands_now(office: Office, actor: Actor) -> Bands:
    """Return the thresholds that hold."""
    demand(actor, "organisation.review")
    return bands_from(office.store.reads().thresholds(ORGANISATIONS))


def preview_bands(office: Office, actor: Actor, *, link: object, review: object) -> BandsPreview:
    """Return what new thresholds would change among the pairs that wait."""
    demand(actor, "organisation.review")
    then, reads = _bands(actor, link, review), office.store.reads()
    now = bands_from(reads.thresholds(ORGANISATIONS))
    moving: list[DoubtRow] = []
    for old, new in ((now.link, then.link), (now.review, then.review)):
        between = DoubtFilter(kind=ORGANISATIONS, states=UNDECIDED, least=min(old, new), below=max(old, new))
        moving += reads.doubt_list(between, Paging(sort="-score", cursor=None, limit=_EXAMPLES)).items
    return BandsPreview(
        now=now,
        then=then,
        before=reads.band_counts(ORGANISATIONS, link=now.link, review=now.review),
        after=reads.band_counts(ORGANISATIONS, link=then.link, review=then.review),
        moving=tuple({row.doubt.id: row for row in moving}.values()),
    )


def _bands(actor: Actor, link: object, review: object) -> Bands:
    form = Form(actor.language)
    upper, lower = form.number("link", link), form.number("review", review)
    for name, value in (("link", upper), ("review", lower)):
        if value is None and name not in form.mistakes:
            form.refuse(name, Message("field.required"))
        if value is not None and not 0 < value <= _HUNDRED:
            form.refuse(name, Message("field.number-between", {"least": 1, "most": _HUNDRED}))
    if upper is not None and lower is not None and lower > upper:
        form.refuse("review", Message("field.threshold-crossed"))
    form.check()
    return Bands(link=float(upper or 0) / _HUNDRED, review=float(lower or 0) / _HUNDRED)
