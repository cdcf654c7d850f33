"""Nothing comes in; what is said about a reading goes out: where a value comes from, why two things may be one."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase, phrase

READING: Final[dict[str, Phrase]] = {
    "warning.language-unknown": phrase(
        "The text is in none of the languages that can be read (Vietnamese, Korean, English)."
    ),
}
