"""A draft and the register come in; the agreement that it may be the same as goes out, with reasons for and against.

Only a person joins the two. Candidates share at least one organisation (by exact names or acronym and country) or the
day of signing; a day that contradicts speaks against, and far apart (a renewal, a later paper) it rules the candidate
out. Two signings that one document reports are never proposed as the same. Names that merely sound alike count here,
where nothing is merged, and are shown as a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nhipcau.engine.read.same_agreement import party_keys
from nhipcau.facts.agreement import Agreement
from nhipcau.facts.draft import Decision, Draft, DraftState, SameProposal
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Organisation
from nhipcau.facts.reading import PartyRead
from nhipcau.facts.state import State
from nhipcau.programme.drafting.fields import Content
from nhipcau.programme.edtf import agree, first_day, precision_of
from nhipcau.programme.name_keys import ACRONYM, folded, keys_of_names
from nhipcau.programme.names import names_of_party
from nhipcau.programme.ports import Unit

_PARTIES, _DATE, _TYPE = 0.6, 0.3, 0.1
_UNKNOWN = 0.5
_THRESHOLD = 0.5
_FAR_APART_DAYS = 45

Organisations = Mapping[str, Organisation]


@dataclass(frozen=True, slots=True)
class _Sought:
    """What a draft says that can be compared; values that a person rejected are left out."""

    parties: tuple[Content, ...]
    type: str
    date: str
    city: str
    people: frozenset[str]
    figures: Mapping[tuple[str, str], str]

    @property
    def keys(self) -> frozenset[str]:
        """Return the keys of all parties' names."""
        return frozenset[str]().union(*(_party_keys(party) for party in self.parties))


@dataclass(frozen=True, slots=True)
class _Pairing:
    """Which parties of a draft are which organisations of an agreement."""

    shared: tuple[tuple[str, Organisation], ...]
    only_draft: tuple[str, ...]
    only_register: tuple[str, ...]

    @property
    def share(self) -> float:
        """Return the part of the shorter list of parties that is shared."""
        shorter = min(len(self.shared) + len(self.only_draft), len(self.shared) + len(self.only_register))
        return len(self.shared) / shorter if shorter else 0.0


def propose(unit: Unit, draft: Draft) -> SameProposal | None:
    """Return the best proposal for an open draft, or ``None``; queries do not grow with the register's answers."""
    sought = _sought(draft)
    if draft.state is not DraftState.OPEN or not sought.keys:
        return None
    organisations = unit.organisations.by_name_keys(sought.keys)
    candidates = unit.agreements.of_organisations([organisation.id for organisation in organisations])
    if precision_of(sought.date) == "day":
        candidates += unit.agreements.signed_on(sought.date)
    agreements = {agreement.id: agreement for agreement in candidates}.values()
    known = unit.organisations.get_many(
        {party.organisation_id for agreement in agreements for party in agreement.parties}
    )
    return best(draft, agreements, known)


def best(draft: Draft, agreements: Iterable[Agreement], known: Organisations) -> SameProposal | None:
    """Return the best proposal among some agreements, or ``None``."""
    sought = _sought(draft)
    allowed = [
        agreement
        for agreement in agreements
        if agreement.demo == draft.demo
        and agreement.id not in draft.rejected_pairs
        and all(evidence.document_id != draft.document_id for evidence in agreement.evidence)
    ]
    proposals = [found for agreement in allowed if (found := _compare(sought, agreement, known))]
    return min(proposals, key=lambda found: (-found.score, found.agreement_id), default=None)


def _sought(draft: Draft) -> _Sought:
    said = [
        value
        for value in draft.values
        if value.decision is not Decision.REJECTED
        and (value.state is not State.NOT_STATED or value.decision is Decision.CHANGED)
    ]
    single = {value.field: value.content for value in said}
    return _Sought(
        parties=tuple(dict(value.content) for value in said if value.field == "party"),
        type=single.get("type", {}).get("type", ""),
        date=single.get("date", {}).get("value", ""),
        city=single.get("place", {}).get("city", ""),
        people=frozenset(folded(value.content["name"]) for value in said if value.field == "person"),
        figures={
            (value.content["unit"], folded(value.content["what"])): value.content["value"]
            for value in said
            if value.field == "figure" and value.content.get("role") == "commitment"
        },
    )


def _party_keys(party: Mapping[str, str]) -> frozenset[str]:
    return keys_of_names(names_of_party(party, "und"), party.get("country") or None)


