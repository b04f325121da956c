"""Signing in at a real municipality with a real identity provider; and what a thief has from what he took."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from leerplicht_desktop.casework.ports.brievenbus import Geheim, Koppeling, Laptopsleutel
from leerplicht_desktop.casework.ports.gemeente import Aanmeldstand
from leerplicht_desktop.casework.problems import (
    AanmeldingGeweigerd,
    AanmeldingNietAf,
    AanmeldingVerlopen,
    GeenVerbinding,
    KnownProblem,
)
from leerplicht_desktop.sync.sign_in import SignInRoad
from leerplicht_protocol.proof import Prover, Target, new_key
from leerplicht_server.database import open_database
from leerplicht_server.migrate import migrate
from tests.provider.hands import PlainBrowser, Provider, running
from tests.provider.people import OFFICERS
from tests.server.office import Office
from tests.servers import ServerProcess

from .faults import Omweg
from .real import Band, RealLaptop, wait_for

NORA, KARIM, ZOE, FREEK = "n.hendriks", "k.bakker", "z.groep", "f.beheer"


@dataclass
class City:
    """A municipality whose officers have an account at a provider."""

    server: ServerProcess
    office: Office
    provider: Provider
    _begun: list[SignInRoad] = field(default_factory=list)

    def right(self, officer: str) -> str:
        """A one-time right, as the administrator gives it out."""
        done = self.server.command("inschrijfrecht", officer)
        assert done.returncode == 0, done.stderr
        return next(word for word in done.stdout.replace(".", " ").split() if word.count("-") >= 2)

    def begin(self, login: str, band: Band | None = None) -> SignInRoad:
        """Begin, and let somebody sign in in a browser of his own."""
        koppeling, sleutel = band or (None, None)
        road = SignInRoad()
        self._begun.append(road)
        page = road.begin(self.server.url, sleutel, koppeling)
        browser = PlainBrowser(login)
        browser.open(page.adres)
        browser.close()
        return road

    def enrol(self, officer: str) -> Band:
        """The whole road of a first set-up."""
        road = self.begin(officer)
        wie = road.aangemeld()
        assert wie is not None
        assert (wie.stand, wie.inschrijfcode) == (Aanmeldstand.NIEUW, True)
        return road.koppel("laptop", self.right(officer)), road.laptopsleutel()

    def close(self) -> None:
        """Let go of every connection."""
        for road in self._begun:
            road.close()


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    """The identity provider."""
    with running() as made:
        yield made


@pytest.fixture
def city(tmp_path: Path, provider: Provider) -> Iterator[City]:
    """A running municipality; its database is no practice one, so a code lets nobody in."""
    folder = tmp_path / "gemeente"
    folder.mkdir()
    config = folder / "server.toml"
    config.write_text(f'sleutelbestand = "{folder / "sleutel"}"\n{provider.settings()}', encoding="utf-8")
    url = f"sqlite:///{folder / 'gemeente.db'}"
    database = open_database(url)
    migrate(database)
    server = ServerProcess(url, folder, {"LEERPLICHT_SERVER_CONFIG": str(config)})
    server.start()
    wait_for(server.port)
    office = Office(database)
    for officer in (NORA, KARIM):
        assert server.command("ambtenaar", officer, "--naam", officer.title()).returncode == 0
    office.dossier("d-0", NORA, KARIM)
    made = City(server, office, provider)
    yield made
    made.close()
    server.kill()
    database.close()


@pytest.fixture
def laptop(city: City, tmp_path: Path) -> Iterator[RealLaptop]:
    """Nora's laptop, enrolled."""
    made = RealLaptop(tmp_path / "kluis", city.enrol(NORA))
    yield made
    made.sluit()


def test_an_account_a_right_and_a_round(city: City, laptop: RealLaptop) -> None:
    assert laptop.koppeling.ambtenaar_id == NORA
    laptop.noteer("d-0", "gesprek")
    assert laptop.loop.round().problem is None
    assert laptop.open == ()
    first = laptop.band[1]
    laptop.herstart()  # as after a lock: the token is gone, and one renewal does it without a browser
    assert laptop.loop.round().problem is None
    assert laptop.band[1].sleutel == first.sleutel
    assert laptop.band[1].vernieuwing != first.vernieuwing


