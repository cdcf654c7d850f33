"""A person, a stage and a note come in; the step that a match takes goes out."""

from __future__ import annotations

from typing import Final

from nhipcau.facts.deal import Side, Stage, Step
from nhipcau.programme.forms import Form
from nhipcau.programme.permissions import allowed
from nhipcau.programme.work import Work

LONGEST_NOTE: Final = 2000


def step_to(work: Work, stage: Stage, note: str, side: Side | None = None) -> Step:
    """Return the step; what the office says for a side is marked as said on its behalf."""
    return Step(
        stage=stage,
        at=work.at,
        by=work.actor.id,
        by_name=work.actor.name,
        note=note,
        side=side,
        for_side=side is not None and allowed(work.actor, "match.on-behalf"),
    )


def note_of(form: Form, typed: str) -> str:
    """Return a note as it was typed."""
    return form.text("note", typed, longest=LONGEST_NOTE)
