"""Which concepts help to meet a requirement of which property: a table; it is judged by people who run factories.

Ways come in rings: where somebody offers a way of the first ring, the next is not looked at. A way names concepts, or
says where they come from: what is related to the thing asked for (``of_asked``), or to the processes of the enterprise
(``of_trade``), in some facets of the thesaurus. Only offers of its ``kinds`` go that way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from nhipcau.facts.market import ItemKind

PEOPLE: Final = frozenset({ItemKind.TRAINING, ItemKind.EXPERTISE})
_KNOWING: Final = PEOPLE | {ItemKind.TECHNOLOGY}
_THINGS: Final = frozenset({ItemKind.PRODUCT, ItemKind.TECHNOLOGY})
_HELP: Final = frozenset({ItemKind.EXPERTISE, ItemKind.TECHNOLOGY, ItemKind.PRODUCT})
_STAFF: Final = frozenset({ItemKind.EXPERTISE, ItemKind.PLACEMENT})
_ADVICE: Final = frozenset({ItemKind.EXPERTISE})
_COURSES: Final = frozenset({ItemKind.TRAINING})
_SITES: Final = frozenset({ItemKind.SITE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to close a gap; ``reason`` is the code of the sentence that says why."""

    reason: str
    kinds: frozenset[ItemKind]
    concepts: tuple[str, ...] = ()
    of_asked: tuple[str, ...] = ()
    of_trade: tuple[str, ...] = ()


Rings = tuple[tuple[Way, ...], ...]

_PRECISION: Final = Way(
    reason="plan.why-precision",
    kinds=PEOPLE,
    concepts=("metrology-skill", "gd-and-t", "spc", "msa", "dimensional-measurement-service", "calibration-service"),
)
_CRAFT: Final = Way(reason="plan.why-craft", kinds=_KNOWING, of_trade=("skill", "technology"))
_QUALITY: Final = Way(
    reason="plan.why-quality",
    kinds=PEOPLE,
    concepts=("quality-skill", "productivity-consulting", "supplier-development", "on-site-consulting"),
)
_MACHINE: Final = Way(reason="plan.why-machine", kinds=_THINGS, of_trade=("equipment",))
_BORROWED: Final = Way(
    reason="plan.why-borrowed-machine",
    kinds=_HELP,
    concepts=("equipment-rental", "shared-machining-capacity", "machine-retrofit", "used-machine-trade"),
)
_OUTPUT: Final = Way(
    reason="plan.why-output",
    kinds=PEOPLE,
    concepts=(
        "lean-expertise", "tpm", "smed", "line-balancing", "industrial-engineering", "value-stream-mapping",
        "mass-production-management", "productivity-consulting",
    ),
)  # fmt: skip
_AUTOMATION: Final = Way(
    reason="plan.why-automation",
    kinds=_KNOWING,
    concepts=("automation-design", "smart-factory", "smart-factory-expertise", "robot-skill", "automation-skill"),
)
_FLOW: Final = Way(
    reason="plan.why-flow",
    kinds=PEOPLE,
    concepts=(
        "production-planning", "kanban-jit", "value-stream-mapping", "smed", "logistics-skill",
        "warehouse-management-skill", "procurement-skill",
    ),
)  # fmt: skip
_FIRST_PASS: Final = Way(
    reason="plan.why-first-pass",
    kinds=_KNOWING,
    concepts=("spc", "six-sigma", "problem-solving-8d", "fmea", "ai-vision-inspection", "machine-vision-skill"),
)
_COST: Final = Way(
    reason="plan.why-cost",
    kinds=PEOPLE,
    concepts=("cost-engineering", "value-stream-mapping", "lean-expertise", "kaizen", "productivity-consulting"),
)
_KNOW_HOW: Final = Way(
    reason="plan.why-know-how", kinds=_KNOWING, of_asked=("skill", "technology", "service", "measurement")
)
_ITS_MACHINE: Final = Way(reason="plan.why-its-machine", kinds=_THINGS, of_asked=("equipment",))
_STANDARD: Final = Way(
    reason="plan.why-standards",
    kinds=PEOPLE,
    concepts=("standards-implementation", "standards-consulting"),
)
_EXPERIENCED: Final = Way(
    reason="plan.why-experienced", kinds=_STAFF, of_trade=("skill",), concepts=("korean-experts", "engineers-workforce")
)
_SIZE: Final[Rings] = ((_MACHINE, _BORROWED),)
_ASKED: Final[Rings] = ((_KNOW_HOW, _ITS_MACHINE), (_QUALITY,))

