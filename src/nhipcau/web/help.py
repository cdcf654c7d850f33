"""A signed-in person comes in, the page that explains the program goes out."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from nhipcau.web.page import Visit, page


@page
def help_page(request: Visit) -> HttpResponse:
    """Show the help."""
    return render(request, "nhipcau/help.html")
