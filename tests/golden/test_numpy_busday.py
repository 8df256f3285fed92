"""460 calls of numpy's business-day functions, recorded with their answers, put to our calendar.

The mapping, in one place:

    is_busday(d)               is_working(d)
    busday_offset(d, n, roll)  advance(roll(d, convention), n). numpy names two conventions twice (forward,
                               backward); its default, "raise", refuses a rest day, which ours never does:
                               our `advance` counts from any day
    busday_count(b, e)         working_days(b - 1, e - 1): numpy counts [b, e), we count (after, through].
                               For e < b, numpy 1.24, which gave these answers, counts [e, b), negative, and
                               so does the formula; numpy >= 1.25 counts (e, b], our working_days(b, e)
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from support.subjects import Subject, Thoihan

Find = Callable[[str], Path]

ONE_DAY = timedelta(days=1)
FIRST, LAST = date(2000, 1, 1), date(2020, 12, 31)

CONVENTIONS = {
    "forward": "following",
    "following": "following",
    "backward": "preceding",
    "preceding": "preceding",
    "modifiedfollowing": "modified_following",
    "modifiedpreceding": "modified_preceding",
}

# Lines of the file, from 0, that have no answer of ours, with the reason.
EXCEPTIONS = {
    75: "refused by numpy for its own signature (weekmask and busdaycal together), not for its days",
    459: "is_busday(NaT) is False in numpy; that a missing day rests is not known: ours is missing too",
}
NOT_A_TIME = {18, 19, 20, 459}  # NaT in: these need numpy, since only its columns hold a NaT


@pytest.fixture(scope="module")
def rows(external_file: Find) -> list[dict[str, Any]]:
    with external_file("data/tests_numpy_busday.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def calendar_of(subject: Subject, arguments: dict[str, Any]) -> Any:
    holidays = [date.fromisoformat(day) for day in arguments["holidays"]]
    return subject.calendar(arguments["weekmask"], holidays, [], FIRST, LAST)


def answer(subject: Subject, fn: str, arguments: dict[str, Any]) -> Any:
    """Our answer to one call, as the file writes answers."""
    cal = calendar_of(subject, arguments)
    if fn == "is_busday":
        return cal.is_working(date.fromisoformat(arguments["date"]))
    if fn == "busday_count":
        begin, end = (date.fromisoformat(arguments[name]) for name in ("begin", "end"))
        return cal.working_days(begin - ONE_DAY, end - ONE_DAY)
    assert fn == "busday_offset"
    day = date.fromisoformat(arguments["date"])
    if arguments["roll"] == "raise":
        if not cal.is_working(day):
            return "refused"
    else:
        day = cal.roll(day, CONVENTIONS[arguments["roll"]])
    return cal.advance(day, arguments["offset"]).isoformat()


def test_the_file_is_the_one_that_was_read(rows: list[dict[str, Any]]) -> None:
    assert len(rows) == 460
    assert {line for line, row in enumerate(rows) if row["args"].get("date") == "NaT"} == NOT_A_TIME
    assert len(EXCEPTIONS) <= 3


def test_every_row_has_numpys_answer(subject: Subject, rows: list[dict[str, Any]]) -> None:
    asked, wrong = 0, []
    for line, row in enumerate(rows):
        if line in EXCEPTIONS or line in NOT_A_TIME:
            continue
        expected = "refused" if isinstance(row["expected"], dict) else row["expected"]
        ours = answer(subject, row["fn"], row["args"])
        asked += 1
        if ours != expected:
            wrong.append((line, row["fn"], row["args"], expected, ours))
    assert wrong == []
    assert asked == 455


def test_nat_is_missing_and_stays_missing(rows: list[dict[str, Any]]) -> None:
    np = pytest.importorskip("numpy")
    subject = Thoihan()
    nat = np.array(["NaT"], "datetime64[D]")
    for line in sorted(NOT_A_TIME - set(EXCEPTIONS)):
        arguments = rows[line]["args"]
        assert rows[line]["expected"] == "NaT"
        advanced = calendar_of(subject, arguments).advance(nat, arguments["offset"])
        assert advanced.dtype == nat.dtype
        assert np.isnat(advanced).all(), line


def test_is_working_of_nat_is_never_an_answer(rows: list[dict[str, Any]]) -> None:
    """A numpy array of bool has no room for «missing»: the question is refused."""
    np = pytest.importorskip("numpy")
    subject = Thoihan()
    cal = calendar_of(subject, rows[459]["args"])
    with pytest.raises(subject.error):
        cal.is_working(np.array(["NaT"], "datetime64[D]"))


def test_the_formula_holds_for_the_numpy_that_is_here(subject: Subject, rows: list[dict[str, Any]]) -> None:
    """Reversed ranges as numpy >= 1.25 counts them: (e, b] is working_days(b, e)."""
    np = pytest.importorskip("numpy", minversion="1.25")
    asked = 0
    for row in rows:
        arguments = row["args"]
        if row["fn"] == "busday_count" and arguments["end"] < arguments["begin"]:
            begin, end, weekmask = (arguments[name] for name in ("begin", "end", "weekmask"))
            numpys = np.busday_count(begin, end, weekmask=weekmask, holidays=arguments["holidays"])
            cal = calendar_of(subject, arguments)
            assert cal.working_days(date.fromisoformat(begin), date.fromisoformat(end)) == numpys, arguments
            asked += 1
    assert asked == 121
