"""The secret of a person's feed comes in; that person's new matches go out as RSS 2.0, in that person's language."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from typing_extensions import override

from nhipcau import wiring
from nhipcau.facts.deal import Side
from nhipcau.facts.errors import NhipCauError
from nhipcau.facts.message import Message
from nhipcau.programme.queries.feed_matches import feed_matches
from nhipcau.programme.views import NewMatch
from nhipcau.web.errors import refusal
from nhipcau.words.news import news_text, news_title
from nhipcau.words.sentences import say

_NOT_IN_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ALONE: Final = {"Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Answer the feed whose secret this is, to who has it; 304 where nothing is new."""
    try:
        reader, news = feed_matches(wiring.office(), secret)
    except NhipCauError as error:
        return refusal(request, error)
    with translation.override(reader.language):
        body = _written(request, news, reader.language)
    latest = max((int(one.since.timestamp()) for one in news), default=None)
    answer = HttpResponse(body, content_type="application/rss+xml; charset=utf-8", headers=_ALONE)
    answer["ETag"] = tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if latest is not None:
        answer["Last-Modified"] = http_date(latest)
    return get_conditional_response(request, etag=tag, last_modified=latest, response=answer) or answer


def _written(request: HttpRequest, news: Sequence[NewMatch], language: str) -> bytes:
    """Write the feed; its day is that of the newest pair, so that the same news are the same bytes."""
    made = _Feed(
        title=say(Message("feed.title"), language),
        link=request.build_absolute_uri(reverse("web:matches")),
        description=say(Message("feed.about"), language),
        language=language,
        feed_url=request.build_absolute_uri(),
    )
    for one in news:
        side, item = ("offer", one.offer.item) if one.mine is Side.OFFER else ("need", one.need.item)
        made.add_item(
            title=_clean(news_title(one, language)),
            link=request.build_absolute_uri(reverse(f"web:{side}", args=[item.id])),
            description=_clean(news_text(one, language)),
            unique_id=f"{one.id}-{one.since.astimezone(UTC):%Y%m%d%H%M%S}",
            unique_id_is_permalink=False,
            pubdate=one.since,
        )
    return made.writeString("utf-8").encode()


class _Feed(Rss201rev2Feed):
    """RSS 2.0 whose date does not change while the news stay the same."""

    @override
    def latest_post_date(self) -> datetime:
        """Return when the newest pair was found; without any, the beginning of time."""
        days = [item["pubdate"] for item in self.items]
        return max(days, default=datetime(1970, 1, 1, tzinfo=UTC))


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("", text)
