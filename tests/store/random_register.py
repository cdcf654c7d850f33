"""A seed comes in, a small register full of edges goes out: missing parts, equal values, renewals, languages."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from nhipcau.facts.agreement import Agreement, AgreementParty, AgreementPerson, Evidence, Venue
from nhipcau.facts.codes import AgreementStatus, AgreementType, PartyKind, PersonFunction, Strength
from nhipcau.facts.commitment import Activity, Commitment
from nhipcau.facts.document import Document
from nhipcau.facts.draft import Draft, DraftList, DraftState, SameProposal
from nhipcau.facts.market import Item, ItemKind, ItemState, Need, Offer
from nhipcau.facts.organisation import Name, Organisation, Person
from nhipcau.facts.span import Span
from tests.store.things import change

T = TypeVar("T")
Some = TypeVar("Some", bound=Item)
TODAY = date(2026, 3, 1)
_WORDS = [
    "Đào",
    "tạo",
    "kỹ",
    "sư",
    "vật",
    "liệu",
    "협약",
    "세라믹",
    "tech",
    "park",
    "Hà",
    "Nội",
    "서울",
    "chuyển",
    "giao",
    "EV",
    "%_",
    "đường",
]


class RandomRegister:
    """Facts of every kind that refer to one another."""

    def __init__(self, seed: int, size: int = 12) -> None:
        """Draw about ``size`` things of each kind."""
        self._draw = random.Random(seed)  # noqa: S311 -- chance for tests
        self.organisations = [self._organisation(number) for number in range(size)]
        self.people = [self._person(number) for number in range(size)]
        self.documents = [self._document(number) for number in range(size)]
        self.agreements: list[Agreement] = []
        for number in range(size):
            self.agreements.append(self._agreement(number))
        self.drafts = [self._draft(number) for number in range(size)]
        self.commitments = [self._commitment(number) for number in range(2 * size)]
        self.activities = [self._activity(number) for number in range(3 * size)]
        self.changes = [
            change(number, kind=self._one("agreement", "commitment"), subject_id=self._one("agr-01", "com-01"))
            for number in range(size)
        ]
        self.needs = [self._item(Need, f"nee-{number:02}") for number in range(2 * size)]
        self.offers = [self._item(Offer, f"off-{number:02}") for number in range(2 * size)]

    def put_into(self, store: Any) -> None:
        """Store everything in one unit."""
        with store.unit() as unit:
            for kind in (
                "organisations",
                "people",
                "documents",
                "agreements",
                "drafts",
                "commitments",
                "activities",
                "needs",
                "offers",
            ):
                for thing in getattr(self, kind):
                    getattr(unit, kind).add(thing)
            for entry in self.changes:
                unit.changes.add(entry)

    def _one(self, *choices: T) -> T:
        return self._draw.choice(choices)

    def _coin(self) -> bool:
        return self._draw.random() < 0.5

    def _words(self, most: int = 3) -> str:
        return " ".join(self._draw.choices(_WORDS, k=self._draw.randint(1, most)))

    def _day(self) -> date:
        return TODAY + timedelta(days=self._draw.randint(-700, 200))

    def _moment(self) -> datetime:
        return datetime(2025, self._draw.randint(1, 12), 2, 3, 4, 5, self._one(0, 7), tzinfo=UTC)

    def _organisation(self, number: int) -> Organisation:
        return Organisation(
            id=f"org-{number:02}",
            names=(Name(self._words(), "vi", "official"), Name(f"A{number % 5}", "en", "acronym"))[: self._one(1, 2)],
            country=self._one("VN", "KR", None),
            kind=self._one(PartyKind.COMPANY, PartyKind.MINISTRY, None),
            parent_id=f"org-{self._draw.randrange(number):02}" if number and self._coin() else None,
            demo=self._coin(),
        )

    def _person(self, number: int) -> Person:
        return Person(
            id=f"per-{number:02}",
            names=(Name(self._words(2), "vi"),),
            organisation_id=self._one(None, *(body.id for body in self.organisations)),
            demo=self._coin(),
        )

    def _document(self, number: int) -> Document:
        return Document(
            id=f"doc-{number:02}",
            title=self._words(),
            text=self._words(9),
            language=self._one("vi", "ko", "en"),
            media_type="text/plain",
            sha256=f"{number:064x}",
            text_sha256=f"{number // 2:064x}",
            size=number,
            received_at=self._moment(),
            received_by="Lan",
            file_name=self._one("", "tin.txt"),
            address=self._one(None, "https://example.vn/tin"),
            published=self._one(None, "2025-03", "2025-03-04"),
            demo=self._coin(),
        )

    def _agreement(self, number: int) -> Agreement:
        parties = self._draw.sample(self.organisations, self._draw.randint(0, 3))
        people = self._draw.sample(self.people, self._draw.randint(0, 2))
        documents = self._draw.sample(self.documents, self._draw.randint(0, 2))
        renewed = {known.renewal_of for known in self.agreements}
        earlier = [known.id for known in self.agreements if known.id not in renewed]
        return Agreement(
            id=f"agr-{number:02}",
            title=self._words(),
            type=self._one(AgreementType.MOU, AgreementType.CONTRACT),
            status=AgreementStatus.SIGNED,
            parties=tuple(AgreementParty(organisation_id=body.id, name=body.names[0].text) for body in parties),
            created_at=self._moment(),
            signed=self._one(None, "2025", "2025-02", "2024-11-26", "2025-XX-XX", "2024-06~"),
            place=self._one(None, Venue(city="Hà Nội"), Venue(venue="Khách sạn", city="서울")),
            expires_on=self._one(None, self._day(), TODAY, TODAY + timedelta(days=90)),
            renewal_of=self._one(None, *earlier),
            reviewed_on=self._one(None, self._day()),
            people=tuple(
                AgreementPerson(person_id=one.id, name=one.names[0].text, function=PersonFunction.SPEAKER)
                for one in people
            ),
            sectors=self._one((), ("ev",), ("ev", "training")),
            evidence=tuple(
                Evidence(
                    id=f"ev-{number}-{place}",
                    subject=self._one("agreement", f"commitment:com-{number:02}"),
                    document_id=document.id,
                    span=Span.of(document.text, 0, 2),
                )
                for place, document in enumerate(documents)
            ),
            demo=self._coin(),
        )

    def _draft(self, number: int) -> Draft:
        agreement = self._draw.choice(self.agreements)
        proposal = SameProposal(agreement_id=agreement.id, score=0.5, reasons=())
        return Draft(
            id=f"dra-{number:02}",
            document_id=self._draw.choice(self.documents).id,
            position=number,
            list=self._draw.choice(list(DraftList)),
            state=self._draw.choice(list(DraftState)),
            values=(),
            created_at=self._moment(),
            proposal=self._one(None, proposal),
            demo=self._coin(),
        )

    def _commitment(self, number: int) -> Commitment:
        return Commitment(
            id=f"com-{number:02}",
            agreement_id=self._draw.choice(self.agreements).id,
            code=self._one("training", "consulting"),
            strength=Strength.COMMITMENT,
            text=self._words(),
            created_at=self._moment(),
            owner_id=self._one(None, *(body.id for body in self.organisations[:4])),
            quantity=self._one(None, Decimal(10), Decimal("2.5"), Decimal(10)),
            unit=self._one(None, "người", "lớp"),
            due_on=self._one(None, self._day(), TODAY),
            abandoned_reason=self._one(None, None, None, "", "hết kinh phí"),
            demo=self._coin(),
        )

    def _activity(self, number: int) -> Activity:
        return Activity(
            id=f"act-{number:02}",
            commitment_id=self._draw.choice(self.commitments[: len(self.commitments) // 2]).id,
            on=self._day(),
            note=self._words(),
            created_at=self._moment(),
            created_by="Lan",
            participants=self._one((), ("Kim 철수",)),
            quantity=self._one(None, Decimal("0.7"), Decimal("0.1"), Decimal(5)),
            demo=self._coin(),
        )

    def _item(self, fact: type[Some], key: str) -> Some:
        title, told = self._words(), self._words(1)
        return fact(
            id=key,
            organisation_id=self._draw.choice(self.organisations).id,
            kind=self._draw.choice(list(ItemKind)),
            language=self._one("vi", "ko", "en"),
            title=title,
            text=f"{self._words(6)} {told}",
            created_at=self._moment(),
            created_by=self._one("u-1", "u-2"),
            created_by_name="Lan",
            expires_on=self._one(self._day(), TODAY, TODAY + timedelta(days=30)),
            place=self._one(None, "VN-56", "VN-HP:dinhvu", "KR-48", "Làng nghề"),
            concepts=self._one((), ("turning",), ("turning", "own:x")),
            found=self._one((), ("milling",)),
            agreement_id=self._one(None, None, self._draw.choice(self.agreements).id),
            confidential=(secret := self._coin()),
            hidden=(told,) if secret else (),
            state=self._one(*(state for state in ItemState if state is not ItemState.EXPIRED), ItemState.PUBLISHED),
            sent_at=self._one(None, self._moment()),
            demo=self._coin(),
        )
