"""One request at a time, and one known problem when it fails."""

from __future__ import annotations

import gzip
import json
import traceback

import httpx
import pytest
from pydantic import JsonValue

from leerplicht_desktop.casework.problems import GeenVerbinding, ServerWeigert, SyncProblem
from leerplicht_desktop.sync.refusals import TooLarge
from leerplicht_desktop.sync.wire import Destination, Wire, read_model
from leerplicht_protocol.codec import MAX_BYTES
from leerplicht_protocol.messages import Hello, Problem, TokenRequest
from leerplicht_protocol.session import Refused, Session

from .fake_office import Zitting
from .fake_server import Gemeente, Kabel
from .faults import (
    PORTAAL,
    Omweg,
    Storing,
    afgekapt,
    afgekapt_zonder_fout,
    altijd,
    eenmaal,
    heen_kwijt,
    terug_kwijt,
    zegt,
)
from .laptop import gemeente, iemand

GEHEIM = str(123456780 + 2)  # made here, so that the source line in a traceback does not show it
ANTWOORD = json.dumps({"bsn": GEHEIM}).encode()
HIER = Destination("http://127.0.0.1:9")
WIE = "vernieuw-a"


def _wire(omweg: Omweg | None = None, pad: str = "/v1/hello") -> Wire:
    goed = Kabel(gemeente())
    return Wire(HIER, iemand(WIE), Storing(goed, altijd(pad, omweg)) if omweg else goed)


def test_a_good_answer_is_read() -> None:
    assert _wire().hello(short=True).epoch == "epoch-1"


@pytest.mark.parametrize(
    ("omweg", "kind"),
    [
        (heen_kwijt, GeenVerbinding),
        (terug_kwijt, GeenVerbinding),
        (afgekapt, GeenVerbinding),
        (afgekapt_zonder_fout, ServerWeigert),
        (zegt(500), GeenVerbinding),
        (zegt(503), GeenVerbinding),
        (zegt(429), GeenVerbinding),
        (zegt(200, b"{garbage"), ServerWeigert),
        (zegt(200, b"\xff\xfe"), ServerWeigert),
        (zegt(200, b'{"epoch": "1", "epoch": "2"}'), ServerWeigert),
        (zegt(200, b"[" * 40 + b"]" * 40), ServerWeigert),
        (zegt(200, b'"\\ud800"'), ServerWeigert),
        (zegt(200, b"null"), ServerWeigert),
        (zegt(200, PORTAAL), ServerWeigert),
        (zegt(302, b"", Location="http://portaal.example/"), ServerWeigert),
        (zegt(307, b"", Location="http://127.0.0.1:9/v2/hello"), ServerWeigert),
        (zegt(200, b"x", **{"Content-Encoding": "br"}), ServerWeigert),
        (zegt(200, gzip.compress(bytes(MAX_BYTES + 1)), **{"Content-Encoding": "gzip"}), TooLarge),
    ],
)
def test_a_bad_answer_is_one_problem(omweg: Omweg, kind: type[SyncProblem]) -> None:
    with pytest.raises(SyncProblem) as problem:
        _wire(omweg).hello()
    assert isinstance(problem.value, kind)


def test_a_large_answer_that_is_cut_is_no_connection() -> None:
    server = gemeente(40)
    wire = Wire(HIER, iemand(WIE), Storing(Kabel(server), altijd("/v1/changes", afgekapt_zonder_fout)))
    with pytest.raises(GeenVerbinding):
        wire.changes("", 100)


def test_no_redirect_is_followed() -> None:
    storing = Storing(
        Kabel(gemeente()), altijd("/v1/hello", zegt(307, b"", Location="http://127.0.0.1:9/v1/digest"))
    )
    with pytest.raises(ServerWeigert):
        Wire(HIER, iemand(WIE), storing).hello()
    assert storing.verzoeken == ["/v1/hello"]


@pytest.mark.parametrize("omweg", [zegt(200, ANTWOORD), zegt(422, ANTWOORD)])
def test_a_problem_carries_nothing_of_the_answer_or_the_request(omweg: Omweg) -> None:
    with pytest.raises(SyncProblem) as problem:
        _wire(omweg, "/v1/ops").push({"tekst": GEHEIM})
    assert GEHEIM not in "".join(traceback.format_exception(problem.value))
    schakel: BaseException | None = problem.value
    while schakel is not None:
        assert not isinstance(schakel, httpx.HTTPError)
        schakel = schakel.__context__


