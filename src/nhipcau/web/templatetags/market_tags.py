"""Requirements, attributes, places and points of a match come in; what a reader sees of them goes out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from nhipcau.facts.deal import Money
from nhipcau.facts.market import Attribute, Item, Requirement
from nhipcau.language.places import place_of
from nhipcau.web.market.property_options import PropertyOptions
from nhipcau.web.voice import reading_language
from nhipcau.words import dates, numbers
from nhipcau.words.requirements import requirement, value_of

register = template.Library()


@register.filter(name="asked")
def asked(term: Requirement) -> str:
    """A requirement in words and signs."""
    return requirement(term, reading_language())


@register.filter(name="value")
def value(term: Requirement | Attribute) -> str:
    """The value of a requirement or an attribute, with its unit."""
    return value_of(term, reading_language())


@register.filter(name="place_name")
def place_name(code: str | None) -> str:
    """A place of a code; what is no code stands for itself."""
    known = place_of(code) if code else None
    return known.name(reading_language()) if known else code or ""


@register.filter(name="kilometres")
def kilometres(distance: Decimal) -> str:
    """A distance, whole kilometres."""
    return numbers.number(round(distance), reading_language())


@register.filter(name="money")
def money(amount: Money) -> str:
    """An amount with its currency."""
    return numbers.money(amount.amount, amount.currency, reading_language())


@register.filter(name="concepts_of")
def concepts_of(item: Item, labels: Mapping[str, str]) -> list[str]:
    """The names of the concepts of an item: those added and those found, without those refused."""
    kept = dict.fromkeys(one for one in (*item.concepts, *item.found) if one not in item.dropped)
    return [labels[one] for one in kept if one in labels]


@register.filter(name="chosen")
def chosen(options: PropertyOptions, code: str) -> SafeString:
    """The options of a select box of properties, one of them chosen."""
    return options.chosen(code)


@register.filter(name="of_row")
def of_row(mistakes: Mapping[int, Any], number: int) -> Any:
    """The mistakes of one row of a form."""
    return mistakes.get(number, {})


@register.filter(name="kind_symbol")
def kind_symbol(kind: str) -> str:
    """The symbol of a kind of need or offer."""
    return f"kind-{kind}"


@register.filter(name="moment_day")
def moment_day(at: datetime) -> str:
    """The day of a moment by the office's clock, as in a table."""
    return dates.short_day(timezone.localtime(at, timezone.get_default_timezone()).date(), reading_language())


@register.filter(name="amount")
def amount(value: Decimal, currency: str) -> str:
    """A sum with its currency."""
    return numbers.money(value, currency, reading_language())
