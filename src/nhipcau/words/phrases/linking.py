"""Nothing comes in; why two records are thought to be one body, or surely two, goes out; what linking tables says."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase, phrase

_REASONS: Final[dict[str, Phrase]] = {
    "reason.identifier.same": phrase("Both carry the number {left}."),
    "reason.identifier.different": phrase("Their numbers differ: {left} and {right}."),
    "reason.name.same": phrase("The names are the same: “{left}” and “{right}”."),
    "reason.name.other-name": phrase("One of the names is the same: “{left}” and “{right}”."),
    "reason.name.core": phrase("What the names are told by is the same: “{left}” and “{right}”."),
    "reason.name.near": phrase("The names differ in one letter: “{left}” and “{right}”."),
    "reason.name.nearly": phrase("The names differ in two letters: “{left}” and “{right}”."),
    "reason.name.acronym": phrase("They share an acronym: “{left}” and “{right}”."),
    "reason.name.different": phrase("The names differ: “{left}” and “{right}”."),
    "reason.names.alike": phrase("The names are alike ({degree:percent}): “{left}” and “{right}”."),
    "reason.place.same": phrase("Both are in {left:place}."),
    "reason.place.different": phrase("One is in {left:place}, the other in {right:place}."),
    "reason.address.same": phrase("They have the same house number and street."),
    "reason.address.street": phrase("They are in the same street."),
    "reason.address.different": phrase("Their addresses differ."),
    "reason.phone.same": phrase("They share the phone number {left}."),
    "reason.phone.different": phrase("Their phone numbers differ: {left} and {right}."),
    "reason.domain.same": phrase("They share the web domain {left}."),
    "reason.domain.different": phrase("Their web domains differ: {left} and {right}."),
    "reason.people.shared": phrase("The same person is named for both: {left}, {right}."),
    "reason.people.different": phrase("Different people are named: {left} and {right}."),
}

_VETOES: Final[dict[str, Phrase]] = {
    "veto.identifier": phrase("Two different numbers of one kind: {left} and {right}. One body has one."),
    "veto.place": phrase("The names say different places: {left:place} and {right:place}."),
    "veto.number": phrase("The names carry different numbers: {left} and {right}."),
    "veto.head": phrase("They are different kinds of bodies: {left:concept} and {right:concept}."),
    "veto.trade": phrase("The names say different trades: {left:concept} and {right:concept}."),
    "veto.body": phrase("Their names belong to two different bodies: {left:concept} and {right:concept}."),
    "veto.branch": phrase("One is a branch or a works of the other, not the same body."),
}

_TABLES: Final[dict[str, Phrase]] = {
    "cli.resolved": phrase(
        "Records: {records}. Organisations: {clusters}. Doubtful pairs: {doubtful}. Written to {file}."
    ),
    "error.table-unknown-kind": phrase("{name} is neither a csv nor a Parquet file."),
    "error.table-unreadable": phrase("The table {name} cannot be read: it is damaged, or no table."),
    "error.table-column-missing": phrase("The table {name} lacks these columns: {columns}."),
    "error.table-id-twice": phrase(
        "The id “{id}” stands {count} times. Every record needs an id of its own, over all files."
    ),
    "error.thresholds-crossed": phrase(
        "The threshold for doubtful pairs ({review}) is above the one for links ({link})."
    ),
    "error.spark-missing": phrase("Spark is not installed. Install the extra “spark”, or leave out --spark."),
    "error.spark-failed": phrase("The Spark cluster {address} does not answer."),
}

LINKING: Final[dict[str, Phrase]] = {**_REASONS, **_VETOES, **_TABLES}
