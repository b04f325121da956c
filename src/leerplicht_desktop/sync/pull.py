"""Pull: pages after the cursor; what a page holds and its cursor in one transaction, or nothing.

A record that cannot be read is set aside and told (see page.py); it never stops what comes after it. Kinds of
record that this program does not know yet are kept as they came. A feed must rise: pages without records that
promise more, places that go back and cursors that were seen before end the round.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from leerplicht_desktop.casework.ports.brievenbus import Feedpagina, Onleesbaar, SpiegelRecord
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.problems import GeenVerbinding, ServerWeigert
from leerplicht_desktop.casework.touched import Touched

from .page import CheckedPage, read_page, readable
from .refusals import CUT_OFF, TooLarge, Unprocessable
from .rounds import Round

PAGE_RECORDS = 500
_TRIES = 3  # how often the cursor may move under us (a program that was just replaced) in one round
_CIRCLES = "De server van de gemeente stuurt steeds hetzelfde en komt niet aan een eind."


class _MovedError(Exception):
    """The cursor is not where this pull left it: the pull begins again at the new one."""


def pull(round_: Round) -> int:
    """Fetch what changed. Returns the server's head at the last page. Raises SyncProblem."""
    _readable_again(round_)
    return _repeat(round_, _what_is_new)


def pull_everything(round_: Round) -> int:
    """As ``pull``, but from the beginning, and what the server does not name is let go."""
    return _repeat(round_, _everything)


def _repeat(round_: Round, pull_: Callable[[Round], int]) -> int:
    for _ in range(_TRIES):
        try:
            return pull_(round_)
        except _MovedError:
            continue
    raise GeenVerbinding(CUT_OFF)


def _what_is_new(round_: Round) -> int:
    cursor = round_.act(lambda work: work.brievenbus.cursor())
    try:
        return _follow(round_, cursor)
    except Unprocessable as refusal:
        if refusal.code != "cursor" or not cursor:
            raise
    return _everything(round_)


def _everything(round_: Round) -> int:
    """Fetch everything once more over what is there, and let go of what the server does not name.

    Nothing vanishes from the screens meanwhile, and stopping half-way is harmless: the next round goes on
    from the page that was kept last, and the check after it finds what was left over.
    """
    seen: set[tuple[str, str]] = set()
    lost: set[Onleesbaar] = set()
    cursor = round_.act(lambda work: work.brievenbus.cursor())
    head = 0
    for page in _pages(round_, ""):
        seen |= {(record.entity, record.id) for record in page.records if not record.deleted}
        lost |= set(page.unreadable)
        head = page.header.head
        left_over = () if page.header.more else _left_over(round_, seen, lost, head)
        cursor = _apply(round_, page, cursor, left_over)
    return head


def _left_over(
    round_: Round, seen: set[tuple[str, str]], lost: set[Onleesbaar], head: int
) -> tuple[SpiegelRecord, ...]:
    here = round_.act(lambda work: work.brievenbus.revisies())
    return tuple(
        SpiegelRecord(entity, id_, (), rev, head, True, {}, {})
        for entity, pairs in here.items()
        for id_, rev in pairs
        if (entity, id_) not in seen and not _may_be(entity, id_, lost)
    )


def _may_be(entity: str, id_: str, lost: set[Onleesbaar]) -> bool:
    """Whether a record may be one of those that came without a readable name: then it is not let go."""
    return any(one.entity in {"", entity} and one.id in {"", id_} for one in lost)


def _follow(round_: Round, cursor: str) -> int:
    head = 0
    lost: set[Onleesbaar] = set()
    for page in _pages(round_, cursor):
        head = page.header.head
        lost |= set(page.unreadable)
        left_over = () if page.header.more else _old(round_, page, lost)
        cursor = _apply(round_, page, cursor, left_over)
    return head


def _old(round_: Round, last: CheckedPage, lost: set[Onleesbaar]) -> tuple[SpiegelRecord, ...]:
    """What the municipality had before it was put back and, now that all was read, has no more."""
    here = round_.act(lambda work: work.brievenbus.achtergebleven())
    fresh = {(record.entity, record.id) for record in last.records}
    return tuple(
        SpiegelRecord(entity, id_, (), 0, last.header.head, True, {}, {})
        for entity, id_ in here
        if (entity, id_) not in fresh and not _may_be(entity, id_, lost)
    )


def _pages(round_: Round, cursor: str) -> Iterator[CheckedPage]:
    """Pages from ``cursor`` to the end: at least one, and smaller ones when the records are large."""
    count = PAGE_RECORDS
    seen, reached = {cursor}, 0
    while True:
        round_.go_on()
        try:
            value = round_.wire.changes(cursor, count, round_.act(_seen))
        except TooLarge:
            if count == 1:
                raise
            count = max(1, count // 8)
            continue
        page = read_page(value, round_.koppeling.epoch)
        if _circles(page, seen, reached):
            raise ServerWeigert(_CIRCLES)
        yield page
        if not page.header.more:
            return
        cursor, reached = page.header.next, max(reached, page.last)
        seen.add(cursor)
        round_.limit.check(round_.wire.received)


def _circles(page: CheckedPage, seen: set[str], reached: int) -> bool:
    """Whether a page promises more without bringing anything, or goes back."""
    if any(record.seq < reached for record in page.records):
        return True
    brings = page.records or page.unreadable
    return page.header.more and (not brings or page.header.next in seen)


def _readable_again(round_: Round) -> None:
    """Records that were set aside and that this program, newer by now, can read: they take their place."""
    aside = round_.act(lambda work: work.brievenbus.opzijgelegd())
    known = tuple(replace(record, opzij=False, bezwaar="") for record in aside if readable(record))
    if not known:
        return

    def act(work: Work) -> Touched:
        cursor = work.brievenbus.cursor()
        return work.brievenbus.pas_toe(Feedpagina(cursor, cursor, (), known))

    round_.tally.touched.append(round_.act(act))


def _seen(work: Work) -> str:
    return work.plaats.gezien()


def _apply(round_: Round, page: CheckedPage, cursor: str, left_over: tuple[SpiegelRecord, ...] = ()) -> str:
    """Keep a page with its cursor. Returns the new cursor."""
    feed_page = Feedpagina(
        cursor,
        page.header.next,
        tuple(evict.dossier for evict in page.header.evict),
        page.records + left_over,
        page.unreadable,
        page.header.at,
    )
    if replace(feed_page, gezien="") == Feedpagina(cursor, cursor, (), ()) and (
        page.header.at in {"", round_.act(_seen)}
    ):  # nothing happened since: no need to write that down
        return cursor

    def act(work: Work) -> Touched:
        return work.brievenbus.pas_toe(feed_page)

    try:
        round_.tally.touched.append(round_.act(act))
    except ValueError:
        if round_.act(lambda work: work.brievenbus.cursor()) == cursor:
            raise
        raise _MovedError from None
    round_.tally.received += len(page.records)
    round_.report()
    return page.header.next
