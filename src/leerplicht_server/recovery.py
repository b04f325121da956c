"""Opening a vault: asked by a laptop, opened by two custodians one after the other, fetched by that laptop.

Nothing that opens a vault is ever kept here: the first layer stays sealed to the second custodian, and what
he opens is sealed to the key of the request before it leaves his process.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from leerplicht_protocol import custody
from leerplicht_protocol.custody import CustodyError, PrivateKey
from leerplicht_protocol.recovery import RecoveryAsk, RecoverySlot, RecoveryState

from . import custodians
from .errors import ServerError, UnknownError
from .identity.enrolment import give_right
from .identity.sessions import end_of_key
from .schema import apparaat, kluisherstel

GOOD_SECONDS = 24 * 3_600
_MOST_OF_A_LAPTOP, _MOST = 5, 200
_RIGHT_DAYS = 3


class TooManyError(Exception):
    """More requests are open than anybody can mean."""


def ask(connection: Connection, asked: RecoveryAsk, now: int) -> Row[Any] | None:
    """Keep a request and give it; None when it was kept before. Raises UnknownError, TooManyError."""
    tidy(connection, now)
    handle = _hashed(asked.handle)
    if connection.execute(sa.select(kluisherstel).where(kluisherstel.c.houvast == handle)).first():
        return None
    if device_of(connection, asked.slot.device) is None:
        raise UnknownError("unknown laptop")
    live = [row.apparaat for row in listed(connection)]
    code = custody.code_of(asked.key)
    taken = connection.execute(sa.select(kluisherstel.c.code).where(kluisherstel.c.code == code)).first()
    if live.count(asked.slot.device) >= _MOST_OF_A_LAPTOP or len(live) >= _MOST or taken:
        raise TooManyError
    connection.execute(
        sa.insert(kluisherstel).values(
            code=code,
            houvast=handle,
            sleutel=asked.key,
            slot=asked.slot.model_dump_json(),
            apparaat=asked.slot.device,
            gevraagd=now,
            verloopt=now + GOOD_SECONDS,
            stand=RecoveryState.ASKED.value,
        )
    )
    return by_code(connection, code)


def tidy(connection: Connection, now: int) -> None:
    """What is too old is over, and nothing of what was opened stays."""
    connection.execute(
        sa.update(kluisherstel)
        .where(kluisherstel.c.verloopt <= now)
        .values(stand=RecoveryState.GONE.value, half="", antwoord="")
    )


def listed(connection: Connection) -> Sequence[Row[Any]]:
    """Requests that are not over, the oldest first."""
    open_ = kluisherstel.c.stand != RecoveryState.GONE.value
    return connection.execute(sa.select(kluisherstel).where(open_).order_by(kluisherstel.c.gevraagd)).all()


def by_handle(connection: Connection, handle: str) -> Row[Any] | None:
    """The request of a laptop that asks after it."""
    return connection.execute(
        sa.select(kluisherstel).where(kluisherstel.c.houvast == _hashed(handle))
    ).one_or_none()


def by_code(connection: Connection, code: str) -> Row[Any]:
    """The request that an officer read out. Raises UnknownError."""
    digits = "".join(sign for sign in code if sign.isdigit())
    found = connection.execute(sa.select(kluisherstel).where(kluisherstel.c.code == digits)).one_or_none()
    if found is None or found.stand == RecoveryState.GONE.value:
        raise UnknownError(
            "Er is geen verzoek met deze code, of het is verlopen. Laat de ambtenaar de code nog eens "
            "voorlezen, of op de laptop opnieuw vragen."
        )
    return found


def device_of(connection: Connection, device: str) -> Row[Any] | None:
    """The laptop: ambtenaar, naam, ingetrokken, jkt."""
    return connection.execute(sa.select(apparaat).where(apparaat.c.id == device)).one_or_none()


def open_first(connection: Connection, row: Row[Any], key: PrivateKey) -> str:
    """The first custodian takes off his layer; who may be second. Raises ServerError; nothing changed."""
    if row.stand != RecoveryState.ASKED.value:
        raise ServerError(f"De eerste bewaarder is al geweest: {row.eerste}. Nu is de tweede aan de beurt.")
    slot = _slot(row)
    name = custodians.of_key(connection, key.public)
    mine = [pair for pair in slot.pairs if pair.first == name]
    if not mine:
        others = sorted({pair.first for pair in slot.pairs if pair.second == name})
        raise ServerError(_begin_with(name, others))
    try:
        half = {pair.second: custody.open_outer(slot, pair, key).hex() for pair in mine}
    except CustodyError:
        raise ServerError(_NOT_OURS) from None
    connection.execute(
        sa.update(kluisherstel)
        .where(kluisherstel.c.code == row.code)
        .values(stand=RecoveryState.HALF.value, eerste=name, half=json.dumps(half))
    )
    return ", ".join(sorted(half))


def open_second(connection: Connection, row: Row[Any], key: PrivateKey, now: int) -> str:
    """The second custodian opens for the laptop that asked; the right by which it enrols anew.

    The key and the sign-in of before are dead from here. Raises ServerError; nothing changed then.
    """
    if row.stand != RecoveryState.HALF.value:
        step = "nog niet" if row.stand == RecoveryState.ASKED.value else "al"
        raise ServerError(f"De kluis is {step} half geopend. Kijk met: leerplicht-server kluis-openen lijst.")
    slot, half = _slot(row), json.loads(row.half)
    name = custodians.of_key(connection, key.public)
    pair = next((one for one in slot.pairs if (one.first, one.second) == (row.eerste, name)), None)
    if pair is None or name not in half:
        raise ServerError(
            f"Na {row.eerste} kan alleen: {', '.join(sorted(half))}. Dit is de sleutel van {name}."
        )
    try:
        answer = custody.open_inner_to(slot, pair, bytes.fromhex(half[name]), key, row.sleutel)
    except CustodyError:
        raise ServerError(_NOT_OURS) from None
    connection.execute(
        sa.update(kluisherstel)
        .where(kluisherstel.c.code == row.code)
        .values(stand=RecoveryState.OPENED.value, half="", antwoord=answer.hex(), verloopt=now + GOOD_SECONDS)
    )
    return _enrol_anew(connection, row.apparaat, now)


def turn_down(connection: Connection, row: Row[Any]) -> None:
    """It was not this officer, or it is not needed any more."""
    connection.execute(
        sa.update(kluisherstel)
        .where(kluisherstel.c.code == row.code)
        .values(stand=RecoveryState.GONE.value, half="", antwoord="")
    )


def _enrol_anew(connection: Connection, device: str, now: int) -> str:
    found = device_of(connection, device)
    if found is None:
        raise UnknownError("De laptop van dit verzoek is hier niet bekend.")
    if found.jkt is not None:
        end_of_key(connection, found.jkt, "kluisherstel")
        connection.execute(sa.update(apparaat).where(apparaat.c.id == device).values(jkt=None))
    return give_right(connection, found.ambtenaar, now, _RIGHT_DAYS)


def _slot(row: Row[Any]) -> RecoverySlot:
    return RecoverySlot.model_validate_json(row.slot)


def _hashed(handle: str) -> str:
    return hashlib.sha256(handle.encode()).hexdigest()


def _begin_with(name: str, others: list[str]) -> str:
    if not others:
        return (
            f"Deze kluis is niet voor {name} gesloten. Vraag een bewaarder van toen de laptop hier het "
            f"laatst was."
        )
    return f"{name} kan hier alleen de tweede zijn. Laat een ander beginnen: {', '.join(others)}."


_NOT_OURS = (
    "Dit slot past niet bij deze sleutel: het is van een andere laptop, ouder, of onderweg veranderd. Er is "
    "niets geopend. Laat de ambtenaar op de laptop opnieuw vragen."
)
