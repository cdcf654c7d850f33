"""A page comes in; the names of organisations in it go out, with their acronyms, parents and tails."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nhipcau.engine.read.page import Page, Range
from nhipcau.engine.read.vietnamese.name_words import COMPOUNDS, FIELDS, INNER_PAIRS, STOPS
from nhipcau.engine.read.vietnamese.syllables import is_foreign, is_vietnamese_syllable
from nhipcau.engine.read.vietnamese.vocabulary import COUNTRY_WORDS, KOREA, OTHER_COUNTRIES, POST, VIETNAM
from nhipcau.engine.read.vietnamese.words import Words, head_at, is_acronym, is_capital, is_word, names_a_body, split

_LONGEST = 30
_COOPERATION = frozenset({("tác", "quốc"), ("tác", "xã"), ("tác", "phát")})
_ABROAD = frozenset({"Văn", "Cơ", "Hiệp", "Đại", "Phòng", "Tổ", "Tổng", "Liên"})
_LOWER_RUN = 8
_JOIN = frozenset({"-", "–", "—", "&"})
_PLACE_END = re.compile(rf"(?:(?!Hàn$|Việt$){COUNTRY_WORDS}|[-–] ?(?:Hàn|Việt))$")
_LEGAL_TAIL = re.compile(
    r"\s?[-–]\s?CTCP(?!\w)|\s?,?\s?(?:Co\.?\s?,?\s?Ltd\.?|Corporation|Corp\.?|Inc\.?|JSC|LLC|Ltd\.?|Company|Limited|"
    r"GmbH)(?![^\W_])\.?"
)
_BRACKET = re.compile(r"\s?\(([^()\n]{1,120})\)")
_ALIAS_LEAD = re.compile(
    r"^(?:tên )?(?:sau đây )?(?:được )?(?:viết tắt|gọi tắt|gọi chung|tên tiếng Anh|tên viết tắt|tiếng Anh|hay còn gọi)"
    r"(?: là)?\s?:?\s?",
    re.IGNORECASE,
)
_LISTED_AS = re.compile(r"^(?:HOSE|HNX|UP[Cc]o[Mm]|KOSDAQ|KOSPI|[Mm]ã (?:CK|chứng khoán|cổ phiếu))\s?[:-]?\s?")
_SIGNS_NEXT = re.compile(r"\s(?:(?:đã|vừa|cùng|sẽ) )*(?:k[ýí]|hợp tác|bắt tay)(?!\w)")
_LEGAL_WORDS = frozenset({"Co", "Ltd", "Corp", "Inc", "JSC", "LLC"})
_FOREIGN_ENDS = _LEGAL_WORDS | {"TP", "Tp"}
_TITLE = frozenset({"Ông", "Bà", "Ngài", "TS", "PGS", "GS", "ThS", "TSKH", "Mr", "Ms", "Dr"})
_TITLE_PAIRS = frozenset(
    {"Tiến sĩ", "Tiến sỹ", "Thạc sĩ", "Thạc sỹ", "Đồng chí", "Kỹ sư", "Bác sĩ", "Luật sư", "Giáo sư"}
)
_PARENT_LINK = re.compile(
    r"\s?(?:[-–—,]\s?)?(?:trực thuộc|thuộc|của)\s|\s?[-–—]\s|,\s|\s?\((?:(?:trực )?thuộc\s)?|\s(?=(?:Bộ|Đại học|"
    r"Tập đoàn|UBND)\s)"
)
_COUNTRY_TAIL = re.compile(
    rf"(?P<dash>\s?[-–—]\s?)?(?:,?\s(?:của|đến từ|từ)\s|(?P<comma>,\s))?(?P<country>{COUNTRY_WORDS})(?=\s*[,;.:)\n]|"
    rf"\s|$)"
)
_RANK = (
    ("bộ", "chính phủ"),
    (
        "tập đoàn",
        "tổng công ty",
        "ubnd",
        "ủy ban nhân dân",
        "uỷ ban nhân dân",
        "đại học",
        "tổng cục",
        "liên hiệp",
        "liên đoàn",
    ),
    ("cục", "sở", "viện", "trường", "trường đại học", "học viện", "ban quản lý", "công ty", "hiệp hội"),
    ("trung tâm", "vụ", "chi cục", "khoa", "phòng", "văn phòng", "ban", "chi nhánh", "nhà máy", "phân viện"),
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One name of an organisation in the text.

    ``start`` to ``end`` is the name with the bracket that teaches its acronym or other name; ``tail`` is where its
    parent and country end; ``core`` is the name without brackets.
    """

    start: int
    end: int
    tail: int
    core: str
    head: str
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    country: str | None = None


