"""The organisation that asks comes in (``None``: the office itself), only the rows that it may see go out."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from nhipcau.store.models import (
    ActivityRow,
    AgreementRow,
    CommitmentRow,
    DocumentRow,
    EvidenceRow,
    OrganisationRow,
    PartyRow,
    PersonRow,
    SignatoryRow,
)


def agreements_of(visible_to: str | None) -> QuerySet[AgreementRow]:
    """Return agreements that the organisation is a party to."""
    rows = AgreementRow.objects.all()
    return rows if visible_to is None else rows.filter(_is_party("pk", visible_to))


def commitments_of(visible_to: str | None) -> QuerySet[CommitmentRow]:
    """Return commitments of those agreements."""
    rows = CommitmentRow.objects.all()
    return rows if visible_to is None else rows.filter(_is_party("agreement", visible_to))


def activities_of(visible_to: str | None) -> QuerySet[ActivityRow]:
    """Return activities under those commitments."""
    rows = ActivityRow.objects.all()
    return rows if visible_to is None else rows.filter(_is_party("commitment__agreement", visible_to))


def organisations_of(visible_to: str | None) -> QuerySet[OrganisationRow]:
    """Return parties of those agreements; one that was merged into another is no longer there."""
    rows = OrganisationRow.objects.filter(merged_into=None)
    if visible_to is None:
        return rows
    return rows.filter(Exists(PartyRow.objects.filter(_is_party("agreement", visible_to), organisation=OuterRef("pk"))))


def people_of(visible_to: str | None) -> QuerySet[PersonRow]:
    """Return people whom those agreements name; one who was merged into another is no longer there."""
    rows = PersonRow.objects.filter(merged_into=None)
    if visible_to is None:
        return rows
    return rows.filter(Exists(SignatoryRow.objects.filter(_is_party("agreement", visible_to), person=OuterRef("pk"))))


def documents_of(visible_to: str | None) -> QuerySet[DocumentRow]:
    """Return documents that those agreements quote."""
    rows = DocumentRow.objects.all()
    if visible_to is None:
        return rows
    return rows.filter(Exists(EvidenceRow.objects.filter(_is_party("agreement", visible_to), document=OuterRef("pk"))))


def every(terms: tuple[str, ...], column: str = "search") -> Q:
    """Return the condition that every folded word stands in the search text."""
    wanted = Q()
    for term in terms:
        wanted &= Q(**{f"{column}__contains": term})
    return wanted


def _is_party(agreement: str, organisation_id: str) -> Exists:
    return Exists(PartyRow.objects.filter(agreement=OuterRef(agreement), organisation_id=organisation_id))
