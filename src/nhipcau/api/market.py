"""Requests under ``/api/market`` come in; how needs and offers meet, in numbers, goes out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Router

from nhipcau.api.answers import plain_answer
from nhipcau.api.auth import asked
from nhipcau.api.replies import reads
from nhipcau.programme.queries.market_coverage import market_coverage
from nhipcau.programme.queries.market_openings import market_openings
from nhipcau.programme.queries.market_supply import market_supply
from nhipcau.programme.views import CoverageRow, Opening, SupplyRow

router = Router(tags=["market"])


@router.get("/coverage", response=reads(list[CoverageRow]), summary="Concepts needed and offered")
def get_coverage(request: HttpRequest) -> HttpResponse:
    """Count the needs and offers of every concept, and say whether both sides meet in it."""
    return plain_answer(list(market_coverage(*asked(request))))


@router.get("/openings", response=reads(list[Opening]), summary="Gaps that keep pairs apart")
def get_openings(request: HttpRequest) -> HttpResponse:
    """List the gaps that, if closed, would open the most matches."""
    return plain_answer(list(market_openings(*asked(request))))


@router.get("/supply", response=reads(list[SupplyRow]), summary="Offers by province")
def get_supply(request: HttpRequest) -> HttpResponse:
    """Count the offers of each kind in every province."""
    return plain_answer(list(market_supply(*asked(request))))
