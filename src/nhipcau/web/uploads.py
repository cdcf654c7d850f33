"""A file comes in piece by piece; no more of it than is accepted is kept, and how large it would have been goes out."""

from __future__ import annotations

import io
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from typing_extensions import override


class StopAtLimit(TemporaryFileUploadHandler):
    """Writes a file to disk up to the limit of the settings.

    A larger one comes out empty with its true size, so that whoever asked for it can refuse it by name.
    """

    _over = False

    @override
    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin to count."""
        self._over = False
        super().new_file(*args, **kwargs)

    @override
    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Write a piece; once the limit is passed, what was written is dropped and nothing more is."""
        if self._over:
            return None
        self._over = start + len(raw_data) > settings.NHIPCAU_MAX_UPLOAD_BYTES
        if self._over:
            self.file.close()
            return None
        return super().receive_data_chunk(raw_data, start)

    @override
    def file_complete(self, file_size: int) -> UploadedFile[bytes] | None:
        """Return the file, or in its place an empty one of the same name and size."""
        if not self._over:
            return super().file_complete(file_size)
        return UploadedFile(
            file=io.BytesIO(), name=self.file_name, content_type=self.content_type, size=file_size, charset=self.charset
        )

    @override
    def upload_interrupted(self) -> None:
        """Drop what was written of a file that did not arrive whole."""
        if not self._over:
            super().upload_interrupted()
