"""What a match is worth comes in: discussed, in an MOU, in a contract; three values apart, never added."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final, Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.deal import Match, Money
from nhipcau.facts.message import Message
from nhipcau.programme.arguments import MatchValues, MoneyParts
from nhipcau.programme.forms import Form, clean
from nhipcau.programme.matching.access import match_at
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work

_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_CENT: Final = Decimal("0.01")
_LARGEST: Final = Decimal(10) ** 15


def value_match(
    office: Office, actor: Actor, match_id: str, *, version: int | None = None, **values: Unpack[MatchValues]
) -> Match:
    """Set any of the three values; one left out stays, one without an amount is taken away."""
    demand(actor, "match.move")
    form = Form(actor.language)
    changes: dict[str, Any] = {}
    for name, parts in values.items():
        if name in MatchValues.__annotations__:
            changes[name] = _money(form, name, parts or {}, office.clock.today())  # type: ignore[arg-type]  # as declared
        else:
            form.refuse(name, Message("field.unknown"))
    form.check()
    with work(office, actor, "value-match") as opened:
        match = match_at(opened, match_id, version)
        return opened.save(replace(match, **changes), before=match)


def _money(form: Form, name: str, parts: MoneyParts, today: date) -> Money | None:
    """Return an amount; its mistakes are kept under ``contract.amount`` and so on."""
    amount = form.number(f"{name}.amount", parts.get("amount"), decimals=2)
    currency = form.text(f"{name}.currency", parts.get("currency"), longest=3).upper()
    on = form.day(f"{name}.on", parts.get("on"), not_after=today) or today
    if amount is None:
        return None
    if not 0 < amount < _LARGEST:
        form.refuse(f"{name}.amount", Message("field.quantity-positive", {"value": str(amount)}))
    if not _CURRENCY.fullmatch(currency):
        code = "field.currency-unknown" if clean(parts.get("currency")) else "field.required"
        form.refuse(f"{name}.currency", Message(code, {"value": currency}))
    return Money(amount=amount.quantize(_CENT), currency=currency, on=on)
