"""Moments and dates as authors write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MOMENT_PATTERN = r"\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}(Z|[+-]\d{2}:\d{2})?"
_MOMENT = re.compile(MOMENT_PATTERN)
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def read_moment(text: str, zone: str | None) -> datetime:
    """Read `1962-10-16T08:45-04:00`; without an offset the time is local in `zone`.

    Raises ValueError for another form, a day or hour that does not exist, or no offset and no zone.
    """
    if not _MOMENT.fullmatch(text):
        raise ValueError(text)
    day, _, hour = text.replace("T", " ").partition(" ")
    moment = datetime.fromisoformat(f"{day}T{hour.zfill(len(hour) + (hour[1] == ':'))}")
    if moment.tzinfo is not None:
        return moment
    if zone is None:
        raise ValueError(text)
    return moment.replace(tzinfo=ZoneInfo(zone))


def is_date(text: str) -> bool:
    """Claim that `text` is a year, month, day or moment that exists, or two of them with `/` between."""
    ends = text.split("/")
    return len(ends) <= 2 and all(_is_one_date(end) for end in ends)


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


def is_zone(name: str) -> bool:
    """Claim that `name` is an IANA time zone known here."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
