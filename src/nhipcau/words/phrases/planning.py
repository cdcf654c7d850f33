"""Nothing comes in; why an offer closes a gap, and what cannot be done with a plan, goes out as English sentences."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase, phrase

PLANNING: Final[dict[str, Phrase]] = {
    "plan.why-certificate": phrase("Prepares for the certificate: {found:trade}."),
    "plan.why-standards": phrase("Builds the system that such a certificate asks for: {found:trade}."),
    "plan.why-audit": phrase("Audits and certifies: {found:trade}."),
    "plan.why-precision": phrase("Finer tolerances are held by those who can measure them: {found:trade}."),
    "plan.why-craft": phrase("Better mastery of the process itself: {found:trade}."),
    "plan.why-quality": phrase("Quality work in general helps where nothing closer is on offer: {found:trade}."),
    "plan.why-machine": phrase("A larger or stronger machine of this trade: {found:trade}."),
    "plan.why-borrowed-machine": phrase("The machine need not be bought: {found:trade}."),
    "plan.why-its-machine": phrase("The machine that is asked for: {found:trade}."),
    "plan.why-output": phrase("More pieces from the same line: {found:trade}."),
    "plan.why-automation": phrase("Machines take over what hands do: {found:trade}."),
    "plan.why-flow": phrase("Smaller batches and shorter waits: {found:trade}."),
    "plan.why-first-pass": phrase("More pieces right the first time: {found:trade}."),
    "plan.why-cost": phrase("Lower cost of making it: {found:trade}."),
    "plan.why-know-how": phrase("Know-how of exactly this: {found:trade}."),
    "plan.why-hardness": phrase("Hardness comes from how the material is treated or mixed: {found:trade}."),
    "plan.why-cleanroom": phrase("A cleaner room: {found:trade}."),
    "plan.why-language": phrase("The language is learnt: {found:trade}."),
    "plan.why-interpreter": phrase("Somebody speaks it for you: {found:trade}."),
    "plan.why-experienced": phrase("People who have done it before: {found:trade}."),
    "plan.why-seats": phrase("More trainers mean more places: {found:trade}."),
    "plan.why-trl": phrase("A place to try it out brings it closer to production: {found:trade}."),
    "plan.why-rights": phrase("The rights can be put in order: {found:trade}."),
    "plan.why-site-near": phrase("A site near enough: {found:place}."),
    "error.step-accepted": phrase("This step was accepted already."),
    "error.step-not-accepted": phrase("Only a step that was accepted can be finished."),
    "error.step-finished": phrase("This step is finished; it stays."),
    "done.plan-made": phrase("The plan is made. Nothing happens until an officer accepts a step."),
    "done.step-accepted": phrase("Accepted: the step is planned under the commitment."),
    "done.step-dropped": phrase("The step is dropped."),
    "done.step-finished": phrase("The step is finished. What it proved is matched again at once."),
}
