"""The parts of a registration as a person typed them come in; checked parts go out, and whether there is room."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final
from zoneinfo import ZoneInfo

from nhipcau.facts.attendance import Attendee, Registration, RegistrationState
from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.event import Event, EventSide
from nhipcau.facts.market import Item
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Organisation
from nhipcau.programme.arguments import AttendeeParts, RegistrationParts
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.moments import moment, ordered, windows_typed, zone_named
from nhipcau.programme.hosting.sessions import keys_typed
from nhipcau.programme.hosting.spoken import spoken
from nhipcau.programme.permissions import allowed
from nhipcau.programme.ports import Items
from nhipcau.programme.work import Work

MOST_ATTENDEES: Final = 30
_MOST_ITEMS: Final = 50
_MOST_MEETINGS: Final = 400
_LONGEST_ID: Final = 80
_LONGEST_NOTE: Final = 2000
_MAIL: Final = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+")


def checked_parts(
    work: Work, form: Form, parts: RegistrationParts, event: Event, before: Registration | None = None
) -> dict[str, Any]:
    """Return the parts that are given but the items of the market; a new registration needs its side."""
    given: Mapping[str, Any] = parts
    changes: dict[str, Any] = {}
    for name in given:
        if name not in RegistrationParts.__annotations__:
            form.refuse(name, Message("field.unknown"))
    if "side" in given:
        side = form.code("side", given["side"], tuple(EventSide), required=True)
        changes["side"] = EventSide(side or EventSide.GUEST)
    if "splits" in given:
        changes["splits"] = form.yes_no("splits", given["splits"]) is True
    if "language" in given:
        changes["language"] = form.code("language", given["language"], LANGUAGES) or work.actor.language
    if "zone" in given:
        changes["zone"] = zone_named(form, "zone", given["zone"])
    if "note" in given:
        changes["note"] = form.text("note", given["note"], longest=_LONGEST_NOTE)
    changes |= _meetings(form, given, before)
    if "attendees" in given:
        zone = ZoneInfo(changes.get("zone") or (before.zone if before else "") or event.zone)
        changes["attendees"] = _attendees(work, form, given["attendees"], zone, before)
    return changes


def items_brought(work: Work, form: Form, parts: RegistrationParts, organisation_id: str | None) -> dict[str, Any]:
    """Return the needs and offers that are given; they are the organisation's own."""
    found: dict[str, Any] = {}
    if "needs" in parts:
        found["needs"] = _own_items(form, "needs", parts["needs"], work.unit.needs, organisation_id)
    if "offers" in parts:
        found["offers"] = _own_items(form, "offers", parts["offers"], work.unit.offers, organisation_id)
    return found


def shown_name(organisation: Organisation) -> str:
    """Return the name that an organisation comes by."""
    return organisation.names[0].text


def room_at(work: Work, event: Event) -> RegistrationState:
    """Return whether one more may come, or has to wait."""
    if event.most_organisations is None:
        return RegistrationState.REGISTERED
    here = sum(
        one.state is RegistrationState.REGISTERED and one.kept_for is None and not one.walk_in
        for one in work.unit.registrations.of_event(event.id)
    )
    return RegistrationState.REGISTERED if here < event.most_organisations else RegistrationState.WAITING


def next_waiting(work: Work, event: Event) -> Registration | None:
    """Return who has waited longest, where there is room."""
    waiting = [
        one
        for one in work.unit.registrations.of_event(event.id)
        if one.state is RegistrationState.WAITING and one.kept_for is None
    ]
    if not waiting or room_at(work, event) is RegistrationState.WAITING:
        return None
    return min(waiting, key=lambda one: (one.created_at, one.id))


def mail_address(form: Form, name: str, typed: object) -> str:
    """Return a mail address, or ""."""
    value = form.text(name, typed, longest=254)
    if value and not _MAIL.fullmatch(value):
        form.refuse(name, Message("field.mail-address"))
        return ""
    return value


def _meetings(form: Form, given: Mapping[str, Any], before: Registration | None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in ("least_meetings", "most_meetings"):
        if name in given:
            found[name] = form.whole(name, given[name], least=0, most=_MOST_MEETINGS)
    least = found.get("least_meetings", before.least_meetings if before else None)
    most = found.get("most_meetings", before.most_meetings if before else None)
    if least is not None and most is not None and most < least:
        form.refuse("most_meetings", Message("field.most-below-least"))
    return found


def _attendees(
    work: Work, form: Form, rows: Sequence[AttendeeParts], zone: ZoneInfo, before: Registration | None
) -> tuple[Attendee, ...]:
    """Return the people who come; one who may not look into the register keeps the people that are tied already."""
    if len(rows) > MOST_ATTENDEES:
        form.refuse("attendees", Message("field.too-many", {"limit": MOST_ATTENDEES}))
        return ()
    keys = keys_typed(form, "attendees", rows, "a")
    tied = {one.key: one.person_id for one in before.attendees} if before else {}
    people = work.unit.people.get_many([str(row["person_id"]) for row in rows if row.get("person_id")])
    found = []
    for number, (key, row) in enumerate(zip(keys, rows, strict=True), 1):
        where = f"attendees.{number}"
        person_id = tied.get(key)
        if allowed(work.actor, "event.on-behalf") and "person_id" in row:
            person_id = form.text(f"{where}.person_id", row["person_id"], longest=_LONGEST_ID) or None
            if person_id is not None and person_id not in people:
                form.refuse(f"{where}.person_id", Message("field.person-unknown", {"value": person_id}))
        found.append(_attendee(form, where, key, row, zone, person_id))
    return tuple(found)


def _attendee(form: Form, where: str, key: str, row: AttendeeParts, zone: ZoneInfo, person_id: str | None) -> Attendee:
    for part in row:
        if part not in AttendeeParts.__annotations__:
            form.refuse(f"{where}.{part}", Message("field.unknown"))
    arrives = moment(form, f"{where}.arrives", row.get("arrives"), zone)
    leaves = moment(form, f"{where}.leaves", row.get("leaves"), zone)
    ordered(form, f"{where}.leaves", arrives, leaves)
    return Attendee(
        key=key,
        name=form.text(f"{where}.name", row.get("name"), longest=120, required=True),
        languages=spoken(form, f"{where}.languages", row.get("languages", ()), required=True),
        person_id=person_id,
        position=form.text(f"{where}.position", row.get("position"), longest=120),
        email=mail_address(form, f"{where}.email", row.get("email")),
        phone=form.text(f"{where}.phone", row.get("phone"), longest=60),
        windows=windows_typed(form, f"{where}.windows", row.get("windows", ()), zone),
        arrives=arrives,
        leaves=leaves,
    )


def _own_items(
    form: Form, name: str, typed: Sequence[str], items: Items[Any], organisation_id: str | None
) -> tuple[str, ...]:
    ids = tuple(dict.fromkeys(form.lines(name, typed, longest=_LONGEST_ID, most=_MOST_ITEMS)))
    known: Mapping[str, Item] = items.get_many(ids)
    strange = [one for one in ids if one not in known or known[one].organisation_id != organisation_id]
    if strange:
        form.refuse(name, Message("field.item-of-another", {"value": ", ".join(strange)}))
        return ()
    return ids
