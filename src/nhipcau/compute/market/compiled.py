"""A function over arrays comes in; the same as machine code, kept on disk where that may be, goes out."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

from numba import njit

P = ParamSpec("P")
R = TypeVar("R")


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """Compile at the first call, outside Python's lock; the machine code is kept for the next process.

    Where neither the installation nor the home folder may be written, it is made anew in each process.
    """
    try:
        return cast("Callable[P, R]", njit(nogil=True, cache=True)(function))
    except RuntimeError:
        return cast("Callable[P, R]", njit(nogil=True)(function))
