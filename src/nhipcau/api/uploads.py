"""A file sent with a request comes in; its name and bytes go out, unless it is above the limit."""

from __future__ import annotations

from ninja.files import UploadedFile

from nhipcau.facts.errors import DocumentRefused
from nhipcau.programme.office import Office


def bytes_of(office: Office, file: UploadedFile) -> tuple[str, bytes]:
    """Return name and bytes; one above the limit is refused before it is loaded."""
    limit = office.limits.largest_upload
    if (file.size or 0) > limit:
        raise DocumentRefused("error.file-too-large", size=file.size, limit=limit)
    return file.name or "", file.read()
