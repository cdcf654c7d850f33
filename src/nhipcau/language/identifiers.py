"""A number as a source wrote it comes in; the identifier in canonical form, and what is wrong with it, go out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from nhipcau.facts.organisation import Identifier
from nhipcau.language.domains import canonical_domain
from nhipcau.language.phones import canonical_phone
from nhipcau.language.text import fold

__all__ = ["canonical_domain", "canonical_phone", "check_identifier", "read_identifier"]

VN_TAX: Final = "VN-MST"
KR_BUSINESS: Final = "KR-BRN"
KR_CORPORATE: Final = "KR-CRN"
LEI: Final = "LEI"
_OWN: Final = "own"
_SCHEMES: Final = frozenset([VN_TAX, KR_BUSINESS, KR_CORPORATE, LEI])
_LONGEST: Final = 120

# What stands before a number, or heads its column.
_LABELS: Final[Mapping[str, str]] = {
    "".join(fold(label).split()): scheme
    for scheme, labels in {
        VN_TAX: "VN-MST|MST|mã số thuế|mã số doanh nghiệp|MSDN|mã số|tax code|tax id|베트남세금코드",
        KR_BUSINESS: "KR-BRN|BRN|사업자등록번호|사업자번호|business registration number|business registration no",
        KR_CORPORATE: "KR-CRN|CRN|법인등록번호|법인번호|corporate registration number|corporate registration no",
        LEI: "LEI|LEI code|mã LEI|legal entity identifier",
    }.items()
    for label in labels.split("|")
}
_LABELLED: Final = re.compile(r"([^0-9]*[^\W\d_])[^\w]*([0-9].*)", re.DOTALL)
_BLANKS: Final = dict.fromkeys(map(ord, " '\t"))
_PUNCTUATION: Final = dict.fromkeys(map(ord, " '\t.-_/"))
_BETWEEN: Final = re.compile(r"[\W_]+")
_DASHES: Final = re.compile(r"\s*[\u2010-\u2015\u2212-]\s*")
_FLOAT: Final = re.compile(r"'?([0-9]{9,13})[.,]0{1,2}")
_BUSINESS_SHAPE: Final = re.compile(r"[0-9]{3}-[0-9]{2}-[0-9]{5}")
_CORPORATE_SHAPE: Final = re.compile(r"[0-9]{6}-[0-9]{7}")
_LEI_SHAPE: Final = re.compile(r"[0-9A-Z]{18}[0-9]{2}")
# A household business has carried its owner's personal number as its tax code since July 2025: province 001 to 096,
# no check digit.
_PERSONAL_SHAPE: Final = re.compile(r"0(?:0[1-9]|[1-8][0-9]|9[0-6])[0-9]{9}")
# ISO 7064 counts A as 10 and Z as 35.
_LETTERS_AS_NUMBERS: Final = {ord("A") + index: str(10 + index) for index in range(26)}


def read_identifier(text: str, country: str | None = None, scheme: str | None = None) -> Identifier | None:
    """Return the identifier that ``text`` writes; None where nobody can say what kind of number it is.

    ``country`` is ISO 3166-1 alpha-2. A ``scheme`` that is given ("VN-MST", or a label such as "MST") is believed;
    "own:<source>" takes any text. A number with a wrong check digit is read all the same: ``check_identifier`` tells.
    """
    if len(text) > _LONGEST:
        return None
    if scheme is not None:
        return _of_scheme(text, scheme)
    bare = text.translate(_PUNCTUATION)
    if bare.isascii() and bare.isdigit() and not text.endswith((".0", ".00")):
        return _by_length(bare, text.translate(_BLANKS), country)
    written = unicodedata.normalize("NFKC", text)
    labelled = _LABELLED.fullmatch(written.strip())
    if labelled and (known := _LABELS.get(_label(labelled[1]))):
        return _of_scheme(labelled[2], known)
    compact = _compact(written)
    if not compact.isdigit():
        return Identifier(LEI, compact) if _LEI_SHAPE.fullmatch(compact) else None
    return _by_length(compact, _DASHES.sub("-", written.strip(" '’`\t")), country)


def check_identifier(identifier: Identifier) -> str | None:
    """Return what is wrong: "length", "characters" or "check-digit"; None where nothing is or no rule is known."""
    check = _CHECKS.get(identifier.scheme)
    return check(identifier.value) if check else None


def _of_scheme(text: str, scheme: str) -> Identifier | None:
    if scheme.startswith(_OWN) and scheme[3:4] in (":", ""):
        return _own(text, scheme)
    if scheme not in _SCHEMES:
        scheme = _LABELS.get(_label(scheme), "")
    if not scheme:
        return None
    compact = text if text.isascii() and text.isdigit() else _compact(unicodedata.normalize("NFKC", text))
    if not any(map(str.isdigit, compact)):
        return None
    return Identifier(scheme, _tax_code(compact) if scheme == VN_TAX else compact)


def _own(text: str, scheme: str) -> Identifier | None:
    """Return a source's own number; where "own" stands alone the text opens with the source: "moit:17"."""
    value = " ".join(text.split()).lstrip("'")
    if scheme == _OWN:
        source, _, value = value.partition(":")
        scheme = f"{_OWN}:{source.strip()}" if source.strip() else ""
    value = value.strip()
    return Identifier(scheme, value) if value and len(scheme) > len(_OWN) + 1 else None


