"""A segment comes in and a file of its arrays goes out; the file comes in and the segment, mapped, goes out.

The file is a head (which arrays, of what sort, where) and the arrays themselves, each from a multiple of 64 bytes on.
"""

from __future__ import annotations

import json
import mmap
import os
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from nhipcau.compute.market.lists import Entries, Lists
from nhipcau.compute.market.packed import Packed, packed
from nhipcau.compute.market.segment import Segment

# The number goes up when the arrays mean something else; an older file is then built anew.
_MAGIC: Final = b"NHIPCAU\x01"
_STEP: Final = 64
_LISTS: Final = ("terms", "figures", "members", "stated")
_SORTS: Final = {"starts": "<i8", "letters": "|u1", "places": "<i4", "values": "<i8", "boosts": "<i4"}


class Broken(Exception):
    """The file is not what was written: cut short, altered, or of another format."""


def write(segment: Segment, file: Path) -> str:
    """Write a segment, wait until it is on the disk and return its digest."""
    digest = blake2b(digest_size=20)
    with file.open("wb") as to:
        for part in _pieces(dict(_arrays(segment))):
            digest.update(part)
            to.write(part)
        to.flush()
        os.fsync(to.fileno())
    return digest.hexdigest()


def read(file: Path, digest: str) -> Segment:
    """Map a segment; raises ``Broken`` unless every byte is as it was written."""
    try:
        with file.open("rb") as opened:
            held = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    except ValueError as empty:
        raise Broken(file.name) from empty
    if blake2b(held, digest_size=20).hexdigest() != digest or held[: len(_MAGIC)] != _MAGIC:
        raise Broken(file.name)
    return _segment(_mapped(held))


def _arrays(segment: Segment) -> Iterator[tuple[str, npt.NDArray[Any]]]:
    yield "starts", segment.starts
    yield "boosts", segment.boosts
    yield "ids.starts", segment.ids.starts
    yield "ids.letters", segment.ids.letters
    for name in _LISTS:
        lists: Lists = getattr(segment, name)
        keys = packed(lists.keys)
        yield f"{name}.keys.starts", keys.starts
        yield f"{name}.keys.letters", keys.letters
        for field, array in lists.entries._asdict().items():
            yield f"{name}.{field}", array


def _sort(name: str) -> str:
    return _SORTS[name.rpartition(".")[2]]


def _pieces(arrays: Mapping[str, npt.NDArray[Any]]) -> Iterator[bytes | memoryview]:
    head = json.dumps({name: len(array) for name, array in arrays.items()}).encode()
    yield _MAGIC
    yield len(head).to_bytes(8, "little")
    yield head
    yield _filling(len(_MAGIC) + 8 + len(head))
    for name, array in arrays.items():
        letters = np.ascontiguousarray(array, _sort(name)).view(np.uint8)
        yield letters.data
        yield _filling(len(letters))


def _filling(length: int) -> bytes:
    return bytes(-length % _STEP)


def _mapped(held: mmap.mmap) -> dict[str, npt.NDArray[Any]]:
    begin = len(_MAGIC) + 8
    length = int.from_bytes(held[len(_MAGIC) : begin], "little")
    lengths: dict[str, int] = json.loads(held[begin : begin + length])
    at = begin + length
    arrays = {}
    for name, count in lengths.items():
        at += -at % _STEP
        arrays[name] = np.frombuffer(held, _sort(name), count, at)
        at += arrays[name].nbytes
    return arrays


def _segment(arrays: Mapping[str, npt.NDArray[Any]]) -> Segment:
    def lists(name: str) -> Lists:
        keys = _texts(arrays, f"{name}.keys")
        entries = Entries(arrays[f"{name}.starts"], arrays[f"{name}.places"], arrays[f"{name}.values"])
        return Lists.of([keys[place] for place in range(len(keys))], entries)

    return Segment(
        ids=_texts(arrays, "ids"),
        starts=arrays["starts"],
        boosts=arrays["boosts"],
        terms=lists("terms"),
        figures=lists("figures"),
        members=lists("members"),
        stated=lists("stated"),
    )


def _texts(arrays: Mapping[str, npt.NDArray[Any]], name: str) -> Packed:
    return Packed(starts=arrays[f"{name}.starts"], letters=arrays[f"{name}.letters"])
