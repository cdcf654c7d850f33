"""Nothing comes in; a small made-up register and a label that shows its codes go out."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from nhipcau.facts.agreement import Agreement, AgreementParty, AgreementPerson, Evidence, Venue
from nhipcau.facts.codes import AgreementStatus, AgreementType, PartyKind, PersonFunction, Strength
from nhipcau.facts.commitment import Activity, Commitment, CommitmentState
from nhipcau.facts.organisation import Name, Organisation, Person
from nhipcau.facts.span import Span
from nhipcau.programme.views import CommitmentRow, DocumentRow, RegisterExport

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def label(kind: str, code: str) -> str:
    """Show which word was asked for."""
    return f"{kind}.{code}"


def link(kind: str, thing_id: str) -> str:
    """Show which page was asked for."""
    return f"/{kind}/{thing_id}"


def agreement() -> Agreement:
    """An agreement between a centre and an institute, with one piece of evidence."""
    return Agreement(
        id="a1",
        title="IDC – KICET",
        type=AgreementType.MOU,
        status=AgreementStatus.SIGNED,
        parties=(AgreementParty(organisation_id="o1", name="IDC"), AgreementParty(organisation_id="o2", name="KICET")),
        created_at=NOW,
        signed="2024-06~",
        place=Venue(city="Hà Nội", country="VN"),
        people=(
            AgreementPerson(person_id="p1", name="이득운", function=PersonFunction.SIGNATORY, role="원장", org="KICET"),
        ),
        sectors=("materials", "ev"),
        evidence=(Evidence(id="e1", subject="party:o1", document_id="d1", span=Span(0, 9, "=cmd|calc")),),
    )


def register() -> RegisterExport:
    """Everything once."""
    promise = Commitment(
        id="c1",
        agreement_id="a1",
        code="training",
        strength=Strength.COMMITMENT,
        text="đào tạo 200 kỹ sư",
        created_at=NOW,
        owner_id="o1",
        quantity=Decimal("200.50"),
        unit="engineers",
        due_on=date(2026, 12, 31),
    )
    return RegisterExport(
        taken_at=NOW,
        agreements=(agreement(),),
        organisations=(
            Organisation(id="o1", names=(Name("Trung tâm IDC", "vi"), Name("IDC")), country="VN"),
            Organisation(
                id="o2", names=(Name("한국세라믹기술원", "ko"),), country="KR", kind=PartyKind.RESEARCH_INSTITUTE
            ),
        ),
        people=(Person(id="p1", names=(Name("이득운", "ko"), Name("Lee Deukwoon", "en"))),),
        commitments=(
            CommitmentRow(
                commitment=promise,
                agreement_title="IDC – KICET",
                state=CommitmentState.UNDER_WAY,
                owner_name="IDC",
                activities=1,
            ),
        ),
        activities=(
            Activity(id="v1", commitment_id="c1", on=date(2026, 2, 1), note="+84 24", created_at=NOW, created_by="u1"),
            Activity(id="v2", commitment_id="hidden", on=date(2026, 2, 1), note="x", created_at=NOW, created_by="u1"),
        ),
        documents=(
            DocumentRow(
                id="d1",
                title="@SUM(A1)",
                language="vi",
                media_type="text/plain",
                size=9,
                received_at=NOW,
                received_by="u1",
            ),
        ),
    )
