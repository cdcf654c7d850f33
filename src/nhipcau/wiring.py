"""Django's settings come in, an office with its store, clock, identifiers, files and readers goes out."""

from __future__ import annotations

import functools
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings

from nhipcau.compute.market.finder import MarketFinder
from nhipcau.compute.register import DuckLinkage
from nhipcau.facts.actor import Actor
from nhipcau.intake.extract import DocumentExtractor
from nhipcau.intake.model_reader import ModelReader
from nhipcau.intake.spreadsheet.reader import SpreadsheetReader
from nhipcau.programme.office import Limits, Office
from nhipcau.programme.ports import SecondReader
from nhipcau.programme.rematch import rematch
from nhipcau.store.beside import in_background
from nhipcau.store.clock import SystemClock
from nhipcau.store.database import DatabaseStore
from nhipcau.store.door import translated
from nhipcau.store.files import FolderFiles
from nhipcau.store.ids import SortableIds
from nhipcau.store.mailer import DjangoMailer
from nhipcau.store.models import User
from nhipcau.store.progress import FolderProgress
from nhipcau.store.queries.readers import actor_named

__all__ = ["User", "actor_of", "in_background", "office"]

# One counter for the whole process: two offices never give the same identifier.
_IDS = SortableIds()


def office() -> Office:
    """Return the office that the settings describe; cheap, so that every request may ask."""
    limits = Limits(
        largest_upload=settings.NHIPCAU_MAX_UPLOAD_BYTES,
        largest_file=settings.NHIPCAU_MAX_UPLOAD_BYTES,
        longest_text=settings.NHIPCAU_MAX_TEXT,
    )
    return Office(
        store=DatabaseStore(),
        clock=SystemClock(ZoneInfo(settings.TIME_ZONE)),
        ids=_IDS,
        files=FolderFiles(Path(settings.NHIPCAU_FILES_DIR)),
        extract=DocumentExtractor(largest_file=limits.largest_upload, longest_text=limits.longest_text),
        spreadsheets=SpreadsheetReader(largest_file=limits.largest_upload),
        progress=FolderProgress(Path(settings.DATA_DIR) / "progress"),
        second_reader=_second_reader(),
        linkage=DuckLinkage(),
        finder=_finder(Path(settings.DATA_DIR) / "market-index", settings.TIME_ZONE),
        mailer=DjangoMailer(),
        beside=in_background,
        market_moved=rematch,
        limits=limits,
    )


def actor_of(user: User) -> Actor:
    """Say who acts when ``user`` is signed in.

    Who speaks for an organisation that turned out to be another speaks for that one, until the two are parted again.
    """
    with translated():
        return actor_named(user)


@functools.cache
def _finder(folder: Path, zone: str) -> MarketFinder:
    """Return the one finder of this process: what it read of its indexes stays in memory."""
    return MarketFinder(folder, DatabaseStore().reads, SystemClock(ZoneInfo(zone)).today)


def _second_reader() -> SecondReader | None:
    """Return the reader behind the endpoint that the settings name, or nobody."""
    if not settings.NHIPCAU_MODEL_ENDPOINT:
        return None
    return ModelReader(
        endpoint=settings.NHIPCAU_MODEL_ENDPOINT,
        model=settings.NHIPCAU_MODEL_NAME,
        key=settings.NHIPCAU_MODEL_KEY.get_secret_value(),
        timeout=settings.NHIPCAU_MODEL_TIMEOUT,
    )
