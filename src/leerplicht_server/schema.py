"""The tables. One ``record`` row per thing that travels, with links that say in whose caseload it is.

Text is used for JSON on purpose: what came in goes out byte for byte, on SQLite and on PostgreSQL.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("naam", String(40), primary_key=True),
    Column("waarde", Text, nullable=False),
)
"""Facts about this database: its epoch and the key of its cursors."""

teller = Table(
    "teller",
    metadata,
    Column("naam", String(40), primary_key=True),
    Column("stand", BigInteger, nullable=False),
)
"""Counters: ``seq`` of the feed, and one per year for the numbers of dossiers."""

merk = Table(
    "merk",
    metadata,
    Column("plaats", BigInteger, primary_key=True, autoincrement=False),
    Column("merk", String(32), nullable=False),
)
"""A random mark for the last place of each commit: the place may come again, the mark does not."""

ambtenaar = Table(
    "ambtenaar",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("naam", Text, nullable=False),
    Column("functie", Text, nullable=False),
    Column("organisatie", Text, nullable=False),
    Column("telefoon", Text, nullable=False),
    Column("aktenummer", Text, nullable=False),
    Column("standplaats", Text, nullable=False),
    Column("parket", Text, nullable=False, server_default=""),
    Column("eed", Text, nullable=False, server_default=""),
    Column("issuer", String(400)),
    Column("subject", String(400)),
    Column("login", Text, nullable=False, server_default=""),
    Column("toestand", String(20), nullable=False, server_default="actief"),
    Index("ambtenaar_persoon", "issuer", "subject", unique=True),
    Column("vroeger", Text, nullable=False, server_default="[]"),
)
"""``issuer`` and ``subject`` name his account for ever, once a right that names him was used.

``vroeger`` holds the names he had before, as JSON.
"""

aanmelding = Table(
    "aanmelding",
    metadata,
    Column("device_code", String(64), primary_key=True),
    Column("user_code", String(16), nullable=False, unique=True),
    Column("ambtenaar", String(80), ForeignKey("ambtenaar.id")),
    Column("verloopt", BigInteger, nullable=False),
    Column("jkt", String(64), nullable=False, server_default=""),
)
"""A sign-in under way. ``device_code`` is a SHA-256, ``verloopt`` in seconds since 1970, ``jkt`` the key."""

apparaat = Table(
    "apparaat",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("ambtenaar", String(80), ForeignKey("ambtenaar.id"), nullable=False),
    Column("naam", Text, nullable=False),
    Column("incarnatie", String(80), nullable=False),
    Column("ingetrokken", Boolean, nullable=False),
    Column("gemaakt_op", String(40), nullable=False),
    Column("jkt", String(64)),
    UniqueConstraint("ambtenaar", "incarnatie"),
    Index("apparaat_jkt", "jkt", unique=True),
)
"""A laptop. ``jkt`` is the thumbprint of its key (RFC 7638)."""

inschrijfrecht = Table(
    "inschrijfrecht",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("ambtenaar", String(80), ForeignKey("ambtenaar.id"), nullable=False),
    Column("verloopt", BigInteger, nullable=False),
    Column("jkt", String(64)),
    Column("apparaat", String(80), ForeignKey("apparaat.id")),
)
"""One-time rights to enrol a laptop, only as SHA-256; ``jkt`` and ``apparaat`` say by which it was spent."""

sessie = Table(
    "sessie",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("ambtenaar", String(80), ForeignKey("ambtenaar.id"), index=True),
    Column("issuer", String(400), nullable=False),
    Column("subject", String(400), nullable=False),
    Column("naam", Text, nullable=False),
    Column("login", Text, nullable=False),
    Column("jkt", String(64), nullable=False, index=True),
    Column("rollen", Text, nullable=False),
    Column("begin", BigInteger, nullable=False),
    Column("uiterlijk", BigInteger, nullable=False),
    Column("toegang", String(64), nullable=False, unique=True),
    Column("toegang_tot", BigInteger, nullable=False),
    Column("bron", Text, nullable=False),
    Column("bron_gezien", BigInteger, nullable=False),
    Column("einde", String(40)),
)
"""A sign-in. ``toegang`` is the SHA-256 of the access token, ``bron`` the provider's refresh token, sealed,
``bron_gezien`` when the provider last answered; moments in seconds since 1970. ``ambtenaar`` is empty until a
right said which officer this person is."""

vernieuwing = Table(
    "vernieuwing",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("sessie", String(80), ForeignKey("sessie.id"), nullable=False, index=True),
    Column("vervangen", BigInteger),
)
"""Renewals of a session, only as SHA-256. One that comes back long after it was replaced was copied."""

persoon = Table(
    "persoon",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("sleutel", String(80), nullable=False, unique=True),
    Column("bsn", String(9), index=True),
    Column("ouder1_bsn", String(9), index=True),
    Column("ouder2_bsn", String(9), index=True),
    Column("adres_sleutel", String(64), index=True),
    Column("postcode", String(6), index=True),
    Column("huisnummer", String(20)),
    Column("bron", Text, nullable=False),
    Column("vingerafdruk", String(64), nullable=False),
)
"""The municipality's copy of the register. Only the people of a dossier become records and travel."""

