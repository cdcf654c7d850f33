# ruff: noqa: E501 -- lists of words, a kind a line
"""The words and patterns that names in Latin letters are told by go out."""

from __future__ import annotations

import re
from typing import Final

UPPER: Final = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
CAPITAL: Final = rf"[{UPPER}][^\W\d_]*(?:[-'\u2019][^\W\d_]+)*"
RUN: Final = rf"{CAPITAL}(?:[ \t]+{CAPITAL})*"
TITLE: Final = (
    r"(?:(?:(?:GS|PGS|TS|ThS|Th\.S|TSKH|KS|CN|BS|LS|GS\.?TS|PGS\.?TS|GS\.?TSKH|NGƯT|NGND|CVCC|CKII|CKI)\b\.?[ \t,]*)+"
    r"|(?i:ông|bà|ngài|đồng chí|đ/c|anh|chị|cô|chú|tiến sĩ|tiến sỹ|thạc sĩ|thạc sỹ|giáo sư|phó giáo sư|kỹ sư|bác sĩ|luật sư|nhà báo|thầy|GS|TS)\b[ \t.]+"
    r"|\b(?:H\.?E\.?|His Excellency|Her Excellency|Mr|Mrs|Ms|Miss|Messrs|Dr|Prof|Professor|Assoc\.? Prof|Associate Professor|Asst\.? Prof|Doctor|Sir|Madam)\b\.?[ \t]+"
    r"|\((?:Mr|Ms|Mrs|Dr)\.?[ \t]*)"
)
TITLED: Final = re.compile(rf"(?<![^\W_])(?P<title>{TITLE}(?:{TITLE}){{0,3}})(?P<run>{RUN})")
ALONE: Final = re.compile(rf"(?<![^\W_.])(?P<run>{RUN})")
# Words of posts, places and bodies that also begin with a capital and end a run of name words.
ROLE_AFTER: Final = re.compile(
    r"^(?:Quận|Huyện|Thống|Hiệu|Giám|Chủ|Viện|Cục|Vụ|Tổng|Trưởng|Phó|Quyền|Bộ|Thứ|Đại|Bí|Chánh|Uỷ|Ủy|Thủ|Nguyên|Đồng|Khoa|Ban|Phòng|Sở|Công|Hiệp|Tập|Trường|Thành"
    r"|Chairman|Chairwoman|Chairperson|President|Director|Vice|Deputy|General|CEO|Minister|Ambassador|Governor|Mayor|Rector|Head|Chief|Managing|Executive|Secretary|Principal|Dean"
    r"|Ông|Bà|Ngài|TS|GS|PGS|ThS|Mr|Ms|Dr|Tại|Phát|Theo|Trong|Ngày|Sau|Trên|Cùng|Lễ|Hội|Ảnh|Nguồn|Photo|MOU)$",
)
# Names of the highlands (Y Hnhắc) are told by the post or the body before them.
AFTER_A_POST: Final = re.compile(
    r"(?:tịch|trưởng|đốc|thư|viên|tỉnh|huyện|xã|thành phố|phòng|ban|ông|bà|chí|đoàn)\s$", re.IGNORECASE
)
HIGHLAND_EXCEPTIONS: Final = frozenset({"Dược", "Tế", "Khoa", "Học", "Hà"})
# Words that begin a post and are given names too.
GIVEN_OR_POST: Final = frozenset(
    {"Quyền", "Thành", "Công", "Đại", "Trường", "Khoa", "Bộ", "Đồng", "Nguyên", "Thủ", "Viện", "Giám", "Ban", "Hiệp"}
)
ORG_BEFORE: Final = re.compile(
    r"(?:[Đđ]ại học|(?<![^\W\d_] )[Tt]rường|[Hh]ọc viện|[Đđ]ường|(?<!hành )[Pp]hố|[Qq]uận|[Pp]hường|TP\.?|[Cc]ông ty|[Bb]ệnh viện|[Kk]hu công nghiệp|KCN|[Tt]ập đoàn"
    r"|[Gg]iải thưởng|[Qq]uảng trường|THPT|[Cc]hủ nghĩa|[Tt]ư tưởng|[Ll]ăng|[Bb]ảo tàng|[Cc]ầu|[Ss]ân bay|University|College|Street|Avenue|School|Institute)\s+$",
)
KOREAN_SYLLABLE: Final = (
    r"(?:(?:kk|tt|pp|ss|jj|ch|sh|[bcdghjkmnprstwyz]|l|r)?(?:yeo|yae|yoo|you|yu|ya|yo|ye|yi|wae|weo|woo|wa|wo|we|wi|eui|ui|eo|eu|ae|oe|oo|ou|ee|ie|ea|ei|a|e|i|o|u|y)"
    r"(?:ng|ck|gh|[nmkglrbpths])?)"
)
KOREAN_GIVEN: Final = re.compile(rf"{KOREAN_SYLLABLE}(?:-?{KOREAN_SYLLABLE}){{0,2}}", re.IGNORECASE)
VIETNAMESE_SYLLABLE: Final = re.compile(
    r"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnptiuoy])?",
    re.IGNORECASE,
)
ENGLISH_WORDS: Final = frozenset(
    [
        "of",
        "and",
        "for",
        "with",
        "from",
        "are",
        "new",
        "one",
        "two",
        "all",
        "she",
        "they",
        "our",
        "this",
        "that",
        "both",
        "city",
        "high",
        "tech",
        "north",
        "south",
        "korea",
        "korean",
        "hanoi",
        "vietnam",
        "vietnamese",
        "seoul",
        "group",
        "park",
        "industrial",
        "industry",
        "center",
        "centre",
        "institute",
        "university",
        "college",
        "company",
        "bank",
        "chamber",
        "republic",
        "ministry",
        "department",
        "office",
        "asia",
        "global",
        "international",
        "national",
    ],
)
NEXT_WORD: Final = re.compile(r"[ \t]+([^\W\d_]+)")
POST_PAIRS: Final = frozenset(
    [
        "thị trưởng",
        "quận trưởng",
        "huyện trưởng",
        "tỉnh trưởng",
        "thống đốc",
        "hiệu trưởng",
        "hiệu phó",
        "giám đốc",
        "chủ tịch",
        "viện trưởng",
        "viện phó",
        "cục trưởng",
        "vụ trưởng",
        "tổng giám",
        "tổng biên",
        "tổng bí",
        "tổng lãnh",
        "tổng cục",
        "tổng thư",
        "tổng thanh",
        "trưởng ban",
        "trưởng phòng",
        "trưởng đoàn",
        "trưởng khoa",
        "trưởng đại",
        "trưởng bộ",
        "trưởng nhóm",
        "trưởng cơ",
        "phó giám",
        "phó chủ",
        "phó tổng",
        "phó hiệu",
        "phó viện",
        "phó cục",
        "phó vụ",
        "phó trưởng",
        "phó bí",
        "phó ban",
        "quyền giám",
        "quyền viện",
        "quyền cục",
        "quyền hiệu",
        "bộ trưởng",
        "thứ trưởng",
        "đại sứ",
        "đại diện",
        "bí thư",
        "chánh văn",
        "ủy viên",
        "thủ tướng",
        "công ty",
        "hiệp hội",
        "tập đoàn",
        "trường đại",
        "trường cao",
        "thành viên",
        "nguyên giám",
        "nguyên chủ",
        "đồng chủ",
        "khoa học",
        "ban quản",
        "ban giám",
        "sở công",
        "sở khoa",
        "viện nghiên",
        "viện kỹ",
        "trung tâm",
    ],
)
# A rare surname counts where one of these stands behind it.
MIDDLE_NAMES: Final = frozenset({"Thị", "Văn", "Đức", "Hữu", "Quang", "Ngọc", "Minh", "Xuân", "Công", "Thanh", "Hồng"})
SHORTEST: Final = 2
LONGEST: Final = 5
