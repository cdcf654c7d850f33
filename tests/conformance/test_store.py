from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from nhipcau.engine.resolve.blocks import block_keys
from nhipcau.facts.codes import AgreementType, PartyKind
from nhipcau.facts.commitment import CommitmentState
from nhipcau.facts.draft import DraftList, DraftState, SameProposal
from nhipcau.facts.errors import BadInput, Conflict
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Choice, Identifier, Name, Organisation, Person, Post
from nhipcau.facts.organisation_import import Import, ImportState
from nhipcau.facts.record import Reason
from nhipcau.facts.resolving import DoubtState, Moved, Thresholds
from nhipcau.programme.filters import (
    ActivityFilter,
    AgreementFilter,
    CommitmentFilter,
    DeskQuery,
    DocumentFilter,
    DoubtFilter,
    DraftFilter,
    HistoryFilter,
    OrganisationFilter,
    Paging,
    PersonFilter,
    SearchQuery,
)
from nhipcau.programme.name_keys import organisation_keys, person_keys
from nhipcau.programme.placing.records import record_of
from nhipcau.programme.ports import Store
from nhipcau.programme.record_change import Thing
from nhipcau.programme.views import DESK_SECTIONS
from nhipcau.programme.work import collection_of
from tests.programme.samples import (
    ANPHU,
    DIRECTOR,
    MIRAE,
    NOW,
    SONGHAN,
    TODAY,
    activity,
    agreement,
    change,
    commitment,
    concrete,
    document,
    doubt,
    draft,
    evidence,
    merge,
    signatory,
    source_record,
)

BODIES = (SONGHAN, MIRAE, ANPHU)


def put(store: Store, *things: Thing) -> None:
    with store.unit() as unit:
        for thing in things:
            collection_of(unit, thing).add(thing)


def fill(store: Store) -> None:
    """Store a small register: two agreements, three commitments, one activity, one document with a draft."""
    put(
        store,
        *BODIES,
        DIRECTOR,
        document(),
        agreement(people=(signatory(),), evidence=(evidence(), evidence("commitment:com-1", key="ev-2"))),
        agreement("agr-2", MIRAE, ANPHU, signed="2023-05", sectors=("ev",), type=AgreementType.CONTRACT, place=None),
        draft(),
        commitment("com-1"),
        concrete("com-2", due_on=TODAY - timedelta(days=1)),
        concrete("com-3", "agr-2", owner_id="org-anphu", quantity=Decimal("2.5"), code="consulting", text="tư vấn"),
        activity("act-1", "com-3", quantity=Decimal("0.5"), participants=("Kim", "Đàm")),
    )


def ids(rows: Iterable[object], part: str) -> list[str]:
    return [getattr(row, part).id for row in rows]


# --- one unit of work


@pytest.mark.parametrize(
    "things",
    [
        (document(),),
        (document(), draft()),
        (SONGHAN,),
        (DIRECTOR,),
        (SONGHAN, MIRAE, agreement()),
        (SONGHAN, MIRAE, agreement(), commitment()),
        (SONGHAN, MIRAE, agreement(), concrete()),
        (SONGHAN, MIRAE, agreement(), commitment(), activity(participants=("Kim",), quantity=Decimal("1.25"))),
    ],
)
def test_gives_back_what_was_added(store: Store, things: tuple[Thing, ...]) -> None:
    needed = (SONGHAN,) if things == (DIRECTOR,) else ()
    put(store, *needed, *things)
    with store.unit() as unit:
        assert [collection_of(unit, thing).get(thing.id) for thing in things] == list(things)


def test_a_thing_that_is_not_there_is_none(store: Store) -> None:
    with store.unit() as unit:
        assert unit.agreements.get("nothing") is None
        assert unit.agreements.get_many(["nothing"]) == {}


def test_gets_many_at_once(store: Store) -> None:
    put(store, *BODIES)
    with store.unit() as unit:
        assert unit.organisations.get_many([MIRAE.id, "nothing", SONGHAN.id]) == {MIRAE.id: MIRAE, SONGHAN.id: SONGHAN}


def test_saving_raises_the_version(store: Store) -> None:
    put(store, SONGHAN)
    with store.unit() as unit:
        saved = unit.organisations.save(replace(SONGHAN, place="Đà Nẵng"))
    with store.unit() as unit:
        assert saved == replace(SONGHAN, place="Đà Nẵng", version=2)
        assert unit.organisations.get(SONGHAN.id) == saved


def test_saving_an_older_version_is_a_conflict(store: Store) -> None:
    put(store, SONGHAN)
    with store.unit() as unit:
        unit.organisations.save(replace(SONGHAN, place="Đà Nẵng"))
    with pytest.raises(Conflict) as told, store.unit() as unit:
        unit.organisations.save(replace(SONGHAN, place="Huế"))
    assert told.value.code == "error.changed-meanwhile"
    with store.unit() as unit:
        kept = unit.organisations.get(SONGHAN.id)
    assert kept is not None
    assert kept.place == "Đà Nẵng"


def test_saving_what_is_gone_is_a_conflict(store: Store) -> None:
    with pytest.raises(Conflict, match="changed-meanwhile"), store.unit() as unit:
        unit.organisations.save(SONGHAN)


def test_deletes_once(store: Store) -> None:
    put(store, SONGHAN)
    with store.unit() as unit:
        unit.organisations.delete(SONGHAN.id)
    with store.unit() as unit:
        assert unit.organisations.get(SONGHAN.id) is None
    with pytest.raises(Conflict), store.unit() as unit:
        unit.organisations.delete(SONGHAN.id)


def _fail_in_the_middle(store: Store) -> None:
    with store.unit() as unit:
        unit.organisations.save(replace(SONGHAN, place="Huế"))
        unit.organisations.add(MIRAE)
        unit.changes.add(change("chg-1"))
        _ = 1 // 0


def test_nothing_stays_of_a_unit_left_with_an_error(store: Store) -> None:
    put(store, SONGHAN)
    with pytest.raises(ZeroDivisionError):
        _fail_in_the_middle(store)
    with store.unit() as unit:
        assert unit.organisations.get(SONGHAN.id) == SONGHAN
        assert unit.organisations.get(MIRAE.id) is None
        assert unit.changes.batch("batch-1") == []


