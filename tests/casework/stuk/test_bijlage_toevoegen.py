"""Attachments through the act and the real reader: cleaned, hashed, in the vault, on their way."""

from __future__ import annotations

import hashlib
import io
from datetime import date, timedelta

import pytest
from PIL import Image

from leerplicht_desktop.casework.ports.papier import IngelezenBijlage
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.proces_verbaal.bijhouden import bijlagen_kiezen
from leerplicht_desktop.casework.stuk.afdruk_loggen import Afdrukwijze, afdruk_loggen
from leerplicht_desktop.casework.stuk.bijlage_toevoegen import bijlage_toevoegen
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk.dossierbijlage import MAX_BYTES, Bijlagesoort, Dossierbijlage
from leerplicht_desktop.domain.stuk.opnamedag import Dagbron
from leerplicht_desktop.store.kluis.content import CHUNK
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_protocol.papers import Bijlage as WireBijlage
from tests.casework.zaak import FLEUR, begin_pv, papier
from tests.store.world import StilleKlok


def _foto(kluis: SqlKluis, klok: StilleKlok, breed: int = 3000) -> IngelezenBijlage:
    target = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Geheime Telefoon"
    exif.get_ifd(0x8769)[0x9003] = "2026:11:20 09:30:00"
    Image.new("RGB", (breed, 1000), "red").save(target, "JPEG", exif=exif)
    return papier(kluis, klok).lees_bijlage("deur.jpg", target.getvalue())


def test_a_photo_is_stripped_made_smaller_and_keeps_its_time(kluis: SqlKluis, klok: StilleKlok) -> None:
    gelezen = _foto(kluis, klok)
    with Image.open(io.BytesIO(gelezen.inhoud)) as beeld:
        assert max(beeld.size) <= 2048
        assert not beeld.getexif()
    assert b"Geheime Telefoon" not in gelezen.inhoud
    assert gelezen.camera == "2026-11-20T09:30:00"
    bijlage, _ = kluis.doe(lambda work: bijlage_toevoegen(work, klok, (FLEUR,), " De deur ", gelezen))
    assert (bijlage.titel, bijlage.door, bijlage.soort) == ("De deur", "K. van Es", Bijlagesoort.FOTO)
    assert kluis.bekijk(lambda kast: kast.bijlage_inhoud(bijlage.id)) == gelezen.inhoud
    assert bijlage.sha256 == hashlib.sha256(gelezen.inhoud).hexdigest()


def test_a_bomb_and_nonsense_get_a_clear_message(kluis: SqlKluis, klok: StilleKlok) -> None:
    target = io.BytesIO()
    Image.new("1", (10_000, 10_000)).save(target, "PNG")
    with pytest.raises(BekendProbleem, match="beeldpunten"):
        papier(kluis, klok).lees_bijlage("groot.png", target.getvalue())
    for naam, inhoud in (("leeg.jpg", b""), ("tekst.jpg", b"geen foto"), ("stuk.pdf", b"%PDF-1.7 kapot")):
        with pytest.raises(BekendProbleem):
            papier(kluis, klok).lees_bijlage(naam, inhoud)


def test_what_cannot_be_kept_is_refused_by_name(kluis: SqlKluis, klok: StilleKlok) -> None:
    goed = IngelezenBijlage(Bijlagesoort.PDF, "application/pdf", b"%PDF", 1)
    groot = IngelezenBijlage(Bijlagesoort.PDF, "application/pdf", b"x" * (MAX_BYTES + 1), 1)
    dik = IngelezenBijlage(Bijlagesoort.PDF, "application/pdf", b"%PDF", 501)
    gevallen = (
        ((), "Titel", goed, "dossiers"),
        ((FLEUR,), "  ", goed, "titel"),
        ((FLEUR,), "Titel", groot, "inhoud"),
        ((FLEUR,), "Titel", dik, "inhoud"),
    )
    for dossiers, titel, gelezen, veld in gevallen:
        with pytest.raises(DomainError) as refused:
            _voeg_toe(kluis, klok, dossiers, titel, gelezen)
        assert refused.value.veld == veld
    assert kluis.bekijk(lambda kast: kast.bijlagen(FLEUR)) == ()


def _voeg_toe(
    kluis: SqlKluis, klok: StilleKlok, dossiers: tuple[str, ...], titel: str, gelezen: IngelezenBijlage
) -> None:
    kluis.doe(lambda work: bijlage_toevoegen(work, klok, dossiers, titel, gelezen))


