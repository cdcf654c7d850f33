"""A page and an event come in; the ranges that promise something go out: by the paper, by *hai bên sẽ*, by a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nhipcau.facts.codes import Strength

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nhipcau.engine.read.page import Page, Range
    from nhipcau.engine.read.vietnamese.bodies import Bodies
    from nhipcau.engine.read.vietnamese.event import Event

VERB = (
    r"(?:hỗ trợ|đào tạo|trao đổi|chuyển giao|hợp tác|phối hợp|triển khai|thúc đẩy|xây dựng|tổ chức|chia s[ẻẽ]|"
    r"phát triển|nghiên cứu|kết nối|"
    r"tăng cường|giới thiệu|tư vấn|cung cấp|cung ứng|đầu tư|mở rộng|thành lập|tiếp nhận|cử|ươm tạo|nâng cao|tăng|"
    r"đẩy mạnh|xúc tiến|quảng bá|"
    r"liên kết|kết nghĩa|thực hiện|tìm kiếm|tìm hiểu|thu hút|ứng dụng|tạo điều kiện|khuyến khích|bồi dưỡng|tiến hành|"
    r"đồng hành|giao lưu|lập|"
    r"hình thành|xuất khẩu|nhập khẩu|tuyển dụng|tuyển sinh|tuyển chọn|cấp|mời|giúp|khai thác|thiết lập|biên soạn|"
    r"đồng tổ chức|tham gia|"
    r"hiện đại hóa|chuẩn hóa|đưa|duy trì|đặt|mở|nhận|gửi|dành|tài trợ|bảo lãnh|xuất bản|công bố|thử nghiệm|kiểm định|"
    r"đánh giá|cải tiến|"
    r"cải thiện|sản xuất|chế tạo|lắp đặt|vận hành|thí điểm|cụ thể hóa|hướng tới|kêu gọi|thẩm định|phân phối|tiêu thụ|"
    r"bao tiêu|giảng dạy|dạy|"
    r"học tập|thực tập|hướng dẫn|tham quan|trồng|chăm sóc|bàn giao|luân phiên|công nhận|thỉnh giảng|trang bị|"
    r"khảo sát|chuẩn bị|đăng ký|"
    r"gặp gỡ|viện trợ|phái cử|đảm nhận|bảo đảm|đảm bảo|cho mượn|cho phép|chịu trách nhiệm|hội chẩn|đài thọ|tặng|"
    r"bổ sung|đề xuất|hoàn thiện|phân tích|tuyển|tạo|mua|bán|đồng hướng dẫn|dịch|quản lý|giám sát|soạn|viết|vay|"
    r"cho vay|đồng đăng cai|tập huấn|quảng cáo|kiểm tra|chuyển đổi|tối ưu|giải quyết|bảo tồn|sử dụng|đón|ưu tiên|"
    r"bố trí|miễn|giảm|thử|phổ biến|cập nhật|trao|thông báo|so sánh|chấp nhận|thừa nhận|thu gom|mở|làm|nâng cấp|"
    r"khôi phục|bảo vệ|lưu giữ|phân lập|hỗ tương|góp|điều phối|định hướng|quy hoạch|số hóa|tối ưu hóa|tiếp cận|"
    r"chuyển đổi|đồng tài trợ|cố vấn|thiết kế|nhập|gia công|lắp ráp|chăm lo|thăm)"
)
_BODIES_WORD = (
    r"(?:bên|đơn vị|trường|nhà trường|viện|cơ quan|địa phương|trung tâm|doanh nghiệp|bệnh viện|công ty|tổ chức|phía|"
    r"tỉnh|thành phố|hiệp hội|"
    r"tập đoàn|ngân hàng|cơ sở|trường đại học|trường cao đẳng|học viện)"
)
PARTIES = (
    rf"(?:(?:[Hh]ai|2) {_BODIES_WORD}|(?:[Bb]a|[Bb]ốn|[Cc]ác|3|4) bên|[Cc]ác đơn vị|[Nn]hà trường|[Cc]ả hai bên|"
    rf"[Đđ]ôi bên)"
)
_WILL = (
    r"(?:sẽ|cam kết|thống nhất|nhất trí|thỏa thuận|thoả thuận|đồng ý|cùng|phối hợp|tập trung|ưu tiên|đi đến cam kết|"
    r"có trách nhiệm|dự kiến|chịu trách nhiệm)"
)
_SUBJECT = re.compile(
    rf"{PARTIES}(?: (?!đã trao đổi|trao đổi về|đã thảo luận|đã chia sẻ|nhằm|để)[^\s,.;:]+){{0,4}}? {_WILL}(?!\w)"
    rf"|(?<!\w)(?:[Pp]hía|[Bb]ên|[Nn]ghiệp đoàn|[Cc]ông ty|[Nn]hà trường|[Tt]rường|[Vv]iện|[Tt]ập đoàn)"
    rf"(?: [^\s,.;:]+){{0,4}}? (?:hứa|cam kết)(?: rằng)?(?!\w)"
    rf"|{PARTIES}(?: (?:cũng|còn|tiếp tục|cùng|bổ sung))* (?={VERB}(?!\w)(?! về))"
)
_OF_PAPER = (
    r"(?:thỏa thuận|thoả thuận|biên bản|bản ghi nhớ|ghi nhớ|hợp đồng|MOU|MoU|nội dung|chương trình|văn bản|kế hoạch|"
    r"ý định thư|văn kiện|hợp tác|điều khoản|cam kết|[Pp]hụ lục|hiệp ước|hiệp định|bản hợp tác|bản thỏa thuận|"
    r"nghị định thư)"
)
_BY_PAPER = re.compile(
    rf"(?:[Tt]heo|[Tt]hông qua|[Vv]ới|[Tt]rên cơ sở|[Cc]ăn cứ|[Ss]au khi ký|[Tt]rong khuôn khổ)(?: (?:việc ký|"
    rf"nội dung|các nội dung|các điều khoản|khuôn khổ|lễ ký|sự|bản))*(?: kết)? {_OF_PAPER}[^,.;\n]{{0,110}}[,:]|"
    r"(?:[Tt]heo đó|[Cc]ụ thể(?: là)?|[Tt]heo đây|[Tt]rong đó)\s?[,:]|(?<=[,;] )theo đó\s"
)
_CONTENT = re.compile(
    r"(?:[Nn]ội dung|[Mm]ục tiêu|[Mm]ục đích|[Ll]ĩnh vực(?: hợp tác)?|[Hh]ạng mục|[Hh]oạt động|[Pp]hạm vi|"
    r"[Đđ]iều khoản|[Vv]iệc)(?: (?:chính|hợp tác|ký kết|cụ thể|trọng tâm|của|chủ yếu|làm việc))*"
    r"[^.;\n:]{0,60}?(?:bao gồm|gồm có|gồm|như sau|tập trung vào|xoay quanh|:)\s?:?"
)
_ABOUT_PAPER = re.compile(
    r"hợp tác|điều khoản|ký|ghi nhớ|thỏa thuận|thoả thuận|MOU|hợp đồng|hai bên|các bên", re.IGNORECASE
)
_PAPER_SAYS = re.compile(
    r"(?:[Bb]iên bản|[Bb]ản ghi nhớ|[Tt]hỏa thuận|[Tt]hoả thuận|MOU|MoU|[Hh]ợp đồng|[Vv]ăn bản|[Ll]ễ ký(?: kết)?|"
    r"[Hh]ợp tác|[Ss]ự kiện)(?: [^\s,.;:]+){0,10}?,? "
    r"(?:nhằm|hướng tới|hướng đến|tập trung vào|quy định|bao gồm|gồm|đề cập|xác định|nêu rõ|ghi rõ|với mục tiêu|"
    r"với mục đích|với nội dung|mở rộng sang)(?!\w)"
)
_PURPOSE = re.compile(
    r"(?<!\w)(?:về(?: việc)?|nhằm|để|trong lĩnh vực|trong các lĩnh vực|với nội dung|với mục tiêu|hướng tới)(?!\w)"
)
_WORKS = re.compile(r"[Vv]iệc [^.;\n]{0,160}?(?:phối hợp|hợp tác)(?: [^\s.;:]+){0,9}? (?:để|nhằm) ")
_TALK = re.compile(
    r"chúng tôi|(?<!\w)(?:bày tỏ|tin tưởng|hy vọng|mong muốn|kỳ vọng|mong rằng|tin rằng|từng|trước đó|trước đây|"
    r"chia sẻ:|phát biểu:)(?!\w)|[“\"]"
)
_PAST = re.compile(
    r"(?<!\w)(?:đã|hiện(?: nay| có| đang)?|đang|từng|được thành lập|thành lập năm|vừa qua|trước đó|năm qua|"
    r"trước đây)(?!\w)"
)
_GOES_ON = re.compile(
    rf"(?:{PARTIES}|[Đđ]ồng thời|[Nn]goài ra|[Bb]ên cạnh đó|[Tt]rong đó|[Nn]gược lại|[Đđ]ổi lại|[Pp]hía|"
    rf"[Cc]ùng với đó|[Tt]hêm vào đó|[Hh]ằng năm|[Hh]àng năm|[Mm]ỗi (?:năm|quý|tháng)|[Tt]rong giai đoạn)"
)
STARTS = re.compile(
    rf"[\s\-–+•*▪●✓✔✅►➢\d.)]*(?:(?:và|cùng|sẽ|cùng nhau|các hoạt động|việc|các chương trình|tiếp tục|đồng thời|"
    rf"về|cũng|hợp tác)\s)*{VERB}(?!\w)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[-–+•*▪●○✓✔✅►▶➢➤♦◆■□]|\(?\d{1,2}[.)]|[a-zđ]\))\s")
_PAPER_OF_LIST = re.compile(
    r"\W*(?:\d{1,2}[.)])?\s*(?:Biên bản|Bản ghi nhớ|Thỏa thuận|Thoả thuận|Hợp đồng|Ý định thư|MOU)[^.;]{0,160}\sgiữa\s"
)
_ENDS_WITH_CONTENT = re.compile(r"nội dung[^.]{0,40}(?:giữa|hợp tác)[^.]{0,30}\.?\s*$")
_PEOPLE_LINE = re.compile(
    r"\W*(?:\d[.)]\s)?(?:Về phía|Phía|Đại diện|Ông|Bà|Ngài|TS|GS|PGS|Đồng chí|Đ/c)\b[^;]{0,40}[:,]|[^;]{0,80}\d{9}"
)
_LONGEST = 1400
_SHORTEST = 8
_OPENING = 28
_NEAR = 1500
_SIDE = re.compile(
    r"(?:[Cc]òn )?(?:[Pp]hía|[Bb]ên)(?: (?:bạn|Hàn Quốc|Việt Nam|đối tác|ta|mình|"
    r"[A-ZĐ][^\s,.;:]*(?: [A-ZĐ][^\s,.;:]*){0,4}))?"
)
_ACTS = re.compile(
    rf"\s(?:(?:sẽ|cũng|còn|cùng)\s)*(?:{VERB}|hứa|cam kết|nhận|đồng ý|lo|chịu trách nhiệm|có trách nhiệm)(?!\w)"
)
_ORDINAL = re.compile(
    r"(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy) là|Thứ (?:nhất|hai|ba|tư|năm|sáu)|Cuối cùng|Trước hết|Tiếp theo|Đầu tiên"
)
_COUNTED_CONTENT = re.compile(
    r"(?<!\w)(?:\d|một số|hai|ba|bốn|năm|sáu|bảy|các|những) (?:nội dung|việc|hoạt động|lĩnh vực|nhiệm vụ|hạng mục|"
    r"vấn đề|trọng tâm|điểm|hướng|nhóm)(?: \w+){0,4}\s?[.:]\s*$"
)


@dataclass(frozen=True, slots=True)
class Zone:
    """A range of the text that promises: how firm it is, and whether every clause in it counts (``by_paper``)."""

    start: int
    end: int
    strength: Strength
    by_paper: bool = False


def zones(page: Page, known: Bodies, event: Event, own: Sequence[Range]) -> tuple[Zone, ...]:
    """Return the ranges of the sentences ``own`` in which the parties of an event promise, without overlaps."""
    found = [*_signing_zones(page, known, event)]
    title = page.sentences[0][1] if page.sentences else 0
    found = [zone for zone in found if zone.start >= title] or found
    for paragraph in _paragraphs(page, own):
        found += _in_paragraph(page, known, event, paragraph)
    return tuple(_without_overlaps(found))


def _without_overlaps(found: Iterable[Zone]) -> Iterator[Zone]:
    last = -1
    for zone in sorted(found, key=lambda zone: (zone.start, -zone.end)):
        if zone.end - zone.start >= _SHORTEST and zone.start >= last:
            last = min(zone.end, zone.start + _LONGEST)
            yield Zone(zone.start, last, zone.strength, zone.by_paper)


def _signing_zones(page: Page, known: Bodies, event: Event) -> Iterator[Zone]:
    """What stands behind *về*, *nhằm*, or right behind the paper, in the sentences of the signing."""
    for signing in event.signings:
        if signing.weak or page.quote(signing.sentence).isupper():
            continue
        end = signing.sentence[1]
        inner = [mention for mention in known.mentions if signing.start <= mention.start < end]
        direct = STARTS.match(page.text, signing.end, min(end, signing.end + 40))
        purpose = next(
            (
                match
                for match in _PURPOSE.finditer(page.text, signing.start, end)
                if not any(mention.start <= match.start() < mention.tail for mention in inner)
            ),
            None,
        )
        start = (
            signing.end
            if direct and (purpose is None or direct.start() < purpose.start())
            else purpose.end()
            if purpose
            else None
        )
        if start is not None:
            later = [mention.start for mention in inner if mention.start > start]
            between = re.compile(r"\s(?:giữa|với)\s").search(page.text, start, min(later)) if later else None
            yield Zone(start, between.start() if between else end, Strength.PURPOSE)


def _paragraphs(page: Page, own: Sequence[Range]) -> Iterator[list[Range]]:
    """Return sentences paragraph by paragraph; the items of a list belong to the line before it."""
    group: list[Range] = []
    for sentence in own:
        if group and _new_paragraph(page, group[-1], sentence):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _new_paragraph(page: Page, before: Range, sentence: Range) -> bool:
    if "\n" not in page.text[max(0, before[1] - 1) : sentence[0]]:
        return False
    words, previous = page.quote(sentence), page.quote(before).rstrip()
    listed = previous.endswith((":", ";", "sau")) or (_BULLET.match(words) and _BULLET.match(page.quote(before)))
    told = _ENDS_WITH_CONTENT.search(previous) is not None
    return not (listed or (told and STARTS.match(words)))


def _in_paragraph(page: Page, known: Bodies, event: Event, sentences: list[Range]) -> Iterator[Zone]:
    """From the first sentence that promises, every sentence that goes on with it."""
    opened = False
    for sentence in sentences:
        marker = _marker(page, known, event, sentence)
        if marker is not None:
            opened = True
            yield marker
        elif opened and _continues(page, known, sentence):
            yield Zone(*sentence, Strength.COMMITMENT, by_paper=True)
        elif _follows_signing(event, sentence) and _plainly_promises(page, known, event, sentence):
            opened = True
            yield Zone(*sentence, Strength.COMMITMENT)
        elif _listed_promise(page, event, sentence, sentences):
            opened = True
            yield Zone(*sentence, Strength.COMMITMENT, by_paper=True)
        elif _ENDS_WITH_CONTENT.search(page.quote(sentence)) or _COUNTED_CONTENT.search(page.quote(sentence)):
            opened = True


def _listed_promise(page: Page, event: Event, sentence: Range, paragraph: list[Range]) -> bool:
    """A line of a list after the signing promises where another line of it begins with a verb of doing."""
    words = page.quote(sentence)
    if not _BULLET.match(words) or not _follows_signing(event, sentence) or _PAPER_OF_LIST.match(words):
        return False
    lines = [page.quote(other) for other in paragraph]
    return not _PEOPLE_LINE.match(words) and any(_BULLET.match(line) and STARTS.match(line) for line in lines)


def _follows_signing(event: Event, sentence: Range) -> bool:
    return any(0 < sentence[0] - signing.start < _NEAR for signing in event.signings if not signing.weak)


def _plainly_promises(page: Page, known: Bodies, event: Event, sentence: Range) -> bool:
    """After a signing, a line of a list that begins with a verb, and a party that is said to do something now."""
    words = page.quote(sentence)
    if _TALK.search(words) or _PAPER_OF_LIST.match(words):
        return False
    if _BULLET.match(words):
        return STARTS.match(words) is not None
    party = named_party(known, event, sentence[0])
    side = _SIDE.match(words)
    start = party if party is not None else sentence[0] + side.end() if side else None
    return start is not None and _ACTS.match(page.text, start, sentence[1]) is not None


def _continues(page: Page, known: Bodies, sentence: Range) -> bool:
    words = page.quote(sentence)
    if _PAPER_OF_LIST.match(words):
        return False
    if _BULLET.match(words) or STARTS.match(words) or _ORDINAL.match(words):
        return True
    if _TALK.search(words):
        return False
    if _PAST.search(words[:_OPENING]):
        return False
    return _GOES_ON.match(words) is not None or any(0 <= mention.start - sentence[0] <= 6 for mention in known.mentions)


def named_party(known: Bodies, event: Event, offset: int) -> int | None:
    """Return where the name of a party that stands at an offset ends, ``None`` where none stands."""
    for at, mention in enumerate(known.mentions):
        if offset <= mention.start <= offset + 5 and known.of[at] in event.parties:
            return mention.tail
    return None


def _marker(page: Page, known: Bodies, event: Event, sentence: Range) -> Zone | None:
    """Return where the promise of a sentence begins, ``None`` where it promises nothing."""
    text = page.text
    start = max(
        (signing.end for signing in event.signings if sentence[0] <= signing.start < sentence[1]), default=sentence[0]
    )
    reach = (start, sentence[1])
    by_paper = _BY_PAPER.search(text, *sentence)
    if by_paper is not None and (by_paper.end() < start or _BY_PAPER.search(text, *reach)):
        by_paper = _BY_PAPER.search(text, *reach) or by_paper
    quoted = by_paper is not None and re.search(r"chúng tôi|[“\"]", text[slice(*sentence)]) is not None
    if by_paper is not None and by_paper.end() >= start - 1 and (not quoted or "này" in by_paper.group()):
        subject = _subject(page, known, event, (by_paper.end() - 1, reach[1]))
        return Zone(subject if subject is not None else by_paper.end(), sentence[1], Strength.COMMITMENT, by_paper=True)
    works = _WORKS.search(text, *reach)
    if works is not None:
        return Zone(works.end(), sentence[1], Strength.PURPOSE)
    content = _CONTENT.search(text, *reach)
    if content and _ABOUT_PAPER.search(text, sentence[0], content.end()) and not _TALK.search(text, *reach):
        return Zone(content.end(), sentence[1], Strength.COMMITMENT, by_paper=True)
    subject = _subject(page, known, event, reach)
    if subject is not None and not (
        _TALK.search(text, max(reach[0], subject - 60), min(reach[1], subject + 14))
        or re.search(r"[“\"]", text[reach[0] : subject])
    ):
        return Zone(subject, sentence[1], Strength.COMMITMENT)
    paper = _PAPER_SAYS.search(text, *reach)
    if paper is not None and start == sentence[0] and not _TALK.search(text, *reach):
        return Zone(paper.end(), sentence[1], Strength.PURPOSE)
    return None


def _subject(page: Page, known: Bodies, event: Event, reach: Range) -> int | None:
    """Return where *hai bên sẽ*, *IDC phối hợp cùng VITASK*, *phía A cam kết* ends in a range."""
    said = _SUBJECT.search(page.text, *reach)
    ends = [said.end()] if said else []
    for at, mention in enumerate(known.mentions):
        if not reach[0] <= mention.start < reach[1] or known.of[at] not in event.parties:
            continue
        if re.search(
            r"(?<!\w)(?:giữa|của|tại|cho|từ|thuộc|trong|và|với|do|bởi)\s$",
            page.text[max(0, mention.start - 8) : mention.start],
        ):
            continue
        partner = (
            rf"(?: (?:và|cùng|với|cũng|đã|phía)(?: [^\s,.;:]+){{0,12}}?)? {_WILL}(?: (?:cùng|"
            rf"với) [^\s,.;:]+(?: [A-Z][^\s,.;:]*){{0,6}})?(?!\w)"
        )
        will = re.compile(partner).match(page.text, mention.tail, reach[1])
        if will:
            ends.append(will.end())
            break
    return min(ends, default=None)