def test_a_known_id_is_not_added_again(store: Store) -> None:
    put(store, SONGHAN)
    with pytest.raises(Conflict, match="already-there"):
        put(store, replace(SONGHAN, place="Huế"))


def test_the_same_bytes_are_not_stored_twice(store: Store) -> None:
    first = document()
    put(store, first)
    with pytest.raises(Conflict, match="already-there"):
        put(store, replace(document("doc-2"), sha256=first.sha256))


def test_finds_documents_by_their_fingerprints(store: Store) -> None:
    first = document()
    put(store, first)
    with store.unit() as unit:
        assert unit.documents.by_sha256(first.sha256) == first
        assert unit.documents.by_text_sha256(first.text_sha256) == first
        assert unit.documents.by_sha256("0" * 64) is None


def test_finds_drafts(store: Store) -> None:
    fill(store)
    second = draft("dra-0", position=1, proposal=SameProposal(agreement_id="agr-1", score=0.9, reasons=()))
    done = draft("dra-2", position=2, state=DraftState.CONFIRMED, agreement_id="agr-1")
    put(store, second, done)
    with store.unit() as unit:
        assert unit.drafts.of_document("doc-1") == [draft(), second, done]
        assert unit.drafts.open() == [second, draft()]
        assert unit.drafts.proposing("agr-1") == [second]
        assert unit.drafts.of_agreement("agr-1") == [done]


def test_finds_organisations_and_people_by_name_keys(store: Store) -> None:
    put(store, *BODIES, DIRECTOR)
    with store.unit() as unit:
        keys = organisation_keys(MIRAE) | organisation_keys(ANPHU)
        assert unit.organisations.by_name_keys(keys) == [ANPHU, MIRAE]
        assert unit.organisations.by_name_keys([]) == []
        assert unit.people.by_name_keys(person_keys(DIRECTOR)) == [DIRECTOR]


def test_a_saved_organisation_is_found_by_its_new_name(store: Store) -> None:
    put(store, MIRAE)
    renamed = replace(MIRAE, names=(Name("Mirae Ceramic Institute", "en", "official"),))
    with store.unit() as unit:
        unit.organisations.save(renamed)
    with store.unit() as unit:
        assert ids_of(unit.organisations.by_name_keys(organisation_keys(renamed))) == [MIRAE.id]
        assert unit.organisations.by_name_keys(organisation_keys(MIRAE)) == []


def ids_of(things: Iterable[Thing]) -> list[str]:
    return [thing.id for thing in things]


def test_finds_agreements(store: Store) -> None:
    fill(store)
    put(store, agreement("agr-3", renewal_of="agr-1", signed=None))
    with store.unit() as unit:
        assert ids_of(unit.agreements.of_organisations([SONGHAN.id, MIRAE.id])) == ["agr-1", "agr-2", "agr-3"]
        assert ids_of(unit.agreements.of_people([DIRECTOR.id])) == ["agr-1"]
        assert ids_of(unit.agreements.of_document("doc-1")) == ["agr-1"]
        assert ids_of(unit.agreements.signed_on("2023-05")) == ["agr-2"]
        assert ids_of(unit.agreements.renewals_of("agr-1")) == ["agr-3"]


def test_finds_commitments_and_activities(store: Store) -> None:
    fill(store)
    with store.unit() as unit:
        assert ids_of(unit.commitments.of_agreement("agr-1")) == ["com-1", "com-2"]
        assert ids_of(unit.commitments.of_owner("org-anphu")) == ["com-3"]
        assert ids_of(unit.activities.of_commitment("com-3")) == ["act-1"]


def test_lists_demo_things_alone(store: Store) -> None:
    put(store, SONGHAN, replace(MIRAE, demo=True))
    with store.unit() as unit:
        assert unit.organisations.demo() == [replace(MIRAE, demo=True)]


def test_keeps_the_history_in_order(store: Store) -> None:
    first, second = change("chg-2"), change("chg-1", subject_id="agr-2", undoes="batch-0")
    other = change("chg-3", batch="batch-2", before={"title": "Cũ", "list": [1, {"a": None}]})
    with store.unit() as unit:
        for entry in (first, second, other):
            unit.changes.add(entry)
    with store.unit() as unit:
        assert unit.changes.batch("batch-1") == [first, second]
        assert unit.changes.of("agreement", "agr-1") == [first, other]


# --- pages


def agreements(store: Store, sort: str = "title", **wanted: object) -> list[str]:
    asked = AgreementFilter(today=TODAY, **wanted)  # type: ignore[arg-type]  # parts of the filter
    return ids(store.reads().agreement_list(asked, Paging(sort=sort)).items, "agreement")


def test_lists_agreements_in_every_order(store: Store) -> None:
    fill(store)
    put(store, agreement("agr-3", signed=None, expires_on=date(2027, 1, 1)))
    assert agreements(store, "title") == ["agr-1", "agr-2", "agr-3"]
    assert agreements(store, "-title") == ["agr-3", "agr-2", "agr-1"]
    assert agreements(store, "signed") == ["agr-2", "agr-1", "agr-3"]
    assert agreements(store, "-signed") == ["agr-1", "agr-2", "agr-3"]
    assert agreements(store, "expires") == ["agr-3", "agr-1", "agr-2"]
    assert agreements(store, "type") == ["agr-1", "agr-3", "agr-2"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"search": ("song", "han")}, ["agr-1"]),
        ({"search": ("mcri",)}, ["agr-1", "agr-2"]),
        ({"search": ("미래세라믹",)}, ["agr-1", "agr-2"]),
        ({"search": ("nothing",)}, []),
        ({"sector": "ev"}, ["agr-2"]),
        ({"type": AgreementType.CONTRACT}, ["agr-2"]),
        ({"state": CommitmentState.LATE}, ["agr-1"]),
        ({"state": CommitmentState.UNDER_WAY}, ["agr-2"]),
        ({"year": 2023}, ["agr-2"]),
        ({"place": "da nang"}, ["agr-1"]),
        ({"country": "KR"}, ["agr-1", "agr-2"]),
        ({"organisation_id": "org-anphu"}, ["agr-2"]),
        ({"demo": True}, []),
        ({"demo": False}, ["agr-1", "agr-2"]),
        ({"visible_to": "org-anphu"}, ["agr-2"]),
        ({"visible_to": ""}, []),
        ({"year": 2023, "country": "VN", "sector": "ev"}, ["agr-2"]),
    ],
)
def test_filters_agreements(store: Store, wanted: dict[str, object], expected: list[str]) -> None:
    fill(store)
    assert agreements(store, "title", **wanted) == expected


