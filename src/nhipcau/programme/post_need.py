"""What an organisation seeks comes in; a need goes out, a draft until it is sent for review."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Need
from nhipcau.programme.arguments import NeedParts
from nhipcau.programme.market.posting import posted
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def post_need(
    office: Office, actor: Actor, organisation_id: str, *, demo: bool | None = None, **parts: Unpack[NeedParts]
) -> Need:
    """Post a need of an organisation; enterprises post for their own alone. Kind and text are needed.

    What is posted for an organisation of the demo office is of the demo office, unless ``demo`` says otherwise.

    Requirements that contradict one another are stored: ``need_page`` warns of them.
    """
    demand(actor, "market.post", organisation_id)
    with work(office, actor, "post-need") as opened:
        return posted(opened, Need, organisation_id, parts, demo=demo)
