"""Facts and codes come into a template, words of the reader's language and the shell's components go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from django import template
from django.contrib.messages.storage.base import Message as Notice
from django.forms import BoundField
from django.template.context import RequestContext
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Name
from nhipcau.language.places import place_of
from nhipcau.web.forms import Form
from nhipcau.web.tones import tone_of
from nhipcau.web.voice import reading_language, spoken
from nhipcau.words import dates, numbers
from nhipcau.words.labels import choices, kind_of, label, label_of
from nhipcau.words.names import shown_name

register = template.Library()

_LEVELS: Final = {"debug": "info", "info": "info", "success": "good", "warning": "warn", "error": "bad"}
_SYMBOLS: Final = {"info": "info", "good": "done", "warn": "warn", "bad": "ban"}


# ---------------------------------------------------------------- words


@register.filter(name="say")
def say_message(message: Message) -> str:
    """Say a message in the reader's language."""
    return spoken(message)


@register.filter(name="label")
def label_of_code(code: StrEnum | str | None, kind: str = "") -> str:
    """Label a code: an enumeration's member knows its vocabulary, a bare code needs ``kind``."""
    if code is None or code == "":
        return ""
    if isinstance(code, StrEnum) and not kind:
        return label_of(code, reading_language())
    return label(kind, str(code), reading_language())


@register.simple_tag(name="choices")
def choices_of(kind: str) -> list[tuple[str, str]]:
    """Every code of a vocabulary with its label, for a select box."""
    return choices(kind, reading_language())


@register.filter(name="edtf")
def edtf_value(value: str | None) -> str:
    """Write an EDTF date in words; an absent one as "not stated"."""
    return dates.edtf(value, reading_language())


@register.filter(name="short_edtf")
def edtf_short(value: str | None) -> str:
    """Write an EDTF date as in a table: a whole day briefly."""
    return dates.short_edtf(value, reading_language())


@register.filter(name="day")
def day_long(value: date | None) -> str:
    """Write a day as in running text."""
    return dates.day(value, reading_language()) if value else ""


@register.filter(name="short_day")
def day_short(value: date | None) -> str:
    """Write a day as in a table."""
    return dates.short_day(value, reading_language()) if value else ""


@register.filter(name="moment")
def moment(value: datetime | None) -> str:
    """Write a moment by the office's clock."""
    return dates.moment(value, reading_language(), timezone.get_default_timezone()) if value else ""


