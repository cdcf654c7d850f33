"""Nothing comes in; the addresses of the market's pages go out."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, path

from nhipcau.web.market import (
    acting,
    feeds,
    following,
    items,
    lists,
    match,
    matches,
    own_concepts,
    posting,
    reading,
    recording,
)
from nhipcau.web.market.sides import SIDES


def _of_side(code: str) -> Iterator[URLPattern]:
    whose, one = {"side": code}, f"market/{code}s/<slug:item_id>/"
    yield path(f"market/{code}s/", lists.items, whose, name=f"{code}s")
    yield path(f"market/{code}s/export.<slug:form>", lists.export, whose, name=f"export-{code}s")
    yield path(f"market/{code}s/post/", posting.post, whose, name=f"{code}-post")
    yield path(f"market/{code}s/read/", reading.read, whose, name=f"{code}-read")
    yield path(one, items.item, whose, name=code)
    yield path(f"{one}edit/", posting.edit, whose, name=f"{code}-edit")
    yield path(f"{one}<slug:verb>/", acting.act, whose, name=f"{code}-act")


MARKET_ADDRESSES: tuple[URLPattern, ...] = (
    path("me/news/", following.news, name="news"),
    path("me/news/mail/", following.tell_by_mail, name="news-mail"),
    path("me/news/feed/", following.open_, name="news-open"),
    path("me/news/feed/close/", following.close, name="news-close"),
    path("feeds/<str:secret>/matches.rss", feeds.feed, name="feed"),
    path("market/concepts/suggest/", reading.concepts, name="concept-suggest"),
    path("market/places/suggest/", reading.places, name="place-suggest"),
    path("market/concepts/", own_concepts.concepts, name="concepts"),
    path("market/concepts/add/", own_concepts.add, name="concept-add"),
    path("market/concepts/<str:concept_id>/edit/", own_concepts.edit, name="concept-edit"),
    path("market/concepts/<str:concept_id>/remove/", own_concepts.remove, name="concept-remove"),
    path("market/matches/", matches.matches, name="matches"),
    path("market/matches/propose/", matches.propose, name="match-propose"),
    path("market/matches/<slug:match_id>/", match.match, name="match"),
    path("market/matches/<slug:match_id>/<slug:verb>/", match.act, name="match-act"),
    path("market/offers/<slug:item_id>/record/", recording.record, name="offer-record"),
    *(address for code in SIDES for address in _of_side(code)),
)
