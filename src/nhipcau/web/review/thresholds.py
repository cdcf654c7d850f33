"""Thresholds typed by an officer come in; what they would change, and then that they hold, goes out."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from nhipcau.facts.errors import InvalidFields
from nhipcau.facts.record import Bands
from nhipcau.programme.move_bands import BandsPreview, bands_now, move_bands, preview_bands
from nhipcau.web.forms import Form
from nhipcau.web.page import Visit, page, tell
from nhipcau.web.register.asking import last_batch

_HUNDRED = 100


@require_http_methods(["GET", "POST"])
@page
def thresholds(request: Visit) -> HttpResponse:
    """Show the thresholds that hold, what others would change (GET with ``link`` and ``review``), or set them."""
    now = bands_now(request.office, request.actor)
    typed = request.POST if request.method == "POST" else request.GET
    form, status, preview = Form(_values(now)), 200, None
    if "link" in typed or "review" in typed:
        wish = {"link": typed.get("link", ""), "review": typed.get("review", "")}
        form = Form(wish)
        try:
            if request.method == "POST":
                move_bands(request.office, request.actor, **wish)
                tell(request, "done.thresholds-moved", undo=last_batch(request, "thresholds", "organisation"))
                return redirect("web:thresholds")
            preview = preview_bands(request.office, request.actor, **wish)
        except InvalidFields as wrong:
            form, status = Form.again(typed, wrong), 422
    context = {"form": form, "now": now, "preview": preview, "rows": _rows(preview)}
    return render(request, "nhipcau/review/thresholds.html", context, status=status)


def _values(bands: Bands) -> dict[str, str]:
    return {"link": _percent(bands.link), "review": _percent(bands.review)}


def _percent(share: float) -> str:
    return f"{share * _HUNDRED:.4f}".rstrip("0").rstrip(".")


def _rows(preview: BandsPreview | None) -> list[tuple[str, int, int]]:
    if preview is None:
        return []
    bands = ("link", "review", "apart")
    return [(band, getattr(preview.before, band), getattr(preview.after, band)) for band in bands]
