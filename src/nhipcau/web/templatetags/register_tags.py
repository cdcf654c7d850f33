"""Values of the register come in; the small pieces that its pages repeat go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import template

from nhipcau.facts.organisation import Organisation, Person
from nhipcau.programme.views import DoubtRow
from nhipcau.web.register.evidence import Said

register = template.Library()


@register.filter(name="under")
def under(said: Mapping[str, Sequence[Said]], subject: str) -> Sequence[Said]:
    """The quotations about one part of an agreement."""
    return said.get(subject, ())


@register.filter(name="prefixed")
def prefixed(value: object, prefix: str) -> str:
    """Put a prefix before a value: ``{{ id|prefixed:"party:" }}``."""
    return f"{prefix}{value}"


@register.filter(name="at")
def at(things: Mapping[str, object], key: str) -> object:
    """The thing that is kept under a key."""
    return things.get(key)


@register.filter(name="other_than")
def other_than(row: DoubtRow, thing_id: str) -> Organisation | Person:
    """The other side of a doubtful pair."""
    return row.right if row.left.id == thing_id else row.left


@register.inclusion_tag("nhipcau/register/quotes.html", name="quotes")
def quotes(said: Sequence[Said]) -> dict[str, Any]:
    """The words of the documents that say something, each a way into its document."""
    return {"said": said}
