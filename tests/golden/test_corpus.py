"""The corpus of judged articles comes in; its shape, codes and self-agreement are proved."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from nhipcau.facts.codes import ACTIVITY_CODES, SECTOR_CODES, PartyKind
from tests.golden.judged import DEVELOP, HELD_OUT, load

CORPUS = Path(__file__).parent / "corpus"
ROOT = Path(__file__).resolve().parents[2]
SCORER = ROOT.parent / "shared" / "reading" / "score_reading.py"
FEWEST_ARTICLES = 60

KINDS = frozenset(PartyKind)
ACTIVITIES = frozenset(ACTIVITY_CODES)
SECTORS = frozenset(SECTOR_CODES)
TYPES = frozenset({"MOU", "LOI", "agreement", "amendment", "contract"})
HELD = frozenset({"signed", "exchanged"})
STRENGTHS = frozenset({"commitment", "purpose", "benefit"})
FUNCTIONS = frozenset({"signatory", "witness", "representative", "speaker", "attendee"})
PRECISIONS = frozenset({"day", "month", "mid-month", "year", "none"})
MODES = frozenset({"in-person", "online", None})
ROLES = frozenset({"commitment", "term", "context", "policy-target"})
WITNESSES = frozenset({"person", "org", "group"})


def rows(holder: object, key: str) -> list[dict[str, object]]:
    """Return the list of rows that a record holds under a key."""
    assert isinstance(holder, dict)
    found = holder.get(key) or []
    assert isinstance(found, list)
    return found


def codes(holder: object, key: str, field: str) -> set[object]:
    """Return the values of one field over the rows of a record."""
    return {row[field] for row in rows(holder, key)}


@pytest.fixture(scope="module")
def records() -> list[dict[str, object]]:
    """Every record of the corpus."""
    return load(CORPUS)


def agreements_of(record: dict[str, object]) -> list[dict[str, object]]:
    """Return what a record says was signed and what it says is planned."""
    return rows(record["gold"], "agreements") + rows(record["gold"], "planned")


def test_ids_are_unique_and_name_their_files(records: list[dict[str, object]]) -> None:
    ids = [record["id"] for record in records]
    assert len(set(ids)) == len(ids)
    assert sorted(map(str, ids)) == sorted(path.stem for path in CORPUS.glob("*.txt"))


def test_sixty_articles_over_three_languages(records: list[dict[str, object]]) -> None:
    assert len(records) >= FEWEST_ARTICLES
    assert set(Counter(record["language"] for record in records)) == {"vi", "ko", "en"}


def test_halves_share_nothing_and_leave_nothing_out(records: list[dict[str, object]]) -> None:
    develop = {record["id"] for record in load(CORPUS, DEVELOP)}
    held_out = {record["id"] for record in load(CORPUS, HELD_OUT)}
    assert not develop & held_out
    assert develop | held_out == {record["id"] for record in records}


def test_unknown_half_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown half"):
        load(CORPUS, "rest")


def test_quote_that_does_not_stand_in_the_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "vi_01.txt").write_text("Hai bên đã ký.", encoding="utf-8")
    record = {"id": "vi_01", "gold": {"figures": [{"value": 3, "quote": "ba năm"}]}}
    (tmp_path / "vi_01.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(ValueError, match=r"vi_01\.json: the quote 'ba năm'"):
        load(tmp_path)


def test_second_occurrence_is_found(tmp_path: Path) -> None:
    (tmp_path / "vi_02.txt").write_text("MOU và MOU", encoding="utf-8")
    record = {"id": "vi_02", "gold": {"agreements": [{"evidence": {"text": "MOU", "nth": 2}}]}}
    (tmp_path / "vi_02.json").write_text(json.dumps(record), encoding="utf-8")
    [loaded] = load(tmp_path)
    [agreement] = agreements_of(loaded)
    assert agreement["evidence"] == {"quote": "MOU", "start": 7, "end": 10}


def test_agreements_use_known_codes(records: list[dict[str, object]]) -> None:
    for record in records:
        for agreement in agreements_of(record):
            where = f"{record['id']} {agreement['cluster']}"
            assert agreement["type"] in TYPES, where
            assert codes(agreement, "parties", "kind") <= KINDS | {None}, where
            assert codes(agreement, "people", "function") <= FUNCTIONS, where
            assert codes(agreement, "witnesses", "type") <= WITNESSES, where
            assert codes(agreement, "sectors", "code") <= SECTORS, where
            assert codes(agreement, "activities", "code") <= ACTIVITIES, where
            assert codes(agreement, "activities", "strength") <= STRENGTHS, where
            date, place = agreement["date"], agreement["place"]
            assert isinstance(date, dict), where
            assert date["precision"] in PRECISIONS, where
            assert place is None or (isinstance(place, dict) and place["mode"] in MODES), where


def test_signed_and_planned_are_kept_apart(records: list[dict[str, object]]) -> None:
    for record in records:
        gold = record["gold"]
        assert isinstance(gold, dict)
        assert gold["has_agreement"] == bool(gold["agreements"]), record["id"]
        assert codes(gold, "agreements", "status") <= HELD, record["id"]
        assert codes(gold, "planned", "status") <= {"planned"}, record["id"]


def test_figures_have_known_roles(records: list[dict[str, object]]) -> None:
    for record in records:
        assert codes(record["gold"], "figures", "role") <= ROLES, record["id"]


@pytest.mark.skipif(not SCORER.exists(), reason="the scorer does not stand beside the repository")
def test_gold_scores_one_against_itself(records: list[dict[str, object]], tmp_path: Path) -> None:
    gold, scores = tmp_path / "gold.json", tmp_path / "scores.json"
    gold.write_text(json.dumps(records), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(gold), str(gold), "--json", str(scores)]
    subprocess.run(command, check=True, capture_output=True)
    for field, score in json.loads(scores.read_text(encoding="utf-8"))["all"].items():
        if isinstance(score, dict):
            assert score["fp"] == score["fn"] == 0, field
        elif isinstance(score, list):
            assert score[:2] == [1.0, 1.0], field
        else:
            assert score == 1.0, field
