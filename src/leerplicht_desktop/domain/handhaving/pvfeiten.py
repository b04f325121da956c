"""What lies beside a proces-verbaal and can contradict it: register, reports, other papers, other acts.

Whoever reads the vault fills it in; the rules that look at it know no vault. What is empty was not found,
and ``None`` was not looked up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Registerstand:
    """What the register says of the suspect by now. ``adres`` on one line, empty when it is unknown."""

    adres: str = ""
    overleden: bool = False


@dataclass(frozen=True, slots=True)
class Vrijstand:
    """Days on which, by a record of this dossier, a jongere need not be at school or enrolled.

    ``tot`` is None while it has no end. ``ook_inschrijving`` is an exemption of enrolment; leave is not.
    """

    jongere: str
    van: date
    tot: date | None
    wat: str
    ook_inschrijving: bool = False

    def geldt(self, dag: date) -> bool:
        """Whether it covers a day."""
        return self.van <= dag and (self.tot is None or dag <= self.tot)


@dataclass(frozen=True, slots=True)
class Eerderstuk:
    """A sealed paper, or Halt that ended well, about the same suspect: the days of one jongere in it."""

    wat: str
    jongere: str
    dagen: frozenset[date]


@dataclass(frozen=True, slots=True)
class Handeling:
    """Something this officer did somewhere: ``wat`` follows on "ook bij" ("bezoek aan Dorpsstraat 12")."""

    id: str
    wat: str
    begin: datetime
    eind: datetime


@dataclass(frozen=True, slots=True)
class Pvfeiten:
    """``gemeld`` are (jongere, day) that the reports of the school name now, withdrawn ones left out.

    ``ingetrokken`` are the numbers of those; ``gecontroleerd`` the days on which the enrolment of
    a jongere was looked up.
    """

    register: Registerstand | None = None
    gemeld: frozenset[tuple[str, date]] | None = None
    ingetrokken: frozenset[str] = frozenset()
    vrij: tuple[Vrijstand, ...] = ()
    eerder: tuple[Eerderstuk, ...] = ()
    handelingen: tuple[Handeling, ...] = ()
    gecontroleerd: tuple[tuple[str, date], ...] | None = None


NIETS_ERNAAST = Pvfeiten()
"""Only the paper itself."""
