"""What must be true on a golden page, said beside the picture: a page that was blessed wrong fails here.

``must_hold`` reads the words as a person does, from the top: each statement after the one before it.
"""

from __future__ import annotations

MONDAY_TO_FRIDAY = ("02-11-2026", "03-11-2026", "04-11-2026", "05-11-2026", "06-11-2026")
_FACTS_OF_LUXE = tuple(
    f"Feit {number} In de periode van 2 november 2026 tot en met 6 november 2026, te Demostad, heeft de "
    f"verdachte, als degene die het gezag uitoefent, niet ervoor gezorgd dat {who}"
    for number, who in (
        (1, "Fleur van Wijngaarden, geboren 12 april 2016"),
        (2, "Teun van Wijngaarden, geboren 3 september 2018"),
    )
)
_DAYS_OF_LUXE = tuple(
    f"{day} {child} hele dag {'ziek gemeld door vader' if day == MONDAY_TO_FRIDAY[0] else 'geen'}"
    for day in MONDAY_TO_FRIDAY
    for child in ("Fleur van Wijngaarden", "Teun van Wijngaarden")
)

STATEMENTS: dict[str, tuple[str, ...]] = {
    "pv-luxe": (
        "Nummer LP-0363-2026-00041",
        "Datum 24 november 2026",
        "1. Verdachte Naam Van Wijngaarden Voornamen Maarten Łucjan Geboren 1 februari 1984 te Kraków",
        "2. Jongeren Naam Fleur van Wijngaarden Geboren 12 april 2016",
        "Naam Teun van Wijngaarden Geboren 3 september 2018",
        *_FACTS_OF_LUXE,
        "Datum Jongere Verzuim Melding",
        *_DAYS_OF_LUXE,
    ),
    "pv-jongere": (
        "Dit is een aanvulling op proces-verbaal LP-0363-2026-00040.",
        "Nummer LP-0363-2026-00042",
        "Datum 25 november 2026",
        "1. Verdachte Naam Van Dijk Voornamen Sem Geboren 15 september 2010",
        "Gezag J. van Dijk, vader P. de Boer, moeder",
        "De verdachte is zelf de jongere.",
        "3. Feit Feit In de periode van 26 oktober 2026 tot en met 20 november 2026",
        "artikel 2 lid 3 jo. artikel 26 lid 2 Leerplichtwet 1969",
    ),
    "pv-absoluut-concept": (
        "CONCEPT proces-verbaal Nummer nog geen nummer (concept)",
        "1. Verdachte Naam Bakker",
        "2. Jongere Naam Noor Bakker Geboren 15 september 2009",
        "Feit 1 In de periode van 1 juni 2026 tot en met 31 juli 2026",
        "artikel 2 lid 1 jo. artikel 26 lid 1 Leerplichtwet 1969",
        "Plicht: leerplichtig.",
        "Feit 2 In de periode van 1 augustus 2026 tot en met 30 september 2026",
        "artikel 4a lid 1 jo. artikel 26 lid 1 Leerplichtwet 1969",
        "Plicht: kwalificatieplichtig.",
    ),
    "bezoekverslag": (
        "Dinsdag 24 november 2026, 14:01 tot 14:22 uur",
        "Jongere Daniël op den Kamp, geboren 3 mei 2012, Lyceum De Wissel. Niet gezien bij dit bezoek.",
        "Gesproken met Renée Çelik, moeder",
        "om 14:01 uur gelegitimeerd. Om 14:02 uur heb ik verteld waarvoor ik kwam",
        "met toestemming van Renée Çelik, om 14:03 uur",
        "14:02 Gezien Gordijnen boven dicht.",
        "14:04 Gezegd Renée Çelik: “Hij slaapt nog.”",
        "14:05 Gehoord Voetstappen op de trap.",
        "Vastgelegd op dinsdag 24 november 2026 om 21:40 uur.",
    ),
    "niet_thuiskaart": ("Op dinsdag 24 november 2026 om 10:15 uur", "M. de Groot", "Kaart K-0417"),
    "waarschuwing": (
        "R. Çelik Voorbeeldkade 44 B 1234 AB DEMOSTAD",
        "Geachte mevrouw Çelik,",
        "Daniël was op 2, 3, 9 en 10 november 2026 niet op school.",
        "vanaf maandag 30 november 2026 elke dag",
    ),
}
"""Per golden page what stands on it, in this order."""

_YOUNG = "D. op den Kamp"
_ORGANISATIONS = {
    "bericht_school": "Lyceum De Wissel",
    "intrekking_svb": "Sociale Verzekeringsbank",
    "melding_arbeidsinspectie": "Nederlandse Arbeidsinspectie",
    "melding_svb": "Sociale Verzekeringsbank",
    "opgave_arbeidsinspectie": "Nederlandse Arbeidsinspectie",
    "overdracht": "Gemeente Anderstad, leerplicht",
    "terugmelding_brp": "Afdeling Burgerzaken",
    "signaal_inspectie": "Inspectie van het Onderwijs",
    "zorgmelding": "Veilig Thuis Demostad",
    "halt_verwijzing": _YOUNG,
}
_NO_LETTER = {*STATEMENTS, "gespreksverslag", "proces_verbaal", "verhoor"} - {"waarschuwing"}
FORBIDDEN = {
    # A card that is found by a neighbour names no child, no school and no reason.
    "niet_thuiskaart": ("Daniël", "Kamp", "Çelik", "school", "verzuim", "leerplicht"),
}


def must_hold(name: str, text: str) -> None:
    """Fail when a statement about the page ``name`` is not true of its words."""
    words = " ".join(text.split())
    for statements in (_letter(name), STATEMENTS.get(name, ())):
        place = 0
        for statement in statements:
            place = words.find(statement, place)
            assert place >= 0, f"{name}: niet waar of niet op zijn plaats: {statement}"
            place += len(statement)
    for word in FORBIDDEN.get(name, ()):
        assert word not in words, f"{name}: {word} mag er niet staan"


def _letter(name: str) -> tuple[str, ...]:
    """Every letter says from whom, to whom, of what day, under which number, and who signs."""
    if name in _NO_LETTER:
        return ()
    to = _YOUNG if name.endswith("-jongere") else _ORGANISATIONS.get(name, "R. Çelik")
    day, mark = "Datum Demostad, 24 november 2026", "Ons kenmerk LP-2026-0417"
    return ("Gemeente Demostad", f"www.demostad.example {to} ", f"{day} {mark} Contact M. de Groot,")
