"""What a search is given from outside: how long it took so far, when to stop, whom to tell. A clock comes in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nhipcau.facts.scheduling import Schedule


def _never() -> bool:
    return False


def _nobody(schedule: Schedule) -> None:
    del schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """``elapsed`` says the seconds since the search began, ``seconds`` how many it has.

    ``stop`` is asked often and ends the search at once with the best so far. ``tell`` is handed every better schedule,
    which keeps all rules. The same ``seed`` gives the same result wherever the time was not what ended the search.
    """

    elapsed: Callable[[], float]
    seconds: float = 60.0
    stop: Callable[[], bool] = _never
    tell: Callable[[Schedule], None] = _nobody
    seed: int = 1
    workers: int = 2

    def over(self) -> bool:
        """Tell whether the search has to end."""
        return self.elapsed() >= self.seconds or self.stop()

    def left(self) -> float:
        """Return how many seconds are left, at least 0."""
        return max(0.0, self.seconds - self.elapsed())
