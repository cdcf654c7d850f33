"""The query of an address comes in, what a list is asked goes out; texts are read by the programme."""

from __future__ import annotations

from ninja import Field, Schema


class _List(Schema):
    """What every list may be asked."""

    cursor: str | None = Field(None, description="Where the page before ended: its next_cursor.")
    limit: str = Field("", description="How many at most.")
    sort: str = Field("", description='Name of an order, with "-" before it for the other direction.')
    demo: str = Field("", description="true: demo data only; false: none of it.")


class _SearchedList(_List):
    search: str = Field("", description="Words, with or without diacritics, all of which must be there.")


class AgreementsWanted(_SearchedList):
    """Sorts: signed, title, type, created, expires."""

    sector: str = Field("", description="Code of a sector.")
    type: str = Field("", description="MOU, LOI, agreement, amendment or contract.")
    state: str = Field("", description="State of at least one commitment.")
    year: str = Field("", description="Year of signing.")
    place: str = Field("", description="Words of the place of signing.")
    country: str = Field("", description="Country of a party, such as KR.")
    organisation_id: str = Field("", description="A party.")


class CommitmentsWanted(_SearchedList):
    """Sorts: due, created, code, agreement."""

    agreement_id: str = Field("", description="The agreement that promises it.")
    state: str = Field("", description="not-concretised, not-started, under-way, late, done or abandoned.")
    owner: str = Field("", description="Id of the organisation that owns it.")
    code: str = Field("", description="Code of an activity.")
    overdue: str = Field("", description="true: late ones only.")
    missing: str = Field("", description="owner, quantity or due.")


class ActivitiesWanted(_SearchedList):
    """Sorts: on, created."""

    commitment_id: str = Field("", description="The commitment it was done under.")
    agreement_id: str = Field("", description="The agreement of that commitment.")
    since: str = Field("", description="First day, as 2024-06-01.")
    until: str = Field("", description="Last day.")


class OrganisationsWanted(_SearchedList):
    """Sorts: name, country, agreements."""

    country: str = Field("", description="ISO 3166-1 alpha-2, such as VN.")
    kind: str = Field("", description="Kind of body, such as technopark.")


class PairsWanted(_List):
    """Sorts: weight (what a decision settles, then how alike), score, proposed."""

    state: str = Field("", description="open (default), later, same, different or moot.")
    thing_id: str = Field("", description="An organisation that stands in the pair.")


class PeopleWanted(_SearchedList):
    """Sorts: name, agreements."""

    organisation_id: str = Field("", description="The organisation that the name was read with.")


class DocumentsWanted(_SearchedList):
    """Sorts: received, title, published."""

    language: str = Field("", description="vi, ko or en.")
    agreement_id: str = Field("", description="The agreement that it is evidence of.")


class DraftsWanted(_List):
    """Sorts: created, document."""

    list: str = Field("", description="agreement, planned or no-agreement.")
    state: str = Field("", description="open, confirmed or rejected.")
    document_id: str = Field("", description="The document that was read.")
    proposed: str = Field("", description="true: those that may be known already; false: the others.")


class HistoryWanted(Schema):
    """Newest first."""

    kind: str = Field("", description="Kind of thing, such as agreement.")
    id: str = Field("", description="Id of the thing.")
    actor_id: str = Field("", description="Who did it.")
    batch: str = Field("", description="Everything that one verb did.")
    cursor: str | None = Field(None, description="Where the page before ended: its next_cursor.")
    limit: str = Field("", description="How many at most.")
