"""A second report of a known agreement comes in; the agreement with its evidence added goes out.

Nothing that the register says is overwritten. What was unknown is filled in, what is new in a list is added, what
agrees becomes evidence, and what contradicts becomes evidence in the state *disputed* that says what it says instead.
A party that the agreement does not know by name is never added: it may be the same body under another name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from nhipcau.facts.agreement import Agreement, Evidence, Figure
from nhipcau.facts.codes import Strength
from nhipcau.facts.commitment import Commitment
from nhipcau.facts.document import Document
from nhipcau.facts.draft import Draft, DraftValue
from nhipcau.facts.organisation import Organisation
from nhipcau.programme.drafting.taken import Taken
from nhipcau.programme.edtf import agree
from nhipcau.programme.name_keys import folded
from nhipcau.programme.names import names_of_party, with_spellings
from nhipcau.programme.registering.agreement import (
    commitments_of,
    content_of,
    evidence,
    figure_of,
    legal_act_of,
    person_at,
    venue_of,
)
from nhipcau.programme.registering.organisations import find
from nhipcau.programme.registering.people import people_of
from nhipcau.programme.registering.terms import expires_on, months_of
from nhipcau.programme.work import Work

Figures = tuple[Figure, ...]


def add_report(work: Work, draft: Draft, document: Document, values: Taken, agreement: Agreement) -> Agreement:
    """Store what a second report adds to a known agreement, and return the agreement."""
    organisations = work.unit.organisations.get_many(party.organisation_id for party in agreement.parties)
    merged, said = _scalars(work, draft, values, agreement)
    said += _parties(work, draft, document, values, organisations)
    merged, more = _lists(work, draft, values, merged)
    said += more
    merged, more = _people(work, draft, document, values, merged, list(organisations.values()))
    said += more + _promises(work, draft, values, agreement)
    return work.save(replace(merged, evidence=(*agreement.evidence, *said)), before=agreement)


def _scalars(work: Work, draft: Draft, values: Taken, agreement: Agreement) -> tuple[Agreement, list[Evidence]]:
    """Fill in type, date, place and term where unknown; keep what contradicts as disputed evidence."""
    said: list[Evidence] = []
    kind, signed = values.one("type"), values.one("date")
    place, term = values.one("place"), values.one("term")
    if kind:
        says = kind.content["type"]
        said.append(evidence(work, draft, "agreement", kind, says="" if says == agreement.type.value else says))
    if signed:
        says = signed.content["value"]
        said.append(evidence(work, draft, "date", signed, says="" if agree(says, agreement.signed) else says))
    if place:
        said.append(evidence(work, draft, "place", place, says=_other_place(agreement, place)))
    if term:
        said.append(evidence(work, draft, "term", term, says=_other_term(agreement, term)))
    dated = agreement.signed or content_of(values, "date").get("value") or None
    heard = content_of(values, "term")
    months = agreement.term_months or months_of(heard)
    merged = replace(
        agreement,
        signed=dated,
        place=agreement.place or venue_of(content_of(values, "place")),
        term_months=months,
        expires_on=agreement.expires_on or expires_on(dated, months, heard.get("until")),
    )
    return merged, said


def _other_place(agreement: Agreement, value: DraftValue) -> str:
    """Return the city of a report that contradicts, or ""."""
    here, there = value.content.get("city") or "", (agreement.place.city if agreement.place else None) or ""
    return here if here and there and folded(here) != folded(there) else ""


def _other_term(agreement: Agreement, value: DraftValue) -> str:
    """Return the months of a report that contradicts, or ""."""
    months = months_of(value.content)
    return str(months) if months and agreement.term_months and months != agreement.term_months else ""


def _parties(
    work: Work, draft: Draft, document: Document, values: Taken, organisations: Mapping[str, Organisation]
) -> list[Evidence]:
    """Return the evidence of parties; known ones learn new spellings, a name nobody knows is disputed."""
    said = []
    known = dict(organisations)
    for value in values.many("party"):
        names = names_of_party(value.content, document.language)
        match = find(known.values(), value.content, names)
        if match is None:
            said.append(evidence(work, draft, "party", value, says=value.content["name"]))
            continue
        known[match.id] = work.save(replace(match, names=with_spellings(match.names, names)), before=match)
        said.append(evidence(work, draft, f"party:{match.id}", value))
    return said


def _lists(work: Work, draft: Draft, values: Taken, agreement: Agreement) -> tuple[Agreement, list[Evidence]]:
    """Add sectors, witnesses, figures and legal acts that are new, with the evidence of all."""
    figures, figure_evidence = _figures(work, draft, values, agreement)
    acts = {act.number: act for act in agreement.legal_acts}
    for value in values.many("legal-act"):
        acts.setdefault(value.content["number"], legal_act_of(value.content))
    witnesses = _added(agreement.witnesses, (value.content["name"] for value in values.many("witness")))
    merged = replace(
        agreement,
        sectors=_added(agreement.sectors, (value.content["code"] for value in values.many("sector"))),
        witnesses=witnesses,
        figures=figures,
        legal_acts=tuple(acts.values()),
    )
    spelled = {folded(name): name for name in reversed(witnesses)}
    said = [
        *(evidence(work, draft, f"sector:{v.content['code']}", v) for v in values.many("sector")),
        *(evidence(work, draft, f"witness:{spelled[folded(v.content['name'])]}", v) for v in values.many("witness")),
        *(evidence(work, draft, f"legal-act:{v.content['number']}", v) for v in values.many("legal-act")),
    ]
    return merged, said + figure_evidence


def _figures(work: Work, draft: Draft, values: Taken, agreement: Agreement) -> tuple[Figures, list[Evidence]]:
    figures = list(agreement.figures)
    said = []
    for value in values.many("figure"):
        heard = figure_of(value.content)
        alike = [n for n, known in enumerate(figures) if (known.unit, known.what) == (heard.unit, heard.what)]
        same = [number for number in alike if figures[number].value == heard.value]
        if alike and not same and heard.what:
            said.append(evidence(work, draft, f"figure:{alike[0]}", value, says=f"{heard.value} {heard.unit}".strip()))
            continue
        if not same:
            figures.append(heard)
        said.append(evidence(work, draft, f"figure:{same[0] if same else len(figures) - 1}", value))
    return tuple(figures), said


def _added(known: tuple[str, ...], heard: Iterable[str]) -> tuple[str, ...]:
    """Return a list with what is new behind it; what folds alike is not new."""
    names = {folded(name): name for name in reversed(known)}
    fresh = {folded(name): name for name in heard if folded(name) not in names}
    return (*known, *fresh.values())


def _people(
    work: Work,
    draft: Draft,
    document: Document,
    values: Taken,
    agreement: Agreement,
    organisations: list[Organisation],
) -> tuple[Agreement, list[Evidence]]:
    """Add people who are new to the agreement, with the evidence of all."""
    by_name = {folded(person.name): person.person_id for person in agreement.people}
    heard = values.many("person")
    fresh = [value for value in heard if folded(value.content["name"]) not in by_name]
    persons = people_of(
        work, [value.content for value in fresh], organisations, language=document.language, demo=draft.demo
    )
    by_name |= {folded(value.content["name"]): person.id for value, person in zip(fresh, persons, strict=True)}
    said = [evidence(work, draft, f"person:{by_name[folded(v.content['name'])]}", v) for v in heard]
    added = tuple(person_at(value, person) for value, person in zip(fresh, persons, strict=True))
    return replace(agreement, people=(*agreement.people, *added)), said


def _promises(work: Work, draft: Draft, values: Taken, agreement: Agreement) -> list[Evidence]:
    """Return the evidence of promises; one of a kind that the agreement lacks becomes a new commitment."""
    known: dict[str, Commitment] = {}
    for commitment in work.unit.commitments.of_agreement(agreement.id):
        known.setdefault(commitment.code, commitment)
    said = []
    for value in values.many("activity"):
        code = value.content["code"]
        if value.content.get("strength") == Strength.BENEFIT:
            said.append(evidence(work, draft, f"benefit:{code}", value))
            continue
        if code not in known:
            fresh = commitments_of(work, agreement, (value,))[0][0]
            if fresh is not None:
                known[code] = work.add(fresh)
        said.append(evidence(work, draft, f"commitment:{known[code].id}", value))
    return said
