"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.commitment import FileRef
from nhipcau.programme.office import Office


def activity_file(office: Office, actor: Actor, activity_id: str, key: str) -> tuple[FileRef, bytes]:
    """Return a file of an activity with its bytes."""
    raise NotImplementedError
