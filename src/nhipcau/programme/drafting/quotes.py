"""Words that a person marked in a document come in; their span goes out, or the mistake that they are not there."""

from __future__ import annotations

from collections.abc import Mapping

from nhipcau.facts.message import Message
from nhipcau.facts.span import Span
from nhipcau.programme.forms import Form

QUOTE_PARTS = ("quote", "start")


def quoted(text: str, content: Mapping[str, str], form: Form) -> Span | None:
    """Return the span of ``content["quote"]``: at ``content["start"]`` where that is given, else its first place.

    Only the exact words of the document count; others leave a mistake in ``form``.
    """
    quote = content.get("quote") or ""
    if not quote.strip():
        return None
    start = form.whole("start", content.get("start"), least=0, most=len(text))
    at = text.find(quote) if start is None else start
    if at < 0 or text[at : at + len(quote)] != quote:
        form.refuse("quote", Message("field.quote-not-in-text"))
        return None
    return Span(at, at + len(quote), quote)


def without_quote(content: Mapping[str, str]) -> dict[str, str]:
    """Return the parts of a value without the quote and its place."""
    return {part: value for part, value in content.items() if part not in QUOTE_PARTS}
