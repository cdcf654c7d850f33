from __future__ import annotations

from dataclasses import replace

import pytest

from nhipcau.programme.office import Office
from nhipcau.programme.queries.agreement_page import agreement_page
from nhipcau.programme.queries.document_list import document_list
from nhipcau.programme.queries.export_register import export_register
from nhipcau.programme.queries.organisation_page import organisation_page
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ANPHU, ENTERPRISE, MIRAE, OFFICER, SONGHAN, agreement, document, draft, evidence


@pytest.fixture(autouse=True)
def _register(memory: MemoryStore) -> None:
    """Store an agreement of the firm and one of others, which share a document, a chain and a family of bodies."""
    memory.put(replace(SONGHAN, parent_id="org-mirae"), MIRAE, ANPHU, document(), draft())
    memory.put(agreement("agr-2", MIRAE, SONGHAN, evidence=(evidence(),)))
    memory.put(agreement("agr-1", MIRAE, ANPHU, evidence=(evidence(),), renewal_of="agr-2"))


def test_a_chain_of_renewals_names_no_agreement_of_others(office: Office) -> None:
    assert [link.id for link in agreement_page(office, OFFICER, "agr-1").chain] == ["agr-2", "agr-1"]
    assert agreement_page(office, ENTERPRISE, "agr-1").chain == ()


def test_a_document_names_no_agreement_of_others(office: Office) -> None:
    for rows in (
        document_list(office, ENTERPRISE).items,
        agreement_page(office, ENTERPRISE, "agr-1").documents,
        export_register(office, ENTERPRISE).documents,
    ):
        assert [(row.agreement_ids, row.drafts, row.open_drafts) for row in rows] == [(("agr-1",), 0, 0)]
    assert [row.agreement_ids for row in document_list(office, OFFICER).items] == [("agr-1", "agr-2")]


def test_an_organisation_names_no_body_that_signed_with_others_alone(office: Office) -> None:
    assert [body.id for body in organisation_page(office, OFFICER, "org-mirae").children] == ["org-songhan"]
    assert organisation_page(office, ENTERPRISE, "org-mirae").children == ()
    assert organisation_page(office, ENTERPRISE, "org-anphu").parent is None
