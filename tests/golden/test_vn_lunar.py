"""Lunar dates of Tết and Giỗ Tổ, 1990-2060, against a table on which five outside routes agree."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

Find = Callable[[str], Path]


@pytest.fixture(scope="module")
def cal() -> Any:
    import thoihan

    return thoihan.Calendar.vietnam()


@pytest.fixture(scope="module")
def rows(external_file: Find, cal: Any) -> list[dict[str, str]]:
    """The rows whose days lie in the calendar; the others are tested in C++, which asks no calendar."""
    with external_file("law/vn_lunar.csv").open(encoding="utf-8", newline="") as file:
        return [
            row
            for row in csv.DictReader(file)
            if cal.first < date.fromisoformat(row["tet"]) and date.fromisoformat(row["hung_kings"]) <= cal.last
        ]


def lunar(cal: Any, day: date | str) -> tuple[int, int, bool, int]:
    """Day, month, whether a leap month, and the lunar year."""
    fact = cal.day(day)
    day_number, month, leap = fact.lunar
    assert (day_number, month, leap) == (fact.lunar.day, fact.lunar.month, fact.lunar.leap)
    return day_number, month, leap, fact.lunar_year


def test_the_calendar_reaches_most_of_the_table(rows: list[dict[str, str]]) -> None:
    years = [int(row["year"]) for row in rows]
    assert years == list(range(years[0], years[-1] + 1))
    assert years[0] <= 1999
    assert years[-1] >= 2030


def test_tet_is_the_first_of_the_first_month(cal: Any, rows: list[dict[str, str]]) -> None:
    expected = {row["tet"]: (1, 1, False, int(row["year"])) for row in rows}
    assert {row["tet"]: lunar(cal, row["tet"]) for row in rows} == expected


def test_the_eve_of_tet_is_the_last_of_the_twelfth_month(cal: Any, rows: list[dict[str, str]]) -> None:
    for row in rows:
        day, month, leap, year = lunar(cal, date.fromisoformat(row["tet"]) - timedelta(days=1))
        assert (month, leap, year) == (12, False, int(row["year"]) - 1), row
        assert day in (29, 30), row


def test_hung_kings_is_the_tenth_of_the_third_month(cal: Any, rows: list[dict[str, str]]) -> None:
    """Of the regular third month, also where a leap third month follows (2031, 2050)."""
    expected = {row["hung_kings"]: (10, 3, False, int(row["year"])) for row in rows}
    assert {row["hung_kings"]: lunar(cal, row["hung_kings"]) for row in rows} == expected


def test_leap_months_are_those_of_the_table(cal: Any, rows: list[dict[str, str]], external_file: Find) -> None:
    text = external_file("law/HOLIDAYS.md").read_text(encoding="utf-8")
    listed = text.split("Leap months 1990–2060: ")[1].split(" (")[0]
    expected = {tuple(int(part) for part in pair.split("/")) for pair in listed.split(", ")}
    found = set()
    years = [int(row["year"]) for row in rows]
    day = date.fromisoformat(rows[0]["tet"])
    while day < date.fromisoformat(rows[-1]["tet"]):
        _, month, leap, lunar_year = lunar(cal, day)
        if leap:
            found.add((lunar_year, month))
        day += timedelta(days=1)
    assert found == {pair for pair in expected if years[0] <= pair[0] < years[-1]}
