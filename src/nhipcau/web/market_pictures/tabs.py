"""Which way to look at the coverage of the market comes in; the two ways as tabs go out."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from nhipcau.facts.actor import Actor
from nhipcau.programme.permissions import allowed
from nhipcau.web.pictures import Tab


def looks(current: str, actor: Actor) -> list[Tab]:
    """Return the treemap and, for who may see how pairs stand to each other, the gaps behind it as tabs."""
    titles = {"coverage": _("Coverage by concept")}
    if allowed(actor, "match.rank"):
        titles["openings"] = _("What would open most")
    return [Tab(title, reverse(f"web:market-{name}"), name == current) for name, title in titles.items()]