def test_an_agreement_row_counts_states(store: Store) -> None:
    fill(store)
    row = store.reads().agreement_list(AgreementFilter(today=TODAY), Paging(sort="title")).items[0]
    assert row.organisations == (SONGHAN, MIRAE)
    assert row.states == {CommitmentState.NOT_CONCRETISED: 1, CommitmentState.LATE: 1}


@pytest.mark.parametrize("sort", ["title", "-title", "signed", "-signed", "created", "-expires"])
def test_pages_join_without_gaps_or_doubles(store: Store, sort: str) -> None:
    put(store, *BODIES)
    put(
        store,
        *(agreement(f"agr-{n}", signed=[None, "2024-01", "2024-01-05"][n % 3], title="Như nhau") for n in range(7)),
    )
    reads = store.reads()
    whole = reads.agreement_list(AgreementFilter(today=TODAY), Paging(sort=sort))
    seen: list[str] = []
    cursor = None
    for _ in range(4):
        page = reads.agreement_list(AgreementFilter(today=TODAY), Paging(sort=sort, cursor=cursor, limit=2))
        assert page.total == 7
        seen += ids(page.items, "agreement")
        cursor = page.next_cursor
    assert cursor is None
    assert seen == ids(whole.items, "agreement")


def test_a_cursor_that_makes_no_sense_is_bad_input(store: Store) -> None:
    with pytest.raises(BadInput, match="cursor-malformed"):
        store.reads().agreement_list(AgreementFilter(today=TODAY), Paging(sort="title", cursor="\x00nonsense!"))


def test_an_agreement_page_holds_all_that_hangs_on_it(store: Store) -> None:
    fill(store)
    put(store, agreement("agr-3", renewal_of="agr-1", signed="2025-01-01"))
    with store.unit() as unit:
        unit.changes.add(change("chg-1"))
    view = store.reads().agreement_page("agr-1", today=TODAY)
    assert view is not None
    assert view.organisations == (SONGHAN, MIRAE)
    assert view.people == (DIRECTOR,)
    assert [(row.commitment.id, row.state) for row in view.commitments] == [
        ("com-1", CommitmentState.NOT_CONCRETISED),
        ("com-2", CommitmentState.LATE),
    ]
    assert [(row.id, row.drafts, row.open_drafts, row.agreement_ids) for row in view.documents] == [
        ("doc-1", 1, 1, ("agr-1",))
    ]
    assert [link.id for link in view.chain] == ["agr-1", "agr-3"]
    assert view.changes == 1
    assert view.agreement.evidence == (evidence(), evidence("commitment:com-1", key="ev-2"))
    assert store.reads().agreement_page("nothing", today=TODAY) is None


def test_a_chain_holds_every_renewal_from_any_of_them(store: Store) -> None:
    put(store, *BODIES)
    put(store, agreement("agr-1"))
    put(store, agreement("agr-2", renewal_of="agr-1"))
    put(store, agreement("agr-3", renewal_of="agr-2"))
    for key in ("agr-1", "agr-2", "agr-3"):
        view = store.reads().agreement_page(key, today=TODAY)
        assert view is not None
        assert [link.id for link in view.chain] == ["agr-1", "agr-2", "agr-3"]


def test_an_agreement_that_renews_nothing_has_no_chain(store: Store) -> None:
    fill(store)
    view = store.reads().agreement_page("agr-1", today=TODAY)
    assert view is not None
    assert view.chain == ()


def organisations(store: Store, sort: str = "name", **wanted: object) -> list[str]:
    asked = OrganisationFilter(**wanted)  # type: ignore[arg-type]  # parts of the filter
    return ids(store.reads().organisation_list(asked, Paging(sort=sort)).items, "organisation")


def test_lists_organisations(store: Store) -> None:
    fill(store)
    assert organisations(store) == ["org-anphu", "org-songhan", "org-mirae"]
    assert organisations(store, "-agreements") == ["org-mirae", "org-anphu", "org-songhan"]
    assert organisations(store, "country") == ["org-mirae", "org-anphu", "org-songhan"]
    assert organisations(store, search=("vat", "lieu")) == ["org-songhan"]
    assert organisations(store, search=("mcri",)) == ["org-mirae"]
    assert organisations(store, country="KR") == ["org-mirae"]
    assert organisations(store, kind=PartyKind.COMPANY) == ["org-anphu"]
    assert organisations(store, visible_to="org-anphu") == ["org-anphu", "org-mirae"]
    assert organisations(store, demo=True) == []


def test_an_organisation_row_counts_agreements_and_owned_commitments(store: Store) -> None:
    fill(store)
    rows = store.reads().organisation_list(OrganisationFilter(), Paging(sort="name")).items
    assert [(row.organisation.id, row.agreements, row.commitments) for row in rows] == [
        ("org-anphu", 1, 1),
        ("org-songhan", 1, 1),
        ("org-mirae", 2, 0),
    ]


def test_an_organisation_page_holds_agreements_and_owned_commitments(store: Store) -> None:
    fill(store)
    child = Organisation(id="org-child", names=(Name("Phòng thí nghiệm", "vi", "official"),), parent_id="org-mirae")
    put(store, child)
    view = store.reads().organisation_page("org-mirae", today=TODAY, visible_to=None)
    assert view is not None
    assert (view.parent, view.children) == (None, (child,))
    assert ids(view.agreements, "agreement") == ["agr-1", "agr-2"]
    assert view.commitments == ()
    firm = store.reads().organisation_page("org-anphu", today=TODAY, visible_to=None)
    assert firm is not None
    assert [(row.commitment.id, row.state) for row in firm.commitments] == [("com-3", CommitmentState.UNDER_WAY)]
    assert store.reads().organisation_page("nothing", today=TODAY, visible_to=None) is None


