"""An office's store comes in; enterprises, an agreement with a promise, and needs and offers (no demo) go out.

Run as a program in the office's environment, as the office's own command line is; what is needed to walk there (who
signs in with what, the items by their keys) is printed as JSON.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import django

django.setup()

from nhipcau import wiring  # noqa: E402 -- Django has to be started first
from nhipcau.facts.actor import Actor, Role  # noqa: E402 -- as above
from nhipcau.facts.codes import PartyKind  # noqa: E402 -- as above
from nhipcau.facts.market import Need, Offer  # noqa: E402 -- as above
from nhipcau.facts.organisation import Name, Organisation  # noqa: E402 -- as above
from nhipcau.programme.post_need import post_need  # noqa: E402 -- as above
from nhipcau.programme.post_offer import post_offer  # noqa: E402 -- as above
from nhipcau.programme.review_item import publish_item  # noqa: E402 -- as above
from nhipcau.store import accounts  # noqa: E402 -- as above
from tests.programme.samples import agreement, commitment  # noqa: E402 -- as above

OFFICER = Actor(id="journey", name="Ngô Thị Lan", role=Role.OFFICER)
PROMISE = "hỗ trợ doanh nghiệp Việt Nam đạt IATF 16949"


def _body(key: str, name: str, language: str, kind: PartyKind, phone: str) -> Organisation:
    country = "KR" if language == "ko" else "VN"
    return Organisation(
        id=f"org-{key}", names=(Name(name, language, "official"),), country=country, kind=kind, phone=phone
    )


BODIES = (
    _body("haneul", "주식회사 하늘채모빌리티", "ko", PartyKind.COMPANY, "+82 31 555 0141"),
    _body("songcau", "Công ty TNHH Nhựa kỹ thuật Sông Châu", "vi", PartyKind.COMPANY, "+84 226 555 0142"),
    _body("ngocha", "Công ty Cổ phần Ép phun Ngọc Hà Nam", "vi", PartyKind.COMPANY, "+84 226 555 0143"),
    _body("vienktc", "Viện Kỹ thuật Chất lượng Châu Thổ", "vi", PartyKind.RESEARCH_INSTITUTE, "+84 24 555 0144"),
    _body("saebit", "새빛품질연구원", "ko", PartyKind.RESEARCH_INSTITUTE, "+82 2 555 0145"),
)
_OFFERS: dict[str, dict[str, Any]] = {
    "ready": {
        "whose": "org-ngocha",
        "kind": "product",
        "title": "Ép phun linh kiện nhựa nội thất ô tô",
        "text": "Ép phun linh kiện nhựa PA66 cho nội thất ô tô, máy tới 450 tấn, 300.000 cái/tháng, có IATF 16949.",
        "place": "Hà Nam",
        "attributes": [
            {"property": "press_tonnage", "value": "450", "unit": "t"},
            {"property": "capacity", "value": "300000", "unit": "pcs/month"},
            {"property": "certificate", "value": "IATF 16949"},
        ],
    },
    "cheap": {
        "whose": "org-vienktc",
        "kind": "expertise",
        "title": "Tư vấn xây dựng hệ thống IATF 16949",
        "text": "Tư vấn xây dựng hệ thống IATF 16949 tại xưởng, 6 tháng, 6.000 USD.",
        "agreement_id": "agr-journey",
        "attributes": [
            {"property": "duration", "value": "180", "unit": "day"},
            {"property": "price", "value": "6000", "unit": "USD"},
        ],
    },
    "fast": {
        "whose": "org-saebit",
        "kind": "expertise",
        "title": "IATF 16949 단기 집중 컨설팅",
        "text": "IATF 16949 체계 구축을 60일 안에 끝내는 현장 컨설팅, 20,000달러.",
        "attributes": [
            {"property": "duration", "value": "60", "unit": "day"},
            {"property": "price", "value": "20000", "unit": "USD"},
        ],
    },
    "milling": {
        "whose": "org-songcau",
        "kind": "product",
        "title": "Gia công CNC nhôm chính xác",
        "text": "Gia công phay CNC nhôm A6061, dung sai ±0,01 mm, 50.000 chi tiết/tháng.",
        "place": "Hà Nam",
        "attributes": [
            {"property": "tolerance", "value": "0.01", "unit": "mm"},
            {"property": "capacity", "value": "50000", "unit": "pcs/month"},
        ],
    },
    "hobbing": {
        "whose": "org-ngocha",
        "kind": "product",
        "title": "Gia công bánh răng",
        "text": "Gia công phay lăn răng, mài răng bánh răng thép SCM440, cấp chính xác JIS 2.",
        "place": "Hà Nam",
    },
}
_NEEDS: dict[str, dict[str, Any]] = {
    "housing": {
        "whose": "org-haneul",
        "kind": "product",
        "title": "알루미늄 하우징 CNC 가공",
        "text": "알루미늄 하우징을 CNC 밀링으로 가공할 업체를 찾습니다. 공차 0.02 mm 이내, 월 3만 개.",
        "confidential": True,
        "requirements": [
            {"property": "tolerance", "comparison": "<=", "value": "0.02", "unit": "mm"},
            {"property": "capacity", "comparison": ">=", "value": "30000", "unit": "pcs/month"},
        ],
    },
    "gears": {
        "whose": "org-haneul",
        "kind": "product",
        "title": "감속기용 기어 가공",
        "text": "감속기용 기어를 호빙과 치면 연삭으로 가공할 업체를 찾습니다. 소재는 SCM440입니다.",
    },
}
_PEOPLE: dict[str, dict[str, Any]] = {
    "buyer": {"role": "enterprise", "organisation_id": "org-haneul", "language": "ko"},
    "maker": {"role": "enterprise", "organisation_id": "org-songcau", "language": "vi"},
    "reader": {"role": "officer", "language": "en"},
}


def put() -> dict[str, Any]:
    """Put everything there; return ids and pass words by key."""
    office = wiring.office()
    with office.store.unit() as unit:
        for organisation in BODIES:
            unit.organisations.add(organisation)
        unit.agreements.add(agreement("agr-journey", BODIES[3], BODIES[4]))
        unit.commitments.add(commitment("com-journey", "agr-journey", text=PROMISE))
    ids = {}
    for key, parts in _OFFERS.items():
        offer = post_offer(office, OFFICER, parts.pop("whose"), **parts)
        ids[key] = publish_item(office, OFFICER, Offer, offer.id).id
    for key, parts in _NEEDS.items():
        need = post_need(office, OFFICER, parts.pop("whose"), **parts)
        ids[key] = publish_item(office, OFFICER, Need, need.id).id
    people = {name: accounts.fresh_password() for name in _PEOPLE}
    for name, parts in _PEOPLE.items():
        accounts.add_account(name, password=people[name], **parts)
    return {"ids": ids, "people": people}


if __name__ == "__main__":
    json.dump(put(), sys.stdout)
