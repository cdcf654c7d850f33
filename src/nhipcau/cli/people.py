"""The words after ``nhipcau people`` come in; people who may be one are listed, decided, merged or parted."""

from __future__ import annotations

from typing import Annotated

import typer

from nhipcau.cli.office import keeper, open_office
from nhipcau.cli.plain import plain
from nhipcau.cli.suggested import suggested
from nhipcau.cli.voice import LANGUAGE, as_json, done, line, sentence, table, tell, waiting
from nhipcau.cli.words_typed import AsJson
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Organisation, Person
from nhipcau.programme.decide_pair import decide_pair
from nhipcau.programme.merge_people import merge_people
from nhipcau.programme.queries.review_pair import review_pair
from nhipcau.programme.queries.review_queue import review_queue
from nhipcau.programme.queries.suggest_people import suggest_people
from nhipcau.programme.relink_people import relink_people
from nhipcau.programme.unmerge_person import unmerge_person
from nhipcau.words.names import shown_name
from nhipcau.words.numbers import percent
from nhipcau.words.sentences import say

_KIND = "person"

commands = typer.Typer(no_args_is_help=True, help="People under all spellings: find them, and say who is one person.")


@commands.command()
def find(
    words: Annotated[list[str], typer.Argument(help="Any spelling of a name, as far as it is known.")],
    limit: Annotated[int, typer.Option(min=1, max=50, help="How many at most.")] = 10,
    as_json_: AsJson = False,
) -> None:
    """Find people by any spelling of the name, in any script."""
    suggested(suggest_people(open_office(), keeper(), " ".join(words), limit=limit), as_json_=as_json_)


@commands.command()
def review(
    pair: Annotated[str, typer.Argument(metavar="[PAIR]", help="Id of a pair; without it the queue is listed.")] = "",
    decision: Annotated[str, typer.Option("--say", help="Decide the pair: same, different or later.")] = "",
    keep: Annotated[str, typer.Option(help="Id of the person who stays; default: the older entry.")] = "",
    state: Annotated[str, typer.Option(help="open, later, same, different or moot.")] = "open",
    limit: Annotated[int, typer.Option(min=1, max=200, help="How many at most.")] = 50,
    as_json_: AsJson = False,
) -> None:
    """List people who may be one, show a pair with its reasons, or decide it."""
    if pair and decision:
        _decide(pair, decision, keep=keep, as_json_=as_json_)
    elif pair:
        _show(pair, as_json_=as_json_)
    else:
        _list(state, limit, as_json_=as_json_)


@commands.command()
def resolve(as_json_: AsJson = False) -> None:
    """Compare all people and propose those who may be one; nobody is merged."""
    office = open_office()
    with waiting("cli.comparing"):
        found = relink_people(office, keeper())
    if as_json_:
        as_json(plain(found))
        return
    done("done.people-relinked", people=found.people, proposed=found.proposed)


@commands.command()
def merge(
    kept: Annotated[str, typer.Argument(help="Id of the person who stays.")],
    gone: Annotated[str, typer.Argument(help="Id of the person who turned out to be the first.")],
    despite: Annotated[bool, typer.Option("--despite", help="Merge although somebody told them apart.")] = False,
    as_json_: AsJson = False,
) -> None:
    """Merge one person into another; signatures and posts follow, and it can be taken back at any time."""
    made = merge_people(open_office(), keeper(), kept, gone, despite=despite)
    if as_json_:
        as_json(plain(made))
        return
    done("cli.people-merged", kept=kept, gone=gone)


@commands.command()
def unmerge(
    gone: Annotated[str, typer.Argument(metavar="ID", help="Id of the merged person.")], as_json_: AsJson = False
) -> None:
    """Take a merge back, however long ago: what had hung on the person goes back."""
    parted = unmerge_person(open_office(), keeper(), gone)
    if as_json_:
        as_json(plain(parted))
        return
    returned = [
        say(Message(f"parted.{kind}", {"count": count}), LANGUAGE.get()) for kind, count in parted.returned.items()
    ]
    done("cli.unmerged", gone=gone, returned=returned or sentence("cli.nothing"), stayed=parted.stayed)


def _decide(pair: str, decision: str, *, keep: str, as_json_: bool) -> None:
    office, actor = open_office(), keeper()
    before = review_pair(office, actor, pair)
    decided = decide_pair(office, actor, pair, decision, keep=keep)
    if as_json_:
        as_json(plain(decided))
        return
    kept = decided.merge.kept if decided.merge else ""
    name = next((_name(side.thing) for side in (before.view.left, before.view.right) if side.thing.id == kept), "")
    done(f"done.pair-{decision}", name=name)


def _show(pair: str, *, as_json_: bool) -> None:
    found = review_pair(open_office(), keeper(), pair)
    if as_json_:
        as_json(plain(found))
        return
    doubt = found.view.doubt
    left, right = _name(found.view.left.thing), _name(found.view.right.thing)
    line(f"{left} = {right}? ({percent(doubt.score, LANGUAGE.get())})")
    for said in (*(reason.said for reason in doubt.reasons), *doubt.vetoes):
        line(f"  - {say(said, LANGUAGE.get())}")


def _list(state: str, limit: int, *, as_json_: bool) -> None:
    found = review_queue(open_office(), keeper(), _KIND, state=state, limit=limit)
    if as_json_:
        as_json(plain(found))
        return
    if not found.items:
        tell("cli.review-nothing")
        return
    rows = (
        (row.doubt.id, percent(row.doubt.score, LANGUAGE.get()), _name(row.left), _name(row.right))
        for row in found.items
    )
    table(("id", "alike", "left", "right"), rows)


def _name(thing: Organisation | Person) -> str:
    return shown_name(thing.names, LANGUAGE.get())
