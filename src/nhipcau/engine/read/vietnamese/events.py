"""A page comes in; every place where it speaks of a signing goes out, with what it says happened: the modality."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from nhipcau.engine.read.vietnamese.lists import papers_listed
from nhipcau.engine.read.vietnamese.signing import NAMES_PAPER, PAPER, Signing, kind_of_paper
from nhipcau.facts.codes import AgreementStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nhipcau.engine.read.page import Page

_SIGN = re.compile(
    r"(?<![Đđ]ăng )(?<![Cc]hữ )(?<![Nn]hật )(?<![Tt]hư )(?<![Đđ]ăng  )(?<!\w)"
    r"(?P<lead>[Ll]ễ |LỄ |[Bb]uổi |[Vv]iệc |[Tt]ái |[Nn]ghi thức )?(?P<verb>[Kk][ýí](?: kết)?|KÝ(?: KẾT)?|"
    r"[Gg]ia hạn(?= (?:bản|biên|thỏa|thoả|hợp|MOU|Bản|Biên|Thỏa|Hợp)))(?!\w)"
    r"(?! (?:túc|giả|hiệu|ức|gửi|tự|sinh|họa|hoạ|quỹ|âm|nhận|ninh|lục|tên|ban hành|[Qq]uyết định|[Nn]ghị quyết|"
    r"phê duyệt|[Tt]hông tư|"
    r"[Cc]ông văn|[Cc]hỉ thị|giấy|sổ|tặng|hợp đồng lao động|[Ll]uật|sắc lệnh|đơn|séc|cam kết không|cam kết bảo vệ))"
)
_EXCHANGE = re.compile(rf"(?<!\w)[Tt]rao(?: nhau)?(?: \w+){{0,3}}? (?P<paper>{PAPER})")
_REACH = 160
_MOST = 250
_PLANNED_BEFORE = re.compile(
    r"(?:(?<!\w)(?:sẽ|dự kiến|chuẩn bị|sắp|tiến tới|hướng tới|hướng đến|tiến đến|đề xuất|đề nghị|mong muốn|mong|sớm|"
    r"kỳ vọng|hy vọng|"
    r"thúc đẩy|hoàn tất|kiến nghị|phấn đấu|cần|mời|khuyến khích|chủ trương|ủy quyền|cơ hội|"
    r"chưa|có thể|kế hoạch|để|nhằm|trước khi|nghiên cứu|xem xét|thảo luận|trao đổi|bàn|về việc|khả năng|dự định|"
    r"không|thỏa thuận sẽ|"
    r"dự thảo|hoãn|lùi|hủy|huỷ|tạm dừng|nếu|trước thềm|thương thảo|đàm phán|thời điểm|tạo tiền đề|hẹn|lộ trình|"
    r"thủ tục|xúc tiến|tham vấn|rà soát|góp ý))(?: [^\s,.;:!?()]+){0,6} ?$",
    re.IGNORECASE,
)
_PLANNED_AFTER = re.compile(
    r"^[^.;\n]{0,90}?(?:bị hoãn|bị hủy|được lùi|tạm hoãn|dự kiến (?:sẽ|diễn ra|tổ chức|vào|được|ký|trong)|"
    r"sẽ (?:được )?(?:ký|diễn ra|tổ chức|"
    r"tiến hành|thực hiện)|vào thời gian tới|"
    r"trong thời gian tới)"
)
_DONE_AFTER = re.compile(r"^[^.;\n]{0,60}?(?:đã|vừa) (?:được )?(?:diễn ra|tổ chức|tiến hành)")
_EARLIER_BEFORE = re.compile(
    r"(?<!\w)(?:từng|trước đó|trước đây|kể từ(?: khi)?|mà|đã được|[Tt]hực hiện|[Tt]riển khai|[Cc]ăn cứ|"
    r"nhiều (?:biên bản|bản ghi nhớ|thỏa thuận|văn kiện|hợp đồng|MOU)|[Tt]iếp nối|hoan nghênh|đánh giá cao|"
    r"[Ss]au \d+ năm|[Ss]au (?:hai|ba|bốn|năm) năm|[Ss]au hơn|cho đến nay|[Đđ]ến nay|hiện (?:nay )?(?:đã|"
    r"có))(?:,? [^\s.;:!?()]+){0,9} ?$",
    re.IGNORECASE,
)
# *đã ký kết hợp tác với hơn 60 đối tác* sums up years; *hai nước đã ký Hiệp định …* is the business of states.
_SIGNED_PAPER = re.compile(
    rf"(?<!\w)(?:các|những|nội dung|hiệu quả|trên cơ sở|nền tảng|từ|theo) "
    rf"(?:[^\s.,;:()]+ ){{0,4}}?{PAPER}(?: [^\s.,;:()]+){{0,5}}? "
    r"(?:(?:mà )?hai bên )?(?:đã )?(?:được )?$",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"[^.;\n]{0,60}?(?:với|được)\s(?:hơn|gần|trên|khoảng|nhiều|hàng chục|hàng trăm)?\s?(?:\d[\d.]*\s|nhiều\s|"
    r"hàng chục\s|hàng trăm\s)"
    r"(?:đối tác|trường|doanh nghiệp|đơn vị|tổ chức|công ty|cơ sở|viện|quốc gia|nước|địa phương)(?!\s?:| gồm| là)"
)
_NATIONS = re.compile(
    r"(?<!\w)(?:hai nước|hai quốc gia|Chính phủ hai|hai Chính phủ|Việt Nam và Hàn Quốc|Hàn Quốc và Việt Nam)(?!\w)"
)
_WEAK_BEFORE = re.compile(
    r"(?:[Ss]au|[Nn]gay sau|[Tt]ại|[Ss]au khi|[Kk]hi|[Tt]rước|buổi|của) ?(?:khi |buổi |khi hai bên )?$"
)
_NAMES_SIDES = re.compile(
    r"\s(?:giữa|với)\s(?=[A-ZĐ]|tập đoàn|công ty|trường|viện|đại học)(?!Hàn Quốc|Việt Nam|Nhật|Trung Quốc)"
)
_ON_BEHALF = re.compile(r"(?<!\w)(?:[Đđ]ại diện|[Tt]hay mặt|đặt bút|hai bên|lãnh đạo)(?!\w)")
_RENEWAL = re.compile(
    r"gia hạn|tái ký|ký lại|tái ký kết|ký mới|ký tiếp|ký kết lại|giai đoạn (?:mới|tiếp theo|II|2)", re.IGNORECASE
)


def signings(page: Page) -> tuple[Signing, ...]:
    """Return the places that speak of a signing, in order."""
    newest = _newest_year(page)
    found = [*islice(_signed(page, newest), _MOST), *islice(_exchanged(page, newest), _MOST)]
    found += papers_listed(page, found)
    return tuple(sorted(found, key=lambda signing: signing.start))


def _signed(page: Page, newest: int | None) -> Iterator[Signing]:
    for match in islice(_SIGN.finditer(page.text), 4 * _MOST):
        sentence = page.sentence_at(match.start())
        if sentence[0] == sentence[1]:
            continue
        after = page.text[match.end() : min(sentence[1], match.end() + _REACH)]
        before = page.text[max(sentence[0], match.start() - _REACH) : match.start()]
        paper = NAMES_PAPER.search(after)
        if paper and re.search(r"[,.;:]" if match["lead"] else "[;:]|, [^,;]{1,80} sẽ ", after[: paper.start()]):
            paper = None
        whole = page.quote(sentence)
        bare = paper is None and not match["lead"] and not NAMES_PAPER.search(before)
        if bare and not _ON_BEHALF.search(whole) and not _NAMES_SIDES.match(after):
            continue
        end = match.end() + paper.end() if paper else match.end()
        status = _modality(page, before, page.text[match.end() : sentence[1]], (match.end(), newest))
        weak = (
            bare
            or (match["lead"] or "").strip().casefold() in {"việc", "buổi"}
            or bool(_WEAK_BEFORE.search(before) and (match["lead"] or before.rstrip().endswith("khi")))
        )
        yield Signing(
            match.start(),
            end,
            sentence,
            status,
            kind_of_paper(page.text[match.start() : end] if paper else before + match.group()),
            weak=weak,
            renewal=bool(_RENEWAL.search(whole)),
        )


def _exchanged(page: Page, newest: int | None) -> Iterator[Signing]:
    for match in islice(_EXCHANGE.finditer(page.text), 4 * _MOST):
        if (
            re.match(r"[Tt]rao đổi(?! (?:biên bản|bản|văn kiện|MOU))", match.group())
            or match["paper"].casefold() == "hợp tác"
        ):
            continue
        sentence = page.sentence_at(match.start())
        before = page.text[max(sentence[0], match.start() - _REACH) : match.start()]
        status = _modality(page, before, page.text[match.end() : sentence[1]], (match.end(), newest))
        if status is AgreementStatus.SIGNED:
            status = AgreementStatus.EXCHANGED
        yield Signing(match.start(), match.end(), sentence, status, kind_of_paper(match.group()))


def _modality(page: Page, before: str, after: str, when: tuple[int, int | None]) -> AgreementStatus:
    """Tell signed from planned and earlier by what stands around the verb."""
    clause = before[max(before.rfind(";"), before.rfind(":")) + 1 :]
    if _EARLIER_BEFORE.search(clause) and not re.search(r"(?:vừa|chính thức) [^,]{0,20}$", clause):
        return AgreementStatus.EARLIER
    if _PLANNED_BEFORE.search(clause) or (_PLANNED_AFTER.match(after) and not _DONE_AFTER.match(after)):
        return AgreementStatus.PLANNED
    if _GENERAL.match(after) or (
        _NATIONS.search(before + after[:_REACH]) and re.search("[Hh]iệp định", before + after[:_REACH])
    ):
        return AgreementStatus.EARLIER
    if _SIGNED_PAPER.search(clause) and not re.search(r"(?:vừa|chính thức|mới) [^,]{0,12}$", clause):
        return AgreementStatus.EARLIER
    if _in_an_earlier_year(page, before, after, when):
        return AgreementStatus.EARLIER
    return AgreementStatus.SIGNED


def _in_an_earlier_year(page: Page, before: str, after: str, when: tuple[int, int | None]) -> bool:
    """A year before the newest year of the page, in the clause of the verb, tells an earlier signing."""
    at, newest = when
    if newest is None:
        return False
    start, end = at - len(before) - 12, at + min(len(after), 90)
    years = [
        int(date.value[:4])
        for date in page.dates
        if start <= date.start < end and not date.reporting and date.value[:4].isdigit()
    ]
    return (
        bool(years)
        and max(years) < newest
        and not re.search(r"giai đoạn|\d{4}\s?[-–]\s?\d{4}", before[-60:] + after[:60])
    )


def _newest_year(page: Page) -> int | None:
    """Return the year of the page, or the year of the first complete date of its first lines."""
    if page.published and page.published[:4].isdigit():
        return int(page.published[:4])
    lead = [date for date in page.dates if date.value[:4].isdigit() and date.start < _lead_end(page)]
    return max((int(date.value[:4]) for date in lead), default=None)


def _lead_end(page: Page) -> int:
    return max(600, len(page.text) // 4)
