"""A draft beside its document comes in; everything that its page shows goes out: groups of values, pieces of text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy

from nhipcau.facts.actor import Actor
from nhipcau.facts.draft import Alternative, Decision, Draft, DraftState, DraftValue
from nhipcau.facts.message import Message
from nhipcau.facts.state import State
from nhipcau.programme.permissions import allowed
from nhipcau.programme.views import DraftView
from nhipcau.web.drafts.highlight import Piece, Said, pieces
from nhipcau.web.drafts.inputs import Input, inputs_of
from nhipcau.web.drafts.parts import Words, details_of, part_of, title_of
from nhipcau.web.drafts.same import SameRow, same_rows
from nhipcau.web.forms import Form
from nhipcau.words.labels import label

GROUPS: Final[tuple[tuple[str, Words, tuple[str, ...]], ...]] = (
    ("agreement", gettext_lazy("Agreement"), ("type", "status", "date", "place", "term")),
    ("party", gettext_lazy("Parties"), ("party",)),
    ("person", gettext_lazy("People"), ("person",)),
    ("witness", gettext_lazy("Witnesses"), ("witness",)),
    ("activity", gettext_lazy("Commitments"), ("activity",)),
    ("sector", gettext_lazy("Sectors"), ("sector",)),
    ("figure", gettext_lazy("Figures"), ("figure",)),
    ("legal-act", gettext_lazy("Legal acts"), ("legal-act",)),
)
ADDED: Final = tuple(code for code, _title, _fields in GROUPS if code != "agreement")


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """A form that is open: of one value (``key``), or of a new one (``field``)."""

    key: str = ""
    field: str = ""
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAlternative:
    """What another source says instead."""

    source: Words
    title: str
    details: tuple[str, ...]
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownValue:
    """One value of the draft as the page shows it.

    ``origin`` is which part the reader derived from what, ``by`` who changed or added it, ``before`` what the reader
    said; ``inputs`` are there where its form is open.
    """

    key: str
    field: str
    label: str
    title: str
    details: tuple[str, ...]
    state: State
    decision: Decision
    quote: str
    origin: tuple[tuple[Words, Message], ...]
    alternatives: tuple[ShownAlternative, ...]
    by: tuple[Message, ...]
    before: str
    form: Form | None = None
    inputs: tuple[Input, ...] = ()

    @property
    def absent(self) -> bool:
        """Tell whether nothing is stated and nobody filled it in."""
        return self.title == ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Values that belong together; ``adding`` is the open form of a new one."""

    code: str
    title: Words
    values: tuple[ShownValue, ...]
    may_add: bool
    adding: Form | None = None
    inputs: tuple[Input, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The page of a draft."""

    view: DraftView
    groups: tuple[Group, ...]
    pieces: tuple[Piece, ...]
    same: tuple[SameRow, ...]
    may_decide: bool
    may_reopen: bool
    mistakes: Form

    @property
    def draft(self) -> Draft:
        """The draft itself."""
        return self.view.draft

    @property
    def total(self) -> int:
        """How many values there are."""
        return len(self.draft.values)

    @property
    def decided(self) -> int:
        """How many of them a person decided."""
        return sum(value.decision is not Decision.PENDING for value in self.draft.values)

    @property
    def pending(self) -> int:
        """How many wait."""
        return self.total - self.decided

    @property
    def position(self) -> int:
        """The place of this draft among those of its document, from 1."""
        return next((at for at, other in enumerate(self.view.drafts, 1) if other.id == self.draft.id), 1)

    def group_of(self, field: str) -> Group:
        """The group in which a field stands."""
        return next(group for group in self.groups if group.code == _group_of(field))

    def value(self, key: str) -> ShownValue | None:
        """One value, ``None`` where it is gone."""
        return next((value for group in self.groups for value in group.values if value.key == key), None)


def board_of(
    actor: Actor, view: DraftView, language: str, *, editing: Editing | None = None, mistakes: Form | None = None
) -> Board:
    """Lay a draft out for one reader; only those who may decide get buttons, and only while it is open."""
    may_reopen = allowed(actor, "draft.decide")
    may_decide = may_reopen and view.draft.state is DraftState.OPEN
    editing = editing if may_decide else None
    groups = (_group(code, view.draft, language, editing) for code, _title, _fields in GROUPS)
    return Board(
        view=view,
        groups=tuple(group for group in groups if group.values or may_decide),
        pieces=pieces(view.document.text, said_by(view.draft.values)),
        same=same_rows(view.draft, view.proposed, language) if view.proposed and view.draft.proposal else (),
        may_decide=may_decide,
        may_reopen=may_reopen,
        mistakes=mistakes or Form(prefix="field-"),
    )


def said_by(values: Iterable[DraftValue]) -> tuple[Said, ...]:
    """Return the words of the text that the values, and what disagrees with them, rest on."""
    said = []
    for value in values:
        state = value.state if value.state is not State.NOT_STATED else State.STATED
        if value.span:
            said.append(Said(value.key, state, value.span.start, value.span.end))
        spans = (other.span for other in value.alternatives if other.span)
        said += [Said(value.key, State.DISPUTED, span.start, span.end) for span in spans]
    return tuple(said)


def _group_of(field: str) -> str:
    return next(code for code, _title, fields in GROUPS if field in fields)


def _group(code: str, draft: Draft, language: str, editing: Editing | None) -> Group:
    title, fields = next((title, fields) for known, title, fields in GROUPS if known == code)
    values = tuple(_shown(value, language, editing) for value in draft.values if value.field in fields)
    adding = editing.form if editing and editing.field == code and not editing.key else None
    return Group(
        code=code,
        title=title,
        values=values,
        may_add=code in ADDED,
        adding=adding,
        inputs=inputs_of(code, adding.values, language) if adding else (),
    )


def _shown(value: DraftValue, language: str, editing: Editing | None) -> ShownValue:
    form = editing.form if editing and editing.key == value.key else None
    title = title_of(value.field, value.content, language)
    details = details_of(value.field, value.content, language)
    return ShownValue(
        key=value.key,
        field=value.field,
        label=label("value-field", value.field, language),
        title=title or " · ".join(details),
        details=details if title else (),
        state=value.state,
        decision=value.decision,
        quote=value.span.quote if value.span else "",
        origin=_origin(value),
        alternatives=tuple(_alternative(value, other, language) for other in value.alternatives),
        by=_by(value),
        before=_before(value, language),
        form=form,
        inputs=inputs_of(value.field, form.values, language) if form else (),
    )


def _alternative(value: DraftValue, other: Alternative, language: str) -> ShownAlternative:
    content = dict(value.content) | dict(other.content)
    return ShownAlternative(
        source=_SOURCES.get(other.source, other.source),
        title=title_of(value.field, content, language),
        details=details_of(value.field, other.content, language),
        quote=other.span.quote if other.span else "",
    )


def _origin(value: DraftValue) -> tuple[tuple[Words, Message], ...]:
    """Return which part the reader derived, and from what; nothing where a person wrote the value since."""
    if value.decision is Decision.CHANGED:
        return ()
    read = (message for message in value.origin if message.code not in _BY)
    return tuple((part_of(value.field, str(message.params.get("value", ""))).label, message) for message in read)


def _by(value: DraftValue) -> tuple[Message, ...]:
    """Return who changed a value, or added it."""
    if value.added_by:
        return (Message("origin.added-by", {"value": "", "detail": value.added_by}),)
    return tuple(message for message in value.origin if message.code in _BY)


def _before(value: DraftValue, language: str) -> str:
    """Return what the reader said where a person changed it."""
    if value.read is None or not any(value.read.values()) or value.decision is not Decision.CHANGED:
        return ""
    return "; ".join((title_of(value.field, value.read, language), *details_of(value.field, value.read, language)))


_BY: Final = frozenset({"origin.changed-by", "origin.added-by"})
_SOURCES: Final[Mapping[str, Words]] = {
    "rules": gettext_lazy("First reading"),
    "second-reader": gettext_lazy("Second reading"),
    "model": gettext_lazy("Second reading"),
}
