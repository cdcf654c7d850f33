"""An agreement and its rows."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Model

from nhipcau.facts.agreement import (
    Agreement,
    AgreementParty,
    AgreementPerson,
    Figure,
    LegalAct,
    Venue,
)
from nhipcau.facts.codes import AgreementStatus, AgreementType, FigureRole, Mode, PersonFunction
from nhipcau.programme.edtf import first_day, last_day
from nhipcau.programme.name_keys import folded
from nhipcau.programme.search_text import search_text
from nhipcau.store.models import (
    AgreementRow,
    EvidenceRow,
    FigureRow,
    LegalActRow,
    PartyRow,
    SectorRow,
    SignatoryRow,
    WitnessRow,
)
from nhipcau.store.rows.evidence import evidence_columns, evidence_of
from nhipcau.store.rows.folding import sort_key
from nhipcau.store.rows.table import Children, Table

_PARTS = {
    "party": PartyRow,
    "signatory": SignatoryRow,
    "witness": WitnessRow,
    "sector": SectorRow,
    "figure": FigureRow,
    "legalact": LegalActRow,
    "evidence": EvidenceRow,
}


def _columns(agreement: Agreement) -> dict[str, object]:
    return {
        "id": agreement.id,
        "title": agreement.title,
        "type": agreement.type,
        "status": agreement.status,
        "created_at": agreement.created_at,
        "signed": agreement.signed,
        "signed_from": first_day(agreement.signed),
        "signed_until": last_day(agreement.signed),
        **_place_columns(agreement.place),
        "term_months": agreement.term_months,
        "expires_on": agreement.expires_on,
        "renewal_of_id": agreement.renewal_of,
        "reviewed_on": agreement.reviewed_on,
        "demo": agreement.demo,
        "version": agreement.version,
        "sort": sort_key(agreement.title),
        "search": search_text(agreement),
    }


def _place_columns(place: Venue | None) -> dict[str, object]:
    known = place or Venue()
    return {
        "has_place": place is not None,
        "venue": known.venue,
        "city": known.city,
        "country": known.country,
        "mode": known.mode,
        "place_search": folded(f"{known.venue or ''} {known.city or ''}"),
    }


def _children(agreement: Agreement) -> Children:
    columns: dict[type[Model], list[Mapping[str, object]]] = {
        PartyRow: [
            {"organisation_id": party.organisation_id, "name": party.name, "parent": party.parent}
            for party in agreement.parties
        ],
        SignatoryRow: [
            {"person_id": one.person_id, "name": one.name, "function": one.function, "role": one.role, "org": one.org}
            for one in agreement.people
        ],
        WitnessRow: [{"name": name} for name in agreement.witnesses],
        SectorRow: [{"code": code} for code in agreement.sectors],
        FigureRow: [_figure_columns(figure) for figure in agreement.figures],
        LegalActRow: [_legal_act_columns(act) for act in agreement.legal_acts],
        EvidenceRow: [evidence_columns(one) for one in agreement.evidence],
    }
    return {
        model: [model(agreement_id=agreement.id, position=position, **row) for position, row in enumerate(rows)]
        for model, rows in columns.items()
    }


def _figure_columns(figure: Figure) -> dict[str, object]:
    return {name: getattr(figure, name) for name in ("value", "unit", "what", "role", "approx", "as_of")}


def _legal_act_columns(act: LegalAct) -> dict[str, object]:
    return {name: getattr(act, name) for name in ("type", "number", "issuer", "date", "role")}


def _fact(row: AgreementRow) -> Agreement:
    return Agreement(
        id=row.id,
        title=row.title,
        type=AgreementType(row.type),
        status=AgreementStatus(row.status),
        parties=tuple(map(_party, row.partyrow_set.all())),
        created_at=row.created_at,
        signed=row.signed,
        place=_place(row),
        term_months=row.term_months,
        expires_on=row.expires_on,
        renewal_of=row.renewal_of_id,
        reviewed_on=row.reviewed_on,
        people=tuple(map(_person, row.signatoryrow_set.all())),
        witnesses=tuple(witness.name for witness in row.witnessrow_set.all()),
        sectors=tuple(sector.code for sector in row.sectorrow_set.all()),
        figures=tuple(map(_figure, row.figurerow_set.all())),
        legal_acts=tuple(map(_legal_act, row.legalactrow_set.all())),
        evidence=tuple(map(evidence_of, row.evidencerow_set.all())),
        demo=row.demo,
        version=row.version,
    )


def _place(row: AgreementRow) -> Venue | None:
    if not row.has_place:
        return None
    return Venue(venue=row.venue, city=row.city, country=row.country, mode=Mode(row.mode) if row.mode else None)


def _party(row: PartyRow) -> AgreementParty:
    return AgreementParty(organisation_id=row.organisation_id, name=row.name, parent=row.parent)


def _person(row: SignatoryRow) -> AgreementPerson:
    function = PersonFunction(row.function)
    return AgreementPerson(person_id=row.person_id, name=row.name, function=function, role=row.role, org=row.org)


def _figure(row: FigureRow) -> Figure:
    return Figure(
        value=row.value,
        unit=row.unit,
        what=row.what,
        role=FigureRole(row.role),
        approx=row.approx,
        as_of=row.as_of,
    )


def _legal_act(row: LegalActRow) -> LegalAct:
    return LegalAct(type=row.type, number=row.number, issuer=row.issuer, date=row.date, role=row.role)


AGREEMENTS: Table[Agreement, AgreementRow] = Table(
    model=AgreementRow,
    kind="agreement",
    columns=_columns,
    fact=_fact,
    children=_children,
    owner="agreement_id",
    related=tuple(f"{part}row_set" for part in _PARTS),
)
