from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from nhipcau.facts.commitment import Commitment, CommitmentState
from nhipcau.programme.commitment_state import commitment_state
from tests.programme.samples import TODAY, activity, commitment, concrete

YESTERDAY = TODAY - timedelta(days=1)


@pytest.mark.parametrize("missing", ["owner_id", "quantity", "unit", "due_on"])
def test_is_not_concretised_until_all_is_there(missing: str) -> None:
    fact = replace(concrete(), **{missing: None})  # type: ignore[arg-type]  # one of the parts
    assert commitment_state(fact, (), TODAY) is CommitmentState.NOT_CONCRETISED


@pytest.mark.parametrize(
    ("fact", "quantities", "state"),
    [
        (concrete(), [], CommitmentState.NOT_STARTED),
        (concrete(), ["1"], CommitmentState.UNDER_WAY),
        (concrete(), [None], CommitmentState.UNDER_WAY),
        (concrete(), ["39.5", "0.5"], CommitmentState.DONE),
        (concrete(due_on=TODAY), ["1"], CommitmentState.UNDER_WAY),
        (concrete(due_on=YESTERDAY), ["39"], CommitmentState.LATE),
        (concrete(due_on=YESTERDAY), ["41"], CommitmentState.DONE),
        (concrete(abandoned_reason="Rút lui"), ["41"], CommitmentState.ABANDONED),
        (commitment(abandoned_reason="Rút lui"), [], CommitmentState.ABANDONED),
    ],
)
def test_follows_from_the_facts(fact: Commitment, quantities: list[str | None], state: CommitmentState) -> None:
    logged = [replace(activity(), quantity=Decimal(done) if done else None) for done in quantities]
    assert commitment_state(fact, logged, TODAY) is state
