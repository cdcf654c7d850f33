"""Nothing comes in; what the programme's verbs say goes out: mistakes in fields, refusals, where a value comes from."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase, phrase, plural_phrase

_FIELDS: Final[dict[str, Phrase]] = {
    "field.required": phrase("Fill in this field."),
    "field.too-long": phrase("This is too long: {length} characters, at most {limit}."),
    "field.too-many": phrase("These are too many: at most {limit}."),
    "field.mail-address": phrase("Write a mail address, as name@example.com."),
    "field.code-unknown": phrase("Choose one of the listed values."),
    "field.country-malformed": phrase("“{value}” is no country code. Write two letters, as VN or KR."),
    "field.date-malformed": phrase("“{value}” is not a date. Write it as 26/11/2021."),
    "field.date-in-future": phrase("{value:day} is still to come. Something that was done has a day up to today."),
    "field.day-between": phrase("Choose a day from {first:day} to {last:day}."),
    "field.number-malformed": phrase("“{value}” is not a number."),
    "field.number-out-of-range": phrase("{value} is too large or has too many decimals."),
    "field.number-between": phrase("Write a whole number from {least} to {most}."),
    "field.quantity-positive": phrase("The quantity must be greater than zero."),
    "field.unit-missing": phrase("Say the unit too: people, courses, factories …"),
    "field.address-malformed": phrase("“{value}” is not a web address. It begins with https:// or http://."),
    "field.organisation-unknown": phrase("This organisation is not in the register. Choose it from the list."),
    "field.agreement-unknown": phrase("This agreement is not in the register. Choose it from the list."),
    "field.parent-cycle": phrase("An organisation cannot stand above itself."),
    "field.party-missing": phrase("An agreement needs at least one party. Accept one, or add it."),
    "field.already-there": phrase("The draft has this field already. Change the value that is there."),
    "field.quote-not-in-text": phrase("These words do not stand in the text. Copy them from it exactly."),
    "field.status-planned": phrase("A planned agreement is not confirmed yet. Confirm it once it is signed."),
    "field.undecided": phrase("Decide this value first: accept it or change it."),
    "field.unknown": phrase("There is no such field."),
    "field.file-empty": phrase("The file {name} is empty."),
    "field.file-too-large": phrase("The file {name} is too large: at most {limit:size}."),
}

_REFUSALS: Final[dict[str, Phrase]] = {
    "error.already-renewed": phrase("This agreement was already renewed by “{title}”. A chain has one line."),
    "error.renewal-cycle": phrase("This would close the chain of renewals to a ring."),
    "error.renewal-before": phrase(
        "A renewal comes after what it renews: this one is of {here:edtf}, the other of {there:edtf}."
    ),
    "error.item-state": phrase("This is not possible now: the entry is in the state “{state}”. Load the page again."),
    "error.item-left": phrase(
        "This is no longer on the market ({side:kind}: {state:item-state}). What you typed is kept; what was agreed so "
        "far stays visible."
    ),
    "error.item-of-another": phrase(
        "This is of another organisation now, and matches or plans rest on it. Take it in under an id of its own."
    ),
    "error.match-exists": phrase("These two are already on their way. Open their match."),
    "error.match-declined": phrase("One side said “no, thanks”. Only that side can open the match again."),
    "error.match-state": phrase("This is not possible while the match is at the stage “{stage:match-stage}”."),
    "error.match-own": phrase("Need and offer are of one organisation."),
    "error.match-kind": phrase(
        "What is sought ({need:item-kind}) is of another kind than what is offered ({offer:item-kind})."
    ),
    "error.market-index": phrase("What fits cannot be looked up at this moment. Nothing is lost; try again."),
    "field.currency-unknown": phrase("“{value}” is no currency. Write three letters, as VND, KRW or USD."),
    "error.concept-used": plural_phrase(
        "{count} need, offer or concept still has this concept.",
        "{count} needs, offers or concepts still have this concept.",
    ),
    "field.concept-unknown": phrase("There is no concept “{value}”. Choose one from the list."),
    "field.concept-cycle": phrase("A concept cannot be broader than itself."),
    "field.label-preferred": phrase("Each language needs one preferred name, and no more than one."),
    "field.label-taken": phrase("“{value}” already names another concept."),
    "market.words-hidden": phrase("These words tell who is behind it. Others see them blotted out: {words}."),
    "error.demo-mixed": phrase("Demo data and real data are not joined."),
    "error.commitment-abandoned": phrase("This commitment is abandoned. Resume it first."),
    "error.commitment-not-abandoned": phrase("This commitment is not abandoned."),
    "error.draft-confirmed": phrase(
        "This draft is confirmed as an agreement. To open it again, take the confirmation back in the history."
    ),
    "error.no-proposal": phrase("No agreement of the register is proposed for this draft any more."),
    "error.undo-moved": phrase(
        "This cannot be taken back any more: something of it was changed since ({kind:kind}). Take that back first."
    ),
    "error.sort-unknown": phrase("The list cannot be sorted like this."),
    "error.still-used": phrase("Something else still needs this. Nothing was removed."),
    "error.text-unusable": phrase("The text holds characters that cannot be stored."),
    "error.text-too-long": phrase("The text is too long: {length} characters, at most {limit} are read."),
    "error.pdf-too-many-pages": phrase(
        "This PDF has {pages} pages; at most {most} are read. Send the part that matters."
    ),
    "error.database-busy": phrase("Many people are saving at this moment. Nothing was saved; try again."),
    "error.database-gone": phrase("The database does not answer. Nothing was saved; tell your administrator."),
    "error.disk-full": phrase("The disk is full. Nothing was saved; tell your administrator."),
    "error.disk-failed": phrase("The disk does not work as it should. Nothing was saved; tell your administrator."),
    "error.second-reader-failed": phrase("The second reader gave no usable answer ({reason})."),
    "warning.second-reader-unavailable": phrase(
        "The second reader did not answer; the values are those of the rules alone."
    ),
    "warning.encoding-repaired": phrase("The letters were stored wrongly and were repaired (from {encoding})."),
}

_ORIGINS: Final[dict[str, Phrase]] = {
    "origin.added-by": phrase("Added by {detail}"),
    "origin.changed-by": phrase("Changed by {detail}"),
    "origin.publication-date": phrase("Completed from the date of publication, {detail:edtf}"),
    "origin.header-date": phrase("Completed from the date at the head of the page, {detail:edtf}"),
    "origin.part-of-month": phrase("The text names a part of the month only"),
    "origin.quarter": phrase("The text names a quarter of the year"),
    "origin.half": phrase("The text names a half of the year"),
    "origin.range": phrase("The text names a span of days"),
    "origin.coming": phrase("“Coming” in the text: reckoned from the day of publication"),
    "origin.today": phrase("“Today” in the text: reckoned from the day of publication"),
    "origin.yesterday": phrase("“Yesterday” in the text: reckoned from the day of publication"),
    "origin.tomorrow": phrase("“Tomorrow” in the text: reckoned from the day of publication"),
    "origin.this-month": phrase("“This month” in the text: reckoned from the day of publication"),
    "origin.last-month": phrase("“Last month” in the text: reckoned from the day of publication"),
    "origin.next-month": phrase("“Next month” in the text: reckoned from the day of publication"),
    "origin.this-year": phrase("“This year” in the text: reckoned from the day of publication"),
    "origin.last-year": phrase("“Last year” in the text: reckoned from the day of publication"),
    "origin.next-year": phrase("“Next year” in the text: reckoned from the day of publication"),
    **{
        f"origin.weekday-{day}": phrase("The text names a day of the week: reckoned from the day of publication")
        for day in range(1, 8)
    },
    "origin.head-noun": phrase("From the word “{detail}” in the name"),
    "origin.name": phrase("From the name “{detail}”"),
    "origin.name-lexicon": phrase("From the list of known names: “{detail}”"),
    "origin.place-name": phrase("From the place “{detail}”"),
    "origin.venue": phrase("From the venue “{detail}”"),
    "origin.country-in-text": phrase("From “{detail}” in the text"),
    "origin.counterpart": phrase("Because the other side is from here: {detail:country}"),
    "origin.language": phrase("From the language of the text"),
    "origin.verb": phrase("From the words “{detail}”"),
    "origin.thesaurus": phrase("From the words “{detail}”, by the thesaurus"),
    "origin.acronym-in-text": phrase("The text explains the acronym {detail}"),
    # The same, where no words were kept: nothing is quoted.
    "origin.publication-date.bare": phrase("Completed from the date of publication"),
    "origin.header-date.bare": phrase("Completed from the date at the head of the page"),
    "origin.head-noun.bare": phrase("From a word in the name"),
    "origin.name.bare": phrase("From the name"),
    "origin.name-lexicon.bare": phrase("From the list of known names"),
    "origin.place-name.bare": phrase("From the name of the place"),
    "origin.venue.bare": phrase("From the venue"),
    "origin.country-in-text.bare": phrase("From the country that the text names"),
    "origin.counterpart.bare": phrase("From the country of the other side"),
    "origin.verb.bare": phrase("From the wording of the text"),
    "origin.thesaurus.bare": phrase("From the wording of the text, by the thesaurus"),
    "origin.acronym-in-text.bare": phrase("The text explains the acronym"),
}

_SAME: Final[dict[str, Phrase]] = {
    "proposal.same-parties": plural_phrase("Same party: {names}", "Same parties: {names}"),
    "proposal.same-people": plural_phrase("Same person: {names}", "Same people: {names}"),
    "proposal.same-date": phrase("Same date of signing: {date:edtf}"),
    "proposal.compatible-date": phrase(
        "The dates agree as far as they are stated: here {here:edtf}, there {there:edtf}"
    ),
    "proposal.same-place": phrase("Same place: {place}"),
    "proposal.same-type": phrase("Same type of paper: {type:agreement-type}"),
    "proposal.other-name": phrase("A party is named differently: here “{here}”, there “{there}”"),
    "proposal.other-parties": phrase("Other parties: only here {here}; only there {there}"),
    "proposal.other-date": phrase("Another date: here {here:edtf}, there {there:edtf}"),
    "proposal.other-type": phrase("Another type of paper: here {here:agreement-type}, there {there:agreement-type}"),
    "proposal.other-place": phrase("Another place: here {here}, there {there}"),
    "proposal.other-figure": phrase("Another figure for {what}: here {here} {unit}, there {there} {unit}"),
    "same.parties": plural_phrase("Same party: {names}", "Same parties: {names}"),
    "same.people": phrase("Same people: {names}"),
    "same.date": phrase("Dates of signing: {a:edtf}; {b:edtf}"),
    "same.type": phrase("Different types of paper: {a:agreement-type}; {b:agreement-type}"),
    "same.party-count": phrase("Different numbers of parties: {a}; {b}"),
}

PROGRAMME: Final[dict[str, Phrase]] = {**_FIELDS, **_REFUSALS, **_ORIGINS, **_SAME}
