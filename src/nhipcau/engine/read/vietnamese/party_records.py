"""An event comes in; its parties go out as records: full name, acronym, kind, country and parent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nhipcau.engine.read.vietnamese.identity import country_of, country_of_acronym, kind_of
from nhipcau.facts.reading import Derivation, PartyRead

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page
    from nhipcau.engine.read.vietnamese.bodies import Bodies
    from nhipcau.engine.read.vietnamese.event import Event


def party_records(page: Page, known: Bodies, event: Event) -> tuple[PartyRead, ...]:
    """Return the parties of an event: full name, acronym, kind, country and parent, with what was derived."""
    records = []
    for body in event.parties:
        mention = known.best[body]
        at = event.chosen.get(body)
        if at is not None and not (mention.acronym or mention.aliases):
            own = known.mentions[at]
            mention = own if len(own.core) >= 0.6 * len(mention.core) else mention
        kind, head = kind_of(mention, known.of_body(body))
        country, source, detail = country_of(page, known, body)
        if country is None:
            country, source, detail = _counterpart(page, known, event, body)
        derived = [Derivation("kind", "head-noun", head)] if kind else []
        derived += [Derivation("country", source, detail)] if country else []
        records.append(
            PartyRead(
                name=page.text[mention.start : mention.end],
                acronym=_acronym(known, body),
                country=country,
                kind=kind,
                parent=_parent(page, known, body),
                span=page.span(mention.start, mention.end),
                derived=tuple(derived),
            )
        )
    return tuple(records)


def _parent(page: Page, known: Bodies, body: int) -> str | None:
    """Return the longest parent that the text gives; *Cục X* is *Cục X (Bộ Y)* where the text says so elsewhere."""
    said = max((one.parent for one in known.of_body(body) if one.parent), key=len, default=None)
    if said is None or "(" in said:
        return said
    fuller = [
        page.text[one.start : one.tail]
        for one in known.mentions
        if one.core == said and one.parent and page.text[one.tail - 1] == ")"
    ]
    return fuller[0] if fuller else said


def _acronym(known: Bodies, body: int) -> str | None:
    said = next((mention.acronym for mention in known.of_body(body) if mention.acronym), None)
    if said:
        return said
    core = known.best[body].core
    return core if re.fullmatch(r"[A-ZĐ]{3,8}", core) else None


def _counterpart(page: Page, known: Bodies, event: Event, body: int) -> tuple[str | None, str, str]:
    """Where all other parties are of one of the two countries, a party without any hint is of the other one."""
    others = {country_of(page, known, other)[0] for other in event.parties if other != body}
    guess = country_of_acronym(_acronym(known, body) or "")
    if guess and others == {None}:
        return guess, "acronym-in-text", known.best[body].core
    if others == {"KR"}:
        return "VN", "counterpart", "KR"
    return ("KR", "counterpart", "VN") if others else (None, "", "")
