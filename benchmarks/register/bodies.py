"""A seed and a number come in; the body of that number, as it really is, goes out. The same number, the same body."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from benchmarks.register.inventory import BODIES, KOREA, VIETNAM, Inventory, Place, Syllable, Template, Trade
from benchmarks.register.numbers import tax_code, telephone
from benchmarks.register.slips import plain

_COPIES = 256  # at most so many records of one body
_RELATED_EVERY = 12
_PUBLIC_EVERY = 16
_ACTIVITIES = (
    ("", ""),
    ("Sản xuất", "Manufacturing"),
    ("Thương mại và Dịch vụ", "Trading and Service"),
    ("Thương mại", "Trading"),
    ("Đầu tư", "Investment"),
    ("Xuất nhập khẩu", "Import Export"),
    ("Phát triển", "Development"),
)
_TAILS = ("1", "2", "3", "Miền Nam", "Miền Bắc", "Quốc tế", "Mới", "Group")

_PUBLIC = [(template, place) for template in BODIES for place in (KOREA if template.country == "KR" else VIETNAM)]


@dataclass(slots=True, kw_only=True)
class Brand:
    """The part of a name that is the firm's own: in Vietnamese or Latin letters, in Hangul, romanised ways."""

    vi: str
    ko: str = ""
    en: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Address:
    """Where a body is: a house of a street or a plot of an industrial zone."""

    place: Place
    house: str
    street: str
    korean_street: str = ""
    zone: bool = False
    ward: str = ""
    ward_korean: str = ""


@dataclass(slots=True, kw_only=True)
class Person:
    """Who represents a body: in the own script and romanised ways."""

    own: str
    latin: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Body:
    """One organisation of the made-up world; ``sort`` is vietnamese, korean, overseas (Korean in Vietnam) or public."""

    key: int
    sort: str
    kind: str
    country: str
    form: str
    brand: Brand
    trade: Trade
    activity: tuple[str, str]
    tail: str
    address: Address
    before: Address | None
    tax: str
    phone: str
    domain: str
    mail_only: bool
    person: Person
    former: Brand | None = None
    template: Template | None = None
    branch: bool = False
    tail_in_name: bool = True


def generator(seed: int, key: int, copy: int) -> Random:
    """Return the random generator of one copy of one body (copy 0 is the body itself)."""
    return Random((seed * 10**9 + key) * _COPIES + copy)


def body(seed: int, key: int, world: Inventory) -> Body:
    """Return the body of a number."""
    draw = generator(seed, key, 0)
    if key % _RELATED_EVERY == _RELATED_EVERY - 1:
        return _related(draw, body(seed, key - 1, world), key, world)
    if key % _PUBLIC_EVERY == 5 and key // _PUBLIC_EVERY < len(_PUBLIC):
        return _public_body(draw, key, world)
    return _firm(draw, key, world)


def _skewed(draw: Random, count: int, power: float = 1.7) -> int:
    return int(count * draw.random() ** power)


def _firm(draw: Random, key: int, world: Inventory) -> Body:
    chance = draw.random()
    sort = "vietnamese" if chance < 0.52 else "korean" if chance < 0.82 else "overseas"
    country = "KR" if sort == "korean" else "VN"
    brand = _brand(draw, sort, world)
    address = _address(draw, country, world)
    return Body(
        key=key,
        sort=sort,
        kind="company",
        country=country,
        form=draw.choices(("ltd", "one", "jsc", "private"), (50, 18, 28, 4))[0],
        brand=brand,
        former=_brand(draw, sort, world) if draw.random() < 0.04 else None,
        trade=world.trades[_skewed(draw, len(world.trades))],
        activity=_ACTIVITIES[_skewed(draw, len(_ACTIVITIES), 2.5)] if sort == "vietnamese" else _ACTIVITIES[0],
        tail=draw.choice((*_TAILS, address.place.name)) if draw.random() < 0.07 else "",
        address=address,
        before=_address(draw, country, world, address.place) if draw.random() < 0.08 else None,
        tax=tax_code(draw, country),
        phone=_phone(draw, country, address.place),
        domain=_domain(draw, brand, country),
        mail_only=draw.random() < 0.12,
        person=_person(draw, country if sort != "overseas" else "KR", world),
    )


def _brand(draw: Random, sort: str, world: Inventory) -> Brand:
    if draw.random() < 0.06:
        word = draw.choice(world.english) + draw.choice(("", "", " " + draw.choice(world.english)))
        return Brand(vi=word, en=(word,))
    if sort == "vietnamese":
        words = [world.vietnamese[_skewed(draw, len(world.vietnamese))] for _ in range(2 + (draw.random() < 0.12))]
        name = " ".join(words)
        return Brand(vi=name, en=(plain(name), plain("".join(words))))
    syllables = [world.korean[_skewed(draw, len(world.korean))] for _ in range(2 + (draw.random() < 0.2))]
    return _korean_brand(draw, syllables)


def _korean_brand(draw: Random, syllables: list[Syllable]) -> Brand:
    ways = tuple("".join(draw.choice(syllable.en) for syllable in syllables).capitalize() for _ in range(3))
    return Brand(vi=ways[0], ko="".join(syllable.ko for syllable in syllables), en=ways)


