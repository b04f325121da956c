"""A municipality whose pages somebody opens in a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

import httpx
import pytest
import sqlalchemy as sa

from leerplicht_server import journal, schema
from leerplicht_server.bureau.app import install
from leerplicht_server.database import Database
from leerplicht_server.journal import Filter
from tests.server.identity.conftest import Hands
from tests.server.office import Office
from tests.server.web import NO_TLS, client

_TOKEN = re.compile(r'name="formulier" value="([^"]+)"')


@dataclass
class Visitor:
    """A browser of somebody: keeps cookies, follows links and sends the forms that it was given."""

    http: httpx.Client
    text: str = ""

    def open(self, path: str, status: int = 200) -> str:
        """The words of a page, as a reader sees them."""
        return self._read(self.http.get(f"/bureau{path}"), status)

    def send(self, path: str, status: int = 200, **fields: str | list[str]) -> str:
        """A form with the token of the page that was read last."""
        found = _TOKEN.search(self.text)
        return self._read(self.post(path, {"formulier": found[1] if found else "", **fields}), status)

    def post(
        self, path: str, fields: Mapping[str, str | list[str]], headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        """The bare answer to a form."""
        return self.http.post(f"/bureau{path}", data=dict(fields), headers=headers, follow_redirects=False)

    def _read(self, answer: httpx.Response, status: int) -> str:
        if answer.is_redirect:
            answer = self.http.get(answer.headers["location"])
        assert answer.status_code == status, answer.text
        self.text = answer.text
        return " ".join(unescape(re.sub(r"<[^>]*>", " ", answer.text)).split())

    def as_(self, role: str) -> Visitor:
        """Signed in to practise."""
        self.open("/aanmelden")
        self.send("/aanmelden/oefenen", rol=role)
        return self


@dataclass
class Bureau:
    """An office, its server with the pages, and the clock of that server."""

    office: Office
    clock: Hands
    address: str
    browsers: list[httpx.Client] = field(default_factory=list)

    def browser(self) -> Visitor:
        made = httpx.Client(
            base_url=self.address, timeout=60, verify=NO_TLS, trust_env=False, follow_redirects=True
        )
        self.browsers.append(made)
        return Visitor(made)

    def give(self, roles: Iterable[str]) -> None:
        """The roles of every session, as a provider would have said them."""
        with self.office.database.write() as connection:
            connection.execute(sa.update(schema.sessie).values(rollen=json.dumps(sorted(roles))))

    def journal(self) -> list[tuple[str, str, str, str]]:
        """The lines, the newest first: who, what, on and why."""
        with self.office.database.read() as connection:
            rows = journal.lines(connection, Filter(), 200)
        return [(row.wie, row.wat, row.waarop, row.waarom) for row in rows]


@pytest.fixture
def seeded_bureau(seeded: Database) -> Iterator[Bureau]:
    """With the practice data in it."""
    with client(seeded, extend=install) as http:
        made = Bureau(_bare(seeded), Hands(), str(http.base_url))
        yield made
        for one in made.browsers:
            one.close()


def _bare(database: Database) -> Office:
    """An office that adds nobody."""
    made = Office.__new__(Office)
    made.database = database
    return made


@pytest.fixture
def bureau(database: Database) -> Iterator[Bureau]:
    office, clock = Office(database), Hands()
    with client(database, clock=clock, extend=install) as http:
        made = Bureau(office, clock, str(http.base_url))
        yield made
        for one in made.browsers:
            one.close()
