"""Organisations that a form offers or names come in; the choices of its field go out."""

from __future__ import annotations

from collections.abc import Iterable

from nhipcau.facts.errors import NotFound
from nhipcau.facts.organisation import Organisation
from nhipcau.programme.queries.organisation_page import organisation_page
from nhipcau.web.page import Visit, language_of
from nhipcau.words.names import shown_name


def chosen_bodies(request: Visit, offered: Iterable[Organisation], named: Iterable[str]) -> list[tuple[str, str]]:
    """Return (id, name) of those offered, and of those that were chosen though they were not: by typing a name."""
    bodies = {body.id: body for body in offered}
    for body_id in named:
        if body_id and body_id not in bodies:
            try:
                found = organisation_page(request.office, request.actor, body_id).organisation
            except NotFound:
                continue
            bodies[found.id] = found
    return [(body.id, shown_name(body.names, language_of(request))) for body in bodies.values()]
