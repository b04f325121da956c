"""Signing in at a real municipality with a real identity provider; and what a thief has from what he took."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
import sqlalchemy as sa

from leerplicht_desktop.casework.ports.brievenbus import Geheim, Koppeling, Laptopsleutel
from leerplicht_desktop.casework.ports.gemeente import Aanmeldstand
from leerplicht_desktop.casework.problems import (
    AanmeldingGeweigerd,
    AanmeldingNietAf,
    AanmeldingVerlopen,
    BekendProbleem,
    GeenVerbinding,
)
from leerplicht_desktop.sync.sign_in import SignInRoad
from leerplicht_protocol.proof import Prover, Target, new_key
from leerplicht_server import schema
from leerplicht_server.identity.states import ACTIVE, BARRED
from tests.provider.city import KARIM, NORA, ZOE, City
from tests.provider.city import city as running_city
from tests.provider.hands import PlainBrowser, Provider, free_ports, running
from tests.provider.people import OFFICERS

from .faults import Omweg
from .real import RealLaptop


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    """The identity provider."""
    with running() as made:
        yield made


@pytest.fixture(scope="module")
def stad(tmp_path_factory: pytest.TempPathFactory, provider: Provider) -> Iterator[City]:
    """A running municipality that the tests share."""
    with running_city(tmp_path_factory.mktemp("stad") / "gemeente", provider) as made:
        yield made


@pytest.fixture
def laptop(stad: City, tmp_path: Path) -> Iterator[RealLaptop]:
    """Nora's laptop, enrolled."""
    made = RealLaptop(tmp_path / "kluis", stad.enrol(NORA))
    yield made
    made.sluit()


def test_an_account_a_right_and_a_round(stad: City, laptop: RealLaptop) -> None:
    assert laptop.koppeling.ambtenaar_id == NORA
    laptop.noteer("d-0", "gesprek")
    assert laptop.loop.round().problem is None
    assert laptop.open == ()
    first = laptop.band[1]
    laptop.herstart()  # as after a lock: the token is gone, and one renewal does it without a browser
    assert laptop.loop.round().problem is None
    assert laptop.band[1].sleutel == first.sleutel
    assert laptop.band[1].vernieuwing != first.vernieuwing


def test_signing_in_again_needs_no_right(stad: City, laptop: RealLaptop) -> None:
    road = stad.begin(NORA, laptop.band)
    wie = road.aangemeld()
    assert wie is not None
    assert wie.stand is Aanmeldstand.ACTIEF
    laptop.bind((laptop.koppeling, road.laptopsleutel()))
    assert laptop.loop.round().problem is None


def test_a_right_is_for_one_laptop_of_one_officer(stad: City) -> None:
    right = stad.right(NORA)
    stad.enrol(KARIM)  # from here on this account is Karim's
    stranger = stad.begin(KARIM)
    assert stranger.aangemeld() is not None
    with pytest.raises(AanmeldingGeweigerd, match="andere ambtenaar"):
        stranger.koppel("laptop van een ander", right)
    first = stad.begin(NORA)
    assert first.aangemeld() is not None
    koppeling = first.koppel("laptop", right.lower().replace("-", " "))
    assert first.koppel("laptop", right).device == koppeling.device  # asked again after a lost answer
    second = stad.begin(NORA)
    assert second.aangemeld() is not None
    with pytest.raises(AanmeldingGeweigerd, match="niet \\(meer\\) geldig"):
        second.koppel("tweede laptop", right)


def test_without_a_group_nobody_comes_in_and_who_joins_does(stad: City) -> None:
    road = stad.begin(ZOE)
    with pytest.raises(AanmeldingGeweigerd, match="geen groep") as refusal:
        road.aangemeld()
    assert refusal.value.kop == "Je bent nog niet bevoegd"
    stad.provider.do("join", ZOE, OFFICERS)
    assert stad.begin(ZOE).aangemeld() is not None
    stad.provider.do("leave", ZOE, OFFICERS)


def test_somebody_else_does_not_get_this_laptop(stad: City, laptop: RealLaptop) -> None:
    road = stad.begin(KARIM, laptop.band)
    with pytest.raises(AanmeldingGeweigerd):
        road.aangemeld()
    assert laptop.loop.round().problem is None  # Nora's own session goes on as if nothing happened


