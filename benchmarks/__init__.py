"""One program a promise: the peer and ours in one run, on the same data and machine; a table and JSON go out."""

from __future__ import annotations
