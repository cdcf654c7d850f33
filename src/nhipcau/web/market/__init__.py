"""Requests about the market come in: needs, offers, matches, an office's own concepts; its pages go out."""

from __future__ import annotations
