from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from nhipcau.facts.errors import BadInput, NotAllowed
from nhipcau.facts.organisation import Identifier, Name, Organisation
from nhipcau.facts.record import Bands, Record
from nhipcau.facts.resolving import DoubtState
from nhipcau.programme import relink as relinking
from nhipcau.programme.decide_pair import decide_pair
from nhipcau.programme.office import Office
from nhipcau.programme.relink import Relinked, relink
from nhipcau.programme.unmerge_organisations import unmerge_organisation
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADVISER, ENTERPRISE, OFFICER

NUMBER = (Identifier("VN-MST", "0100109106"),)
FIRM = Organisation(id="org-1", names=(Name("Công ty TNHH Cơ khí Đông Anh", "vi"),), country="VN", identifiers=NUMBER)
SAME_NUMBER = replace(FIRM, id="org-2", names=(Name("Dong Anh Mechanical Co., Ltd", "en"),))
ALIKE = replace(FIRM, id="org-3", names=(Name("Cty TNHH cơ khí Đông Anh", "vi"),), identifiers=())
OTHER = replace(FIRM, id="org-4", names=(Name("Công ty CP Nhựa Bình Minh", "vi"),), identifiers=())


@pytest.fixture
def filled(memory: MemoryStore) -> MemoryStore:
    memory.put(FIRM, SAME_NUMBER, ALIKE, OTHER)
    return memory


def sides(memory: MemoryStore, state: DoubtState) -> set[tuple[str, str]]:
    return {(doubt.left, doubt.right) for doubt in memory.tables.doubts.values() if doubt.state is state}


def test_a_run_proposes_and_merges_nothing_by_itself(office: Office, filled: MemoryStore) -> None:
    done = relink(office, OFFICER)
    assert (done.organisations, done.merged) == (4, 0)
    assert ("org-1", "org-2") in sides(filled, DoubtState.OPEN)
    assert ("org-1", "org-3") in sides(filled, DoubtState.OPEN)
    assert all("org-4" not in pair for pair in sides(filled, DoubtState.OPEN))


@pytest.mark.usefixtures("filled")
def test_a_second_run_says_nothing_new(office: Office) -> None:
    first = relink(office, OFFICER)
    again = relink(office, OFFICER)
    assert again == Relinked(organisations=4, alike=first.alike, proposed=0, merged=0)


def test_with_apply_the_same_number_settles(office: Office, filled: MemoryStore) -> None:
    assert relink(office, OFFICER, apply=True).merged == 1
    assert filled.tables.organisations["org-2"].merged_into == "org-1"
    assert filled.tables.organisations["org-3"].merged_into is None


def test_a_run_undoes_no_decision(office: Office, filled: MemoryStore) -> None:
    relink(office, OFFICER)
    pair = next(doubt for doubt in filled.tables.doubts.values() if (doubt.left, doubt.right) == ("org-1", "org-2"))
    decide_pair(office, OFFICER, pair.id, "different")
    assert relink(office, OFFICER, apply=True).merged == 0
    assert filled.tables.organisations["org-2"].merged_into is None


def test_a_run_joins_nothing_that_was_parted(office: Office, filled: MemoryStore) -> None:
    relink(office, OFFICER, apply=True)
    unmerge_organisation(office, OFFICER, "org-2")
    assert relink(office, OFFICER, apply=True).merged == 0
    assert filled.tables.organisations["org-2"].merged_into is None


def test_a_large_register_is_not_compared_while_somebody_waits(office: Office, filled: MemoryStore) -> None:
    with pytest.raises(BadInput, match=r"error\.compare-at-night"):
        relink(office, OFFICER, most=3)
    assert filled.tables.doubts == {}


class Alike:
    """A linkage that finds given pairs and remembers what it was shown."""

    def __init__(self, *pairs: tuple[str, str]) -> None:
        self.pairs, self.seen = list(pairs), list[str]()

    def alike(self, records: Iterable[Record], bands: Bands, /) -> list[tuple[str, str]]:
        assert bands == Bands()
        self.seen = [record.id for record in records]
        return self.pairs


def test_a_large_register_is_compared_as_a_whole_and_judged_as_at_a_desk(
    office: Office, filled: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relinking, "_MANY", 1)
    linkage = Alike(("org-2", "org-1"), ("org-3", "org-4"), ("org-1", "gone-meanwhile"))
    done = relink(replace(office, linkage=linkage), OFFICER)
    assert linkage.seen == ["org-1", "org-2", "org-3", "org-4"]
    # What linkage found alike and a comparison at a desk does not, is left out.
    assert sides(filled, DoubtState.OPEN) == {("org-1", "org-2")}
    assert (done.organisations, done.alike, done.proposed) == (4, 1, 1)


@pytest.mark.parametrize("actor", [ADVISER, ENTERPRISE])
def test_only_officers_start_a_run(office: Office, actor: object) -> None:
    with pytest.raises(NotAllowed):
        relink(office, actor)  # type: ignore[arg-type]  # an actor