def test_content_lies_in_parts_and_joins_late(kluis: SqlKluis, klok: StilleKlok) -> None:
    inhoud = b"%PDF" + bytes(range(256)) * 3 * (CHUNK // 256)
    gelezen = IngelezenBijlage(Bijlagesoort.PDF, "application/pdf", inhoud, 4)
    bijlage, _ = kluis.doe(lambda work: bijlage_toevoegen(work, klok, (FLEUR,), "Brief", gelezen))
    (regel,) = kluis.bekijk(lambda kast: kast.bijlagen(FLEUR))
    assert (regel.bijlage, regel.verzonden) == (bijlage, False)
    (verzending,) = kluis.doe(lambda work: work.brievenbus.openstaand(9))
    assert verzending.later == 4 * -(-len(inhoud) // 3)
    twee = [kluis.doe(lambda work: work.brievenbus.volledig(verzending)) for _ in range(2)]
    assert twee[0] == twee[1]
    assert WireBijlage.model_validate(dict(twee[0].body)).grootte == len(inhoud)


def test_an_annex_stands_in_the_proces_verbaal_with_its_hash(kluis: SqlKluis, klok: StilleKlok) -> None:
    gelezen = _foto(kluis, klok, 100)
    bijlage, _ = kluis.doe(lambda work: bijlage_toevoegen(work, klok, (FLEUR,), "De deur", gelezen))
    id_ = begin_pv(kluis, klok)
    kluis.doe(lambda work: bijlagen_kiezen(work, id_, (bijlage.id,)))
    (annex,) = kluis.bekijk(lambda kast: kast.concept_pv(id_)).concept.pv.bijlagen
    assert (annex.titel, annex.sha256) == ("De deur", bijlage.sha256)
    with pytest.raises(KeyError):
        kluis.doe(lambda work: bijlagen_kiezen(work, id_, ("onbekend",)))


def test_every_print_leaves_a_line(kluis: SqlKluis, klok: StilleKlok) -> None:
    id_ = begin_pv(kluis, klok)
    kluis.doe(lambda work: afdruk_loggen(work, klok, id_, Afdrukwijze.AFGEDRUKT, "Printer hal", 2))
    with pytest.raises(DomainError):
        kluis.doe(lambda work: afdruk_loggen(work, klok, id_, Afdrukwijze.AFGEDRUKT, "Printer hal", 0))


def _camera(kluis: SqlKluis, klok: StilleKlok, gezegd: str) -> IngelezenBijlage:
    target = io.BytesIO()
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = gezegd
    Image.new("RGB", (60, 40), "red").save(target, "JPEG", exif=exif)
    gelezen = papier(kluis, klok).lees_bijlage("deur.jpg", target.getvalue())
    assert gelezen.bron_sha256 == hashlib.sha256(target.getvalue()).hexdigest()
    return gelezen


@pytest.mark.parametrize("gezegd", ["2099:09:29 10:10:10", "1980:01:01 00:00:00", "2005:06:07 08:09:10"])
def test_a_day_that_cannot_be_never_reaches_a_proces_verbaal(
    kluis: SqlKluis, klok: StilleKlok, gezegd: str
) -> None:
    gelezen = _camera(kluis, klok, gezegd)
    bijlage, _ = kluis.doe(lambda work: bijlage_toevoegen(work, klok, (FLEUR,), "De deur", gelezen))
    assert (bijlage.dag, bijlage.volgens) == (klok.vandaag(), Dagbron.TOEVOEGEN)
    assert bijlage.camera[:10] == gezegd[:10].replace(":", "-")
    id_ = begin_pv(kluis, klok)
    kluis.doe(lambda work: bijlagen_kiezen(work, id_, (bijlage.id,)))
    (annex,) = kluis.bekijk(lambda kast: kast.concept_pv(id_)).concept.pv.bijlagen
    assert (annex.datum, annex.volgens) == (klok.vandaag(), Dagbron.TOEVOEGEN)
    assert annex.bron_sha256 == gelezen.bron_sha256


def test_the_officer_may_say_the_day_and_not_one_that_has_yet_to_come(
    kluis: SqlKluis, klok: StilleKlok
) -> None:
    gelezen, vandaag = _camera(kluis, klok, "2026:11:20 09:30:00"), klok.vandaag()

    def bewaar(dag: date | None) -> Dossierbijlage:
        return kluis.doe(lambda work: bijlage_toevoegen(work, klok, (FLEUR,), "Deur", gelezen, dag))[0]

    zelf = bewaar(date(2026, 11, 19))
    assert (zelf.dag, zelf.volgens) == (date(2026, 11, 19), Dagbron.AMBTENAAR)
    for dag in (None, date(2026, 11, 20)):
        bijlage = bewaar(dag)
        assert (bijlage.dag, bijlage.volgens) == (date(2026, 11, 20), Dagbron.CAMERA)
    for dag in (vandaag + timedelta(days=1), date(1994, 1, 1)):
        with pytest.raises(DomainError) as refused:
            bewaar(dag)
        assert refused.value.veld == "dag"
    assert len(kluis.bekijk(lambda kast: kast.bijlagen(FLEUR))) == 3


def test_what_is_known_of_the_day_and_the_file_travels(kluis: SqlKluis, klok: StilleKlok) -> None:
    gelezen = _camera(kluis, klok, "2099:09:29 10:10:10")
    kluis.doe(lambda work: bijlage_toevoegen(work, klok, (FLEUR,), "Deur", gelezen))
    (verzending,) = kluis.doe(lambda work: work.brievenbus.openstaand(9))
    vol = WireBijlage.model_validate(dict(kluis.doe(lambda work: work.brievenbus.volledig(verzending)).body))
    assert (vol.dagbron, vol.camera) == ("toevoegen", "2099-09-29T10:10:10")
    assert vol.bron_sha256 == gelezen.bron_sha256
    oud = {naam: waarde for naam, waarde in vol.model_dump(mode="json").items() if naam not in _NIEUW}
    assert WireBijlage.model_validate(oud).dagbron is None


_NIEUW = {"dagbron", "camera", "bron_sha256"}
