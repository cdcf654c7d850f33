"""Requests under ``/api/`` come in, each goes to its resource; every error comes back as problem+json."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Router
from ninja.errors import AuthenticationError, HttpError, ValidationError

from nhipcau import __version__
from nhipcau.api import (
    activities,
    agreements,
    commitments,
    concepts,
    desk,
    documents,
    drafts,
    history,
    imports,
    market,
    matches,
    merges,
    needs,
    offers,
    organisations,
    people,
    people_merges,
    plans,
    problem,
    review,
    suggest,
)
from nhipcau.api.auth import SignedIn, Token
from nhipcau.api.docs import RoutePage, for_people_known
from nhipcau.facts.errors import NhipCauError, NotFound

_ABOUT = (
    "The register of agreements for programs. Sign in with a token (Authorization: Bearer …) or the session of the"
    " pages. Lists are paged by cursor; a change names the version it saw with If-Match; errors are problem+json."
)
_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]

api = NinjaAPI(
    title="Nhịp Cầu",
    version=__version__,
    description=_ABOUT,
    urls_namespace="api",
    auth=[Token(), SignedIn()],
    docs=RoutePage(),
    docs_decorator=for_people_known,
)

api.add_router("/agreements", agreements.router)
api.add_router("/commitments", commitments.router)
api.add_router("/activities", activities.router)
api.add_router("/organisations/imports", imports.router)
api.add_router("/organisations/review", review.router)
api.add_router("/organisations", merges.router)
api.add_router("/organisations", suggest.organisations)
api.add_router("/organisations", organisations.router)
api.add_router("/people", suggest.people)
api.add_router("/people", people_merges.router)
api.add_router("/people", people.router)
api.add_router("/needs", needs.router)
api.add_router("/offers", offers.router)
api.add_router("/matches", matches.router)
api.add_router("/plans", plans.router)
api.add_router("/market", market.router)
api.add_router("/concepts", concepts.router)
api.add_router("/documents", documents.router)
api.add_router("/drafts", drafts.router)
api.add_router("/history", history.router)
api.add_router("", desk.router)

# The last router: it is asked when no other knows the address.
_nowhere = Router()


@_nowhere.api_operation(_METHODS, "/{path:rest}", include_in_schema=False)
def nowhere(request: HttpRequest, rest: str) -> HttpResponse:
    """Answer an address that leads nowhere."""
    return problem.refused(request, NotFound("error.address-unknown", path=rest))


api.add_router("", _nowhere)

api.exception_handler(NhipCauError)(problem.refused)
api.exception_handler(AuthenticationError)(problem.unknown_sender)
api.exception_handler(ValidationError)(problem.malformed)
api.exception_handler(HttpError)(problem.other)
api.exception_handler(RequestDataTooBig)(problem.too_big)
api.exception_handler(Exception)(problem.broken)
