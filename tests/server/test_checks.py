"""Every setting is held against what uses it: ``controleer`` and ``serve`` name setting and remedy."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from joserfc.jwk import ECKey

from leerplicht_server import schema
from leerplicht_server.__main__ import main
from leerplicht_server.database import open_database
from leerplicht_server.http.certificate import certificate_findings
from leerplicht_server.journal import What
from leerplicht_server.migrate import migrate
from tests.server.office import ANNA, Office
from tests.sync.certs import authority, ec_key, server_identity

Run = Callable[..., tuple[int, str]]
WHY = ("--reden", "bestand kwijt")


class Provider:
    """Publishes what a provider publishes of itself; ``document`` may be made wrong."""

    def __init__(self) -> None:
        self.document: dict[str, Any] = {}
        self.keys = [ECKey.generate_key("P-256").as_dict(private=False)]
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                answer = {"keys": outer.keys} if self.path == "/keys" else outer.document
                body = json.dumps(answer).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_words: object) -> None:
                """Say nothing."""

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self._server.server_port}"
        ends = ("authorization", "token", "userinfo")
        self.document = {"issuer": self.issuer, "jwks_uri": f"{self.issuer}/keys"}
        self.document |= {f"{end}_endpoint": f"{self.issuer}/{end}" for end in ends}
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def provider() -> Iterator[Provider]:
    made = Provider()
    yield made
    made.close()


@pytest.fixture
def real(database_url: str) -> Iterator[Office]:
    """A municipality of its own, with officers."""
    opened = open_database(database_url)
    migrate(opened)
    yield Office(opened)
    opened.close()


@pytest.fixture
def run(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Gives a command with a settings file of these lines, and all it said."""
    monkeypatch.setenv("LEERPLICHT_SERVER_DATABASE", database_url)

    def command(lines: str, *words: str) -> tuple[int, str]:
        config = tmp_path / "server.toml"
        key = "" if "sleutelbestand" in lines else f"sleutelbestand = '{tmp_path / 'sleutel'}'\n"
        config.write_text(key + lines, "utf-8")
        capsys.readouterr()
        try:
            code = main(["--config", str(config), *words])
        except SystemExit as stop:
            code = int(str(stop.code))
        said = capsys.readouterr()
        return code, said.out + said.err

    return command


def _table(issuer: str, more: str = "") -> str:
    return f'[aanmelddienst]\nissuer = "{issuer}"\nclient_id = "leerplicht"\n{more}'


def test_settings_that_are_right_are_said_to_be(real: Office, run: Run, provider: Provider) -> None:
    assert run(_table(provider.issuer), "controleer", "--port", "0") == (
        0,
        "De instellingen kloppen met wat ze gebruikt.\n",
    )


def test_a_database_where_nobody_can_sign_in_is_not_served(real: Office, run: Run) -> None:
    code, said = run("", "controleer", "--port", "0")
    assert code == 1
    assert "FOUT: Er is geen aanmelddienst ingesteld" in said
    code, said = run("", "serve", "--port", "0")
    assert code == 2
    assert "[aanmelddienst]" in said


def test_a_provider_that_is_away_is_told_and_stops_nothing(
    real: Office, run: Run, provider: Provider
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}"
    code, said = run(_table(nobody), "controleer", "--port", "0")
    assert code == 0
    assert said.startswith(f"LET OP: De aanmelddienst op {nobody} antwoordt nu niet")
    provider.keys = []
    assert run(_table(provider.issuer), "controleer", "--port", "0")[1].startswith("LET OP: De aanmelddienst")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"issuer": "https://ander.example"}, "aanmelddienst.issuer is niet hoe de aanmelddienst zich noemt"),
        ({"code_challenge_methods_supported": ["plain"]}, "PKCE"),
        ({"token_endpoint": "http://elders.example/token"}, "past niet bij de aanmelddienst"),
    ],
)
def test_a_provider_that_does_not_fit_stops_it(
    real: Office, run: Run, provider: Provider, change: dict[str, Any], told: str
) -> None:
    provider.document |= change
    for command, status in (("controleer", 1), ("serve", 2)):
        code, said = run(_table(provider.issuer), command, "--port", "0")
        assert code == status
        assert told in said


