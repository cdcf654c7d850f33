# ruff: noqa: E501 -- a property a line
"""The properties that the market knows go out, by code."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nhipcau.facts.market import Comparison, ItemKind
from nhipcau.language.properties.property import Form, Property

_MADE: Final = frozenset({ItemKind.PRODUCT})
_SOLD: Final = frozenset({ItemKind.PRODUCT, ItemKind.TECHNOLOGY})
_TAUGHT: Final = frozenset({ItemKind.EXPERTISE, ItemKind.TRAINING, ItemKind.PLACEMENT})
_LEARNT: Final = frozenset({ItemKind.TRAINING, ItemKind.PLACEMENT})
_LET: Final = frozenset({ItemKind.SITE})
_ALL: Final = frozenset(ItemKind)

_LESS: Final = Comparison.AT_MOST
_MORE: Final = Comparison.AT_LEAST
_HAS: Final = Comparison.HAS
_FIGURE: Final = Form.FIGURE
_LIST: Final = Form.MEMBERS

_LENGTHS: Final = ("mm", "µm", "cm", "m")
_MONEY: Final = (
    "USD", "USD/day", "USD/hour", "USD/month", "USD/pcs", "USD/sets", "USD/pairs", "USD/kg", "USD/m", "USD/m2",
    "USD/m2/month",
)  # fmt: skip
_AMOUNTS: Final = ("pcs", "sets", "pairs", "kg", "m", "m2", "l", "m3")
_OUTPUT: Final = ("pcs", "sets", "pairs", "t", "m", "m2", "l", "m3")
_DAYS: Final = ("day", "week", "month")

_LISTED: Final = (
    Property(code="tolerance", form=_FIGURE, kinds=_MADE, comparison=_LESS, best="smallest", columns=("mm",), units=_LENGTHS[:2]),
    Property(
        code="press_tonnage", form=_FIGURE, kinds=_MADE, comparison=_MORE, best="largest", columns=("kN",),
        units=("t", "kN"), meant={"t": "tf", "kg": "kgf"},
    ),
    Property(
        code="capacity", form=_FIGURE, kinds=_SOLD, comparison=_MORE, best="largest",
        columns=tuple(f"{unit}/month" for unit in _OUTPUT),
        units=(*(f"{unit}/month" for unit in _OUTPUT), "pcs/year", "sets/year", "pairs/year", "t/year"),
    ),
    Property(code="min_order", form=_FIGURE, kinds=_MADE, comparison=_LESS, best="smallest", columns=_AMOUNTS, units=(*_AMOUNTS, "t")),
    Property(code="lead_time", form=_FIGURE, kinds=_MADE, comparison=_LESS, best="smallest", columns=("day",), units=(*_DAYS, "hour"), zero=True),
    Property(
        code="duration", form=_FIGURE, kinds=_TAUGHT, comparison=_LESS, best="largest", columns=("day",),
        units=(*_DAYS, "year", "hour"), meant={"hour": "classhour"},
    ),
    Property(
        code="price", form=_FIGURE, kinds=_ALL, comparison=_LESS, best="smallest", columns=_MONEY, zero=True,
        units=(*_MONEY, "VND", "VND/day", "VND/month", "VND/pcs", "VND/m2/month", "KRW", "KRW/day", "KRW/month"),
    ),
    Property(code="floor_area", form=_FIGURE, kinds=_LET, comparison=_MORE, best="largest", columns=("m2",), units=("m2", "ha", "pyeong")),
    Property(code="power", form=_FIGURE, kinds=_LET | _SOLD, comparison=_MORE, best="largest", columns=("kVA",), units=("kVA", "MVA", "kW")),
    Property(code="ceiling_height", form=_FIGURE, kinds=_LET, comparison=_MORE, best="largest", columns=("m",), units=("m",)),
    Property(code="floor_load", form=_FIGURE, kinds=_LET, comparison=_MORE, best="largest", columns=("t/m2",), units=("t/m2", "kg/m2")),
    Property(
        code="hardness", form=_FIGURE, kinds=_MADE, comparison=_MORE, best="largest",
        columns=("HV", "HRC", "HB", "ShoreA", "ShoreD"), units=("HV", "HRC", "HB", "Shore A", "Shore D"),
    ),
    Property(code="part_size", form=_FIGURE, kinds=_MADE, comparison=_MORE, best="largest", columns=("mm",), units=("mm", "cm", "m")),
    Property(code="part_weight", form=_FIGURE, kinds=_MADE, comparison=_MORE, best="largest", columns=("kg",), units=("kg", "g", "t")),
    Property(code="thickness", form=_FIGURE, kinds=_MADE, comparison=_MORE, best="largest", columns=("mm",), units=_LENGTHS),
    Property(code="seats", form=_FIGURE, kinds=_LEARNT, comparison=_MORE, best="largest", columns=("person",), units=("person",), bare="person"),
    Property(
        code="experience", form=_FIGURE, kinds=_ALL, comparison=_MORE, best="largest", columns=("year",),
        units=("year", "month"), bare="year",
    ),
    Property(
        code="trl", form=_FIGURE, kinds=frozenset({ItemKind.TECHNOLOGY}), comparison=_MORE, best="largest", columns=("trl",),
        bare="trl", least=1, most=9,
    ),
    Property(code="temperature", form=_FIGURE, kinds=_SOLD, comparison=_MORE, best="largest", columns=("degC",), units=("°C", "°F"), least=-273, zero=True),
    Property(code="pressure", form=_FIGURE, kinds=_SOLD, comparison=_MORE, best="largest", columns=("bar",), units=("bar", "MPa", "kgf/cm2")),
    Property(code="voltage", form=_FIGURE, kinds=_SOLD, comparison=_MORE, best="largest", columns=("V",), units=("V", "kV")),
    Property(
        code="speed", form=_FIGURE, kinds=_SOLD, comparison=_MORE, best="largest",
        columns=("rpm", "m/minute", "pcs/minute"), units=("rpm", "m/minute", "pcs/minute", "pcs/hour"),
    ),
    Property(code="accuracy", form=_FIGURE, kinds=_SOLD, comparison=_LESS, best="smallest", columns=("mm", "percent"), units=("mm", "µm", "%")),
    Property(code="yield", form=_FIGURE, kinds=_SOLD, comparison=_MORE, best="largest", columns=("percent",), units=("%",), most=100),
    Property(
        code="cleanroom", form=_FIGURE, kinds=frozenset({ItemKind.PRODUCT, ItemKind.SITE}), comparison=_LESS, best="smallest",
        columns=("iso",), bare="iso", least=1, most=9,
    ),
    Property(code="start_date", form=Form.DAY, kinds=_TAUGHT | _LET, comparison=_LESS, best="smallest"),
    Property(code="degree", form=Form.LEVEL, kinds=_TAUGHT, comparison=_MORE, best="largest"),
    Property(code="distance_from", form=Form.DISTANCE, kinds=_ALL, comparison=_LESS, columns=("km",), units=("km",), bare="km", zero=True),
    Property(code="material", form=_LIST, kinds=_MADE, comparison=_HAS, facets=("material",)),
    Property(code="certificate", form=_LIST, kinds=_ALL, comparison=_HAS, facets=("certificate",)),
    Property(
        code="language", form=_LIST, kinds=_ALL, comparison=_HAS, best="largest", columns=("topik",), bare="topik", least=1, most=6,
    ),
    Property(code="ip_status", form=_LIST, kinds=frozenset({ItemKind.TECHNOLOGY}), comparison=_HAS),
    Property(code="surface", form=_LIST, kinds=_MADE, comparison=_HAS, facets=("process", "material")),
    Property(code="process", form=_LIST, kinds=_MADE, comparison=_HAS, facets=("process",)),
    Property(code="equipment", form=_LIST, kinds=_ALL, comparison=_HAS, facets=("equipment",)),
)  # fmt: skip

PROPERTIES: Final[Mapping[str, Property]] = MappingProxyType({known.code: known for known in _LISTED})
"""Every property by its code."""
