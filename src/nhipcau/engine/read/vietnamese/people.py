"""A page and its bodies come in; the people it names go out, with their posts and what they did at the signing."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nhipcau.engine.read.vietnamese.vocabulary import COUNTRY_WORDS, IN_SENTENCE, KOREA, POST, VIETNAM
from nhipcau.engine.read.vietnamese.words import head_at, split
from nhipcau.facts.codes import PersonFunction
from nhipcau.facts.reading import Derivation, PersonRead
from nhipcau.language.person_names import NameFound, find_person_names
from nhipcau.language.text import fold

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page, Range
    from nhipcau.engine.read.vietnamese.bodies import Bodies
    from nhipcau.engine.read.vietnamese.signing import Signing

SPEECH = re.compile(
    r"(?<!\w)(?:phát biểu|cho biết|cho hay|chia sẻ|bày tỏ|khẳng định|nhấn mạnh|đánh giá|mong muốn|tin tưởng|đề nghị|"
    r"kết luận|nói|"
    r"trao đổi|cho rằng|chúc mừng|hy vọng|kỳ vọng|cảm ơn|giới thiệu|thông tin|ghi nhận|đề xuất|nhận định|ấn tượng|"
    r"phấn khởi|tuyên bố|"
    r"cam kết|vui mừng|giải thích|tiết lộ|lưu ý|thừa nhận|phát động|nêu rõ|nêu|đánh giá cao|báo cáo)(?!\w)",
    re.IGNORECASE,
)
_WITNESS = re.compile(r"chứng kiến", re.IGNORECASE)
_PRESENT = re.compile(
    r"tham dự|tham gia|[Cc]ùng đi|tháp tùng|[Vv]ề phía|có mặt|hiện diện|thành phần|dự (?:buổi|lễ|có)|"
    r"tiếp đón|đón tiếp|cùng dự",
    re.IGNORECASE,
)
_REPRESENTS = re.compile(r"đại diện|thay mặt", re.IGNORECASE)
_TITLES = (
    r"(?:ông|bà|ngài|cô|anh|chị|đồng chí|đ/c|GS|PGS|TS|ThS|TSKH|Th\.S|T\.S|P\.GS|KS|CN|BS|BSCKII|BSCKI|"
    r"BS\.?CK ?I{1,2}|LS|"
    r"Mr|Mrs|Ms|Dr|Prof|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Giáo sư|Phó Giáo sư|Kỹ sư|Bác sĩ|Luật sư|Nhà giáo(?: Ưu tú|"
    r" Nhân dân)?|NGƯT|NGND|Đại tá|CEO|Tổng Lãnh sự|Đại sứ)"
)
_TITLED = re.compile(rf"(?:{_TITLES}\.?[\s.]{{0,2}}){{1,5}}$", re.IGNORECASE)
_CAPITAL = r"[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ][\w'’-]*"
_BEFORE_POST = re.compile(
    rf"(?:^|[:;,(\n]\s?|(?:ông|bà|có|và|chí|"
    rf"do)\s)(?P<name>{_CAPITAL}(?: {_CAPITAL}){{1,4}})(?=\s?[,–(-]\s?(?:{POST.pattern}))"
)
_SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Đinh|Trịnh|Đoàn|Tô|Trương|Lưu|Tạ|Tống|Đào|Chu|"
    "Kiều|Quách|Lâm|Hoàng|Cao|Thái"
)
# A name at the end of the run of capitals of a body after a post: *Chủ tịch Công đoàn … Thiên Trường Bùi Thị Mận*.
_AFTER_BODY = re.compile(
    rf"(?:{POST.pattern})[^,.;:\n()]{{3,110}}?(?<=\w )(?P<name>(?:{_SURNAMES})(?: {_CAPITAL}){{1,3}})(?! ?[A-ZĐ])"
    r"(?=[\s,.;)]|$)"
)
_KOREAN_SURNAMES = (
    "Kim|Lee|Yi|Rhee|Park|Pak|Choi|Jung|Jeong|Chung|Kang|Cho|Jo|Yoon|Yun|Jang|Chang|Lim|Im|Han|Oh|Seo|Suh|Shin|Sin|"
    "Kwon|Hwang|Ahn|An|Song|Ryu|Yoo|Yu|Hong|Jeon|Chun|Ko|Koh|Moon|Mun|Yang|Son|Sohn|Bae|Baek|Paik|Heo|Hur|Huh|Nam|"
    "Sim|Shim|Noh|Roh|Ha|Kwak|Sung|Seong|Cha|Joo|Ju|Woo|Koo|Gu|Ku|Min|Na|Jin|Ji|Eom|Um|Chae|Won|Cheon|Bang|Gong|"
    "Kong|Hyun|Ham|Byun|Byeon|Pyo|Do|So|Seok|Sun|Seol|Ma|Gil|Wi|Ki|Wang|Ok|Maeng|Tak|Mo|Pyeon|Bong|Pi|Yeom|Eun"
)
# *Giám đốc KOTRA TP.HCM Bang Joo Seok*, *Tổng Lãnh sự Hàn Quốc tại Đà Nẵng Kang Boo Mi*.
_KOREAN_AFTER_BODY = re.compile(
    rf"(?:{POST.pattern})[^,;:\n()]{{3,90}}?(?<=\w )(?P<name>(?:{_KOREAN_SURNAMES}) "
    r"[A-Z][a-z]{1,6}(?:(?: |-)[A-Za-z][a-z]{1,6})?)(?! ?[A-ZĐ])(?=[\s,.;)]|$)"
)
# *Phó Chủ tịch UBND tỉnh Vi Thị Hồng Loan*: behind a level of government that is not named stands a person.
_AFTER_LEVEL = re.compile(
    rf"(?:{POST.pattern})(?: [^\s,.;:()]+){{0,6}}? (?:tỉnh|thành phố|huyện|quận|(?<!tác )xã|thị xã|Tỉnh ủy|Thành ủy|"
    rf"Huyện ủy|[Tt]rường|Viện) (?P<name>(?:{_SURNAMES}) {_CAPITAL}|{_CAPITAL}(?: {_CAPITAL}){{2,3}})"
    rf"(?= (?!{_CAPITAL})|[,.;)\n]|$)"
)
_ABROAD = re.compile(
    rf"(?:(?:tại|ở|của) )?{COUNTRY_WORDS}|(?:tại|ở) {_CAPITAL}(?:[ .]{_CAPITAL}){{0,2}}|"
    rf"TP\.\s?{_CAPITAL}(?: {_CAPITAL}){{0,2}}"
)
_AND_NEXT = re.compile(r"\s?(?:,|và|, và|&)\s")
_MANY_PEOPLE = re.compile(r"(?<!\w)(?:các (?:ông|bà|ngài|đồng chí)|lần lượt|[Tt]ừ (?:trái|phải))(?!\w)")
_BRACKETED = re.compile(r"\s\((?P<body>[A-ZĐ]{2,10})\)")
_BYSTANDER = re.compile(
    r"(?:\s(?:ở|tại|trú)\s|,\s(?:hộ|nông dân|người dân|công nhân|sinh viên|một|người|trú|ngụ|\d+ tuổi))"
)
# *Ok Ji-won*, *Phang Seok-jun*: a given name with a hyphen is a Korean person's, unless it is a place (*-do*, *-si*).
_HYPHENATED = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][a-z]{1,7} [A-Z][a-z]{1,6}-(?!(?:do|si|gun|gu|dong|Do)\b)[A-Za-z][a-z]{1,6})"
    r"(?![\w-])"
)
_PERSONAL = frozenset({"ông", "bà", "ngài", "anh", "chị", "cô", "mr", "ms", "mrs", "đồng chí", "thầy"})
_HEAD_BEFORE = re.compile(
    r"(?:Công ty TNHH|Công nghiệp|Hãng|Ngân hàng|Viện Nghiên cứu|Trung tâm|Hiệp hội|công ty|tập đoàn|trường|quận|"
    r"thành phố|Thành phố|"
    r"Trường Cao đẳng|Trường Đại học|Trường|Cao đẳng|Đại học|Học viện|Công ty|TNHH|MTV|Cổ phần|CP|Tập đoàn|"
    r"Bệnh viện|Nghề|Quỹ|Viện|tỉnh|huyện|xã)\s$"
)
_AFTER_LINK = re.compile(
    r"\s{0,2}(?:\([^()\n]{0,20}\)\s?)?(?:[-–—,:(]|là|hiện là|giữ chức|giữ chức vụ)?\s{0,3}(?:kiêm\s)?"
)
_ROLE_END = re.compile(
    r"[,;.\n):“”\"–—]|\s-\s|\s(?:cho|phát|bày|chia|nhấn|khẳng|và|cùng|đã|đại diện|ký|kí|trao|thì|được|tại|tham|chứng|"
    r"đánh|mong|tin|nói|"
    r"làm|dẫn|trong|với|thay|có|là|đến|chúc|vừa|giới|bên)(?!\w)"
)
_LONGEST_ROLE = 90
_LONGEST_PLACE = 30
_ROLE_BEFORE = 140


@dataclass(frozen=True, slots=True)
class Found:
    """A person in the text: the name, where it stands with title and post, and the body beside it."""

    name: str
    start: int
    end: int
    name_start: int
    name_end: int
    titled: bool
    role: str | None = None
    body: int | None = None
    org: str | None = None


def name_ranges(page: Page) -> tuple[Range, ...]:
    """Return where names of people stand, so that no name of a body starts or goes on there.

    Beside the names that titles and surnames tell, a run of capitals before a post is one.
    """
    found = {
        (_after_place(page, name.start, name.end), name.end)
        for name in find_person_names(page.text, page.language)
        if _is_person(page, name)
    }
    for match in (
        *_HYPHENATED.finditer(page.text),
        *_BEFORE_POST.finditer(page.text),
        *_AFTER_BODY.finditer(page.text),
        *(match for match in _KOREAN_AFTER_BODY.finditer(page.text) if not _behind_head(page, match)),
        *(match for match in _AFTER_LEVEL.finditer(page.text) if not _is_place(page, match.span("name"))),
    ):
        reach = match.span("name")
        if not any(start < reach[1] and reach[0] < end for start, end in found) and _may_be_name(match["name"]):
            found.add(reach)
    return tuple(sorted(found))


def _behind_head(page: Page, match: re.Match[str]) -> bool:
    """*Giám đốc Công ty Han Sung*: behind a head stands the name of the body."""
    return _HEAD_BEFORE.search(page.text, match.start(), match.start("name")) is not None


def _is_place(page: Page, reach: Range) -> bool:
    first = bisect_left(page.places, reach[0] - _LONGEST_PLACE, key=lambda place: place.start)
    near = page.places[first : first + _LONGEST_PLACE]
    return any(place.start < reach[1] and reach[0] < place.end for place in near)


def _is_person(page: Page, name: NameFound) -> bool:
    """Leave out a word without a personal title, and a name behind the head of a body: *Trường Lý Thái Tổ*."""
    first = name.start if name.title_start is None else name.title_start
    at = bisect_left(page.places, first, key=lambda place: place.start)
    if any(place.end >= name.end and place.start <= name.start for place in page.places[max(0, at - 1) : at + 2]):
        return False  # Bà Rịa, Thái Nguyên
    if len(name.name.replace("-", " ").split()) < 2:
        return (name.title or "").strip(" .").casefold() in _PERSONAL
    return bool(name.title) or _HEAD_BEFORE.search(page.text, max(0, name.start - 24), name.start) is None


def _after_place(page: Page, start: int, end: int) -> int:
    """*Sở Công Thương Bắc Ninh Nguyễn Văn A*: the name begins behind the place."""
    first = bisect_left(page.places, start - _LONGEST_PLACE, key=lambda place: place.start)
    for place in page.places[first : first + _LONGEST_PLACE]:
        if place.start < start < place.end < end:
            return place.end + 1
    return start


def _may_be_name(name: str) -> bool:
    words = split(name)
    heads = any(head_at(words, at) for at in range(len(words.texts)))
    return not heads and POST.search(name) is None and KOREA.search(name) is None and VIETNAM.search(name) is None


def people_found(page: Page, known: Bodies, names: tuple[Range, ...]) -> tuple[Found, ...]:
    """Return the people with their posts, in order; a name without title, post or surname that is known is left out."""
    found: list[Found] = []
    inside = {at for mention in known.mentions for at in (mention.start,)}
    for start, end in names:
        if start in inside:
            continue
        person = _with_role(page, known, start, end)
        told = person.titled and not _BYSTANDER.match(page.text, person.end)
        if person.role or told or _goes_on(page, known, found, person):
            found.append(person)
    return tuple(found)


def _goes_on(page: Page, known: Bodies, found: list[Found], person: Found) -> bool:
    """*các ông A, B và C* names three; a name with an acronym behind it, *C (KIMM)*, is a person's too."""
    last = found[-1] if found else None
    if last is not None and last.end <= person.start and _AND_NEXT.fullmatch(page.text, last.end, person.start):
        return _MANY_PEOPLE.search(page.text, page.sentence_at(last.name_start)[0], last.name_start) is not None
    bracket = _BRACKETED.match(page.text, person.end)
    signs = _SIGNERS.search(page.text, page.sentence_at(person.name_start)[0], person.name_start)
    return (
        bracket is not None
        and signs is not None
        and bool(known.within((bracket.start("body"), bracket.start("body") + 1)))
    )


