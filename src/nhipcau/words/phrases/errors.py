"""Nothing comes in; what is said of each error goes out: what happened, and what to do about it."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase, phrase

ERRORS: Final[dict[str, Phrase]] = {
    # a thing, a person, somebody else
    "error.not-found": phrase("This entry does not exist, or you may not see it."),
    "error.not-allowed": phrase("Your role does not allow this. Ask an administrator if you need it for your work."),
    "error.own-account": phrase("You cannot take your own role or access away. Ask another administrator."),
    "error.changed-meanwhile": phrase(
        "Somebody changed this in the meantime. Nothing of yours was saved; open the page again and repeat your change."
    ),
    "error.already-there": phrase("This is already in the register."),
    "error.draft-already-decided": phrase("{by} already decided this draft ({at:moment}). Nothing was changed."),
    "error.cursor-malformed": phrase("This page of the list no longer exists. Start again from the first page."),
    # fields of a form
    "error.invalid-fields": phrase("Some fields need correction. Nothing was saved yet."),
    "error.field-not-a-choice": phrase("Choose one of the listed values."),
    "error.property-unknown": phrase("“{property}” is no property that needs and offers have."),
    "error.unit-impossible": phrase("“{unit}” is no unit for this. Choose one of the listed units."),
    "error.value-impossible": phrase("“{value}” is not possible here. Check the number and its sign."),
    # words of trade
    "error.facet-unknown": phrase("“{facet}” is no facet of the thesaurus."),
    "error.not-aligned-lines": phrase("{file} is no tab-separated file of lines in vi, ko and en."),
    "error.no-half": phrase("{file} has no column “half”."),
    "error.too-few-lines": phrase("{lines} lines are too few to learn from; at least {least} are needed."),
    "error.not-a-space": phrase("{file} is no space that was trained by this program."),
    # documents
    "error.file-empty": phrase("The file is empty."),
    "error.file-too-large": phrase("The file is too large: {size:size}, at most {limit:size} are accepted."),
    "error.pdf-no-text": phrase(
        "This PDF holds pictures only, no text. Run text recognition (OCR) on it first, or paste its text."
    ),
    "error.pdf-encrypted": phrase("This PDF is protected by a password. Save it without a password and try again."),
    "error.file-unreadable": phrase("The file is damaged or not of the kind its name says. It could not be read."),
    "error.archive-too-large": phrase("The file unpacks to far more than is accepted. It was not read."),
    "error.not-text": phrase("This is not a text. Txt, html, pdf and docx files are read."),
    "error.file-missing": phrase("The file is no longer in the office's store. Tell your administrator."),
    "error.draft-changed-by": phrase(
        "{by} changed this draft in the meantime ({at}). "
        "Your decision was not saved; below stands the draft as it is now."
    ),
    "error.nothing-sent": phrase("Choose a file, or paste a text."),
    # pages
    "error.page-not-found": phrase("There is no page at this address. The link may be old or mistyped."),
    "error.forbidden": phrase("You may not open this page."),
    "error.request-malformed": phrase("The request could not be understood. Go back and try again."),
    "error.request-too-large": phrase("What you sent is too large. Send fewer or smaller files at a time."),
    "error.too-many-requests": phrase("Too many attempts. Wait a few minutes, then try again."),
    "error.form-stale": phrase(
        "This form lay open for too long, or cookies are switched off. "
        "Go back, load the page again and repeat your entry."
    ),
    "error.broken": phrase(
        "Something went wrong on our side, and nothing was saved. "
        "Try again; if it happens again, tell your administrator."
    ),
}
