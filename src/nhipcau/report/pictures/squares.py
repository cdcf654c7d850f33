"""Sizes and a rectangle come in; one part of the rectangle for each size goes out, none thinner than it must be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``y`` grows downwards."""

    x: float
    y: float
    width: float
    height: float


def squarified(sizes: Sequence[float], box: Box) -> tuple[Box, ...]:
    """Lay sizes out by area, in their order: the largest first gives parts nearest to squares.

    The squarified treemap of Bruls, Huizing and van Wijk (2000): a row along the shorter side takes the next size as
    long as its worst part becomes no thinner by it. Sizes are above 0.
    """
    total = sum(sizes)
    if not total or not box.width or not box.height:
        return tuple(Box(box.x, box.y, 0, 0) for _ in sizes)
    scale = box.width * box.height / total
    areas = [size * scale for size in sizes]
    laid: list[Box] = []
    while len(laid) < len(areas):
        row = _row(areas[len(laid) :], min(box.width, box.height))
        parts, box = _cut(row, box)
        laid.extend(parts)
    return tuple(laid)


def _row(areas: Sequence[float], side: float) -> list[float]:
    """Return how many of the next areas stand in one row along a side."""
    row = [areas[0]]
    for area in areas[1:]:
        if _worst([*row, area], side) > _worst(row, side):
            break
        row.append(area)
    return row


def _worst(row: Iterable[float], side: float) -> float:
    """Return how many times longer than wide the thinnest part of a row is."""
    areas = list(row)
    total = sum(areas)
    thickness = total / side
    return max(max(thickness * thickness / area, area / (thickness * thickness)) for area in areas)


def _cut(row: Sequence[float], box: Box) -> tuple[list[Box], Box]:
    """Return the parts of a row, and what of the box is left."""
    total = sum(row)
    if box.width >= box.height:
        thickness = total / box.height
        parts = [Box(box.x, box.y + at / thickness, thickness, area / thickness) for at, area in _running(row)]
        return parts, Box(box.x + thickness, box.y, max(box.width - thickness, 0), box.height)
    thickness = total / box.width
    parts = [Box(box.x + at / thickness, box.y, area / thickness, thickness) for at, area in _running(row)]
    return parts, Box(box.x, box.y + thickness, box.width, max(box.height - thickness, 0))


def _running(row: Iterable[float]) -> Iterator[tuple[float, float]]:
    at = 0.0
    for area in row:
        yield at, area
        at += area
