"""Dates and times as the screens write them: "di 24 nov", "14:07". Dutch, whatever the computer is set to."""

from datetime import date, datetime, time

from leerplicht_desktop.domain.datumtekst import WEEKDAGEN, met_dag, met_weekdag


def short_day(day: date) -> str:
    """The day of the week in two letters: "di"."""
    return WEEKDAGEN[day.weekday()][:2]


def short_date(day: date, today: date | None = None) -> str:
    """The form of every screen: "di 24 nov"; with the year when `today` is given and lies in another year."""
    return met_dag(day, today)


def date_with_year(day: date) -> str:
    """With the year always: "di 24 nov 2026"."""
    return f"{short_date(day)} {day.year}"


def long_date(day: date) -> str:
    """In full, as legal text wants it: "dinsdag 24 november 2026"."""
    return met_weekdag(day)


def clock(moment: time | datetime) -> str:
    """A time of day: "14:07"."""
    return f"{moment:%H:%M}"


def short_moment(moment: datetime, today: date | None = None) -> str:
    """Date and time: "di 24 nov, 14:00"; on the day `today` itself "vandaag 14:00"."""
    if today is not None and moment.date() == today:
        return f"vandaag {clock(moment)}"
    return f"{short_date(moment.date(), today)}, {clock(moment)}"


def running_time(seconds: int) -> str:
    """A running clock in minutes and seconds, from an hour on with hours: "07:12", "1:02:09"."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"
