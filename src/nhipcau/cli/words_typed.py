"""Words that several commands take come in; their types and help texts go out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Language(StrEnum):
    """A language that the command line speaks."""

    VIETNAMESE = "vi"
    KOREAN = "ko"
    ENGLISH = "en"


Paths = Annotated[
    list[Path],
    typer.Argument(
        help="Files (txt, html, pdf, docx), or folders that are searched for such files.",
        exists=True,
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(help="Date of publication of the documents, as 2021-11-26 or EDTF, where it is known."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
