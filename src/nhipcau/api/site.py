"""Requests under ``/api/`` come in, each goes to its resource."""

from __future__ import annotations

from ninja import NinjaAPI

api = NinjaAPI(title="Nhịp Cầu", urls_namespace="api")
