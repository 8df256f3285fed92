"""OfficeHours: sessions per weekday, per date, from a date on."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from thoihan import _core

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_Core = _core.OfficeHours
_Schedules = tuple[tuple[datetime.date | None, tuple[str, ...]], ...]
_Dates = tuple[tuple[datetime.date, str], ...]


class OfficeHours:
    """The hours of an office on the days that work; which days work is the calendar's. A value: it never changes.

    week   sessions of every working day, "07:00-11:30 13:30-17:00", or by weekday: {"mon-fri": "07:00-11:30
           13:30-17:00", "sat": "07:00-11:30"}. A weekday that is not named, or is "", is closed. HH:MM or HH:MM:SS,
           closing at 24:00 at the latest
    dates  sessions of single dates
    since  the day from which this schedule holds; schedules join with +

    >>> import thoihan as th
    >>> winter = th.OfficeHours("07:30-11:30 13:00-17:00")
    >>> summer = th.OfficeHours("07:00-11:30 13:30-17:00", since="2026-04-15")
    >>> winter + summer
    OfficeHours('07:30-11:30 13:00-17:00') + OfficeHours('07:00-11:30 13:30-17:00', since='2026-04-15')
    """

    __slots__ = ("_core",)
    _core: _Core

    def __init__(
        self,
        week: str | Mapping[str, str],
        *,
        dates: Mapping[datetime.date | str, str] | None = None,
        since: datetime.date | str | None = None,
    ) -> None:
        if isinstance(week, str):
            texts, fields = [week] * 7, ["week"] * 7
        else:
            texts, fields = _by_weekday(week)
        core = _core.OfficeHours.weekly(texts, fields, since)
        self._core = core.with_dates(list(dates.items())) if dates else core

    def __add__(self, other: OfficeHours) -> OfficeHours:
        """Both schedules: each holds from its day until the next one begins."""
        if not isinstance(other, OfficeHours):
            return NotImplemented
        return OfficeHours._of(self._core.joined(other._core))

    @classmethod
    def _of(cls, core: _Core) -> OfficeHours:
        made = object.__new__(cls)
        made._core = core
        return made

    def _parts(self) -> tuple[_Schedules, _Dates]:
        schedules = tuple((since, tuple(week)) for since, week in self._core.schedules())
        return schedules, tuple(self._core.dates())

    def __eq__(self, other: object) -> bool:
        return self._parts() == other._parts() if isinstance(other, OfficeHours) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._parts())

    def __repr__(self) -> str:
        schedules, dates = self._parts()
        parts = []
        for number, (since, week) in enumerate(schedules):
            arguments = [repr(week[0] if len(set(week)) == 1 else _named(week))]
            if number == 0 and dates:
                arguments.append("dates=" + repr({day.isoformat(): text for day, text in dates}))
            if since is not None:
                arguments.append(f"since={since.isoformat()!r}")
            parts.append(f"OfficeHours({', '.join(arguments)})")
        return " + ".join(parts)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, self._parts()


def _by_weekday(week: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Seven texts, Monday first, and what each was called."""
    texts, fields = [""] * 7, list(WEEKDAYS)
    named: set[int] = set()
    for name, text in week.items():
        first, _, last = name.partition("-")
        if first not in WEEKDAYS or (last or first) not in WEEKDAYS or (last and "-" not in name):
            right = ", ".join(WEEKDAYS) + ", mon-fri"
            _core.refuse("field_unknown", "week", name, right, right)
        start, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
        for day in range(start, end + 1) if start <= end else (*range(start, 7), *range(end + 1)):
            if day in named:
                _core.refuse("duplicate", name, WEEKDAYS[day])
            named.add(day)
            texts[day], fields[day] = text, name
    return texts, fields


def _named(week: tuple[str, ...]) -> dict[str, str]:
    """The weekdays that are open, neighbours of the same hours together."""
    named: dict[str, str] = {}
    day = 0
    while day < 7:
        last = day
        while last < 6 and week[last + 1] == week[day]:
            last += 1
        if week[day]:
            named[WEEKDAYS[day] if last == day else f"{WEEKDAYS[day]}-{WEEKDAYS[last]}"] = week[day]
        day = last + 1
    return named


def _rebuilt(schedules: _Schedules, dates: _Dates) -> OfficeHours:
    core = _core.OfficeHours()
    for since, week in schedules:
        core = core.joined(_core.OfficeHours.weekly(list(week), list(WEEKDAYS), since))
    return OfficeHours._of(core.with_dates(list(dates)))
