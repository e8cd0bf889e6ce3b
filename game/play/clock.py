"""The clock inside the scenario, in the local time of a city and in words."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from game.messages import Words
from game.scenario.moment import read_moment


def local(moment: datetime, zone: str | None) -> datetime:
    """Give `moment` in the time of `zone`, or as the author wrote it."""
    return moment.astimezone(ZoneInfo(zone)) if zone else moment


def full(words: Words, moment: datetime) -> str:
    """Write a date and hour with the day of the week."""
    return _write(words, "clock.full", moment)


def short(words: Words, moment: datetime) -> str:
    """Write a day, a month and an hour."""
    return _write(words, "clock.short", moment)


def _write(words: Words, key: str, moment: datetime) -> str:
    return words(
        key,
        weekday=words(f"clock.weekday.{moment.weekday()}"),
        day=moment.day,
        month=words(f"clock.month.{moment.month}"),
        year=moment.year,
        hour=f"{moment:%H:%M}",
    )


def date_words(words: Words, date: str) -> str:
    """Write a date of the record (a year, month, day or moment, or two with `/` between)."""
    ends = [_one_date(words, end) for end in date.split("/")]
    return ends[0] if len(ends) == 1 else words("clock.between", start=ends[0], end=ends[1])


def _one_date(words: Words, date: str) -> str:
    if ":" in date:
        return full(words, read_moment(date, "UTC"))
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    if not month:
        return year
    month_words = words(f"clock.month.{int(month)}")
    if not day:
        return words("clock.month-year", month=month_words, year=year)
    return words("clock.day", day=int(day), month=month_words, year=year)
