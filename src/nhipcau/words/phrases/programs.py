"""Nothing comes in; what the API says to programs goes out."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase, phrase

PROGRAMS: Final[dict[str, Phrase]] = {
    "error.sign-in-needed": phrase("Sign in, or send a valid token."),
    "error.csrf-failed": phrase("A session needs the X-CSRFToken header for changes; a program sends a token instead."),
    "error.address-unknown": phrase("There is nothing at this address of the API."),
    "error.request-invalid": phrase("The request has mistakes. Nothing was saved."),
    "error.request-refused": phrase("The request was refused."),
    "error.if-match-missing": phrase("Say with If-Match which version you saw: the ETag of the entry."),
    "error.if-match-malformed": phrase("If-Match does not hold an ETag of this office."),
    "error.if-match-old": phrase(
        "Somebody changed this in the meantime. Nothing was saved; fetch the entry again and repeat the change."
    ),
}
