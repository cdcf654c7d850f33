"""Names of organisations in vi, ko and en come in; their parts, and how two of them compare, go out."""

from __future__ import annotations

from nhipcau.language.organisation_names.alike import alike
from nhipcau.language.organisation_names.analysis import analyse
from nhipcau.language.organisation_names.index import NameIndex
from nhipcau.language.organisation_names.name import OrganisationName
from nhipcau.language.organisation_names.unlike import Unlike, unlike

__all__ = ["NameIndex", "OrganisationName", "Unlike", "alike", "analyse", "unlike"]
