"""Requests under ``/api/plans`` come in; how enterprises close their gaps, and what was decided of it, goes out."""

from __future__ import annotations

from datetime import date
from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from nhipcau.api.answers import created, listed, one, plain_answer
from nhipcau.api.auth import asked
from nhipcau.api.etag import version_wanted
from nhipcau.api.item_bodies import AttributeOf
from nhipcau.api.replies import IF_MATCH, IF_NONE_MATCH, changes, reads
from nhipcau.api.wanted import PlansWanted
from nhipcau.facts.plan import Plan
from nhipcau.programme import arguments
from nhipcau.programme.accept_step import accept_step
from nhipcau.programme.drop_step import drop_step
from nhipcau.programme.finish_step import finish_step
from nhipcau.programme.make_plan import make_plan
from nhipcau.programme.queries.market_gaps import market_gaps
from nhipcau.programme.queries.plan_list import plan_list
from nhipcau.programme.queries.plan_page import plan_page
from nhipcau.programme.views import MarketGap, Page, PlanRow, PlanView

router = Router(tags=["plans"])


class NewPlan(Schema):
    """Whose gaps are to be closed."""

    offer_id: str = Field(description="The offer of the enterprise.")
    need_id: str | None = Field(None, description="The need; null: all needs of its trade.")
    unstated: bool = Field(default=False, description="Plan also for what the offer says nothing of.")
    starts_on: date | None = Field(None, description="First day; default: today.")


class StepAccepted(Schema):
    """Under which commitment a step is planned."""

    commitment_id: str
    on: date | None = Field(None, description="Default: the day that the plan says.")
    note: str = Field("", description="Default: the title of the offer.")


class StepDropped(Schema):
    """Why a step is dropped."""

    note: str = ""


class StepFinished(Schema):
    """When a step was done, and what it proved."""

    on: date | None = Field(None, description="Default: today.")
    note: str = ""
    attribute: AttributeOf | None = Field(None, description="A certificate or a measurement that came of it.")


@router.get("", response=reads(Page[PlanRow]), summary="List plans")
def list_plans(request: HttpRequest, wanted: Query[PlansWanted]) -> HttpResponse:
    """List development plans, the newest first; an enterprise sees those of its own offers."""
    question = cast("arguments.PlanQuestion", wanted.model_dump(exclude_unset=True))
    return listed(request, plan_list(*asked(request), **question))


@router.post("", response=changes(Plan, 201), summary="Make a plan")
def post_plan(request: HttpRequest, body: NewPlan) -> HttpResponse:
    """Plan how the gaps of an enterprise are closed, in the cheapest and the fastest way."""
    wish = cast("arguments.PlanWish", body.model_dump(exclude_unset=True, exclude={"offer_id", "need_id"}))
    plan = make_plan(*asked(request), body.offer_id, body.need_id, **wish)
    return created(request, plan, version=plan.version, at=f"plans/{plan.id}")


@router.get("/gaps", response=reads(list[MarketGap]), summary="Gaps that nobody closes")
def list_gaps(request: HttpRequest) -> HttpResponse:
    """List what plans lack that nobody on the market offers, what the most needs wait for first."""
    return plain_answer(list(market_gaps(*asked(request))))


@router.get("/{plan_id}", response=reads(PlanView), openapi_extra=IF_NONE_MATCH, summary="One plan")
def get_plan(request: HttpRequest, plan_id: str) -> HttpResponse:
    """Fetch one plan: its gaps, both routes step by step, and what became of the steps."""
    view = plan_page(*asked(request), plan_id)
    return one(request, view, version=view.row.plan.version)


@router.post("/{plan_id}/steps/{offer_id}/accept", response=changes(Plan), openapi_extra=IF_MATCH, summary="Accept")
def accept(request: HttpRequest, plan_id: str, offer_id: str, body: StepAccepted) -> HttpResponse:
    """Accept the step that an offer takes: it becomes an activity under a commitment."""
    parts = cast("arguments.AcceptedStep", body.model_dump(exclude_unset=True))
    plan = accept_step(*asked(request), plan_id, offer_id, version=version_wanted(request), **parts)
    return one(request, plan, version=plan.version)


@router.post("/{plan_id}/steps/{offer_id}/drop", response=changes(Plan), openapi_extra=IF_MATCH, summary="Drop")
def drop(request: HttpRequest, plan_id: str, offer_id: str, body: StepDropped) -> HttpResponse:
    """Drop a step."""
    plan = drop_step(*asked(request), plan_id, offer_id, note=body.note, version=version_wanted(request))
    return one(request, plan, version=plan.version)


@router.post("/{plan_id}/steps/{offer_id}/finish", response=changes(Plan), openapi_extra=IF_MATCH, summary="Finish")
def finish(request: HttpRequest, plan_id: str, offer_id: str, body: StepFinished) -> HttpResponse:
    """Finish an accepted step; what it proved is recorded, and needs that nearly fitted are looked at again."""
    parts = cast("arguments.FinishedStep", body.model_dump(exclude_unset=True))
    plan = finish_step(*asked(request), plan_id, offer_id, version=version_wanted(request), **parts)
    return one(request, plan, version=plan.version)