def test_who_asks_stands_in_the_head_and_nowhere_else() -> None:
    gezien: list[httpx.Request] = []

    def omweg(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
        gezien.append(request)
        return goed.handle_request(request)

    _wire(omweg, "/v1/digest").digest()
    assert gezien[0].headers["Authorization"] == "DPoP token-1"
    assert gezien[0].headers["DPoP"].count(".") == 2
    assert gezien[0].headers["Accept-Encoding"] == "gzip"
    assert "token-1" not in str(gezien[0].url)


def test_a_renewal_that_lost_to_another_is_asked_once_more() -> None:
    opnieuw = Problem(code=Refused.AGAIN, bericht="Nog eens.").model_dump_json().encode()
    storing = Storing(Kabel(gemeente()), eenmaal("/v1/renew", zegt(409, opnieuw)))
    Wire(HIER, iemand(WIE), storing).digest()
    assert storing.verzoeken.count("/v1/renew") == 3  # the 409, the nonce, and then
    altijd_opnieuw = Storing(Kabel(gemeente()), altijd("/v1/renew", zegt(409, opnieuw)))
    with pytest.raises(GeenVerbinding):
        Wire(HIER, iemand(WIE), altijd_opnieuw).digest()
    assert altijd_opnieuw.verzoeken == ["/v1/renew"] * 2


def test_a_token_that_is_not_known_any_more_is_renewed_once() -> None:
    server = gemeente()
    storing = Storing(Kabel(server), lambda request: None)
    wire = Wire(HIER, iemand(WIE), storing)
    wire.digest()
    server.tokens.clear()
    wire.digest()
    assert storing.verzoeken == [
        "/v1/renew",
        "/v1/renew",
        "/v1/digest",
        "/v1/digest",
        "/v1/renew",
        "/v1/digest",
    ]


def test_the_newest_nonce_is_used_and_asked_for_once() -> None:
    server = gemeente()
    storing = Storing(Kabel(server), lambda request: None)
    wire = Wire(HIER, iemand(WIE), storing)
    wire.digest()
    server.nonce = "nonce-1"
    wire.digest()
    wire.digest()
    assert storing.verzoeken[-3:] == ["/v1/digest"] * 3


def test_a_token_that_fits_no_header_is_no_answer() -> None:
    class Vreemd(Gemeente):
        def sessie(self, zitting: Zitting) -> Session:
            return super().sessie(zitting).model_copy(update={"token": "é\r\nX-Kwaad: ja"})

    with pytest.raises(ServerWeigert):
        Wire(HIER, iemand(WIE), Kabel(gemeente(soort=Vreemd))).digest()


def test_a_large_request_travels_compressed() -> None:
    gezien: list[httpx.Request] = []

    def omweg(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
        gezien.append(request)
        return httpx.Response(200, stream=httpx.ByteStream(b"{}"))

    wire = _wire(omweg, "/v1/ops")
    waarden: list[JsonValue] = [{"a": "b"}, {"a": "b" * 2_000}]
    for waarde in waarden:
        with pytest.raises(ServerWeigert):
            wire.push(waarde)
    assert json.loads(gezien[0].content) == {"a": "b"}
    assert "Content-Encoding" not in gezien[0].headers
    assert len(gezien[1].content) < 200
    assert json.loads(gzip.decompress(gezien[1].content)) == {"a": "b" * 2_000}


def test_an_address_with_a_path_keeps_it() -> None:
    gezien: list[str] = []

    def omweg(request: httpx.Request) -> Omweg | None:
        gezien.append(request.url.path)
        return heen_kwijt

    wire = Wire(Destination("http://localhost/leerplicht"), iemand(), Storing(Kabel(gemeente()), omweg))
    with pytest.raises(GeenVerbinding):
        wire.hello()
    assert gezien == ["/leerplicht/v1/hello"]


def test_models_are_read_strictly() -> None:
    groet = gemeente().groet().model_dump(mode="json")
    assert read_model(Hello, groet) is not None
    assert read_model(Hello, {**groet, "max_ops": "200"}) is None
    assert read_model(TokenRequest, {"device_code": "\ud800"}) is None
