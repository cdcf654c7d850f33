"""A code of a closed vocabulary and a language come in; its label for screens and exports goes out."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from nhipcau.facts.actor import Role
from nhipcau.facts.attendance import PresenceKind, RegistrationState
from nhipcau.facts.codes import (
    AgreementStatus,
    AgreementType,
    FigureRole,
    Mode,
    PartyKind,
    PersonFunction,
    Strength,
)
from nhipcau.facts.commitment import CommitmentState
from nhipcau.facts.deal import DeclineReason, Side, Stage
from nhipcau.facts.draft import Decision, DraftList, DraftState
from nhipcau.facts.event import EventSide, EventState, SessionKind, VenueKind
from nhipcau.facts.market import Comparison, Coverage, ItemKind, ItemState
from nhipcau.facts.matching import Standing
from nhipcau.facts.meeting import Cause, NextStep, RefusalReason, RequestState, RunState, TimetableState, Wish
from nhipcau.facts.meeting import Outcome as MeetingOutcome
from nhipcau.facts.organisation_import import Column, ImportState, Outcome
from nhipcau.facts.plan import Phase, StepState, Variant
from nhipcau.facts.resolving import DoubtState
from nhipcau.facts.scheduling import Level
from nhipcau.facts.state import State
from nhipcau.programme.events.outcomes import Told
from nhipcau.programme.events.pages import Changed
from nhipcau.words.label_phrases import LABELS
from nhipcau.words.numbers import country
from nhipcau.words.place_names import place
from nhipcau.words.translations import translate

_KINDS: Final[dict[type[StrEnum], str]] = {
    AgreementType: "agreement-type",
    AgreementStatus: "agreement-status",
    PartyKind: "party-kind",
    PersonFunction: "person-function",
    Strength: "strength",
    FigureRole: "figure-role",
    Mode: "mode",
    CommitmentState: "commitment-state",
    State: "state",
    Decision: "decision",
    DraftList: "draft-list",
    DraftState: "draft-state",
    DoubtState: "doubt-state",
    Column: "import-column",
    ImportState: "import-state",
    Outcome: "import-outcome",
    Role: "role",
    ItemKind: "item-kind",
    ItemState: "item-state",
    Comparison: "comparison",
    Coverage: "coverage",
    Standing: "standing",
    Stage: "match-stage",
    DeclineReason: "decline-reason",
    Side: "side",
    Variant: "plan-variant",
    Phase: "plan-phase",
    StepState: "step-state",
    EventSide: "event-side",
    EventState: "event-state",
    SessionKind: "session-kind",
    VenueKind: "venue-kind",
    RegistrationState: "registration-state",
    Wish: "wish",
    RequestState: "request-state",
    RefusalReason: "refusal-reason",
    TimetableState: "timetable-state",
    Cause: "timetable-cause",
    RunState: "run-state",
    Level: "timetable-level",
    Changed: "meeting-change",
    PresenceKind: "presence",
    MeetingOutcome: "meeting-outcome",
    Told: "meeting-told",
    NextStep: "next-step",
}


def kind_of(member: StrEnum) -> str:
    """The vocabulary that an enumeration's member belongs to."""
    return _KINDS[type(member)]


def label(kind: str, code: str, language: str) -> str:
    """The label of ``code`` in the vocabulary ``kind``; a code that is not in it stands for itself."""
    phrase = LABELS[kind].get(code)
    return translate(phrase, language) if phrase is not None else code


def label_of(member: StrEnum, language: str) -> str:
    """The label of an enumeration's member."""
    return label(kind_of(member), member.value, language)


def choices(kind: str, language: str) -> list[tuple[str, str]]:
    """Every code of a vocabulary with its label, in the vocabulary's own order: what a select box offers."""
    return [(code, translate(phrase, language)) for code, phrase in LABELS[kind].items()]


def report_label(language: str) -> Callable[[str, str], str]:
    """Return what reports and pictures ask for words: (vocabulary, code) → label in ``language``.

    The vocabulary "country" holds ISO 3166-1 codes, "place" codes of provinces and cities.
    """

    def word(kind: str, code: str) -> str:
        if kind == "place":
            return place(code, language)
        return country(code, language) if kind == "country" else label(kind, code, language)

    return word
