"""What a person typed comes in; clean values go out, or all mistakes at once as ``InvalidFields``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from urllib.parse import urlsplit

from nhipcau.facts.errors import InvalidFields
from nhipcau.facts.message import Message
from nhipcau.programme.edtf import is_edtf

_DAY_MONTH_YEAR = re.compile(r"^([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4})$")
_YEAR_MONTH_DAY = re.compile(r"^([0-9]{4})[/.\-] ?([0-9]{1,2})[/.\-] ?([0-9]{1,2})\.?$")
_PLAIN_NUMBER = re.compile(r"^-?[0-9]+(?:[.,][0-9]+)?$")
# No group begins with a nought: 0.008 is eight thousandths in every language.
_GROUPED_DOTS = re.compile(r"^[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?$")
_GROUPED_COMMAS = re.compile(r"^[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?$")
_COUNTRY = re.compile(r"^[A-Z]{2}$")
_KEPT_CONTROLS = "\n\t"
# Marks that turn the direction of writing: none of our languages needs them, and they make a name show as another.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LARGEST = Decimal(10) ** 14


def storable(text: str) -> str:
    """Return a text that every database can hold: no NUL, no half of a surrogate pair."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def clean(text: object) -> str:
    """Return a typed text in NFC, without controls (of direction too) and blanks at its ends; ``None`` is ""."""
    raw = unicodedata.normalize("NFC", storable("" if text is None else str(text)))
    kept = (c for c in raw if c in _KEPT_CONTROLS or (unicodedata.category(c) != "Cc" and c not in _TURNING))
    return "".join(kept).strip()


