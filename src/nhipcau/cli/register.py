"""Filters and an id come in; agreements of the register, one of them, or all of it as a file goes out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from nhipcau.cli.office import keeper, open_office
from nhipcau.cli.plain import plain
from nhipcau.cli.voice import LANGUAGE, as_json, done, out, sentence, table, word
from nhipcau.cli.words_typed import AsJson
from nhipcau.facts.agreement import Agreement
from nhipcau.facts.errors import Unavailable
from nhipcau.programme.queries.agreement_list import agreement_list
from nhipcau.programme.queries.agreement_page import agreement_page
from nhipcau.programme.queries.export_register import export_register
from nhipcau.programme.views import AgreementRow, AgreementView, RegisterExport
from nhipcau.words.dates import edtf
from nhipcau.words.labels import report_label

commands = typer.Typer(no_args_is_help=True, help="The register of agreements: list, show, export.")


class Format(StrEnum):
    """A file that the register is exported to."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


@commands.command("list")
def list_(  # noqa: PLR0913, PLR0917 -- one parameter an option
    search: Annotated[str, typer.Option(help="Words of titles and names, with or without diacritics.")] = "",
    sector: Annotated[str, typer.Option(help="Code of a sector, such as materials.")] = "",
    type_: Annotated[str, typer.Option("--type", help="MOU, LOI, agreement, amendment or contract.")] = "",
    state: Annotated[str, typer.Option(help="State of at least one commitment, such as late.")] = "",
    year: Annotated[str, typer.Option(help="Year of signing.")] = "",
    place: Annotated[str, typer.Option(help="Words of the place of signing.")] = "",
    country: Annotated[str, typer.Option(help="Country of a party, such as KR.")] = "",
    sort: Annotated[str, typer.Option(help='signed, title, type, created or expires; with "-" downwards.')] = "-signed",
    limit: Annotated[int, typer.Option(min=1, max=200, help="How many at most.")] = 50,
    cursor: Annotated[str | None, typer.Option(help="Where the page before ended (next_cursor of --json).")] = None,
    as_json_: AsJson = False,
) -> None:
    """List agreements."""
    found = agreement_list(
        open_office(),
        keeper(),
        search=search,
        sector=sector,
        type=type_,
        state=state,
        year=year,
        place=place,
        country=country,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )
    if as_json_:
        as_json(plain(found))
        return
    table(("id", "title", "type", "signed", "parties", "demo"), (_row(row) for row in found.items))
    out().print(escape(sentence("cli.listed", shown=len(found.items), total=found.total)), style="dim")


def _row(row: AgreementRow) -> tuple[str, ...]:
    agreement = row.agreement
    return (
        agreement.id,
        agreement.title,
        word("agreement-type", agreement.type.value),
        edtf(agreement.signed, LANGUAGE.get()),
        "; ".join(party.name for party in agreement.parties),
        word("truth", "yes") if agreement.demo else "",
    )


@commands.command()
def show(
    agreement_id: Annotated[str, typer.Argument(metavar="ID", help="Id of the agreement.")], as_json_: AsJson = False
) -> None:
    """Show one agreement with its commitments and sources."""
    found = agreement_page(open_office(), keeper(), agreement_id)
    if as_json_:
        as_json(plain(found))
        return
    _show(found)


def _show(view: AgreementView) -> None:
    agreement = view.agreement
    console = out()
    console.print(f"[bold]{escape(agreement.title)}[/]", soft_wrap=True)
    table(("title", "state"), _facts(agreement), heads=False)
    if view.commitments:
        rows = (
            (
                row.commitment.id,
                word("activity", row.commitment.code),
                word("commitment-state", row.state.value),
                row.owner_name,
                row.commitment.quantity,
                row.commitment.unit,
                row.commitment.due_on,
            )
            for row in view.commitments
        )
        table(("id", "code", "state", "owner", "quantity", "unit", "due-on"), rows)


def _facts(agreement: Agreement) -> list[tuple[str, str]]:
    facts = [
        (word("head", "type"), word("agreement-type", agreement.type.value)),
        (word("head", "status"), word("agreement-status", agreement.status.value)),
        (word("head", "signed"), edtf(agreement.signed, LANGUAGE.get())),
        (word("head", "parties"), "; ".join(party.name for party in agreement.parties)),
        (word("head", "people"), "; ".join(person.name for person in agreement.people)),
        (word("head", "sectors"), "; ".join(word("sector", code) for code in agreement.sectors)),
        (word("head", "expires-on"), str(agreement.expires_on or "")),
    ]
    return [fact for fact in facts if fact[1]]


@commands.command()
def export(
    to: Annotated[Path, typer.Option(help="File to write. A known file is replaced only as a whole.")],
    format_: Annotated[Format, typer.Option("--format", help="Kind of file; csv is a zip of one file a table.")] = (
        Format.XLSX
    ),
) -> None:
    """Export the register: agreements, commitments, activities, organisations, people, evidence, documents."""
    register = export_register(open_office(), keeper())
    data = _written(register, format_)
    draft = to.with_name(f".{to.name}.part")
    try:
        draft.write_bytes(data)
        draft.replace(to)
    except OSError as failed:
        draft.unlink(missing_ok=True)
        raise Unavailable("error.file-unwritten", file=str(to), reason=failed.strerror) from failed
    done("cli.exported", file=str(to), agreements=len(register.agreements))


def _written(register: RegisterExport, format_: Format) -> bytes:
    from nhipcau.report import interchange, separated, tables, workbook  # noqa: PLC0415 -- openpyxl loads here

    say = report_label(LANGUAGE.get())
    if format_ is Format.JSON:
        return interchange.interchange(register)
    laid_out = tables.tables(register, say)
    return workbook.workbook(laid_out, say) if format_ is Format.XLSX else separated.separated(laid_out, say)
