"""Random calendars, office hours and instants for the laws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from support.oracle.clock import Schedule, Session
from support.subjects import Subject

FULL_DAY = 86_400


@dataclass(frozen=True)
class CalendarSpec:
    weekmask: str
    holidays: tuple[date, ...]
    working: tuple[date, ...]
    first: date
    last: date

    def build(self, subject: Subject) -> Any:
        return subject.calendar(self.weekmask, self.holidays, self.working, self.first, self.last)

    def days(self) -> list[date]:
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


@st.composite
def calendars(draw: st.DrawFn, longest: int = 400) -> CalendarSpec:
    """Any week with a working day, few or many days off, rest days worked."""
    weekmask = draw(
        st.sampled_from(["1111100", "1111110", "1111111", "0000001"])
        | st.text("01", min_size=7, max_size=7).filter(lambda mask: "1" in mask)
    )
    first = draw(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
    length = draw(st.integers(1, longest))
    days = [first + timedelta(days=n) for n in range(length)]
    most = draw(st.sampled_from([0, 5, length]))
    holidays = draw(st.sets(st.sampled_from(days), max_size=most))
    # A stretch of days off, so that the nearest working day may be far, and in another month.
    start, span = draw(st.integers(0, length - 1)), draw(st.sampled_from([0, 0, 9, 45]))
    holidays |= set(days[start : start + span])
    resting = [day for day in days if weekmask[day.weekday()] == "0" and day not in holidays]
    working = draw(st.sets(st.sampled_from(resting), max_size=5)) if resting else set()
    order = draw(st.randoms(use_true_random=False))  # lists need no order
    shuffled = sorted(holidays)
    order.shuffle(shuffled)
    return CalendarSpec(weekmask, tuple(shuffled), tuple(sorted(working)), first, days[-1])


@st.composite
def day_sessions(draw: st.DrawFn) -> tuple[Session, ...]:
    """No session to three; touching ones, single seconds, to 24:00, midnight to midnight."""
    usual: Sequence[tuple[Session, ...]] = [
        (),
        ((25_200, 41_400), (48_600, 61_200)),  # 07:00-11:30 13:30-17:00
        ((25_200, 41_400),),  # a half day
        ((0, FULL_DAY),),
        ((48_600, FULL_DAY),),
        ((0, 1), (86_399, FULL_DAY)),
        ((25_200, 41_400), (41_400, 61_200)),  # no break between the two
    ]
    if draw(st.booleans()):
        return draw(st.sampled_from(usual))
    unit = draw(st.sampled_from([1, 60, 1800]))
    edges = sorted(draw(st.sets(st.integers(0, FULL_DAY // unit), max_size=6)))
    if len(edges) % 2:
        edges.pop()
    return tuple((edges[n] * unit, edges[n + 1] * unit) for n in range(0, len(edges), 2))


@st.composite
def schedules(draw: st.DrawFn, days: Sequence[date]) -> tuple[Schedule, ...]:
    """The same hours every day, or by weekday; other hours on single days; another schedule from a day on."""

    def week() -> tuple[tuple[Session, ...], ...]:
        if draw(st.booleans()):
            return (draw(day_sessions()),) * 7
        return tuple(draw(day_sessions()) for _ in range(7))

    since = draw(st.none() | st.sampled_from(days))
    dates = draw(st.dictionaries(st.sampled_from(days), day_sessions(), max_size=3))
    if since is None:
        return (Schedule(week(), dates),)
    return (
        Schedule(week(), {day: sessions for day, sessions in dates.items() if day < since}),
        Schedule(week(), {day: sessions for day, sessions in dates.items() if day >= since}, since),
    )


@st.composite
def instants(draw: st.DrawFn, days: Sequence[date], plan: Sequence[Schedule]) -> datetime:
    """A second of one of the days; often at, just before or just after an edge of a session."""
    midnight = datetime.combine(draw(st.sampled_from(days)), time())
    edges = sorted(
        {edge for one in plan for sessions in (*one.week, *one.dates.values()) for pair in sessions for edge in pair}
    )
    near = st.integers(-1, 1).flatmap(lambda off: st.sampled_from(edges or [0]).map(lambda edge: edge + off))
    second = draw(near | st.integers(0, FULL_DAY - 1))
    return midnight + timedelta(seconds=min(max(second, 0), FULL_DAY - 1))
