"""The register comes in; flat tables with coded column heads go out, the same for every file format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from typing import Final

from nhipcau.facts.agreement import Agreement
from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.commitment import Activity
from nhipcau.facts.organisation import Organisation, Person
from nhipcau.programme.name_keys import ACRONYM
from nhipcau.programme.views import CommitmentRow, DocumentRow, RegisterExport

Cell = str | int | Decimal | date | datetime | bool | None
Label = Callable[[str, str], str]
"""(vocabulary, code) → the word for it in the reader's language; ``words.labels.label`` with a language chosen."""
SCHEMES: Final = ("VN-MST", "KR-BRN", "KR-CRN", "LEI")


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its code, the codes of its columns (vocabulary "column"), its rows."""

    code: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(register: RegisterExport, label: Label) -> tuple[Table, ...]:
    """Lay the register out as seven tables; codes of closed vocabularies become words through ``label``."""
    names = {body.id: body.names[0].text for body in register.organisations}
    titles = {agreement.id: agreement.title for agreement in register.agreements}
    return (
        _agreements(register.agreements, names, titles, label),
        _commitments(register.commitments, label),
        _activities(register),
        organisations(register, label),
        _people(register),
        _evidence(register, label),
        _documents(register.documents),
    )


def _agreements(
    agreements: tuple[Agreement, ...], names: dict[str, str], titles: dict[str, str], label: Label
) -> Table:
    columns = (
        "id title type status signed expires-on term-months parties people sectors place mode renewal-of"
        " legal-acts figures reviewed-on demo"
    )
    rows = tuple(_agreement(agreement, names, titles, label) for agreement in agreements)
    return Table("agreements", tuple(columns.split()), rows)


def _agreement(agreement: Agreement, names: dict[str, str], titles: dict[str, str], label: Label) -> tuple[Cell, ...]:
    place = agreement.place
    return (
        agreement.id,
        agreement.title,
        label("agreement-type", agreement.type.value),
        label("agreement-status", agreement.status.value),
        agreement.signed,
        agreement.expires_on,
        agreement.term_months,
        _lines(names.get(party.organisation_id, party.name) for party in agreement.parties),
        _lines(f"{person.name} ({label('person-function', person.function.value)})" for person in agreement.people),
        _lines(label("sector", code) for code in agreement.sectors),
        ", ".join(part for part in (place.venue, place.city, place.country) if part) if place else None,
        label("mode", place.mode.value) if place and place.mode else None,
        titles.get(agreement.renewal_of, agreement.renewal_of) if agreement.renewal_of else None,
        _lines(f"{act.type} {act.number}" for act in agreement.legal_acts),
        _lines(f"{figure.value} {figure.unit}: {figure.what}" for figure in agreement.figures),
        agreement.reviewed_on,
        agreement.demo,
    )


def _commitments(rows: tuple[CommitmentRow, ...], label: Label) -> Table:
    columns = (
        "id agreement code strength text state owner quantity unit due-on done activities last-activity-on"
        " abandoned-reason demo"
    )
    return Table("commitments", tuple(columns.split()), tuple(_commitment(row, label) for row in rows))


def _commitment(row: CommitmentRow, label: Label) -> tuple[Cell, ...]:
    promise = row.commitment
    return (
        promise.id,
        row.agreement_title,
        label("activity", promise.code),
        label("strength", promise.strength.value),
        promise.text,
        label("commitment-state", row.state.value),
        row.owner_name,
        promise.quantity,
        promise.unit,
        promise.due_on,
        row.done,
        row.activities,
        row.last_activity_on,
        promise.abandoned_reason,
        promise.demo,
    )


def _activities(register: RegisterExport) -> Table:
    promises = {row.commitment.id: row for row in register.commitments}
    columns = "id agreement commitment on participants note quantity unit files demo"
    rows = tuple(
        _activity(activity, promises[activity.commitment_id])
        for activity in register.activities
        if activity.commitment_id in promises
    )
    return Table("activities", tuple(columns.split()), rows)


def _activity(activity: Activity, row: CommitmentRow) -> tuple[Cell, ...]:
    return (
        activity.id,
        row.agreement_title,
        row.commitment.text,
        activity.on,
        _lines(activity.participants),
        activity.note,
        activity.quantity,
        row.commitment.unit,
        _lines(file.name for file in activity.files),
        activity.demo,
    )


def organisations(register: RegisterExport, label: Label) -> Table:
    """Lay out the organisations: what a list of them holds when it comes in, it holds when it goes out."""
    columns = (
        "id name name-vi name-ko name-en acronym other-names country kind tax-code business-number corporate-number lei"
        " other-numbers postal-address place phone website founded parent sources demo"
    )
    names = {body.id: body.names[0].text for body in register.organisations}
    rows = tuple(
        _organisation(body, names.get(body.parent_id or ""), register.sources.get(body.id, ()), label)
        for body in register.organisations
    )
    return Table("organisations", tuple(columns.split()), rows)


def _organisation(body: Organisation, parent: str | None, sources: tuple[str, ...], label: Label) -> tuple[Cell, ...]:
    acronyms = [name.text for name in body.names if name.kind == ACRONYM]
    by_language = {
        language: [name.text for name in body.names if name.language == language and name.kind != ACRONYM]
        for language in LANGUAGES
    }
    told = {body.names[0].text, *acronyms, *chain.from_iterable(by_language.values())}
    return (
        body.id,
        body.names[0].text,
        *(_lines(by_language[language]) for language in ("vi", "ko", "en")),
        _lines(acronyms),
        _lines(name.text for name in body.names if name.text not in told),
        label("country", body.country) if body.country else None,
        label("party-kind", body.kind.value) if body.kind else None,
        *_numbers(body),
        body.address,
        label("place", body.place) if body.place else None,
        body.phone,
        body.domain,
        body.founded,
        parent,
        _lines(sources),
        body.demo,
    )


def _numbers(body: Organisation) -> Iterable[Cell]:
    """Return the numbers by scheme; those that sources gave their own records come last, with the scheme."""
    for scheme in SCHEMES:
        yield _lines(number.value for number in body.identifiers if number.scheme == scheme)
    yield _lines(f"{number.scheme}:{number.value}" for number in body.identifiers if number.scheme not in SCHEMES)


def _people(register: RegisterExport) -> Table:
    posts = _posts(register.agreements)
    rows = tuple(_person(person, posts.get(person.id, [])) for person in register.people)
    return Table("people", ("id", "name", "other-names", "posts", "demo"), rows)


def _posts(agreements: tuple[Agreement, ...]) -> dict[str, list[str]]:
    posts: dict[str, list[str]] = {}
    for agreement in agreements:
        for person in agreement.people:
            post = ", ".join(part for part in (person.role, person.org) if part)
            if post and post not in posts.setdefault(person.person_id, []):
                posts[person.person_id].append(post)
    return posts


def _person(person: Person, posts: list[str]) -> tuple[Cell, ...]:
    return (person.id, person.names[0].text, _lines(name.text for name in person.names[1:]), _lines(posts), person.demo)


def _evidence(register: RegisterExport, label: Label) -> Table:
    titles = {document.id: document.title for document in register.documents}
    rows = tuple(
        (
            agreement.title,
            label("subject", evidence.subject.partition(":")[0]),
            titles.get(evidence.document_id),
            evidence.span.quote if evidence.span else None,
            evidence.span.start if evidence.span else None,
            evidence.span.end if evidence.span else None,
            label("state", evidence.state.value),
            evidence.confirmed_by,
            evidence.confirmed_at,
        )
        for agreement in register.agreements
        for evidence in agreement.evidence
    )
    columns = "agreement subject document quote start end state confirmed-by confirmed-at"
    return Table("evidence", tuple(columns.split()), rows)


def _documents(documents: tuple[DocumentRow, ...]) -> Table:
    columns = "id title language published address file-name size received-at received-by demo"
    rows = tuple(
        (
            document.id,
            document.title,
            document.language,
            document.published,
            document.address,
            document.file_name,
            document.size,
            document.received_at,
            document.received_by,
            document.demo,
        )
        for document in documents
    )
    return Table("documents", tuple(columns.split()), rows)


def _lines(parts: Iterable[str]) -> str | None:
    return "; ".join(parts) or None
