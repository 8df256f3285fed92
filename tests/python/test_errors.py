"""Bad input: each is refused, by name, with the value that was given and what would be right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
OFFICE = "07:00-11:30 13:30-17:00"


@pytest.fixture(scope="module")
def th() -> Any:
    import thoihan

    return thoihan


def calendar(th: Any) -> Any:
    return th.Calendar(weekmask="1111100", holidays=[], first=FIRST, last=LAST)


def clock(th: Any) -> Any:
    return th.WorkingClock(calendar(th), th.OfficeHours(OFFICE))


Question = Callable[[Any], Any]

# why it is bad, the question, the code, and words of the message: the value, and what would be right
BAD: list[tuple[str, Question, str, tuple[str, ...]]] = [
    (
        "a day before the first",
        lambda th: calendar(th).is_working(date(2025, 12, 31)),
        "outside_calendar",
        ("2025-12-31",),
    ),
    (
        "a day after the last",
        lambda th: calendar(th).day("2027-01-01"),
        "outside_calendar",
        ("2027-01-01",),
    ),
    (
        "an answer after the last day",
        lambda th: calendar(th).advance("2026-12-30", 5),
        "beyond_calendar",
        ("2026-12-30", "5"),
    ),
    (
        "a count that no calendar holds",
        lambda th: calendar(th).advance("2026-12-30", 10**12),
        "beyond_calendar",
        ("2026-12-30", "1000000000000"),
    ),
    (
        "30 February",
        lambda th: calendar(th).is_working("2026-02-30"),
        "date_invalid",
        ("2026-02-30",),
    ),
    (
        "29 February of a common year",
        lambda th: calendar(th).advance("2026-02-29", 1),
        "date_invalid",
        ("2026-02-29",),
    ),
    (
        "a day as people write it",
        lambda th: calendar(th).is_working("15/03/2026"),
        "syntax",
        ("15/03/2026", "YYYY-MM-DD"),
    ),
    (
        "25:61 as office hours",
        lambda th: th.OfficeHours("07:00-25:61"),
        "time_invalid",
        ("25:61",),
    ),
    (
        "25:61 as an instant",
        lambda th: clock(th).is_open("2026-01-05T25:61:00"),
        "time_invalid",
        ("25:61",),
    ),
    (
        "a leap second",
        lambda th: clock(th).is_open("2026-06-30T23:59:60"),
        "time_invalid",
        ("23:59:60",),
    ),
    (
        "a session that closes before it opens",
        lambda th: th.OfficeHours("11:30-07:00"),
        "session_reversed",
        ("11:30", "07:00"),
    ),
    (
        "a session of no length",
        lambda th: th.OfficeHours("07:00-07:00"),
        "session_reversed",
        ("07:00",),
    ),
    (
        "sessions that overlap",
        lambda th: th.OfficeHours("07:00-11:30 11:00-17:00"),
        "session_overlaps",
        ("11:00", "11:30"),
    ),
    (
        "sessions out of order",
        lambda th: th.OfficeHours("13:30-17:00 07:00-11:30"),
        "session_overlaps",
        ("07:00", "17:00"),
    ),
    (
        "a session over midnight",
        lambda th: th.OfficeHours({"fri": "22:00-06:00"}),
        "session_reversed",
        ("22:00", "06:00"),
    ),
    (
        "hours that are no hours",
        lambda th: th.OfficeHours("all day"),
        "syntax",
        ("all day", "HH:MM-HH:MM"),
    ),
    (
        "a weekday that is none",
        lambda th: th.OfficeHours({"moon": OFFICE}),
        "field_unknown",
        ("moon", "mon"),
    ),
    (
        "hours that hold from one day twice",
        lambda th: th.OfficeHours(OFFICE, since=FIRST) + th.OfficeHours("", since=FIRST),
        "duplicate",
        ("2026-01-01",),
    ),
    (
        "a holiday that is also a make-up day",
        lambda th: th.Calendar(
            weekmask="1111100", holidays=["2026-01-10"], working=["2026-01-10"], first=FIRST, last=LAST
        ),
        "holiday_and_worked",
        ("2026-01-10",),
    ),
    (
        "a range reversed",
        lambda th: th.Calendar(weekmask="1111100", holidays=[], first=LAST, last=FIRST),
        "range_reversed",
        ("2026-12-31", "2026-01-01"),
    ),
    (
        "a range longer than a calendar",
        lambda th: th.Calendar(weekmask="1111100", holidays=[], first="1800-01-01", last="2100-12-31"),
        "range_too_long",
        ("65534",),
    ),
    (
        "a week of six days",
        lambda th: th.Calendar(weekmask="111110", holidays=[], first=FIRST, last=LAST),
        "week_invalid",
        ("111110", "1111100"),
    ),
    (
        "a week of other signs",
        lambda th: th.Calendar(weekmask="BBBBBnn", holidays=[], first=FIRST, last=LAST),
        "week_invalid",
        ("BBBBBnn", "1111100"),
    ),
    (
        "a week without a working day",
        lambda th: th.Calendar(weekmask="0000000", holidays=[], first=FIRST, last=LAST),
        "week_invalid",
        ("0000000", "1111100"),
    ),
    (
        "a holiday on 31 April",
        lambda th: th.Calendar(weekmask="1111100", holidays=["2026-04-31"], first=FIRST, last=LAST),
        "date_invalid",
        ("2026-04-31",),
    ),
    (
        "an instant outside",
        lambda th: clock(th).is_open(datetime(2027, 1, 1, 0, 0, 1)),
        "instant_outside",
        ("2027-01-01T00:00:01",),
    ),
    (
        "more work than the calendar has",
        lambda th: clock(th).advance("2026-12-31T16:00:00", 7200),
        "beyond_clock",
        ("2026-12-31T16:00:00", "7200"),
    ),
    (
        "an office that never opens again",
        lambda th: clock(th).next_open("2026-12-31T17:00:00"),
        "never_opens",
        ("2026-12-31T17:00:00",),
    ),
    (
        "an allowance below nothing",
        lambda th: clock(th).latest("2026-01-05T08:00:00", -1),
        "negative_amount",
        ("-1",),
    ),
    (
        "a day on which nothing was known yet",
        lambda th: th.Calendar.vietnam(known_on=date(1800, 1, 1)),
        "never_known",
        ("1800-01-01",),
    ),
    (
        "months that lead out of civil time",
        lambda th: th.add_months(date(9999, 12, 1), 1),
        "date_invalid",
        ("10000-01",),
    ),
]


@pytest.mark.parametrize(("why", "question", "code", "words"), BAD, ids=[row[0] for row in BAD])
def test_bad_input_is_refused_by_name(th: Any, why: str, question: Question, code: str, words: tuple[str, ...]) -> None:
    with pytest.raises(th.Error) as refused:
        question(th)
    assert issubclass(th.Error, ValueError), why
    assert refused.value.code == code
    for word in words:
        assert word in str(refused.value)


def test_last_must_be_said(th: Any) -> None:
    """There is no default past the last listed day."""
    with pytest.raises(th.Error, match="last") as refused:
        th.Calendar(weekmask="1111100", holidays=["2026-01-01"], first=FIRST)
    assert refused.value.code == "field_missing"


def test_a_roll_that_is_none_names_those_that_are(th: Any) -> None:
    with pytest.raises(th.Error, match="sideways") as refused:
        calendar(th).roll("2026-01-10", "sideways")
    for convention in ("following", "preceding", "modified_following", "modified_preceding"):
        assert convention in str(refused.value)


@pytest.mark.parametrize("n", [1.5, 2.0, "2", True, None])
def test_a_count_is_a_whole_number(th: Any, n: object) -> None:
    with pytest.raises(th.Error) as refused:
        calendar(th).advance("2026-01-05", n)
    assert refused.value.code == ("value_empty" if n is None else "field_type")
    assert n is None or str(n) in str(refused.value)


@pytest.mark.parametrize("n", [1.5, 2.0, None])
def test_seconds_are_whole(th: Any, n: object) -> None:
    with pytest.raises(th.Error) as refused:
        clock(th).advance("2026-01-05T08:00:00", n)
    assert refused.value.code == ("value_empty" if n is None else "field_type")


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (None, "value_empty"),
        ("", "value_empty"),
        ("NaT", "syntax"),
        (20260105, "field_type"),
        (1.0, "field_type"),
        (b"2026-01-05", "field_type"),
        (datetime(2026, 1, 5), "field_type"),  # which day an instant is of is not always its date
        ("2026-01-05T08:00:00", "syntax"),
    ],
)
def test_what_is_no_day_is_refused(th: Any, day: object, code: str) -> None:
    with pytest.raises(th.Error) as refused:
        calendar(th).is_working(day)
    assert refused.value.code == code
    assert not day or str(day) in str(refused.value)


@pytest.mark.parametrize(
    ("at", "code"),
    [
        (None, "value_empty"),
        (date(2026, 1, 5), "field_type"),
        ("2026-01-05", "syntax"),
        (datetime(2026, 1, 5, 8, 0, 0, 1), "fraction_of_second"),
        (datetime(2026, 1, 5, 8, tzinfo=UTC), "field_type"),
        ("2026-01-05T08:00:00Z", "syntax"),
    ],
)
def test_what_is_no_civil_second_is_refused(th: Any, at: object, code: str) -> None:
    """A date has no time, a part of a second is not counted, and a zone is none of the clock's business."""
    with pytest.raises(th.Error) as refused:
        clock(th).is_open(at)
    assert refused.value.code == code


