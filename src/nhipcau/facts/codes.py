"""The closed vocabularies of the register: every code that a value may carry."""

from __future__ import annotations

from enum import StrEnum


class AgreementType(StrEnum):
    """What kind of paper was signed."""

    MOU = "MOU"
    LOI = "LOI"
    AGREEMENT = "agreement"
    AMENDMENT = "amendment"
    CONTRACT = "contract"


class AgreementStatus(StrEnum):
    """What a report says happened to the paper."""

    SIGNED = "signed"
    EXCHANGED = "exchanged"
    PLANNED = "planned"
    EARLIER = "earlier"


class PartyKind(StrEnum):
    """What kind of body an organisation is."""

    MINISTRY = "ministry"
    GOVERNMENT_AGENCY = "government-agency"
    LOCAL_GOVERNMENT = "local-government"
    PUBLIC_CENTRE = "public-centre"
    RESEARCH_INSTITUTE = "research-institute"
    TECHNOPARK = "technopark"
    UNIVERSITY = "university"
    COLLEGE = "college"
    ASSOCIATION = "association"
    COMPANY = "company"
    BANK = "bank"
    REGULATOR = "regulator"


class PersonFunction(StrEnum):
    """What a person did at the signing."""

    SIGNATORY = "signatory"
    WITNESS = "witness"
    REPRESENTATIVE = "representative"
    SPEAKER = "speaker"
    ATTENDEE = "attendee"


class Strength(StrEnum):
    """How firmly an activity was promised."""

    COMMITMENT = "commitment"
    PURPOSE = "purpose"
    BENEFIT = "benefit"


class FigureRole(StrEnum):
    """Whether a figure belongs to the agreement or to its background."""

    COMMITMENT = "commitment"
    TERM = "term"
    CONTEXT = "context"
    POLICY_TARGET = "policy-target"


class Mode(StrEnum):
    """How the parties met."""

    IN_PERSON = "in-person"
    ONLINE = "online"


ACTIVITY_CODES: tuple[str, ...] = (
    "training",
    "capacity-building",
    "consulting",
    "technical-assistance",
    "expert-exchange",
    "tech-transfer",
    "joint-research",
    "testing-demo",
    "project",
    "investment",
    "investment-promotion",
    "trade-promotion",
    "promotion",
    "business-matching",
    "supply-chain",
    "enterprise-support",
    "startup-support",
    "ecosystem",
    "curriculum",
    "student-exchange",
    "staff-exchange",
    "academic-exchange",
    "language-training",
    "human-resources",
    "labour-mobility",
    "joint-programme",
    "info-sharing",
    "events",
    "network",
    "delegation-exchange",
    "culture-exchange",
    "local-twinning",
    "policy-cooperation",
    "centre-establishment",
    "exchange",
    "cooperation",
)

SECTOR_CODES: tuple[str, ...] = (
    "materials",
    "materials-components",
    "rare-earths",
    "manufacturing",
    "supporting-industry",
    "mechanical",
    "automotive",
    "ev",
    "electronics",
    "semiconductors",
    "ict",
    "ai",
    "smart-factory",
    "high-tech",
    "textile",
    "construction",
    "biotechnology",
    "energy",
    "environment",
    "agriculture",
    "health",
    "smart-city",
    "urban-development",
    "industrial-parks",
    "trade-investment",
    "economy",
    "finance",
    "sme",
    "startup-innovation",
    "science-technology",
    "technology-exchange",
    "research",
    "intellectual-property",
    "education",
    "training",
    "language",
    "labour",
    "culture",
    "sports",
    "tourism",
    "local-development",
    "public-administration",
)

LANGUAGES: tuple[str, ...] = ("vi", "ko", "en")
