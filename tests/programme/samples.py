"""Nothing comes in; small facts of a made-up office go out, to be varied with ``dataclasses.replace``."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.agreement import Agreement, AgreementParty, AgreementPerson, Evidence, Venue
from nhipcau.facts.change import Change
from nhipcau.facts.codes import AgreementStatus, AgreementType, PartyKind, PersonFunction, Strength
from nhipcau.facts.commitment import Activity, Commitment
from nhipcau.facts.deal import Found, Match, Stage, Step
from nhipcau.facts.document import Document
from nhipcau.facts.draft import Draft, DraftList, DraftState, DraftValue
from nhipcau.facts.market import (
    Attribute,
    Comparison,
    ItemKind,
    ItemState,
    Need,
    Offer,
    OwnConcept,
    Requirement,
)
from nhipcau.facts.organisation import Identifier, Name, Organisation, Person, SourceRecord
from nhipcau.facts.resolving import Doubt, Merge
from nhipcau.facts.span import Span
from nhipcau.facts.state import State

NOW = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)

ADMINISTRATOR = Actor(id="u-admin", name="Quản trị", role=Role.ADMINISTRATOR)
OFFICER = Actor(id="u-officer", name="Lan", role=Role.OFFICER)
OTHER_OFFICER = Actor(id="u-other", name="Minji", role=Role.OFFICER, language="ko")
ADVISER = Actor(id="u-adviser", name="Hải", role=Role.ADVISER)
ENTERPRISE = Actor(id="u-firm", name="An Phú", role=Role.ENTERPRISE, organisation_id="org-anphu")
STRANGER = Actor(id="u-stranger", name="Ở ngoài", role=Role.ENTERPRISE, organisation_id="org-nowhere")
VIEWER = Actor(id="u-viewer", name="Xem", role=Role.VIEWER)
ACTORS = (ADMINISTRATOR, OFFICER, ADVISER, ENTERPRISE, VIEWER)

SONGHAN = Organisation(
    id="org-songhan",
    names=(Name("Trung tâm Vật liệu Sông Hàn", "vi", "official"), Name("SHM", "und", "acronym")),
    country="VN",
    kind=PartyKind.PUBLIC_CENTRE,
)
MIRAE = Organisation(
    id="org-mirae",
    names=(
        Name("미래세라믹연구원", "ko", "official"),
        Name("Viện Gốm sứ Mirae", "vi", "alias"),
        Name("MCRI", "und", "acronym"),
    ),
    country="KR",
    kind=PartyKind.RESEARCH_INSTITUTE,
)
ANPHU = Organisation(
    id="org-anphu", names=(Name("Công ty TNHH An Phú", "vi", "official"),), country="VN", kind=PartyKind.COMPANY
)
DIRECTOR = Person(id="per-dam", names=(Name("Hồ Văn Đàm", "vi", "official"),), organisation_id="org-songhan")
TEXT = "Ngày 12/9/2024, Trung tâm Vật liệu Sông Hàn (SHM) và Viện Gốm sứ Mirae ký biên bản ghi nhớ về đào tạo."


def document(key: str = "doc-1", text: str = TEXT, **parts: object) -> Document:
    """Return a document with its own fingerprints."""
    values: dict[str, object] = {
        "id": key,
        "title": f"Bài {key}",
        "text": text,
        "language": "vi",
        "media_type": "text/plain",
        "sha256": hashlib.sha256((key + text).encode()).hexdigest(),
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "size": len(text.encode()),
        "received_at": NOW,
        "received_by": "Lan",
    }
    return Document(**{**values, **parts})  # type: ignore[arg-type]  # parts of a document


def span(quote: str, text: str = TEXT) -> Span:
    """Return the first place of some words."""
    start = text.index(quote)
    return Span(start, start + len(quote), quote)


def agreement(key: str = "agr-1", *organisations: Organisation, **parts: object) -> Agreement:
    """Return an agreement of the two institutes, or of others."""
    parties = organisations or (SONGHAN, MIRAE)
    values: dict[str, object] = {
        "id": key,
        "title": f"Thỏa thuận {key}",
        "type": AgreementType.MOU,
        "status": AgreementStatus.SIGNED,
        "parties": tuple(AgreementParty(organisation_id=item.id, name=item.names[0].text) for item in parties),
        "created_at": NOW,
        "signed": "2024-09-12",
        "place": Venue(city="Đà Nẵng", country="VN"),
        "sectors": ("materials",),
    }
    return Agreement(**{**values, **parts})  # type: ignore[arg-type]  # parts of an agreement


def signatory(person: Person = DIRECTOR) -> AgreementPerson:
    """Return a person as a signatory."""
    return AgreementPerson(person_id=person.id, name=person.names[0].text, function=PersonFunction.SIGNATORY)


def evidence(subject: str = "agreement", document_id: str = "doc-1", key: str = "ev-1") -> Evidence:
    """Return the words of the sample text for some part."""
    return Evidence(id=key, subject=subject, document_id=document_id, span=span("ký biên bản ghi nhớ"))


def commitment(key: str = "com-1", agreement_id: str = "agr-1", **parts: object) -> Commitment:
    """Return a commitment that is not concretised."""
    values: dict[str, object] = {
        "id": key,
        "agreement_id": agreement_id,
        "code": "training",
        "strength": Strength.COMMITMENT,
        "text": "đào tạo kỹ sư",
        "created_at": NOW,
    }
    return Commitment(**{**values, **parts})  # type: ignore[arg-type]  # parts of a commitment


def concrete(key: str = "com-1", agreement_id: str = "agr-1", **parts: object) -> Commitment:
    """Return a commitment with owner, quantity, unit and due date."""
    values: dict[str, object] = {
        "owner_id": "org-songhan",
        "quantity": Decimal(40),
        "unit": "kỹ sư",
        "due_on": TODAY + timedelta(days=100),
    }
    return commitment(key, agreement_id, **{**values, **parts})


def activity(key: str = "act-1", commitment_id: str = "com-1", **parts: object) -> Activity:
    """Return an activity of a week ago."""
    values: dict[str, object] = {
        "id": key,
        "commitment_id": commitment_id,
        "on": TODAY - timedelta(days=7),
        "note": "Khóa đào tạo thứ nhất",
        "created_at": NOW,
        "created_by": OFFICER.id,
    }
    return Activity(**{**values, **parts})  # type: ignore[arg-type]  # parts of an activity


def draft(key: str = "dra-1", document_id: str = "doc-1", **parts: object) -> Draft:
    """Return an open draft with one value."""
    values: dict[str, object] = {
        "id": key,
        "document_id": document_id,
        "position": 0,
        "list": DraftList.AGREEMENT,
        "state": DraftState.OPEN,
        "values": (
            DraftValue(
                key="type",
                field="type",
                content={"type": "MOU", "renewal": ""},
                state=State.STATED,
                span=span("biên bản ghi nhớ"),
            ),
        ),
        "created_at": NOW,
    }
    return Draft(**{**values, **parts})  # type: ignore[arg-type]  # parts of a draft


def change(key: str, **parts: object) -> Change:
    """Return an entry of the history."""
    values: dict[str, object] = {
        "id": key,
        "batch": "batch-1",
        "at": NOW,
        "actor_id": OFFICER.id,
        "actor_name": OFFICER.name,
        "verb": "edit-agreement",
        "kind": "agreement",
        "subject_id": "agr-1",
        "before": None,
        "after": {"id": "agr-1", "title": "Thỏa thuận", "sectors": ["materials"], "demo": False},
    }
    return Change(**{**values, **parts})  # type: ignore[arg-type]  # parts of a change


def source_record(key: str = "src-1", organisation: Organisation = ANPHU, **parts: object) -> SourceRecord:
    """Return what an office's list said of a body."""
    values: dict[str, object] = {
        "id": key,
        "organisation_id": organisation.id,
        "source": "Danh sách Sở Công Thương",
        "source_key": key,
        "received_on": TODAY,
        "names": (Name("Cty TNHH An Phú", "vi", "official"),),
        "identifiers": (Identifier("VN-MST", "0100109106"),),
        "address": "12 Lê Lợi, Hải Phòng",
        "phone": "0225 3842 000",
        "people": ("Nguyễn Văn An, Giám đốc",),
    }
    return SourceRecord(**{**values, **parts})  # type: ignore[arg-type]  # parts of a source record


