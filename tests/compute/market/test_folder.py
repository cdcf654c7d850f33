from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.compute.market.folder import IndexFolder
from nhipcau.compute.market.index import MarketIndex
from nhipcau.engine.match.query import Item
from tests.compute.market.drawn import KINDS, found, item, items, query, seeded

ROOT = Path(__file__).parents[3]
ASKED = [query(seeded(seed)) for seed in range(40)]
BEFORE, CHANGED = items(seeded(1), 300), items(seeded(2), 40)
AFTER = [*BEFORE[5:], *CHANGED]
REMOVED = [one.id for one in BEFORE[:5]]


class Died(BaseException):
    """The writer is no more."""


def holds(index: MarketIndex | None, market: Iterable[Item]) -> bool:
    market = list(market)
    return index is not None and all(index.search(one) == found(one, market) for one in ASKED)


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    folder = IndexFolder(tmp_path / "index")
    assert folder.open() is None
    assert folder.stamp is None
    assert folder.apply(CHANGED, [], "1") is None


def test_another_process_finds_what_was_put_there(tmp_path: Path) -> None:
    IndexFolder(tmp_path).replace(BEFORE, "state 1 · trạng thái · 상태")
    folder = IndexFolder(tmp_path)
    assert holds(folder.open(), BEFORE)
    assert folder.stamp == "state 1 · trạng thái · 상태"


def test_changes_are_found_and_what_is_gone_is_not(tmp_path: Path) -> None:
    writer, reader = IndexFolder(tmp_path), IndexFolder(tmp_path)
    writer.replace(BEFORE, "1")
    assert holds(reader.open(), BEFORE)
    assert holds(writer.apply(CHANGED, REMOVED, "2", since="1"), AFTER)
    assert holds(reader.open(), AFTER)
    assert reader.stamp == "2"


def test_an_index_of_another_state_is_not_given(tmp_path: Path) -> None:
    folder = IndexFolder(tmp_path)
    folder.replace(BEFORE, "1")
    assert folder.open("2") is None
    assert folder.apply(CHANGED, [], "3", since="2") is None
    assert holds(folder.open("1"), BEFORE)


def test_an_opened_index_stays_whole_while_the_folder_moves_on(tmp_path: Path) -> None:
    writer = IndexFolder(tmp_path)
    writer.replace(BEFORE, "1")
    opened = IndexFolder(tmp_path).open()
    writer.replace(CHANGED, "2")
    assert holds(opened, BEFORE)


@settings(deadline=None, max_examples=15)
@given(st.integers(min_value=0))
def test_after_many_changes_there_are_few_layers_and_the_right_answers(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance, path = seeded(seed), tmp_path_factory.mktemp("index")
    market = {one.id: one for one in items(chance, 200)}
    IndexFolder(path).replace(market.values(), "0")
    for number in range(1, 25):
        changed = [*items(chance, 4), *(item(chance, id_, KINDS) for id_ in chance.sample(sorted(market), 3))]
        removed = set(chance.sample(sorted(market), 4)) - {one.id for one in changed}
        IndexFolder(path).apply(changed, removed, str(number), since=str(number - 1))
        market = {id_: one for id_, one in market.items() if id_ not in removed} | {one.id: one for one in changed}
    index = IndexFolder(path).open("24")
    assert holds(index, market.values())
    assert index is not None
    assert len(index.layers) < 8
    assert len(list(path.glob("*.segment"))) == len(index.layers)


@pytest.mark.parametrize("step", range(14))
def test_a_writer_that_dies_at_any_step_leaves_the_old_state_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    IndexFolder(tmp_path).replace(BEFORE, "1")
    with monkeypatch.context() as patch:
        _dying_at(step, patch)
        with suppress(Died):
            IndexFolder(tmp_path).apply(CHANGED, REMOVED, "2")
    folder = IndexFolder(tmp_path)
    assert holds(folder.open("1"), BEFORE) or holds(folder.open("2"), AFTER)
    assert holds(folder.apply(CHANGED, REMOVED, "2"), AFTER)
    assert not list(tmp_path.glob("*.aside"))


def _dying_at(step: int, patch: pytest.MonkeyPatch) -> None:
    left = [step]

    def dying(function: Callable[..., object]) -> Callable[..., object]:
        def called(*words: object, **named: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise Died
            return function(*words, **named)

        return called

    patch.setattr(os, "fsync", dying(os.fsync))
    patch.setattr(Path, "replace", dying(Path.replace))
    patch.setattr(Path, "unlink", dying(Path.unlink))


_WRITER = """
import os, signal
from pathlib import Path
from nhipcau.compute.market.folder import IndexFolder
from tests.compute.market.test_folder import CHANGED, REMOVED

done = os.fsync
def fsync(number):
    done(number)
    os.kill(os.getpid(), signal.SIGKILL)
os.fsync = fsync
IndexFolder(Path({path!r})).apply(CHANGED, REMOVED, "2")
"""


def test_a_writer_that_is_killed_holds_up_nobody(tmp_path: Path) -> None:
    IndexFolder(tmp_path).replace(BEFORE, "1")
    script = _WRITER.format(path=str(tmp_path))
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL
    folder = IndexFolder(tmp_path)
    assert holds(folder.open("1"), BEFORE)
    assert holds(folder.apply(CHANGED, REMOVED, "2"), AFTER)


@pytest.mark.parametrize("name", ["index.json", "*.segment"])
def test_a_file_cut_short_anywhere_is_nothing_to_answer_from(tmp_path: Path, name: str) -> None:
    IndexFolder(tmp_path).replace(BEFORE, "1")
    file = next(tmp_path.glob(name))
    whole = file.read_bytes()
    for length in {0, 1, 40, 41, 42, len(whole) // 2, len(whole) - 1}:
        file.write_bytes(whole[:length])
        assert IndexFolder(tmp_path).open() is None
        assert IndexFolder(tmp_path).apply(CHANGED, [], "2") is None
    assert holds(IndexFolder(tmp_path).replace(AFTER, "2"), AFTER)
    assert holds(IndexFolder(tmp_path).open("2"), AFTER)


@pytest.mark.parametrize("name", ["index.json", "*.segment"])
def test_a_flipped_bit_anywhere_is_nothing_to_answer_from(tmp_path: Path, name: str) -> None:
    IndexFolder(tmp_path).replace(BEFORE, "1")
    file = next(tmp_path.glob(name))
    whole = file.read_bytes()
    for place in seeded(3).sample(range(len(whole)), 60):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert IndexFolder(tmp_path).open() is None


def test_a_missing_segment_is_nothing_to_answer_from(tmp_path: Path) -> None:
    IndexFolder(tmp_path).replace(BEFORE, "1")
    next(tmp_path.glob("*.segment")).unlink()
    assert IndexFolder(tmp_path).open() is None


def test_readers_see_whole_states_while_somebody_writes(tmp_path: Path) -> None:
    states = {str(number): items(seeded(number), 30) for number in range(30)}
    IndexFolder(tmp_path).replace(states["0"], "0")

    def write() -> None:
        for stamp, market in states.items():
            IndexFolder(tmp_path).replace(market, stamp)

    writer = Thread(target=write)
    writer.start()
    seen = set()
    reader = IndexFolder(tmp_path)
    while writer.is_alive():
        stamp = reader.stamp
        index = reader.open(stamp)
        if index is not None and stamp is not None:
            assert index.search(ASKED[0]) == found(ASKED[0], states[stamp])
            seen.add(stamp)
    writer.join()
    assert holds(reader.open("29"), states["29"])
    assert seen
