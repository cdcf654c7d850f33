"""A thing's version and its JSON come in, its ETag goes out; an ``If-Match`` comes in, the version it names goes out.

An ETag is ``"<version>-<fingerprint>"``: the version is what a change must name, the fingerprint changes with all that
the answer shows, such as a state that follows from activities.
"""

from __future__ import annotations

import re
from hashlib import blake2b

from django.http import HttpRequest

from nhipcau.facts.errors import BadInput

_ETAG = re.compile(r'(?:W/)?"(\d{1,9})(?:-[0-9a-f]{16})?"')


def etag(version: int, body: bytes) -> str:
    """Return the ETag of an answer."""
    return f'"{version}-{blake2b(body, digest_size=8).hexdigest()}"'


def version_wanted(request: HttpRequest) -> int:
    """Return the version that ``If-Match`` names.

    None at all is ``BadInput("error.if-match-missing")`` (428), one that is not ours "error.if-match-malformed" (400).
    """
    given = request.headers.get("If-Match", "").strip()
    if not given:
        raise BadInput("error.if-match-missing")
    match = _ETAG.fullmatch(given)
    if match is None:
        raise BadInput("error.if-match-malformed")
    return int(match[1])


def is_fresh(request: HttpRequest, tag: str) -> bool:
    """Tell whether the sender has this very answer already (``If-None-Match``)."""
    known = {one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")}
    return request.method in {"GET", "HEAD"} and bool(known & {tag, "*"})
