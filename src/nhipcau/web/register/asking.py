"""The address of a list page comes in; the question that the query understands goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from django.http import QueryDict

from nhipcau.facts.errors import BadInput, InvalidFields
from nhipcau.programme.permissions import allowed
from nhipcau.programme.queries.history import history
from nhipcau.web.forms import Form
from nhipcau.web.page import Visit

T = TypeVar("T")


def asked(query: QueryDict, keys: Iterable[str]) -> dict[str, str]:
    """Take the parameters that a list knows; ``q`` is its search."""
    found = {key: str(query.get(key, "")).strip() for key in (*keys, "q")}
    found["search"] = found.pop("q")
    return {key: value for key, value in found.items() if value}


def filter_form(query: QueryDict) -> Form:
    """The filter bar as it was set."""
    return Form({key: query.get(key, "") for key in query}, prefix="filter-")


def answered(ask: Callable[..., T], question: dict[str, str]) -> tuple[T, bool]:
    """Ask; where a parameter of the address cannot be understood, ask again without filters and say so (``False``)."""
    try:
        return ask(**question), True
    except (InvalidFields, BadInput):
        return ask(), False


def last_batch(visit: Visit, kind: str, thing_id: str) -> str:
    """Return the batch of the newest change of a thing, for the way back; "" for those who may not undo."""
    if not allowed(visit.actor, "history.undo"):
        return ""
    newest = history(visit.office, visit.actor, kind=kind, id=thing_id, limit=1).items
    return newest[0].batch if newest else ""
