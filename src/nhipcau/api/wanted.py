"""The query of an address comes in, what a list is asked goes out; texts are read by the programme."""

from __future__ import annotations

from datetime import UTC, datetime

from ninja import Field, Schema
from pydantic import field_validator


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


class ItemsWanted(_SearchedList):
    """Sorts: new, expires, title."""

    kind: str = Field("", description="product, technology, expertise, training, placement or site.")
    state: str = Field("", description="draft, in-review, published, expired, withdrawn or closed.")
    organisation_id: str = Field("", description="Whose it is; confidential ones of others are not found so.")
    agreement_id: str = Field("", description="The agreement that it belongs under.")
    place: str = Field("", description="Country, province or city: its name in any language, or its code.")
    concept: str = Field("", description="Id of a concept; narrower ones count.")
    language: str = Field("", description="vi, ko or en.")
    mine: str = Field("", description="true: one's own alone.")


class FitsWanted(Schema):
    """How many pairs are wanted."""

    top: int = Field(20, ge=1, le=100, description="Matches, and near misses, at most.")


class MatchesWanted(_List):
    """Sorts: moved, proposed, score."""

    stage: str = Field("", description="proposed, accepted-by-one, accepted, introduced, meeting, sample, …")
    agreement_id: str = Field("", description="The agreement that it is under.")
    organisation_id: str = Field("", description="An organisation that is a side; for the office's people.")
    need_id: str = Field("", description="The need of the pair.")
    offer_id: str = Field("", description="The offer of the pair.")
    idle: str = Field("", description="true: those that nothing moved for 30 days.")
    waiting: str = Field("", description="mine: a side of one's own has not answered; any: either side.")
    mine: str = Field("", description="true: those that one proposed.")


class PlansWanted(_List):
    """Sorts: made."""

    offer_id: str = Field("", description="The offer that it is made for.")
    need_id: str = Field("", description="The need that it is made for.")


class NewsWanted(Schema):
    """Which pairs are new."""

    since: datetime | None = Field(None, description="Found after this moment (ISO 8601); default: all.")
    limit: int = Field(50, ge=1, le=200, description="How many at most.")

    @field_validator("since")
    @classmethod
    def _in_utc(cls, since: datetime | None) -> datetime | None:
        """Return the moment in UTC; without a zone it is one; a moment that is none there is refused."""
        if since is None:
            return None
        try:
            return since.replace(tzinfo=since.tzinfo or UTC).astimezone(UTC)
        except OverflowError as beyond:
            raise ValueError(since.isoformat()) from beyond


class HistoryWanted(Schema):
    """Newest first."""

    kind: str = Field("", description="Kind of thing, such as agreement.")
    id: str = Field("", description="Id of the thing.")
    actor_id: str = Field("", description="Who did it.")
    batch: str = Field("", description="Everything that one verb did.")
    cursor: str | None = Field(None, description="Where the page before ended: its next_cursor.")
    limit: str = Field("", description="How many at most.")