def organisations(page: Page, people: tuple[Range, ...] = ()) -> tuple[Mention, ...]:
    """Return the organisation names of a page in order; ``people`` are ranges in which no name of a body starts."""
    words = split(page.text, people)
    shouted = _shouted(page.text)
    found: list[Mention] = []
    at, reached = 0, 0
    while at < len(words.texts):
        mention = None
        if words.starts[at] >= reached and at not in words.blocked and not _in(shouted, words.starts[at]):
            mention = _mention_at(page.text, words, at)
        if mention is not None:
            found.append(mention)
            reached = mention.end
        at += 1
    return tuple(found)


def _shouted(text: str) -> tuple[Range, ...]:
    """Return the lines in capitals: titles whose names cannot be told from their verbs."""
    lines = []
    for match in re.finditer(r"[^\n]{10,}", text):
        letters = [char for char in match.group()[:400] if char.isalpha()]
        if letters and sum(char.isupper() for char in letters) > 0.8 * len(letters):
            lines.append(match.span())
    return tuple(lines)


def _in(ranges: tuple[Range, ...], offset: int) -> bool:
    return any(start <= offset < end for start, end in ranges)


def _mention_at(text: str, words: Words, at: int) -> Mention | None:
    size = head_at(words, at)
    if size:
        last = _extend(text, words, at, size)
        if last < at + size:
            return None
        head = " ".join(words.texts[at : at + size]).casefold()
        rest = text[words.ends[at + size - 1] : words.ends[last]].strip()
        if words.texts[at][:1].islower() and re.fullmatch(rf"{COUNTRY_WORDS}(?: và {COUNTRY_WORDS})?", rest):
            return None
        return _with_tails(text, words, (words.starts[at], words.ends[last]), head)
    if _starts_foreign(words, at) and not _is_newspaper(words, at):
        return _with_tails(text, words, (words.starts[at], words.ends[_extend_foreign(words, at)]), "")
    return None


def _is_newspaper(words: Words, at: int) -> bool:
    """*(QBĐT) -*, *(TTXVN)* at the start of a line tells who reports."""
    around = words.texts[max(0, at - 2) : at + 2]
    if (
        words.texts[at + 1 : at + 2] in {("-",), ("–",)}
        and (at == 0 or words.texts[at - 1] == "\n")
        and words.texts[at].isupper()
    ):
        return True
    return around[-3:-2] == ("(",) and around[-1:] == (")",) and (len(around) < 4 or around[0] in {"\n", "."})


def _starts_foreign(words: Words, at: int) -> bool:
    word = words.texts[at]
    if not word[:1].isupper():
        return False
    return names_a_body(word) if is_acronym(word) else is_foreign(word)


def _extend_foreign(words: Words, at: int) -> int:
    """Return the last word of a name without a head: *Hanbit Technopark*, *Korea Institute of Ceramics*."""
    last = at
    for step in range(at + 1, min(at + 12, len(words.texts))):
        word = words.texts[step]
        gap = words.starts[step] - words.ends[step - 1]
        if step in words.blocked or gap > 1 or (not is_word(word) and word != "&") or word in _FOREIGN_ENDS:
            break
        if is_capital(word) and not POST.match(" ".join(words.texts[step : step + 2])) and word not in _TITLE:
            last = step
        elif word not in {"of", "and", "for", "&", "the"}:
            break
    return last


