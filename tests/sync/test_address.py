"""Addresses: one canonical form, and a sentence for everything that is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.sync.address import is_this_machine, read_address


@pytest.mark.parametrize(
    ("getypt", "adres"),
    [
        ("leerplicht.gemeente.nl", "https://leerplicht.gemeente.nl"),
        ("  https://Leerplicht.Gemeente.NL/  ", "https://leerplicht.gemeente.nl"),
        ("HTTPS://leerplicht.gemeente.nl:8443", "https://leerplicht.gemeente.nl:8443"),
        ("leerplicht", "https://leerplicht"),
        ("leerplicht:8443", "https://leerplicht:8443"),
        ("gemeente.nl/leerplicht/v2/", "https://gemeente.nl/leerplicht/v2"),
        ("leerplicht.gemeente.nl.", "https://leerplicht.gemeente.nl"),
        ("coöperatie.nl", "https://xn--coperatie-17a.nl"),
        ("10.1.2.3", "https://10.1.2.3"),
        ("[2001:DB8::1]:443", "https://[2001:db8::1]:443"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("https://localhost", "https://localhost"),
        ("http://[::1]:9", "http://[::1]:9"),
    ],
)
def test_an_address_gets_one_form(getypt: str, adres: str) -> None:
    assert read_address(getypt) == adres
    assert read_address(adres) == adres


@pytest.mark.parametrize(
    ("getypt", "zegt"),
    [
        ("", "Vul het adres"),
        ("   ", "Vul het adres"),
        ("leerplicht gemeente.nl", "spatie"),
        ("n.hendriks@gemeente.nl", "e-mailadres"),
        ("https://gebruiker:geheim@gemeente.nl", "e-mailadres"),
        ("http://gemeente.nl", "niet veilig"),
        ("http://127.0.0.1.gemeente.nl", "niet veilig"),
        ("http://10.0.0.1", "niet veilig"),
        ("ftp://gemeente.nl", "begint met https://"),
        ("javascript://gemeente.nl", "begint met https://"),
        ("gemeente.nl:0", "poortnummer"),
        ("gemeente.nl:99999", "poortnummer"),
        ("gemeente.nl:acht", "poortnummer"),
        ("gemeente.nl/?a=1", "te veel"),
        ("gemeente.nl/#a", "te veel"),
        ("gemeente.nl/a/../b", "te veel"),
        ("gemeente.nl//b", "te veel"),
        ("https://", "spelling"),
        ("gem_eente!.nl", "spelling"),
        ("-gemeente.nl", "spelling"),
        ("gemeente..nl", "spelling"),
        ("a." * 130 + "nl", "spelling"),
        ("256.1.1.1", "IP-adres"),
        ("1.2.3", "IP-adres"),
        ("[::z]", "geen adres"),
        ("[::1", "geen adres"),
    ],
)
def test_nonsense_gets_a_sentence(getypt: str, zegt: str) -> None:
    with pytest.raises(DomainError) as fout:
        read_address(getypt)
    assert fout.value.veld == "server"
    assert zegt in fout.value.bericht
    assert fout.value.bericht.endswith(".")


@pytest.mark.parametrize("host", ["[fe80::1%25eth0]", "[fe80::1%eth0]", "[v1.a:b]"])
def test_an_ip_address_is_one_anywhere(host: str) -> None:
    with pytest.raises(DomainError, match="IP-adres"):
        read_address(f"https://{host}")


@given(st.text(max_size=60) | st.from_regex(r"[a-z:/.@#?\[\]0-9-]{1,40}", fullmatch=True))
def test_whatever_is_typed_is_refused_or_canonical(getypt: str) -> None:
    try:
        adres = read_address(getypt)
    except DomainError:
        return
    assert read_address(adres) == adres
    assert adres.startswith(("https://", "http://127.", "http://localhost", "http://[::1]", "http://[0"))


@pytest.mark.parametrize(
    ("host", "eigen"),
    [("localhost", True), ("127.9.9.9", True), ("::1", True), ("10.0.0.1", False), ("localhost.nl", False)],
)
def test_only_this_machine_may_do_without_tls(host: str, eigen: bool) -> None:
    assert is_this_machine(host) is eigen
