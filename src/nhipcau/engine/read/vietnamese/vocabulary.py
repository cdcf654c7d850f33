"""Nothing comes in; posts, names of countries and acronyms that name no body go out."""

from __future__ import annotations

import re

POSTS = (
    "Phó Chủ tịch Thường trực|Phó Chủ tịch thường trực|Phó Chủ tịch|Phó chủ tịch|Chủ tịch kiêm Tổng Giám đốc|Chủ tịch|"
    "Phó Tổng Giám đốc|Phó Tổng giám đốc|Phó tổng giám đốc|Tổng Giám đốc|Tổng giám đốc|Quyền Giám đốc|Phó Giám đốc|"
    "Phó giám đốc|Giám đốc điều hành|Giám đốc|Phó Hiệu trưởng|Phó hiệu trưởng|Quyền Hiệu trưởng|Hiệu trưởng|"
    "Hiệu phó|Phó Viện trưởng|Phó viện trưởng|Viện trưởng|Viện phó|Phó Cục trưởng|Phó cục trưởng|Cục trưởng|Cục phó|"
    "Phó Vụ trưởng|Vụ trưởng|Phó Tổng cục trưởng|Tổng cục trưởng|Thứ trưởng|Bộ trưởng|Phó Thủ tướng|Thủ tướng|"
    "Phó Trưởng ban|Trưởng ban|Phó Trưởng phòng|Phó trưởng phòng|Trưởng phòng|Phó Trưởng khoa|Trưởng khoa|"
    "Phó Trưởng đoàn|Trưởng đoàn|Trưởng nhóm|Trưởng đại diện|Trưởng bộ phận|Trưởng bộ môn|Trưởng cơ quan|"
    "Trưởng chi nhánh|"
    "Phó Bí thư Thường trực|Phó Bí thư|Bí thư|Tỉnh trưởng|Phó Tỉnh trưởng|Thị trưởng|Phó Thị trưởng|Thống đốc|"
    "Phó Thống đốc|"
    "Quận trưởng|Đại sứ|Tổng Lãnh sự|Tổng lãnh sự|Tham tán|Tổng Thư ký|Tổng thư ký|Phó Tổng thư ký|Chánh Văn phòng|"
    "Phó Chánh Văn phòng|Hội trưởng|Phó Hội trưởng|Ủy viên|Uỷ viên|Chuyên viên|Chuyên gia|Nghiên cứu viên|Giáo sư|"
    "Cố vấn|"
    "Đồng sáng lập|Nhà sáng lập|Người sáng lập|Phụ trách|Điều phối viên|Quản đốc|Kế toán trưởng|Giảng viên|"
    "Tổng thống|Phó Tổng thống|Chủ tịch nước|Tổng Bí thư|Quốc vụ khanh|Đại biện|Nghị sĩ|Công sứ|Phó Tổng lãnh sự|"
    "Chủ nhiệm|Phó Chủ nhiệm|Trưởng Ban|"
    "Phó Giáo sư|Chuyên gia trưởng|Kỹ sư trưởng|Trợ lý|Thư ký|CEO|CTO|CFO|COO|Phó Ban|Phó ban|Phó Trưởng|Phó phòng|"
    "Phó TGĐ|TGĐ|PGĐ|GĐ|Phó Chỉ huy trưởng|Chỉ huy trưởng|Phó Đội trưởng|Đội trưởng|Thành viên HĐQT|"
    "Thành viên Hội đồng|Phó Huyện trưởng|Huyện trưởng|Phó Quận trưởng|Chánh Thanh tra|Phó Chủ nhiệm|Phó Chủ tịch|"
    "Thủ lĩnh|Đồng Chủ tịch|Phó Trưởng đại diện"
)
POST = re.compile(rf"\b(?:{POSTS}|(?:nguyên|quyền) (?:{POSTS}))\b", re.IGNORECASE)

# One character of a sentence: a full stop inside *TP.HCM* or after a title does not end it.
IN_SENTENCE = r"(?:[^.;!?\n]|\.(?=\S)|(?<=TS)\.|(?<=GS)\.|(?<=ThS)\.|(?<=TP)\.)"

