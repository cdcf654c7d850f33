from __future__ import annotations

from nhipcau.facts.organisation import Name
from nhipcau.words.names import acronym, shown_name

NAMES = (
    Name("Viện Gốm Hàn Quốc", "vi", "alias"),
    Name("KICET", "und", "acronym"),
    Name("한국세라믹기술원", "ko", "official"),
    Name("Viện Kỹ thuật và Công nghệ Gốm Hàn Quốc", "vi", "official"),
)


def test_shows_the_official_name_in_the_readers_language() -> None:
    assert shown_name(NAMES, "ko") == "한국세라믹기술원"
    assert shown_name(NAMES, "vi") == "Viện Kỹ thuật và Công nghệ Gốm Hàn Quốc"


def test_falls_back_to_the_first_name() -> None:
    assert shown_name(NAMES, "en") == "Viện Gốm Hàn Quốc"
    assert shown_name((), "en") == ""


def test_finds_the_acronym() -> None:
    assert acronym(NAMES) == "KICET"
    assert acronym(NAMES[:1]) == ""
