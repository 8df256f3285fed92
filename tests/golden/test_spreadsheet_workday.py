"""220 cases of WORKDAY, NETWORKDAYS (.INTL), EDATE and EOMONTH from the tests of five spreadsheets.

The mapping, in one place:

    WORKDAY(d, n)         advance(d, n); both count strictly after (before) d, and both leave d alone,
                          working or not, for n = 0
    NETWORKDAYS(a, b)     a <= b: working_days(a - 1, b), since a spreadsheet counts both ends;
                          b < a: the same between b and a, negative
    EDATE(d, m)           add_months(d, m): the same day of the month, or the month's last (BLDS 148.3)
    EOMONTH(d, m)         the month's last day of EDATE(d, m): the day before the next month's first
    weekend "0000011"     weekmask "1111100": theirs has 1 for a rest day, ours 1 for a working day, both
                          from Monday
    weekend 1-7, 11-17    a table of theirs (1 is Saturday and Sunday … 17 is Saturday alone)
"""

from __future__ import annotations

import calendar
import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from support.subjects import Subject

Find = Callable[[str], Path]

ONE_DAY = timedelta(days=1)

# Lines of the file, from 0, that our calendar cannot be asked, with the reason.
NO_SUCH_NUMBER = "a number outside the spreadsheets' own table of weekends; ours has masks, not numbers"
EXCEPTIONS = {125: NO_SUCH_NUMBER, 126: NO_SUCH_NUMBER, 189: NO_SUCH_NUMBER, 218: NO_SUCH_NUMBER, 219: NO_SUCH_NUMBER}

REST_DAYS = {  # the spreadsheets' numbers: which weekdays rest, Monday 0
    **{1 + n: {(5 + n) % 7, (6 + n) % 7} for n in range(7)},
    **{11 + n: {(6 + n) % 7} for n in range(7)},
}


@pytest.fixture(scope="module")
def rows(external_file: Find) -> list[dict[str, Any]]:
    with external_file("data/tests_spreadsheet_workday.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def weekmask_of(weekend: str | int) -> str:
    if isinstance(weekend, str):
        return weekend.translate(str.maketrans("01", "10"))
    return "".join("0" if day in REST_DAYS[weekend] else "1" for day in range(7))


def calendar_of(subject: Subject, arguments: dict[str, Any]) -> Any:
    """A calendar wide enough for the row: its days, and two years on either side."""
    weekmask = weekmask_of(arguments["weekend"]) if "weekend" in arguments else arguments["weekmask"]
    holidays = [date.fromisoformat(day) for day in arguments.get("holidays", [])]
    days = [date.fromisoformat(arguments[name]) for name in ("start", "end") if name in arguments] + holidays
    two_years = timedelta(days=731)
    return subject.calendar(weekmask, holidays, [], min(days) - two_years, max(days) + two_years)


def networkdays(cal: Any, start: date, end: date) -> int:
    if end < start:
        return -networkdays(cal, end, start)
    return cal.working_days(start - ONE_DAY, end)  # type: ignore[no-any-return]


def answer(subject: Subject, fn: str, arguments: dict[str, Any]) -> Any:
    """Our answer to one case, as the file writes answers."""
    start = date.fromisoformat(arguments["start"])
    cal = calendar_of(subject, arguments)
    if fn in ("workday", "workday.intl"):
        return cal.advance(start, arguments["days"]).isoformat()
    assert fn in ("networkdays", "networkdays.intl")
    return networkdays(cal, start, date.fromisoformat(arguments["end"]))


def test_the_file_is_the_one_that_was_read(rows: list[dict[str, Any]]) -> None:
    assert len(rows) == 220
    assert len(EXCEPTIONS) <= 10
    for line in EXCEPTIONS:
        assert rows[line]["args"]["weekend"] not in REST_DAYS
        assert "error" in rows[line]["expected"]


def test_weekends_are_the_masks_of_the_file(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        if "weekend" in row["args"] and "weekmask" in row["args"]:
            assert weekmask_of(row["args"]["weekend"]) == row["args"]["weekmask"]


def test_every_day_count_has_the_spreadsheets_answer(subject: Subject, rows: list[dict[str, Any]]) -> None:
    asked, wrong = 0, []
    for line, row in enumerate(rows):
        if row["fn"] in ("edate", "eomonth") or isinstance(row["expected"], dict):
            continue
        ours = answer(subject, row["fn"], row["args"])
        asked += 1
        if ours != row["expected"]:
            wrong.append((line, row["fn"], row["args"], row["expected"], ours))
    assert wrong == []
    assert asked == 189


def test_every_weekend_that_spreadsheets_refuse_is_refused(rows: list[dict[str, Any]]) -> None:
    """Masks too short, of other signs, or without a working day."""
    import thoihan

    asked = 0
    for line, row in enumerate(rows):
        if isinstance(row["expected"], dict) and line not in EXCEPTIONS:
            with pytest.raises(thoihan.Error):
                thoihan.Calendar(
                    weekmask=weekmask_of(row["args"]["weekend"]),
                    holidays=[],
                    first=date(1899, 1, 1),
                    last=date(2030, 12, 31),
                )
            asked += 1
    assert asked == 9


def test_every_month_count_has_the_spreadsheets_answer(rows: list[dict[str, Any]]) -> None:
    import thoihan

    asked = 0
    for row in rows:
        start, months = row["args"]["start"], row["args"].get("months")
        if row["fn"] == "edate":
            assert thoihan.add_months(date.fromisoformat(start), months).isoformat() == row["expected"], row
            asked += 1
        if row["fn"] == "eomonth":
            reached = thoihan.add_months(date.fromisoformat(start), months)
            last = reached.replace(day=calendar.monthrange(reached.year, reached.month)[1])
            assert last.isoformat() == row["expected"], row
            asked += 1
    assert asked == 17
