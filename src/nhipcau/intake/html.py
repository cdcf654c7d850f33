"""The text of a web page comes in, its article goes out with title and day of publication; scripts are left behind."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree, html

_LOOKS_LIKE_HTML = re.compile(
    # A comment ends at its first end: with a second way to read it, a row of comments would be tried in every way.
    r"\A\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_HOLDS_A_PAGE = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
_HEAD = 4096
_DROPPED = {"script", "style", "noscript", "template", "svg", "math", "head", "iframe", "object", "select", "textarea"}
_BLOCKS = {
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
}
_BLANKS = re.compile(r"[^\S\n]+")
_MANY_LINES = re.compile(r"\n{3,}")
# Less than this of a page is no article: then all of the page's text is better.
_SHORT = 200
# An article has hundreds of elements; to look for one in what has far more would take minutes.
_MOST_ELEMENTS = 20_000
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    """//meta[@name='pubdate' or @name='publishdate' or @name='publish-date' or @name='dc.date' or @name='DC.date'
    or @name='DC.date.issued' or @name='date']/@content""",
    "//time[@pubdate]/@datetime",
    "//article//time/@datetime",
)
_TITLES = ("//meta[@property='og:title']/@content", "//h1[1]//text()", "//title[1]//text()")


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a page says: its article as lines, its title, its day of publication as an ISO date or ``None``."""

    text: str
    title: str
    published: str | None


def looks_like_html(text: str) -> bool:
    """Tell whether a text is a web page or a piece of one."""
    head = text[:_HEAD]
    return bool(_LOOKS_LIKE_HTML.match(head) or (_HOLDS_A_PAGE.search(head) and "</" in text))


def web_page(text: str) -> WebPage:
    """Return the article of a page; where none stands out, all its text. Nothing of it is run or fetched."""
    tree = _tree(text)
    if tree is None:
        return WebPage("", "", None)
    whole = _all_text(tree)
    article = _article(text) if _elements(tree) <= _MOST_ELEMENTS else ""
    title = _first(tree, _TITLES)
    body = article if len(article) >= min(_SHORT, len(whole)) else whole
    return WebPage(_with_title(title, body), title, _published(tree))


def _tree(text: str) -> etree._Element | None:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _elements(tree: etree._Element) -> int:
    return sum(1 for _ in tree.iter())


def _article(text: str) -> str:
    import trafilatura  # noqa: PLC0415 -- heavy, loaded on first use

    try:
        found = trafilatura.extract(text, include_comments=False, include_tables=True, favor_recall=True)
    except (RecursionError, ValueError, etree.LxmlError):
        return ""
    return found or ""


def _with_title(title: str, body: str) -> str:
    """Put the headline first: it often is the only place that names both parties."""
    if not title or title in body[: len(title) + _SHORT]:
        return body
    return f"{title}\n\n{body}"


def _all_text(tree: etree._Element) -> str:
    lines = _BLANKS.sub(" ", "".join(_pieces(tree)))
    trimmed = "\n".join(line.strip() for line in lines.split("\n"))
    return _MANY_LINES.sub("\n\n", trimmed).strip()


def _pieces(tree: etree._Element) -> Iterator[str]:
    """Walk the page without recursion: a page may be nested deeper than Python's stack."""
    dropped = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        name = element.tag if isinstance(element.tag, str) else ""
        ends = event != "start"
        if name in _DROPPED:
            dropped += -1 if ends else 1
        if name in _BLOCKS and not dropped:
            yield "\n"
        written = element.tail if ends else element.text
        if written and not dropped:
            yield written.replace("\n", " ") if name != "pre" else written


def _first(tree: etree._Element, paths: tuple[str, ...]) -> str:
    for path in paths:
        found = tree.xpath(path)
        joined = " ".join(" ".join(map(str, found if "text()" in path else found[:1])).split())
        if joined:
            return joined
    return ""


def _published(tree: etree._Element) -> str | None:
    """Return the first real day that the page's own data name as its publication."""
    written = [str(value) for path in _PUBLISHED for value in tree.xpath(path)]
    linked = tree.xpath("//script[@type='application/ld+json']/text()")
    written[2:2] = [value for text in linked for value in _linked_days(str(text))]
    return next((day for day in map(_day, written) if day), None)


def _linked_days(text: str) -> Iterator[str]:
    """Return what JSON-LD data give as ``datePublished``."""
    try:
        waiting = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
            yield str(value.get("datePublished") or "")
        elif isinstance(value, list):
            waiting.extend(value)


def _day(written: str) -> str | None:
    found = _DAY.match(written.strip())
    if not found:
        return None
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return None
