"""The whole road at a real provider: in, asked again, ended there, and away."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace

import httpx
import pytest

from leerplicht_protocol.messages import Ambtenaar
from leerplicht_protocol.session import SessionRequest, SessionState
from leerplicht_server import access, journal
from leerplicht_server.database import Database
from leerplicht_server.identity import officers
from leerplicht_server.identity.enrolment import give_right
from leerplicht_server.identity.settings import read_provider
from leerplicht_server.journal import Filter, What
from leerplicht_server.settings import Settings
from tests.provider.hands import _TOKEN, Provider, running
from tests.provider.people import CLIENT, OFFICERS, WORD
from tests.server.web import NO_TLS, client

from .conftest import Hands
from .laptop import Laptop, RefusedError, authorize_query, code_of

NORA, KARIM = "n.hendriks", "k.bakker"
FEED = "/v1/changes"


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with running() as made:
        yield made


class City:
    """A municipality at that provider."""

    def __init__(self, database: Database, provider: Provider, http: httpx.Client, clock: Hands) -> None:
        self.database, self.provider, self.http, self.clock = database, provider, http, clock
        with database.write() as connection:
            for officer in (NORA, KARIM):
                access.add_officer(connection, Ambtenaar(id=officer, naam=officer))

    def code(self, laptop: Laptop, login: str) -> SessionRequest:
        """Up to what came back in the browser of somebody who knows the password."""
        start, verifier = laptop.begin()
        redirect = f"http://127.0.0.1:{start.ports[0]}/terug"
        query = {**authorize_query(start, verifier, secrets.token_urlsafe(8)), "redirect_uri": redirect}
        with httpx.Client(timeout=30, verify=NO_TLS, trust_env=False) as browser:
            page = browser.get(start.authorization_endpoint, params=query)
            for _ in range(12):
                if page.is_redirect and str(page.next_request.url).startswith(redirect):  # type: ignore[union-attr]
                    code = page.next_request.url.params["code"]  # type: ignore[union-attr]
                    return SessionRequest(
                        handle=start.handle, code=code, verifier=verifier, redirect=redirect
                    )
                if page.is_redirect and page.next_request is not None:
                    page = browser.send(page.next_request)
                elif (token := _TOKEN.search(page.text)) is not None:
                    form = {"csrf_token": token[1] or token[2], "login": login, "password": WORD}
                    page = browser.post(str(page.url), data={**form, "answer": "accept"})
        raise AssertionError(page.text[:500])

    def right(self, officer: str) -> str:
        with self.database.write() as connection:
            return give_right(connection, officer, int(self.clock()), 3)

    def working(self, officer: str) -> Laptop:
        laptop = Laptop(self.http)
        laptop.finish(self.code(laptop, officer))
        laptop.enrol(self.right(officer))
        return laptop


@pytest.fixture
def city(real_database: Database, provider: Provider, clock: Hands) -> Iterator[City]:
    with client(real_database, _settings(provider), clock) as http:
        yield City(real_database, provider, http, clock)
    provider.do("join", NORA, OFFICERS)
    provider.do("unlock", NORA)


def refusal(laptop: Laptop) -> tuple[int, str]:
    with pytest.raises(RefusedError) as fault:
        laptop.renew()
    return fault.value.args[0], fault.value.args[1]


def test_in_by_the_account_and_tied_to_the_officer_of_the_right(city: City) -> None:
    laptop = Laptop(city.http)
    session = laptop.finish(city.code(laptop, NORA))
    assert (session.state, session.ambtenaar, session.roles) == (SessionState.NEW, None, ("ambtenaar",))
    assert code_of(laptop.call("GET", FEED)) == "apparaat"
    enrolled = laptop.enrol(city.right(NORA))
    assert enrolled.ambtenaar is not None
    assert enrolled.ambtenaar.id == NORA
    assert laptop.call("GET", FEED).status_code == 200
    other = Laptop(city.http)
    other.finish(city.code(other, KARIM))
    with pytest.raises(RefusedError, match="other_officer"):
        other.enrol(city.right(NORA), "i-2")


def test_a_stolen_code_verifier_or_handle_opens_nothing(city: City) -> None:
    thief, victim = Laptop(city.http), Laptop(city.http)
    mine, theirs = city.code(thief, KARIM), city.code(victim, NORA)
    crossed = (
        theirs,  # the handle is the victim's key's
        mine.model_copy(update={"code": theirs.code}),
        theirs.model_copy(update={"handle": mine.handle}),  # code and verifier, but another nonce
    )
    for request in crossed:
        with pytest.raises(RefusedError):
            thief.finish(request)
    with pytest.raises(RefusedError):
        thief.finish(mine.model_copy(update={"handle": mine.handle[:-4] + "AAAA"}))


def test_who_is_in_no_group_gets_no_session(city: City) -> None:
    laptop = Laptop(city.http)
    with pytest.raises(RefusedError, match="no_group"):
        laptop.finish(city.code(laptop, "z.groep"))


def test_who_left_his_group_is_out_at_the_next_renewal(city: City) -> None:
    laptop = city.working(NORA)
    city.provider.do("leave", NORA, OFFICERS)
    city.clock.ahead = 301
    assert refusal(laptop) == (401, "no_group")
    assert refusal(laptop) == (401, "aanmelden")


def test_an_account_that_was_locked_is_out_at_the_next_renewal(city: City) -> None:
    laptop = city.working(NORA)
    city.provider.do("lock", NORA)
    city.clock.ahead = 301
    assert refusal(laptop) == (401, "account_ended")


def test_renewals_ask_the_provider_and_go_on(city: City) -> None:
    laptop = city.working(NORA)
    for step in (301, 602, 903):
        city.clock.ahead = step
        laptop.renew()
        assert laptop.call("GET", FEED).status_code == 200


def _line(city: City, what: What) -> tuple[str, str, str]:
    with city.database.read() as connection:
        row = journal.lines(connection, Filter(what=what.value), 1)[0]
    return row.wie, row.apparaat, row.waarom


@pytest.mark.parametrize("last", [30, 59, 60, 280])
def test_what_the_provider_said_decides_for_five_minutes_in_all(city: City, last: int) -> None:
    """However the renewals fall: the account ends right after the sign-in, and its token is dead by 300 s."""
    laptop = city.working(NORA)
    city.provider.do("lock", NORA)
    city.clock.ahead = last
    with suppress(RefusedError):
        laptop.renew()
    city.clock.ahead = 301
    assert code_of(laptop.call("GET", FEED)) == "aanmelden"
    assert refusal(laptop)[0] == 401


def test_the_end_of_a_session_and_a_change_of_roles_are_told(city: City) -> None:
    laptop = city.working(NORA)
    device = laptop.renew().device
    city.provider.do("join", NORA, "leerplicht-teamleider")
    city.clock.ahead = 280
    laptop.renew()
    assert _line(city, What.ROLES) == (NORA, device, "ambtenaar -> ambtenaar, teamleider")
    city.provider.do("leave", NORA, "leerplicht-teamleider")
    city.provider.do("leave", NORA, OFFICERS)
    city.clock.ahead = 560
    assert refusal(laptop) == (401, "no_group")
    assert _line(city, What.SESSION_ENDED) == (NORA, device, "geen groep")


def test_an_account_that_was_let_go_makes_place_for_another_on_the_same_laptop(city: City) -> None:
    laptop = city.working(NORA)
    device = laptop.renew().device
    with pytest.raises(RefusedError, match="other_officer"):
        laptop.finish(city.code(laptop, KARIM))
    with city.database.write() as connection:
        assert officers.untie(connection, NORA)
        assert not officers.untie(connection, NORA)
    assert code_of(laptop.call("GET", FEED)) == "aanmelden"
    session = laptop.finish(city.code(laptop, KARIM))
    assert (session.state, session.device) == (SessionState.NEW, "")
    assert code_of(laptop.call("GET", FEED)) == "apparaat"
    with pytest.raises(RefusedError, match="other_officer"):
        laptop.enrol(city.right(KARIM))  # the laptop is still Nora's
    assert laptop.enrol(city.right(NORA)).device == device
    assert laptop.call("GET", FEED).status_code == 200
    former = Laptop(city.http)
    assert former.finish(city.code(former, NORA)).state is SessionState.NEW
    with pytest.raises(RefusedError, match="other_officer"):
        former.enrol(city.right(NORA), "i-2")


def test_sign_ins_under_way_take_no_place_at_the_server(city: City) -> None:
    handles = {Laptop(city.http).begin()[0].handle for _ in range(20)}
    assert len(handles) == 20
    assert city.working(NORA).call("GET", FEED).status_code == 200


def _settings(provider: Provider) -> Settings:
    table = {"issuer": provider.issuer, "client_id": CLIENT, "ports": provider.ports}
    chosen = read_provider({**table, "scope": "openid profile groups"})
    return replace(Settings(database=""), provider=chosen)


def test_a_provider_that_is_away_ends_nobody_for_an_hour(real_database: Database, clock: Hands) -> None:
    with ExitStack() as up:
        leaving = running()
        provider = leaving.__enter__()
        try:
            http = up.enter_context(client(real_database, _settings(provider), clock))
            laptop = City(real_database, provider, http, clock).working(NORA)
        finally:
            leaving.__exit__(None, None, None)
        clock.ahead = 1_800
        laptop.renew()
        assert laptop.call("GET", FEED).status_code == 200
        clock.ahead = 3_700
        assert refusal(laptop) == (503, "provider_away")
        assert refusal(laptop) == (503, "provider_away")  # no end: it comes back by itself
