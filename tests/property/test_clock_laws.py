"""The laws of working seconds, on random calendars and hours: for the oracle, for the library, and between.

F counts the open seconds; a session runs from its opening to just before its closing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.columns import KINDS, Kind
from support.oracle.clock import Clock, Schedule, Session
from support.oracle.days import vietnam_make_up_days
from support.random_calendars import CalendarSpec, calendars, instants, schedules
from support.subjects import Oracle, Subject, Thoihan

ONE_SECOND = timedelta(seconds=1)
EIGHT_HOURS = 8 * 3600

MORNING: Session = (7 * 3600, 11 * 3600 + 1800)
AFTERNOON: Session = (13 * 3600 + 1800, 17 * 3600)
OFFICE = Schedule(((MORNING, AFTERNOON),) * 7)  # 07:00-11:30 13:30-17:00 on every day that works

Seconds = st.integers(0, 200_000) | st.sampled_from([0, 1, 3600, EIGHT_HOURS, 5 * EIGHT_HOURS])


class Case:
    """A clock of the oracle, the same of the subject, and instants to ask about."""

    def __init__(self, subject: Subject, data: st.DataObject) -> None:
        spec: CalendarSpec = data.draw(calendars(longest=60))
        plan: tuple[Schedule, ...] = data.draw(schedules(spec.days()))
        self.data = data
        self.subject = subject
        self.days = spec.days()
        self.plan = plan
        self.oracle: Clock = Oracle().clock(spec.build(Oracle()), plan)
        self.clock: Any = subject.clock(spec.build(subject), plan)

    def instant(self) -> datetime:
        return self.data.draw(instants(self.days, self.plan))

    def seconds(self, t: datetime) -> int:
        """Any amount, or just what is worked from t to another instant, which is often an edge of a session."""
        if self.data.draw(st.booleans()):
            return self.data.draw(Seconds)
        return abs(self.oracle.elapsed(t, self.instant()))

    def ask(self, question: str, *arguments: Any) -> Any:
        """The subject's answer, or "outside" where question or answer leaves the range."""
        return outcome(self.subject, getattr(self.clock, question), *arguments)

    def ask_oracle(self, question: str, *arguments: Any) -> Any:
        return outcome(Oracle(), getattr(self.oracle, question), *arguments)

    def is_inside(self, at: datetime) -> bool:
        """From 00:00 of the first day to 24:00 of the last, both included."""
        return self.days[0] <= at.date() and (at - ONE_SECOND).date() <= self.days[-1]


def outcome(subject: Subject, question: Callable[..., Any], *arguments: Any) -> Any:
    try:
        return question(*arguments)
    except subject.error:
        return "outside"


@given(data=st.data())
def test_every_answer_is_the_oracles(subject: Subject, data: st.DataObject) -> None:
    case = Case(subject, data)
    for _ in range(4):
        t, other = case.instant(), case.instant()
        w = case.seconds(t)
        for question in (
            ("is_open", t),
            ("next_open", t),
            ("elapsed", t, other),
            ("advance", t, w),
            ("advance", t, -w),
            ("latest", t, w),
        ):
            assert case.ask(*question) == case.ask_oracle(*question), question