def test_signing_in_again_needs_no_right(city: City, laptop: RealLaptop) -> None:
    road = city.begin(NORA, laptop.band)
    wie = road.aangemeld()
    assert wie is not None
    assert wie.stand is Aanmeldstand.ACTIEF
    laptop.bind((laptop.koppeling, road.laptopsleutel()))
    assert laptop.loop.round().problem is None


def test_a_right_is_for_one_laptop_of_one_officer(city: City) -> None:
    right = city.right(NORA)
    city.enrol(KARIM)  # from here on this account is Karim's
    stranger = city.begin(KARIM)
    assert stranger.aangemeld() is not None
    with pytest.raises(AanmeldingGeweigerd, match="andere ambtenaar"):
        stranger.koppel("laptop van een ander", right)
    first = city.begin(NORA)
    assert first.aangemeld() is not None
    koppeling = first.koppel("laptop", right.lower().replace("-", " "))
    assert first.koppel("laptop", right).device == koppeling.device  # asked again after a lost answer
    second = city.begin(NORA)
    assert second.aangemeld() is not None
    with pytest.raises(AanmeldingGeweigerd, match="niet \\(meer\\) geldig"):
        second.koppel("tweede laptop", right)


def test_without_a_group_nobody_comes_in_and_who_joins_does(city: City) -> None:
    road = city.begin(ZOE)
    with pytest.raises(AanmeldingGeweigerd, match="geen groep") as refusal:
        road.aangemeld()
    assert refusal.value.kop == "Je bent nog niet bevoegd"
    city.provider.do("join", ZOE, OFFICERS)
    assert city.begin(ZOE).aangemeld() is not None
    city.provider.do("leave", ZOE, OFFICERS)


def test_somebody_else_does_not_get_this_laptop(city: City, laptop: RealLaptop) -> None:
    road = city.begin(KARIM, laptop.band)
    with pytest.raises(AanmeldingGeweigerd):
        road.aangemeld()
    assert laptop.loop.round().problem is None  # Nora's own session goes on as if nothing happened


def test_who_is_barred_stays_out_and_comes_back(city: City, laptop: RealLaptop) -> None:
    laptop.noteer("d-0", "gesprek")
    assert city.server.command("ambtenaren", "--weer", NORA).returncode == 0
    assert isinstance(laptop.loop.round().problem, AanmeldingVerlopen)
    with pytest.raises(AanmeldingGeweigerd, match="beëindigd"):
        city.begin(NORA, laptop.band).aangemeld()
    assert len(laptop.open) == 1
    assert city.server.command("ambtenaren", "--herstel", NORA).returncode == 0
    road = city.begin(NORA, laptop.band)
    assert road.aangemeld() is not None
    laptop.bind((laptop.koppeling, road.laptopsleutel()))
    assert laptop.loop.round().sent == 1


def test_a_provider_that_is_away_stops_no_work(city: City, laptop: RealLaptop, tmp_path: Path) -> None:
    config = Path(city.server.environment["LEERPLICHT_SERVER_CONFIG"])
    text = config.read_text(encoding="utf-8")
    with running() as other:
        away = text.replace(city.provider.issuer, other.issuer)
    config.write_text(away, encoding="utf-8")
    city.server.stop()
    city.server.start()
    wait_for(city.server.port)
    with pytest.raises(GeenVerbinding, match="aanmelddienst"):
        SignInRoad().begin(city.server.url)
    laptop.noteer("d-0", "gesprek")
    assert laptop.loop.round().sent == 1


def test_a_browser_that_was_closed_half_way_leaves_all_as_it_was(city: City, laptop: RealLaptop) -> None:
    before = laptop.band
    road = SignInRoad()
    road.begin(city.server.url, before[1], before[0])
    assert road.aangemeld() is None
    road.stop()
    with pytest.raises(AanmeldingNietAf):
        road.aangemeld()
    road.close()
    assert laptop.band == before
    assert laptop.loop.round().problem is None


