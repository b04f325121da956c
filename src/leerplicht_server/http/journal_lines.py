"""The journal for who supervises: its lines by filter, without what stands in any file."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import Depends, Query, Response

from leerplicht_protocol.messages import JournalLine, JournalPage
from leerplicht_server import journal
from leerplicht_server.journal import Entry, Filter, What

from .answers import json_answer
from .given import Db, Reader

_MOST = 500
Word = Annotated[str, Query(max_length=80)]
Day = Annotated[str, Query(pattern=r"^(\d{4}-\d\d-\d\d)?$")]


def _filter(wie: Word = "", wat: Word = "", over: Word = "", van: Day = "", tot: Day = "") -> Filter:
    return Filter(wie, wat, over, van, tot)


def read(database: Db, reader: Reader, wanted: Annotated[Filter, Depends(_filter)]) -> Response:
    """The newest lines that answer the filter, and whether the chain holds; that they were read is a line."""
    with database.read() as connection:  # checking a long journal must not keep others from writing
        wrong = journal.check(connection)
    with database.write() as connection:
        rows = journal.lines(connection, wanted, _MOST)
        who = reader.ambtenaar.id if reader.ambtenaar else f"{reader.issuer} {reader.subject}"
        asked = " ".join(filter(None, (wanted.who, wanted.what, wanted.on)))
        journal.append(connection, Entry(who, What.JOURNAL_READ, (), asked))
    lines = (JournalLine(**{**row._mapping, "waarop": json.loads(row.waarop)}) for row in rows)
    return json_answer(JournalPage(lines=tuple(lines), wrong=wrong))
