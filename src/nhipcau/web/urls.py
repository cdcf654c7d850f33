"""A path of the office's pages comes in, the page that answers it goes out."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path
from django.views.i18n import set_language

from nhipcau.web import accounts, desk, export, help, history, pictures, search

app_name = "web"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", desk.desk, name="desk"),
    path("help/", help.help_page, name="help"),
    path("language/", set_language, name="language"),
    path("network/", pictures.network, name="network"),
    path("network.<slug:form>", pictures.network, name="network-file"),
    path("timeline/", pictures.timeline, name="timeline"),
    path("timeline.<slug:form>", pictures.timeline, name="timeline-file"),
    path("states/", pictures.states, name="states"),
    path("states.<slug:form>", pictures.states, name="states-file"),
    path("export.<slug:form>", export.export, name="export"),
    path("search/", search.search, name="search"),
    path("history/", history.history, name="history"),
    path("history/<slug:batch>/undo/", history.undo, name="undo"),
    path("theme/", accounts.theme, name="theme"),
]
