"""The words after ``nhipcau plans`` come in; how an enterprise closes its gaps is worked out, listed or shown."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from nhipcau.cli.office import keeper, open_office
from nhipcau.cli.plain import plain
from nhipcau.cli.voice import LANGUAGE, as_json, line, out, sentence, table, tell, waiting, word
from nhipcau.cli.words_typed import AsJson
from nhipcau.facts.message import Message
from nhipcau.facts.plan import Gap, PlanStep, Route
from nhipcau.programme.make_plan import make_plan
from nhipcau.programme.queries.plan_list import plan_list
from nhipcau.programme.queries.plan_page import plan_page
from nhipcau.programme.views import PlanRow, PlanView
from nhipcau.words import numbers
from nhipcau.words.requirements import requirement
from nhipcau.words.sentences import say

commands = typer.Typer(no_args_is_help=True, help="How enterprises close their gaps: make, list and show plans.")


@commands.command("list")
def list_(
    offer: Annotated[str, typer.Option(help="Id of the offer that it is made for.")] = "",
    need: Annotated[str, typer.Option(help="Id of the need that it is made for.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=200, help="How many at most.")] = 50,
    cursor: Annotated[str | None, typer.Option(help="Where the page before ended (next_cursor of --json).")] = None,
    as_json_: AsJson = False,
) -> None:
    """List plans, the newest first."""
    found = plan_list(open_office(), keeper(), offer_id=offer, need_id=need, limit=limit, cursor=cursor)
    if as_json_:
        as_json(plain(found))
        return
    table(("id", "offer", "need", "gaps", "made"), (_row(row) for row in found.items))
    out().print(escape(sentence("cli.listed", shown=len(found.items), total=found.total)), style="dim")


@commands.command()
def make(
    offer: Annotated[str, typer.Argument(help="Id of the offer of the enterprise.")],
    need: Annotated[str, typer.Option(help="Id of the need. Default: all needs of its trade.")] = "",
    unstated: Annotated[bool, typer.Option("--unstated", help="Plan also for what the offer says nothing of.")] = False,
    starts: Annotated[str, typer.Option(help="First day, as 2027-01-31. Default: today.")] = "",
    as_json_: AsJson = False,
) -> None:
    """Plan how the gaps of an enterprise are closed, in the cheapest and the fastest way."""
    office = open_office()
    with waiting("cli.planning"):
        made = make_plan(office, keeper(), offer, need or None, unstated=unstated, starts_on=starts)
        view = plan_page(office, keeper(), made.id)
    if as_json_:
        as_json(plain(made))
    else:
        _show(view)


@commands.command()
def show(
    plan_id: Annotated[str, typer.Argument(metavar="ID", help="Id of the plan.")], as_json_: AsJson = False
) -> None:
    """Show one plan: its gaps, both ways step by step, and what nobody offers."""
    view = plan_page(open_office(), keeper(), plan_id)
    if as_json_:
        as_json(plain(view))
    else:
        _show(view)


def _row(row: PlanRow) -> tuple[object, ...]:
    need = row.need.item.title if row.need else sentence("cli.whole-trade")
    return row.plan.id, row.offer.item.title, need, len(row.plan.gaps), row.plan.made_at.date()


def _show(view: PlanView) -> None:
    plan = view.row.plan
    need = view.row.need.item.title if view.row.need else sentence("cli.whole-trade")
    out().print(f"[bold]{escape(view.row.offer.item.title)} → {escape(need)}[/]  {plan.id}", soft_wrap=True)
    if not plan.gaps:
        tell("cli.no-gaps")
    for gap in plan.gaps:
        nobody = f" ({sentence('cli.nobody-offers')})" if gap.key in plan.open_gaps else ""
        line(f"  - {_asked(gap)}{nobody}")
    for route in plan.routes:
        _show_route(view, route)


def _show_route(view: PlanView, route: Route) -> None:
    days = "cli.days-at-least" if route.undated else "cli.days"
    cost = "cli.cost-at-least" if route.unpriced or route.cost_at_least else "cli.cost"
    money = numbers.money(route.cost, "USD", LANGUAGE.get())
    takes = f"{sentence(days, days=route.days)}, {sentence(cost, cost=money)}"
    line(f"{word('plan-variant', route.variant.value)}: {takes}")
    for step in route.steps:
        line(f"  {step.starts:>4}  {_title(view, step)}")
        for closing in step.closes:
            line(f"        {say(Message(closing.reason, {'found': closing.found}), LANGUAGE.get())}")


def _title(view: PlanView, step: PlanStep) -> str:
    remedy = view.remedies.get(step.offer_id)
    return f"{step.offer_id}  {remedy.item.title}" if remedy else step.offer_id


def _asked(gap: Gap) -> str:
    return requirement(gap.requirement, LANGUAGE.get())
