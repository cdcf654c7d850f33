"""Nothing comes in; the English words for parts of an organisation and for states of a pair go out, marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nhipcau.words.mark import Phrase, phrase_in

WHO_IS_WHO_LABELS: Final[Mapping[str, Mapping[str, Phrase]]] = {
    "doubt-state": {
        "open": phrase_in("pair", "To decide"),
        "later": phrase_in("pair", "Put off"),
        "same": phrase_in("pair", "The same"),
        "different": phrase_in("pair", "Different"),
        "moot": phrase_in("pair", "Settled along with another"),
    },
    "doubt-origin": {
        "confirmation": phrase_in("pair", "when a draft was confirmed"),
        "import": phrase_in("pair", "by an import"),
        "full-run": phrase_in("pair", "by the comparison of the whole register"),
        "officer": phrase_in("pair", "by an officer"),
    },
    "organisation-field": {
        "name": phrase_in("organisation", "Names"),
        "country": phrase_in("organisation", "Country"),
        "kind": phrase_in("organisation", "Kind of body"),
        "place": phrase_in("organisation", "Province or city"),
        "address": phrase_in("organisation", "Street address"),
        "phone": phrase_in("organisation", "Phone"),
        "domain": phrase_in("organisation", "Web domain"),
        "founded": phrase_in("organisation", "Founded in"),
        "people": phrase_in("organisation", "People"),
        "post": phrase_in("organisation", "Posts"),
        "identifier": phrase_in("organisation", "Number"),
    },
    "identifier-scheme": {
        "VN-MST": phrase_in("identifier", "Vietnamese tax code"),
        "KR-BRN": phrase_in("identifier", "Korean business registration number"),
        "KR-CRN": phrase_in("identifier", "Korean corporate registration number"),
        "LEI": phrase_in("identifier", "LEI"),
        "own": phrase_in("identifier", "The source's own number"),
    },
    "compared-values": {
        "agrees": phrase_in("compared", "agrees"),
        "alike": phrase_in("compared", "alike"),
        "differs": phrase_in("compared", "differs"),
        "unknown": phrase_in("compared", "–"),
    },
    "moved-kind": {
        "agreement": phrase_in("merge", "Agreements"),
        "commitment": phrase_in("merge", "Commitments"),
        "organisation": phrase_in("merge", "Bodies below it"),
        "person": phrase_in("merge", "People"),
        "source-record": phrase_in("merge", "Source records"),
        "need": phrase_in("merge", "Needs"),
        "offer": phrase_in("merge", "Offers"),
    },
}
