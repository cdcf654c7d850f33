"""Files come in; what the reader takes from them goes out, as JSON or as a summary. No database, no settings."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import typer
from rich.markup import escape

from nhipcau.cli.exits import Exit
from nhipcau.cli.file_bytes import file_bytes
from nhipcau.cli.gather import gather
from nhipcau.cli.summary import summary
from nhipcau.cli.voice import as_json, complain, followed, out, warn
from nhipcau.cli.words_typed import AsJson, Paths, Published
from nhipcau.engine.read.record import to_record
from nhipcau.engine.read.same_agreement import clusters
from nhipcau.facts.errors import BadInput, NhipCauError
from nhipcau.facts.reading import Reading
from nhipcau.intake.extract import DocumentExtractor
from nhipcau.language.encoding import decode
from nhipcau.programme.office import Limits
from nhipcau.programme.read_text import read_text


@dataclass(frozen=True, slots=True)
class _Read:
    path: Path
    reading: Reading


def read(paths: Paths, as_json_: AsJson = False, published: Published = None) -> None:
    """Read documents and print what they say, each value with the words that say it. Needs no database.

    Nothing is stored. Files that cannot be read are named on standard error, the others are read all the same; the
    exit code is then 3.
    """
    files = gather(paths)
    if not files:
        raise BadInput("error.no-documents")
    limits = Limits()
    extractor = DocumentExtractor(largest_file=limits.largest_file, longest_text=limits.longest_text)
    taken: list[_Read] = []
    for path in followed(files, "cli.reading"):
        try:
            taken.append(_one(extractor, path, published))
        except NhipCauError as error:
            complain(error, of=str(path))
    shared = _together(taken)
    if as_json_:
        as_json([_finite(to_record(one.reading, one.path.stem)) for one in shared])
    else:
        _show(shared)
    if len(taken) < len(files):
        warn("cli.some-refused", refused=len(files) - len(taken), files=len(files))
        raise typer.Exit(Exit.SOME_REFUSED)


def _one(extractor: DocumentExtractor, path: Path, published: str | None) -> _Read:
    data = file_bytes(path, extractor.largest_file)
    found = extractor.extract(data, path.name)
    text = _as_given(data) if found.media_type == "text/plain" else found.text
    return _Read(path, read_text(text, published=published or found.published))


def _as_given(data: bytes) -> str:
    """Return the very text of a file, line ends and all: whoever reads the spans counts in it."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return decode(data).text


def _together(taken: list[_Read]) -> list[_Read]:
    """Give the records of one agreement one key over all documents."""
    keys = clusters([one.reading for one in taken])
    return [_with_keys(one, mine) for one, mine in zip(taken, keys, strict=True)]


def _with_keys(one: _Read, keys: Iterable[str]) -> _Read:
    agreements = tuple(replace(item, cluster=key) for item, key in zip(one.reading.agreements, keys, strict=True))
    return replace(one, reading=replace(one.reading, agreements=agreements))


def _finite(value: object) -> object:
    """Return a record whose whole numbers are written without a point, as people write them."""
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_finite(item) for item in value]
    if isinstance(value, float) and math.isfinite(value) and value.is_integer():
        return int(value)
    return value


def _show(taken: list[_Read]) -> None:
    console = out()
    for one in taken:
        console.print(f"[bold underline]{escape(str(one.path))}[/]", soft_wrap=True)
        console.print(summary(one.reading))
