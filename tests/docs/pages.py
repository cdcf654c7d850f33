"""Nothing comes in; the page that lists every error code goes out: ``python -m tests.docs.pages`` writes it anew."""

from __future__ import annotations

from pathlib import Path

from nhipcau.words.sentences import SENTENCES

DOCS = Path(__file__).parent.parent.parent / "docs"
ERROR_CODES = DOCS / "error-codes.md"
_KINDS = ("error.", "field.")
_HEAD = """# Error codes

What a program sees as `code` (and as the end of `type`) of a problem, and what a person reads. Written by
`python -m tests.docs.pages`.

| code | English sentence |
| --- | --- |
"""


def error_codes() -> str:
    """Return the page."""
    rows = (f"| `{code}` | {phrase.text} |" for code, phrase in sorted(SENTENCES.items()) if code.startswith(_KINDS))
    return _HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    ERROR_CODES.write_text(error_codes(), encoding="utf-8")