def _with_role(page: Page, known: Bodies, start: int, end: int) -> Found:
    text = page.text
    title = _TITLED.search(text, max(0, start - 40), start)
    first = title.start() if title and (title.start() == 0 or not text[title.start() - 1].isalnum()) else start
    titled = first < start
    base = Found(text[start:end], first, end, start, end, titled)
    before = _role_before(page, known, base)
    close = before is not None and "," not in text[max(before.start, first - 3) : start]
    return (before if close else None) or _last_role(page, known, base) or before or base


def _last_role(page: Page, known: Bodies, person: Found) -> Found | None:
    """*ông A, Ủy viên …, Trưởng ban …*: the last of several posts is the one that counts."""
    last = _role_after(page, known, person, person.name_end)
    for _ in range(3):
        further = (
            _role_after(page, known, person, last.end)
            if last and not page.text[last.end : last.end + 1].isalnum()
            else None
        )
        if (
            last is None
            or further is None
            or page.text[last.end : last.end + 3].strip()[:1] not in {",", "-", "–", "k"}
        ):
            break
        last = further
    return last


def _role_after(page: Page, known: Bodies, person: Found, offset: int) -> Found | None:
    """*ông A, Giám đốc Công ty B*, *A - Viện trưởng*."""
    link = _AFTER_LINK.match(page.text, offset)
    at = link.end() if link else offset
    post = POST.match(page.text, at)
    if post is None:
        return None
    mention_at = _mention_in(known, (post.end(), post.end() + 60), page)
    stop = _ROLE_END.search(page.text, post.end(), min(len(page.text), post.end() + _LONGEST_ROLE))
    role_end = stop.start() if stop else min(len(page.text), post.end() + _LONGEST_ROLE)
    end = role_end
    if mention_at is not None:
        mention = known.mentions[mention_at]
        if mention.start <= role_end:
            role_end, end = mention.start, mention.end
        else:
            mention_at = None
    role = re.sub(r"\s(?:của|thuộc|tại)$", "", page.text[at:role_end].strip())
    return _made(known, person, role, mention_at, (person.start, max(end, role_end)))