@register.filter(name="number")
def grouped_number(value: float | Decimal | str | None) -> str:
    """Group the digits of a number; text that is no number stays."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        try:
            value = Decimal(value)
        except ArithmeticError:
            return str(value)
    return numbers.number(value, reading_language())


@register.filter(name="percent")
def percent(value: float) -> str:
    """Write a share of 1 in percent."""
    return numbers.percent(value, reading_language())


@register.filter(name="field_label")
def field_label(field: str) -> str:
    """Name a part of an organisation; a number by its scheme."""
    kind, _, scheme = field.partition(":")
    if kind != "identifier":
        return label("organisation-field", field, reading_language())
    own, _, source = scheme.partition(":")
    known = label("identifier-scheme", own, reading_language())
    return f"{known} ({source})" if source else known


@register.filter(name="field_value")
def field_value(value: str, field: str) -> str:
    """Write a value of a part of an organisation; codes in words."""
    if field == "kind":
        return label("party-kind", value, reading_language())
    if field == "country":
        return numbers.country(value, reading_language())
    if field == "place":
        known = place_of(value)
        return known.name(reading_language()) if known else value
    return value


@register.filter(name="file_size")
def file_size(value: int) -> str:
    """Write a number of bytes."""
    return numbers.size(value, reading_language())


@register.filter(name="country")
def country_name(code: str | None) -> str:
    """Name a country of an ISO 3166-1 code."""
    return numbers.country(code, reading_language())


@register.filter(name="name")
def name_of(names: Sequence[Name]) -> str:
    """The name shown of a thing with names in several languages."""
    return shown_name(names, reading_language())


# ---------------------------------------------------------------- small marks


@register.simple_tag(name="icon")
def icon(symbol: str) -> SafeString:
    """Draw a symbol of ``icons.svg``; it is decoration, words stand beside it."""
    address = static("nhipcau/icons.svg")
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>', address, symbol
    )


@register.simple_tag(name="badge")
def badge(code: StrEnum | str, kind: str = "") -> SafeString:
    """Show a state as shape, icon and words."""
    kind = kind or (kind_of(code) if isinstance(code, StrEnum) else "")
    tone, symbol = tone_of(kind, str(code))
    return format_html(
        '<span class="badge" data-tone="{}">{}{}</span>', tone, icon(symbol), label(kind, str(code), reading_language())
    )


@register.simple_tag(name="demo_mark")
def demo_mark(thing: object) -> SafeString | str:
    """Mark a thing that belongs to the demo office; nothing for any other."""
    return badge("demo", "mark") if getattr(thing, "demo", False) else ""


# ---------------------------------------------------------------- components


@register.inclusion_tag("nhipcau/component/field.html", name="field")
def field(form: Form, name: str, label: str, **options: Any) -> dict[str, Any]:
    """One field with label, hint and mistake.

    Options: ``type`` (text, date, select, textarea, email, ...), ``hint``, ``required``, ``choices``, ``empty``
    (the text of the empty choice), ``size`` ("short", "wide"); any other becomes an attribute (``inputmode`` ...),
    with ``_`` for ``-``.
    """
    identity = form.prefix + name
    mistake = form.errors.get(name)
    shown = {key: options.pop(key, None) for key in ("hint", "choices", "empty", "size")}
    kind, required = options.pop("type", "text"), options.pop("required", None)
    described = [f"{identity}-hint"] * bool(shown["hint"]) + [f"{identity}-error"] * (mistake is not None)
    states = {
        "required": required,
        "aria-invalid": "true" if mistake else None,
        "aria-describedby": " ".join(described) or None,
    }
    return {
        **shown,
        "id": identity,
        "name": name,
        "label": label,
        "type": kind,
        "value": form.values.get(name, ""),
        "error": spoken(mistake) if mistake else "",
        "optional": required is False,
        "attributes": _attributes(options | states),
    }


def _attributes(pairs: Mapping[str, object]) -> SafeString:
    kept = [(key.replace("_", "-"), value) for key, value in pairs.items() if value is not None and value is not False]
    return format_html_join("", ' {}="{}"', ((key, "" if value is True else value) for key, value in kept))


@register.inclusion_tag("nhipcau/component/field.html", name="bound_field")
def bound_field(bound: BoundField, label: str = "", hint: str = "") -> dict[str, Any]:
    """Show a field of a Django form (the account pages) in the same look."""
    kind = getattr(bound.field.widget, "input_type", "text")
    mistakes = " ".join(str(text) for text in bound.errors)
    described = f"{bound.auto_id}-error" if mistakes else None
    widget = bound.field.widget.attrs
    return {
        "id": bound.auto_id,
        "name": bound.html_name,
        "label": label or bound.label,
        "hint": hint,
        "type": kind,
        "value": "" if kind == "password" else (bound.value() or ""),
        "error": mistakes,
        "attributes": _attributes(
            {
                "required": bound.field.required,
                "autocomplete": widget.get("autocomplete"),
                "aria-invalid": "true" if mistakes else None,
                "aria-describedby": described,
            }
        ),
    }


@register.inclusion_tag("nhipcau/component/mistakes.html", name="mistakes")
def mistakes(form: Form) -> dict[str, Any]:
    """The list of a form's mistakes above it, each a link to its field; it takes the focus."""
    return {"prefix": form.prefix, "errors": [(name, spoken(text)) for name, text in form.errors.items()]}


