"""The head of a spreadsheet's column in Vietnamese, Korean or English comes in; what the column holds goes out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from nhipcau.facts.organisation_import import Column
from nhipcau.language.text import fold

_HEADS: Final[Mapping[Column, str]] = {
    Column.NAME: (
        "tên|tên doanh nghiệp|tên công ty|tên đơn vị|tên tổ chức|tên cơ sở|tên nhà máy|doanh nghiệp|đơn vị|"
        "tên chính thức|tên nhà cung cấp|company|company name|name|organisation|organization|organisation name|"
        "organization name|firm|firm name|enterprise|enterprise name|supplier|supplier name|factory|manufacturer|"
        "업체명|회사명|기업명|기관명|상호|상호명|법인명|단체명|명칭|공급업체|업체|기업|회사|기관"
    ),
    Column.NAME_VI: (
        "tên tiếng việt|tên doanh nghiệp tiếng việt|tên tiếng việt của doanh nghiệp|vietnamese name|name vi|"
        "company name vietnamese|name in vietnamese|베트남어명|베트남어 명칭|업체명 베트남어|기업명 베트남어"
    ),
    Column.NAME_KO: (
        "tên tiếng hàn|tên doanh nghiệp tiếng hàn|korean name|name ko|company name korean|name in korean|"
        "한글명|국문명|한국어명|업체명 국문|기업명 국문|회사명 국문|업체명 한글|기업명 한글|회사명 한글|국문 기업명"
    ),
    Column.NAME_EN: (
        "tên tiếng anh|tên doanh nghiệp tiếng anh|tên giao dịch|tên quốc tế|english name|name en|name in english|"
        "company name english|trading name|international name|영문명|"
        "영문 기업명|업체명 영문|기업명 영문|회사명 영문|영문 상호"
    ),
    Column.ACRONYM: "tên viết tắt|viết tắt|acronym|short name|abbreviation|약칭|약어|약자",
    Column.KIND: (
        "loại hình|loại hình doanh nghiệp|loại tổ chức|loại|kind|type|organisation type|company type|기관유형|"
        "기업유형|유형|구분|종류"
    ),
    Column.COUNTRY: "quốc gia|nước|country|nation|nationality|국가|국적|나라",
    Column.TAX_CODE: (
        "mã số thuế|mst|mã số doanh nghiệp|msdn|ms thuế|mã thuế|tax code|tax id|tax number|tax no|vat number|"
        "vietnam tax code|세금코드|베트남 세금코드|납세번호|납세자번호"
    ),
    Column.BUSINESS_NUMBER: (
        "사업자등록번호|사업자번호|사업자 등록 번호|사업자 번호|business registration number|"
        "business registration no|brn|business number|số đăng ký kinh doanh hàn quốc|số đăng ký kinh doanh"
    ),
    Column.CORPORATE_NUMBER: "법인등록번호|법인번호|corporate registration number|crn|số đăng ký pháp nhân",
    Column.LEI: "lei|mã lei|lei code|legal entity identifier",
    Column.OWN_NUMBER: (
        "mã|mã số|mã doanh nghiệp|mã đơn vị|mã hồ sơ|số hồ sơ|"
        "id|code|record id|record no|company code|company id|"
        "관리번호|업체코드|기업코드|등록번호|코드|아이디"
    ),
    Column.ADDRESS: (
        "địa chỉ|địa chỉ trụ sở|trụ sở|trụ sở chính|"
        "địa chỉ trụ sở chính|địa chỉ nhà máy|address|street address|"
        "head office|registered address|주소|소재지|본사주소|본사 주소|사업장 주소|사업장소재지|본사 소재지|공장 주소"
    ),
    Column.PLACE: (
        "tỉnh|tỉnh thành|tỉnh thành phố|tỉnh tp|thành phố|địa phương|"
        "địa bàn|province|city|province city|region|"
        "place|location|지역|시도|시 도|도시|성|성시|지자체"
    ),
    Column.PHONE: (
        "điện thoại|số điện thoại|đt|sđt|di động|tel|telephone|"
        "phone|phone number|mobile|hotline|전화|전화번호|연락처|"
        "대표전화|휴대전화|휴대폰"
    ),
    Column.WEBSITE: "website|web|trang web|trang thông tin điện tử|url|homepage|web site|홈페이지|웹사이트|누리집",
    Column.EMAIL: "email|e mail|thư điện tử|mail|email address|이메일|전자우편|메일",
    Column.PERSON: (
        "người đại diện|đại diện|người đại diện pháp luật|đại diện pháp luật|"
        "người liên hệ|giám đốc|tổng giám đốc|"
        "họ tên|họ và tên|contact|contact person|contact name|representative|legal representative|director|ceo|"
        "owner|president|대표자|대표|대표자명|대표이사|담당자|담당자명|성명"
    ),
    Column.POST: "chức vụ|chức danh|position|title|post|job title|직위|직책|직함",
    Column.FOUNDED: (
        "năm thành lập|ngày thành lập|năm tl|thành lập|năm đăng ký|founded|year founded|year of establishment|"
        "established|established in|date of establishment|year|설립|설립연도|설립년도|설립일|설립일자|창립연도|개업일"
    ),
}
# Heads that say what nobody maps: they make a row a row of heads all the same.
_OTHERS: Final = (
    "stt|tt|số tt|số thứ tự|no|no.|#|seq|ghi chú|"
    "note|notes|remark|remarks|ngành|ngành nghề|lĩnh vực|sản phẩm|industry|"
    "products|sector|số lao động|doanh thu|vốn|employees|revenue|연번|"
    "번호|순번|비고|업종|생산품|주요제품|종업원수|매출액|"
    "tiếng việt|tiếng anh|tiếng hàn|vietnamese|korean|english|"
    "국문|한글|영문|베트남어|liên hệ|thông tin liên hệ|연락"
)
_NOT_A_WORD: Final = re.compile(r"[\W_]+")
_LONGEST: Final = 120


def words_of_head(text: str) -> str:
    """Return a head as it is compared: folded, without punctuation."""
    return _NOT_A_WORD.sub(" ", fold(text[:_LONGEST])).strip()


_KNOWN: Final[Mapping[str, Column]] = {
    words_of_head(head): column for column, heads in reversed(list(_HEADS.items())) for head in heads.split("|")
}
_NAMED: Final = frozenset(words_of_head(head) for head in _OTHERS.split("|"))
_MOST_WORDS: Final = 6
_SHORT: Final = 4


def column_of_head(head: str) -> Column:
    """Return what a column with this head holds; IGNORE where the head does not say.

    The whole head counts first, then the longest known head within it ("Tên doanh nghiệp (*)", "1. Mã số thuế").
    """
    words = words_of_head(head)
    if not words or words in _NAMED:
        return Column.IGNORE
    return _KNOWN.get(words) or _within(words) or Column.IGNORE


def is_head(text: str) -> bool:
    """Tell whether a cell reads like the head of a column."""
    words = words_of_head(text)
    return bool(words) and (words in _NAMED or column_of_head(text) is not Column.IGNORE)


def _within(words: str) -> Column | None:
    parts = words.split()
    if len(parts) > 2 * _MOST_WORDS:
        return None
    for length in range(min(len(parts), _MOST_WORDS), 0, -1):
        for start in range(len(parts) - length + 1):
            piece = " ".join(parts[start : start + length])
            if len(piece) >= _SHORT and piece in _KNOWN:
                return _of_language(_KNOWN[piece], words)
    return next((column for known, column in _KNOWN.items() if _inside_korean(known, words)), None)


def _inside_korean(known: str, words: str) -> bool:
    """Korean heads are written together: 협력업체명 holds 업체명."""
    return len(known) > 1 and known[0] >= "가" and known in words


def _of_language(column: Column, words: str) -> Column:
    """Return the name column of a language where the head names one beside "name"."""
    if column is not Column.NAME:
        return column
    for language, marks in _LANGUAGES.items():
        if any(mark in words for mark in marks):
            return language
    return column


_LANGUAGES: Final[Mapping[Column, tuple[str, ...]]] = {
    Column.NAME_VI: tuple(words_of_head(mark) for mark in ("tiếng việt", "vietnamese", "베트남어")),
    Column.NAME_KO: tuple(words_of_head(mark) for mark in ("tiếng hàn", "korean", "국문", "한글", "한국어")),
    Column.NAME_EN: tuple(words_of_head(mark) for mark in ("tiếng anh", "english", "영문")),
}
