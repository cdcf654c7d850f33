"""What a store suggests while somebody types: the same from every store."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nhipcau.facts.errors import Conflict
from nhipcau.facts.organisation import Name, Organisation, Person
from nhipcau.programme.filters import OrganisationFilter, Paging, PersonFilter, SuggestQuery
from nhipcau.programme.ports import Store
from tests.conformance.test_store import fill, put
from tests.programme.samples import agreement, signatory

KICET = Organisation(
    id="org-kicet",
    country="KR",
    names=(
        Name("Viện Kỹ thuật và Công nghệ Ceramic Hàn Quốc", "vi", "official"),
        Name("한국 세라믹기술원", "ko", "official"),
        Name("KICET", "und", "acronym"),
    ),
)
STEEL = Organisation(id="org-steel", names=(Name("Công ty TNHH Thép Hòa Phát", "vi", "official"),), country="VN")
PARK = Organisation(id="org-park", names=(Name("Chungbuk Techno Park", "en", "official"),), country="KR")
SAMSUNG = Organisation(id="org-samsung", names=(Name("Samsung Electronics Co., Ltd", "en", "official"),), country="KR")
HYUNDAI = Organisation(id="org-hyundai", names=(Name("현대모비스 주식회사", "ko", "official"),), country="KR")
POWER = Organisation(id="org-power", names=(Name("Hankook Namdong", "en", "official"),), country="KR")
LONG = Organisation(
    id="org-long",
    names=(
        Name(
            "Công ty TNHH Một thành viên Sản xuất Thương mại Dịch vụ Xuất nhập khẩu Máy móc Nông nghiệp Làm mẫu",
            "vi",
            "official",
        ),
    ),
)
GONE = Organisation(id="org-was", names=(Name("Viện Gốm Hàn Quốc", "vi", "official"),), merged_into="org-kicet")
BODIES = (KICET, STEEL, PARK, SAMSUNG, HYUNDAI, POWER, LONG, GONE)
LEE = Person(id="per-lee", names=(Name("이득운", "ko", "official"),))
HO = Person(id="per-ho", names=(Name("Hồ Văn Đàm", "vi", "official"),), organisation_id="org-steel")


def suggested(store: Store, typed: str, kind: str = "organisation", **more: object) -> list[str]:
    query = SuggestQuery(typed=typed, kind=kind, **more)  # type: ignore[arg-type]  # the rest as it is given
    return [hit.id for hit in store.reads().suggest(query)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Viện Kỹ", "org-kicet"),
        ("vien ky thuat va cong", "org-kicet"),
        ("cong nghe ceram", "org-kicet"),
        ("kicet", "org-kicet"),
        ("KIC", "org-kicet"),
        ("한국세라믹", "org-kicet"),
        ("한국 세라믹", "org-kicet"),
        ("세라미", "org-kicet"),
        ("한국세ㄹ", "org-kicet"),
        ("ㅎㄱㅅㄹㅁ", "org-kicet"),
        ("ceramic viện", "org-kicet"),
        ("kicte", "org-kicet"),
        ("Công ty TNHH Thé", "org-steel"),
        ("thep hoa", "org-steel"),
        ("hoa pgat", "org-steel"),
        ("hao phat", "org-steel"),
        ("cty tnhh thép hòa phát", "org-steel"),
        ("technopark", "org-park"),
        ("chungbok techno", "org-park"),
        ("삼성", "org-samsung"),
        ("samsumg", "org-samsung"),
        ("smasung elec", "org-samsung"),
        ("electronics samsung", "org-samsung"),
        ("hyundai mobis", "org-hyundai"),
        ("한국남동", "org-power"),
        ("Công ty TNHH Một thành viên Sản xuất Thương mại Dịch vụ Xuất nhập khẩu Máy móc", "org-long"),
        ("san xuat thuong mai dich vu xuat nhap khau may moc nong nghiep", "org-long"),
    ],
)
def test_finds_a_body_by_what_is_typed(store: Store, typed: str, found: str) -> None:
    put(store, *BODIES)
    assert suggested(store, typed)[:1] == [found]


@pytest.mark.parametrize(
    ("typed", "found"), [("Lee Deukwoon", "per-lee"), ("호반담", "per-ho"), ("ho van dam", "per-ho")]
)
def test_finds_a_person_by_any_spelling(store: Store, typed: str, found: str) -> None:
    put(store, *BODIES, LEE, HO)
    assert suggested(store, typed, "person") == [found]
    listed = store.reads().person_list(PersonFilter(search=tuple(typed.lower().split())), Paging(sort="name"))
    assert [row.person.id for row in listed.items] == [found]


@pytest.mark.parametrize(
    "typed",
    ["", " ", "%", "'; DROP TABLE organisations; --", "\x00\u202e", "a" * 5000, "𝕊" * 300, "zzzzqqqq", "\\_"],
)
def test_hostile_words_find_nothing(store: Store, typed: str) -> None:
    put(store, *BODIES)
    assert suggested(store, typed) == []


def test_says_how_it_was_found(store: Store) -> None:
    put(store, *BODIES)
    hits = store.reads().suggest(SuggestQuery(typed="한국세라믹", kind="organisation"))
    assert [(hit.title, hit.found, hit.detail, hit.fit, hit.country) for hit in hits] == [
        ("Viện Kỹ thuật và Công nghệ Ceramic Hàn Quốc", "한국 세라믹기술원", "KICET", "start", "KR")
    ]


def test_an_exact_acronym_comes_before_longer_names(store: Store) -> None:
    put(store, KICET, replace(KICET, id="org-longer", names=(Name("Kicet Partners", "en", "official"),)))
    assert suggested(store, "kicet") == ["org-kicet", "org-longer"]


def test_who_signed_more_comes_first(store: Store) -> None:
    twin = replace(STEEL, id="org-first")
    put(store, twin, STEEL, PARK)
    put(store, agreement("agr-x", STEEL, PARK))
    assert suggested(store, "thep hoa phat") == ["org-steel", "org-first"]


def test_what_turned_out_to_be_another_is_never_suggested_nor_listed(store: Store) -> None:
    put(store, *BODIES)
    assert suggested(store, "Viện Gốm Hàn Quốc") == []
    listed = store.reads().organisation_list(OrganisationFilter(search=("gom",)), Paging(sort="name"))
    assert (listed.items, listed.total) == ((), 0)


def test_a_changed_name_is_found_at_once_and_the_old_one_no_more(store: Store) -> None:
    put(store, *BODIES)
    with store.unit() as unit:
        unit.organisations.save(replace(STEEL, names=(Name("Nhôm Sông Hồng", "vi", "official"),)))
    assert suggested(store, "nhom song") == ["org-steel"]
    assert suggested(store, "thep hoa phat") == []


def test_a_body_taken_away_is_found_no_more(store: Store) -> None:
    put(store, *BODIES)
    with store.unit() as unit:
        unit.organisations.delete("org-park")
    assert suggested(store, "chungbuk") == []


def test_an_unfinished_unit_leaves_nothing_to_be_found(store: Store) -> None:
    put(store, PARK)
    with pytest.raises(Conflict):
        put(store, STEEL, PARK)
    assert suggested(store, "thep hoa phat") == []


def test_an_enterprise_is_offered_what_it_sees_alone(store: Store) -> None:
    fill(store)
    put(store, *BODIES)
    put(store, agreement("agr-x", STEEL, PARK, people=(signatory(),)))
    assert suggested(store, "chungbuk", visible_to="org-steel") == ["org-park"]
    assert suggested(store, "chungbuk", visible_to="org-anphu") == []
    assert suggested(store, "kicet", visible_to="org-steel") == []
    assert suggested(store, "chungbuk", visible_to="") == []


def test_the_number_of_agreements_follows_every_change(store: Store) -> None:
    fill(store)

    def signed() -> dict[str, int]:
        rows = store.reads().organisation_list(OrganisationFilter(), Paging(sort="-agreements")).items
        return {row.organisation.id: row.agreements for row in rows}

    before = signed()
    with store.unit() as unit:
        extra = agreement("agr-more", *(body for body in unit.organisations.get_many(["org-anphu"]).values()))
        unit.agreements.add(extra)
    assert signed()["org-anphu"] == before["org-anphu"] + 1
    with store.unit() as unit:
        unit.agreements.delete("agr-more")
    assert signed() == before


def test_a_search_of_the_list_needs_the_beginning_of_each_word(store: Store) -> None:
    put(store, *BODIES)

    def listed(*terms: str) -> list[str]:
        page = store.reads().organisation_list(OrganisationFilter(search=terms), Paging(sort="name"))
        assert page.total == len(page.items)
        return [row.organisation.id for row in page.items]

    assert listed("hoa", "thep") == ["org-steel"]
    assert listed("cong", "tnhh") == ["org-long", "org-steel"]
    assert listed("cong") == ["org-long", "org-steel", "org-kicet"]
    assert listed("hat") == []
    assert listed("모비스") == ["org-hyundai"]
