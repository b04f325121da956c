"""The bezoekverslag: one page that says what happened at the door, for the dossier.

It keeps apart what the officer saw and heard from what others told him, and the time of the visit from the
time of writing (R28). It never holds a BSN (R23). The sentence about entering follows the Algemene wet op
het binnentreden, article 1 (R29).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

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
    Text,
    Together,
    plain,
)
from leerplicht_desktop.documents.content_hash import content_hash
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.schrijfwijze import kloktijd, met_punt, moment_voluit, opsomming
from leerplicht_desktop.documents.sheet import Paper, Sheet
from leerplicht_desktop.domain.datumtekst import lang, met_weekdag
from leerplicht_desktop.domain.deurbezoek import Modus, SoortSegment
from leerplicht_desktop.domain.errors import DomainError

_BEVOEGDHEID = {
    Modus.TOEZICHT: "toezicht op de naleving van de Leerplichtwet 1969",
    Modus.OPSPORING: "opsporing (Wet politiegegevens)",
}
_LAYOUT = 1  # part of the fingerprint: raise it when the wording below changes


@dataclass(frozen=True, slots=True)
class Fragment:
    """One remark of the visit. ``spreker`` is filled for what someone said, and only then."""

    moment: datetime
    soort: SoortSegment
    tekst: str
    spreker: str = ""

    def __post_init__(self) -> None:
        if self.soort is SoortSegment.GEZEGD and not self.spreker.strip():
            raise DomainError("spreker", "Schrijf erbij wie dit zei.", "Sv 153 lid 2")


@dataclass(frozen=True, slots=True)
class Ambtenaar:
    """Who made the visit."""

    naam: str
    functie: str = "leerplichtambtenaar"
    telefoon: str = ""


@dataclass(frozen=True, slots=True)
class BezochteJongere:
    """A jongere the visit was about. ``geboren`` is the birth date in words, unknown parts included."""

    naam: str
    geboren: str
    school: str = ""
    gezien: bool | None = None


@dataclass(frozen=True, slots=True)
class Gesprekspartner:
    """Who spoke at the door; ``legitimatie_gezien`` is None when nobody asked."""

    naam: str
    relatie: str = ""
    legitimatie_gezien: bool | None = None


@dataclass(frozen=True, slots=True)
class Binnentreden:
    """Going inside: who said yes and when. A visit is not complete without both (R29)."""

    toestemming_van: str = ""
    toestemming_om: datetime | None = None


@dataclass(frozen=True, slots=True)
class Deur:
    """What was told at the door, with times. ``cautie_om`` is filled when somebody became a suspect."""

    legitimatie_om: datetime | None = None
    doel_om: datetime | None = None
    doel: str = ""
    binnen: Binnentreden | None = None
    cautie_om: datetime | None = None
    cautie_aan: str = ""

    @property
    def in_volgorde(self) -> bool:
        """Whether the officer identified himself and told the purpose before consent was given."""
        consent = self.binnen.toestemming_om if self.binnen else None
        told = (self.legitimatie_om, self.doel_om)
        return consent is not None and all(moment is not None and moment <= consent for moment in told)

    def controleer(self) -> None:
        """Raises DomainError for what may not be missing once the visit is *vastgelegd*."""
        if self.binnen is None:
            return
        if not self.binnen.toestemming_van.strip() or self.binnen.toestemming_om is None:
            raise DomainError(
                "toestemming_van",
                "Je bent binnen geweest. Schrijf op wie toestemming gaf, en hoe laat.",
                "Algemene wet op het binnentreden, artikel 1",
            )
        if self.legitimatie_om is None or self.doel_om is None:
            raise DomainError(
                "legitimatie_om",
                "Je bent binnen geweest. Vul in hoe laat je je legitimeerde en het doel vertelde.",
                "Algemene wet op het binnentreden, artikel 1",
            )


@dataclass(frozen=True, slots=True)
class Afspraak:
    """What was agreed: who does what, and by when."""

    tekst: str
    wie: str
    uiterlijk: date | None = None


@dataclass(frozen=True, slots=True)
class Verbetering:
    """This report replaces an earlier one."""

    versie: int
    vervangt_van: datetime
    reden: str


@dataclass(frozen=True, slots=True)
class Bezoekverslag:
    """Everything on the paper. All times are aware; ``vastgelegd_op`` is None for a concept."""

    huisstijl: Huisstijl
    kenmerk: str
    ambtenaar: Ambtenaar
    adres: str
    jongeren: tuple[BezochteJongere, ...]
    begin: datetime
    eind: datetime | None
    uitkomst: str
    opgeschreven_van: datetime
    opgeschreven_tot: datetime
    vastgelegd_op: datetime | None = None
    aanwezig: tuple[str, ...] = ()
    gesproken_met: tuple[Gesprekspartner, ...] = ()
    deur: Deur = Deur()
    fragmenten: tuple[Fragment, ...] = ()
    achtergelaten: str = ""
    afspraken: tuple[Afspraak, ...] = ()
    vervolg: str = ""
    modus: Modus = Modus.TOEZICHT
    verbetering: Verbetering | None = None
    app_versie: str = ""

    def __post_init__(self) -> None:
        if not self.jongeren:
            raise DomainError("jongeren", "Kies voor welke jongere het bezoek was.")
        if any(moment.utcoffset() is None for moment in self._moments()):
            raise DomainError("begin", "Een tijd in dit verslag mist de tijdzone.")
        if self.vastgelegd_op is not None:
            self.deur.controleer()
        if self.eind is not None and self.eind < self.begin:
            raise DomainError("eind", "De eindtijd ligt voor de begintijd. Verbeter een van beide.")

    def _moments(self) -> tuple[datetime, ...]:
        door = self.deur
        times = (
            self.begin,
            self.eind,
            self.opgeschreven_van,
            self.opgeschreven_tot,
            self.vastgelegd_op,
            door.legitimatie_om,
            door.doel_om,
            door.cautie_om,
            door.binnen.toestemming_om if door.binnen else None,
            self.verbetering.vervangt_van if self.verbetering else None,
            *(fragment.moment for fragment in self.fragmenten),
        )
        return tuple(moment for moment in times if moment is not None)


def typeset(spec: Bezoekverslag, *, check: bool = True) -> Paper:
    """The report as a PDF with its fingerprint and warnings; see ``archive.press.typeset`` for the errors."""
    from leerplicht_desktop.documents.archive import press  # here: reportlab loads late on purpose

    sheet = Sheet(
        title=f"Bezoekverslag {lang(spec.begin)}",
        subject="Verslag van een bezoek aan huis in het kader van de Leerplichtwet 1969",
        soort="Bezoekverslag",
        huisstijl=spec.huisstijl,
        moment=spec.vastgelegd_op or spec.opgeschreven_tot,
        content_hash=content_hash("bezoekverslag", _LAYOUT, spec),
        blocks=tuple(_blocks(spec)),
        kenmerk=spec.kenmerk,
        sealed=spec.vastgelegd_op is not None,
    )
    return press.typeset(sheet, check=check)


def render(spec: Bezoekverslag) -> bytes:
    """The report as PDF/A-2a and PDF/UA-1."""
    return typeset(spec).data


def _blocks(spec: Bezoekverslag) -> list[Block]:
    title = "Bezoekverslag" if spec.vastgelegd_op else "CONCEPT bezoekverslag"
    blocks: list[Block] = [Heading(1, title), Paragraph(plain(_when(spec)), Look.LEAD), Gap(1.5)]
    if spec.verbetering is not None:
        blocks.append(_correction(spec.verbetering))
    blocks.append(_facts(spec))
    if spec.gesproken_met or spec.deur != Deur():
        blocks += [Heading(2, "Aan de deur"), Paragraph(plain(door_text(spec.deur)))]
    blocks += _observations(spec.fragmenten)
    blocks += _next_steps(spec)
    blocks.append(Together((Heading(2, "Over dit verslag"), *_about(spec))))
    return blocks


def _when(spec: Bezoekverslag) -> str:
    end = f" tot {kloktijd(spec.eind)} uur" if spec.eind else " uur"
    return f"{met_weekdag(spec.begin).capitalize()}, {kloktijd(spec.begin)}{end}\n{spec.adres}"


def _correction(verbetering: Verbetering) -> Notice:
    return Notice(
        (
            Run(f"Dit is versie {verbetering.versie}, een verbetering. ", Emphasis.BOLD),
            Run(
                f"Zij komt in de plaats van het verslag dat is vastgelegd op "
                f"{moment_voluit(verbetering.vervangt_van)}. Dat verslag blijft bewaard. "
                f"Reden: {met_punt(verbetering.reden)}"
            ),
        )
    )


def _facts(spec: Bezoekverslag) -> Facts:
    rows: list[tuple[str, Text]] = [
        ("Jongere" if len(spec.jongeren) == 1 else "Jongeren", _young(spec.jongeren))
    ]
    officer = f"{spec.ambtenaar.naam}, {spec.ambtenaar.functie}"
    if spec.ambtenaar.telefoon:
        officer += f", telefoon {spec.ambtenaar.telefoon}"
    rows.append(("Bezoek door", plain(officer)))
    if spec.aanwezig:
        rows.append(("Ook aanwezig", plain(opsomming(spec.aanwezig))))
    rows.append(("Bevoegdheid", plain(_BEVOEGDHEID[spec.modus])))
    rows.append(("Uitkomst", (Run(spec.uitkomst, Emphasis.BOLD),)))
    if spec.gesproken_met:
        rows.append(("Gesproken met", plain("\n".join(_partner(partner) for partner in spec.gesproken_met))))
    return Facts("Gegevens van het bezoek", tuple(rows), label_width=34)


def _young(jongeren: tuple[BezochteJongere, ...]) -> Text:
    runs: list[Run] = []
    for jongere in jongeren:
        runs.append(Run(("\n" if runs else "") + jongere.naam, Emphasis.BOLD))
        rest = f", geboren {jongere.geboren}"
        if jongere.school:
            rest += f", {jongere.school}"
        if jongere.gezien is not None:
            rest += ". Gezien bij dit bezoek." if jongere.gezien else ". Niet gezien bij dit bezoek."
        runs.append(Run(rest))
    return tuple(runs)


def _partner(partner: Gesprekspartner) -> str:
    text = partner.naam + (f", {partner.relatie}" if partner.relatie else "")
    if partner.legitimatie_gezien is None:
        return text
    return text + (
        " (identiteitsbewijs gezien)" if partner.legitimatie_gezien else " (geen identiteitsbewijs gezien)"
    )


def door_text(deur: Deur) -> str:
    """What was told at the door, in the first person and in the order it should have happened."""
    sentences = []
    if deur.legitimatie_om is not None:
        sentences.append(f"Ik heb mij om {kloktijd(deur.legitimatie_om)} uur gelegitimeerd.")
    else:
        sentences.append("Er is niet genoteerd dat ik mij heb gelegitimeerd.")
    if deur.doel_om is not None:
        purpose = f": {met_punt(deur.doel)}" if deur.doel.strip() else "."
        sentences.append(f"Om {kloktijd(deur.doel_om)} uur heb ik verteld waarvoor ik kwam{purpose}")
    if deur.binnen is None:
        sentences.append("Ik ben niet binnen geweest.")
    else:
        sentences.append(_entered(deur.binnen, in_order=deur.in_volgorde))
    if deur.cautie_om is not None:
        whom = f" {deur.cautie_aan}" if deur.cautie_aan else ""
        sentences.append(
            f"Om {kloktijd(deur.cautie_om)} uur heb ik{whom} verteld niet tot antwoorden "
            "verplicht te zijn (cautie)."
        )
    return " ".join(sentences)


def _entered(binnen: Binnentreden, *, in_order: bool) -> str:
    """The sentence of R29, with remarks for what is not there yet."""
    who = binnen.toestemming_van.strip() or "[nog invullen: wie]"
    when = (
        f"om {kloktijd(binnen.toestemming_om)} uur" if binnen.toestemming_om else "[nog invullen: hoe laat]"
    )
    after = ", na legitimatie en mededeling van het doel" if in_order else ""
    return f"Ik ben binnen geweest met toestemming van {who}, {when}{after}."


def _observations(fragmenten: tuple[Fragment, ...]) -> list[Block]:
    blocks: list[Block] = [Heading(2, "Gezien, gehoord en gezegd")]
    if not fragmenten:
        return [*blocks, Paragraph(plain("Hierover is niets genoteerd."))]
    if any(fragment.soort is SoortSegment.GEZEGD for fragment in fragmenten):
        blocks.append(
            Paragraph(
                plain(
                    "Gezien en gehoord is wat ik zelf waarnam. Gezegd is wat een ander mij vertelde; "
                    "dat staat tussen aanhalingstekens."
                ),
                Look.SMALL,
            )
        )
    for fragment in sorted(fragmenten, key=lambda fragment: fragment.moment):
        blocks.append(
            Labelled(f"{kloktijd(fragment.moment)}  {fragment.soort.value.capitalize()}", _fragment(fragment))
        )
    return blocks


def _fragment(fragment: Fragment) -> Text:
    if fragment.soort is not SoortSegment.GEZEGD:
        return plain(fragment.tekst)
    bare = fragment.tekst.strip().strip('“”"')
    return (Run(f"{fragment.spreker}: ", Emphasis.BOLD), Run(f"“{bare}”"))


def _next_steps(spec: Bezoekverslag) -> list[Block]:
    blocks: list[Block] = []
    if spec.achtergelaten:
        blocks += [Heading(2, "Achtergelaten"), Paragraph(plain(met_punt(spec.achtergelaten)))]
    if spec.afspraken or spec.vervolg:
        blocks.append(Heading(2, "Afspraken en vervolg"))
    if spec.afspraken:
        rows = tuple(
            (
                plain(afspraak.tekst),
                plain(afspraak.wie),
                plain(lang(afspraak.uiterlijk) if afspraak.uiterlijk else "geen datum"),
            )
            for afspraak in spec.afspraken
        )
        columns = (Column("Afspraak", 5), Column("Wie", 2.2), Column("Uiterlijk", 2))
        blocks.append(Grid("Afspraken", columns, rows))
    if spec.vervolg:
        blocks.append(Paragraph((Run("Volgende stap: ", Emphasis.BOLD), Run(met_punt(spec.vervolg)))))
    return blocks


def _about(spec: Bezoekverslag) -> list[Block]:
    visited, started, ended = spec.begin, spec.opgeschreven_van, spec.opgeschreven_tot
    same_day = started.date() == ended.date()
    until = f"{kloktijd(ended)} uur" if same_day else moment_voluit(ended)
    written = (
        f"Het bezoek was op {moment_voluit(visited)}. Opgeschreven van {moment_voluit(started)} tot {until}."
    )
    if spec.vastgelegd_op is None:
        state = "Dit verslag is nog een concept en kan veranderen."
    else:
        state = f"Vastgelegd op {moment_voluit(spec.vastgelegd_op)}. Daarna is niets meer veranderd."
    who = f"Opgemaakt door {spec.ambtenaar.naam}, {spec.ambtenaar.functie}."
    return [Paragraph(plain(f"{written} {state} {who}"), Look.SMALL)]
