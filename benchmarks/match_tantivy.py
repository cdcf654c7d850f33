"""tantivy: concepts as words, ranked by BM25 with the points as boosts, or (``--points``) by the points themselves.

Wishes are left out: added as clauses they bring up offers that meet them and have not the topic, because a floor under
the points of some clauses is nothing that can be asked of it.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import tantivy

from benchmarks.match_listings import COLUMNS
from benchmarks.match_peer import in_threads, main
from benchmarks.match_words import column, figure_musts, member_musts, weights, words
from nhipcau.engine.match.query import Item, Query

_HEAP = 256_000_000
_WORDS, _ID = "words", "id"


class Tantivy:
    """One index in a folder, one writer."""

    def __init__(self, folder: Path, *, points: bool = False) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field(_ID, stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("kind", tokenizer_name="raw", index_option="basic")
        builder.add_text_field(_WORDS, tokenizer_name="whitespace", index_option="basic")
        for name in COLUMNS:
            builder.add_integer_field(column(name), indexed=True, fast=True)
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, str(folder))
        self._writer = self._index.writer(_HEAP, 2)
        self._points = points

    def build(self, items: Iterable[Item]) -> None:
        """Add every item and commit."""
        for item in items:
            self._writer.add_document(_document(item))
        self._writer.commit()
        self._index.reload()

    def ask(self, query: Query) -> list[str]:
        """Search; everything is one query of tantivy's own."""
        searcher = self._index.searcher()
        found = searcher.search(self._query(query), query.top, count=False)
        return [searcher.doc(address)[_ID][0] for _, address in found.hits]

    def ask_many(self, queries: Sequence[Query]) -> Iterator[list[str]]:
        """Search on two threads."""
        return in_threads(self.ask, queries)

    def change(self, item: Item) -> None:
        """Replace, commit, reload."""
        self._writer.delete_documents_by_term(_ID, item.id)
        self._writer.add_document(_document(item))
        self._writer.commit()
        self._index.reload()

    def _query(self, query: Query) -> tantivy.Query:
        must, should, must_not = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot
        kind = tantivy.Query.const_score_query(tantivy.Query.term_query(self._schema, "kind", query.kind.value), 0.0)
        topic = self._slots(query) if self._points else self._words(query)
        parts = [(must, kind), (must, tantivy.Query.boolean_query([(should, one) for one in topic]))]
        for limit in figure_musts(query):
            name, whole = column(limit.column), tantivy.FieldType.Integer
            if limit.at_most is not None:
                above = tantivy.Query.range_query(self._schema, name, whole, lower_bound=limit.at_most + 1)
                parts.append((must_not, above))
            if limit.at_least is not None:
                below = tantivy.Query.range_query(self._schema, name, whole, upper_bound=limit.at_least - 1)
                parts.append((must_not, below))
        for stated, wanted in member_musts(query):
            has = [(must_not, self._word(one)) for one in wanted]
            parts.append((must_not, tantivy.Query.boolean_query([(must, self._word(stated)), *has])))
        return tantivy.Query.boolean_query(parts)

    def _words(self, query: Query) -> list[tantivy.Query]:
        return [tantivy.Query.boost_query(self._word(word), points) for word, points in weights(query).items()]

    def _slots(self, query: Query) -> list[tantivy.Query]:
        return [
            tantivy.Query.disjunction_max_query(
                [tantivy.Query.const_score_query(self._word(term), points) for term, points in slot.alternatives]
            )
            for slot in query.slots
        ]

    def _word(self, word: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, _WORDS, word, index_option="basic")


def _document(item: Item) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text(_ID, item.id)
    document.add_text("kind", item.kind.value)
    document.add_text(_WORDS, words(item))
    for name, value in item.figures.items():
        document.add_integer(column(name), value)
    return document


if __name__ == "__main__":
    by_points = "--points" in sys.argv
    sys.argv = [word for word in sys.argv if word != "--points"]
    with tempfile.TemporaryDirectory() as kept:
        main(lambda folder: Tantivy(folder, points=by_points), Path(kept))
