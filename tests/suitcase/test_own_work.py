"""An officer's own work, field by field: in the vault, on the wire, at the municipality, on a colleague's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_protocol.records import BODY, Entity

from . import packed
from .conftest import Road
from .leaves import Leaf, leaves


@dataclass(frozen=True)
class Piece:
    """One record: how it is packed, and how a laptop reads it back."""

    entity: Entity
    id: str
    packed: Any
    """None for the proces-verbaal: its number comes from the municipality."""
    load: Callable[[Work, str], Any]

    def value(self, road: Road) -> Any:
        """What went into the suitcase."""
        return self.packed or road.stuk


def _visit(work: Work, id_: str) -> Any:
    return work.caseload.bezoek(id_)


def _note(work: Work, id_: str) -> Any:
    return work.caseload.notitie(id_)


def _step(work: Work, id_: str) -> Any:
    return next(step for step in work.zaakstukken.stukken.stappen("q-pv") if step.id == id_)


def _returned(work: Work, id_: str) -> Any:
    return work.terugmeldingen.laad(id_)


def _procedure(work: Work, id_: str) -> Any:
    return work.procedures.laad(id_)


def _task(work: Work, id_: str) -> Any:
    return work.taken.laad(id_)


def _hearing(work: Work, id_: str) -> Any:
    return work.stukkenkast.verhoor(id_).blad


def _paper(work: Work, id_: str) -> Any:
    return work.zaakstukken.stukken.laad(id_)


def _attachment(work: Work, id_: str) -> Any:
    return work.zaakstukken.bijlagen.laad(id_)


PIECES = [
    *(Piece(Entity.DEURBEZOEK, made.id, made, _visit) for made in packed.BEZOEKEN),
    *(Piece(Entity.GESPREKSNOTITIE, made.id, made, _note) for made in packed.NOTITIES),
    Piece(Entity.TERUGMELDING, "w-1", packed.TERUGMELDING, _returned),
    *(Piece(Entity.PROCEDURE, made.id, made, _procedure) for made in packed.PROCEDURES),
    Piece(Entity.TAAK, "t-1", packed.TAAK, _task),
    Piece(Entity.VERHOOR, "v-1", packed.VERHOOR, _hearing),
    Piece(Entity.STUK, "q-pv", None, _paper),
    Piece(Entity.STUK, "q-brief", packed.STUK_BRIEF, _paper),
    *(Piece(Entity.STUKSTAP, made.id, made, _step) for made in packed.STAPPEN),
    *(Piece(Entity.BIJLAGE, made.id, made, _attachment) for made, _ in packed.BIJLAGEN),
]
each_piece = pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.id)

# Ids of remarks, agreements and lines are a laptop's own: the keys go to them while it is a concept.
LOCAL = (".id",)


def _carried(value: object) -> dict[str, Leaf]:
    """What another laptop must show: every value but the local ids of parts."""
    return {
        place: leaf for place, leaf in leaves(value).items() if place == "id" or not place.endswith(LOCAL)
    }


@each_piece
def test_the_vault_gives_back_what_was_put_in(road: Road, piece: Piece) -> None:
    assert road.sender.kluis.doe(lambda work: leaves(piece.load(work, piece.id))) == leaves(piece.value(road))


@each_piece
def test_another_laptop_has_every_value(road: Road, piece: Piece) -> None:
    there = road.receiver.kluis.doe(lambda work: _carried(piece.load(work, piece.id)))
    assert there == _carried(piece.value(road))


@each_piece
def test_the_wire_carries_every_value_in_its_own_place(road: Road, piece: Piece) -> None:
    on_wire = leaves(road.sent[piece.id].body)
    packed_ = {
        _wire_place(piece.entity, at): leaf for at, leaf in _carried(piece.value(road)).items() if at != "id"
    }
    missing = {at: leaf for at, leaf in packed_.items() if leaf not in (None, "") and on_wire.get(at) != leaf}
    assert missing == {}
    invented = {
        at: leaf for at, leaf in on_wire.items() if leaf not in (None, "") and packed_.get(at) != leaf
    }
    assert invented == {}


def _wire_place(entity: Entity, at: str) -> str:
    """Where a value of the laptop stands in the body; a hearing keeps its lines and its source apart."""
    if entity is Entity.VERHOOR:
        at = at.removeprefix("verhoor.").replace("zinnen[", "regels[")
        return {"bron": "voorafgaand"}.get(at, at)
    return at


# What the server fills in itself, and the bytes that join the body when it is sent.
FILLED_LATER = {"verbalisant", "pdf", "inhoud"}


@pytest.mark.parametrize("entity", sorted({piece.entity for piece in PIECES}))
def test_no_field_of_the_wire_stays_empty(road: Road, entity: Entity) -> None:
    filled: set[str] = set()
    for piece in PIECES:
        if piece.entity is entity:
            filled |= {
                name for name, value in road.sent[piece.id].body.items() if value not in (None, "", [], {})
            }
    assert set(BODY[entity].model_fields) - filled - FILLED_LATER == set()


def test_the_end_of_a_task_arrives(road: Road) -> None:
    here, there = (
        laptop.kluis.doe(lambda work: work.caseload.taken("d-0", open_=False))
        for laptop in (road.sender, road.receiver)
    )
    for lines in (here, there):
        (line,) = lines
        assert (line.id, line.afgehandeld) == ("t-1", packed.AFHANDELING.hoe.value)
        assert line.toelichting == packed.AFHANDELING.toelichting
        assert (line.wat, line.wie, line.uiterlijk) == (
            packed.TAAK.wat,
            packed.TAAK.wie,
            packed.TAAK.uiterlijk,
        )
        assert (line.tijdstip, line.herkomst) == (packed.TAAK.tijdstip, packed.TAAK.herkomst)


def _bytes(work: Work, id_: str) -> bytes:
    kast = work.stukkenkast
    return kast.bijlage_inhoud(id_) if id_.startswith("x") else kast.pdf(id_)


@pytest.mark.parametrize("id_", ["x-foto", "x-scan", "q-pv", "q-brief"])
def test_the_bytes_arrive(road: Road, id_: str) -> None:
    inhoud = {"x-foto": packed.FOTO, "x-scan": packed.SCAN, "q-pv": packed.PDF, "q-brief": packed.BRIEF}[id_]
    for laptop in (road.sender, road.receiver):
        got = laptop.kluis.doe(lambda work: _bytes(work, id_))
        assert got == inhoud


# What the administrator is not shown, and why.
HIDDEN = {
    "dossiers[0]": "he asked for this dossier",
    "dossiers[1]": "the other dossiers have pages of their own",
    "pdf": "bytes",
    "inhoud": "bytes",
    "gegevens": "what the paper was made from is in the paper",
    "stuk": "a step stands below its document",
    "taak": "an end stands beside its task",
}


@each_piece
def test_the_administrator_reads_every_value(road: Road, piece: Piece) -> None:
    shown = road.shown()
    missing = {
        at: leaf
        for at, leaf in leaves(road.sent[piece.id].body).items()
        if at.split(".")[0] not in HIDDEN and not _stands(leaf, shown)
    }
    assert missing == {}


def _stands(leaf: Leaf, shown: str) -> bool:
    """A yes or no has no word of its own to look for; ``test_toon`` reads those."""
    if leaf is None or leaf == "" or isinstance(leaf, bool):
        return True
    text = str(leaf)
    if text.endswith("Z"):
        text = f"{datetime.fromisoformat(text).astimezone(packed.ZONE):%d-%m-%Y %H:%M:%S}"
    return text in shown
