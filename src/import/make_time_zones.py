#!/usr/bin/env python3
"""Writes time_zones.inc from the compiled IANA time zone data.

Run by hand when newer rules are wanted (Debian package tzdata, whose every country has a name of its own):
    python3 src/import/make_time_zones.py /usr/share/zoneinfo > src/import/time_zones.inc
"""

import re
import struct
import sys
from datetime import datetime, timedelta

folder = sys.argv[1]
EPOCH = datetime(1970, 1, 1)
EVERMORE = 255  # as the last year of a change


def index():
    """The version, the names of zones, and the names of links with what they stand for."""
    zones, links = [], {}
    with open(f"{folder}/tzdata.zi", encoding="utf-8") as file:
        version = re.fullmatch(r"# version (\S+)", file.readline().strip()).group(1)
        for kind, *fields in (line.split() for line in file):
            if kind == "Z" and fields[0] != "Factory":  # the zone of who has not chosen one
                zones.append(fields[0])
            elif kind == "L":
                links[fields[1]] = fields[0]
    return version, sorted(zones), links


def read(name):
    """The offset at 1970 UTC, what changed it since as (seconds, offset), and the rule of the future (RFC 9636)."""
    with open(f"{folder}/{name}", "rb") as file:
        data = file.read()
    assert data[:4] == b"TZif" and data[4] >= ord("2")

    def counts(at):
        return struct.unpack_from(">6I", data, at + 20)

    utc, standard, leaps, times, types, letters = counts(0)
    at = 44 + times * 5 + types * 6 + letters + leaps * 8 + standard + utc  # the block of 32 bits
    utc, standard, leaps, times, types, letters = counts(at)
    seconds = struct.unpack_from(f">{times}q", data, at + 44)
    at += 44 + times * 8
    kinds = data[at : at + times]
    at += times
    offsets = [struct.unpack_from(">i", data, at + 6 * kind)[0] for kind in range(types)]
    at += types * 6 + letters + leaps * 12 + standard + utc

    now, changes = offsets[0], []
    for second, offset in ((s, offsets[kind]) for s, kind in zip(seconds, kinds)):
        if second <= 0:
            now = offset
        elif offset != (changes[-1][1] if changes else now):
            changes.append((second, offset))
    return now, tuple(changes), data[at:].decode().strip()


def duration(text):
    """Seconds of "5", "-3:30"."""
    parts = [*map(int, text.lstrip("+-").split(":")), 0, 0]
    return (-1 if text[0] == "-" else 1) * (parts[0] * 3600 + parts[1] * 60 + parts[2])


def future_rules(posix):
    """The two changes a year of "CET-1CEST,M3.5.0,M10.5.0/3", or none."""
    abbreviation = r"(?:<[^>]+>|[A-Za-z]+)"
    standard, summer, *rules = re.fullmatch(
        rf"{abbreviation}([-+\d:]+)(?:{abbreviation}([-+\d:]*),M(.*),M(.*))?", posix
    ).groups()
    if summer is None:
        return []
    gain = 3600 if summer == "" else duration(standard) - duration(summer)
    changes = []
    for rule, delta in zip(rules, (gain, -gain)):
        date, _, time = rule.partition("/")
        month, week, weekday = map(int, date.split("."))
        assert week < 5 or month != 2
        days = 30 if month in (4, 6, 9, 11) else 31
        day = days - 6 if week == 5 else week * 7 - 6
        changes.append((month, day, weekday or 7, duration(time or "2") // 60, delta // 30))
    return changes


def on(rule, year):
    """The local time and the delta of a rule (month, day, weekday, minutes, delta) in a year that has the day."""
    month, day, weekday, minutes, delta = rule
    try:
        date = datetime(year, month, day)
    except ValueError:
        return None
    days = (weekday - date.isoweekday()) % 7 if weekday else 0
    return date + timedelta(days=days, minutes=minutes), delta


def rules_of(time, delta):
    """All rules that a change may follow, the simplest first: its date, or its weekday on or after a day."""
    minutes = time.hour * 60 + time.minute
    yield time.month, time.day, 0, minutes, delta
    for day in sorted(range(max(1, time.day - 6), time.day + 1), key=lambda day: (day not in (1, 8, 15, 22, 24, 25), day)):
        yield time.month, day, time.isoweekday(), minutes, delta


def yearly(now, changes, posix):
    """The changes as few runs of years, (first, last, *rule), years from 1970."""
    left = set()
    for second, offset in changes:
        time = EPOCH + timedelta(seconds=second + now)
        assert time.second == 0 and (offset - now) % 30 == 0
        left.add((time, (offset - now) // 30))
        now = offset
    times = sorted(time for time, _ in left)
    assert all(b - a > timedelta(days=3) for a, b in zip(times, times[1:]))

    runs = []
    for rule in future_rules(posix):
        year = times[-1].year + 1
        while (change := on(rule, year)) in left or change[0] > times[-1]:
            left.discard(change)
            year -= 1
        runs.append((year + 1 - 1970, EVERMORE, *rule))
    while left:
        time, delta = min(left)
        longest, best = 0, None
        for rule in rules_of(time, delta):
            years = 0
            while on(rule, time.year + years) in left:
                years += 1
            if years > longest:
                longest, best = years, rule
        left -= {on(best, time.year + i) for i in range(longest)}
        runs.append((time.year - 1970, time.year - 1970 + longest - 1, *best))
    assert all(0 <= first <= last and (last < 2100 - 1970 or last == EVERMORE) for first, last, *_ in runs)
    assert all(first < 2100 - 1970 for first, *_ in runs)
    return sorted(runs)


def write_names(name, names):
    print(f"\nconstexpr std::string_view {name} =")
    print("\n".join(f'    "{text}\\n"' for text in names) + ";")


def write_numbers(name, numbers):
    print(f"\nconstexpr uint16_t {name}[] = {{")
    for i in range(0, len(numbers), 20):
        print("    " + ", ".join(map(str, numbers[i : i + 20])) + ",")
    print("};")


def write_rows(kind, name, rows):
    print(f"\nconstexpr {kind} {name}[] = {{")
    for row in rows:
        print("    {" + ", ".join(map(str, row)) + "},")
    print("};")


version, zones, links = index()
assert len({name.lower() for name in [*zones, *links]}) == len(zones) + len(links)
histories, history_of, runs = {}, [], []
for zone in zones:
    now, changes, posix = read(zone)
    assert now % 30 == 0
    history_of.append(histories.setdefault((now // 30, tuple(yearly(now, changes, posix))), len(histories)))
starts = []
for offset, changes in histories:
    starts.append((offset, len(runs)))
    runs += [(minutes, delta, *rest) for *rest, minutes, delta in changes]

print(f"// IANA time zone data {version}; written by make_time_zones.py, not by hand.")
print("// clang-format off")
write_names("kZoneNames", zones)
write_numbers("kHistoryOfZone", history_of)
write_names("kLinkNames", sorted(links))
write_numbers("kZoneOfLink", [zones.index(links[link]) for link in sorted(links)])
write_rows("History", "kHistories", [*starts, (0, len(runs))])
write_rows("YearlyChange", "kYearlyChanges", runs)
