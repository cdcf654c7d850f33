"""The environment comes in; the office of this machine, set up on first need, goes out to the commands that use it."""

from __future__ import annotations

import getpass
import os
from dataclasses import replace

from pydantic import ValidationError

from nhipcau.cli.voice import LANGUAGE
from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.errors import BadInput, Unavailable
from nhipcau.programme.office import Office

_SETTINGS = "nhipcau.settings"


def start() -> None:
    """Read the settings and start Django; what is wrong with them is said in one sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", _SETTINGS)
    import django  # noqa: PLC0415 -- heavy: `nhipcau read` never needs it

    try:
        django.setup()
    except ValidationError as wrong:
        first = wrong.errors()[0]
        name = "NHIPCAU_" + "_".join(str(part) for part in first["loc"]).upper()
        raise BadInput("error.setting-unusable", name=name, reason=first["msg"]) from wrong
    except (ValueError, ImportError) as wrong:
        raise BadInput("error.setting-unusable", name="", reason=str(wrong)) from wrong
    except OSError as failed:
        raise Unavailable("error.folder-unusable", folder=str(failed.filename), reason=failed.strerror) from failed


def open_office() -> Office:
    """Return the office, ready to be asked; one that was never prepared raises ``Unavailable``."""
    start()
    from nhipcau import wiring  # noqa: PLC0415 -- Django has to be started first
    from nhipcau.store.upkeep import pending_migrations, sweep_files  # noqa: PLC0415 -- as above

    if pending_migrations():
        raise Unavailable("error.office-not-prepared")
    sweep_files()
    # What is begun is also finished: a work beside the command would end with it.
    return replace(wiring.office(), beside=None)


def keeper() -> Actor:
    """Say who acts on the command line: whoever may open the office's files may do everything."""
    return Actor(
        id="command-line", name=f"{_user_of_machine()} (nhipcau)", role=Role.ADMINISTRATOR, language=LANGUAGE.get()
    )


def _user_of_machine() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())
