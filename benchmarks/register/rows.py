"""Sizes and a seed come in; batches of the columns of ``nhipcau resolve``, with the truth beside them, go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.register.bodies import Body, body, generator
from benchmarks.register.inventory import Inventory, inventory
from benchmarks.register.numbers import spelled_tax_code, spelled_telephone, tax_code, wrong_digit
from benchmarks.register.spellings import SOURCES, Source, address, names, person, place

COLUMNS = (
    "id",
    "name",
    "kind",
    "country",
    "language",
    "acronym",
    "identifier",
    "address",
    "place",
    "phone",
    "domain",
    "people",
)
_SHARES = [source.share for source in SOURCES]
_SCHEMA = pa.schema([(column, pa.string()) for column in COLUMNS])
_TRUTH = pa.schema([("id", pa.string()), ("truth", pa.string())])
_BATCH = 10_000

Batch = dict[str, list[str | None]]
Row = tuple[str | None, ...]


def register(records: int, duplicates: float, seed: int) -> Iterator[Batch]:
    """Yield the register in batches of columns; ``duplicates`` is the share of records that say a body again."""
    for batch, _ in register_with_truth(records, duplicates, seed):
        yield batch


def register_with_truth(records: int, duplicates: float, seed: int) -> Iterator[tuple[Batch, list[str]]]:
    """Yield batches of columns, and for each record of the batch which body it is of."""
    world = inventory(seed)
    said: Counter[int] = Counter()
    keys = _order(records, duplicates, seed)
    for start in range(0, records, _BATCH):
        part = [int(key) for key in keys[start : start + _BATCH]]
        rows = []
        for number, key in enumerate(part, start=start):
            said[key] += 1
            rows.append((f"R{number:07d}", *_row(generator(seed, key, said[key]), body(seed, key, world), world)))
        columns = zip(*rows, strict=True)
        yield dict(zip(COLUMNS, map(list, columns), strict=True)), [f"B{key:07d}" for key in part]


def write(to: Path, records: int, duplicates: float, seed: int) -> Path:
    """Write the register to a Parquet file and its truth (id, truth) beside it; return where the truth is."""
    truth_file = to.with_name(f"{to.stem}_truth.parquet")
    with pq.ParquetWriter(to, _SCHEMA) as rows, pq.ParquetWriter(truth_file, _TRUTH) as truths:
        for batch, truth in register_with_truth(records, duplicates, seed):
            rows.write_table(pa.table(batch, schema=_SCHEMA))
            truths.write_table(pa.table({"id": batch["id"], "truth": truth}, schema=_TRUTH))
    return truth_file


def _order(records: int, duplicates: float, seed: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return which body each record is of: every body once, the rest bodies again, some of them many times."""
    if not 0 <= duplicates < 1:
        raise ValueError(duplicates)
    draw = np.random.default_rng(seed)
    bodies = records - round(records * duplicates)
    again = draw.integers(0, bodies, records - bodies)
    earlier = (draw.random(len(again)) * np.arange(len(again))).astype(np.int64)
    again = np.where(draw.random(len(again)) < 0.3, again[earlier], again) if len(again) else again
    keys = np.concatenate([np.arange(bodies), again]).astype(np.int64)
    draw.shuffle(keys)
    return keys


def _row(draw: Random, who: Body, world: Inventory) -> Row:
    source = draw.choices(SOURCES, _SHARES)[0]
    name, language = names(draw, who, source)
    where = who.before if who.before and draw.random() < 0.45 else who.address
    return (
        name,
        who.kind if draw.random() < 0.6 else None,
        who.country if draw.random() < 0.9 else None,
        language if draw.random() < 0.7 else None,
        who.template.acronym or None if who.template and draw.random() < 0.4 else None,
        _identifier(draw, who, source),
        address(draw, where, language, source) if draw.random() < source.address else None,
        place(draw, where, language) if draw.random() < 0.88 else None,
        spelled_telephone(draw, who.phone, who.country) if draw.random() < source.phone else None,
        _domain(draw, who, world) if draw.random() < source.domain else None,
        person(draw, who.person, language, source) if draw.random() < source.people else None,
    )


def _identifier(draw: Random, who: Body, source: Source) -> str | None:
    if draw.random() >= source.identifier:
        return None
    code = who.tax
    if draw.random() < 0.01:  # a slip of the keyboard, or the line of another firm
        code = wrong_digit(draw, code) if draw.random() < 0.7 else tax_code(draw, who.country)
    return spelled_tax_code(draw, code, who.country)


def _domain(draw: Random, who: Body, world: Inventory) -> str:
    if who.mail_only:
        mails = ("naver.com", "hanmail.net", "gmail.com") if who.country == "KR" else ("gmail.com", "yahoo.com.vn")
        return f"{draw.choice(world.korean).en[0]}{who.key % 997}@{mails[who.key % len(mails)]}"
    way = draw.random()
    if way < 0.5:
        return who.domain
    if way < 0.75:
        return f"www.{who.domain}"
    return f"https://{who.domain}/" if way < 0.88 else f"{draw.choice(('info', 'sales', 'contact'))}@{who.domain}"
