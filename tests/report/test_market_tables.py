from __future__ import annotations

from decimal import Decimal

from nhipcau.facts.deal import Stage
from nhipcau.facts.market import Comparison, Coverage, ItemKind, Requirement
from nhipcau.programme.views import CoverageRow, Opening
from nhipcau.report.market_tables import coverage_table, funnel_table, openings_table, supply_table
from nhipcau.report.separated import one
from nhipcau.words.labels import report_label
from tests.report.pictures.test_market_pictures import FUNNEL, SUPPLY
from tests.report.sample_register import label


def test_supply_says_kinds_side_by_side_and_what_has_no_place() -> None:
    table = supply_table(SUPPLY, label)
    heads = dict(zip(table.columns, table.rows[0], strict=True))
    assert (heads["province"], heads[f"kind-{ItemKind.SITE}"], heads["offers"]) == ("place.VN-56", 1, 3)
    assert table.rows[-1][0] == "picture.place-not-stated"


def test_a_funnel_has_a_row_a_stage() -> None:
    assert [row[0] for row in funnel_table(FUNNEL, label).rows] == [f"match-stage.{stage}" for stage in Stage]


def test_a_gap_is_counted_alone_and_among_others() -> None:
    asked = Requirement(property="tolerance", comparison=Comparison.AT_MOST, value=Decimal("0.02"), unit="mm")
    opening = Opening(asked=asked, place=None, alone=2, pairs=5, needs=(), offers=4)
    assert openings_table((opening,), lambda row: row.asked.property).rows == (("tolerance", 2, 5, 0, 4),)


def test_heads_and_words_are_the_readers() -> None:
    row = CoverageRow(concept="turning", facet="process", name="선삭", needs=1, offers=0, coverage=Coverage.NEEDED)
    text = one(coverage_table((row,), report_label("ko")), report_label("ko")).decode("utf-8-sig")
    assert text.splitlines() == ["개념,분류,수요,공급,수급", "선삭,공정,1,0,수요만 있음"]
