"""The words of the bezoekverslag, section by section, and the paper they make."""

from __future__ import annotations

from datetime import datetime

from leerplicht_desktop.documents.bezoekverslag import (
    BezochteJongere,
    Bezoekverslag,
    Binnentreden,
    Deur,
    Fragment,
    Gesprekspartner,
    Verbetering,
)
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
from leerplicht_desktop.documents.schrijfwijze import kloktijd, met_punt, moment_voluit, opsomming
from leerplicht_desktop.documents.sheet import Paper, Sheet
from leerplicht_desktop.domain.bezoek.deurbezoek import Modus, SoortSegment
from leerplicht_desktop.domain.datumtekst import lang, met_weekdag

_BEVOEGDHEID = {
    Modus.TOEZICHT: "toezicht op de naleving van de Leerplichtwet 1969",
    Modus.OPSPORING: "opsporing (Wet politiegegevens)",
}
_LAYOUT = 2  # part of the fingerprint: raise it when the wording below changes


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
        blocks=tuple(verslag_blokken(spec)),
        kenmerk=spec.kenmerk,
        sealed=spec.vastgelegd_op is not None,
    )
    return press.typeset(sheet, check=check)


def render(spec: Bezoekverslag) -> bytes:
    """The report as PDF/A-2a and PDF/UA-1."""
    return typeset(spec).data


def verslag_blokken(spec: Bezoekverslag) -> list[Block]:
    """The whole report as blocks."""
    title = "Bezoekverslag" if spec.vastgelegd_op else "CONCEPT bezoekverslag"
    blocks: list[Block] = [Heading(1, title), Paragraph(plain(_when(spec)), Look.LEAD), Gap(1.5)]
    if spec.verbetering is not None:
        blocks.append(_correction(spec.verbetering))
    blocks.append(_facts(spec))
    if spec.gesproken_met or spec.deur != Deur():
        blocks += [Heading(2, "Aan de deur"), Paragraph(plain(door_text(spec.deur)))]
    blocks += _observations(spec.fragmenten, spec.deur.cautie_om)
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
    rows.append(("Bevoegdheid", plain(_bevoegdheid(spec))))
    rows.append(("Uitkomst", (Run(spec.uitkomst, Emphasis.BOLD),)))
    if spec.gesproken_met:
        rows.append(("Gesproken met", plain("\n".join(_partner(partner) for partner in spec.gesproken_met))))
    return Facts("Gegevens van het bezoek", tuple(rows), label_width=34)


def _bevoegdheid(spec: Bezoekverslag) -> str:
    """Under which law the visit was; the moment of change stays visible."""
    vanaf = spec.opsporing_vanaf
    if vanaf is None:
        return _BEVOEGDHEID[Modus.TOEZICHT]
    if spec.deur.cautie_om is None:
        return _BEVOEGDHEID[Modus.OPSPORING]
    toezicht, opsporing = _BEVOEGDHEID[Modus.TOEZICHT], _BEVOEGDHEID[Modus.OPSPORING]
    return f"{toezicht}; vanaf {kloktijd(vanaf)} uur {opsporing}"


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
    if deur.gezien_om is not None:
        sentences.append(f"Om {kloktijd(deur.gezien_om)} uur heb ik {deur.gezien_wie} gezien.")
    return " ".join(sentences)


def _entered(binnen: Binnentreden, *, in_order: bool) -> str:
    """The sentence of R29, with remarks for what is not there yet."""
    who = binnen.toestemming_van.strip() or "[nog invullen: wie]"
    when = (
        f"om {kloktijd(binnen.toestemming_om)} uur" if binnen.toestemming_om else "[nog invullen: hoe laat]"
    )
    after = ", na legitimatie en mededeling van het doel" if in_order else ""
    return f"Ik ben binnen geweest met toestemming van {who}, {when}{after}."


def _observations(fragmenten: tuple[Fragment, ...], cautie_om: datetime | None) -> list[Block]:
    """What was seen, heard and said; from the cautie on under a heading of its own (R17)."""
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
    op_tijd = sorted(fragmenten, key=lambda fragment: fragment.moment)
    later = [fragment for fragment in op_tijd if cautie_om is not None and fragment.moment >= cautie_om]
    blocks += map(_remark, op_tijd[: len(op_tijd) - len(later)])
    if later:
        blocks.append(Heading(2, "Na de cautie (opsporing)"))
        blocks += map(_remark, later)
    return blocks


def _remark(fragment: Fragment) -> Labelled:
    return Labelled(f"{kloktijd(fragment.moment)}  {fragment.soort.value.capitalize()}", _fragment(fragment))


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
