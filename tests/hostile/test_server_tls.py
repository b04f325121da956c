"""The server's own end of TLS: what it refuses to speak, and with which keys it does not start."""

from __future__ import annotations

import ssl
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from leerplicht_server.errors import ServerError
from leerplicht_server.proxies import proxies
from leerplicht_server.settings import load
from tests.hostile.bad_servers import rsa_key
from tests.servers import ServerProcess, for_practice, server
from tests.sync.certs import Key, authority, server_identity

ROOT = authority("Gemeente")


def _pem(folder: Path, key: Key | None = None) -> tuple[str, ...]:
    pem = str(server_identity(ROOT, key).write(folder / "server.pem"))
    ROOT.write(folder / "ca.pem")
    return ("--tls-cert", pem, "--tls-key", pem)


def _speaks(folder: Path, port: int, version: ssl.TLSVersion, ciphers: str = "ALL:@SECLEVEL=0") -> bool:
    context = ssl.create_default_context(cafile=folder / "ca.pem")
    context.set_ciphers(ciphers)
    context.minimum_version, context.maximum_version = ssl.TLSVersion.MINIMUM_SUPPORTED, version
    try:
        answer = httpx.get(f"https://localhost:{port}/v1/hello", verify=context, trust_env=False)
    except httpx.TransportError:
        return False
    return answer.status_code == 200


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_only_1_3_unless_a_setting_says_so(tmp_path: Path) -> None:
    arguments, url = _pem(tmp_path), f"sqlite:///{tmp_path / 'p.db'}"
    with server(url, tmp_path, arguments=arguments) as process:
        assert _speaks(tmp_path, process.port, ssl.TLSVersion.TLSv1_3)
        assert not _speaks(tmp_path, process.port, ssl.TLSVersion.TLSv1_2)
    with server(url, tmp_path, {"LEERPLICHT_SERVER_TLS": "1.2"}, arguments) as process:
        assert _speaks(tmp_path, process.port, ssl.TLSVersion.TLSv1_2)
        assert not _speaks(tmp_path, process.port, ssl.TLSVersion.TLSv1_1)
        cbc = "ECDHE-ECDSA-AES256-SHA384:ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0"
        assert not _speaks(tmp_path, process.port, ssl.TLSVersion.TLSv1_2, cbc)


def _start(folder: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    url = f"sqlite:///{folder / 'p.db'}"
    if "--host" not in arguments:  # a server to practise with never leaves this machine
        for_practice(url)
    process = ServerProcess(url, folder, environment)
    done = process.command("serve", "--port", "0", *arguments)
    return done.returncode, done.stderr


@pytest.mark.parametrize("key", [rsa_key(1_024), ec.generate_private_key(ec.SECP224R1())], ids=["rsa", "ec"])
def test_it_does_not_start_with_a_weak_key(tmp_path: Path, key: Key) -> None:
    code, told = _start(tmp_path, *_pem(tmp_path, key))
    assert (code, "te zwak" in told) == (2, True)


def test_it_warns_of_a_key_that_is_phased_out(tmp_path: Path) -> None:
    with server(f"sqlite:///{tmp_path / 'p.db'}", tmp_path, arguments=_pem(tmp_path, rsa_key(2_048))) as old:
        assert "uitgefaseerd" in old.log
        assert _speaks(tmp_path, old.port, ssl.TLSVersion.TLSv1_3)


def test_off_this_machine_it_must_know_its_address(tmp_path: Path) -> None:
    code, told = _start(tmp_path, "--host", "0.0.0.0", *_pem(tmp_path))  # noqa: S104 -- is refused
    assert (code, "instelling adres" in told) == (2, True)


@pytest.mark.parametrize("text", ["iedereen", "10.0.0.0/0", "::/0", "10.0.0.5/24", "*"])
def test_a_proxy_is_an_address_and_never_everybody(text: str) -> None:
    with pytest.raises(ServerError, match="proxy"):
        proxies(text)


def test_the_settings_reach_the_server() -> None:
    chosen = load(
        None,
        {
            "LEERPLICHT_SERVER_DATABASE": "sqlite://",
            "LEERPLICHT_SERVER_ADRES": "https://gemeente.nl",
            "LEERPLICHT_SERVER_PROXY": "10.0.0.5, 10.1.0.0/28",
        },
    )
    assert (chosen.address, chosen.proxies, chosen.tls) == (
        "https://gemeente.nl",
        ("10.0.0.5", "10.1.0.0/28"),
        "1.3",
    )
    with pytest.raises(ServerError, match=r"1\.3"):
        load(None, {"LEERPLICHT_SERVER_DATABASE": "sqlite://", "LEERPLICHT_SERVER_TLS": "1.1"})
