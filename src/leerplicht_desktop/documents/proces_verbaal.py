"""The proces-verbaal on paper: for the officier van justitie, the judge and the suspect.

The text of the law stands in code, not in a form: caution, rights, oath or promise.
What is missing prints as a remark in a concept and blocks sealing (R15).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time

from leerplicht_desktop.documents.blocks import (
    Block,
    Column,
    Emphasis,
    Facts,
    Gap,
    Grid,
    Heading,
    Labelled,
    Look,
    Notice,
    Paragraph,
    Run,
    SignatureField,
    Text,
    Together,
    plain,
)
from leerplicht_desktop.documents.content_hash import content_hash, short_hash
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.problems import PapierProblem
from leerplicht_desktop.documents.schrijfwijze import kloktijd, met_punt, moment_voluit
from leerplicht_desktop.documents.sheet import Paper, Sheet
from leerplicht_desktop.documents.verhoorverslag import verhoor_blokken
from leerplicht_desktop.domain.datumtekst import kort, lang, periode
from leerplicht_desktop.domain.handhaving import Feitsoort, Rol
from leerplicht_desktop.domain.naam import hoofdletter
from leerplicht_desktop.domain.proces_verbaal import (
    Bevinding,
    Eed,
    Feit,
    Kennis,
    ProcesVerbaal,
    Verdachte,
    punten,
)

_LAYOUT = 1  # part of the fingerprint: raise it when the wording below changes
_SOORT = {
    Feitsoort.RELATIEF: "verzuim van de school",
    Feitsoort.LUXE: "verzuim voor een vakantie buiten de schoolvakanties (luxeverzuim)",
    Feitsoort.ABSOLUUT: "niet ingeschreven zijn op een school (absoluut verzuim)",
}
_KENNIS = (
    (Kennis.WAARGENOMEN, "Wat ik zelf zag en hoorde"),
    (Kennis.GEHOORD_VAN, "Wat anderen mij vertelden"),
    (Kennis.STUK, "Wat in stukken staat"),
)
_FEW_ANNEXES = 12
_SHORT = 900  # characters: a longer finding may run on to the next page
_EED = {Eed.AMBTSEED: "ambtseed", Eed.AMBTSBELOFTE: "ambtsbelofte"}


@dataclass(frozen=True, slots=True)
class ProcesVerbaalStuk:
    """What the renderer needs. ``moment`` is aware: of the draft, or of sealing when ``definitief``."""

    pv: ProcesVerbaal
    huisstijl: Huisstijl
    moment: datetime
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
    full = content_hash("proces-verbaal", _LAYOUT, stuk)
    sheet = Sheet(
        title=_title(pv),
        subject="Proces-verbaal op grond van de Leerplichtwet 1969",
        soort="Proces-verbaal",
        huisstijl=stuk.huisstijl,
        moment=stuk.moment,
        content_hash=full,
        blocks=tuple(_blocks(stuk, full)),
        kenmerk=pv.nummer,
        sealed=stuk.definitief,
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


def _title(pv: ProcesVerbaal) -> str:
    return "Aanvullend proces-verbaal" if pv.aanvulling_op else "Proces-verbaal"


def _open(value: str, label: str) -> Text:
    """The value, or a remark in bold that it is missing."""
    return plain(value) if value.strip() else (Run(f"[nog invullen: {label}]", Emphasis.BOLD),)


def _blocks(stuk: ProcesVerbaalStuk, full: str) -> Iterator[Block]:
    pv = stuk.pv
    numbers = _numbers()
    yield Heading(1, _title(pv) if stuk.definitief else f"CONCEPT {_title(pv).lower()}")
    if pv.aanvulling_op:
        yield Notice(
            plain(f"Dit is een aanvulling op proces-verbaal {pv.aanvulling_op}. Beide blijven gelden.")
        )
    yield _header(stuk)
    for title, part in (
        ("Verdachte", _suspect(pv.verdachte)),
        ("Jongere" if len(pv.jongeren) == 1 else "Jongeren", _young(pv)),
        ("Feit" if len(pv.feiten) == 1 else "Feiten", _facts(pv)),
        ("Aanleiding en verzuim", _cause(pv)),
        ("Bevindingen", _findings(pv)),
        ("School", _school(pv)),
        ("Verhoor", _hearings(pv)),
        ("Persoon en hulp", _person(pv)),
        ("Redenen van wetenschap", [Paragraph(_open(pv.redenen_van_wetenschap, "hoe ik dit weet"))]),
    ):
        blocks = list(part)
        if blocks:
            yield Heading(2, f"{next(numbers)}. {title}")
            yield from blocks
    annexes = (Heading(2, f"{next(numbers)}. Bijlagen"), *_annexes(pv))
    closing = tuple(_closing(stuk, next(numbers), full))
    if len(pv.bijlagen) <= _FEW_ANNEXES:
        yield Together((*annexes, *closing))  # a signature alone on a page convinces nobody
    else:
        yield from annexes
        yield Together(closing)


def _numbers() -> Iterator[int]:
    number = 0
    while True:
        number += 1
        yield number


def _header(stuk: ProcesVerbaalStuk) -> Facts:
    wie, pv = stuk.pv.verbalisant, stuk.pv
    rows = (
        ("Nummer", plain(pv.nummer) if stuk.definitief else plain("nog geen nummer (concept)")),
        ("Organisatie", plain(wie.organisatie)),
        ("Verbalisant", _open(f"{wie.naam}, {wie.functie}" if wie.naam else "", "naam van de verbalisant")),
        (
            "Bevoegdheid",
            _open(f"buitengewoon opsporingsambtenaar, {wie.domein}" if wie.domein else "", "domein"),
        ),
        ("Aktenummer", _open(wie.aktenummer, "aktenummer")),
        ("Standplaats", _open(wie.standplaats, "standplaats")),
        ("Parket", plain(wie.parket)),
        ("Datum", _open(lang(pv.datum) if pv.datum else "", "datum")),
    )
    return Facts("Gegevens van het proces-verbaal", tuple(row for row in rows if row[1][0].text), 34)


def _suspect(verdachte: Verdachte) -> Iterator[Block]:
    born = verdachte.geboren.tekst() if verdachte.geboren else ""
    place = f" te {verdachte.geboorteplaats}" if verdachte.geboorteplaats else ""
    rows: tuple[tuple[str, Text], ...] = (
        ("Naam", _open(verdachte.naam, "naam")),
        ("Voornamen", _open(verdachte.voornamen, "voornamen")),
        ("Geboren", _open(f"{born}{place}" if born else "", "geboortedatum en -plaats")),
        ("BSN", plain(verdachte.bsn.waarde if verdachte.bsn else "")),
        ("Nationaliteit", plain(verdachte.nationaliteit)),
        ("Adres (BRP)", _open(verdachte.adres, "adres")),
        ("Verblijft", plain(verdachte.verblijfadres)),
        ("Telefoon", plain(verdachte.telefoon)),
        ("Hoedanigheid", plain(hoofdletter(verdachte.hoedanigheid) or verdachte.rol.value)),
        ("Gezag", plain("\n".join(verdachte.gezaghebbers))),
    )
    yield Facts("Verdachte", tuple(row for row in rows if row[1][0].text), 34)


def _young(pv: ProcesVerbaal) -> Iterator[Block]:
    if pv.verdachte.rol is Rol.JONGERE and len(pv.jongeren) == 1:
        yield Paragraph(plain("De verdachte is zelf de jongere."))
    for jongere in pv.jongeren:
        school = " ".join(
            part for part in (jongere.school, f"({jongere.brin})" if jongere.brin else "") if part
        )
        rows: tuple[tuple[str, Text], ...] = (
            ("Naam", (Run(jongere.naam, Emphasis.BOLD),)),
            ("Geboren", plain(jongere.geboren.tekst())),
            ("School", plain(school)),
            ("Klas", plain(jongere.klas)),
            ("Ingeschreven", plain(jongere.ingeschreven)),
        )
        yield Facts(f"Jongere {jongere.naam}", tuple(row for row in rows if row[1][0].text), 34)


def _facts(pv: ProcesVerbaal) -> Iterator[Block]:
    if not pv.feiten:
        yield Paragraph(_open("", "het feit, de periode en de grondslag"))
    for number, feit in enumerate(pv.feiten, 1):
        label = f"Feit {number}" if len(pv.feiten) > 1 else "Feit"
        sentence = plain(feit_tekst(pv.verdachte.rol, feit))
        yield Together((Labelled(label, sentence), Labelled("", plain(_ground(feit)), Look.SMALL)))


def feit_tekst(rol: Rol, feit: Feit) -> str:
    """The fact in one sentence: when, where, who, and what was not done. Wording of our own."""
    grond, jongere = feit.grondslag, feit.jongere
    when = f"In de periode van {lang(grond.van)} tot en met {lang(grond.tot)}"
    if grond.van == grond.tot:
        when = f"Op {lang(grond.van)}"
    where = f", te {feit.plaats or '[nog invullen: plaats]'},"
    who = f"{jongere.naam}, geboren {jongere.geboren.tekst()}"
    if rol is Rol.JONGERE:
        return f"{when}{where} heeft de verdachte het onderwijs aan {jongere.school} niet geregeld gevolgd."
    duty = (
        f"ervoor gezorgd dat {who}, als leerling was ingeschreven op een school"
        if feit.soort is Feitsoort.ABSOLUUT
        else f"ervoor gezorgd dat {who}, ingeschreven op {jongere.school}, die school geregeld bezocht"
    )
    return f"{when}{where} heeft de verdachte, {grond.hoedanigheid}, niet {duty}."


def _ground(feit: Feit) -> str:
    size = f" Omvang: {met_punt(feit.omvang)}" if feit.omvang else ""
    return f"Grondslag: {feit.grondslag.artikel}. Soort: {_SOORT[feit.soort]}.{size}"


def _cause(pv: ProcesVerbaal) -> Iterator[Block]:
    if pv.school.melding:
        yield Paragraph(plain(pv.school.melding))
    if pv.verzuim:
        columns = (Column("Datum", 1.2), Column("Jongere", 2), Column("Verzuim", 2.4), Column("Melding", 2.4))
        rows = tuple(
            (plain(kort(line.dag)), plain(line.jongere), plain(line.wat), plain(line.melding or "geen"))
            for line in sorted(pv.verzuim, key=lambda line: (line.dag, line.jongere))
        )
        first, last = min(line.dag for line in pv.verzuim), max(line.dag for line in pv.verzuim)
        text = f"De school gaf dit overzicht van het verzuim, {periode(first, last)}."
        yield Paragraph(plain(text), with_next=True)
        yield Grid(
            "Verzuimoverzicht", columns, rows, "Per dag: datum, jongere, verzuim en melding door de ouder"
        )


def _findings(pv: ProcesVerbaal) -> Iterator[Block]:
    if not pv.bevindingen:
        yield Paragraph(_open("", "de bevindingen"))
    for kennis, title in _KENNIS:
        chosen = sorted((een for een in pv.bevindingen if een.kennis is kennis), key=lambda een: een.moment)
        if chosen:
            yield Heading(3, title)
            for bevinding in chosen:
                yield from _finding(bevinding)


def _finding(bevinding: Bevinding) -> Iterator[Block]:
    when = kort(bevinding.moment)
    if bevinding.moment.time() != time.min:  # of a report or letter only the day is known
        when = f"{when} {kloktijd(bevinding.moment)}"
    said: Text = plain(bevinding.tekst)
    if bevinding.van_wie:
        said = (Run(f"{bevinding.van_wie}: ", Emphasis.BOLD), Run(f"“{bevinding.tekst.strip('“”')}”"))
    source = plain(f"Bron: {bevinding.bron.value}, {bevinding.verwijzing}")
    blocks = (Labelled(when, said), Labelled("", source, Look.SMALL))
    if len(bevinding.tekst) < _SHORT:
        yield Together(blocks)
    else:
        yield from blocks


def _school(pv: ProcesVerbaal) -> Iterator[Block]:
    school = pv.school
    if pv.is_luxe or school.voorlichting:
        yield Labelled("Regels", _open(school.voorlichting, "hoe de school de regels vertelde"))
    for label, text in (
        ("Verlof", school.verlof),
        ("Ziekmelding", school.ziekmelding),
        ("Verklaring", school.verklaring),
    ):
        if text:
            yield Labelled(label, plain(text))


def _hearings(pv: ProcesVerbaal) -> Iterator[Block]:
    if not pv.verhoren:
        yield Paragraph(plain("De verdachte is niet gehoord."))
    for verhoor in pv.verhoren:
        yield from verhoor_blokken(verhoor)


def _person(pv: ProcesVerbaal) -> Iterator[Block]:
    persoon = pv.persoon
    for label, text in (
        ("Omstandigheden", persoon.omstandigheden),
        ("Hulp", persoon.hulp),
        ("Verwijt", persoon.verwijtbaarheid),
        ("Advies", persoon.advies),
    ):
        if text:
            yield Labelled(label, plain(text))
    if persoon.eerdere:
        earlier = "\n".join(f"{lang(een.op)}: artikel {een.grondslag}" for een in persoon.eerdere)
        yield Labelled("Eerder", plain(earlier))


def _annexes(pv: ProcesVerbaal) -> Iterable[Block]:
    if not pv.bijlagen:
        return [Paragraph(plain("Er zijn geen bijlagen."))]
    rows = tuple(
        (
            plain(str(number)),
            plain(bijlage.titel),
            plain(kort(bijlage.datum)),
            plain(str(bijlage.bladzijden)),
            plain(short_hash(bijlage.sha256)),
        )
        for number, bijlage in enumerate(pv.bijlagen, 1)
    )
    columns = (
        Column("Nr.", 0.5),
        Column("Omschrijving", 4),
        Column("Datum", 1.3),
        Column("Bladen", 0.9),
        Column("Controlegetal", 2.2),
    )
    return [Grid("Bijlagen", columns, rows, "Nummer, omschrijving, datum, bladzijden en controlegetal")]


def _closing(stuk: ProcesVerbaalStuk, number: int, full: str) -> Iterator[Block]:
    pv, wie = stuk.pv, stuk.pv.verbalisant
    yield Heading(2, f"{number}. Sluiting")
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
