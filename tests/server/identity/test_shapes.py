"""Tokens in the shapes of Entra ID, AD FS and Keycloak, good and bad, judged without any of the three."""

from __future__ import annotations

import copy
import json
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey

from leerplicht_protocol.session import Refused
from leerplicht_server.identity.faults import ProviderAwayError, SignInError
from leerplicht_server.identity.people import Person
from leerplicht_server.identity.provider import Provider
from leerplicht_server.identity.settings import read_provider

FACTS: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent / "facts").glob("*.json"))
}
KEY, FOREIGN = (RSAKey.generate_key(2_048, auto_kid=True) for _ in range(2))
GROUPS = {
    "entra": "cccccccc-0000-0000-0000-00000000000c",
    "adfs": "leerplicht-ambtenaar",
    "keycloak": "/leerplicht-ambtenaar",
}


class Shape(httpx.BaseTransport):
    """A provider in the shape of a fact; ``answer`` is what its token endpoint says."""

    def __init__(self, name: str) -> None:
        self.fact = copy.deepcopy(FACTS[name])
        self.answer: tuple[int, object] = (200, {})
        self.keys = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        found = self.fact["discovery"]
        if request.url.path.endswith("openid-configuration"):
            return httpx.Response(200, json=found)
        if str(request.url) == found["jwks_uri"]:
            self.keys += 1
            return httpx.Response(200, json={"keys": [{"kty": "OKP"}, KEY.as_dict(private=False)]})
        if str(request.url) == found["token_endpoint"]:
            return httpx.Response(self.answer[0], json=self.answer[1])
        return httpx.Response(200, json=self.fact["userinfo"])

    def provider(self) -> Provider:
        told = self.fact["settings"]
        chosen = {"issuer": self.fact["discovery"]["issuer"], "client_id": self.fact["id_token"]["aud"]}
        return Provider(read_provider({**told, **chosen}), transport=self)

    def claims(self, **changes: object) -> dict[str, Any]:
        now = int(time.time())
        made = {k: now if v == 0 else v for k, v in self.fact["id_token"].items()}
        made |= {"exp": now + 3_600, "nonce": "n", **changes}
        return {k: v for k, v in made.items() if v is not None}

    def redeem(self, claims: dict[str, Any], key: RSAKey = KEY) -> Person:
        token = jwt.encode({"alg": "RS256", "kid": str(key.kid)}, claims, key)
        self.answer = (200, {"id_token": token, "access_token": "a", "refresh_token": "r"})
        return self.provider().redeem("code", "verifier", "http://127.0.0.1/terug", "n")[0]


@pytest.mark.parametrize("name", FACTS)
def test_a_good_token_gives_the_person_and_his_groups(name: str) -> None:
    shape = Shape(name)
    person = shape.redeem(shape.claims())
    assert person.groups == (GROUPS[name],)
    assert person.groups_complete
    assert person.subject
    assert person.login


# A time is told as the distance from now: the moment the file is read may be long before the test runs.
BAD: list[tuple[dict[str, object], Refused]] = [
    ({"iss": "https://boos.example"}, Refused.TOKEN_OTHER),
    ({"aud": "een ander"}, Refused.TOKEN_OTHER),
    ({"aud": ["x", "y"]}, Refused.TOKEN_OTHER),
    ({"azp": "een ander"}, Refused.TOKEN_OTHER),
    ({"nonce": "m"}, Refused.TOKEN_OTHER),
    ({"nonce": None}, Refused.TOKEN_OTHER),
    ({"iat": None}, Refused.TOKEN_OTHER),
    ({"exp": "straks"}, Refused.TOKEN_OTHER),
    ({"exp": timedelta(seconds=-301)}, Refused.TOKEN_EXPIRED),
    ({"iat": timedelta(minutes=15)}, Refused.TOKEN_CLOCK),
    ({"nbf": timedelta(minutes=15)}, Refused.TOKEN_CLOCK),
]


@pytest.mark.parametrize(("wrong", "code"), BAD)
@pytest.mark.parametrize("name", FACTS)
def test_a_bad_claim_is_refused(name: str, wrong: dict[str, object], code: Refused) -> None:
    shape, now = Shape(name), int(time.time())
    said = {k: now + int(v.total_seconds()) if isinstance(v, timedelta) else v for k, v in wrong.items()}
    with pytest.raises(SignInError) as fault:
        shape.redeem(shape.claims(**said))
    assert fault.value.code is code


def test_a_foreign_key_is_refused_and_asks_for_newer_keys_no_more_than_once_a_minute() -> None:
    shape = Shape("keycloak")
    provider = shape.provider()
    token = jwt.encode({"alg": "RS256", "kid": str(FOREIGN.kid)}, shape.claims(), FOREIGN)
    shape.answer = (200, {"id_token": token})
    for _ in range(8):
        with pytest.raises(SignInError) as fault:
            provider.redeem("code", "verifier", "http://127.0.0.1/terug", "n")
        assert fault.value.code is Refused.TOKEN_KEY
    assert shape.keys == 1


def test_another_organisation_is_refused() -> None:
    shape = Shape("entra")
    with pytest.raises(SignInError):
        shape.redeem(shape.claims(tid="99999999-2222-3333-4444-555555555555"))


def test_too_many_groups_is_not_no_groups() -> None:
    shape = Shape("entra")
    left_out = shape.fact["id_token_overage"]
    assert not shape.redeem(shape.claims(groups=None, **left_out)).groups_complete


def test_several_groups_of_adfs_come_as_a_list() -> None:
    shape = Shape("adfs")
    assert shape.redeem(shape.claims(group=["a", 3, "b"])).groups == ("a", "b")


NO_AND_AWAY = [
    (400, "invalid_grant", Refused.ACCOUNT_ENDED),
    (400, "invalid_request", Refused.ACCOUNT_ENDED),
    (400, "interaction_required", Refused.ACCOUNT_ENDED),
    (401, "invalid_client", Refused.PROVIDER_SETTINGS),
    (400, "invalid_scope", Refused.PROVIDER_SETTINGS),
    (429, "slow_down", Refused.PROVIDER_AWAY),
    (500, "server_error", Refused.PROVIDER_AWAY),
]


@pytest.mark.parametrize(("status", "error", "code"), NO_AND_AWAY)
def test_what_is_no_and_what_is_away(status: int, error: str, code: Refused) -> None:
    shape = Shape("keycloak")
    shape.answer = (status, {"error": error})
    with pytest.raises(SignInError) as fault:
        shape.provider().ask_again("r", "s")
    assert fault.value.code is code
    assert isinstance(fault.value, ProviderAwayError) is (code is not Refused.ACCOUNT_ENDED)


def test_a_refresh_token_that_does_not_come_again_is_kept() -> None:
    shape = Shape("adfs")
    subject = str(shape.fact["id_token"]["sub"])
    token = jwt.encode({"alg": "RS256", "kid": str(KEY.kid)}, shape.claims(), KEY)
    shape.answer = (200, {"id_token": token})
    assert shape.provider().ask_again("oud", subject)[1] == "oud"
    with pytest.raises(SignInError):
        shape.provider().ask_again("oud", "een ander")


def test_a_provider_that_calls_itself_otherwise_is_a_fault_of_the_settings() -> None:
    shape = Shape("keycloak")
    shape.fact["discovery"]["issuer"] += "/"
    provider = Provider(read_provider({"issuer": "https://id.example", "client_id": "c"}), transport=shape)
    with pytest.raises(ProviderAwayError) as fault:
        provider.discovery.addresses()
    assert fault.value.code is Refused.PROVIDER_SETTINGS
