"""A pair's id and a decision come in, or nothing; the pair decided, or the queue, goes out."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from nhipcau.cli.office import keeper, open_office
from nhipcau.cli.plain import plain
from nhipcau.cli.voice import LANGUAGE, as_json, done, line, out, sentence, table, tell, waiting, word
from nhipcau.cli.words_typed import AsJson
from nhipcau.facts.message import Message
from nhipcau.programme.decide_pair import decide_pair
from nhipcau.programme.queries.review_pair import PairPage, review_pair
from nhipcau.programme.queries.review_queue import review_counts, review_queue
from nhipcau.programme.relink import relink
from nhipcau.words.names import shown_name
from nhipcau.words.numbers import percent
from nhipcau.words.sentences import say


def review(  # noqa: PLR0913, PLR0917 -- one parameter an option
    pair: Annotated[str, typer.Argument(metavar="[PAIR]", help="Id of a pair; without it the queue is listed.")] = "",
    decision: Annotated[str, typer.Option("--say", help="Decide the pair: same, different or later.")] = "",
    keep: Annotated[str, typer.Option(help="Id of the organisation that stays; default: more hangs on it.")] = "",
    despite: Annotated[bool, typer.Option("--despite", help="Merge although something speaks against it.")] = False,
    state: Annotated[str, typer.Option(help="open, later, same, different or moot.")] = "open",
    limit: Annotated[int, typer.Option(min=1, max=200, help="How many at most.")] = 50,
    as_json_: AsJson = False,
) -> None:
    """List doubtful pairs, show one with its reasons, or decide it."""
    if pair and decision:
        _decide(pair, decision, keep=keep, despite=despite, as_json_=as_json_)
    elif pair:
        found = review_pair(open_office(), keeper(), pair)
        if as_json_:
            as_json(plain(found))
        else:
            _show(found)
    else:
        _list(state, limit, as_json_=as_json_)


def resolve(
    apply: Annotated[
        bool, typer.Option("--apply", help="Merge what carries the same number, with nothing against it.")
    ] = False,
    as_json_: AsJson = False,
) -> None:
    """Compare the whole register and propose what is new; for every night."""
    office = open_office()
    with waiting("cli.comparing"):
        found = relink(office, keeper(), apply=apply)
    if as_json_:
        as_json(plain(found))
        return
    done("done.relinked", organisations=found.organisations, proposed=found.proposed, merged=found.merged)


def _decide(pair: str, decision: str, *, keep: str, despite: bool, as_json_: bool) -> None:
    office, actor = open_office(), keeper()
    before = review_pair(office, actor, pair)
    decided = decide_pair(office, actor, pair, decision, keep=keep, despite=despite)
    if as_json_:
        as_json(plain(decided))
        return
    kept = decided.merge.kept if decided.merge else ""
    name = next((_name(side.thing) for side in (before.view.left, before.view.right) if side.thing.id == kept), "")
    done(f"done.pair-{decision}", name=name)


def _list(state: str, limit: int, *, as_json_: bool) -> None:
    office, actor = open_office(), keeper()
    found = review_queue(office, actor, state=state, limit=limit)
    if as_json_:
        as_json(plain(found))
        return
    if not found.items:
        tell("cli.review-nothing")
        return
    rows = (
        (row.doubt.id, percent(row.doubt.score, LANGUAGE.get()), row.doubt.weight, _name(row.left), _name(row.right))
        for row in found.items
    )
    table(("id", "alike", "settles", "left", "right"), rows)
    counts = review_counts(office, actor)
    decided = counts["same"] + counts["different"]
    out().print(
        escape(sentence("cli.review-counts", open=counts["open"], later=counts["later"], decided=decided)), style="dim"
    )


def _show(found: PairPage) -> None:
    view = found.view
    line(f"{_name(view.left.thing)} = {_name(view.right.thing)}? ({percent(view.doubt.score, LANGUAGE.get())})")
    rows = (
        (
            word("organisation-field", row.field) if ":" not in row.field else row.field.partition(":")[2],
            "; ".join(row.left),
            "; ".join(row.right),
            word("compared-values", row.agree),
        )
        for row in found.compared
    )
    table(("field", "left", "right", "agrees"), rows)
    for said in (*(bar.reason.said for bar in found.bars), *view.doubt.vetoes):
        line(f"  - {_say(said)}")


def _say(message: Message) -> str:
    return say(message, LANGUAGE.get())


def _name(thing: object) -> str:
    return shown_name(getattr(thing, "names", ()), LANGUAGE.get())
