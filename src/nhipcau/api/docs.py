"""The API's own OpenAPI document comes in; a page that lists its routes goes out, without any script."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.template import engines
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase
from typing_extensions import override

from nhipcau.api.auth import known
from nhipcau.api.problem import unknown_sender

_TEMPLATE = Path(__file__).with_name("docs.html")

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a route."""

    name: str
    where: str
    required: bool
    about: str


@dataclass(frozen=True, slots=True)
class Route:
    """One route as the page shows it."""

    method: str
    path: str
    summary: str
    about: str
    parameters: tuple[Parameter, ...]
    body: str
    answers: tuple[tuple[str, str], ...]


class RoutePage(DocsBase):
    """All routes on one page, rendered here: it works offline and under a policy that forbids inline scripts."""

    @override
    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        """Return the page."""
        schema = api.get_openapi_schema(path_params=kwargs)
        groups: dict[str, list[Route]] = {}
        for tag, route in _routes(schema):
            groups.setdefault(tag, []).append(route)
        template = engines["django"].from_string(_TEMPLATE.read_text(encoding="utf-8"))
        context = {"info": schema["info"], "groups": groups, "shapes": _shapes(schema)}
        return HttpResponse(template.render(context, request))


def for_people_known(view: View) -> View:
    """Show the page and the OpenAPI document to those alone who may use the API."""

    @wraps(view)
    def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if known(request):
            return view(request, **kwargs)
        if request.path.endswith(".json"):
            return unknown_sender(request)
        return redirect_to_login(request.get_full_path())

    return guarded


def _routes(schema: Mapping[str, Any]) -> Iterator[tuple[str, Route]]:
    for path, operations in schema["paths"].items():
        for method, operation in operations.items():
            yield operation["tags"][0], _route(method, path, operation)


def _route(method: str, path: str, operation: Mapping[str, Any]) -> Route:
    parameters = tuple(
        Parameter(one["name"], one["in"], one.get("required", False), _about(one)) for one in operation["parameters"]
    )
    content = operation.get("requestBody", {}).get("content", {})
    body = ", ".join(f"{kind}: {_shape(one['schema'])}" for kind, one in content.items())
    answers = tuple((str(status), _answer(one)) for status, one in operation["responses"].items())
    about = operation.get("description", "")
    return Route(method.upper(), path, operation["summary"], about, parameters, body, answers)


def _about(parameter: Mapping[str, Any]) -> str:
    return str(parameter.get("description") or parameter["schema"].get("description", ""))


def _answer(response: Mapping[str, Any]) -> str:
    contents = response.get("content", {}).values()
    return ", ".join(_shape(content["schema"]) for content in contents)


def _shape(schema: Mapping[str, Any]) -> str:
    """Name a shape: the schema's own name, a list of it, or its plain type."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(_shape(one) for one in schema["anyOf"])
    if schema.get("type") == "array" and "items" in schema:
        return f"list of {_shape(schema['items'])}"
    if schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"{{… : {_shape(schema['additionalProperties'])}}}"
    return str(schema.get("format") or schema.get("title") or schema.get("type", ""))


def _shapes(schema: Mapping[str, Any]) -> list[tuple[str, str, list[tuple[str, str, bool]], str]]:
    """Return every shape: name, what it is, its parts (name, type, required), its codes."""
    shapes = []
    for name, one in sorted(schema.get("components", {}).get("schemas", {}).items()):
        required = set(one.get("required", ()))
        parts = [(part, _part(value), part in required) for part, value in one.get("properties", {}).items()]
        shapes.append((name, one.get("description", ""), parts, ", ".join(one.get("enum", ()))))
    return shapes


def _part(schema: Mapping[str, Any]) -> str:
    if schema.keys() & {"$ref", "anyOf", "items", "format", "additionalProperties"}:
        return _shape(schema)
    return str(schema.get("type", ""))
