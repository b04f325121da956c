"""Tie the laptop to its municipality and keep what the officer chose for it."""

from __future__ import annotations

from collections.abc import Sequence

from leerplicht_desktop.casework.ports.brievenbus import Koppeling, Laptopsleutel
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.touched import Soort, Touched, touched

VERGRENDEL_NA = "vergrendel_na_minuten"
"""The setting that says after how many idle minutes the program locks."""


def koppeling_bewaren(work: Work, koppeling: Koppeling) -> None:
    """Keep how the laptop is tied."""
    work.brievenbus.bewaar_koppeling(koppeling)


def laptop_lezen(work: Work) -> tuple[Laptopsleutel | None, Koppeling | None]:
    """What the vault knows of this laptop: its key, and how it is tied."""
    return work.brievenbus.laptopsleutel(), work.brievenbus.koppeling()


def laptopsleutel_bewaren(work: Work, laptopsleutel: Laptopsleutel) -> None:
    """Keep the key of this laptop and the renewal of its sign-in."""
    work.brievenbus.bewaar_laptopsleutel(laptopsleutel)


def vergrendeltijd_kiezen(work: Work, minuten: str) -> Touched:
    """After how many idle minutes the program locks."""
    work.inrichting.zet(VERGRENDEL_NA, minuten)
    return touched(Soort.INSTELLING)


def snelle_zinnen_kiezen(work: Work, zinnen: Sequence[str]) -> Touched:
    """The phrases that stand beside the text of a visit."""
    work.inrichting.zet_snelle_zinnen(zinnen)
    return touched(Soort.INSTELLING)