def _extend(text: str, words: Words, at: int, size: int) -> int:
    """Return the index of the last word of the name from ``at``; less than ``at + size`` where none stands."""
    good = at + size - 1
    step, lower_run, ended = at + size, 0, False
    since_and = False
    while step < min(at + _LONGEST, len(words.texts)):
        word = words.texts[step]
        move = _move(text, words, at, step, size)
        if move == 0:
            ended = True
            break
        last_word = words.texts[step + move - 1]
        since_and = since_and or word == "và"
        if is_word(last_word) and is_capital(last_word):
            good, lower_run, since_and = step + move - 1, 0, False
        else:
            lower_run += 1
        if lower_run > _LOWER_RUN:
            break
        step += move
    last = step - 1
    bracketed = step < len(words.texts) and words.texts[step] == "("
    if ended and lower_run and (not since_and or bracketed) and _may_end_small(text, words, at, last):
        return last
    return good


def _may_end_small(text: str, words: Words, at: int, last: int) -> bool:
    """A name may end in small letters unless it is a common noun at the start of a sentence."""
    if is_word(words.texts[last]) and words.texts[last] in {"và", "các", "của"}:
        return False
    inner = words.texts[at + 1 : last + 1]
    if any(is_capital(word) for word in inner):
        return True
    before = text[max(0, words.starts[at] - 3) : words.starts[at]].rstrip(" ")[-1:]
    opens = before not in {"", "\n", ".", ":", "“", '"'} and words.texts[at][:1].isupper()
    return opens and len(inner) > 1 and any(word in FIELDS for word in inner[:3])


def _move(text: str, words: Words, at: int, step: int, size: int) -> int:
    """Return how many words the name goes on for at ``step``, 0 where it ends."""
    word = words.texts[step]
    if step in words.blocked or (word in _LEGAL_WORDS and words.texts[step + 1 : step + 2] in {(".",), (",",)}):
        return 0
    if not is_word(word):
        return _move_over_mark(text, words, at, step)
    if word.isdigit():
        return _move_over_number(words, step)
    if is_capital(word):
        return 0 if _begins_another(words, at, step, size) else 1
    if word == "và":
        return 0 if step == at + size else _move_over_and(text, words, at, step)
    return _move_over_small(text, words, at, step)


def _move_over_number(words: Words, step: int) -> int:
    """*Công ty Cơ khí 17* ends with a number; *25 doanh nghiệp* counts something else."""
    following = words.texts[step + 1] if step + 1 < len(words.texts) else ""
    counts = following[:1].islower() and following not in STOPS and following != "và"
    return 1 if words.texts[step - 1] in {"số", "Quận"} or not (counts or following in {"/", "-", ".", "%"}) else 0


def _move_over_small(text: str, words: Words, at: int, step: int) -> int:
    """A word in small letters goes on with a name unless it is a verb, a preposition or stands behind a proper noun."""
    word = words.texts[step]
    pair = words.texts[step + 1 : step + 3]
    if word == "về":
        return _move_over_about(words, step)
    if word == "chi" and pair[:1] == ("nhánh",) and pair[1:] and is_capital(pair[1]):
        return 3
    if f"{words.texts[step - 1]} {word}".casefold() in COMPOUNDS:
        return 1
    if word == "tại":
        return _move_over_at(words, at, step)
    if f"{word} {''.join(pair[:1])}" in INNER_PAIRS or (word == "hợp" and pair in _COOPERATION):
        return 2
    if word in {"tỉnh", "thành", "quận", "huyện", "khu", "vùng", "số", "của", "các"}:
        return _move_over_link(words, step)
    after_name = is_foreign(words.texts[step - 1]) or _PLACE_END.search(text[words.starts[at] : words.ends[step - 1]])
    return 0 if word in STOPS or after_name else 1


