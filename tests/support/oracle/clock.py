"""Working seconds, found by walking from one session to the next.

The calendar decides whether a day works; the hours decide when. A session runs from its opening to
just before its closing. Exact to the second; a civil day has 86 400 of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from support.oracle.days import ONE_DAY, Days, OutsideRange

ONE_SECOND = timedelta(seconds=1)

Session = tuple[int, int]  # opening and closing, seconds since 00:00; a closing at 24:00 is 86 400


@dataclass(frozen=True)
class Schedule:
    """The hours of an office from a day on (`since`; None: always).

    `week` gives the sessions of Monday to Sunday, `dates` those of single days.
    """

    week: Sequence[Sequence[Session]]
    dates: Mapping[date, Sequence[Session]] = field(default_factory=dict)
    since: date | None = None

    def has_begun(self, day: date) -> bool:
        return self.since is None or self.since <= day


class Hours:
    """Schedules, each from its day on, the later one replacing the earlier."""

    def __init__(self, *schedules: Schedule, pays_for: Mapping[date, date] | None = None) -> None:
        self.schedules = schedules
        self.pays_for = pays_for or {}  # make-up day: the day off that it pays for

    def of(self, day: date) -> list[Session]:
        """The hours of a day, if it works: those given to its date, else those that the schedule then in
        force gives to its weekday, or for a make-up day to the weekday of the day that it pays for."""
        for schedule in self.schedules:
            if day in schedule.dates:
                return sorted(schedule.dates[day])
        in_force = None
        for schedule in self.schedules:
            if schedule.has_begun(day) and (in_force is None or begins_later(schedule, in_force)):
                in_force = schedule
        weekday = self.pays_for.get(day, day).weekday()
        return sorted(in_force.week[weekday]) if in_force else []


def begins_later(schedule: Schedule, other: Schedule) -> bool:
    return schedule.since is not None and (other.since is None or schedule.since >= other.since)


class Clock:
    def __init__(self, days: Days, hours: Hours) -> None:
        self.days = days
        self.hours = hours

    def sessions_of(self, day: date) -> list[tuple[datetime, datetime]]:
        """The sessions of one day, in order, as instants."""
        if not self.days.is_working(day):
            return []
        midnight = datetime.combine(day, time())
        return [
            (midnight + timedelta(seconds=opening), midnight + timedelta(seconds=closing))
            for opening, closing in self.hours.of(day)
        ]

    def sessions_from(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        """All sessions from a day on, onwards; the calendar's end is an OutsideRange."""
        while True:
            yield from self.sessions_of(day)
            day += ONE_DAY

    def sessions_back_from(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        while True:
            yield from reversed(self.sessions_of(day))
            day -= ONE_DAY

    def is_open(self, at: datetime) -> bool:
        return any(opening <= at < closing for opening, closing in self.sessions_of(at.date()))

    def next_open(self, at: datetime) -> datetime:
        """The earliest open instant at or after `at`."""
        for opening, closing in self.sessions_from(at.date()):
            if at < closing:
                return max(at, opening)
        raise AssertionError("sessions_from ends with OutsideRange")

    def elapsed(self, start: datetime, end: datetime) -> int:
        """Working seconds from start to end; negative when end is before start."""
        self._within(start)
        self._within(end)
        if end < start:
            return -self.elapsed(end, start)
        total = timedelta()
        day = start.date()
        while datetime.combine(day, time()) < end:
            for opening, closing in self.sessions_of(day):
                worked_from, worked_until = max(opening, start), min(closing, end)
                if worked_from < worked_until:
                    total += worked_until - worked_from
            day += ONE_DAY
        return total // ONE_SECOND

    def advance(self, at: datetime, seconds: int) -> datetime:
        """seconds > 0: the earliest instant by which so much has been worked since `at`;
        seconds < 0: the latest instant from which so much has been worked until `at`; 0: `at`."""
        self._within(at)
        left = timedelta(seconds=abs(seconds))
        if seconds > 0:
            for opening, closing in self.sessions_from(at.date()):
                start = max(opening, at)
                if start < closing:
                    if start + left <= closing:
                        return start + left
                    left -= closing - start
        if seconds < 0:
            for opening, closing in self.sessions_back_from((at - ONE_SECOND).date()):
                end = min(closing, at)
                if opening < end:
                    if opening <= end - left:
                        return end - left
                    left -= end - opening
        return at

    def latest(self, at: datetime, seconds: int) -> datetime:
        """The latest instant by which no more than so much has been worked since `at`: where the
        allowance runs out in the middle of a session, there; where it runs out with a session, the
        opening of the next, since nothing is worked in between."""
        self._within(at)
        left = timedelta(seconds=seconds)
        for opening, closing in self.sessions_from(at.date()):
            start = max(opening, at)
            if start < closing:
                if start + left < closing:
                    return start + left
                left -= closing - start
        raise AssertionError("sessions_from ends with OutsideRange")

    def _within(self, at: datetime) -> None:
        """From 00:00 of the first day to 24:00 of the last."""
        if not self.days.first <= at.date() or (at - ONE_SECOND).date() > self.days.last:
            raise OutsideRange(at)