def test_an_organisation_page_shows_visible_agreements_alone(store: Store) -> None:
    fill(store)
    view = store.reads().organisation_page("org-mirae", today=TODAY, visible_to="org-anphu")
    assert view is not None
    assert ids(view.agreements, "agreement") == ["agr-2"]
    centre = store.reads().organisation_page("org-songhan", today=TODAY, visible_to=None)
    assert centre is not None
    assert centre.people == (DIRECTOR,)


def test_lists_people(store: Store) -> None:
    fill(store)
    put(store, Person(id="per-kim", names=(Name("김민지", "ko", "official"),)))
    listed = store.reads().person_list(PersonFilter(), Paging(sort="name"))
    assert [(row.person.id, row.organisation_name, row.agreements) for row in listed.items] == [
        ("per-dam", "Trung tâm Vật liệu Sông Hàn", 1),
        ("per-kim", None, 0),
    ]
    by_words = store.reads().person_list(PersonFilter(search=("dam",)), Paging(sort="name"))
    assert ids(by_words.items, "person") == ["per-dam"]
    hidden = store.reads().person_list(PersonFilter(visible_to="org-anphu"), Paging(sort="name"))
    assert hidden.items == ()


def test_a_person_page_holds_the_agreements_that_name_the_person(store: Store) -> None:
    fill(store)
    view = store.reads().person_page("per-dam", today=TODAY, visible_to=None)
    assert view is not None
    assert view.organisation == SONGHAN
    assert ids(view.agreements, "agreement") == ["agr-1"]
    assert store.reads().person_page("nothing", today=TODAY, visible_to=None) is None


def commitments(store: Store, sort: str = "due", **wanted: object) -> list[str]:
    asked = CommitmentFilter(today=TODAY, **wanted)  # type: ignore[arg-type]  # parts of the filter
    return ids(store.reads().commitment_list(asked, Paging(sort=sort)).items, "commitment")


def test_lists_commitments(store: Store) -> None:
    fill(store)
    assert commitments(store) == ["com-2", "com-3", "com-1"]
    assert commitments(store, "-due") == ["com-3", "com-2", "com-1"]
    assert commitments(store, "code") == ["com-3", "com-1", "com-2"]
    assert commitments(store, "-agreement") == ["com-3", "com-1", "com-2"]
    assert commitments(store, state=CommitmentState.NOT_CONCRETISED) == ["com-1"]
    assert commitments(store, overdue=True) == ["com-2"]
    assert commitments(store, missing="owner") == ["com-1"]
    assert commitments(store, owner_id="org-anphu") == ["com-3"]
    assert commitments(store, agreement_id="agr-1") == ["com-2", "com-1"]
    assert commitments(store, search=("dao", "tao")) == ["com-2", "com-1"]
    assert commitments(store, code="consulting", visible_to="org-anphu") == ["com-3"]
    assert commitments(store, visible_to="org-songhan") == ["com-2", "com-1"]


STATES = {
    "com-a": (concrete(), (), CommitmentState.NOT_STARTED),
    "com-b": (concrete(), (Decimal(1),), CommitmentState.UNDER_WAY),
    "com-c": (concrete(), (None,), CommitmentState.UNDER_WAY),
    "com-d": (concrete(), (Decimal(30), Decimal(10)), CommitmentState.DONE),
    "com-e": (concrete(due_on=TODAY), (), CommitmentState.NOT_STARTED),
    "com-f": (concrete(due_on=TODAY - timedelta(days=1)), (Decimal(1),), CommitmentState.LATE),
    "com-g": (concrete(due_on=TODAY - timedelta(days=1)), (Decimal(40),), CommitmentState.DONE),
    "com-h": (concrete(unit=""), (Decimal(40),), CommitmentState.NOT_CONCRETISED),
    "com-i": (concrete(abandoned_reason="Đối tác rút lui"), (), CommitmentState.ABANDONED),
    "com-j": (commitment(abandoned_reason="Đối tác rút lui"), (), CommitmentState.ABANDONED),
    "com-k": (concrete(owner_id=None), (Decimal(1),), CommitmentState.NOT_CONCRETISED),
}


def test_every_store_works_out_the_same_states(store: Store) -> None:
    put(store, *BODIES, agreement())
    for key, (fact, quantities, _) in STATES.items():
        put(store, replace(fact, id=key))
        put(store, *(activity(f"{key}-{n}", key, quantity=done) for n, done in enumerate(quantities)))
    listed = store.reads().commitment_list(CommitmentFilter(today=TODAY), Paging(sort="code", limit=50))
    assert {row.commitment.id: row.state for row in listed.items} == {key: item[2] for key, item in STATES.items()}
    for state in CommitmentState:
        expected = sorted(key for key, item in STATES.items() if item[2] is state)
        assert sorted(commitments(store, state=state)) == expected


def test_a_commitment_page_sums_up_its_activities(store: Store) -> None:
    fill(store)
    put(store, activity("act-2", "com-3", on=TODAY, quantity=Decimal("0.25")))
    view = store.reads().commitment_page("com-3", today=TODAY)
    assert view is not None
    assert (view.row.activities, view.row.done, view.row.last_activity_on) == (2, Decimal("0.75"), TODAY)
    assert view.row.owner_name == "Công ty TNHH An Phú"
    assert ids_of(view.activities) == ["act-2", "act-1"]
    assert view.owner == ANPHU
    assert view.agreement.id == "agr-2"
    said = store.reads().commitment_page("com-1", today=TODAY)
    assert said is not None
    assert [item.id for item in said.evidence] == ["ev-2"]
    assert store.reads().commitment_page("nothing", today=TODAY) is None


def test_lists_activities(store: Store) -> None:
    fill(store)
    put(store, activity("act-2", "com-1", on=TODAY))

    def listed(**wanted: object) -> list[str]:
        asked = ActivityFilter(**wanted)  # type: ignore[arg-type]  # parts of the filter
        return ids(store.reads().activity_list(asked, Paging(sort="-on")).items, "activity")

    assert listed() == ["act-2", "act-1"]
    assert listed(commitment_id="com-3") == ["act-1"]
    assert listed(agreement_id="agr-1") == ["act-2"]
    assert listed(since=TODAY) == ["act-2"]
    assert listed(until=TODAY - timedelta(days=1)) == ["act-1"]
    assert listed(search=("khoa", "dao")) == ["act-2", "act-1"]
    assert listed(visible_to="org-anphu") == ["act-1"]
    row = store.reads().activity_list(ActivityFilter(commitment_id="com-3"), Paging(sort="on")).items[0]
    assert (row.commitment_code, row.agreement_id, row.agreement_title) == ("consulting", "agr-2", "Thỏa thuận agr-2")


