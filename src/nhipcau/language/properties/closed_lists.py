# ruff: noqa: E501 -- a member a line
"""The lists that are short and known whole: languages, rights, and coatings by their chemical signs."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nhipcau.language.text import fold

LANGUAGES: Final[Mapping[str, str]] = {
    "vi": "vi|vn|vietnamese|tiếng việt|tiếng việt nam|việt ngữ|베트남어|베트남말|월남어|베어",
    "ko": "ko|kr|korean|tiếng hàn|tiếng hàn quốc|hàn ngữ|hàn|한국어|한국말|한글|한국어능력|topik|토픽|한어",
    "en": "en|english|tiếng anh|anh ngữ|anh văn|anh|영어|잉글리시|toeic|ielts",
    "ja": "ja|jp|japanese|tiếng nhật|nhật ngữ|nhật|일본어|일어|jlpt",
    "zh": "zh|cn|chinese|mandarin|tiếng trung|tiếng hoa|trung văn|hoa ngữ|tiếng trung quốc|trung|hoa|중국어|중어|hsk",
    "de": "de|german|tiếng đức|독일어",
    "fr": "fr|french|tiếng pháp|불어|프랑스어",
    "ru": "ru|russian|tiếng nga|러시아어",
}
RIGHTS: Final[Mapping[str, str]] = {
    "patent-granted": "patent granted|granted patent|patented|patent registered|registered patent|patent in force|patents granted|patent"
    "|đã được cấp bằng sáng chế|được cấp bằng sáng chế|đã cấp bằng sáng chế|có bằng sáng chế|bằng sáng chế|bằng độc quyền sáng chế|bằng sáng chế đã cấp|đã có patent"
    "|특허 등록|특허등록|등록특허|등록 특허|특허 보유|특허보유|특허",
    "patent-pending": "patent pending|patent applied for|patent application|patent filed|application filed|pending patent|pct filed"
    "|đã đăng ký sáng chế|đăng ký sáng chế|đã nộp đơn sáng chế|đang nộp đơn sáng chế|đơn đăng ký sáng chế|đơn sáng chế|đã nộp đơn|chờ cấp bằng|đang chờ cấp bằng|đang đăng ký sáng chế|nộp đơn sáng chế"
    "|특허 출원|특허출원|출원 중|출원중|특허 출원 중|특허출원중|pct 출원|pct출원",
    "utility-solution": "utility model|utility solution|petty patent|giải pháp hữu ích|bằng độc quyền giải pháp hữu ích|실용신안|실용신안 등록",
    "industrial-design": "industrial design|registered design|design registration|kiểu dáng công nghiệp|디자인 등록|디자인등록|의장등록",
    "non-exclusive-licence": "non-exclusive licence|non-exclusive license|nonexclusive licence|nonexclusive license|non exclusive licence|non exclusive license|non-exclusive|non exclusive"
    "|cấp phép không độc quyền|li-xăng không độc quyền|giấy phép không độc quyền|quyền sử dụng không độc quyền|chuyển quyền không độc quyền|không độc quyền|license không độc quyền"
    "|통상실시권|통상 실시권|비독점 실시권|비독점|비독점 라이선스|비전용실시권",
    "exclusive-licence": "exclusive licence|exclusive license|exclusive rights|exclusive|cấp phép độc quyền|li-xăng độc quyền|giấy phép độc quyền|quyền sử dụng độc quyền|chuyển quyền độc quyền|độc quyền|license độc quyền"
    "|전용실시권|전용 실시권|독점 실시권|독점실시권|독점 라이선스|독점",
    "assignment": "assignment|full transfer|transfer of ownership|outright sale|assignment of rights|chuyển nhượng toàn bộ|chuyển nhượng quyền sở hữu|chuyển nhượng|bán đứt|양도|권리 양도|특허 양도|매각",
    "know-how": "know-how|knowhow|know how|trade secret|bí quyết|bí quyết công nghệ|bí quyết kỹ thuật|bí mật kinh doanh|노하우|기술 노하우|영업비밀",
    "copyright": "copyright|software copyright|registered software|quyền tác giả|bản quyền|bản quyền phần mềm|저작권|프로그램 등록|프로그램등록",
    "joint-development": "joint development|co-development|hợp tác phát triển|cùng phát triển|đồng phát triển|공동개발|공동 개발|공동연구",
    "open-source": "open source|open-source|mã nguồn mở|nguồn mở|오픈소스|오픈 소스",
}
COATINGS: Final[Mapping[str, str]] = {
    "zinc": "zn|zinc|kẽm|mạ kẽm|xi kẽm|xi mạ kẽm|zinc plating|zinc plated|아연|아연도금|아연 도금|전기아연도금",
    "zinc-nickel": "zn-ni|znni|zn ni|zinc-nickel|zinc nickel|kẽm niken|kẽm-niken|mạ kẽm niken|아연니켈|아연-니켈|아연니켈도금",
    "hot-dip-zinc": "hdg|hot-dip galvanising|hot-dip galvanizing|hot dip galvanized|mạ kẽm nhúng nóng|kẽm nhúng nóng|nhúng nóng|용융아연|용융아연도금",
    "nickel": "ni|nickel|niken|mạ niken|xi niken|nickel plating|니켈|니켈도금|니켈 도금",
    "electroless-nickel": "ni-p|nip|electroless nickel|niken hóa học|mạ niken hóa học|무전해니켈|무전해 니켈|무전해니켈도금|enp",
    "chrome": "cr|chrome|chromium|crom|crôm|mạ crom|mạ crôm|chrome plating|크롬|크롬도금|크롬 도금",
    "hard-chrome": "hard chrome|crom cứng|mạ crom cứng|mạ cứng crom|경질크롬|경질크롬도금|하드크롬",
    "copper": "cu|copper|đồng|mạ đồng|copper plating|동도금|동 도금|구리도금",
    "tin": "sn|tin|thiếc|mạ thiếc|tin plating|주석|주석도금|주석 도금",
    "silver": "ag|silver|bạc|mạ bạc|silver plating|은도금|은 도금",
    "gold": "au|gold|vàng|mạ vàng|gold plating|금도금|금 도금",
    "anodised": "anodising|anodizing|anodised|anodized|anode|anod|anốt|a-nốt|anot hóa|anốt hóa|mạ anode|아노다이징|아노다이즈",
    "hard-anodised": "hard anodising|hard anodizing|anode cứng|anốt cứng|anod cứng|경질 아노다이징|경질아노다이징|하드 아노다이징",
    "phosphated": "phosphating|phosphate|phosphated|phốt phát|photphat|phosphat|nhuộm đen phốt phát|인산염|인산염피막|파커라이징",
    "blackened": "black oxide|blackening|nhuộm đen|oxi hóa đen|흑착색|흑염|흑색산화",
    "powder-coated": "powder coating|powder coated|powder paint|sơn tĩnh điện|sơn bột|분체도장|분체 도장",
    "e-coated": "e-coat|ed coating|e-coating|electrocoating|electrodeposition|cataphoresis|ktl|sơn điện ly|sơn ed|sơn nhúng điện ly|전착도장|전착 도장|전착",
    "painted": "paint|painting|painted|sơn|sơn nước|도장|페인트",
    "zinc-flake": "zinc flake|dacromet|geomet|kẽm vảy|dacromat|다크로|지오메트|다크로메트",
    "pvd": "pvd|phủ pvd|pvd coating|pvd 코팅",
    "dlc": "dlc|phủ dlc|dlc coating|dlc 코팅",
    "tin-nitride": "tin coating pvd|titanium nitride|phủ tin|질화티타늄",
    "passivated": "passivation|passivated|thụ động hóa|부동태",
    "polished": "polishing|polished|đánh bóng|mirror polish|연마 광택|폴리싱|경면",
}

ATTENDANCE: Final[Mapping[str, str]] = {
    "completion": "certificate of completion|completion certificate|certificate of attendance|attendance certificate|giấy chứng nhận hoàn thành|chứng nhận hoàn thành|chứng nhận hoàn thành khóa học|chứng chỉ hoàn thành|chứng nhận hoàn thành khóa|수료증|수료증 발급|이수증",
}


@functools.cache
def members_by_word(code: str) -> Mapping[str, str]:
    """Return the members of a short list by every way of writing them, folded; the first to use a word keeps it."""
    known: dict[str, str] = {}
    for member, words in {
        "language": LANGUAGES,
        "ip_status": RIGHTS,
        "surface": COATINGS,
        "certificate": ATTENDANCE,
    }.get(code, {}).items():
        for word in words.split("|"):
            known.setdefault(fold(word), member)
    return MappingProxyType(known)
