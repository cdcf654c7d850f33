"""The rows of a sheet come in; its heads in one line, and the rows below them, go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from nhipcau.intake.spreadsheet.cells import Cells
from nhipcau.intake.spreadsheet.excel import Merged
from nhipcau.language.column_heads import is_head

_LOOKED_AT: Final = 40
_ENOUGH: Final = 2
_HALF: Final = 0.5
_LONGEST_HEAD: Final = 200
_ALPHABET: Final = 26

Numbered = tuple[int, Cells]


@dataclass(frozen=True, slots=True)
class Below:
    """Heads, the number of the first row below them, and those rows, each as wide as the heads."""

    heads: tuple[str, ...]
    first_row: int
    rows: Iterator[Numbered]


def below_heads(rows: Iterator[Numbered], merged: Merged) -> Below:
    """Tell titles, one or two rows of heads, and rows apart.

    The row of heads is the one of the first forty in which most cells read like a head. A sheet without one is given
    the letters of its columns.
    """
    first = list(islice(rows, _LOOKED_AT))
    if not first:
        return Below((), 1, iter(()))
    place = _place_of_heads(first)
    if place is None:
        return _without_heads(first, rows)
    heads, after = list(_spread(first[place], merged)), place + 1
    if after < len(first) and _is_second(first[place], first[after], merged):
        heads, after = _joined(heads, first[after][1]), after + 1
    body = chain(first[after:], rows)
    number = first[after][0] if after < len(first) else first[after - 1][0] + 1
    return _of_one_width(heads, number, body, first[after:])


def _place_of_heads(first: Sequence[Numbered]) -> int | None:
    scores = [sum(map(is_head, cells)) for _, cells in first]
    best = max(range(len(first)), key=lambda place: (min(scores[place], 20), -place))
    if scores[best] >= _ENOUGH or (scores[best] == 1 and sum(map(bool, first[best][1])) == 1):
        return best - 1 if best and _all_heads(first[best - 1][1]) else best
    # In a language that nobody here reads: the first row of words above rows with figures.
    wide = next((place for place, (_, cells) in enumerate(first) if sum(map(bool, cells)) >= _ENOUGH), 0)
    return wide if scores[best] or not any(map(_has_digit, first[wide][1])) else None


def _all_heads(cells: Cells) -> bool:
    """Tell whether a row is a first row of heads above one with more of them; a title is one cell alone."""
    said = [cell for cell in cells if cell]
    return len(said) >= _ENOUGH and all(map(is_head, said))


def _without_heads(first: list[Numbered], rows: Iterator[Numbered]) -> Below:
    width = max(len(cells) for _, cells in first)
    return _of_one_width([_letters(column) for column in range(width)], first[0][0], chain(first, rows), first)


def _is_second(upper: Numbered, lower: Numbered, merged: Merged) -> bool:
    """Tell whether the next row is a second row of heads: below a merged or an empty head, and itself of heads."""
    said = [cell for cell in lower[1] if cell]
    if not said or sum(map(is_head, said)) < _HALF * len(said) or any(map(_has_digit, said)):
        return False
    wide = any((upper[0], column) in merged for column in range(len(lower[1])))
    parted = any(
        cell and not (upper[1][column] if column < len(upper[1]) else "") for column, cell in enumerate(lower[1])
    )
    tall = any(merged.get((lower[0], column), (0, 0))[0] == upper[0] for column in range(len(lower[1])))
    return wide or parted or tall


def _spread(row: Numbered, merged: Merged) -> Iterator[str]:
    """Yield heads; one merged over several columns is the head of each."""
    number, cells = row
    last = max((column for at, column in merged if at == number), default=-1)
    for column in range(max(len(cells), last + 1)):
        text = cells[column] if column < len(cells) else ""
        start = merged.get((number, column))
        yield cells[start[1]] if not text and start and start[0] == number and start[1] < len(cells) else text


def _joined(upper: list[str], lower: Cells) -> list[str]:
    """Return two rows of heads as one; without merged cells an empty head goes on what stands left of it."""
    width = max(len(upper), len(lower))
    joined, group = [], ""
    for column in range(width):
        above = upper[column] if column < len(upper) else ""
        below = lower[column] if column < len(lower) else ""
        group = above or group
        above = above or (group if below else "")
        joined.append(f"{above} – {below}" if above and below and above != below else above or below)
    return joined


def _of_one_width(heads: list[str], number: int, body: Iterator[Numbered], seen: Sequence[Numbered]) -> Below:
    width = max([len(heads), *(len(cells) for _, cells in seen)])
    used = {column for _, cells in seen for column, cell in enumerate(cells) if cell}
    width = (
        max(
            (column for column in range(width) if column in used or (column < len(heads) and heads[column])), default=-1
        )
        + 1
    )
    named = [
        (heads[column] if column < len(heads) else "")[:_LONGEST_HEAD] or _letters(column) for column in range(width)
    ]
    return Below(tuple(named), number, ((at, _fitted(cells, width)) for at, cells in body if any(cells[:width])))


def _fitted(cells: Cells, width: int) -> Cells:
    return cells[:width] if len(cells) >= width else cells + ("",) * (width - len(cells))


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _letters(column: int) -> str:
    letters = ""
    while column >= 0:
        letters = chr(ord("A") + column % _ALPHABET) + letters
        column = column // _ALPHABET - 1
    return letters
