"""A person's own choices come in (theme, access keys); they are kept, and the page shown again."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from nhipcau.web.shell import THEME_COOKIE, THEMES

_YEAR = 365 * 24 * 3600


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme in a cookie and go back to the page."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}):
        back = "/"
    response = HttpResponseRedirect(back)
    chosen = request.POST.get("theme", "system")
    if chosen in THEMES:
        response.set_cookie(THEME_COOKIE, chosen, _YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return response
