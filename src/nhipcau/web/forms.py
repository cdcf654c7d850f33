"""What a person typed comes in; a form that shows it again, with the mistakes beside its fields, goes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from django.http import QueryDict

from nhipcau.facts.errors import InvalidFields
from nhipcau.facts.message import Message

_LONGEST_NUMBER: Final = 9


@dataclass(frozen=True, slots=True)
class Form:
    """A form to show: values as text, and a message for each field that is wrong.

    ``prefix`` keeps the ids apart where a page shows the same form twice.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, Message] = field(default_factory=dict)
    prefix: str = ""

    @classmethod
    def again(cls, typed: QueryDict, wrong: InvalidFields, prefix: str = "") -> Form:
        """The form as it was typed, with the mistakes that the verb found."""
        return cls({key: typed.get(key, "") for key in typed}, wrong.fields, prefix)


def version_of(typed: QueryDict) -> int:
    """The version of the thing that the page showed; ``InvalidFields`` where the page sent none."""
    value = typed.get("version", "")
    if not (value.isdecimal() and len(value) <= _LONGEST_NUMBER):
        raise InvalidFields({"version": Message("field.required")})
    return int(value)
