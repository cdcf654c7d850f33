"""A path of the office's pages comes in, the page that answers it goes out."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
