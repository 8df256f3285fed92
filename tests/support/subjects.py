"""Two things that are put to the same questions: the oracle and the library.

Both answer by the same names (`is_working`, `advance`, `elapsed`, …), so only building them differs.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from support.oracle import clock as oracle_clock
from support.oracle import days as oracle_days

Sessions = Sequence[oracle_clock.Session]

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Subject(Protocol):
    name: str
    error: type[Exception]  # what it raises for what lies outside its range

    def calendar(
        self, weekmask: str, holidays: Sequence[date], working: Sequence[date], first: date, last: date
    ) -> Any: ...

    def vietnam(self) -> Any: ...

    def clock(self, calendar: Any, schedules: Sequence[oracle_clock.Schedule]) -> Any: ...


class Oracle:
    name = "oracle"
    error: type[Exception] = oracle_days.OutsideRange

    def calendar(
        self, weekmask: str, holidays: Sequence[date], working: Sequence[date], first: date, last: date
    ) -> oracle_days.Days:
        return oracle_days.Days(first, last, lambda day: weekmask[day.weekday()] == "0", holidays, working)

    def vietnam(self) -> oracle_days.Days:
        return oracle_days.vietnam()

    def clock(self, calendar: oracle_days.Days, schedules: Sequence[oracle_clock.Schedule]) -> oracle_clock.Clock:
        pays_for = oracle_days.vietnam_make_up_days() if calendar.rests is oracle_days.vietnam_week_rests else {}
        return oracle_clock.Clock(calendar, oracle_clock.Hours(*schedules, pays_for=pays_for))


class Thoihan:
    name = "thoihan"

    def __init__(self) -> None:
        import thoihan

        self.th = thoihan
        self.error: type[Exception] = thoihan.Error

    def calendar(
        self, weekmask: str, holidays: Sequence[date], working: Sequence[date], first: date, last: date
    ) -> Any:
        return self.th.Calendar(
            weekmask=weekmask, holidays=list(holidays), working=list(working), first=first, last=last
        )

    def vietnam(self) -> Any:
        return self.th.Calendar.vietnam()

    def clock(self, calendar: Any, schedules: Sequence[oracle_clock.Schedule]) -> Any:
        hours = [self._hours(schedule) for schedule in schedules]
        joined = hours[0]
        for more in hours[1:]:
            joined = joined + more
        return self.th.WorkingClock(calendar, joined)

    def _hours(self, schedule: oracle_clock.Schedule) -> Any:
        texts = [sessions_text(sessions) for sessions in schedule.week]
        same_every_day = len(set(texts)) == 1
        week = texts[0] if same_every_day else dict(zip(WEEKDAYS, texts, strict=True))
        more: dict[str, Any] = {}
        if schedule.dates:
            more["dates"] = {day: sessions_text(sessions) for day, sessions in schedule.dates.items()}
        if schedule.since:
            more["since"] = schedule.since
        return self.th.OfficeHours(week, **more)


def sessions_text(sessions: Sessions) -> str:
    """Sessions as a person writes them: "07:00-11:30 13:30-17:00"; no sessions are ""."""
    return " ".join(f"{clock_text(opening)}-{clock_text(closing)}" for opening, closing in sessions)


def clock_text(seconds: int) -> str:
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if second else "")