def _label(written: str) -> str:
    return "".join(fold(written).strip(" .:#").split())


def _compact(written: str) -> str:
    """Return letters and ASCII digits alone, without the apostrophe and the decimal zero of a spreadsheet."""
    real = _FLOAT.fullmatch(written.strip())
    if real:
        return real[1]
    compact = _BETWEEN.sub("", written).upper()
    return compact if compact.isascii() else ""


def _by_length(digits: str, shape: str, country: str | None) -> Identifier | None:
    length = len(digits)
    if length == 20:
        return Identifier(LEI, digits)
    if country not in (None, "", "VN", "KR"):
        return None
    if length == 10:
        return Identifier(_of_ten(digits, shape, country), digits)
    if length == 13:
        scheme = _of_thirteen(digits, shape, country)
        return Identifier(scheme, _tax_code(digits) if scheme == VN_TAX else digits)
    if country == "KR":
        return None
    restored = _tax_code(digits)
    if restored != digits or (country == "VN" and _PERSONAL_SHAPE.fullmatch(digits)):
        return Identifier(VN_TAX, restored)
    return None


def _of_ten(digits: str, shape: str, country: str | None) -> str:
    """Return whose number ten digits are; Korean ones open with no nought, and nobody else writes 123-45-67890."""
    vietnamese = _tax_code_fits(digits)
    korean = digits[0] != "0" and _business_number_fits(digits)
    if country == "KR":
        return VN_TAX if vietnamese and digits[0] == "0" else KR_BUSINESS
    if _BUSINESS_SHAPE.fullmatch(shape):
        return KR_BUSINESS if korean or not country else VN_TAX
    return KR_BUSINESS if korean and not vietnamese and not country else VN_TAX


def _of_thirteen(digits: str, shape: str, country: str | None) -> str:
    """Return whether thirteen digits are a branch's tax code or a Korean corporation's number."""
    vietnamese = _tax_code_fits(digits)
    korean = digits[0] != "0" and _corporate_number_fits(digits)
    if country == "KR":
        return VN_TAX if vietnamese and digits[0] == "0" else KR_CORPORATE
    if _CORPORATE_SHAPE.fullmatch(shape):
        return KR_CORPORATE if korean or not country else VN_TAX
    if country or vietnamese or shape[10:11] == "-" or digits[0] == "0":
        return VN_TAX
    return KR_CORPORATE


def _tax_code(digits: str) -> str:
    """Return a tax code as its office writes it: "0101234560", a branch "0101234560-001".

    A spreadsheet eats a leading nought: it comes back where the check digit then fits.
    """
    if len(digits) in (9, 12) and digits[0] != "0" and digits.isdigit() and _tax_code_fits("0" + digits):
        digits = "0" + digits
    return f"{digits[:10]}-{digits[10:]}" if len(digits) == 13 and digits.isdigit() else digits


def _tax_code_fits(digits: str) -> bool:
    # A digit's byte is its value + 48: 7056 is 48 times the sum of the weights. No code has the check digit 10.
    a, b, c, d, e, f, g, h, i, check = digits[:10].encode()
    total = 31 * a + 29 * b + 23 * c + 19 * d + 17 * e + 13 * f + 7 * g + 5 * h + 3 * i - 7056
    return 10 - total % 11 == check - 48


def _business_number_fits(digits: str) -> bool:
    # 1728 is 48 times the sum of the weights; the tens of the last product count once more.
    a, b, c, d, e, f, g, h, i, check = digits.encode()
    total = a + 3 * b + 7 * c + d + 3 * e + 7 * f + g + 3 * h + 5 * i - 1488 + (5 * i - 240) // 10
    return (total + check - 48) % 10 == 0


def _corporate_number_fits(digits: str) -> bool:
    # 912 is 48 times the sum of the weights 1, 2, 1, 2 … and of the check digit.
    code = digits.encode()
    return (sum(code[::2]) + 2 * sum(code[1::2]) - 912) % 10 == 0


def _check_tax_code(value: str) -> str | None:
    digits = value[:10] + value[11:] if value[10:11] == "-" else value
    if not _all_digits(digits):
        return "characters"
    if len(digits) not in (10, 13):
        return None if _PERSONAL_SHAPE.fullmatch(digits) else "length"
    return None if _tax_code_fits(digits) else "check-digit"


def _check_business_number(value: str) -> str | None:
    if not _all_digits(value):
        return "characters"
    if len(value) != 10:
        return "length"
    return None if _business_number_fits(value) else "check-digit"


def _check_corporate_number(value: str) -> str | None:
    if not _all_digits(value):
        return "characters"
    if len(value) != 13:
        return "length"
    return None if _corporate_number_fits(value) else "check-digit"


def _check_lei(value: str) -> str | None:
    if len(value) != 20:
        return "length"
    if not _LEI_SHAPE.fullmatch(value):
        return "characters"
    return None if int(value.translate(_LETTERS_AS_NUMBERS)) % 97 == 1 else "check-digit"


def _all_digits(value: str) -> bool:
    return value.isascii() and value.isdigit()


_CHECKS: Final[Mapping[str, Callable[[str], str | None]]] = {
    VN_TAX: _check_tax_code,
    KR_BUSINESS: _check_business_number,
    KR_CORPORATE: _check_corporate_number,
    LEI: _check_lei,
}
