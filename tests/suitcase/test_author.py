"""Whose a record is, over the whole road: Anna signed in, so it is hers on both laptops."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from leerplicht_desktop.casework.ports.brievenbus import Auteur
from leerplicht_desktop.store.spiegel import authors
from leerplicht_desktop.store.spiegel.authors import author, made_by
from leerplicht_protocol.records import Entity
from tests.sync.real import ANNA, RealLaptop

from .conftest import Road
from .test_own_work import PIECES, Piece


def _made(laptop: RealLaptop, entity: Entity, id_: str) -> Auteur | None:
    return laptop.kluis.doe(lambda work: made_by(work.caseload._db, entity.value, id_))  # type: ignore[attr-defined]


def _called(laptop: RealLaptop, entity: Entity, id_: str) -> str:
    return laptop.kluis.doe(lambda work: author(work.caseload._db, entity.value, id_))  # type: ignore[attr-defined]


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.id)
def test_every_kind_carries_who_signed_in(road: Road, piece: Piece) -> None:
    said = _made(road.receiver, piece.entity, piece.id)
    tie = road.sender.kluis.doe(lambda work: work.brievenbus.koppeling())
    assert said is not None
    assert tie is not None
    assert (said.ambtenaar, said.naam, said.apparaat) == (ANNA, "Anna", tie.device)
    assert said.vastgelegd_op == road.sent[piece.id].at
    # The road is gone over once, whenever that is in a run: all of it within minutes of the rest.
    arrived = _made(road.receiver, PIECES[0].entity, PIECES[0].id)
    assert arrived is not None
    assert abs(said.ontvangen_op - arrived.ontvangen_op) < timedelta(minutes=10)
    assert said.ontvangen_op <= datetime.now(UTC)
    assert said.klok_ms != 0
    assert authors.from_text(authors.as_text(said)) == said
    assert _made(road.sender, piece.entity, piece.id) == said
    assert (_called(road.receiver, piece.entity, piece.id), _called(road.sender, piece.entity, piece.id)) == (
        "Anna",
        "Anna",
    )
