from __future__ import annotations

import json
from datetime import UTC
from decimal import Decimal
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nhipcau.facts.agreement import Agreement
from nhipcau.facts.market import Comparison, Need, Requirement
from nhipcau.facts.message import Message
from nhipcau.programme.record_change import KINDS, Thing, from_record, kind_of, to_record
from tests.programme.samples import agreement, need

TEXT = st.text(max_size=8)
MOMENTS = st.datetimes(timezones=st.just(UTC))
PLAIN = st.none() | st.booleans() | st.integers(-99, 99) | TEXT
st.register_type_strategy(Message, st.builds(Message, TEXT, st.dictionaries(TEXT, PLAIN, max_size=2)))


@st.composite
def things(draw: st.DrawFn) -> Thing:
    """Return any thing with any values."""
    fact = draw(st.sampled_from(list(KINDS.values())))
    known = {name: MOMENTS for name in ("created_at", "received_at") if name in fact.__dataclass_fields__}
    return cast("Thing", draw(st.builds(fact, **known)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(things())
def test_every_fact_comes_back_from_json(thing: Thing) -> None:
    record = json.loads(json.dumps(to_record(thing)))
    assert from_record(KINDS[kind_of(thing)], record) == thing


def test_parts_of_an_older_record_take_their_defaults() -> None:
    record = to_record(agreement())
    del record["demo"]
    record["forgotten"] = 1
    assert from_record(Agreement, record) == agreement()


def test_a_record_without_its_id_is_refused() -> None:
    record = to_record(agreement())
    del record["id"]
    with pytest.raises(ValueError, match="id"):
        from_record(Agreement, record)


NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=6)


@given(st.lists(NUMBERS | TEXT, max_size=4))
def test_a_number_and_a_text_of_digits_stay_apart(values: list[Decimal | str]) -> None:
    asked = tuple(Requirement(property="x", comparison=Comparison.EQUAL, value=value) for value in values)
    thing = need(requirements=asked)
    back = from_record(Need, json.loads(json.dumps(to_record(thing))))
    assert back == thing
    assert [type(one.value) for one in back.requirements] == [type(one.value) for one in asked]
