"""What a calendar knows of a day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal[
    "weekend",  # a weekly rest day
    "off_statutory",  # a holiday of a statute
    "off_compensatory",  # off because a holiday fell on a rest day
    "off_swapped",  # off because a rest day is worked for it
    "work_swapped",  # a rest day worked for a day off
    "off_closure",  # closed by order
    "off_listed",  # off, worked: in calendars made from lists
    "work_listed",
]
Certainty = Literal["announced", "projected"]


class LunarDate(NamedTuple):
    """A day of the Vietnamese lunar calendar. leap: in the second of two months of one number."""

    day: int
    month: int
    leap: bool

    def __str__(self) -> str:
        return f"{self.day}/{self.month}{'*' if self.leap else ''}"


@dataclass(frozen=True, slots=True)
class DayFact:
    """A day, whether it works and why.

    kind       None for an ordinary working day
    name       why it is off, or worked; empty for an ordinary working day. name_en: in English
    source     the instruments that say so, "; " between them
    certainty  "announced": statute and the year's notices; "projected": statute and the stated projection
    partner    the holiday made up for, or the other day of a swap
    lunar      None outside the years for which the lunar calendar is proved; lunar_year: the Gregorian year of the
               Tết with which its lunar year begins
    """

    date: datetime.date
    working: bool
    kind: Kind | None
    name: str
    name_en: str
    source: str
    certainty: Certainty
    partner: datetime.date | None
    lunar: LunarDate | None
    lunar_year: int | None