@register.simple_block_tag(name="empty_state")
def empty_state(content: str, title: str) -> SafeString:
    """A list with nothing in it: what it would show, and what to do next."""
    return SafeString(render_to_string("nhipcau/component/empty.html", {"content": content, "title": title}))


@register.simple_block_tag(name="dialog")
def dialog(content: str, identity: str, title: str, *, open: bool = False) -> SafeString:  # noqa: A002 -- as in HTML
    """A modal dialog, opened by any element with ``data-dialog="<identity>"``."""
    context = {"content": content, "id": identity, "title": title, "open": open}
    return SafeString(render_to_string("nhipcau/component/dialog.html", context))


@register.inclusion_tag("nhipcau/component/crumbs.html", name="crumbs")
def crumbs(*steps: str) -> dict[str, Any]:
    """The way to a page: title, address, title, address, ..., title of this page."""
    pairs = [(steps[at], steps[at + 1] if at + 1 < len(steps) else "") for at in range(0, len(steps), 2)]
    return {"steps": pairs}


@register.inclusion_tag("nhipcau/component/toast.html", takes_context=True, name="toast")
def toast(context: RequestContext, message: Notice) -> dict[str, Any]:
    """One message of what just happened, with a way back where its tags name a batch ("undo:<batch>")."""
    tags = (message.extra_tags or "").split()
    undo = next((tag.removeprefix("undo:") for tag in tags if tag.startswith("undo:")), "")
    tone = _LEVELS.get(message.level_tag, "info")
    return {
        "text": str(message),
        "tone": tone,
        "symbol": _SYMBOLS[tone],
        "undo": undo,
        "csrf_token": context.get("csrf_token"),
        # Who takes a decision on a pair back goes on with pairs.
        "next": reverse("web:review") if context["request"].path.startswith(reverse("web:review")) else "",
    }


@register.inclusion_tag("nhipcau/component/pager.html", takes_context=True, name="pager")
def pager(context: RequestContext, page: Any) -> dict[str, Any]:
    """Move through a ``Page`` by cursor, keeping the filters of the address."""
    query = context["request"].GET
    following = _address(query, cursor=page.next_cursor) if page.next_cursor else ""
    return {
        "total": page.total,
        "counted": page.counted,
        "next": following,
        "first": _address(query, cursor=None) if "cursor" in query else "",
    }


@register.inclusion_tag("nhipcau/component/sort.html", takes_context=True, name="sort_header")
def sort_header(context: RequestContext, key: str, title: str, **options: Any) -> dict[str, Any]:
    """A column head that sorts: ``key``, again ``-key``. ``default`` names the sort where the address has none."""
    query = context["request"].GET
    now = query.get("sort", options.get("default", ""))
    direction = {"-" + key: "descending", key: "ascending"}.get(now, "")
    return {
        "title": title,
        "number": options.get("number", False),
        "direction": direction,
        "symbol": {"ascending": "up", "descending": "down"}.get(direction, "sort"),
        "address": _address(query, sort="-" + key if now == key else key, cursor=None),
    }


@register.inclusion_tag("nhipcau/component/tabs.html", name="tabs")
def tabs(title: str, entries: Iterable[Any]) -> dict[str, Any]:
    """Views of one thing side by side: entries with ``title``, ``address``, ``current`` and ``count`` (or ``None``)."""
    return {"title": title, "tabs": list(entries)}


@register.simple_tag(takes_context=True, name="address_with")
def address_with(context: RequestContext, **changes: str | None) -> str:
    """This page's address with some parameters changed, or dropped where the value is ``None`` or empty."""
    return _address(context["request"].GET, **changes)


def _address(query: Any, **changes: str | None) -> str:
    kept = query.copy()
    for key, value in changes.items():
        if value:
            kept[key] = value
        else:
            kept.pop(key, None)
    return f"?{kept.urlencode()}"