def _address(draw: Random, country: str, world: Inventory, near: Place | None = None) -> Address:
    places = KOREA if country == "KR" else VIETNAM
    place = near if near and draw.random() < 0.8 else places[_skewed(draw, len(places))]
    if country == "KR":
        road, ward = (_korean_brand(draw, [draw.choice(world.korean) for _ in range(2)]) for _ in range(2))
        house = str(draw.randrange(1, 400))
        return Address(
            place=place, house=house, street=road.vi, korean_street=road.ko, ward=ward.vi, ward_korean=ward.ko
        )
    if draw.random() < 0.3:
        plot = f"{draw.choice('ABCDEKN')}{draw.randrange(1, 40)}"
        return Address(place=place, house=plot, street=draw.choice(world.zones), zone=True)
    house = f"{draw.randrange(1, 500)}{draw.choice(('', '', '', 'A', 'B', '/12'))}"
    named = f"{draw.choice(world.vietnamese)} {draw.choice(world.vietnamese)}"
    number = str(draw.randrange(1, 15))
    quarter = draw.choice((number, named))
    return Address(place=place, house=house, street=draw.choice(world.streets), ward=quarter)


def _phone(draw: Random, country: str, place: Place) -> str:
    if draw.random() < 0.04:  # the number of a bookkeeper who files for hundreds of firms
        return telephone(Random(f"{place.code}{draw.randrange(6)}"), country, place.area)
    return telephone(draw, country, place.area)


def _domain(draw: Random, brand: Brand, country: str) -> str:
    root = plain(brand.en[0] if brand.en else brand.vi).lower().replace(" ", "")
    middle = draw.choice(("", "", "vn", "group", "-corp", str(draw.randrange(1, 99)), "tech", "co"))
    return root + middle + draw.choice((".co.kr", ".com", ".kr") if country == "KR" else (".com.vn", ".vn", ".com"))


def _person(draw: Random, country: str, world: Inventory) -> Person:
    if country == "KR":
        surname = world.korean_surnames[_skewed(draw, len(world.korean_surnames))]
        given = [draw.choice(world.korean_given) for _ in range(2)]
        ways = []
        for _ in range(3):
            first, second = (draw.choice(syllable.en) for syllable in given)
            joined = draw.choice((f"{first.capitalize()} {second.capitalize()}", f"{first}-{second}".capitalize()))
            family = draw.choice(surname.en).capitalize()
            ways.append(draw.choice((f"{family} {joined}", f"{joined} {family}", f"{family.upper()} {joined}")))
        return Person(own=surname.ko + "".join(syllable.ko for syllable in given), latin=tuple(ways))
    surname_vi = world.surnames[_skewed(draw, len(world.surnames))]
    name = f"{surname_vi} {draw.choice(world.given)} {draw.choice(world.given)}"
    return Person(own=name, latin=(plain(name), name.upper()))


def _related(draw: Random, base: Body, key: int, world: Inventory) -> Body:
    """Return a body that is easily taken for its neighbour: branch, subsidiary, same owner or mere namesake."""
    fresh = _firm(draw, key, world)
    if fresh.country != base.country or base.template:
        return fresh
    chance = draw.random()
    if chance < 0.35:
        return _branch(draw, base, fresh)
    if chance < 0.6:  # a subsidiary: another tail, often the same switchboard and web site
        tail = fresh.tail or fresh.address.place.name
        shared = replace(fresh, brand=base.brand, former=None, trade=base.trade, activity=base.activity, tail=tail)
        return replace(
            shared,
            phone=base.phone if draw.random() < 0.6 else fresh.phone,
            domain=base.domain if draw.random() < 0.7 else fresh.domain,
        )
    if chance < 0.8:  # another firm of the same owner in the same house
        return replace(fresh, address=base.address, before=None, person=base.person, phone=base.phone)
    address = replace(fresh.address, place=base.address.place)  # a namesake of the same trade and province
    return replace(
        fresh, brand=base.brand, former=None, trade=base.trade, activity=base.activity, tail=base.tail, address=address
    )


def _branch(draw: Random, base: Body, fresh: Body) -> Body:
    tax = f"{base.tax[:10]}{draw.randrange(1, 20):03d}" if base.country == "VN" else fresh.tax
    return replace(
        base,
        key=fresh.key,
        branch=True,
        tax=tax,
        address=fresh.address,
        before=None,
        person=fresh.person,
        phone=base.phone if draw.random() < 0.3 else fresh.phone,
        tail_in_name=draw.random() < 0.7,
        form=base.form,
    )


def _public_body(draw: Random, key: int, world: Inventory) -> Body:
    template, place = _PUBLIC[key // _PUBLIC_EVERY]
    fresh = _firm(draw, key, world)
    country = template.country
    root = plain(place.english[0]).lower().replace(" ", "").replace(".", "")
    label = template.acronym.lower().replace(" ", "") or template.kind[:3]
    address = replace(_address(draw, country, world), place=place)
    return replace(
        fresh,
        sort="public",
        kind=template.kind,
        country=country,
        template=template,
        brand=Brand(vi=place.name, ko=place.other, en=place.english),
        former=None,
        address=address,
        before=None,
        tax=tax_code(draw, country),
        phone=telephone(draw, country, place.area),
        domain=f"{label}.{root}.{'go.kr' if country == 'KR' else 'gov.vn'}",
        mail_only=False,
        person=_person(draw, country, world),
    )
