"""The parts of a proces-verbaal: suspect, facts, absence, findings with source, school, person, annexes."""

from __future__ import annotations

from collections.abc import Iterator

from leerplicht_desktop.documents.blocks import (
    Block,
    Column,
    Emphasis,
    Facts,
    Gap,
    Grid,
    Labelled,
    Look,
    Paragraph,
    Run,
    Text,
    Together,
    plain,
)
from leerplicht_desktop.documents.content_hash import hash_in_groups
from leerplicht_desktop.documents.schrijfwijze import met_punt, opsomming
from leerplicht_desktop.documents.verhoorverslag import verhoor_blokken
from leerplicht_desktop.domain.datumtekst import dagen_in_woorden, kort, lang, periode
from leerplicht_desktop.domain.getalwoord import voluit
from leerplicht_desktop.domain.handhaving.datumpunten import niet_gehoord_over
from leerplicht_desktop.domain.handhaving.grondslagen import EerdereAfdoening, Feitsoort, Rol
from leerplicht_desktop.domain.handhaving.proces_verbaal import (
    Bijlage,
    Feit,
    ProcesVerbaal,
    Verdachte,
)
from leerplicht_desktop.domain.handhaving.pvzin import Stand
from leerplicht_desktop.domain.persoon.naam import hoofdletter
from leerplicht_desktop.domain.plicht.leerplicht import Plicht
from leerplicht_desktop.domain.stuk.opnamedag import Dagbron

_SOORT = {
    Feitsoort.RELATIEF: "verzuim van de school",
    Feitsoort.LUXE: "verzuim voor een vakantie buiten de schoolvakanties (luxeverzuim)",
    Feitsoort.ABSOLUUT: "niet ingeschreven zijn op een school (absoluut verzuim)",
}
_PLICHT = {
    Plicht.LEERPLICHT: "leerplichtig",
    Plicht.KWALIFICATIEPLICHT: "kwalificatieplichtig",
    Plicht.GEEN: "geen",
}
_DAG_VOLGENS = {
    Dagbron.CAMERA: "volgens de klok van de camera",
    Dagbron.AMBTENAAR: "volgens de verbalisant",
}
_APART = 2  # millimetres: a source belongs to the sentence above it, not to the one below


def nog_open(waarde: str, label: str) -> Text:
    """The value, or a remark in bold that it is missing."""
    return plain(waarde) if waarde.strip() else (Run(f"[nog invullen: {label}]", Emphasis.BOLD),)


def met_voorbehoud(waarde: Text, verdachte: Verdachte, *velden: str) -> Text:
    """The value with what the register doubts of it: never a bare fact."""
    twijfels = dict.fromkeys(tekst for veld in velden if (tekst := verdachte.voorbehoud(veld)))
    return (*waarde, Run(f" ({'; '.join(twijfels)})")) if twijfels else waarde


def verdachte_blokken(verdachte: Verdachte) -> Iterator[Block]:
    geboren = verdachte.geboren.tekst() if verdachte.geboren else ""
    plek = f" te {verdachte.geboorteplaats}" if verdachte.geboorteplaats else ""
    rijen: tuple[tuple[str, Text], ...] = (
        ("Naam", met_voorbehoud(nog_open(verdachte.naam, "naam"), verdachte, "naam")),
        ("Voornamen", met_voorbehoud(nog_open(verdachte.voornamen, "voornamen"), verdachte, "voornamen")),
        (
            "Geboren",
            met_voorbehoud(
                nog_open(f"{geboren}{plek}" if geboren else "", "geboortedatum en -plaats"),
                verdachte,
                "geboren",
                "geboorteplaats",
            ),
        ),
        ("BSN", plain(verdachte.bsn.waarde if verdachte.bsn else "")),
        ("Nationaliteit", plain(verdachte.nationaliteit)),
        ("Adres (BRP)", met_voorbehoud(nog_open(verdachte.adres, "adres"), verdachte, "adres")),
        ("Verblijft", plain(verdachte.verblijfadres)),
        ("Telefoon", plain(verdachte.telefoon)),
        ("Hoedanigheid", plain(hoofdletter(verdachte.hoedanigheid) or verdachte.rol.value)),
        ("Gezag", plain("\n".join(verdachte.gezaghebbers))),
    )
    yield Facts("Verdachte", tuple(rij for rij in rijen if rij[1][0].text), 34)


