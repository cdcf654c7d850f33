from __future__ import annotations

import pytest

from nhipcau.cli.exits import Exit, exit_of
from nhipcau.facts.errors import BadInput, Conflict, DocumentRefused, NhipCauError, NotAllowed, NotFound, Unavailable


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BadInput("error.x"), Exit.FAILED),
        (DocumentRefused("error.x"), Exit.FAILED),
        (NotAllowed("error.x"), Exit.FAILED),
        (Unavailable("error.x"), Exit.FAILED),
        (NotFound("error.x"), Exit.NOT_FOUND),
        (Conflict("error.x"), Exit.CONFLICT),
    ],
)
def test_each_kind_of_error_has_its_exit_code(error: NhipCauError, code: Exit) -> None:
    assert exit_of(error) is code
