"""A state and a day come in, the condition that finds commitments in it goes out; and states of commitments at hand.

``programme.commitment_state`` says what a state is; the conditions here repeat it for the database, and
``tests/store`` compares the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from nhipcau.facts.commitment import CommitmentState
from nhipcau.programme.commitment_state import state_of
from nhipcau.programme.views import CommitmentRow as CommitmentLine
from nhipcau.store.models import ActivityRow, CommitmentRow
from nhipcau.store.rows.commitment import COMMITMENTS
from nhipcau.store.rows.quantity import quantity_of

ABANDONED = Q(abandoned_reason__gt="")
NOT_ABANDONED = Q(abandoned_reason__isnull=True) | Q(abandoned_reason="")
WITHOUT_OWNER = Q(owner__isnull=True)
WITHOUT_QUANTITY = Q(quantity__isnull=True) | Q(unit__isnull=True) | Q(unit="")
WITHOUT_DUE = Q(due_on__isnull=True)
NOT_CONCRETISED = WITHOUT_OWNER | WITHOUT_QUANTITY | WITHOUT_DUE


def with_state(commitments: QuerySet[CommitmentRow], today: date) -> QuerySet[CommitmentRow]:
    """Add the column ``state`` to the rows."""
    logged = ActivityRow.objects.filter(commitment=OuterRef("pk"), on__lte=today).order_by()
    done = logged.values("commitment").annotate(done=Sum("quantity_milli")).values("done")
    states = CommitmentState
    return commitments.annotate(
        done_milli=Coalesce(Subquery(done), 0),
        begun=Exists(logged),
    ).annotate(
        state=Case(
            When(ABANDONED, then=Value(states.ABANDONED.value)),
            When(NOT_CONCRETISED, then=Value(states.NOT_CONCRETISED.value)),
            When(done_milli__gte=F("quantity_milli"), then=Value(states.DONE.value)),
            When(due_on__lt=today, then=Value(states.LATE.value)),
            When(begun=True, then=Value(states.UNDER_WAY.value)),
            default=Value(states.NOT_STARTED.value),
            output_field=CharField(),
        )
    )


def in_state(commitments: QuerySet[CommitmentRow], state: CommitmentState, today: date) -> QuerySet[CommitmentRow]:
    """Keep the commitments that are in ``state`` on ``today``."""
    return with_state(commitments, today).filter(Q(state=state.value))


@dataclass(slots=True)
class Logged:
    """What the activities of one commitment come to; one of a day to come is planned: it begins and adds up nothing."""

    activities: int = 0
    begun: int = 0
    done: Decimal = Decimal(0)
    last_on: date | None = None

    def take(self, on: date, quantity: Decimal | None, today: date) -> None:
        """Count one more activity."""
        self.activities += 1
        if on <= today:
            self.begun += 1
            self.done += quantity or Decimal(0)
        self.last_on = max(self.last_on or on, on)


def logged_under(activities: QuerySet[ActivityRow], today: date) -> dict[str, Logged]:
    """Return what the activities come to, by commitment, in one query; sums are exact."""
    found: dict[str, Logged] = defaultdict(Logged)
    for commitment_id, on, quantity in activities.values_list("commitment_id", "on", "quantity"):
        found[commitment_id].take(on, quantity_of(quantity), today)
    return found


def commitment_lines(rows: Iterable[CommitmentRow], today: date) -> tuple[CommitmentLine, ...]:
    """Return commitments with their states, in one query; ``rows`` were fetched with agreement and owner."""
    fetched = list(rows)
    logged = logged_under(ActivityRow.objects.filter(commitment_id__in=[row.pk for row in fetched]), today)
    return tuple(commitment_line(row, logged.get(row.pk) or Logged(), today) for row in fetched)


def commitment_line(row: CommitmentRow, logged: Logged, today: date) -> CommitmentLine:
    """Return one commitment with what was logged under it."""
    commitment = COMMITMENTS.fact(row)
    return CommitmentLine(
        commitment=commitment,
        agreement_title=row.agreement.title,
        state=state_of(commitment, activities=logged.begun, done=logged.done, today=today),
        owner_name=row.owner.title if row.owner else None,
        activities=logged.activities,
        done=logged.done,
        last_activity_on=logged.last_on,
    )
