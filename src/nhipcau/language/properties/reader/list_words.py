# ruff: noqa: E501 -- the words of a property a line
"""The words that a list of materials, certificates, languages, rights or coatings stands behind, and that deny one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LISTED: Final[Mapping[str, str]] = {
    "material": "raw material|raw materials|material|materials|materials used|grades|grades handled|compounds|resins|works in|work in|we work in|we work with|we handle|made from|made of|we process|we run|chất liệu gồm|chất liệu|vật liệu gồm|vật liệu|nguyên liệu gồm|nguyên liệu|nguyên vật liệu|loại hàng|chủng loại|loại nhựa|dùng|dùng các loại|chạy|chạy các loại|loại thép|loại vải|loại cao su|mác thép|hợp kim|원재료|원자재|소재|재질|재료|원료|취급 소재|취급소재|사용 소재|사용소재|강종|수지",
    "certificate": "certificate on the wall|certificates on the wall|certificate|certificates|certification|certifications|certified|certified to|registered to|approved to|approved|audited to|accredited to|holds|we hold|hold|having|with|giấy chứng nhận|được chứng nhận|hệ thống được chứng nhận|đạt chứng nhận|chứng nhận|chứng chỉ|có chứng chỉ|có giấy|có chứng nhận|đã được cấp|được cấp|đạt|đạt chuẩn|đạt tiêu chuẩn|theo chuẩn|hệ thống|보유 인증서|보유인증서|인증서|인증|보유 인증|인증 보유|취득 인증|획득 인증|자격|자격증|hiện vẫn chưa lấy được|vẫn chưa lấy được|chưa lấy được|chưa lấy|chưa có|chưa được|chưa được cấp|chưa đạt|không có|we do not have|do not have|does not have|don't have|have no|not yet|not yet certified to|not certified to|still without|without|no",
    "language": "language|languages|we talk|we speak|speaks|speak|spoken|fluent in|delivered in|given in|taught in|lessons in|classes in|teaching in|working language|working languages|conversation in|reports in|trao đổi được bằng|trao đổi bằng|nói được|nói tốt|nói|giao tiếp được bằng|giao tiếp bằng|giao tiếp|dạy bằng|giảng bằng|giảng dạy bằng|làm việc bằng|làm việc được bằng|dùng|viết báo cáo bằng|báo cáo bằng|ngôn ngữ|ngoại ngữ|sử dụng được|biết|thông thạo|수업은|수업 언어|강의 언어|강의는|언어|사용 언어|사용언어|구사 언어|소통 언어|외국어",
    "ip_status": "rights held|rights|right|protected as|protected by|offered under|offered as|licensed as|ip status|ip|intellectual property|licence type|license type|quyền|tình trạng quyền|tình trạng sở hữu trí tuệ|quyền sở hữu|sở hữu trí tuệ|hình thức|hình thức chuyển giao|hình thức cấp phép|tình trạng pháp lý|권리|권리 현황|권리현황|권리 형태|권리형태|특허 현황|지식재산권|지재권|지식재산|이전 방식|이전방식|이전 형태",
    "surface": "coating|coatings|plating|platings|finish|finishes|surface|surface treatment|lớp phủ|lớp mạ|loại mạ|bề mặt|xử lý bề mặt|mạ các loại|loại lớp mạ|도금|도금 종류|도금종류|표면처리|표면 처리|코팅|피막|후처리",
    "equipment": "equipment|machine list|machinery|máy móc|thiết bị gồm|trang thiết bị|danh mục máy|보유 설비|보유설비|보유 장비|보유장비|주요 설비|주요설비",
    "process": "process|processes|công đoạn|quy trình gồm|công nghệ gồm|공정|가공 공정|주요 공정",
    "place": "our address|address|chúng tôi ở|tọa lạc tại|toạ lạc tại|xưởng chúng tôi ở|you find us in|find us in|based in|located in|situated in|our plant in|our factory in|plant in|factory in|cơ sở đặt ở|cơ sở đặt tại|đặt tại|đặt ở|cơ sở ở|cơ sở tại|nhà máy ở|nhà máy tại|xưởng ở|xưởng tại|trụ sở tại|trụ sở ở|địa chỉ|địa điểm|위치|소재지|공장 위치|주소",
    "degree": "hệ|tốt nghiệp hệ|graduates with|graduate with|students with|holding a|with a|trình độ|bằng cấp|tốt nghiệp|bằng|học vị|degree|education|graduates|qualification|qualified|level of education|graduated|학력|학위|최종학력|졸업",
}
"""Property -> the words that its list stands behind, parted by bars."""

LISTED_BEHIND: Final[Mapping[str, str]] = {
    "material": "사용|취급|가공 전문|in stock|processed",
    "certificate": "chưa|chưa có|chưa đạt|chưa được cấp|đang làm hồ sơ|đang xin|미보유|미인증|미취득|인증 준비|인증 준비 중|준비 중|audit still ahead|audit ahead|pending|not yet certified|취득|획득|인증 보유|인증보유|인증|인증 취득|인증 획득|인증서 보유|보유|certified|approved|registered|accredited|certification|certificate|được chứng nhận",
    "place": "location|소재|소재 업체|에 위치",
    "degree": "과정 졸업|졸업|졸업자|졸업생|학위|graduates|graduate|degree|holders|degree holders|diploma holders|소지자|학위 소지자|trở lên",
}
"""Property -> the words that stand behind its list, parted by bars."""

STRICT: Final = frozenset(
    {
        "dùng",
        "chạy",
        "chạy các loại",
        "đạt",
        "hold",
        "with",
        "having",
        "approved",
        "hệ thống",
        "not",
        "no",
        "without",
        "không có",
        "chưa",
        "chưa được",
        "chưa có",
        "chưa đạt",
        "biết",
        "nói",
        "hệ",
        "bằng",
        "자격",
        "인증",
    }
)
"""Words of so many uses that only a known name behind them counts."""

SPOKEN_BEHIND: Final = r"\s*(?:로\s*)?(?:대화|소통|상담|가능|수업|강의|구사|통역|회화 가능|진행|교육|의사소통|응대|사용|지도)|\s*(?:spoken|speaking|speaker|reports?|lessons|lectures|is spoken|language of instruction)"
"""What stands behind languages that somebody speaks or teaches in."""

DENIED_BEFORE: Final = (
    "hiện vẫn chưa lấy được|vẫn chưa lấy được|chưa lấy được|chưa lấy|chưa có|chưa được|chưa đạt|chưa hoàn thành|chưa|không có|chưa kịp làm|đang làm|đang xin|đang chuẩn bị|đang xây dựng|đang hướng tới|dự kiến"
    "|we do not have|do not have|does not have|don't have|we have no|have no|has no|not yet|not yet certified|not certified|not|without|no|still without|lacking|lacks|planning|preparing for|preparing|working towards|in preparation for|not registered"
    "|미보유|미인증"
)
"""What says, before a name, that it is not there (yet)."""

DENIED_BEHIND: Final = (
    r"[ :(]{0,2}(?:인증서?|자격증?|마크|규격|등록|취득)?[ ]?(?:은|는|이|가|을|를)?[ ]?(?:아직[ ]?)?(?:미보유|미취득|미인증|없습니다|없음|없다|없고|없으며|없어|못 ?받|안 ?받|받지 ?못|취득 ?전|준비 ?중|준비중|진행 ?중|취득 ?예정|예정|심사 ?중|추진 ?중)"
    r"|[ :(]{0,2}(?:certificat\w+|mark|approval)?[ ]?(?:is |are )?(?:pending|not yet|in progress|in preparation|audit still ahead|audit ahead|planned|missing|underway|under way)"
    r"|[ :(]{0,2}(?:thi )?(?:hien )?(?:chua co|chua dat|chua lay|chua|dang lam|dang xin|dang chuan bi|du kien)"
)
"""What says, behind a name in plain letters, that it is not there (yet)."""
