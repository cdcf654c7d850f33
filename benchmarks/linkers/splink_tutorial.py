"""A register comes in; the clusters that Splink 5 finds when its own tutorial is followed go out.

Columns are cleaned first, as its guide advises: letters folded, legal forms dropped (the same way as for rapidfuzz),
numbers kept as digits. Comparisons, estimation and the threshold of 0.95 are the tutorial's.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from benchmarks.linkers.files import run
from benchmarks.linkers.rapidfuzz_rules import folded

_NO_DIGIT = re.compile(r"\D")
_SITE = re.compile(r"^(https?://)?(www\.)?|/$")
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


def cleaned(file: Path) -> pa.Table:
    """Return the columns as its guide wants them: one way of writing for one value."""
    rows = pq.read_table(file).to_pydict()
    domains = [_SITE.sub("", (value or "").lower()).split("@")[-1] for value in rows["domain"]]
    return pa.table(
        {
            "unique_id": rows["id"],
            "name": [folded(name.split("|")[0]) or None for name in rows["name"]],
            "identifier": [_NO_DIGIT.sub("", value or "") or None for value in rows["identifier"]],
            "address": [folded(value or "") or None for value in rows["address"]],
            "place": [folded(value or "") or None for value in rows["place"]],
            "phone": [_NO_DIGIT.sub("", value or "")[-8:] or None for value in rows["phone"]],
            "domain": [domain or None for domain in domains],
            "people": [folded(value or "") or None for value in rows["people"]],
        }
    )


def link(file: Path) -> pa.Table:
    """Train, predict and cluster as the tutorial does."""
    connection = duckdb.connect()
    connection.register("cleaned_rows", cleaned(file))
    connection.execute("CREATE TABLE cleaned AS SELECT * FROM cleaned_rows")
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
        f"SELECT unique_id AS id, cluster_id AS cluster FROM {clustered.physical_name}"
    ).to_arrow_table()


if __name__ == "__main__":
    run(link, __doc__)
