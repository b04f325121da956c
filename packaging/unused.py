"""Names that vulture finds unused, each under the reason why it stays. A name without a reason is deleted."""

# Qt, logging and sqlite3 call or read these by their name.
asleep
closeEvent
focusNextPrevChild
formatException
hasHeightForWidth
hitButton
locked
minimumTabSizeHint
powered
row_factory
unraisablehook

# The shape of a function that is handed over: a Protocol is called by whoever gets it.

# The library of enums asks for it.
_._value_

# reportlab, fontTools and jinja2 call or read these.
MarkInfo
OutputIntents
StructParents
StructTreeRoot
Trans
YMDhms
_facts
_figure
_grid
_heading
_labelled
_new_page
_notice
_running
_signature
addObjects
ascent
beginText
canvas_basefontname
cmap
descent
dhh
dmm
fontname
getSubsetInternalName
globals
hyphenationLang
keepWithNext
makeToUnicodeCMap
pageCounter
platEncID
platformID
recalcTimestamp
shapable
splitString
ttfAsciiReadable
tzname
useA85

# Fields of the wire: pydantic fills them, the other side or a paper reads them; validators it calls.
_reason
actie_gemeente_gewenst
denominatie
expires_in
gezagscode
melder_functie
melder_naam
model_config
onderwijsstructuur
school_kondigde_melding_aan
telefoon_ouder_of_leerling
toelichting_geen_actie
vertrokken_naar
voorafgaand
belnummer
contactverbod
gezag_verteld
schoolcontact
veiligheid
vermeld

# SQLAlchemy and Alembic call or read these.
_greatest
_greatest_sqlite
_octets
_octets_sqlite
branch_labels
depends_on
down_revision
inherit_cache
isolation_level

# The whole set of the design: icons, colours and sizes by name, used or not.
BATTERY_MEDIUM
CALENDAR_X
CHART_COLUMN
CHEVRON_UP
CHOSEN
COPY
DISABLED
DOOR_CLOSED
HAND
LAPTOP
ON_ACTION
PAUSE
PHONE_INCOMING
RECORDER_META
SCAN_FACE
highlight
highlight_text
row_check
row_round
row_task
smallest_height
smallest_width

# Parts of the kit that a screen may ask for; their tests hold them.
is_open_in

# Rules that wait for their screen. tests/architecture/test_domain_is_used.py says why, one by one.
Routekeuze
Vestiging
aan_de_ouders_van
bewaarklokken
bezwaar_tijdig
dagenstrook
heeft_geheim_adres
in_gewone_lijst
inzage
is_brin
is_compleet
met_gesloten
producten
schoolsignalen
verschil
verzuimpatroon

# Members of lists of the law, and parts of an answer that a reader may ask.
AFGESLOTEN
AMVB
ANDER
WET
AFSPRAKEN
ANALYSE
BEGINNEND
CIVIEL
HULP
KLOKUUR
NIET_OPENGEDAAN
PACT
REGIONAAL
ROUTE_GEKOZEN
SIGNAAL
STRAF
THUISZITTER
VOORUIT
WEIGERT_GESPREK
dagen_per_weekdag
hoofd_horen
lessen_per_uur
met_vakantie
rond_vakantie
rustdagregel
uren_per_weekdag
zonder_vakantie

# What the tests drive a part with, or read it by.
InlineLane
bold
dump
pictures

# Fields of a value that another side makes whole.
app_versie
hervat

# Parts of the kit that no screen takes today; the gallery in the tests shows them and its tests hold them.
Dagenstrook
PAW_PRINT
PHONE_MISSED
Steps
THERMOMETER
USER_CHECK

# What http.server and socketserver call or read by these names: the listener of a sign-in.
allow_reuse_address
daemon_threads
close_connection
explain
_.handle_error
_.do_GET
_.do_POST
_.send_error
_.version_string
_.log_message
