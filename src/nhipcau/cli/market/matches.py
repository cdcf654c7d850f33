"""The words after ``nhipcau matches`` come in; pairs on their way are listed, shown, proposed, accepted or moved."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from nhipcau.cli.market.shown import name_of, tell_done
from nhipcau.cli.office import keeper, open_office
from nhipcau.cli.plain import plain
from nhipcau.cli.voice import LANGUAGE, as_json, done, line, out, sentence, table, word
from nhipcau.cli.words_typed import AsJson
from nhipcau.facts.deal import Match, Money
from nhipcau.programme.accept_match import accept_match
from nhipcau.programme.decline_match import decline_match
from nhipcau.programme.move_match import move_match
from nhipcau.programme.propose_match import propose_match
from nhipcau.programme.queries.match_list import match_list
from nhipcau.programme.queries.match_page import match_page
from nhipcau.programme.views import MatchRow, MatchView
from nhipcau.words import numbers
from nhipcau.words.sentences import say

commands = typer.Typer(no_args_is_help=True, help="Pairs of needs and offers on their way: list, propose, move.")

MatchId = Annotated[str, typer.Argument(metavar="ID", help="Id of the match.")]
Side = Annotated[str, typer.Option(help="The side that says so: need or offer.")]
Note = Annotated[str, typer.Option(help="What is to be remembered.")]


@commands.command("list")
def list_(  # noqa: PLR0913, PLR0917 -- one parameter an option
    stage: Annotated[str, typer.Option(help="proposed, accepted-by-one, accepted, introduced, meeting, …")] = "",
    organisation: Annotated[str, typer.Option(help="Id of an organisation that is a side.")] = "",
    need: Annotated[str, typer.Option(help="Id of a need.")] = "",
    offer: Annotated[str, typer.Option(help="Id of an offer.")] = "",
    idle: Annotated[bool, typer.Option("--idle", help="Those that nothing moved for 30 days.")] = False,
    sort: Annotated[str, typer.Option(help='moved, proposed or score; with "-" downwards.')] = "-moved",
    limit: Annotated[int, typer.Option(min=1, max=200, help="How many at most.")] = 50,
    cursor: Annotated[str | None, typer.Option(help="Where the page before ended (next_cursor of --json).")] = None,
    as_json_: AsJson = False,
) -> None:
    """List matches."""
    found = match_list(
        open_office(),
        keeper(),
        stage=stage,
        organisation_id=organisation,
        need_id=need,
        offer_id=offer,
        idle=idle or None,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )
    if as_json_:
        as_json(plain(found))
        return
    table(("id", "stage", "need", "offer", "waiting-for", "idle-days"), (_row(row) for row in found.items))
    out().print(escape(sentence("cli.listed", shown=len(found.items), total=found.total)), style="dim")


@commands.command()
def show(match_id: MatchId, as_json_: AsJson = False) -> None:
    """Show one match: both sides, its steps, what it is worth, and why the two fit."""
    view = match_page(open_office(), keeper(), match_id)
    if as_json_:
        as_json(plain(view))
    else:
        _show(view)


@commands.command()
def propose(
    need: Annotated[str, typer.Argument(help="Id of the need.")],
    offer: Annotated[str, typer.Argument(help="Id of the offer.")],
    note: Note = "",
    as_json_: AsJson = False,
) -> None:
    """Set a need and an offer on the way."""
    match = propose_match(open_office(), keeper(), need, offer, note=note)
    if as_json_:
        as_json(plain(match))
    else:
        done("cli.match-proposed", id=match.id)


@commands.command()
def accept(match_id: MatchId, side: Side, note: Note = "", as_json_: AsJson = False) -> None:
    """Say yes on behalf of a side; it is noted as such."""
    match = accept_match(open_office(), keeper(), match_id, side=side, note=note)
    tell_done("done.match-accepted", match, as_json_=as_json_)


@commands.command()
def decline(
    match_id: MatchId,
    side: Side,
    reason: Annotated[
        str,
        typer.Option(
            help="too-early, capability, capacity, price, place, language, certificate, confidentiality, no-answer or "
            "other."
        ),
    ],
    note: Note = "",
    as_json_: AsJson = False,
) -> None:
    """Say no on behalf of a side; nobody proposes the pair again."""
    match = decline_match(open_office(), keeper(), match_id, side=side, reason=reason, note=note)
    tell_done("done.match-declined", match, as_json_=as_json_)


@commands.command()
def move(
    match_id: MatchId,
    stage: Annotated[str, typer.Argument(help="introduced, meeting, sample, quotation, contract or repeat-order.")],
    note: Note = "",
    as_json_: AsJson = False,
) -> None:
    """Record that a match came to a stage."""
    match = move_match(open_office(), keeper(), match_id, stage=stage, note=note)
    tell_done("done.match-moved", match, as_json_=as_json_)


def _row(row: MatchRow) -> tuple[object, ...]:
    return (
        row.match.id,
        word("match-stage", row.match.stage.value),
        f"{row.need.item.title} ({name_of(row.need)})",
        f"{row.offer.item.title} ({name_of(row.offer)})",
        "; ".join(word("side", side.value) for side in row.waiting_for),
        row.idle_days or "",
    )


def _show(view: MatchView) -> None:
    match = view.row.match
    out().print(f"[bold]{escape(view.row.need.item.title)} → {escape(view.row.offer.item.title)}[/]", soft_wrap=True)
    facts = [
        (word("head", "stage"), word("match-stage", match.stage.value)),
        (word("head", "need"), f"{match.need_id}  {name_of(view.row.need)}"),
        (word("head", "offer"), f"{match.offer_id}  {name_of(view.row.offer)}"),
        *((word("match-value", kind), _money(worth)) for kind, worth in _values(match) if worth),
    ]
    table(("title", "state"), facts, heads=False)
    for step in match.steps:
        noted = f": {step.note}" if step.note else ""
        line(f"  {step.at.date()}  {word('match-stage', step.stage.value)}, {step.by_name}{noted}")
    for part in view.fit.parts if view.fit else ():
        line(f"  {part.points:+}  {say(part.said, LANGUAGE.get())}")


def _values(match: Match) -> tuple[tuple[str, Money | None], ...]:
    return ("discussed", match.discussed), ("mou", match.mou), ("contract", match.contract)


def _money(worth: Money) -> str:
    return f"{numbers.money(worth.amount, worth.currency, LANGUAGE.get())} ({worth.on})"
