"""A state's code comes in, the tone and the symbol that show it go out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_TONES: Final[Mapping[tuple[str, str], tuple[str, str]]] = {
    ("commitment-state", "not-concretised"): ("open", "dashed"),
    ("commitment-state", "not-started"): ("calm", "circle"),
    ("commitment-state", "under-way"): ("info", "half"),
    ("commitment-state", "late"): ("bad", "late"),
    ("commitment-state", "done"): ("good", "done"),
    ("commitment-state", "abandoned"): ("calm", "ban"),
    ("state", "stated"): ("good", "quote"),
    ("state", "derived"): ("info", "derived"),
    ("state", "not-stated"): ("open", "dash"),
    ("state", "disputed"): ("warn", "disputed"),
    ("decision", "pending"): ("open", "dashed"),
    ("decision", "accepted"): ("good", "check"),
    ("decision", "changed"): ("info", "edit"),
    ("decision", "rejected"): ("bad", "cross"),
    ("draft-state", "open"): ("open", "dashed"),
    ("draft-state", "confirmed"): ("good", "done"),
    ("draft-state", "rejected"): ("bad", "cross"),
    ("draft-list", "agreement"): ("info", "agreement"),
    ("draft-list", "planned"): ("open", "calendar"),
    ("draft-list", "no-agreement"): ("calm", "dash"),
    ("agreement-status", "signed"): ("good", "done"),
    ("agreement-status", "exchanged"): ("good", "done"),
    ("agreement-status", "planned"): ("open", "calendar"),
    ("agreement-status", "earlier"): ("calm", "history"),
    ("strength", "commitment"): ("info", "commitment"),
    ("strength", "purpose"): ("calm", "right"),
    ("strength", "benefit"): ("calm", "plus"),
    ("compared", "both"): ("good", "done"),
    ("compared", "only"): ("warn", "half"),
    ("doubt-state", "open"): ("open", "dashed"),
    ("doubt-state", "later"): ("calm", "clock"),
    ("doubt-state", "same"): ("good", "merge"),
    ("doubt-state", "different"): ("info", "cross"),
    ("doubt-state", "moot"): ("calm", "dash"),
    ("import-state", "preview"): ("open", "dashed"),
    ("import-state", "done"): ("good", "done"),
    ("import-state", "undone"): ("calm", "undo"),
    ("coverage", "both"): ("good", "done"),
    ("coverage", "needed-alone"): ("bad", "warn"),
    ("coverage", "offered-alone"): ("info", "half"),
    ("item-state", "draft"): ("open", "dashed"),
    ("item-state", "in-review"): ("info", "half"),
    ("item-state", "published"): ("good", "done"),
    ("item-state", "expired"): ("warn", "late"),
    ("item-state", "withdrawn"): ("calm", "ban"),
    ("item-state", "closed"): ("calm", "check"),
    ("standing", "met"): ("good", "check"),
    ("standing", "unmet"): ("bad", "cross"),
    ("standing", "not-stated"): ("open", "dash"),
    ("match-stage", "proposed"): ("open", "dashed"),
    ("match-stage", "accepted-by-one"): ("info", "half"),
    ("match-stage", "accepted"): ("good", "check"),
    ("match-stage", "introduced"): ("good", "person"),
    ("match-stage", "meeting"): ("good", "calendar"),
    ("match-stage", "sample"): ("good", "kind-product"),
    ("match-stage", "quotation"): ("good", "quote"),
    ("match-stage", "contract"): ("good", "agreement"),
    ("match-stage", "repeat-order"): ("good", "done"),
    ("match-stage", "declined"): ("calm", "ban"),
    ("mark", "demo"): ("demo", "info"),
}


def tone_of(kind: str, code: str) -> tuple[str, str]:
    """Return the tone (good, warn, bad, info, calm, open, demo) and the symbol; calm for what has no state."""
    return _TONES.get((kind, code), ("calm", "circle"))
