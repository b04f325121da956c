"""The journal for who supervises: its lines by filter, without what stands in any file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query, Response

from leerplicht_protocol.messages import JournalLine, JournalPage
from leerplicht_protocol.model import ShortText
from leerplicht_server import journal, search
from leerplicht_server.journal import Entry, Filter, What

from .answers import json_answer
from .given import Db, Reader

_MOST = 500
Word = Annotated[ShortText, Query(max_length=80)]
Day = Annotated[str, Query(pattern=r"^(\d{4}-\d\d-\d\d)?$")]


@dataclass(frozen=True)
class _Asked:
    who: str
    what: str
    on: str
    since: str
    until: str

    def in_words(self) -> str:
        """The filter, for the line that says that it was read."""
        names = ("wie", "wat", "over", "van", "tot")
        values = (self.who, self.what, self.on, self.since, self.until)
        return " ".join(f"{name} {value}" for name, value in zip(names, values, strict=True) if value)


def _asked(wie: Word = "", wat: Word = "", over: Word = "", van: Day = "", tot: Day = "") -> _Asked:
    return _Asked(wie, wat, over, van, tot)


def read(database: Db, reader: Reader, asked: Annotated[_Asked, Depends(_asked)]) -> Response:
    """The newest lines that answer the filter, and whether the chain holds; that they were read is a line."""
    with database.read() as connection:  # checking a long journal must not keep others from writing
        wrong = journal.check(connection)
    with database.write() as connection:
        named = search.behind(connection, asked.on)
        wanted = Filter(asked.who, asked.what, named, asked.since, asked.until)
        rows = journal.lines(connection, wanted, _MOST)
        who = reader.ambtenaar.id if reader.ambtenaar else f"{reader.issuer} {reader.subject}"
        journal.append(connection, Entry(who, What.JOURNAL_READ, (), asked.in_words(), reader.device))
    lines = (JournalLine(**{**row._mapping, "waarop": json.loads(row.waarop)}) for row in rows)
    return json_answer(JournalPage(lines=tuple(lines), wrong=wrong))