@given(data=st.data())
def test_elapsed_is_additive_antisymmetric_and_never_falls(subject: Subject, data: st.DataObject) -> None:
    case = Case(subject, data)
    a, b, c = case.instant(), case.instant(), case.instant()
    assert case.clock.elapsed(a, b) + case.clock.elapsed(b, c) == case.clock.elapsed(a, c)
    assert case.clock.elapsed(a, b) == -case.clock.elapsed(b, a)
    assert case.clock.elapsed(min(a, b), max(a, b)) >= 0
    assert abs(case.clock.elapsed(a, b)) <= abs((b - a) // ONE_SECOND)  # no faster than the clock on the wall


@given(data=st.data())
def test_elapsed_undoes_advance(subject: Subject, data: st.DataObject) -> None:
    case = Case(subject, data)
    t = case.instant()
    w = case.seconds(t) * case.data.draw(st.sampled_from([1, -1]))
    reached = case.ask("advance", t, w)
    if reached != "outside":
        assert case.clock.elapsed(t, reached) == w
        assert w != 0 or reached == t


@given(data=st.data())
def test_advance_is_the_earliest_forwards_and_the_latest_backwards(subject: Subject, data: st.DataObject) -> None:
    """A day's work ends at closing, not at the next opening; counted back, it starts at opening."""
    case = Case(subject, data)
    t = case.instant()
    w = max(case.seconds(t), 1)
    forwards, backwards = case.ask("advance", t, w), case.ask("advance", t, -w)
    if forwards != "outside":
        assert case.clock.elapsed(t, forwards - ONE_SECOND) == w - 1
    if backwards != "outside":
        assert case.clock.elapsed(backwards + ONE_SECOND, t) == w - 1


@given(data=st.data())
def test_latest_is_one_comparison_for_due_soon(subject: Subject, data: st.DataObject) -> None:
    """F(x) - F(t) <= w exactly where x <= latest(t, w)."""
    case = Case(subject, data)
    t = case.instant()
    w = case.seconds(t)
    latest = case.ask("latest", t, w)
    asked = [case.instant() for _ in range(3)]
    if latest == "outside":  # nothing worked after the allowance is used up, as far as the calendar goes
        assert all(case.clock.elapsed(t, x) <= w for x in asked)
        return
    asked += [x for x in (latest - ONE_SECOND, latest, latest + ONE_SECOND) if case.is_inside(x)]
    for x in asked:
        assert (case.clock.elapsed(t, x) <= w) == (x <= latest), x


@given(data=st.data())
def test_latest_is_the_opening_that_follows_advance(subject: Subject, data: st.DataObject) -> None:
    case = Case(subject, data)
    t = case.instant()
    w = case.seconds(t)
    reached = case.ask("advance", t, w)
    if reached != "outside":
        assert case.ask("latest", t, w) == case.ask("next_open", reached)


@given(data=st.data())
def test_open_is_where_the_next_second_counts(subject: Subject, data: st.DataObject) -> None:
    case = Case(subject, data)
    t = case.instant()
    assert int(case.clock.is_open(t)) == case.clock.elapsed(t, t + ONE_SECOND)
    opens = case.ask("next_open", t)
    assert case.clock.is_open(t) == (opens == t)
    if opens != "outside":
        assert opens >= t
        assert case.clock.is_open(opens)
        assert case.clock.elapsed(t, opens) == 0


@pytest.mark.parametrize("kind_name", list(KINDS))
@given(data=st.data())
def test_columns_are_scalars_in_a_row(kind_name: str, data: st.DataObject) -> None:
    kind: Kind = KINDS[kind_name]()
    case = Case(Thoihan(), data)
    wanted = [case.instant() for _ in range(data.draw(st.integers(0, 8)))]
    numbers = [data.draw(st.integers(-40_000, 40_000)) for _ in wanted]
    questions = ("advance", "latest", "next_open")
    rows = [
        (t, n)
        for t, n in zip(wanted, numbers, strict=True)
        if all(
            answer != "outside"
            for answer in (
                case.ask_oracle("advance", t, n),
                case.ask_oracle("latest", t, abs(n)),
                case.ask_oracle("next_open", t),
            )
        )
    ]
    at, numbers = [t for t, _ in rows], [n for _, n in rows]
    start = datetime.combine(case.days[0], time())
    column, clock, oracle = kind.instants(at), case.clock, case.oracle
    answers = {
        "is_open": (clock.is_open(column), [oracle.is_open(t) for t in at]),
        "next_open": (clock.next_open(column), [oracle.next_open(t) for t in at]),
        "elapsed": (clock.elapsed(column, kind.instants(at[::-1])), list(map(oracle.elapsed, at, at[::-1]))),
        "elapsed from an instant": (clock.elapsed(start, column), [oracle.elapsed(start, t) for t in at]),
        "advance": (clock.advance(column, 0), at),
        "advance by a column": (
            clock.advance(column, kind.numbers(numbers)),
            list(map(oracle.advance, at, numbers)),
        ),
        "latest": (
            clock.latest(column, kind.numbers([abs(n) for n in numbers])),
            [oracle.latest(t, abs(n)) for t, n in rows],
        ),
    }
    assert set(questions) <= set(answers)
    for name, (answer, expected) in answers.items():
        assert kind.is_kind(answer), name
        assert kind.values(answer) == expected, name


@pytest.mark.parametrize("kind_name", list(KINDS))
def test_missing_instants_stay_missing(kind_name: str) -> None:
    kind: Kind = KINDS[kind_name]()
    subject = Thoihan()
    clock = subject.clock(subject.vietnam(), [OFFICE])
    at = kind.instants([datetime(2026, 1, 5, 8), None, datetime(2026, 1, 9, 17)])
    assert kind.values(clock.advance(at, 3600)) == [datetime(2026, 1, 5, 9), None, datetime(2026, 1, 10, 8)]
    assert kind.values(clock.next_open(at)) == [datetime(2026, 1, 5, 8), None, datetime(2026, 1, 10, 7)]


# Examples from the law and from practice, each with its reason.

EXAMPLES = [
    ("the morning's end, not the afternoon's start", "advance", "2026-01-05 08:00", 12_600, "2026-01-05 11:30"),
    ("over the break", "advance", "2026-01-05 08:00", 12_601, "2026-01-05 13:30:01"),
    ("a day's eight hours end at closing", "advance", "2026-01-05 07:00", EIGHT_HOURS, "2026-01-05 17:00"),
    ("over the week's end", "advance", "2026-01-16 16:00", 7200, "2026-01-19 08:00"),
    ("Saturday 10 January 2026 is worked", "advance", "2026-01-09 16:00", 7200, "2026-01-10 08:00"),
    ("Friday 2 January 2026 is not", "advance", "2025-12-31 16:00", 7200, "2026-01-05 08:00"),
    ("Tết: 14 to 22 February", "advance", "2026-02-13 16:00", 7200, "2026-02-23 08:00"),
    ("nothing to do is done at once, at night too", "advance", "2026-01-17 23:00", 0, "2026-01-17 23:00"),
    ("an hour before the opening is yesterday's last", "advance", "2026-01-06 07:00", -3600, "2026-01-05 16:00"),
    ("eight hours back from closing is opening", "advance", "2026-01-06 17:00", -EIGHT_HOURS, "2026-01-06 07:00"),
    ("what ends with the day lasts all night", "latest", "2026-01-05 07:00", EIGHT_HOURS, "2026-01-06 07:00"),
    ("one that ends within a session ends there", "latest", "2026-01-05 07:00", 3600, "2026-01-05 08:00"),
    ("none at all lasts until something is worked", "latest", "2026-01-16 17:00", 0, "2026-01-19 07:00"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "question", "at", "seconds", "expected"), EXAMPLES, ids=[row[0] for row in EXAMPLES])
def test_examples(
    subject: Subject, external_file: Any, why: str, question: str, at: str, seconds: int, expected: str
) -> None:
    external_file("law/vn_days.csv")
    clock = subject.clock(subject.vietnam(), [OFFICE])
    answer = getattr(clock, question)(datetime.fromisoformat(at), seconds)
    assert answer == datetime.fromisoformat(expected), why


def by_weekday(*saturday: Session) -> Schedule:
    """Hours that tell which weekday they are of: Monday closes at 11:00, Tuesday at 12:00, … Friday at 15:00."""
    week: list[Sequence[Session]] = [((7 * 3600, (11 + weekday) * 3600),) for weekday in range(5)]
    return Schedule((*week, saturday, ()))


def open_seconds(clock: Any, day: date) -> int:
    midnight = datetime.combine(day, time())
    return clock.elapsed(midnight, midnight + timedelta(days=1))  # type: ignore[no-any-return]


@pytest.mark.parametrize("saturday", [(), ((8 * 3600, 9 * 3600),)], ids=["closed", "one hour"])
def test_a_make_up_day_has_the_hours_of_the_day_it_pays_for(
    subject: Subject, external_file: Any, saturday: Sequence[Session]
) -> None:
    """Whatever its own weekday's hours are. All 22 of them; one is a Sunday."""
    pairs = vietnam_make_up_days(external_file("law/vn_days.csv"))
    clock = subject.clock(subject.vietnam(), [by_weekday(*saturday)])
    assert len(pairs) == 22
    for worked, off in pairs.items():
        assert open_seconds(clock, worked) == (4 + off.weekday()) * 3600, worked
        assert open_seconds(clock, off) == 0


def test_a_single_date_goes_before_the_day_paid_for(subject: Subject, external_file: Any) -> None:
    external_file("law/vn_days.csv")
    week = by_weekday().week
    clock = subject.clock(subject.vietnam(), [Schedule(week, {date(2026, 1, 10): ((8 * 3600, 10 * 3600),)})])
    assert open_seconds(clock, date(2026, 1, 10)) == 2 * 3600


def test_a_make_up_day_follows_the_schedule_of_its_own_time(subject: Subject, external_file: Any) -> None:
    """Monday 31 December 2012 is paid for on Saturday 5 January 2013; a schedule of the new year lies between."""
    external_file("law/vn_days.csv")
    new_year = Schedule((((8 * 3600, 10 * 3600),), *((MORNING,),) * 6), since=date(2013, 1, 1))
    clock = subject.clock(subject.vietnam(), [by_weekday(), new_year])
    assert open_seconds(clock, date(2013, 1, 5)) == 2 * 3600  # the new year's Monday


def test_the_last_instant_is_24_00_of_the_last_day(subject: Subject) -> None:
    cal = subject.calendar("1111111", [], [], date(2026, 1, 1), date(2026, 1, 31))
    clock = subject.clock(cal, [Schedule((((0, 86_400),),) * 7)])
    end = datetime(2026, 2, 1)
    assert clock.advance(datetime(2026, 1, 31), 86_400) == end
    assert clock.elapsed(datetime(2026, 1, 1), end) == 31 * 86_400
    assert clock.advance(end, -86_400) == datetime(2026, 1, 31)
    outside: list[tuple[Any, ...]] = [
        ("advance", end, 1),
        ("latest", datetime(2026, 1, 31), 86_400),
        ("next_open", end),
        ("elapsed", datetime(2026, 1, 1), end + ONE_SECOND),
        ("elapsed", datetime(2026, 1, 1) - ONE_SECOND, end),
        ("advance", datetime(2026, 1, 1), -1),
    ]
    for name, *arguments in outside:
        with pytest.raises(subject.error):
            getattr(clock, name)(*arguments)


def test_a_make_up_day_without_a_partner_has_the_hours_of_its_weekday(subject: Subject) -> None:
    saturday = date(2026, 1, 10)
    cal = subject.calendar("1111100", [], [saturday], date(2026, 1, 1), date(2026, 12, 31))
    assert open_seconds(subject.clock(cal, [by_weekday((8 * 3600, 9 * 3600))]), saturday) == 3600
    assert open_seconds(subject.clock(cal, [by_weekday()]), saturday) == 0


def test_the_calendar_decides_whether_a_day_works_and_the_hours_only_when(subject: Subject) -> None:
    sunday = date(2026, 1, 11)
    cal = subject.calendar("1111100", [], [], date(2026, 1, 1), date(2026, 12, 31))
    clock = subject.clock(cal, [Schedule(OFFICE.week, {sunday: (MORNING,)})])
    assert open_seconds(clock, sunday) == 0


def test_a_schedule_holds_from_its_day_on(subject: Subject) -> None:
    """From 16 April 2026 the office opens at 07:30: the summer's hours."""
    cal = subject.calendar("1111100", [], [], date(2026, 1, 1), date(2026, 12, 31))
    summer = Schedule((((27_000, 41_400), AFTERNOON),) * 7, since=date(2026, 4, 16))
    clock = subject.clock(cal, [OFFICE, summer])
    assert clock.next_open(datetime(2026, 4, 15)) == datetime(2026, 4, 15, 7)
    assert clock.next_open(datetime(2026, 4, 16)) == datetime(2026, 4, 16, 7, 30)


def test_midnight_to_midnight_is_the_clock_on_the_wall(subject: Subject) -> None:
    cal = subject.calendar("1111111", [], [], date(2026, 1, 1), date(2026, 12, 31))
    clock = subject.clock(cal, [Schedule((((0, 86_400),),) * 7)])
    t = datetime(2026, 1, 5, 23, 59, 59)
    assert clock.advance(t, 86_400 * 3 + 2) == datetime(2026, 1, 9, 0, 0, 1)
    assert clock.advance(t, 1) == clock.latest(t, 1) == datetime(2026, 1, 6)
    assert clock.elapsed(t, datetime(2026, 2, 1)) == 86_400 * 26 + 1


def test_scalars_keep_their_kind_and_seconds_may_be_said() -> None:
    subject = Thoihan()
    clock = subject.clock(subject.vietnam(), [OFFICE])
    t, reached = datetime(2026, 1, 5, 8), datetime(2026, 1, 6, 8)
    assert clock.advance(t, EIGHT_HOURS) == reached
    assert clock.advance(t, timedelta(hours=8)) == reached
    assert clock.advance(t, "8 giờ làm việc") == reached
    assert clock.advance("2026-01-05T08:00:00", EIGHT_HOURS) == "2026-01-06T08:00:00"
    assert clock.next_open("2026-01-03T08:00:00") == "2026-01-05T07:00:00"
    assert clock.latest("2026-01-05T08:00:00", 3600) == "2026-01-05T09:00:00"
    assert clock.elapsed("2026-01-05T08:00:00", "2026-01-06T08:00:00") == EIGHT_HOURS
    assert clock.is_open(t) is True
    assert clock.is_open("2026-01-05T12:00:00") is False


# A year of the real calendar, with its make-up days and Tết.

YEAR_STARTS, YEAR_ENDS = datetime(2026, 1, 1), datetime(2027, 1, 1)


def test_a_year_at_every_edge_of_its_sessions(external_file: Any) -> None:
    """Each opening and closing of 2026, a second before and after, and the last second of each day."""
    external_file("law/vn_days.csv")
    oracle = Oracle().clock(Oracle().vietnam(), [OFFICE])
    clock = Thoihan().clock(Thoihan().vietnam(), [OFFICE])
    elapsed = 0  # since the year began, kept by walking
    last_asked = YEAR_STARTS
    asked = 0
    for n in range(365):
        midnight = YEAR_STARTS + timedelta(days=n)
        for edge in (0, *MORNING, *AFTERNOON, 86_399):
            for off in (-1, 0, 1):
                t = midnight + timedelta(seconds=edge + off)
                if not last_asked <= t < YEAR_ENDS:
                    continue
                elapsed += oracle.elapsed(last_asked, t)
                last_asked = t
                asked += 1
                assert clock.elapsed(YEAR_STARTS, t) == elapsed, t
                assert clock.is_open(t) == oracle.is_open(t), t
                assert clock.next_open(t) == oracle.next_open(t), t
                for w in (1, EIGHT_HOURS, 5 * EIGHT_HOURS):
                    assert clock.advance(t, w) == oracle.advance(t, w), (t, w)
                    assert clock.advance(t, -w) == oracle.advance(t, -w), (t, w)
                    assert clock.latest(t, w) == oracle.latest(t, w), (t, w)
    assert asked > 365 * 15
    assert elapsed == 249 * EIGHT_HOURS  # 249 working days in 2026 (HOLIDAYS.md, section 2)


class Year:
    """All 31 536 000 seconds of 2026. The walker lays out the sessions; F is their running sum."""

    def __init__(self) -> None:
        np = pytest.importorskip("numpy")
        oracle = Oracle().clock(Oracle().vietnam(), [OFFICE])
        self.clock = Thoihan().clock(Thoihan().vietnam(), [OFFICE])
        self.length = (YEAR_ENDS - YEAR_STARTS) // ONE_SECOND
        self.is_open = np.zeros(self.length, bool)
        for n in range(365):
            for opening, closing in oracle.sessions_of(YEAR_STARTS.date() + timedelta(days=n)):
                self.is_open[(opening - YEAR_STARTS) // ONE_SECOND : (closing - YEAR_STARTS) // ONE_SECOND] = True
        self.worked = np.concatenate([[0], np.cumsum(self.is_open)])  # [i]: open seconds in the first i of the year
        self.seconds = np.flatnonzero(self.is_open)  # [k]: the open second number k, from 0
        self.start = np.datetime64(YEAR_STARTS, "s")

    def chunks(self) -> Iterator[Any]:
        """The numbers of the year's seconds, some at a time."""
        np = pytest.importorskip("numpy")
        for first in range(0, self.length, 2_000_000):
            yield np.arange(first, min(first + 2_000_000, self.length))


@pytest.fixture(scope="module")
def year(external_file: Any) -> Year:
    external_file("law/vn_days.csv")
    return Year()


def test_a_year_second_by_second(year: Year) -> None:
    np = pytest.importorskip("numpy")
    for index in year.chunks():
        t, worked = year.start + index, year.worked[index]
        assert np.array_equal(year.clock.is_open(t), year.is_open[index])
        assert np.array_equal(year.clock.elapsed(YEAR_STARTS, t), worked)
        before_the_last = worked < len(year.seconds)
        assert np.array_equal(
            year.clock.next_open(t[before_the_last]), year.start + year.seconds[worked[before_the_last]]
        )


def test_every_amount_of_work_from_the_first_second_of_a_year(year: Year) -> None:
    np = pytest.importorskip("numpy")
    amounts = np.arange(1, len(year.seconds) + 1)
    t = np.full(len(amounts), year.start)
    assert np.array_equal(year.clock.advance(t, amounts), year.start + year.seconds + 1)
    assert np.array_equal(year.clock.latest(t, amounts - 1), year.start + year.seconds)


@pytest.mark.parametrize(
    "w", [EIGHT_HOURS, *(pytest.param(w, marks=pytest.mark.long) for w in (1, 3600, EIGHT_HOURS - 1, 15 * EIGHT_HOURS))]
)
def test_a_year_of_inverses_second_by_second(year: Year, w: int) -> None:
    """Onwards the end of the w-th open second, backwards the start of the w-th last."""
    np = pytest.importorskip("numpy")
    for index in year.chunks():
        t, worked = year.start + index, year.worked[index]
        ahead = worked + w <= len(year.seconds)
        assert np.array_equal(year.clock.advance(t[ahead], w), year.start + year.seconds[worked[ahead] + w - 1] + 1)
        behind = worked >= w
        assert np.array_equal(year.clock.advance(t[behind], -w), year.start + year.seconds[worked[behind] - w])
        more_ahead = worked + w < len(year.seconds)
        assert np.array_equal(year.clock.latest(t[more_ahead], w), year.start + year.seconds[worked[more_ahead] + w])