dossier = Table(
    "dossier",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("nummer", String(20), nullable=False, unique=True),
    Column("persoon", String(80), ForeignKey("persoon.id"), unique=True),
    Column("onderwijsnummer", String(9), unique=True),
    Column("school", String(80), index=True),
    Column("afgeleid", Text, nullable=False),
)
"""One per jongere with a report. ``afgeleid`` holds what was last taken from register and reports."""

record = Table(
    "record",
    metadata,
    Column("entiteit", String(20), primary_key=True),
    Column("id", String(80), primary_key=True),
    Column("rev", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False, index=True),
    Column("weg", Boolean, nullable=False),
    Column("inhoud", Text, nullable=False),
    Column("veldrev", Text, nullable=False),
    Column("vingerafdruk", String(64), nullable=False),
    Column("auteur", String(80)),
    Column("ontvangen_op", String(40), nullable=False),
    Column("auteur_naam", Text, nullable=False, server_default=""),
    Column("apparaat", String(80), nullable=False, server_default=""),
    Column("apparaat_op", String(40), nullable=False, server_default=""),
    Column("klok_ms", BigInteger, nullable=False, server_default="0"),
    Column("regime", String(3), nullable=False, server_default="avg"),
)
"""``auteur`` to ``klok_ms`` are of who made it, by the server's own knowledge: never out of ``inhoud``."""

