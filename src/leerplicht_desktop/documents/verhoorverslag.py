"""The hearing on paper: rights first, then the statement in the suspect's own words.

It stands in the proces-verbaal, and alone to be read back and signed at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from leerplicht_desktop.documents.blocks import (
    Block,
    Emphasis,
    Facts,
    Gap,
    Heading,
    Look,
    Paragraph,
    Run,
    SignatureField,
    Text,
    Together,
    plain,
)
from leerplicht_desktop.documents.content_hash import content_hash
from leerplicht_desktop.documents.formulieren.formulier import Formulier
from leerplicht_desktop.documents.formulieren.indeling import ingedeeld
from leerplicht_desktop.documents.formulieren.minitaal import Ontbreekt, Waarde
from leerplicht_desktop.documents.formulieren.rechterstuk import rechtervelden, zonder_formulier
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.problemen import PapierProblem
from leerplicht_desktop.documents.schrijfwijze import kloktijd, met_punt, moment_voluit, opsomming
from leerplicht_desktop.documents.sheet import Paper, Sheet
from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.domain.handhaving.proces_verbaal import Verbalisant
from leerplicht_desktop.domain.handhaving.verhoor import Begeleiding, Bijstand, Verhoor, punten
from leerplicht_desktop.domain.handhaving.zinbewerking import citaat
from leerplicht_desktop.domain.persoon.naam import hoofdletter

_INDELING = 3  # part of the fingerprint: raise it when the wording below changes
_NA_AFDRUKKEN = frozenset({"ondertekend", "reden_niet_ondertekend"})
_BEGELEIDING = {
    Begeleiding.RAADSMAN: "een advocaat",
    Begeleiding.VERTROUWENSPERSOON: "een vertrouwenspersoon",
    Begeleiding.BEIDEN: "een advocaat en een vertrouwenspersoon",
    Begeleiding.GEEN: "niemand",
}


@dataclass(frozen=True, slots=True)
class VerhoorStuk:
    """One hearing to print. ``definitief`` once it was *vastgelegd*; ``moment`` is aware.

    ``feit`` says in words what the suspicion is; ``verdachte`` is the full name.
    """

    verhoor: Verhoor
    verdachte: str
    feit: str
    verbalisant: Verbalisant
    huisstijl: Huisstijl
    moment: datetime
    formulier: Formulier
    kenmerk: str = ""
    definitief: bool = False
    rol: Rol = Rol.OUDER
    jongeren: tuple[str, ...] = ()
    klok: str = ""
    """That the laptop's clock and the municipality's told different times; empty when they did not."""


def maak_op(stuk: VerhoorStuk, *, keuren: bool = True) -> Paper:
    """The hearing as PDF, with room to sign.

    Raises ``PapierProblem`` when it must be final while a point of R16 to R18 still blocks. Signing comes
    after printing, so that point alone does not block.
    """
    from leerplicht_desktop.documents.archive import press  # here: reportlab loads late on purpose

    leegtes = [punt for punt in punten(stuk.verhoor) if punt.moet and punt.veld not in _NA_AFDRUKKEN]
    if stuk.definitief and leegtes:
        raise PapierProblem(
            f"Het verhoor is nog niet compleet: {leegtes[0].bericht}",
            "Vul in wat ontbreekt.",
            tuple(f"{punt.veld}: {punt.regel}" for punt in leegtes),
        )
    vel = Sheet(
        title=stuk.formulier.titel,
        subject="Verhoor van een verdachte op grond van de Leerplichtwet 1969",
        soort="Verhoor",
        huisstijl=stuk.huisstijl,
        moment=stuk.moment,
        content_hash=content_hash("verhoor", _INDELING, zonder_formulier(stuk), stuk.formulier.hash),
        blocks=tuple(_document(stuk)),
        kenmerk=stuk.kenmerk,
        sealed=stuk.definitief,
        template_hash=stuk.formulier.hash,
    )
    return press.typeset(vel, check=keuren)


def maak_pdf(stuk: VerhoorStuk) -> bytes:
    """The hearing as PDF/A-2a and PDF/UA-1."""
    return maak_op(stuk).data


def _document(stuk: VerhoorStuk) -> Iterator[Block]:
    titel = stuk.formulier.titel
    yield Heading(1, titel if stuk.definitief else f"CONCEPT {titel[:1].lower()}{titel[1:]}")
    delen: dict[str, tuple[Block, ...]] = {
        "gegevens": (_kopregels(stuk),),
        "verhoor": tuple(verhoor_blokken(stuk.verhoor, te_tekenen=stuk.definitief)),
        "ondertekening": tuple(_handtekeningen(stuk)),
    }
    *inhoud, laatste = ingedeeld(stuk.formulier, _waarden(stuk), delen, genummerd=False)
    for groep in inhoud:
        yield from groep.blokken
    yield Together(laatste.blokken)


def _waarden(stuk: VerhoorStuk) -> dict[str, Waarde]:
    """What the own words of a municipality may name."""
    verhoor = stuk.verhoor
    return {
        **rechtervelden(stuk.verbalisant, stuk.verdachte, stuk.rol),
        "plaats": verhoor.plaats or Ontbreekt("plaats"),
        "datum": verhoor.begin.date(),
        "kenmerk": stuk.kenmerk,
        "jongeren": stuk.jongeren,
        "minderjarig": verhoor.minderjarig_bij_feit(),
        "tolk": verhoor.tolk is not None,
    }


def _kopregels(stuk: VerhoorStuk) -> Facts:
    wie, verhoor = stuk.verbalisant, stuk.verhoor
    rijen: tuple[tuple[str, str], ...] = (
        ("Verdachte", f"{stuk.verdachte}, geboren {verhoor.verdachte_geboren.tekst()}"),
        ("Verdenking", hoofdletter(met_punt(stuk.feit))),
        ("Verbalisant", f"{wie.naam}, {wie.functie} en buitengewoon opsporingsambtenaar, {wie.domein}"),
        # Every account of the use of powers names these two (Besluit BOA 27).
        ("Aktenummer", wie.aktenummer or "[nog invullen: aktenummer]"),
        ("Standplaats", wie.standplaats or "[nog invullen: standplaats]"),
    )
    if stuk.klok:
        rijen = (*rijen, ("Klok", stuk.klok))
    return Facts("Gegevens van het verhoor", tuple((label, plain(tekst)) for label, tekst in rijen), 34)


def _handtekeningen(stuk: VerhoorStuk) -> Iterator[Block]:
    tolk = stuk.verhoor.tolk
    ondertekenaars = [("verdachte", f"Handtekening van {stuk.verdachte}")]
    if tolk is not None:
        ondertekenaars.append(("tolk", f"Handtekening van de tolk, {tolk.naam}"))
    ondertekenaars.append(("verbalisant", f"Handtekening van {stuk.verbalisant.naam}"))
    for naam, label in ondertekenaars:
        yield Gap(3)
        yield SignatureField(naam, label, height=14)


def verhoor_blokken(verhoor: Verhoor, *, te_tekenen: bool = False) -> Iterator[Block]:
    """The blocks of one hearing, in the order the law asks (Sv 27–29).

    ``te_tekenen`` is the paper that the suspect is going to sign: it cannot tell yet whether he does.
    """
    tot = f" tot {_tot(verhoor.begin, verhoor.eind)}" if verhoor.eind else ""
    plek = verhoor.plaats or "[nog invullen: plaats]"
    yield Heading(3, f"Verhoor op {moment_voluit(verhoor.begin)}{tot}")
    opening = [f"Plaats van het verhoor: {met_punt(plek)}"]
    if verhoor.aanwezig:
        opening.append(f"Daarbij waren ook: {opsomming(verhoor.aanwezig)}.")
    opening.append(
        f"Ik stelde de identiteit vast: {met_punt(verhoor.identiteit)}"
        if verhoor.identiteit
        else "[nog invullen: hoe de identiteit is vastgesteld]"
    )
    yield Paragraph(plain(" ".join(opening)))
    yield Paragraph(plain(" ".join(_rechten(verhoor))))
    if verhoor.minderjarig_bij_feit() or verhoor.minderjarig_bij_verhoor():
        yield Paragraph(plain(" ".join(_minderjarige(verhoor))))
    yield from _verklaring(verhoor)
    if verhoor.ondertekend is None and not te_tekenen:
        einde = (*_einde(verhoor), "[nog invullen: of de verdachte ondertekent]")
    else:
        einde = tuple(_einde(verhoor))
    if einde:
        yield Paragraph(plain(" ".join(einde)))


def _tot(begin: datetime, einde: datetime) -> str:
    """``15:10 uur``; with its day when the hearing ran over midnight."""
    return f"{kloktijd(einde)} uur" if einde.date() == begin.date() else moment_voluit(einde)


def _rechten(verhoor: Verhoor) -> Iterator[str]:
    if verhoor.feit_medegedeeld_om:
        yield f"Om {kloktijd(verhoor.feit_medegedeeld_om)} uur vertelde ik van welk feit de verdenking is."
    if verhoor.cautie_om:
        wanneer = f"Om {kloktijd(verhoor.cautie_om)} uur{_vooraf(verhoor, verhoor.cautie_om)}"
        yield f"{wanneer} zei ik dat de verdachte niet tot antwoorden verplicht is (cautie)."
    else:
        yield "[nog invullen: cautie]"
    yield from _bijstand(verhoor)
    if verhoor.kwetsbaar:
        yield "Ik hield er rekening mee dat de verdachte kwetsbaar is."
    if verhoor.tolk:
        yield f"Er was een tolk: {verhoor.tolk.naam}, {verhoor.tolk.taal}."
    elif verhoor.verstaat_nederlands:
        yield "De verdachte verstaat en spreekt Nederlands."


def _vooraf(verhoor: Verhoor, moment: datetime) -> str:
    """Before what it was told, as far as the recorded times bear it out."""
    eerste_regel = min((regel.moment for regel in verhoor.regels), default=None)
    eerste_antwoord = verhoor.eerste_verklaring
    if eerste_regel is None or moment <= eerste_regel:
        return ", voor de eerste vraag over het feit,"
    if eerste_antwoord is None or moment <= eerste_antwoord:
        return ", voor de eerste zin van de verklaring,"
    return ","


def _bijstand(verhoor: Verhoor) -> Iterator[str]:
    if verhoor.rechten_in_oproep_van:
        yield f"Het recht op een advocaat stond in de oproep van {lang(verhoor.rechten_in_oproep_van)}."
    if verhoor.rechtsbijstand_medegedeeld_om:
        yield (
            f"Om {kloktijd(verhoor.rechtsbijstand_medegedeeld_om)} uur vertelde ik over het recht op een "
            "advocaat, voor en tijdens het verhoor."
        )
    if verhoor.bijstand is Bijstand.AANWEZIG:
        yield "Een advocaat was bij het verhoor."
    elif verhoor.bijstand is Bijstand.VOORAF:
        yield "De verdachte sprak voor het verhoor met een advocaat."
    elif verhoor.bijstand is Bijstand.AFSTAND and verhoor.afstand:
        yield f"De verdachte wil geen advocaat en zei: {citaat(verhoor.afstand.antwoord)}"
        if verhoor.afstand.gevolgen_uitgelegd:
            yield "Ik heb de gevolgen van die keuze uitgelegd."
        if verhoor.afstand.kan_terugkomen:
            yield "Ik heb gezegd dat de verdachte daar altijd op terug kan komen."
    else:
        yield "[nog invullen: keuze over een advocaat]"


def _minderjarige(verhoor: Verhoor) -> Iterator[str]:
    if verhoor.minderjarig_bij_feit():
        yield "De verdachte was op de dag van het feit minderjarig."
        if verhoor.begeleiding:
            yield f"De verdachte koos ervoor {_BEGELEIDING[verhoor.begeleiding]} bij het verhoor te hebben."
        else:
            yield "[nog invullen: keuze advocaat of vertrouwenspersoon]"
    if verhoor.minderjarig_bij_verhoor() and verhoor.ouders_ingelicht_op:
        yield f"De ouders zijn op {lang(verhoor.ouders_ingelicht_op)} ingelicht."


def _verklaring(verhoor: Verhoor) -> Iterator[Block]:
    yield Paragraph(
        plain("De verklaring, zo veel mogelijk in eigen woorden (V is vraag, A is antwoord):"),
        with_next=True,
    )
    for regel in sorted(verhoor.regels, key=lambda regel: regel.moment):
        wie: Text = (Run("A: " if regel.antwoord else "V: ", Emphasis.BOLD),)
        yield Paragraph((*wie, Run(regel.tekst)), Look.STATEMENT)


def _einde(verhoor: Verhoor) -> Iterator[str]:
    if verhoor.voorgelezen_om:
        yield f"Om {kloktijd(verhoor.voorgelezen_om)} uur is de verklaring voorgelezen."
    if verhoor.verbeteringen:
        yield f"Verbeteringen van de verdachte: {met_punt(verhoor.verbeteringen)}"
    if verhoor.ondertekend:
        yield "De verdachte bleef bij de verklaring en heeft die ondertekend."
    elif verhoor.ondertekend is False:
        yield f"De verdachte heeft niet ondertekend. Reden: {met_punt(verhoor.reden_niet_ondertekend)}"
