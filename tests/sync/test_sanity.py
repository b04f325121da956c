"""After a pull both sides count; a difference is mended once, or told."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import httpx
import pytest

from leerplicht_desktop.casework.ports.brievenbus import SpiegelRecord
from leerplicht_desktop.casework.problems import AndereServer, ServerWeigert
from leerplicht_protocol.messages import Digest
from leerplicht_protocol.records import Entity

from .fake_server import Gemeente, Kabel
from .faults import Omweg, Storing, altijd, zegt
from .laptop import Laptop, dossier, gemeente

DIGEST = "/v1/digest"
VREEMD = SpiegelRecord("dossier", "over", ("over",), 1, 1, False, {}, {})


def _in_orde(laptop: Laptop, server: Gemeente) -> bool:
    return laptop.spiegel == server.beeld("a")


def _haalt_alles(kabel: Kabel) -> int:
    return sum(verzoek.endswith("/changes") for verzoek in kabel.verzoeken)


@pytest.mark.parametrize("schade", ["weg", "over", "ouder", "nieuwer"])
def test_a_difference_is_mended_by_fetching_once_more(schade: str) -> None:
    server = gemeente(5)
    server.max_page = 2
    laptop = Laptop(server)
    laptop.loop.round()
    spiegel = laptop.kluis.staat.spiegel
    d2 = spiegel["dossier", "d2"]
    match schade:
        case "weg":
            del spiegel["dossier", "d2"]
        case "over":
            spiegel["dossier", "over"] = VREEMD
        case "ouder":
            spiegel["dossier", "d2"] = replace(d2, rev=0)
        case "nieuwer":
            spiegel["dossier", "d2"] = replace(d2, rev=9)
    laptop.kluis.notitie("op0", "n0", ("d0",), "tekst")
    laptop.kluis.staat.concepten.append("begonnen")
    uitslag = laptop.loop.round()
    assert uitslag.problem is None
    assert _in_orde(laptop, server)
    assert laptop.kluis.staat.concepten == ["begonnen"]
    assert laptop.kluis.staat.uitvak[0].antwoord is not None
    assert laptop.loop.round().received == 0


def test_nothing_vanishes_while_it_is_mended() -> None:
    server = gemeente(5)
    server.max_page = 2
    laptop = Laptop(server)
    laptop.loop.round()
    laptop.kluis.staat.spiegel["dossier", "over"] = VREEMD
    minst: list[int] = []
    laptop.kluis.punt = lambda naam: minst.append(len(laptop.spiegel))
    laptop.loop.round()
    assert min(minst) == 5


@pytest.mark.parametrize("bladzijden", [1, 2])
def test_mending_that_is_cut_short_goes_on_later(bladzijden: int) -> None:
    server = gemeente(5)
    server.max_page = 2
    laptop = Laptop(server)
    laptop.loop.round()
    laptop.kluis.staat.spiegel["dossier", "over"] = VREEMD
    gezien: list[str] = []

    def stop(naam: str) -> None:
        gezien.append(naam)
        if gezien.count("mid_pull") == bladzijden:
            laptop.loop.stop()

    laptop.kluis.punt = stop
    uitslag = laptop.loop.round()
    assert uitslag.stopped
    assert uitslag.problem is None
    laptop.kluis.punt = lambda naam: None
    laptop.herstart()
    assert laptop.loop.round().problem is None
    assert _in_orde(laptop, server)


def test_stopping_before_the_first_page_of_the_mending() -> None:
    server = gemeente(3)
    kabel = Kabel(server)

    def omweg(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
        laptop.loop.stop()
        return goed.handle_request(request)

    laptop = Laptop(server, transport=Storing(kabel, altijd(DIGEST, omweg)))
    laptop.kluis.staat.spiegel["dossier", "over"] = VREEMD
    uitslag = laptop.loop.round()
    assert uitslag.stopped
    assert ("dossier", "over") in laptop.spiegel


class Leugenaar(Gemeente):
    """A server that counts wrong."""

    def overzicht(self, officer: str) -> Digest:
        """One dossier too many."""
        echt = super().overzicht(officer)
        regels = tuple(
            regel.model_copy(update={"count": regel.count + (regel.entity is Entity.DOSSIER)})
            for regel in echt.lines
        )
        return echt.model_copy(update={"lines": regels})


def test_a_difference_that_stays_is_told_after_one_attempt() -> None:
    server = gemeente(soort=Leugenaar)
    kabel = Kabel(server)
    laptop = Laptop(server, transport=kabel)
    uitslag = laptop.loop.round()
    assert isinstance(uitslag.problem, ServerWeigert)
    assert "verschillen" in uitslag.problem.bericht
    assert _haalt_alles(kabel) == 2
    assert laptop.kluis.staat.rondes[0][3] == "ServerWeigert"
    assert _in_orde(laptop, server)


class Druk(Gemeente):
    """An office that writes between every last page and its digest."""

    keer = 2

    def overzicht(self, officer: str) -> Digest:
        """Something new, a few times."""
        if self.keer:
            self.keer -= 1
            self.schrijf(Entity.DOSSIER, "d0", ("d0",), dossier(100 + self.keer))
        return super().overzicht(officer)


@pytest.mark.parametrize(("keer", "bij"), [(2, True), (10**6, False)])
def test_an_office_that_keeps_writing_is_caught_up_with_or_left(keer: int, bij: bool) -> None:
    server = gemeente(soort=Druk)
    assert isinstance(server, Druk)
    server.keer = keer
    kabel = Kabel(server)
    laptop = Laptop(server, transport=kabel)
    assert laptop.loop.round().problem is None
    assert _in_orde(laptop, server)
    assert _haalt_alles(kabel) == (3 if bij else 4)


def _overzicht(**anders: Any) -> Omweg:
    def omweg(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
        echt = json.loads(goed.handle_request(request).read())
        return httpx.Response(200, stream=httpx.ByteStream(json.dumps({**echt, **anders}).encode()))

    return omweg


@pytest.mark.parametrize(
    ("omweg", "kind"),
    [
        (_overzicht(epoch="epoch-2"), AndereServer),
        (_overzicht(lines=None), ServerWeigert),
        (_overzicht(lines=[{"entity": "dossier", "count": -1, "hash": ""}]), ServerWeigert),
        (zegt(200, b"[]"), ServerWeigert),
    ],
)
def test_what_is_no_digest_is_refused(omweg: Omweg, kind: type[Exception]) -> None:
    server = gemeente()
    laptop = Laptop(server, transport=Storing(Kabel(server), altijd(DIGEST, omweg)))
    uitslag = laptop.loop.round()
    assert type(uitslag.problem) is kind
    assert _in_orde(laptop, server)
