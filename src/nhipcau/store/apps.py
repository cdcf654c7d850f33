"""Django's start comes in, the one app with tables goes out."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The register's tables."""

    name = "nhipcau.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
