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
_INDELING = 2  # part of the fingerprint: raise it when the wording below changes


def maak_op(gegevens: Bezoekverslag, *, keuren: bool = True) -> Paper:
    """The report as a PDF with its fingerprint and warnings; see ``archive.press.typeset`` for the errors."""
    from leerplicht_desktop.documents.archive import press  # here: reportlab loads late on purpose

    vel = Sheet(
        title=f"Bezoekverslag {lang(gegevens.begin)}",
        subject="Verslag van een bezoek aan huis in het kader van de Leerplichtwet 1969",
        soort="Bezoekverslag",
        huisstijl=gegevens.huisstijl,
        moment=gegevens.vastgelegd_op or gegevens.opgeschreven_tot,
        content_hash=content_hash("bezoekverslag", _INDELING, gegevens),
        blocks=tuple(verslag_blokken(gegevens)),
        kenmerk=gegevens.kenmerk,
        sealed=gegevens.vastgelegd_op is not None,
    )
    return press.typeset(vel, check=keuren)


def maak_pdf(gegevens: Bezoekverslag) -> bytes:
    """The report as PDF/A-2a and PDF/UA-1."""
    return maak_op(gegevens).data


def verslag_blokken(gegevens: Bezoekverslag) -> list[Block]:
    """The whole report as blocks."""
    titel = "Bezoekverslag" if gegevens.vastgelegd_op else "CONCEPT bezoekverslag"
    blokken: list[Block] = [Heading(1, titel), Paragraph(plain(_wanneer(gegevens)), Look.LEAD), Gap(1.5)]
    if gegevens.verbetering is not None:
        blokken.append(_verbetering(gegevens.verbetering))
    blokken.append(_gegevens(gegevens))
    if gegevens.gesproken_met or gegevens.deur != Deur():
        blokken += [Heading(2, "Aan de deur"), Paragraph(plain(deurtekst(gegevens.deur)))]
    blokken += _waarnemingen(gegevens.fragmenten, gegevens.deur.cautie_om)
    blokken += _vervolgstappen(gegevens)
    blokken.append(Together((Heading(2, "Over dit verslag"), *_over_dit_verslag(gegevens))))
    return blokken


def _wanneer(gegevens: Bezoekverslag) -> str:
    einde = f" tot {kloktijd(gegevens.eind)} uur" if gegevens.eind else " uur"
    return f"{met_weekdag(gegevens.begin).capitalize()}, {kloktijd(gegevens.begin)}{einde}\n{gegevens.adres}"


def _verbetering(verbetering: Verbetering) -> Notice:
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


def _gegevens(gegevens: Bezoekverslag) -> Facts:
    rijen: list[tuple[str, Text]] = [
        ("Jongere" if len(gegevens.jongeren) == 1 else "Jongeren", _jongeren(gegevens.jongeren))
    ]
    ambtenaar = f"{gegevens.ambtenaar.naam}, {gegevens.ambtenaar.functie}"
    if gegevens.ambtenaar.telefoon:
        ambtenaar += f", telefoon {gegevens.ambtenaar.telefoon}"
    rijen.append(("Bezoek door", plain(ambtenaar)))
    if gegevens.aanwezig:
        rijen.append(("Ook aanwezig", plain(opsomming(gegevens.aanwezig))))
    rijen.append(("Bevoegdheid", plain(_bevoegdheid(gegevens))))
    rijen.append(("Uitkomst", (Run(gegevens.uitkomst, Emphasis.BOLD),)))
    if gegevens.gesproken_met:
        rijen.append(
            ("Gesproken met", plain("\n".join(_partner(partner) for partner in gegevens.gesproken_met)))
        )
    return Facts("Gegevens van het bezoek", tuple(rijen), label_width=34)


def _bevoegdheid(gegevens: Bezoekverslag) -> str:
    """Under which law the visit was; the moment of change stays visible."""
    vanaf = gegevens.opsporing_vanaf
    if vanaf is None:
        return _BEVOEGDHEID[Modus.TOEZICHT]
    if gegevens.deur.cautie_om is None:
        return _BEVOEGDHEID[Modus.OPSPORING]
    toezicht, opsporing = _BEVOEGDHEID[Modus.TOEZICHT], _BEVOEGDHEID[Modus.OPSPORING]
    return f"{toezicht}; vanaf {kloktijd(vanaf)} uur {opsporing}"


def _jongeren(jongeren: tuple[BezochteJongere, ...]) -> Text:
    stukken: list[Run] = []
    for jongere in jongeren:
        stukken.append(Run(("\n" if stukken else "") + jongere.naam, Emphasis.BOLD))
        rest = f", geboren {jongere.geboren}"
        if jongere.school:
            rest += f", {jongere.school}"
        if jongere.gezien is not None:
            rest += ". Gezien bij dit bezoek." if jongere.gezien else ". Niet gezien bij dit bezoek."
        stukken.append(Run(rest))
    return tuple(stukken)


def _partner(partner: Gesprekspartner) -> str:
    tekst = partner.naam + (f", {partner.relatie}" if partner.relatie else "")
    if partner.legitimatie_gezien is None:
        return tekst
    return tekst + (
        " (identiteitsbewijs gezien)" if partner.legitimatie_gezien else " (geen identiteitsbewijs gezien)"
    )


