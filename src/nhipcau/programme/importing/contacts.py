"""The people whom rows name come in with their bodies; people of the register, with their posts there, stand in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from nhipcau.engine.resolve.people import compare_people
from nhipcau.facts.organisation import Name, Person, Post
from nhipcau.facts.organisation_import import Import
from nhipcau.facts.record import Pair
from nhipcau.programme.name_keys import folded, person_keys
from nhipcau.programme.names import language_of_name, with_spellings
from nhipcau.programme.placing.doubts import propose
from nhipcau.programme.work import Work

# The id of a body, and whom a row names there: a name with an optional post behind a comma.
Heard = tuple[str, tuple[str, ...]]
_LONGEST_NAME = 100
_LONGEST_POST = 200


@dataclass(slots=True)
class _People:
    """The people of some bodies: as they were, as they are by now, and who of them is new."""

    now: dict[str, Person] = field(default_factory=dict)
    before: dict[str, Person] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    at: dict[str, list[str]] = field(default_factory=dict)

    def know(self, person: Person, body_id: str) -> None:
        self.now[person.id] = person
        self.at.setdefault(body_id, []).append(person.id)

    def of(self, body_id: str) -> Iterator[Person]:
        return (self.now[person_id] for person_id in self.at.get(body_id, ()))


def bring_people(opened: Work, one: Import, heard: Sequence[Heard], *, fresh: Collection[str]) -> None:
    """Store the people whom rows of an import name; a body that is ``fresh`` had nobody before.

    The same person means, as at a confirmation: the name folds alike within one body. Who is spelt otherwise there is
    proposed; the rest of the register is compared when all people are.
    """
    people = _known(opened, one, sorted({body_id for body_id, _ in heard if body_id not in fresh}))
    for body_id, written in heard:
        for text in written:
            _hear(opened, one, people, body_id, text)
    opened.add_many([people.now[person_id] for person_id in people.new])
    for person_id, before in people.before.items():
        opened.save(people.now[person_id], before=before)
    pairs = list(_alike(people))
    if pairs:
        propose(opened, pairs, origin="import", kind="person")


def _known(opened: Work, one: Import, body_ids: Sequence[str]) -> _People:
    people = _People()
    wanted = set(body_ids)
    for person in opened.unit.people.of_organisations(body_ids) if body_ids else ():
        # A made-up list never hangs on a real person: what is removed later must leave nothing behind.
        if person.merged_into is not None or (one.demo and not person.demo):
            continue
        people.before[person.id] = person
        bodies = {person.organisation_id, *(post.organisation_id for post in person.posts)}
        for body_id in bodies & wanted:
            people.know(person, str(body_id))
    return people


def _hear(opened: Work, one: Import, people: _People, body_id: str, text: str) -> None:
    """Take in one person: known at the body, who learns a spelling or a post, or new."""
    spoken, _, title = (part.strip() for part in text.partition(","))
    key = f"person:{folded(spoken)}"
    if len(spoken) > _LONGEST_NAME or not any(map(str.isalpha, spoken)):
        return
    name = Name(spoken, language_of_name(spoken, "und"), "official")
    posts = (Post(organisation_id=body_id, title=title[:_LONGEST_POST], source=one.source),) if title else ()
    match = next((person for person in people.of(body_id) if key in person_keys(person)), None)
    if match is None:
        new = opened.office.ids.new()
        people.know(Person(id=new, names=(name,), organisation_id=body_id, posts=posts, demo=one.demo), body_id)
        people.new.append(new)
        return
    held = {(post.organisation_id, folded(post.title)) for post in match.posts}
    news = tuple(post for post in posts if (body_id, folded(post.title)) not in held)
    names = with_spellings(match.names, (name,))
    people.now[match.id] = replace(match, names=names, posts=match.posts + news, demo=match.demo and one.demo)


def _alike(people: _People) -> Iterator[Pair]:
    """Yield the pairs of a new person with others of the same body whose names may be the same."""
    new = set(people.new)
    for at_one in people.at.values():
        for place, left in enumerate(at_one):
            for right in at_one[place + 1 :]:
                pair = compare_people(people.now[left], people.now[right]) if {left, right} & new else None
                if pair is not None:
                    yield pair
