"""An English page comes in; the bodies that watched the signing go out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.english.parties import same
from nhipcau.facts.reading import WitnessRead

if TYPE_CHECKING:
    from nhipcau.engine.read.english.bodies import Body
    from nhipcau.engine.read.page import Page

_WITNESSED: Final = re.compile(r"\bwitnessed\sby\b|\bin\sthe\spresence\sof\b")


def witnesses_of(page: Page, bodies: tuple[Body, ...], parties: tuple[Body, ...]) -> tuple[WitnessRead, ...]:
    """Return the bodies behind «witnessed by» and «in the presence of» that are no parties."""
    found: list[WitnessRead] = []
    for match in _WITNESSED.finditer(page.text):
        end = page.sentence_at(match.start())[1]
        found += [
            WitnessRead(name=body.name, span=page.span(body.start, body.end))
            for body in bodies
            if match.end() <= body.start < end and not any(same(body, party) for party in parties)
        ]
    return tuple(found)