def deurtekst(deur: Deur) -> str:
    """What was told at the door, in the first person and in the order it should have happened."""
    zinnen = []
    if deur.legitimatie_om is not None:
        zinnen.append(f"Ik heb mij om {kloktijd(deur.legitimatie_om)} uur gelegitimeerd.")
    else:
        zinnen.append("Er is niet genoteerd dat ik mij heb gelegitimeerd.")
    if deur.doel_om is not None:
        doel = f": {met_punt(deur.doel)}" if deur.doel.strip() else "."
        zinnen.append(f"Om {kloktijd(deur.doel_om)} uur heb ik verteld waarvoor ik kwam{doel}")
    if deur.binnen is None:
        zinnen.append("Ik ben niet binnen geweest.")
    else:
        zinnen.append(_binnengetreden(deur.binnen, in_volgorde=deur.in_volgorde))
    if deur.cautie_om is not None:
        wie = f" {deur.cautie_aan}" if deur.cautie_aan else ""
        zinnen.append(
            f"Om {kloktijd(deur.cautie_om)} uur heb ik{wie} verteld niet tot antwoorden "
            "verplicht te zijn (cautie)."
        )
    if deur.feit_om is not None:
        wie = f" {deur.feit_aan}" if deur.feit_aan else ""
        zinnen.append(f"Om {kloktijd(deur.feit_om)} uur heb ik{wie} verteld waarvan de verdenking is.")
    if deur.rechtsbijstand_om is not None:
        wie = f" {deur.rechtsbijstand_aan}" if deur.rechtsbijstand_aan else ""
        zinnen.append(
            f"Om {kloktijd(deur.rechtsbijstand_om)} uur heb ik{wie} verteld dat er recht is op een advocaat, "
            "vóór en tijdens het verhoor."
        )
    if deur.gezien_om is not None:
        zinnen.append(f"Om {kloktijd(deur.gezien_om)} uur heb ik {deur.gezien_wie} gezien.")
    return " ".join(zinnen)


def _binnengetreden(binnen: Binnentreden, *, in_volgorde: bool) -> str:
    """The sentence of R29, with remarks for what is not there yet."""
    wie = binnen.toestemming_van.strip() or "[nog invullen: wie]"
    wanneer = (
        f"om {kloktijd(binnen.toestemming_om)} uur" if binnen.toestemming_om else "[nog invullen: hoe laat]"
    )
    na = ", na legitimatie en mededeling van het doel" if in_volgorde else ""
    return f"Ik ben binnen geweest met toestemming van {wie}, {wanneer}{na}."


def _waarnemingen(fragmenten: tuple[Fragment, ...], cautie_om: datetime | None) -> list[Block]:
    """What was seen, heard and said; from the cautie on under a heading of its own (R17)."""
    blokken: list[Block] = [Heading(2, "Gezien, gehoord en gezegd")]
    if not fragmenten:
        return [*blokken, Paragraph(plain("Hierover is niets genoteerd."))]
    if any(fragment.soort is SoortSegment.GEZEGD for fragment in fragmenten):
        blokken.append(
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
    blokken += map(_opmerking, op_tijd[: len(op_tijd) - len(later)])
    if later:
        blokken.append(Heading(2, "Na de cautie (opsporing)"))
        blokken += map(_opmerking, later)
    return blokken


def _opmerking(fragment: Fragment) -> Labelled:
    return Labelled(f"{kloktijd(fragment.moment)}  {fragment.soort.value.capitalize()}", _fragment(fragment))


def _fragment(fragment: Fragment) -> Text:
    if fragment.soort is not SoortSegment.GEZEGD:
        return plain(fragment.tekst)
    kaal = fragment.tekst.strip().strip('“”"')
    return (Run(f"{fragment.spreker}: ", Emphasis.BOLD), Run(f"“{kaal}”"))


def _vervolgstappen(gegevens: Bezoekverslag) -> list[Block]:
    blokken: list[Block] = []
    if gegevens.achtergelaten:
        blokken += [Heading(2, "Achtergelaten"), Paragraph(plain(met_punt(gegevens.achtergelaten)))]
    if gegevens.afspraken or gegevens.vervolg:
        blokken.append(Heading(2, "Afspraken en vervolg"))
    if gegevens.afspraken:
        rijen = tuple(
            (
                plain(afspraak.tekst),
                plain(afspraak.wie),
                plain(lang(afspraak.uiterlijk) if afspraak.uiterlijk else "geen datum"),
            )
            for afspraak in gegevens.afspraken
        )
        kolommen = (Column("Afspraak", 5), Column("Wie", 2.2), Column("Uiterlijk", 2))
        blokken.append(Grid("Afspraken", kolommen, rijen))
    if gegevens.vervolg:
        blokken.append(Paragraph((Run("Volgende stap: ", Emphasis.BOLD), Run(met_punt(gegevens.vervolg)))))
    return blokken


def _over_dit_verslag(gegevens: Bezoekverslag) -> list[Block]:
    bezocht, begonnen, geeindigd = gegevens.begin, gegevens.opgeschreven_van, gegevens.opgeschreven_tot
    zelfde_dag = begonnen.date() == geeindigd.date()
    tot = f"{kloktijd(geeindigd)} uur" if zelfde_dag else moment_voluit(geeindigd)
    geschreven = (
        f"Het bezoek was op {moment_voluit(bezocht)}. Opgeschreven van {moment_voluit(begonnen)} tot {tot}."
    )
    if gegevens.vastgelegd_op is None:
        toestand = "Dit verslag is nog een concept en kan veranderen."
    else:
        toestand = f"Vastgelegd op {moment_voluit(gegevens.vastgelegd_op)}. Daarna is niets meer veranderd."
    wie = f"Opgemaakt door {gegevens.ambtenaar.naam}, {gegevens.ambtenaar.functie}."
    delen = (geschreven, toestand, wie, gegevens.klok)
    return [Paragraph(plain(" ".join(deel for deel in delen if deel)), Look.SMALL)]
