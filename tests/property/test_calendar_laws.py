"""The laws of counting days, on random calendars: for the oracle, for the library, and between the two."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.columns import KINDS, Kind, as_days
from support.oracle.days import Days, OutsideRange
from support.random_calendars import CalendarSpec, calendars
from support.subjects import Oracle, Subject, Thoihan

CONVENTIONS = ("following", "preceding", "modified_following", "modified_preceding")

Counts = st.integers(-40, 40)


def outcome(subject: Subject, question: Callable[..., Any], *arguments: Any) -> Any:
    """The answer, or "outside" where the question or the answer leaves the range."""
    try:
        return question(*arguments)
    except subject.error:
        return "outside"


@given(spec=calendars(), data=st.data())
def test_every_answer_is_the_oracles(subject: Subject, spec: CalendarSpec, data: st.DataObject) -> None:
    oracle, cal = spec.build(Oracle()), spec.build(subject)
    assert (cal.first, cal.last) == (spec.first, spec.last)
    near_days = [spec.first - timedelta(days=2), spec.first - timedelta(days=1), *spec.days()]
    near_days += [spec.last + timedelta(days=1), spec.last + timedelta(days=400)]
    for day in near_days:
        assert outcome(subject, cal.is_working, day) == outcome(Oracle(), oracle.is_working, day), day
    for day in data.draw(st.lists(st.sampled_from(near_days), min_size=1, max_size=8)):
        n, other = data.draw(Counts), data.draw(st.sampled_from(near_days))
        assert outcome(subject, cal.advance, day, n) == outcome(Oracle(), oracle.advance, day, n)
        assert outcome(subject, cal.working_days, day, other) == outcome(Oracle(), oracle.working_days, day, other)
        assert outcome(subject, cal.next_working, day) == outcome(Oracle(), oracle.next_working, day)
        assert outcome(subject, cal.previous_working, day) == outcome(Oracle(), oracle.previous_working, day)
        for convention in CONVENTIONS:
            assert outcome(subject, cal.roll, day, convention) == outcome(Oracle(), oracle.roll, day, convention), (
                day,
                convention,
            )


@given(spec=calendars(), data=st.data())
def test_counting_is_additive_and_antisymmetric(subject: Subject, spec: CalendarSpec, data: st.DataObject) -> None:
    cal = spec.build(subject)
    a, b, c = (data.draw(st.sampled_from(spec.days())) for _ in range(3))
    assert cal.working_days(a, b) + cal.working_days(b, c) == cal.working_days(a, c)
    assert cal.working_days(a, b) == -cal.working_days(b, a)
    assert cal.working_days(a, a) == 0


@given(spec=calendars(), data=st.data())
def test_one_day_counts_as_it_works(subject: Subject, spec: CalendarSpec, data: st.DataObject) -> None:
    cal = spec.build(subject)
    day = data.draw(st.sampled_from(spec.days()))
    assert cal.working_days(day - timedelta(days=1), day) == int(cal.is_working(day))


@given(spec=calendars(), data=st.data())
def test_counting_undoes_advancing(subject: Subject, spec: CalendarSpec, data: st.DataObject) -> None:
    """From a rest day backwards one less is counted than was gone: the day itself did not work."""
    cal = spec.build(subject)
    day, n = data.draw(st.sampled_from(spec.days())), data.draw(Counts)
    reached = outcome(subject, cal.advance, day, n)
    if reached != "outside":
        expected = n if n >= 0 or cal.is_working(day) else n + 1
        assert cal.working_days(day, reached) == expected
        assert n == 0 or cal.is_working(reached)
        assert n != 0 or reached == day
    elif n > 0:  # refused only where there are not so many left
        assert cal.working_days(day, cal.last) < n
    else:
        before = cal.working_days(cal.first - timedelta(days=1), day) - int(cal.is_working(day))
        assert before < -n


@given(spec=calendars(), data=st.data())
def test_advancing_twice_is_advancing_by_the_sum(subject: Subject, spec: CalendarSpec, data: st.DataObject) -> None:
    """From any day, as long as both go the same way; from a working day, there and back again."""
    cal = spec.build(subject)
    day, m, n = data.draw(st.sampled_from(spec.days())), data.draw(Counts), data.draw(Counts)
    first = outcome(subject, cal.advance, day, m)
    if first == "outside":
        return
    if m * n > 0:
        assert outcome(subject, cal.advance, first, n) == outcome(subject, cal.advance, day, m + n)
    if cal.is_working(day):
        assert cal.advance(first, -m) == day


@given(spec=calendars(), data=st.data())
def test_a_roll_ends_on_the_nearest_working_day(subject: Subject, spec: CalendarSpec, data: st.DataObject) -> None:
    cal = spec.build(subject)
    day = data.draw(st.sampled_from(spec.days()))
    for convention in CONVENTIONS:
        rolled = outcome(subject, cal.roll, day, convention)
        if rolled == "outside":
            continue
        assert cal.is_working(rolled)
        assert cal.roll(rolled, convention) == rolled
        assert (rolled == day) == cal.is_working(day)
        if convention == "following":
            assert rolled >= day
            assert rolled == day or rolled == cal.next_working(day)
        if convention == "preceding":
            assert rolled <= day
            assert rolled == day or rolled == cal.previous_working(day)


def test_a_modified_roll_stays_in_its_month_of_its_year(subject: Subject) -> None:
    """A closure of a year: the next working day is in the same month, of the next year."""
    closed = [date(2020, 1, 10) + timedelta(days=n) for n in range(362)]
    cal = subject.calendar("1111111", closed, [], date(2019, 1, 1), date(2022, 12, 31))
    assert cal.roll(date(2020, 1, 15), "following") == date(2021, 1, 6)
    assert cal.roll(date(2020, 1, 15), "modified_following") == date(2020, 1, 9)
    assert cal.roll(date(2021, 1, 2), "modified_preceding") == date(2021, 1, 6)


def test_a_modified_roll_at_the_end_of_the_calendar_knows_that_the_month_is_over(subject: Subject) -> None:
    """Saturday 31 December 2022 is the last day: whatever comes next is another month. On Friday the 30th
    of a calendar that ends there, the 31st is not known."""
    cal = subject.calendar("1111100", [], [], date(2022, 1, 1), date(2022, 12, 31))
    assert cal.roll(date(2022, 12, 31), "modified_following") == date(2022, 12, 30)
    assert cal.roll(date(2022, 1, 1), "modified_preceding") == date(2022, 1, 3)
    short = subject.calendar("1111000", [], [], date(2022, 1, 1), date(2022, 12, 30))
    with pytest.raises(subject.error):
        short.roll(date(2022, 12, 30), "modified_following")


# Columns: kind in, kind out, and the same answers as one by one.


@pytest.fixture(scope="module", params=list(KINDS))
def kind(request: pytest.FixtureRequest) -> Kind:
    return KINDS[request.param]()


def inside(spec: CalendarSpec) -> tuple[Days, list[date]]:
    """The oracle, and the days from which 5 working days lie on either side."""
    oracle = spec.build(Oracle())
    days = []
    for day in spec.days():
        try:
            oracle.advance(day, 5)
            oracle.advance(day, -5)
        except OutsideRange:
            continue
        days.append(day)
    return oracle, days


@given(spec=calendars(), data=st.data())
def test_columns_are_scalars_in_a_row(kind: Kind, spec: CalendarSpec, data: st.DataObject) -> None:
    oracle, days = inside(spec)
    asked = data.draw(st.lists(st.sampled_from(days), max_size=20)) if days else []
    other = [data.draw(st.sampled_from(days)) for _ in asked]
    numbers = [data.draw(st.integers(-5, 5)) for _ in asked]
    cal = spec.build(Thoihan())
    day_column = kind.days(asked)

    answers = {
        "is_working": (cal.is_working(day_column), [oracle.is_working(day) for day in asked]),
        "advance": (cal.advance(day_column, 3), [oracle.advance(day, 3) for day in asked]),
        "advance by a column": (
            cal.advance(day_column, kind.numbers(numbers)),
            [oracle.advance(day, n) for day, n in zip(asked, numbers, strict=True)],
        ),
        "working_days": (
            cal.working_days(day_column, kind.days(other)),
            [oracle.working_days(a, b) for a, b in zip(asked, other, strict=True)],
        ),
        "working_days from a day": (
            cal.working_days(spec.first, day_column),
            [oracle.working_days(spec.first, day) for day in asked],
        ),
        "working_days to a day": (
            cal.working_days(day_column, spec.last),
            [oracle.working_days(day, spec.last) for day in asked],
        ),
        "roll": (cal.roll(day_column, "following"), [oracle.roll(day, "following") for day in asked]),
        "next_working": (cal.next_working(day_column), [oracle.next_working(day) for day in asked]),
        "previous_working": (cal.previous_working(day_column), [oracle.previous_working(day) for day in asked]),
    }
    for name, (column, expected) in answers.items():
        assert kind.is_kind(column), name
        assert as_days(kind.values(column)) == expected, name


def test_missing_days_stay_missing(kind: Kind) -> None:
    cal = Thoihan().calendar("1111100", [], [], date(2026, 1, 1), date(2026, 12, 31))
    days = kind.days([date(2026, 1, 5), None, date(2026, 1, 10)])
    assert as_days(kind.values(cal.advance(days, 1))) == [date(2026, 1, 6), None, date(2026, 1, 12)]
    assert as_days(kind.values(cal.roll(days, "following"))) == [date(2026, 1, 5), None, date(2026, 1, 12)]
    assert as_days(kind.values(cal.next_working(days))) == [date(2026, 1, 6), None, date(2026, 1, 12)]
    if kind.name not in ("numpy", "pandas"):  # whose columns of numbers and truths have no missing value
        assert kind.values(cal.is_working(days)) == [True, None, False]
        assert kind.values(cal.working_days(date(2026, 1, 1), days)) == [2, None, 6]


def test_empty_columns_give_empty_columns(kind: Kind) -> None:
    cal = Thoihan().calendar("1111100", [], [], date(2026, 1, 1), date(2026, 12, 31))
    for column in (cal.is_working(kind.days([])), cal.advance(kind.days([]), 1)):
        assert kind.is_kind(column)
        assert len(column) == 0


def test_scalars_keep_their_kind() -> None:
    cal = Thoihan().calendar("1111100", [], [], date(2026, 1, 1), date(2026, 12, 31))
    assert cal.advance(date(2026, 1, 9), 1) == date(2026, 1, 12)
    assert type(cal.advance(date(2026, 1, 9), 1)) is date
    assert cal.advance("2026-01-09", 1) == "2026-01-12"
    assert cal.roll("2026-01-10", "following") == "2026-01-12"
    assert cal.next_working("2026-01-09") == "2026-01-12"
    assert cal.previous_working("2026-01-12") == "2026-01-09"
    assert cal.working_days("2026-01-09", "2026-01-12") == 1
    assert cal.is_working("2026-01-09") is True
    assert cal.is_working("2026-01-10") is False


def test_arrays_that_are_strided_read_only_or_of_no_dimension() -> None:
    np = pytest.importorskip("numpy")
    cal = Thoihan().calendar("1111100", [], [], date(2026, 1, 1), date(2026, 12, 31))
    days = np.arange("2026-01-05", "2026-03-01", dtype="datetime64[D]")
    days.flags.writeable = False
    whole = cal.advance(days, 3)
    assert cal.advance(days[::3], 3).tolist() == whole[::3].tolist()
    assert cal.advance(days[::-1], 3).tolist() == whole[::-1].tolist()
    square = days[:54].reshape(6, 9)
    assert cal.advance(square, 3).tolist() == whole[:54].reshape(6, 9).tolist()
    assert cal.advance(np.array("2026-01-09", "datetime64[D]"), 1) == np.datetime64("2026-01-12")


def test_arrow_columns_that_are_sliced() -> None:
    pa = pytest.importorskip("pyarrow")
    cal = Thoihan().calendar("1111100", [], [], date(2026, 1, 1), date(2026, 12, 31))
    days = pa.array([date(2026, 1, 9), None, date(2026, 1, 12), date(2026, 1, 13), None] * 5, pa.date32())
    whole = cal.advance(days, 1).to_pylist()
    for start in (0, 1, 3, 9):
        assert cal.advance(days.slice(start, 8), 1).to_pylist() == whole[start : start + 8]
