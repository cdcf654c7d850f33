"""Nothing comes in; what is said of merging organisations, and of deciding who is who, goes out."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase, phrase, plural_phrase

WHO_IS_WHO: Final[dict[str, Phrase]] = {
    # refusals
    "error.already-merged": phrase(
        "This was already merged into “{name}”, perhaps by somebody else a moment ago. Nothing was changed."
    ),
    "error.merged-into": phrase("This turned out to be another entry, which stands in its place."),
    "error.not-merged": phrase("This merge was already taken back. Nothing was changed."),
    "error.merge-with-itself": phrase("An organisation cannot be merged with itself."),
    "error.merge-vetoed": phrase(
        "Something speaks against merging these two: {vetoes} Nothing was changed. "
        "If you are sure, say that they are to be merged all the same."
    ),
    "error.pair-already-decided": phrase("{by} already decided this pair ({at:moment}). Nothing was changed."),
    "error.compare-at-night": phrase(
        "The register holds more than {most} organisations: they are compared at night, by "
        "“nhipcau organisations resolve”."
    ),
    "veto.decided": phrase("{by} decided that these are two ({at:moment})."),
    "field.not-claimed": phrase("No source says “{value}” by now. Load the page again."),
    "field.identifier-wrong": phrase("{value} is no {scheme:identifier-scheme}: a digit is wrong or missing."),
    "field.threshold-crossed": phrase("The lower threshold is above the upper one."),
    # done
    "done.pair-same": phrase("Merged into “{name}”. The old address leads there."),
    "done.pair-different": phrase("Noted for good: these are two."),
    "done.pair-later": phrase("Put off to the end of the queue."),
    "done.unmerged": phrase("“{name}” stands by itself again. What had hung on it went back to it."),
    "done.value-chosen": phrase("The office's choice is shown from now on."),
    "done.choice-revoked": phrase("The choice was taken back."),
    "done.thresholds-moved": phrase("The new thresholds hold from now on."),
    "done.relinked": phrase(
        "Organisations compared: {organisations}. New doubtful pairs: {proposed}. Merged by the same number: {merged}."
    ),
    # what a parting returns
    "parted.agreement": plural_phrase("{count} agreement", "{count} agreements"),
    "parted.commitment": plural_phrase("{count} commitment", "{count} commitments"),
    "parted.need": plural_phrase("{count} need", "{count} needs"),
    "parted.offer": plural_phrase("{count} offer", "{count} offers"),
    "parted.organisation": plural_phrase("{count} body below it", "{count} bodies below it"),
    "parted.person": plural_phrase("{count} person", "{count} people"),
    "parted.source-record": plural_phrase("{count} source record", "{count} source records"),
    # the command line
    "cli.comparing": phrase("Comparing the whole register"),
    "cli.nothing": phrase("nothing"),
    "cli.review-nothing": phrase("No doubtful pair waits."),
    "cli.review-counts": phrase("Open: {open}. Put off: {later}. Decided: {decided}."),
    "cli.merged": phrase("{gone} is merged into {kept}. To take it back: nhipcau organisations unmerge {merge}"),
    "cli.unmerged": phrase("{gone} stands by itself again. Went back: {returned}. Had moved on since: {stayed}."),
}
