"""What a page asks for: filters, order and place in a list, as plain values for every store alike.

A filter field that is ``None`` (or an empty ``search``) asks for nothing. ``visible_to`` is ``None`` where everything
may be seen; otherwise the id of an organisation, and only agreements that it is a party to, with all that hangs on
them, count ("" is nobody's id and shows nothing). ``search`` holds folded words (``language.text.fold``), all of
which must stand in the thing's search text (``programme.search_text``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo

from nhipcau.facts.codes import AgreementType, PartyKind
from nhipcau.facts.commitment import CommitmentState
from nhipcau.facts.deal import Stage
from nhipcau.facts.draft import DraftList, DraftState
from nhipcau.facts.market import Item, ItemKind, ItemState

AGREEMENT_SORTS: tuple[str, ...] = ("signed", "title", "type", "created", "expires")
COMMITMENT_SORTS: tuple[str, ...] = ("due", "created", "code", "agreement")
ACTIVITY_SORTS: tuple[str, ...] = ("on", "created")
ORGANISATION_SORTS: tuple[str, ...] = ("name", "country", "agreements")
PERSON_SORTS: tuple[str, ...] = ("name", "agreements")
DOCUMENT_SORTS: tuple[str, ...] = ("received", "title", "published")
DRAFT_SORTS: tuple[str, ...] = ("created", "document")
DOUBT_SORTS: tuple[str, ...] = ("weight", "score", "proposed")
ITEM_SORTS: tuple[str, ...] = ("new", "expires", "title")
PLAN_SORTS: tuple[str, ...] = ("made",)
MATCH_SORTS: tuple[str, ...] = ("moved", "proposed", "score")
EVENT_SORTS: tuple[str, ...] = ("starts", "title", "created")
REGISTRATION_SORTS: tuple[str, ...] = ("name", "created", "requests")
REQUEST_SORTS: tuple[str, ...] = ("created", "score", "asker", "asked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """One page of a list.

    ``cursor`` is a store's own word from the page before, or ``None`` for the first page; one that cannot be
    understood raises ``BadInput("error.cursor-malformed")``. ``sort`` is a name of the list's sorts, with "-" before
    it for the other direction; things without that value come last in both, equal ones stand in the order of their
    ids.
    """

    sort: str
    cursor: str | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFilter:
    """Agreements to list.

    ``state``: at least one commitment is in it on ``today``. ``year``: of the first possible day of signing.
    ``place``: folded words that stand in venue or city. ``country``: of any party's organisation.
    """

    today: date
    search: tuple[str, ...] = ()
    sector: str | None = None
    type: AgreementType | None = None
    state: CommitmentState | None = None
    year: int | None = None
    place: str | None = None
    country: str | None = None
    organisation_id: str | None = None
    demo: bool | None = None
    visible_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentFilter:
    """Commitments to list. ``missing`` is "owner", "quantity" (or its unit) or "due"; ``overdue`` means late."""

    today: date
    search: tuple[str, ...] = ()
    agreement_id: str | None = None
    state: CommitmentState | None = None
    owner_id: str | None = None
    code: str | None = None
    overdue: bool | None = None
    missing: str | None = None
    demo: bool | None = None
    visible_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFilter:
    """Activities to list; ``since`` and ``until`` are days, both included."""

    search: tuple[str, ...] = ()
    commitment_id: str | None = None
    agreement_id: str | None = None
    since: date | None = None
    until: date | None = None
    demo: bool | None = None
    visible_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationFilter:
    """Organisations to list."""

    search: tuple[str, ...] = ()
    country: str | None = None
    kind: PartyKind | None = None
    demo: bool | None = None
    visible_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFilter:
    """People to list."""

    search: tuple[str, ...] = ()
    organisation_id: str | None = None
    demo: bool | None = None
    visible_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFilter:
    """Documents to list; ``agreement_id`` keeps those that are evidence of one agreement."""

    search: tuple[str, ...] = ()
    language: str | None = None
    agreement_id: str | None = None
    demo: bool | None = None
    visible_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFilter:
    """Drafts to list; ``proposed`` keeps those with (or without) a same-agreement proposal."""

    list: DraftList | None = None
    state: DraftState | None = None
    document_id: str | None = None
    proposed: bool | None = None
    demo: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryFilter:
    """Changes to list, newest first: of one thing (``kind`` and ``subject_id``), one person or one batch."""

    kind: str | None = None
    subject_id: str | None = None
    actor_id: str | None = None
    batch: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketSight:
    """Which needs and offers count: ``everything``, or those on the market and all of one's own organisation.

    Of a confidential item that is neither within ``everything`` nor one's own, nothing may tell who is behind it:
    it fits no question for an organisation or a city, and words are looked for where its hidden ones are left out.
    """

    everything: bool = True
    organisation_id: str | None = None

    def knows(self, item: Item) -> bool:
        """Tell whether one may know who is behind an item."""
        own = self.organisation_id is not None and item.organisation_id == self.organisation_id
        return self.everything or own or not item.confidential


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFilter:
    """Needs or offers to list. ``state`` is as of ``today``, on which the published ones may have expired.

    ``provinces`` are codes of provinces and countries (``programme.market.places``), ``city`` the code of one city.
    ``concepts``: the item has one of them. ``created_by`` is the id of a person.
    """

    today: date
    search: tuple[str, ...] = ()
    kind: ItemKind | None = None
    state: ItemState | None = None
    organisation_id: str | None = None
    agreement_id: str | None = None
    provinces: tuple[str, ...] = ()
    city: str | None = None
    concepts: tuple[str, ...] = ()
    language: str | None = None
    created_by: str | None = None
    demo: bool | None = None
    sight: MarketSight = field(default_factory=MarketSight)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchFilter:
    """Matches to list.

    ``idle_before``: under way (neither declined nor at a contract) and not moved since. ``unanswered``: a side has not
    said yes or no; with ``answerer`` one that this organisation is. ``proposed_by`` is the id of a person.
    ``visible_to``: a side is this organisation.
    """

    today: date
    stage: Stage | None = None
    agreement_id: str | None = None
    organisation_id: str | None = None
    need_id: str | None = None
    offer_id: str | None = None
    idle_before: datetime | None = None
    unanswered: bool = False
    answerer: str | None = None
    proposed_by: str | None = None
    visible_to: str | None = None
    demo: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFilter:
    """Development plans to list; ``visible_to``: the offer is of this organisation."""

    offer_id: str | None = None
    need_id: str | None = None
    visible_to: str | None = None
    demo: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFilter:
    """Pairs found (no near misses) since a moment (not included), both on the market ``today`` and not set on the way.

    ``visible_to``: need or offer is of this organisation; of a confidential one nothing is left out yet.
    """

    today: date
    since: datetime | None = None
    visible_to: str | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskQuery:
    """What the desk asks of a store; every day is worked out by the caller.

    ``sections`` are the codes wanted (``views.DESK_SECTIONS``). A commitment is idle when its last activity, or its
    creation, lies before ``idle_before``; an agreement expires soon from ``today`` to ``expires_until``; its review is
    due when the last one (or the last possible day of signing, or its creation) is not after ``reviewed_until``.
    ``sample`` items at most come with each section, the longest waiting first. ``zone`` tells the day a thing came.
    ``least_score`` is the office's threshold below which a doubtful pair waits for nobody. Needs and offers ask to be
    renewed that end from ``today`` to ``renew_until``; ``reviewer`` is who may not review what it wrote itself. A match
    rests when it was not moved since ``moved_before``; ``seen_at`` is up to when this person has seen pairs found.
    """

    today: date
    idle_before: date
    expires_until: date
    reviewed_until: date
    sections: tuple[str, ...]
    sample: int = 5
    visible_to: str | None = None
    zone: tzinfo = UTC
    least_score: float = 0.0
    renew_until: date = date.min
    reviewer: str | None = None
    moved_before: datetime | None = None
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """A search over everything: folded words, the kinds of things wanted, at most ``limit`` hits a kind.

    ``today`` and ``sight`` are for needs and offers.
    """

    terms: tuple[str, ...]
    kinds: tuple[str, ...]
    limit: int = 20
    visible_to: str | None = None
    today: date = date.min
    sight: MarketSight = field(default_factory=MarketSight)


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestQuery:
    """What a person typed so far, and what is looked for: "organisation" or "person", at most ``limit`` of them."""

    typed: str
    kind: str
    limit: int = 10
    visible_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtFilter:
    """Doubtful pairs to list: of one kind, in some states, with one thing in them.

    Their scores are from ``least`` to below ``below``.
    """

    kind: str
    states: tuple[str, ...] = ()
    thing_id: str | None = None
    least: float | None = None
    below: float | None = None
    demo: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRowFilter:
    """Rows of one import after a number.

    ``show`` is "", "error", "warning", "skipped", an outcome or a problem's code.
    """

    import_id: str
    show: str = ""
    after: int = 0
    limit: int = 50
