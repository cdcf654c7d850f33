"""A filter or an id comes in, lines of the agreement list or an agreement's page go out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from nhipcau.facts.codes import AgreementType
from nhipcau.facts.commitment import CommitmentState
from nhipcau.facts.organisation import Organisation, Person
from nhipcau.programme.commitment_state import state_of
from nhipcau.programme.filters import AgreementFilter, Paging
from nhipcau.programme.views import AgreementRow as AgreementLine
from nhipcau.programme.views import AgreementView, ChainLink, Page
from nhipcau.store.models import (
    ActivityRow,
    AgreementRow,
    ChangeRow,
    CommitmentRow,
    DocumentRow,
    OrganisationRow,
    PartyRow,
    PersonRow,
    SectorRow,
)
from nhipcau.store.queries.documents import document_lines
from nhipcau.store.queries.paging import Sort, by_day, by_moment, by_text, sliced
from nhipcau.store.queries.states import Logged, commitment_lines, in_state, logged_under
from nhipcau.store.queries.visible import agreements_of, every
from nhipcau.store.rows.agreement import AGREEMENTS
from nhipcau.store.rows.commitment import COMMITMENTS
from nhipcau.store.rows.organisation import ORGANISATIONS
from nhipcau.store.rows.person import PEOPLE

SORTS: dict[str, Sort] = {
    "signed": by_day("signed_from"),
    "title": by_text("sort"),
    "type": by_text("type"),
    "created": by_moment("created_at"),
    "expires": by_day("expires_on"),
}


def agreement_list(wanted: AgreementFilter, paging: Paging) -> Page[AgreementLine]:
    """Return one page of agreements."""
    found = sliced(_matching(wanted).prefetch_related(*AGREEMENTS.related), paging, SORTS)
    return Page(items=agreement_lines(found.rows, wanted.today), next_cursor=found.next_cursor, total=found.total)


def agreement_page(agreement_id: str, today: date) -> AgreementView | None:
    """Return one agreement with all that hangs on it."""
    row = AgreementRow.objects.prefetch_related(*AGREEMENTS.related).filter(pk=agreement_id).first()
    if row is None:
        return None
    agreement = AGREEMENTS.fact(row)
    commitments = CommitmentRow.objects.filter(agreement=row).select_related("agreement", "owner").order_by("pk")
    documents = DocumentRow.objects.filter(pk__in=[one.document_id for one in agreement.evidence])
    return AgreementView(
        agreement=agreement,
        organisations=tuple(organisations_by_id(party.organisation_id for party in agreement.parties).values()),
        people=_people([one.person_id for one in agreement.people]),
        commitments=commitment_lines(commitments, today),
        documents=document_lines(documents.order_by("received_at", "pk")),
        chain=_chain(agreement_id),
        changes=ChangeRow.objects.filter(kind="agreement", subject_id=agreement_id).count(),
    )


def agreement_lines(rows: Sequence[AgreementRow], today: date) -> tuple[AgreementLine, ...]:
    """Return agreements with their parties' organisations and their commitments' states, in four queries."""
    facts = [AGREEMENTS.fact(row) for row in rows]
    organisations = organisations_by_id(party.organisation_id for fact in facts for party in fact.parties)
    states = _states([row.pk for row in rows], today)
    return tuple(
        AgreementLine(
            agreement=fact,
            organisations=tuple(
                organisations[party]
                for party in dict.fromkeys(party.organisation_id for party in fact.parties)
                if party in organisations
            ),
            states=dict(states[fact.id]),
        )
        for fact in facts
    )


def agreements_newest_first(rows: QuerySet[AgreementRow], today: date) -> tuple[AgreementLine, ...]:
    """Return the lines of all these agreements, the last signed first, undated ones last."""
    newest = F("signed_from").desc(nulls_last=True)
    return agreement_lines(list(rows.prefetch_related(*AGREEMENTS.related).order_by(newest, "pk")), today)


def agreement_links(rows: QuerySet[AgreementRow]) -> tuple[ChainLink, ...]:
    """Return what names these agreements, by id."""
    return tuple(map(_link, rows.order_by("pk").only("title", "type", "signed", "expires_on")))


def organisations_by_id(organisation_ids: Iterable[str]) -> dict[str, Organisation]:
    """Return organisations in the order asked for, in two queries."""
    wanted = list(dict.fromkeys(organisation_ids))
    rows = OrganisationRow.objects.filter(pk__in=wanted).prefetch_related(*ORGANISATIONS.related)
    found = {row.pk: ORGANISATIONS.fact(row) for row in rows}
    return {key: found[key] for key in wanted if key in found}


def _people(person_ids: Iterable[str]) -> tuple[Person, ...]:
    wanted = list(dict.fromkeys(person_ids))
    rows = PersonRow.objects.filter(pk__in=wanted).prefetch_related(*PEOPLE.related)
    found = {row.pk: PEOPLE.fact(row) for row in rows}
    return tuple(found[key] for key in wanted if key in found)


def _matching(wanted: AgreementFilter) -> QuerySet[AgreementRow]:
    rows = agreements_of(wanted.visible_to)
    parties = PartyRow.objects.filter(agreement=OuterRef("pk"))
    if wanted.search:
        by_party = parties.filter(every(wanted.search, "organisation__search"))
        rows = rows.filter(every(wanted.search) | Exists(by_party))
    if wanted.sector is not None:
        rows = rows.filter(Exists(SectorRow.objects.filter(agreement=OuterRef("pk"), code=wanted.sector)))
    if wanted.state is not None:
        promised = CommitmentRow.objects.filter(agreement=OuterRef("pk"))
        rows = rows.filter(Exists(in_state(promised, wanted.state, wanted.today)))
    if wanted.country is not None:
        rows = rows.filter(Exists(parties.filter(organisation__country=wanted.country)))
    if wanted.organisation_id is not None:
        rows = rows.filter(Exists(parties.filter(organisation_id=wanted.organisation_id)))
    return rows.filter(_own_columns(wanted))


def _own_columns(wanted: AgreementFilter) -> Q:
    """Return what the filter asks of the agreement's own row."""
    asked = Q()
    if wanted.type is not None:
        asked &= Q(type=wanted.type)
    if wanted.year is not None:
        asked &= Q(signed_from__year=wanted.year)
    if wanted.demo is not None:
        asked &= Q(demo=wanted.demo)
    return asked & Q(place_search__contains=wanted.place or "")


