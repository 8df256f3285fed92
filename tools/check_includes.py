#!/usr/bin/env python3
"""Checks that includes only go down, and that nothing banned is included.

A header of include/thoihan may include only headers of rows above its own in LEVELS (the levels of the
design, with a row of its own for a header that stands between two of them). The core, that is, every row
before DOOR, includes the standard library, Boost.Date_Time and thoihan, nothing else.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADERS = ROOT / "include" / "thoihan"

# (level, headers), lowest first. A new header is added here, and nowhere else.
LEVELS = [
    ("0", "version.hpp error.hpp"),
    ("1", "civil.hpp amount.hpp"),
    ("1 text", "civil_text.hpp civil_months.hpp"),
    ("1 people", "people_time.hpp"),
    ("2", "week.hpp sessions.hpp source.hpp lunar.hpp day_table.hpp zone.hpp"),
    ("3 facts", "holiday_facts.hpp"),
    ("3", "holidays.hpp vn/*"),
    ("4", "calendar.hpp office_hours.hpp"),
    ("5", "working_clock.hpp"),
    ("6", "time_limit.hpp regime.hpp event.hpp"),
    ("6 rule", "rule.hpp switches.hpp rulebook_rows.hpp"),
    ("7", "deadline.hpp timeline.hpp"),
    ("8", "verdict.hpp"),
    ("8 look-up", "rulebook.hpp"),  # raises flags of a verdict
    ("8 rules", "rule_set.hpp"),
    ("8 telling", "explain.hpp"),
    ("9 columns", "columns.hpp"),
    ("9", "batch.hpp summary.hpp"),
    ("door, words", "messages.hpp"),
    ("door, compiled", "facts_file.hpp limit_text.hpp zone_icu.hpp rulebook_file.hpp explain_text.hpp"),
    ("door", "boost.hpp chrono.hpp thoihan.h"),
    ("door, all", "thoihan.hpp"),
]
DOOR = [level for level, _ in LEVELS].index("door, words")

# (folder, include, why it is not to be there).
BANNED = [
    ("include", r"boost/date_time/gregorian/gregorian\.hpp", "takes 2 s to compile: gregorian_types.hpp"),
    ("include", r"unicode/.*|toml\+\+/.*|pybind11/.*", "public headers need Boost's headers and nothing else"),
    ("bindings", r"pybind11/chrono\.h", "goes through the process's time zone, and is slow"),
    ("bindings", r"unicode/.*|toml\+\+/.*", "only src/ sees ICU and toml++"),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)
STANDARD = re.compile(r"[a-z_0-9]+")
BOOST = re.compile(r"boost/date_time/.*")

failures: list[str] = []


def row_of(header: str) -> int | None:
    """The row of a header (its path below include/thoihan); None where the table lacks it."""
    for row, (_, names) in enumerate(LEVELS):
        for name in names.split():
            if header == name or (name.endswith("/*") and header.startswith(name[:-1])):
                return row
    return None


def includes_of(path: Path) -> list[tuple[int, str]]:
    """(line, what is included) of a file."""
    text = path.read_text(encoding="utf-8")
    return [(text.count("\n", 0, found.start(1)) + 1, found[1]) for found in INCLUDE.finditer(text)]


def check_header(path: Path) -> None:
    name = path.relative_to(HEADERS).as_posix()
    row = row_of(name)
    if row is None:
        failures.append(f"{path.relative_to(ROOT)}: in no level; add it to LEVELS in tools/check_includes.py")
        return
    for line, included in includes_of(path):
        where = f"{path.relative_to(ROOT)}:{line}: level {LEVELS[row][0]} includes {included}"
        if included.startswith("thoihan/"):
            below = row_of(included.removeprefix("thoihan/"))
            if below is None:
                failures.append(f"{where}, which is in no level")
            elif below >= row:
                failures.append(f"{where}, of level {LEVELS[below][0]}; only lower levels may be included")
        elif row < DOOR and not STANDARD.fullmatch(included) and not BOOST.fullmatch(included):
            failures.append(f"{where}; the core includes the standard library, Boost.Date_Time and thoihan/ alone")


headers = sorted(path for path in HEADERS.rglob("*") if path.suffix in (".hpp", ".h"))
for header in headers:
    check_header(header)
for folder, pattern, why in BANNED:
    for path in sorted((ROOT / folder).rglob("*.[hc]*")):
        for line, included in includes_of(path):
            if re.fullmatch(pattern, included):
                failures.append(f"{path.relative_to(ROOT)}:{line}: {included}: {why}")

print("\n".join(failures) or f"{len(headers)} headers: includes only go down")
sys.exit(1 if failures or not headers else 0)
