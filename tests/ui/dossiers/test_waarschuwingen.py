"""What stands above a name before anything else: who is warned of, for every flag of everybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from leerplicht_desktop.casework.queries.caseload import Adres, DossierBeeld, MeldingBeeld
from leerplicht_desktop.domain.persoon.twijfel import Brpwaarde, Twijfel, Twijfelsoort
from leerplicht_desktop.ui.dossiers.waarschuwingen import twijfelmerken, waarschuwingen
from leerplicht_desktop.ui.kit.tokens import Tone
from leerplicht_desktop.ui.scherm.twijfelwoorden import merk_van
from tests.casework.beelden import THUIS, dossierbeeld, iemand, melding, met

IEDEREEN = {
    "leerling": iemand("jongere", "V"),
    "moeder": iemand("ouder1", "V"),
    "vader": iemand("ouder2", "M"),
    "verzorger": iemand("verzorger", "M"),
    "zus": iemand("broer_zus", "V"),
}
OUDERS = ("moeder", "vader", "verzorger")
VLAGGEN = ("geheim", "overleden", "vertrokken", "niet_ingezetene", "niet_in_brp")


def _beeld(
    vlaggen: Mapping[str, str] | None = None,
    adres: Adres | None = THUIS,
    meldingen: tuple[MeldingBeeld, ...] = (),
    ingetrokken: tuple[MeldingBeeld, ...] = (),
) -> DossierBeeld:
    """A dossier in which each of the flags holds of one person only: ``{"geheim": "moeder"}``."""
    held = (vlaggen or {}).items()
    persons = {
        who: met(person, *(flag for flag, whose in held if whose == who)) for who, person in IEDEREEN.items()
    }
    jongere, *betrokkenen = persons.values()
    return replace(
        dossierbeeld(jongere, *betrokkenen), adres=adres, meldingen=meldingen, ingetrokken=ingetrokken
    )


def _expected(flag: str, who: str) -> list[str]:
    """The badges for one flag of one person."""
    if flag == "geheim":
        return [f"Geheim adres {who}"]
    if who == "leerling":
        return {
            "overleden": ["Leerling overleden"],
            "vertrokken": ["Leerling uit Nederland vertrokken"],
            "niet_ingezetene": ["Niet-ingezetene (RNI)"],
            "niet_in_brp": ["Niet in de BRP"],
        }[flag]
    if who not in OUDERS or flag == "niet_in_brp":
        return []
    words = {"niet_ingezetene": "niet-ingezetene (RNI)"}.get(flag, flag)
    return [f"{who.capitalize()} {words}"]


@pytest.mark.parametrize("flag", VLAGGEN)
@pytest.mark.parametrize("who", IEDEREEN)
def test_every_flag_warns_of_the_one_it_holds_of(flag: str, who: str) -> None:
    assert [badge.text for badge in waarschuwingen(_beeld({flag: who}))] == _expected(flag, who)


def test_nothing_is_warned_of_when_nothing_is_wrong() -> None:
    assert waarschuwingen(_beeld()) == ()


def test_a_secret_of_several_is_one_badge_with_everybody_in_it() -> None:
    secret = replace(
        _beeld({"geheim": "leerling"}),
        betrokkenen=tuple(replace(IEDEREEN[who], geheim=True) for who in ("moeder", "zus")),
    )
    (badge,) = waarschuwingen(secret)
    assert (badge.text, badge.tone) == ("Geheim adres leerling, moeder en zus", Tone.DANGER)


def test_a_parent_that_died_did_not_leave_and_the_gravest_comes_first() -> None:
    flags = {"geheim": "vader", "overleden": "moeder", "vertrokken": "vader", "niet_ingezetene": "vader"}
    beeld = _beeld(flags, adres=None)
    assert [badge.text for badge in waarschuwingen(beeld)] == [
        "Geheim adres vader",
        "Adres onbekend",
        "Moeder overleden",
        "Vader vertrokken",
    ]
    both = replace(beeld.betrokkenen[0], vertrokken=True)
    alone = replace(_beeld(), betrokkenen=(both,))
    assert [badge.text for badge in waarschuwingen(alone)] == ["Moeder overleden"]


@pytest.mark.parametrize("adres", [None, replace(THUIS, onbekend=True)])
def test_an_address_that_nobody_knows_is_told(adres: Adres | None) -> None:
    assert [badge.text for badge in waarschuwingen(_beeld(adres=adres))] == ["Adres onbekend"]


@pytest.mark.parametrize(
    ("standing", "withdrawn", "told"),
    [
        (1, 0, []),
        (1, 1, ["Een melding ingetrokken"]),
        (1, 2, ["2 meldingen ingetrokken"]),
        (0, 1, ["Melding ingetrokken, geen andere"]),
        (0, 2, ["Alle meldingen ingetrokken"]),
    ],
)
def test_reports_that_the_school_withdrew_are_told(standing: int, withdrawn: int, told: list[str]) -> None:
    beeld = _beeld(
        meldingen=tuple(melding(1 + day) for day in range(standing)),
        ingetrokken=tuple(melding(10 + day) for day in range(withdrawn)),
    )
    assert [badge.text for badge in waarschuwingen(beeld)] == told


def test_doubt_of_the_jongere_and_of_the_gezag_is_told_once_and_of_nobody_else() -> None:
    address = Twijfel(Brpwaarde.ADRES, Twijfelsoort.IN_ONDERZOEK, "brp", "20260801")
    custody = Twijfel(Brpwaarde.GEZAG, Twijfelsoort.NIET_VAST_TE_STELLEN, "brp")
    name = Twijfel(Brpwaarde.NAAM, Twijfelsoort.IN_ONDERZOEK, "brp")
    beeld = dossierbeeld(
        replace(IEDEREEN["leerling"], twijfels=(address,)),
        replace(IEDEREEN["moeder"], twijfels=(custody, name)),
        replace(IEDEREEN["vader"], twijfels=(custody, address)),
    )
    assert twijfelmerken(beeld) == (merk_van(address), merk_van(custody))
    assert twijfelmerken(dossierbeeld(*IEDEREEN.values())) == ()
