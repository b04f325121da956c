from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from leerplicht_protocol.records import Entity
from leerplicht_server import records, schema
from leerplicht_server.database import Database, head
from leerplicht_server.importing import meldingen, persons
from leerplicht_server.importing.report import Outcome, Report
from tests.server import files
from tests.server.files import changed, write

MANY_DAYS = "|".join(f"{date(2026, 9, 8) + timedelta(n)}=1" for n in range(500))


def _read(database: Database, path: Path, *rows: files.Row) -> Report:
    return meldingen.import_file(database, write(path / "meldingen.csv", rows))


def _refusal(database: Database, path: Path, **fields: str) -> str:
    report = _read(database, path, changed(**fields))
    assert [report.counts[u] for u in Outcome] == [0, 0, 0, 1], report.text()
    return report.refused[0].what


def _head(database: Database) -> int:
    with database.read() as connection:
        return head(connection)


def test_every_practice_report_is_in_and_twice_changes_nothing(seeded: Database) -> None:
    before = _head(seeded)
    report = meldingen.import_file(seeded, files.REPORTS)
    assert [report.counts[u] for u in Outcome] == [0, 37, 0, 0]
    assert _head(seeded) == before


def test_every_faulty_report_is_refused_for_its_reason(seeded: Database) -> None:
    before = _head(seeded)
    report = meldingen.import_file(seeded, files.FAULTY)
    expected = [row["verwachte_fout"] for row in files.rows(files.FAULTY)]
    assert [refusal.what for refusal in report.refused] == expected
    assert [refusal.line for refusal in report.refused] == list(range(2, 12))
    assert all(refusal.remedy for refusal in report.refused)
    assert _head(seeded) == before


def test_the_reason_column_may_be_absent(seeded: Database, tmp_path: Path) -> None:
    data = files.rows(files.FAULTY)
    expected = [row.pop("verwachte_fout") for row in data]
    report = meldingen.import_file(seeded, write(tmp_path / "m.csv", data))
    assert [refusal.what for refusal in report.refused] == expected


def test_one_bad_line_does_not_hold_up_the_good_ones(seeded: Database, tmp_path: Path) -> None:
    good, bad = changed(meldingsnummer="2026900001"), changed(meldingsnummer="2026900002", soort="X")
    report = _read(seeded, tmp_path, bad, good)
    assert report.text().splitlines()[-1] == "1 nieuw, 0 ongewijzigd, 0 gewijzigd, 1 geweigerd"
    with seeded.read() as connection:
        assert records.load(connection, Entity.VERZUIMMELDING, "vm-2026900001") is not None
        assert records.load(connection, Entity.VERZUIMMELDING, "vm-2026900002") is None


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("meldingsnummer", "2026/1", "meldingsnummer bevat andere tekens"),
        ("meldingsnummer", "2" * 41, "meldingsnummer bevat andere tekens"),
        ("bsn", "99999O408", "bsn heeft geen negen cijfers"),
        ("bsn", "9999904081", "bsn heeft geen negen cijfers"),
        ("bsn", "٩٩٩٩٩٠٤٠٨", "bsn heeft geen negen cijfers"),
        ("bsn", "000000000", "bsn faalt de elfproef"),
        ("bsn", "12345678", "bsn faalt de elfproef"),
        ("bsn", "101222331", "bsn faalt de elfproef"),
        ("onderwijsnummer", "100252333", "onderwijsnummer faalt de controle"),
        ("onderwijsnummer", "10122233X", "onderwijsnummer heeft geen negen cijfers"),
        ("onderwijsnummer", "999990408", "onderwijsnummer faalt de controle"),
        ("datum_melding", "", "datum_melding ontbreekt"),
        ("datum_melding", "6 oktober 2026", "datum_melding heeft niet de vorm"),
        ("datum_melding", "2026-13-01", "datum bestaat niet"),
        ("datum_melding", "2026-09-01", "begindatum ligt na datum_melding"),
        ("begindatum", "", "begindatum ontbreekt"),
        ("begindatum", "2026 09 08", "begindatum heeft niet de vorm"),
        ("begindatum", "0026-09-08", "begindatum ligt te ver weg"),
        ("einddatum", "2026-09-31", "datum bestaat niet"),
        ("einddatum", "2026-09-07", "einddatum ligt vóór begindatum"),
        ("soort", "", "onbekende soort"),
        ("soort", "16uur", "onbekende soort"),
        ("alle_lessen_gemist", "misschien", "alle_lessen_gemist is niet J of N"),
        ("actie_gemeente_gewenst", "1", "actie_gemeente_gewenst is niet J of N"),
        ("brin", "", "brin ontbreekt"),
        ("brin", "9888", "brin heeft niet de vorm"),
        ("brin", "98ZZ", "onbekende school"),
        ("vestiging", "7", "onbekende school"),
        ("vestiging", "007", "vestiging heeft geen twee cijfers"),
        ("vestiging", "", "vestiging heeft geen twee cijfers"),
        ("vestiging", "99", "onbekende school"),
        ("afwijkend_postcode", "12345", "afwijkend_postcode heeft niet de vorm"),
        ("afwijkend_huisnummer", "12b", "afwijkend_huisnummer is geen getal"),
        ("eenheid", "", "eenheid is niet klokuur of lesuur"),
        ("eenheid", "dagdeel", "eenheid is niet klokuur of lesuur"),
        ("leerjaar", "x" * 401, "te lange tekst in leerjaar"),
        ("verzuimspecificatie", "", "verzuimspecificatie ontbreekt"),
        ("verzuimspecificatie", "2026-09-08", "verzuimspecificatie heeft niet de vorm"),
        ("verzuimspecificatie", "2026-09-08=3|", "verzuimspecificatie heeft niet de vorm"),
        ("verzuimspecificatie", "2026-09-08=", "verzuimspecificatie bevat geen aantal uren"),
        ("verzuimspecificatie", "2026-09-08=drie", "verzuimspecificatie bevat geen aantal uren"),
        ("verzuimspecificatie", "2026-09-08=NaN", "verzuimspecificatie bevat geen aantal uren"),
        ("verzuimspecificatie", "2026-09-08=inf", "verzuimspecificatie bevat geen aantal uren"),
        ("verzuimspecificatie", "2026-09-08=1e1", "verzuimspecificatie bevat geen aantal uren"),
        ("verzuimspecificatie", "2026-09-08=٣", "verzuimspecificatie bevat geen aantal uren"),
        ("verzuimspecificatie", "2026-09-08=0", "verzuim van nul of minder uren"),
        ("verzuimspecificatie", "2026-09-08=-2", "verzuim van nul of minder uren"),
        ("verzuimspecificatie", "2026-09-08=24.5", "meer uren dan een dag kan hebben"),
        ("verzuimspecificatie", "2026-09-08=3|2026-09-08=2", "verzuimspecificatie noemt een dag twee keer"),
        ("verzuimspecificatie", "2026-09-07=3", "verzuimspecificatie buiten de periode"),
        ("verzuimspecificatie", "2026-10-02=3", "verzuimspecificatie buiten de periode"),
        ("verzuimspecificatie", "2026-09-31=3", "datum bestaat niet"),
        ("verzuimspecificatie", MANY_DAYS, "verzuimspecificatie buiten de periode"),
    ],
)
@pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)
def test_each_field_that_is_wrong_is_named(
    seeded: Database, tmp_path: Path, field: str, value: str, reason: str
) -> None:
    assert _refusal(seeded, tmp_path, **{field: value}).startswith(reason)


