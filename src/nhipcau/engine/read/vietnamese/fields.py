"""A page and an event come in; the ranges in which the text says what the agreement is about go out."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from nhipcau.engine.read.sectors import sectors

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page, Range
    from nhipcau.engine.read.vietnamese.bodies import Bodies
    from nhipcau.engine.read.vietnamese.event import Event
    from nhipcau.engine.read.vietnamese.signing import Signing
    from nhipcau.facts.reading import ActivityRead, SectorRead
    from nhipcau.language.thesaurus import ConceptFound

# Fields of work that many agreements only touch on the way to something else.
_BY_THE_WAY = frozenset(
    [
        "language",
        "intellectual-property",
        "training",
        "trade-investment",
        "research",
        "technology-exchange",
        "industrial-parks",
        "sports",
        "economy",
        "sme",
        "high-tech",
        "education",
        "construction",
    ]
)
_SIDE_FIELDS = _BY_THE_WAY | frozenset(
    [
        "science-technology",
        "labour",
        "culture",
        "local-development",
        "language",
        "public-administration",
        "startup-innovation",
    ]
)
_IN_NAMES = _SIDE_FIELDS | frozenset(["manufacturing"])
_NEED_A_FIELD_WORD = frozenset(
    {
        "xây dựng",
        "môi trường",
        "sản xuất",
        "kinh tế",
        "thương mại",
        "việc làm",
        "nghiên cứu",
        "du lịch",
        "nguồn nhân lực",
    }
)
_FIELD_WORD = re.compile(
    r"(?:ngành|lĩnh vực|công nghiệp|vật liệu|hợp tác|phát triển|bảo vệ|giao lưu|về|đào tạo)\s$", re.IGNORECASE
)
_ABOUT_IT = re.compile(
    r"^\s*(?:[Ss]ự kiện|[Vv]iệc (?:ký|hợp tác)|[Ll]ễ ký|[Tt]h[ỏo]a thuận|[Bb]iên bản|[Bb]ản ghi nhớ|[Hh]ợp tác|"
    r"[Ss]ự hợp tác|MOU)"
    r"[^.\n]{0,160}(?:phát triển|thúc đẩy|lĩnh vực|ngành|góp phần|hợp tác)"
)
_FIELD_BEFORE = re.compile(
    r"(?:ngành|lĩnh vực|nghề|sản xuất|chế biến|trồng|nuôi|cây|về|giống|thợ|viên|vụ|hạt)\s$|[,–-]\s$", re.IGNORECASE
)
# Words of a site, a room or a title that name no field of work: *Báo điện tử*, *khách sạn Melia*, *Cổng thông tin …*.
_FURNITURE = re.compile(
    r"(?:[Bb]áo(?: [A-ZĐ]\S*){0,4}|[Tt]ạp chí(?: [A-ZĐ]\S*){0,4}|[Cc]ổng thông tin|[Tt]rang tin|[Bb]ản tin|[Nn]hà|"
    r"[Cc]huyên trang|[Tt]hời báo)\s(?:điện tử\s)?$"
)
_ROOM = re.compile(r"khách sạn|nhà hàng|bãi biển|hải quan", re.IGNORECASE)
_SAYS_WHAT_FOR = re.compile(r"(?:phát triển|thúc đẩy|góp phần|trong lĩnh vực|nhằm)(?!\w)")
_TRAINS = re.compile("đào tạo|thạc s", re.IGNORECASE)
_FEWEST_TITLE_WORDS = 5
_LONGEST_NAME = 200
_OFTEN = 2


def fields(
    page: Page, known: Bodies, event: Event, promised: tuple[ActivityRead, ...], *, alone: bool
) -> tuple[SectorRead, ...]:
    """Return the sectors of an event: those of its title and sentence first, then those of its promises.

    Where the title or the sentence of the signing names an industry, side fields of the promises (training, investment)
    are the means and no sector; the words of an organisation's name count only where nothing else does.
    """
    main = _main_scopes(page, event, alone=alone)
    clauses = [(item.span.start, item.span.end) for item in promised if item.span]
    usable = tuple(one for one in page.sectors if _counts(page, known, one))
    first = sectors(page, main, usable)
    industry = any(item.code not in _SIDE_FIELDS for item in first)
    later = tuple(one for one in usable if not industry or one.code not in _BY_THE_WAY)
    found = {item.code: item for item in (*first, *_weighed(first, sectors(page, clauses, later), usable))}
    if len(found) > 1:
        found.pop("technology-exchange", None)
    if found.keys() & {"electronics", "automotive", "semiconductors"}:
        found.pop("materials-components", None)  # the components of that industry
    if "training" in found and "education" in found and _TRAINS.search(_quote(found["education"])):
        found.pop("education")
    if not found:
        named = tuple(one for one in page.sectors if _is_plain(page, one))
        names = [(known.best[body].start, known.best[body].end) for body in event.parties]
        found = {item.code: item for item in (sectors(page, [*main, *clauses], named) or sectors(page, names, named))}
    return tuple(found.values())


def _weighed(
    first: tuple[SectorRead, ...], told: tuple[SectorRead, ...], usable: tuple[ConceptFound, ...]
) -> tuple[SectorRead, ...]:
    """Where title or signing name the field, a field that one promise alone touches is none of the agreement."""
    if not first:
        return told
    often = Counter(one.code for one in usable)
    return tuple(item for item in told if often[item.code] >= _OFTEN)


def _quote(item: SectorRead) -> str:
    return item.span.quote if item.span else ""


def _main_scopes(page: Page, event: Event, *, alone: bool) -> list[Range]:
    scopes = [_before_guests(page, signing) for signing in event.signings if not signing.weak]
    for signing in event.signings:
        said = _SAYS_WHAT_FOR.search(page.text, signing.end, signing.sentence[1]) if signing.weak else None
        if said and not re.search("chứng kiến|tham dự", page.quote(signing.sentence)):
            scopes.append((said.start(), signing.sentence[1]))
    if alone:
        title = _title(page)
        scopes += [title] if title else []
        about = (sentence for sentence in page.sentences if _ABOUT_IT.match(page.quote(sentence)))
        scopes += [sentence for sentence in about if "chứng kiến" not in page.quote(sentence)]
    return scopes


def _before_guests(page: Page, signing: Signing) -> Range:
    """Who witnessed or attended, told behind the verb, says nothing about the field."""
    start, end = signing.sentence
    guests = re.compile("chứng kiến|tham dự|sự tham gia").search(page.text, signing.end, end)
    return start, guests.start() if guests else end


def _title(page: Page) -> Range | None:
    """Return the first line that is long enough for a title and is no path of a site (*Kinh tế > Công nghiệp*)."""
    for sentence in page.sentences[:4]:
        words = page.quote(sentence)
        if len(words.split()) >= _FEWEST_TITLE_WORDS and not re.search(r"[>|»]", words) and not words.isupper():
            return sentence
    return None


def _is_plain(page: Page, concept: ConceptFound) -> bool:
    """One syllable with a capital is a name: *Hàn* the country, not the craft of welding."""
    words = page.text[concept.start : concept.end]
    if page.text.startswith(" Quốc", concept.end) or _FURNITURE.search(page.text[: concept.start][-40:]):
        return False
    if _ROOM.fullmatch(words) and re.match(r"\s[A-ZĐ]", page.text[concept.end : concept.end + 2]):
        return False
    if " " in words or "-" in words:
        return True
    if words[:1].isupper():
        around = page.text[max(0, concept.start - 6) : concept.start] + page.text[concept.end : concept.end + 6]
        return words.isupper() and not any(char.isupper() for char in around)
    return _FIELD_BEFORE.search(page.text[max(0, concept.start - 14) : concept.start]) is not None


def _counts(page: Page, known: Bodies, concept: ConceptFound) -> bool:
    """Leave out side fields in names of bodies and words that name a field only after *ngành*, *lĩnh vực*."""
    around = (known.mentions[at] for at in known.within((concept.start - _LONGEST_NAME, concept.start + 1)))
    inside = any(concept.end <= mention.tail for mention in around)
    if inside and concept.code in _IN_NAMES:
        return False
    if not _is_plain(page, concept):
        return False
    words = page.text[concept.start : concept.end].casefold()
    return (
        words not in _NEED_A_FIELD_WORD
        or _FIELD_WORD.search(page.text[max(0, concept.start - 16) : concept.start]) is not None
    )