def doubt(key: str = "dbt-1", left: str = ANPHU.id, right: str = MIRAE.id, **parts: object) -> Doubt:
    """Return an open doubtful pair."""
    first, second = sorted((left, right))
    values: dict[str, object] = {
        "id": key,
        "kind": "organisation",
        "left": first,
        "right": second,
        "score": 0.8,
        "proposed_at": NOW,
        "origin": "import",
    }
    return Doubt(**{**values, **parts})  # type: ignore[arg-type]  # parts of a doubt


def merge(key: str = "mrg-1", kept: str = ANPHU.id, gone: str = MIRAE.id, **parts: object) -> Merge:
    """Return a merge that stands."""
    values: dict[str, object] = {
        "id": key,
        "kind": "organisation",
        "kept": kept,
        "gone": gone,
        "merged_at": NOW,
        "merged_by": "Lan",
    }
    return Merge(**{**values, **parts})  # type: ignore[arg-type]  # parts of a merge


def need(key: str = "nee-1", organisation: Organisation = ANPHU, **parts: object) -> Need:
    """Return a published need for turned parts."""
    values: dict[str, object] = {
        "id": key,
        "organisation_id": organisation.id,
        "kind": ItemKind.PRODUCT,
        "language": "vi",
        "title": f"Tìm xưởng tiện {key}",
        "text": "Cần xưởng tiện tự động làm chốt bản lề inox, dung sai 0,01 mm, giao hàng tháng.",
        "created_at": NOW,
        "created_by": ENTERPRISE.id,
        "created_by_name": ENTERPRISE.name,
        "expires_on": TODAY + timedelta(days=180),
        "place": "VN-HP",
        "requirements": (
            Requirement(property="tolerance", comparison=Comparison.AT_MOST, value=Decimal("0.01"), unit="mm"),
            Requirement(property="certificate", comparison=Comparison.HAS, value="ISO 9001", must=False),
        ),
        "state": ItemState.PUBLISHED,
        "published_at": NOW,
        "reviewed_by": ADVISER.name,
    }
    return Need(**{**values, **parts})  # type: ignore[arg-type]  # parts of a need