@pytest.mark.parametrize(
    "fields",
    [
        {"verzuimspecificatie": "2026-09-12=3"},
        {"verzuimspecificatie": "2026-09-08=2,5 | 2026-09-10=24"},
        {"verzuimspecificatie": "2026-09-10=1|2026-09-08=0.25"},
        {"bsn": " 999990408 "},
        {"brin": "98bb"},
        {"einddatum": "", "verzuimspecificatie": "2026-10-06=1"},
        {"reden": 'Zegt: "5;6"\nen dan weg', "ondernomen_actie": "„gesprek” – 🙂"},
        {"alle_lessen_gemist": "j", "melder_telefoon": "+31 (0)6 1234-5678", "melder_email": ""},
    ],
)
@pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)
def test_what_is_unusual_but_right_comes_in(seeded: Database, tmp_path: Path, fields: dict[str, str]) -> None:
    report = _read(seeded, tmp_path, changed(**fields))
    assert report.counts[Outcome.NEW] == 1, report.text()


def test_no_report_is_longer_than_a_school_year(seeded: Database, tmp_path: Path) -> None:
    long = {"einddatum": "2028-12-31", "verzuimspecificatie": MANY_DAYS}
    assert _refusal(seeded, tmp_path, **long) == "meer dan 400 dagen in één melding"


def test_days_come_out_in_order_with_their_unit(seeded: Database, tmp_path: Path) -> None:
    _read(seeded, tmp_path, changed(verzuimspecificatie="2026-09-10=1|2026-09-08=0,25"))
    with seeded.read() as connection:
        stored = records.load(connection, Entity.VERZUIMMELDING, "vm-2026900001")
    assert stored is not None
    assert stored.fields["verzuim"] == [
        {"datum": "2026-09-08", "uren": 0.25},
        {"datum": "2026-09-10", "uren": 1.0},
    ]
    assert stored.fields["eenheid"] == "lesuur"


def test_a_report_that_changed_is_a_new_revision_and_its_dossier_follows(
    seeded: Database, tmp_path: Path
) -> None:
    row = changed("2026000036", meldingsnummer="2026000036", telefoon_ouder_of_leerling="06-99999999")
    report = _read(seeded, tmp_path, row)
    assert report.counts[Outcome.CHANGED] == 1
    with seeded.read() as connection:
        stored = records.load(connection, Entity.VERZUIMMELDING, "vm-2026000036")
        assert stored is not None
        [dossier] = records.dossiers_of(connection, Entity.VERZUIMMELDING, stored.id)
        found = records.load(connection, Entity.DOSSIER, dossier)
    assert found is not None
    assert stored.rev == 2
    assert found.fields["telefoon"] == "06-99999999"


