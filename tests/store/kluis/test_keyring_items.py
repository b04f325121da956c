"""The keyring of the system through its library: what it keeps, and what its silence and faults mean."""

from __future__ import annotations

import threading

import keyring
import pytest

from leerplicht_desktop.casework.problems import SleutelbosOpSlot
from leerplicht_desktop.store.kluis import keyring_items
from leerplicht_desktop.store.kluis.keyring_items import SystemKeyring

SECRET = bytes(range(32))


class Guarded:
    """Obeys the backend of the library, as the Secret Service does."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.waits: threading.Event | None = None

    def get_password(self, service: str, user: str) -> str | None:
        """What is kept, None when nothing is."""
        if self.waits is not None:
            self.waits.wait(10)
        if self.locked:
            raise keyring.errors.KeyringLocked("op slot")
        return self.kept.get((service, user))

    def set_password(self, service: str, user: str, text: str) -> None:
        """Keep it."""
        self.kept[(service, user)] = text

    def delete_password(self, service: str, user: str) -> None:
        """Forget it; complains when it is not there."""
        if self.kept.pop((service, user), None) is None:
            raise keyring.errors.PasswordDeleteError


Guarded.__module__ = "keyring.backends.SecretService"


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch) -> Guarded:
    made = Guarded()
    monkeypatch.setattr(keyring, "get_keyring", lambda: made)
    return made


def test_a_secret_comes_back_under_its_vault_and_number_alone(backend: Guarded) -> None:
    ring = SystemKeyring()
    assert ring.usable
    ring.put("kluis-1", 1, SECRET)
    assert backend.kept == {("leerplicht-desktop:kluis-1:1", "kluis"): SECRET.hex()}
    assert ring.get("kluis-1", 1) == SECRET
    assert (ring.get("kluis-1", 2), ring.get("kluis-2", 1)) == (None, None)
    ring.drop("kluis-1", 1)
    ring.drop("kluis-1", 1)
    assert ring.get("kluis-1", 1) is None


def test_what_another_wrote_there_is_not_taken_for_nothing(backend: Guarded) -> None:
    backend.kept[("leerplicht-desktop:kluis-1:1", "kluis")] = "geen zestiental"
    assert SystemKeyring().get("kluis-1", 1) == b"geen zestiental"


def test_a_fault_and_silence_are_a_keyring_that_is_locked(
    backend: Guarded, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = SystemKeyring()
    ring.put("kluis-1", 1, SECRET)
    backend.locked = True
    with pytest.raises(SleutelbosOpSlot):
        ring.get("kluis-1", 1)
    backend.locked = False
    monkeypatch.setattr(keyring_items, "_PATIENCE", 0.05)
    backend.waits = threading.Event()
    with pytest.raises(SleutelbosOpSlot):
        ring.get("kluis-1", 1)
    backend.waits.set()


def test_without_a_guarded_keyring_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", lambda: object())
    ring = SystemKeyring()
    assert not ring.usable
    assert ring.get("kluis-1", 1) is None
    with pytest.raises(SleutelbosOpSlot):
        ring.put("kluis-1", 1, SECRET)