def test_lists_documents_without_texts(store: Store) -> None:
    fill(store)
    put(store, document("doc-2", "협약 체결", language="ko", received_at=NOW + timedelta(hours=1), published="2024"))

    def listed(sort: str = "-received", **wanted: object) -> list[str]:
        asked = DocumentFilter(**wanted)  # type: ignore[arg-type]  # parts of the filter
        return [row.id for row in store.reads().document_list(asked, Paging(sort=sort)).items]

    assert listed() == ["doc-2", "doc-1"]
    assert listed("published") == ["doc-2", "doc-1"]
    assert listed(language="ko") == ["doc-2"]
    assert listed(agreement_id="agr-1") == ["doc-1"]
    assert listed(search=("bai", "hyeobyak")) == []
    assert listed(search=("bai", "협약")) == ["doc-2"]
    assert listed(visible_to="org-songhan") == ["doc-1"]
    assert listed(visible_to="org-anphu") == []


def test_a_document_page_holds_its_drafts_and_agreements(store: Store) -> None:
    fill(store)
    view = store.reads().document_page("doc-1")
    assert view is not None
    assert view.document == document()
    assert view.drafts == (draft(),)
    assert [link.id for link in view.agreements] == ["agr-1"]
    assert store.reads().document_page("nothing") is None


def test_lists_drafts(store: Store) -> None:
    fill(store)
    proposal = SameProposal(agreement_id="agr-1", score=0.9, reasons=(Message("proposal.same-type", {"type": "MOU"}),))
    put(store, draft("dra-2", position=1, proposal=proposal, created_at=NOW + timedelta(hours=1)))
    put(store, draft("dra-3", position=2, list=DraftList.PLANNED, created_at=NOW + timedelta(hours=2)))

    def listed(**wanted: object) -> list[str]:
        asked = DraftFilter(**wanted)  # type: ignore[arg-type]  # parts of the filter
        return ids(store.reads().draft_list(asked, Paging(sort="created")).items, "draft")

    assert listed() == ["dra-1", "dra-2", "dra-3"]
    assert listed(list=DraftList.PLANNED) == ["dra-3"]
    assert listed(proposed=True) == ["dra-2"]
    assert listed(proposed=False) == ["dra-1", "dra-3"]
    assert listed(state=DraftState.CONFIRMED) == []
    assert listed(document_id="doc-1", demo=False) == ["dra-1", "dra-2", "dra-3"]
    row = store.reads().draft_list(DraftFilter(proposed=True), Paging(sort="document")).items[0]
    assert (row.document_title, row.document_language, row.proposed_title) == ("Bài doc-1", "vi", "Thỏa thuận agr-1")


def test_a_draft_page_shows_the_document_and_the_proposed_agreement(store: Store) -> None:
    fill(store)
    proposal = SameProposal(agreement_id="agr-1", score=0.9, reasons=(), contradictions=())
    second = draft("dra-2", position=1, proposal=proposal, created_at=NOW + timedelta(hours=1))
    put(store, second)
    view = store.reads().draft_page("dra-2", today=TODAY)
    assert view is not None
    assert (view.draft, view.document, view.drafts) == (second, document(), (draft(), second))
    assert view.proposed is not None
    assert view.proposed.agreement.id == "agr-1"
    first = store.reads().draft_page("dra-1", today=TODAY)
    assert first is not None
    assert (first.proposed, first.next_id) == (None, "dra-2")
    assert store.reads().draft_page("nothing", today=TODAY) is None


def test_the_history_comes_newest_first_in_pages(store: Store) -> None:
    with store.unit() as unit:
        for number in range(5):
            unit.changes.add(change(f"chg-{number}", batch=f"batch-{number % 2}", at=NOW + timedelta(minutes=number)))
        unit.changes.add(
            change("chg-9", kind="draft", subject_id="dra-1", actor_id="u-other", at=NOW + timedelta(days=1))
        )

    def listed(**wanted: object) -> list[str]:
        asked = HistoryFilter(**wanted)  # type: ignore[arg-type]  # parts of the filter
        return [entry.id for entry in store.reads().history(asked, Paging(sort="-at")).items]

    assert listed() == ["chg-9", "chg-4", "chg-3", "chg-2", "chg-1", "chg-0"]
    assert listed(kind="draft", subject_id="dra-1") == ["chg-9"]
    assert listed(batch="batch-0") == ["chg-4", "chg-2", "chg-0"]
    assert listed(actor_id="u-other") == ["chg-9"]
    first = store.reads().history(HistoryFilter(), Paging(sort="-at", limit=4))
    rest = store.reads().history(HistoryFilter(), Paging(sort="-at", limit=4, cursor=first.next_cursor))
    assert [entry.id for entry in rest.items] == ["chg-1", "chg-0"]
    assert (rest.next_cursor, rest.total) == (None, 6)


# --- pictures, search, export, desk


def test_the_network_joins_who_signed_together(store: Store) -> None:
    fill(store)
    network = store.reads().network(visible_to=None)
    assert [(node.organisation_id, node.agreements, node.acronym) for node in network.nodes] == [
        ("org-anphu", 1, None),
        ("org-mirae", 2, "MCRI"),
        ("org-songhan", 1, "SHM"),
    ]
    assert [(edge.source, edge.target, edge.agreement_ids) for edge in network.edges] == [
        ("org-anphu", "org-mirae", ("agr-2",)),
        ("org-mirae", "org-songhan", ("agr-1",)),
    ]
    assert len(store.reads().network(visible_to="org-anphu").nodes) == 2


def test_the_timeline_stands_by_first_day(store: Store) -> None:
    fill(store)
    put(store, agreement("agr-0", signed=None))
    spans = store.reads().timeline(visible_to=None)
    assert [(span.agreement_id, span.first) for span in spans] == [
        ("agr-2", date(2023, 5, 1)),
        ("agr-1", date(2024, 9, 12)),
        ("agr-0", None),
    ]


