"""Nothing comes in; why a need and an offer fit, or why nothing does, goes out as English sentences."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase, phrase, plural_phrase

MATCHING: Final[dict[str, Phrase]] = {
    "match.concept-same": phrase("Sought and offered: {found:trade}."),
    "match.concept-narrower": phrase("Offered is {found:trade}, a kind of {asked:trade}."),
    "match.concept-broader": phrase("Sought is {asked:trade}; offered is {found:trade} in general."),
    "match.concept-sibling": phrase("Sought is {asked:trade}; offered is {found:trade}, which is close to it."),
    "match.concept-related": phrase("Sought is {asked:trade}; offered is {found:trade}, which belongs with it."),
    "match.concept-near": phrase("The wording is close to {asked:trade}."),
    "match.words": plural_phrase("A word in common: {words}.", "{count} words in common: {words}."),
    "match.requirement-met": phrase("Met: {requirement}. Stated: {found}."),
    "match.requirement-met-distance": phrase("Met: {requirement}. It is {distance} km away."),
    "match.requirement-unmet": phrase("Not met: {requirement}. Stated: {found}."),
    "match.requirement-unmet-distance": phrase("Not met: {requirement}. It is {distance} km away."),
    "match.near-place": phrase("It is near: {place:place}."),
    "match.deals": plural_phrase(
        "{count} contract through an earlier match.", "{count} contracts through earlier matches."
    ),
    "match.by-words-alone": phrase(
        "No known concept was found in the text, so only the wording was compared. Add a concept to find offers in "
        "other languages too."
    ),
    "match.contradiction": phrase("Two requirements exclude one another: {one} and {other}."),
    "match.none-in-concept": phrase("Nobody offers this yet: {concepts:trade}."),
    "match.none-by-words": phrase("No offer shares a word with the text. Add a concept, or say it in other words."),
    "match.nobody-asks": phrase("Nobody on the market asks for this yet."),
    "match.near-needs-only": phrase("No need is met whole. Below are those that this offer nearly meets."),
    "digest.subject": plural_phrase("{count} new match", "{count} new matches"),
    "digest.hello": phrase("Dear {name},"),
    "digest.found": phrase("this was found for you:"),
    "digest.item": plural_phrase("“{title}”: {count} new match", "“{title}”: {count} new matches"),
    "digest.confidential-item": plural_phrase(
        "A confidential entry ({kind:item-kind}): {count} new match",
        "A confidential entry ({kind:item-kind}): {count} new matches",
    ),
    "digest.closed": phrase("A near miss became a match: {properties} is now met."),
    "digest.look": phrase("Sign in to see who fits, why, and what is missing."),
    "digest.stop": phrase("You get this letter because you asked for it. You can stop it in your account."),
    "feed.title": phrase("Nhịp Cầu: new matches for me"),
    "feed.about": phrase("Needs and offers that were found to fit, the newest first."),
    "feed.pair": phrase("{need} ↔ {offer}"),
    "feed.confidential": phrase("{kind:item-kind}, confidential"),
    "done.feed-closed": phrase("The feed is closed: its address leads nowhere from now on."),
    "error.mail-failed": phrase("The letter could not be handed to the mail server. It is tried again the next time."),
    "match.all-failed": plural_phrase(
        "{count} offer is the right thing, but fails this requirement: {property:property}.",
        "{count} offers are the right thing, but all fail this requirement: {property:property}.",
    ),
    "match.most-failed": phrase(
        "{of} offers are the right thing, but each fails a must; most often, {count} times, this one: "
        "{property:property}."
    ),
    "cli.reading-offers": phrase("Reading the offers"),
    "cli.matched": phrase(
        "Needs: {needs}. Pairs written, near misses among them: {pairs}. Needs without a match: {alone}. File: {file}."
    ),
    "error.listing-without-id": phrase("A need or an offer has no id."),
    "error.listing-too-long": phrase("The text of “{id}” is longer than {most} characters."),
    "error.listing-too-many": phrase("“{id}” has more than {most} entries in “{field}”."),
    "error.listing-kind": phrase("“{id}” is of an unknown kind: “{kind}”. Known are: {kinds}."),
    "error.listing-field": phrase("“{id}” has something in “{field}” that cannot be read."),
    "error.listing-line": phrase("Line {line} of {name} is no JSON object."),
    "error.listing-twice": phrase("The id “{id}” stands a second time, in line {line} of {name}."),
    "error.listings-unknown-kind": phrase("{name} is none of .jsonl, .csv and .parquet."),
}
