"""The endpoints of recovery: ask, and ask how it stands. Nobody is signed in; a proof of a key is asked."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import FastAPI, Response

from leerplicht_protocol import recovery as wire
from leerplicht_protocol.messages import Noted
from leerplicht_server import recovery
from leerplicht_server.errors import UnknownError
from leerplicht_server.journal import Entry, What, append

from .answers import RefusalError, json_answer
from .body import SmallBody, parse
from .given import Db
from .identity import Stranger, TheDesk


def add_endpoints(app: FastAPI) -> None:
    """Add these endpoints to the application."""
    app.post(wire.ASK)(ask)
    app.post(wire.ANSWER)(answer)


def ask(database: Db, desk: TheDesk, _proof: Stranger, body: SmallBody) -> Response:
    """Ask the custodians to open a vault. The same question again changes nothing."""
    asked = parse(wire.RecoveryAsk, body)
    try:
        with database.write() as connection:
            row = recovery.ask(connection, asked, desk.now)
            if row is not None:
                device = recovery.device_of(connection, row.apparaat)
                who = device.ambtenaar if device is not None else ""
                append(connection, Entry(who, What.VAULT_ASKED, (row.code,), "", row.apparaat))
    except UnknownError:
        raise _unknown() from None
    except recovery.TooManyError:
        raise RefusalError(
            429, "herstel", "Voor deze laptop staan al verzoeken open. Bel de beheerder van je gemeente."
        ) from None
    return json_answer(Noted(count=int(row is not None)))


def answer(database: Db, desk: TheDesk, _proof: Stranger, body: SmallBody) -> Response:
    """How a request stands; once it is opened, what was sealed to its key."""
    asked = parse(wire.RecoveryQuestion, body)
    with database.read() as connection:
        row = recovery.by_handle(connection, asked.handle)
    if row is None or row.verloopt <= desk.now:
        return json_answer(wire.RecoveryAnswer(state=wire.RecoveryState.GONE))
    if row.stand == wire.RecoveryState.OPENED.value:
        with database.write() as connection:
            append(
                connection, Entry(f"laptop {row.apparaat}", What.VAULT_FETCHED, (row.code,), "", row.apparaat)
            )
    until = datetime.fromtimestamp(row.verloopt, UTC)
    state = wire.RecoveryState(row.stand)
    return json_answer(wire.RecoveryAnswer(state=state, sealed=row.antwoord, until=until))


def _unknown() -> RefusalError:
    return RefusalError(404, "herstel", "Deze laptop is hier niet bekend. Bel de beheerder van je gemeente.")
