"""The package's sources come in; catalogues to translate, compiled catalogues, or the list of what is missing go out.

``python -m nhipcau.words.catalogue extract`` collects every marked phrase of Python files and templates into
``locale/<language>/LC_MESSAGES/django.po`` and keeps the translations that are there; ``compile`` writes the ``.mo``
files beside them; ``check`` fails where anything is missing, doubtful or out of date. GNU gettext is not needed.
"""

from __future__ import annotations

import io
import os
import re
import string
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from nhipcau.facts.codes import LANGUAGES
from nhipcau.words.translations import compile_po, po_path

PACKAGE: Final = Path(__file__).resolve().parent.parent
_KEYWORDS: Final[Mapping[str, object]] = {
    **DEFAULT_KEYWORDS,
    "phrase": None,
    "plural_phrase": (1, 2),
    "phrase_in": ((1, "c"), 2),
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
}
# One date for ever: a catalogue changes when a phrase does.
_FOUNDED: Final = datetime(2025, 1, 1, tzinfo=UTC)
_PERCENT: Final = re.compile(r"%\((\w+)\)[sd]|%[sd]")
_TEXT: Final = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_CALL: Final = re.compile(rf"((?:np|n|p)?gettext|_)\(((?:{_TEXT})(?:,\s*(?:{_TEXT}))*)")
_WIDTH: Final = 110
Key = tuple[str | None, str]


def collect(package: Path = PACKAGE) -> Catalog:
    """Every marked phrase of the package, with the files that say it."""
    catalogue = _new(None)
    for path in sorted([*package.rglob("*.py"), *package.rglob("*.html"), *package.rglob("*.txt")]):
        where = path.relative_to(package).as_posix()
        for _line, message, comments, context in _phrases(path):
            catalogue.add(message, None, [(where, 0)], auto_comments=comments, context=context)
    return catalogue


def _phrases(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        if "{%" not in source:
            return
        # What templatize leaves around the calls is no Python.
        source = "\n".join(f"{call[1]}({call[2]})" for call in _CALL.finditer(templatize(source, origin=str(path))))
    stream = io.BytesIO(source.encode())
    yield from extract("python", stream, _KEYWORDS, ["Translators:"])  # type: ignore[arg-type]  # None means "the first"


def _new(language: str | None) -> Catalog:
    return Catalog(
        locale=language,
        project="nhipcau",
        version="1",
        header_comment="# Phrases of Nhịp Cầu.",
        creation_date=_FOUNDED,
        revision_date=_FOUNDED,
        fuzzy=False,
    )


def known(language: str) -> Catalog:
    """The catalogue of ``language`` as it is kept, or an empty one."""
    path = po_path(language)
    if not path.exists():
        return _new(language)
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def extract_all() -> list[str]:
    """Bring every catalogue up to date; English says what the source says."""
    template = collect()
    for language in LANGUAGES:
        old = {(message.context, _one(message)): message for message in known(language) if message.id}
        fresh = _new(language)
        for message in template:
            if message.id:
                _carry_over(fresh, message, old, language)
        path = po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        out = io.BytesIO()
        write_po(out, fresh, width=_WIDTH, sort_output=True, include_lineno=False)
        path.write_bytes(out.getvalue())
    return []


def _carry_over(fresh: Catalog, message: Message, old: Mapping[Key, Message], language: str) -> None:
    before = old.get((message.context, _one(message)))
    said = before.string if before is not None else None
    if language == "en":
        said = message.id
    if said is not None and isinstance(said, str) is isinstance(message.id, tuple):
        said = None  # a plural came or went: translate anew
    files = sorted({(where, 0) for where, _line in message.locations})
    fresh.add(message.id, said, files, auto_comments=message.auto_comments, context=message.context)


def compile_all() -> list[str]:
    """Write the compiled catalogues, each at one stroke: a running office never sees half of one."""
    for language in LANGUAGES:
        source = po_path(language)
        fresh = source.with_suffix(f".{os.getpid()}.tmp")
        fresh.write_bytes(compile_po(source))
        fresh.replace(source.with_suffix(".mo"))
    return []


def check() -> list[str]:
    """Say what keeps the catalogues from being complete: one line a problem, none where all is well."""
    template = {(message.context, _one(message)): message for message in collect() if message.id}
    return [problem for language in LANGUAGES for problem in _problems(language, template)]


def _problems(language: str, template: Mapping[Key, Message]) -> Iterator[str]:
    kept = {(message.context, _one(message)): message for message in known(language) if message.id}
    for key in template.keys() - kept.keys():
        yield f"{language}: not extracted: {key[1]!r}"
    for key in kept.keys() - template.keys():
        yield f"{language}: no longer said anywhere: {key[1]!r}"
    for key in template.keys() & kept.keys():
        for problem in _faults(template[key], kept[key]):
            yield f"{language}: {problem}: {key[1]!r}"


def _faults(said: Message, kept: Message) -> Iterator[str]:
    forms = [kept.string] if isinstance(kept.string, str) else list(kept.string or [""])
    if kept.fuzzy:
        yield "doubtful (fuzzy)"
    if not all(forms):
        yield "not translated"
        return
    if isinstance(said.id, tuple) is isinstance(kept.string, str):
        yield "one of two forms is missing"
    wanted = set.union(*(_places(text) for text in _texts(said)))
    if any(_places(text) != wanted and not _drops_the_count(said, _places(text), wanted) for text in forms):
        yield "its places differ"


def _drops_the_count(said: Message, found: set[str], wanted: set[str]) -> bool:
    """A form that stands for exactly one may leave the number out, where the English singular does too."""
    return isinstance(said.id, tuple) and found == _places(said.id[0]) and found <= wanted


def _texts(message: Message) -> list[str]:
    return list(message.id) if isinstance(message.id, tuple | list) else [message.id]


def _one(message: Message) -> str:
    return _texts(message)[0]


def _places(text: str) -> set[str]:
    """The places of a phrase: ``{name:format}`` of messages, ``%(name)s`` of templates."""
    try:
        braces = {f"{{{name}:{form}}}" for _, name, form, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        braces = {"malformed"}
    return braces | {match[0] for match in _PERCENT.finditer(text)}


_COMMANDS: Final[Mapping[str, Callable[[], list[str]]]] = {
    "extract": extract_all,
    "compile": compile_all,
    "check": check,
}


def main(arguments: list[str]) -> int:
    """Run one command; 0 where all is well, 1 with a line a problem, 2 for an unknown command."""
    if len(arguments) != 1 or arguments[0] not in _COMMANDS:
        sys.stderr.write("usage: python -m nhipcau.words.catalogue extract|compile|check\n")
        return 2
    problems = _COMMANDS[arguments[0]]()
    sys.stderr.writelines(f"{problem}\n" for problem in sorted(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
