#!/usr/bin/env python3
"""Writes tests/cases/time_zones.csv by Python's zoneinfo, which reads the IANA time zone data in its own way.

Run by hand with the data that src/import/time_zones.inc was made from:
    PYTHONTZPATH=/usr/share/zoneinfo python3 tests/import/make_time_zone_cases.py > tests/cases/time_zones.csv
"""

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

ZONES = """Africa/Cairo Africa/Casablanca Africa/Monrovia America/New_York America/Nuuk America/Santiago America/Sao_Paulo
America/St_Johns America/Vancouver Antarctica/Troll Asia/Calcutta Asia/Gaza Asia/Jerusalem Asia/Kathmandu Asia/Kolkata
Asia/Tehran Australia/Lord_Howe Australia/Sydney Europe/Bucharest Europe/Dublin Europe/London Europe/Moscow Europe/Sarajevo
Europe/Warsaw Pacific/Apia Pacific/Chatham Pacific/Kwajalein US/Eastern"""
PAST, FUTURE = range(1970, 2030), (2040, 2090, 2499, 9998)


def offset(zone, utc):
    return int(utc.replace(tzinfo=timezone.utc).astimezone(zone).utcoffset().total_seconds())


def changes(zone, year):
    """Every second of the year from which another offset holds."""
    day = datetime(year, 1, 1)
    while day.year == year:
        low, high = day, day + timedelta(days=1)
        if (before := offset(zone, low)) != offset(zone, high):
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) // 2
                middle = middle.replace(microsecond=0)
                low, high = (middle, high) if offset(zone, middle) == before else (low, middle)
            yield high
        day += timedelta(days=1)


def write(zones, years):
    print("zone;utc;offset before;offset")
    for name in zones:
        zone = ZoneInfo(name)
        for year in years:
            for utc in (datetime(year, 7, 1), *changes(zone, year)):
                before, after = offset(zone, utc - timedelta(seconds=1)), offset(zone, utc)
                if before != after or year in FUTURE:
                    print(f"{name};{utc.isoformat()};{before};{after}")


if __name__ == "__main__":
    write(ZONES.split(), [*PAST, *FUTURE])
