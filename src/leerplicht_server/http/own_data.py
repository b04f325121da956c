"""An access request over the wire: the privacy officer gets the passages of one citizen, and nothing else."""

from __future__ import annotations

import base64

from fastapi import Response

from leerplicht_protocol.own_data import OwnData, OwnDataRequest
from leerplicht_server import journal, search
from leerplicht_server.dossier_lines import today
from leerplicht_server.errors import UnknownError
from leerplicht_server.journal import Entry, What
from leerplicht_server.own_data import ABOUT, package
from leerplicht_server.own_data_paper import paper
from leerplicht_server.records import WPG
from leerplicht_server.rights import GIVE_WPG, MATRIX

from .answers import RefusalError, json_answer
from .body import SmallBody, parse
from .given import Db, Reader


def give(database: Db, reader: Reader, body: SmallBody) -> Response:
    """The data as JSON with the PDF beside it; each time is a line of the journal, with its reason."""
    asked = parse(OwnDataRequest, body)
    if asked.regime == WPG and not MATRIX.may(reader.roles, GIVE_WPG):
        raise RefusalError(
            403, "recht_wpg", "Je rol geeft geen recht op politiegegevens. Vraag je teamleider."
        )
    if asked.weigeren and asked.regime != WPG:
        raise RefusalError(422, "vorm", "Weigeren (artikel 27 Wpg) kan alleen bij regime wpg.")
    try:
        with database.write() as connection:
            found = search.by_name(connection, asked.dossier)
            given = package(connection, found, asked.van, asked.regime, asked.weigeren.strip())
            about = {"gemaakt op": f"{today():%d-%m-%Y}", **ABOUT[asked.regime]}
            who = reader.ambtenaar.id if reader.ambtenaar else f"{reader.issuer} {reader.subject}"
            why = f"{asked.regime}, {asked.van}; {asked.reden}"
            journal.append(connection, Entry(who, What.GIVEN, (found,), why, reader.device))
    except UnknownError as fault:
        raise RefusalError(404, "onbekend", str(fault)) from None
    pdf = base64.b64encode(paper(given, about)).decode()
    return json_answer(OwnData(gegevens={**about, **given}, pdf=pdf))
