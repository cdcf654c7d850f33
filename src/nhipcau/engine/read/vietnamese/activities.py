"""A page and an event come in; what the parties promised goes out, clause by clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nhipcau.engine.read.vietnamese.promises import PARTIES, STARTS, VERB, Zone, named_party, zones
from nhipcau.facts.reading import ActivityRead, Derivation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nhipcau.engine.read.page import Page, Range
    from nhipcau.engine.read.vietnamese.bodies import Bodies
    from nhipcau.engine.read.vietnamese.event import Event
    from nhipcau.language.thesaurus import ConceptFound

_BENEFIT = re.compile(
    r"(?<!\w)(?:qua đó|từ đó|góp phần|tạo tiền đề|mang lại|mở ra|tạo cơ hội|nhờ đó|tạo nền tảng|đánh dấu|tạo bước|"
    r"tạo động lực)(?!\w)"
)
_SPLIT = re.compile(
    rf"\s*;\s*|\s*\n\s*|\.\s|\s+(?:đồng thời|cũng như|cùng với|ngoài ra|bên cạnh đó)\s+|,\s+(?=(?:và |cùng |"
    rf"cùng nhau |đồng thời |các hoạt động |việc |cũng như |sẽ |hợp tác |các chương trình |rằng |mỗi năm |"
    rf"phía [^,.;]{{1,30}} |"
    rf"{PARTIES} (?:sẽ )?)*{VERB}(?!\w))|"
    rf"(?<=\w)\s+và\s+(?=(?:cùng |cùng nhau |sẽ |không )?{VERB}\s(?:\w+\s?){{2}})",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"[\s\-–+•*▪●○✓✔✅►▶➢➤♦◆■□]*(?:(?:Một|Hai|Ba|Bốn|Năm|Sáu) là,?\s|Thứ (?:nhất|hai|ba|tư|năm)(?: là)?,?:?\s|"
    rf"Cuối cùng(?: là)?,?\s|Trước hết(?: là)?,?\s)?(?:\(?\d{{1,2}}[.)]\s)?(?:(?:{PARTIES}|và|cùng nhau|cùng|sẽ|đã|"
    rf"cam kết|thống nhất|nhất trí|đồng ý|thỏa thuận|việc|cũng|tiếp tục|về|đồng thời|trong việc|tập trung vào|như|"
    rf"bao gồm|gồm|phía|có trách nhiệm|bổ sung nội dung|rằng|hứa|còn|[,:])\s+)*",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"(?:thắt chặt|tăng cường|củng cố|thúc đẩy|phát triển|mở rộng|thiết lập|nâng cao|làm sâu sắc|"
    r"đẩy mạnh)(?: hơn nữa| và \w+ \w+)?(?: mối)? (?:quan hệ|tình hữu nghị|hợp tác)[^,;]{0,60}$|"
    r"hợp tác(?: \w+){0,3}(?: giữa [^,;]{0,50})?(?: ?\([^)]*\))?$|hợp tác (?:trong khuôn khổ|giữa|với|thêm) |"
    r"(?:thúc đẩy )?hợp tác trong mọi lĩnh vực",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",\s(?:đặc biệt|những|trong đó|một đất nước|nhất là|tổng trị giá|là|nơi|vốn)(?!\w)|\s[–-]\s(?:một|nơi)\s"
)
_SIGNS = re.compile(
    r"(?<!\w)(?:ký kết|đã ký|ký thêm|gia hạn|đặt bút|được trao|văn kiện|chụp ảnh|tham quan|thảo luận|"
    r"trao đổi về)(?!\w)",
    re.IGNORECASE,
)
_AND_VERB = re.compile(rf"{VERB}(?: {VERB})?$", re.IGNORECASE)
_DOES = re.compile(rf"(?<!\w){VERB}(?!\w)")
_WORD_CODES: tuple[tuple[str, str], ...] = (
    (r"(?:cử|mời|tiếp nhận)[^,;]{0,24}(?:chuyên gia|cố vấn)", "expert-exchange"),
    (r"(?:tiếp nhận|cử|trao đổi|đưa)[^,;]{0,24}(?:sinh viên|học viên|học sinh|thực tập sinh)", "student-exchange"),
    (
        r"(?:tiếp nhận|cử|trao đổi|đưa)[^,;]{0,24}(?:giảng viên|cán bộ|nghiên cứu viên|nhân sự|giáo viên|nhân tài)",
        "staff-exchange",
    ),
    (r"(?:tiếp nhận|đưa|phái cử|cung ứng|tuyển dụng)[^,;]{0,24}(?:lao động|công nhân)", "labour-mobility"),
    (r"đào tạo|tập huấn|giảng dạy|dạy|bồi dưỡng|học tập|tay nghề", "training"),
    (r"chuyển giao", "tech-transfer"),
    (r"nghiên cứu|phân tích chung|đồng tác giả", "joint-research"),
    (
        r"tài trợ|viện trợ|tặng|lắp đặt|cho mượn|trang bị|hướng dẫn sử dụng|hỗ trợ kỹ thuật|thiết bị",
        "technical-assistance",
    ),
    (r"tiêu thụ|xuất khẩu|nhập khẩu|bao tiêu|phân phối", "trade-promotion"),
    (r"giới thiệu|quảng bá|trưng bày|truyền thông", "promotion"),
    (
        (
            r"(?:cung cấp|chia sẻ|chia sẽ|trao đổi|lập)[^,;]{0,30}(?:dữ liệu|thông tin|số liệu|danh mục|tài liệu|"
            r"kinh nghiệm)"
        ),
        "info-sharing",
    ),
    (r"tư vấn|hội chẩn|pháp lý|chẩn đoán", "consulting"),
    (r"thu hút đầu tư|xúc tiến đầu tư", "investment-promotion"),
    (r"đầu tư", "investment"),
    (r"học liệu|giáo trình|chương trình (?:giảng dạy|đào tạo|giáo dục)", "curriculum"),
    (r"tiếng Hàn|tiếng Việt|ngôn ngữ", "language-training"),
    (r"(?:kết nối|giao lưu)[^,;]{0,20}doanh nghiệp|giao thương", "business-matching"),
    (r"cung cấp|cung ứng|linh kiện|nội địa hóa", "supply-chain"),
    (r"hội thảo|triển lãm|hội nghị|tọa đàm|diễn đàn", "events"),
    (r"trao đổi đoàn|đoàn công tác|thăm viếng|gặp gỡ", "delegation-exchange"),
    (r"thử nghiệm|trình diễn|kiểm định|thí điểm", "testing-demo"),
    (r"doanh nghiệp", "enterprise-support"),
    (r"thành lập|xây dựng[^,;]{0,20}(?:trung tâm|phòng)", "centre-establishment"),
    (r"xây dựng|phát triển|dự án|nhà máy|sản xuất", "project"),
)
_BY_WORDS = tuple((re.compile(words, re.IGNORECASE), code) for words, code in _WORD_CODES)
_GENERIC = frozenset({"cooperation", "exchange", "project"})
_FEWEST_LETTERS, _FEWEST_WORDS = 8, 4


def activities(page: Page, known: Bodies, event: Event, own: Sequence[Range]) -> tuple[ActivityRead, ...]:
    """Return the clauses of an event's own sentences that say what its parties will do."""
    found: list[ActivityRead] = []
    for zone in zones(page, known, event, own):
        for clause in _clauses(page, zone):
            read = _activity(page, known, event, clause, zone)
            found += [read] if read else []
    return tuple(found)


