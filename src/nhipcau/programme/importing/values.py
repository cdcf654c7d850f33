"""The cells of one row and what its columns hold come in; the values it says, and every problem, go out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Identifier, Name
from nhipcau.facts.organisation_import import NOT_CALCULATED, Column, Problem, Severity
from nhipcau.language.identifiers import canonical_domain, canonical_phone, check_identifier, read_identifier
from nhipcau.language.organisation_kinds import kind_written
from nhipcau.language.places import place_named
from nhipcau.programme.name_keys import ACRONYM
from nhipcau.programme.names import language_of_name

_LONGEST_NAME: Final = 500
_LONGEST_TEXT: Final = 1_000
_LONGEST_NUMBER: Final = 100
_SERIAL_DAYS: Final = (10_000, 80_000)
_SERIAL_ZERO: Final = 1900
_DAYS_A_YEAR: Final = 365.25
_YEAR: Final = re.compile(r"(?<![0-9])(1[5-9][0-9]{2}|2[0-9]{3})(?![0-9])")
_FIRST_YEAR: Final = 1500
_CELL_ERROR: Final = re.compile(r"#(?:REF|N/A|NAME|VALUE|DIV/0|NUM|NULL|SPILL|CALC|GETTING_DATA)[!?]?", re.IGNORECASE)
_SCHEMES: Final[Mapping[Column, str]] = {
    Column.TAX_CODE: "VN-MST",
    Column.BUSINESS_NUMBER: "KR-BRN",
    Column.CORPORATE_NUMBER: "KR-CRN",
    Column.LEI: "LEI",
}
_LANGUAGES: Final[Mapping[Column, str]] = {Column.NAME_VI: "vi", Column.NAME_KO: "ko", Column.NAME_EN: "en"}
_NAMES: Final = (Column.NAME, *_LANGUAGES)
_BETWEEN_PEOPLE: Final = re.compile(r"\s*[;/|]\s*")
_PUBLIC_MAIL: Final = frozenset(
    {"gmail.com", "yahoo.com", "yahoo.com.vn", "hotmail.com", "outlook.com", "naver.com", "daum.net", "hanmail.net"}
)


@dataclass(slots=True)
class Said:
    """What one row says; ``key`` names the record within its source, ``numbers`` are its identifiers as text."""

    names: tuple[Name, ...] = ()
    parts: dict[str, Any] = field(default_factory=dict)
    identifiers: tuple[Identifier, ...] = ()
    people: tuple[str, ...] = ()
    key: str = ""
    numbers: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)


def read_row(cells: Sequence[str], mapping: Sequence[Column], *, source: str, this_year: int) -> Said:
    """Return what a row says; every problem stands at its column."""
    reading = _Reading(source, this_year)
    for place, (cell, column) in enumerate(zip(cells, mapping, strict=False)):
        if column is not Column.IGNORE and cell:
            reading.take(place, column, cell)
    return reading.said()


class _Reading:
    """One row on the way: columns are taken one after the other, what depends on several comes last."""

    def __init__(self, source: str, this_year: int) -> None:
        self._source = source
        self._this_year = this_year
        self._said = Said()
        self._names: list[Name] = []
        self._acronyms: list[Name] = []
        self._numbers: list[tuple[int, Column, str]] = []
        self._phones: list[tuple[int, str]] = []
        self._people: list[str] = []
        self._own = ""

    def take(self, place: int, column: Column, cell: str) -> None:
        """Take one cell."""
        if cell == NOT_CALCULATED:
            self._problem(place, "import.not-calculated", Severity.WARNING)
        elif _CELL_ERROR.fullmatch(cell):
            self._problem(place, "import.cell-error", Severity.WARNING, value=cell)
        elif column in _NAMES or column is Column.ACRONYM:
            self._name(place, column, cell)
        elif column in _SCHEMES:
            self._numbers.append((place, column, cell))
        else:
            self._other(place, column, cell)

    def said(self) -> Said:
        """Return what was taken."""
        said = self._said
        self._identify()
        self._call()
        said.names = tuple(dict.fromkeys((*self._names, *self._acronyms)))
        said.people = tuple(dict.fromkeys(self._people))
        if not self._names:
            said.problems.append(Problem(said=Message("import.no-name")))
        content = repr((said.names, sorted(said.parts.items(), key=str), said.identifiers, said.people))
        fingerprint = hashlib.sha256(content.encode()).hexdigest()[:24]
        said.key = f"{self._own}@{fingerprint}" if self._own else fingerprint
        said.numbers = tuple(f"{number.scheme}:{number.value}" for number in said.identifiers)
        return said

    def _problem(self, place: int, code: str, severity: Severity = Severity.ERROR, **params: object) -> None:
        self._said.problems.append(Problem(said=Message(code, params), severity=severity, column=place))

    def _fits(self, place: int, cell: str, longest: int) -> bool:
        if len(cell) > longest:
            self._problem(place, "import.too-long", length=len(cell), limit=longest)
            return False
        return True

    def _name(self, place: int, column: Column, cell: str) -> None:
        if not self._fits(place, cell, _LONGEST_NAME):
            return
        if not any(map(str.isalpha, cell)):
            self._problem(place, "import.no-letters", value=cell)
        elif column is Column.ACRONYM:
            self._acronyms.append(Name(cell, "und", ACRONYM))
        else:
            language = _LANGUAGES.get(column) or language_of_name(cell, "und")
            kind = "alias" if self._names else "official"
            self._names.append(Name(cell, language, kind))

    def _other(self, place: int, column: Column, cell: str) -> None:
        if not self._fits(place, cell, _LONGEST_NUMBER if column is Column.OWN_NUMBER else _LONGEST_TEXT):
            return
        match column:
            case Column.OWN_NUMBER:
                self._own = cell
            case Column.ADDRESS:
                self._said.parts["address"] = cell
            case Column.PLACE:
                self._place(place, cell)
            case Column.PHONE:
                self._phones.append((place, cell))
            case Column.WEBSITE | Column.EMAIL:
                self._domain(place, column, cell)
            case Column.PERSON:
                self._people.extend(filter(None, _BETWEEN_PEOPLE.split(cell)))
            case Column.POST:
                self._post(cell)
            case _:
                self._about(place, column, cell)

    def _about(self, place: int, column: Column, cell: str) -> None:
        if column is Column.FOUNDED:
            self._founded(place, cell)
        elif column is Column.KIND:
            kind = kind_written(cell)
            if kind is None:
                self._problem(place, "import.kind-unknown", Severity.WARNING, value=cell)
            else:
                self._said.parts["kind"] = kind
        elif column is Column.COUNTRY:
            country = _country(cell)
            if country is None:
                self._problem(place, "import.country-unknown", Severity.WARNING, value=cell)
            else:
                self._said.parts["country"] = country

    def _place(self, place: int, cell: str) -> None:
        known = place_named(cell) or place_named(_bare_place(cell))
        if known is None or known.level == "country":
            self._problem(place, "import.place-unknown", Severity.WARNING, value=cell)
        self._said.parts["place"] = known.code if known is not None else cell[:200]
        if known is not None:
            self._said.parts.setdefault("country", known.country)

    def _domain(self, place: int, column: Column, cell: str) -> None:
        domain = canonical_domain(cell.rpartition("@")[2] if column is Column.EMAIL else cell)
        if domain is None or (column is Column.EMAIL and "@" not in cell):
            self._problem(place, f"import.{column.value}-unreadable", Severity.WARNING, value=cell)
        elif column is Column.WEBSITE:
            self._said.parts["domain"] = domain
        elif domain not in _PUBLIC_MAIL:
            self._said.parts.setdefault("domain", domain)

    def _post(self, cell: str) -> None:
        if self._people and "," not in self._people[-1]:
            self._people[-1] = f"{self._people[-1]}, {cell}"

    def _founded(self, place: int, cell: str) -> None:
        year = _year(cell)
        if year is None or not _FIRST_YEAR <= year <= self._this_year:
            self._problem(place, "import.year-impossible", value=cell)
        else:
            self._said.parts["founded"] = year

    def _identify(self) -> None:
        identifiers = []
        for place, column, cell in self._numbers:
            scheme = _SCHEMES[column]
            if not self._fits(place, cell, _LONGEST_NUMBER):
                continue
            read = _read(cell, scheme)
            wrong = check_identifier(read) if read else "characters"
            if read is None or wrong is not None:
                self._problem(place, "import.number-wrong", scheme=scheme, value=cell, why=wrong)
            else:
                identifiers.append(read)
        if self._own:
            identifiers.append(Identifier(f"own:{self._source}", self._own))
        self._said.identifiers = tuple(dict.fromkeys(identifiers))
        schemes = {identifier.scheme for identifier in identifiers}
        if "country" not in self._said.parts:
            if "VN-MST" in schemes:
                self._said.parts["country"] = "VN"
            elif schemes & {"KR-BRN", "KR-CRN"}:
                self._said.parts["country"] = "KR"

    def _call(self) -> None:
        country = self._said.parts.get("country") or _country_of_names(self._names)
        for place, cell in self._phones:
            phone = canonical_phone(cell, country)
            if phone is None:
                self._problem(place, "import.phone-unreadable", Severity.WARNING, value=cell)
            else:
                self._said.parts.setdefault("phone", phone)


def _read(cell: str, scheme: str) -> Identifier | None:
    """Return a number; where a spreadsheet took it for a number and dropped its nought, with the nought."""
    read = read_identifier(cell, None, scheme)
    if read is None or check_identifier(read) is None or not cell.isdecimal():
        return read
    again = read_identifier(f"0{cell}", None, scheme)
    return again if again is not None and check_identifier(again) is None else read


def _year(cell: str) -> int | None:
    """Return the year of a year, a day however written, or the number of a day as spreadsheets count them."""
    if cell.isdecimal() and len(cell) <= 6:
        number = int(cell)
        if _SERIAL_DAYS[0] <= number <= _SERIAL_DAYS[1]:
            return _SERIAL_ZERO + int(number / _DAYS_A_YEAR)
        return number
    found = _YEAR.findall(cell)
    return int(found[0]) if len(set(found)) == 1 else None


def _country(cell: str) -> str | None:
    if len(cell) == 2 and cell.isascii() and cell.isalpha():
        return cell.upper()
    known = place_named(cell)
    return known.country if known is not None else None


_BEFORE_A_PLACE: Final = re.compile(r"^(?:tỉnh|thành phố|tp\.?|t\.p\.?|province of|city of)\s+", re.IGNORECASE)
_AFTER_A_PLACE: Final = re.compile(r"\s+(?:province|city)$", re.IGNORECASE)


def _bare_place(cell: str) -> str:
    return _AFTER_A_PLACE.sub("", _BEFORE_A_PLACE.sub("", cell))


def _country_of_names(names: Sequence[Name]) -> str | None:
    language = names[0].language if names else ""
    return {"vi": "VN", "ko": "KR"}.get(language)