def jongere_blokken(pv: ProcesVerbaal) -> Iterator[Block]:
    if pv.verdachte.rol is Rol.JONGERE and len(pv.jongeren) == 1:
        yield Paragraph(plain("De verdachte is zelf de jongere."))
    for jongere in pv.jongeren:
        school = " ".join(
            deel for deel in (jongere.school, f"({jongere.brin})" if jongere.brin else "") if deel
        )
        rijen: tuple[tuple[str, Text], ...] = (
            ("Naam", (Run(jongere.naam, Emphasis.BOLD),)),
            ("Geboren", plain(jongere.geboren.tekst())),
            ("School", plain(school)),
            ("Klas", plain(jongere.klas)),
            ("Ingeschreven", plain(jongere.ingeschreven)),
            ("Voorbehoud", plain(jongere.voorbehoud)),
        )
        yield Facts(f"Jongere {jongere.naam}", tuple(rij for rij in rijen if rij[1][0].text), 34)


def feit_blokken(pv: ProcesVerbaal) -> Iterator[Block]:
    if not pv.feiten:
        yield Paragraph(nog_open("", "het feit, de periode en de grondslag"))
    for nummer, feit in enumerate(pv.feiten, 1):
        label = f"Feit {nummer}" if len(pv.feiten) > 1 else "Feit"
        zin = plain(feit_tekst(pv.verdachte.rol, feit))
        yield Together((Labelled(label, zin), Labelled("", plain(_grond(feit)), Look.SMALL)))
        yield Gap(_APART)


def feit_tekst(rol: Rol, feit: Feit) -> str:
    """The fact in one sentence: when, where, who, and what was not done. Wording of our own."""
    grond, jongere = feit.grondslag, feit.jongere
    wanneer = f"In de periode van {lang(grond.van)} tot en met {lang(grond.tot)}"
    if grond.van == grond.tot:
        wanneer = f"Op {lang(grond.van)}"
    elif feit.losse_dagen:
        wanneer += ", op de dagen die in het verzuimoverzicht staan"
    plek = f", te {feit.plaats or '[nog invullen: plaats]'},"
    wie = f"{jongere.naam}, geboren {jongere.geboren.tekst()}"
    if jongere.voorbehoud:
        wie += f" ({jongere.voorbehoud})"
    if rol is Rol.JONGERE:
        return f"{wanneer}{plek} heeft de verdachte het onderwijs aan {jongere.school} niet geregeld gevolgd."
    plicht = (
        f"ervoor gezorgd dat {wie}, als leerling was ingeschreven op een school"
        if feit.soort is Feitsoort.ABSOLUUT
        else f"ervoor gezorgd dat {wie}, ingeschreven op {jongere.school}, die school geregeld bezocht"
    )
    return f"{wanneer}{plek} heeft de verdachte, {grond.hoedanigheid}, niet {plicht}."


def _grond(feit: Feit) -> str:
    maat = f" Omvang: {met_punt(feit.omvang)}" if feit.omvang else ""
    grond = feit.grondslag
    return f"Grondslag: {grond.artikel}. Soort: {_SOORT[feit.soort]}. Plicht: {_PLICHT[grond.plicht]}.{maat}"


def verzuim_blokken(pv: ProcesVerbaal) -> Iterator[Block]:
    if pv.school.melding:
        yield Paragraph(plain(pv.school.melding))
    if pv.verzuim:
        kolommen = (
            Column("Datum", 1.2),
            Column("Jongere", 2),
            Column("Verzuim", 2.4),
            Column("Melding", 2.4),
        )
        rijen = tuple(
            (plain(kort(regel.dag)), plain(regel.jongere), plain(regel.wat), plain(regel.melding or "geen"))
            for regel in sorted(pv.verzuim, key=lambda regel: (regel.dag, regel.jongere))
        )
        eerste, laatste = min(regel.dag for regel in pv.verzuim), max(regel.dag for regel in pv.verzuim)
        tekst = f"De school gaf dit overzicht van het verzuim, {periode(eerste, laatste)}."
        yield Paragraph(plain(tekst), with_next=True)
        yield Grid(
            "Verzuimoverzicht", kolommen, rijen, "Per dag: datum, jongere, verzuim en nummer van de melding"
        )


def school_blokken(pv: ProcesVerbaal) -> Iterator[Block]:
    school = pv.school
    if pv.is_luxe or school.voorlichting:
        yield Labelled("Regels", nog_open(school.voorlichting, "hoe de school de regels vertelde"))
    for label, tekst in (
        ("Verlof", school.verlof),
        ("Ziekmelding", school.ziekmelding),
        ("Vrijstelling", school.vrijstelling),
        ("Diploma", school.startkwalificatie),
        ("Verklaring", school.verklaring),
    ):
        if tekst:
            yield Labelled(label, plain(tekst))


