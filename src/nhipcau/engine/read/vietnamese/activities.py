"""A page and an event come in; what the parties promised goes out, clause by clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nhipcau.facts.codes import Strength
from nhipcau.facts.reading import ActivityRead, Derivation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nhipcau.engine.read.page import Page, Range
    from nhipcau.engine.read.vietnamese.bodies import Bodies
    from nhipcau.engine.read.vietnamese.parties import Event

VERB = (
    r"(?:hỗ trợ|đào tạo|trao đổi|chuyển giao|hợp tác|phối hợp|triển khai|thúc đẩy|xây dựng|tổ chức|chia s[ẻẽ]|phát triển|nghiên cứu|kết nối|"
    r"tăng cường|giới thiệu|tư vấn|cung cấp|cung ứng|đầu tư|mở rộng|thành lập|tiếp nhận|cử|ươm tạo|nâng cao|tăng|đẩy mạnh|xúc tiến|quảng bá|"
    r"liên kết|kết nghĩa|thực hiện|tìm kiếm|tìm hiểu|thu hút|ứng dụng|tạo điều kiện|khuyến khích|bồi dưỡng|tiến hành|đồng hành|giao lưu|lập|"
    r"hình thành|xuất khẩu|nhập khẩu|tuyển dụng|tuyển sinh|tuyển chọn|cấp|mời|giúp|khai thác|thiết lập|biên soạn|đồng tổ chức|tham gia|"
    r"hiện đại hóa|chuẩn hóa|đưa|duy trì|đặt|mở|nhận|gửi|dành|tài trợ|bảo lãnh|xuất bản|công bố|thử nghiệm|kiểm định|đánh giá|cải tiến|"
    r"cải thiện|sản xuất|chế tạo|lắp đặt|vận hành|thí điểm|cụ thể hóa|hướng tới|kêu gọi|thẩm định|phân phối|tiêu thụ|bao tiêu|giảng dạy|dạy|"
    r"học tập|thực tập|hướng dẫn|tham quan|trồng|chăm sóc|bàn giao|luân phiên|công nhận|thỉnh giảng|trang bị|khảo sát|chuẩn bị|đăng ký|"
    r"gặp gỡ|tập huấn|quảng cáo|kiểm tra|chuyển đổi|tối ưu|giải quyết|bảo tồn|sử dụng|đón|ưu tiên|bố trí|miễn|giảm|thử|phổ biến|cập nhật)"
)
_PARTIES = (
    r"(?:(?:[Hh]ai|[Cc]ác|[Bb]a|[Bb]ốn|2|3) (?:bên|đơn vị|trường|nhà trường|viện|cơ quan|địa phương|trung tâm|doanh nghiệp|bệnh viện|công ty|tổ chức|phía|"
    r"tỉnh|thành phố|hiệp hội|tập đoàn|ngân hàng|cơ sở)|[Nn]hà trường|[Cc]ả hai bên|[Đđ]ôi bên)"
)
_PROMISE = (
    r"(?:(?:cũng |đã |cùng |sẽ |còn |tiếp tục )*(?:sẽ|cam kết|thống nhất|nhất trí|thỏa thuận|thoả thuận|đồng ý|cùng|phối hợp|tập trung|ưu tiên|đi đến|tổ chức|"
    r"hợp tác|thực hiện|triển khai|có trách nhiệm|dự kiến|mong muốn cùng))"
)
_SUBJECT = re.compile(rf"{_PARTIES}(?: [^\s,.;:]+){{0,4}}? {_PROMISE}(?!\w)")
_OF_PAPER = r"(?:thỏa thuận|thoả thuận|biên bản|bản ghi nhớ|ghi nhớ|hợp đồng|MOU|MoU|nội dung|chương trình|văn bản|kế hoạch|ý định thư|văn kiện|hợp tác)"
_BY_PAPER = re.compile(
    rf"(?:[Tt]heo|[Tt]hông qua|[Vv]ới|[Tt]rên cơ sở|[Cc]ăn cứ|[Ss]au khi ký)(?: (?:việc ký|nội dung|các nội dung|các điều khoản|khuôn khổ|lễ ký|sự))*(?: kết)? {_OF_PAPER}[^,.;\n]{{0,110}}[,:]|"
    r"(?:[Tt]heo đó|[Cc]ụ thể|[Tt]rong đó|[Tt]heo đây)\s?[,:]"
)
_CONTENT = re.compile(
    rf"(?:[Nn]ội dung|[Mm]ục tiêu|[Mm]ục đích|[Ll]ĩnh vực|[Hh]ạng mục|[Hh]oạt động|[Pp]hạm vi|[Đđ]iểm)(?: (?:chính|hợp tác|ký kết|cụ thể|trọng tâm|của|chủ yếu|làm việc|{_OF_PAPER}))*"
    r"[^.;\n:]{0,60}?(?:bao gồm|gồm có|gồm|như sau|tập trung vào|xoay quanh|là|như|sau|:)\s?:?"
)
_PAPER_SAYS = re.compile(
    rf"(?:[Bb]iên bản|[Bb]ản ghi nhớ|[Tt]hỏa thuận|[Tt]hoả thuận|MOU|MoU|[Hh]ợp đồng|[Vv]ăn bản|[Ll]ễ ký(?: kết)?|[Hh]ợp tác)(?: [^\s,.;:]+){{0,10}}? "
    r"(?:nhằm|hướng tới|hướng đến|tập trung vào|quy định|bao gồm|gồm|đề cập|xác định|nêu rõ|ghi rõ|với mục tiêu|với mục đích|với nội dung)(?!\w)"
)
_PURPOSE = re.compile(r"(?<!\w)(?:về(?: việc)?|nhằm|để|trong lĩnh vực|trong các lĩnh vực|với nội dung|với mục tiêu|hướng tới|qua đó|trong(?= ))(?!\w)")
_ABOUT = re.compile(r"(?<!\w)về(?: việc)?\s(?:hợp tác\s)?(?:toàn diện\s)?")
_COOPERATES = re.compile(
    r"(?:[Vv]iệc|[Ss]ự)?[^.;\n]{0,120}?(?:phối hợp|hợp tác)(?: [^\s,.;:]+){0,9}? (?:để|nhằm|trong việc) "
)
_BENEFIT = re.compile(r"(?<!\w)(?:qua đó|từ đó|góp phần|tạo tiền đề|mang lại|mở ra|tạo cơ hội|đáp ứng|nhờ đó|tạo nền tảng)(?!\w)")
_SPLIT = re.compile(
    rf"\s*;\s*|\s*\n\s*|\s+(?:đồng thời|cũng như|cùng với|ngoài ra|bên cạnh đó)\s+|,\s+(?=(?:và |cùng |đồng thời |các hoạt động |việc |cũng như |sẽ |các chương trình |{_PARTIES} (?:sẽ )?)*{VERB}(?!\w))|"
    rf"(?<=\w)\s+và\s+(?=(?:cùng |cùng nhau |sẽ )?{VERB}\s(?:\w+\s?){{2}})",
    re.IGNORECASE,
)
_STARTS = re.compile(rf"[\s\-–+•*\d.)]*(?:(?:và|cùng|sẽ|cùng nhau|các hoạt động|việc|các chương trình|tiếp tục|đồng thời|về)\s)*{VERB}(?!\w)", re.IGNORECASE)
_GOES_ON = re.compile(
    rf"(?:{_PARTIES}|[Đđ]ồng thời|[Nn]goài ra|[Bb]ên cạnh đó|[Tt]rong đó|[Nn]gược lại|[Pp]hía|[Cc]ùng với đó|[Tt]hêm vào đó|[Hh]ằng năm|[Hh]àng năm|[Mm]ỗi năm)"
)
_LEAD = re.compile(
    rf"[\s\-–+•*]*(?:\(?\d{{1,2}}[.)]\s)?(?:(?:{_PARTIES}|và|cùng nhau|cùng|sẽ|đã|cam kết|thống nhất|nhất trí|đồng ý|thỏa thuận|việc|cũng|tiếp tục|về|đồng thời|trong việc|tập trung vào|như|bao gồm|gồm|[,:])\s+)*",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"(?:thắt chặt|tăng cường|củng cố|thúc đẩy|phát triển|mở rộng|thiết lập|nâng cao|làm sâu sắc)(?: hơn nữa| và \w+ \w+)?(?: mối)? (?:quan hệ|tình hữu nghị|hợp tác)[^,;]{0,60}$|"
    r"hợp tác(?: toàn diện| chặt chẽ| lâu dài| chiến lược)?(?: giữa [^,;]{0,50})?$",
    re.IGNORECASE,
)
_GENERIC = frozenset({"cooperation", "exchange", "project"})
_SPEECH_WISH = re.compile(r"(?<!\w)(?:tin tưởng|hy vọng|mong muốn|kỳ vọng|mong rằng|tin rằng|từng|trước đó|trước đây)(?!\w)")
_SHORTEST, _LONGEST_ZONE = 8, 1400


@dataclass(frozen=True, slots=True)
class Zone:
    """A range of the text that promises, with how firm it is."""

    start: int
    end: int
    strength: Strength


def activities(page: Page, known: Bodies, event: Event, reach: Range) -> tuple[ActivityRead, ...]:
    """Return the clauses within ``reach`` that say what the parties of an event will do."""
    found: list[ActivityRead] = []
    for zone in _clean(_zones(page, known, event, reach)):
        found += [read for clause in _clauses(page, zone) if (read := _activity(page, clause, zone.strength)) is not None]
    return tuple(found)


def _zones(page: Page, known: Bodies, event: Event, reach: Range) -> Iterable[Zone]:
    signed_in = {signing.sentence for signing in event.signings}
    names = _subject_names(known, event)
    for at, sentence in enumerate(page.sentences):
        if not (reach[0] <= sentence[0] < reach[1]):
            continue
        if sentence in signed_in:
            yield from _signing_zone(page, known, event, sentence)
        trigger = _trigger(page, sentence, names)
        if trigger is None:
            continue
        start, strength = trigger
        yield Zone(start, sentence[1], strength)
        if strength is Strength.COMMITMENT:
            yield from _continuation(page, at, reach)


def _signing_zone(page: Page, known: Bodies, event: Event, sentence: Range) -> Iterable[Zone]:
    """What stands behind *về*, *nhằm*, *để* in the sentence of the signing."""
    for signing in event.signings:
        if signing.sentence != sentence or signing.weak:
            continue
        names = [mention.tail for mention in known.mentions if signing.start <= mention.start < sentence[1]]
        for match in _PURPOSE.finditer(page.text, signing.start, sentence[1]):
            if any(mention.start <= match.start() < mention.tail for mention in known.mentions):
                continue
            start = match.end()
            following = next((m.start for m in known.mentions if m.start > start), sentence[1])
            end = following if names and following - start < 90 and re.search(r"\sgiữa\s", page.text[start:following]) else sentence[1]
            about = re.search(r"\s(?:giữa|với)\s", page.text[start:end]) if following < end else None
            yield Zone(start, start + about.start() if about else end, Strength.PURPOSE)
            return


def _trigger(page: Page, sentence: Range, names: re.Pattern[str] | None) -> tuple[int, Strength] | None:
    """Return where the promise of a sentence begins, ``None`` where it promises nothing."""
    text = page.text
    subject = _SUBJECT.search(text, *sentence)
    if subject is None and names is not None:
        subject = names.search(text, *sentence)
    by_paper = _BY_PAPER.search(text, *sentence)
    if by_paper is not None:
        return (subject.end() if subject and subject.start() >= by_paper.start() else by_paper.end()), Strength.COMMITMENT
    content = _CONTENT.search(text, *sentence)
    if content is not None and re.search(r"hợp tác|ký|ghi nhớ|thỏa thuận|thoả thuận|MOU", text[sentence[0] : content.end()]):
        return content.end(), Strength.COMMITMENT
    if subject is not None and not _SPEECH_WISH.search(text[subject.start() : subject.end() + 14]):
        return subject.end(), Strength.COMMITMENT
    paper = _PAPER_SAYS.search(text, *sentence)
    if paper is not None:
        return paper.end(), Strength.PURPOSE
    works = re.compile(r"[Vv]iệc [^.;\n]{0,160}?(?:phối hợp|hợp tác)(?: [^\s.;:]+){0,9}? (?:để|nhằm) ").search(text, *sentence)
    return (works.end(), Strength.PURPOSE) if works else None


def _subject_names(known: Bodies, event: Event) -> re.Pattern[str] | None:
    """Return a pattern for *<party> … sẽ*, *<party> phối hợp cùng <party>* with every name of the parties."""
    names: set[str] = set()
    for body in event.parties:
        for mention in known.of_body(body):
            names.update(name for name in (mention.core, mention.acronym, *mention.aliases) if name and len(name) > 1)
    if not names:
        return None
    joined = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)[:40])
    return re.compile(
        rf"(?<!giữa )(?<!của )(?<!tại )(?<!\w)(?:{joined})(?: \([^)]{{1,30}}\))?(?: (?:và|cùng|với) (?:{joined}))?"
        rf"(?: (?:và|cùng|với|cũng|đã|phía))*(?: (?:sẽ|cam kết|thống nhất|nhất trí|thỏa thuận|đồng ý|phối hợp|có trách nhiệm)(?: cùng| với)?)+(?: (?:{joined}))?(?!\w)"
    )


def _continuation(page: Page, at: int, reach: Range) -> Iterable[Zone]:
    """Sentences after a promise that go on with it: they begin with a verb, *Hai bên*, *Đồng thời*, or are a list."""
    previous = page.sentences[at]
    opens_list = page.quote(previous).rstrip().endswith((":", "sau", "…"))
    content = re.search(r"nội dung[^.]{0,40}(?:giữa|hợp tác)[^.]{0,30}\.?\s*$", page.quote(previous)) is not None
    for sentence in page.sentences[at + 1 : at + 12]:
        if sentence[0] >= reach[1]:
            return
        words = page.quote(sentence)
        new_paragraph = "\n" in page.text[previous[1] : sentence[0]] or "\n" in page.text[previous[1] - 1 : sentence[0]]
        bullet = re.match(r"\s*(?:[-–+•*▪]|\(?\d{1,2}[.)]|[a-zđ]\))\s", words) is not None
        verb_first = _STARTS.match(words) is not None
        goes_on = verb_first or (not new_paragraph and _GOES_ON.match(words) is not None)
        if not (bullet or (goes_on and (not new_paragraph or opens_list or content)) or (opens_list and new_paragraph and len(words) < 260 and words.rstrip().endswith(";"))):
            return
        yield Zone(*sentence, Strength.COMMITMENT)
        content = content and verb_first
        previous = sentence


def _clean(zones: Iterable[Zone]) -> list[Zone]:
    """Leave out zones that overlap an earlier one."""
    kept: list[Zone] = []
    for zone in sorted(zones, key=lambda zone: (zone.start, -zone.end)):
        if zone.end - zone.start < _SHORTEST:
            continue
        if kept and zone.start < kept[-1].end:
            continue
        kept.append(Zone(zone.start, min(zone.end, zone.start + _LONGEST_ZONE), zone.strength))
    return kept


def _clauses(page: Page, zone: Zone) -> Iterable[Range]:
    benefit = _BENEFIT.search(page.text, zone.start, zone.end)
    end = benefit.start() if benefit and benefit.start() > zone.start + _SHORTEST else zone.end
    start = zone.start
    for match in _SPLIT.finditer(page.text, zone.start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _activity(page: Page, clause: Range, strength: Strength) -> ActivityRead | None:
    """Return what a clause promises: it names an activity or begins with a verb of doing."""
    start, end = clause
    lead = _LEAD.match(page.text, start, end)
    start = lead.end() if lead else start
    while end > start and page.text[end - 1] in " .,;:…\n”\"":
        end -= 1
    words = page.text[start:end]
    if len(words) < _SHORTEST or _EMPTY.match(words):
        return None
    concepts = [one for one in page.activities if start <= one.start and one.end <= end]
    if not concepts and not _STARTS.match(words):
        return None
    special = [one for one in concepts if one.code not in _GENERIC]
    chosen = (special or concepts or [None])[0]
    code = chosen.code if chosen else "cooperation"
    detail = page.text[chosen.start : chosen.end] if chosen else ""
    return ActivityRead(
        code=code,
        strength=strength,
        span=page.span(start, end),
        derived=(Derivation("code", "thesaurus" if chosen else "verb", detail),),
    )
