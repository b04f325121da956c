"""The kit: every part that screens are made of. Screens import from here and draw nothing themselves.

Start with `theme.apply(app, Theme.SYSTEEM, 10.5)`; call it again to switch. Give a window to `dress_window`.
Data is always plain text. Distances given to parts are pixels at 10.5 pt and grow with the officer's text
size. A screen that keeps sizes itself derives from `look.Restyled` and sets them in `restyle()`. See it all,
in a checkout: `python -m tests.ui.kit.gallery`.

tokens       `Tone.DANGER / WARN / OK / INFO / OPSPORING / NEUTRAL`; `Type.TITLE / HEADING / HEADING_LARGE /
             BODY / STRONG / LABEL / RECORDER / RECORDER_META / CLOCK / AXIS`
theme        `apply(app, theme, point_size)`, `dress_window(window)`; `Theme.SYSTEEM / LICHT / DONKER /
             BUITEN / DONKERCONTRAST`
look         `look()`: `.colours.text`, `.sizes.button`, `.px(8)`, `.font(Type.BODY)`, `.line(Type.BODY)`,
             `.tone(Tone.WARN)`; `Restyled` (base), `HeightClaim(part)` for parts with `heightForWidth`
icons        `Icon.DOOR_OPEN`; `paint_icon(painter, icon, rect, colour)`, `pixmap`
paint        `draw_box(painter, rect, Box(fill, border, width, radius))`, `draw_hatch`, `draw_line_of_text`,
             `text_width`
label        `Label(text, Type.BODY, Ink.SUBTLE, wrap=True, elide=True)`, `.set_tone(Tone.WARN)`,
             `.set_ink`, `.set_kind`; `IconMark(Icon.CHECK, Ink.SUBTLE, 16)`; `TextBlock` for delegates;
             `plain(text)` for data in button texts; `data_tooltip(text)` for data in tooltips
layout       `Row(a, b, 1, c, gap=8, margins=(l, t, r, b))` (a number is a stretch), `Column(...)`; both
             `.add`, `.add_stretched(part)`, `.clear()`, `.box()`; `Row.add_top(field, 1)`; `Flow(badge,
             badge)` breaks over lines; `ReadingColumn(...)` stays as narrow as reads well;
             `Scroll(content, "naam")`; `WidthWatch(window).changed` -> `Width.WIDE / MIDDLE / NARROW`
focus        the ring works by itself; a part of another shape has `focus_shape() -> (QRect, radius)`
browser      `open_page(address)` in the officer's own browser; `clean(environment)` for its start
standing     `Standing()`, `.tell(Tone.OK, icon, strong, plain)`: how something stands, in one block of a card
buttons      `FullButton("Start", Icon.DOOR_OPEN, ButtonSize.RECORDER)`, `OutlinedButton`,
             `DestructiveButton`, `IconButton(Icon.PHONE, "Bel moeder", quiet=True)`, `LinkButton("Toon als
             tabel", large=False)`; all `.clicked`, `.set_busy("Even geduld")`, `.set_ready()`,
             `.set_icon(icon)`
choices      `BigChoice("Niet thuis", Icon.HOUSE)` 64 high; `Tile(text, icon, "tweede regel",
             in_round=True)` 80 or 72; `FilterPill("Te laat", 2, recorder=False)`, `.set_count`; one of
             many: `ChoiceGroup(parent)` with `.add(key, button)`, `.picked(str)`, `.choose(key)`, `.key`;
             `Segmented("Nieuw", [(key, words, icon)])`
ticks        `Tick("Doel verteld", "uitleg")` 40 high; `TickRow(...)` 52 high with `.set_time("14:01")`;
             `.toggled`; `Radio("Kantoor")`
fields       `Field("Naam", "uitleg", "voorbeeld", large=False)`: `.text()`, `.set_text`, `.changed(str)`,
             `.set_error("Die dag bestaat niet")` ("" takes it away), `.set_help`, `.lock()`, `.edit`;
             `NoteField("Korte notitie")`, `NoteEdit(name, placeholder, least=3, most=12)` grow with the
             text; `ChoiceField(label, [(key, text)])`: `.key()`, `.choose(key)`, `.chosen(str)`;
             `SearchField("Zoek dossier", "Ctrl F")`; `FieldFrame(label, control)` around a control of your
             own
passphrase   `PassphraseField()`: `.submitted`, `.changed`, `.text()`, `.clear()`, `.set_error(...)`
badges       `Badge("Nog 2 werkdagen", Tone.WARN, Icon.HOURGLASS, recorder=False)`,
             `.set_spec(BadgeSpec(...))`; in delegates `badge_size(spec)` and `paint_badge(painter, rect,
             spec)`
notices      `Notice(NoticeKind.BLOCKING, "Sleutel verloopt om 18:00.", link="Synchroniseer")`: `.followed`,
             `.tell(...)`
cards        `Card("Waar staan we", "Melding D-1" or LinkButton(...))`: `.add(...)`, `.add_stretched`,
             `.emphasise(Tone.WARN)`; `Pane(content, edge="bottom")` for headers and bars; `Divider()`
tabs         `Tabs("Dossier", [(key, words)])`: `.chosen(str)`, `.choose(key)`, `.key`, `.set_count(key, 5)`
rail         `Rail("Gemeente Demostad", [RailItem(key, Icon.SUN_MEDIUM, "Vandaag", 0)])`: `.chosen(str)`,
             `.choose(key)`, `.set_count(key, 3)`, `.set_connection(icon, text, more)`, `.set_lock(text)`,
             `.set_narrow(True)`; `ProgramMark(36)`
statusbar    `StatusBar()`: `.set_saved(datetime)`, `.set_right(text)`; at the door
             `SavedLabel(large=True)`
rows         `DossierList("Dossiers", multi_select=False)`: `.rows.show_rows([DossierRow(key, name, line,
             kind, badge)])`, `.rows.add_rows`, `.opened(str)`, `.near_end`, `.choose(key)`,
             `.chosen_keys()`
painted      `PaintedList(name, PaintedDelegate, words)`: the base of rail, rows and timeline; a list of its
             own kind gives its delegate `size_of(item, width)` and `draw(painter, item, RowState)`
timeline     `TimelineList()`: `.show_items([TimelineItem(key, icon, title, "vr 20 nov · jij", text,
             unsent=True)])`, `.current_key()`
steps        `Steps([Step("Melding", "do 19 nov", StepState.DONE)])`, `.show_steps`; `paint_step_dot(...)`
             for lists
dagenstrook  `Dagenstrook([Day(date, DayKind.COUNTED, "1", "waarom")])`, `.show_days`
absence      `AbsenceCard().show_weeks([WeekHours(...)], limit=16)`: heading, legend, chart, table;
             `AbsenceTable(weeks)`
chart        `AbsenceChart`, `WeekHours(week, without_reason, excused, total, reached, holiday)`
dialogs      `Dialog(window, title, text, safe="Blijf werken", other="Vergrendel nu")`: `.add(part)`,
             `.make_destructive()`, `.open()`, `.chose_safe`, `.chose_other`; `Dialog.is_open_in(window)`;
             `announce(part, words)` for screen readers
toasts       `Toasts(window).tell("Taak verplaatst", undo=callable)`, `.clear()`
empty        `EmptyState(Icon.CALENDAR_DAYS, "Geen afspraken", "Kies iemand ...", "Haal agenda op", icon)`,
             `.pressed`
progress     `Progress("Verzenden")`: `.tell(2, 3, "Verzenden: 2 van 3")`, `.stopped`; the bar alone:
             `Bar(name)`
banner       `ProblemBanner()`: `.tell(sentence, action)`, `.acted`, `.clear()`; `PracticeFrame(content)`
dates        `short_date(day)` "di 24 nov", `date_with_year`, `long_date`, `short_day`, `clock` "14:07",
             `short_moment(moment, today)`, `running_time(seconds)`
steady       `steady(text)`: text without signs that steer and do not show; labels and fields use it
doubt        `DoubtBadge(DoubtSpec("In onderzoek", "sinds 3 nov", told, grave=False), recorder=True)`
reflow       `Reflow(limit, (beside, under))`: parts in its `.box` go under each other when it is narrower;
             `.below`, `.set_limit(limit)`
readline     `ReadingLine("Aan de deur", "Niet thuis")`: a word and what it says, for pages that are only read
brand        `Brand("naam van de gemeente")`: the mark of the program above a card
scrolling    `bring_into_view(part)` after the focus moved; `turn_page(area, key_event)` where nothing has it
back         `BackKey(screen)`, `.asked`: Esc and Alt+Left lead back; `is_back(key_event)`
taborder     `set_order(root)`: the tab key in reading order, after parts were added
resources    `read_bytes("fonts", ...)`, `read_text("beeld", "tokens.json")`
"""