koppeling = Table(
    "koppeling",
    metadata,
    Column("entiteit", String(20), primary_key=True),
    Column("id", String(80), primary_key=True),
    Column("dossier", String(80), primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("weg", Boolean, nullable=False),
    Index("koppeling_dossier", "dossier"),
)
"""Which dossiers a record belongs to. A link that ended stays, so that laptops hear of it."""

toewijzing = Table(
    "toewijzing",
    metadata,
    Column("ambtenaar", String(80), ForeignKey("ambtenaar.id"), primary_key=True),
    Column("dossier", String(80), primary_key=True),
    Column("gegeven_seq", BigInteger, nullable=False),
    Column("ingetrokken_seq", BigInteger),
    Column("reden", Text, nullable=False),
    Index("toewijzing_dossier", "dossier"),
)
"""Access as data: who has which dossier since which ``seq``, and until when."""

toewijzingsgrond = Table(
    "toewijzingsgrond",
    metadata,
    Column("ambtenaar", String(80), ForeignKey("ambtenaar.id"), primary_key=True),
    Column("dossier", String(80), primary_key=True),
    Column("grond", String(80), primary_key=True),
    Index("toewijzingsgrond_grond", "grond"),
    Index("toewijzingsgrond_dossier", "dossier"),
)
"""Why somebody has a dossier: ``zelf``, or ``gebied:`` or ``mandaat:`` with an id. The last takes it."""

gebied = Table(
    "gebied",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("ambtenaar", String(80), ForeignKey("ambtenaar.id"), nullable=False),
    Column("soort", String(20), nullable=False),
    Column("waarde", String(80), nullable=False),
    UniqueConstraint("ambtenaar", "soort", "waarde"),
)
"""Rules: the schools and postcodes whose dossiers an officer has, also those that come later."""

mandaat = Table(
    "mandaat",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("van_wie", String(80), ForeignKey("ambtenaar.id"), nullable=False, index=True),
    Column("aan_wie", String(80), ForeignKey("ambtenaar.id"), nullable=False, index=True),
    Column("vanaf", String(10), nullable=False),
    Column("tot", String(10), nullable=False),
    Column("stand", String(10), nullable=False),
    Column("reden", Text, nullable=False),
)
"""Who works in whose dossiers for a while; both days count, in the Netherlands. A row never goes."""

veldlog = Table(
    "veldlog",
    metadata,
    Column("entiteit", String(20), primary_key=True),
    Column("id", String(80), primary_key=True),
    Column("veld", String(60), primary_key=True),
    Column("rev", Integer, primary_key=True),
    Column("waarde", Text, nullable=False),
    Column("door", String(80), nullable=False),
    Column("naam", Text, nullable=False),
    Column("op", String(40), nullable=False),
)
"""Every value a shared field ever had, and who gave it."""

operatie = Table(
    "operatie",
    metadata,
    Column("op", String(80), primary_key=True),
    Column("ambtenaar", String(80), nullable=False),
    Column("apparaat", String(80), nullable=False),
    Column("vingerafdruk", String(64), nullable=False),
    Column("resultaat", Text, nullable=False),
    Column("apparaat_op", String(40), nullable=False),
    Column("apparaat_afwijking_ms", BigInteger, nullable=False),
    Column("ontvangen_op", String(40), nullable=False),
    Column("bytes", BigInteger, nullable=False, server_default="0"),
    Index("operatie_dag", "ambtenaar", "ontvangen_op"),
)
"""Every operation once, with its answer; device time as claimed beside the time of receipt.

``bytes`` is how much it took as it came; 0 for what came before it was counted."""

quarantaine = Table(
    "quarantaine",
    metadata,
    Column("op", String(80), primary_key=True),
    Column("ambtenaar", String(80), nullable=False),
    Column("reden", Text, nullable=False),
    Column("inhoud", Text, nullable=False),
    Column("ontvangen_op", String(40), nullable=False),
    Column("onderwerp", String(80), nullable=False, server_default="", index=True),
    Column("apparaat", String(80), nullable=False, server_default="", index=True),
    Column("klok_ms", BigInteger, nullable=False, server_default="0"),
    Column("bytes", BigInteger, nullable=False, server_default="0"),
    Column("besluit", String(20), nullable=False, server_default=""),
    Column("besluit_op", String(40), nullable=False, server_default=""),
    Column("besluit_door", Text, nullable=False, server_default=""),
    Column("besluit_aan", String(80), nullable=False, server_default=""),
    Column("besluit_reden", Text, nullable=False, server_default=""),
)
"""Refused operations, whole: nothing an officer wrote disappears. ``onderwerp`` is the record it spoke of.

``klok_ms`` is how far the laptop's clock was behind when it came in. ``besluit`` is what a person made of it,
empty while nobody judged; ``besluit_aan`` the officer to whom it was handed over."""

onleesbaar = Table(
    "onleesbaar",
    metadata,
    Column("apparaat", String(80), ForeignKey("apparaat.id"), primary_key=True),
    Column("entiteit", String(60), primary_key=True),
    Column("id", String(80), primary_key=True),
    Column("rev", BigInteger, nullable=False),
    Column("reden", String(40), nullable=False),
    Column("gemeld_op", String(40), nullable=False),
)
"""What a laptop could not read of what we sent it, until it can."""

nummerblok = Table(
    "nummerblok",
    metadata,
    Column("apparaat", String(80), ForeignKey("apparaat.id"), primary_key=True),
    Column("jaar", Integer, primary_key=True),
    Column("volg", Integer, primary_key=True),
    Column("organisatie", String(8), nullable=False),
    Column("van", Integer, nullable=False),
    Column("tot", Integer, nullable=False),
    Column("gereserveerd_op", String(40), nullable=False),
    UniqueConstraint("organisatie", "jaar", "van"),
)
"""Numbers for a proces-verbaal that were given to a laptop. A row never changes or goes."""

nummer = Table(
    "nummer",
    metadata,
    Column("nummer", String(40), primary_key=True),
    Column("stuk", String(80), nullable=False, unique=True),
)
"""Which sealed document bears a number: no number stands on two."""

bewaarder = Table(
    "bewaarder",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("sleutel", String(64), nullable=False, unique=True),
    Column("sinds", String(40), nullable=False),
    Column("tot", String(40), nullable=False, server_default=""),
)
"""Who hold the keys of the vaults, two together; a name or key that went is never given again."""

kluisherstel = Table(
    "kluisherstel",
    metadata,
    Column("code", String(12), primary_key=True),
    Column("houvast", String(64), nullable=False, unique=True),
    Column("sleutel", String(64), nullable=False),
    Column("slot", Text, nullable=False),
    Column("apparaat", String(80), ForeignKey("apparaat.id"), nullable=False),
    Column("gevraagd", BigInteger, nullable=False),
    Column("verloopt", BigInteger, nullable=False),
    Column("stand", String(10), nullable=False),
    Column("eerste", String(40), nullable=False, server_default=""),
    Column("half", Text, nullable=False, server_default=""),
    Column("antwoord", Text, nullable=False, server_default=""),
)
"""Requests to open a vault. ``houvast`` is a SHA-256; times in seconds since 1970."""

journaal = Table(
    "journaal",
    metadata,
    Column("nr", BigInteger, primary_key=True, autoincrement=False),
    Column("op", String(40), nullable=False),
    Column("wie", Text, nullable=False),
    Column("apparaat", String(80), nullable=False),
    Column("wat", String(40), nullable=False),
    Column("waarop", Text, nullable=False),
    Column("waarom", Text, nullable=False),
    Column("vorige", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)
"""Who did what to which files: chained lines, which triggers keep from being changed or removed."""
