"""A request comes in; what every page shows around its content goes out. No query beside the signed-in person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from nhipcau import __version__
from nhipcau.facts.actor import Actor
from nhipcau.programme.permissions import allowed
from nhipcau.web.navigation import Group, navigation

THEME_COOKIE: Final = "nhipcau_theme"
THEMES: Final = ("system", "light", "dark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """What ``base.html`` and ``bare.html`` show; ``actor`` is ``None`` before sign-in.

    ``drafts`` is where drafts are confirmed, for those who may see them: empty lists lead there.
    """

    here: str
    theme: str
    themes: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    version: str
    actor: Actor | None = None
    navigation: tuple[Group, ...] = ()
    search: str = ""
    asked: str = ""
    demo: bool = False
    drafts: str = ""


def context(request: HttpRequest) -> Mapping[str, Shell]:
    """Give templates ``shell``."""
    actor: Actor | None = getattr(request, "actor", None)
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return {
        "shell": Shell(
            here=_here(request),
            theme=theme if theme in THEMES else "system",
            themes=(("system", _("As the device")), ("light", _("Light")), ("dark", _("Dark"))),
            languages=tuple(settings.LANGUAGES),
            version=__version__,
            actor=actor,
            navigation=navigation(actor, request.path) if actor else (),
            search=reverse("web:search") if actor else "",
            asked=request.GET.get("q", "") if actor and request.path == reverse("web:search") else "",
            demo=bool(getattr(request.user, "demo", False)) if actor else False,
            drafts=reverse("web:drafts") if actor and allowed(actor, "draft.see") else "",
        )
    }


def _here(request: HttpRequest) -> str:
    """The address to come back to after a switch: a page that answers a form is opened anew."""
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    came_from = urlsplit(request.headers.get("Referer", ""))
    return came_from.path + (f"?{came_from.query}" if came_from.query else "") or "/"