def test_a_number_is_never_used_for_another_pupil(seeded: Database, tmp_path: Path) -> None:
    with seeded.read() as connection:
        before = connection.execute(sa.select(schema.dossier.c.nummer)).all()
    row = changed("2026000002", meldingsnummer="2026000001")
    assert (
        _read(seeded, tmp_path, row).refused[0].what
        == "meldingsnummer is al gebruikt voor een andere leerling"
    )
    row = changed(bsn="999990743", meldingsnummer="2026000001")
    assert _read(seeded, tmp_path, row).refused
    with seeded.read() as connection:
        assert connection.execute(sa.select(schema.dossier.c.nummer)).all() == before


def test_a_number_stands_in_a_file_once(seeded: Database, tmp_path: Path) -> None:
    report = _read(seeded, tmp_path, changed(), changed(reden="anders"))
    assert [(r.line, r.what) for r in report.refused] == [(3, "meldingsnummer staat ook op regel 2")]


@pytest.mark.parametrize(
    ("bsn", "reason"),
    [
        ("999992788", "bsn staat bij meer dan één persoon"),
        ("123456782", "onbekende leerling: bsn komt niet in het bestand voor"),
        ("999990639", "leerling heeft niet de leeftijd voor school"),
    ],
)
def test_whose_report_it_is_must_be_sure(seeded: Database, tmp_path: Path, bsn: str, reason: str) -> None:
    assert _refusal(seeded, tmp_path, bsn=bsn) == reason


@pytest.mark.parametrize(
    ("code", "refused", "told"),
    [
        ("E", "", "leerling is volgens de BRP geëmigreerd"),
        ("M", "", "leerling is ambtshalve uitgeschreven uit de BRP"),
        ("R", "", "leerling staat alleen als niet-ingezetene in de BRP"),
        ("O", "leerling is overleden", ""),
        ("F", "leerling is afgevoerd als fout", ""),
        ("W", "leerling heeft een opgeschorte inschrijving", ""),
    ],
)
@pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)
def test_who_left_has_a_dossier_with_a_remark_and_the_dead_have_none(
    seeded: Database, tmp_path: Path, code: str, refused: str, told: str
) -> None:
    header, row = files.lo3_person("999990408", lambda person: person.update({"07.67.20": code}))
    persons.import_file(seeded, files.lo3_file(tmp_path / "p.csv", header, [row]))
    report = _read(seeded, tmp_path, changed())
    assert [r.what for r in report.refused] == ([refused] if refused else [])
    assert [r.what for r in report.notices] == ([told] if told else [])
    assert report.counts[Outcome.NEW] == (not refused)


def test_a_date_of_death_refuses_whatever_the_entry_says(seeded: Database, tmp_path: Path) -> None:
    header, row = files.lo3_person("999990408", lambda person: person.update({"06.08.10": "20260901"}))
    persons.import_file(seeded, files.lo3_file(tmp_path / "p.csv", header, [row]))
    assert _refusal(seeded, tmp_path) == "leerling is overleden"


def test_a_pupil_outside_the_register_has_a_dossier_without_a_person(seeded: Database) -> None:
    with seeded.read() as connection:
        where = schema.dossier.c.onderwijsnummer == "101222331"
        row = connection.execute(sa.select(schema.dossier).where(where)).one()
        dossier = records.load(connection, Entity.DOSSIER, row.id)
        reports = records.records_of(connection, row.id, Entity.VERZUIMMELDING)
    assert dossier is not None
    assert dossier.fields["jongere"] is None
    assert dossier.fields["naam"] == "Niet in de BRP (onderwijsnummer eindigt op 2331)"
    assert dossier.fields["betrokkenen"] == []
    assert [r.fields["meldingsnummer"] for r in reports] == ["2026000037"]


def test_a_pupil_who_got_a_bsn_keeps_his_dossier(seeded: Database, tmp_path: Path) -> None:
    both = changed(bsn="999996137", onderwijsnummer="101222331", brin="98AA")
    assert _read(seeded, tmp_path, both).counts[Outcome.NEW] == 1
    with seeded.read() as connection:
        where = schema.dossier.c.onderwijsnummer == "101222331"
        row = connection.execute(sa.select(schema.dossier).where(where)).one()
        dossier = records.load(connection, Entity.DOSSIER, row.id)
        reports = records.records_of(connection, row.id, Entity.VERZUIMMELDING)
    assert dossier is not None
    assert dossier.fields["jongere"] == row.persoon
    assert not str(dossier.fields["naam"]).startswith("Niet in de BRP")
    assert len(reports) == 2


def test_two_numbers_of_two_pupils_are_refused(seeded: Database, tmp_path: Path) -> None:
    reason = "bsn en onderwijsnummer horen bij twee leerlingen"
    assert _refusal(seeded, tmp_path, onderwijsnummer="101222331") == reason
    first = changed(bsn="999996137", onderwijsnummer="101222331")
    other = changed(bsn="999997580", onderwijsnummer="101222331", meldingsnummer="2026900002")
    report = _read(seeded, tmp_path, first, other)
    assert [r.what for r in report.refused] == [reason]
