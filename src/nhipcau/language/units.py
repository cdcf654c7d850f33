# ruff: noqa: E501 -- a unit a line
"""The words that name a unit come in; its code goes out."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Final

UNIT_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "vi": {
        "USD": "usd|us$|$|đô la mỹ|đô-la mỹ|đôla mỹ|đô la|đô-la|đôla|mỹ kim",
        "VND": "đồng việt nam|đồng|vnđ|vnd",
        "KRW": "won hàn quốc|won|krw",
        "EUR": "euro|eur|€",
        "JPY": "yên nhật|yên|jpy",
        "CNY": "nhân dân tệ|ndt|cny",
        "%": "%|phần trăm|điểm phần trăm|điểm %",
        "ha": "ha|hecta|héc ta|héc-ta",
        "km2": "km2|km²|㎢|kilômét vuông|ki lô mét vuông",
        "m2": "m2|m²|㎡|mét vuông",
        "km": "km|kilômét|ki lô mét|cây số",
        "m": "m|mét",
        "tons": "tấn",
        "kg": "kg|kilôgam",
        "MW": "mw|megawatt",
        "GW": "gw",
        "kW": "kw",
        "years": "năm tuổi|năm|tuổi",
        "months": "tháng",
        "weeks": "tuần",
        "days": "ngày",
        "hours": "tiếng đồng hồ|tiếng",
        "minutes": "phút",
        "times": "lần",
        "visits": "lượt khách|lượt người|lượt",
        "enterprises": "doanh nghiệp|dn|công ty|cty|hãng|tập đoàn|nhà sản xuất|nhà cung cấp|nhà đầu tư|startup|nhà máy",
        "projects": "dự án|đề án|đề tài",
        "people": "người|nhân viên|cán bộ|nhân sự|nhân lực|thành viên đoàn",
        "workers": "lao động|công nhân|người lao động|thợ",
        "students": "sinh viên|học sinh|học viên|du học sinh|thực tập sinh|nghiên cứu sinh",
        "lecturers": "giảng viên|giáo viên",
        "experts": "chuyên gia|tư vấn viên|kỹ sư|nhà khoa học|nghiên cứu viên",
        "delegates": "đại biểu|khách mời",
        "countries": "quốc gia|nước|vùng lãnh thổ",
        "localities": "tỉnh, thành phố|tỉnh, thành|tỉnh thành|tỉnh|thành phố|địa phương|huyện|xã",
        "jobs": "việc làm|vị trí việc làm",
        "products": "sản phẩm|mặt hàng|mẫu",
        "booths": "gian hàng|gian",
        "courses": "khóa đào tạo|khóa học|khóa|lớp|chương trình",
        "agreements": "biên bản ghi nhớ|bản ghi nhớ|thỏa thuận|văn kiện|văn bản|hợp đồng|mou|hiệp định",
        "scholarships": "suất học bổng|học bổng|suất",
        "industrial-parks": "khu công nghiệp|kcn|khu chế xuất|cụm công nghiệp",
        "organisations": "đơn vị|tổ chức|cơ quan|trường đại học|trường|viện|cơ sở|trung tâm|hội viên|thành viên|đối tác",
        "sets": "bộ|chiếc|cái|máy|thiết bị|xe",
        "fields": "lĩnh vực|nội dung|nhóm|nhiệm vụ|giải pháp|mục tiêu|hoạt động",
        "sides": "bên",
        "technologies": "công nghệ|sáng chế|bằng sáng chế",
        "households": "hộ dân|hộ",
        "ranks": "bậc|hạng",
    },
    "ko": {
        "USD": "미국 달러|미 달러|달러|불|usd",
        "VND": "베트남 동|동|vnd",
        "KRW": "원|krw",
        "EUR": "유로|eur",
        "JPY": "엔",
        "CNY": "위안",
        "%": "%p|%포인트|%|퍼센트|프로",
        "ha": "헥타르|ha|㏊",
        "km2": "㎢|km2|km²|제곱킬로미터|평방킬로미터",
        "m2": "㎡|m2|m²|제곱미터|평방미터",
        "pyeong": "평",
        "km": "km|㎞|킬로미터",
        "m": "m|미터",
        "tons": "톤|t",
        "kg": "kg|㎏|킬로그램",
        "MW": "mw|㎿|메가와트",
        "GW": "gw|기가와트",
        "kW": "kw|㎾",
        "years": "개년|년간|년 동안|년|세|살",
        "months": "개월간|개월|달간|달",
        "weeks": "주간|주일|주",
        "days": "일간|일 동안|박|일",
        "hours": "시간",
        "minutes": "분간|분",
        "times": "차례|회|번|배",
        "enterprises": "개 회원사|개 기업|개 업체|개 회사|개기업|개업체|개 중소기업|개 스타트업|개 사|개사|사",
        "projects": "개 프로젝트|개 사업|개 과제|개 프로그램",
        "countries": "개 국가|개국",
        "localities": "개 시·군|개 시군|개 시도|개 성|개 도시|개 지역|개 지자체",
        "organisations": "개 기관|개 대학|개교|개 단체|개 학교|개 협회|개 기관·기업",
        "fields": "개 분야|개 항목|개 부문",
        "industrial-parks": "개 산업단지|개 산단",
        "students": "명의 학생|명의 유학생",
        "people": "여명|명|인",
        "agreements": "건의 협약|건의 업무협약|건의 양해각서",
        "cases": "건",
        "places": "곳|개소",
        "items": "개|가지|종|편|점|장|대|기|척|세트|채|쌍",
        "households": "가구|세대",
        "teams": "팀|개 팀",
        "credits": "학점",
        "semesters": "학기",
        "ranks": "위",
    },
    "en": {
        "USD": "u.s. dollars|us dollars|american dollars|dollars|dollar|usd|us$|$",
        "VND": "vietnamese dong|dong|vnd|vnđ",
        "KRW": "south korean won|korean won|won|krw|₩",
        "EUR": "euros|euro|eur|€",
        "JPY": "yen|jpy",
        "CNY": "yuan|cny|rmb",
        "%": "percentage points|percent|per cent|pct|%",
        "ha": "hectares|hectare|ha",
        "km2": "square kilometers|square kilometres|sq km|km2|km²",
        "m2": "square meters|square metres|sq m|sqm|m2|m²",
        "pyeong": "pyeong",
        "acres": "acres",
        "km": "kilometers|kilometres|km",
        "m": "meters|metres",
        "tons": "metric tons|tonnes|tons|ton",
        "kg": "kilograms|kg",
        "MW": "megawatts|mw",
        "GW": "gigawatts|gw",
        "kW": "kilowatts|kw",
        "years": "academic years|years old|years|year|-year-long|-year",
        "months": "months|month|-month",
        "weeks": "weeks|week|-week",
        "days": "days|day|-day",
        "hours": "hours|hour|-hour",
        "minutes": "minutes",
        "times": "times|fold|-fold",
        "enterprises": "small and medium-sized enterprises|korean companies|vietnamese companies|korean firms|korean enterprises"
        "|vietnamese enterprises|korean businesses|companies|enterprises|firms|businesses|smes|manufacturers|suppliers"
        "|startups|start-ups|investors|factories|plants",
        "projects": "projects|project|programmes|programs",
        "workers": "workers|employees|labourers|laborers",
        "people": "people|persons|officials|staff members|staff|attendees",
        "students": "students|trainees|interns|graduates|learners",
        "lecturers": "lecturers|teachers|professors",
        "experts": "experts|engineers|specialists|consultants|researchers|scientists|technicians",
        "delegates": "delegates|participants|guests|representatives",
        "countries": "countries|nations|economies",
        "localities": "provinces|cities|localities|regions",
        "jobs": "jobs|positions",
        "products": "products|items|units",
        "booths": "booths|stands",
        "courses": "training courses|courses|classes|workshops|sessions",
        "agreements": "memorandums of understanding|memoranda of understanding|mous|agreements|contracts|documents",
        "scholarships": "scholarships",
        "industrial-parks": "industrial parks|industrial zones",
        "organisations": "organizations|organisations|institutions|institutes|universities|colleges|agencies|members|partners",
        "fields": "fields|areas|sectors",
        "technologies": "technologies|patents",
        "households": "households",
    },
}
"""Code of a unit -> the words that name it, a list parted by bars, per language."""

_OTHER_WORDS: Final = re.compile(r"[^\W\d_]$")


@functools.cache
def unit_codes(language: str) -> Mapping[str, str]:
    """Return the code of each unit word of a language, words in lower case."""
    return {word: code for code, words in UNIT_WORDS[language].items() for word in words.split("|")}


@functools.cache
def unit_pattern(language: str) -> str:
    """Return a regular expression for the unit words of a language, longest first, that ends at the word's end."""
    words = sorted(unit_codes(language), key=len, reverse=True)
    return "(?:" + "|".join(_bounded(word, language) for word in words) + ")"


