"""Working days, found by walking from one day to the next.

A day works when it is a make-up day; else it does not when it is a day off; else it does not when
the week rests on it; else it works.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Collection
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from support import external

ONE_DAY = timedelta(days=1)
FIVE_DAY_WEEK_FROM = date(1999, 10, 2)  # QĐ 188/1999/QĐ-TTg; before it Saturdays were worked
SATURDAY, SUNDAY = 5, 6


class OutsideRange(Exception):  # noqa: N818 - it says what is wrong with the question
    """The question, or the way to its answer, leaves the days that the calendar knows."""


class Days:
    """The days from `first` through `last`; nothing is known outside.

    `rests(day)` says whether the week rests on a day; `off` are days off, `worked` make-up days.
    """

    def __init__(
        self,
        first: date,
        last: date,
        rests: Callable[[date], bool],
        off: Collection[date] = (),
        worked: Collection[date] = (),
    ) -> None:
        self.first = first
        self.last = last
        self.rests = rests
        self.off = frozenset(off)
        self.worked = frozenset(worked)

    def is_working(self, day: date) -> bool:
        if not self.first <= day <= self.last:
            raise OutsideRange(day)
        if day in self.worked:
            return True
        if day in self.off:
            return False
        return not self.rests(day)

    def next_working(self, day: date) -> date:
        """The first working day strictly after `day`."""
        return self.advance(day, 1)

    def previous_working(self, day: date) -> date:
        """The last working day strictly before `day`."""
        return self.advance(day, -1)

    def advance(self, day: date, n: int) -> date:
        """n > 0: the n-th working day strictly after; n < 0: the |n|-th strictly before; 0: the day itself."""
        self.is_working(day)  # a day outside is refused, whatever n is
        step = ONE_DAY if n > 0 else -ONE_DAY
        still_to_count = abs(n)
        while still_to_count > 0:
            day += step
            if self.is_working(day):
                still_to_count -= 1
        return day

    def working_days(self, after: date, through: date) -> int:
        """How many working days lie in (after, through]; negative when through is before after.

        `after` is not counted, so it may be the day before the first.
        """
        for day in (after, through):
            if not self.first - ONE_DAY <= day <= self.last:
                raise OutsideRange(day)
        if through < after:
            return -self.working_days(through, after)
        count = 0
        day = after
        while day < through:
            day += ONE_DAY
            if self.is_working(day):
                count += 1
        return count

    def roll(self, day: date, convention: str) -> date:
        """The day if it works, else the nearest that does, on the side that the convention names.

        A modified convention turns to the other side rather than leave the month.
        """
        if self.is_working(day):
            return day
        if convention == "following":
            return self.next_working(day)
        if convention == "preceding":
            return self.previous_working(day)
        if convention == "modified_following":
            return self._within_month(day, ONE_DAY) or self.previous_working(day)
        if convention == "modified_preceding":
            return self._within_month(day, -ONE_DAY) or self.next_working(day)
        raise ValueError(convention)

    def _within_month(self, day: date, step: timedelta) -> date | None:
        month = day.month
        day += step
        while day.month == month:
            if self.is_working(day):
                return day
            day += step
        return None


class Row(NamedTuple):
    """One row of vn_days.csv: a weekday off, a holiday on a rest day, or a rest day worked."""

    day: date
    kind: str
    name: str
    name_en: str
    basis: str


def vietnam_rows(path: Path | None = None) -> list[Row]:
    with (path or external.find("law/vn_days.csv")).open(encoding="utf-8", newline="") as file:
        return [
            Row(date.fromisoformat(row["date"]), row["kind"], row["name_vi"], row["name_en"], row["basis"])
            for row in csv.DictReader(file)
        ]


def vietnam_week_rests(day: date) -> bool:
    if day.weekday() == SATURDAY:
        return day >= FIVE_DAY_WEEK_FROM
    return day.weekday() == SUNDAY


def vietnam(path: Path | None = None) -> Days:
    """Agencies that rest on Saturday and Sunday, 1999 through 2027."""
    rows = vietnam_rows(path)
    return Days(
        date(rows[0].day.year, 1, 1),
        date(rows[-1].day.year, 12, 31),
        vietnam_week_rests,
        off=[row.day for row in rows if row.kind.startswith("off_")],
        worked=[row.day for row in rows if row.kind == "work_swapped"],
    )


def vietnam_make_up_days(path: Path | None = None) -> dict[date, date]:
    """For each make-up day, the day off that it pays for: «Làm bù … (thay ngày 02/01/2026)»."""
    pairs = {}
    for row in vietnam_rows(path):
        if row.kind == "work_swapped":
            day, month, year = re.findall(r"thay ngày (\d\d)/(\d\d)/(\d{4})", row.name)[0]
            pairs[row.day] = date(int(year), int(month), int(day))
    return pairs
