"""A question about what changed comes in; who, when, before and after go out, with a way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from nhipcau.facts.change import Change
from nhipcau.programme.permissions import allowed
from nhipcau.programme.queries.history import history as history_of
from nhipcau.programme.undo import undo as take_back
from nhipcau.web.drafts.recorded import recorded_name, value_differences
from nhipcau.web.page import Visit, language_of, page, tell
from nhipcau.web.record_parts import SILENT, address_of, shown
from nhipcau.words.labels import label

_PAGES: Final = {
    "agreement": "web:agreement",
    "commitment": "web:commitment",
    "document": "web:document",
    "draft": "web:draft",
    "organisation": "web:organisation",
    "person": "web:person",
    "need": "web:need",
    "offer": "web:offer",
    "match": "web:match",
    "plan": "web:plan",
}
_NAMES: Final = ("title", "text", "name", "note", "quote", "code", "file_name")


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of a thing that changed; an address where it names another thing."""

    part: str
    before: str
    after: str
    before_address: str = ""
    after_address: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as the page shows it."""

    change: Change
    name: str
    address: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """All that one verb did."""

    first: Change
    entries: tuple[Entry, ...]


@page
def history(request: Visit) -> HttpResponse:
    """List changes, newest first: of the office, of one thing (``kind`` and ``id``), of one person (``actor``)."""
    asked = request.GET
    found = history_of(
        request.office,
        request.actor,
        kind=asked.get("kind", ""),
        id=asked.get("id", ""),
        actor_id=asked.get("actor", ""),
        batch=asked.get("batch", ""),
        cursor=asked.get("cursor") or None,
    )
    language = language_of(request)
    batches = [
        Batch(changes[0], tuple(_entry(change, language) for change in changes))
        for changes in (list(group) for _, group in groupby(found.items, lambda change: change.batch))
    ]
    context = {
        "found": found,
        "batches": batches,
        "narrowed": any(asked.get(key) for key in ("kind", "actor", "batch")),
        "may_undo": allowed(request.actor, "history.undo"),
    }
    return render(request, "nhipcau/history.html", context)


@require_POST
@page
def undo(request: Visit, batch: str) -> HttpResponse:
    """Take back all that one verb did."""
    back = take_back(request.office, request.actor, batch)
    tell(request, "done.undone", undo=back)
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()})
    return redirect(target if safe and target.startswith("/") else reverse("web:history"))


def _entry(change: Change, language: str) -> Entry:
    record = change.after or change.before or {}
    name = next((str(record[key]) for key in _NAMES if record.get(key)), "") or _first_name(record)
    if change.kind == "draft":
        name = recorded_name(record) or label("kind", "draft", language)
    page_of = _PAGES.get(change.kind) if change.after is not None else None
    address = reverse(page_of, args=[change.subject_id]) if page_of else ""
    if change.kind == "activity" and change.after is not None:
        address = reverse("web:commitment", args=[str(record.get("commitment_id", ""))])
    return Entry(change, name, address, differences(change, language))


def _first_name(record: Mapping[str, object]) -> str:
    names = record.get("names")
    first = names[0] if isinstance(names, (list, tuple)) and names else {}
    return str(first.get("text", "")) if isinstance(first, Mapping) else ""


def differences(change: Change, language: str) -> tuple[Difference, ...]:
    """Lay the parts that changed side by side, in the order of their labels."""
    before, after = change.before or {}, change.after or {}
    keys = [key for key in {**before, **after} if key not in SILENT and before.get(key) != after.get(key)]
    of_values: list[Difference] = []
    if change.kind == "draft" and "values" in keys:
        keys.remove("values")
        of_values = [Difference(*told) for told in value_differences(before, after, language)]
    parts = [_difference(change.kind, key, before.get(key), after.get(key), language) for key in keys]
    told = sorted(
        (part for part in parts if (part.before, part.before_address) != (part.after, part.after_address)),
        key=lambda part: part.part,
    )
    return (*told, *of_values)


def _difference(kind: str, name: str, before: object, after: object, language: str) -> Difference:
    key = f"person.{name}" if (kind, name) == ("person", "merged_into") else name
    named = "item_kind" if name == "kind" and kind in ("need", "offer") else name
    return Difference(
        part=label("part", named, language),
        before=shown(key, before, language),
        after=shown(key, after, language),
        before_address=address_of(key, before),
        after_address=address_of(key, after),
    )
