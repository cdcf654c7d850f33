"""Needs or offers come in; the six kinds with a symbol and a line that somebody might write go out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy

from nhipcau.facts.market import ItemKind


@dataclass(frozen=True, slots=True)
class KindCard:
    """A kind to choose, its symbol, and an example."""

    kind: ItemKind
    symbol: str
    example: object


_EXAMPLES: Final = {
    "need": {
        ItemKind.PRODUCT: gettext_lazy("Injection-moulded housings, ABS, 200,000 pcs a month, IATF 16949"),
        ItemKind.TECHNOLOGY: gettext_lazy("A way to plate plastics without chromium VI"),
        ItemKind.EXPERTISE: gettext_lazy("An expert in press dies, ten days at our plant in Bắc Ninh"),
        ItemKind.TRAINING: gettext_lazy("A course on 5S and TPM for 25 shift leaders"),
        ItemKind.PLACEMENT: gettext_lazy("Six interns in mechatronics from September, TOPIK 2"),
        ItemKind.SITE: gettext_lazy("5,000 m² of workshop within 50 km of Hải Phòng, 1,000 kVA"),
    },
    "offer": {
        ItemKind.PRODUCT: gettext_lazy("Sheet-metal stamping, presses up to 400 t, ISO 9001"),
        ItemKind.TECHNOLOGY: gettext_lazy("Laser cladding for worn moulds, patented, ready for use"),
        ItemKind.EXPERTISE: gettext_lazy("Consultant for casting defects, 25 years in Korean foundries"),
        ItemKind.TRAINING: gettext_lazy("Two weeks of CNC programming, taught in Korean and Vietnamese"),
        ItemKind.PLACEMENT: gettext_lazy("30 students of automotive engineering look for six months of practice"),
        ItemKind.SITE: gettext_lazy("Ready-built factories in Yên Phong, floor load 3 t/m², from October"),
    },
}


def kind_cards(side: str) -> list[KindCard]:
    """Return the kinds in their order."""
    return [KindCard(kind, f"kind-{kind.value}", _EXAMPLES[side][kind]) for kind in ItemKind]
