"""Facts in space and time come in; charts that a page and a report can both show go out."""

from __future__ import annotations
