"""What a visitor typed into an event's open form comes in; a claim, for the office to check, goes out."""

from __future__ import annotations

from typing import Any, Final, Unpack, cast

from nhipcau.facts.attendance import Registration, RegistrationState
from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import Event
from nhipcau.facts.message import Message
from nhipcau.programme.arguments import RegistrationParts
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.access import standing_at
from nhipcau.programme.hosting.registering import checked_parts, items_brought
from nhipcau.programme.hosting.views import Claimed
from nhipcau.programme.matching.following import fingerprint
from nhipcau.programme.name_keys import folded
from nhipcau.programme.office import Office
from nhipcau.programme.queries.event_form import event_form
from nhipcau.programme.work import Work, work

MOST_CLAIMS: Final = 500


def claim_place(office: Office, secret: str, *, name: str, **parts: Unpack[RegistrationParts]) -> Claimed:
    """Register by the form that a secret opens: a name, a side and somebody who can be reached are needed.

    The office says which organisation it is; until then nobody is told of it. The own address goes out once. A name
    that stands there already raises ``Conflict("error.claimed-already")``; so many claims that nobody looked at that a
    script must have sent them, ``Conflict("error.claims-most")``.
    """
    actor, event = event_form(office, secret, language=_language(parts.get("language", "")))
    own = office.secret()
    with work(office, actor, "claim-place") as opened:
        form = Form(actor.language)
        said = " ".join(form.text("name", name, longest=200, required=True).split())
        typed = cast("RegistrationParts", {"side": "", "attendees": (), "language": actor.language, **parts})
        values: dict[str, Any] = checked_parts(opened, form, typed, event)
        values |= items_brought(opened, form, typed, None)
        if not any(one.email or one.phone for one in values["attendees"]):
            form.refuse("attendees", Message("field.nobody-reached"))
        form.check()
        _demand_new(opened, event, said)
        claim = Registration(
            id=office.ids.new(),
            event_id=event.id,
            name=said,
            created_at=opened.at,
            created_by=actor.id,
            calendar_key=fingerprint(own),
            state=RegistrationState.CLAIMED,
            demo=event.demo,
            **values,
        )
        return Claimed(registration=opened.add(claim), secret=own)


def _language(typed: str) -> str:
    return typed if typed in LANGUAGES else LANGUAGES[0]


def _demand_new(opened: Work, event: Event, name: str) -> None:
    claims = [one for one in standing_at(opened, event.id) if one.state is RegistrationState.CLAIMED]
    if any(folded(one.name) == folded(name) for one in claims):
        raise Conflict("error.claimed-already", name=name)
    if len(claims) >= MOST_CLAIMS:
        raise Conflict("error.claims-most", most=MOST_CLAIMS)
