"""Nothing comes in; what a page says after something was done goes out."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase, phrase

PAGES: Final[dict[str, Phrase]] = {
    "done.saved": phrase("Saved."),
    "done.key-revoked": phrase("The access key was revoked."),
    "done.undone": phrase("Taken back. Everything is as it was before."),
}
