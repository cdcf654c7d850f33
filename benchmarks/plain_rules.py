"""The peer of the reader: a text comes in, what a handful of plain rules without any gazetteer finds goes out."""

from __future__ import annotations

import re

Json = dict[str, object]

_SIGNED = re.compile(
    r"ký kết|lễ ký|đã ký|ký biên bản|trao đổi biên bản|체결|협약식|양해각서를 교환|signed|inked|signing ceremony",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"sẽ ký|dự kiến ký|chuẩn bị ký|체결할 (?:예정|계획)|will sign|set to sign|plans? to sign", re.IGNORECASE
)
_BETWEEN = (
    re.compile(r"giữa (?P<a>[^.;\n]{4,120}?) và (?P<b>[^.;,\n]{4,120})"),
    re.compile(r"(?P<a>[\w()㈜·]{3,30})(?:은|는|이|가)[^.\n]{0,40}?(?P<b>[\w()㈜·]{3,30})(?:와|과) "),
    re.compile(r"between (?P<a>[^.;\n]{4,120}?) and (?P<b>[^.;,\n]{4,120})"),
    re.compile(r"(?P<a>[A-Z][\w&' -]{3,80}) signed [^.\n]{0,60}? with (?:the )?(?P<b>[A-Z][\w&' -]{3,80})"),
)
_PERSON = re.compile(
    r"(?:[Ôô]ng|[Bb]à|[Nn]gài|TS\.|Mr\.?|Ms\.?|Dr\.) (?P<v>(?:[A-ZĐÀ-Ỹ]\w+ ?){2,4})"
    r"|(?P<k>[가-힣]{3}) ?(?:원장|총장|회장|대표|장관|시장|이사장)"
)
_DATE = re.compile(
    r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>20\d\d)|(?P<ky>20\d\d)년 ?(?P<km>\d{1,2})월 ?(?P<kd>\d{1,2})일"
)
_FIGURE = re.compile(r"(?P<n>\d[\d.,]*)\s*(?P<u>%|tỷ USD|triệu USD|doanh nghiệp|dự án|명|개|만 달러|million|billion)")
_ACT = re.compile(r"(?P<t>Nghị quyết|Quyết định|Nghị định|Luật)(?: số)? (?P<n>\d+(?:/\d{4})?/[A-ZĐ][A-ZĐ-]*)")
_SECTORS = {
    "ô tô|자동차|automotive": "automotive",
    "điện tử|전자|electronics": "electronics",
    "bán dẫn|반도체|semiconductor": "semiconductors",
    "giáo dục|교육|education": "education",
    "vật liệu|소재|materials": "materials",
    "nông nghiệp|농업|agricultur": "agriculture",
    "năng lượng|에너지|energy": "energy",
}
_ACTIVITIES = {
    "đào tạo[^,.;]*|인력 양성|training[^,.;]*": "training",
    "chuyển giao công nghệ[^,.;]*|기술 ?이전|technology transfer[^,.;]*": "tech-transfer",
    "trao đổi chuyên gia|전문가 교류|exchange of experts": "expert-exchange",
    "공동 ?연구|nghiên cứu chung|joint research[^,.;]*": "joint-research",
}
_SCALES = {"tỷ USD": 1e9, "triệu USD": 1e6, "만 달러": 1e4, "million": 1e6, "billion": 1e9}


def read(text: str, identifier: str) -> Json:
    """Read a text with plain rules, in the shape of the scorer."""
    signed = _SIGNED.search(text)
    planned = _PLANNED.search(text)
    found = [_agreement(text, signed)] if signed and not planned else []
    return {"id": identifier, "agreements": found, "figures": _figures(text), "legal_acts": _acts(text)}


def _span(text: str, start: int, end: int) -> Json:
    return {"start": start, "end": end, "quote": text[start:end]}


def _agreement(text: str, signed: re.Match[str]) -> Json:
    return {
        "type": "MOU",
        "status": "signed",
        "evidence": _span(text, *signed.span()),
        "parties": _parties(text),
        "people": [
            {"name": (match["v"] or match["k"]).strip(), "function": "attendee", "span": _span(text, *match.span())}
            for match in _PERSON.finditer(text)
        ],
        "witnesses": [],
        "date": _date(text),
        "sectors": _coded(text, _SECTORS),
        "activities": [{**item, "strength": "commitment"} for item in _coded(text, _ACTIVITIES)],
    }


def _parties(text: str) -> list[Json]:
    for pattern in _BETWEEN:
        match = pattern.search(text)
        if match:
            return [{"name": match[side].strip(), "span": _span(text, *match.span(side))} for side in "ab"]
    return []


def _date(text: str) -> Json:
    match = _DATE.search(text)
    if not match:
        return {"value": None, "precision": "none", "span": None}
    year, month, day = match["y"] or match["ky"], match["m"] or match["km"], match["d"] or match["kd"]
    return {
        "value": f"{year}-{int(month):02}-{int(day):02}",
        "precision": "day",
        "span": _span(text, *match.span()),
    }


def _coded(text: str, table: dict[str, str]) -> list[Json]:
    return [
        {"code": code, "span": _span(text, *match.span())}
        for words, code in table.items()
        for match in [re.search(words, text, re.IGNORECASE)]
        if match
    ]


def _figures(text: str) -> list[Json]:
    return [
        {
            "value": _number(match["n"]) * _SCALES.get(match["u"], 1),
            "unit": "USD" if match["u"] in _SCALES else match["u"],
            "what": "",
            "role": "context",
            "span": _span(text, *match.span()),
        }
        for match in _FIGURE.finditer(text)
    ]


def _number(digits: str) -> float:
    plain = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", digits).replace(",", ".").rstrip(".")
    return float(plain) if plain.count(".") < 2 else 0.0


def _acts(text: str) -> list[Json]:
    return [
        {"type": match["t"], "number": match["n"], "span": _span(text, *match.span())} for match in _ACT.finditer(text)
    ]
