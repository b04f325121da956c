"""Fills a form and lays it out as a letter, a report or a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields

from leerplicht_desktop.documents.blocks import (
    Block,
    Column,
    Facts,
    Gap,
    Grid,
    Heading,
    Listing,
    Look,
    Notice,
    Paragraph,
    SignatureField,
    Text,
    Together,
    joined,
    plain,
)
from leerplicht_desktop.documents.content_hash import content_hash
from leerplicht_desktop.documents.formulieren.bewaking import bsn_waarschuwing, niets_verraden, teksten
from leerplicht_desktop.documents.formulieren.formulier import Blok, Bloksoort, Formulier, Vorm
from leerplicht_desktop.documents.formulieren.minitaal import Ontbreekt, Waarde, gevuld
from leerplicht_desktop.documents.formulieren.opdracht import Opdracht, waarden
from leerplicht_desktop.documents.formulieren.veldwaarde import Ingevuld
from leerplicht_desktop.documents.formulieren.wettelijk import BLOKKEN
from leerplicht_desktop.documents.sheet import Format, Paper, Sheet
from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.persoon.naam import hoofdletter

_INDELING = 3  # part of the fingerprint: raise it when the layout below changes

_COLLEGE = "college"


def maak(opdracht: Opdracht, *, keuren: bool = True) -> Paper:
    """The document as PDF.

    Raises ``FormulierProblem`` when a value does not fit, when a final document misses something, or when
    the text holds what must stay hidden.
    """
    from leerplicht_desktop.documents.archive import press  # here: reportlab loads late on purpose

    vel = vel_van(opdracht)
    alle_teksten = list(teksten(vel.blocks))
    niets_verraden(opdracht, alle_teksten)
    papier = press.typeset(vel, check=keuren)
    waarschuwingen = bsn_waarschuwing(opdracht, alle_teksten) + papier.warnings
    return Paper(papier.data, papier.content_hash, papier.pages, waarschuwingen)


def vel_van(opdracht: Opdracht) -> Sheet:
    """Everything the document says, in blocks, before it becomes pages. Raises ``FormulierProblem``."""
    formulier = opdracht.formulier
    return Sheet(
        title=formulier.titel,
        subject=formulier.titel,
        soort=_soort(formulier),
        huisstijl=opdracht.huisstijl,
        moment=opdracht.moment,
        content_hash=content_hash("formulier", _INDELING, _afdrukgegevens(opdracht)),
        blocks=tuple(_document(opdracht, waarden(opdracht))),
        kenmerk=opdracht.kenmerk,
        sealed=opdracht.definitief,
        template_hash=formulier.hash,
        letter=formulier.vorm is Vorm.BRIEF,
        format=Format.A6 if formulier.vorm is Vorm.KAART else Format.A4,
    )


def _soort(formulier: Formulier) -> str:
    return {Vorm.VERSLAG: "Verslag", Vorm.KAART: "Kaart"}.get(formulier.vorm, "Brief")


def _afdrukgegevens(opdracht: Opdracht) -> dict[str, object]:
    """What the fingerprint covers: everything but the compiled form, which its own hash stands for."""
    benoemd: dict[str, object] = {
        deel.name: getattr(opdracht, deel.name) for deel in fields(opdracht) if deel.name != "formulier"
    }
    return {**benoemd, "formulier": opdracht.formulier.hash}


def _document(opdracht: Opdracht, waarden: dict[str, Ingevuld]) -> Iterator[Block]:
    formulier = opdracht.formulier
    titel = (
        formulier.titel
        if opdracht.definitief
        else f"CONCEPT {formulier.titel[:1].lower()}{formulier.titel[1:]}"
    )
    if formulier.vorm is Vorm.BRIEF:
        yield from _briefhoofd(opdracht)
    yield Heading(1, titel)
    if formulier.vorm is Vorm.BRIEF and opdracht.aan is not None and opdracht.aan.aanhef:
        yield Paragraph(plain(f"{opdracht.aan.aanhef},"))
    antwoord = _antwoord_vanaf(formulier.blokken) if formulier.vorm is Vorm.BRIEF else len(formulier.blokken)
    inhoud = list(_met_wit(formulier, formulier.blokken[:antwoord], waarden))
    if formulier.vorm is not Vorm.BRIEF:
        yield from inhoud
        return
    # The closing takes the last paragraph along, with its heading: nobody signs an empty page.
    staart = 2 if len(inhoud) > 1 and isinstance(inhoud[-2], Heading) else 1
    yield from inhoud[:-staart]
    yield Together((*inhoud[-staart:], *_ondertekening(opdracht)))
    if antwoord < len(formulier.blokken):
        yield Together((Gap(6), *_met_wit(formulier, formulier.blokken[antwoord:], waarden)))


def _antwoord_vanaf(blokken: Sequence[Blok]) -> int:
    """Where the answer begins that is signed by the receiver: it stands below the sender's own name."""
    for nummer, blok in enumerate(blokken):
        if blok.soort is Bloksoort.WETTELIJK and BLOKKEN[blok.naam].antwoord:
            return nummer - 1 if nummer and blokken[nummer - 1].soort is Bloksoort.KOP else nummer
    return len(blokken)


def _met_wit(formulier: Formulier, blokken: Sequence[Blok], waarden: dict[str, Ingevuld]) -> Iterator[Block]:
    """The blocks that stand, with air between the points of a list and the paragraph after it."""
    laatste: Block | None = None
    for blok in blokken:
        for gezet_blok in gezet(blok, formulier, waarden) if staat(blok, waarden) else ():
            if isinstance(laatste, Listing) and isinstance(gezet_blok, Paragraph):
                yield Gap(1.5)
            yield gezet_blok
            laatste = gezet_blok


