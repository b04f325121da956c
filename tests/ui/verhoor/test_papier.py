"""The report on real paper: looked at, printed to be signed, and logged; the summons that is found (R16)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from leerplicht_desktop.bootstrap.paper import LatePaper
from leerplicht_desktop.casework.concepten import Ontvanger
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.stuk.stap_zetten import Stapopgave, stukstap_zetten
from leerplicht_desktop.casework.verhoor.bijhouden import verhoor_bijhouden
from leerplicht_desktop.casework.waardenjson import naar_json
from leerplicht_desktop.documents.preview import Preview
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.stuk.stuk import Stapsoort, Stuk, Verzendwijze
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.ui.kit.dialogs import Dialog
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.notices import Notice
from leerplicht_desktop.ui.kit.ticks import Radio
from leerplicht_desktop.ui.verhoor.view import VerhoorScherm
from tests.ui.handen import deel, druk, typ, zichtbaar
from tests.ui.proefprinters import PdfPrinters
from tests.ui.verhoor.conftest import Opener, begin, bewaard, ding, stap, vul_in
from tests.ui.wereld import DRIELING, PAOLO, Wereld, bouw_wereld

VERZONDEN = date(2026, 11, 10)


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    gemaakt = bouw_wereld(tmp_path)
    papier = LatePaper(lambda act: gemaakt.kluis.doe(act), gemaakt.klok, "0.0")
    gemaakt.context = replace(gemaakt.context, papier=papier)
    yield gemaakt
    gemaakt.kluis.sluit()


def _tekst(pdf: bytes) -> str:
    with Preview(pdf) as blad:
        return " ".join(" ".join(blad.text(nummer) for nummer in range(blad.pages)).split())


def test_the_report_is_a_concept_until_only_the_signature_is_missing(
    wereld: Wereld, scherm: VerhoorScherm, printers: PdfPrinters
) -> None:
    druk(scherm, "verhoor.papier")
    assert "CONCEPT" in deel(scherm, "verhoor.papier.uitleg", Notice).accessibleName()
    druk(scherm, "verhoor.terug")
    vul_in(wereld, scherm)
    druk(scherm, "verhoor.papier")
    assert "laat het ondertekenen" in deel(scherm, "verhoor.papier.uitleg", Notice).accessibleName()
    druk(scherm, "verhoor.afdrukken")
    druk(scherm.window(), "verhoor.afdrukken.druk")
    assert printers.bestand.read_bytes().startswith(b"%PDF")
    gemaakt = _tekst(wereld.context.papier.verhoorverslag(ding(scherm), definitief=True).pdf)
    assert "CONCEPT" not in gemaakt
    assert "A: We waren bij mijn zieke moeder." in gemaakt
    druk(scherm, "verhoor.papier.terug")
    druk(scherm, "verhoor.vastleggen")
    assert zichtbaar(scherm, "verhoor.lezing")
    druk(scherm, "verhoor.papier")
    assert zichtbaar(scherm, "verhoor.afdrukken")


def _druk_af(scherm: VerhoorScherm) -> None:
    """Print what is to be signed, and go back to the hearing."""
    druk(scherm, "verhoor.papier")
    druk(scherm, "verhoor.afdrukken")
    druk(scherm.window(), "verhoor.afdrukken.druk")
    druk(scherm, "verhoor.papier.terug")


def _vraagt(scherm: VerhoorScherm) -> bool:
    return zichtbaar(scherm.window(), "verhoor.anders")


def test_a_hearing_changed_after_it_was_printed_is_not_fixed_unasked(
    wereld: Wereld, scherm: VerhoorScherm
) -> None:
    vul_in(wereld, scherm)
    _druk_af(scherm)
    stap(scherm, "slot")
    typ(scherm, "verhoor.verbeteringen", "Het was mijn tante.")
    druk(scherm, "verhoor.vastleggen")
    assert _vraagt(scherm)
    assert wereld.kluis.bekijk(lambda kast: kast.verhoor(ding(scherm))).blad.is_concept
    druk(scherm.window(), "verhoor.anders.papier")
    druk(scherm, "verhoor.afdrukken")
    druk(scherm.window(), "verhoor.afdrukken.druk")
    druk(scherm, "verhoor.papier.terug")
    druk(scherm, "verhoor.vastleggen")
    assert not _vraagt(scherm)
    assert zichtbaar(scherm, "verhoor.lezing")


def test_a_changed_hearing_can_be_fixed_knowingly(wereld: Wereld, scherm: VerhoorScherm) -> None:
    vul_in(wereld, scherm)
    _druk_af(scherm)
    stap(scherm, "slot")
    typ(scherm, "verhoor.verbeteringen", "Het was mijn tante.")
    druk(scherm, "verhoor.vastleggen")
    druk(scherm.window(), "verhoor.anders.vast")
    assert zichtbaar(scherm, "verhoor.lezing")


@pytest.mark.parametrize("getekend", ["ja", "nee"])
def test_only_a_signature_makes_the_paper_count(wereld: Wereld, scherm: VerhoorScherm, getekend: str) -> None:
    """What is known after the paper changes nothing on it; paper that nobody signed is not compared."""
    vul_in(wereld, scherm)
    _druk_af(scherm)
    stap(scherm, "slot")
    druk(scherm, f"verhoor.ondertekend.{getekend}")
    if getekend == "nee":
        typ(scherm, "verhoor.reden_niet_ondertekend", "Wil eerst een advocaat spreken.")
        typ(scherm, "verhoor.verbeteringen", "Het was mijn tante.")
    druk(scherm, "verhoor.vastleggen")
    assert not _vraagt(scherm)
    assert zichtbaar(scherm, "verhoor.lezing")


def test_r24_a_secret_address_is_warned_of_before_it_is_printed(toon: Opener) -> None:
    scherm = toon(f"nieuw:{PAOLO}")
    radio = next(een for een in scherm.findChildren(Radio) if een.isVisible())
    begin(scherm, radio.words)
    druk(scherm, "verhoor.papier")
    druk(scherm, "verhoor.afdrukken")
    dialoog = deel(scherm.window(), "verhoor.afdrukken.venster", Dialog)
    assert any("adres geheim" in een.text() for een in dialoog.findChildren(Label))


def test_paper_to_sign_does_not_guess_whether_it_is_signed(wereld: Wereld, scherm: VerhoorScherm) -> None:
    vul_in(wereld, scherm)
    id_, verhoor = ding(scherm), bewaard(wereld, scherm)
    kaal = replace(verhoor, regels=(), ondertekend=None)
    wereld.doe(lambda work: verhoor_bijhouden(work, wereld.klok, kaal))
    papier = wereld.context.papier
    te_tekenen = _tekst(papier.verhoorverslag(id_, definitief=True).pdf)
    assert "uur is de verklaring voorgelezen." in te_tekenen
    assert "heeft die ondertekend" not in te_tekenen
    assert "nog invullen: of" not in te_tekenen


def _oproep(work: Work, wereld: Wereld, id_: str, persoon: str, *, verzonden: bool) -> None:
    """A sealed summons, sent the day after."""
    klok = wereld.klok
    aan = Ontvanger(("De heer Olympos",), ("Straat 1",), "Geachte heer", (persoon,))
    stuk = Stuk(
        id=id_,
        dossiers=(DRIELING[0],),
        soort=Documentsoort.OPROEP_VERHOOR,
        titel="Oproep voor een verhoor",
        verzegeld_op=klok.nu().replace(day=9),
        regime=Regime.WPG,
        inhoud_hash="a" * 64,
        bestand_hash="b" * 64,
        gegevens={"aan": naar_json(aan)},
    )
    work.zaakstukken.stukken.verzegel(stuk, b"%PDF-1.7")
    if verzonden:
        opgave = Stapopgave(Stapsoort.VERZONDEN, VERZONDEN, aan="De heer Olympos", wijze=Verzendwijze.POST)
        stukstap_zetten(work, klok, id_, opgave)


def _vader(wereld: Wereld) -> str:
    beeld = wereld.lees(lambda caseload: caseload.dossier(DRIELING[0]))
    assert beeld is not None
    return next(een.persoon for een in beeld.betrokkenen if een.persoon and "Thanatos" in een.naam)


def test_r16_the_summons_that_was_sent_is_found_and_can_be_changed(wereld: Wereld, toon: Opener) -> None:
    vader = _vader(wereld)
    wereld.doe(lambda work: _oproep(work, wereld, "o-1", vader, verzonden=True))
    scherm = toon(f"nieuw:{DRIELING[0]}")
    begin(scherm)
    assert bewaard(wereld, scherm).rechten_in_oproep_van == date(2026, 11, 9)
    veld = deel(scherm, "verhoor.rechten_in_oproep_van", QLineEdit)
    assert veld.text() == "ma 9 nov 2026"
    assert "verzonden di 10 nov 2026" in veld.accessibleDescription()
    druk(scherm, "verhoor.oproep.0.lees")
    assert (wereld.gegaan[-1].scherm, wereld.gegaan[-1].ding) == ("brief", "o-1")
    druk(scherm, "verhoor.oproep.0")
    assert bewaard(wereld, scherm).rechten_in_oproep_van is None
    druk(scherm, "verhoor.oproep.0")
    assert bewaard(wereld, scherm).rechten_in_oproep_van == date(2026, 11, 9)
    stap(scherm, "rechten")
    assert not zichtbaar(scherm, "verhoor.dicht")


@pytest.mark.parametrize(("wie", "verzonden"), [("vader", False), ("p-iemand-anders", True)])
def test_r16_a_summons_that_stayed_or_went_to_another_is_offered_not_counted(
    wereld: Wereld, toon: Opener, wie: str, *, verzonden: bool
) -> None:
    persoon = _vader(wereld) if wie == "vader" else wie
    wereld.doe(lambda work: _oproep(work, wereld, "o-1", persoon, verzonden=verzonden))
    scherm = toon(f"nieuw:{DRIELING[0]}")
    begin(scherm)
    assert bewaard(wereld, scherm).rechten_in_oproep_van is None
    druk(scherm, "verhoor.oproep.0")
    assert bewaard(wereld, scherm).rechten_in_oproep_van == date(2026, 11, 9)
    uitleg = deel(scherm, "verhoor.rechten_in_oproep_van", QLineEdit).accessibleDescription()
    assert ("nog niet vastgelegd" in uitleg) is not verzonden
