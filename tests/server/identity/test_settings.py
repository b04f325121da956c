"""A wrong setting of the identity provider is one clear sentence at the start, naming the setting."""

from __future__ import annotations

from pathlib import Path

import pytest

from leerplicht_server.errors import ServerError
from leerplicht_server.identity.server_key import read_key
from leerplicht_server.identity.settings import read_provider
from leerplicht_server.settings import load

GOOD = {"issuer": "https://id.gemeente.example", "client_id": "leerplicht"}
WRONG: list[tuple[object, str]] = [
    ("https://id.gemeente.example", "aanmelddienst is een tabel"),
    ({"client_id": "x"}, "aanmelddienst.issuer"),
    ({**GOOD, "issuer": "http://id.gemeente.example"}, "aanmelddienst.issuer"),
    ({"issuer": GOOD["issuer"]}, "aanmelddienst.client_id"),
    ({**GOOD, "client": "x"}, "aanmelddienst.client is niet bekend"),
    ({**GOOD, "scope": "profile"}, "aanmelddienst.scope"),
    ({**GOOD, "scope": 7}, "aanmelddienst.scope"),
    ({**GOOD, "ports": [0]}, "aanmelddienst.ports"),
    ({**GOOD, "ports": [True]}, "aanmelddienst.ports"),
    ({**GOOD, "ports": "47110"}, "aanmelddienst.ports"),
    ({**GOOD, "extra": {"state": "x"}}, "aanmelddienst.extra.state"),
    ({**GOOD, "extra": {"response_mode": "fragment"}}, "aanmelddienst.extra.response_mode"),
    ({**GOOD, "rollen": ["ambtenaar"]}, "aanmelddienst.rollen"),
    ({**GOOD, "rollen": {"Beheerder": "leerplicht-beheer"}}, "aanmelddienst.rollen.Beheerder"),
    ({**GOOD, "amr_needed": "mfa"}, "aanmelddienst.amr_needed"),
]


@pytest.mark.parametrize(("table", "said"), WRONG)
def test_a_wrong_setting_is_named(table: object, said: str) -> None:
    with pytest.raises(ServerError, match=said):
        read_provider(table)


def test_the_secret_of_the_client_is_never_shown() -> None:
    assert "geheim-1" not in repr(read_provider({**GOOD, "client_secret": "geheim-1"}))
    assert read_provider(GOOD, "uit de omgeving").client_secret == "uit de omgeving"


def test_a_provider_needs_a_key_outside_the_database(tmp_path: Path) -> None:
    file = tmp_path / "server.toml"
    table = "\n".join(f'{name} = "{value}"' for name, value in GOOD.items())
    file.write_text(f'database = "sqlite:///x.db"\n[aanmelddienst]\n{table}\n', "utf-8")
    with pytest.raises(ServerError, match="sleutelbestand"):
        load(file, {})
    chosen = load(file, {"LEERPLICHT_SERVER_SLEUTELBESTAND": str(tmp_path / "sleutel")})
    assert chosen.key_file is not None
    key = read_key(chosen.key_file)
    assert (len(key), read_key(chosen.key_file)) == (32, key)
    assert chosen.key_file.stat().st_mode & 0o777 == 0o600
    chosen.key_file.write_text("kapot", "utf-8")
    with pytest.raises(ServerError, match="sleutelbestand"):
        read_key(chosen.key_file)


@pytest.mark.parametrize("address", ["leerplicht.example.nl", "http://leerplicht.example.nl", "ftp://x"])
def test_an_address_that_laptops_cannot_use_is_refused(address: str) -> None:
    with pytest.raises(ServerError, match="instelling adres"):
        load(None, {"LEERPLICHT_SERVER_DATABASE": "sqlite://", "LEERPLICHT_SERVER_ADRES": address})