def _role_before(page: Page, known: Bodies, person: Found) -> Found | None:
    """*Giám đốc Công ty B A*, *Hiệu trưởng Trường C, TS. A*."""
    window_start = max(0, person.start - _ROLE_BEFORE)
    window = page.text[window_start : person.start]
    cut = max(window.rfind("\n"), window.rfind(". "), window.rfind(";")) + 1
    posts = [post for post in POST.finditer(window) if post.start() >= cut]
    if not posts:
        return None
    post = posts[-1] if len(posts) == 1 or posts[-1].start() - posts[-2].end() > 1 else posts[-2]
    between = window[post.end() :]
    mention_at = _mention_in(known, (window_start + post.end(), window_start + post.end() + 50), page)
    rest = between
    role_end = person.start
    if mention_at is not None:
        mention = known.mentions[mention_at]
        if mention.start < person.start:
            rest = page.text[mention.tail : person.start] + page.text[window_start + post.end() : mention.start]
            role_end = mention.start
    rest = _ABROAD.sub("", rest)
    if (
        not re.fullmatch(r"[\s,–-]*(?:[^\s,.;:()]+\s?){0,8}[\s,–:-]*", rest)
        or _ROLE_END.search(rest.strip(" ,–-:"))
        or rest.count(",") > 1
    ):
        return None
    role = re.sub(r"\s(?:của|thuộc|tại)$", "", page.text[window_start + post.start() : role_end].strip(" ,–-"))
    return _made(known, person, role, mention_at, (window_start + post.start(), person.name_end))


