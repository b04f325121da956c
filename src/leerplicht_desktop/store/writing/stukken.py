"""Sealed documents, the steps after sealing, attachments and the print log of this laptop."""

from __future__ import annotations

from leerplicht_desktop.casework.queries.stukkenkast import AfdrukRegel
from leerplicht_desktop.casework.waardenjson import naar_json, uit_json
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.stuk.dossierbijlage import Dossierbijlage
from leerplicht_desktop.domain.stuk.stuk import Stuk, Stukstap
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.store.kluis import content
from leerplicht_desktop.store.kluis.codec import from_json, needed_moment, texts, to_json
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.spiegel import pulled_stukken

from .werkdossier import assign

_INSERT = (
    "INSERT INTO stuk (id, dossiers, soort, nummer, titel, geadresseerde, regime, verzegeld_op, inhoud_hash, "
    "sjabloon_hash, bestand_hash, bladzijden, gegevens, aanvulling_op) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_SELECT = (
    "SELECT id, dossiers, soort, nummer, titel, geadresseerde, regime, verzegeld_op, inhoud_hash, "
    "sjabloon_hash, bestand_hash, bladzijden, gegevens, aanvulling_op FROM stuk WHERE id = ?"
)


class SqlStukken:
    """Obeys the port ``Stukken``."""

    def __init__(self, access: Access) -> None:
        self._db = access

    def verzegel(self, stuk: Stuk, pdf: bytes) -> None:
        """Keep a document: first its bytes, then the row that closes them."""
        content.keep(self._db, "inhoud_deel", "stuk", stuk.id, pdf)
        self._db.run(
            _INSERT,
            (
                stuk.id,
                to_json(stuk.dossiers),
                stuk.soort.value,
                stuk.nummer,
                stuk.titel,
                stuk.geadresseerde,
                stuk.regime.value,
                stuk.verzegeld_op.isoformat(),
                stuk.inhoud_hash,
                stuk.sjabloon_hash,
                stuk.bestand_hash,
                stuk.bladzijden,
                to_json(naar_json(stuk.gegevens)),
                stuk.aanvulling_op,
            ),
        )
        assign(self._db, "stuk", stuk.id, stuk.dossiers)

    def laad(self, id_: str) -> Stuk:
        """The document, own or pulled; raises KeyError when unknown."""
        return load_stuk(self._db, id_)

    def stappen(self, stuk: str) -> tuple[Stukstap, ...]:
        """Its steps, own and pulled, in the order they were written down."""
        return steps_of(self._db, stuk)

    def zet_stap(self, stap: Stukstap) -> None:
        """Add a step."""
        self._db.run(
            "INSERT INTO stukstap (id, stuk, dossiers, gezet_op, inhoud) VALUES (?, ?, ?, ?, ?)",
            (
                stap.id,
                stap.stuk,
                to_json(stap.dossiers),
                stap.gezet_op.isoformat(),
                to_json(naar_json(stap)),
            ),
        )
        assign(self._db, "stukstap", stap.id, stap.dossiers)


class SqlBijlagen:
    """Obeys the port ``Bijlagen``."""

    def __init__(self, access: Access) -> None:
        self._db = access

    def voeg_toe(self, bijlage: Dossierbijlage, content_: bytes) -> None:
        """Keep an attachment: first its bytes, then the row that closes them."""
        content.keep(self._db, "inhoud_deel", "bijlage", bijlage.id, content_)
        self._db.run(
            "INSERT INTO bijlage (id, dossiers, inhoud) VALUES (?, ?, ?)",
            (bijlage.id, to_json(bijlage.dossiers), to_json(naar_json(bijlage))),
        )
        assign(self._db, "bijlage", bijlage.id, bijlage.dossiers)

    def laad(self, id_: str) -> Dossierbijlage:
        """The attachment, own or pulled; raises KeyError when unknown."""
        return load_bijlage(self._db, id_)


class SqlAfdruklog:
    """Obeys the port ``Afdruklog``."""

    def __init__(self, access: Access) -> None:
        self._db = access

    def noteer(self, regel: AfdrukRegel) -> None:
        """Add a line."""
        self._db.run(
            "INSERT INTO afdruk (stuk, op, hoe, waarheen, aantal, inhoud) VALUES (?, ?, ?, ?, ?, ?)",
            (regel.stuk, regel.op.isoformat(), regel.hoe, regel.waarheen, regel.aantal, regel.inhoud),
        )


def load_stuk(access: Access, id_: str) -> Stuk:
    """A sealed document, own or pulled. Raises KeyError."""
    row = access.row(_SELECT, (id_,))
    if row is None:
        found = pulled_stukken.stuk(access, id_)
        if found is None:
            raise KeyError(id_)
        return found
    return Stuk(
        id=id_,
        dossiers=texts(row["dossiers"]),
        soort=Documentsoort(row["soort"]),
        titel=row["titel"],
        verzegeld_op=needed_moment(row["verzegeld_op"]),
        regime=Regime(row["regime"]),
        inhoud_hash=row["inhoud_hash"],
        bestand_hash=row["bestand_hash"],
        sjabloon_hash=row["sjabloon_hash"],
        nummer=row["nummer"],
        geadresseerde=row["geadresseerde"],
        bladzijden=row["bladzijden"],
        aanvulling_op=row["aanvulling_op"],
        gegevens=from_json(row["gegevens"]),
    )


def steps_of(access: Access, stuk: str) -> tuple[Stukstap, ...]:
    """Own and pulled steps of a document, each once; those of one moment in the order they were written."""
    rows = access.rows("SELECT inhoud FROM stukstap WHERE stuk = ? ORDER BY rowid", (stuk,))
    own = {step.id: step for row in rows if (step := uit_json(Stukstap, from_json(row["inhoud"])))}
    return tuple(
        sorted(
            {**{step.id: step for step in pulled_stukken.steps(access, stuk)}, **own}.values(),
            key=lambda step: step.gezet_op,
        )
    )


def load_bijlage(access: Access, id_: str) -> Dossierbijlage:
    """An attachment, own or pulled. Raises KeyError."""
    text = access.value("SELECT inhoud FROM bijlage WHERE id = ?", (id_,))
    if text is not None:
        return uit_json(Dossierbijlage, from_json(text))
    found = pulled_stukken.bijlage(access, id_)
    if found is None:
        raise KeyError(id_)
    return found
