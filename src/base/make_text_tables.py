#!/usr/bin/env python3
"""Writes text_tables.inc from the files of the Unicode Character Database.

Run by hand when a newer Unicode is wanted (Debian package unicode-data):
    python3 src/base/make_text_tables.py /usr/share/unicode > src/base/text_tables.inc
"""

import re
import sys

folder = sys.argv[1]


def lines(name):
    with open(f"{folder}/{name}", encoding="utf-8") as file:
        for line in file:
            fields = [field.strip() for field in line.split("#")[0].split(";")]
            if fields != [""]:
                yield fields


def version():
    with open(f"{folder}/CaseFolding.txt", encoding="utf-8") as file:
        return re.search(r"CaseFolding-([0-9.]+)\.txt", file.readline()).group(1)


def word_ranges():
    """Maximal ranges of categories L and N."""
    points, first = [], None
    for fields in lines("UnicodeData.txt"):
        point, name, category = int(fields[0], 16), fields[1], fields[2]
        if name.endswith(", First>"):
            first = point
            continue
        start = first if name.endswith(", Last>") else point
        first = None
        if category[0] not in "LN":
            continue
        if points and points[-1][1] + 1 == start:
            points[-1][1] = point
        else:
            points.append([start, point])
    return points


def space_ranges():
    found = []
    for span, name in (fields[:2] for fields in lines("PropList.txt")):
        if name == "White_Space":
            ends = [int(end, 16) for end in span.split("..")]
            found.append([ends[0], ends[-1]])
    return sorted(found)


def fold_map():
    folds = {int(f[0], 16): int(f[2], 16) for f in lines("CaseFolding.txt") if f[1] in "CS"}
    cedilla = {0x15F: 0x219, 0x163: 0x21B}  # Romanian s and t: to comma below
    folds = {point: cedilla.get(to, to) for point, to in folds.items()}
    return {**folds, **cedilla}


def fold_ranges(folds):
    """[first, last, step, delta]: every step-th code point moves by delta."""
    ranges = []
    for point in sorted(folds):
        delta = folds[point] - point
        if ranges and ranges[-1][3] == delta:
            first, last, step, _ = ranges[-1]
            gap = point - last
            if gap in (1, 2) and (first == last or gap == step):
                ranges[-1][1:3] = [point, gap]
                continue
        ranges.append([point, point, 1, delta])
    return ranges


def write(name, kind, rows):
    print(f"\nconstexpr {kind} {name}[] = {{")
    for row in rows:
        first, last, *rest = row
        print("    {" + ", ".join([f"0x{first:04X}", f"0x{last:04X}", *map(str, rest)]) + "},")
    print("};")


print(f"// Unicode {version()}; written by make_text_tables.py, not by hand.")
print("// clang-format off")
write("kWordRanges", "CodePointRange", word_ranges())
write("kSpaceRanges", "CodePointRange", space_ranges())
write("kFoldRanges", "FoldRange", fold_ranges(fold_map()))
