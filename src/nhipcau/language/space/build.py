"""The labels of the thesaurus and the lines of the package come in; the space that is shipped goes out.

Run ``python -m nhipcau.language.space.build`` after the thesaurus or a file in ``lines/`` was changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from nhipcau.language.space.aligned import aligned
from nhipcau.language.space.space import SHIPPED
from nhipcau.language.space.train import LANGUAGES, Line, train
from nhipcau.language.thesaurus.vocabulary import Vocabulary, vocabulary

FOLDER: Final = Path(__file__).parent


def own_lines() -> tuple[Line, ...]:
    """Return what the shipped space is trained from: labels, then lines, each in three languages."""
    files = sorted((FOLDER / "lines").glob("*.tsv"))
    return (*_labels(vocabulary()), *(line for file in files for line in aligned(file)))


def main() -> None:
    """Train and write the space beside this file."""
    train(own_lines()).save(FOLDER / SHIPPED)


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
