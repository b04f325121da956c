"""Every page with every role, out of ``rechten.toml``; and what keeps a form of somebody else out."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from starlette.routing import Mount

from leerplicht_server.bureau.app import install, pages_of
from leerplicht_server.bureau.gate import safe_way
from leerplicht_server.database import Database
from leerplicht_server.errors import ServerError
from leerplicht_server.http.app import create_app
from leerplicht_server.rights import BEARER, MATRIX, NOBODY
from leerplicht_server.settings import Settings
from tests.server.office import ANNA, BRAM
from tests.server.web import PRACTICE, client

from .conftest import Bureau, Visitor

ASKED = {way: right for way, right in MATRIX.pages.items() if right not in {NOBODY, BEARER}}
ROLES = (*MATRIX.groups, "")


def _path(way: str) -> str:
    return way.split()[1].replace("{op}", "op-1").replace("{id}", ANNA).replace("{table}", "soort.csv")


def _ask(visitor: Visitor, way: str) -> int:
    if way.startswith("GET"):
        return visitor.http.get(f"/bureau{_path(way)}").status_code
    visitor.open("/")
    token = visitor.text.partition('name="formulier" value="')[2].partition('"')[0]
    return visitor.post(_path(way), {"formulier": token}).status_code


def _prepare(bureau: Bureau) -> None:
    bureau.office.dossier("d-1", BRAM)
    bureau.office.push(ANNA, bureau.office.note("d-1"))


@pytest.mark.parametrize("way", ASKED)
def test_every_role_at_every_page(bureau: Bureau, way: str) -> None:
    _prepare(bureau)
    visitor = bureau.browser().as_("teamleider")
    for role in ROLES:
        bureau.give([role] if role else [])
        status = _ask(visitor, way)
        if role in MATRIX.rights[ASKED[way]]:
            assert status in {200, 303, 422}, role
        else:
            assert status == 403, role
            who, what, on, why = bureau.journal()[0]
            assert (who, what, why) == ("oefen.teamleider", "geweigerd", "403 recht")
            assert way.split()[1] in on


@pytest.mark.parametrize("way", [way for way, right in MATRIX.pages.items() if right != NOBODY])
def test_nobody_gets_a_page_without_signing_in(bureau: Bureau, way: str) -> None:
    _prepare(bureau)
    stranger = bureau.browser()
    for cookie in ("", "verzonnen"):
        stranger.http.cookies.clear()
        if cookie:
            stranger.http.cookies.set("bureau", cookie)
        answer = stranger.http.request(way.split()[0], f"/bureau{_path(way)}", follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/bureau/aanmelden?naar=")


def test_every_page_has_its_right(bureau: Bureau) -> None:
    app = create_app(bureau.office.database, PRACTICE)
    install(app)
    (mounted,) = [route.app for route in app.routes if isinstance(route, Mount) and route.path == "/bureau"]
    assert isinstance(mounted, FastAPI)
    assert pages_of(mounted) == set(MATRIX.pages)
    assert set(MATRIX.pages.values()) <= {NOBODY, BEARER, *MATRIX.rights}


def test_a_page_that_nobody_wrote_down_keeps_the_server_from_starting() -> None:
    with pytest.raises(ServerError, match="GET /nieuw"):
        MATRIX.demand_whole_bureau({"GET /nieuw"})


def test_a_form_counts_only_with_what_this_session_was_given(bureau: Bureau) -> None:
    _prepare(bureau)
    visitor, other = bureau.browser().as_("teamleider"), bureau.browser().as_("teamleider")
    choice = {"besluit": "afwijzen", "reden": "dubbel"}
    other.open("/apart-gezet/op-1")
    stolen = other.text.partition('name="formulier" value="')[2].partition('"')[0]
    for token in ("", "verzonnen", stolen, stolen[:-1], "é"):
        assert visitor.post("/apart-gezet/op-1", {"formulier": token, **choice}).status_code == 403, token
    visitor.open("/apart-gezet/op-1")
    mine = visitor.text.partition('name="formulier" value="')[2].partition('"')[0]
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert visitor.post("/apart-gezet/op-1", {"formulier": mine, **choice}, elsewhere).status_code == 403
    foreign = {"Origin": "https://boze-buur.example"}
    assert visitor.post("/apart-gezet/op-1", {"formulier": mine, **choice}, foreign).status_code == 403
    assert visitor.post("/apart-gezet/op-1", {"formulier": mine, "reden": "x" * 70_000}).status_code == 403
    assert visitor.post("/apart-gezet/op-1", {"formulier": mine, **choice}).status_code == 303


def test_two_pages_never_hold_the_same_token(bureau: Bureau) -> None:
    visitor = bureau.browser().as_("teamleider")
    visitor.open("/")
    first = visitor.text.partition('name="formulier" value="')[2].partition('"')[0]
    visitor.open("/")
    assert first != visitor.text.partition('name="formulier" value="')[2].partition('"')[0]


def test_the_cookie_is_for_this_host_and_no_script(real_database: Database) -> None:
    settings = Settings(database="", address="https://leerplicht.example.nl")
    host = {"Host": "leerplicht.example.nl"}
    with client(real_database, settings, extend=install) as http:
        page = http.get("/bureau/aanmelden", headers=host)
        assert "geen aanmelddienst" in page.text
        assert "script" not in page.headers["content-security-policy"]
        assert page.headers["content-security-policy"].startswith("default-src 'none'")
        assert (
            http.post("/bureau/aanmelden/oefenen", headers=host, data={"rol": "teamleider"}).status_code
            == 404
        )


def test_after_signing_in_one_comes_only_on_a_page_of_ours() -> None:
    assert safe_way("/bureau/apart-gezet/op-1") == "/bureau/apart-gezet/op-1"
    for foreign in (
        "https://boze-buur.example",
        "//boze-buur.example",
        "/v1/hello",
        "/bureau/\\x",
        "",
        "/bureau/\n",
    ):
        assert safe_way(foreign) == "/bureau/"