def test_who_is_barred_stays_out_and_comes_back(stad: City, laptop: RealLaptop) -> None:
    laptop.noteer("d-0", "gesprek")
    stad.set_state(NORA, BARRED)
    assert isinstance(laptop.loop.round().problem, AanmeldingVerlopen)
    with pytest.raises(AanmeldingGeweigerd, match="beëindigd"):
        stad.begin(NORA, laptop.band).aangemeld()
    assert len(laptop.open) == 1
    stad.set_state(NORA, ACTIVE)
    road = stad.begin(NORA, laptop.band)
    assert road.aangemeld() is not None
    laptop.bind((laptop.koppeling, road.laptopsleutel()))
    assert laptop.loop.round().sent == 1


def test_a_provider_that_is_away_stops_no_work(stad: City, laptop: RealLaptop) -> None:
    text = stad.config.read_text(encoding="utf-8")
    nobody = f"http://127.0.0.1:{free_ports(1)[0]}"
    try:
        _restart(stad, text.replace(stad.provider.issuer, nobody))
        with pytest.raises(GeenVerbinding, match="aanmelddienst"):
            SignInRoad().begin(stad.server.url)
        laptop.noteer("d-0", "gesprek")
        assert laptop.loop.round().sent == 1
    finally:
        _restart(stad, text)


def _restart(stad: City, config: str) -> None:
    stad.config.write_text(config, encoding="utf-8")
    stad.server.stop()
    stad.server.start()


def test_a_browser_that_was_closed_half_way_leaves_all_as_it_was(stad: City, laptop: RealLaptop) -> None:
    before = laptop.band
    road = SignInRoad()
    road.begin(stad.server.url, before[1], before[0])
    assert road.aangemeld() is None
    road.stop()
    with pytest.raises(AanmeldingNietAf):
        road.aangemeld()
    road.sluit()
    assert laptop.band == before
    assert laptop.loop.round().problem is None


def test_two_sign_ins_at_once_are_two_sign_ins(stad: City) -> None:
    roads = [SignInRoad() for _ in range(2)]
    pages = [road.begin(stad.server.url) for road in roads]
    ports = {parse_qs(urlsplit(page.adres).query)["redirect_uri"][0] for page in pages}
    assert len(ports) == 2
    for page, login in zip(pages, (NORA, KARIM), strict=True):
        browser = PlainBrowser(login)
        browser.open(page.adres)
        assert "Je kunt dit venster sluiten" in browser.page
        browser.close()
    names = [wie.naam for road in roads if (wie := road.aangemeld())]
    for road in roads:
        road.sluit()
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


def test_a_renewal_without_the_key_is_worth_nothing(stad: City, laptop: RealLaptop) -> None:
    assert laptop.loop.round().problem is None
    koppeling, sleutel = laptop.band
    thief = (koppeling, Laptopsleutel(Geheim(new_key()), sleutel.vernieuwing))
    assert isinstance(_round_of(thief), AanmeldingVerlopen)
    assert laptop.loop.round().problem is None


def _round_of(band: tuple[Koppeling, Laptopsleutel]) -> BekendProbleem | None:
    from leerplicht_desktop.sync.loop import SyncLoop

    from .fake_kluis import FakeKluis, VasteKlok

    kluis = FakeKluis(band[0])
    kluis.staat.laptopsleutel = band[1]
    loop = SyncLoop(kluis.doe, VasteKlok())
    try:
        return loop.round().problem
    finally:
        loop.close()


def test_a_copied_vault_betrays_itself(stad: City, laptop: RealLaptop) -> None:
    """Owner and thief hold the same key: a renewal that was replaced and comes back ends it for both."""
    copied = laptop.band
    assert laptop.loop.round().problem is None
    with stad.office.database.write() as connection:  # more than the minute for an answer that was lost
        replaced = sa.update(schema.vernieuwing).where(schema.vernieuwing.c.vervangen.is_not(None))
        connection.execute(replaced.values(vervangen=schema.vernieuwing.c.vervangen - 120))
    assert isinstance(_round_of(copied), AanmeldingVerlopen)
    assert isinstance(laptop.loop.round().problem, AanmeldingVerlopen)
    laptop.noteer("d-0", "blijft bewaard")
    assert len(laptop.open) == 1
