"""What the pictures of the market show comes in; the same numbers as tables go out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nhipcau.facts.deal import Stage
from nhipcau.facts.market import ItemKind
from nhipcau.programme.views import CoverageRow, MatchFunnel, Opening, SupplyRow
from nhipcau.report.tables import Label, Table


def coverage_table(rows: Sequence[CoverageRow], label: Label) -> Table:
    """Lay out the concepts of the market."""
    return Table(
        "coverage",
        ("concept", "facet", "needs", "offers", "coverage"),
        tuple(
            (row.name, label("facet", row.facet), row.needs, row.offers, label("coverage", row.coverage.value))
            for row in rows
        ),
    )


def openings_table(rows: Sequence[Opening], said: Callable[[Opening], str]) -> Table:
    """Lay out the gaps that keep needs and offers apart."""
    return Table(
        "openings",
        ("requirement", "opened-alone", "opened-among-others", "needs", "offers"),
        tuple((said(row), row.alone, row.pairs, len(row.needs), row.offers) for row in rows),
    )


def supply_table(rows: Sequence[SupplyRow], label: Label) -> Table:
    """Lay out the offers of each province by kind."""
    return Table(
        "supply",
        ("province", *(f"kind-{kind.value}" for kind in ItemKind), "offers"),
        tuple(
            (
                label("place", row.place) if row.place else label("picture", "place-not-stated"),
                *(row.kinds.get(kind, 0) for kind in ItemKind),
                row.total,
            )
            for row in rows
        ),
    )


def funnel_table(funnel: MatchFunnel, label: Label) -> Table:
    """Lay out the stages; what was declined was never reached by anything but a no."""
    return Table(
        "funnel",
        ("stage", "reached", "now"),
        tuple(
            (label("match-stage", stage.value), funnel.reached.get(stage, 0), funnel.now.get(stage, 0))
            for stage in Stage
        ),
    )