WAYS: Final[Mapping[str, Rings]] = {
    "certificate": (
        (
            Way(reason="plan.why-certificate", kinds=_ADVICE, of_asked=("skill", "service", "certificate")),
            Way(reason="plan.why-certificate", kinds=_COURSES, of_asked=("skill", "service")),
        ),
        # A course about a standard is a beginning; whoever brings the standard into the factory comes first.
        (Way(reason="plan.why-certificate", kinds=_COURSES, of_asked=("certificate",)),),
        (_STANDARD,),
    ),
    "tolerance": ((_PRECISION, _CRAFT), (_QUALITY,)),
    "accuracy": ((_PRECISION, _CRAFT), (_QUALITY,)),
    "hardness": (
        (
            Way(
                reason="plan.why-hardness",
                kinds=_KNOWING,
                concepts=("heat-treatment-expertise", "metallurgy-expertise", "heat-treatment-furnace"),
            ),
        ),
    ),
    "cleanroom": (
        (
            Way(
                reason="plan.why-cleanroom",
                kinds=_HELP | {ItemKind.TRAINING},
                concepts=("cleanroom-construction", "clean-room-equipment", "iso-14644"),
            ),
            Way(reason="plan.why-cleanroom", kinds=_SITES, concepts=("clean-room",)),
        ),
    ),
    "press_tonnage": _SIZE,
    "part_size": _SIZE,
    "part_weight": _SIZE,
    "thickness": _SIZE,
    "temperature": _SIZE,
    "pressure": _SIZE,
    "speed": ((_MACHINE, _AUTOMATION), (_OUTPUT,)),
    "capacity": ((_OUTPUT, _MACHINE, _AUTOMATION),),
    "min_order": ((_FLOW,), (_OUTPUT,)),
    "lead_time": ((_FLOW,), (_OUTPUT,)),
    "yield": ((_FIRST_PASS, _CRAFT), (_QUALITY,)),
    "price": ((_COST,), (_OUTPUT,)),
    "experience": ((_EXPERIENCED,),),
    "seats": ((Way(reason="plan.why-seats", kinds=PEOPLE, concepts=("training-of-trainers",)),),),
    "trl": (
        (
            Way(
                reason="plan.why-trl",
                kinds=_HELP,
                concepts=("pilot-plant-access", "prototyping-service", "research-service", "incubation"),
            ),
        ),
    ),
    "ip_status": (
        (
            Way(
                reason="plan.why-rights",
                kinds=PEOPLE,
                concepts=("ip-skill", "ip-service", "technology-valuation", "technology-transfer-service"),
            ),
        ),
    ),
    "material": _ASKED,
    "surface": _ASKED,
    "process": _ASKED,
    "equipment": ((Way(reason="plan.why-its-machine", kinds=_THINGS, of_asked=("equipment",)), _BORROWED),),
    "distance_from": ((Way(reason="plan.why-site-near", kinds=_SITES),),),
}
"""By property. Dates, degrees, how long a course lasts, and what a site is like are closed by nothing on the market."""

RUBBER: Final[Rings] = (
    (Way(reason="plan.why-hardness", kinds=_KNOWING, concepts=("compound-recipe", "rubber-expertise")),),
)
"""Hardness as rubber and plastics have it (Shore) is a matter of the compound, not of heat treatment."""

LANGUAGE_CLASSES: Final[Mapping[str, str]] = {
    "ko": "korean-language-class",
    "vi": "vietnamese-language-class",
    "en": "english-language-class",
}
IN_LANGUAGE: Final = Way(
    reason="plan.why-interpreter", kinds=_STAFF, concepts=("interpreter", "interpreting-service", "translation-service")
)

CERTIFIERS: Final = frozenset({"certification-body"})
"""Who certifies may not advise on the same system (ISO/IEC 17021-1), so such an offer audits and prepares nobody."""

ADVISERS: Final = ("standards-implementation", "consulting")
"""Who names one of these beside a certifier is a consultant who works with one."""

BY_FAMILY: Final[Mapping[str, tuple[str, ...]]] = {
    "automotive-certificate": ("core-tools", "apqp-ppap", "iatf-implementation"),
    "food-safety-certificate": ("haccp-implementation", "food-hygiene-skill"),
    "social-compliance": ("labour-law-skill", "human-resources", "esg-expertise"),
    "carbon-certificate": ("carbon-expertise", "esg-carbon-service"),
    "sustainability-certificate": ("esg-expertise", "esg-carbon-service"),
    "chemical-compliance": ("chemical-safety-skill", "xrf-rohs-test", "chemical-analysis-service"),
    "product-certificate": ("product-certification-skill",),
    "environment-certificate": ("iso-14001-implementation", "environmental-consulting"),
    "energy-certificate": ("energy-management", "energy-audit-skill"),
    "safety-certificate": ("iso-45001-implementation", "safety-consulting"),
    "medical-certificate": ("iso-13485-implementation",),
    "laboratory-accreditation": ("iso-17025-implementation",),
    "information-security-certificate": ("cybersecurity-skill",),
    "welding-certificate": ("welding-engineer", "welding-skill"),
    "security-trade-certificate": ("customs-practice", "fta-origin-skill"),
}
"""What prepares for a certificate of a family, where nothing of its own is known."""

SELLS_MACHINES: Final = frozenset(
    {"equipment-rental", "used-machine-trade", "machine-retrofit", "trading-agency", "machine-installation-skill"}
)