KOREA = re.compile(r"Hàn [Qq]u[ốô]c|\bHàn\b|\bKorea\b|\bKorean\b|\bKOREA\b|\bROK\b|Đại Hàn|Hàn quốc|\bHQ\b")
VIETNAM = re.compile(r"Việt Nam|\bViệt\b|\bVietnam\b|\bViet Nam\b|\bVIETNAM\b|VIỆT NAM|\bVN\b|\bViệt nam\b")
OTHER_COUNTRIES: tuple[tuple[str, str], ...] = (
    ("Nhật Bản", "JP"), ("Trung Quốc", "CN"), ("Đài Loan", "TW"), ("Hoa Kỳ", "US"), ("Mỹ", "US"), ("Singapore", "SG"),
    ("Thái Lan", "TH"), ("Đức", "DE"), ("Pháp", "FR"), ("Anh", "GB"), ("Úc", "AU"), ("Australia", "AU"), ("Lào", "LA"),
    ("Campuchia", "KH"), ("Malaysia", "MY"), ("Indonesia", "ID"), ("Philippines", "PH"), ("Ấn Độ", "IN"), ("Nga", "RU"),
)  # fmt: skip
COUNTRY_WORDS = (
    r"(?:Hàn Qu[ốô]c|Việt Nam|Nhật Bản|Trung Quốc|Đài Loan|Hoa Kỳ|Singapore|Thái Lan|Lào|Campuchia|Hàn|Việt)"
)

# Acronyms that never name a party.
NOT_BODIES = frozenset(
    [
        "MOU",
        "MoU",
        "LOI",
        "ODA",
        "FDI",
        "KHCN",
        "CNTT",
        "CNC",
        "R&D",
        "TS",
        "GS",
        "PGS",
        "THS",
        "ThS",
        "TP",
        "TPHCM",
        "HCM",
        "UBND",
        "HĐND",
        "HĐQT",
        "TNHH",
        "CP",
        "JSC",
        "ASEAN",
        "WTO",
        "COVID",
        "AI",
        "IOT",
        "ICT",
        "EV",
        "USD",
        "VND",
        "KRW",
        "EUR",
        "GDP",
        "ESG",
        "SME",
        "SMEs",
        "DN",
        "DNNVV",
        "KCN",
        "KTCN",
        "CNHT",
        "GDNN",
        "KKT",
        "PV",
        "TTXVN",
        "VTV",
        "FTA",
        "VKFTA",
        "RCEP",
        "CPTPP",
        "EVFTA",
        "EPS",
        "TOPIK",
        "STEM",
        "MBA",
        "BTC",
        "TTK",
        "CĐ",
        "ĐH",
        "ATTP",
        "OCOP",
        "HTX",
        "NCKH",
        "GDĐT",
        "BSCKII",
        "BSCKI",
        "CKI",
        "CKII",
        "UAV",
        "LNG",
        "ISO",
        "CEO",
        "CTO",
        "CFO",
        "COO",
        "KH",
        "CN",
        "HTQT",
        "QLKH",
        "QLKH&HTQT",
        "MW",
        "KW",
        "XNK",
        "TMCP",
        "MTV",
        "VN",
        "HQ",
        "TW",
        "NQ",
        "QĐ",
        "CK",
        "BS",
        "KTS",
        "NSND",
        "NSƯT",
        "PHD",
        "MC",
        "QR",
        "PR",
        "HR",
        "IT",
        "OEM",
        "ODM",
        "PCB",
        "CNN",
        "KOL",
        "VIP",
        "G7",
        "G20",
        "CTCP",
        "LS",
        "ODA/KOICA",
        "APEC",
        "UNESCO",
        "UN",
        "NGO",
        "BĐS",
        "ĐBSCL",
        "ĐBQH",
        "HĐ",
        "CLB",
        "UBTW",
        "NQ-CP",
        "SX",
        "CNHĐ",
        "II",
        "III",
        "IV",
        "VI",
        "VII",
        "VIII",
        "IX",
        "XI",
        "XII",
        "XIII",
        "XIV",
    ]
)
