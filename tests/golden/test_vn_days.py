"""The working days of Vietnam, 1999 through 2027, day for day and kind for kind, as researched outside.

vn_days.csv lists what differs from the week; the tables of HOLIDAYS.md say the same in other words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from support.oracle import days as oracle
from support.subjects import Subject

FIRST, LAST = date(1999, 1, 1), date(2027, 12, 31)
Find = Callable[[str], Path]


def every_day() -> Iterator[date]:
    day = FIRST
    while day <= LAST:
        yield day
        day += timedelta(days=1)


@pytest.fixture(scope="module")
def rows(external_file: Find) -> dict[date, oracle.Row]:
    return {row.day: row for row in oracle.vietnam_rows(external_file("law/vn_days.csv"))}


@pytest.fixture(scope="module")
def holidays_md(external_file: Find) -> str:
    return external_file("law/HOLIDAYS.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def calendar(subject: Subject, rows: dict[date, oracle.Row]) -> Any:
    return subject.vietnam()


@pytest.fixture(scope="module")
def cal() -> Any:
    import thoihan

    return thoihan.Calendar.vietnam()


def test_every_day_works_or_rests_as_the_table_says(calendar: Any, rows: dict[date, oracle.Row]) -> None:
    wrong = []
    for day in every_day():
        # QĐ 188/1999: Saturdays were worked before 2 October 1999.
        weekend = day.weekday() == 6 or (day.weekday() == 5 and day >= date(1999, 10, 2))
        works = rows[day].kind == "work_swapped" if day in rows else not weekend
        if calendar.is_working(day) != works:
            wrong.append(day)
    assert wrong == []


def test_working_days_of_each_year(calendar: Any, holidays_md: str) -> None:
    table = re.findall(r"^\| (\d{4}) \|.*\| (\d{3}) \|$", holidays_md, flags=re.MULTILINE)
    assert [int(year) for year, _ in table] == list(range(1999, 2028))
    counted = {}
    for year in range(1999, 2028):
        # Days in (31 December, 31 December]; the first day of the table is counted by itself.
        before = date(year - 1, 12, 31) if year > 1999 else FIRST
        itself = int(calendar.is_working(FIRST)) if year == 1999 else 0
        counted[str(year)] = str(calendar.working_days(before, date(year, 12, 31)) + itself)
    assert counted == dict(table)


def swaps(holidays_md: str) -> dict[date, date]:
    """Day off -> day worked, from the list of all national swaps (section 3): «31/12←5/1/2013»."""
    section = holidays_md.split("## 3. All national swaps (22 pairs)")[1].split("\n## ")[0]
    pairs = {}
    for year, listed in re.findall(r"(\d{4}): ([^:]*?)\.(?= |$)", section):
        for off, worked in re.findall(r"(\d+/\d+)←\**(\d+/\d+(?:/\d{4})?)", listed):
            pairs[from_text(off, int(year))] = from_text(worked, int(year))
    return pairs


def from_text(text: str, year: int) -> date:
    """A day of a swap, «5/1/2013» or «5/1»; the heading gives the year where none is written."""
    parts = [int(part) for part in text.split("/")]
    return date(parts[2] if len(parts) == 3 else year, parts[1], parts[0])


def test_the_22_swaps(calendar: Any, rows: dict[date, oracle.Row], holidays_md: str, external_file: Find) -> None:
    pairs = swaps(holidays_md)
    assert len(pairs) == 22
    assert {worked: off for off, worked in pairs.items()} == oracle.vietnam_make_up_days(
        external_file("law/vn_days.csv")
    )
    assert sum(worked.weekday() == 6 for worked in pairs.values()) == 1  # 30 January 2011, a Sunday
    assert sum(off.year != worked.year for off, worked in pairs.items()) == 3
    for off, worked in pairs.items():
        assert not calendar.is_working(off)
        assert calendar.is_working(worked)


def test_kind_of_every_day(cal: Any, rows: dict[date, oracle.Row]) -> None:
    wrong = []
    for day in every_day():
        weekend = day.weekday() == 6 or (day.weekday() == 5 and day >= date(1999, 10, 2))
        kind = rows[day].kind if day in rows else "weekend" if weekend else None
        fact = cal.day(day)
        if (fact.date, fact.kind, fact.working) != (day, kind, kind in (None, "work_swapped")):
            wrong.append((day, kind, fact.kind, fact.working))
    assert wrong == []


def test_names_of_every_row(cal: Any, rows: dict[date, oracle.Row]) -> None:
    expected = {day: (row.name, row.name_en) for day, row in rows.items()}
    assert {day: (cal.day(day).name, cal.day(day).name_en) for day in rows} == expected


def test_every_swap_names_its_instrument(cal: Any, rows: dict[date, oracle.Row]) -> None:
    """The numbers of dispatches of the Government Office; three early ones are not known outside."""
    without = []
    for row in rows.values():
        if row.kind in ("off_swapped", "work_swapped"):
            number = re.search(r"\d+/VPCP-KGVX", row.basis)
            if number is None:
                without.append(row.day)
            else:
                assert number[0] in cal.day(row.day).source, row
    assert len(without) == 2 * 5  # Tết 2010, Tết 2012, the notice of December 2014 with its three swaps


def test_culture_day_names_the_resolution(cal: Any) -> None:
    assert "28/2026/QH16" in cal.day(date(2026, 11, 24)).source


def test_exceptions_of_a_year_are_the_rows_of_the_table_that_change_a_day(
    cal: Any, rows: dict[date, oracle.Row]
) -> None:
    """Weekdays off and rest days worked; a holiday on a rest day changes nothing."""
    for year in range(1999, 2028):
        expected = [
            day
            for day, row in sorted(rows.items())
            if day.year == year
            and (row.kind == "work_swapped" or day.weekday() < 5 or (day.weekday() == 5 and year == 1999))
        ]
        assert [fact.date for fact in cal.exceptions(year)] == expected, year
