from __future__ import annotations

import json
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from nhipcau.facts.market import ItemKind
from nhipcau.language.properties import (
    PROPERTIES,
    Form,
    distance_km,
    figure,
    members,
    place_code,
    read_statements,
    satisfied_by,
)
from nhipcau.language.thesaurus.vocabulary import vocabulary

_SAMPLE = Path(__file__).resolve().parents[4] / "shared" / "matching" / "sample"


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_SAMPLE / name).read_text(encoding="utf-8").splitlines()]


class _Stated:
    """What an offer states in its fields and in its text."""

    def __init__(self, offer: dict[str, Any]) -> None:
        self.place = place_code(offer["place"] or "")
        self.figures: dict[str, list[int]] = defaultdict(list)
        self.members: dict[str, set[str]] = defaultdict(set)
        self.lists: set[str] = set()
        for field in offer["attributes"]:
            self._take(field["property"], field["value"], field.get("unit", ""), denied=False)
        for said in read_statements(offer["text"], offer["language"], ItemKind(offer["kind"]), vocabulary()):
            self._take(said.property, said.value, said.unit, denied=said.denied)

    def _take(self, code: str, value: object, unit: str, *, denied: bool) -> None:
        known = PROPERTIES.get(code)
        if known is None:
            return
        self.lists.add(code)
        if denied:
            return
        found = figure(code, value if isinstance(value, str) else Decimal(str(value)), unit)
        if found:
            self.figures[found[0]].append(found[1])
        if known.form is Form.MEMBERS:
            self.members[code] |= members(code, str(value), vocabulary())

    def misses(self, need: dict[str, Any], wanted: dict[str, Any]) -> bool:
        code, value = wanted["property"], wanted["value"]
        known = PROPERTIES[code]
        if known.form is Form.DISTANCE:
            far = distance_km(place_code(need["place"] or "") or "", self.place or "")
            return far is not None and far > Decimal(str(value))
        bound = None
        if wanted["op"] != "has":
            bound = figure(code, value if isinstance(value, str) else Decimal(str(value)), wanted.get("unit", ""))
        if bound:
            stated = self.figures.get(bound[0])
            best = (min if known.best == "smallest" else max)(stated) if stated else bound[1]
            return best > bound[1] if wanted["op"] == "<=" else best < bound[1]
        enough = {
            narrower
            for member in members(code, str(value), vocabulary())
            for narrower in satisfied_by(code, member, vocabulary())
        }
        return code in self.lists and not enough & self.members[code]


@pytest.mark.skipif(not _SAMPLE.exists(), reason="the shared sample of needs and offers is not on this machine")
def test_what_is_read_says_what_each_offer_lacks() -> None:
    needs = {need["id"]: need for need in _rows("needs.jsonl")}
    offers = {offer["id"]: _Stated(offer) for offer in _rows("offers.jsonl")}
    right = said = judged = 0
    for pair in _rows("qrels.jsonl"):
        if pair["grade"] >= 1 and pair["why"] != "related":
            need = needs[pair["need"]]
            missed = {one["property"] for one in need["requirements"] if offers[pair["offer"]].misses(need, one)}
            right += len(missed & set(pair["unmet"]))
            said += len(missed)
            judged += len(pair["unmet"])
    assert judged > 50
    assert right / said >= 0.95
    assert right / judged >= 0.95
