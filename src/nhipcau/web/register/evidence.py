"""The evidence of a thing comes in; quotations by subject, each with the address of its place, go out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from nhipcau.facts.agreement import Evidence
from nhipcau.facts.state import State
from nhipcau.programme.views import DocumentRow


@dataclass(frozen=True, slots=True)
class Said:
    """One quotation: its words, how the value is known, the document and the way into it."""

    quote: str
    state: State
    document: str
    language: str
    address: str


def said_by_subject(evidence: Iterable[Evidence], documents: Iterable[DocumentRow]) -> Mapping[str, Sequence[Said]]:
    """Group quotations by what they are about ("date", "party:<id>" ...); a repeated quotation stands once.

    A document that this reader may not open still shows the quotation, without an address.
    """
    known = {document.id: document for document in documents}
    found: defaultdict[str, list[Said]] = defaultdict(list)
    for one in evidence:
        said = _said(one, known.get(one.document_id))
        if said not in found[one.subject]:
            found[one.subject].append(said)
    return found


def _said(evidence: Evidence, document: DocumentRow | None) -> Said:
    span = evidence.span
    address = ""
    if document:
        place = f"?from={span.start}&to={span.end}#quote" if span else ""
        address = reverse("web:document", args=[document.id]) + place
    return Said(
        span.quote if span else "",
        evidence.state,
        document.title if document else "",
        document.language if document else "",
        address,
    )
