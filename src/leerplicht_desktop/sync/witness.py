"""This laptop as a witness of the municipality's journal: it keeps the last line it heard of.

A chain of hashes cannot tell by itself that its tail was cut off, or that the whole of it was written anew.
Whoever has an older line can: that line must still be there, the same.
"""

from __future__ import annotations

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.problems import BekendProbleem, JournaalAangetast
from leerplicht_protocol.messages import Hello
from leerplicht_protocol.session import Session

from .acts import Act


def number_of(act: Act) -> int:
    """The number of the line that this laptop keeps; 0 for none."""
    mark: str = act(lambda work: work.getuige.merk())
    return int(mark.partition(":")[0] or 0)


def compare_journal(act: Act, hello: Hello, asked: int, *, put_back: bool) -> BekendProbleem | None:
    """A problem when the line that was kept is gone or another; else the newest line is kept instead.

    ``asked`` is the number that went with the question. After the officer accepted that the municipality's
    data were ``put_back`` the line may be gone for a good reason: then it begins again.
    """
    mark = act(lambda work: work.getuige.merk())
    number, _, kept = mark.partition(":")
    if not put_back and mark and number == str(asked) and hello.journal_seen != kept:
        return JournaalAangetast(mark)
    fresh = f"{hello.journal.nr}:{hello.journal.hash}" if hello.journal is not None else ""
    if fresh != mark:
        act(lambda work: work.getuige.bewaar(fresh))
    return None


def keep_newer(work: Work, session: Session) -> None:
    """Keep the line that came with a renewal, if the one that is kept still stands.

    Where it does not, it stays kept, and the next round says so.
    """
    mark = work.getuige.merk()
    if session.journal is not None and (not mark or session.journal_seen == mark.partition(":")[2]):
        work.getuige.bewaar(f"{session.journal.nr}:{session.journal.hash}")
