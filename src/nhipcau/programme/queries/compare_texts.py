"""An agreement's id comes in; what each of its texts promises, side by side, goes out."""

from __future__ import annotations

from collections.abc import Iterable

from nhipcau.engine.read.read import read_document
from nhipcau.engine.read.same_agreement import party_keys
from nhipcau.facts.actor import Actor
from nhipcau.facts.agreement import Agreement
from nhipcau.facts.codes import ACTIVITY_CODES, Strength
from nhipcau.facts.document import Document
from nhipcau.facts.draft import Draft
from nhipcau.facts.reading import AgreementRead, PartyRead
from nhipcau.programme.drafting.taken import taken
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, demand_sight
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.views import ComparedCommitment, ComparedText

Promises = dict[str, ComparedText]


def compare_texts(office: Office, actor: Actor, agreement_id: str) -> tuple[ComparedCommitment, ...]:
    """Return one entry for each kind of promise, in the order of the codes: in both texts, or only in one.

    A text whose draft a person confirmed speaks through what that person accepted; an attached text is read anew, and
    what was read of it enters no register. Benefits are no promises. Of several texts in one language the first that
    promises something counts.
    """
    demand(actor, "register.see")
    with office.store.unit() as unit:
        agreement = unit.agreements.get(agreement_id)
        if agreement is None:
            raise not_found("agreement", agreement_id)
        demand_sight(actor, agreement, kind="agreement", thing_id=agreement_id)
        ids = tuple(dict.fromkeys(item.document_id for item in agreement.evidence))
        documents = unit.documents.get_many(ids)
        drafts = {draft.document_id: draft for draft in unit.drafts.of_agreement(agreement_id)}
    by_language: dict[str, Promises] = {}
    for document in (documents[key] for key in ids if key in documents):
        said = by_language.setdefault(document.language, {})
        for code, text in _promises(document, drafts.get(document.id), agreement).items():
            said.setdefault(code, text)
    return _compared(by_language)


def _promises(document: Document, draft: Draft | None, agreement: Agreement) -> Promises:
    """Return what one text promises, by code."""
    if draft is None:
        return _read_anew(document, agreement)
    promises: Promises = {}
    for value in taken(draft).many("activity"):
        if value.content.get("strength") != Strength.BENEFIT:
            words = value.content.get("text") or (value.span.quote if value.span else "")
            promises.setdefault(
                value.content["code"], ComparedText(text=words, document_id=document.id, span=value.span)
            )
    return promises


def _read_anew(document: Document, agreement: Agreement) -> Promises:
    promises: Promises = {}
    nearest = _nearest(read_document(document.text, published=document.published).agreements, agreement)
    for activity in nearest.activities if nearest else ():
        if activity.strength is not Strength.BENEFIT:
            words = activity.span.quote if activity.span else ""
            found = ComparedText(text=words, document_id=document.id, span=activity.span)
            promises.setdefault(activity.code, found)
    return promises


def _nearest(agreements: Iterable[AgreementRead], agreement: Agreement) -> AgreementRead | None:
    """Return the agreement of a text that shares most parties with the one of the register."""
    known = {key for party in agreement.parties for key in party_keys(PartyRead(name=party.name))}

    def shared(read: AgreementRead) -> int:
        return sum(bool(party_keys(party) & known) for party in read.parties)

    return max(agreements, key=shared, default=None)


def _compared(by_language: dict[str, Promises]) -> tuple[ComparedCommitment, ...]:
    compared = []
    for code in ACTIVITY_CODES:
        texts = {language: said[code] for language, said in by_language.items() if code in said}
        if texts:
            alone = next(iter(texts)) if len(texts) == 1 else None
            compared.append(
                ComparedCommitment(code=code, by_language=texts, where="only" if alone else "both", language=alone)
            )
    return tuple(compared)
