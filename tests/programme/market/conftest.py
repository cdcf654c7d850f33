"""An office in memory with three bodies and an agreement between two of them."""

from __future__ import annotations

import pytest

from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ANPHU, MIRAE, SONGHAN, agreement


@pytest.fixture(autouse=True)
def _bodies(memory: MemoryStore) -> None:
    """Fill the office."""
    memory.put(ANPHU, SONGHAN, MIRAE, agreement(), agreement("agr-2", MIRAE, ANPHU))
