"""A commitment, its activities and their rows."""

from __future__ import annotations

from nhipcau.facts.codes import Strength
from nhipcau.facts.commitment import Activity, Commitment, FileRef
from nhipcau.programme.search_text import search_text
from nhipcau.store.models import ActivityFileRow, ActivityRow, CommitmentRow
from nhipcau.store.rows.folding import sort_key
from nhipcau.store.rows.quantity import quantity_columns, quantity_of
from nhipcau.store.rows.table import Children, Table


def _commitment_columns(commitment: Commitment) -> dict[str, object]:
    return {
        "id": commitment.id,
        "agreement_id": commitment.agreement_id,
        "code": commitment.code,
        "strength": commitment.strength,
        "text": commitment.text,
        "created_at": commitment.created_at,
        "owner_id": commitment.owner_id,
        **quantity_columns(commitment.quantity),
        "unit": commitment.unit,
        "due_on": commitment.due_on,
        "abandoned_reason": commitment.abandoned_reason,
        "abandoned_on": commitment.abandoned_on,
        "demo": commitment.demo,
        "version": commitment.version,
        "sort": sort_key(commitment.text),
        "search": search_text(commitment),
    }


def _commitment(row: CommitmentRow) -> Commitment:
    return Commitment(
        id=row.id,
        agreement_id=row.agreement_id,
        code=row.code,
        strength=Strength(row.strength),
        text=row.text,
        created_at=row.created_at,
        owner_id=row.owner_id,
        quantity=quantity_of(row.quantity),
        unit=row.unit,
        due_on=row.due_on,
        abandoned_reason=row.abandoned_reason,
        abandoned_on=row.abandoned_on,
        demo=row.demo,
        version=row.version,
    )


def _activity_columns(activity: Activity) -> dict[str, object]:
    return {
        "id": activity.id,
        "commitment_id": activity.commitment_id,
        "on": activity.on,
        "note": activity.note,
        "created_at": activity.created_at,
        "created_by": activity.created_by,
        "participants": list(activity.participants),
        **quantity_columns(activity.quantity),
        "demo": activity.demo,
        "version": activity.version,
        "search": search_text(activity),
    }


def _activity_children(activity: Activity) -> Children:
    return {
        ActivityFileRow: [
            ActivityFileRow(
                activity_id=activity.id,
                position=position,
                key=file.key,
                name=file.name,
                media_type=file.media_type,
                size=file.size,
            )
            for position, file in enumerate(activity.files)
        ]
    }


def _activity(row: ActivityRow) -> Activity:
    return Activity(
        id=row.id,
        commitment_id=row.commitment_id,
        on=row.on,
        note=row.note,
        created_at=row.created_at,
        created_by=row.created_by,
        participants=tuple(row.participants),
        quantity=quantity_of(row.quantity),
        files=tuple(map(_file, row.files.all())),
        demo=row.demo,
        version=row.version,
    )


def _file(row: ActivityFileRow) -> FileRef:
    return FileRef(key=row.key, name=row.name, media_type=row.media_type, size=row.size)


COMMITMENTS: Table[Commitment, CommitmentRow] = Table(
    model=CommitmentRow, kind="commitment", columns=_commitment_columns, fact=_commitment
)
ACTIVITIES: Table[Activity, ActivityRow] = Table(
    model=ActivityRow,
    kind="activity",
    columns=_activity_columns,
    fact=_activity,
    children=_activity_children,
    owner="activity_id",
    related=("files",),
)