def offer(key: str = "off-1", organisation: Organisation = MIRAE, **parts: object) -> Offer:
    """Return a published offer of a technology."""
    values: dict[str, object] = {
        "id": key,
        "organisation_id": organisation.id,
        "kind": ItemKind.TECHNOLOGY,
        "language": "ko",
        "title": f"세라믹 코팅 기술 {key}",
        "text": "내마모 세라믹 코팅 기술을 이전합니다. TRL 7, 통상실시권.",
        "created_at": NOW,
        "created_by": ADVISER.id,
        "created_by_name": ADVISER.name,
        "expires_on": TODAY + timedelta(days=365),
        "place": "KR-48",
        "attributes": (
            Attribute(property="trl", value=Decimal(7)),
            Attribute(property="certificate", value="1.0", denied=True),
        ),
        "state": ItemState.PUBLISHED,
        "published_at": NOW,
        "reviewed_by": OFFICER.name,
    }
    return Offer(**{**values, **parts})  # type: ignore[arg-type]  # parts of an offer


def own_concept(key: str = "own:gom-bat-trang", **parts: object) -> OwnConcept:
    """Return a concept of the office's own."""
    values: dict[str, object] = {
        "id": key,
        "facet": "product",
        "labels": (("vi", "gốm Bát Tràng", True), ("ko", "밧짱 도자기", True), ("en", "Bat Trang pottery", True)),
    }
    return OwnConcept(**{**values, **parts})  # type: ignore[arg-type]  # parts of an own concept


def match(key: str = "mat-1", need_id: str = "nee-1", offer_id: str = "off-1", **parts: object) -> Match:
    """Return a match that an adviser proposed."""
    values: dict[str, object] = {
        "id": key,
        "need_id": need_id,
        "offer_id": offer_id,
        "need_organisation_id": ANPHU.id,
        "offer_organisation_id": MIRAE.id,
        "stage": Stage.PROPOSED,
        "proposed_at": NOW,
        "proposed_by": ADVISER.id,
        "moved_at": NOW,
        "score": 1234,
        "steps": (Step(stage=Stage.PROPOSED, at=NOW, by=ADVISER.id, by_name=ADVISER.name),),
    }
    return Match(**{**values, **parts})  # type: ignore[arg-type]  # parts of a match


def found(key: str = "fou-1", need_id: str = "nee-1", offer_id: str = "off-1", **parts: object) -> Found:
    """Return a pair that the engine found."""
    values: dict[str, object] = {
        "id": key,
        "need_id": need_id,
        "offer_id": offer_id,
        "score": 1234,
        "near": False,
        "since": NOW,
    }
    return Found(**{**values, **parts})  # type: ignore[arg-type]  # parts of a pair
