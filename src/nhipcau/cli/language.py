"""Words after ``nhipcau language`` come in: texts to tag, concepts to look up, lines to train from. No database."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from nhipcau.cli.file_bytes import file_bytes
from nhipcau.cli.voice import LANGUAGE, as_json, done, table, tell, waiting, word
from nhipcau.cli.words_typed import AsJson, Language
from nhipcau.facts.errors import BadInput
from nhipcau.language.detect import language_of
from nhipcau.language.encoding import decode
from nhipcau.language.thesaurus.trade_concept import FACETS, TradeConcept
from nhipcau.language.thesaurus.vocabulary import vocabulary
from nhipcau.programme.office import Limits

commands = typer.Typer(no_args_is_help=True, help="The words of trade in Vietnamese, Korean and English.")

_STANDARD_INPUT = "-"


@commands.command("tag")
def tag(
    text: Annotated[
        str, typer.Argument(help="A text, a file's name after @, or - for standard input.", show_default=False)
    ],
    language: Annotated[
        Language | None, typer.Option(help="Language of the text; without it, judged by its letters.")
    ] = None,
    as_json_: AsJson = False,
) -> None:
    """Print the concepts that a text names, and those that it denies. Needs no database."""
    told = _text(text)
    spoken = language.value if language else language_of(told)
    words = vocabulary()
    found = words.tag(told, spoken)
    if as_json_:
        as_json([{"concept": one.concept, "start": one.start, "end": one.end, "denied": one.denied} for one in found])
    elif not found:
        tell("cli.found-nothing")
    else:
        rows = (
            (one.concept, words.label(one.concept, LANGUAGE.get()), told[one.start : one.end], _denied(one.denied))
            for one in found
        )
        table(("concept", "title", "written", "denied"), rows)


@commands.command("concepts")
def concepts(
    typed: Annotated[str, typer.Argument(help="The beginning of a word, or a concept's id.", show_default=False)],
    facet: Annotated[
        list[str] | None, typer.Option(help=f"Only this facet; may be given several times: {', '.join(FACETS)}.")
    ] = None,
    most: Annotated[int, typer.Option(help="How many are printed at most.", min=1, max=1000)] = 20,
    as_json_: AsJson = False,
) -> None:
    """Look concepts up in the thesaurus, by any of their labels. Needs no database."""
    words = vocabulary()
    unknown = sorted(set(facet or ()) - set(FACETS))
    if unknown:
        raise BadInput("error.facet-unknown", facet=unknown[0])
    exact = [typed] if typed in words.concepts else []
    nearly = [one.concept for one in words.find(typed, LANGUAGE.get(), facet, most)]
    found = [words.concept(one) for one in dict.fromkeys((*exact, *nearly))][:most]
    if as_json_:
        as_json([_whole(one) for one in found])
    elif not found:
        tell("cli.found-nothing")
    else:
        rows = (
            (one.id, word("facet", one.facet), *(one.labels.get(language, "") for language in ("vi", "ko", "en")))
            for one in found
        )
        table(("concept", "facet", "vietnamese", "korean", "english"), rows)


@commands.command("train")
def train_(
    lines: Annotated[
        Path,
        typer.Argument(
            help="Tab-separated file with the columns vi, ko and en; each line says the same in at least two of them.",
            exists=True,
            dir_okay=False,
            show_default=False,
        ),
    ],
    to: Annotated[Path, typer.Option(help="Where the space is written (.npz).", show_default=False)],
    half: Annotated[
        str | None, typer.Option(help='Only lines whose column "half" says this, such as learn.', show_default=False)
    ] = None,
    alone: Annotated[
        bool, typer.Option("--alone", help="Leave out the thesaurus and the lines that the program brings along.")
    ] = False,
) -> None:
    """Train the space in which texts of three languages lie near one another. Needs no database.

    The program's own thesaurus and lines are learnt from as well.
    """
    # SciPy loads here, not with every command.
    from nhipcau.language.space.aligned import aligned  # noqa: PLC0415 -- slow import
    from nhipcau.language.space.build import own_lines  # noqa: PLC0415
    from nhipcau.language.space.train import train  # noqa: PLC0415

    given = aligned(lines, half)
    with waiting("cli.training"):
        space = train((*(() if alone else own_lines()), *given))
    space.save(to)
    done("cli.trained", lines=len(given), features=len(space.rows), file=str(to))


def _text(typed: str) -> str:
    limit = Limits().longest_text
    if typed == _STANDARD_INPUT:
        return decode(sys.stdin.buffer.read(4 * limit)).text[:limit]
    if typed.startswith("@"):
        return decode(file_bytes(Path(typed[1:]), 4 * limit)).text[:limit]
    return typed


def _denied(denied: bool) -> str:
    return word("truth", "yes") if denied else ""


def _whole(one: TradeConcept) -> dict[str, object]:
    return {
        "id": one.id,
        "facet": one.facet,
        "labels": dict(one.labels),
        "other_labels": {language: list(labels) for language, labels in one.other_labels.items()},
        "broader": list(one.broader),
        "narrower": list(one.narrower),
        "related": list(one.related),
        "hs": list(one.hs),
        "isic": list(one.isic),
        "note": one.note,
    }
