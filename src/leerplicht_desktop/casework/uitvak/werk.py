"""The officer's work as it goes into the outbox: the bodies of the protocol, as plain JSON.

The protocol's own models check these in the tests and again at the server; here no model is needed, so that
a visit can be fixed before the program has loaded anything for the network.
"""

from __future__ import annotations

from datetime import datetime

from leerplicht_desktop.casework.ports.werk import Json, Verzending
from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek, NietThuis
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Gespreksnotitie
from leerplicht_desktop.domain.bezoek.terugmelding import Terugmelding
from leerplicht_desktop.domain.taak.taak import Taak, Taakafhandeling

from .draad import gevuld, wereldtijd


def deurbezoek_verzending(bezoek: Deurbezoek, nu: datetime) -> Verzending:
    """A visit that was vastgelegd."""
    if bezoek.uitkomst is None or bezoek.geeindigd_op is None or bezoek.vastgelegd_op is None:
        raise ValueError("only a visit that was vastgelegd travels")
    body = gevuld(
        dossiers=list(bezoek.dossiers),
        corrigeert=bezoek.corrigeert,
        reden_correctie=bezoek.reden_correctie,
        begonnen_op=wereldtijd(bezoek.begonnen_op),
        geeindigd_op=wereldtijd(bezoek.geeindigd_op),
        vastgelegd_op=wereldtijd(bezoek.vastgelegd_op),
        adres=bezoek.adres,
        ander_adres=bezoek.ander_adres,
        modus=bezoek.modus.value,
        uitkomst=bezoek.uitkomst.value,
        aangetroffen=sorted(aanwezig.value for aanwezig in bezoek.aangetroffen),
        vinkjes=[
            {"soort": vinkje.soort.value, "tijd": wereldtijd(vinkje.tijd), "wie": vinkje.wie}
            for vinkje in bezoek.vinkjes
        ],
        binnen=bezoek.binnen,
        segmenten=[
            {
                "soort": segment.soort.value,
                "spreker": segment.spreker,
                "tijd": wereldtijd(segment.tijd),
                "tekst": segment.tekst,
                "ongevraagd": segment.ongevraagd,
            }
            for segment in bezoek.segmenten
        ],
        niet_thuis=_niet_thuis(bezoek.niet_thuis),
    )
    after = (bezoek.corrigeert,) if bezoek.corrigeert else ()
    return Verzending("deurbezoek", bezoek.id, bezoek.dossiers, body, nu, after)


def _niet_thuis(niet_thuis: NietThuis | None) -> dict[str, Json] | None:
    if niet_thuis is None or niet_thuis.achtergelaten is None:
        return None
    return {
        "gezien": list(niet_thuis.gezien),
        "achtergelaten": niet_thuis.achtergelaten.value,
        "kaartnummer": niet_thuis.kaartnummer,
    }


def gespreksnotitie_verzending(notitie: Gespreksnotitie, nu: datetime) -> Verzending:
    """A note that was vastgelegd."""
    if notitie.vastgelegd_op is None:
        raise ValueError("only a note that was vastgelegd travels")
    body = gevuld(
        dossiers=list(notitie.dossiers),
        corrigeert=notitie.corrigeert,
        reden_correctie=notitie.reden_correctie,
        met_wie=notitie.met_wie,
        gesproken_op=wereldtijd(notitie.gesproken_op),
        hoe=notitie.hoe.value,
        tekst=notitie.tekst,
        afspraken=[
            {"wat": afspraak.wat, "wie": afspraak.wie, "uiterlijk": afspraak.uiterlijk.isoformat()}
            for afspraak in notitie.afspraken
            if afspraak.uiterlijk is not None
        ],
        vastgelegd_op=wereldtijd(notitie.vastgelegd_op),
    )
    after = (notitie.corrigeert,) if notitie.corrigeert else ()
    return Verzending("gespreksnotitie", notitie.id, notitie.dossiers, body, nu, after)


def terugmelding_verzending(terugmelding: Terugmelding, nu: datetime) -> Verzending:
    """What goes back to the register; the municipality has the visit first."""
    body: dict[str, Json] = {
        "dossiers": list(terugmelding.dossiers),
        "bezoek": terugmelding.bezoek,
        "adres": terugmelding.adres,
        "bevinding": terugmelding.bevinding.value,
        "waargenomen_op": wereldtijd(terugmelding.waargenomen_op),
        "gemaakt_op": wereldtijd(terugmelding.gemaakt_op),
        "toelichting": terugmelding.toelichting,
    }
    after = (terugmelding.bezoek,)
    return Verzending("terugmelding", terugmelding.id, terugmelding.dossiers, body, nu, after)


def taak_verzending(taak: Taak, nu: datetime) -> Verzending:
    """A new task."""
    body = gevuld(
        dossiers=list(taak.dossiers),
        wat=taak.wat,
        wie=taak.wie,
        uiterlijk=taak.uiterlijk.isoformat(),
        tijdstip=taak.tijdstip.strftime("%H:%M") if taak.tijdstip else None,
        herkomst=taak.herkomst,
        gemaakt_op=wereldtijd(taak.gemaakt_op),
    )
    return Verzending("taak", taak.id, taak.dossiers, body, nu)


def taakafhandeling_verzending(afhandeling: Taakafhandeling, nu: datetime) -> Verzending:
    """The end of a task."""
    body: dict[str, Json] = {
        "dossiers": list(afhandeling.dossiers),
        "taak": afhandeling.taak,
        "hoe": afhandeling.hoe.value,
        "toelichting": afhandeling.toelichting,
        "afgehandeld_op": wereldtijd(afhandeling.afgehandeld_op),
    }
    return Verzending("taakafhandeling", afhandeling.id, afhandeling.dossiers, body, nu, (afhandeling.taak,))
