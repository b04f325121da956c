"""Slot R: the key of the vault for two custodians of the municipality together (ADR 0022).

    {"soort": "herstel", "suite": ..., "slot": the slot as it travels, "voor": which custodians,
     "server": ..., "pin": ..., "ca_bestand": ...}

Where the municipality is stands beside it, for a vault that does not open cannot tell. Nothing in it is
secret, and who changes it gains nothing: what comes back is sealed to the key of a request.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.ports.herstel import Bewaarder

from .keyslots import Keyslots

if TYPE_CHECKING:
    from leerplicht_protocol.recovery import RecoverySlot

KIND = "herstel"
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Recovery:
    """The slot, whom it is for, and where to ask."""

    slot: RecoverySlot
    meant: str
    server: str
    pin: str
    ca_file: str


def found(slots: Keyslots) -> Recovery | None:
    """Slot R among the others; None when there is none that this version can read."""
    from leerplicht_protocol.recovery import RecoverySlot  # slow to load, and only needed here

    for one in slots.others:
        if one.get("soort") == KIND:
            try:
                return Recovery(
                    RecoverySlot.model_validate(_unpacked(one["slot"])),
                    *(str(one[name]) for name in ("voor", "server", "pin", "ca_bestand")),
                )
            except (KeyError, TypeError, ValueError, AttributeError):
                return None
    return None


def sealed(
    slots: Keyslots, key: bytearray, koppeling: Koppeling, bewaarders: Sequence[Bewaarder]
) -> Keyslots | None:
    """The slots with slot R for these custodians; None when it is so already, there are too few, or nothing
    can be sealed to one of them: then the slot of before stays.
    """
    from leerplicht_protocol import custody
    from leerplicht_protocol.recovery import Custodian, RecoverySlot, SealedPair

    try:
        custodians = [Custodian(id=one.naam, key=one.sleutel) for one in bewaarders]
    except ValueError:
        return None
    if len(custodians) < _LEAST:
        return None
    before, meant = found(slots), custody.fingerprint(custodians)
    empty = RecoverySlot(
        municipality=koppeling.gemeente,
        vault=slots.vault,
        device=koppeling.device,
        number=before.slot.number + 1 if before is not None else 1,
        pairs=(SealedPair(first="a", second="b", blob="00"),),
    )
    made = Recovery(empty, meant, koppeling.server, koppeling.pin, koppeling.ca_bestand)
    if before is not None and replace(before, slot=_bare(before.slot)) == replace(made, slot=_bare(empty)):
        return None
    slot = custody.seal_slot(bytes(key), empty, custodians)
    return replace(slots, others=(*_others(slots), _packed(replace(made, slot=slot), custody.SUITE)))


def _bare(slot: RecoverySlot) -> RecoverySlot:
    return slot.model_copy(update={"number": 0, "pairs": ()})


def _others(slots: Keyslots) -> tuple[dict[str, Any], ...]:
    return tuple(one for one in slots.others if one.get("soort") != KIND)


def _packed(made: Recovery, suite: str) -> dict[str, Any]:
    """Pairs as lines of text: the file of the slots is read with few brackets."""
    slot = made.slot.model_dump(mode="json")
    slot["pairs"] = [f"{pair.first}+{pair.second}+{pair.blob}" for pair in made.slot.pairs]
    where = {"server": made.server, "pin": made.pin, "ca_bestand": made.ca_file}
    return {"soort": KIND, "suite": suite, "slot": slot, "voor": made.meant} | where


def _unpacked(slot: dict[str, Any]) -> dict[str, Any]:
    names = ("first", "second", "blob")
    pairs = [dict(zip(names, line.split("+"), strict=True)) for line in slot["pairs"]]
    return slot | {"pairs": pairs}
