"""The endpoints as OpenAPI 3.1, for who builds against them: a command prints it, no server serves it.

The bodies are the models of ``leerplicht_protocol``; what a model cannot say (weight, bytes, signs) stands in
``gate`` and ``scan``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from pydantic import JsonValue
from pydantic.json_schema import models_json_schema

from leerplicht_protocol import messages, numbers, own_data, recovery, session
from leerplicht_protocol.model import PROTOCOL, Model

_REFERENCES = "#/components/schemas/{model}"


@dataclass(frozen=True)
class Endpoint:
    """One road: what it takes and what it answers."""

    method: str
    path: str
    answer: type[Model] | None
    body: type[Model] | None = None
    query: tuple[str, ...] = ()


ENDPOINTS = (
    Endpoint("get", "/v1/hello", messages.Hello),
    Endpoint("post", "/v1/devices", session.Enrolled, messages.Enrol),
    Endpoint("post", "/v1/ops", messages.PushResponse, messages.PushRequest),
    Endpoint("post", "/v1/receipts", messages.Receipts, messages.ReceiptsRequest),
    Endpoint("post", "/v1/nummers", numbers.Nummerblok, numbers.NummerblokRequest),
    Endpoint("get", "/v1/changes", messages.ChangesPage, query=("cursor", "limit", "seen")),
    Endpoint("get", "/v1/digest", messages.Digest),
    Endpoint("post", "/v1/unreadable", messages.Noted, messages.UnreadableReport),
    Endpoint("post", session.SIGN_IN, session.SignIn),
    Endpoint("post", session.SESSION, session.Session, session.SessionRequest),
    Endpoint("post", session.RENEW, session.Session, session.RenewRequest),
    Endpoint("post", session.SIGN_OUT, None),
    Endpoint("post", recovery.ASK, messages.Noted, recovery.RecoveryAsk),
    Endpoint("post", recovery.ANSWER, recovery.RecoveryAnswer, recovery.RecoveryQuestion),
    Endpoint("get", "/v1/journaal", messages.JournalPage, query=("wie", "wat", "over", "van", "tot")),
    Endpoint("post", "/v1/inzage", own_data.OwnData, own_data.OwnDataRequest),
    Endpoint("post", "/v1/device-code", messages.DeviceCode),
    Endpoint("post", "/v1/token", session.CodeToken, messages.TokenRequest),
)
"""Every endpoint that a laptop asks; the last two only in the practice environment."""


def document() -> str:
    """The document as JSON text, the same for the same program."""
    models = {messages.Problem: None} | {
        m: None for e in ENDPOINTS for m in (e.answer, e.body) if m is not None
    }
    _, definitions = models_json_schema([(model, "validation") for model in models], ref_template=_REFERENCES)
    paths: dict[str, JsonValue] = {e.path: {e.method: _operation(e)} for e in ENDPOINTS}
    whole: JsonValue = {
        "openapi": "3.1.0",
        "info": {"title": "Leerplicht", "version": str(PROTOCOL)},
        "paths": paths,
        "components": {"schemas": definitions.get("$defs", {})},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _operation(endpoint: Endpoint) -> JsonValue:
    out: dict[str, JsonValue] = {
        "responses": {
            "200": {"description": "gelukt", **_content(endpoint.answer)},
            "default": {"description": "geweigerd", **_content(messages.Problem)},
        }
    }
    if endpoint.body is not None:
        out["requestBody"] = {"required": True, **_content(endpoint.body)}
    if endpoint.query:
        out["parameters"] = [{"name": n, "in": "query", "schema": {"type": "string"}} for n in endpoint.query]
    return out


def _content(model: type[Model] | None) -> dict[str, JsonValue]:
    schema: JsonValue = {"$ref": _REFERENCES.format(model=model.__name__)} if model else {"type": "object"}
    return {"content": {"application/json": {"schema": schema}}}
