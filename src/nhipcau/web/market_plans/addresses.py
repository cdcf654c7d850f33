"""Nothing comes in; the addresses of the pages of development plans go out."""

from __future__ import annotations

from django.urls import URLPattern, path

from nhipcau.web.market_plans import plan, plans

PLAN_ADDRESSES: tuple[URLPattern, ...] = (
    path("market/plans/", plans.plans, name="plans"),
    path("market/plans/make/", plans.make, name="plan-make"),
    path("market/plans/<slug:plan_id>/", plan.plan, name="plan"),
    path("market/plans/<slug:plan_id>/steps/<slug:offer_id>/<slug:verb>/", plan.act, name="plan-step"),
)