def _made(known: Bodies, person: Found, role: str, mention_at: int | None, reach: Range) -> Found:
    body = known.of[mention_at] if mention_at is not None else None
    org = None
    if body is not None:
        best = known.best[body]
        org = best.acronym or best.core
    return Found(person.name, reach[0], reach[1], person.name_start, person.name_end, person.titled, role, body, org)


def _mention_in(known: Bodies, reach: Range, page: Page) -> int | None:
    for at in known.within(reach):
        gap = page.text[reach[0] : known.mentions[at].start]
        if "\n" not in gap and "," not in gap.strip(" ") and ";" not in gap and "." not in gap.replace("TP.", ""):
            return at
    return None


def person_records(
    page: Page, found: tuple[Found, ...], signed: tuple[Signing, ...], witnessing: tuple[Range, ...] = ()
) -> tuple[tuple[Found, PersonRead], ...]:
    """Return every person once, with the fullest mention and the strongest function that the text gives.

    Who stands in the range of a list of witnesses is a witness whatever else the sentence says.
    """
    groups: dict[str, list[Found]] = {}
    for person in found:
        key = _key(person.name, groups)
        if key:
            groups.setdefault(key, []).append(person)
    return tuple(_record(page, group, signed, witnessing) for group in groups.values())


def _key(name: str, groups: dict[str, list[Found]]) -> str | None:
    """Return the key of a name; a short mention (*ông Lee*, *ông Linh*) has none."""
    words = fold(name).replace("-", " ").split()
    if len(words) > 1:
        joined = " ".join(words)
        return next((key for key in groups if key == joined or key.replace(" ", "") == joined.replace(" ", "")), joined)
    return None


