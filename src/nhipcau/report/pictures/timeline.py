"""Agreements in time come in; a picture with one line a chain of renewals goes out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from nhipcau.programme.views import TimelineSpan
from nhipcau.report.pictures.render import ELSEWHERE, KOREA, VIETNAM, Layer, Link, Picture, nominal, plain, values
from nhipcau.report.tables import Label

MOST_LINES: Final = 120
_ROW: Final = 30


def timeline_picture(spans: Sequence[TimelineSpan], today: date, label: Label, link: Link) -> Picture:
    """Draw each agreement from its signature to the end of its term, a renewal on the line of what it renews.

    An agreement without a term is an open line up to ``today``; one without a date is not drawn (the page lists
    it). Only the newest ``MOST_LINES`` chains are drawn.
    """
    lines = _lines(spans)
    placed = [(span, lines.get(_root(span, spans))) for span in spans if span.first]
    bars = [_bar(span, line, today, label, link) for span, line in placed if line is not None]
    rows: Layer = {"field": "line", "type": "nominal", "sort": list(lines.values()), "title": None}
    return {
        "width": 640,
        "height": max(_ROW * len(lines), 90),
        "description": label("picture", "timeline"),
        "layer": [_terms(bars, rows, label), _signatures(bars, rows), _today(today)],
    }


def _root(span: TimelineSpan, spans: Sequence[TimelineSpan]) -> str:
    by_id = {other.agreement_id: other for other in spans}
    seen = {span.agreement_id}
    while span.renewal_of in by_id and span.renewal_of not in seen:
        span = by_id[span.renewal_of]
        seen.add(span.agreement_id)
    return span.agreement_id


def _lines(spans: Sequence[TimelineSpan]) -> dict[str, str]:
    roots: dict[str, str] = {}
    for span in sorted((span for span in spans if span.first), key=lambda span: span.first or date.min):
        roots.setdefault(_root(span, spans), span.title)
    newest = list(roots.items())[-MOST_LINES:]
    titles = [title for _, title in newest]
    # Two agreements may carry one title; a line is told apart by an invisible mark after it.
    return {root: title + "\u200b" * titles[:place].count(title) for place, (root, title) in enumerate(newest)}


def _bar(span: TimelineSpan, line: str, today: date, label: Label, link: Link) -> dict[str, object]:
    first = span.first or today
    last = span.last or max(today, first)
    return {
        "line": line,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "term": label("picture", "term-stated" if span.last else "term-open"),
        "href": link("agreement", span.agreement_id),
        "said": f"{span.title} · {span.signed or ''} · {span.last.isoformat() if span.last else ''}",
    }


def _terms(bars: list[dict[str, object]], rows: Layer, label: Label) -> Layer:
    words = [label("picture", "term-stated"), label("picture", "term-open")]
    years = {"format": "%Y", "tickCount": "year", "grid": True}
    return {
        "data": values(bars),
        "mark": {"type": "rule", "strokeWidth": 8, "strokeCap": "butt"},
        "encoding": {
            "y": rows,
            "x": {"field": "first", "type": "temporal", "title": None, "axis": years},
            "x2": {"field": "last"},
            "href": plain("href"),
            "description": plain("said"),
            "color": nominal("term", words, [KOREA, ELSEWHERE]),
            "strokeDash": nominal("term", words, [[1, 0], [3, 3]]),
        },
    }


def _signatures(bars: list[dict[str, object]], rows: Layer) -> Layer:
    return {
        "data": values(bars),
        "mark": {"type": "point", "filled": True, "size": 110, "color": VIETNAM, "opacity": 1},
        "encoding": {
            "y": rows,
            "x": {"field": "first", "type": "temporal"},
            "href": plain("href"),
            "description": plain("said"),
        },
    }


def _today(today: date) -> Layer:
    return {
        "data": values([{"today": today.isoformat()}]),
        "mark": {"type": "rule", "strokeDash": [2, 3], "color": ELSEWHERE},
        "encoding": {"x": {"field": "today", "type": "temporal"}},
    }
