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

_LAYOUT = 3  # part of the fingerprint: raise it when the layout below changes

_COLLEGE = "college"


def maak(opdracht: Opdracht, *, check: bool = True) -> Paper:
    """The document as PDF.

    Raises ``FormulierProblem`` when a value does not fit, when a final document misses something, or when
    the text holds what must stay hidden.
    """
    from leerplicht_desktop.documents.archive import press  # here: reportlab loads late on purpose

    formulier = opdracht.formulier
    values = waarden(opdracht)
    blocks = tuple(_document(opdracht, values))
    texts = list(teksten(blocks))
    niets_verraden(opdracht, texts)
    sheet = Sheet(
        title=formulier.titel,
        subject=formulier.titel,
        soort=_kind(formulier),
        huisstijl=opdracht.huisstijl,
        moment=opdracht.moment,
        content_hash=content_hash("formulier", _LAYOUT, _identity(opdracht)),
        blocks=blocks,
        kenmerk=opdracht.kenmerk,
        sealed=opdracht.definitief,
        template_hash=formulier.hash,
        letter=formulier.vorm is Vorm.BRIEF,
        format=Format.A6 if formulier.vorm is Vorm.KAART else Format.A4,
    )
    paper = press.typeset(sheet, check=check)
    warnings = bsn_waarschuwing(opdracht, texts) + paper.warnings
    return Paper(paper.data, paper.content_hash, paper.pages, warnings)


def _kind(formulier: Formulier) -> str:
    return {Vorm.VERSLAG: "Verslag", Vorm.KAART: "Kaart"}.get(formulier.vorm, "Brief")


def _identity(opdracht: Opdracht) -> dict[str, object]:
    """What the fingerprint covers: everything but the compiled form, which its own hash stands for."""
    named: dict[str, object] = {
        part.name: getattr(opdracht, part.name) for part in fields(opdracht) if part.name != "formulier"
    }
    return {**named, "formulier": opdracht.formulier.hash}


def _document(opdracht: Opdracht, values: dict[str, Ingevuld]) -> Iterator[Block]:
    formulier = opdracht.formulier
    title = (
        formulier.titel
        if opdracht.definitief
        else f"CONCEPT {formulier.titel[:1].lower()}{formulier.titel[1:]}"
    )
    if formulier.vorm is Vorm.BRIEF:
        yield from _letter_top(opdracht)
    yield Heading(1, title)
    if formulier.vorm is Vorm.BRIEF and opdracht.aan is not None and opdracht.aan.aanhef:
        yield Paragraph(plain(f"{opdracht.aan.aanhef},"))
    answer = _answer_from(formulier.blokken) if formulier.vorm is Vorm.BRIEF else len(formulier.blokken)
    body = list(_spaced(formulier, formulier.blokken[:answer], values))
    if formulier.vorm is not Vorm.BRIEF:
        yield from body
        return
    # The closing takes the last paragraph along, with its heading: nobody signs an empty page.
    tail = 2 if len(body) > 1 and isinstance(body[-2], Heading) else 1
    yield from body[:-tail]
    yield Together((*body[-tail:], *_closing(opdracht)))
    if answer < len(formulier.blokken):
        yield Together((Gap(6), *_spaced(formulier, formulier.blokken[answer:], values)))


def _answer_from(blokken: Sequence[Blok]) -> int:
    """Where the answer begins that is signed by the receiver: it stands below the sender's own name."""
    for number, blok in enumerate(blokken):
        if blok.soort is Bloksoort.WETTELIJK and BLOKKEN[blok.naam].antwoord:
            return number - 1 if number and blokken[number - 1].soort is Bloksoort.KOP else number
    return len(blokken)


def _spaced(formulier: Formulier, blokken: Sequence[Blok], values: dict[str, Ingevuld]) -> Iterator[Block]:
    """The blocks that stand, with air between the points of a list and the paragraph after it."""
    last: Block | None = None
    for blok in blokken:
        for block in gezet(blok, formulier, values) if staat(blok, values) else ():
            if isinstance(last, Listing) and isinstance(block, Paragraph):
                yield Gap(1.5)
            yield block
            last = block


