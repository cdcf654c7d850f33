"""Nothing comes in; the English words for what columns hold and for states of an import go out, marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nhipcau.words.mark import Phrase, phrase_in

IMPORT_LABELS: Final[Mapping[str, Mapping[str, Phrase]]] = {
    "import-column": {
        "": phrase_in("column of a list", "(not used)"),
        "name": phrase_in("column of a list", "Name"),
        "name-vi": phrase_in("column of a list", "Name in Vietnamese"),
        "name-ko": phrase_in("column of a list", "Name in Korean"),
        "name-en": phrase_in("column of a list", "Name in English"),
        "acronym": phrase_in("column of a list", "Acronym"),
        "kind": phrase_in("column of a list", "Kind of body"),
        "country": phrase_in("column of a list", "Country"),
        "tax-code": phrase_in("column of a list", "Vietnamese tax code"),
        "business-number": phrase_in("column of a list", "Korean business registration number"),
        "corporate-number": phrase_in("column of a list", "Korean corporate registration number"),
        "lei": phrase_in("column of a list", "LEI"),
        "own-number": phrase_in("column of a list", "The source's own number"),
        "address": phrase_in("column of a list", "Address"),
        "place": phrase_in("column of a list", "Province or city"),
        "phone": phrase_in("column of a list", "Phone"),
        "website": phrase_in("column of a list", "Website"),
        "email": phrase_in("column of a list", "E-mail"),
        "person": phrase_in("column of a list", "Person"),
        "post": phrase_in("column of a list", "Person's post"),
        "founded": phrase_in("column of a list", "Year founded"),
    },
    "import-state": {
        "preview": phrase_in("import", "To look through"),
        "done": phrase_in("import", "In the register"),
        "undone": phrase_in("import", "Taken back"),
    },
    "import-outcome": {
        "new": phrase_in("row", "New"),
        "linked": phrase_in("row", "Linked"),
        "review": phrase_in("row", "New, to review"),
        "same": phrase_in("row", "Known already"),
        "rejected": phrase_in("row", "Not taken in"),
    },
    "import-problem": {
        "import.no-name": phrase_in("problem", "No name"),
        "import.no-letters": phrase_in("problem", "Name without letters"),
        "import.too-long": phrase_in("problem", "Too long"),
        "import.not-calculated": phrase_in("problem", "Formula without a value"),
        "import.cell-error": phrase_in("problem", "Error in the cell"),
        "import.number-wrong": phrase_in("problem", "Wrong number"),
        "import.number-twice": phrase_in("problem", "Same number twice"),
        "import.row-twice": phrase_in("problem", "Same row twice"),
        "import.year-impossible": phrase_in("problem", "Impossible year"),
        "import.place-unknown": phrase_in("problem", "Unknown province"),
        "import.country-unknown": phrase_in("problem", "Unknown country"),
        "import.kind-unknown": phrase_in("problem", "Unknown kind"),
        "import.phone-unreadable": phrase_in("problem", "Unreadable phone number"),
        "import.website-unreadable": phrase_in("problem", "Unreadable web address"),
        "import.email-unreadable": phrase_in("problem", "Unreadable e-mail"),
    },
    "import-head": {
        "row": phrase_in("rejected rows", "Row"),
        "reasons": phrase_in("rejected rows", "Why it was not taken in"),
    },
}
