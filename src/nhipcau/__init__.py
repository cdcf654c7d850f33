"""Nhịp Cầu: signed papers come in, owned commitments and proven results go out."""

from __future__ import annotations

__version__ = "0.1.0"
