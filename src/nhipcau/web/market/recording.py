"""A certificate, an audit or a measurement of an offer comes in, typed in a form; the offer says so from then on."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from nhipcau.facts.errors import InvalidFields
from nhipcau.programme.arguments import AttributeParts
from nhipcau.programme.record_attribute import record_attribute
from nhipcau.web.forms import Form, version_of
from nhipcau.web.market.items import shown_item
from nhipcau.web.market.sides import SIDES
from nhipcau.web.market.typed import TermRow, attribute_parts
from nhipcau.web.page import Visit, language_of, page, tell
from nhipcau.web.register.asking import last_batch


@require_POST
@page
def record(request: Visit, item_id: str) -> HttpResponse:
    """Record what was certified or measured of an offer; needs that failed on it alone are matched again."""
    typed = request.POST
    row = TermRow(
        code=typed.get("property", ""), value=typed.get("value", ""), unit=typed.get("unit", ""), on=typed.get("on", "")
    )
    parts: AttributeParts = attribute_parts(row, language_of(request))
    try:
        record_attribute(
            request.office,
            request.actor,
            item_id,
            attribute=parts,
            evidence=typed.get("evidence", ""),
            version=version_of(typed),
        )
    except InvalidFields as wrong:
        one = SIDES["offer"]
        view = one.show_item(request.office, request.actor, item_id)
        return shown_item(request, one, view, 422, record_form=Form.again(typed, wrong, "record-"))
    tell(request, "done.attribute-recorded", undo=last_batch(request, "offer", item_id))
    return redirect("web:offer", item_id)
