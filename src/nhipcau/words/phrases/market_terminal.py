"""Nothing comes in; the English sentences of the market's commands go out, marked for the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nhipcau.words.mark import Phrase, phrase, plural_phrase

MARKET_TERMINAL: Final[Mapping[str, Phrase]] = {
    "cli.items-imported": phrase("New: {new}. Changed: {changed}. As before: {same}. Left out: {refused}."),
    "cli.items-exported": phrase("{file}: {count} entries"),
    "cli.item-posted": phrase("Kept as a draft under {id}: {title}"),
    "cli.exporting": phrase("Writing"),
    "cli.matching": phrase("Looking for what fits"),
    "cli.near-misses": phrase("Near misses, each with what it fails:"),
    "cli.not-told": phrase("not told yet"),
    "cli.match-proposed": phrase("Proposed under {id}. Each side is asked whether it wants to meet the other."),
    "cli.concept-added": phrase("Concept added: {id}"),
    "cli.concept-removed": phrase("Concept removed: {id}"),
    "cli.planning": phrase("Working out what closes which gap"),
    "cli.whole-trade": phrase("all needs of its trade"),
    "cli.no-gaps": phrase("Nothing is missing."),
    "cli.nobody-offers": phrase("nobody offers this"),
    "cli.days": plural_phrase("{days} day", "{days} days", "days"),
    "cli.days-at-least": plural_phrase("at least {days} day", "at least {days} days", "days"),
    "cli.cost": phrase("{cost}"),
    "cli.cost-at-least": phrase("at least {cost}"),
    "cli.digests": phrase("Letters sent: {sent}. Nothing new for: {quiet}. Failed: {failed}."),
    "error.listings-file": phrase("{file}: needs and offers are written to .jsonl or .csv files."),
    "error.term-malformed": phrase("“{typed}” cannot be read. Write it like: tolerance <= 0.02 mm"),
    "error.label-malformed": phrase("“{typed}” names no language. Write it like: vi:tranh Đông Hồ"),
}
