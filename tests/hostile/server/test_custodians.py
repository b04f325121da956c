"""Custodians from a bad server: whatever it names, the vault goes on opening with its own passphrase."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from pydantic import ValidationError

from leerplicht_desktop.casework.ports.herstel import Bewaarder
from leerplicht_desktop.casework.problems import ServerWeigert
from leerplicht_desktop.store.kluis import passphrase
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_protocol import recovery
from leerplicht_protocol.recovery import _SMALL_ORDER, Custodian
from tests.store.mould import WACHTZIN, opened_vault
from tests.store.world import StilleKlok

from .conftest import Victim
from .work import note

GOOD = "9" * 64
USELESS = ("00" * 32, "01" + "00" * 31, "00" * 31 + "80")
"""Points of small order: nothing can be sealed to them."""


@pytest.mark.parametrize("key", USELESS)
def test_a_key_that_nothing_can_be_sealed_to_is_not_kept(key: str, victim: Victim) -> None:
    def named(hello: dict[str, Any]) -> None:
        hello["custodians"] = [{"id": "griffie", "key": key}, {"id": "ict", "key": GOOD}]

    waiting = note(victim.kluis, "n-1")
    victim.attacker.change["/v1/hello"] = named
    assert isinstance(victim.loop.round().problem, ServerWeigert)
    assert victim.kluis.doe(lambda work: work.bewaarders.alle()) == ()
    assert [one.op for one in victim.kluis.doe(lambda work: work.brievenbus.openstaand(9))] == [waiting]
    victim.attacker.change.clear()
    assert victim.loop.round().problem is None


def test_a_vault_that_kept_such_a_key_opens(tmp_path: Path) -> None:
    """The slot of the municipality could not be made, and so the vault never opened again."""
    folder = tmp_path / "kluis"
    kluis = opened_vault(folder, StilleKlok(), _tied)
    kluis.sluit()
    again = SqlKluis(folder, StilleKlok(), cost=passphrase.FLOOR)
    again.ontgrendel(WACHTZIN)
    assert len(again.doe(lambda work: work.bewaarders.alle())) == 2
    again.sluit()


def _tied(kluis: SqlKluis) -> None:
    from tests.sync.fake_kluis import koppeling

    kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(koppeling(device="dev-a", incarnation="inc-a")))
    kluis.doe(lambda work: work.bewaarders.bewaar((Bewaarder("a", USELESS[0]), Bewaarder("b", GOOD))))


@pytest.mark.parametrize("text", ["a", "abc", "0" * 999])
def test_half_a_byte_is_no_answer_and_no_slot(text: str) -> None:
    """It ended the screen of recovery, and the command of the custodian, with a fault of the program."""
    assert re.fullmatch("[0-9a-f]+", text)
    with pytest.raises(ValidationError):
        recovery.RecoveryAnswer(state=recovery.RecoveryState.OPENED, sealed=text)
    with pytest.raises(ValidationError):
        recovery.SealedPair(first="griffie", second="ict", blob=text)


@pytest.mark.parametrize("high_bit", [0, 2**255])
@pytest.mark.parametrize("point", sorted(_SMALL_ORDER))
def test_every_point_of_small_order_is_no_key(point: int, high_bit: int) -> None:
    """The list against the library itself: what it cannot agree with, no message may bring."""
    key = (point + high_bit).to_bytes(32, "little")
    with pytest.raises(ValueError):  # noqa: PT011  the words are the library's own
        X25519PrivateKey.generate().exchange(X25519PublicKey.from_public_bytes(key))
    with pytest.raises(ValidationError):
        Custodian(id="griffie", key=key.hex())
