"""Bytes come in; text goes out, with the name of its encoding and whether a mishap was repaired."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from nhipcau.language.mojibake import mend


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that its bytes were in, and whether text that had been read wrongly before was repaired."""

    text: str
    encoding: str
    repaired: bool


_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
_VIETNAMESE: Final = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_HANJA: Final = re.compile("[\u4e00-\u9fff]")
_HIGH: Final = re.compile("[\x80-\uffff]")
_COMBINING_1258: Final = re.compile("[A-Za-zÀ-ÿăđơưĂĐƠƯ][\u0300\u0301\u0303\u0309\u0323]")
_NUL_SHARE: Final = 0.2
_HANJA_SHARE: Final = 0.7
# A Korean text full of Hanja can be read as GB 18030 too, but then as characters that nobody writes.
_USUAL_CHINESE: Final = re.compile("[的一是在不了有和人这中大为上国以时用作地于出对成会发年同工能下过后定经与市将]")
_USUAL_SHARE: Final = 0.1
# Below this score a text shows hardly a letter that is Korean or Vietnamese alone.
_UNLIKELY: Final = 0.2


def decode(data: bytes) -> Decoded:
    """Return the text of ``data``: UTF-8 or UTF-16, else the likelier of CP949 (Korean), CP1258 (Vietnamese), CP1252.

    Never fails: bytes that no encoding explains become U+FFFD.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _finished(data.decode(name, "replace"), name)
    wide = _utf16_without_mark(data)
    if wide:
        return _finished(data.decode(wide, "replace"), wide)
    try:
        return _finished(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _finished(*_legacy(data))


def repair(text: str) -> str:
    """Return ``text`` with the usual mishaps undone: UTF-8 or EUC-KR read as Latin-1, CP1258's separate tone marks.

    Text that shows no such mishap comes back unchanged.
    """
    found = mend(text)
    mended = text if found is None else found.text
    if _COMBINING_1258.search(mended):
        mended = unicodedata.normalize("NFC", mended)
    return mended


def _finished(text: str, encoding: str) -> Decoded:
    mended = repair(text)
    return Decoded(mended, encoding, mended != text)


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:2000]
    half = max(1, len(sample) // 2)
    if sample[1::2].count(0) > _NUL_SHARE * half:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > _NUL_SHARE * half else None


def _legacy(data: bytes) -> tuple[str, str]:
    """Try each old encoding and keep the one whose text looks most like a language."""
    damaged = data.decode("utf-8", "replace")
    if damaged.count("\ufffd") * 20 < len(_HIGH.findall(damaged)):
        return damaged, "utf-8"
    tried = [(_looks(data.decode(name, "replace")), name) for name in ("cp949", "cp1252", "cp1258")]
    score, name = max(tried, key=lambda pair: pair[0])
    if score < _UNLIKELY and _is_chinese(data):
        return data.decode("gb18030"), "gb18030"
    text = data.decode(name, "replace")
    return (unicodedata.normalize("NFC", text) if name == "cp1258" else text), name


def _is_chinese(data: bytes) -> bool:
    """Tell whether the bytes are GB 18030: not read further, but shown as what it is and not as odd Vietnamese."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    usual = len(_USUAL_CHINESE.findall(text))
    hanja = len(_HANJA.findall(text))
    return hanja > _HANJA_SHARE * len(_HIGH.findall(text)) and usual > _USUAL_SHARE * hanja


def _looks(text: str) -> float:
    """Score a reading: letters of our languages for it, replacement marks and control characters against it."""
    composed = unicodedata.normalize("NFC", text)
    good = len(_HANGUL.findall(composed)) * 2 + len(_VIETNAMESE.findall(composed))
    bad = composed.count("\ufffd") * 4 + len(_CONTROL.findall(composed)) * 3 + len(_HANJA.findall(composed))
    lone = len(re.findall("[\u0300-\u036f]", composed))
    return (good - bad - 2 * lone) / max(1, len(_HIGH.findall(text)))
