"""The proces-verbaal on paper: for the officier van justitie, the judge and the suspect.

A form gives the order, the headings and the words around it; the text of the law stands in code: caution,
rights, oath or promise. What is missing prints as a remark in a concept and blocks sealing (R15).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from leerplicht_desktop.documents.blocks import (
    Block,
    Facts,
    Gap,
    Heading,
    Look,
    NewPage,
    Notice,
    Paragraph,
    SignatureField,
    Together,
    plain,
)
from leerplicht_desktop.documents.content_hash import content_hash
from leerplicht_desktop.documents.formulieren.formulier import Formulier
from leerplicht_desktop.documents.formulieren.indeling import Groep, ingedeeld
from leerplicht_desktop.documents.formulieren.minitaal import Ontbreekt, Waarde
from leerplicht_desktop.documents.formulieren.rechterstuk import rechtervelden, zonder_formulier
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.problemen import PapierProblem
from leerplicht_desktop.documents.pv_bevindingen import bevinding_blokken, bronnenlijst_blokken
from leerplicht_desktop.documents.pv_delen import (
    bijlage_blokken,
    feit_blokken,
    jongere_blokken,
    nog_open,
    persoon_blokken,
    school_blokken,
    verdachte_blokken,
    verhoren_blokken,
    verzuim_blokken,
)
from leerplicht_desktop.documents.schrijfwijze import moment_voluit
from leerplicht_desktop.documents.sheet import Paper, Sheet
from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.handhaving.compleet import punten
from leerplicht_desktop.domain.handhaving.grondslagen import Feitsoort
from leerplicht_desktop.domain.handhaving.proces_verbaal import Eed, ProcesVerbaal
from leerplicht_desktop.domain.handhaving.zinbewerking import alles_enkel

_INDELING = 4  # part of the fingerprint: raise it when the wording below changes
_WEINIG_BIJLAGEN = 12
_EED = {Eed.AMBTSEED: "ambtseed", Eed.AMBTSBELOFTE: "ambtsbelofte"}


@dataclass(frozen=True, slots=True)
class ProcesVerbaalStuk:
    """What the renderer needs. ``moment`` is aware: of the draft, or of sealing when ``definitief``."""

    pv: ProcesVerbaal
    huisstijl: Huisstijl
    moment: datetime
    formulier: Formulier
    definitief: bool = False
    app_versie: str = ""


def maak_op(stuk: ProcesVerbaalStuk, *, keuren: bool = True) -> Paper:
    """The proces-verbaal as PDF.

    Raises ``PapierProblem`` when it must be final but a point blocks, or when it has no number.
    """
    from leerplicht_desktop.documents.archive import press  # here: reportlab loads late on purpose

    if stuk.definitief:
        _moet_compleet_zijn(stuk.pv)
    return press.typeset(vel_van(stuk), check=keuren)


def vel_van(stuk: ProcesVerbaalStuk) -> Sheet:
    """Everything the proces-verbaal says, in blocks, before it becomes pages; complete or not."""
    vol = content_hash("proces-verbaal", _INDELING, zonder_formulier(stuk), stuk.formulier.hash)
    return Sheet(
        title=_titel(stuk),
        subject="Proces-verbaal op grond van de Leerplichtwet 1969",
        soort="Proces-verbaal",
        huisstijl=stuk.huisstijl,
        moment=stuk.moment,
        content_hash=vol,
        blocks=tuple(_blokken(stuk, vol)),
        kenmerk=stuk.pv.nummer,
        sealed=stuk.definitief,
        template_hash=stuk.formulier.hash,
    )


def maak_pdf(stuk: ProcesVerbaalStuk) -> bytes:
    """The proces-verbaal as PDF/A-2a and PDF/UA-1."""
    return maak_op(stuk).data


def _moet_compleet_zijn(pv: ProcesVerbaal) -> None:
    leegtes = [punt for punt in punten(pv) if punt.moet]
    if leegtes:
        raise PapierProblem(
            f"Het proces-verbaal is nog niet compleet: {leegtes[0].bericht}",
            "Vul in wat ontbreekt en maak het dan definitief.",
            tuple(f"{punt.veld}: {punt.regel}" for punt in leegtes),
        )
    if not pv.nummer:
        raise PapierProblem(
            "Het proces-verbaal heeft nog geen nummer.", "Maak het definitief in het dossier."
        )


def _titel(stuk: ProcesVerbaalStuk) -> str:
    titel = stuk.formulier.titel
    return f"Aanvullend {titel.lower()}" if stuk.pv.aanvulling_op else titel


def _blokken(heel: ProcesVerbaalStuk, vol: str) -> Iterator[Block]:
    # A quotation mark that was typed would look like words that were recorded as said.
    stuk = replace(heel, pv=alles_enkel(heel.pv))
    pv, titel = stuk.pv, _titel(stuk)
    yield Heading(1, titel if stuk.definitief else f"CONCEPT {titel.lower()}")
    if pv.aanvulling_op:
        yield Notice(
            plain(f"Dit is een aanvulling op proces-verbaal {pv.aanvulling_op}. Beide blijven gelden.")
        )
    *inhoud, laatste = ingedeeld(stuk.formulier, _waarden(stuk), _delen(stuk, vol), genummerd=True)
    samen_einde = (
        bool(inhoud) and "bijlagen" in inhoud[-1].onderdelen and len(pv.bijlagen) <= _WEINIG_BIJLAGEN
    )
    *inhoud, vooraf = inhoud if samen_einde else (*inhoud, Groep(frozenset(), ()))
    for groep in inhoud:
        yield from groep.blokken
    yield Together((*vooraf.blokken, *laatste.blokken))  # a signature alone on a page convinces nobody
    if bronnen := tuple(bronnenlijst_blokken(pv)):
        yield NewPage()
        yield Heading(2, "Bronnenlijst")
        yield from bronnen


def _delen(stuk: ProcesVerbaalStuk, vol: str) -> dict[str, tuple[Block, ...]]:
    """What the program puts in each part of the form."""
    pv = stuk.pv
    return {
        "gegevens": (_kopregels(stuk),),
        "verdachte": tuple(verdachte_blokken(pv.verdachte)),
        "jongeren": tuple(jongere_blokken(pv)),
        "feiten": tuple(feit_blokken(pv)),
        "verzuim": tuple(verzuim_blokken(pv)),
        "bevindingen": tuple(bevinding_blokken(pv)),
        "school": tuple(school_blokken(pv)),
        "verhoor": tuple(verhoren_blokken(pv)),
        "persoon": tuple(persoon_blokken(pv)),
        "wetenschap": (Paragraph(nog_open(pv.redenen_van_wetenschap, "hoe ik dit weet")),),
        "bijlagen": tuple(bijlage_blokken(pv)),
        "sluiting": tuple(_ondertekening(stuk, vol)),
    }


def _waarden(stuk: ProcesVerbaalStuk) -> dict[str, Waarde]:
    """What the own words of a municipality may name."""
    pv, wie = stuk.pv, stuk.pv.verbalisant
    soorten = {feit.soort for feit in pv.feiten}
    return {
        **rechtervelden(wie, pv.verdachte.naam, pv.verdachte.rol),
        "plaats": pv.plaats or Ontbreekt("plaats"),
        "datum": pv.datum or Ontbreekt("datum"),
        "kenmerk": pv.nummer if stuk.definitief else Ontbreekt("nummer"),
        "jongeren": tuple(jongere.naam for jongere in pv.jongeren),
        "minderjarig": any(een.minderjarig_bij_feit() for een in pv.verhoren),
        "tolk": any(een.tolk is not None for een in pv.verhoren),
        "aanvulling_op": pv.aanvulling_op,
        "meer_jongeren": len(pv.jongeren) != 1,
        "meer_feiten": len(pv.feiten) != 1,
        "relatief": Feitsoort.RELATIEF in soorten,
        "luxe": Feitsoort.LUXE in soorten,
        "absoluut": Feitsoort.ABSOLUUT in soorten,
        "gehoord": bool(pv.verhoren),
        "eerder_bestraft": bool(pv.persoon.eerdere),
    }


def _kopregels(stuk: ProcesVerbaalStuk) -> Facts:
    wie, pv = stuk.pv.verbalisant, stuk.pv
    rijen = (
        ("Nummer", plain(pv.nummer) if stuk.definitief else plain("nog geen nummer (concept)")),
        ("Organisatie", plain(wie.organisatie)),
        (
            "Verbalisant",
            nog_open(f"{wie.naam}, {wie.functie}" if wie.naam else "", "naam van de verbalisant"),
        ),
        (
            "Bevoegdheid",
            nog_open(f"buitengewoon opsporingsambtenaar, {wie.domein}" if wie.domein else "", "domein"),
        ),
        ("Aktenummer", nog_open(wie.aktenummer, "aktenummer")),
        ("Standplaats", nog_open(wie.standplaats, "standplaats")),
        ("Parket", plain(wie.parket)),
        ("Datum", nog_open(lang(pv.datum) if pv.datum else "", "datum")),
    )
    return Facts("Gegevens van het proces-verbaal", tuple(rij for rij in rijen if rij[1][0].text), 34)


def _ondertekening(stuk: ProcesVerbaalStuk, vol: str) -> Iterator[Block]:
    pv, wie = stuk.pv, stuk.pv.verbalisant
    eed = _EED[wie.eed] if wie.eed else "[nog invullen: ambtseed of ambtsbelofte]"
    plek = pv.plaats or "[nog invullen: plaats]"
    dag = lang(pv.datum) if pv.datum else "[nog invullen: datum]"
    tekst = (
        f"Dit proces-verbaal heb ik op {eed} opgemaakt. Ik heb het gesloten en ondertekend te {plek} op "
        f"{dag}."
    )
    yield Paragraph(plain(tekst))
    yield Gap(2)
    yield SignatureField("verbalisant", f"Handtekening van {wie.naam or 'de verbalisant'}, {wie.functie}")
    if stuk.definitief:
        vast = f"Definitief gemaakt op {moment_voluit(stuk.moment)}."
        yield Paragraph(
            plain(f"{vast} Niet ondertekend zolang hierboven geen handtekening staat."), Look.SMALL
        )
    yield Paragraph(plain(f"Controlegetal van de inhoud (SHA-256): {vol}"), Look.SMALL)