def _briefhoofd(opdracht: Opdracht) -> Iterator[Block]:
    if opdracht.aan is not None:
        for regel in (*opdracht.aan.naamregels, *opdracht.aan.adresregels):
            yield Paragraph(plain(regel), Look.ADDRESS)
    yield Gap(8)
    afzender = opdracht.afzender
    bereik = (afzender.naam, afzender.telefoon or opdracht.huisstijl.telefoon, afzender.email)
    rijen = (
        ("Datum", f"{opdracht.plaats}, {lang(opdracht.moment)}"),
        ("Ons kenmerk", opdracht.kenmerk if opdracht.definitief else "nog niet bekend"),
        ("Contact", ", ".join(deel for deel in bereik if deel)),
    )
    yield Facts("Gegevens van deze brief", tuple((label, plain(tekst)) for label, tekst in rijen), 34)
    yield Gap(2)


def _ondertekening(opdracht: Opdracht) -> tuple[Block, ...]:
    """The end of a letter. A decision of the college says that it is signed in its name (Awb 10:10)."""
    afzender = opdracht.afzender
    inhoud = opdracht.formulier.soort.bezwaar_bij(opdracht.moment.date())
    namens_college = (Paragraph(plain(f"Namens {inhoud},"), Look.ADDRESS),) if _COLLEGE in inhoud else ()
    return (
        Gap(2),
        Paragraph(plain("Met vriendelijke groet,")),
        *namens_college,
        Gap(12),
        Paragraph(plain(afzender.naam), Look.ADDRESS),
        Paragraph(plain(f"{afzender.functie}, {opdracht.huisstijl.naam}"), Look.ADDRESS),
    )


def staat(blok: Blok, waarden: Mapping[str, Ingevuld]) -> bool:
    """Whether a block stands on the paper, by its conditions ``als`` and ``tenzij``."""

    def gevuld(naam: str) -> bool:
        waarde = waarden.get(naam)
        return bool(waarde) and not isinstance(waarde, Ontbreekt)

    return (not blok.als or gevuld(blok.als)) and (not blok.tenzij or not gevuld(blok.tenzij))


def gezet(blok: Blok, formulier: Formulier, waarden: Mapping[str, Ingevuld]) -> Iterable[Block]:
    """One block of the form with its values; sound forms only, with every field present."""
    woorden = {naam: _zin(waarde) for naam, waarde in waarden.items()}
    if blok.soort is Bloksoort.WETTELIJK:
        return BLOKKEN[blok.naam].maak(formulier.soort, woorden)
    if blok.soort is Bloksoort.LIJST:
        waarde = waarden.get(blok.veld)
        if isinstance(waarde, Ontbreekt):
            return [_leegte(waarde.label)]
        punten = [gevuld(punt, woorden) for punt in blok.punten] + _opgesomd(waarde)
        return [Listing(tuple(punten), lang=blok.taal or None)] if punten else []
    if blok.soort is Bloksoort.GEGEVENS:
        rijen = tuple((label, gevuld(waarde, woorden)) for label, waarde in blok.rijen)
        return [Facts(formulier.titel, tuple(rij for rij in rijen if rij[1]))]
    if blok.soort is Bloksoort.TABEL:
        return [_tabel(formulier, blok, waarden.get(blok.veld))]
    return [_lopend(blok, gevuld(blok.tekst, woorden))]


def _lopend(blok: Blok, tekst: Text) -> Block:
    match blok.soort:
        case Bloksoort.KOP:
            return Heading(2, hoofdletter(joined(tekst)))
        case Bloksoort.KADER:
            return Notice(tekst)
        case Bloksoort.HANDTEKENING:
            return Together((Gap(2), SignatureField(blok.naam or "handtekening", joined(tekst))))
        case Bloksoort.WITREGEL:
            return Gap(4)
        case _:
            grootte = Look.SMALL if blok.soort is Bloksoort.KLEIN else Look.BODY
            return Paragraph(tekst, grootte, blok.taal or None)


def _zin(waarde: Ingevuld) -> Waarde:
    """A value that can stand in a sentence; a table cannot."""
    if isinstance(waarde, tuple):
        return tuple(ding for ding in waarde if isinstance(ding, str))
    return waarde


def _opgesomd(waarde: Ingevuld) -> list[Text]:
    return [plain(str(ding)) for ding in waarde] if isinstance(waarde, tuple) else []


def _tabel(formulier: Formulier, blok: Blok, waarde: Ingevuld) -> Block:
    veld = formulier.veld(blok.veld)
    if veld is None or not isinstance(waarde, tuple):
        ontbrekend = waarde.label if isinstance(waarde, Ontbreekt) else "tabel"
        return _leegte(ontbrekend)
    rijen = tuple(tuple(plain(str(cel)) for cel in rij) for rij in waarde)
    breedtes = [
        max(len(naam), *(len(rij[plek]) for rij in waarde)) for plek, naam in enumerate(veld.kolommen)
    ]
    # The root keeps a column of dates wide enough beside a column of sentences.
    kolommen = tuple(
        Column(naam, max(8, breedte) ** 0.5) for naam, breedte in zip(veld.kolommen, breedtes, strict=True)
    )
    return Grid(veld.label, kolommen, rijen)


def _leegte(label: str) -> Paragraph:
    return Paragraph(plain(f"[nog invullen: {label}]"), Look.GAP)
