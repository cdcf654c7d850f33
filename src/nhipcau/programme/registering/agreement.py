"""The values of a draft that a person took come in; a new agreement with its evidence and commitments goes out.

Every accepted activity whose strength is "commitment" or "purpose" becomes a commitment of the register, none of them
concretised: the papers hardly ever say who, how much and by when. A "benefit" is what somebody hopes for, not what
somebody promised; its words are kept as evidence ("benefit:<code>") and no commitment is made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from nhipcau.facts.agreement import (
    Agreement,
    AgreementParty,
    AgreementPerson,
    Evidence,
    Figure,
    LegalAct,
    Venue,
)
from nhipcau.facts.codes import AgreementStatus, AgreementType, FigureRole, Mode, PersonFunction, Strength
from nhipcau.facts.commitment import Commitment
from nhipcau.facts.document import Document
from nhipcau.facts.draft import Draft, DraftValue
from nhipcau.facts.organisation import Organisation, Person
from nhipcau.facts.state import State
from nhipcau.programme.drafting.taken import Taken
from nhipcau.programme.names import short_name
from nhipcau.programme.registering.organisations import organisations_of
from nhipcau.programme.registering.people import people_of
from nhipcau.programme.registering.terms import expires_on, months_of
from nhipcau.programme.work import Work

TITLE_JOINT = " – "

Content = Mapping[str, str]


def register(work: Work, draft: Draft, document: Document, values: Taken) -> Agreement:
    """Store a new agreement with its organisations, people and commitments, and return it."""
    parties, people = values.many("party"), values.many("person")
    organisations = organisations_of(
        work, [value.content for value in parties], language=document.language, demo=draft.demo
    )
    persons = people_of(
        work, [value.content for value in people], organisations, language=document.language, demo=draft.demo
    )
    agreement = _built(work, draft, values, organisations)
    agreement = replace(
        agreement,
        people=tuple(person_at(value, person) for value, person in zip(people, persons, strict=True)),
    )
    commitments = commitments_of(work, agreement, values.many("activity"))
    agreement = replace(
        agreement,
        evidence=(
            *scalar_evidence(work, draft, values),
            *_each(work, draft, "party", parties, [item.id for item in organisations]),
            *_each(work, draft, "person", people, [item.id for item in persons]),
            *listed_evidence(work, draft, values),
            *promised_evidence(work, draft, commitments),
        ),
    )
    work.add(agreement)
    for commitment, _ in commitments:
        if commitment is not None:
            work.add(commitment)
    return agreement


def title_of(organisations: Iterable[Organisation]) -> str:
    """Return the parties' short names, each once, joined by a dash."""
    return TITLE_JOINT.join(dict.fromkeys(short_name(organisation) for organisation in organisations))


def _built(work: Work, draft: Draft, values: Taken, organisations: Sequence[Organisation]) -> Agreement:
    signed = content_of(values, "date").get("value") or None
    term = content_of(values, "term")
    months = months_of(term)
    parties = values.many("party")
    named = {item.id: value.content for item, value in reversed(list(zip(organisations, parties, strict=True)))}
    return Agreement(
        id=work.office.ids.new(),
        title=title_of(organisations),
        type=AgreementType(content_of(values, "type")["type"]),
        status=AgreementStatus(content_of(values, "status")["status"]),
        parties=tuple(
            AgreementParty(organisation_id=key, name=named[key]["name"], parent=named[key].get("parent") or None)
            for key in dict.fromkeys(item.id for item in organisations)
        ),
        created_at=work.at,
        signed=signed,
        place=venue_of(content_of(values, "place")),
        term_months=months,
        expires_on=expires_on(signed, months, term.get("until")),
        witnesses=tuple(dict.fromkeys(value.content["name"] for value in values.many("witness"))),
        sectors=tuple(dict.fromkeys(value.content["code"] for value in values.many("sector"))),
        figures=tuple(figure_of(value.content) for value in values.many("figure")),
        legal_acts=tuple(legal_act_of(value.content) for value in values.many("legal-act")),
        demo=draft.demo,
    )


def content_of(values: Taken, field: str) -> Content:
    """Return the parts of a single field, empty where nothing was taken."""
    value = values.one(field)
    return value.content if value else {}


