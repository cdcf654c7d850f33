"""Parties that a person accepted come in; the organisations of the register they are go out, old or new.

Exact only: a full name that folds alike, or the same acronym in the same country. Whatever is merely similar stays
apart until a person says otherwise, and stands in the queue of doubtful pairs meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from nhipcau.facts.codes import PartyKind
from nhipcau.facts.organisation import Name, Organisation
from nhipcau.programme.name_keys import ACRONYM, folded, keys_of_names, organisation_keys
from nhipcau.programme.names import names_of_party, with_spellings
from nhipcau.programme.placing.doubts import propose
from nhipcau.programme.placing.placing import place_record
from nhipcau.programme.placing.records import record_of
from nhipcau.programme.work import Work

_SHARED_ACRONYMS = (PartyKind.UNIVERSITY, PartyKind.COLLEGE)

Party = Mapping[str, str]


def organisations_of(work: Work, parties: Iterable[Party], *, language: str, demo: bool) -> list[Organisation]:
    """Return the organisation of each party, in their order; one look-up for all of them.

    A known one learns new spellings, and its country and kind where it had none; a demo one that a real paper names
    becomes real. An unknown one is created, under its parent body where the register knows that by name.
    """
    wanted = [(party, names_of_party(party, language)) for party in parties]
    keys = {key for party, names in wanted for key in keys_of_names(names, party.get("country") or None)}
    keys |= {f"name:{folded(party['parent'])}" for party, _ in wanted if party.get("parent")}
    known = {organisation.id: organisation for organisation in work.unit.organisations.by_name_keys(keys)}
    chosen, fresh = [], []
    for party, names in wanted:
        match = find(known.values(), party, names)
        if match is None:
            organisation = work.add(_new(work, party, names, parent=_parent(known.values(), party), demo=demo))
            fresh.append(organisation)
        else:
            organisation = work.save(_taught(match, party, names, demo=demo), before=match)
        known[organisation.id] = organisation
        chosen.append(organisation)
    for organisation in fresh:
        propose(work, place_record(work.unit, record_of(organisation)).pairs, origin="confirmation")
    return chosen


def find(known: Iterable[Organisation], party: Party, names: tuple[Name, ...]) -> Organisation | None:
    """Return the organisation that a party is: by full name first, then by acronym; the oldest of several."""
    country = party.get("country") or None
    keys = keys_of_names(names, country)
    matches = []
    for organisation in known:
        shared = keys & organisation_keys(organisation)
        if not shared or (country and organisation.country and country != organisation.country):
            continue
        by_name = any(key.startswith("name:") for key in shared)
        if by_name or not _ambiguous(organisation, names, party.get("kind")):
            matches.append((not by_name, organisation.id, organisation))
    return min(matches, key=lambda match: match[:2])[2] if matches else None


def real(work: Work, organisation: Organisation, *, demo: bool) -> Organisation:
    """Return an organisation that something real rests on: no longer demo, so that it outlives the demo office."""
    if organisation.demo and not demo:
        return work.save(replace(organisation, demo=False), before=organisation)
    return organisation


def _ambiguous(organisation: Organisation, names: tuple[Name, ...], kind: str | None) -> bool:
    """Tell whether an acronym alone says too little: universities share them, and both sides have a full name."""
    if organisation.kind not in _SHARED_ACRONYMS and kind not in _SHARED_ACRONYMS:
        return False
    theirs = {name.language for name in organisation.names if name.kind != ACRONYM}
    return any(name.language in theirs for name in names if name.kind != ACRONYM)


def _parent(known: Iterable[Organisation], party: Party) -> str | None:
    key = f"name:{folded(party['parent'])}" if party.get("parent") else ""
    return next((item.id for item in known if key in organisation_keys(item)), None)


def _new(work: Work, party: Party, names: tuple[Name, ...], *, parent: str | None, demo: bool) -> Organisation:
    return Organisation(
        id=work.office.ids.new(),
        names=names,
        country=party.get("country") or None,
        kind=PartyKind(party["kind"]) if party.get("kind") else None,
        parent_id=parent,
        demo=demo,
    )


def _taught(known: Organisation, party: Party, names: tuple[Name, ...], *, demo: bool) -> Organisation:
    return replace(
        known,
        names=with_spellings(known.names, names),
        country=known.country or party.get("country") or None,
        kind=known.kind or (PartyKind(party["kind"]) if party.get("kind") else None),
        demo=known.demo and demo,
    )
