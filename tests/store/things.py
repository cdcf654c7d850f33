"""Nothing comes in; small facts to keep go out."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from nhipcau.facts.agreement import (
    Agreement,
    AgreementParty,
    AgreementPerson,
    Evidence,
    Figure,
    LegalAct,
    Venue,
)
from nhipcau.facts.change import Change
from nhipcau.facts.codes import (
    AgreementStatus,
    AgreementType,
    FigureRole,
    Mode,
    PartyKind,
    PersonFunction,
    Strength,
)
from nhipcau.facts.commitment import Activity, Commitment, FileRef
from nhipcau.facts.document import Document
from nhipcau.facts.draft import (
    Alternative,
    Decision,
    Draft,
    DraftList,
    DraftState,
    DraftValue,
    SameProposal,
)
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Name, Organisation, Person
from nhipcau.facts.span import Span
from nhipcau.facts.state import State

AT = datetime(2026, 3, 1, 8, 30, 0, 123456, tzinfo=UTC)
TODAY = date(2026, 3, 1)
TEXT = "Hôm 26/11, Trung tâm IDC và Viện KICET ký biên bản ghi nhớ. 협약 체결 😀."

CENTRE = Organisation(
    id="org-idc",
    names=(Name("Trung tâm Phát triển công nghiệp", "vi", "official"), Name("IDC", "en", "acronym")),
    country="VN",
    kind=PartyKind.PUBLIC_CENTRE,
    place="Hà Nội",
)
INSTITUTE = Organisation(
    id="org-kicet",
    names=(Name("한국세라믹기술원", "ko", "official"), Name("KICET", "en", "acronym")),
    country="KR",
    kind=PartyKind.RESEARCH_INSTITUTE,
)
DIRECTOR = Person(id="person-minh", names=(Name("Nguyễn Văn Minh", "vi", "official"), Name("Nguyen Van Minh", "en")))
DOCUMENT = Document(
    id="doc-1",
    title="Ký kết hợp tác vật liệu",
    text=TEXT,
    language="vi",
    media_type="text/plain",
    sha256="a" * 64,
    text_sha256="b" * 64,
    size=120,
    received_at=AT,
    received_by="Lan",
    file_name="tin.txt",
    published="2021-11-26",
)
AGREEMENT = Agreement(
    id="agr-1",
    title="IDC – KICET: vật liệu",
    type=AgreementType.MOU,
    status=AgreementStatus.SIGNED,
    parties=(
        AgreementParty(organisation_id=CENTRE.id, name="Trung tâm IDC", parent="Bộ Công Thương"),
        AgreementParty(organisation_id=INSTITUTE.id, name="Viện KICET"),
    ),
    created_at=AT,
    signed="2021-11-26",
    place=Venue(venue="Khách sạn Sông Hồng", city="Hà Nội", country="VN", mode=Mode.IN_PERSON),
    term_months=36,
    expires_on=date(2024, 11, 26),
    people=(
        AgreementPerson(
            person_id=DIRECTOR.id,
            name="Nguyễn Văn Minh",
            function=PersonFunction.SIGNATORY,
            role="Giám đốc",
            org="IDC",
        ),
    ),
    witnesses=("Đại sứ quán Hàn Quốc",),
    sectors=("materials", "training"),
    figures=(Figure(value="30", unit="kỹ sư", what="đào tạo", role=FigureRole.COMMITMENT, approx=True, as_of="2021"),),
    legal_acts=(LegalAct(type="resolution", number="115/NQ-CP", issuer="Chính phủ", date="2020-08-06"),),
    evidence=(
        Evidence(
            id="ev-1",
            subject="agreement",
            document_id=DOCUMENT.id,
            span=Span.of(TEXT, 11, 57),
            confirmed_by="Lan",
            confirmed_at=AT,
        ),
        Evidence(id="ev-2", subject="place", document_id=DOCUMENT.id, span=None, state=State.DERIVED),
    ),
)
COMMITMENT = Commitment(
    id="com-1",
    agreement_id=AGREEMENT.id,
    code="training",
    strength=Strength.COMMITMENT,
    text="Đào tạo kỹ sư",
    created_at=AT,
    owner_id=CENTRE.id,
    quantity=Decimal("30.50"),
    unit="người",
    due_on=date(2026, 12, 31),
)
ACTIVITY = Activity(
    id="act-1",
    commitment_id=COMMITMENT.id,
    on=date(2026, 2, 1),
    note="Khóa học đầu tiên",
    created_at=AT,
    created_by="Lan",
    participants=("Nguyễn Văn Minh", "김철수"),
    quantity=Decimal("10.25"),
    files=(FileRef(key="c" * 64, name="ảnh.png", media_type="image/png", size=7),),
)
DRAFT = Draft(
    id="draft-1",
    document_id=DOCUMENT.id,
    position=0,
    list=DraftList.AGREEMENT,
    state=DraftState.OPEN,
    values=(
        DraftValue(
            key="date",
            field="date",
            content={"value": "2021-11-26"},
            state=State.DISPUTED,
            span=Span.of(TEXT, 4, 9),
            origin=(Message("derived.header-date", {"detail": "26/11"}),),
            alternatives=(Alternative(source="model", content={"value": "2021-11-25"}, span=Span.of(TEXT, 0, 3)),),
            decision=Decision.CHANGED,
        ),
        DraftValue(key="place", field="place", content={}, state=State.NOT_STATED),
    ),
    created_at=AT,
    proposal=SameProposal(
        agreement_id=AGREEMENT.id,
        score=0.875,
        reasons=(Message("same.parties", {"count": 2}),),
        contradictions=(Message("same.other-date"),),
    ),
    reader="rules/1",
    rejected_pairs=("agr-9",),
)


def change(number: int, **parts: object) -> Change:
    """Return the ``number``-th entry of a history."""
    known: dict[str, object] = {
        "id": f"change-{number}",
        "batch": "batch-1",
        "at": AT.replace(minute=number % 60),
        "actor_id": "1",
        "actor_name": "Lan",
        "verb": "edit_agreement",
        "kind": "agreement",
        "subject_id": AGREEMENT.id,
        "before": {"title": "cũ", "n": number},
        "after": None,
    }
    return Change(**{**known, **parts})  # type: ignore[arg-type]  # parts are those of a change
