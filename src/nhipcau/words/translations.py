"""A marked phrase and a language come in, the translated phrase goes out; no settings and no database needed."""

from __future__ import annotations

import gettext
import io
from functools import lru_cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from nhipcau.words.mark import Phrase

LOCALE_DIR = Path(__file__).parent / "locale"
DOMAIN = "django"


def po_path(language: str) -> Path:
    """Where the catalogue of ``language`` is kept."""
    return LOCALE_DIR / language / "LC_MESSAGES" / f"{DOMAIN}.po"


@lru_cache(maxsize=8)
def translations(language: str) -> gettext.GNUTranslations:
    """The catalogue of ``language``: the compiled file where it is up to date, else compiled in memory."""
    source = po_path(language)
    compiled = source.with_suffix(".mo")
    if compiled.exists() and (not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime):
        return gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))
    return gettext.GNUTranslations(io.BytesIO(compile_po(source)))


def compile_po(source: Path) -> bytes:
    """The bytes of the compiled catalogue of one ``.po`` file."""
    with source.open("rb") as stream:
        catalogue = read_po(stream)
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def translate(phrase: Phrase, language: str, count: int = 1) -> str:
    """The phrase in ``language``, in the plural form that ``count`` needs, placeholders still in it."""
    known = translations(language)
    if phrase.many is not None:
        return known.ngettext(phrase.text, phrase.many, count)
    if phrase.context is not None:
        return known.pgettext(phrase.context, phrase.text)
    return known.gettext(phrase.text)
