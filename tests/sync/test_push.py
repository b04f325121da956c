"""The outbox, in order, once, and never blocked by one bad item."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from pydantic import JsonValue

from leerplicht_desktop.casework.ports.brievenbus import AntwoordSoort
from leerplicht_desktop.casework.ports.werk import Json
from leerplicht_desktop.casework.problems import (
    AanmeldingGeweigerd,
    AanmeldingVerlopen,
    AndereServer,
    ApparaatIngetrokken,
    GeenVerbinding,
    Geschorst,
    ServerWeigert,
    VersieVerschil,
)
from leerplicht_desktop.sync.loop import SyncLoop
from leerplicht_protocol.codec import read
from leerplicht_protocol.messages import Problem, PushRequest, PushResponse
from leerplicht_protocol.session import Refused

from .fake_kluis import VasteKlok
from .fake_office import BEGIN
from .fake_server import Gemeente, Kabel, WeigeringError
from .faults import Naloper, Omweg, Storing, altijd, dubbel, eenmaal, na_werk_zegt, terug_kwijt, zegt
from .laptop import Laptop, gemeente

OPS = "/v1/ops"
VORM = Problem(code="vorm", bericht="Dat gaat niet.").model_dump_json().encode()


def _laptop(
    aantal: int, omweg: Omweg | None = None, server: Gemeente | None = None
) -> tuple[Gemeente, Laptop]:
    server = server or gemeente()
    kabel: httpx.BaseTransport = Kabel(server)
    laptop = Laptop(server, transport=Storing(kabel, altijd(OPS, omweg)) if omweg else kabel)
    for nummer in range(aantal):
        laptop.kluis.notitie(f"op{nummer}", f"n{nummer}", ("d0",), f"tekst {nummer}")
    return server, laptop


def _soort(laptop: Laptop, op: str) -> AntwoordSoort | None:
    rij = next(rij for rij in laptop.kluis.staat.uitvak if rij.verzending.op == op)
    return rij.antwoord.soort if rij.antwoord else None


def _notities(server: Gemeente) -> list[str]:
    return [id_ for soort, id_ in server.records if soort == "gespreksnotitie"]


def test_everything_goes_once_in_order_in_batches() -> None:
    server, laptop = _laptop(7)
    server.max_ops = 3
    uitslag = laptop.loop.round()
    assert (uitslag.sent, uitslag.refused, uitslag.problem) == (7, 0, None)
    assert _notities(server) == [f"n{nummer}" for nummer in range(7)]
    assert server.duwen == 3
    assert laptop.open == []
    assert laptop.loop.round().sent == 0
    assert server.duwen == 3


@pytest.mark.parametrize("omweg", [terug_kwijt, na_werk_zegt(503), na_werk_zegt(500)])
def test_work_whose_answer_is_lost_arrives_once(omweg: Omweg) -> None:
    server = gemeente()
    laptop = Laptop(server, transport=Storing(Kabel(server), eenmaal(OPS, omweg)))
    laptop.kluis.notitie("op0", "n0", ("d0",), "tekst")
    laptop.loop.round()
    laptop.herstart()
    laptop.loop.round()
    assert _notities(server) == ["n0"]
    assert laptop.open == []
    assert laptop.loop.round().sent == 0


def test_duplicates_and_old_batches_change_nothing() -> None:
    server, laptop = _laptop(4, dubbel)
    server.max_ops = 2
    laptop.loop.round()
    laptop.transport = Storing(Kabel(server), altijd(OPS, Naloper()))
    laptop.herstart()
    for nummer in range(4, 8):
        laptop.kluis.notitie(f"op{nummer}", f"n{nummer}", ("d0",), "tekst")
    assert laptop.loop.round().problem is None
    assert _notities(server) == [f"n{nummer}" for nummer in range(8)]


def test_a_repeat_is_byte_for_byte_the_same() -> None:
    gezien: list[object] = []

    def omweg(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
        gezien.append(json.loads(request.content)["ops"])
        return terug_kwijt(request, goed)

    _, laptop = _laptop(1, omweg)
    for _ in range(2):
        assert isinstance(laptop.loop.round().problem, GeenVerbinding)
        laptop.herstart()
    assert gezien[0] == gezien[1]


def test_a_body_travels_as_it_was_kept() -> None:
    server, laptop = _laptop(1)
    verzending = laptop.kluis.staat.uitvak[0].verzending
    afspraak: dict[str, Json] = {"wat": "bellen", "wie": "school", "uiterlijk": "2026-12-01"}
    body: dict[str, Json] = {**verzending.body, "afspraken": (afspraak,), "van_morgen": [None, True, 1, 1.5]}
    laptop.kluis.staat.uitvak[0].verzending = replace(verzending, body=body)
    assert laptop.loop.round().problem is None
    fields = server.records["gespreksnotitie", "n0"].fields
    assert fields["afspraken"] == [afspraak]
    assert fields["van_morgen"] == [None, True, 1, 1.5]


def test_a_refused_operation_keeps_its_text_and_reason() -> None:
    server, laptop = _laptop(2)
    server.trek_in("a", "d0")
    uitslag = laptop.loop.round()
    assert (uitslag.sent, uitslag.refused, uitslag.problem) == (0, 2, None)
    rij = laptop.kluis.staat.uitvak[0]
    assert rij.antwoord is not None
    assert rij.antwoord.reden == "out_of_scope"
    assert json.loads(rij.antwoord.ruw)["status"] == "rejected"
    assert rij.verzending.body["tekst"] == "tekst 0"
    assert "n0" not in laptop.kluis.staat.werk


def test_one_that_waits_does_not_hold_the_others() -> None:
    server, laptop = _laptop(0)
    server.max_ops = 1
    laptop.kluis.notitie("op0", "n0", ("d0",), "verbetering", after=("n1",))
    laptop.kluis.notitie("op1", "n1", ("d0",), "oorspronkelijk")
    assert laptop.loop.round().sent == 1
    assert laptop.open == ["op0"]
    assert laptop.loop.round().sent == 1
    assert laptop.open == []


@pytest.mark.parametrize(
    ("id_", "dossiers", "tekst"),
    [
        ("geen id!", ("d0",), "tekst"),
        ("n", (), "tekst"),
        ("n", ("d0",) * 21, "tekst"),
        ("n", ("d0",), "\ud800"),
    ],
    ids=["id", "no dossier", "too many dossiers", "half a character"],
)
def test_what_no_server_can_take_is_refused_here(id_: str, dossiers: tuple[str, ...], tekst: str) -> None:
    _, laptop = _laptop(0)
    laptop.kluis.notitie("op0", id_, dossiers, tekst)
    laptop.kluis.notitie("op1", "n1", ("d0",), "tekst")
    uitslag = laptop.loop.round()
    assert (uitslag.sent, uitslag.refused, uitslag.problem) == (1, 1, None)
    assert _soort(laptop, "op0") is AntwoordSoort.REJECTED


def test_a_batch_of_nothing_that_can_go_is_not_sent() -> None:
    server, laptop = _laptop(0)
    laptop.kluis.notitie("op0", "geen id!", ("d0",), "tekst")
    assert laptop.loop.round().refused == 1
    assert server.duwen == 0


class Kieskeurig(Gemeente):
    """A server that cannot read some operations."""

    slecht: frozenset[str] = frozenset()
    zo: tuple[int, str] = (422, "vorm")

    def duw(self, officer: str, device: str, ruw: JsonValue) -> PushResponse:
        """Fail over the bad ones."""
        verzoek = PushRequest.model_validate(ruw)
        if self.slecht & {op.op for op in verzoek.ops}:
            raise WeigeringError(*self.zo)
        return super().duw(officer, device, ruw)


def _kieskeurig(
    aantal: int, slecht: set[str], zo: tuple[int, str] = (422, "vorm")
) -> tuple[Kieskeurig, Laptop]:
    server = gemeente(soort=Kieskeurig)
    assert isinstance(server, Kieskeurig)
    server.slecht, server.zo = frozenset(slecht), zo
    _, laptop = _laptop(aantal, server=server)
    return server, laptop


@pytest.mark.parametrize("zo", [(422, "vorm"), (400, "vorm"), (413, "te_groot"), (422, "op_gewijzigd")])
def test_one_unreadable_operation_is_found_and_the_rest_goes_on(zo: tuple[int, str]) -> None:
    _, laptop = _kieskeurig(9, {"op4"}, zo)
    uitslag = laptop.loop.round()
    assert (uitslag.sent, uitslag.refused, uitslag.problem) == (8, 1, None)
    assert _soort(laptop, "op4") is AntwoordSoort.REJECTED
    assert laptop.open == []
    assert laptop.loop.round().refused == 0


def test_the_only_operation_may_be_unreadable() -> None:
    _, laptop = _kieskeurig(1, {"op0"})
    assert laptop.loop.round().refused == 1


def test_a_server_that_reads_nothing_refuses_nothing() -> None:
    _, laptop = _kieskeurig(3, {"op0", "op1", "op2"})
    uitslag = laptop.loop.round()
    assert isinstance(uitslag.problem, ServerWeigert)
    assert (uitslag.refused, len(laptop.open)) == (0, 3)
    assert uitslag.received > 0  # the pull goes on


def test_a_limit_on_the_way_splits_and_refuses_nothing() -> None:
    def omweg(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
        ops = json.loads(request.content)["ops"]
        te_veel = len(ops) > 1 or ops[0]["op"] == "op1"
        return zegt(413, b"<html>")(request, goed) if te_veel else goed.handle_request(request)

    _, laptop = _laptop(3, omweg)
    uitslag = laptop.loop.round()
    assert (uitslag.sent, uitslag.refused) == (2, 0)
    assert laptop.open == ["op1"]
    assert isinstance(uitslag.problem, ServerWeigert)


def test_one_over_which_the_server_falls_waits_for_another_day() -> None:
    server, laptop = _kieskeurig(9, {"op0"}, (500, "fout"))
    uitslag = laptop.loop.round()
    assert (uitslag.sent, uitslag.refused) == (8, 0)
    assert isinstance(uitslag.problem, GeenVerbinding)
    assert laptop.open == ["op0"]
    server.slecht = frozenset()
    assert laptop.loop.round().sent == 1


def test_a_sick_server_is_not_asked_for_ever() -> None:
    storing = Storing(Kabel(gemeente()), altijd(OPS, zegt(500)))
    laptop = Laptop(gemeente(), transport=storing)
    for nummer in range(100):
        laptop.kluis.notitie(f"op{nummer}", f"n{nummer}", ("d0",), "tekst")
    uitslag = laptop.loop.round()
    assert isinstance(uitslag.problem, GeenVerbinding)
    assert storing.verzoeken.count(OPS) <= 26
    assert len(laptop.open) == 100


@pytest.mark.parametrize("status", [502, 503, 504, 429])
def test_a_busy_server_is_left_alone(status: int) -> None:
    storing = Storing(Kabel(gemeente()), altijd(OPS, zegt(status, b"", **{"Retry-After": "17"})))
    laptop = Laptop(gemeente(), transport=storing)
    laptop.kluis.notitie("op0", "n0", ("d0",), "tekst")
    laptop.kluis.notitie("op1", "n1", ("d0",), "tekst")
    uitslag = laptop.loop.round()
    assert isinstance(uitslag.problem, GeenVerbinding)
    assert uitslag.wait == 17.0
    assert storing.verzoeken == ["/v1/hello", "/v1/renew", OPS]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (Refused.REVOKED, ApparaatIngetrokken),
        (Refused.SUSPENDED, Geschorst),
        (Refused.NOT_ENROLLED, AanmeldingGeweigerd),
    ],
)
def test_a_laptop_without_rights_says_why(code: Refused, kind: type[Exception]) -> None:
    vorm = Problem(code=code, bericht="Dat gaat niet.").model_dump_json().encode()
    _, laptop = _laptop(2, zegt(403, vorm))
    uitslag = laptop.loop.round()
    assert type(uitslag.problem) is kind
    assert len(laptop.open) == 2


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, AanmeldingVerlopen),
        (410, AndereServer),
        (426, VersieVerschil),
        (404, ServerWeigert),
    ],
)
def test_what_a_person_must_mend_stops_the_round(status: int, kind: type[Exception]) -> None:
    _, laptop = _laptop(2, zegt(status, VORM))
    uitslag = laptop.loop.round()
    assert type(uitslag.problem) is kind
    assert laptop.open == ["op0", "op1"]
    assert uitslag.received == 0


def test_a_revoked_laptop_hands_in_its_work_first() -> None:
    server, laptop = _laptop(3)
    server.max_ops = 1
    server.ingetrokken.add("dev-a")
    uitslag = laptop.loop.round()
    assert uitslag.sent == 3
    assert isinstance(uitslag.problem, ApparaatIngetrokken)
    assert (laptop.open, uitslag.received) == ([], 0)


def _antwoord_zonder(weg: set[str]) -> Omweg:
    def omweg(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
        antwoord = read(goed.handle_request(request).read())
        assert isinstance(antwoord, dict)
        resultaten = antwoord["results"]
        assert isinstance(resultaten, list)
        vreemd: JsonValue = {"op": "vreemd", "status": "rejected"}
        antwoord["results"] = [vreemd, *(r for r in resultaten if isinstance(r, dict) and r["op"] not in weg)]
        return httpx.Response(200, stream=httpx.ByteStream(json.dumps(antwoord).encode()))

    return omweg


def test_an_answer_that_leaves_something_out_settles_the_rest() -> None:
    server, laptop = _laptop(3, _antwoord_zonder({"op1"}))
    uitslag = laptop.loop.round()
    assert (uitslag.sent, uitslag.refused) == (2, 0)
    assert isinstance(uitslag.problem, ServerWeigert)
    assert laptop.open == ["op1"]
    laptop.transport = Kabel(server)
    laptop.herstart()
    assert laptop.loop.round().problem is None
    assert sorted(_notities(server)) == ["n0", "n1", "n2"]


def test_stopping_between_batches_loses_nothing() -> None:
    server, laptop = _laptop(5)
    server.max_ops = 1

    def stop_na(naam: str) -> None:
        if naam == "na_commit" and server.duwen == 2:
            laptop.loop.stop()

    laptop.kluis.punt = stop_na
    uitslag = laptop.loop.round()
    assert uitslag.stopped
    assert uitslag.problem is None
    assert (uitslag.sent, uitslag.received, len(laptop.open)) == (2, 0, 3)
    assert laptop.kluis.staat.rondes == []
    laptop.kluis.punt = lambda naam: None
    assert laptop.loop.round().sent == 3


def test_stopping_between_halves_loses_nothing() -> None:
    server, laptop = _kieskeurig(4, {"op0"})

    def stop_na(naam: str) -> None:
        if naam == "na_commit" and server.duwen == 1:
            laptop.loop.stop()

    laptop.kluis.punt = stop_na
    uitslag = laptop.loop.round()
    assert uitslag.stopped
    assert set(laptop.open) >= {"op2", "op3"}


@pytest.mark.parametrize("achter_s", [-90, 0, 840])
def test_the_server_hears_how_far_its_clock_is_ahead_of_the_laptop(achter_s: int) -> None:
    """Added to a moment of the laptop it gives the moment of the server: that way, and not the other."""
    gehoord: list[PushRequest] = []

    def omweg(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
        gehoord.append(PushRequest.model_validate_json(request.content))
        return goed.handle_request(request)

    _, laptop = _laptop(1, omweg)
    laptop.loop = SyncLoop(
        laptop.kluis.doe, VasteKlok(BEGIN - timedelta(seconds=achter_s)), transport=laptop.transport
    )
    assert laptop.loop.round().sent == 1
    (verzoek,) = gehoord
    assert verzoek.clock.offset_ms is not None
    samen = verzoek.clock.wall + timedelta(milliseconds=verzoek.clock.offset_ms)
    assert abs(samen - BEGIN) < timedelta(seconds=10)  # the clock of the test goes on with every look
    assert abs(verzoek.clock.offset_ms / 1000 - achter_s) < 10


def test_a_laptop_that_was_revoked_keeps_its_receipts_and_asks_nothing_more() -> None:
    gevraagd: list[str] = []
    server, laptop = _laptop(2)
    kabel = laptop.transport

    def tel(request: httpx.Request) -> None:
        gevraagd.append(request.url.path)

    server.ingetrokken.add("dev-a")
    laptop.loop = SyncLoop(laptop.kluis.doe, VasteKlok(), transport=Storing(kabel, tel))
    uitslag = laptop.loop.round()
    assert isinstance(uitslag.problem, ApparaatIngetrokken)
    assert (uitslag.sent, laptop.open) == (2, [])
    assert gevraagd[-1] == OPS
