"""Addressing where the published rules meet: title, predicate, naamgebruik, partner and what is unknown.

The answers were worked out by hand from the rules of the BRP service (aanhef, aanschrijfwijze, gebruik in
lopende tekst), not taken from its examples; those stand in ``test_adressering``.
"""

from __future__ import annotations

import pytest

from leerplicht_desktop.domain.persoon.adressering import (
    aanhef,
    aanschrijfwijze,
    in_lopende_tekst,
    persoon_uit_lo3,
)

Elementen = dict[str, str | bool]
Namen = tuple[str, str, str, str | None]


def wie(namen: str, titel: str = "", geslacht: str = "", **meer: str | bool) -> Elementen:
    """Elements of one person from ``voornamen|voorvoegsel|geslachtsnaam``."""
    voornamen, voorvoegsel, geslachtsnaam = namen.split("|")
    elementen = {"02.10": voornamen, "02.20": titel, "02.30": voorvoegsel, "02.40": geslachtsnaam}
    gevuld: Elementen = {element: waarde for element, waarde in elementen.items() if waarde}
    if geslacht:
        gevuld["04.10"] = geslacht
    return gevuld | {sleutel.replace("_", "."): waarde for sleutel, waarde in meer.items()}


BOER, AEDEL, BARON = wie("|de|Boer"), wie("|van den|Aedel"), wie("|van den|Aedel", "B", "M")
EX_BARON: Elementen = {**BARON, "07.10": "20200101"}
_GEEN: Namen = ("", "", "", None)
_VROUWE, _HEER = "De hoogwelgeboren vrouwe", "De hoogwelgeboren heer"

