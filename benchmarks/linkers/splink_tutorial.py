"""A register comes in; the clusters that Splink 5 finds when its own tutorial is followed go out.

Columns are lower-cased and numbers kept as digits, as its guide to cleaning data advises; comparisons, estimation and
the threshold of 0.95 are the tutorial's.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from benchmarks.linkers.files import run

_CLEANED = """
    CREATE TABLE cleaned AS SELECT
        id AS unique_id,
        lower(trim(regexp_replace(name, '[.,()|"-]+', ' ', 'g'))) AS name,
        nullif(regexp_replace(identifier, '[^0-9]', '', 'g'), '') AS identifier,
        lower(trim(address)) AS address,
        lower(trim(place)) AS place,
        nullif(regexp_replace(phone, '[^0-9]', '', 'g'), '') AS phone,
        regexp_replace(lower(domain), '^(https?://)?(www\\.)?|/$', '', 'g') AS domain,
        lower(people) AS people
    FROM read_parquet(?)
"""
_RULES = (("identifier",), ("phone",), ("domain",), ("name", "place"), ("address",), ("people", "place"))


def settings() -> SettingsCreator:
    """Return the settings a newcomer writes after the tutorial."""
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="unique_id",
        comparisons=[
            cl.NameComparison("name"),
            cl.ExactMatch("identifier"),
            cl.JaroWinklerAtThresholds("address"),
            cl.ExactMatch("place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("phone"),
            cl.ExactMatch("domain"),
            cl.NameComparison("people"),
        ],
        blocking_rules_to_generate_predictions=[block_on(*columns) for columns in _RULES],
    )


def link(file: Path) -> pa.Table:
    """Train, predict and cluster as the tutorial does."""
    connection = duckdb.connect()
    connection.execute(_CLEANED, [str(file)])
    api: Any = DuckDBAPI(connection=connection)
    linker = Linker(api.register("cleaned"), settings())
    linker.training.estimate_probability_two_random_records_match(
        [block_on("identifier", "name"), block_on("name", "address"), block_on("name", "phone")], recall=0.7
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for columns in (("identifier",), ("name", "place")):
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(*columns))
    predicted = linker.inference.predict(threshold_match_probability=0.9)
    clustered = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, 0.95)
    return connection.execute(
        f"SELECT unique_id AS id, cluster_id AS cluster FROM {clustered.physical_name}"  # noqa: S608 -- Splink's name
    ).to_arrow_table()


if __name__ == "__main__":
    run(link, __doc__)
