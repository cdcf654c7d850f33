"""The parts of an organisation's name: values alone, as the analysis found them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationName:
    """A name in its parts.

    ``form`` is the legal form's code. ``core`` are the words that are neither form, head, trade, place nor number, in
    folded Latin letters; ``sounds`` their key, in which irregular romanisations meet. ``head`` holds what kind of body
    it is (company, institute, branch ...), ``trade`` what it deals with, ``places`` the codes of the places it names,
    ``numbers`` its numbers, and which part of a country it says it is for (south, north).
    ``acronyms`` are in lower case; a body of the table of public bodies has its own, and ``@`` with its code, among
    them.
    """

    text: str = ""
    form: str | None = None
    core: tuple[str, ...] = ()
    head: frozenset[str] = frozenset()
    trade: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()
    sounds: str = ""

    @classmethod
    def telling(
        cls,
        *,
        places: frozenset[str],
        numbers: frozenset[str],
        head: frozenset[str],
        trade: frozenset[str],
        acronyms: frozenset[str],
    ) -> OrganisationName:
        """Return a name of which only the parts are known that can tell two bodies apart."""
        return cls(places=places, numbers=numbers, head=head, trade=trade, acronyms=acronyms)
