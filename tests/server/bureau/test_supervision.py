"""For who supervises: the journal by filter, the data of one citizen, the report on the Wpg."""

from __future__ import annotations

from tests.server.office import ANNA
from tests.server.test_own_data import make_case

from .conftest import Bureau


def test_the_journal_by_filter_without_what_stands_in_a_file(bureau: Bureau) -> None:
    bureau.office.dossier("d-1", ANNA)
    bureau.office.push(ANNA, bureau.office.note("d-1", body={"tekst": "GEHEIM"}))
    leader = bureau.browser().as_("teamleider")
    leader.open("/ambtenaren", 403)
    privacy = bureau.browser().as_("privacy")
    text = privacy.open("/journaal?wat=geweigerd")
    assert "oefen.teamleider geweigerd" in text
    assert "aangemeld GET" not in text
    assert "Er is geen regel die hieraan voldoet." in privacy.open("/journaal?wie=piet")
    assert "GEHEIM" not in privacy.open("/journaal")
    assert bureau.journal()[0][:2] == ("oefen.privacy", "journaal gelezen")
    assert "Van is een dag die bestaat" in privacy.open("/journaal?van=2026-02-30", 422)
    assert "De keten klopt." in privacy.open("/journaal?keten=ja")


def test_the_journal_as_a_file_runs_nothing(bureau: Bureau) -> None:
    auditor = bureau.browser().as_("controleur")
    auditor.open("/journaal?wie==cmd()")
    answer = auditor.http.get("/bureau/journaal.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert '"journaal gelezen"' in answer.text
    assert auditor.http.get("/bureau/journaal.csv?van=gisteren").status_code == 409


def test_a_citizen_gets_his_own_data_as_a_pdf(bureau: Bureau) -> None:
    make_case(bureau.office)
    privacy = bureau.browser().as_("privacy")
    privacy.open("/inzage")
    token = privacy.text.partition('name="formulier" value="')[2].partition('"')[0]
    good = {"formulier": token, "dossier": "d-1", "van": "ouder1", "regime": "avg", "reden": "verzoek 12"}
    answer = privacy.post("/inzage", good)
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["content-disposition"].startswith('attachment; filename="inzage-')
    assert bureau.journal()[0] == ("oefen.privacy", "inzage gegeven", '["d-1"]', "avg, ouder1; verzoek 12")
    for change, wrong in (
        ({"dossier": ""}, "Vul het nummer van het dossier in"),
        ({"dossier": "2026-9999"}, "bestaat niet"),
        ({"van": "buurman"}, "Kies wie erom vraagt"),
        ({"van": "verzorger"}, "is niemand verzorger"),
        ({"reden": "x"}, "Schrijf op welk verzoek dit is"),
        ({"weigeren": "onderzoek loopt"}, "kan alleen bij politiegegevens"),
    ):
        refused = privacy.post("/inzage", {**good, **change})
        assert (refused.status_code, wrong in refused.text) == (422, True), wrong
    assert 'value="verzoek 12"' in refused.text


def test_the_report_on_the_wpg_names_nobody(bureau: Bureau) -> None:
    make_case(bureau.office)
    privacy = bureau.browser().as_("controleur")
    text = privacy.open("/wpg-verslag")
    assert "Jaarverslag Wpg en AVG over" in text
    assert "Wie erbij mag" in text
    assert "Kies een jaar" in privacy.open("/wpg-verslag?jaar=1066", 409)
    assert "Kies een jaar" in privacy.open("/wpg-verslag?jaar=²", 409)
