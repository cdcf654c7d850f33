"""What a person asks of a list, as text, comes in; paging and checked filter values go out."""

from __future__ import annotations

from nhipcau.facts.errors import InvalidFields, NotFound
from nhipcau.facts.message import Message
from nhipcau.programme.arguments import HistoryQuestion, ListQuestion
from nhipcau.programme.filters import Paging
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.search_text import search_terms

_DEFAULT_LIMIT = 50
_MOST_TERMS = 12
_LONGEST_ID = 80


def paging(
    office: Office, form: Form, wanted: ListQuestion | HistoryQuestion, sorts: tuple[str, ...], default: str
) -> Paging:
    """Return which page of a list is wanted; an unknown order or limit is left in ``form`` as a mistake."""
    sort = form.text("sort", wanted.get("sort")) or default
    if sort.removeprefix("-") not in sorts:
        form.refuse("sort", Message("field.code-unknown", {"value": sort}))
    typed = wanted.get("limit")
    limit = form.whole("limit", typed, most=office.limits.largest_page) if typed not in (None, "") else None
    cursor = wanted.get("cursor")
    return Paging(sort=sort, cursor=cursor or None, limit=limit or _DEFAULT_LIMIT)


def terms(form: Form, wanted: ListQuestion) -> tuple[str, ...]:
    """Return the folded words searched for, a dozen at most."""
    return search_terms(form.text("search", wanted.get("search")))[:_MOST_TERMS]


def demo(form: Form, wanted: ListQuestion) -> bool | None:
    """Return whether demo things alone (or real ones alone) are wanted."""
    return form.yes_no("demo", wanted.get("demo"))


def an_id(form: Form, name: str, typed: object) -> str | None:
    """Return an id to filter by."""
    return form.text(name, typed, longest=_LONGEST_ID) or None


def known_only(form: Form, wanted: object, question: type) -> None:
    """Leave a mistake for every part that a list cannot be asked."""
    if isinstance(wanted, dict):
        for name in wanted:
            if name not in question.__annotations__:
                form.refuse(name, Message("field.unknown"))


def invalid(name: str, value: str) -> InvalidFields:
    """Return the error for one code that is not known."""
    return InvalidFields({name: Message("field.code-unknown", {"value": value})})


def not_found(kind: str, thing_id: str) -> NotFound:
    """Return the error for a thing that does not exist, or that this person may not know of."""
    return NotFound("error.not-found", kind=kind, id=thing_id)
