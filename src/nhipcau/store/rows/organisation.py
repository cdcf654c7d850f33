"""An organisation and its rows."""

from __future__ import annotations

from nhipcau.facts.codes import PartyKind
from nhipcau.facts.organisation import Choice, Identifier, Organisation
from nhipcau.programme.name_keys import organisation_keys
from nhipcau.programme.placing.keys import block_numbers
from nhipcau.programme.record_change import from_record, to_record
from nhipcau.programme.search_text import search_text
from nhipcau.store.models import (
    OrganisationBlock,
    OrganisationKey,
    OrganisationName,
    OrganisationPhrase,
    OrganisationRow,
)
from nhipcau.store.rows.folding import index_key, sort_key
from nhipcau.store.rows.names import name_columns, names_of, shown
from nhipcau.store.rows.search import keep_words, organisation_phrases
from nhipcau.store.rows.table import Children, Table


def _columns(organisation: Organisation) -> dict[str, object]:
    title = shown(organisation.names)
    return {
        "id": organisation.id,
        "title": title,
        "country": organisation.country,
        "kind": organisation.kind,
        "parent_id": organisation.parent_id,
        "place": organisation.place,
        "identifiers": [to_record(identifier) for identifier in organisation.identifiers],
        "address": organisation.address,
        "phone": organisation.phone,
        "domain": organisation.domain,
        "founded": organisation.founded,
        "chosen": [to_record(choice) for choice in organisation.chosen],
        "merged_into_id": organisation.merged_into,
        "demo": organisation.demo,
        "version": organisation.version,
        "sort": sort_key(title),
        "search": search_text(organisation),
    }


def _children(organisation: Organisation) -> Children:
    return {
        OrganisationName: [
            {"organisation_id": organisation.id, **name_columns(position, name)}
            for position, name in enumerate(organisation.names)
        ],
        OrganisationKey: [
            {"organisation_id": organisation.id, "key": index_key(key)}
            for key in sorted(organisation_keys(organisation))
        ],
        OrganisationBlock: [{"organisation_id": organisation.id, "key": key} for key in block_numbers(organisation)],
        OrganisationPhrase: organisation_phrases(organisation),
    }


def _fact(row: OrganisationRow) -> Organisation:
    return Organisation(
        id=row.id,
        names=names_of(row.names.all()),
        country=row.country,
        kind=PartyKind(row.kind) if row.kind else None,
        parent_id=row.parent_id,
        place=row.place,
        identifiers=tuple(from_record(Identifier, identifier) for identifier in row.identifiers),
        address=row.address,
        phone=row.phone,
        domain=row.domain,
        founded=row.founded,
        chosen=tuple(from_record(Choice, choice) for choice in row.chosen),
        merged_into=row.merged_into_id,
        demo=row.demo,
        version=row.version,
    )


ORGANISATIONS: Table[Organisation, OrganisationRow] = Table(
    model=OrganisationRow,
    kind="organisation",
    columns=_columns,
    fact=_fact,
    children=_children,
    owner="organisation_id",
    related=("names",),
    after=keep_words,
)
