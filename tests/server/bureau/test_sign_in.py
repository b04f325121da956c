"""Signing in to the pages and out again: to practise, and with an account at a real provider."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from leerplicht_protocol.messages import Ambtenaar
from leerplicht_server import access
from leerplicht_server.bureau.app import install
from leerplicht_server.database import Database, open_database
from leerplicht_server.identity import officers
from leerplicht_server.identity.browsers import QUIET_SECONDS
from leerplicht_server.identity.states import BARRED
from leerplicht_server.settings import load
from tests.provider.hands import Provider, free_ports, running
from tests.provider.people import WORD
from tests.server.identity.conftest import Hands
from tests.server.web import NO_TLS, client
from tests.servers import bare_database

from .conftest import Bureau, Visitor

_FORM = re.compile(r'name="csrf_token" type="hidden" value="([^"]+)"|name="csrf_token" value="([^"]+)"')


def test_to_practise_one_chooses_a_role(bureau: Bureau) -> None:
    visitor = bureau.browser()
    assert "Als wie wil je oefenen?" in visitor.open("/")
    answer = visitor.post("/aanmelden/oefenen", {"rol": "teamleider"})
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "P. Jansen · teamleider" in visitor.open("/")
    assert bureau.journal()[1][:2] == ("oefen.teamleider", "aangemeld")


def test_somebody_without_a_role_here_is_told_where_his_work_is(bureau: Bureau) -> None:
    text = bureau.browser().as_("ambtenaar").open("/")
    assert "je werk staat op je laptop" in text
    assert "Apart gezet" not in text


def test_signing_out_ends_it_for_whoever_kept_the_cookie(bureau: Bureau) -> None:
    visitor, thief = bureau.browser().as_("teamleider"), bureau.browser()
    thief.http.cookies.update(visitor.http.cookies)
    visitor.open("/")
    assert "Je bent afgemeld." in visitor.send("/afmelden")
    assert "Als wie wil je oefenen?" in thief.open("/")
    assert ("oefen.teamleider", "afgemeld") in [line[:2] for line in bureau.journal()]


def test_after_a_quiet_while_one_signs_in_again_and_comes_back(bureau: Bureau) -> None:
    visitor = bureau.browser().as_("teamleider")
    for _ in range(3):  # who goes on working stays
        bureau.clock.ahead += QUIET_SECONDS - 60
        assert "Vandaag in het team" in visitor.open("/")
    bureau.clock.ahead += QUIET_SECONDS + 1
    page = visitor.open("/apart-gezet")
    assert "Je aanmelding is voorbij." in page
    assert 'name="naar" value="/bureau/apart-gezet"' in visitor.text


def test_a_working_day_ends_however_busy_one_is(bureau: Bureau) -> None:
    visitor = bureau.browser().as_("teamleider")
    for _ in range(25):
        bureau.clock.ahead += QUIET_SECONDS - 60
        text = visitor.open("/")
    assert "Je aanmelding is voorbij." in text


def test_a_session_of_a_laptop_is_none_of_a_browser(bureau: Bureau) -> None:
    from tests.server.web import sign_in

    with httpx.Client(base_url=bureau.address, verify=NO_TLS, trust_env=False) as http:
        laptop = sign_in(http, "anna")
    visitor = bureau.browser()
    visitor.http.cookies.set("bureau", laptop.token)
    assert "Je aanmelding is voorbij." in visitor.open("/")


# -- with an account ------------------------------------------------------------------------------


class Town:
    """A municipality with a provider, and people who have its password."""

    def __init__(self, provider: Provider, database: Database, clock: Hands, http: httpx.Client) -> None:
        self.provider, self.database, self.clock, self.http = provider, database, clock, http
        self.browsers: list[httpx.Client] = []

    def browser(self) -> Visitor:
        base = str(self.http.base_url)
        made = httpx.Client(base_url=base, timeout=30, verify=NO_TLS, trust_env=False, follow_redirects=True)
        self.browsers.append(made)
        return Visitor(made)

    def sign_in(self, visitor: Visitor, login: str) -> httpx.Response:
        """The road through the provider, up to the page that our server answers."""
        page = visitor.http.get("/bureau/aanmelden/gemeente?naar=/bureau/apart-gezet")
        for _ in range(4):
            token = _FORM.search(page.text)
            if "/bureau/" in str(page.url) or token is None:
                break
            fields = {
                "csrf_token": token[1] or token[2],
                "login": login,
                "password": WORD,
                "answer": "accept",
            }
            page = visitor.http.post(str(page.url), data=fields)
        return page


@pytest.fixture(scope="module")
def port() -> int:
    return free_ports(1)[0]


@pytest.fixture(scope="module")
def provider(port: int) -> Iterator[Provider]:
    with running(f"http://127.0.0.1:{port}/bureau/aangemeld") as made:
        yield made


@pytest.fixture
def town(provider: Provider, port: int, tmp_path: Path) -> Iterator[Town]:
    bare_database(tmp_path / "gemeente.db").close()
    file = tmp_path / "server.toml"
    lines = (f'data = "{tmp_path}"', 'gemeente = "Testgemeente"', provider.settings())
    file.write_text("\n".join(lines), encoding="utf-8")
    settings, clock = load(file, {}), Hands()
    database = open_database(f"sqlite:///{tmp_path / 'gemeente.db'}")
    with client(database, settings, clock, extend=install, port=port) as http:
        made = Town(provider, database, clock, http)
        yield made
        for one in made.browsers:
            one.close()
    database.close()


def test_with_an_account_one_comes_back_on_the_page_one_asked(town: Town) -> None:
    visitor = town.browser()
    assert "Aanmelden bij Testgemeente" in visitor.open("/apart-gezet")
    page = town.sign_in(visitor, "p.jansen")
    assert str(page.url).endswith("/bureau/apart-gezet")
    assert "P. Jansen" in page.text
    assert "oefenen" not in page.text
    assert visitor.open("/aanmelden")


def test_who_is_in_no_group_stays_outside(town: Town) -> None:
    page = town.sign_in(town.browser(), "z.groep")
    assert page.status_code == 403
    assert "hoort bij geen groep van Leerplicht" in page.text


def test_an_answer_that_this_browser_did_not_ask_for_opens_nothing(town: Town) -> None:
    visitor, other = town.browser(), town.browser()
    begun = visitor.http.get("/bureau/aanmelden/gemeente", follow_redirects=False)
    state = httpx.URL(begun.headers["location"]).params["state"]
    other.http.get("/bureau/aanmelden/gemeente", follow_redirects=False)
    for browser in (other, town.browser()):
        answer = browser.http.get("/bureau/aangemeld", params={"code": "x", "state": state})
        assert answer.status_code == 400
        assert "Deze aanmelding is niet van deze server." in answer.text
    foreign = {"code": "x", "state": state, "iss": "https://boze-buur.example"}
    assert visitor.http.get("/bureau/aangemeld", params=foreign).status_code == 403
    town.clock.ahead += 16 * 60
    late = visitor.http.get("/bureau/aangemeld", params={"code": "x", "state": state})
    assert "duurde te lang" in late.text


def test_who_loses_his_role_or_his_account_is_out_within_minutes(town: Town) -> None:
    visitor = town.browser()
    town.sign_in(visitor, "p.jansen")
    town.provider.do("leave", "p.jansen", "leerplicht-teamleider")
    try:
        town.clock.ahead += 301
        assert visitor.http.get("/bureau/apart-gezet").url.path == "/bureau/aanmelden"
    finally:
        town.provider.do("join", "p.jansen", "leerplicht-teamleider")
    town.sign_in(visitor, "p.jansen")
    town.provider.do("lock", "p.jansen")
    try:
        town.clock.ahead += 301
        assert visitor.http.get("/bureau/apart-gezet").url.path == "/bureau/aanmelden"
    finally:
        town.provider.do("unlock", "p.jansen")


def test_an_officer_who_is_barred_is_out_at_once(town: Town) -> None:
    visitor = town.browser()
    town.sign_in(visitor, "k.bakker")
    assert visitor.http.get("/bureau/").status_code == 200
    with town.database.write() as connection:
        access.add_officer(connection, Ambtenaar(id="k.bakker", naam="K. Bakker"))
        from leerplicht_server.schema import ambtenaar, sessie

        row = connection.execute(sessie.select()).one()
        values = {"issuer": row.issuer, "subject": row.subject}
        connection.execute(ambtenaar.update().where(ambtenaar.c.id == "k.bakker").values(**values))
    town.sign_in(visitor, "k.bakker")
    with town.database.write() as connection:
        officers.set_state(connection, "k.bakker", BARRED)
    assert visitor.http.get("/bureau/apart-gezet").url.path == "/bureau/aanmelden"
    again = town.sign_in(visitor, "k.bakker")
    assert (again.status_code, "Je toegang is door de gemeente gestopt" in again.text) == (403, True)
