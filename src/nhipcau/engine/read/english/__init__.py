"""An English page comes in; the agreements that it reports go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nhipcau.engine.read.english.agreement import agreements_of

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page
    from nhipcau.facts.reading import AgreementRead


def agreements(page: Page) -> tuple[AgreementRead, ...]:
    """Return one record for every signing that the page reports, a planned one where none took place."""
    return agreements_of(page)
