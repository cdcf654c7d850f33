"""Nothing comes in; why two people may be one, and what came of deciding it, goes out."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase, phrase

PEOPLE: Final[dict[str, Phrase]] = {
    "reason.person.spelling": phrase("The names are written alike: “{left}” and “{right}”."),
    "reason.person.script": phrase("One may be the other in another script: “{left}” and “{right}”."),
    "reason.person.sound": phrase("Both may write one Korean name in Latin letters: “{left}” and “{right}”."),
    "reason.person-body.same": phrase("Both are with the same organisation."),
    "reason.person-body.unknown": phrase("Of at least one of them no organisation is known."),
    "reason.person-body.both-scripts": phrase(
        "They are with different organisations, but their names agree in full in two scripts."
    ),
    "reason.person-body.one-after-another": phrase(
        "They are with different organisations, but one post ended before the other began."
    ),
    "done.people-merged": phrase("“{name}” is one person now. The other's address leads there."),
    "done.person-unmerged": phrase("“{name}” stands by themselves again. What had hung on them went back."),
    "done.people-relinked": phrase("People compared: {people}. New doubtful pairs: {proposed}."),
    "cli.found-nothing": phrase("Nothing found."),
    "cli.people-merged": phrase("{gone} is merged into {kept}. To take it back: nhipcau people unmerge {gone}"),
}
