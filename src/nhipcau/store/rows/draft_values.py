"""A draft's values and proposal, and the JSON in which a row keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nhipcau.facts.draft import Alternative, Decision, DraftValue, SameProposal
from nhipcau.facts.message import Message
from nhipcau.facts.span import Span
from nhipcau.facts.state import State

Json = dict[str, Any]


def value_to_json(value: DraftValue) -> Json:
    """Return one value as JSON."""
    return {
        "key": value.key,
        "field": value.field,
        "content": dict(value.content),
        "state": value.state.value,
        "span": _span_to_json(value.span),
        "origin": [_message_to_json(message) for message in value.origin],
        "alternatives": [_alternative_to_json(other) for other in value.alternatives],
        "decision": value.decision.value,
    }


def value_from_json(json: Mapping[str, Any]) -> DraftValue:
    """Return the value that the JSON keeps."""
    return DraftValue(
        key=json["key"],
        field=json["field"],
        content=json["content"],
        state=State(json["state"]),
        span=_span_from_json(json["span"]),
        origin=tuple(map(_message_from_json, json["origin"])),
        alternatives=tuple(map(_alternative_from_json, json["alternatives"])),
        decision=Decision(json["decision"]),
    )


def proposal_to_json(proposal: SameProposal) -> Json:
    """Return a proposal as JSON."""
    return {
        "agreement_id": proposal.agreement_id,
        "score": proposal.score,
        "reasons": [_message_to_json(message) for message in proposal.reasons],
        "contradictions": [_message_to_json(message) for message in proposal.contradictions],
    }


def proposal_from_json(json: Mapping[str, Any]) -> SameProposal:
    """Return the proposal that the JSON keeps."""
    return SameProposal(
        agreement_id=json["agreement_id"],
        score=json["score"],
        reasons=tuple(map(_message_from_json, json["reasons"])),
        contradictions=tuple(map(_message_from_json, json["contradictions"])),
    )


def _span_to_json(span: Span | None) -> list[object] | None:
    return [span.start, span.end, span.quote] if span else None


def _span_from_json(json: list[Any] | None) -> Span | None:
    return Span(*json) if json else None


def _message_to_json(message: Message) -> Json:
    return {"code": message.code, "params": dict(message.params)}


def _message_from_json(json: Mapping[str, Any]) -> Message:
    return Message(json["code"], json["params"])


def _alternative_to_json(other: Alternative) -> Json:
    return {"source": other.source, "content": dict(other.content), "span": _span_to_json(other.span)}


def _alternative_from_json(json: Mapping[str, Any]) -> Alternative:
    return Alternative(source=json["source"], content=json["content"], span=_span_from_json(json["span"]))