def _move_over_at(words: Words, at: int, step: int) -> int:
    """*Văn phòng … tại Việt Nam*; *Hiệp hội … tại Bắc Giang (KOBA)*: a place belongs to a name that a bracket ends."""
    if words.texts[at] not in _ABROAD:
        return 0
    if words.texts[step + 1 : step + 3] in {("Việt", "Nam"), ("Hàn", "Quốc")}:
        return 3
    ahead = step + 1
    while ahead < min(step + 5, len(words.texts)) and is_capital(words.texts[ahead]):
        ahead += 1
    closes = words.texts[ahead : ahead + 1] == ("(",) and is_acronym("".join(words.texts[ahead + 1 : ahead + 2]))
    return ahead - step if closes and ahead > step + 1 else 0


def _move_over_link(words: Words, step: int) -> int:
    """*tỉnh Bắc Ninh* goes on with a capital; *của* and *các* go on only inside a name."""
    word, following = words.texts[step], words.texts[step + 1] if step + 1 < len(words.texts) else ""
    if word == "của":
        return 0
    if word == "các":
        return 1 if following[:1].isupper() or following in {"khu", "trường", "doanh", "nhà", "tổ"} else 0
    ends_here = word in {"tỉnh", "huyện"} and (following in {"và", ",", ".", ";", ")"} or following in STOPS)
    goes_on = following[:1].isupper() or following[:1].isdigit() or following in {"phố", "vực", "công", "chế"}
    return 1 if goes_on or ends_here else 0


def _begins_another(words: Words, at: int, step: int, size: int) -> bool:
    """Tell whether a capital begins a post, a title or, after a name that is complete, another body."""
    word = words.texts[step]
    if words.texts[step - 1] in {"tỉnh", "phố", "huyện", "quận", "xã"}:
        return False
    if word in _TITLE or " ".join(words.texts[step : step + 2]) in _TITLE_PAIRS:
        return True
    if POST.match(" ".join(words.texts[step : step + 3])):
        return True
    if step - at - size < 1 or not head_at(words, step):
        return False
    return (
        word in {"Bộ", "UBND", "Tập", "Công", "Trường", "Sở", "Đại"}
        and head_at(words, step) > 0
        and (words.texts[at] not in {"Văn", "Chi", "Ban", "Hội", "Hiệp", "Phòng", "Đảng", "Công"})
    )


def _move_over_mark(text: str, words: Words, at: int, step: int) -> int:
    word = words.texts[step]
    following = words.texts[step + 1] if step + 1 < len(words.texts) else ""
    if word == "." and words.texts[step - 1] in {"TP", "Tp", "T", "Q", "TX"} and following[:1].isupper():
        return 2
    if word == "," and following[:1].isupper() and _is_enumeration(words, step):
        return 2
    if word not in _JOIN or not is_word(following):
        return 0
    return 2 if word == "&" or _dash_joins(text, words, at, step) else 0


def _dash_joins(text: str, words: Words, at: int, step: int) -> bool:
    """*Kinh tế - Kỹ thuật* is one name; a dash before a head, a post or a brand ends it."""
    following, start = words.texts[step + 1], words.starts[step + 1]
    if re.match(COUNTRY_WORDS, text[start : start + 12]):
        return _PLACE_END.search(text[words.starts[at] : words.ends[step - 1]]) is not None
    if start - words.ends[step - 1] <= 1:
        return True
    ends = head_at(words, step + 1) or POST.match(text[start : start + 24]) or following in _TITLE
    if ends or not is_capital(following) or following.isdigit():
        return False
    brand = is_foreign(following) or names_a_body(following)
    return not brand or re.match(r"[^.,;\n()]{1,60}\([A-Z][A-Za-z&-]{1,12}\)", text[start : start + 90]) is not None


