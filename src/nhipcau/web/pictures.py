"""A question about the whole register comes in; a picture goes out, in the page or as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from nhipcau.programme.queries.commitment_states import commitment_states
from nhipcau.programme.queries.network import network as network_of
from nhipcau.programme.queries.timeline import timeline as timeline_of
from nhipcau.programme.views import NetworkNode, TimelineSpan
from nhipcau.report.pictures.network import network_picture, shown
from nhipcau.report.pictures.render import Picture, png, svg
from nhipcau.report.pictures.states import states_picture
from nhipcau.report.pictures.timeline import timeline_picture
from nhipcau.web.page import Visit, language_of, page
from nhipcau.words.labels import report_label

_FORMATS = {"svg": "image/svg+xml", "png": "image/png"}
_SUBJECTS = ("agreement", "owner")


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the ways to look at a thing."""

    title: str
    address: str
    current: bool
    count: int | None = None


@page
def network(request: Visit, form: str = "") -> HttpResponse:
    """Show who signed with whom."""
    found = network_of(request.office, request.actor)
    picture = network_picture(found, report_label(language_of(request)), link)
    if form:
        return _file(picture, "network", form)
    names = {node.organisation_id: node for node in found.nodes}
    rows: list[tuple[NetworkNode, NetworkNode, int]] = [
        (names[edge.source], names[edge.target], len(edge.agreement_ids)) for edge in found.edges
    ]
    rows.sort(key=lambda row: (-row[2], row[0].name))
    context = {"empty": not found.nodes, "rows": rows, "all": len(found.nodes), "drawn": len(shown(found).nodes)}
    return _page(request, "network", picture, context)


@page
def timeline(request: Visit, form: str = "") -> HttpResponse:
    """Show agreements with their terms and renewals in time."""
    found = timeline_of(request.office, request.actor)
    picture = timeline_picture(found, request.office.clock.today(), report_label(language_of(request)), link)
    if form:
        return _file(picture, "timeline", form)
    dated: list[TimelineSpan] = [span for span in found if span.first]
    undated = [span for span in found if not span.first]
    titles = {span.agreement_id: span.title for span in found}
    rows = [(span, titles.get(span.renewal_of or "")) for span in dated]
    return _page(request, "timeline", picture, {"empty": not found, "rows": rows, "undated": undated})


@page
def states(request: Visit, form: str = "") -> HttpResponse:
    """Show how many commitments are in which state, by agreement or by owner."""
    by = request.GET.get("by", "agreement")
    if by not in _SUBJECTS:
        raise Http404
    found = commitment_states(request.office, request.actor, by=by)
    picture = states_picture(found, by, report_label(language_of(request)), link)
    if form:
        return _file(picture, f"states-by-{by}", form)
    here = reverse("web:states")
    tabs = [
        Tab(title, f"{here}?{urlencode({'by': subject})}", subject == by)
        for subject, title in zip(_SUBJECTS, (_("By agreement"), _("By owner")), strict=True)
    ]
    return _page(request, "states", picture, {"empty": not found, "rows": found, "tabs": tabs, "by": by})


def link(kind: str, thing_id: str) -> str:
    """Return the page that a part of a picture leads to."""
    addresses: dict[str, Callable[[], str]] = {
        "agreement": lambda: reverse("web:agreement", args=[thing_id]),
        "organisation": lambda: reverse("web:organisation", args=[thing_id]),
        "agreements-of": lambda: f"{reverse('web:agreements')}?{urlencode({'organisation': thing_id})}",
        "commitments-without-owner": lambda: f"{reverse('web:commitments')}?missing=owner",
    }
    return addresses[kind]()


def _page(request: Visit, name: str, picture: Picture, context: dict[str, object]) -> HttpResponse:
    # The drawing is ours: every name in it was escaped by the renderer, and it holds neither script nor style.
    drawn = "" if context["empty"] else SafeString(svg(picture))
    return render(request, f"nhipcau/{name}.html", {**context, "picture": drawn, "name": name})


def _file(picture: Picture, name: str, form: str) -> HttpResponse:
    if form not in _FORMATS:
        raise Http404
    body: str | bytes = svg(picture, background="white") if form == "svg" else png(picture)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return HttpResponse(body, content_type=_FORMATS[form], headers=headers)
