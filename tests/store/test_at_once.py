"""Several people do the same thing at the same moment, on a real database."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable

from django.db import connections

from nhipcau import wiring
from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.draft import Draft
from nhipcau.facts.errors import Conflict
from nhipcau.programme.confirm_draft import confirm_draft
from nhipcau.programme.decide_all import decide_all
from nhipcau.programme.receive_document import receive_document
from nhipcau.store.database import DatabaseStore
from nhipcau.store.models import AgreementRow, DocumentRow, PartyRow

MANY = 4
OFFICERS = [Actor(id=f"o{number}", name=f"Officer {number}", role=Role.OFFICER) for number in range(MANY)]
ARTICLE = (
    "Ngày {day}/3/2024, Trung tâm Vật liệu Sông Hồng (TVSH) và Viện Gốm sứ Hàn Quốc (KCI) đã ký kết biên bản ghi nhớ "
    "(MOU) về hợp tác đào tạo {count} kỹ sư tại Hà Nội."
)


def at_once(act: Callable[[int], object]) -> list[object]:
    """Let everybody do it at the same moment; return what each was answered, refusals as they are."""
    barrier, answers = threading.Barrier(MANY), list[object]([None] * MANY)

    def one(number: int) -> None:
        barrier.wait()
        try:
            answers[number] = act(number)
        except Conflict as refused:
            answers[number] = refused
        finally:
            connections.close_all()

    people = [threading.Thread(target=one, args=(number,)) for number in range(MANY)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    return answers


def received(number: int, text: str) -> Draft:
    draft = receive_document(wiring.office(), OFFICERS[0], text.encode(), name=f"{number}.txt").drafts[0]
    return decide_all(wiring.office(), OFFICERS[0], draft.id, version=draft.version)


def test_the_same_file_is_stored_once(store: DatabaseStore) -> None:
    data = ARTICLE.format(day=1, count=30).encode()
    known = at_once(lambda n: receive_document(wiring.office(), OFFICERS[n], data, name=f"{n}.txt").already_known)
    assert sorted(map(str, known)) == ["False", *["True"] * (MANY - 1)]


def test_the_same_text_in_different_files_is_stored_once(store: DatabaseStore) -> None:
    texts = [(ARTICLE.format(day=1, count=30) + " " * number).encode() for number in range(MANY)]
    known = at_once(lambda n: receive_document(wiring.office(), OFFICERS[n], texts[n], name="a.txt").already_known)
    assert sorted(map(str, known)) == ["False", *["True"] * (MANY - 1)]
    assert DocumentRow.objects.count() == 1


def test_all_but_one_officer_are_told_who_confirmed_the_draft(store: DatabaseStore) -> None:
    draft = received(0, ARTICLE.format(day=1, count=30))
    answers = at_once(lambda n: confirm_draft(wiring.office(), OFFICERS[n], draft.id, version=draft.version))
    refused = [answer for answer in answers if isinstance(answer, Conflict)]
    (first,) = [OFFICERS[n].name for n, answer in enumerate(answers) if not isinstance(answer, Conflict)]
    assert Counter((one.code, one.message.params["by"]) for one in refused) == {
        ("error.draft-already-decided", first): MANY - 1
    }
    assert AgreementRow.objects.count() == 1


def test_confirmations_of_different_drafts_share_one_organisation(store: DatabaseStore) -> None:
    partners = ("Viện Điện tử Suwon (VDS)", "Trường Đại học Busan (BNU)", "Công ty Haneul (HNL)", "Quỹ Jeju (QJJ)")
    articles = [
        ARTICLE.format(day=3 * number + 1, count=30).replace("Viện Gốm sứ Hàn Quốc (KCI)", partner)
        for number, partner in enumerate(partners)
    ]
    drafts = [received(number, article) for number, article in enumerate(articles)]
    answers = at_once(lambda n: confirm_draft(wiring.office(), OFFICERS[n], drafts[n].id, version=drafts[n].version))
    confirmed = sum(not isinstance(answer, Conflict) for answer in answers)
    assert AgreementRow.objects.count() == confirmed
    assert PartyRow.objects.values("organisation").distinct().count() == confirmed + 1
