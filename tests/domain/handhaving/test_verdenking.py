"""The words a hearing begins with: of what somebody is suspected."""

from datetime import date

from leerplicht_desktop.domain.handhaving.verdenking import verdenking


def test_it_names_the_law_whose_absence_and_the_last_day() -> None:
    assert verdenking(("Zoë", "Bo"), date(2026, 11, 6)) == (
        "overtreding van de Leerplichtwet 1969 door verzuim van Zoë en Bo, tot en met 6 november 2026"
    )


def test_without_a_dossier_it_names_nobody() -> None:
    assert verdenking((), date(2026, 11, 6)) == (
        "overtreding van de Leerplichtwet 1969, tot en met 6 november 2026"
    )
