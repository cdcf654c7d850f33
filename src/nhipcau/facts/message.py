"""A code and its parameters go in; ``words`` turns them into a sentence of the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """What is to be said, without saying it in any language yet."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)