def test_officers_of_another_provider_are_told_of(real: Office, run: Run, provider: Provider) -> None:
    with real.database.write() as connection:
        where = schema.ambtenaar.c.id == ANNA
        tied = {"issuer": "https://vroeger.example", "subject": "s-1"}
        connection.execute(sa.update(schema.ambtenaar).where(where).values(**tied))
    said = run(_table(provider.issuer), "controleer", "--port", "0")[1]
    assert "Bij 1 ambtenaar hoort een account van een andere aanmelddienst" in said


WRONG = {
    "a role that is none": (
        _table("https://a.example", '[aanmelddienst.rollen]\nambtenar = "x"'),
        "aanmelddienst.rollen.ambtenar is geen rol",
    ),
    "a role that nearly is one": (
        _table("https://a.example", '[aanmelddienst.rollen]\nTeamleiders = "x"'),
        "Bedoel je teamleider?",
    ),
    "a role without a group": (
        _table("https://a.example", '[aanmelddienst.rollen]\nambtenaar = " "'),
        "aanmelddienst.rollen.ambtenaar noemt geen groep",
    ),
    "more than a laptop takes": (
        _table("https://a.example", "[aanmelddienst.extra]\n" + "\n".join(f'a{n} = "x"' for n in range(11))),
        "aanmelddienst.extra heeft 11 regels; hoogstens 10",
    ),
    "a port that cannot be": (_table("https://a.example:99999"), "aanmelddienst.issuer"),
    "port nought": (_table("https://a.example:0"), "aanmelddienst.issuer"),
    "somebody in the address": (_table("https://ik@a.example"), "aanmelddienst.issuer"),
    "a number for a text": ("code = 12\n", "De instelling code is tekst"),
    "a list for a text": ('data = ["x"]\n', "De instelling data is tekst"),
    "a name that is none": (f'gemeente = "{"x" * 81}"\n', "De instelling gemeente"),
    "a name of two lines": ('gemeente = "a\\nb"\n', "De instelling gemeente"),
    "a question in the address": ('adres = "https://a.example/?x=1"\n', "De instelling adres"),
    "a port that no address has": ('adres = "https://a.example:77777"\n', "De instelling adres"),
    "an officer who is not there": ('oefen_ambtenaar = "anna"\n', "De instelling oefen_ambtenaar"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_each_wrong_setting_has_a_sentence(real: Office, run: Run, wrong: str) -> None:
    lines, told = WRONG[wrong]
    for command in ("controleer", "serve"):
        code, said = run(lines, command, "--port", "0")
        assert code != 0
        assert told in said


def test_a_variable_with_a_slip_is_named(real: Office, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEERPLICHT_SERVER_ADRESS", "https://a.example")
    assert "Bedoel je LEERPLICHT_SERVER_ADRES?" in run("", "controleer")[1]
    monkeypatch.delenv("LEERPLICHT_SERVER_ADRESS")
    monkeypatch.setenv("LEERPLICHT_SERVER_CLIENT_SECRET", "geheim")
    said = run("", "controleer")[1]
    assert "LEERPLICHT_SERVER_CLIENT_SECRET" in said
    assert "geheim" not in said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--port", "70000"), "--port"),
        (("--port", "-1"), "--port"),
        (("--port", "acht"), "geen getal"),
        (("--host", "leerplicht.nergens.invalid"), "--host"),
        (("--host", ""), "--host"),
        (("--host", "192.0.2.1"), "niet van deze computer"),
        (("--port-file", "/"), "--port-file"),
        (("--port-file", "/nergens/poort"), "--port-file"),
        (("--tls-cert", "weg.pem"), "--tls-key"),
        (("--tls-cert", __file__, "--tls-key", __file__), "niet te gebruiken"),
    ],
)
def test_each_wrong_option_has_a_sentence(
    real: Office, run: Run, provider: Provider, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    pem = str(server_identity(authority("CA"), host="a.example", days=60).write(tmp_path / "s.pem"))
    cert = () if "--tls-cert" in words else ("--tls-cert", pem, "--tls-key", pem)
    default = () if "--port" in words else ("--port", "0")
    lines = f'adres = "https://a.example"\n{_table(provider.issuer)}'
    code, said = run(lines, "controleer", *default, *words, *cert)
    assert code != 0
    assert told in said


def test_a_port_that_is_taken_is_told_apart(real: Office, run: Run, provider: Provider) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        for command, status in (("serve", 2), ("controleer", 0)):
            code, said = run(_table(provider.issuer), command, "--port", port)
            assert code == status
            assert "een ander programma luistert daar al" in said


# -- the key file ----------------------------------------------------------------------------------


def test_a_lost_key_file_is_noticed_and_has_a_way_on(
    real: Office, run: Run, provider: Provider, tmp_path: Path
) -> None:
    lines, key = _table(provider.issuer), tmp_path / "sleutel"
    assert run(lines, "sleutel", "--nieuw")[0] == 2  # not without a reason
    assert run(lines, "sleutel", "--nieuw", *WHY)[0] == 0
    kept = key.read_text("ascii")
    assert run(lines, "controleer", "--port", "0")[0] == 0
    key.unlink()
    for command, status in (("controleer", 1), ("serve", 2)):
        code, said = run(lines, command, "--port", "0")
        assert code == status
        assert "is weg, en deze database hoort erbij" in said
        assert not key.exists()
    key.write_text("ab" * 32, "ascii")
    assert "is een ander dan waarmee deze database begon" in run(lines, "serve", "--port", "0")[1]
    key.write_text(kept, "ascii")
    assert run(lines, "controleer", "--port", "0")[0] == 0
    key.unlink()
    assert run(lines, "sleutel", "--nieuw", *WHY)[0] == 0
    assert run(lines, "controleer", "--port", "0")[0] == 0
    said = run(lines, "journaal", *WHY)[1]
    assert said.count(What.KEY_RENEWED.value) == 2


def test_a_key_file_that_cannot_be_made_is_told_before(real: Office, run: Run, provider: Provider) -> None:
    code, said = run(f"sleutelbestand = '/nergens/sleutel'\n{_table(provider.issuer)}", "controleer")
    assert code == 1
    assert "FOUT: Het sleutelbestand /nergens/sleutel kan niet worden gemaakt" in said


# -- the certificate -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ahead", "address", "told"),
    [
        (0, "https://a.example", []),
        (0, "https://b.example", ["noemt b.example niet"]),
        (0, "https://127.0.0.2", ["noemt 127.0.0.2 niet"]),
        (40, "https://a.example", ["verliep op"]),
        (-70, "https://a.example", ["geldt pas vanaf"]),
        (10, "", ["verloopt op"]),
    ],
)
def test_a_certificate_that_laptops_refuse_is_told_before_they_do(
    tmp_path: Path, ahead: int, address: str, told: list[str]
) -> None:
    root = authority("Gemeente CA")
    pem = server_identity(root, ec_key(), host="a.example", days=35).write(tmp_path / "s.pem")
    moment = datetime.now(UTC) + timedelta(days=ahead)
    found = [one.sentence for one in certificate_findings(pem, address, moment)]
    assert len(found) == len(told)
    assert all(part in sentence for part, sentence in zip(told, found, strict=True))


def test_a_certificate_of_its_own_is_told(tmp_path: Path) -> None:
    pem = authority("Gemeente CA").write(tmp_path / "s.pem")
    found = list(certificate_findings(pem, ""))
    assert [one.stops for one in found] == [False, False]
    assert "LEERPLICHT_CA" in found[1].sentence
