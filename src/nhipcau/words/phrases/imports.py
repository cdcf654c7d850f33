"""Nothing comes in; what is said of spreadsheets on their way into the register goes out."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase, phrase, plural_phrase

IMPORTS: Final[dict[str, Phrase]] = {
    # files that cannot be read
    "error.not-a-spreadsheet": phrase("“{name}” is no spreadsheet. Save the list as xlsx or csv and send that."),
    "error.spreadsheet-old": phrase(
        "“{name}” is in the old Excel format, or protected by a password. Open it and save it as .xlsx without one."
    ),
    "error.spreadsheet-empty": phrase("There is no row to read in “{name}”."),
    "error.spreadsheet-broken": phrase("“{name}” cannot be read from row {row} on: a quotation mark is never closed."),
    "error.spreadsheet-broken-file": phrase(
        "“{name}” is damaged and cannot be read. Open it, save it anew, try again."
    ),
    "error.spreadsheet-too-long": phrase("“{name}” has more than {limit} rows. Split it into several files."),
    "error.spreadsheet-unpacks-too-large": phrase(
        "“{name}” unpacks to more than {limit:size}. Keep the list alone in the file and try again."
    ),
    "error.spreadsheet-too-many-merges": phrase(
        "“{name}” has more than {limit} merged cells. Unmerge them, try again."
    ),
    "error.sheet-unknown": phrase("“{name}” has no sheet “{sheet}”."),
    "error.head-unknown": phrase("No column of the file is headed “{head}”."),
    "error.column-unknown": phrase("“{value}” is nothing that a column can hold."),
    "error.map-unreadable": phrase("{file} is no JSON object of heads and what their columns hold."),
    # committing
    "error.import-done": phrase("“{name}” stands in the register already. Undo the import to change it."),
    "error.import-not-done": phrase("“{name}” does not stand in the register: there is nothing to undo."),
    "error.import-under-way": phrase("“{name}” is being taken in at this moment."),
    "error.import-broke": phrase("The import stopped because of a fault of the program. Nothing was taken in."),
    "import.no-name-column": phrase("Say which column holds the names."),
    "import.column-twice": phrase("“{head}” holds this already: one column alone can."),
    # rows
    "import.no-name": phrase("The row has no name."),
    "import.no-letters": phrase("“{value}” has no letter: it is no name."),
    "import.too-long": phrase("{length} characters: at most {limit} fit."),
    "import.not-calculated": phrase("A formula without a calculated value: the cell counts as empty."),
    "import.cell-error": phrase("{value} is an error of the spreadsheet: the cell counts as empty."),
    "import.number-wrong": phrase("“{value}” is no {scheme:identifier-scheme}: a digit is wrong or missing."),
    "import.number-twice": phrase("Row {row} has the same {scheme:identifier-scheme}, {value}."),
    "import.row-twice": phrase("Row {row} says the very same; it is taken in once."),
    "import.year-impossible": phrase("“{value}” is no year in which it can have been founded."),
    "import.place-unknown": phrase("“{value}” is no province or city that is known; it is kept as written."),
    "import.country-unknown": phrase("“{value}” is no country that is known; it is left out."),
    "import.kind-unknown": phrase("“{value}” is no kind of body that is known; it is left out."),
    "import.phone-unreadable": phrase("“{value}” is no telephone number; it is left out."),
    "import.website-unreadable": phrase("“{value}” is no web address; it is left out."),
    "import.email-unreadable": phrase("“{value}” is no e-mail address; it is left out."),
    "import.left-out": phrase("Left out by an officer."),
    # done
    "done.columns-mapped": phrase("All rows were checked anew. The columns are remembered for this source."),
    "done.import-undone": phrase("The import was taken back."),
    "done.import-undone-kept": plural_phrase(
        "The import was taken back; {count} organisation stayed because others built on it.",
        "The import was taken back; {count} organisations stayed because others built on them.",
    ),
    # the command line
    "cli.import-checked": phrase("Rows: {rows}. With errors: {errors}. With warnings: {warnings}."),
    "cli.import-row": phrase("row {row}: {said}"),
    "cli.import-more": phrase("… and {count} more."),
    "cli.importing": phrase("Taking the rows in"),
    "cli.import-dry": phrase("Nothing was taken in (--dry-run)."),
    "cli.import-ask": phrase("Take these rows in?"),
    "cli.import-kept-back": phrase("Nothing was taken in. The import {id} waits on the pages."),
    "cli.import-done": phrase(
        "New: {new}. Linked: {linked}. To review: {review}. Known already: {same}. Not taken in: {rejected}."
    ),
    "cli.import-undo": phrase("To take it back: nhipcau organisations import-undo {id}"),
    "cli.rejected-written": phrase("The rows that were not taken in, with the reasons: {file}"),
    "cli.organisations-exported": phrase("{file}: {count} organisations"),
    "cli.demo-market": phrase("A made-up market: {needs} needs, {offers} offers, {matches} matches on their way."),
    "cli.demo-near-miss": phrase(
        "To see a near miss become a match: record the certificate {certificate} for the offer “{offer}”; "
        "it then fits the need “{need}”."
    ),
    "cli.demo-opening-market": phrase("Opening the market"),
    "cli.demo-register": phrase("A made-up register: {organisations} organisations, {doubts} pairs to review."),
}
