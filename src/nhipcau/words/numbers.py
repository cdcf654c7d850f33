"""Numbers, amounts, sizes and country codes come in; what a reader of vi, ko or en expects goes out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

_SIZES = ((1024**3, "GB"), (1024**2, "MB"), (1024, "KB"))


def number(value: float | Decimal, language: str) -> str:
    """Group the digits as the language does; keep up to six decimals, drop trailing zeros."""
    return format_decimal(value, format="#,##0.######", locale=language)


def percent(share: float, language: str) -> str:
    """Show a share of 1 as a percentage without decimals."""
    return format_percent(share, locale=language)


def money(value: Decimal, currency: str, language: str) -> str:
    """Show an amount in an ISO 4217 currency; a whole amount without the noughts of its cents."""
    if value != value.to_integral_value():
        return format_currency(value, currency, locale=language)
    whole = Locale.parse(language).currency_formats["standard"].pattern.replace(".00", "")
    return format_currency(value, currency, format=whole, locale=language, currency_digits=False)


def size(value: int, language: str) -> str:
    """Show a number of bytes in the largest fitting unit, with one decimal at most."""
    for unit, name in _SIZES:
        if value >= unit:
            return f"{format_decimal(round(value / unit, 1), format='#,##0.#', locale=language)} {name}"
    return f"{number(value, language)} B"


def country(code: str | None, language: str) -> str:
    """Name the country of an ISO 3166-1 alpha-2 code; an unknown code stands for itself."""
    if not code:
        return ""
    return str(Locale.parse(language).territories.get(code.upper(), code))


def listed(parts: Sequence[str], language: str) -> str:
    """Join parts as the language enumerates them."""
    return format_list(list(parts), locale=language) if parts else ""
