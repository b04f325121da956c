"""A page about nobody, made and looked at: proves that paper works on this laptop."""

from __future__ import annotations

from datetime import date, time

from leerplicht_desktop.documents.bezoektekst import maak_pdf
from leerplicht_desktop.documents.bezoekverslag import Ambtenaar, BezochteJongere, Bezoekverslag
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.preview import Preview
from leerplicht_desktop.domain.nederlandsetijd import nederlands


def beproef_papier() -> str:
    """What was made, in words: size, pages and norms. Raises what goes wrong."""
    nu = nederlands(date(2026, 1, 1), time(12))
    verslag = Bezoekverslag(
        huisstijl=Huisstijl(naam="Zelftest"),
        kenmerk="zelftest",
        ambtenaar=Ambtenaar("Zelftest"),
        adres="Nergens 1",
        jongeren=(BezochteJongere("Zoë Çelik", "onbekend"),),
        begin=nu,
        eind=nu,
        uitkomst="Zelftest",
        opgeschreven_van=nu,
        opgeschreven_tot=nu,
        vastgelegd_op=nu,
    )
    pdf = maak_pdf(verslag)
    with Preview(pdf) as voorbeeld:
        voorbeeld.picture(0, 50)
        return f"{len(pdf) // 1024} kB, {voorbeeld.pages} bladzijde, PDF/A-2a en PDF/UA-1 gecontroleerd"
