"""A property, a value and a unit come in; a column and a whole number that can be compared go out."""

from __future__ import annotations

import functools
import importlib
import importlib.resources
import re
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from typing import Any, Final

from nhipcau.facts.errors import BadInput
from nhipcau.language.properties.levels import CLEAN_CLASSES, degree_level
from nhipcau.language.properties.property import Form, Property
from nhipcau.language.properties.rates import RATES, Rates
from nhipcau.language.properties.registry import PROPERTIES
from nhipcau.language.properties.spellings import unit_code

STEPS: Final = 10**6
"""A figure counts millionths of its column's unit: 0.02 mm is 20,000 of ``tolerance:mm``."""

_LARGEST: Final = 2**63 - 1
_TIMES: Final = frozenset({"minute", "hour", "day", "week", "month"})
_TOPIK: Final = re.compile(r"(?:topik|토픽)\W*(?:level|cấp|cap|bậc|bac)?\W*([1-9])(?!\d)", re.IGNORECASE)
_ISO_CLASS: Final = re.compile(r"iso\W*([1-9])(?!\d)", re.IGNORECASE)
_CLASS: Final = re.compile(r"(?:class|cấp|cap|클래스|등급)?\s*(\d{1,3}(?:[.,]?\d{3})*)\s*$", re.IGNORECASE)
_DIGITS_BETWEEN: Final = re.compile(r"(?<=\d)[,_\s](?=\d{3}(?!\d))")


def figure(code: str, value: Decimal | str, unit: str = "", rates: Rates = RATES) -> tuple[str, int] | None:
    """Return the column of a value and the value in millionths of the column's unit; ``None`` for a word of a list.

    A day counts from the first of January of year 1, a degree from vocational (1) to doctor (5), a class of clean rooms
    as ISO 14644 numbers it, a level of TOPIK by its number. Prices are in US dollars at ``rates``. A unit that does not
    measure the property, or a value that the property cannot have, is refused with ``BadInput``.
    """
    known = PROPERTIES.get(code)
    if known is None:
        raise BadInput("error.property-unknown", property=code)
    if known.form is Form.DAY:
        return f"{code}:day", _day(code, value) * STEPS
    if known.form is Form.LEVEL:
        return f"{code}:level", _level(code, value) * STEPS
    if known.form is Form.MEMBERS:
        level = _TOPIK.search(value) if isinstance(value, str) and known.columns else None
        return (f"{code}:topik", _steps(known, Decimal(level[1]), value)) if level else None
    if code == "cleanroom":
        return f"{code}:iso", _steps(known, _clean_class(value, unit), value)
    column, factor, offset = _conversion(code, unit.strip())
    return f"{code}:{column}", _steps(known, _number(code, value) * factor * _dollars(unit, rates) + offset, value)


def _steps(known: Property, canonical: Decimal, value: object) -> int:
    low = known.least is not None and canonical < known.least
    high = known.most is not None and canonical > known.most
    if low or high or (canonical == 0 and not known.zero):
        raise BadInput("error.value-impossible", property=known.code, value=str(value))
    steps = int((canonical * STEPS).to_integral_value(ROUND_HALF_EVEN))
    if abs(steps) > _LARGEST:
        raise BadInput("error.value-impossible", property=known.code, value=str(value))
    return steps


def _number(code: str, value: Decimal | str) -> Decimal:
    written = _DIGITS_BETWEEN.sub("", value.strip()) if isinstance(value, str) else str(value)
    try:
        number = Decimal(written)
    except InvalidOperation:
        raise BadInput("error.value-impossible", property=code, value=str(value)) from None
    if not number.is_finite() or abs(number.adjusted()) > 30:
        raise BadInput("error.value-impossible", property=code, value=str(value))
    return number


def _day(code: str, value: Decimal | str) -> int:
    try:
        return date.fromisoformat(str(value).strip()[:10]).toordinal()
    except ValueError:
        raise BadInput("error.value-impossible", property=code, value=str(value)) from None


def _level(code: str, value: Decimal | str) -> int:
    level = degree_level(str(value))
    if level is None:
        raise BadInput("error.value-impossible", property=code, value=str(value))
    return level


def _clean_class(value: Decimal | str, unit: str) -> Decimal:
    """Read ISO 7, class 10,000, or a number with either of them as its unit."""
    written = f"{unit} {value}".strip() if unit else str(value)
    named = _ISO_CLASS.search(written)
    if named:
        return Decimal(named[1])
    counted = _CLASS.search(written)
    number = int(re.sub(r"\D", "", counted[1])) if counted else 0
    if number in CLEAN_CLASSES:
        return Decimal(CLEAN_CLASSES[number])
    if 1 <= number <= 9:
        return Decimal(number)
    raise BadInput("error.value-impossible", property="cleanroom", value=str(value))


@functools.lru_cache(maxsize=4096)
def _conversion(code: str, unit: str) -> tuple[str, Decimal, Decimal]:
    """Return the column of a unit, and by what to multiply and what to add to come to the column's unit."""
    known = PROPERTIES[code]
    written = unit_code(unit) if unit else known.bare
    if not written:
        raise BadInput("error.unit-impossible", property=code, unit=unit)
    parts = ["USD" if part in RATES.a_dollar else known.meant.get(part, part) for part in written.split("/")]
    columns = known.columns
    if code == "price":
        parts = [part for part in parts if part != "person"]
        columns = _priced_alike(parts, columns)
    registry = _registry()
    measured = registry.Unit("/".join(parts))
    for column in columns:
        wanted = registry.Unit(column)
        if measured.dimensionality == wanted.dimensionality:
            none = registry.Quantity(Decimal(0), measured).to(wanted).magnitude
            one = registry.Quantity(Decimal(1), measured).to(wanted).magnitude
            return column, one - none, none
    raise BadInput("error.unit-impossible", property=code, unit=unit)


def _priced_alike(parts: list[str], columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns of prices for the same time: what costs 100 a day is not to be had for 3,000 a month."""
    times = {"month" if part == "year" else part for part in parts} & _TIMES
    return tuple(column for column in columns if _TIMES.intersection(column.split("/")) == times)


def _dollars(unit: str, rates: Rates) -> Decimal:
    written = unit_code(unit)
    currency = written.split("/")[0] if written else ""
    return 1 / rates.a_dollar[currency] if currency in rates.a_dollar else Decimal(1)


@functools.cache
def _registry() -> Any:
    """Load pint, a third of a second, when the first unit is converted; it knows our units and no others."""
    pint: Any = importlib.import_module("pint")
    registry = pint.UnitRegistry(None, non_int_type=Decimal)
    lines = importlib.resources.files(__package__).joinpath("units.txt").read_text(encoding="utf-8").splitlines()
    registry.load_definitions([line for line in lines if line and not line.startswith("#")])
    return registry
