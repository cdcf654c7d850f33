"""Questions of pages come in, each goes to its query behind the room's door."""

from __future__ import annotations

from datetime import date, datetime

from nhipcau.facts.change import Change
from nhipcau.programme.filters import (
    ActivityFilter,
    AgreementFilter,
    CommitmentFilter,
    DeskQuery,
    DocumentFilter,
    DraftFilter,
    HistoryFilter,
    OrganisationFilter,
    Paging,
    PersonFilter,
    SearchQuery,
)
from nhipcau.programme.views import (
    ActivityRow,
    AgreementRow,
    AgreementView,
    CommitmentRow,
    CommitmentView,
    DeskSection,
    DocumentRow,
    DocumentView,
    DraftRow,
    DraftView,
    Network,
    OrganisationRow,
    OrganisationView,
    Page,
    PersonRow,
    PersonView,
    RegisterExport,
    SearchHit,
    StateCount,
    TimelineSpan,
)
from nhipcau.store.door import translated
from nhipcau.store.queries import (
    activities,
    agreements,
    commitments,
    desk,
    document_page,
    documents,
    drafts,
    export,
    history,
    organisations,
    people,
    pictures,
    search,
)


class DatabaseReads:
    """What pages ask; see ``programme.ports.Reads`` for what each answer holds."""

    @translated()
    def desk(self, query: DeskQuery, /) -> tuple[DeskSection, ...]:
        """Return the wanted sections."""
        return desk.desk(query)

    @translated()
    def agreement_list(self, wanted: AgreementFilter, paging: Paging, /) -> Page[AgreementRow]:
        """Return agreements."""
        return agreements.agreement_list(wanted, paging)

    @translated()
    def agreement_page(self, agreement_id: str, /, *, today: date) -> AgreementView | None:
        """Return one agreement with all that hangs on it."""
        return agreements.agreement_page(agreement_id, today)

    @translated()
    def organisation_list(self, wanted: OrganisationFilter, paging: Paging, /) -> Page[OrganisationRow]:
        """Return organisations."""
        return organisations.organisation_list(wanted, paging)

    @translated()
    def organisation_page(
        self, organisation_id: str, /, *, today: date, visible_to: str | None
    ) -> OrganisationView | None:
        """Return one organisation."""
        return organisations.organisation_page(organisation_id, today, visible_to)

    @translated()
    def person_list(self, wanted: PersonFilter, paging: Paging, /) -> Page[PersonRow]:
        """Return people."""
        return people.person_list(wanted, paging)

    @translated()
    def person_page(self, person_id: str, /, *, today: date, visible_to: str | None) -> PersonView | None:
        """Return one person."""
        return people.person_page(person_id, today, visible_to)

    @translated()
    def commitment_list(self, wanted: CommitmentFilter, paging: Paging, /) -> Page[CommitmentRow]:
        """Return commitments."""
        return commitments.commitment_list(wanted, paging)

    @translated()
    def commitment_page(self, commitment_id: str, /, *, today: date) -> CommitmentView | None:
        """Return one commitment."""
        return commitments.commitment_page(commitment_id, today)

    @translated()
    def activity_list(self, wanted: ActivityFilter, paging: Paging, /) -> Page[ActivityRow]:
        """Return activities."""
        return activities.activity_list(wanted, paging)

    @translated()
    def document_list(self, wanted: DocumentFilter, paging: Paging, /) -> Page[DocumentRow]:
        """Return documents without their texts."""
        return documents.document_list(wanted, paging)

    @translated()
    def document_page(self, document_id: str, /) -> DocumentView | None:
        """Return one document with its text."""
        return document_page.document_page(document_id)

    @translated()
    def draft_list(self, wanted: DraftFilter, paging: Paging, /) -> Page[DraftRow]:
        """Return drafts."""
        return drafts.draft_list(wanted, paging)

    @translated()
    def draft_page(self, draft_id: str, /, *, today: date) -> DraftView | None:
        """Return one draft beside its document."""
        return drafts.draft_page(draft_id, today)

    @translated()
    def history(self, wanted: HistoryFilter, paging: Paging, /) -> Page[Change]:
        """Return changes, newest first."""
        return history.history(wanted, paging)

    @translated()
    def network(self, *, visible_to: str | None) -> Network:
        """Return who signed with whom."""
        return pictures.network(visible_to)

    @translated()
    def timeline(self, *, visible_to: str | None) -> tuple[TimelineSpan, ...]:
        """Return agreements in time."""
        return pictures.timeline(visible_to)

    @translated()
    def commitment_states(self, by: str, /, *, today: date, visible_to: str | None) -> tuple[StateCount, ...]:
        """Return counts by agreement or owner."""
        return pictures.commitment_states(by, today, visible_to)

    @translated()
    def search(self, query: SearchQuery, /) -> tuple[SearchHit, ...]:
        """Return hits over everything."""
        return search.search(query)

    @translated()
    def export(self, *, today: date, taken_at: datetime, visible_to: str | None) -> RegisterExport:
        """Return the register."""
        return export.export(today=today, taken_at=taken_at, visible_to=visible_to)
