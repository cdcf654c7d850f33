"""The public linkage sets beside this checkout come in; their records, their truth and our settings for them go out."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from nhipcau.compute.fields import Column, Kind

NAMES = Path(__file__).resolve().parent.parent.parent / "shared" / "names"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicSet:
    """One set: its records, which body each is of, the columns that we link it by, and our threshold."""

    table: pa.Table
    truth: Sequence[str]
    columns: tuple[Column, ...]
    link: float


def febrl4() -> PublicSet:
    """Return Febrl's fourth set, both halves one after the other: every person twice."""
    rows = [row for half in "ab" for row in _csv(NAMES / f"febrl_dataset4{half}.csv")]
    table = pa.table({name: [row[name] or None for row in rows] for name in rows[0]})
    columns = (
        Column(name="given_name", kind=Kind.NAME),
        Column(name="surname", kind=Kind.NAME),
        Column(name="date_of_birth", kind=Kind.DATE),
        Column(name="soc_sec_id", kind=Kind.CODE),
        Column(name="postcode", kind=Kind.CODE),
        Column(name="address_1", kind=Kind.WORDS),
        Column(name="suburb", kind=Kind.NAME),
        Column(name="state", kind=Kind.CHOICE, blocks=False),
        Column(name="street_number", kind=Kind.CODE, blocks=False),
    )
    return PublicSet(table=table, truth=[row["rec_id"].split("-")[1] for row in rows], columns=columns, link=0.9)


def historical() -> PublicSet:
    """Return the 50,578 records of historical persons that Splink shows."""
    table = pq.read_table(NAMES / "historical_50k.parquet")
    columns = (
        Column(name="first_name", kind=Kind.NAME),
        Column(name="surname", kind=Kind.NAME),
        Column(name="dob", kind=Kind.DATE),
        Column(name="postcode_fake", kind=Kind.CODE),
        Column(name="birth_place", kind=Kind.NAME),
        Column(name="occupation", kind=Kind.CHOICE, blocks=False),
    )
    return PublicSet(table=table, truth=table["cluster"].to_pylist(), columns=columns, link=0.95)


SETS = {"febrl4": febrl4, "historical 50k": historical}


def _csv(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [
            {name: value.strip() for name, value in row.items()} for row in csv.DictReader(lines, skipinitialspace=True)
        ]