def test_counts_states_by_agreement_and_by_owner(store: Store) -> None:
    fill(store)
    by_agreement = store.reads().commitment_states("agreement", today=TODAY, visible_to=None)
    assert [(count.subject_id, dict(count.counts)) for count in by_agreement] == [
        ("agr-1", {CommitmentState.NOT_CONCRETISED: 1, CommitmentState.LATE: 1}),
        ("agr-2", {CommitmentState.UNDER_WAY: 1}),
    ]
    by_owner = store.reads().commitment_states("owner", today=TODAY, visible_to=None)
    assert [(count.subject_id, count.subject_name, count.total) for count in by_owner] == [
        (None, "", 1),
        ("org-anphu", "Công ty TNHH An Phú", 1),
        ("org-songhan", "Trung tâm Vật liệu Sông Hàn", 1),
    ]


def test_search_goes_over_every_kind(store: Store) -> None:
    fill(store)
    kinds = ("agreement", "organisation", "person", "commitment", "document")

    def hits(*terms: str, visible_to: str | None = None) -> list[tuple[str, str]]:
        found = store.reads().search(SearchQuery(terms=terms, kinds=kinds, visible_to=visible_to))
        return [(hit.kind, hit.id) for hit in found]

    assert hits("mirae") == [
        ("agreement", "agr-1"),
        ("agreement", "agr-2"),
        ("organisation", "org-mirae"),
        ("document", "doc-1"),
    ]
    assert hits("van", "dam") == [("person", "per-dam")]
    assert hits("dao") == [("commitment", "com-1"), ("commitment", "com-2"), ("document", "doc-1")]
    assert hits("bai") == [("document", "doc-1")]
    assert hits("shm", visible_to="org-anphu") == []
    assert hits("%") == []


def test_the_export_holds_what_may_be_seen(store: Store) -> None:
    fill(store)
    everything = store.reads().export(today=TODAY, taken_at=NOW, visible_to=None)
    assert ids_of(everything.agreements) == ["agr-1", "agr-2"]
    assert ids_of(everything.organisations) == ["org-anphu", "org-mirae", "org-songhan"]
    assert ids_of(everything.people) == ["per-dam"]
    assert ids(everything.commitments, "commitment") == ["com-1", "com-2", "com-3"]
    assert ids_of(everything.activities) == ["act-1"]
    assert [row.id for row in everything.documents] == ["doc-1"]
    mine = store.reads().export(today=TODAY, taken_at=NOW, visible_to="org-anphu")
    assert (ids_of(mine.agreements), ids(mine.commitments, "commitment")) == (["agr-2"], ["com-3"])
    assert (mine.people, mine.documents) == ((), ())


def test_the_export_names_the_sources_of_a_body_to_the_office_alone(store: Store) -> None:
    fill(store)
    said = [source_record(f"src-{n}", source=f"Sở {name}", source_key=str(n)) for n, name in enumerate("BAA")]
    put(store, *said)
    everything = store.reads().export(today=TODAY, taken_at=NOW, visible_to=None)
    assert everything.sources == {said[0].organisation_id: ("Sở A", "Sở B")}
    assert store.reads().export(today=TODAY, taken_at=NOW, visible_to="org-anphu").sources == {}


def desk(store: Store, **parts: object) -> dict[str, list[str]]:
    values: dict[str, object] = {
        "today": TODAY,
        "idle_before": TODAY - timedelta(days=365),
        "expires_until": TODAY + timedelta(days=90),
        "reviewed_until": TODAY - timedelta(days=365),
        "sections": DESK_SECTIONS,
    }
    query = DeskQuery(**{**values, **parts})  # type: ignore[arg-type]  # parts of the query
    return {section.code: [item.id for item in section.items] for section in store.reads().desk(query)}


def test_the_desk_of_an_empty_office_is_empty(store: Store) -> None:
    assert desk(store) == {code: [] for code in DESK_SECTIONS}


def test_the_desk_shows_drafts_and_proposals_apart(store: Store) -> None:
    fill(store)
    proposal = SameProposal(agreement_id="agr-1", score=0.9, reasons=())
    put(store, draft("dra-2", position=1, proposal=proposal), draft("dra-3", position=2, list=DraftList.NONE))
    found = desk(store)
    assert (found["drafts-to-confirm"], found["same-proposals"]) == (["dra-1"], ["dra-2"])


def test_the_desk_shows_lists_that_wait_to_be_taken_in_to_the_office_alone(store: Store) -> None:
    first = Import(
        id="imp-1", source="Sở A", file_name="a.csv", file_key="k", sheet="", created_at=NOW, created_by="Lan"
    )
    put(
        store,
        first,
        replace(first, id="imp-2", state=ImportState.DONE),
        replace(first, id="imp-3", created_at=NOW - timedelta(days=3), demo=True),
    )
    assert desk(store)["imports-to-commit"] == ["imp-3", "imp-1"]
    assert desk(store, visible_to="org-anphu")["imports-to-commit"] == []


def test_the_desk_shows_what_commitments_lack_and_which_are_late(store: Store) -> None:
    fill(store)
    put(store, commitment("com-4", abandoned_reason="Đối tác rút lui"))
    found = desk(store)
    assert found["commitments-without-owner"] == ["com-1"]
    assert found["commitments-without-quantity"] == ["com-1"]
    assert found["commitments-without-due"] == ["com-1"]
    assert found["late"] == ["com-2"]


def test_the_desk_shows_commitments_without_activity_for_long(store: Store) -> None:
    put(store, *BODIES, agreement())
    old = NOW - timedelta(days=500)
    put(store, commitment("com-1", created_at=old), commitment("com-2", created_at=old), commitment("com-3"))
    put(store, activity("act-1", "com-2", on=TODAY - timedelta(days=10)))
    assert desk(store)["idle-12-months"] == ["com-1"]


def test_the_desk_shows_agreements_that_expire_or_want_a_review(store: Store) -> None:
    put(store, *BODIES)
    put(
        store,
        agreement("agr-1", expires_on=TODAY + timedelta(days=90), reviewed_on=TODAY),
        agreement("agr-2", expires_on=TODAY + timedelta(days=91), reviewed_on=TODAY),
        agreement("agr-3", expires_on=TODAY - timedelta(days=1)),
        agreement("agr-4", signed="2024"),
        agreement("agr-5", signed="2025-09-12"),
        agreement("agr-6", signed=None),
        agreement("agr-7", expires_on=TODAY, reviewed_on=TODAY),
    )
    put(store, agreement("agr-8", renewal_of="agr-7", reviewed_on=TODAY))
    found = desk(store)
    assert found["expiring-90-days"] == ["agr-1"]
    assert found["reviews-due"] == ["agr-4"]


