"""Files come in; drafts to confirm stand in the office afterwards, each document in one transaction."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nhipcau.cli.exits import Exit
from nhipcau.cli.file_bytes import file_bytes
from nhipcau.cli.gather import gather
from nhipcau.cli.office import keeper, open_office
from nhipcau.cli.voice import as_json, complain, done, followed, out, sentence, warn
from nhipcau.cli.words_typed import AsJson, Paths, Published
from nhipcau.facts.errors import BadInput, NhipCauError
from nhipcau.programme.arguments import AboutDocument
from nhipcau.programme.office import Office
from nhipcau.programme.receive_document import receive_document
from nhipcau.programme.views import Received


def take_in(
    paths: Paths,
    published: Published = None,
    address: Annotated[
        str | None, typer.Option(help="Web address that the document came from; for one document only.")
    ] = None,
    as_json_: AsJson = False,
) -> None:
    """Take documents into the office as drafts to confirm.

    Each document is taken in whole or not at all. A file that is known already is recognised and not stored again, so
    an import that was interrupted is simply typed again.
    """
    files = gather(paths)
    if not files:
        raise BadInput("error.no-documents")
    if address and len(files) > 1:
        raise BadInput("error.address-for-one")
    office = open_office()
    about: AboutDocument = {}
    if published:
        about["published"] = published
    if address:
        about["address"] = address
    received = [(path, _one(office, path, about)) for path in followed(files, "cli.reading")]
    _report(received, as_json_=as_json_)


def _one(office: Office, path: Path, about: AboutDocument) -> Received | NhipCauError:
    """Take one file in; a refusal is what there is to say about this file."""
    try:
        return receive_document(
            office, keeper(), file_bytes(path, office.limits.largest_upload), name=path.name, **about
        )
    except NhipCauError as error:
        complain(error, of=str(path))
        return error


def _report(received: list[tuple[Path, Received | NhipCauError]], *, as_json_: bool) -> None:
    taken = [(path, answer) for path, answer in received if isinstance(answer, Received)]
    if as_json_:
        as_json([_record(path, answer) for path, answer in received])
    else:
        known = sum(answer.already_known for _, answer in taken)
        for path, answer in taken:
            state = sentence("cli.imported-known" if answer.already_known else "cli.imported-new")
            out().print(f"{path}: {state} ({answer.document.id})", markup=False, soft_wrap=True)
        done("cli.imported", files=len(taken), new=len(taken) - known, known=known)
    refused = len(received) - len(taken)
    if refused:
        warn("cli.some-refused", refused=refused, files=len(received))
        raise typer.Exit(Exit.SOME_REFUSED)


def _record(path: Path, answer: Received | NhipCauError) -> dict[str, object]:
    if isinstance(answer, NhipCauError):
        return {"file": str(path), "refused": answer.code}
    return {
        "file": str(path),
        "document": answer.document.id,
        "known": answer.already_known,
        "drafts": [{"id": draft.id, "list": draft.list.value, "state": draft.state.value} for draft in answer.drafts],
        "warnings": [message.code for message in answer.warnings],
    }
