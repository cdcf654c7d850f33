"""How a person wants to be told of new matches comes in; it is kept, and the page of it shown."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_POST

from nhipcau.facts.deal import Digest
from nhipcau.programme.choose_digest import choose_digest
from nhipcau.programme.open_feed import close_feed, open_feed
from nhipcau.programme.queries.following import following
from nhipcau.web.forms import Form
from nhipcau.web.page import Visit, language_of, page, tell
from nhipcau.words.labels import label


@require_GET
@page
def news(request: Visit) -> HttpResponse:
    """Show how one is told of new matches."""
    return _shown(request)


@require_POST
@page
def tell_by_mail(request: Visit) -> HttpResponse:
    """Choose how often a letter comes."""
    choose_digest(request.office, request.actor, digest=request.POST.get("digest", ""))
    tell(request, "done.saved")
    return redirect("web:news")


@require_POST
@never_cache
@sensitive_variables("secret")
@page
def open_(request: Visit) -> HttpResponse:
    """Open a feed; its address stands on this answer and nowhere else."""
    secret = open_feed(request.office, request.actor)
    return _shown(request, address=request.build_absolute_uri(reverse("web:feed", args=[secret])))


@require_POST
@page
def close(request: Visit) -> HttpResponse:
    """Close the feed."""
    close_feed(request.office, request.actor)
    tell(request, "done.feed-closed")
    return redirect("web:news")


def _shown(request: Visit, *, address: str = "") -> HttpResponse:
    known = following(request.office, request.actor)
    language = language_of(request)
    context = {
        "form": Form({"digest": known.digest.value}),
        "digests": [(one.value, label("digest", one.value, language)) for one in Digest],
        "mail": request.user.email if request.user.is_authenticated else "",
        "has_feed": bool(known.feed_key),
        "address": address,
    }
    return render(request, "nhipcau/market/news.html", context)