def test_the_desk_shows_a_few_items_and_counts_all(store: Store) -> None:
    put(store, *BODIES, agreement(reviewed_on=TODAY))
    put(store, *(commitment(f"com-{n}", created_at=NOW - timedelta(days=n)) for n in range(7)))
    query = DeskQuery(
        today=TODAY,
        idle_before=TODAY,
        expires_until=TODAY,
        reviewed_until=TODAY - timedelta(days=365),
        sections=("commitments-without-owner",),
    )
    (section,) = store.reads().desk(query)
    assert section.count == 7
    assert [item.id for item in section.items] == ["com-6", "com-5", "com-4", "com-3", "com-2"]
    first = section.items[0]
    assert (first.kind, first.title, first.code, first.since, first.agreement_id) == (
        "commitment",
        "đào tạo kỹ sư",
        "training",
        (NOW - timedelta(days=6)).date(),
        "agr-1",
    )


def test_the_desk_of_a_partner_shows_its_own_agreements(store: Store) -> None:
    fill(store)
    found = desk(store, visible_to="org-anphu", sections=("commitments-without-owner", "late"))
    assert found == {"commitments-without-owner": [], "late": []}


def test_the_desk_counts_days_by_the_offices_clock(store: Store) -> None:
    late_evening = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    put(store, document("doc-1"), draft("dra-1", "doc-1", created_at=late_evening))
    query = DeskQuery(
        today=date(2026, 3, 2),
        idle_before=date(2025, 3, 2),
        expires_until=date(2026, 6, 1),
        reviewed_until=date(2025, 3, 2),
        sections=("drafts-to-confirm",),
        zone=ZoneInfo("Asia/Ho_Chi_Minh"),
    )
    assert [item.since for item in store.reads().desk(query)[0].items] == [date(2026, 3, 2)]


# --- who is who

MERGED = replace(MIRAE, merged_into=ANPHU.id)
FULL = replace(
    ANPHU,
    identifiers=(Identifier("VN-MST", "0100109106"), Identifier("own:so-cong-thuong", "7")),
    address="12 Lê Lợi",
    phone="0225 3842 000",
    domain="anphu.vn",
    founded=1998,
    chosen=(Choice(field="phone", value="0225 3842 000", chosen_by="Lan", chosen_on=TODAY),),
)


@pytest.mark.parametrize(
    "thing",
    [
        FULL,
        replace(DIRECTOR, posts=(Post(organisation_id=SONGHAN.id, title="Giám đốc", since="2019", source="bài 1"),)),
        source_record(row=3, import_id="imp-1", kind=PartyKind.COMPANY, founded=1998),
        doubt(
            reasons=(Reason(field="name", level="near", weight=4.5, said=Message("reason.name.near", {"left": "a"})),),
            vetoes=(Message("veto.identifier", {"scheme": "VN-MST"}),),
            state=DoubtState.LATER,
            decided_at=NOW,
        ),
        merge(
            moved=(Moved(kind="agreement", id="agr-1", part="party", key="MCRI"),),
            learned_names=MIRAE.names,
            learned_identifiers=FULL.identifiers,
            learned_fields=("address",),
            undone_at=NOW,
        ),
        Thresholds(id="organisation", link=0.98, review=0.4),
    ],
)
def test_gives_back_what_linkage_keeps(store: Store, thing: Thing) -> None:
    put(store, *(body for body in BODIES if body.id != thing.id), thing)
    with store.unit() as unit:
        collection = collection_of(unit, thing)
        assert collection.get(thing.id) == thing
        saved = collection.save(replace(thing, demo=True))
        assert collection.get(thing.id) == saved == replace(thing, demo=True, version=2)


def test_a_merged_one_is_found_by_none_of_its_names(store: Store) -> None:
    put(store, ANPHU, MERGED)
    with store.unit() as unit:
        assert unit.organisations.by_name_keys(organisation_keys(MIRAE)) == []
        assert unit.organisations.merged_into([ANPHU.id]) == [MERGED]
        assert unit.organisations.living_after("", 10) == [ANPHU]
        assert unit.organisations.living_after(ANPHU.id, 10) == []


def test_those_who_share_most_keys_meet_first(store: Store) -> None:
    twin = replace(FULL, id="org-twin")
    put(store, FULL, twin, replace(ANPHU, id="org-namesake"), SONGHAN)
    keys = block_keys(record_of(FULL))
    with store.unit() as unit:
        found = [body.id for body in unit.organisations.by_block_keys(keys)]
        assert found == [FULL.id, twin.id, "org-namesake"]
        assert len(unit.organisations.by_block_keys(keys, limit_per_key=1)) == 1
        assert unit.organisations.by_block_keys(()) == []


def test_counts_what_hangs_on_a_body(store: Store) -> None:
    put(store, SONGHAN, ANPHU, MERGED, agreement("agr-1", SONGHAN, ANPHU), source_record())
    with store.unit() as unit:
        assert unit.organisations.burdens([ANPHU.id, SONGHAN.id, MIRAE.id]) == {ANPHU.id: 3, SONGHAN.id: 1, MIRAE.id: 0}


def test_finds_what_hangs_below_a_body(store: Store) -> None:
    branch = replace(ANPHU, id="org-branch", parent_id=SONGHAN.id)
    visitor = replace(DIRECTOR, id="per-2", organisation_id=None, posts=(Post(organisation_id=SONGHAN.id, title="TV"),))
    put(store, SONGHAN, branch, DIRECTOR, visitor)
    with store.unit() as unit:
        assert unit.organisations.of_parents([SONGHAN.id]) == [branch]
        assert unit.people.of_organisations([SONGHAN.id]) == [visitor, DIRECTOR]


def test_a_source_says_each_record_once(store: Store) -> None:
    put(store, ANPHU, source_record("src-1", source_key="7"))
    with store.unit() as unit:
        assert list(unit.source_records.by_source_keys("Danh sách Sở Công Thương", ["7", "8"])) == ["7"]
        assert unit.source_records.by_source_keys("khác", ["7"]) == {}
        assert [record.id for record in unit.source_records.of_organisations([ANPHU.id])] == ["src-1"]
        with pytest.raises(Conflict):
            unit.source_records.add(source_record("src-2", source_key="7"))


