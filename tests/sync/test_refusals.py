"""Every failure is exactly one known problem, and none carries content."""

from __future__ import annotations

import ssl

import httpx
import pytest

from leerplicht_desktop.casework.problems import (
    AanmeldingVerlopen,
    AnderCertificaat,
    AndereServer,
    BekendProbleem,
    GeenVerbinding,
    ServerWeigert,
    SyncProblem,
    VersieVerschil,
)
from leerplicht_desktop.sync.refusals import Busy, TooLarge, Unprocessable, kind_of, refused, under_way
from leerplicht_desktop.sync.tls import PinError
from leerplicht_protocol.messages import Problem

EIGEN = Problem(code="x", bericht="123456782 Jansen").model_dump_json().encode()


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, AanmeldingVerlopen),
        (403, ServerWeigert),
        (404, ServerWeigert),
        (410, AndereServer),
        (426, VersieVerschil),
        (400, Unprocessable),
        (413, Unprocessable),
        (422, Unprocessable),
        (429, Busy),
        (500, Busy),
        (503, Busy),
        (302, ServerWeigert),
        (204, ServerWeigert),
    ],
)
def test_a_status_of_the_server_is_one_problem(status: int, kind: type[SyncProblem]) -> None:
    problem = refused(status, EIGEN)
    assert type(problem) is kind
    assert "Jansen" not in str(problem)


@pytest.mark.parametrize("status", [200, 302, 401, 403, 404, 410, 426, 511])
@pytest.mark.parametrize("body", [b"<html>log in</html>", b"", b"[]", b'{"code":1}', b"\xff", b"{" * 5_000])
def test_somebody_elses_page_revokes_nothing(status: int, body: bytes) -> None:
    problem = refused(status, body)
    assert type(problem) in {ServerWeigert, Busy}


def test_a_refused_request_carries_the_servers_code_only() -> None:
    eigen, vreemd = refused(422, EIGEN), refused(413, b"<html>")
    assert isinstance(eigen, Unprocessable)
    assert eigen.code == "x"
    assert isinstance(vreemd, Unprocessable)
    assert vreemd.code == ""


@pytest.mark.parametrize(
    ("kop", "wacht"),
    [("", 0.0), ("7", 7.0), ("999999", 3_600.0), ("Wed, 21 Oct 2026 07:28:00 GMT", 0.0), ("-1", 0.0)],
)
def test_a_server_may_ask_for_time(kop: str, wacht: float) -> None:
    problem = refused(503, b"", kop)
    assert isinstance(problem, Busy)
    assert problem.wait == wacht


def test_only_a_500_is_about_this_request() -> None:
    gestruikeld, druk = refused(500, b""), refused(503, b"")
    assert isinstance(gestruikeld, Busy)
    assert isinstance(druk, Busy)
    assert (gestruikeld.stumbles, druk.stumbles) == (True, False)


def _door(oorzaak: Exception) -> httpx.TransportError:
    fault = httpx.ConnectError("no")
    fault.__cause__ = OSError()
    fault.__cause__.__context__ = oorzaak
    return fault


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (httpx.ConnectError("no"), GeenVerbinding),
        (httpx.ReadTimeout("slow"), GeenVerbinding),
        (httpx.RemoteProtocolError("odd"), GeenVerbinding),
        (_door(PinError("other")), AnderCertificaat),
        (_door(ssl.SSLCertVerificationError("expired")), AnderCertificaat),
        (_door(ssl.SSLError("version")), ServerWeigert),
        (_door(ssl.SSLEOFError("cut")), GeenVerbinding),
    ],
)
def test_a_failure_on_the_way_is_one_problem(fault: httpx.TransportError, kind: type[SyncProblem]) -> None:
    assert type(under_way(fault)) is kind


@pytest.mark.parametrize(
    ("problem", "naam"),
    [
        (Busy(3.0), "GeenVerbinding"),
        (Unprocessable("x"), "ServerWeigert"),
        (TooLarge(), "ServerWeigert"),
        (AndereServer(), "AndereServer"),
    ],
)
def test_the_history_knows_only_the_tree(problem: BekendProbleem, naam: str) -> None:
    assert kind_of(problem) == naam
    assert problem.bericht.endswith(".")
    assert problem.remedie.endswith(".")
