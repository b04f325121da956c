"""The proces-verbaal on paper: for the officier van justitie, the judge and the suspect.

A form gives the order, the headings and the words around it; the text of the law stands in code: caution,
rights, oath or promise. What is missing prints as a remark in a concept and blocks sealing (R15).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from leerplicht_desktop.documents.blocks import (
    Block,
    Facts,
    Gap,
    Heading,
    Look,
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
from leerplicht_desktop.documents.problems import PapierProblem
from leerplicht_desktop.documents.pv_delen import (
    bevinding_blokken,
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

_LAYOUT = 3  # part of the fingerprint: raise it when the wording below changes
_FEW_ANNEXES = 12
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


def typeset(stuk: ProcesVerbaalStuk, *, check: bool = True) -> Paper:
    """The proces-verbaal as PDF.

    Raises ``PapierProblem`` when it must be final but a point blocks, or when it has no number.
    """
    from leerplicht_desktop.documents.archive import press  # here: reportlab loads late on purpose

    pv = stuk.pv
    if stuk.definitief:
        _must_be_complete(pv)
    full = content_hash("proces-verbaal", _LAYOUT, zonder_formulier(stuk), stuk.formulier.hash)
    sheet = Sheet(
        title=_title(stuk),
        subject="Proces-verbaal op grond van de Leerplichtwet 1969",
        soort="Proces-verbaal",
        huisstijl=stuk.huisstijl,
        moment=stuk.moment,
        content_hash=full,
        blocks=tuple(_blocks(stuk, full)),
        kenmerk=pv.nummer,
        sealed=stuk.definitief,
        template_hash=stuk.formulier.hash,
    )
    return press.typeset(sheet, check=check)


def render(stuk: ProcesVerbaalStuk) -> bytes:
    """The proces-verbaal as PDF/A-2a and PDF/UA-1."""
    return typeset(stuk).data


def _must_be_complete(pv: ProcesVerbaal) -> None:
    gaps = [punt for punt in punten(pv) if punt.moet]
    if gaps:
        raise PapierProblem(
            f"Het proces-verbaal is nog niet compleet: {gaps[0].bericht}",
            "Vul in wat ontbreekt en maak het dan definitief.",
            tuple(f"{punt.veld}: {punt.regel}" for punt in gaps),
        )
    if not pv.nummer:
        raise PapierProblem(
            "Het proces-verbaal heeft nog geen nummer.", "Maak het definitief in het dossier."
        )


def _title(stuk: ProcesVerbaalStuk) -> str:
    title = stuk.formulier.titel
    return f"Aanvullend {title.lower()}" if stuk.pv.aanvulling_op else title


def _blocks(stuk: ProcesVerbaalStuk, full: str) -> Iterator[Block]:
    pv, title = stuk.pv, _title(stuk)
    yield Heading(1, title if stuk.definitief else f"CONCEPT {title.lower()}")
    if pv.aanvulling_op:
        yield Notice(
            plain(f"Dit is een aanvulling op proces-verbaal {pv.aanvulling_op}. Beide blijven gelden.")
        )
    *body, last = ingedeeld(stuk.formulier, _values(stuk), _parts(stuk, full), genummerd=True)
    joined_end = bool(body) and "bijlagen" in body[-1].onderdelen and len(pv.bijlagen) <= _FEW_ANNEXES
    *body, before = body if joined_end else (*body, Groep(frozenset(), ()))
    for group in body:
        yield from group.blokken
    yield Together((*before.blokken, *last.blokken))  # a signature alone on a page convinces nobody


def _parts(stuk: ProcesVerbaalStuk, full: str) -> dict[str, tuple[Block, ...]]:
    """What the program puts in each part of the form."""
    pv = stuk.pv
    return {
        "gegevens": (_header(stuk),),
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
        "sluiting": tuple(_closing(stuk, full)),
    }


def _values(stuk: ProcesVerbaalStuk) -> dict[str, Waarde]:
    """What the own words of a municipality may name."""
    pv, wie = stuk.pv, stuk.pv.verbalisant
    kinds = {feit.soort for feit in pv.feiten}
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
        "relatief": Feitsoort.RELATIEF in kinds,
        "luxe": Feitsoort.LUXE in kinds,
        "absoluut": Feitsoort.ABSOLUUT in kinds,
        "gehoord": bool(pv.verhoren),
        "eerder_bestraft": bool(pv.persoon.eerdere),
    }


def _header(stuk: ProcesVerbaalStuk) -> Facts:
    wie, pv = stuk.pv.verbalisant, stuk.pv
    rows = (
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
    return Facts("Gegevens van het proces-verbaal", tuple(row for row in rows if row[1][0].text), 34)


def _closing(stuk: ProcesVerbaalStuk, full: str) -> Iterator[Block]:
    pv, wie = stuk.pv, stuk.pv.verbalisant
    oath = _EED[wie.eed] if wie.eed else "[nog invullen: ambtseed of ambtsbelofte]"
    place = pv.plaats or "[nog invullen: plaats]"
    day = lang(pv.datum) if pv.datum else "[nog invullen: datum]"
    text = (
        f"Dit proces-verbaal heb ik op {oath} opgemaakt. Ik heb het gesloten en ondertekend te {place} op "
        f"{day}."
    )
    yield Paragraph(plain(text))
    yield Gap(2)
    yield SignatureField("verbalisant", f"Handtekening van {wie.naam or 'de verbalisant'}, {wie.functie}")
    if stuk.definitief:
        fixed = f"Definitief gemaakt op {moment_voluit(stuk.moment)}."
        yield Paragraph(
            plain(f"{fixed} Niet ondertekend zolang hierboven geen handtekening staat."), Look.SMALL
        )
    yield Paragraph(plain(f"Controlegetal van de inhoud (SHA-256): {full}"), Look.SMALL)
