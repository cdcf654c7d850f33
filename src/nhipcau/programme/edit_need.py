"""Parts of a need set right come in; the need with them goes out."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Need
from nhipcau.programme.arguments import NeedParts
from nhipcau.programme.market.posting import edited
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def edit_need(office: Office, actor: Actor, need_id: str, *, version: int, **parts: Unpack[NeedParts]) -> Need:
    """Set any of the parts; those left out stay, lists are replaced whole.

    What an enterprise changes of a published need is looked at again before it is shown.
    """
    demand(actor, "market.edit")
    with work(office, actor, "edit-need") as opened:
        return edited(opened, Need, need_id, version, parts)
