"""WorkingClock: the clock that runs in office hours on working days, and its inverses."""

from __future__ import annotations

import datetime
from typing import Any, overload

from thoihan import _core, columns
from thoihan.calendar import Calendar
from thoihan.columns import Argument
from thoihan.hours import OfficeHours

Instant = datetime.datetime | str
Seconds = int | datetime.timedelta | str

_PLAIN = (datetime.datetime, str)


class WorkingClock:
    """Working seconds: F(t), how many have passed before t, and its inverses. A value: it never changes.

    An instant is a naive datetime, ISO text, or a column of instants (numpy, pyarrow, pandas, polars, list), civil
    time of the office to the second; the answer is of the same kind. Seconds are an int, a timedelta of whole
    seconds, a text in working hours ("8 giờ làm việc"), or a column. Instants outside the calendar are refused with
    Error.

    >>> import thoihan as th
    >>> clock = th.WorkingClock(th.Calendar.vietnam(), th.OfficeHours("07:00-11:30 13:30-17:00"))
    >>> clock.advance("2026-08-21T16:00:00", 2 * 3600)  # Saturday 22 August 2026 is worked
    '2026-08-22T08:00:00'
    """

    __slots__ = ("_calendar", "_core", "_hours")
    _core: _core.WorkingClock

    def __init__(self, calendar: Calendar, hours: OfficeHours) -> None:
        self._core = _core.WorkingClock(calendar._core, hours._core)
        self._calendar = calendar
        self._hours = hours

    @property
    def calendar(self) -> Calendar:
        return self._calendar

    @property
    def hours(self) -> OfficeHours:
        return self._hours

    @overload
    def is_open(self, t: Instant) -> bool: ...
    @overload
    def is_open(self, t: Any) -> Any: ...
    def is_open(self, t: Any) -> Any:
        """Whether an instant lies in a session: from its opening to just before its closing."""
        if type(t) in _PLAIN or not columns.is_column(t):
            return self._core.is_open(t)
        return columns.ask(
            lambda asked, output: self._core.is_open_rows(asked[0], output), "truth", Argument("t", t, "instant")
        )

    @overload
    def next_open(self, t: datetime.datetime) -> datetime.datetime: ...
    @overload
    def next_open(self, t: str) -> str: ...
    @overload
    def next_open(self, t: Any) -> Any: ...
    def next_open(self, t: Any) -> Any:
        """The earliest open instant at or after t."""
        if type(t) in _PLAIN or not columns.is_column(t):
            return self._core.next_open(t)
        return columns.ask(
            lambda asked, output: self._core.next_open_rows(asked[0], output), "instant", Argument("t", t, "instant")
        )

    @overload
    def elapsed(self, a: Instant, b: Instant) -> int: ...
    @overload
    def elapsed(self, a: Any, b: Any) -> Any: ...
    def elapsed(self, a: Any, b: Any) -> Any:
        """The working seconds from a to b; negative when b is before a."""
        if (type(a) in _PLAIN and type(b) in _PLAIN) or not (columns.is_column(a) or columns.is_column(b)):
            return self._core.elapsed(a, b)
        return columns.ask(
            lambda asked, output: self._core.elapsed_rows(asked[0], asked[1], output),
            "number",
            Argument("a", a, "instant"),
            Argument("b", b, "instant"),
        )

    @overload
    def advance(self, t: datetime.datetime, seconds: Seconds) -> datetime.datetime: ...
    @overload
    def advance(self, t: str, seconds: Seconds) -> str: ...
    @overload
    def advance(self, t: Any, seconds: Any) -> Any: ...
    def advance(self, t: Any, seconds: Any) -> Any:
        """seconds > 0: the earliest instant by which they have been worked since t (a day's work ends at closing,
        not at the next opening); < 0: the latest instant from which they are worked until t; 0: t itself."""
        if (type(t) in _PLAIN and type(seconds) is int) or not (columns.is_column(t) or columns.is_column(seconds)):
            return self._core.advance(t, seconds)
        return columns.ask(
            lambda asked, output: self._core.advance_rows(asked[0], asked[1], output),
            "instant",
            Argument("t", t, "instant"),
            Argument("seconds", seconds, "seconds"),
        )

    @overload
    def latest(self, t: datetime.datetime, seconds: Seconds) -> datetime.datetime: ...
    @overload
    def latest(self, t: str, seconds: Seconds) -> str: ...
    @overload
    def latest(self, t: Any, seconds: Any) -> Any: ...
    def latest(self, t: Any, seconds: Any) -> Any:
        """The latest instant by which no more than `seconds` (0 or more) have been worked since t: comparing with
        it tells whether time is left."""
        if (type(t) in _PLAIN and type(seconds) is int) or not (columns.is_column(t) or columns.is_column(seconds)):
            return self._core.latest(t, seconds)
        return columns.ask(
            lambda asked, output: self._core.latest_rows(asked[0], asked[1], output),
            "instant",
            Argument("t", t, "instant"),
            Argument("seconds", seconds, "seconds"),
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, WorkingClock):
            return NotImplemented
        return self._calendar == other._calendar and self._hours == other._hours

    def __hash__(self) -> int:
        return hash((self._calendar, self._hours))

    def __repr__(self) -> str:
        return f"WorkingClock({self._calendar!r}, {self._hours!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return WorkingClock, (self._calendar, self._hours)
