"""A whole round: its order, its answer, its line of history."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import httpx
import pytest

from leerplicht_desktop.casework.ports.brievenbus import AntwoordSoort, Geheim
from leerplicht_desktop.casework.problems import (
    AanmeldingVerlopen,
    AndereServer,
    BekendProbleem,
    GeenVerbinding,
    SchijfVol,
    VersieVerschil,
)
from leerplicht_desktop.sync.loop import SyncLoop
from leerplicht_protocol.records import Entity

from .fake_kluis import FakeKluis, VasteKlok
from .fake_office import Zitting
from .fake_server import Gemeente, Kabel
from .faults import Omweg, Storing, altijd, eenmaal, heen_kwijt, zegt
from .laptop import Laptop, dossier, gemeente


def test_a_round_renews_once_and_asks_five_things_in_order() -> None:
    kabel = Kabel(gemeente())
    laptop = Laptop(kabel.gemeente, transport=kabel)
    laptop.kluis.notitie("op0", "n0", ("d0",), "tekst")
    assert laptop.loop.round().reached
    assert kabel.verzoeken == [
        "GET /v1/hello",
        "POST /v1/renew",
        "POST /v1/ops",
        "POST /v1/nummers",
        "GET /v1/changes",
        "GET /v1/digest",
    ]
    assert [ronde[1:] for ronde in laptop.kluis.staat.rondes] == [(1, 4, "goed")]


def test_progress_is_told_while_it_runs() -> None:
    server = gemeente()
    server.max_page = server.max_ops = 2
    laptop = Laptop(server)
    for nummer in range(3):
        laptop.kluis.notitie(f"op{nummer}", f"n{nummer}", ("d0",), "tekst")
    gemeld: list[tuple[int, int]] = []
    loop = SyncLoop(
        laptop.kluis.doe,
        VasteKlok(),
        transport=laptop.transport,
        report=lambda verzonden, ontvangen: gemeld.append((verzonden, ontvangen)),
    )
    loop.round()
    assert gemeld == [(2, 0), (3, 0), (3, 2), (3, 4), (3, 6)]


def test_a_laptop_without_a_tie_is_told_so() -> None:
    loop = SyncLoop(FakeKluis().doe, VasteKlok())
    uitslag = loop.round()
    assert isinstance(uitslag.problem, AanmeldingVerlopen)
    assert not uitslag.reached
    assert not loop.probe()


def test_offline_nothing_is_lost_and_the_line_says_why() -> None:
    laptop = Laptop(gemeente(), transport=Storing(Kabel(gemeente()), altijd("/v1/hello", heen_kwijt)))
    laptop.kluis.notitie("op0", "n0", ("d0",), "tekst")
    uitslag = laptop.loop.round()
    assert isinstance(uitslag.problem, GeenVerbinding)
    assert not uitslag.reached
    assert laptop.open == ["op0"]
    assert laptop.kluis.staat.rondes[0][3] == "GeenVerbinding"


def test_the_probe_says_when_the_server_is_back() -> None:
    storing = Storing(Kabel(gemeente()), eenmaal("/v1/hello", heen_kwijt))
    laptop = Laptop(gemeente(), transport=storing)
    assert not laptop.loop.probe()
    assert laptop.loop.probe()
    assert storing.verzoeken == ["/v1/hello", "/v1/hello"]
    assert laptop.kluis.staat.rondes == []


def test_a_server_on_this_machine_that_is_not_there() -> None:
    laptop = Laptop(gemeente())
    loop = SyncLoop(laptop.kluis.doe, VasteKlok())  # the real network, and nobody on port 9
    assert isinstance(loop.round().problem, GeenVerbinding)
    loop.close()
    loop.close()


def test_protocols_that_do_not_meet_stop_before_anything_is_sent() -> None:
    server = gemeente()
    server.protocol = (7, 9)
    laptop = Laptop(server)
    laptop.kluis.notitie("op0", "n0", ("d0",), "tekst")
    assert isinstance(laptop.loop.round().problem, VersieVerschil)
    assert server.duwen == 0


def test_the_tie_of_today_is_used() -> None:
    server = gemeente()
    laptop = Laptop(server)
    laptop.loop.round()
    server.tokens.clear()
    assert laptop.loop.round().problem is None  # one renewal, and nobody is asked anything
    server.tokens.clear()
    server.vernieuwingen.clear()
    assert isinstance(laptop.loop.round().problem, AanmeldingVerlopen)
    server.vernieuwingen["nieuw"] = Zitting("a", "dev-a")
    assert laptop.kluis.staat.laptopsleutel is not None
    laptop.kluis.staat.laptopsleutel = replace(laptop.kluis.staat.laptopsleutel, vernieuwing=Geheim("nieuw"))
    assert laptop.loop.round().problem is None


def test_another_epoch_waits_for_the_officer_and_then_begins_again() -> None:
    server = gemeente()
    laptop = Laptop(server)
    laptop.kluis.notitie("op0", "n0", ("d0",), "tekst")
    laptop.loop.round()
    laptop.kluis.staat.concepten.append("begonnen")
    terug = _teruggezet(laptop)
    uitslag = laptop.loop.round()
    assert isinstance(uitslag.problem, AndereServer)
    assert uitslag.epoch == "epoch-2"
    assert terug.duwen == 0
    uitslag = laptop.loop.fetch_again(uitslag.epoch)
    assert (uitslag.problem, uitslag.sent) == (None, 1)
    assert laptop.spiegel == terug.beeld("a")
    assert ("gespreksnotitie", "n0") in terug.records
    assert laptop.kluis.staat.concepten == ["begonnen"]
    assert laptop.kluis.staat.uitvak[0].verzending.body["tekst"] == "tekst"


def test_beginning_again_needs_the_epoch_that_the_server_names_now() -> None:
    server = gemeente()
    laptop = Laptop(server)
    laptop.loop.round()
    voor = laptop.spiegel
    server.epoch = "epoch-3"
    uitslag = laptop.loop.fetch_again("epoch-2")
    assert isinstance(uitslag.problem, AndereServer)
    assert uitslag.epoch == "epoch-3"
    assert laptop.spiegel == voor


def _teruggezet(laptop: Laptop) -> Gemeente:
    """An old backup in place of the server: it never heard of the note or of dossier d2."""
    terug = gemeente(2)
    terug.epoch, terug.max_page = "epoch-2", 2
    laptop.meld_aan(terug)
    laptop.transport = Kabel(terug)
    laptop.herstart()
    return terug


def _na_de_eerste(pad: str) -> Callable[[httpx.Request], Omweg | None]:
    """The first request to ``pad`` goes well; then the server is away."""
    over: list[Omweg | None] = [None]
    return lambda request: (over.pop() if over else heen_kwijt) if request.url.path == pad else None


def test_stopping_half_way_a_new_beginning_loses_nothing_and_goes_on() -> None:
    laptop = Laptop(gemeente())
    laptop.kluis.notitie("op0", "n0", ("d0",), "tekst")
    laptop.loop.round()
    voor = set(laptop.spiegel)
    terug = _teruggezet(laptop)
    laptop.transport = Storing(Kabel(terug), _na_de_eerste("/v1/changes"))
    laptop.herstart()
    assert isinstance(laptop.loop.fetch_again("epoch-2").problem, GeenVerbinding)
    assert set(laptop.spiegel) == voor
    assert ("dossier", "d2") in voor
    verder = Kabel(terug)
    laptop.transport = verder
    laptop.herstart()
    assert laptop.loop.round().problem is None
    # What the server that was put back does not know is gone, and the check at the end had nothing to mend.
    assert laptop.spiegel == terug.beeld("a")
    assert verder.verzoeken.count("GET /v1/changes") == 1


@pytest.mark.parametrize(
    ("pad", "fout"), [("/v1/digest", GeenVerbinding), ("/v1/hello", GeenVerbinding), ("", AanmeldingVerlopen)]
)
def test_beginning_again_asks_first_whether_it_is_still_signed_in(
    pad: str, fout: type[BekendProbleem]
) -> None:
    """A server that was put back need not know the laptop: then dossiers, epoch and outbox stay."""
    laptop = Laptop(gemeente())
    laptop.kluis.notitie("op0", "n0", ("d0",), "tekst")
    laptop.loop.round()
    voor = laptop.spiegel
    terug = _teruggezet(laptop)
    if pad:
        laptop.transport = Storing(Kabel(terug), altijd(pad, heen_kwijt))
        laptop.herstart()
    else:
        terug.tokens.clear()
        terug.vernieuwingen.clear()
    assert isinstance(laptop.loop.fetch_again("epoch-2").problem, fout)
    assert laptop.spiegel == voor
    assert laptop.open == []
    assert laptop.kluis.staat.koppeling is not None
    assert laptop.kluis.staat.koppeling.epoch == "epoch-1"


def test_beginning_again_twice_is_beginning_once() -> None:
    server = gemeente()
    laptop = Laptop(server)
    laptop.kluis.notitie("op0", "n0", ("d0",), "tekst")
    laptop.loop.round()
    server.epoch = "epoch-2"
    assert laptop.loop.fetch_again("epoch-2").received == 4
    uitslag = laptop.loop.fetch_again("epoch-2")
    assert (uitslag.problem, uitslag.sent, uitslag.received) == (None, 0, 0)
    assert laptop.kluis.staat.uitvak[0].antwoord is not None
    assert laptop.kluis.staat.uitvak[0].antwoord.soort is AntwoordSoort.APPLIED


@pytest.mark.parametrize("punt", ["mid_store", "mid_pull", "voor_commit"])
def test_a_full_disk_is_a_value_and_nothing_is_half_done(punt: str) -> None:
    server = gemeente()
    laptop = Laptop(server)
    laptop.kluis.notitie("op0", "n0", ("d0",), "tekst")

    def vol(naam: str) -> None:
        if naam == punt:
            raise SchijfVol

    laptop.kluis.punt = vol
    assert isinstance(laptop.loop.round().problem, SchijfVol)
    laptop.kluis.punt = lambda naam: None
    assert laptop.loop.round().problem is None
    assert laptop.open == []
    assert laptop.spiegel == server.beeld("a")


def test_a_disk_that_fills_up_at_the_last_line_is_told_too() -> None:
    laptop = Laptop(gemeente())
    laptop.loop.round()

    def vol(naam: str) -> None:
        if naam == "voor_commit" and len(laptop.kluis.staat.rondes) == 1:
            raise SchijfVol

    teller: list[str] = []

    def bij_de_regel(naam: str) -> None:
        teller.append(naam)
        if teller.count("voor_commit") == 5:  # tie, outbox, cursor, revisions, and then the line
            vol(naam)

    laptop.kluis.punt = bij_de_regel
    assert isinstance(laptop.loop.round().problem, SchijfVol)
    assert len(laptop.kluis.staat.rondes) == 1


def test_a_problem_half_way_keeps_what_went_before() -> None:
    server = gemeente()
    laptop = Laptop(server, transport=Storing(Kabel(server), altijd("/v1/changes", zegt(503))))
    laptop.kluis.notitie("op0", "n0", ("d0",), "tekst")
    uitslag = laptop.loop.round()
    assert isinstance(uitslag.problem, GeenVerbinding)
    assert (uitslag.sent, uitslag.reached, laptop.open) == (1, True, [])
    assert laptop.kluis.staat.rondes[0][1:] == (1, 0, "GeenVerbinding")


def test_a_vault_that_is_closed_by_a_lock_ends_the_round_quietly() -> None:
    laptop = Laptop(gemeente())
    laptop.kluis.notitie("op0", "n0", ("d0",), "tekst")

    def vergrendel(naam: str) -> None:
        if naam == "mid_store":
            laptop.loop.stop()
            raise RuntimeError("the vault is locked")

    laptop.kluis.punt = vergrendel
    uitslag = laptop.loop.round()
    assert (uitslag.stopped, uitslag.problem) == (True, None)
    laptop.kluis.punt = lambda naam: None
    assert laptop.loop.round().problem is None
    assert laptop.open == []


@pytest.mark.parametrize("proef", [True, False])
def test_a_fault_of_the_vault_that_nobody_asked_for_is_a_bug(proef: bool) -> None:
    laptop = Laptop(gemeente())

    def stuk(naam: str) -> None:
        raise RuntimeError("a bug")

    laptop.kluis.punt = stuk
    with pytest.raises(RuntimeError, match="a bug"):
        laptop.loop.probe() if proef else laptop.loop.round()
    if proef:
        laptop.loop.stop()
        assert not laptop.loop.probe()


def test_two_officers_see_their_own() -> None:
    server = gemeente()
    server.schrijf(Entity.DOSSIER, "alleen-b", ("alleen-b",), dossier(9))
    server.geef("b", "alleen-b")
    a, b = Laptop(server, "a"), Laptop(server, "b")
    a.kluis.notitie("op0", "n0", ("d0",), "van a")
    for laptop in (a, b):
        assert laptop.loop.round().problem is None
    assert ("dossier", "alleen-b") not in a.spiegel
    assert ("gespreksnotitie", "n0") in b.spiegel
    assert b.spiegel == server.beeld("b")


def test_nothing_heavy_is_loaded_with_the_package() -> None:
    code = "import sys, leerplicht_desktop.sync; print(sorted({'httpx', 'pydantic'} & set(sys.modules)))"
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert uit.stdout.strip() == "[]"