def _states(agreement_ids: Sequence[str], today: date) -> dict[str, Counter[CommitmentState]]:
    """Count the states of the agreements' commitments, in two queries."""
    logged = logged_under(ActivityRow.objects.filter(commitment__agreement_id__in=agreement_ids), today)
    counts: dict[str, Counter[CommitmentState]] = defaultdict(Counter)
    for row in CommitmentRow.objects.filter(agreement_id__in=agreement_ids):
        under = logged.get(row.pk) or Logged()
        state = state_of(COMMITMENTS.fact(row), activities=under.begun, done=under.done, today=today)
        counts[row.agreement_id][state] += 1
    return counts


_CHAIN = """
WITH RECURSIVE older(id, parent) AS (
    SELECT id, renewal_of_id FROM agreements WHERE id = %s
    UNION
    SELECT agreements.id, agreements.renewal_of_id FROM agreements JOIN older ON agreements.id = older.parent
), chain(id) AS (
    SELECT id FROM older WHERE parent IS NULL
    UNION
    SELECT agreements.id FROM agreements JOIN chain ON agreements.renewal_of_id = chain.id
)
SELECT id FROM chain
"""


def _chain(agreement_id: str) -> tuple[ChainLink, ...]:
    """Return the agreement and all renewals around it, each after the one it renews, in one query."""
    chain_ids = RawSQL(_CHAIN, [agreement_id])  # noqa: S611 -- constant text, the id is a parameter
    members = AgreementRow.objects.filter(pk__in=chain_ids)
    renewals: dict[str | None, list[AgreementRow]] = defaultdict(list)
    for row in members.order_by(F("signed_from").asc(nulls_last=True), "pk").defer("search"):
        renewals[row.renewal_of_id].append(row)
    chain = list(renewals[None])
    for row in chain:
        chain.extend(renewals[row.pk])
    return tuple(map(_link, chain)) if len(chain) > 1 else ()


def _link(row: AgreementRow) -> ChainLink:
    return ChainLink(
        id=row.pk,
        title=row.title,
        type=AgreementType(row.type),
        signed=row.signed,
        expires_on=row.expires_on,
    )
