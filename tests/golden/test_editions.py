"""What was known on which day, and how sure an answer is.

Friday 2 January 2026 was given off, for Saturday 10 January, by dispatch 12729/VPCP-KGVX of
25 December 2025: a week before, after thousands of appointments had been made.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

SWAPPED_OFF, SWAPPED_WORKED = date(2026, 1, 2), date(2026, 1, 10)
BEFORE, AFTER = date(2025, 12, 24), date(2025, 12, 25)


@pytest.fixture(scope="module")
def th() -> Any:
    import thoihan

    return thoihan


@pytest.fixture(scope="module")
def cal(th: Any) -> Any:
    return th.Calendar.vietnam()


def test_before_the_dispatch_2_january_2026_works(th: Any) -> None:
    cal = th.Calendar.vietnam(known_on=BEFORE)
    assert cal.is_working(SWAPPED_OFF)
    assert not cal.is_working(SWAPPED_WORKED)
    assert cal.day(SWAPPED_OFF).kind is None
    assert cal.day(SWAPPED_WORKED).kind == "weekend"


def test_from_the_day_of_the_dispatch_it_is_off(th: Any) -> None:
    cal = th.Calendar.vietnam(known_on=AFTER)
    assert not cal.is_working(SWAPPED_OFF)
    assert cal.is_working(SWAPPED_WORKED)
    assert cal.day(SWAPPED_OFF).kind == "off_swapped"
    assert cal.day(SWAPPED_WORKED).kind == "work_swapped"


def test_the_two_editions_have_two_names(th: Any) -> None:
    before, after = (th.Calendar.vietnam(known_on=day).edition for day in (BEFORE, AFTER))
    assert isinstance(before, str)
    assert before
    assert before != after


def test_editions_change_on_days_of_issue_only(th: Any) -> None:
    """Nothing was issued on 26 December 2025: the edition is still that of the 25th."""
    after, later = (th.Calendar.vietnam(known_on=AFTER + timedelta(days=n)).edition for n in (0, 1))
    assert after == later


def test_known_on_may_be_asked_with_the_question(cal: Any) -> None:
    assert cal.is_working(SWAPPED_OFF, known_on=BEFORE) is True
    assert cal.is_working(SWAPPED_OFF, known_on=AFTER) is False
    assert cal.advance(date(2025, 12, 31), 1, known_on=BEFORE) == SWAPPED_OFF
    assert cal.advance(date(2025, 12, 31), 1, known_on=AFTER) == date(2026, 1, 5)
    assert cal.working_days(date(2025, 12, 31), date(2026, 1, 9), known_on=BEFORE) == 6
    assert cal.working_days(date(2025, 12, 31), date(2026, 1, 9), known_on=AFTER) == 5
    assert cal.roll(SWAPPED_OFF, "following", known_on=BEFORE) == SWAPPED_OFF
    assert cal.roll(SWAPPED_OFF, "following", known_on=AFTER) == date(2026, 1, 5)
    assert cal.next_working(date(2026, 1, 1), known_on=BEFORE) == SWAPPED_OFF
    assert cal.next_working(date(2026, 1, 1), known_on=AFTER) == date(2026, 1, 5)
    assert cal.previous_working(date(2026, 1, 12), known_on=BEFORE) == date(2026, 1, 9)
    assert cal.previous_working(date(2026, 1, 12), known_on=AFTER) == SWAPPED_WORKED


def test_a_question_asked_with_known_on_is_that_of_the_calendar_of_that_day(th: Any, cal: Any) -> None:
    """Each day of issue since 2010 and the days around it, over the weeks that follow."""
    for known_on in (date(2010, 8, 24), date(2012, 11, 23), date(2024, 4, 11), date(2024, 4, 12), BEFORE, AFTER):
        as_known = th.Calendar.vietnam(known_on=known_on)
        for n in range(400):
            day = known_on + timedelta(days=n)
            assert cal.is_working(day, known_on=known_on) == as_known.is_working(day), (day, known_on)


def test_known_on_as_a_column(cal: Any) -> None:
    """An audit: was each appointment right on the day on which it was given?"""
    np = pytest.importorskip("numpy")
    given = np.array(["2025-12-23", "2025-12-24", "2025-12-25", "2025-12-26"], "datetime64[D]")
    asked = np.full(4, "2026-01-02", "datetime64[D]")
    received = np.full(4, "2025-12-31", "datetime64[D]")
    assert cal.is_working(asked, known_on=given).tolist() == [True, True, False, False]
    assert cal.advance(received, 1, known_on=given).tolist() == [SWAPPED_OFF] * 2 + [date(2026, 1, 5)] * 2
    through = np.full(4, "2026-01-09", "datetime64[D]")
    assert cal.working_days(received, through, known_on=given).tolist() == [6, 6, 5, 5]
    assert cal.roll(asked, "following", known_on=given).tolist() == [SWAPPED_OFF] * 2 + [date(2026, 1, 5)] * 2
    assert cal.next_working(received, known_on=given).tolist() == [SWAPPED_OFF] * 2 + [date(2026, 1, 5)] * 2
    monday = np.full(4, "2026-01-12", "datetime64[D]")
    assert cal.previous_working(monday, known_on=given).tolist() == [date(2026, 1, 9)] * 2 + [SWAPPED_WORKED] * 2


def test_known_on_as_an_arrow_column(cal: Any) -> None:
    pa = pytest.importorskip("pyarrow")
    given = pa.array([BEFORE, AFTER, None], pa.date32())
    asked = pa.array([SWAPPED_OFF] * 3, pa.date32())
    assert cal.is_working(asked, known_on=given).to_pylist() == [True, False, None]


@pytest.mark.parametrize(
    ("day", "certainty"),
    [
        (date(1999, 1, 4), "announced"),
        (date(2026, 6, 1), "announced"),
        (date(2027, 2, 4), "announced"),  # 10065/VPCP-KGVX of 2 October 2026
        (date(2028, 1, 24), "projected"),
        (date(2028, 6, 1), "projected"),
    ],
)
def test_certainty(cal: Any, day: date, certainty: str) -> None:
    assert cal.day(day).certainty == certainty


def test_announced_through_divides_announced_from_projected(cal: Any) -> None:
    assert cal.first < cal.announced_through < cal.last
    assert cal.announced_through == date(2027, 12, 31)
    assert cal.day(cal.announced_through).certainty == "announced"
    assert cal.day(cal.announced_through + timedelta(days=1)).certainty == "projected"


def test_what_was_announced_later_was_projected_before(th: Any) -> None:
    """2027 was announced on 2 October 2026."""
    before, after = (th.Calendar.vietnam(known_on=date(2026, 10, day)) for day in (1, 2))
    assert before.day(date(2027, 2, 4)).certainty == "projected"
    assert after.day(date(2027, 2, 4)).certainty == "announced"


def test_culture_day_on_a_saturday_gives_no_monday(cal: Any) -> None:
    """24 November 2029 is a Saturday. Resolution 28/2026/QH16 adds the day without amending art. 112(1)
    of the Labour Code, and art. 111(3) compensates the days of art. 112(1) only."""
    assert cal.day(date(2029, 11, 24)).kind == "off_statutory"
    assert cal.is_working(date(2029, 11, 26))
    assert cal.day(date(2029, 11, 26)).kind is None
    assert cal.is_working(date(2030, 11, 25))  # 24 November 2030 is a Sunday


def test_there_is_no_culture_day_before_the_resolution(th: Any, cal: Any) -> None:
    assert cal.is_working(date(2025, 11, 24))
    assert th.Calendar.vietnam(known_on=date(2026, 4, 23)).is_working(date(2026, 11, 24))


@pytest.mark.parametrize("question", ["is_working", "day", "next_working", "previous_working"])
@pytest.mark.parametrize("end", ["first", "last"])
def test_outside_the_range_is_refused(th: Any, cal: Any, question: str, end: str) -> None:
    outside = getattr(cal, end) + timedelta(days=1 if end == "last" else -1)
    with pytest.raises(th.Error, match=str(outside.year)):
        getattr(cal, question)(outside)
