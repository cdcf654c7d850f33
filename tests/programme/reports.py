"""What a report says of a signing comes in; its document and draft, stored in an office, go out."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.codes import AgreementStatus, AgreementType, FigureRole, PartyKind, PersonFunction, Strength
from nhipcau.facts.draft import Draft, DraftState
from nhipcau.facts.reading import (
    ActivityRead,
    AgreementRead,
    DateRead,
    FigureRead,
    LegalActRead,
    PartyRead,
    PersonRead,
    PlaceRead,
    Reading,
    SectorRead,
    TermRead,
    WitnessRead,
)
from nhipcau.programme.decide_all import decide_all
from nhipcau.programme.drafting.proposals import propose
from nhipcau.programme.drafting.values import drafts_of
from nhipcau.programme.office import Office
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import NOW, OFFICER, TEXT, document, span

SHM = PartyRead(
    name="Trung tâm Vật liệu Sông Hàn (SHM)",
    acronym="SHM",
    country="VN",
    kind=PartyKind.PUBLIC_CENTRE,
    parent="Sở Công Thương",
    span=span("Trung tâm Vật liệu Sông Hàn (SHM)"),
)
MCRI = PartyRead(
    name="Viện Gốm sứ Mirae",
    acronym="MCRI",
    country="KR",
    kind=PartyKind.RESEARCH_INSTITUTE,
    span=span("Viện Gốm sứ Mirae"),
)
TRAINING = ActivityRead(code="training", strength=Strength.COMMITMENT, span=span("đào tạo"))
SIGNED = span("ký biên bản ghi nhớ")

REPORT = AgreementRead(
    type=AgreementType.MOU,
    status=AgreementStatus.SIGNED,
    span=SIGNED,
    parties=(SHM, MCRI),
    people=(PersonRead(name="Hồ Văn Đàm", role="Giám đốc", org="SHM", function=PersonFunction.SIGNATORY, span=SIGNED),),
    witnesses=(WitnessRead(name="Sở Công Thương", span=SIGNED),),
    date=DateRead(value="2024-09-12", precision="day", span=span("12/9/2024")),
    place=PlaceRead(city="Đà Nẵng", country="VN", span=SIGNED),
    sectors=(SectorRead(code="materials", span=span("Vật liệu")),),
    activities=(
        TRAINING,
        ActivityRead(code="joint-research", strength=Strength.PURPOSE, span=SIGNED),
        ActivityRead(code="enterprise-support", strength=Strength.BENEFIT, span=SIGNED),
    ),
    term=TermRead(value=3, unit="year", span=SIGNED),
)
READING = Reading(
    language="vi",
    agreements=(REPORT,),
    figures=(FigureRead(value=40, unit="engineers", what="training", role=FigureRole.COMMITMENT, span=SIGNED),),
    legal_acts=(LegalActRead(type="resolution", number="115/NQ-CP", span=SIGNED),),
    reader="test/1",
)


def receive(
    memory: MemoryStore, reading: Reading = READING, *, key: str = "doc-1", demo: bool = False, language: str = "vi"
) -> tuple[Draft, ...]:
    """Store a document with the drafts of a reading, as ``receive_document`` would, and return the drafts."""
    drafts = tuple(
        Draft(
            id=f"{key}-draft-{position}",
            document_id=key,
            position=position,
            list=list_,
            state=DraftState.OPEN,
            values=values,
            created_at=NOW,
            demo=demo,
        )
        for position, (list_, values) in enumerate(drafts_of(reading))
    )
    memory.put(document(key, TEXT + key, demo=demo, language=language))
    with memory.unit() as unit:
        proposed = tuple(replace(draft, proposal=propose(unit, draft)) for draft in drafts)
        for draft in proposed:
            unit.drafts.add(draft)
    return proposed


def decided(
    office: Office, memory: MemoryStore, reading: Reading = READING, *, key: str = "doc-1", demo: bool = False
) -> Draft:
    """Store a document and return its first draft with every value accepted."""
    draft = receive(memory, reading, key=key, demo=demo)[0]
    return decide_all(office, OFFICER, draft.id, version=draft.version)


def saying(**parts: object) -> Reading:
    """Return the reading with other parts of its one agreement."""
    return replace(READING, agreements=(replace(REPORT, **parts),))  # type: ignore[arg-type]  # parts of a record