def verhoren_blokken(pv: ProcesVerbaal) -> Iterator[Block]:
    if not pv.verhoren and (aan_de_deur := _verklaard_aan_de_deur(pv)):
        yield Paragraph(plain(aan_de_deur))
    elif not pv.verhoren and pv.gehoord_in:
        yield Paragraph(plain(f"Het verhoor van de verdachte staat in proces-verbaal {pv.gehoord_in}."))
    elif not pv.verhoren:
        waarom = f" Reden: {met_punt(pv.niet_gehoord)}" if pv.niet_gehoord.strip() else ""
        yield Paragraph(plain(f"De verdachte is niet gehoord.{waarom}"))
    for verhoor in pv.verhoren:
        yield from verhoor_blokken(verhoor)
    if (daarna := niet_gehoord_over(pv)) and pv.na_verhoor.strip():
        zin = (
            f"Over {dagen_in_woorden(daarna)} is de verdachte niet gehoord. Reden: {met_punt(pv.na_verhoor)}"
        )
        yield Paragraph(plain(zin))


def _verklaard_aan_de_deur(pv: ProcesVerbaal) -> str:
    """Who made a statement after the caution is never told not to have been heard."""
    dagen = dict.fromkeys(lang(zin.dag) for zin in pv.bevindingen if pv.stand(zin) is Stand.NA_CAUTIE)
    if not dagen:
        return ""
    waarom = f" Reden: {met_punt(pv.niet_gehoord)}" if pv.niet_gehoord.strip() else ""
    return (
        "De verdachte is niet op een afgesproken moment gehoord. De verdachte verklaarde aan de deur op "
        f"{opsomming(tuple(dagen))}, na de cautie; zie de bevindingen.{waarom}"
    )


def persoon_blokken(pv: ProcesVerbaal) -> Iterator[Block]:
    persoon = pv.persoon
    for label, tekst in (
        ("Omstandigheden", persoon.omstandigheden),
        ("Hulp", persoon.hulp),
        ("Gehoord", persoon.gehoord),
        ("Halt", persoon.halt),
        ("Verwijt", persoon.verwijtbaarheid),
        ("Advies", persoon.advies),
    ):
        if tekst:
            yield Labelled(label, plain(tekst))
    if persoon.eerdere:
        eerder = "\n".join(_eerder(een) for een in persoon.eerdere)
        gevolg = pv.gevolg_van_eerdere
        if gevolg is not None:
            binnen = "binnen" if gevolg.recidive else "langer geleden dan"
            eerder += f"\nDat is {binnen} {voluit(gevolg.jaren)} jaar voor de eerste dag van het feit."
        yield Labelled("Eerder", plain(eerder))


def _eerder(een: EerdereAfdoening) -> str:
    soort = "veroordeling" if een.veroordeling else "afgedaan zonder veroordeling"
    return f"{lang(een.op)}: {soort}, artikel {een.grondslag} Leerplichtwet 1969"


def bijlage_blokken(pv: ProcesVerbaal) -> Iterator[Block]:
    if not pv.bijlagen:
        yield Paragraph(plain("Er zijn geen bijlagen."))
    else:
        yield _bijlagen(pv)
    gevolg = pv.gevolg_van_eerdere
    titels = {bijlage.titel.casefold() for bijlage in pv.bijlagen}
    if gevolg is None:
        return
    for titel in gevolg.bijlagen:
        if titel.casefold() not in titels:
            yield Labelled("Verder", plain(f"{titel} ({gevolg.uitleg.artikel})"))


def _bijlagen(pv: ProcesVerbaal) -> Grid:
    rijen = tuple(
        (
            plain(str(nummer)),
            plain("\n".join(_bijlage(bijlage))),
            plain(kort(bijlage.datum)),
            plain(str(bijlage.bladzijden)),
        )
        for nummer, bijlage in enumerate(pv.bijlagen, 1)
    )
    kolommen = (Column("Nr.", 0.5), Column("Omschrijving", 6), Column("Datum", 1.3), Column("Bladen", 0.9))
    return Grid("Bijlagen", kolommen, rijen, "Nummer, omschrijving met hash, datum en aantal bladen")


def _bijlage(bijlage: Bijlage) -> Iterator[str]:
    yield bijlage.titel
    if gezegd := _DAG_VOLGENS.get(bijlage.volgens):
        yield f"Datum {gezegd}"
    yield f"SHA-256: {hash_in_groups(bijlage.sha256)}"
    if bijlage.bron_sha256:
        yield f"SHA-256 van het oorspronkelijke bestand: {hash_in_groups(bijlage.bron_sha256)}"
