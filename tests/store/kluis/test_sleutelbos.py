from __future__ import annotations

import subprocess
import sys

import keyring
import pytest

from leerplicht_desktop.store.kluis.keyring_state import describe, keyring_state


@pytest.mark.parametrize(
    ("modules", "begin"),
    [
        (("keyring.backends.Windows",), "Windows Referentiebeheer"),
        (("keyring.backends.SecretService", "keyring.backends.fail"), "Secret Service"),
        (("keyrings.alt.file",), "niet toegestaan"),
        (("keyrings.alt.file", "keyring.backends.macOS"), "macOS Sleutelhanger"),
        (("keyring.backends.fail",), "geen"),
        (("keyring.backends.null",), "geen"),
        ((), "geen"),
    ],
)
def test_only_what_the_system_guards_counts(modules: tuple[str, ...], begin: str) -> None:
    assert describe(modules).startswith(begin)


class Guarded:
    """Stands for a keyring of the system."""


class Chain:
    """Stands for the backend that asks several."""

    backends: tuple[object, ...] = (object(), Guarded())


Guarded.__module__ = "keyring.backends.kwallet"
Chain.__module__ = "keyring.backends.chainer"


def test_a_chain_is_as_good_as_its_best_link(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", Chain)
    assert keyring_state() == "KWallet, bruikbaar"
    monkeypatch.setattr(Chain, "backends", ())
    assert keyring_state().startswith("geen")


def test_this_machine_has_an_answer() -> None:
    assert keyring_state()


def test_the_store_loads_nothing_slow_before_it_is_asked() -> None:
    program = (
        "import sys, leerplicht_desktop.store.vault, leerplicht_desktop.store.kluis.keyring_state;"
        "print([m for m in ('cryptography', 'keyring', 'pydantic', 'httpx', 'reportlab', 'pypdfium2') "
        "if m in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
