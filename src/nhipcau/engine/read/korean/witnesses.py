"""A Korean article comes in; the bodies and groups that watched the signing go out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nhipcau.engine.read.korean.entities import same
from nhipcau.facts.reading import WitnessRead

if TYPE_CHECKING:
    from nhipcau.engine.read.korean.article import Article
    from nhipcau.engine.read.korean.bodies import Body

_WATCHED: Final = re.compile(r"지켜(?:봤|보|본)|임석|입회|참관|증인")


def witnesses_of(article: Article, parties: tuple[Body, ...]) -> tuple[WitnessRead, ...]:
    """Return the bodies whose people are said to have watched the signing."""
    found: list[WitnessRead] = []
    for reach in article.page.sentences:
        sentence = article.page.quote(reach)
        watched = _WATCHED.search(sentence)
        if not watched:
            continue
        begin = max(
            (cut.end() for cut in re.finditer(r"(?:으며|했고|하고|했다),?\s", sentence[: watched.start()])), default=0
        )
        for body in article.bodies_in(reach[0] + begin, reach[0] + watched.start()):
            if any(same(body, party) for party in parties) or body.particle in {"에서", "을", "를"}:
                continue
            found.append(WitnessRead(name=body.name, span=article.page.span(body.start, body.end)))
    return tuple(found)
