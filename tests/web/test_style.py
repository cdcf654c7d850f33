"""Both themes of the stylesheet come in; pairs of text and ground that are too close fail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import nhipcau.web

SHEET = (Path(nhipcau.web.__file__).parent / "static/nhipcau/nhipcau.css").read_text(encoding="utf-8")
TEXT = [
    *[(ink, ground) for ink in ("ink", "ink-2", "ink-3", "link") for ground in ("paper", "surface", "sunken")],
    *[(tone, f"{tone}-ground") for tone in ("good", "warn", "bad", "info", "calm")],
    *[("ink", f"{state}-ground") for state in ("stated", "derived", "disputed")],
    ("on-primary", "primary"),
    ("on-primary", "primary-strong"),
    ("accent", "surface"),
    ("bad", "surface"),
]
SHAPES = [("line-strong", "surface"), ("focus", "paper"), ("focus", "surface"), ("mark-line", "surface")]


def tokens(start: str) -> dict[str, str]:
    block = SHEET[SHEET.index(start) :]
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", block[: block.index("--shadow")]))


THEMES = {"light": tokens("\n:root {"), "dark": tokens('\n  :root[data-theme="dark"] {')}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_text_reaches_four_and_a_half_to_one(theme: str) -> None:
    colours = THEMES[theme]
    weak = [pair for pair in TEXT if contrast(colours[pair[0]], colours[pair[1]]) < 4.5]
    assert weak == []


@pytest.mark.parametrize("theme", THEMES)
def test_shapes_reach_three_to_one(theme: str) -> None:
    colours = THEMES[theme]
    weak = [pair for pair in SHAPES if contrast(colours[pair[0]], colours[pair[1]]) < 3]
    assert weak == []


def test_the_device_and_the_switch_show_the_same_dark() -> None:
    assert tokens('\n  :root:not([data-theme="light"]) {') == THEMES["dark"]


def test_rules_use_tokens() -> None:
    rules = SHEET[SHEET.index("the page */") : SHEET.index("print */")]
    assert re.findall(r"#[0-9a-f]{3,8}\b(?![^{]*\{)", rules) == []