class TestNumpy:
    """Columns of numpy: the unit is looked at, never reinterpreted."""

    @pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
    def test_midnights_of_another_unit_are_days(self, th: Any, unit: str) -> None:
        np = pytest.importorskip("numpy")
        days = np.array(["2026-01-09", "2026-01-12"], f"datetime64[{unit}]")
        answer = calendar(th).advance(days, 1).astype("datetime64[D]")
        assert answer.tolist() == [date(2026, 1, 12), date(2026, 1, 13)]

    @pytest.mark.parametrize("unit", ["s", "ns"])
    def test_other_clock_times_are_no_days(self, th: Any, unit: str) -> None:
        np = pytest.importorskip("numpy")
        instants = np.array(["2026-01-09T08:00:00"], f"datetime64[{unit}]")
        with pytest.raises(th.Error, match="2026-01-09"):
            calendar(th).advance(instants, 1)

    @pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
    def test_instants_of_another_unit_are_instants(self, th: Any, unit: str) -> None:
        np = pytest.importorskip("numpy")
        at = np.array(["2026-01-05T16:00:00"], f"datetime64[{unit}]")
        answer = clock(th).advance(at, 7200).astype("datetime64[s]")
        assert answer.tolist() == [datetime(2026, 1, 6, 8)]

    @pytest.mark.parametrize("dtype", ["float64", "int64", "bool"])
    def test_numbers_are_no_days(self, th: Any, dtype: str) -> None:
        np = pytest.importorskip("numpy")
        with pytest.raises(th.Error):
            calendar(th).is_working(np.array([1, 0], dtype))

    def test_months_and_years_are_no_days(self, th: Any) -> None:
        np = pytest.importorskip("numpy")
        with pytest.raises(th.Error):
            calendar(th).is_working(np.array(["2026-01"], "datetime64[M]"))

    def test_a_column_of_floats_is_no_count(self, th: Any) -> None:
        np = pytest.importorskip("numpy")
        with pytest.raises(th.Error):
            calendar(th).advance(np.array(["2026-01-05"], "datetime64[D]"), np.array([1.0]))

    def test_columns_of_two_lengths_are_refused(self, th: Any) -> None:
        np = pytest.importorskip("numpy")
        days = np.array(["2026-01-05", "2026-01-06"], "datetime64[D]")
        with pytest.raises(th.Error):
            calendar(th).advance(days, np.array([1, 2, 3]))

    def test_a_bad_row_is_named(self, th: Any) -> None:
        np = pytest.importorskip("numpy")
        days = np.array(["2026-01-05", "1800-01-01", "2026-01-06"], "datetime64[D]")
        with pytest.raises(th.Error, match="1800-01-01") as refused:
            calendar(th).is_working(days)
        assert refused.value.code == "outside_calendar"

    def test_a_missing_day_alone_is_refused(self, th: Any) -> None:
        np = pytest.importorskip("numpy")
        with pytest.raises(th.Error):
            calendar(th).is_working(np.datetime64("NaT"))


def test_messages_say_what_would_be_right(th: Any) -> None:
    """Every refusal of the catalogue has two halves: what is wrong; and what was expected."""
    for _, question, _, _ in BAD:
        with pytest.raises(th.Error) as refused:
            question(th)
        assert "expected" in str(refused.value), str(refused.value)
