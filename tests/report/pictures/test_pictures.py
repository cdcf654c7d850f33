"""Pictures show every thing once, lead to its page, and can be drawn as SVG and PNG."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from typing import Any, cast

from nhipcau.facts.codes import AgreementType
from nhipcau.facts.commitment import CommitmentState
from nhipcau.programme.views import Network, NetworkEdge, NetworkNode, StateCount, TimelineSpan
from nhipcau.report.pictures.network import MOST_NODES, network_picture, shown
from nhipcau.report.pictures.render import Picture, png, svg
from nhipcau.report.pictures.states import states_picture
from nhipcau.report.pictures.timeline import timeline_picture
from tests.report.sample_register import label, link

TODAY = date(2026, 11, 21)


def node(name: str, country: str | None = "VN", agreements: int = 1) -> NetworkNode:
    return NetworkNode(
        organisation_id=name, name=f"Viện {name}", acronym=None, country=country, kind=None, agreements=agreements
    )


def network() -> Network:
    edges = (
        NetworkEdge(source="a", target="b", agreement_ids=("1", "2")),
        NetworkEdge(source="a", target="c", agreement_ids=("3",)),
        NetworkEdge(source="b", target="d", agreement_ids=("4",)),
    )
    return Network(nodes=(node("a"), node("b", "KR"), node("c"), node("d", None)), edges=edges)


def span(name: str, first: date | None, last: date | None = None, renewal_of: str | None = None) -> TimelineSpan:
    return TimelineSpan(
        agreement_id=name,
        title="IDC – KICET",
        type=AgreementType.MOU,
        signed=None,
        first=first,
        last=last,
        renewal_of=renewal_of,
    )


def rows(picture: Picture, layer: int) -> list[dict[str, Any]]:
    layers = cast("list[dict[str, Any]]", picture["layer"])
    return cast("list[dict[str, Any]]", layers[layer]["data"]["values"])


def test_vietnam_stands_left_korea_right_and_others_between() -> None:
    sides = {row["name"]: row["x"] for row in rows(network_picture(network(), label, link), 1)}
    assert sides == {"Viện a": 0.0, "Viện b": 1.0, "Viện c": 0.0, "Viện d": 0.5}


def test_no_two_organisations_share_a_place() -> None:
    places = [(row["x"], row["y"]) for row in rows(network_picture(network(), label, link), 1)]
    assert len(set(places)) == 4


def test_a_line_is_as_thick_as_the_agreements_it_stands_for_and_leads_to_them() -> None:
    lines = {row["edge"]: (row["count"], row["href"]) for row in rows(network_picture(network(), label, link), 0)}
    assert lines == {"a b": (2, "/agreements-of/a"), "a c": (1, "/agreement/3"), "b d": (1, "/agreement/4")}


def test_a_crowded_network_keeps_the_busiest_organisations() -> None:
    crowd = Network(nodes=tuple(node(f"n{number}", agreements=number) for number in range(200)), edges=())
    kept = shown(crowd).nodes
    assert len(kept) == MOST_NODES
    assert kept[0].agreements == 199


def test_a_renewal_stands_on_the_line_of_what_it_renews() -> None:
    spans = (
        span("1", date(2021, 1, 1), date(2023, 1, 1)),
        span("2", date(2023, 1, 1), renewal_of="1"),
        span("3", date(2024, 1, 1)),
    )
    bars = rows(timeline_picture(spans, TODAY, label, link), 0)
    assert bars[0]["line"] == bars[1]["line"]
    assert bars[2]["line"] != bars[0]["line"]


def test_an_agreement_without_a_term_is_open_until_today_and_one_without_a_date_is_left_out() -> None:
    bars = rows(timeline_picture((span("1", date(2024, 1, 1)), span("2", None)), TODAY, label, link), 0)
    assert [(bar["last"], bar["term"]) for bar in bars] == [("2026-11-21", "picture.term-open")]


def test_a_circle_of_renewals_does_not_hang() -> None:
    spans = (span("1", date(2021, 1, 1), renewal_of="2"), span("2", date(2022, 1, 1), renewal_of="1"))
    assert timeline_picture(spans, TODAY, label, link)["height"] == 90


def test_states_stack_without_gaps_and_write_their_counts() -> None:
    counts = {CommitmentState.LATE: 2, CommitmentState.DONE: 3}
    picture = states_picture((StateCount(subject_id="o1", subject_name="IDC", counts=counts),), "owner", label, link)
    data = cast("dict[str, list[dict[str, Any]]]", picture["data"])["values"]
    assert [(row["start"], row["end"], row["number"]) for row in data] == [(0, 2, 2), (2, 5, 3)]


def test_the_svg_is_well_formed_leads_to_pages_and_carries_no_script_or_style() -> None:
    drawn = svg(network_picture(network(), label, link))
    ET.fromstring(drawn)  # noqa: S314 -- our own drawing, not a stranger's file
    assert "/organisation/a" in drawn
    assert "<script" not in drawn
    assert "style=" not in drawn


def test_names_are_escaped_in_the_svg() -> None:
    hostile = Network(nodes=(node("<script>alert(1)</script>"),), edges=())
    assert "<script" not in svg(network_picture(hostile, label, link))


def test_the_png_is_a_picture_with_korean_and_vietnamese_letters() -> None:
    picture = states_picture(
        (StateCount(subject_id=None, subject_name="충북테크노파크 Đắk Lắk", counts={CommitmentState.LATE: 1}),),
        "owner",
        label,
        link,
    )
    assert png(picture).startswith(b"\x89PNG")
