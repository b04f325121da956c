"""What a visit says on paper: every value in its own sentence, or its absence by name."""

from __future__ import annotations

from datetime import datetime

import pypdfium2
import pytest

from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from tests.casework.zaak import papier

from . import packed
from .conftest import Road
from .leaves import leaves

# A value of a visit that its report does not print, and why.
NOT_PRINTED = {
    "id": "the report has the number of the dossier",
    "dossiers": "their numbers and names stand there",
    "corrigeert": "the earlier version stands there by its day",
    "vinkjes[].soort": "each tick has a sentence of its own",
    "vinkjes[0].wie": "one shows one's card to whoever opens",
    "vinkjes[1].wie": "one says why one came to whoever opens",
    "vinkjes[6].wie": "the jongere himself",
    "segmenten[].id": "an id of this laptop",
    "segmenten[0].spreker": "what the officer saw himself",
    "segmenten[1].spreker": "what the officer heard himself",
}


def _text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    document.close()
    return " ".join(" ".join(pages).split())


def _om(moment: datetime | None) -> str:
    assert moment is not None
    return f"{in_nederland(moment):%H:%M}"


def _open(visit: Deurbezoek) -> dict[str, str]:
    """Place -> the words in which it must stand."""
    tick = [_om(one.tijd) for one in visit.vinkjes]
    who = [one.wie for one in visit.vinkjes]
    said = [(_om(part.tijd), part.tekst) for part in visit.segmenten]
    return {
        "adres": visit.adres,
        "ander_adres": f"{visit.adres} (een ander adres dan in de BRP)",
        "begonnen_op": f"20 november 2026, {_om(visit.begonnen_op)} tot",
        "geeindigd_op": f"tot {_om(visit.geeindigd_op)} uur",
        "vastgelegd_op": f"Vastgelegd op vrijdag 20 november 2026 om {_om(visit.vastgelegd_op)} uur",
        "modus": f"vanaf {tick[3]} uur opsporing",
        "uitkomst": "Uitkomst Ouder en leerling gesproken",
        "aangetroffen[0]": "Ouder en leerling gesproken",
        "aangetroffen[1]": "Ouder en leerling gesproken",
        "vinkjes[0].tijd": f"om {tick[0]} uur gelegitimeerd",
        "vinkjes[1].tijd": f"Om {tick[1]} uur heb ik verteld waarvoor ik kwam",
        "vinkjes[2].tijd": f"met toestemming van {who[2]}, om {tick[2]} uur",
        "vinkjes[2].wie": f"met toestemming van {who[2]}, om",
        "vinkjes[3].tijd": f"Om {tick[3]} uur heb ik {who[3]} verteld niet tot antwoorden",
        "vinkjes[3].wie": f"heb ik {who[3]} verteld niet tot antwoorden",
        "vinkjes[4].tijd": f"Om {tick[4]} uur heb ik {who[4]} verteld waarvan",
        "vinkjes[4].wie": f"heb ik {who[4]} verteld waarvan de verdenking is",
        "vinkjes[5].tijd": f"Om {tick[5]} uur heb ik {who[5]} verteld dat er",
        "vinkjes[5].wie": f"heb ik {who[5]} verteld dat er recht is op een advocaat",
        "vinkjes[6].tijd": f"Om {tick[6]} uur heb ik minstens een van de leerlingen gezien",
        "binnen": "Ik ben binnen geweest",
        "segmenten[0].tijd": f"{said[0][0]} Gezien {said[0][1]}",
        "segmenten[0].tekst": said[0][1],
        "segmenten[0].soort": f"Gezien {said[0][1]}",
        "segmenten[1].tijd": f"{said[1][0]} Gehoord {said[1][1]}",
        "segmenten[1].tekst": said[1][1],
        "segmenten[1].soort": f"Gehoord {said[1][1]}",
        "segmenten[2].tijd": f"{said[2][0]} Gezegd {visit.segmenten[2].spreker}, uit zichzelf: {said[2][1]}",
        "segmenten[2].tekst": said[2][1],
        "segmenten[2].soort": f"Gezegd {visit.segmenten[2].spreker}",
        "segmenten[2].spreker": f"{visit.segmenten[2].spreker}, uit zichzelf: {said[2][1]}",
        "segmenten[2].ongevraagd": "uit zichzelf:",
        "reden_correctie": f"Reden: {visit.reden_correctie}",
    }


def _shut(visit: Deurbezoek) -> dict[str, str]:
    assert visit.niet_thuis is not None
    seen = visit.niet_thuis.gezien
    return {
        "adres": visit.adres,
        "begonnen_op": f"20 november 2026, {_om(visit.begonnen_op)} tot",
        "geeindigd_op": f"tot {_om(visit.geeindigd_op)} uur",
        "vastgelegd_op": f"Vastgelegd op vrijdag 20 november 2026 om {_om(visit.vastgelegd_op)} uur",
        "modus": "Bevoegdheid toezicht op de naleving",
        "uitkomst": "Uitkomst Niemand thuis",
        "niet_thuis.gezien[0]": f"Gezien aan de woning: {seen[0]}, {seen[1]}.",
        "niet_thuis.gezien[1]": f"Gezien aan de woning: {seen[0]}, {seen[1]}.",
        "niet_thuis.achtergelaten": "niet-thuiskaart met nummer",
        "niet_thuis.kaartnummer": f"niet-thuiskaart met nummer {visit.niet_thuis.kaartnummer} achtergelaten",
    }


def _named(at: str) -> bool:
    any_number = at.replace(at[at.find("[") : at.find("]") + 1], "[]") if "[" in at else at
    return at in NOT_PRINTED or any_number in NOT_PRINTED or at.split("[")[0] in NOT_PRINTED


@pytest.mark.parametrize("laptop", ["sender", "receiver"])
@pytest.mark.parametrize(
    ("visit", "words"), [(packed.OPEN, _open), (packed.DICHT, _shut)], ids=["open", "shut"]
)
def test_the_report_of_a_visit(road: Road, visit: Deurbezoek, words: object, laptop: str) -> None:
    assert callable(words)
    at_desk = getattr(road, laptop)
    text = _text(papier(at_desk.kluis, at_desk.klok).bezoekverslag(visit.id))
    expected: dict[str, str] = words(visit)
    assert {at: said for at, said in expected.items() if said not in text} == {}
    # Only what is empty, off or not chosen needs no words.
    places = {at for at, leaf in leaves(visit).items() if leaf not in (None, "", False)}
    assert {at for at in places - set(expected) if not _named(at)} == set()
    # A colleague's visit stays his own, on whatever laptop it is printed.
    assert "Bezoek door Anna" in text
    assert "Opgemaakt door Anna" in text
