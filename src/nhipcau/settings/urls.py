"""A path comes in, the room that answers it goes out."""

from __future__ import annotations

from django.urls import include, path

from nhipcau.api.site import api

urlpatterns = [
    path("account/", include("allauth.account.urls")),
    path("api/", api.urls),
    path("", include("nhipcau.web.urls")),
]

handler400 = "nhipcau.web.errors.bad_request"
handler403 = "nhipcau.web.errors.forbidden"
handler404 = "nhipcau.web.errors.not_found"
handler429 = "nhipcau.web.errors.too_many_requests"
handler500 = "nhipcau.web.errors.broken"
