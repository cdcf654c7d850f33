"""The bytes of a text come in, the text goes out: decoded, with plain line ends, without control characters."""

from __future__ import annotations

import re

from nhipcau.language.encoding import Decoded, decode

# Among them the marks that turn the direction of writing: a text must not show as another than is read.
_UNUSABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def plain_text(data: bytes) -> Decoded:
    """Decode a text of any encoding that is usual in Vietnam and Korea, and tidy it."""
    decoded = decode(data)
    return Decoded(tidy(decoded.text), decoded.encoding, decoded.repaired)


def tidy(text: str) -> str:
    """Return ``text`` with line feeds as line ends (a browser makes them so, and spans must still fit).

    Control characters go; half a surrogate pair becomes the replacement character.
    """
    lines = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    return _SURROGATES.sub("\ufffd", _UNUSABLE.sub("", lines))