GEVALLEN: list[tuple[str, str, str, Elementen, list[Elementen], Namen]] = [
    # Title of the own family: with the form of the sex in the register, not of the code.
    (
        "baron die als vrouw staat ingeschreven",
        "V",
        "E",
        wie("Anna|van|Aedel", "B"),
        [],
        ("Hoogwelgeboren vrouwe", "barones van Aedel", "A. barones van Aedel", _VROUWE),
    ),
    (
        "gravin die als man staat ingeschreven",
        "M",
        "E",
        wie("Jan||Aedel", "GI"),
        [],
        ("Hooggeboren heer", "graaf Aedel", "J. graaf Aedel", "De hooggeboren heer"),
    ),
    (
        "prins, geslacht onbekend",
        "O",
        "E",
        wie("Jan|van|Aedel", "P"),
        [],
        ("Hoogheid", "J. van Aedel", "J. van Aedel", "De hoogheid"),
    ),
    (
        "graaf, geslacht onbekend, zonder voornamen",
        "O",
        "E",
        wie(".|van|Aedel", "G"),
        [],
        ("Geachte Van Aedel", "Van Aedel", "Van Aedel", None),
    ),
    (
        "ridder die als vrouw staat ingeschreven heeft geen eigen woord",
        "V",
        "E",
        wie("Anna|van|Aedel", "R"),
        [],
        ("Hoogwelgeboren vrouwe", "mevrouw Van Aedel", "A. van Aedel", None),
    ),
    (
        "hertog met naam partner vooraan houdt zijn aanhef",
        "M",
        "V",
        wie("Jan|van|Aedel", "H"),
        [BOER],
        ("Hoogwelgeboren heer", "de heer De Boer-hertog van Aedel", "J. de Boer-hertog van Aedel", _HEER),
    ),
    (
        "markies die alleen de naam van zijn partner voert is geen markies in een brief",
        "M",
        "P",
        wie("Jan|van|Aedel", "M"),
        [BOER],
        ("Geachte heer De Boer", "de heer De Boer", "J. de Boer", None),
    ),
    # Predicates: before the initials, and not for a woman with a partner.
    (
        "jonkheer, partner achteraan",
        "M",
        "N",
        wie("Jan Piet|van|Aedel", "JH"),
        [BOER],
        ("Hoogwelgeboren heer", "jonkheer van Aedel-de Boer", "Jonkheer J.P. van Aedel-de Boer", _HEER),
    ),
    (
        "jonkvrouw zonder partner",
        "V",
        "E",
        wie("Anna|van|Aedel", "JV"),
        [],
        ("Hoogwelgeboren vrouwe", "jonkvrouw van Aedel", "Jonkvrouw A. van Aedel", _VROUWE),
    ),
    (
        "jonkvrouw met partner, eigen naam",
        "V",
        "E",
        wie("Anna|van|Aedel", "JV"),
        [BOER],
        ("Geachte mevrouw Van Aedel", "mevrouw Van Aedel", "A. van Aedel", None),
    ),
    (
        "jonkvrouw, gescheiden, eigen naam",
        "V",
        "E",
        wie("Anna|van|Aedel", "JV"),
        [{**BOER, "07.10": "20200101"}],
        ("Hoogwelgeboren vrouwe", "jonkvrouw van Aedel", "Jonkvrouw A. van Aedel", _VROUWE),
    ),
    (
        "jonkvrouw, gescheiden, voert de naam van haar ex",
        "V",
        "N",
        wie("Anna|van|Aedel", "JV"),
        [{**BOER, "07.10": "20200101"}],
        ("Geachte mevrouw Van Aedel-de Boer", "mevrouw Van Aedel-de Boer", "A. van Aedel-de Boer", None),
    ),
    (
        "jonkheer, geslacht onbekend",
        "O",
        "E",
        wie("Jan|van|Aedel", "JH"),
        [],
        ("Geachte J. van Aedel", "J. van Aedel", "J. van Aedel", None),
    ),
    (
        "jonkvrouw met de naam van een baron",
        "V",
        "V",
        wie("Anna|de|Boer", "JV"),
        [BARON],
        (
            "Hoogwelgeboren vrouwe",
            "barones van den Aedel-de Boer",
            "A. barones van den Aedel-de Boer",
            _VROUWE,
        ),
    ),
    # The courtesy title of a woman: by the title of the partner, also of a former one, never with own name.
    (
        "vrouw van een baron, eigen naam",
        "V",
        "E",
        wie("Anna|de|Boer"),
        [BARON],
        ("Geachte mevrouw De Boer", "mevrouw De Boer", "A. de Boer", None),
    ),
    (
        "vrouw van een baron, naam achteraan",
        "V",
        "N",
        wie("Anna|de|Boer"),
        [BARON],
        (
            "Hoogwelgeboren vrouwe",
            "mevrouw De Boer-barones van den Aedel",
            "A. de Boer-barones van den Aedel",
            _VROUWE,
        ),
    ),
    (
        "ex-vrouw van een baron houdt de hoffelijkheidstitel",
        "V",
        "P",
        wie("Anna|de|Boer"),
        [EX_BARON],
        ("Hoogwelgeboren vrouwe", "barones van den Aedel", "A. barones van den Aedel", _VROUWE),
    ),
    (
        "man van een barones krijgt haar titel niet",
        "M",
        "P",
        wie("Jan|de|Boer"),
        [wie("|van den|Aedel", "BS", "V")],
        ("Geachte heer Van den Aedel", "de heer Van den Aedel", "J. van den Aedel", None),
    ),
    (
        "vrouw van een barones: er is geen hoffelijkheidstitel",
        "V",
        "P",
        wie("Anna|de|Boer"),
        [wie("|van den|Aedel", "BS", "V")],
        ("Geachte mevrouw Van den Aedel", "mevrouw Van den Aedel", "A. van den Aedel", None),
    ),
    (
        "geslacht onbekend, partner is graaf",
        "O",
        "V",
        wie("Jo|de|Boer"),
        [wie("|van den|Aedel", "G", "M")],
        ("Geachte J. van den Aedel-de Boer", "J. van den Aedel-de Boer", "J. van den Aedel-de Boer", None),
    ),
    (
        "prinses met de naam van een baron: de titel van de man gaat voor in de aanhef",
        "V",
        "N",
        wie("Anna|van|Oord", "PS"),
        [BARON],
        (
            "Hoogwelgeboren vrouwe",
            "prinses van Oord-barones van den Aedel",
            "A. prinses van Oord-barones van den Aedel",
            _VROUWE,
        ),
    ),
    (
        "gravin met een vrouw die als baron staat ingeschreven: haar eigen titel blijft in de aanhef",
        "V",
        "N",
        wie("Anna|van|Oord", "GI"),
        [wie("|van den|Aedel", "B", "V")],
        (
            "Hooggeboren vrouwe",
            "gravin van Oord-barones van den Aedel",
            "A. gravin van Oord-barones van den Aedel",
            _VROUWE,
        ),
    ),
    (
        "gravin, geslacht van de adellijke partner onbekend: alleen een man gaat voor",
        "V",
        "N",
        wie("Anna|van|Oord", "GI"),
        [wie("|van den|Aedel", "B")],
        (
            "Hooggeboren vrouwe",
            "gravin van Oord-barones van den Aedel",
            "A. gravin van Oord-barones van den Aedel",
            _VROUWE,
        ),
    ),
    # Unknown names: a full stop in the register.
    (
        "naam van de adellijke partner onbekend",
        "V",
        "P",
        wie("Anna|de|Boer"),
        [wie("||.", "G", "M")],
        ("Hooggeboren vrouwe", "mevrouw De Boer", "A. de Boer", None),
    ),
    (
        "eigen naam onbekend, alleen naam partner",
        "V",
        "P",
        wie("Ali bin Mohammed||."),
        [BOER],
        ("Geachte mevrouw De Boer", "mevrouw De Boer", "A.b.M. de Boer", None),
    ),
    ("eigen naam onbekend, naam partner erbij", "V", "N", wie("Ali||."), [BOER], _GEEN),
    ("beide namen onbekend", "V", "P", wie("Ali||."), [wie("||.")], _GEEN),
    (
        "geen voornamen, geslacht onbekend",
        "O",
        "E",
        wie("|in het|Veld"),
        [],
        ("Geachte In het Veld", "In het Veld", "In het Veld", None),
    ),
    (
        "naamgebruik partner zonder dat er ooit een was",
        "M",
        "P",
        wie("Jan|de|Boer"),
        [],
        ("Geachte heer De Boer", "de heer De Boer", "J. de Boer", None),
    ),
    # Particles, foreign ones too, keep their letters; only the first after heer or mevrouw gets a capital.
    (
        "Arabisch lidwoord",
        "M",
        "E",
        wie("Mohamed Amine|el|Hassani"),
        [],
        ("Geachte heer El Hassani", "de heer El Hassani", "M.A. el Hassani", None),
    ),
    (
        "apostrof vooraan blijft klein",
        "V",
        "N",
        wie("Anne-Fleur Belle|'t|Hart"),
        [wie("|von und zu|Bergen")],
        (
            "Geachte mevrouw 't Hart-von und zu Bergen",
            "mevrouw 't Hart-von und zu Bergen",
            "A.B. 't Hart-von und zu Bergen",
            None,
        ),
    ),
    (
        "hoofdletters van het register blijven",
        "V",
        "V",
        wie("Anna|Op Den|Berghe"),
        [wie("|Van Der|Broeck")],
        (
            "Geachte mevrouw Van Der Broeck-Op Den Berghe",
            "mevrouw Van Der Broeck-Op Den Berghe",
            "A. Van Der Broeck-Op Den Berghe",
            None,
        ),
    ),
    # More than one partner.
    (
        "twee partners tegelijk: de eerste",
        "M",
        "N",
        wie("Jan||Groen"),
        [{**wie("||Geel"), "06.10": "20050401"}, {**wie("||Wit"), "06.10": "20010831"}],
        ("Geachte heer Groen-Wit", "de heer Groen-Wit", "J. Groen-Wit", None),
    ),
    (
        "twee vroegere partners: de laatst ontbonden",
        "M",
        "N",
        wie("Jan||Groen"),
        [
            {**wie("||Geel"), "06.10": "20010401", "07.10": "20150401"},
            {**wie("||Wit"), "06.10": "20050831", "07.10": "20100101"},
        ],
        ("Geachte heer Groen-Geel", "de heer Groen-Geel", "J. Groen-Geel", None),
    ),
    (
        "een vroegere en een huidige: de huidige",
        "V",
        "P",
        wie("Anna||Groen"),
        [{**EX_BARON, "06.10": "20010401"}, {**wie("||Wit"), "06.10": "20210831"}],
        ("Geachte mevrouw Wit", "mevrouw Wit", "A. Wit", None),
    ),
]


@pytest.mark.parametrize(
    ("geslacht", "naamgebruik", "persoon", "partners", "verwacht"),
    [geval[1:] for geval in GEVALLEN],
    ids=[geval[0] for geval in GEVALLEN],
)
def test_where_the_rules_meet(
    geslacht: str, naamgebruik: str, persoon: Elementen, partners: list[Elementen], verwacht: Namen
) -> None:
    elementen = {sleutel: str(waarde) for sleutel, waarde in persoon.items()}
    mens = persoon_uit_lo3(elementen | {"04.10": geslacht, "61.10": naamgebruik}, partners)
    naam = aanschrijfwijze(mens)
    gevonden = (aanhef(mens), in_lopende_tekst(mens), naam.naam or "", naam.aanspreekvorm)
    assert gevonden == verwacht
    assert all(tekst.uitleg.regel for tekst in (aanhef(mens), in_lopende_tekst(mens)))
