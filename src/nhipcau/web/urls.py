"""A path of the office's pages comes in, the page that answers it goes out."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path
from django.views.i18n import set_language

from nhipcau.web import accounts, desk

app_name = "web"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", desk.desk, name="desk"),
    path("language/", set_language, name="language"),
    path("theme/", accounts.theme, name="theme"),
]
