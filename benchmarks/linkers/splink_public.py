"""The name of a public set comes in; the clusters that Splink 5 finds with its demonstration's settings go out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from benchmarks.linkers.files import run
from benchmarks.public_sets import SETS

_THRESHOLD = 0.95


def link(name: Path) -> pa.Table:
    """Train, predict and cluster as the demonstration of the set does; a record is its number."""
    chosen = SETS[str(name)]().table
    connection = duckdb.connect()
    connection.register("given", chosen)
    more = ", concat_ws(' ', first_name, surname) AS forename_surname" if str(name) != "febrl4" else ""
    connection.execute(
        f"CREATE TABLE records AS SELECT * EXCLUDE ({chosen.column_names[0]}), "
        f"row_number() OVER () - 1 AS unique_id{more} FROM given"
    )
    api: Any = DuckDBAPI(connection=connection)
    settings, certain, trained_on = _febrl4() if str(name) == "febrl4" else _historical()
    linker = Linker(api.register("records"), settings)
    linker.training.estimate_probability_two_random_records_match(certain, recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    for columns in trained_on:
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(*columns))
    predicted = linker.inference.predict(threshold_match_probability=0.9)
    clustered = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, _THRESHOLD)
    return connection.execute(
        f"SELECT unique_id AS id, cluster_id AS cluster FROM {clustered.physical_name}"
    ).to_arrow_table()


Plan = tuple[SettingsCreator, list[Any], tuple[tuple[str, ...], ...]]


def _febrl4() -> Plan:
    rules = (
        ("given_name", "surname"),
        ("soc_sec_id",),
        ("date_of_birth",),
        ("surname", "postcode"),
        ("given_name", "postcode"),
        ("address_1", "suburb"),
    )
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("date_of_birth", [1, 2]),
            cl.LevenshteinAtThresholds("soc_sec_id", [2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[block_on(*columns) for columns in rules],
    )
    certain = [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")]
    return settings, certain, (("date_of_birth",), ("postcode",))


def _historical() -> Plan:
    rules = (
        ("substr(first_name, 1, 3)", "substr(surname, 1, 4)"),
        ("surname", "dob"),
        ("first_name", "dob"),
        ("postcode_fake", "first_name"),
        ("postcode_fake", "surname"),
        ("dob", "birth_place"),
        ("substr(postcode_fake, 1, 3)", "dob"),
        ("substr(postcode_fake, 1, 3)", "first_name"),
        ("substr(postcode_fake, 1, 3)", "surname"),
        ("substr(first_name, 1, 2)", "substr(surname, 1, 2)", "substr(dob, 1, 4)"),
    )
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "surname", forename_surname_concat_col_name="forename_surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.PostcodeComparison("postcode_fake"),
            cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[block_on(*columns) for columns in rules],
    )
    certain = [
        "l.first_name = r.first_name and l.surname = r.surname and l.dob = r.dob",
        """substr(l.first_name,1,2) = substr(r.first_name,1,2) and l.surname = r.surname
           and substr(l.postcode_fake,1,2) = substr(r.postcode_fake,1,2)""",
        "l.dob = r.dob and l.postcode_fake = r.postcode_fake",
    ]
    return settings, certain, (("first_name", "surname"), ("dob",))


if __name__ == "__main__":
    run(link, __doc__)
