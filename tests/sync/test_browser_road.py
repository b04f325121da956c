"""Signing in in the browser: what goes into the address, and which answer is believed."""

from __future__ import annotations

import socket
import time
from collections.abc import Mapping
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest

from leerplicht_desktop.casework.ports.gemeente import Aanmeldstand
from leerplicht_desktop.casework.problems import (
    AanmeldingGeweigerd,
    AanmeldingNietAf,
    PoortBezet,
    ServerWeigert,
)
from leerplicht_desktop.sync.browser_road import BrowserRoad
from leerplicht_desktop.sync.sign_in import SignInRoad
from leerplicht_desktop.sync.wire import Destination, Wire
from leerplicht_protocol.proof import digest

from .fake_office import AANMELDEN
from .fake_server import Gemeente, Kabel
from .laptop import gemeente, iemand

SERVER = "127.0.0.1:8000"
GOED = {"code": "een-code", "iss": "https://inloggen.example"}


def _server(**changes: object) -> Gemeente:
    server = gemeente()
    server.weg = "provider"
    server.aanmelden = AANMELDEN.model_copy(update=changes)
    return server


def _asked(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def _answer(asked: Mapping[str, str], fields: Mapping[str, str]) -> httpx.Response:
    """What the browser does when the provider sends it back."""
    query = urlencode({"state": asked["state"], **fields})
    return httpx.get(f"{asked['redirect_uri']}?{query}", trust_env=False)


def test_the_whole_road() -> None:
    server = _server(extra={"resource": "urn:leerplicht", "scope": "kwaad", "state": "kwaad"})
    aanmelding = SignInRoad(transport=Kabel(server))
    pagina = aanmelding.begin(SERVER)
    assert (pagina.gemeente, pagina.code, pagina.seconden) == ("Oefenstad", "", 300)
    assert pagina.adres.startswith("https://inloggen.example/authorize?")
    asked = _asked(pagina.adres)
    assert asked["response_type"] == "code"
    assert (asked["client_id"], asked["scope"]) == ("leerplicht-laptop", "openid groups")
    assert (asked["nonce"], asked["resource"]) == ("nonce-van-de-server", "urn:leerplicht")
    assert "prompt" not in asked
    assert aanmelding.aangemeld() is None
    assert _answer(asked, GOED).status_code == 200
    wie = aanmelding.aangemeld()
    assert wie is not None
    assert (wie.stand, wie.inschrijfcode) == (Aanmeldstand.NIEUW, True)
    (sent,) = server.gewisseld
    assert (sent.handle, sent.code, sent.redirect) == ("handvat", "een-code", asked["redirect_uri"])
    assert (digest(sent.verifier.encode()), "S256") == (
        asked["code_challenge"],
        asked["code_challenge_method"],
    )
    koppeling = aanmelding.koppel("laptop", " bcdf ghjk lmnp ")
    assert server.apparaten[koppeling.device][1].right == "BCDFGHJKLMNP"
    aanmelding.sluit()


def test_another_account_asks_the_provider_to_ask() -> None:
    aanmelding = SignInRoad(transport=Kabel(_server()))
    assert _asked(aanmelding.begin(SERVER, ander_account=True).adres)["prompt"] == "login"
    aanmelding.sluit()


def test_every_sign_in_has_secrets_of_its_own() -> None:
    aanmelding = SignInRoad(transport=Kabel(_server()))
    first, second = (_asked(aanmelding.begin(SERVER).adres) for _ in range(2))
    assert first["state"] != second["state"]
    assert first["code_challenge"] != second["code_challenge"]
    with pytest.raises(httpx.ConnectError):  # what was begun before listens no more
        _answer(first, GOED)
    aanmelding.sluit()


@pytest.mark.parametrize(
    ("fields", "kind", "says"),
    [
        ({"code": "x"}, AanmeldingGeweigerd, "andere aanmelddienst"),
        ({"code": "x", "iss": "https://kwaad.example"}, AanmeldingGeweigerd, "andere aanmelddienst"),
        ({"error": "access_denied", "iss": GOED["iss"]}, AanmeldingNietAf, "afgebroken"),
        ({"error": "server_error", "iss": GOED["iss"]}, AanmeldingGeweigerd, "niet aangemeld"),
        ({"code": "x" * 4_001, "iss": GOED["iss"]}, AanmeldingGeweigerd, "niet aangemeld"),
        ({"code": "", "iss": GOED["iss"]}, AanmeldingGeweigerd, "niet aangemeld"),
    ],
)
def test_an_answer_that_is_not_believed_trades_nothing(
    fields: Mapping[str, str], kind: type[Exception], says: str
) -> None:
    server = _server()
    aanmelding = SignInRoad(transport=Kabel(server))
    _answer(_asked(aanmelding.begin(SERVER).adres), fields)
    with pytest.raises(kind, match=says):
        aanmelding.aangemeld()
    assert server.gewisseld == []
    aanmelding.sluit()


@pytest.mark.parametrize("iss", ["", "https://kwaad.example"])
def test_an_issuer_that_is_not_promised_may_be_absent_but_not_another(iss: str) -> None:
    aanmelding = SignInRoad(transport=Kabel(_server(iss_required=False)))
    _answer(_asked(aanmelding.begin(SERVER).adres), {"code": "x", **({"iss": iss} if iss else {})})
    if iss:
        with pytest.raises(AanmeldingGeweigerd):
            aanmelding.aangemeld()
    else:
        assert aanmelding.aangemeld() is not None
    aanmelding.sluit()


def test_time_is_up() -> None:
    server = _server()
    road = BrowserRoad(Wire(Destination("http://127.0.0.1:9"), iemand(), Kabel(server)), patience=0.01)
    road.begin(server.groet())
    time.sleep(0.02)
    with pytest.raises(AanmeldingNietAf, match="niet afgemaakt"):
        road.collect()
    road.close()


def test_stopping_from_another_thread_ends_the_waiting() -> None:
    aanmelding = SignInRoad(transport=Kabel(_server()))
    aanmelding.begin(SERVER)
    aanmelding.stop()
    with pytest.raises(AanmeldingNietAf):
        aanmelding.aangemeld()
    aanmelding.sluit()


def test_every_port_that_the_provider_knows_is_taken() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        aanmelding = SignInRoad(transport=Kabel(_server(ports=(other.getsockname()[1],))))
        with pytest.raises(PoortBezet):
            aanmelding.begin(SERVER)
        aanmelding.sluit()


@pytest.mark.parametrize(
    "page",
    [
        "http://inloggen.example/authorize",
        "https://",
        "https://[x/authorize",
        "https://inloggen.example/authorize#deel",
        "https://inloggen.example/a b",
        "https://inloggen.example/é",
        "file:///etc/passwd",
    ],
)
def test_a_server_cannot_make_us_open_just_any_page(page: str) -> None:
    aanmelding = SignInRoad(transport=Kabel(_server(authorization_endpoint=page)))
    with pytest.raises(ServerWeigert, match="niet veilig"):
        aanmelding.begin(SERVER)
    aanmelding.sluit()
