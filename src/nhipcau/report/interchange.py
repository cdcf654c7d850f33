"""The register goes in; one JSON document with every fact, or every organisation, in code words comes out."""

from __future__ import annotations

import dataclasses
import json
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from nhipcau.programme.views import RegisterExport

FORMAT = "nhipcau-register/1"


def interchange(register: RegisterExport) -> bytes:
    """Write the register as JSON: codes as they are, dates as ISO 8601, quantities as decimal text."""
    body = {"format": FORMAT, **dataclasses.asdict(register)}
    return json.dumps(plain(body), ensure_ascii=False, indent=1).encode()


def organisations_as_json(register: RegisterExport) -> bytes:
    """Write the organisations alone, each with the names of its sources."""
    bodies = [
        {**dataclasses.asdict(body), "sources": register.sources.get(body.id, ())} for body in register.organisations
    ]
    return (json.dumps(plain(bodies), ensure_ascii=False, indent=2) + "\n").encode()


def plain(value: object) -> object:
    """Return a value as JSON has it: codes as they are, dates as ISO 8601, quantities as decimal text."""
    match value:
        case dict():
            return {str(plain(key)): plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
        case Enum():
            return value.value
        case date() | datetime():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case _:
            return value
