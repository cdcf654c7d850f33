"""A user name comes in; the account is made, listed, changed, or given a password or a token."""

from __future__ import annotations

from typing import Annotated

import typer

from nhipcau.cli.office import open_office
from nhipcau.cli.plain import plain
from nhipcau.cli.voice import as_json, done, line, table, tell, word
from nhipcau.cli.words_typed import AsJson, Language
from nhipcau.facts.actor import Role

commands = typer.Typer(no_args_is_help=True, help="People who sign in, and the tokens of their programs.")

Username = Annotated[str, typer.Argument(help="Name to sign in with.")]
Ask = Annotated[bool, typer.Option("--ask", help="Type the password yourself instead of having one made.")]
Organisation = Annotated[str | None, typer.Option(help="Id of the organisation that an enterprise user speaks for.")]
Mail = Annotated[str | None, typer.Option(help="Mail address that letters of new matches go to.")]


@commands.command()
def add(  # noqa: PLR0913, PLR0917 -- one parameter an option
    username: Username,
    role: Annotated[Role, typer.Option(help="What this person may do.")] = Role.VIEWER,
    name: Annotated[str, typer.Option(help="Name as it is shown.")] = "",
    organisation: Organisation = None,
    language: Annotated[Language, typer.Option(help="Language of the pages.")] = Language.VIETNAMESE,
    mail: Mail = None,
    ask: Ask = False,
) -> None:
    """Add somebody who signs in; a password is made and printed once."""
    open_office()
    from nhipcau.store import accounts  # noqa: PLC0415 -- Django has to be started first

    password = _asked() if ask else accounts.fresh_password()
    accounts.add_account(
        username,
        password=password,
        name=name,
        role=role.value,
        organisation_id=organisation,
        language=language.value,
        email=mail,
    )
    done("cli.user-added", username=username, role=role)
    _show(username, "" if ask else password)


@commands.command("list")
def list_(as_json_: AsJson = False) -> None:
    """List everybody who may sign in."""
    open_office()
    from nhipcau.store.accounts import accounts  # noqa: PLC0415 -- as above

    found = accounts()
    if as_json_:
        as_json(plain(found))
        return
    rows = (
        (
            one.username,
            one.name,
            word("role", one.role.value),
            one.organisation_id,
            word("truth", "yes" if one.active else "no"),
            one.tokens or "",
            word("truth", "yes") if one.demo else "",
        )
        for one in found
    )
    table(("username", "name", "role", "organisation", "active", "tokens", "demo"), rows)


@commands.command()
def change(  # noqa: PLR0913, PLR0917 -- one parameter an option
    username: Username,
    role: Annotated[Role | None, typer.Option(help="What this person may do.")] = None,
    name: Annotated[str | None, typer.Option(help="Name as it is shown.")] = None,
    organisation: Organisation = None,
    language: Annotated[Language | None, typer.Option(help="Language of the pages.")] = None,
    mail: Mail = None,
    active: Annotated[bool | None, typer.Option("--enable/--disable", help="May sign in, or may not any more.")] = None,
) -> None:
    """Change role, name, organisation, language or mail address of an account, or close it."""
    open_office()
    from nhipcau.store.accounts import change_account  # noqa: PLC0415 -- as above

    change_account(
        username,
        role=role.value if role else None,
        name=name,
        organisation_id=organisation,
        language=language.value if language else None,
        email=mail,
        active=active,
    )
    done("cli.user-changed", username=username)


@commands.command()
def password(username: Username, ask: Ask = False) -> None:
    """Give somebody a new password."""
    open_office()
    from nhipcau.store import accounts  # noqa: PLC0415 -- as above

    word_ = _asked() if ask else accounts.fresh_password()
    accounts.set_password(username, word_)
    done("cli.user-password", username=username)
    _show(username, "" if ask else word_)


@commands.command()
def token(
    username: Username,
    label: Annotated[str, typer.Option(help="What the token is for.")] = "api",
    revoke: Annotated[str | None, typer.Option(metavar="HINT", help="Revoke the token that begins so.")] = None,
    list_tokens: Annotated[bool, typer.Option("--list", help="List the valid tokens; their secrets are not kept.")] = (
        False
    ),
    as_json_: AsJson = False,
) -> None:
    """Make a token for a program of somebody; it is printed once."""
    open_office()
    from nhipcau.store import accounts  # noqa: PLC0415 -- as above

    if list_tokens:
        _list(plain(accounts.tokens(username)), as_json_=as_json_)
    elif revoke:
        accounts.revoke_token(username, revoke)
        done("cli.token-revoked", hint=revoke)
    else:
        secret = accounts.issue_token(username, label)
        if as_json_:
            as_json({"token": secret})
            return
        tell("cli.token-made")
        line(f"  token: {secret}")


def _list(found: object, *, as_json_: bool) -> None:
    records = found if isinstance(found, list) else []
    if as_json_:
        as_json(records)
        return
    rows = ((one["hint"] + "…", one["label"], one["created_at"], one["last_used_at"]) for one in records)
    table(("hint", "name", "made", "used"), rows)


def _asked() -> str:
    typed: str = typer.prompt("password", hide_input=True, confirmation_prompt=True)
    return typed


def _show(username: str, password_: str) -> None:
    """Print what to sign in with; the two names in front are the same in every language, for programs."""
    line(f"  user: {username}")
    if password_:
        line(f"  password: {password_}")
