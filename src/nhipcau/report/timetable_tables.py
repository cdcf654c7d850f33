"""What ``nhipcau meet`` found comes in, as its file holds it; the same as tables for a spreadsheet goes out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from nhipcau.report.tables import Label, Table

Record = dict[str, Any]


def timetable_tables(record: Record, label: Label) -> tuple[Table, ...]:
    """Lay out the meetings by time and room, and what is not granted with the reason.

    Times are those of the event's own zone. A published instance has numbers alone: a meeting and its slot.
    """
    if "timetable" not in record:
        rows = tuple(enumerate(record["meetings"], start=1))
        return (Table("timetable", ("meeting-number", "slot-number"), rows),)
    lying = sorted(record["timetable"], key=lambda one: (datetime.fromisoformat(one["starts"]), one["room"]))
    return (
        Table(
            "timetable",
            ("starts-at", "ends-at", "room", "firm", "other-firm", "interpreters"),
            tuple(
                (_time(one["starts"]), _time(one["ends"]), one["room"], *one["firms"], ", ".join(one["interpreters"]))
                for one in lying
            ),
        ),
        Table(
            "not-granted",
            ("firm", "other-firm", "must", "why-not"),
            tuple(
                (*one["firms"], label("truth", "yes" if one["must"] else "no"), one["said"])
                for one in record["not_granted"]
            ),
        ),
    )


def _time(moment: str) -> str:
    return datetime.fromisoformat(moment).strftime("%Y-%m-%d %H:%M")
