"""The one error tree.

NhipCauError
├── BadInput              what came from outside cannot be used; nothing was stored
│   ├── DocumentRefused   a file that cannot be read as a document
│   └── InvalidFields     a form's mistakes, all at once, field by field
├── NotAllowed            this person may not do this to this thing
├── NotFound              no such thing, or none that this person may see
│   └── MergedInto        it turned out to be another thing, which ``into`` names
├── Conflict              somebody else was faster, or the thing is in another state
│   └── Clashing          it would break rules, which ``clashes`` names
└── Unavailable           the world outside did not answer (disk full, database gone, endpoint down)

Every error carries a ``Message``: a code and parameters, never a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nhipcau.facts.message import Message


class NhipCauError(Exception):
    """Base of every error that this package raises on purpose."""

    def __init__(self, code: str, **params: object) -> None:
        """Keep the message code and its parameters; the cause is kept by ``raise ... from``."""
        self.message = Message(code, params)
        super().__init__(code, params)

    @property
    def code(self) -> str:
        """The message code, for scripts and for the API's ``type``."""
        return self.message.code


class BadInput(NhipCauError):
    """What came from outside cannot be used; nothing was stored."""


class DocumentRefused(BadInput):
    """A file that cannot be read as a document."""


class InvalidFields(BadInput):
    """A form's mistakes, all at once."""

    def __init__(self, fields: Mapping[str, Message]) -> None:
        """Keep one message a field."""
        self.fields = dict(fields)
        super().__init__("error.invalid-fields", fields=", ".join(sorted(fields)))


class NotAllowed(NhipCauError):
    """This person may not do this to this thing."""


class NotFound(NhipCauError):
    """No such thing, or none that this person may see."""


class MergedInto(NotFound):
    """The thing turned out to be another one: ``into`` is where an old address leads."""

    def __init__(self, *, kind: str, thing_id: str, into: str) -> None:
        """Keep the id of the one that stands."""
        self.into = into
        super().__init__("error.merged-into", kind=kind, id=thing_id, into=into)


class Conflict(NhipCauError):
    """Somebody else was faster, or the thing is in another state than the verb needs."""


class Clashing(Conflict):
    """What was asked for would break rules that hold for everybody."""

    def __init__(self, code: str, clashes: Sequence[Message], **params: object) -> None:
        """Keep what it would break, one message a rule; the first is a parameter, ``because``."""
        self.clashes = tuple(clashes)
        super().__init__(code, because=self.clashes[0], count=len(self.clashes), **params)


class Unavailable(NhipCauError):
    """The world outside did not answer: a full disk, a lost database, an endpoint that is down."""
