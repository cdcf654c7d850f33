"""Needs or offers as they are listed come in; one table, or a JSON document with every fact of them, goes out."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable
from typing import Any

from nhipcau.facts.market import Attribute, Need, Offer, Requirement
from nhipcau.programme.views import ItemRow
from nhipcau.report.interchange import plain
from nhipcau.report.tables import Cell, Label, Table

Row = ItemRow[Need] | ItemRow[Offer]
_KEPT_BY_THE_OFFICE = frozenset({"created_by", "created_by_name", "reviewed_by", "returned", "hidden", "version"})


def listings(
    rows: Iterable[Row],
    label: Label,
    asked: Callable[[Requirement], str],
    stated: Callable[[Attribute], str],
) -> Table:
    """Lay needs or offers out as one table; ``asked`` says a requirement, ``stated`` the value of an attribute."""
    columns = (
        "id listing-title item-kind state organisation province language listing-text terms confidential"
        " published-at expires-on demo"
    )
    return Table("listings", tuple(columns.split()), tuple(_row(row, label, asked, stated) for row in rows))


def listings_as_json(rows: Iterable[Row]) -> bytes:
    """Write needs or offers as a list: codes as they are, dates as ISO 8601, quantities as decimal text."""
    bodies = [
        {
            **{name: value for name, value in dataclasses.asdict(row.item).items() if name not in _KEPT_BY_THE_OFFICE},
            "state": row.state.value,
            "organisation": row.organisation_name,
        }
        for row in rows
    ]
    return (json.dumps(plain(bodies), ensure_ascii=False, indent=2) + "\n").encode()


def _row(row: Row, label: Label, asked: Any, stated: Any) -> tuple[Cell, ...]:
    item = row.item
    if isinstance(item, Need):
        terms = [asked(term) for term in item.requirements]
    else:
        terms = [f"{label('property', term.property)}: {stated(term)}" for term in item.attributes if not term.denied]
    return (
        item.id,
        item.title,
        label("item-kind", item.kind.value),
        label("item-state", row.state.value),
        row.organisation_name or None,
        label("place", item.place) if item.place else None,
        label("language", item.language),
        item.text,
        "\n".join(terms) or None,
        item.confidential,
        item.published_at,
        item.expires_on,
        item.demo,
    )
