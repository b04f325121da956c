"""One transaction on the vault: the repositories an act works with."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from leerplicht_desktop.casework.ports.klok import Klok

from .kluis.connection import Role, Session
from .reading.caseload import SqlCaseload
from .spiegel.brievenbus import SqlBrievenbus
from .spiegel.custodians import SqlBewaarders
from .spiegel.decisions import SqlOordelen
from .spiegel.place import SqlPlaats
from .spiegel.witness import SqlGetuige
from .writing.bezoeken import SqlBezoeken
from .writing.inrichting import SqlInrichting
from .writing.leeslog import SqlLeeslog
from .writing.notities import SqlNotities
from .writing.taken import SqlTaken
from .writing.terugmeldingen import SqlTerugmeldingen
from .writing.uitvak import SqlUitvak

if TYPE_CHECKING:
    from leerplicht_desktop.casework.ports.leeslog import Blik

    from .reading.watched import WatchedCaseload, WatchedPapers

if TYPE_CHECKING:  # paper brings the law along, which unlocking does not wait for
    from .reading.stukkenkast import SqlStukkenkast
    from .writing.procedures import SqlProcedures
    from .writing.zaakstukken import SqlZaakstukken


class _Road:
    """What sync takes in hand."""

    def __init__(self, session: Session, klok: Klok) -> None:
        self._session = session
        self._clock = klok

    @cached_property
    def brievenbus(self) -> SqlBrievenbus:
        """The side of sync."""
        return SqlBrievenbus(self._session.access(Role.PUSH), self._session.access(Role.PULL))

    @cached_property
    def getuige(self) -> SqlGetuige:
        """The line of the municipality's journal that is kept here."""
        return SqlGetuige(self._session.access(Role.PULL))

    @cached_property
    def bewaarders(self) -> SqlBewaarders:
        """Who together can open this vault."""
        return SqlBewaarders(self._session.access(Role.CASEWORK))

    @cached_property
    def plaats(self) -> SqlPlaats:
        """Where the municipality was."""
        return SqlPlaats(self._session.access(Role.PUSH), self._session.access(Role.PULL))

    @cached_property
    def oordelen(self) -> SqlOordelen:
        """What people decided of refused work."""
        return SqlOordelen(self._session.access(Role.PUSH))


class SqlWork(_Road):
    """Repositories on the one open session. Obeys the port ``Work``."""

    @cached_property
    def bezoeken(self) -> SqlBezoeken:
        """Visits of this laptop."""
        return SqlBezoeken(self._session.access(Role.CASEWORK))

    @cached_property
    def notities(self) -> SqlNotities:
        """Notes of this laptop."""
        return SqlNotities(self._session.access(Role.CASEWORK))

    @cached_property
    def taken(self) -> SqlTaken:
        """Tasks."""
        return SqlTaken(self._session.access(Role.CASEWORK))

    @cached_property
    def terugmeldingen(self) -> SqlTerugmeldingen:
        """What goes back to the register."""
        return SqlTerugmeldingen(self._session.access(Role.CASEWORK))

    @cached_property
    def procedures(self) -> SqlProcedures:
        """Leave, exemption and what else goes step by step."""
        from .writing.procedures import SqlProcedures

        return SqlProcedures(self._session.access(Role.CASEWORK))

    @cached_property
    def uitvak(self) -> SqlUitvak:
        """The outbox, to append to."""
        return SqlUitvak(self._session.access(Role.CASEWORK), self._clock)

    @cached_property
    def inrichting(self) -> SqlInrichting:
        """Settings and the place where the officer was."""
        return SqlInrichting(self._session.access(Role.CASEWORK))

    @cached_property
    def caseload(self) -> SqlCaseload:
        """Reads for the screens."""
        return SqlCaseload(self._session.access(Role.READ), self._clock)

    @cached_property
    def leeslog(self) -> SqlLeeslog:
        """The log of reading."""
        return SqlLeeslog(self._session.access(Role.LOG), self._clock)

    @cached_property
    def zaakstukken(self) -> SqlZaakstukken:
        """Hearings, concepts, sealed documents, attachments, numbers."""
        from .writing.zaakstukken import SqlZaakstukken

        return SqlZaakstukken(self._session)

    @cached_property
    def stukkenkast(self) -> SqlStukkenkast:
        """Reads about paper for the screens."""
        from .reading.stukkenkast import SqlStukkenkast

        return SqlStukkenkast(self._session.access(Role.READ), self._clock)


class WatchedWork(SqlWork):
    """The same for screens: what they read is said before it is shown."""

    def watched(self, looks: list[Blik]) -> WatchedCaseload:
        """Reads for the screens that say what they are about to show."""
        from .reading.watched import WatchedCaseload

        return WatchedCaseload(self._session.access(Role.READ), self._clock, looks, self.leeslog.named)

    def watched_papers(self, looks: list[Blik]) -> WatchedPapers:
        """As ``watched``, about paper."""
        from .reading.watched import WatchedPapers

        return WatchedPapers(
            self._session.access(Role.READ), self._clock, looks, self.leeslog.ground, self.leeslog.named
        )
