"""What a person typed comes in, the bodies or people that may be meant go out, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import permutations
from typing import Any, Final

from django.db.models import F, Model, QuerySet, Value
from django.db.models.fields import CharField, IntegerField

from nhipcau.facts.codes import PartyKind
from nhipcau.facts.organisation import Name
from nhipcau.programme.filters import SuggestQuery
from nhipcau.programme.finding.fit import Asked, asked
from nhipcau.programme.finding.phrases import INSIDE, START, tells_little
from nhipcau.programme.finding.suggestions import Candidate, best
from nhipcau.programme.name_keys import folded, spelling_keys
from nhipcau.programme.views import Suggestion
from nhipcau.store.models import OrganisationName, OrganisationRow, PersonKey, PersonName, PersonRow
from nhipcau.store.queries.meant import meant
from nhipcau.store.queries.phrases import begun, filed
from nhipcau.store.queries.visible import organisations_of, people_of

_MOST_CANDIDATES: Final = 40
_MOST_OF_A_PHRASE: Final = 8
_MOST_IN_SIGHT: Final = 2_000
_MOST_OF_A_WORD: Final = 600
_MOST_OF_A_PAIR: Final = 100
_MOST_IN_PAIRS: Final = 4


@dataclass(frozen=True, slots=True)
class _Kind:
    """Where the things of a kind are kept."""

    rows: type[Model]
    names: type[Model]
    owner: str
    in_sight: Any
    columns: dict[str, Any]


_KINDS: Final = {
    "organisation": _Kind(
        OrganisationRow,
        OrganisationName,
        "organisation_id",
        organisations_of,
        {"of": F("country"), "sort_of": F("kind"), "number": F("signed"), "beside": Value("", CharField())},
    ),
    "person": _Kind(
        PersonRow,
        PersonName,
        "person_id",
        people_of,
        {
            "of": Value(None, CharField()),
            "sort_of": Value(None, CharField()),
            "number": Value(0, IntegerField()),
            "beside": F("organisation__title"),
        },
    ),
}


def suggest(query: SuggestQuery) -> tuple[Suggestion, ...]:
    """Return at most ``limit`` suggestions; who sees some things only, is offered these and no others are looked at."""
    wanted, kind = asked(query.typed), _KINDS[query.kind]
    if not wanted.words:
        return ()
    if query.visible_to is not None:
        ids = kind.in_sight(query.visible_to).order_by("pk").values_list("pk", flat=True)[:_MOST_IN_SIGHT]
        return _ranked(query, wanted, kind, ids)
    ids = _plain(query.kind, wanted)
    found = _ranked(query, wanted, kind, ids)
    if len(found) < query.limit:
        known = set(ids)
        more = [key for key in _roundabout(query.kind, wanted) if key not in known][:_MOST_CANDIDATES]
        found = _ranked(query, wanted, kind, [*(hit.id for hit in found), *more])
    return found


def _plain(kind: str, wanted: Asked) -> list[str]:
    """Return things whose name, or a part of it, begins as it was typed."""
    starts = filed(kind, [START + text for text in (*wanted.texts, wanted.joined)], _MOST_CANDIDATES)
    if len(starts) >= _MOST_CANDIDATES:
        return starts[:_MOST_CANDIDATES]
    insides = filed(kind, [INSIDE + text for text in wanted.texts], _MOST_CANDIDATES)
    return list(dict.fromkeys((*starts, *insides)))[: 2 * _MOST_CANDIDATES]


def _roundabout(kind: str, wanted: Asked) -> Iterable[str]:
    """Return things that bear the words apart from one another, and those that may have been meant."""
    yield from _apart(kind, wanted) if len(wanted.words) > 1 else ()
    if kind == "person":
        yield from PersonKey.objects.filter(key__in=spelling_keys([wanted.text])).values_list("person_id", flat=True)
    phrases = meant(wanted)
    yield from filed(kind, (mark + phrase for phrase in phrases for mark in (START, INSIDE)), _MOST_OF_A_PHRASE)


def _apart(kind: str, wanted: Asked) -> list[str]:
    """Return things that bear every word in any order: where two of them stand together, or by the rarest word."""
    pairs = permutations(wanted.words[:_MOST_IN_PAIRS], 2)
    together = filed(kind, [mark + " ".join(pair) for pair in pairs for mark in (START, INSIDE)], _MOST_OF_A_PAIR)
    if found := _bearing_all(kind, wanted, together):
        return found
    words = sorted((word for word in wanted.words if not tells_little(word)), key=len, reverse=True)
    lists = (filed(kind, [START + word, INSIDE + word], _MOST_OF_A_WORD) for word in words[:_MOST_IN_PAIRS])
    rarest = min(lists, key=len, default=[])
    # Of a word that stands in more names than were read, those that were read are any.
    return _bearing_all(kind, wanted, rarest) if len(rarest) < _MOST_OF_A_WORD else []


def _bearing_all(kind: str, wanted: Asked, ids: list[str]) -> list[str]:
    rows: QuerySet[Any] = _KINDS[kind].rows._default_manager.filter(pk__in=ids)  # noqa: SLF001 -- Django's name for it
    bearing = rows.filter(begun(folded(wanted.text).split())).order_by().values_list("pk", flat=True)
    return list(bearing[:_MOST_CANDIDATES]) if ids else []


def _ranked(query: SuggestQuery, wanted: Asked, kind: _Kind, ids: Iterable[str]) -> tuple[Suggestion, ...]:
    keys = list(ids)
    if not keys:
        return ()
    names: dict[str, list[Name]] = {}
    told = kind.names._default_manager.filter(**{f"{kind.owner}__in": keys}).order_by(kind.owner, "position")  # noqa: SLF001
    for key, text, language, sort in told.values_list(kind.owner, "text", "language", "kind"):
        names.setdefault(key, []).append(Name(text, language, sort))
    rows = kind.rows._default_manager.filter(pk__in=keys, merged_into__isnull=True).annotate(**kind.columns)  # noqa: SLF001
    candidates = [
        Candidate(
            kind=query.kind,
            id=key,
            names=tuple(names.get(key, ())),
            country=country,
            party_kind=PartyKind(sort) if sort else None,
            # Of agreements out of sight nothing may show, not even in the order.
            agreements=number if query.visible_to is None else 0,
            beside=beside or "",
            demo=demo,
        )
        for key, country, sort, number, beside, demo in rows.values_list(
            "pk", "of", "sort_of", "number", "beside", "demo"
        )
    ]
    return best(wanted, candidates, query.limit)
