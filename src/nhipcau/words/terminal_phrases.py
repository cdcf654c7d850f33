"""Nothing comes in; the English heads of the command line's tables go out, marked for the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nhipcau.words.mark import Phrase, phrase_in

TERMINAL_LABELS: Final[Mapping[str, Mapping[str, Phrase]]] = {
    "head": {
        "id": phrase_in("terminal", "ID"),
        "concept": phrase_in("terminal", "Concept"),
        "facet": phrase_in("terminal", "Facet"),
        "written": phrase_in("terminal", "Written"),
        "denied": phrase_in("terminal", "Denied"),
        "vietnamese": phrase_in("terminal", "Vietnamese"),
        "korean": phrase_in("terminal", "Korean"),
        "english": phrase_in("terminal", "English"),
        "title": phrase_in("terminal", "Title"),
        "also": phrase_in("terminal", "Also"),
        "country": phrase_in("terminal", "Country"),
        "alike": phrase_in("terminal", "Alike"),
        "settles": phrase_in("terminal", "Settles"),
        "left": phrase_in("terminal", "One"),
        "right": phrase_in("terminal", "Other"),
        "field": phrase_in("terminal", "Field"),
        "agrees": phrase_in("terminal", "Agrees"),
        "type": phrase_in("terminal", "Type"),
        "status": phrase_in("terminal", "Status"),
        "signed": phrase_in("terminal", "Signed"),
        "expires-on": phrase_in("terminal", "Expires"),
        "parties": phrase_in("terminal", "Parties"),
        "people": phrase_in("terminal", "People"),
        "sectors": phrase_in("terminal", "Sectors"),
        "code": phrase_in("terminal", "Commitment"),
        "state": phrase_in("terminal", "State"),
        "owner": phrase_in("terminal", "Owner"),
        "quantity": phrase_in("terminal", "Quantity"),
        "unit": phrase_in("terminal", "Unit"),
        "due-on": phrase_in("terminal", "Due"),
        "demo": phrase_in("terminal", "Demo"),
        "username": phrase_in("terminal", "User"),
        "name": phrase_in("terminal", "Name"),
        "role": phrase_in("terminal", "Role"),
        "organisation": phrase_in("terminal", "Organisation"),
        "active": phrase_in("terminal", "May sign in"),
        "tokens": phrase_in("terminal", "Tokens"),
        "hint": phrase_in("terminal", "Token"),
        "made": phrase_in("terminal", "Made"),
        "used": phrase_in("terminal", "Last used"),
        "kind": phrase_in("terminal", "Kind"),
        "place": phrase_in("terminal", "Place"),
        "confidential": phrase_in("terminal", "Confidential"),
        "returned": phrase_in("terminal", "Returned"),
        "need": phrase_in("terminal", "Need"),
        "offer": phrase_in("terminal", "Offer"),
        "stage": phrase_in("terminal", "Stage"),
        "waiting-for": phrase_in("terminal", "Waits for"),
        "idle-days": phrase_in("terminal", "Days at rest"),
        "had-by": phrase_in("terminal", "Had by"),
        "gaps": phrase_in("terminal", "Gaps"),
    },
    "term": {
        "wish": phrase_in("terminal", "a wish"),
        "denied": phrase_in("terminal", "not available"),
    },
}
