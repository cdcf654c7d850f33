"""An office comes in, one file with everything of it goes out; and the other way round."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from nhipcau.cli.office import open_office, start
from nhipcau.cli.voice import done, tell, waiting
from nhipcau.facts.errors import Conflict


def backup(
    to: Annotated[
        Path | None, typer.Option(help="File or folder to write to.", show_default="backups/ of the data folder")
    ] = None,
) -> None:
    """Write database and files to one archive that any database can be restored from. The office may go on working."""
    open_office()
    from nhipcau.store.backup import write_backup  # noqa: PLC0415 -- Django has to be started first

    target = _target(to)
    with waiting("cli.backing-up"):
        kept = write_backup(target)
    done("cli.backed-up", file=str(target), things=kept.things, files=kept.files)


def restore(
    file: Annotated[Path, typer.Argument(help="Archive that `nhipcau backup` wrote.", exists=True, dir_okay=False)],
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace what this office holds; it is backed up before.")
    ] = False,
) -> None:
    """Restore an office from a backup, on SQLite or PostgreSQL, whichever the backup came from."""
    start()
    from nhipcau.store import backup as store  # noqa: PLC0415 -- as above
    from nhipcau.store.upkeep import migrate  # noqa: PLC0415 -- as above

    migrate()
    if not store.is_empty():
        if not replace:
            raise Conflict("error.office-not-empty")
        before = _target(None)
        store.write_backup(before)
        tell("cli.restore-kept", file=str(before))
    with waiting("cli.restoring"):
        kept = store.restore_backup(file)
    done("cli.restored", things=kept.things, files=kept.files)


def _target(to: Path | None) -> Path:
    """Return the file to write: as named, or named by the moment in the folder named."""
    from django.conf import settings  # noqa: PLC0415 -- as above

    folder = Path(settings.DATA_DIR) / "backups"
    if to is not None and not to.is_dir():
        return to
    return (to or folder) / f"nhipcau-{datetime.now(UTC):%Y%m%d-%H%M%S}.tar.gz"