def _letter_top(opdracht: Opdracht) -> Iterator[Block]:
    if opdracht.aan is not None:
        for line in (*opdracht.aan.naamregels, *opdracht.aan.adresregels):
            yield Paragraph(plain(line), Look.ADDRESS)
    yield Gap(8)
    sender = opdracht.afzender
    reach = (sender.naam, sender.telefoon or opdracht.huisstijl.telefoon, sender.email)
    rows = (
        ("Datum", f"{opdracht.plaats}, {lang(opdracht.moment)}"),
        ("Ons kenmerk", opdracht.kenmerk if opdracht.definitief else "nog niet bekend"),
        ("Contact", ", ".join(part for part in reach if part)),
    )
    yield Facts("Gegevens van deze brief", tuple((label, plain(text)) for label, text in rows), 34)
    yield Gap(2)


def _closing(opdracht: Opdracht) -> tuple[Block, ...]:
    """The end of a letter. A decision of the college says that it is signed in its name (Awb 10:10)."""
    sender = opdracht.afzender
    body = opdracht.formulier.soort.bezwaar_bij(opdracht.moment.date())
    for_college = (Paragraph(plain(f"Namens {body},"), Look.ADDRESS),) if _COLLEGE in body else ()
    return (
        Gap(2),
        Paragraph(plain("Met vriendelijke groet,")),
        *for_college,
        Gap(12),
        Paragraph(plain(sender.naam), Look.ADDRESS),
        Paragraph(plain(f"{sender.functie}, {opdracht.huisstijl.naam}"), Look.ADDRESS),
    )


def staat(blok: Blok, values: Mapping[str, Ingevuld]) -> bool:
    """Whether a block stands on the paper, by its conditions ``als`` and ``tenzij``."""

    def filled(name: str) -> bool:
        value = values.get(name)
        return bool(value) and not isinstance(value, Ontbreekt)

    return (not blok.als or filled(blok.als)) and (not blok.tenzij or not filled(blok.tenzij))


def gezet(blok: Blok, formulier: Formulier, values: Mapping[str, Ingevuld]) -> Iterable[Block]:
    """One block of the form with its values; sound forms only, with every field present."""
    words = {name: _sentence(value) for name, value in values.items()}
    if blok.soort is Bloksoort.WETTELIJK:
        return BLOKKEN[blok.naam].maak(formulier.soort, words)
    if blok.soort is Bloksoort.LIJST:
        value = values.get(blok.veld)
        if isinstance(value, Ontbreekt):
            return [_gap(value.label)]
        items = [gevuld(point, words) for point in blok.punten] + _listed(value)
        return [Listing(tuple(items), lang=blok.taal or None)] if items else []
    if blok.soort is Bloksoort.GEGEVENS:
        rows = tuple((label, gevuld(value, words)) for label, value in blok.rijen)
        return [Facts(formulier.titel, tuple(row for row in rows if row[1]))]
    if blok.soort is Bloksoort.TABEL:
        return [_table(formulier, blok, values.get(blok.veld))]
    return [_running(blok, gevuld(blok.tekst, words))]


def _running(blok: Blok, text: Text) -> Block:
    match blok.soort:
        case Bloksoort.KOP:
            return Heading(2, hoofdletter(joined(text)))
        case Bloksoort.KADER:
            return Notice(text)
        case Bloksoort.HANDTEKENING:
            return Together((Gap(2), SignatureField(blok.naam or "handtekening", joined(text))))
        case Bloksoort.WITREGEL:
            return Gap(4)
        case _:
            look = Look.SMALL if blok.soort is Bloksoort.KLEIN else Look.BODY
            return Paragraph(text, look, blok.taal or None)


def _sentence(value: Ingevuld) -> Waarde:
    """A value that can stand in a sentence; a table cannot."""
    if isinstance(value, tuple):
        return tuple(item for item in value if isinstance(item, str))
    return value


def _listed(value: Ingevuld) -> list[Text]:
    return [plain(str(item)) for item in value] if isinstance(value, tuple) else []


def _table(formulier: Formulier, blok: Blok, value: Ingevuld) -> Block:
    veld = formulier.veld(blok.veld)
    if veld is None or not isinstance(value, tuple):
        missing = value.label if isinstance(value, Ontbreekt) else "tabel"
        return _gap(missing)
    rows = tuple(tuple(plain(str(cell)) for cell in row) for row in value)
    widths = [max(len(name), *(len(row[at]) for row in value)) for at, name in enumerate(veld.kolommen)]
    # The root keeps a column of dates wide enough beside a column of sentences.
    columns = tuple(
        Column(name, max(8, width) ** 0.5) for name, width in zip(veld.kolommen, widths, strict=True)
    )
    return Grid(veld.label, columns, rows)


def _gap(label: str) -> Paragraph:
    return Paragraph(plain(f"[nog invullen: {label}]"), Look.GAP)
