"""Hearings, documents, steps and attachments as they go into the outbox: bodies of the protocol.

The content of a document or attachment is not copied into the outbox: ``Brievenbus.volledig`` joins it when
it is sent, out of what never changes.
"""

from __future__ import annotations

from datetime import datetime

from leerplicht_desktop.casework.concepten import Verhoorblad
from leerplicht_desktop.casework.ports.werk import Verzending
from leerplicht_desktop.casework.waardenjson import naar_json
from leerplicht_desktop.domain.stuk.dossierbijlage import Dossierbijlage
from leerplicht_desktop.domain.stuk.stuk import Stuk, Stukstap

from .draad import gevuld, wereldtijd


def verhoor_verzending(blad: Verhoorblad, nu: datetime) -> Verzending:
    """A hearing that was vastgelegd."""
    if blad.vastgelegd_op is None:
        raise ValueError("only a hearing that was vastgelegd travels")
    verhoor = blad.compleet
    dag = verhoor.rechten_in_oproep_van
    body = gevuld(
        dossiers=list(blad.dossiers),
        verdachte=naar_json(blad.verdachte),
        verdachte_geboren=verhoor.verdachte_geboren.lo3(),
        pleegdatum=verhoor.pleegdatum.isoformat(),
        plaats=verhoor.plaats,
        begin=wereldtijd(verhoor.begin),
        eind=wereldtijd(verhoor.eind),
        identiteit=verhoor.identiteit,
        feit_medegedeeld_om=wereldtijd(verhoor.feit_medegedeeld_om),
        cautie_om=wereldtijd(verhoor.cautie_om),
        rechten_in_oproep_van=dag.isoformat() if dag else None,
        rechtsbijstand_medegedeeld_om=wereldtijd(verhoor.rechtsbijstand_medegedeeld_om),
        bijstand=naar_json(verhoor.bijstand),
        afstand=naar_json(verhoor.afstand),
        verstaat_nederlands=verhoor.verstaat_nederlands,
        tolk=naar_json(verhoor.tolk),
        kwetsbaar=verhoor.kwetsbaar,
        begeleiding=naar_json(verhoor.begeleiding),
        ouders_ingelicht_op=naar_json(verhoor.ouders_ingelicht_op),
        aanwezig=list(verhoor.aanwezig),
        regels=[
            {"moment": wereldtijd(regel.moment), "tekst": regel.tekst, "antwoord": regel.antwoord}
            for regel in verhoor.regels
        ],
        voorgelezen_om=wereldtijd(verhoor.voorgelezen_om),
        verbeteringen=verhoor.verbeteringen,
        ondertekend=verhoor.ondertekend,
        reden_niet_ondertekend=verhoor.reden_niet_ondertekend,
        voorafgaand=blad.bron or "",
        vastgelegd_op=wereldtijd(blad.vastgelegd_op),
    )
    return Verzending("verhoor", blad.id, blad.dossiers, body, nu)


def stuk_verzending(stuk: Stuk, nu: datetime) -> Verzending:
    """A sealed document; ``pdf`` follows when it is sent."""
    body = gevuld(
        dossiers=list(stuk.dossiers),
        soort=stuk.soort.value,
        nummer=stuk.nummer,
        titel=stuk.titel,
        geadresseerde=stuk.geadresseerde,
        regime=stuk.regime.value,
        verzegeld_op=wereldtijd(stuk.verzegeld_op),
        inhoud_hash=stuk.inhoud_hash,
        sjabloon_hash=stuk.sjabloon_hash,
        bestand_hash=stuk.bestand_hash,
        bladzijden=stuk.bladzijden,
        gegevens=naar_json(stuk.gegevens),
        aanvulling_op=stuk.aanvulling_op,
    )
    after = (stuk.aanvulling_op,) if stuk.aanvulling_op else ()
    return Verzending("stuk", stuk.id, stuk.dossiers, body, nu, after)


def stukstap_verzending(stap: Stukstap, nu: datetime) -> Verzending:
    """A step after sealing."""
    body = gevuld(
        dossiers=list(stap.dossiers),
        stuk=stap.stuk,
        soort=stap.soort.value,
        datum=stap.datum.isoformat(),
        plaats=stap.plaats,
        aan=stap.aan,
        wijze=naar_json(stap.wijze),
        bijlage=stap.bijlage,
        afdoening=naar_json(stap.afdoening),
        reden=stap.reden,
        gezet_op=wereldtijd(stap.gezet_op),
    )
    after = (stap.stuk, stap.bijlage) if stap.bijlage else (stap.stuk,)
    return Verzending("stukstap", stap.id, stap.dossiers, body, nu, after)


def bijlage_verzending(bijlage: Dossierbijlage, nu: datetime) -> Verzending:
    """An attachment; ``inhoud`` follows when it is sent."""
    body = gevuld(
        dossiers=list(bijlage.dossiers),
        soort=bijlage.soort.value,
        titel=bijlage.titel,
        mime=bijlage.mime,
        sha256=bijlage.sha256,
        grootte=bijlage.grootte,
        bladzijden=bijlage.bladzijden,
        door=bijlage.door,
        gemaakt_op=wereldtijd(bijlage.gemaakt_op),
        toegevoegd_op=wereldtijd(bijlage.toegevoegd_op),
        dagbron=naar_json(bijlage.dagbron),
        camera=bijlage.camera or None,
        bron_sha256=bijlage.bron_sha256 or None,
    )
    return Verzending("bijlage", bijlage.id, bijlage.dossiers, body, nu)