def _bounded(word: str, language: str) -> str:
    written = re.escape(word).replace(r"\ ", r"\s+")
    if not _OTHER_WORDS.search(word):
        return written
    if language != "ko":
        return written + r"(?![^\W\d_])"
    return written + _KOREAN_END.get(word, r"(?![A-Za-z])" if word.isascii() else "")


# One syllable is a unit only where no other word begins with it (년 but not 년생, 대 but not 대학).
_KOREAN_END: Final[Mapping[str, str]] = {
    "세": r"(?=[^가-힣]|$|이상|이하|미만|의|로|에)",
    "년": r"(?!생|대|도|산|차|째|형)",
    "주": r"(?!년|요|민|식|거|제|자|도|변)",
    "일": r"(?=[^가-힣]|$|이|을|은|의|에|만)",
    "원": r"(?!장|자|료|유|천|팀)",
    "동": r"(?=[^가-힣]|$|을|이|의|에|으)",
    "사": r"(?=[^가-힣]|$|가|를|는|의|와|에|이|로|도)",
    "인": r"(?=[^가-힣]|$|이|을|은|의|과|에|으)",
    "대": r"(?!학|표|사|한|상|형|륙|중|전|구|로)",
    "위": r"(?!원|해|한|치|탁)",
    "개": r"(?!월|발|최|소|선|인|혁|방|편|설)",
    "점": r"(?!검|포)",
    "장": r"(?=[^가-힣]|$|을|이|의)",
    "기": r"(?=[^가-힣]|$|를|가|의)",
    "종": r"(?!합|료|사|교|목)",
    "편": r"(?=[^가-힣]|$|을|이|의)",
    "번": r"(?!째|호|지|영)",
    "회": r"(?!의|원|장|사|째|차)",
    "건": r"(?!설|강|물|축|립)",
    "분": r"(?!야|기|석|과|양|담|산|류)",
    "달": r"(?=[^가-힣]|$|간|에|의|을|이)",
    "배": r"(?!터|치|출|정|달|경|우)",
    "평": r"(?!가|균|택|화)",
    "곳": "",
    "명": r"(?!품|칭|단|예)",
    "불": r"(?=[^가-힣]|$|을|이|의|에)",
    "박": r"(?=\s?\d)",
    "프로": r"(?!그램|젝트|세스)",
    "채": r"(?=[^가-힣]|$|를|의)",
    "엔": r"(?=[^가-힣]|$|을|이|의|에|으)",
    "세대": r"(?!교체|간)",
}
