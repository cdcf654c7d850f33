"""The labels of the thesaurus and the lines of the package come in; the space that is shipped goes out.

Run ``python -m nhipcau.language.space.build`` after a file in ``lines/`` or much of the thesaurus was changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from nhipcau.language.space.aligned import aligned
from nhipcau.language.space.space import SHIPPED
from nhipcau.language.space.train import LANGUAGES, Line, digest, train
from nhipcau.language.thesaurus.vocabulary import Vocabulary, vocabulary

FOLDER: Final = Path(__file__).parent


def own_lines() -> tuple[Line, ...]:
    """Return what the shipped space is trained from: labels, then lines, each in three languages."""
    return (*_labels(vocabulary()), *written_lines())


def written_lines() -> tuple[Line, ...]:
    """Return the lines in ``lines/``; by these a space knows what it was made of, labels may go on changing."""
    files = sorted((FOLDER / "lines").glob("*.tsv"))
    return tuple(line for file in files for line in aligned(file))


def main() -> None:
    """Train and write the space beside this file."""
    replace(train(own_lines()), made_of=digest(written_lines())).save(FOLDER / SHIPPED)


def _labels(concepts: Vocabulary) -> Iterator[Line]:
    """Yield for each concept its preferred labels, and all of them together."""
    for one in concepts.concepts.values():
        every = ("; ".join((one.labels[language], *one.other_labels.get(language, ()))) for language in LANGUAGES)
        yield _line(one.labels[language] for language in LANGUAGES)
        yield _line(every)


def _line(cells: Iterator[str]) -> Line:
    vietnamese, korean, english = cells
    return vietnamese, korean, english


if __name__ == "__main__":
    main()