def _is_enumeration(words: Words, step: int) -> bool:
    """*Bộ Văn hóa, Thể thao và Du lịch*, *Sở Lao động, Thương binh và Xã hội*: one capital word pair, then *và*."""
    if head_at(words, step + 1) or is_foreign(words.texts[step + 1]):
        return False
    coming = words.texts[step + 1 : step + 6]
    if "và" not in coming or words.texts[step - 1] in {"Quốc", "Nam"}:
        return False
    at_and = step + 1 + coming.index("và")
    between = words.texts[step + 1 : at_and]
    after = words.texts[at_and + 1] if at_and + 1 < len(words.texts) else ""
    return (
        all(is_word(word) for word in between)
        and after[:1].isupper()
        and not head_at(words, at_and + 1)
        and (not is_foreign(after) and not names_a_body(after))
    )


def _move_over_and(text: str, words: Words, at: int, step: int) -> int:
    """*và* stands inside a name unless its right side begins with a head, an acronym or a foreign name."""
    if step + 1 >= len(words.texts):
        return 0
    following = words.texts[step + 1]
    left = text[words.starts[at] : words.ends[step - 1]]
    if re.match(COUNTRY_WORDS, text[words.starts[step + 1] : words.starts[step + 1] + 12]):
        return 2 if _PLACE_END.search(left) else 0
    if not is_word(following) or head_at(words, step + 1) or _PLACE_END.search(left):
        return 0
    if is_capital(following):
        opens = is_foreign(following) or names_a_body(following) or following in _TITLE
        opens = opens or POST.match(text[words.starts[step + 1] : words.starts[step + 1] + 24]) is not None
        return 0 if opens else 2
    if words.texts[step + 1 : step + 3] == ("các", "khu"):
        return 3
    small = {"đại", "doanh", "lãnh", "nhà", "cán", "sinh", "bạn", "đối", "người", "đồng", "phía", "đơn", "cơ", "quý"}
    return 0 if following in STOPS or following in small else 2


def _move_over_about(words: Words, step: int) -> int:
    """*Công ty HB về xe điện và Trường …*: *về* belongs to a name where the list of names goes on after it."""
    for ahead in range(step + 2, min(step + 6, len(words.texts))):
        word = words.texts[ahead]
        if word in {"và", ";"} and ahead + 1 < len(words.texts):
            return ahead - step if head_at(words, ahead + 1) else 0
        if not is_word(word) or word in {"ký", "hợp", "việc"}:
            return 0
    return 0


def _with_tails(text: str, words: Words, reach: Range, head: str) -> Mention | None:
    """Read what follows a name: legal form, brackets, country, parent."""
    start, end = reach
    legal = _LEGAL_TAIL.match(text, end)
    end = legal.end() if legal else end
    mention = Mention(start, end, end, text[start:end], head)
    mention = _read_brackets(text, mention)
    mention = _read_country(text, mention)
    mention = _read_brackets(text, mention)
    return _read_parent(text, words, mention)


def _read_brackets(text: str, mention: Mention) -> Mention:
    for _ in range(2):
        bracket = _BRACKET.match(text, mention.end)
        if bracket is None:
            break
        read = _read_bracket(bracket.group(1), mention)
        if read is None:
            break
        mention = replace(read, end=bracket.end(), tail=bracket.end())
    return mention


def _read_bracket(inside: str, mention: Mention) -> Mention | None:
    """Learn an acronym, another name or a country from a bracket; ``None`` where it says something else."""
    inner = _ALIAS_LEAD.sub("", inside.strip())
    within = split(inner[:60])
    if within.texts and head_at(within, 0) and not re.search(r"[Tt]echno", inner):
        return None
    if country_of_word(inner):
        return replace(mention, country=country_of_word(inner))
    inner = _LISTED_AS.sub("", inner.strip("“”\"‘’'"))
    parts = [part.strip() for part in re.split(r"\s[-–—]\s|,\s|;\s|\s/\s|:\s", inner) if part.strip()]
    acronym, aliases, country = mention.acronym, list(mention.aliases), mention.country
    for part in parts:
        if is_acronym(part) or re.fullmatch(r"[A-Z][A-Za-z0-9+&-]{1,13}", part):
            acronym = acronym or part
        elif country_of_word(part):
            country = country_of_word(part)
        elif all(is_vietnamese_syllable(word) for word in part.split()) and len(part.split()) < 4 and part[0].isupper():
            continue
        elif re.match(r"[A-Z][\w&.'-]*(?: (?:[A-Z&][\w&.'-]*|of|and|for|the|in))+$", part) and not POST.match(part):
            aliases.append(part)
        else:
            return None
    return replace(mention, acronym=acronym, aliases=tuple(aliases), country=country)


