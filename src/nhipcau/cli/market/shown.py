"""Needs, offers and what fits them come in; lines and tables in the reader's language go out to the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.markup import escape

from nhipcau.cli.plain import plain
from nhipcau.cli.voice import LANGUAGE, as_json, done, line, out, sentence, table, tell, word
from nhipcau.facts.market import Attribute, Item, Need
from nhipcau.facts.message import Message
from nhipcau.language.thesaurus.vocabulary import Vocabulary
from nhipcau.programme.views import FitRow, ItemMatches, ItemRow, ItemView, Page
from nhipcau.words.place_names import place
from nhipcau.words.requirements import requirement, stated
from nhipcau.words.sentences import say


def show_list(found: Page[Any], *, as_json_: bool) -> None:
    """Print one page of needs or offers."""
    if as_json_:
        as_json(plain(found))
        return
    table(
        ("id", "title", "kind", "state", "organisation", "place", "expires-on", "demo"),
        (_row(row) for row in found.items),
    )
    out().print(escape(sentence("cli.listed", shown=len(found.items), total=found.total)), style="dim")


def show_one(view: ItemView[Any], known: Vocabulary, *, as_json_: bool) -> None:
    """Print a need or an offer: what is known of it, its text, what it asks for or states, what is odd."""
    if as_json_:
        as_json(plain(view))
        return
    item = view.row.item
    out().print(f"[bold]{escape(item.title)}[/]", soft_wrap=True)
    table(("title", "state"), _facts(view, known), heads=False)
    line(item.text)
    for term in item.requirements if isinstance(item, Need) else item.attributes:
        line(f"  - {_term(term)}")
    for warning in view.warnings:
        line(f"  ! {_say(warning)}")


def show_matches(found: ItemMatches, *, as_json_: bool) -> None:
    """Print what fits, each pair with its reasons, and apart from it what nearly fits, with what is missing."""
    if as_json_:
        as_json(plain(found))
        return
    for note in found.notes:
        line(_say(note))
    _show_fits(found.matches)
    if found.near_misses:
        tell("cli.near-misses")
        _show_fits(found.near_misses)


def tell_done(code: str, thing: object, *, as_json_: bool) -> None:
    """Say that something was done, or print what it was done to."""
    if as_json_:
        as_json(plain(thing))
    else:
        done(code)


def name_of(row: ItemRow[Any]) -> str:
    """Return who is behind an item, or that nobody is told."""
    return row.organisation_name if row.known else sentence("cli.not-told")


def _show_fits(rows: Sequence[FitRow]) -> None:
    for row in rows:
        item = row.other.item
        where = f", {place(item.place, LANGUAGE.get())}" if item.place else ""
        line(f"{row.fit.score:>4}  {item.id}  {item.title} ({name_of(row.other)}{where})")
        for part in row.fit.parts:
            line(f"      {part.points:+}  {_say(part.said)}")


def _row(row: ItemRow[Any]) -> tuple[object, ...]:
    item: Item = row.item
    return (
        item.id,
        item.title,
        word("item-kind", item.kind.value),
        word("item-state", row.state.value),
        name_of(row),
        place(item.place, LANGUAGE.get()) if item.place else "",
        item.expires_on,
        word("truth", "yes") if item.demo else "",
    )


def _facts(view: ItemView[Any], known: Vocabulary) -> list[tuple[str, str]]:
    item: Item = view.row.item
    concepts = [one for one in dict.fromkeys((*item.concepts, *item.found)) if one in known.concepts]
    facts = [
        (word("head", "id"), item.id),
        (word("head", "kind"), word("item-kind", item.kind.value)),
        (word("head", "state"), word("item-state", view.row.state.value)),
        (word("head", "organisation"), name_of(view.row)),
        (word("head", "place"), place(item.place, LANGUAGE.get()) if item.place else ""),
        (word("head", "concept"), "; ".join(known.label(one, LANGUAGE.get()) for one in concepts)),
        (word("head", "expires-on"), item.expires_on.isoformat()),
        (word("head", "confidential"), word("truth", "yes") if item.confidential else ""),
        (word("head", "returned"), item.returned),
    ]
    return [fact for fact in facts if fact[1]]


def _term(term: Any) -> str:
    if not isinstance(term, Attribute):
        wish = "" if term.must else f" ({word('term', 'wish')})"
        return requirement(term, LANGUAGE.get()) + wish
    said = f"{word('property', term.property)}: {stated(term, LANGUAGE.get())}"
    return f"{said} ({word('term', 'denied')})" if term.denied else said


def _say(message: Message) -> str:
    return say(message, LANGUAGE.get())