def _clauses(page: Page, zone: Zone) -> Iterable[Range]:
    """Cut a zone into clauses; a verb without an object belongs to the next (*nghiên cứu và phát triển …*)."""
    benefit = _BENEFIT.search(page.text, zone.start, zone.end)
    end = benefit.start() if benefit and benefit.start() > zone.start + _FEWEST_LETTERS else zone.end
    start = zone.start
    for match in _SPLIT.finditer(page.text, zone.start, end):
        bare = _LEAD.sub("", page.text[start : match.start()], count=1).strip()
        if match.group().strip() == "và" and (_AND_VERB.fullmatch(bare) or len(bare.split()) < _FEWEST_WORDS):
            continue
        yield start, match.start()
        start = match.end()
    yield start, end


def _activity(page: Page, known: Bodies, event: Event, clause: Range, zone: Zone) -> ActivityRead | None:
    """Return what a clause promises: it names an activity, begins with a verb of doing, or stands in a list."""
    start, end = clause
    named = named_party(known, event, start)
    subject = named is not None and named < end
    start = named if named is not None and subject else start
    lead = _LEAD.match(page.text, start, end)
    start = lead.end() if lead else start
    aside = _ASIDE.search(page.text, start + _FEWEST_LETTERS, end)
    end = aside.start() if aside else end
    while end > start and page.text[end - 1] in ' .,;:…\n”"':
        end -= 1
    words = page.text[start:end]
    concepts = [one for one in page.activities if start <= one.start and one.end <= end]
    special = [one for one in concepts if one.code not in _GENERIC]
    if len(words) < _FEWEST_LETTERS or _SIGNS.search(words) or (_EMPTY.match(words) and not special):
        return None
    listed = (
        zone.by_paper
        and len(words.split()) >= _FEWEST_WORDS
        and (words[0].islower() or _DOES.search(words) is not None)
    )
    if not concepts and not STARTS.match(words) and not listed:
        return None
    code, source, detail = _code(page, words, special, concepts)
    return ActivityRead(
        code=code, strength=zone.strength, span=page.span(start, end), derived=(Derivation("code", source, detail),)
    )


def _code(page: Page, words: str, special: list[ConceptFound], concepts: list[ConceptFound]) -> tuple[str, str, str]:
    """Return the code of a clause, its source and the words that tell it: the thesaurus first, then the verb."""
    if special:
        return special[0].code, "thesaurus", page.text[special[0].start : special[0].end]
    told = [(found.start(), code, found.group()) for pattern, code in _BY_WORDS if (found := pattern.search(words))]
    if told:
        _, code, detail = min(told, key=lambda item: item[0])
        return code, "verb", detail
    if concepts:
        return concepts[0].code, "thesaurus", page.text[concepts[0].start : concepts[0].end]
    return "cooperation", "verb", ""