def _compare(sought: _Sought, agreement: Agreement, known: Organisations) -> SameProposal | None:
    """Return the proposal, or ``None`` where too little speaks for it."""
    pairing = _pair(sought, agreement, known)
    same_day = _same_day(sought.date, agreement.signed)
    if not pairing.shared or _far_apart(sought.date, agreement.signed):
        return None
    if pairing.share < 1 and not same_day:
        return None
    dated = _UNKNOWN if not sought.date or not agreement.signed else float(agree(sought.date, agreement.signed))
    score = _PARTIES * pairing.share + _DATE * dated + _TYPE * (sought.type == agreement.type.value)
    if score < _THRESHOLD:
        return None
    return SameProposal(
        agreement_id=agreement.id,
        score=round(score, 3),
        reasons=tuple(_reasons(sought, agreement, pairing)),
        contradictions=tuple(_contradictions(sought, agreement, pairing)),
    )


def _pair(sought: _Sought, agreement: Agreement, known: Organisations) -> _Pairing:
    left = {party.organisation_id: party.name for party in agreement.parties}
    shared: list[tuple[str, Organisation]] = []
    only_draft: list[str] = []
    for party in sought.parties:
        match = next((found for found in left if found in known and _is(party, known[found])), None)
        if match is None:
            only_draft.append(party["name"])
        else:
            shared.append((party["name"], known[match]))
            del left[match]
    return _Pairing(tuple(shared), tuple(only_draft), tuple(left.values()))


def _is(party: Content, organisation: Organisation) -> bool:
    """Tell whether a party is, or sounds like, an organisation of the same country."""
    country = party.get("country")
    if country and organisation.country and country != organisation.country:
        return False
    if _party_keys(party) & keys_of_names(organisation.names, organisation.country):
        return True
    sounds = party_keys(PartyRead(name=party["name"]))
    return any(sounds & party_keys(PartyRead(name=name.text)) for name in organisation.names)


def _same_day(one: str, other: str | None) -> bool:
    return bool(other) and one == other and precision_of(one) == "day"


def _far_apart(one: str, other: str | None) -> bool:
    """Tell whether two dates are too far from each other to be one signing told twice."""
    if agree(one, other):
        return False
    first, second = first_day(one), first_day(other)
    return first is None or second is None or abs((first - second).days) > _FAR_APART_DAYS


def _reasons(sought: _Sought, agreement: Agreement, pairing: _Pairing) -> Iterable[Message]:
    names = ", ".join(organisation.names[0].text for _, organisation in pairing.shared)
    yield Message("proposal.same-parties", {"names": names, "count": len(pairing.shared)})
    if sought.date and agreement.signed and agree(sought.date, agreement.signed):
        if sought.date == agreement.signed:
            yield Message("proposal.same-date", {"date": sought.date})
        else:
            yield Message("proposal.compatible-date", {"here": sought.date, "there": agreement.signed})
    if sought.type == agreement.type.value:
        yield Message("proposal.same-type", {"type": sought.type})
    if sought.city and agreement.place and folded(sought.city) == folded(agreement.place.city or ""):
        yield Message("proposal.same-place", {"place": sought.city})
    people = [person.name for person in agreement.people if folded(person.name) in sought.people]
    if people:
        yield Message("proposal.same-people", {"names": ", ".join(people), "count": len(people)})


def _contradictions(sought: _Sought, agreement: Agreement, pairing: _Pairing) -> Iterable[Message]:
    for name, organisation in pairing.shared:
        if folded(name) not in _spellings(organisation):
            yield Message("proposal.other-name", {"here": name, "there": organisation.names[0].text})
    if pairing.only_draft or pairing.only_register:
        here, there = ", ".join(pairing.only_draft), ", ".join(pairing.only_register)
        yield Message("proposal.other-parties", {"here": here, "there": there})
    if not agree(sought.date, agreement.signed):
        yield Message("proposal.other-date", {"here": sought.date, "there": agreement.signed})
    if sought.type and sought.type != agreement.type.value:
        yield Message("proposal.other-type", {"here": sought.type, "there": agreement.type.value})
    city = (agreement.place.city if agreement.place else None) or ""
    if sought.city and city and folded(sought.city) != folded(city):
        yield Message("proposal.other-place", {"here": sought.city, "there": city})
    for figure in agreement.figures:
        other = sought.figures.get((figure.unit, folded(figure.what)))
        if other is not None and other != figure.value:
            params = {"what": figure.what, "unit": figure.unit, "here": other, "there": figure.value}
            yield Message("proposal.other-figure", params)


def _spellings(organisation: Organisation) -> frozenset[str]:
    """Return the folded names of an organisation, alone and with an acronym behind them."""
    names = [name.text for name in organisation.names]
    acronyms = [name.text for name in organisation.names if name.kind == ACRONYM]
    return frozenset(
        folded(text) for text in [*names, *(f"{name} {acronym}" for name in names for acronym in acronyms)]
    )
