"""Every table of the register, one file a noun."""

from __future__ import annotations

from nhipcau.store.models.organisation import OrganisationName, OrganisationRow
from nhipcau.store.models.user import ApiToken, User

__all__ = ["ApiToken", "OrganisationName", "OrganisationRow", "User"]
