"""A Vega-Lite chart goes in; the same picture comes out as SVG for a page or as PNG for a report."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import as_file, files
from types import ModuleType
from typing import Final

FONT: Final = "Pretendard, 'Noto Sans', 'Noto Sans KR', 'Malgun Gothic', 'Apple SD Gothic Neo', 'Segoe UI', sans-serif"
VERSION: Final = "6.1"
VIETNAM: Final = "#b4532a"
KOREA: Final = "#1f5fa8"
ELSEWHERE: Final = "#6b6f76"

Link = Callable[[str, str], str]
"""(kind of thing, id) → address of its page."""

Picture = Mapping[str, object]
"""A Vega-Lite specification (version ``VERSION``) without a config: colours and fonts are the house's."""

Layer = dict[str, object]
"""One layer of a picture."""


def svg(picture: Picture, *, background: str | None = None) -> str:
    """Draw as SVG; ``background`` is a colour, or ``None`` for a page that brings its own."""
    drawn: str = _converter().vegalite_to_svg(_dressed(picture, background), vl_version=VERSION)
    return drawn


def png(picture: Picture, *, scale: float = 2.0) -> bytes:
    """Draw as PNG on white; ``scale`` 2 is sharp on paper and on dense screens."""
    drawn: bytes = _converter().vegalite_to_png(_dressed(picture, "white"), vl_version=VERSION, scale=scale)
    return drawn


def values(rows: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """Put rows into a picture."""
    return {"values": list(rows)}


def nominal(field: str, words: Sequence[str], looks: Sequence[object]) -> dict[str, object]:
    """Tell ``words`` of a field apart by ``looks`` (colours, shapes, dashes), with a legend without a title."""
    return {"field": field, "type": "nominal", "title": None, "scale": {"domain": list(words), "range": list(looks)}}


def plain(field: str) -> dict[str, object]:
    """Carry a field that is read and not scaled: an address, a description, a label."""
    return {"field": field, "type": "nominal"}


def _dressed(picture: Picture, background: str | None) -> dict[str, object]:
    config = {
        "background": background,
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            "labelFontSize": 12,
            "titleFontSize": 12,
            "labelLimit": 320,
            "domain": False,
            "ticks": False,
            "labelPadding": 10,
        },
        "legend": {"labelFontSize": 12, "titleFontSize": 12, "labelLimit": 320, "orient": "top"},
    }
    return {**picture, "config": config}


@functools.cache
def _converter() -> ModuleType:
    converter = importlib.import_module("vl_convert")  # 84 MB: loaded when the first picture is drawn
    with as_file(files("nhipcau.report") / "fonts") as folder:
        converter.register_font_directory(str(folder))
    return converter
