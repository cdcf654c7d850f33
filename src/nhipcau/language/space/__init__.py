"""Texts of three languages come in; vectors in one space go out, near one another where they mean the same."""

from __future__ import annotations

from nhipcau.language.space.space import Near, Space

__all__ = ["Near", "Space"]
