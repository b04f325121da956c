"""The server as it runs: its own process, killed and started again."""

from __future__ import annotations

import logging
import ssl
import stat
import sys
from pathlib import Path

import httpx
import pytest

from leerplicht_protocol.messages import Hello
from leerplicht_server.http.serve import Discreet
from tests.server.office import MOMENT
from tests.server.web import NO_TLS, Signed, sign_in
from tests.servers import ServerProcess, server
from tests.sync.certs import authority, ec_key, server_identity

pytestmark = pytest.mark.journey

VISIT = {
    "begonnen_op": MOMENT,
    "geeindigd_op": MOMENT,
    "vastgelegd_op": MOMENT,
    "adres": "Laan van Voorbeeld 1",
    "uitkomst": "open_gedaan",
    "aangetroffen": ["ouder"],
    "binnen": True,
    "vinkjes": [{"soort": "toestemming", "tijd": MOMENT, "wie": "moeder"}],
    "segmenten": [
        {"soort": "gezegd", "spreker": "moeder", "tijd": MOMENT, "tekst": "„Ik weet ’t niet” – 日本\nregel 2"}
    ],
}


def _visit(dossiers: list[str], number: int = 1, **body: object) -> dict[str, object]:
    common = {"kind": "create", "entity": "deurbezoek", "dossiers": dossiers, "at": MOMENT}
    return {
        **common,
        "op": f"op-{number}",
        "n": number,
        "id": f"v-{number}",
        "body": {**VISIT, "dossiers": dossiers, **body},
    }


def _triplet(laptop: Signed) -> list[tuple[str, str]]:
    found = [c for c in laptop.changes().changes if c.entity == "dossier"]
    return [
        (c.id, str(c.fields["nummer"]))
        for c in found
        if str(c.fields["naam"]).split()[-1].startswith("Olymp")
    ]


def _shown(process: ServerProcess, number: str) -> str:
    done = process.command("toon", number)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_visit_to_three_children_is_shown_once_with_each(seeded_url: str, tmp_path: Path) -> None:
    with (
        server(seeded_url, tmp_path) as process,
        httpx.Client(base_url=process.url, timeout=60, verify=NO_TLS) as http,
    ):
        laptop = sign_in(http, "n.hendriks")
        children = _triplet(laptop)
        assert len(children) == 3
        ids = [dossier for dossier, _ in children]
        op = _visit(ids)
        laptop.pushed(op)
        process.kill()
        process.start()
        with httpx.Client(base_url=process.url, timeout=60, verify=NO_TLS) as again:
            laptop.http = again
            laptop.pushed(op)
            laptop.pushed(_visit(ids, 2, corrigeert="v-1", reden_correctie="huisnummer"))
        for _, number in children:
            said = _shown(process, number)
            assert "Deurbezoeken: 2" in said
            assert said.count("kenmerk v-1\n") == 1
            assert "gezegd moeder: „Ik weet ’t niet” – 日本\n      regel 2" in said
            assert "[x] 20-11-2026 14:07:00 toestemming (moeder)" in said
            assert "nieuwe versie van v-1: huisnummer" in said
            assert "van N. Hendriks" in said


def test_the_log_of_the_process_names_nobody(seeded_url: str, tmp_path: Path) -> None:
    with (
        server(seeded_url, tmp_path) as process,
        httpx.Client(base_url=process.url, timeout=60, verify=NO_TLS) as http,
    ):
        laptop = sign_in(http, "n.hendriks")
        laptop.changes()
        http.get("/v1/changes", headers={"Authorization": f"DPoP {laptop.token}x"})
        process.stop()
        log = process.log
    assert "GET /v1/changes 200" in log
    for word in (laptop.token, laptop.device, "hendriks", "Hendriks", "99999", "Olympos"):
        assert word not in log


@pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)
def test_it_starts_again_on_the_same_port_with_the_same_epoch(seeded_url: str, tmp_path: Path) -> None:
    with server(seeded_url, tmp_path, {"LEERPLICHT_SERVER_GEMEENTE": "Ede"}) as process:
        url = process.url
        first = Hello.model_validate(httpx.get(f"{url}/v1/hello").json())
        process.stop()
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{url}/v1/hello")
        process.start()
        second = Hello.model_validate(httpx.get(f"{url}/v1/hello").json())
    assert (first.epoch, first.municipality) == (second.epoch, "Ede")


@pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)
def test_it_says_why_it_does_not_start(seeded_url: str, tmp_path: Path) -> None:
    with server(seeded_url, tmp_path) as process:
        busy = process.command("serve", "--port", str(process.port))
        assert (busy.returncode, "luistert daar al" in busy.stderr) == (2, True)
        open_door = process.command("serve", "--host", "192.0.2.1", "--port", "0")
        assert (open_door.returncode, "alleen op deze computer zelf" in open_door.stderr) == (2, True)
        no_file = process.command("serve", "--port", "0", "--tls-cert", "weg.pem", "--tls-key", "weg.pem")
        assert (no_file.returncode, "bestaand bestand" in no_file.stderr) == (2, True)
        broken = tmp_path / "kapot.pem"
        broken.write_text("geen certificaat", encoding="utf-8")
        bad = process.command("serve", "--port", "0", "--tls-cert", str(broken), "--tls-key", str(broken))
        assert (bad.returncode, "certificaat" in bad.stderr) == (2, True)


@pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)
def test_it_speaks_tls(seeded_url: str, tmp_path: Path) -> None:
    root = authority("Gemeente")
    pem = server_identity(root, ec_key()).write(tmp_path / "server.pem")
    trusted = tmp_path / "ca.pem"
    root.write(trusted)
    tls = ("--tls-cert", str(pem), "--tls-key", str(pem))
    with server(seeded_url, tmp_path, arguments=tls) as process:
        address = f"https://localhost:{process.port}"
        context = ssl.create_default_context(cafile=str(trusted))
        assert httpx.get(f"{address}/v1/hello", verify=context).status_code == 200
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{address}/v1/hello")


def test_what_goes_wrong_is_logged_without_its_words() -> None:
    try:
        raise ValueError("moeder van Olympos")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "fout", (), sys.exc_info())
    text = Discreet("%(message)s").format(record)
    assert "Olympos" not in text
    assert "ValueError" in text
    assert "test_process.py" in text


def test_the_folder_of_the_data_is_private(tmp_path: Path) -> None:
    process = ServerProcess("", tmp_path, {"LEERPLICHT_SERVER_DATA": str(tmp_path / "gegevens")})
    done = process.command("ambtenaar", "a", "--naam", "A")
    assert done.returncode == 0, done.stderr
    assert stat.S_IMODE((tmp_path / "gegevens").stat().st_mode) == 0o700
