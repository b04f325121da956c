"""Everything of paper in one transaction."""

from __future__ import annotations

from functools import cached_property

from leerplicht_desktop.store.kluis.connection import Role, Session

from .concepten import SqlConcepten
from .nummers import SqlNummers
from .stukken import SqlAfdruklog, SqlBijlagen, SqlStukken
from .verhoren import SqlVerhoren


class SqlZaakstukken:
    """Obeys the port ``Zaakstukken``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def verhoren(self) -> SqlVerhoren:
        """Hearings."""
        return SqlVerhoren(self._session.access(Role.CASEWORK))

    @cached_property
    def concepten(self) -> SqlConcepten:
        """Concept processen-verbaal and letters."""
        return SqlConcepten(self._session.access(Role.CASEWORK))

    @cached_property
    def stukken(self) -> SqlStukken:
        """Sealed documents and their steps."""
        return SqlStukken(self._session.access(Role.CASEWORK))

    @cached_property
    def bijlagen(self) -> SqlBijlagen:
        """Attachments."""
        return SqlBijlagen(self._session.access(Role.CASEWORK))

    @cached_property
    def nummers(self) -> SqlNummers:
        """Numbers for a proces-verbaal."""
        return SqlNummers(self._session.access(Role.CASEWORK), self._session.access(Role.PUSH))

    @cached_property
    def afdruklog(self) -> SqlAfdruklog:
        """The print log."""
        return SqlAfdruklog(self._session.access(Role.CASEWORK))
