"""What a list calls a body in Vietnamese, Korean or English comes in; its kind goes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nhipcau.facts.codes import PartyKind
from nhipcau.language.text import fold

_WRITTEN: Final[Mapping[PartyKind, str]] = {
    PartyKind.MINISTRY: "bộ|ministry|부처|중앙부처",
    PartyKind.GOVERNMENT_AGENCY: (
        "cơ quan nhà nước|cục|tổng cục|cơ quan chính phủ|government agency|agency|정부기관|청|공공기관"
    ),
    PartyKind.LOCAL_GOVERNMENT: "ubnd|ủy ban nhân dân|sở|chính quyền địa phương|local government|지자체|지방자치단체",
    PartyKind.PUBLIC_CENTRE: "trung tâm|public centre|public center|centre|center|센터|공공센터",
    PartyKind.RESEARCH_INSTITUTE: "viện|viện nghiên cứu|research institute|institute|연구원|연구소|출연연",
    PartyKind.TECHNOPARK: "khu công nghệ|technopark|techno park|테크노파크",
    PartyKind.UNIVERSITY: "đại học|trường đại học|university|대학교|대학",
    PartyKind.COLLEGE: "cao đẳng|trường cao đẳng|college|전문대학|전문대",
    PartyKind.ASSOCIATION: "hiệp hội|hội|association|chamber|협회|조합|상공회의소",
    PartyKind.COMPANY: (
        "công ty|doanh nghiệp|công ty tnhh|tnhh|công ty cổ phần|cổ phần|cp|dntn|doanh nghiệp tư nhân|fdi|hợp tác xã|"
        "htx|hộ kinh doanh|nhà máy|công ty tnhh mtv|tnhh mtv|company|enterprise|firm|factory|jsc|ltd|llc|corporation|"
        "기업|회사|주식회사|유한회사|중소기업|중견기업|대기업|개인사업자|법인|업체|공장|소상공인"
    ),
    PartyKind.BANK: "ngân hàng|bank|은행",
    PartyKind.REGULATOR: "cơ quan quản lý|regulator|규제기관",
}
_KINDS: Final[Mapping[str, PartyKind]] = {
    **{fold(word): kind for kind, words in _WRITTEN.items() for word in words.split("|")},
    **{kind.value: kind for kind in PartyKind},
}


def kind_written(text: str) -> PartyKind | None:
    """Return the kind that a word of a list means; ``None`` where nobody can say."""
    return _KINDS.get(" ".join(fold(text).split()))
