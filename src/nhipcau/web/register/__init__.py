"""Requests about what stands in the register come in; its pages go out."""

from __future__ import annotations
