"""Nothing comes in; what a page says after something was done goes out."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase, phrase

PAGES: Final[dict[str, Phrase]] = {
    "done.saved": phrase("Saved."),
    "done.account-changed": phrase("The account was changed."),
    "done.key-revoked": phrase("The access key was revoked."),
    "done.agreement-confirmed": phrase("The agreement is in the register now, with its evidence."),
    "done.evidence-added": phrase("This report was added to the agreement as evidence."),
    "done.draft-rejected": phrase("The draft was put aside. Nothing of it entered the register."),
    "done.draft-reopened": phrase("The draft is open again."),
    "done.not-the-same": phrase("Noted: this is another agreement."),
    "done.undone": phrase("Taken back. Everything is as it was before."),
}