# Lines that name who signs: *Đại diện ký: …*, *Ký Phụ lục về phía A có …*, *Thay mặt A ký …*, *Người ký là …*.
_SIGNERS = re.compile(
    r"(?<!\w)(?:đại diện (?:[^\s.;:,]+ ){0,8}?k[ýí](?: kết)?(?!\w)|người ký|thay mặt (?:[^\s.;]+ ){1,12}?k[ýí](?!\w)|"
    r"k[ýí](?: kết)?(?: [^\s.;:,]+){0,6} về phía(?!\w)|signed by|đặt bút ký|hai bên ký|"
    r"k[ýí] kết[^.\n]{0,60}[.:(] ?từ (?:trái|phải))",
    re.IGNORECASE,
)
_SIGNING_TOLD = re.compile(r"(?<!\w)k[ýí](?: kết)?(?!\w)", re.IGNORECASE)
_ALSO_SIGNERS = re.compile(
    r"\s*(?:(?:[Vv]ề )?[Pp]hía (?:bạn|đối tác|Hàn Quốc|Việt Nam|kia|còn lại)|[Bb]ên kia|[Tt]ừ trái (?:qua|sang))"
)
_HEADS_SIGN = re.compile(
    r"(?P<post>Chủ tịch|Giám đốc|Tổng Giám đốc|Hiệu trưởng|Viện trưởng|Thị trưởng|Cục trưởng) "
    r"(?:của )?(?:hai|các|ba|bốn) [^\s.,;]+(?: [^\s.,;]+){0,2} "
    r"(?:(?:đã|cùng|vừa|chính thức|đặt bút|tiến hành) )*k[ýí](?!\w)"
)
_NO_SIGNER = re.compile(
    r"chứng kiến|tham dự|có mặt|dự lễ|cùng dự|cùng đi|tháp tùng|tham gia|chụp ảnh|lưu niệm|chứng nhận", re.IGNORECASE
)
_NAMES_AFTER = re.compile(
    rf"giữa{IN_SENTENCE}{{0,90}}$|(?:ký kết|ký)(?: bởi| có| là| gồm|:){IN_SENTENCE}{{0,300}}$|"
    rf"đại diện{IN_SENTENCE}{{0,30}}ký{IN_SENTENCE}{{0,300}}$|"
    r"^\s*Ký[^.]{0,200}$",
    re.IGNORECASE,
)
_ORDER = (
    PersonFunction.SIGNATORY,
    PersonFunction.SPEAKER,
    PersonFunction.WITNESS,
    PersonFunction.REPRESENTATIVE,
    PersonFunction.ATTENDEE,
)


