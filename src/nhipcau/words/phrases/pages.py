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
    "done.item-sent": phrase("Sent for review. It is shown as soon as an adviser has looked at it."),
    "done.item-published": phrase("It is on the market now."),
    "done.item-returned": phrase("Returned to its author with your sentence."),
    "done.item-renewed": phrase("Renewed: it stays on the market for another term."),
    "done.item-withdrawn": phrase("It is off the market."),
    "done.item-closed": phrase("Closed. It is kept, and no longer offered to anybody."),
    "done.attribute-recorded": phrase("Recorded. What failed on it alone is matched again."),
    "done.match-proposed": phrase("Proposed. Each side is asked whether it wants to meet the other."),
    "done.match-accepted": phrase("Noted: this side accepts."),
    "done.match-declined": phrase("Noted: this side says no, thanks. Nobody will propose this pair again."),
    "done.match-moved": phrase("The match has moved on."),
    "done.match-reopened": phrase("The match is open again; the other side is asked once more."),
    "done.concept-removed": phrase("The concept was removed."),
    "done.undone": phrase("Taken back. Everything is as it was before."),
}
