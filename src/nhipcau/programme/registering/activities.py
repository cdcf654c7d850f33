"""The parts of an activity as a person typed them come in; checked parts, with files kept, go out."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from typing import Any

from nhipcau.facts.commitment import FileRef
from nhipcau.facts.message import Message
from nhipcau.programme.arguments import ActivityParts
from nhipcau.programme.forms import Form, clean
from nhipcau.programme.office import Office

_LONGEST_NAME = 200


def checked_parts(office: Office, form: Form, parts: ActivityParts, *, new: bool) -> dict[str, Any]:
    """Return the parts that are given; a new activity needs its day, which is not to come, and a note."""
    changes: dict[str, Any] = {}
    for name in parts:
        if name not in ActivityParts.__annotations__:
            form.refuse(name, Message("field.unknown"))
    if new or "on" in parts:
        changes["on"] = form.day("on", parts.get("on"), required=True, not_after=office.clock.today())
    if new or "note" in parts:
        changes["note"] = form.text("note", parts.get("note"), longest=office.limits.longest_note, required=True)
    if "participants" in parts:
        changes["participants"] = form.lines("participants", parts["participants"])
    if "quantity" in parts:
        changes["quantity"] = form.quantity("quantity", parts["quantity"])
    _check_files(office, form, parts.get("files", ()))
    return changes


def kept_files(office: Office, files: Sequence[tuple[str, bytes]]) -> tuple[FileRef, ...]:
    """Keep the bytes of files and return where they are."""
    kept = []
    for name, data in files:
        safe = clean(name).replace("\\", "/").rsplit("/", 1)[-1][:_LONGEST_NAME]
        media_type = mimetypes.guess_type(safe)[0] or "application/octet-stream"
        kept.append(FileRef(key=office.files.put(data), name=safe, media_type=media_type, size=len(data)))
    return tuple(kept)


def _check_files(office: Office, form: Form, files: Sequence[tuple[str, bytes]]) -> None:
    if len(files) > office.limits.most_files:
        form.refuse("files", Message("field.too-many", {"limit": office.limits.most_files}))
    for name, data in files:
        if not data:
            form.refuse("files", Message("field.file-empty", {"name": name}))
        if len(data) > office.limits.largest_file:
            form.refuse("files", Message("field.file-too-large", {"name": name, "limit": office.limits.largest_file}))