def _record(
    page: Page, group: list[Found], signed: tuple[Signing, ...], witnessing: tuple[Range, ...]
) -> tuple[Found, PersonRead]:
    functions = [
        (PersonFunction.WITNESS, "chứng kiến")
        if any(start <= person.name_start < end for start, end in witnessing)
        else _function(page, person, signed)
        for person in group
    ]
    function = min(functions, key=lambda item: _ORDER.index(item[0]))
    best = max(group, key=lambda person: (person.role is not None, person.org is not None, person.end - person.start))
    return best, PersonRead(
        name=best.name,
        role=best.role,
        org=best.org or next((person.org for person in group if person.org), None),
        function=function[0],
        span=page.span(best.start, best.end),
        derived=(Derivation("function", "verb", function[1]),),
    )


def _function(page: Page, person: Found, signed: tuple[Signing, ...]) -> tuple[PersonFunction, str]:
    start, end = page.sentence_at(person.name_start)
    before, after = page.text[start : person.start], page.text[person.end : end]
    signs = _signs(page, person, signed, (start, end)) or _is_listed_signer(page, person, (start, end))
    if signs:
        return PersonFunction.SIGNATORY, signs
    witness = _WITNESS.search(before) or _WITNESS.search(after)
    if witness:
        return PersonFunction.WITNESS, witness.group()
    spoken = SPEECH.search(after) or SPEECH.search(before)
    if spoken and not re.search(r"tham dự|về phía", before, re.IGNORECASE):
        return PersonFunction.SPEAKER, spoken.group()
    if _REPRESENTS.search(before[-60:]):
        return PersonFunction.REPRESENTATIVE, "đại diện"
    present = _PRESENT.search(before)
    head = person.role is not None and re.match(r"(?:Hiệu|Viện|Tổng|Chủ|Giám|Cục|Bộ|Thị|Tỉnh)", person.role) is not None
    if present:
        return (PersonFunction.REPRESENTATIVE if head else PersonFunction.ATTENDEE), present.group()
    return (PersonFunction.REPRESENTATIVE if head else PersonFunction.ATTENDEE), person.role or ""


def _signs(page: Page, person: Found, signed: tuple[Signing, ...], sentence: Range) -> str:
    """Return the verb of the signing that a person is the subject of, "" where none is."""
    for signing in signed:
        if signing.sentence != sentence and not (sentence[0] <= signing.start < sentence[1]):
            continue
        gap = (
            page.text[person.end : signing.start]
            if person.end <= signing.start
            else page.text[signing.start : person.start]
        )
        if _WITNESS.search(gap) or SPEECH.search(gap) or _PRESENT.search(page.text[sentence[0] : person.start]):
            continue
        verb = page.text[signing.start : signing.end]
        if person.end <= signing.start and not re.match(r"(?:lễ|việc|buổi)", verb, re.IGNORECASE):
            return verb
        if person.start >= signing.end and _NAMES_AFTER.search(page.text[sentence[0] : person.start]):
            return verb
    return ""


def _is_listed_signer(page: Page, person: Found, sentence: Range) -> str:
    """Return the words that say who signs in the sentence of a person, or in the one before, "" where none do."""
    start, end = sentence
    said = _SIGNERS.search(page.text, start, person.name_start)
    if said is None and _ALSO_SIGNERS.match(page.text, start, end):
        at = bisect_left(page.sentences, (start, end))
        before = page.sentences[at - 1] if at else (0, 0)
        caption = re.match(r"\s*[Tt]ừ (?:trái|phải)", page.text[start:end])
        said = (_SIGNING_TOLD if caption else _SIGNERS).search(page.text, *before)
    if said is not None and not _NO_SIGNER.search(page.text, said.start(), person.name_start):
        return said.group()
    for heads in _HEADS_SIGN.finditer(page.text):
        along = _NO_SIGNER.search(page.text, sentence[0], person.name_start)
        if person.body is not None and (person.role or "").startswith(heads["post"]) and along is None:
            return heads.group()
    return ""
