"""How many records, how many of them said twice, and a seed come in; a made-up register with known truth goes out.

Written from knowledge of how firms are named and listed, not from how we link them. Odd seeds draw on one inventory of
syllables, surnames, trades and streets (to develop on), even seeds on another (to report on).
"""

from __future__ import annotations

from benchmarks.register.rows import COLUMNS, register, register_with_truth, write

__all__ = ["COLUMNS", "register", "register_with_truth", "write"]
