"""The one that stays and the one that goes come in; the first, with what it learns from the second, goes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from nhipcau.facts.organisation import Identifier, Name, Organisation, Person, SourceRecord
from nhipcau.facts.resolving import Merge
from nhipcau.programme.merging.references import post_key
from nhipcau.programme.names import with_spellings
from nhipcau.programme.placing.clusters import Mergeable

FIELDS = ("country", "kind", "place", "address", "phone", "domain", "founded")
_POST = "post:"


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the one that stays did not know before."""

    names: tuple[Name, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    fields: tuple[str, ...] = ()


def learned(kept: Mergeable, gone: Mergeable) -> tuple[Mergeable, Lesson]:
    """Return the one that stays with the names of both, and with values where it had none."""
    names = with_spellings(kept.names, gone.names)
    news = names[len(kept.names) :]
    if isinstance(kept, Person) and isinstance(gone, Person):
        mine = {(post.organisation_id, post_key(post)) for post in kept.posts}
        posts = tuple(post for post in gone.posts if (post.organisation_id, post_key(post)) not in mine)
        fields = tuple(f"{_POST}{post.organisation_id}|{post_key(post)}" for post in posts)
        return replace(kept, names=names, posts=kept.posts + posts), Lesson(news, (), fields)
    if isinstance(kept, Organisation) and isinstance(gone, Organisation):
        known = {identifier.scheme for identifier in kept.identifiers}
        identifiers = tuple(identifier for identifier in gone.identifiers if identifier.scheme not in known)
        values: dict[str, Any] = {name: getattr(gone, name) for name in FIELDS if getattr(kept, name) is None}
        values = {name: value for name, value in values.items() if value is not None}
        changed = replace(kept, names=names, identifiers=kept.identifiers + identifiers, **values)
        return changed, Lesson(news, identifiers, tuple(values))
    return kept, Lesson()


def unlearned(kept: Mergeable, gone: Mergeable, merge: Merge, others: Iterable[Mergeable | SourceRecord]) -> Mergeable:
    """Return the one that stays without what it knew from ``gone`` alone; ``others`` still say theirs.

    A value that somebody set since, or that the office chose, stays: only what is still as it was learned goes.
    """
    told = tuple(others)
    spoken = {name.text for other in told for name in other.names}
    forgotten = {name for name in merge.learned_names if name.text not in spoken}
    names = tuple(name for name in kept.names if name not in forgotten) or kept.names
    if isinstance(kept, Person):
        posts = tuple(
            post for post in kept.posts if f"{_POST}{post.organisation_id}|{post_key(post)}" not in merge.learned_fields
        )
        return replace(kept, names=names, posts=posts)
    carried = {identifier for other in told if not isinstance(other, Person) for identifier in other.identifiers}
    lost = set(merge.learned_identifiers) - carried
    chosen = {choice.field for choice in kept.chosen}
    values: dict[str, Any] = {
        name: None
        for name in merge.learned_fields
        if name in FIELDS
        and name not in chosen
        and getattr(gone, name, None) == getattr(kept, name)
        and all(getattr(other, name, None) != getattr(kept, name) for other in told)
    }
    identifiers = tuple(identifier for identifier in kept.identifiers if identifier not in lost)
    return replace(kept, names=names, identifiers=identifiers, **values)
