"""The tables, booths, rooms and factories of an event as typed come in; venues go out, or every mistake is kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from nhipcau.facts.event import Venue, VenueKind
from nhipcau.facts.message import Message
from nhipcau.programme.arguments import VenueParts
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.sessions import keys_typed

MOST_VENUES: Final = 500
_LONGEST_NAME: Final = 120
_LONGEST_ADDRESS: Final = 500
_FARTHEST: Final = 480


def venues_typed(
    form: Form, rows: Sequence[VenueParts], sessions: Collection[str], registrations: Collection[str]
) -> tuple[Venue, ...]:
    """Return venues in their order; ``sessions`` and ``registrations`` are the keys and ids that they may name.

    Mistakes of a row are kept as "venues.<number>.<part>".
    """
    if len(rows) > MOST_VENUES:
        form.refuse("venues", Message("field.too-many", {"limit": MOST_VENUES}))
        return ()
    keys = keys_typed(form, "venues", rows, "v")
    found = []
    for number, (key, row) in enumerate(zip(keys, rows, strict=True), 1):
        venue = _venue(form, f"venues.{number}", key, row)
        _demand_known(form, f"venues.{number}", venue, sessions, registrations)
        found.append(venue)
    return tuple(found)


def _venue(form: Form, where: str, key: str, row: VenueParts) -> Venue:
    for part in row:
        if part not in VenueParts.__annotations__:
            form.refuse(f"{where}.{part}", Message("field.unknown"))
    kind = form.code(f"{where}.kind", row.get("kind"), tuple(VenueKind), required=True)
    seats = form.whole(f"{where}.seats", row.get("seats", 1), least=1, most=200)
    travel = form.whole(f"{where}.travel_minutes", row.get("travel_minutes", 0), least=0, most=_FARTHEST)
    return Venue(
        key=key,
        kind=VenueKind(kind) if kind else VenueKind.TABLE,
        name=form.text(f"{where}.name", row.get("name"), longest=_LONGEST_NAME, required=True),
        seats=seats or 1,
        travel_minutes=travel or 0,
        registration_id=form.text(f"{where}.registration_id", row.get("registration_id"), longest=80) or None,
        sessions=form.lines(f"{where}.sessions", row.get("sessions")),
        address=form.text(f"{where}.address", row.get("address"), longest=_LONGEST_ADDRESS),
    )


def _demand_known(
    form: Form, where: str, venue: Venue, sessions: Collection[str], registrations: Collection[str]
) -> None:
    unknown = [key for key in venue.sessions if key not in sessions]
    if unknown:
        form.refuse(f"{where}.sessions", Message("field.code-unknown", {"value": ", ".join(unknown)}))
    if venue.registration_id is not None and venue.registration_id not in registrations:
        form.refuse(f"{where}.registration_id", Message("field.registration-unknown", {"value": venue.registration_id}))
