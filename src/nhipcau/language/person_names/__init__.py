"""Text comes in; what may be the name of a person, with the title before it, goes out."""

from __future__ import annotations

from typing import Final

from nhipcau.language import surnames
from nhipcau.language.person_names.finder import find_person_names
from nhipcau.language.person_names.found import NameFound
from nhipcau.language.person_names.latin import ROMANISED_SURNAMES

vietnamese_surnames: Final = surnames.VIETNAMESE
korean_surnames: Final = surnames.KOREAN
romanised_korean_surnames: Final = ROMANISED_SURNAMES

__all__ = ["NameFound", "find_person_names", "korean_surnames", "romanised_korean_surnames", "vietnamese_surnames"]
