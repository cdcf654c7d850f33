"""The classic problem, as published: a timetable with the fewest breaks, to proof; or a smallest conflict."""

from __future__ import annotations

from nhipcau.engine.meet.classic.solve import solve

__all__ = ["solve"]
