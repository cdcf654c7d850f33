"""Bytes of a connection come in; a request that is too large is refused in the reader's language before it is kept.

Everything else goes its usual way to the office.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping
from html import escape
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from typing import Any, Final

from typing_extensions import override
from waitress.channel import HTTPChannel
from waitress.task import ErrorTask
from waitress.utilities import Error, RequestEntityTooLarge

from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.message import Message
from nhipcau.words.sentences import say

_TOO_LARGE: Final = Message("error.request-too-large")
_COOKIE: Final = "nhipcau_language"
_MOST_DISCARDED: Final = 1024**3
_PAGE: Final = (
    '<!doctype html><html lang="{language}"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><title>Nhịp Cầu</title><p>{sentence}</p></html>'
)


def language_of(headers: Mapping[str, str], default: str) -> str:
    """Return the language that a browser's cookie, else its ``Accept-Language``, asks for, else ``default``.

    The names of ``headers`` are in capitals with "_" for "-".
    """
    try:
        chosen = SimpleCookie(headers.get("COOKIE", "")).get(_COOKIE)
    except CookieError:
        chosen = None
    asked = [chosen.value] if chosen else []
    asked += [part.split(";")[0].strip() for part in headers.get("ACCEPT_LANGUAGE", "").split(",")]
    return next((one[:2].lower() for one in asked if one[:2].lower() in LANGUAGES), default)


def refusal(path: str, language: str) -> tuple[str, bytes]:
    """Return media type and body of the answer to a request that is too large: a page, or JSON for programs."""
    sentence = say(_TOO_LARGE, language)
    if not path.startswith("/api/"):
        return "text/html; charset=utf-8", _PAGE.format(language=language, sentence=escape(sentence)).encode()
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    problem = {
        "type": "urn:nhipcau:error:request-too-large",
        "title": status.phrase,
        "status": status.value,
        "detail": sentence,
        "code": _TOO_LARGE.code,
        "instance": path,
    }
    return "application/problem+json", json.dumps(problem, ensure_ascii=False).encode()


class _TooLarge(Error):  # type: ignore[misc]  # waitress ships no types
    """The answer of a task whose request was larger than is accepted."""

    def __init__(self, path: str, language: str) -> None:
        super().__init__("")
        self._said = refusal(path, language)

    @override
    def to_response(self, ident: str | None = None) -> tuple[str, list[tuple[str, str]], bytes]:
        """Return status line, headers and body."""
        del ident
        media_type, body = self._said
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        headers = [("Content-Type", media_type), ("Cache-Control", "no-store"), ("Connection", "close")]
        return f"{status.value} {status.phrase}", headers, body


class _Refusal(ErrorTask):  # type: ignore[misc]  # waitress ships no types
    """Says in the reader's language that a request is too large; other faults of a request as waitress does."""

    @override
    def execute(self) -> None:
        """Write the answer."""
        if isinstance(self.request.error, RequestEntityTooLarge):
            language = language_of(self.request.headers, self.channel.language)
            self.request.error = _TooLarge(self.request.path, language)
            self.channel.refused = True
        super().execute()


class FrontDoor(HTTPChannel):  # type: ignore[misc]  # waitress ships no types
    """A connection that, once its request was refused, lets the sender finish and keeps nothing of what still comes.

    A browser that is cut off while it sends never looks at the answer. It ends when the sender does, after a gigabyte,
    or when the server takes the connection for idle.
    """

    error_task_class = _Refusal
    language = LANGUAGES[0]
    refused = False
    _discarded: int | None = None

    @override
    def readable(self) -> bool:
        """Tell whether to read on."""
        return self._discarded is not None or bool(super().readable())

    @override
    def writable(self) -> bool:
        """Tell whether there is anything to send, or the connection to close."""
        return bool(self.will_close) if self._discarded is not None else bool(super().writable())

    @override
    def handle_write(self) -> None:
        """Send what waits; after the last of a refusal only listen."""
        if self.refused and self.close_when_flushed and self._discarded is None:
            self._flush_exception(self._flush_some)
            if not self.total_outbufs_len and not self.will_close:
                self._only_listen()
                return
        super().handle_write()

    @override
    def handle_read(self) -> None:
        """Read, and forget where the request was refused."""
        if self._discarded is None:
            super().handle_read()
            return
        try:
            self._discarded += len(self.recv(self.adj.recv_bytes))
        except OSError:
            self.handle_close()
            return
        # What ends by itself has closed itself by now.
        if self.connected and self._discarded > _MOST_DISCARDED:
            self.handle_close()

    def _only_listen(self) -> None:
        self._discarded = 0
        try:
            self.socket.shutdown(socket.SHUT_WR)
        except OSError:
            self.handle_close()


def with_front_door(server: Any, sockets: Mapping[int, Any], language: str) -> Any:
    """Return waitress's server with this door in each of its listening sockets; ``language`` where none is asked."""
    door = type("Door", (FrontDoor,), {"language": language})
    for one in sockets.values():
        if hasattr(one, "channel_class"):
            one.channel_class = door
    return server
