"""Our own sample needs, offers and matches come in; the demo office's market, at work for some weeks, goes out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any, Final

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.draft import DraftState
from nhipcau.facts.errors import NhipCauError
from nhipcau.facts.market import ItemState, Need, Offer
from nhipcau.facts.organisation_import import ImportState
from nhipcau.programme.accept_match import accept_match
from nhipcau.programme.commit_import import commit_import
from nhipcau.programme.confirm_draft import confirm_draft
from nhipcau.programme.decide_all import decide_all
from nhipcau.programme.decline_match import decline_match
from nhipcau.programme.edit_need import edit_need
from nhipcau.programme.edit_offer import edit_offer
from nhipcau.programme.import_items import import_items
from nhipcau.programme.make_plan import make_plan
from nhipcau.programme.move_match import move_match
from nhipcau.programme.office import Office
from nhipcau.programme.ports import Clock
from nhipcau.programme.preview_import import preview_import
from nhipcau.programme.propose_match import propose_match
from nhipcau.programme.queries.document_list import document_list
from nhipcau.programme.queries.draft_list import draft_list
from nhipcau.programme.queries.import_page import import_list
from nhipcau.programme.queries.match_list import match_list
from nhipcau.programme.queries.need_list import need_list
from nhipcau.programme.queries.offer_list import offer_list
from nhipcau.programme.queries.plan_list import plan_list
from nhipcau.programme.rematch import rematch
from nhipcau.programme.review_item import return_item
from nhipcau.programme.value_match import value_match

SOURCE: Final = "Chợ mẫu (Demo)"
STORY: Final = ("N01", "P02", "IATF 16949")
"""A need and an offer that are a near miss, and the certificate that makes a match of them once it is recorded."""

_PUBLISHED_DAYS: Final = 70
_FOUND_DAYS: Final = 69
_MANY: Final = 200
_WORTH: Final = ("discussed", "mou", "contract")
_OF_THE_RECORD: Final = ("confidential", "agreement_id", "expires_on")

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Market:
    """The records of the market in the office, by their keys, and how many are newly there."""

    needs: Mapping[str, Need]
    offers: Mapping[str, Offer]
    new: int


@dataclass(frozen=True, slots=True)
class _Then:
    """A clock that goes as another does, some days late."""

    clock: Clock
    days: int

    def now(self) -> datetime:
        return self.clock.now() - timedelta(days=self.days)

    def today(self) -> date:
        return self.clock.today() - timedelta(days=self.days)

    @property
    def zone(self) -> tzinfo:
        return self.clock.zone


def fill_market(office: Office, officer: Actor, folder: Path) -> Market:
    """Post what is not posted yet; whatever is there stays as somebody may have changed it."""
    _import_organisations(office, officer, folder / "organisations.csv")
    then = _quiet(office, _PUBLISHED_DAYS)
    records = {Need: _records(folder / "needs.jsonl"), Offer: _records(folder / "offers.jsonl")}
    agreements = _agreements(office, officer, [record for rows in records.values() for record in rows])
    known = _standing(office, officer)
    new = 0
    for fact, rows in records.items():
        there: Mapping[str, object] = known.needs if fact is Need else known.offers
        missing = [row for row in rows if row["id"] not in there]
        new += len(missing)
        _post(then, officer, fact, missing)
    market = _standing(office, officer)
    for row in (*records[Need], *records[Offer]):
        _complete(office, officer, market, row, agreements)
    return replace(_standing(office, officer), new=new)


def fill_matches(office: Office, officer: Actor, market: Market, file: Path) -> int:
    """Set the pairs on the way that are not on it yet, each on its days; return how many there are."""
    listed = match_list(office, officer, demo=True, limit=_MANY).items
    known = {(row.match.need_id, row.match.offer_id) for row in listed}
    made = 0
    for record in _records(file):
        need, offer = market.needs.get(record["need"]), market.offers.get(record["offer"])
        if need is not None and offer is not None and (need.id, offer.id) not in known:
            _walk(office, officer, need, offer, record)
            made += 1
    return len(known) + made


def fill_plan(office: Office, officer: Actor, market: Market) -> None:
    """Plan how the near miss of the story is closed, where nobody made a plan yet."""
    need, offer = market.needs.get(STORY[0]), market.offers.get(STORY[1])
    if need is not None and offer is not None and not plan_list(office, officer, demo=True, limit=1).items:
        make_plan(office, officer, offer.id, need.id)


def find_pairs(office: Office) -> None:
    """Find what fits, as on the day after it was published, so that what fits from now on is new on the desks."""
    rematch(_ago(office, _FOUND_DAYS), wait=True)
    rematch(office, wait=True)


def _ago(office: Office, days: int) -> Office:
    return replace(office, clock=_Then(office.clock, days))


def _quiet(office: Office, days: int) -> Office:
    """Return the office some days ago, where nothing is matched at each step: that is done once, at the end."""
    return replace(_ago(office, days), finder=None)


def _records(file: Path) -> list[Record]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _import_organisations(office: Office, officer: Actor, file: Path) -> None:
    known = {one.source for one in import_list(office, officer) if one.state is ImportState.DONE}
    if SOURCE not in known:
        one = preview_import(office, officer, file.read_bytes(), name=file.name, source=SOURCE, demo=True)
        commit_import(office, officer, one.id)


def _agreements(office: Office, officer: Actor, records: Iterable[Record]) -> dict[str, str]:
    """Return the agreement that each sample article named in the records tells of, confirmed where it is not yet."""
    named = {record["agreement"] for record in records if "agreement" in record}
    found = {}
    for document in document_list(office, officer, demo=True, limit=_MANY).items:
        if document.file_name in named:
            agreement_id = next(iter(document.agreement_ids), None) or _confirmed(office, officer, document.id)
            if agreement_id is not None:
                found[document.file_name] = agreement_id
    return found


def _confirmed(office: Office, officer: Actor, document_id: str) -> str | None:
    """Confirm the first draft of an article as it was read; ``None`` where it has none or it is not enough."""
    for row in draft_list(office, officer, document_id=document_id, state=DraftState.OPEN).items:
        if row.draft.proposal is None:
            draft = decide_all(office, officer, row.draft.id, version=row.draft.version)
            try:
                return confirm_draft(office, officer, draft.id, version=draft.version).id
            except NhipCauError:
                return None
    return None


def _standing(office: Office, officer: Actor) -> Market:
    """Return what of the records is in the office, whatever became of it."""
    needs = need_list(office, officer, demo=True, limit=_MANY).items
    offers = offer_list(office, officer, demo=True, limit=_MANY).items
    return Market(
        needs={row.item.source_key: row.item for row in needs if row.item.source == SOURCE},
        offers={row.item.source_key: row.item for row in offers if row.item.source == SOURCE},
        new=0,
    )


def _post(office: Office, officer: Actor, fact: type[Need | Offer], records: Iterable[Record]) -> None:
    """Take records in: what an officer brings stands on the market, what an adviser brings waits for a review."""
    adviser = replace(officer, id="demo-adviser", name="Demo adviser", role=Role.ADVISER)
    rows = list(records)
    for actor, some in (
        (officer, [row for row in rows if not row.get("waiting")]),
        (adviser, [row for row in rows if row.get("waiting")]),
    ):
        if some:
            data = "\n".join(json.dumps(row, ensure_ascii=False) for row in some).encode()
            import_items(office, actor, fact, data, "demo.jsonl", source=SOURCE, demo=True)


def _complete(office: Office, officer: Actor, market: Market, record: Record, agreements: Mapping[str, str]) -> None:
    """Set what a list of needs and offers cannot say; nothing where the item was touched before."""
    key = record["id"]
    item = market.needs.get(key) or market.offers.get(key)
    if item is None or item.version != 1:
        return
    ends = record.get("ends_in_days")
    parts: dict[str, Any] = {
        "confidential": True if record.get("confidential") else None,
        "agreement_id": agreements.get(record.get("agreement", "")),
        "expires_on": office.clock.today() + timedelta(days=ends) if ends else None,
    }
    said = {name: parts[name] for name in _OF_THE_RECORD if parts[name] is not None}
    if said:
        edit = edit_need if isinstance(item, Need) else edit_offer
        edit(_quiet(office, _FOUND_DAYS), officer, item.id, version=item.version, **said)
    if "returned" in record and item.state is ItemState.IN_REVIEW:
        return_item(office, officer, type(item), item.id, sentence=record["returned"])


def _walk(office: Office, officer: Actor, need: Need, offer: Offer, record: Record) -> None:
    """Propose a match and lead it along its steps, each so many days ago."""
    match = propose_match(_ago(office, record["days"]), officer, need.id, offer.id)
    for step in record["steps"]:
        then, note = _quiet(office, step["days"]), step.get("note", "")
        if step["stage"] == "accepted":
            match = accept_match(then, officer, match.id, side=step["side"], note=note)
        elif step["stage"] == "declined":
            match = decline_match(then, officer, match.id, side=step["side"], reason=step["reason"], note=note)
        else:
            match = move_match(then, officer, match.id, stage=step["stage"], note=note)
    worth = {name: {"amount": record[name][0], "currency": record[name][1]} for name in _WORTH if name in record}
    if worth:
        last = min([record["days"], *(step["days"] for step in record["steps"])])
        value_match(_quiet(office, last), officer, match.id, **worth)  # type: ignore[arg-type]  # parts as declared
