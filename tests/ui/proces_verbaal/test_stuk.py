"""After sealing: the steps of its life on paper, nothing to change, and the hearing that went along."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from leerplicht_desktop.casework.concepten import Persoonskeuze
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.verhoor.bijhouden import (
    bijstand_kiezen,
    cautie_geven,
    feit_mededelen,
    rechtsbijstand_mededelen,
    verhoor_bijhouden,
    zin_schrijven,
    zin_toevoegen,
)
from leerplicht_desktop.casework.verhoor.starten import Verhooropgave, verhoor_starten
from leerplicht_desktop.casework.verhoor.vastleggen import verhoor_vastleggen
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.domain.handhaving.verhoor import Afstand, Bijstand
from leerplicht_desktop.domain.stuk.stuk import Stand, Verzendwijze
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.proces_verbaal.view import ProcesVerbaalScherm
from tests.ui.handen import deel, druk, typ, zichtbaar
from tests.ui.proces_verbaal.conftest import Opener
from tests.ui.proces_verbaal.daden import (
    begin,
    bewaard,
    ding,
    kies,
    kies_scan,
    maak_compleet,
    onderteken,
    stap,
    typ_en_verlaat,
    verzegel,
)
from tests.ui.wereld import DRIELING, Wereld


@pytest.fixture
def verzegeld(scherm: ProcesVerbaalScherm) -> ProcesVerbaalScherm:
    maak_compleet(scherm)
    verzegel(scherm)
    return scherm


def _zegt(scherm: ProcesVerbaalScherm, woorden: str) -> bool:
    return any(woorden in een.text() and een.isVisible() for een in scherm.findChildren(Label))


def _stand(wereld: Wereld, scherm: ProcesVerbaalScherm) -> Stand:
    return wereld.kluis.bekijk(lambda kast: kast.stuk(ding(scherm))).stand


def test_signed_sent_received_decided(wereld: Wereld, verzegeld: ProcesVerbaalScherm, tmp_path: Path) -> None:
    onderteken(verzegeld, tmp_path)
    assert _stand(wereld, verzegeld) is Stand.ONDERTEKEND
    wereld.klok.verder(minutes=1)
    kies(verzegeld, "pv.stap.soort", "verzonden")
    kies(verzegeld, "pv.stap.wijze", "portaal")
    druk(verzegeld, "pv.stap.leg_vast")
    assert _stand(wereld, verzegeld) is Stand.VERZONDEN
    for soort in ("ontvangen", "afdoening"):
        wereld.klok.verder(minutes=1)
        kies(verzegeld, "pv.stap.soort", soort)
        if soort == "afdoening":
            kies(verzegeld, "pv.stap.afdoening", "dagvaarding")
        druk(verzegeld, "pv.stap.leg_vast")
    assert _stand(wereld, verzegeld) is Stand.AFGEDAAN
    stappen = wereld.kluis.bekijk(lambda kast: kast.stuk(ding(verzegeld))).stappen
    assert [stap.wijze for stap in stappen] == [None, Verzendwijze.PORTAAL, None, None]
    assert _zegt(verzegeld, "te Demostad")


def test_a_step_without_its_field_is_refused_beside_it(
    wereld: Wereld, verzegeld: ProcesVerbaalScherm, tmp_path: Path
) -> None:
    kies(verzegeld, "pv.stap.soort", "ondertekend")
    druk(verzegeld, "pv.stap.leg_vast")
    assert (
        "Vul in waar je hebt ondertekend."
        in deel(verzegeld, "pv.stap.plaats", QLineEdit).accessibleDescription()
    )
    typ(verzegeld, "pv.stap.plaats", "Demostad")
    typ_en_verlaat(verzegeld, "pv.stap.datum", "31-12-2026")
    druk(verzegeld, "pv.stap.leg_vast")
    scan = deel(verzegeld, "pv.stap.bijlage", QComboBox)
    assert "Kies de scan" in scan.accessibleDescription()
    foto = tmp_path / "foto.txt"
    foto.write_text("geen scan")
    kies_scan(verzegeld, foto)
    assert "Het papier kon niet worden gemaakt." in scan.accessibleDescription()
    foto.write_bytes(b"%PDF-1.7")
    kies_scan(verzegeld, foto)
    druk(verzegeld, "pv.stap.leg_vast")
    assert "moet nog komen" in deel(verzegeld, "pv.stap.datum", QLineEdit).accessibleDescription()
    assert wereld.kluis.bekijk(lambda kast: kast.bijlagen(DRIELING[0])) == ()
    assert _stand(wereld, verzegeld) is Stand.GEREED


def test_how_it_went_and_ended_is_never_chosen_beforehand(
    wereld: Wereld, verzegeld: ProcesVerbaalScherm, tmp_path: Path
) -> None:
    """A step cannot be taken back, so no outcome stands ready to be written down unread."""
    onderteken(verzegeld, tmp_path)
    druk(verzegeld, "pv.stap.leg_vast")
    assert "Kies hoe het is verzonden." in deel(verzegeld, "pv.stap.wijze", QComboBox).accessibleDescription()
    kies(verzegeld, "pv.stap.wijze", "post")
    druk(verzegeld, "pv.stap.leg_vast")
    kies(verzegeld, "pv.stap.soort", "afdoening")
    druk(verzegeld, "pv.stap.leg_vast")
    afdoening = deel(verzegeld, "pv.stap.afdoening", QComboBox)
    assert "Kies hoe het is afgedaan." in afdoening.accessibleDescription()
    assert _stand(wereld, verzegeld) is Stand.VERZONDEN


def test_a_double_click_begins_one_addition(wereld: Wereld, verzegeld: ProcesVerbaalScherm) -> None:
    eerst, knop = ding(verzegeld), deel(verzegeld, "pv.aanvullen", QPushButton)
    knop.click()
    aanvulling = ding(verzegeld)
    knop.click()
    assert aanvulling == ding(verzegeld) != eerst
    assert bewaard(wereld, verzegeld).concept.aanvulling_op == eerst


def test_a_proces_verbaal_is_not_sent_before_it_is_signed(verzegeld: ProcesVerbaalScherm) -> None:
    keuze = deel(verzegeld, "pv.stap.soort", QComboBox)
    assert [keuze.itemData(plaats) for plaats in range(keuze.count())] == ["ondertekend", "niet_verzonden"]


def test_nothing_of_a_sealed_one_can_be_written(toon: Opener, verzegeld: ProcesVerbaalScherm) -> None:
    opnieuw = toon(ding(verzegeld))
    assert zichtbaar(opnieuw, "pv.stuk")
    assert not any(een.isVisible() for een in opnieuw.findChildren(QPlainTextEdit))
    namen = {
        een.objectName() for een in opnieuw.findChildren(QLineEdit) if een.isVisible() and een.objectName()
    }
    assert {naam for naam in namen if not naam.startswith("pv.stap.")} == set()


def test_an_addition_is_taken_up_again_and_linked(
    wereld: Wereld, toon: Opener, verzegeld: ProcesVerbaalScherm
) -> None:
    eerst = ding(verzegeld)
    druk(verzegeld, "pv.aanvullen")
    aanvulling = ding(verzegeld)
    assert aanvulling != eerst
    assert bewaard(wereld, verzegeld).concept.aanvulling_op == eerst
    opnieuw = toon(eerst)
    druk(opnieuw, "pv.aanvullen")
    assert ding(opnieuw) == aanvulling


def test_a_hearing_goes_along_with_its_advice(wereld: Wereld, toon: Opener) -> None:
    id_ = wereld.doe(lambda work: _gehoord(work, wereld))
    scherm = toon(f"nieuw:{DRIELING[0]}")
    begin(scherm)
    stap(scherm, "verhoor")
    assert bewaard(wereld, scherm).concept.verhoren == (id_,)
    assert _zegt(scherm, "vertel de gevolgen")
    druk(scherm, "pv.verhoor.0")
    assert bewaard(wereld, scherm).concept.verhoren == ()
    assert _zegt(scherm, "Er is geen verhoor.")
    druk(scherm, "pv.verhoor.0.lees")
    assert wereld.gegaan[-1].scherm == "verhoor"
    assert wereld.gegaan[-1].ding == id_


def _gehoord(work: Work, wereld: Wereld) -> str:
    """The father was heard, without a lawyer and without the warnings."""
    klok = wereld.klok
    beeld = work.caseload.dossier(DRIELING[0])
    assert beeld is not None
    vader = next(een for een in beeld.betrokkenen if een.naam.startswith("Thanatos"))
    keuze = Persoonskeuze(vader.persoon, Rol.OUDER, vader.naam)
    opgave = Verhooropgave(keuze, klok.vandaag(), "Gemeentehuis")
    id_, _ = verhoor_starten(work, klok, (DRIELING[0],), opgave)
    for act in (feit_mededelen, cautie_geven, rechtsbijstand_mededelen):
        act(work, klok, id_)
    blad = bijstand_kiezen(work, id_, Bijstand.AFSTAND, Afstand("Nee"))
    zin = zin_toevoegen(work, klok, id_, antwoord=True)
    zin_schrijven(work, zin.id, "Ik zeg niets.")
    verhoor = replace(
        blad.verhoor,
        identiteit="Paspoort",
        verstaat_nederlands=True,
        voorgelezen_om=klok.nu(),
        ondertekend=True,
        eind=klok.nu(),
    )
    verhoor_bijhouden(work, klok, verhoor)
    verhoor_vastleggen(work, klok, id_)
    return id_


def test_a_proces_verbaal_that_left_says_so(wereld: Wereld, toon: Opener) -> None:
    toon("weg")
    assert wereld.toasts == ["Dit proces-verbaal staat niet meer op deze laptop."]
    assert wereld.terug == 1
