"""The commands `thoihan calendar` and `thoihan day`, as a person and as a program see them."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from support.oracle.days import Row, vietnam_rows

Find = Callable[[str], Path]

MAIN = "from thoihan.cli import main; main()"
ESCAPE = re.compile("\x1b\\[[0-9;]*m")

# A notice as an office would type it on the evening before a storm: nothing of it is in the package.
STORM = """
[[source]]
id = "hp/storm"
number = "12/CĐ-UBND"
title = "Công điện về ứng phó bão"
title_en = "Dispatch on the storm"
published = 2026-07-21
seen = "read"
where = "a test"

[[announcement]]
id = "hp/storm"
sources = ["hp/storm"]
closures = [{ day = 2026-07-22, name = "Nghỉ tránh bão", name_en = "Closed for the storm" }]
"""


def thoihan(*arguments: str, columns: int = 80, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command in a new process, which is no terminal."""
    clean = {
        name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "THOIHAN_LANG")
    }
    return subprocess.run(
        [sys.executable, "-c", MAIN, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=clean | {"COLUMNS": str(columns), "PYTHONIOENCODING": "utf-8"} | environment,
    )


def shown(*arguments: str, columns: int = 80, **environment: str) -> str:
    ran = thoihan(*arguments, columns=columns, **environment)
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""
    return ran.stdout


def read_back(drawing: str, year: int, beside: int) -> dict[date, str]:
    """The days of a drawn year with their marks, read by where they stand."""
    lines = drawing.splitlines()
    heads = [number for number, line in enumerate(lines) if line.split()[:2] == ["T2", "T3"]]
    assert len(heads) == 12 // beside
    marks = {}
    for row, head in enumerate(heads):
        for at in range(beside):
            month = row * beside + at + 1
            for line in lines[head + 1 : head + 7]:
                for weekday in range(7):
                    start = 2 + at * 25 + weekday * 3
                    cell = line.ljust(200)[start : start + 3]
                    if cell[:2].strip():
                        day = date(year, month, int(cell[:2]))
                        assert day.weekday() == weekday
                        marks[day] = cell[2]
    return marks


@pytest.fixture(scope="module")
def rows(external_file: Find) -> dict[date, Row]:
    return {row.day: row for row in vietnam_rows(external_file("law/vn_days.csv"))}


@pytest.mark.parametrize(("columns", "beside"), [(80, 3), (120, 4), (170, 6), (60, 2), (30, 1)])
@pytest.mark.parametrize("year", [2011, 2026])
def test_each_day_stands_in_its_place_with_the_mark_of_its_kind(
    rows: dict[date, Row], year: int, columns: int, beside: int
) -> None:
    mark_of = {"off_statutory": "●", "off_compensatory": "○", "off_swapped": "◇", "work_swapped": "▲"}
    marks = read_back(shown("calendar", str(year), columns=columns), year, beside)
    assert len(marks) == 365
    for day, mark in marks.items():
        assert mark == (mark_of[rows[day].kind] if day in rows else " "), day


def test_the_year_is_within_80_columns_and_has_no_blanks_at_the_ends_of_lines() -> None:
    for lang in ("vi", "en"):
        for line in shown("calendar", "2026", "--lang", lang).splitlines():
            assert len(line) <= 80, line
            assert line == line.rstrip()


def test_every_special_day_is_listed_with_its_reason_and_its_source(rows: dict[date, Row]) -> None:
    text = shown("calendar", "2026", columns=100)
    for day, row in rows.items():
        if day.year == 2026:
            listed = re.search(rf"^  \S (?:T[2-7]|CN) {day:%d/%m} {re.escape(row.name)} +([\d,]+)$", text, re.MULTILINE)
            assert listed, row
            for number in listed[1].split(","):
                assert re.search(rf"^  {number} \S", text, re.MULTILINE), row
    assert "12729/VPCP-KGVX 25/12/2025" in text
    assert "14/02 – 22/02: nghỉ 9 ngày liền" in text


def test_the_counts_are_those_of_the_year_and_its_months(external_file: Find) -> None:
    """249 working days in 2026: HOLIDAYS.md, section 2."""
    table = external_file("law/HOLIDAYS.md").read_text(encoding="utf-8")
    assert re.search(r"^\| 2026 \|.*\| 249 \|$", table, re.MULTILINE)
    text = shown("calendar", "2026")
    assert "249 ngày làm việc" in text
    months = re.findall(r"Tháng +\d+ +(\d+) ngày", text)
    assert len(months) == 12
    assert sum(map(int, months)) == 249


def test_colours_on_demand_only_and_marks_without_them() -> None:
    plain = shown("calendar", "2026")
    assert "\x1b" not in plain
    coloured = shown("calendar", "2026", FORCE_COLOR="1")
    assert "\x1b[" in coloured
    assert [line.rstrip() for line in ESCAPE.sub("", coloured).splitlines()] == plain.splitlines()
    silenced = shown("calendar", "2026", FORCE_COLOR="1", NO_COLOR="1")
    assert not re.search("\x1b\\[[0-9;]*3[0-7]m", silenced)


def test_what_is_projected_says_so() -> None:
    assert "đã công bố" in shown("calendar", "2026").splitlines()[1]
    text = shown("calendar", "2028")
    assert "dự kiến" in text.splitlines()[1]
    assert "chưa có thông báo" in text
    assert "projected" in shown("calendar", "2028", "--lang", "en").splitlines()[1]


def test_a_year_as_known_on_a_day() -> None:
    """2 January 2026 was given off on 25 December 2025."""
    before = shown("calendar", "2026", "--known-on", "2025-12-24")
    after = shown("calendar", "2026", "--known-on", "2025-12-25")
    for text, marks in ((before, (" ", " ")), (after, ("◇", "▲"))):
        drawn = read_back(text, 2026, 3)
        assert (drawn[date(2026, 1, 2)], drawn[date(2026, 1, 10)]) == marks
    assert "02/01" in before.split("dự kiến: ")[1].splitlines()[0]


def test_a_notice_of_this_evening(tmp_path: Path) -> None:
    file = tmp_path / "storm.toml"
    file.write_text(STORM, encoding="utf-8")
    text = shown("calendar", "2026", "--announcements", str(file))
    assert read_back(text, 2026, 3)[date(2026, 7, 22)] == "×"
    assert "Nghỉ tránh bão" in text
    assert "12/CĐ-UBND" in text
    fact = json.loads(shown("day", "2026-07-22", "--announcements", str(file), "--json"))
    assert (fact["working"], fact["kind"], fact["next_working"]) == (False, "off_closure", "2026-07-23")


def test_json_says_the_same_as_the_package(rows: dict[date, Row]) -> None:
    import thoihan as th

    cal = th.Calendar.vietnam()
    told = json.loads(shown("calendar", "2026", "--json"))
    assert told["year"] == 2026
    assert (
        told["working_days"]
        == cal.working_days("2025-12-31", "2026-12-31")
        == sum(month["working_days"] for month in told["months"])
    )
    assert (told["edition"], told["certainty"]) == (cal.edition, "announced")
    assert [day["date"] for day in told["days"]] == [str(day) for day in sorted(rows) if day.year == 2026]
    for day in told["days"]:
        fact = cal.day(day["date"])
        assert (day["working"], day["kind"], day["name"], day["source"]) == (
            *(fact.working, fact.kind),
            *(fact.name, fact.source),
        )


def test_csv_is_read_by_a_csv_reader(rows: dict[date, Row]) -> None:
    table = list(csv.DictReader(io.StringIO(shown("calendar", "2026", "--csv"))))
    assert {date.fromisoformat(row["date"]): (row["kind"], row["name"], row["name_en"]) for row in table} == {
        day: (row.kind, row.name, row.name_en) for day, row in rows.items() if day.year == 2026
    }
    assert {row["working"] for row in table} == {"true", "false"}
    assert next(row for row in table if row["date"] == "2026-02-17")["lunar"] == "1/1/2026"


DAYS: list[tuple[str, str, list[str]]] = [
    (
        "a make-up day",
        "2026-08-22",
        ["Thứ Bảy, 22/08/2026", "LÀM VIỆC", "▲", "làm bù", "Thứ Hai, 31/08/2026", "9859/VPCP"],
    ),
    ("its partner", "2026-08-31", ["NGHỈ", "◇", "Nghỉ hoán đổi", "Thứ Bảy, 22/08/2026", "Thứ Năm, 03/09/2026"]),
    (
        "the first of Tết",
        "2026-02-17",
        ["NGHỈ", "●", "mùng 1", "1/1/2026", "Thứ Sáu, 13/02/2026", "Thứ Hai, 23/02/2026"],
    ),
    ("a Saturday", "2026-01-17", ["NGHỈ", "nghỉ hằng tuần", "188/1999/QĐ-TTg"]),
    ("an ordinary day", "2026-01-05", ["Thứ Hai, 05/01/2026", "LÀM VIỆC", "ngày làm việc thứ 1 trong 249"]),
    ("a year not announced yet", "2028-01-26", ["dự kiến"]),
    ("in a leap month", "2025-08-01", ["8/6 (nhuận)/2025"]),
    ("the calendar's first day", "1999-01-01", ["ngoài lịch"]),
]


@pytest.mark.parametrize(("why", "day", "words"), DAYS, ids=[row[0] for row in DAYS])
def test_a_day_says_what_it_is_and_why(why: str, day: str, words: list[str]) -> None:
    text = shown("day", day)
    for word in words:
        assert word in text, why


def test_a_day_as_json() -> None:
    told = json.loads(shown("day", "2026-08-22", "--json"))
    assert told["working"] is True
    assert told["partner"] == "2026-08-31"
    assert (told["previous_working"], told["next_working"]) == ("2026-08-21", "2026-08-24")
    assert told["lunar"] == {"day": 10, "month": 7, "leap": False, "year": 2026}
    assert json.loads(shown("day", "1999-01-01", "--json"))["previous_working"] is None


BAD: list[tuple[tuple[str, ...], str]] = [
    (("calendar", "1990"), "1999"),
    (("calendar", "2026", "--known-on", "2026-13-01"), "2026-13-01"),
    (("calendar", "2026", "--known-on", "1900-01-01"), "1900-01-01"),
    (("calendar", "2026", "--announcements", "not-there.toml"), "not-there.toml"),
    (("calendar", "soon"), "year"),
    (("calendar",), "year"),
    (("calendar", "2026", "--colour"), "--colour"),
    (("day", "22/08/2026"), "YYYY-MM-DD"),
    (("day", "2026-02-30"), "2026-02-30"),
    (("day", "2061-01-01"), "2060-12-31"),
    (("deadline",), "deadline"),
]


@pytest.mark.parametrize(("arguments", "word"), BAD, ids=[" ".join(row[0]) for row in BAD])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_cannot_be_answered_is_one_line_and_exit_code_1(arguments: tuple[str, ...], word: str, lang: str) -> None:
    ran = thoihan(*arguments, THOIHAN_LANG=lang)
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert ran.stderr.startswith("thoihan: ")
    assert ran.stderr.count("\n") == 1
    assert word in ran.stderr


def test_errors_are_in_the_language_asked_for() -> None:
    assert "đúng ra" in thoihan("day", "2026-02-30").stderr
    assert "expected" in thoihan("day", "2026-02-30", "--lang", "en").stderr


def test_version_and_help() -> None:
    import thoihan as th

    assert shown("--version") == f"thoihan {th.__version__}\n"
    assert "calendar" in shown("--help")
    assert "thoihan calendar 2026" in shown("calendar", "--help")
    assert "thoihan day 2026-08-22" in shown("day", "--help")


def test_the_package_alone_loads_no_library_of_the_command() -> None:
    code = "import sys, thoihan; print([name for name in ('typer', 'rich', 'click') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("as_what", [(), ("--json",)])
def test_a_reader_that_stops_reading_is_told_nothing(as_what: tuple[str, ...]) -> None:
    running = subprocess.Popen(
        [sys.executable, "-c", MAIN, "calendar", "2026", *as_what], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    streams: Any = running.stdout, running.stderr
    streams[0].close()
    assert streams[1].read() == b""
    streams[1].close()
    assert running.wait() == 1
