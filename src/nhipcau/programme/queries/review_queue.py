"""What is asked of the queue of doubtful pairs comes in; one page of it, or how many stand where, goes out."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.resolving import UNDECIDED, DoubtState
from nhipcau.programme.arguments import DoubtQuestion
from nhipcau.programme.filters import DOUBT_SORTS, DoubtFilter
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.placing.bands import bands_from
from nhipcau.programme.queries.asking import an_id, demo, known_only, paging
from nhipcau.programme.views import DoubtRow, Page


def review_queue(
    office: Office, actor: Actor, kind: str = "organisation", **wanted: Unpack[DoubtQuestion]
) -> Page[DoubtRow]:
    """Return the open pairs whose decision settles most first, unless asked otherwise."""
    demand(actor, "organisation.review")
    form = Form(actor.language)
    known_only(form, wanted, DoubtQuestion)
    state = form.code("state", wanted.get("state"), tuple(DoubtState)) or DoubtState.OPEN
    asked = DoubtFilter(
        kind=kind,
        states=(state,),
        thing_id=an_id(form, "thing_id", wanted.get("thing_id")),
        least=least_score(office, kind) if state in UNDECIDED else None,
        demo=demo(form, wanted),
    )
    page = paging(office, form, wanted, DOUBT_SORTS, "-weight")
    form.check()
    return office.store.reads().doubt_list(asked, page)


def review_counts(office: Office, actor: Actor, kind: str = "organisation") -> dict[str, int]:
    """Return how many pairs stand in each state."""
    demand(actor, "organisation.review")
    return office.store.reads().doubt_counts(kind, least=least_score(office, kind))


def least_score(office: Office, kind: str) -> float:
    """Return the score below which a pair waits for nobody."""
    return bands_from(office.store.reads().thresholds(kind)).review
