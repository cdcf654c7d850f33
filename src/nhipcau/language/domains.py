"""A web or e-mail address as a source wrote it comes in; the domain that only one body uses goes out."""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 500
_APART: Final = re.compile(r"[\s,;|<>()\[\]\"']+")
_HOST: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})")
_SIMPLE: Final = re.compile(r"[a-z0-9.@-]+")
_WEB: Final = re.compile(r"(?:www\d?|m)\.(?=[^.]+\.)")

# Whoever writes from there, or has a page there, shares the domain with everybody. Their subdomains as well.
_SHARED: Final = """
    gmail.com googlemail.com google.com yahoo.com yahoo.com.vn yahoo.co.kr yahoo.co.jp ymail.com rocketmail.com
    hotmail.com hotmail.co.kr outlook.com outlook.com.vn outlook.kr live.com msn.com icloud.com me.com mac.com aol.com
    proton.me protonmail.com zoho.com gmx.com gmx.net mail.com mail.ru yandex.com yandex.ru qq.com 163.com 126.com
    sina.com foxmail.com
    naver.com hanmail.net daum.net nate.com kakao.com korea.com empal.com empas.com paran.com dreamwiz.com chol.com
    hitel.net hanafos.com unitel.co.kr nownuri.net lycos.co.kr freechal.com netian.com kornet.net
    vnn.vn fpt.vn hcm.fpt.vn hn.vnn.vn netnam.vn saigonnet.vn vietnam.com
    facebook.com fb.com youtube.com youtu.be instagram.com tiktok.com linkedin.com twitter.com x.com zalo.me t.me
    shopee.vn lazada.vn tiki.vn alibaba.com linktr.ee bit.ly goo.gl masothue.com trangvangvietnam.com
"""
_EVERYBODYS: Final = frozenset(_SHARED.split())
# Builders of sites: the bare domain is everybody's, the name before it is one body's.
_BUILDERS: Final = frozenset(
    [
        "blogspot.com",
        "wordpress.com",
        "tistory.com",
        "modoo.at",
        "wixsite.com",
        "weebly.com",
        "business.site",
        "cafe24.com",
    ]
)
# What a country hands names out under is nobody's.
_HANDED_OUT: Final = re.compile(r"(?:com|net|org|edu|gov|ac|biz|info|co|or|go|re|ne|pe)\.(?:vn|kr)")


def canonical_domain(text: str) -> str | None:
    """Return the first domain in ``text`` that one body alone uses, in ASCII, without "www."; None without one."""
    if len(text) > _LONGEST:
        return None
    lowered = text.strip().lower()
    if _SIMPLE.fullmatch(lowered):
        return _domain(lowered)
    return next((domain for part in _APART.split(lowered) if "." in part and (domain := _domain(part))), None)


def _domain(address: str) -> str | None:
    host = _host(address)
    if not _HOST.fullmatch(host) or len(host) > 253:
        return None
    while web := _WEB.match(host):
        host = host[web.end() :]
    if host in _BUILDERS or _HANDED_OUT.fullmatch(host):
        return None
    above = host
    while "." in above:
        if above in _EVERYBODYS:
            return None
        above = above.partition(".")[2]
    return host


def _host(address: str) -> str:
    """Return the host of an address: no scheme, path, user, port or last dot."""
    if "/" in address or "?" in address or "#" in address or ":" in address:
        address = address.removeprefix("mailto:").partition("://")[2] or address.removeprefix("mailto:")
        address = re.split(r"[/\\?#]", address, maxsplit=1)[0]
    host = address.rpartition("@")[2].partition(":")[0].strip(".")
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
