"""Matches, found pairs and followers, and their rows."""

from __future__ import annotations

from typing import Any, Final

from nhipcau.facts.deal import DeclineReason, Digest, Follower, Found, Match, Money, Side, Stage, Step
from nhipcau.programme.record_change import from_record, to_record
from nhipcau.store.models import DealRow, FollowerRow, FoundRow
from nhipcau.store.rows.table import Table

_SAME_OF_A_MATCH: Final = (
    "id",
    "need_id",
    "offer_id",
    "need_organisation_id",
    "offer_organisation_id",
    "agreement_id",
    "proposed_at",
    "proposed_by",
    "moved_at",
    "score",
    "declined_note",
    "demo",
    "version",
)
_SAME_OF_FOUND: Final = ("id", "need_id", "offer_id", "score", "near", "since", "gone_at", "demo", "version")
_SAME_OF_A_FOLLOWER: Final = ("id", "seen_at", "digested_at", "feed_key", "demo", "version")
VALUES: Final = ("discussed", "mou", "contract")


def _match_columns(match: Match) -> dict[str, object]:
    return {
        **{name: getattr(match, name) for name in _SAME_OF_A_MATCH},
        "stage": match.stage,
        "need_accepted": Side.NEED in match.accepted_by,
        "offer_accepted": Side.OFFER in match.accepted_by,
        "declined_by": match.declined_by or "",
        "declined_reason": match.declined_reason or "",
        "steps": [to_record(step) for step in match.steps],
        **{column: value for name in VALUES for column, value in _money_columns(name, getattr(match, name)).items()},
    }


def _money_columns(name: str, money: Money | None) -> dict[str, object]:
    return {
        f"{name}_amount": money.amount if money else None,
        f"{name}_currency": money.currency if money else "",
        f"{name}_on": money.on if money else None,
    }


def _match(row: DealRow) -> Match:
    accepted = ((Side.NEED, row.need_accepted), (Side.OFFER, row.offer_accepted))
    return Match(
        **{name: getattr(row, name) for name in _SAME_OF_A_MATCH},
        stage=Stage(row.stage),
        accepted_by=tuple(side for side, said_yes in accepted if said_yes),
        declined_by=Side(row.declined_by) if row.declined_by else None,
        declined_reason=DeclineReason(row.declined_reason) if row.declined_reason else None,
        steps=tuple(from_record(Step, step) for step in row.steps),
        **_values(row),
    )


def _values(row: DealRow) -> dict[str, Any]:
    return {name: _money(row, name) for name in VALUES}


def _money(row: DealRow, name: str) -> Money | None:
    amount, currency, on = (getattr(row, f"{name}_{part}") for part in ("amount", "currency", "on"))
    return Money(amount=amount, currency=currency, on=on) if amount is not None and on else None


def _found_columns(found: Found) -> dict[str, object]:
    return {
        **{name: getattr(found, name) for name in _SAME_OF_FOUND},
        "unmet": list(found.unmet),
        "closed": list(found.closed),
    }


def _found(row: FoundRow) -> Found:
    return Found(
        **{name: getattr(row, name) for name in _SAME_OF_FOUND}, unmet=tuple(row.unmet), closed=tuple(row.closed)
    )


def _follower_columns(follower: Follower) -> dict[str, object]:
    return {**{name: getattr(follower, name) for name in _SAME_OF_A_FOLLOWER}, "digest": follower.digest}


def _follower(row: FollowerRow) -> Follower:
    return Follower(**{name: getattr(row, name) for name in _SAME_OF_A_FOLLOWER}, digest=Digest(row.digest))


MATCHES: Table[Match, DealRow] = Table(model=DealRow, kind="match", columns=_match_columns, fact=_match)
FOUND: Table[Found, FoundRow] = Table(model=FoundRow, kind="found", columns=_found_columns, fact=_found)
FOLLOWERS: Table[Follower, FollowerRow] = Table(
    model=FollowerRow, kind="follower", columns=_follower_columns, fact=_follower
)
