"""Whatever is merged into whatever, and parted in whatever order: in the end everything is as it was."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from nhipcau.facts.organisation import Identifier, Name, Organisation
from nhipcau.facts.resolving import DoubtState
from nhipcau.programme.merge_organisations import merge_organisations
from nhipcau.programme.unmerge_organisations import unmerge_organisations
from tests.programme.fakes import memory_office
from tests.programme.memory_store import MemoryStore
from tests.programme.merging.test_join_and_part import tables_without_versions
from tests.programme.samples import OFFICER, SONGHAN, agreement, concrete, doubt, source_record

KEYS = ("org-a", "org-b", "org-c", "org-d")
WORDS = ("Anh", "Bình", "Cường", "Dũng")


def body(key: str, word: str) -> Organisation:
    return Organisation(
        id=key,
        names=(Name(f"Công ty TNHH {word}", "vi", "official"), Name("ABCD", "und", "acronym")),
        country="VN",
        phone=f"0225 {ord(word[0])}" if key != "org-b" else None,
        identifiers=(Identifier("own:list", key),) if key != "org-c" else (),
        parent_id="org-a" if key == "org-d" else None,
    )


def filled() -> MemoryStore:
    memory = MemoryStore()
    bodies = [body(key, word) for key, word in zip(KEYS, WORDS, strict=True)]
    memory.put(SONGHAN, *bodies)
    for one in bodies:
        memory.put(
            agreement(f"agr-{one.id}", one, SONGHAN),
            concrete(f"com-{one.id}", f"agr-{one.id}", owner_id=one.id),
            source_record(f"src-{one.id}", one, names=one.names, identifiers=(), phone=None, address=None),
        )
    memory.put(doubt("dbt-1", "org-a", "org-c"), doubt("dbt-2", "org-b", "org-d"))
    return memory


@given(
    wanted=st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), max_size=6),
    order=st.permutations(range(3)),
)
def test_merges_come_apart_in_any_order(wanted: list[tuple[str, str]], order: list[int]) -> None:
    memory = filled()
    office = memory_office(memory)
    before = tables_without_versions(memory)
    merges = []
    for kept, gone in wanted:
        bodies = memory.tables.organisations
        if kept != gone and bodies[kept].merged_into is None and bodies[gone].merged_into is None:
            merges.append(merge_organisations(office, OFFICER, kept, gone, despite=True).id)
    hanging = {source.organisation_id for source in memory.tables.source_records.values()}
    assert all(memory.tables.organisations[key].merged_into is None for key in hanging)
    for place in order:
        if place < len(merges):
            unmerge_organisations(office, OFFICER, merges[place])
    assert tables_without_versions(memory) == before
    assert all(merge.undone_at for merge in memory.tables.merges.values())
    undecided = [pair for pair in memory.tables.doubts.values() if pair.id in ("dbt-1", "dbt-2")]
    assert all(pair.state in (DoubtState.OPEN, DoubtState.DIFFERENT) for pair in undecided)
    assert replace(memory.tables.organisations["org-d"], version=1) == body("org-d", "Dũng")
