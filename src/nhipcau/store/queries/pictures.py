"""What may be seen comes in; who signed with whom, agreements in time and states of commitments go out."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from itertools import combinations

from django.db.models import Count, F

from nhipcau.facts.codes import AgreementType
from nhipcau.facts.commitment import CommitmentState
from nhipcau.facts.organisation import Organisation
from nhipcau.programme.name_keys import ACRONYM
from nhipcau.programme.views import Network, NetworkEdge, NetworkNode, StateCount, TimelineSpan
from nhipcau.store.models import PartyRow
from nhipcau.store.queries.export import organisations
from nhipcau.store.queries.states import with_state
from nhipcau.store.queries.visible import agreements_of, commitments_of


def network(visible_to: str | None) -> Network:
    """Return who signed with whom."""
    signed = _signed(visible_to)
    agreements: Counter[str] = Counter()
    edges: dict[tuple[str, str], list[str]] = defaultdict(list)
    for agreement_id, parties in signed.items():
        agreements.update(parties)
        for pair in combinations(sorted(parties), 2):
            edges[pair].append(agreement_id)
    bodies = organisations(visible_to) if agreements else ()
    return Network(
        nodes=tuple(_node(body, agreements[body.id]) for body in bodies if body.id in agreements),
        edges=tuple(
            NetworkEdge(source=source, target=target, agreement_ids=tuple(edges[source, target]))
            for source, target in sorted(edges)
        ),
    )


def timeline(visible_to: str | None) -> tuple[TimelineSpan, ...]:
    """Return agreements by their first possible day, undated ones last."""
    rows = agreements_of(visible_to).order_by(F("signed_from").asc(nulls_last=True), "pk").defer("search")
    return tuple(
        TimelineSpan(
            agreement_id=row.pk,
            title=row.title,
            type=AgreementType(row.type),
            signed=row.signed,
            first=row.signed_from,
            last=row.expires_on,
            renewal_of=row.renewal_of_id,
            demo=row.demo,
        )
        for row in rows
    )


def commitment_states(by: str, today: date, visible_to: str | None) -> tuple[StateCount, ...]:
    """Return how many commitments of each agreement or owner are in which state, the largest total first."""
    subject = {"agreement": "agreement", "owner": "owner"}[by]
    rows = with_state(commitments_of(visible_to), today)
    grouped = rows.values_list(f"{subject}_id", f"{subject}__title", "state").annotate(number=Count("pk")).order_by()
    counts: dict[tuple[str | None, str], dict[CommitmentState, int]] = defaultdict(dict)
    for subject_id, title, state, number in grouped:
        counts[subject_id, title or ""][CommitmentState(state)] = number
    found = [StateCount(subject_id=one, subject_name=name, counts=of) for (one, name), of in counts.items()]
    return tuple(sorted(found, key=lambda count: (-count.total, count.subject_id or "")))


def _signed(visible_to: str | None) -> dict[str, set[str]]:
    """Return the parties of each agreement, agreements in the order of their ids."""
    parties = PartyRow.objects.order_by("agreement_id")
    if visible_to is not None:
        parties = parties.filter(agreement__in=agreements_of(visible_to))
    signed: dict[str, set[str]] = defaultdict(set)
    for agreement_id, organisation_id in parties.values_list("agreement_id", "organisation_id"):
        signed[agreement_id].add(organisation_id)
    return signed


def _node(body: Organisation, agreements: int) -> NetworkNode:
    return NetworkNode(
        organisation_id=body.id,
        name=body.names[0].text if body.names else "",
        acronym=next((name.text for name in body.names if name.kind == ACRONYM), None),
        country=body.country,
        kind=body.kind,
        agreements=agreements,
        demo=body.demo,
    )
