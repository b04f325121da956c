"""A version of a procedure as it goes into the outbox."""

from __future__ import annotations

from datetime import datetime

from leerplicht_desktop.casework.ports.werk import Verzending
from leerplicht_desktop.domain.procedure.procedure import Procedure

from .draad import gevuld, wereldtijd


def procedure_verzending(procedure: Procedure, nu: datetime) -> Verzending:
    """A version that was vastgelegd, with every answer that says something."""
    if procedure.vastgelegd_op is None:
        raise ValueError("only a version that was vastgelegd travels")
    body = gevuld(
        dossiers=list(procedure.dossiers),
        zaak=procedure.zaak,
        soort=procedure.soort.value,
        begonnen_op=wereldtijd(procedure.begonnen_op),
        antwoorden=gevuld(**procedure.antwoorden),
        regime=procedure.regime.value,
        kop=procedure.kop,
        klaar=procedure.klaar,
        corrigeert=procedure.corrigeert,
        reden_correctie=procedure.reden_correctie,
        vastgelegd_op=wereldtijd(procedure.vastgelegd_op),
    )
    after = (procedure.corrigeert,) if procedure.corrigeert else ()
    return Verzending("procedure", procedure.id, procedure.dossiers, body, nu, after)
