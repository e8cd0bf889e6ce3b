"""Moments and dates as authors write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from game.scenario.problem import nearest

MOMENT_PATTERN = r"\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}(Z|[+-]\d{2}:\d{2})?"
_MOMENT = re.compile(MOMENT_PATTERN)
YEAR_FIRST, YEAR_LAST = 2, 9900  # so that no clock on earth and no delay leaves the calendar
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def read_moment(text: str, zone: str | None) -> datetime:
    """Read `1962-10-16T08:45-04:00`; without an offset the time is local in `zone`.

    Raises ValueError for another form, a day or hour that does not exist, or no offset and no zone.
    """
    if not _MOMENT.fullmatch(text):
        raise ValueError(text)
    day, _, hour = text.replace("T", " ").partition(" ")
    if not YEAR_FIRST <= int(day[:4]) <= YEAR_LAST:
        raise ValueError(text)
    moment = datetime.fromisoformat(f"{day}T{hour.zfill(len(hour) + (hour[1] == ':'))}")
    if moment.tzinfo is not None:
        return moment
    if zone is None:
        raise ValueError(text)
    return moment.replace(tzinfo=ZoneInfo(zone))


def is_moment(text: str) -> bool:
    """Claim that `text` is a day and hour that exist, with an offset or without."""
    try:
        read_moment(text, "UTC")
    except ValueError:
        return False
    return True


def is_date(text: str) -> bool:
    """Claim that `text` is a year, month, day or moment that exists, or two in order with `/` between."""
    ends = text.split("/")
    if len(ends) > 2 or not all(_is_one_date(end) for end in ends):
        return False
    return len(ends) == 1 or not is_before(ends[1], ends[0])


def _is_one_date(text: str) -> bool:
    try:
        if _MOMENT.fullmatch(text):
            read_moment(text, "UTC")
        elif _DATE.fullmatch(text):
            date.fromisoformat((text + "-01-01")[:10])
        else:
            return False
    except ValueError:
        return False
    return True


def is_before(one: str, other: str) -> bool:
    """Claim that `one` surely lies before `other`, as far as both are exact."""
    first, second = one.split("/")[-1], other.split("/")[0]
    if ":" in first and ":" in second:
        return read_moment(first, "UTC") < read_moment(second, "UTC")
    exact = min(len(first), len(second), 10)
    return first[:exact] < second[:exact]


def is_zone(name: str) -> bool:
    """Claim that `name` is an IANA time zone known here."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def nearest_zone(name: str) -> str | None:
    """Give the time zone that `name` was probably meant to be, or None."""
    zones = sorted(available_timezones())
    cities = {zone.rpartition("/")[2].casefold(): zone for zone in zones}
    city = re.sub(r"[\s_]+", "_", name.rpartition("/")[2].strip()).casefold()
    close = nearest(city, cities)
    return cities.get(city) or nearest(name, zones) or (cities[close] if close else None)