def _read_country(text: str, mention: Mention) -> Mention:
    found = _COUNTRY_TAIL.match(text, mention.end)
    if found is None or (found["dash"] is None and text[mention.end : found.start("country")].strip() == ""):
        return mention
    country = country_of_word(found["country"])
    apposed = found["dash"] or (
        found["comma"] and re.match(r"\s?(?:$|\(|và\s|với\s|ký\s|cùng\s|đã\s)", text[found.end() :][:6])
    )
    if apposed and mention.end == mention.start + len(mention.core):
        core = text[mention.start : found.end()]
        return replace(mention, end=found.end(), tail=found.end(), core=core, country=country)
    return replace(mention, tail=found.end(), country=mention.country or country)


def _read_parent(text: str, words: Words, mention: Mention) -> Mention:
    """Read *- Cục Công nghiệp (Bộ Công Thương)*, *thuộc Sở …*, *, Bộ Công Thương* after a name."""
    link = _PARENT_LINK.match(text, mention.tail)
    if link is None or not mention.head:
        return mention
    at = _word_at(words, link.end())
    size = head_at(words, at) if at is not None else 0
    if at is None or not size:
        return mention
    head = " ".join(words.texts[at : at + size]).casefold()
    said = link.group().strip(" -–—,(")
    apart = link.group().strip()[:1] in {"-", "–", "—"}
    if not said and not _outranks(head, mention.head) and not (apart and _rank(head) == _rank(mention.head)):
        return mention
    last = _extend(text, words, at, size)
    if last < at + size or (apart and _SIGNS_NEXT.match(text, words.ends[last])):
        return mention
    return _join_parent(text, words, mention, (words.starts[at], words.ends[last]), link.group().strip())


def _join_parent(text: str, words: Words, mention: Mention, reach: Range, link: str) -> Mention:
    start, end = reach
    closing = text[end : end + 1] == ")"
    grand = _BRACKET.match(text, end)
    if grand and head_at(words, _word_at(words, grand.start(1)) or 0):
        end = grand.end()
    else:
        further = re.compile(r"\s?[,–-]\s?(Bộ(?:\s[A-ZĐ]\w*){1,5}(?: và [A-ZĐ]\w*(?:\s\w+)?)?)").match(text, end)
        end = further.end() if further else end
    tail = end + 1 if link.startswith("(") and closing else end
    return replace(mention, tail=tail, parent=text[start:end])


def _outranks(parent: str, child: str) -> bool:
    return _rank(parent) < _rank(child)


def _rank(head: str) -> int:
    for level, heads in enumerate(_RANK):
        if head in heads:
            return level
    return 2


def _word_at(words: Words, offset: int) -> int | None:
    low, high = 0, len(words.starts)
    while low < high:
        middle = (low + high) // 2
        if words.starts[middle] < offset:
            low = middle + 1
        else:
            high = middle
    return low if low < len(words.starts) else None


def country_of_word(words: str) -> str | None:
    """Return the country that a word or two name: *Hàn Quốc* → KR."""
    bare = words.strip().replace("Quôc", "Quốc")
    if KOREA.fullmatch(bare):
        return "KR"
    if VIETNAM.fullmatch(bare):
        return "VN"
    return next((code for name, code in OTHER_COUNTRIES if name == bare), None)
