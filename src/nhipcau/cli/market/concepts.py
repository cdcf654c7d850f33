"""The words after ``nhipcau concepts`` come in; the office's own concepts are listed, added or removed."""

from __future__ import annotations

from typing import Annotated

import typer

from nhipcau.cli.office import keeper, open_office
from nhipcau.cli.plain import plain
from nhipcau.cli.voice import as_json, done, table, tell, word
from nhipcau.cli.words_typed import AsJson
from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.errors import BadInput
from nhipcau.facts.market import OwnConcept
from nhipcau.programme.add_own_concept import add_own_concept
from nhipcau.programme.queries.own_concepts import own_concepts
from nhipcau.programme.remove_own_concept import remove_own_concept

commands = typer.Typer(no_args_is_help=True, help="The office's own words of trade, beside the shipped ones.")


@commands.command("list")
def list_(as_json_: AsJson = False) -> None:
    """List the office's own concepts, and how many needs and offers have each."""
    found = own_concepts(open_office(), keeper())
    if as_json_:
        as_json(plain(list(found)))
    elif not found:
        tell("cli.found-nothing")
    else:
        rows = (
            (
                row.concept.id,
                word("facet", row.concept.facet),
                *(_names(row.concept, language) for language in LANGUAGES),
                row.used,
            )
            for row in found
        )
        table(("concept", "facet", "vietnamese", "korean", "english", "had-by"), rows)


@commands.command()
def add(
    facet: Annotated[str, typer.Argument(help="process, material, product, equipment, measurement, defect, …")],
    label: Annotated[
        list[str],
        typer.Option(help='A name in a language, such as "vi:tranh Đông Hồ"; the first of each is preferred.'),
    ],
    broader: Annotated[list[str] | None, typer.Option(help="Id of a concept above it; several times.")] = None,
    note: Annotated[str, typer.Option(help="What tells it from another of the same name.")] = "",
    as_json_: AsJson = False,
) -> None:
    """Add a concept of the office's own."""
    labels: list[tuple[str, str, bool]] = []
    for typed in label:
        language, mark, name = typed.partition(":")
        if not mark:
            raise BadInput("error.label-malformed", typed=typed[:80])
        labels.append((language, name, all(other != language for other, _, _ in labels)))
    concept = add_own_concept(open_office(), keeper(), facet=facet, labels=labels, broader=broader or (), note=note)
    if as_json_:
        as_json(plain(concept))
    else:
        done("cli.concept-added", id=concept.id)


@commands.command()
def remove(concept_id: Annotated[str, typer.Argument(metavar="ID", help="Id of the concept.")]) -> None:
    """Take an own concept away that nothing has any more."""
    remove_own_concept(open_office(), keeper(), concept_id)
    done("cli.concept-removed", id=concept_id)


def _names(concept: OwnConcept, language: str) -> str:
    return "; ".join(label for spoken, label, _ in concept.labels if spoken == language)
