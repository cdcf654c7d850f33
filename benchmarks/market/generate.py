"""A directory comes in; ``develop`` and ``report`` in it go out, each with needs, offers and qrels."""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.market.families import NeedText, families
from benchmarks.market.judge import judge
from benchmarks.market.listings import Record, need_record, offer_record, others
from benchmarks.market.offers import EACH, Draft, drafts

HALVES: Final = ("develop", "report")
_SAME_KIND, _ANY = 4, 2


@dataclass(slots=True)
class Half:
    """One half of the market; ``truth`` is what an offer really stated, by its id, ``asked`` the needs as read."""

    needs: list[Record] = field(default_factory=list)
    offers: list[Record] = field(default_factory=list)
    qrels: list[Record] = field(default_factory=list)
    truth: dict[str, Draft] = field(default_factory=dict)
    asked: dict[str, tuple[str, NeedText]] = field(default_factory=dict)


def market(half: str, seed: int = 7, each: int = EACH) -> Half:
    """Return a half of the market: the same seed, the same half."""
    draw = Random(f"{seed}:{half}")
    made = Half()
    drawn = [draft for family in families(half) for draft in drafts(family, half, seed, each)]
    _add_offers(made, drawn, half, draw)
    needs = [(family, need) for family in families(half) for need in family.needs]
    draw.shuffle(needs)
    for number, (family, need) in enumerate(needs, start=1):
        name = f"N{number:03d}"
        made.needs.append({"id": name, **need_record(need, family.kind)})
        made.asked[name] = family.name, need
        made.qrels += _judged(made, name, family.kind, draw)
    return made


def _add_offers(made: Half, drawn: list[Draft], half: str, draw: Random) -> None:
    offers: list[tuple[Draft | None, Record]] = [(draft, offer_record(draw, draft, half)) for draft in drawn]
    offers += [(None, record) for record in others(draw, half)]
    draw.shuffle(offers)
    for number, (origin, record) in enumerate(offers, start=1):
        name = f"O{number:04d}"
        made.offers.append({"id": name, **record})
        if origin:
            made.truth[name] = origin


def _judged(made: Half, name: str, kind: str, draw: Random) -> list[Record]:
    """Return the judgements of a need: all offers of its family, and some that have nothing to do with it."""
    family, need = made.asked[name]
    rows = [_row(name, need, offer, draft) for offer, draft in made.truth.items() if draft.family == family]
    strange = [
        record for record in made.offers if record["id"] not in made.truth or made.truth[record["id"]].family != family
    ]
    same = draw.sample([record["id"] for record in strange if record["kind"] == kind], _SAME_KIND)
    others_too = {*same, *draw.sample([record["id"] for record in strange], _ANY)}
    wrong = {"grade": 0, "unmet": [], "not_stated": [], "why": "other"}
    rows += [{"need": name, "offer": offer, **wrong} for offer in sorted(others_too)]
    return sorted(rows, key=lambda row: (-row["grade"], row["offer"]))


def _row(name: str, need: NeedText, offer: str, draft: Draft) -> Record:
    role = draft.text.role
    if role != "fit":
        grade = 1 if role == "related" else 0
        return {"need": name, "offer": offer, "grade": grade, "unmet": [], "not_stated": [], "why": role}
    said = judge(need, draft.stated, draft.place)
    unmet, not_stated = list(said.unmet), list(said.not_stated)
    return {
        "need": name,
        "offer": offer,
        "grade": said.grade,
        "unmet": unmet,
        "not_stated": not_stated,
        "why": said.why,
    }


def write(directory: Path, seed: int, each: int = EACH) -> None:
    """Write both halves."""
    for half in HALVES:
        to = directory / half
        to.mkdir(parents=True, exist_ok=True)
        made = market(half, seed, each)
        for file, rows in (("needs", made.needs), ("offers", made.offers), ("qrels", made.qrels)):
            lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            (to / f"{file}.jsonl").write_text("".join(lines), encoding="utf-8")


def main() -> None:
    """Write the market to a directory."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.market.generate", description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--each", type=int, default=EACH, help="offers of the right thing in a family")
    wanted = parser.parse_args()
    write(wanted.directory, wanted.seed, wanted.each)


if __name__ == "__main__":
    main()
