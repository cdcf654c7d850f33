from __future__ import annotations

import itertools

import pytest

from nhipcau.language.organisation_names import analyse, unlike
from nhipcau.language.organisation_names.bodies import bodies, body_codes


@pytest.mark.parametrize("code", list(bodies()))
def test_a_body_is_known_by_each_of_its_names(code: str) -> None:
    for names in bodies()[code].names.values():
        for name in names:
            assert body_codes(analyse(name).acronyms) == {"@" + code}


def test_no_two_bodies_are_taken_for_one() -> None:
    names = [body.names["en"][0] for body in bodies().values()]

    for one, other in itertools.combinations(names, 2):
        assert "body" in [told.kind for told in unlike(analyse(one), analyse(other))]