def test_two_sign_ins_at_once_are_two_sign_ins(city: City) -> None:
    roads = [SignInRoad() for _ in range(2)]
    pages = [road.begin(city.server.url) for road in roads]
    ports = {parse_qs(urlsplit(page.adres).query)["redirect_uri"][0] for page in pages}
    assert len(ports) == 2
    for page, login in zip(pages, (NORA, KARIM), strict=True):
        browser = PlainBrowser(login)
        browser.open(page.adres)
        assert "Je kunt dit venster sluiten" in browser.page
        browser.close()
    names = [wie.naam for road in roads if (wie := road.aangemeld())]
    for road in roads:
        road.close()
    assert len(set(names)) == 2


# -- what a thief has -----------------------------------------------------------------------------


@dataclass
class Tap:
    """Somebody who sees every request of a laptop, inside TLS."""

    seen: list[httpx.Request] = field(default_factory=list)

    def plan(self, request: httpx.Request) -> Omweg | None:
        """Listen; let all pass."""
        request.read()
        self.seen.append(request)
        return None

    def last(self, path: str) -> httpx.Request:
        """The newest request to a path."""
        return next(one for one in reversed(self.seen) if one.url.path == path)


def _code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json().get("code", ""))


def _send(like: httpx.Request, **changes: object) -> httpx.Response:
    request = {
        "method": like.method,
        "url": str(like.url),
        "headers": {n: v for n, v in like.headers.items() if n not in {"host", "content-length"}},
        "content": like.content,
        **changes,
    }
    return httpx.request(**request, trust_env=False)  # type: ignore[arg-type]


@pytest.fixture
def tap(laptop: RealLaptop) -> Tap:
    """A whole round of Nora's, overheard."""
    made = Tap()
    laptop.plan = made.plan
    laptop.noteer("d-0", "gesprek")
    assert laptop.loop.round().problem is None
    return made


def test_a_stolen_token_alone_is_worth_nothing(tap: Tap) -> None:
    digest = tap.last("/v1/digest")
    token = digest.headers["Authorization"].removeprefix("DPoP ")
    for scheme in ("Bearer", "DPoP"):
        bare = _send(digest, headers={"Authorization": f"{scheme} {token}"})
        assert bare.status_code == 401, scheme
    nonce = bare.headers["DPoP-Nonce"]
    own = Prover(new_key()).proof(Target("GET", str(digest.url)), nonce=nonce, token=token)
    other_key = _send(digest, headers={"Authorization": f"DPoP {token}", "DPoP": own})
    assert _code(other_key) == (401, "aanmelden")


def test_a_captured_proof_fits_nothing_else(tap: Tap) -> None:
    ops, digest = tap.last("/v1/ops"), tap.last("/v1/digest")
    assert _code(_send(digest)) == (401, "aanmelden")  # the very same once more
    assert _code(_send(ops, content=ops.content.replace(b"gesprek", b"leugens"))) == (401, "aanmelden")
    elsewhere = str(digest.url).replace("digest", "changes")
    assert _code(_send(digest, url=elsewhere)) == (401, "aanmelden")
    assert _code(_send(digest, method="POST")) != (200, "")


def test_a_renewal_without_the_key_is_worth_nothing(city: City, laptop: RealLaptop) -> None:
    assert laptop.loop.round().problem is None
    koppeling, sleutel = laptop.band
    thief = (koppeling, Laptopsleutel(Geheim(new_key()), sleutel.vernieuwing))
    assert isinstance(_round_of(thief), AanmeldingVerlopen)
    assert laptop.loop.round().problem is None


def _round_of(band: tuple[Koppeling, Laptopsleutel]) -> KnownProblem | None:
    from leerplicht_desktop.sync.loop import SyncLoop

    from .fake_kluis import FakeKluis, VasteKlok

    kluis = FakeKluis(band[0])
    kluis.staat.laptopsleutel = band[1]
    loop = SyncLoop(kluis.doe, VasteKlok())
    try:
        return loop.round().problem
    finally:
        loop.close()


def test_a_copied_vault_is_noticed_by_its_owner(city: City, laptop: RealLaptop) -> None:
    """Owner and thief hold the same key: whoever comes second brings a renewal that is spent."""
    copied = laptop.band
    assert laptop.loop.round().problem is None
    laptop.loop.round()
    laptop.herstart()
    assert laptop.loop.round().problem is None  # two renewals on: the copy is older than the one before
    assert isinstance(_round_of(copied), AanmeldingVerlopen)
