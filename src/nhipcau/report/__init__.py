"""Facts come in; tables, files and pictures go out."""

from __future__ import annotations
