"""The words after ``nhipcau needs`` come in; they are taken in, listed, posted or moved, or what fits goes out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nhipcau.cli.market import files, shown
from nhipcau.cli.market.posting import post_item
from nhipcau.cli.market.terms import requirement_parts
from nhipcau.cli.office import keeper, open_office
from nhipcau.cli.plain import plain
from nhipcau.cli.voice import as_json, done, waiting
from nhipcau.cli.words_typed import AsJson
from nhipcau.facts.market import Need
from nhipcau.programme.market.concepts import office_vocabulary
from nhipcau.programme.post_need import post_need
from nhipcau.programme.queries.need_list import need_list
from nhipcau.programme.queries.need_matches import need_matches
from nhipcau.programme.queries.need_page import need_page
from nhipcau.programme.review_item import publish_item
from nhipcau.programme.send_for_review import send_for_review
from nhipcau.programme.withdraw_item import withdraw_item

commands = typer.Typer(
    no_args_is_help=True, help="What organisations seek: take in, list, post, publish, and find what fits."
)

ItemId = Annotated[str, typer.Argument(metavar="ID", help="Id of the need.")]


@commands.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="Needs: .jsonl or .csv, in the shape that export writes.")],
    source: Annotated[str, typer.Option(help="Whose list it is: what it names again is changed, never doubled.")],
    organisation: Annotated[str, typer.Option(help="Id of the organisation of those that name none.")] = "",
    demo: Annotated[bool, typer.Option("--demo", help="They are of the demo office.")] = False,
    as_json_: AsJson = False,
) -> None:
    """Take needs in from a file, as one step that can be undone; they are on the market at once."""
    files.take_in(Need, file, source=source, organisation=organisation, demo=demo, as_json_=as_json_)


@commands.command()
def export(
    to: Annotated[Path, typer.Option(help="File to write: .jsonl or .csv. It is replaced only as a whole.")],
    state: Annotated[str, typer.Option(help='State that they are in; "" for any.')] = "published",
    kind: Annotated[str, typer.Option(help="product, technology, expertise, training, placement or site.")] = "",
    organisation: Annotated[str, typer.Option(help="Id of an organisation.")] = "",
    source: Annotated[str, typer.Option(help="Only what was taken in from this source, under its own ids.")] = "",
) -> None:
    """Write needs to a file that can be taken in again."""
    files.write_out(need_list, "requirements", to, source=source, state=state, kind=kind, organisation_id=organisation)


@commands.command("list")
def list_(  # noqa: PLR0913, PLR0917 -- one parameter an option
    search: Annotated[str, typer.Option(help="Words of the text, with or without diacritics.")] = "",
    kind: Annotated[str, typer.Option(help="product, technology, expertise, training, placement or site.")] = "",
    state: Annotated[str, typer.Option(help="draft, in-review, published, expired, withdrawn or closed.")] = "",
    organisation: Annotated[str, typer.Option(help="Id of an organisation.")] = "",
    place: Annotated[str, typer.Option(help="Country, province or city: its name in any language, or its code.")] = "",
    concept: Annotated[str, typer.Option(help="Id of a concept; narrower ones count.")] = "",
    sort: Annotated[str, typer.Option(help='new, expires or title; with "-" downwards.')] = "-new",
    limit: Annotated[int, typer.Option(min=1, max=200, help="How many at most.")] = 50,
    cursor: Annotated[str | None, typer.Option(help="Where the page before ended (next_cursor of --json).")] = None,
    as_json_: AsJson = False,
) -> None:
    """List needs."""
    found = need_list(
        open_office(),
        keeper(),
        search=search,
        kind=kind,
        state=state,
        organisation_id=organisation,
        place=place,
        concept=concept,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )
    shown.show_list(found, as_json_=as_json_)


@commands.command()
def show(item_id: ItemId, as_json_: AsJson = False) -> None:
    """Show one need."""
    office = open_office()
    shown.show_one(need_page(office, keeper(), item_id), office_vocabulary(office), as_json_=as_json_)


@commands.command()
def matches(
    item_id: ItemId,
    top: Annotated[int, typer.Option(min=1, max=100, help="Matches, and near misses, at most.")] = 20,
    as_json_: AsJson = False,
) -> None:
    """Find the offers that fit, with the reasons, and apart from them those that nearly do."""
    office = open_office()
    with waiting("cli.matching"):
        found = need_matches(office, keeper(), item_id, top=top)
    shown.show_matches(found, as_json_=as_json_)


@commands.command()
def post(  # noqa: PLR0913, PLR0917 -- one parameter an option
    organisation: Annotated[str, typer.Argument(help="Id of the organisation that seeks it.")],
    kind: Annotated[str, typer.Option(help="product, technology, expertise, training, placement or site.")],
    text: Annotated[str, typer.Option(help="What is sought; - for standard input, @FILE for a file.")],
    title: Annotated[str, typer.Option(help="One line. Default: the first words of the text.")] = "",
    place: Annotated[str, typer.Option(help="Province or city.")] = "",
    requirement: Annotated[
        list[str] | None, typer.Option(help='What it must have, such as "tolerance <= 0.02 mm"; several times.')
    ] = None,
    wish: Annotated[
        list[str] | None, typer.Option(help='What would be good, such as "certificate IATF 16949"; several times.')
    ] = None,
    confidential: Annotated[
        bool, typer.Option("--confidential", help="Nobody else learns whose it is before both sides agree.")
    ] = False,
    as_json_: AsJson = False,
) -> None:
    """Post a need: a draft, until it is published."""
    rows = [requirement_parts(one, must=True) for one in requirement or ()]
    rows += [requirement_parts(one, must=False) for one in wish or ()]
    item = post_item(
        post_need,
        organisation,
        {"kind": kind, "title": title, "place": place, "confidential": confidential, "requirements": rows},
        text,
    )
    if as_json_:
        as_json(plain(item))
    else:
        done("cli.item-posted", id=item.id, title=item.title)


@commands.command()
def send(item_id: ItemId, as_json_: AsJson = False) -> None:
    """Send a need for review."""
    item = send_for_review(open_office(), keeper(), Need, item_id)
    shown.tell_done("done.item-sent", item, as_json_=as_json_)


@commands.command()
def publish(item_id: ItemId, as_json_: AsJson = False) -> None:
    """Put a need on the market."""
    item = publish_item(open_office(), keeper(), Need, item_id)
    shown.tell_done("done.item-published", item, as_json_=as_json_)


@commands.command()
def withdraw(item_id: ItemId, as_json_: AsJson = False) -> None:
    """Take a need off the market, or give up a draft."""
    item = withdraw_item(open_office(), keeper(), Need, item_id)
    shown.tell_done("done.item-withdrawn", item, as_json_=as_json_)
