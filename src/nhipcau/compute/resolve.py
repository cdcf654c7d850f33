"""Files of records come in; the file of their clusters, and that of the doubtful pairs, go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nhipcau.compute.files import batches, opened, write
from nhipcau.compute.linkage import Scorer, workbench
from nhipcau.compute.organisations import clusters_table, linked_organisations, review_table
from nhipcau.compute.spark import on_spark
from nhipcau.facts.record import Bands


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How many records there were, how many organisations they are, and how many pairs are doubtful."""

    records: int
    clusters: int
    doubtful: int


def resolve_files(
    files: Sequence[Path], to: Path, review: Path | None, bands: Bands, *, spark: str | None = None
) -> Outcome:
    """Link the records of all files together and write the outcome; ``spark`` is the address of a cluster, if any."""
    with workbench() as connection, opened(connection, files), _scorer(spark) as score:
        linked = linked_organisations(connection, batches(connection), bands, score=score)
        clusters = clusters_table(connection, linked)
        doubtful = review_table(connection, linked, bands)
        write(connection, clusters, to)
        if review is not None:
            write(connection, doubtful, review)
        return Outcome(
            records=clusters.num_rows, clusters=len(clusters["cluster"].unique()), doubtful=doubtful.num_rows
        )


@contextmanager
def _scorer(spark: str | None) -> Iterator[Scorer | None]:
    if spark is None:
        yield None
        return
    with on_spark(spark) as score:
        yield score