def test_a_pair_has_one_doubt(store: Store) -> None:
    put(store, *BODIES, doubt())
    with store.unit() as unit:
        assert unit.doubts.of("organisation", [MIRAE.id]) == unit.doubts.of("organisation", [ANPHU.id]) == [doubt()]
        assert unit.doubts.of("person", [MIRAE.id]) == unit.doubts.of("organisation", [SONGHAN.id]) == []
        with pytest.raises(Conflict):
            unit.doubts.add(doubt("dbt-2"))


def test_finds_merges_from_both_sides(store: Store) -> None:
    put(store, *BODIES, merge())
    with store.unit() as unit:
        assert unit.merges.of("organisation", [MIRAE.id]) == unit.merges.of("organisation", [ANPHU.id]) == [merge()]
        assert unit.merges.of("person", [MIRAE.id]) == []


def doubts(store: Store) -> None:
    """Store three pairs of three bodies: a light one, a heavy one and one that was put off."""
    put(
        store,
        *BODIES,
        source_record(),
        replace(SONGHAN, id="org-old", merged_into=SONGHAN.id),
        doubt("dbt-1", ANPHU.id, MIRAE.id, score=0.9, weight=1),
        doubt("dbt-2", ANPHU.id, SONGHAN.id, score=0.6, weight=5),
        doubt("dbt-3", MIRAE.id, SONGHAN.id, score=0.95, weight=9, state=DoubtState.LATER),
        doubt("dbt-4", MIRAE.id, "org-old", score=0.99, state=DoubtState.DIFFERENT),
    )


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("-weight", ["dbt-3", "dbt-2", "dbt-1"]),
        ("score", ["dbt-2", "dbt-1", "dbt-3"]),
        ("proposed", ["dbt-1", "dbt-2", "dbt-3"]),
    ],
)
def test_lists_doubtful_pairs_in_every_order(store: Store, sort: str, expected: list[str]) -> None:
    doubts(store)
    wanted = DoubtFilter(kind="organisation", states=("open", "later"))
    pages: list[str] = []
    totals, cursor = set(), None
    for _ in expected:
        page = store.reads().doubt_list(wanted, Paging(sort=sort, cursor=cursor, limit=1))
        pages += [row.doubt.id for row in page.items]
        totals.add(page.total)
        cursor = page.next_cursor
    assert (pages, cursor, totals) == (expected, None, {3})


def test_lists_doubtful_pairs_by_what_they_are(store: Store) -> None:
    doubts(store)

    def listed(**parts: object) -> list[str]:
        wanted = DoubtFilter(kind="organisation", **parts)  # type: ignore[arg-type]  # parts of a filter
        found = store.reads().doubt_list(wanted, Paging(sort="score", cursor=None, limit=9))
        return [row.doubt.id for row in found.items]

    assert listed(thing_id=SONGHAN.id) == ["dbt-2", "dbt-3"]
    assert listed(least=0.6, below=0.95) == ["dbt-2", "dbt-1"]
    assert listed(states=("different",)) == ["dbt-4"]
    assert listed(demo=True) == []


def test_a_pair_stands_between_its_neighbours(store: Store) -> None:
    doubts(store)
    view = store.reads().doubt_page("dbt-2", least=0.5)
    assert view is not None
    assert (view.waiting, view.previous_id, view.next_id) == (3, "dbt-3", "dbt-1")
    assert (view.left.thing.id, [source.id for source in view.left.sources]) == (ANPHU.id, ["src-1"])
    assert [member.id for member in view.right.members] == ["org-old"]
    narrower = store.reads().doubt_page("dbt-2", least=0.93)
    assert narrower is not None
    assert (narrower.waiting, narrower.next_id) == (1, "dbt-3")
    assert store.reads().doubt_page("nothing", least=0.5) is None


def test_counts_pairs_by_state_and_band(store: Store) -> None:
    doubts(store)
    counts = store.reads().doubt_counts("organisation", least=0.7)
    assert counts == {"open": 1, "later": 1, "same": 0, "different": 1, "moot": 0}
    bands = store.reads().band_counts("organisation", link=0.95, review=0.7)
    assert (bands.link, bands.review, bands.apart) == (1, 1, 1)


def test_tells_who_stands_for_a_merged_one(store: Store) -> None:
    put(store, SONGHAN, replace(MIRAE, merged_into=SONGHAN.id), replace(ANPHU, merged_into=MIRAE.id))
    reads = store.reads()
    assert [reads.stands_for("organisation", key) for key in (ANPHU.id, MIRAE.id, SONGHAN.id, "nothing")] == [
        SONGHAN.id,
        SONGHAN.id,
        SONGHAN.id,
        None,
    ]


def test_an_organisation_page_holds_what_the_office_alone_may_see(store: Store) -> None:
    doubts(store)
    put(store, merge("mrg-1", SONGHAN.id, "org-old"), source_record("src-2", SONGHAN))
    view = store.reads().organisation_page(SONGHAN.id, today=TODAY, visible_to=None)
    assert view is not None
    assert [source.id for source in view.sources] == ["src-2"]
    assert [member.id for member in view.members] == ["org-old"]
    assert [one.id for one in view.merges] == ["mrg-1"]
    assert [row.doubt.id for row in view.doubts] == ["dbt-3", "dbt-2"]
    narrow = store.reads().organisation_page(SONGHAN.id, today=TODAY, visible_to=SONGHAN.id)
    assert narrow is not None
    assert (narrow.sources, narrow.members, narrow.merges, narrow.doubts) == ((), (), (), ())


def test_merged_ones_stand_in_no_list(store: Store) -> None:
    put(store, SONGHAN, replace(MIRAE, merged_into=SONGHAN.id))
    found = store.reads().organisation_list(OrganisationFilter(), Paging(sort="name", cursor=None, limit=9))
    assert [row.organisation.id for row in found.items] == [SONGHAN.id]
    exported = store.reads().export(today=TODAY, taken_at=NOW, visible_to=None)
    assert [body.id for body in exported.organisations] == [SONGHAN.id]