def venue_of(content: Content) -> Venue | None:
    """Return where it was signed, or ``None`` where nothing is said."""
    if not any(content.values()):
        return None
    return Venue(
        venue=content.get("venue") or None,
        city=content.get("city") or None,
        country=content.get("country") or None,
        mode=Mode(content["mode"]) if content.get("mode") else None,
    )


def figure_of(content: Content) -> Figure:
    """Return a figure of the register."""
    return Figure(
        value=content["value"],
        unit=content.get("unit", ""),
        what=content.get("what", ""),
        role=FigureRole(content.get("role") or FigureRole.CONTEXT),
        approx=bool(content.get("approx")),
        as_of=content.get("as_of") or None,
    )


def legal_act_of(content: Content) -> LegalAct:
    """Return a legal act of the register."""
    return LegalAct(
        type=content["type"],
        number=content["number"],
        issuer=content.get("issuer") or None,
        date=content.get("date") or None,
        role=content.get("role") or "context",
    )


def person_at(value: DraftValue, person: Person) -> AgreementPerson:
    """Return a person as the paper has the name, post and body."""
    content = value.content
    return AgreementPerson(
        person_id=person.id,
        name=content["name"],
        function=PersonFunction(content.get("function") or PersonFunction.ATTENDEE),
        role=content.get("role") or None,
        org=content.get("org") or None,
    )


Promised = tuple[Commitment | None, DraftValue]


def commitments_of(work: Work, agreement: Agreement, activities: Iterable[DraftValue]) -> list[Promised]:
    """Return each activity with the commitment that it becomes; a benefit becomes none."""
    promised: list[Promised] = []
    for value in activities:
        strength = Strength(value.content.get("strength") or Strength.COMMITMENT)
        quoted = value.span.quote if value.span else ""
        commitment = Commitment(
            id=work.office.ids.new(),
            agreement_id=agreement.id,
            code=value.content["code"],
            strength=strength,
            text=value.content.get("text") or quoted,
            created_at=work.at,
            demo=agreement.demo,
        )
        promised.append((None if strength is Strength.BENEFIT else commitment, value))
    return promised


def evidence(work: Work, draft: Draft, subject: str, value: DraftValue, *, says: str = "") -> Evidence:
    """Return the words of the draft's document that say one part; ``says`` makes it one that contradicts."""
    return Evidence(
        id=work.office.ids.new(),
        subject=subject,
        document_id=draft.document_id,
        span=value.span,
        state=State.DISPUTED if says else value.state,
        says=says,
        confirmed_by=work.actor.name,
        confirmed_at=work.at,
    )


def scalar_evidence(work: Work, draft: Draft, values: Taken) -> list[Evidence]:
    """Return the evidence of type and status, date, place and term."""
    subjects = (("type", "agreement"), ("date", "date"), ("place", "place"), ("term", "term"))
    return [
        evidence(work, draft, subject, value) for field, subject in subjects if (value := values.one(field)) is not None
    ]


def listed_evidence(work: Work, draft: Draft, values: Taken) -> list[Evidence]:
    """Return the evidence of witnesses, sectors, figures and legal acts."""
    figures = values.many("figure")
    return [
        *(evidence(work, draft, f"witness:{v.content['name']}", v) for v in values.many("witness")),
        *(evidence(work, draft, f"sector:{v.content['code']}", v) for v in values.many("sector")),
        *(evidence(work, draft, f"figure:{number}", v) for number, v in enumerate(figures)),
        *(evidence(work, draft, f"legal-act:{v.content['number']}", v) for v in values.many("legal-act")),
    ]


def promised_evidence(work: Work, draft: Draft, promised: Iterable[Promised]) -> list[Evidence]:
    """Return the evidence of commitments and of mere benefits."""
    return [
        evidence(work, draft, f"commitment:{item.id}" if item else f"benefit:{value.content['code']}", value)
        for item, value in promised
    ]


def _each(work: Work, draft: Draft, subject: str, values: Iterable[DraftValue], ids: Iterable[str]) -> list[Evidence]:
    return [evidence(work, draft, f"{subject}:{key}", value) for value, key in zip(values, ids, strict=True)]
