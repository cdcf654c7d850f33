"""Two prepared records come in; how far they agree, field by field, goes out.

The same levels are what Splink estimates and applies on a database, so that one record placed at a desk and a million
records linked overnight are judged alike: ``compute`` writes each test as SQL, here it is worked out in memory. The
levels of a field are tried in order; the first that holds counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Levenshtein

from nhipcau.engine.resolve.prepared import Prepared

ELSE: Final = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Equal:
    """The column is the same; ``terms`` names the column whose frequency says how much that means."""

    column: str
    terms: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """The two lists share an entry."""

    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """The texts, at least ``shortest`` letters long, are at most ``edits`` edits apart (Levenshtein)."""

    column: str
    edits: int
    shortest: int


Test = Equal | Overlap | Within


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One degree of agreement."""

    code: str
    test: Test


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: it says nothing where ``known`` is empty on either side; below its levels stands "different"."""

    name: str
    known: str
    levels: tuple[Level, ...]


ORGANISATION: Final[tuple[Field, ...]] = (
    Field(name="identifier", known="code", levels=(Level(code="same", test=Equal(column="code")),)),
    Field(
        name="name",
        known="core",
        levels=(
            Level(code="same", test=Equal(column="key", terms="key")),
            Level(code="other-name", test=Overlap(column="keys")),
            Level(code="core", test=Equal(column="core", terms="core")),
            Level(code="near", test=Within(column="core", edits=1, shortest=5)),
            Level(code="nearly", test=Within(column="core", edits=2, shortest=9)),
            Level(code="acronym", test=Overlap(column="acronyms")),
        ),
    ),
    Field(name="place", known="place", levels=(Level(code="same", test=Equal(column="place")),)),
    Field(
        name="address",
        known="street",
        levels=(
            Level(code="same", test=Equal(column="site")),
            Level(code="street", test=Equal(column="street")),
        ),
    ),
    Field(name="phone", known="phone", levels=(Level(code="same", test=Equal(column="phone")),)),
    Field(name="domain", known="domain", levels=(Level(code="same", test=Equal(column="domain")),)),
    Field(name="people", known="people", levels=(Level(code="shared", test=Overlap(column="people")),)),
)

Row = dict[str, str | tuple[str, ...]]
_FIRST_SCHEMES: Final = ("VN-MST", "KR-BRN", "KR-CRN", "LEI")


def row_of(prepared: Prepared) -> Row:
    """Return a prepared record as the columns that the tests name; an unknown text is "", an unknown list empty."""
    codes = dict(prepared.codes)
    scheme = next((scheme for scheme in _FIRST_SCHEMES if scheme in codes), None)
    return {
        "id": prepared.id,
        "code": f"{scheme}:{codes[scheme]}" if scheme else "",
        "codes": tuple(f"{name}:{value}" for name, value in prepared.codes),
        "key": prepared.keys[0] if prepared.keys else "",
        "keys": prepared.keys,
        "core": prepared.cores[0] if prepared.cores else "",
        "acronyms": tuple(sorted(prepared.acronyms)),
        "place": prepared.place,
        "site": prepared.site,
        "street": prepared.street,
        "phone": prepared.phone,
        "domain": prepared.domain,
        "people": tuple(sorted(prepared.people)),
    }


def level_of(field: Field, left: Row, right: Row) -> str | None:
    """Return the first level that holds, "different", or ``None`` where either side says nothing."""
    if not left[field.known] or not right[field.known]:
        return None
    return next((level.code for level in field.levels if holds(level.test, left, right)), ELSE)


def holds(test: Test, left: Row, right: Row) -> bool:
    """Tell whether a test holds for two rows; nothing is equal to, or shares, nothing."""
    one, other = left[test.column], right[test.column]
    match test:
        case Equal():
            return bool(one) and one == other
        case Overlap():
            return not set(one).isdisjoint(other)
        case Within(edits=edits, shortest=shortest):
            if min(len(one), len(other)) < shortest:
                return False
            return Levenshtein.distance(one, other, score_cutoff=edits) <= edits
