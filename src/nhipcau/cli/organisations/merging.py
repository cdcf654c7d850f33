"""Two organisations come in and are one; or one that was merged stands by itself again."""

from __future__ import annotations

from typing import Annotated

import typer

from nhipcau.cli.office import keeper, open_office
from nhipcau.cli.plain import plain
from nhipcau.cli.voice import LANGUAGE, as_json, done, sentence
from nhipcau.cli.words_typed import AsJson
from nhipcau.facts.message import Message
from nhipcau.programme.merge_organisations import merge_organisations
from nhipcau.programme.merging.part import Parted
from nhipcau.programme.unmerge_organisations import unmerge_organisation, unmerge_organisations
from nhipcau.words.sentences import say

Organisation = Annotated[str, typer.Argument(help="Id of an organisation.")]


def merge(
    kept: Annotated[str, typer.Argument(help="Id of the organisation that stays.")],
    gone: Annotated[str, typer.Argument(help="Id of the organisation that turned out to be the first.")],
    despite: Annotated[bool, typer.Option("--despite", help="Merge although something speaks against it.")] = False,
    as_json_: AsJson = False,
) -> None:
    """Merge one organisation into another; its address leads there, and it can be taken back at any time."""
    made = merge_organisations(open_office(), keeper(), kept, gone, despite=despite)
    if as_json_:
        as_json(plain(made))
        return
    done("cli.merged", kept=kept, gone=gone, merge=gone)


def unmerge(
    gone: Annotated[str, typer.Argument(metavar="ID", help="Id of the merged organisation, or of the merge.")],
    as_json_: AsJson = False,
) -> None:
    """Take a merge back, however long ago: what had hung on the organisation goes back to it."""
    parted = _parted(gone)
    if as_json_:
        as_json(plain(parted))
        return
    returned = [
        say(Message(f"parted.{kind}", {"count": count}), LANGUAGE.get()) for kind, count in parted.returned.items()
    ]
    done("cli.unmerged", gone=parted.merge.gone, returned=returned or sentence("cli.nothing"), stayed=parted.stayed)


def _parted(thing_id: str) -> Parted:
    office, actor = open_office(), keeper()
    with office.store.unit() as unit:
        is_merge = unit.merges.get(thing_id) is not None
    if is_merge:
        return unmerge_organisations(office, actor, thing_id)
    return unmerge_organisation(office, actor, thing_id)
