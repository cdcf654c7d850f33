"""A request about one doubtful pair comes in; both sides, or what came of a decision, goes out."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from nhipcau.facts.errors import Conflict
from nhipcau.facts.message import Message
from nhipcau.facts.resolving import UNDECIDED
from nhipcau.programme.decide_pair import Decided, decide_pair
from nhipcau.programme.propose_pair import propose_pair
from nhipcau.programme.queries.review_pair import PairPage, review_pair
from nhipcau.report.pictures.render import svg
from nhipcau.report.pictures.waterfall import Step, waterfall_picture
from nhipcau.web.forms import version_of
from nhipcau.web.page import Visit, language_of, page, tell
from nhipcau.words.labels import report_label
from nhipcau.words.names import shown_name


@page
def pair(request: Visit, doubt_id: str) -> HttpResponse:
    """Show a pair: both sides, what agrees, what differs, why it is asked."""
    return _shown(request, review_pair(request.office, request.actor, doubt_id))


@require_POST
@page
def decide(request: Visit, doubt_id: str) -> HttpResponse:
    """Decide a pair and go on to the next one."""
    typed = request.POST
    before = review_pair(request.office, request.actor, doubt_id)
    try:
        decided = decide_pair(
            request.office,
            request.actor,
            doubt_id,
            typed.get("decision", ""),
            version=version_of(typed),
            keep=typed.get("keep", ""),
            despite=typed.get("despite") == "yes",
        )
    except Conflict as refused:
        vetoes = refused.message.params.get("vetoes")
        if not isinstance(vetoes, tuple):
            raise
        return _shown(request, before, vetoes=vetoes, status=409)
    tell(request, f"done.pair-{typed['decision']}", undo=decided.batch, name=_kept_name(request, before, decided))
    following = before.view.next_id
    return redirect("web:review-pair", following) if following else redirect("web:review")


@require_POST
@page
def ask(request: Visit, organisation_id: str) -> HttpResponse:
    """Lay an organisation beside another that an officer thinks is the same."""
    other = request.POST.get("other", "").strip()
    again = request.POST.get("again") == "yes"
    doubt = propose_pair(request.office, request.actor, organisation_id, other, again=again)
    return redirect("web:review-pair", doubt.id)


def _shown(request: Visit, found: PairPage, *, vetoes: tuple[Message, ...] = (), status: int = 200) -> HttpResponse:
    doubt = found.view.doubt
    context = {
        "pair": found,
        "view": found.view,
        "doubt": doubt,
        "undecided": doubt.state in UNDECIDED,
        "vetoes": vetoes or doubt.vetoes,
        "picture": _picture(request, found),
        "keep": request.POST.get("keep") or _heavier(found),
    }
    return render(request, "nhipcau/review/pair.html", context, status=status)


def _picture(request: Visit, found: PairPage) -> str:
    """Draw the weights; of names alone there are none."""
    if not any(bar.reason.weight for bar in found.bars):
        return ""
    word = report_label(language_of(request))
    steps = [
        Step(name=word("picture", "before"), start=0.0, end=found.view.doubt.prior, odds=True),
        *(Step(name=word("organisation-field", bar.reason.field), start=bar.start, end=bar.end) for bar in found.bars),
        Step(name=word("picture", "after"), start=0.0, end=found.total, odds=True),
    ]
    return SafeString(svg(waterfall_picture(steps, word)))


def _heavier(found: PairPage) -> str:
    """Return the side that is kept unless the officer says otherwise: the one on which more hangs."""
    left, right = (
        side.agreements + len(side.sources) + len(side.members) for side in (found.view.left, found.view.right)
    )
    return found.view.doubt.right if right > left else found.view.doubt.left


def _kept_name(request: Visit, before: PairPage, decided: Decided) -> str:
    if decided.merge is None:
        return ""
    sides: dict[str, str] = {
        side.thing.id: shown_name(side.thing.names, language_of(request))
        for side in (before.view.left, before.view.right)
    }
    return sides[decided.merge.kept]
