"""Every table of the register, one file a noun."""

from __future__ import annotations

from nhipcau.store.models.agreement import (
    AgreementRow,
    FigureRow,
    LegalActRow,
    PartyRow,
    SectorRow,
    SignatoryRow,
    WitnessRow,
)
from nhipcau.store.models.change import ChangeRow
from nhipcau.store.models.commitment import ActivityFileRow, ActivityRow, CommitmentRow
from nhipcau.store.models.deal import DealRow, FollowerRow, FoundRow, FoundStampRow
from nhipcau.store.models.document import DocumentRow
from nhipcau.store.models.draft import DraftRow
from nhipcau.store.models.event import EventRow, InterpreterRow, MeetingRequestRow, RegistrationRow
from nhipcau.store.models.evidence import EvidenceRow
from nhipcau.store.models.market import (
    GoneItemRow,
    MarketStampRow,
    NeedConcept,
    NeedRow,
    OfferConcept,
    OfferRow,
    OwnConceptRow,
)
from nhipcau.store.models.organisation import OrganisationBlock, OrganisationKey, OrganisationName, OrganisationRow
from nhipcau.store.models.organisation_import import ImportLineRow, ImportSheetRow
from nhipcau.store.models.person import PersonKey, PersonName, PersonPost, PersonRow
from nhipcau.store.models.plan import PlanRow
from nhipcau.store.models.resolving import DoubtRow, MergeRow, ThresholdsRow
from nhipcau.store.models.search import NameSlip, NameWord, OrganisationPhrase, PersonPhrase
from nhipcau.store.models.source_record import SourceRecordRow
from nhipcau.store.models.timetable import MeetingReportRow, MeetingRow, NoticeRow, RunRow, TimetableRow
from nhipcau.store.models.user import ApiToken, User

__all__ = [
    "ActivityFileRow",
    "ActivityRow",
    "AgreementRow",
    "ApiToken",
    "ChangeRow",
    "CommitmentRow",
    "DealRow",
    "DocumentRow",
    "DoubtRow",
    "DraftRow",
    "EventRow",
    "EvidenceRow",
    "FigureRow",
    "FollowerRow",
    "FoundRow",
    "FoundStampRow",
    "GoneItemRow",
    "ImportLineRow",
    "ImportSheetRow",
    "InterpreterRow",
    "LegalActRow",
    "MarketStampRow",
    "MeetingReportRow",
    "MeetingRequestRow",
    "MeetingRow",
    "MergeRow",
    "NameSlip",
    "NameWord",
    "NeedConcept",
    "NeedRow",
    "NoticeRow",
    "OfferConcept",
    "OfferRow",
    "OrganisationBlock",
    "OrganisationKey",
    "OrganisationName",
    "OrganisationPhrase",
    "OrganisationRow",
    "OwnConceptRow",
    "PartyRow",
    "PersonKey",
    "PersonName",
    "PersonPhrase",
    "PersonPost",
    "PersonRow",
    "PlanRow",
    "RegistrationRow",
    "RunRow",
    "SectorRow",
    "SignatoryRow",
    "SourceRecordRow",
    "ThresholdsRow",
    "TimetableRow",
    "User",
    "WitnessRow",
]
