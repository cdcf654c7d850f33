"""Counts of commitments by state come in; stacked bars by agreement or by owner go out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nhipcau.facts.commitment import CommitmentState
from nhipcau.programme.views import StateCount
from nhipcau.report.pictures.render import Layer, Link, Picture, nominal, plain, values
from nhipcau.report.tables import Label

MOST_BARS: Final = 60
_ROW: Final = 30
COLOURS: Final = {
    CommitmentState.LATE: "#b3261e",
    CommitmentState.NOT_CONCRETISED: "#8a5a00",
    CommitmentState.NOT_STARTED: "#686d75",
    CommitmentState.UNDER_WAY: "#1f6cab",
    CommitmentState.DONE: "#2e7d4f",
    CommitmentState.ABANDONED: "#55585e",
}


def states_picture(counts: Sequence[StateCount], by: str, label: Label, link: Link) -> Picture:
    """Draw one bar a subject (``by`` "agreement" or "owner"), a part a state, its count written in it."""
    rows = [row for count in counts[:MOST_BARS] for row in _parts(count, by, label, link)]
    subjects = list(dict.fromkeys(str(row["subject"]) for row in rows))
    shared: Layer = {
        "y": {"field": "subject", "type": "nominal", "sort": subjects, "title": None},
        "href": plain("href"),
        "description": plain("said"),
        "order": {"field": "order", "type": "quantitative"},
    }
    return {
        "width": 560,
        "height": max(_ROW * len(subjects), 60),
        "description": label("picture", f"states-by-{by}"),
        "data": values(rows),
        "layer": [_bars(shared, label), _numbers(shared)],
    }


def _parts(count: StateCount, by: str, label: Label, link: Link) -> list[dict[str, object]]:
    name = count.subject_name or label("picture", "no-owner")
    kind = "agreement" if by == "agreement" else "organisation"
    href = link(kind, count.subject_id) if count.subject_id else link("commitments-without-owner", "")
    rows: list[dict[str, object]] = []
    start = 0
    for order, state in enumerate(COLOURS):
        number = count.counts.get(state, 0)
        if not number:
            continue
        word = label("commitment-state", state.value)
        rows.append(
            {
                "subject": name,
                "state": word,
                "order": order,
                "start": start,
                "end": start + number,
                "middle": start + number / 2,
                "number": number,
                "href": href,
                "said": f"{name} · {word} · {number}",
            }
        )
        start += number
    return rows


def _bars(shared: Layer, label: Label) -> Layer:
    words = [label("commitment-state", state.value) for state in COLOURS]
    whole = {"format": "d", "tickMinStep": 1}
    return {
        "mark": {"type": "bar", "stroke": "white", "strokeWidth": 1, "height": 18},
        "encoding": {
            **shared,
            "x": {"field": "start", "type": "quantitative", "title": None, "axis": whole},
            "x2": {"field": "end"},
            "color": nominal("state", words, list(COLOURS.values())),
        },
    }


def _numbers(shared: Layer) -> Layer:
    return {
        "mark": {"type": "text", "color": "white", "fontSize": 12, "fontWeight": "bold"},
        "encoding": {**shared, "x": {"field": "middle", "type": "quantitative"}, "text": plain("number")},
    }
