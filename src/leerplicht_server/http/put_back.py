"""A laptop shows a commit that is not here: a backup was put back, and nothing of it is done."""

from __future__ import annotations

import logging

from fastapi import Request, Response

from leerplicht_server import restored
from leerplicht_server.database import Database
from leerplicht_server.marks import PutBackError

from . import witness
from .answers import problem

CODE = "teruggezet"
_LOG = logging.getLogger("leerplicht_server")


def refused(request: Request, fault: Exception) -> Response:
    """409: the laptop compares what it handed in, and begins its copy anew."""
    witness.name(request, CODE)
    if isinstance(fault, PutBackError) and fault.proven:
        database: Database = request.app.state.database
        with database.write() as connection:
            fresh = restored.noticed(connection)
        if fresh:
            _LOG.warning("a laptop saw what is not here: a backup was put back; see the command herstel")
    return problem(409, CODE, "De gemeente heeft een back-up teruggezet. De laptop vergelijkt en vult aan.")
