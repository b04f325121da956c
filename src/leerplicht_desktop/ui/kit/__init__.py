"""The kit: every part that screens are made of.

Screens import from these modules and draw nothing themselves.

Start:  `theme.apply(app, Theme.SYSTEEM, 10.5)` once, again to switch; `look.look()` gives colours and sizes
in force.
Data is always plain text. Sizes given to parts are pixels at 10.5 pt, they grow with the officer's text size.
Screens that keep sizes themselves derive from `look.Restyled` and set them in `restyle()`.

tokens      `Tone.DANGER/WARN/OK/INFO/OPSPORING/NEUTRAL`, `Type.TITLE/HEADING/BODY/STRONG/LABEL/RECORDER/...`
theme       `apply(app, theme, point_size)`, `Theme.SYSTEEM/LICHT/DONKER/BUITEN/DONKERCONTRAST`
look        `look()`: `.colours.text`, `.sizes.button`, `.px(8)`, `.font(Type.BODY)`; `Restyled`
icons       `Icon.DOOR_OPEN`; `pixmap`, `qicon`, `paint_icon(painter, icon, rect, colour)`
label       `Label(text, Type.BODY, Ink.SUBTLE, wrap=True, elide=True)`, `.set_tone(Tone.WARN)`;
            `IconMark(Icon.CHECK, Ink.SUBTLE, 16)`; `plain(text)` for data in button texts;
            `data_tooltip(text)`
layout      `Row(a, b, 1, c, gap=8, margins=(l, t, r, b))`, `Column(...)`, `Flow(badge, badge)` breaks over
            lines,
            `Scroll(content, "name")`, `WidthWatch(window).changed` -> `Width.WIDE/MIDDLE/NARROW`
buttons     `FullButton("Start", Icon.DOOR_OPEN, ButtonSize.RECORDER)`, `OutlinedButton`, `DestructiveButton`,
            `IconButton(Icon.PHONE, "Bel moeder", quiet=True)`, `LinkButton("Toon als tabel")`;
            all: `.clicked`, `.set_busy("Sleutel afleiden")`, `.set_ready()`
choices     `BigChoice("Niet thuis", Icon.HOUSE)` 64 high, `Tile(text, icon, "tweede regel", in_round=True)`
            80 or 72,
            `FilterPill("Te laat", 2, recorder=False)`; one of many: `ChoiceGroup(parent).add(key, button)`,
            `.picked`;
            `Segmented("Nieuw", [("gezien", "Gezien", Icon.EYE), ...])`, `.picked`, `.choose(key)`
ticks       `Tick("Doel verteld", help_text)` 40 high, `TickRow(...)` 52 high with `.set_time("14:01")`;
            `.toggled`;
            `Radio("Kantoor")`
fields      `Field("Naam", help, placeholder)`, `.changed(str)`, `.set_error("Die dag bestaat niet")`,
            `.lock()`;
            `NoteField("Korte notitie")`, `NoteEdit(name, placeholder)` grows; `ChoiceField(label, [(key,
            text)])`;
            `SearchField("Zoek dossier", "Ctrl F")`
passphrase  `PassphraseField()`, `.submitted`, `.changed`, `.text()`, `.clear()`, `.set_error(...)`
badges      `Badge("Nog 2 werkdagen", Tone.WARN, Icon.HOURGLASS)`; in delegates `paint_badge(painter, rect,
            BadgeSpec(...))`
notices     `Notice(NoticeKind.BLOCKING, "Sleutel verloopt om 18:00.", link="Synchroniseer")`, `.followed`
cards       `Card("Waar staan we", aside="Melding ..." or LinkButton(...)).add(...)`, `.emphasise(Tone.WARN)`,
            `Pane(content, edge="bottom")` plain surface for headers and bars, `Divider()`
tabs        `Tabs("Dossier", [("overzicht", "Overzicht"), ...])`, `.chosen(str)`, `.choose(key)`,
            `.set_count(key, 5)`
rail        `Rail("Gemeente Demostad", [RailItem("vandaag", Icon.SUN_MEDIUM, "Vandaag")])`, `.chosen(str)`,
            `.choose(key)`, `.set_count(key, 3)`, `.set_connection(...)`, `.set_lock(...)`,
            `.set_narrow(True)`
statusbar   `StatusBar().set_saved(datetime)`, `.set_right(text)`; at the door `SavedLabel(large=True)`
rows        `DossierList(name)` with `DossierDelegate`: model gives `DossierRow` in `ROW_ROLE`
timeline    `TimelineList(name)`, `.show_items([TimelineItem(...)])`
steps       `Steps([Step("Melding", "do 19 nov", StepState.DONE), ...])`
dagenstrook `Dagenstrook([Day(date, DayKind.COUNTED, "1"), ...])`
chart       `AbsenceChart(weeks, limit=16)`, `AbsenceTable(weeks)`
dialogs     `Dialog(window, title, text, safe="Blijf werken", other="Vergrendel nu").open()`, `.chose_safe`,
            `.chose_other`
toasts      `Toasts(window).tell("Taak verplaatst", undo=callable)`
empty       `EmptyState(Icon.CALENDAR_DAYS, "Geen afspraken", "Kies iemand ...", "Haal agenda op")`,
            `.pressed`
progress    `Progress("Verzenden: 2 van 3").tell(2, 3, text)`, `.stopped`
banner      `ProblemBanner(sentence, action)`, `PracticeBanner()`, `PracticeFrame(content)`
dates       `short_date(date)` "di 24 nov", `long_date(date)`, `clock(time)` "14:07", `clock_seconds(...)`
focus       the ring works by itself; a part with its own shape has `focus_shape() -> (QRect, radius)`
"""
