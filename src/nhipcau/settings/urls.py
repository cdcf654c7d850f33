"""A path comes in, the room that answers it goes out."""

from __future__ import annotations

from django.urls import include, path

from nhipcau.api.site import api

urlpatterns = [
    path("account/", include("allauth.account.urls")),
    path("api/", api.urls),
    path("", include("nhipcau.web.urls")),
]
