from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.market import Need
from nhipcau.facts.organisation import Organisation
from nhipcau.programme.edit_organisation import edit_organisation
from nhipcau.programme.merge_organisations import merge_organisations
from nhipcau.programme.office import Office
from nhipcau.programme.post_need import post_need
from nhipcau.programme.queries.need_list import need_list
from nhipcau.programme.review_item import publish_item
from nhipcau.programme.undo import undo
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ANPHU, ENTERPRISE, MIRAE, OFFICER, STRANGER

TEXT = "Cần xưởng mạ kẽm. Liên hệ xưởng Bình Minh Xanh ở cổng số 2."


def secret(office: Office) -> Need:
    posted = post_need(office, ENTERPRISE, ANPHU.id, kind="product", text=TEXT, confidential=True)
    return publish_item(office, OFFICER, Need, posted.id)


def shown(office: Office) -> str:
    return repr((need_list(office, STRANGER).items, need_list(office, STRANGER, search="binh minh").items))


def test_a_name_that_becomes_known_later_is_hidden_in_what_was_posted_before(
    office: Office, memory: MemoryStore
) -> None:
    need = secret(office)
    assert "Bình Minh Xanh" in shown(office)
    names = [*((name.text, name.language, name.kind) for name in ANPHU.names), ("Bình Minh Xanh", "vi", "alias")]
    edit_organisation(office, OFFICER, ANPHU.id, version=ANPHU.version, names=names)
    assert "Bình Minh Xanh" not in shown(office)
    with memory.unit() as unit:
        batch = unit.changes.of("need", need.id)[-1].batch
    undo(office, OFFICER, batch)
    assert "Bình Minh Xanh" in shown(office)


def test_a_merge_hides_the_names_of_both(office: Office, memory: MemoryStore) -> None:
    secret(office)
    other: Organisation = replace(MIRAE, id="org-binh", names=(replace(ANPHU.names[0], text="Bình Minh Xanh"),))
    memory.put(other)
    merge_organisations(office, OFFICER, ANPHU.id, other.id)
    assert "Bình Minh Xanh" not in shown(office)