class Form:
    """Reads the fields of one form; ``check`` raises once for all mistakes.

    Every method takes the field's name and what was typed, and returns the value, or what "nothing" is for its type
    where the field is empty or wrong.
    """

    def __init__(self, language: str = "und") -> None:
        """Start without mistakes; ``language`` tells how its people group digits ("vi": 1.500,5)."""
        self.mistakes: dict[str, Message] = {}
        self._dots_group = language == "vi"

    def refuse(self, name: str, message: Message) -> None:
        """Keep a mistake; the first one of a field stays."""
        self.mistakes.setdefault(name, message)

    def forgive(self, names: Iterable[str]) -> None:
        """Forget mistakes of fields that the person did not touch; that a field is needed stays said."""
        for name in names:
            if name in self.mistakes and self.mistakes[name].code != "field.required":
                del self.mistakes[name]

    def check(self) -> None:
        """Raise ``InvalidFields`` where there was any mistake."""
        if self.mistakes:
            raise InvalidFields(self.mistakes)

    def text(self, name: str, typed: object, *, longest: int = 500, required: bool = False) -> str:
        """Return a text of at most ``longest`` characters."""
        value = clean(typed)
        if required and not value:
            self.refuse(name, Message("field.required"))
        if len(value) > longest:
            self.refuse(name, Message("field.too-long", {"limit": longest, "length": len(value)}))
            return ""
        return value

    def code(self, name: str, typed: object, allowed: Collection[str], *, required: bool = False) -> str:
        """Return one of the codes, or ""."""
        value = self.text(name, typed, required=required)
        if value and value not in allowed:
            self.refuse(name, Message("field.code-unknown", {"value": value}))
            return ""
        return value

    def codes(self, name: str, typed: object, allowed: Collection[str]) -> tuple[str, ...]:
        """Return codes, each once, in their order."""
        values = tuple(dict.fromkeys(clean(item) for item in _each(typed)))
        unknown = [value for value in values if value not in allowed]
        if unknown:
            self.refuse(name, Message("field.code-unknown", {"value": ", ".join(unknown)}))
            return ()
        return values

    def lines(self, name: str, typed: object, *, longest: int = 500, most: int = 200) -> tuple[str, ...]:
        """Return texts, without empty ones; one text is cut at its line ends."""
        given = typed.splitlines() if isinstance(typed, str) else _each(typed)
        values = tuple(value for value in (self.text(name, item, longest=longest) for item in given) if value)
        if len(values) > most:
            self.refuse(name, Message("field.too-many", {"limit": most}))
        return values

    def country(self, name: str, typed: object) -> str | None:
        """Return a country code (ISO 3166-1 alpha-2)."""
        value = self.text(name, typed).upper()
        if value and not _COUNTRY.match(value):
            self.refuse(name, Message("field.country-malformed", {"value": value}))
            return None
        return value or None

    def edtf(self, name: str, typed: object, *, required: bool = False, spans: bool = False) -> str | None:
        """Return a date as EDTF; a day may be typed as 26/11/2021 too; ``spans`` lets 2018/2023 pass."""
        value = self.text(name, typed, required=required, longest=40)
        if not value:
            return None
        day = _day(value)
        dates = value.split("/") if spans else [value]
        if day is None and not (len(dates) <= 2 and all(map(is_edtf, dates))):
            self.refuse(name, Message("field.date-malformed", {"value": value}))
            return None
        return day.isoformat() if day else value

    def day(self, name: str, typed: object, *, required: bool = False, not_after: date | None = None) -> date | None:
        """Return a day typed as 2021-11-26, 26/11/2021 or 2021. 11. 26."""
        if isinstance(typed, date):
            value: date | None = typed
        else:
            text = self.text(name, typed, required=required, longest=40)
            value = _day(text)
            if text and value is None:
                self.refuse(name, Message("field.date-malformed", {"value": text}))
        if value and not_after and value > not_after:
            self.refuse(name, Message("field.date-in-future", {"value": value.isoformat()}))
        return value

    def quantity(self, name: str, typed: object) -> Decimal | None:
        """Return a number above zero with at most four decimals."""
        value = self.number(name, typed)
        if value is not None and value <= 0:
            self.refuse(name, Message("field.quantity-positive", {"value": str(value)}))
            return None
        return value

    def number(self, name: str, typed: object, *, decimals: int = 4) -> Decimal | None:
        """Return a number, digits grouped as the person's language does or not at all."""
        text = self.text(name, typed, longest=60).replace(" ", "")
        if not text:
            return None
        # A program's Decimal is what it is: only typed text has a language.
        value = typed if isinstance(typed, Decimal) and typed.is_finite() else self._number(text)
        if value is None:
            self.refuse(name, Message("field.number-malformed", {"value": text}))
            return None
        # No arithmetic: a figure of a million digits would not fit into it.
        if value.copy_abs() >= _LARGEST or value.as_tuple().exponent < -decimals:  # type: ignore[operator]  # a finite number
            self.refuse(name, Message("field.number-out-of-range", {"value": text}))
            return None
        return value

    def whole(self, name: str, typed: object, *, least: int = 1, most: int = 10_000) -> int | None:
        """Return a whole number between two bounds."""
        text = self.text(name, typed, longest=60)
        if not text:
            return None
        if not re.fullmatch(r"-?[0-9]{1,9}", text):
            self.refuse(name, Message("field.number-malformed", {"value": text}))
            return None
        if not least <= int(text) <= most:
            self.refuse(name, Message("field.number-between", {"least": least, "most": most}))
            return None
        return int(text)

    def address(self, name: str, typed: object) -> str | None:
        """Return a web address; no other scheme than http and https."""
        value = self.text(name, typed, longest=2000)
        if not value:
            return None
        try:
            parts = urlsplit(value)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in ("http", "https") or not parts.netloc or any(c.isspace() for c in value):
            self.refuse(name, Message("field.address-malformed", {"value": value}))
            return None
        return value

    def yes_no(self, name: str, typed: object) -> bool | None:
        """Return yes, no, or ``None`` where nothing is said."""
        if typed is None or isinstance(typed, bool):
            return typed
        value = self.code(name, typed, ("true", "false", "1", "0"))
        return value in ("true", "1") if value else None

    def _number(self, text: str) -> Decimal | None:
        grouped, mark = (_GROUPED_DOTS, ".") if self._dots_group else (_GROUPED_COMMAS, ",")
        if grouped.match(text):
            text = text.replace(mark, "")
        return Decimal(text.replace(",", ".")) if _PLAIN_NUMBER.match(text) else None


def _each(typed: object) -> list[object]:
    if typed is None or typed == "":
        return []
    if isinstance(typed, (list, tuple)):
        return list(typed)
    return [typed]


def _day(text: str) -> date | None:
    """Return the day that a text names, in the orders used in Vietnam and Korea."""
    found = _YEAR_MONTH_DAY.match(text)
    numbers = [int(part) for part in found.groups()] if found else []
    if not found:
        found = _DAY_MONTH_YEAR.match(text)
        numbers = [int(part) for part in reversed(found.groups())] if found else []
    try:
        return date(*numbers) if numbers else None
    except ValueError:
        return None
