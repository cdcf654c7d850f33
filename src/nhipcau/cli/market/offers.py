"""The words after ``nhipcau offers`` come in; they are taken in, listed, posted or moved, or what fits goes out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nhipcau.cli.market import files, shown
from nhipcau.cli.market.posting import post_item
from nhipcau.cli.market.terms import attribute_parts
from nhipcau.cli.office import keeper, open_office
from nhipcau.cli.plain import plain
from nhipcau.cli.voice import as_json, done, waiting
from nhipcau.cli.words_typed import AsJson
from nhipcau.facts.market import Offer
from nhipcau.programme.market.concepts import office_vocabulary
from nhipcau.programme.post_offer import post_offer
from nhipcau.programme.queries.offer_list import offer_list
from nhipcau.programme.queries.offer_matches import offer_matches
from nhipcau.programme.queries.offer_page import offer_page
from nhipcau.programme.review_item import publish_item
from nhipcau.programme.send_for_review import send_for_review
from nhipcau.programme.withdraw_item import withdraw_item

commands = typer.Typer(
    no_args_is_help=True, help="What organisations have to give: take in, list, post, publish, and find who needs it."
)

ItemId = Annotated[str, typer.Argument(metavar="ID", help="Id of the offer.")]


@commands.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="Offers: .jsonl or .csv, in the shape that export writes.")],
    source: Annotated[str, typer.Option(help="Whose list it is: what it names again is changed, never doubled.")],
    organisation: Annotated[str, typer.Option(help="Id of the organisation of those that name none.")] = "",
    demo: Annotated[bool, typer.Option("--demo", help="They are of the demo office.")] = False,
    as_json_: AsJson = False,
) -> None:
    """Take offers in from a file, as one step that can be undone; they are on the market at once."""
    files.take_in(Offer, file, source=source, organisation=organisation, demo=demo, as_json_=as_json_)


@commands.command()
def export(
    to: Annotated[Path, typer.Option(help="File to write: .jsonl or .csv. It is replaced only as a whole.")],
    state: Annotated[str, typer.Option(help='State that they are in; "" for any.')] = "published",
    kind: Annotated[str, typer.Option(help="product, technology, expertise, training, placement or site.")] = "",
    organisation: Annotated[str, typer.Option(help="Id of an organisation.")] = "",
    source: Annotated[str, typer.Option(help="Only what was taken in from this source, under its own ids.")] = "",
) -> None:
    """Write offers to a file that can be taken in again."""
    files.write_out(offer_list, "attributes", to, source=source, state=state, kind=kind, organisation_id=organisation)


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
    """List offers."""
    found = offer_list(
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
    """Show one offer."""
    office = open_office()
    shown.show_one(offer_page(office, keeper(), item_id), office_vocabulary(office), as_json_=as_json_)


@commands.command()
def matches(
    item_id: ItemId,
    top: Annotated[int, typer.Option(min=1, max=100, help="Matches, and near misses, at most.")] = 20,
    as_json_: AsJson = False,
) -> None:
    """Find the needs that fit, with the reasons, and apart from them those that nearly do."""
    office = open_office()
    with waiting("cli.matching"):
        found = offer_matches(office, keeper(), item_id, top=top)
    shown.show_matches(found, as_json_=as_json_)


@commands.command()
def post(  # noqa: PLR0913, PLR0917 -- one parameter an option
    organisation: Annotated[str, typer.Argument(help="Id of the organisation that has it.")],
    kind: Annotated[str, typer.Option(help="product, technology, expertise, training, placement or site.")],
    text: Annotated[str, typer.Option(help="What is offered; - for standard input, @FILE for a file.")],
    title: Annotated[str, typer.Option(help="One line. Default: the first words of the text.")] = "",
    place: Annotated[str, typer.Option(help="Province or city.")] = "",
    attribute: Annotated[
        list[str] | None, typer.Option(help='What it states, such as "press_tonnage 350 t"; several times.')
    ] = None,
    denied: Annotated[
        list[str] | None, typer.Option(help='What it has not, such as "certificate IATF 16949"; several times.')
    ] = None,
    confidential: Annotated[
        bool, typer.Option("--confidential", help="Nobody else learns whose it is before both sides agree.")
    ] = False,
    as_json_: AsJson = False,
) -> None:
    """Post an offer: a draft, until it is published."""
    rows = [attribute_parts(one, denied=False) for one in attribute or ()]
    rows += [attribute_parts(one, denied=True) for one in denied or ()]
    item = post_item(
        post_offer,
        organisation,
        {"kind": kind, "title": title, "place": place, "confidential": confidential, "attributes": rows},
        text,
    )
    if as_json_:
        as_json(plain(item))
    else:
        done("cli.item-posted", id=item.id, title=item.title)


@commands.command()
def send(item_id: ItemId, as_json_: AsJson = False) -> None:
    """Send an offer for review."""
    item = send_for_review(open_office(), keeper(), Offer, item_id)
    shown.tell_done("done.item-sent", item, as_json_=as_json_)


@commands.command()
def publish(item_id: ItemId, as_json_: AsJson = False) -> None:
    """Put an offer on the market."""
    item = publish_item(open_office(), keeper(), Offer, item_id)
    shown.tell_done("done.item-published", item, as_json_=as_json_)


@commands.command()
def withdraw(item_id: ItemId, as_json_: AsJson = False) -> None:
    """Take an offer off the market, or give up a draft."""
    item = withdraw_item(open_office(), keeper(), Offer, item_id)
    shown.tell_done("done.item-withdrawn", item, as_json_=as_json_)
