"""A body comes in; its name, address, place and people as one source writes them go out."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.register.bodies import Address, Body, Brand, Person
from benchmarks.register.slips import one_word_in_telex, plain, typing_slip

_FORMS_VI = {
    "ltd": ("Công ty TNHH", "Công ty TNHH", "Cty TNHH", "Công ty Trách nhiệm hữu hạn", "C.ty TNHH", "CT TNHH"),
    "one": ("Công ty TNHH MTV", "Công ty TNHH Một thành viên", "Cty TNHH 1TV", "Công ty TNHH"),
    "jsc": ("Công ty Cổ phần", "Công ty CP", "CTCP", "Cty CP", "Cty Cổ phần"),
    "private": ("Doanh nghiệp tư nhân", "DNTN", "DN tư nhân"),
}
_FORMS_EN = {
    "ltd": ("Co., Ltd.", "Co., Ltd", "CO.,LTD", "Company Limited", "Co Ltd", "Limited"),
    "one": ("One Member Co., Ltd", "Co., Ltd", "MTV Co., Ltd.", "Single Member Limited Liability Company"),
    "jsc": ("JSC", "Joint Stock Company", "., JSC", "J.S.C", "Corp."),
    "private": ("Private Enterprise", "PTE"),
}
_FORMS_ABROAD = ("Co., Ltd.", "Co., Ltd", "Corp.", "Corporation", "Inc.", "CO., LTD.")
_TAILS_EN = {"Miền Nam": "Southern", "Miền Bắc": "Northern", "Quốc tế": "International", "Mới": "New"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """How a kind of list writes bodies: which columns it has, in which languages, how carelessly."""

    name: str
    share: float
    identifier: float
    address: float
    phone: float
    domain: float
    people: float
    languages: tuple[float, float, float]  # the country's own, English (or Vietnamese of Koreans), two at once
    sloppy: float


SOURCES = (
    Source(
        name="tax office", share=0.25, identifier=0.97, address=0.9, phone=0.25, domain=0.0, people=0.85,
        languages=(0.95, 0.02, 0.03), sloppy=0.04,
    ),
    Source(
        name="chamber", share=0.2, identifier=0.4, address=0.75, phone=0.85, domain=0.6, people=0.5,
        languages=(0.3, 0.3, 0.4), sloppy=0.08,
    ),
    Source(
        name="trade fair", share=0.12, identifier=0.12, address=0.35, phone=0.6, domain=0.75, people=0.3,
        languages=(0.15, 0.7, 0.15), sloppy=0.1,
    ),
    Source(
        name="investment agency", share=0.15, identifier=0.85, address=0.8, phone=0.3, domain=0.1, people=0.6,
        languages=(0.3, 0.1, 0.6), sloppy=0.05,
    ),
    Source(
        name="spreadsheet of an office", share=0.2, identifier=0.62, address=0.6, phone=0.6, domain=0.3, people=0.5,
        languages=(0.6, 0.3, 0.1), sloppy=0.25,
    ),
    Source(
        name="newspaper", share=0.08, identifier=0.03, address=0.06, phone=0.02, domain=0.05, people=0.35,
        languages=(0.6, 0.4, 0.0), sloppy=0.1,
    ),
)  # fmt: skip


def names(draw: Random, body: Body, source: Source) -> tuple[str, str]:
    """Write the name, or two names parted by a bar, and the language of the first."""
    own = "ko" if body.country == "KR" else "vi"
    abroad = "en" if own == "vi" or draw.random() < 0.75 else "vi"
    brand = body.former if body.former and draw.random() < 0.4 else body.brand
    way = draw.random()
    first, both = source.languages[0], source.languages[0] + source.languages[1]
    if way < first:
        return _name(draw, body, brand, own, source), own
    if way < both:
        return _name(draw, body, brand, abroad, source), abroad
    if body.sort == "overseas" and draw.random() < 0.5:
        abroad = "ko"
    return f"{_name(draw, body, brand, own, source)} | {_name(draw, body, brand, abroad, source)}", own


def _name(draw: Random, body: Body, brand: Brand, language: str, source: Source) -> str:
    if body.template:
        written = _public_name(draw, body, language)
    elif language == "ko" and brand.ko:
        written = _korean_name(draw, body, brand, source)
    elif language == "vi":
        written = _vietnamese_name(draw, body, brand, source)
    else:
        written = _english_name(draw, body, brand, source)
    return _carelessly(draw, written, language, source)


def _public_name(draw: Random, body: Body, language: str) -> str:
    template = body.template
    if template is None:
        raise ValueError(body.key)
    english = plain(draw.choice(body.brand.en)) if draw.random() < 0.4 else plain(body.brand.en[0])
    if language == "ko" and template.ko:
        return template.ko.format(ko=body.brand.ko)
    if language == "vi":
        return _of_a_city(template.vi.format(vi=body.brand.vi, en=english))
    written = template.en.format(en=english)
    return f"{written} ({template.acronym})" if template.acronym and draw.random() < 0.1 else written


def _of_a_city(text: str) -> str:
    for city in ("Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ"):
        text = text.replace(f"tỉnh {city}", f"thành phố {city}")
    return text.replace("tỉnh TP.", "TP.")


def _vietnamese_name(draw: Random, body: Body, brand: Brand, source: Source) -> str:
    foreign = body.sort != "vietnamese"
    own = _romanised(draw, brand) if foreign else brand.vi
    trade = draw.choice(body.trade.en) if foreign and draw.random() < 0.5 else body.trade.vi
    head = "" if _drops_form(draw, source) else draw.choice(_FORMS_VI[body.form]) + " "
    activity = body.activity[0]
    if activity == "Thương mại và Dịch vụ":
        activity = draw.choice((activity, "TM & DV", "TM và DV", "Thương mại Dịch vụ", "TMDV"))
    middle = f"{own} {trade}" if foreign and trade != body.trade.vi else f"{activity} {trade} {own}"
    tail = " ".join(filter(None, (_overseas(draw, body, "vi"), body.tail)))
    if tail.isdigit():
        tail = draw.choice((f"số {tail}", tail))
    written = " ".join(f"{head}{middle} {tail}".split())
    if body.branch and body.tail_in_name:
        place = body.address.place.name
        return f"{draw.choice(('Chi nhánh', 'CN'))} {written}" + draw.choice(("", f" tại {place}", f" - {place}"))
    return written


def _english_name(draw: Random, body: Body, brand: Brand, source: Source) -> str:
    own = _romanised(draw, brand)
    trade = body.trade.en[0] if draw.random() < 0.8 else draw.choice(body.trade.en)
    if draw.random() < 0.05:
        trade = ""  # the firm is known by its brand alone
    tail = " ".join(filter(None, (_overseas(draw, body, "en"), plain(_TAILS_EN.get(body.tail, body.tail)))))
    form = draw.choice(_FORMS_ABROAD if body.country == "KR" else _FORMS_EN[body.form])
    end = "" if _drops_form(draw, source) else form
    written = " ".join(f"{own} {body.activity[1]} {trade} {tail} {end}".split()).replace(" .,", ",")
    if body.branch and body.tail_in_name:
        return f"{written} - {plain(body.address.place.english[0])} Branch"
    return written


def _korean_name(draw: Random, body: Body, brand: Brand, source: Source) -> str:
    tail = _overseas(draw, body, "ko") or body.tail
    core = brand.ko + body.trade.ko + ("" if not tail else draw.choice(("", " ")) + tail)
    if body.branch and body.tail_in_name:
        core += f" {body.address.place.other if body.country == 'KR' else plain(body.address.place.name)}지점"
    if _drops_form(draw, source):
        return core
    if body.form == "ltd" and body.key % 4 == 0:
        return draw.choice((f"유한회사 {core}", f"(유){core}", f"{core} 유한회사"))
    ways = (
        f"(주){core}",
        f"㈜{core}",
        f"주식회사 {core}",
        f"{core}(주)",
        f"{core} 주식회사",
        f"{core}㈜",
        f"(주) {core}",
    )
    return draw.choice(ways)


def _romanised(draw: Random, brand: Brand) -> str:
    if not brand.en:
        return plain(brand.vi)
    return brand.en[0] if draw.random() < 0.75 else draw.choice(brand.en)


def _overseas(draw: Random, body: Body, language: str) -> str:
    if body.sort != "overseas":
        return ""
    vina = ("Vina", "Vina", "Việt Nam")[body.key % 3]
    if language == "ko":
        return "비나" if vina == "Vina" else draw.choice(("베트남", "베트남법인", "비엣남"))
    return plain(vina) if language == "en" and draw.random() < 0.7 else vina


def _drops_form(draw: Random, source: Source) -> bool:
    return draw.random() < (0.02 if source.name == "tax office" else 0.7 if source.name == "newspaper" else 0.15)


def _carelessly(draw: Random, text: str, language: str, source: Source) -> str:
    if language == "vi" and draw.random() < source.sloppy:
        text = plain(text) if draw.random() < 0.8 else one_word_in_telex(draw, text)
    if draw.random() < source.sloppy * 0.35:
        text = typing_slip(draw, text)
    if language != "ko" and draw.random() < (0.6 if source.name == "tax office" else 0.12):
        text = text.upper()
    if language == "ko" and draw.random() < source.sloppy:
        text = text.replace(" ", "")
    return text


def address(draw: Random, where: Address, language: str, source: Source) -> str:
    """Write an address in the manner of the language of the record."""
    written = _korean_address(draw, where, language) if where.korean_street else _vietnamese_address(draw, where)
    if language == "en" or (language == "vi" and draw.random() < source.sloppy):
        written = plain(written)
    return typing_slip(draw, written) if draw.random() < source.sloppy * 0.3 else written


def _korean_address(draw: Random, where: Address, language: str) -> str:
    place = where.place
    if language == "ko":
        region = place.name if draw.random() < 0.7 else place.other
        return f"{region} {where.ward_korean}구 {where.korean_street}로 {where.house}"
    region = place.english[0] if draw.random() < 0.8 else draw.choice(place.english)
    ending = draw.choice(("", ", Korea", ", Republic of Korea"))
    return f"{where.house}, {where.street}-ro, {where.ward}-gu, {region}{ending}"


def _vietnamese_address(draw: Random, where: Address) -> str:
    place = where.place.name if draw.random() < 0.75 else where.place.other
    if where.zone:
        zone = draw.choice(("KCN", "Khu công nghiệp", "Khu CN"))
        return f"{draw.choice(('Lô', 'Lô đất số', 'Lot'))} {where.house}, {zone} {where.street}, {place}"
    house = draw.choice(("Số ", "", "", "số nhà ")) + where.house
    street = draw.choice((" đường ", " ", ", ", " phố ")) + where.street
    ward = draw.choice((f", phường {where.ward}", f", P. {where.ward}", f", P.{where.ward}", ""))
    return f"{house}{street}{ward}, {place}"


def place(draw: Random, where: Address, language: str) -> str:
    """Write the province or city, by its name, its name since the mergers or its code."""
    way = draw.random()
    if way < 0.08:
        return where.place.code
    if language == "en":
        return plain(draw.choice(where.place.english) if way < 0.3 else where.place.english[0])
    if language == "vi" and where.korean_street:
        return where.place.english[0]
    return where.place.other if way < 0.25 else where.place.name


def person(draw: Random, who: Person, language: str, source: Source) -> str:
    """Write the name of the person who represents the body."""
    if language == "en" or (language == "vi" and not who.own.isascii() and ord(who.own[0]) > 0xAC00):
        written = draw.choice(who.latin)
    else:
        written = who.own if language != "vi" or draw.random() > source.sloppy else plain(who.own)
    return typing_slip(draw, written) if draw.random() < source.sloppy * 0.2 else written
