"""Our own sample articles come in; a demo office with drafts to confirm goes out, or is taken away again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

import nhipcau
from nhipcau.cli.demo_market import STORY, fill_market, fill_matches, fill_plan, find_pairs
from nhipcau.cli.demo_register import lists
from nhipcau.cli.gather import gather
from nhipcau.cli.office import keeper, open_office
from nhipcau.cli.voice import done, followed, line, sentence, tell, waiting, warn
from nhipcau.facts.actor import Role
from nhipcau.facts.organisation_import import ImportState, Outcome
from nhipcau.programme.commit_import import commit_import
from nhipcau.programme.office import Office
from nhipcau.programme.preview_import import preview_import
from nhipcau.programme.queries.import_page import import_list
from nhipcau.programme.queries.review_queue import review_counts
from nhipcau.programme.receive_document import receive_document
from nhipcau.programme.remove_demo import remove_demo

commands = typer.Typer(help="The demo office: sample articles, read and waiting to be confirmed, and a made-up market.")

OFFICER: Final = "officer@demo.example"
_OFFICERS_NAME: Final = "Demo officer"
_SAMPLES: Final = Path(nhipcau.__file__).parents[2] / "samples"
_REMOVED: Final = "demo-removed"
_OTHERS: Final = (Role.ADVISER, Role.ENTERPRISE, Role.VIEWER)


@commands.callback(invoke_without_command=True)
def demo(
    ctx: typer.Context,
    new_password: Annotated[bool, typer.Option("--new-password", help="Give the demo officer a new password.")] = False,
    unless_removed: Annotated[
        bool, typer.Option("--unless-removed", help="Do nothing where the demo office was removed before.")
    ] = False,
    samples: Annotated[
        Path, typer.Option(help="Folder of the sample articles.", show_default="samples/ of the source")
    ] = _SAMPLES,
) -> None:
    """Open the demo office: an officer's account and our sample articles. Typed again, everything stays as it is."""
    if ctx.invoked_subcommand:
        return
    office = open_office()
    if unless_removed and _mark().exists():
        tell("cli.demo-was-removed")
        return
    _open_accounts(new_password=new_password)
    _receive(office, samples)
    _fill_register(office)
    _fill_market(office, samples / "market")
    _mark().unlink(missing_ok=True)


@commands.command("remove")
def remove() -> None:
    """Remove everything that belongs to the demo office: its accounts and all data marked "Demo"."""
    office = open_office()
    from nhipcau.store.accounts import remove_demo_accounts  # noqa: PLC0415 -- Django has to be started first

    removed = remove_demo(office, keeper())
    people = remove_demo_accounts()
    _mark().touch()
    done("cli.demo-removed", things=sum(removed.counts.values()), accounts=people)


def _mark() -> Path:
    """Return the file that says the demo office is not wanted any more."""
    from django.conf import settings  # noqa: PLC0415 -- Django has to be started first

    return Path(settings.DATA_DIR) / _REMOVED


def _open_accounts(*, new_password: bool) -> None:
    from nhipcau.store.accounts import accounts, add_account, fresh_password, set_password  # noqa: PLC0415 -- as above

    known = {account.username for account in accounts()}
    password = fresh_password()
    for role in _OTHERS:
        username = f"{role.value}@demo.example"
        if username not in known:
            add_account(username, password=None, demo=True, name=f"Demo {role.value}", role=role.value)
    if OFFICER not in known:
        add_account(OFFICER, password=password, demo=True, name=_OFFICERS_NAME, role=Role.OFFICER.value)
    elif new_password:
        set_password(OFFICER, password)
    else:
        password = ""
    _show(password)


def _show(password: str) -> None:
    """Print who may sign in; the two names in front are the same in every language, for programs that read them."""
    tell("cli.demo-officer")
    line(f"  user: {OFFICER}")
    line(f"  password: {password}" if password else f"  {sentence('cli.demo-password-kept')}")


def _fill_register(office: Office) -> None:
    """Import the made-up lists that are not in the register yet."""
    officer = replace(keeper(), name=_OFFICERS_NAME)
    known = {one.source for one in import_list(office, officer) if one.state is ImportState.DONE}
    wanted = [item for item in lists() if item[0] not in known]
    made = 0
    for source, name, data in followed(wanted, "cli.reading"):
        one = preview_import(office, officer, data, name=name, source=source, demo=True)
        counts = commit_import(office, officer, one.id).counts
        made += counts.get(Outcome.NEW, 0) + counts.get(Outcome.REVIEW, 0)
    if wanted:
        tell("cli.demo-register", organisations=made, doubts=review_counts(office, officer)["open"])


def _fill_market(office: Office, folder: Path) -> None:
    """Open the market of the samples, and tell which near miss is only one certificate away from a match."""
    if not folder.is_dir():
        return
    officer = replace(keeper(), name=_OFFICERS_NAME)
    with waiting("cli.demo-opening-market"):
        market = fill_market(office, officer, folder)
        matches = fill_matches(office, officer, market, folder / "matches.jsonl")
        find_pairs(office)
        fill_plan(office, officer, market)
    if not market.new:
        return
    tell("cli.demo-market", needs=len(market.needs), offers=len(market.offers), matches=matches)
    need, offer, certificate = STORY
    if need in market.needs and offer in market.offers:
        titles = {"need": market.needs[need].title, "offer": market.offers[offer].title}
        tell("cli.demo-near-miss", certificate=certificate, **titles)


def _receive(office: Office, samples: Path) -> None:
    files = [path for path in gather([samples]) if path.suffix == ".txt"] if samples.is_dir() else []
    if not files:
        warn("cli.demo-no-samples", folder=str(samples))
        return
    new, officer = 0, replace(keeper(), name=_OFFICERS_NAME)
    for path in followed(files, "cli.reading"):
        received = receive_document(office, officer, path.read_bytes(), name=path.name, demo=True)
        new += not received.already_known
    done("cli.demo-received", files=len(files), new=new)
