"""From receipt to due, by walking: the fixed order of counting, each step with the article it comes from.

    received → channel → cut-off → day 0 → parts → add-ons → roll → clock time

Nothing is looked up that could be walked to, and nothing is shared with the library.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from support.oracle.clock import Clock
from support.oracle.days import ONE_DAY
from support.oracle.limits import BY_THE_CLOCK, MAY_END_ON_A_DAY_OF_REST, Leg, Part, Unit, counted_parts

ONE_HOUR = timedelta(hours=1)
CHANNELS = ("counter", "online", "post")


@dataclass(frozen=True)
class Switches:
    """How a regime counts. Names and values are those of the regimes, the defaults too."""

    first_day: str = "excluded"  # included
    receipt: Mapping[str, str] = field(
        default_factory=lambda: dict.fromkeys(CHANNELS, "as_received")
    )  # by channel: as_received, next_open, next_working_day
    cutoff: str = "none"  # "HH:MM", last_hour
    same_day_cutoff: str = "15:00"
    roll: str = "following"  # none, preceding
    working_day_hours: str = "8"  # schedule, sessions
    days_skip: str = "nothing"  # holidays, rest_days
    due_clock: str = "closing"  # receipt, "HH:MM"
    compare: str = "by_unit"  # date, instant
    completion: str = "completed"  # delivered
    against: str = "computed"  # first_appointment, latest_appointment


@dataclass(frozen=True)
class Offices:
    """The three calendars, each with its hours: which days count, when papers are taken, when results are
    handed out (LAW.md 13.5: a Saturday counter receives, does not count, may hand out)."""

    counting: Clock
    reception: Clock
    handing_out: Clock
    zone: ZoneInfo | None = None  # None: a zone whose clocks are never changed


@dataclass(frozen=True)
class Due:
    day_0: date
    due_date: date
    due_at: datetime
    legal_end: datetime  # by date the first instant that is too late; by instant the last in time
    compared_by: str  # date, instant
    last_unit: Unit
    time_unknown: bool = False  # a time of day would have mattered, and only the date of receipt is known


class TimeOfDayNeeded(Exception):  # noqa: N818 - it says what is wrong with the receipt
    """An hour limit cannot run from a receipt of which only the date is known (§3.9)."""


def due(
    received: datetime | date,
    of: Leg,
    switches: Switches,
    offices: Offices,
    channel: str = "counter",
    add_ons: Sequence[Part] = (),
) -> Due:
    parts = counted_parts(of, add_ons)
    last = parts[-1].unit
    if isinstance(received, datetime):
        start = after_cutoff(after_channel(received, channel, switches, offices), switches, offices)
        unknown = False
    else:
        start = of_that_date(received, parts, channel, switches, offices)
        unknown = is_time_wanted(parts, channel, switches)
    end = walk(start, parts, switches, offices)
    compared_by = comparison(last, switches)

    if last in BY_THE_CLOCK:
        # BLDS 147.1, 148.1: an hour limit ends at its instant, wherever that lies.
        # reading: it does not move to the return hours either, because hours never roll.
        due_date, due_at = end.date(), end
    else:
        due_date = rolled(end.date(), last, switches, offices)
        due_at = clock_time(due_date, start, switches, offices)
    # BLDS 148.6: 24:00 of that day.
    # reading: legal_end is the end of what is compared, so the switch `compare` moves it.
    legal_end = datetime.combine(due_date + ONE_DAY, time()) if compared_by == "date" else due_at
    return Due(start.date(), due_date, due_at, legal_end, compared_by, last, unknown)


def of_that_date(received: date, parts: Sequence[Part], channel: str, switches: Switches, offices: Offices) -> datetime:
    """A34: a receipt without a time of day was inside hours and before the cut-off, so it does not move.

    reading: unless that day has no reception hours at all: nothing can have been inside them. Then it is
    what any receipt of that day is. A half of a day begins at 00:00, and says that it does not know.
    """
    if any(part.unit in BY_THE_CLOCK for part in parts):
        raise TimeOfDayNeeded(received)
    midnight = datetime.combine(received, time())
    if offices.reception.sessions_of(received):
        return midnight
    return after_channel(midnight, channel, switches, offices)


def is_time_wanted(parts: Sequence[Part], channel: str, switches: Switches) -> bool:
    """Whether there is a receipt of that day whose time of day could give another answer."""
    last = parts[-1]
    moves = switches.receipt[channel] != "as_received" or switches.cutoff != "none"
    return moves or last.unit is Unit.SAME_DAY or last.has_half or switches.due_clock == "receipt"


def comparison(last: Unit, switches: Switches) -> str:
    """By date for days and longer, since the period ends at 24:00 (BLDS 148.6, R4.5); by instant for hours."""
    if switches.compare != "by_unit":
        return switches.compare
    return "instant" if last in BY_THE_CLOCK else "date"


# 2. Channel (R6.6: submitted outside hours, the moment of receipt is the opening of the next working time;
#    at a counter papers are taken when they are taken, A2).


def after_channel(received: datetime, channel: str, switches: Switches, offices: Offices) -> datetime:
    rule = switches.receipt[channel]
    if rule == "as_received" or offices.reception.is_open(received):
        return received
    if rule == "next_open":
        return offices.reception.next_open(received)
    if rule == "next_working_day":
        return opening_of_next_working_day(received.date(), offices)
    raise ValueError(rule)


def opening_of_next_working_day(day: date, offices: Offices) -> datetime:
    """«từ ngày làm việc tiếp theo» (NĐ 63/2024 Art. 7.2), taken as day 0 (A3).

    reading: a working day is one of the counting calendar (A13: a Saturday counter is overtime), strictly
    after `day`; what is received then is received when reception opens on it, or at 00:00 if it does not.
    """
    next_day = offices.counting.days.next_working(day)
    sessions = offices.reception.sessions_of(next_day)
    return sessions[0][0] if sessions else datetime.combine(next_day, time())


# 3. Cut-off (R6.7), by the clock time, on rest days too.


def after_cutoff(received: datetime, switches: Switches, offices: Offices) -> datetime:
    if is_after_cutoff(received, switches.cutoff, offices):
        return opening_of_next_working_day(received.date(), offices)
    return received


def is_after_cutoff(received: datetime, cutoff: str, offices: Offices) -> bool:
    if cutoff == "none":
        return False
    if cutoff == "last_hour":
        # NĐ 297/2025 Art. 6.3: within the last hour before closing.
        # reading: the hour's first instant lies in it, and what comes after closing is no better off; a day
        # on which reception does not open has no last hour.
        sessions = offices.reception.sessions_of(received.date())
        return bool(sessions) and received >= sessions[-1][1] - ONE_HOUR
    # «sau 15 giờ»: at exactly 15:00 the words do not apply (R7.5).
    return received.time() > time.fromisoformat(cutoff)


# 4-6. Parts, one after the other, add-ons among them. Each starts where the one before it ended, unrolled.


def walk(start: datetime, parts: Sequence[Part], switches: Switches, offices: Offices) -> datetime:
    """Where the last part ends, unrolled: a date, and the clock time that days and months carry along."""
    at = start
    # reading: day 0 is counted by the first part in days, so that no day is counted by two parts.
    counts_day_0 = switches.first_day == "included"
    for part in parts:
        at = walk_part(at, part, counts_day_0, switches, offices)
        if part.unit not in BY_THE_CLOCK:
            counts_day_0 = False
    return at


def walk_part(at: datetime, part: Part, counts_day_0: bool, switches: Switches, offices: Offices) -> datetime:
    minutes = int(part.amount * 60) if part.unit in (Unit.WORKING_HOUR, Unit.HOUR) else part.whole
    if part.unit in (Unit.WORKING_HOUR, Unit.WORKING_MINUTE):
        return offices.counting.advance(at, minutes * 60)
    if part.unit in (Unit.HOUR, Unit.MINUTE):
        return on_the_wall(at, timedelta(minutes=minutes), offices)

    if part.unit is Unit.SAME_DAY:
        return datetime.combine(same_day(at, switches, offices), at.time())

    reached = datetime.combine(walk_days(at.date(), part, counts_day_0, switches, offices), at.time())
    if not part.has_half:
        return reached
    if part.unit is Unit.WORKING_DAY:
        return half_a_working_day(reached, switches, offices)
    return on_the_wall(reached, timedelta(hours=12), offices)


def walk_days(day_0: date, part: Part, counts_day_0: bool, switches: Switches, offices: Offices) -> date:
    """The last day of a part. BLDS 147.2: the first day is not counted; where a regime counts it, the period
    begins with it and ends a day earlier.

    reading: a month that begins with 15 March and counts it ends on 14 April.
    """
    day = day_0
    day_earlier = ONE_DAY if counts_day_0 else timedelta()
    if part.unit is Unit.WEEK:  # 148.2: the corresponding weekday
        return day + part.whole * 7 * ONE_DAY - day_earlier
    if part.unit is Unit.MONTH:  # 148.3
        return corresponding_date(day, part.whole) - day_earlier
    if part.unit is Unit.YEAR:  # 148.4
        return corresponding_date(day, 12 * part.whole) - day_earlier
    still_to_count = part.whole
    if still_to_count and counts_day_0 and is_counted(day, part.unit, switches, offices):
        still_to_count -= 1
    while still_to_count:
        day += ONE_DAY
        if is_counted(day, part.unit, switches, offices):
            still_to_count -= 1
    return day


def is_counted(day: date, unit: Unit, switches: Switches, offices: Offices) -> bool:
    """«ngày làm việc» counts what works; «ngày» counts every day, unless a regime leaves some out (A14)."""
    days = offices.counting.days
    if unit is Unit.WORKING_DAY or switches.days_skip == "rest_days":
        return days.is_working(day)
    if switches.days_skip == "holidays":
        # «weekends count but public holidays do not» (R10.9).
        # reading: a holiday that falls on a weekend is a holiday still.
        return days.is_working(day) or day not in days.off
    return True


def corresponding_date(day: date, months: int) -> date:
    """BLDS 148.3: the corresponding date, or if the month lacks it, the last day of that month."""
    year, month = day.year, day.month
    for _ in range(months):
        month += 1
        if month > 12:
            year, month = year + 1, 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def same_day(at: datetime, switches: Switches, offices: Offices) -> date:
    """Luật Hộ tịch 5.3: in the day; received after 15:00, the next working day. A day of rest has no «trong
    ngày»: what is received on it is due on the next working day too."""
    works = offices.counting.days.is_working(at.date())
    if works and at.time() <= time.fromisoformat(switches.same_day_cutoff):
        return at.date()
    return offices.counting.days.next_working(at.date())


def half_a_working_day(at: datetime, switches: Switches, offices: Offices) -> datetime:
    """0,5 ngày làm việc: half of what a working day is in hours (A16, R8.14)."""
    clock = offices.counting
    if switches.working_day_hours == "8":
        return clock.advance(at, 4 * 3600)
    # reading: the working day, or the session, in which the half begins: that of `at`, or the next to open.
    begins = clock.next_open(at)
    sessions = clock.sessions_of(begins.date())
    if switches.working_day_hours == "schedule":
        worked = sum((closing - opening for opening, closing in sessions), timedelta())
        return clock.advance(at, worked // timedelta(seconds=2))
    if switches.working_day_hours == "sessions":
        # reading: one session is half a day, as many hours as it has.
        worked = next(closing - opening for opening, closing in sessions if begins < closing)
        return clock.advance(at, worked // timedelta(seconds=1))
    raise ValueError(switches.working_day_hours)


def on_the_wall(at: datetime, hours: timedelta, offices: Offices) -> datetime:
    """Hours that pass, whether or not the clocks are changed meanwhile."""
    if offices.zone is None:
        return at + hours
    passed = at.replace(tzinfo=offices.zone).astimezone(UTC) + hours
    return passed.astimezone(offices.zone).replace(tzinfo=None)


# 7. Roll (BLDS 148.5): once, at the end of the leg. It looks at the last day only (R1.8, A30).


def rolled(day: date, last: Unit, switches: Switches, offices: Offices) -> date:
    """reading: k,5 days are days, so they roll like days."""
    if last not in MAY_END_ON_A_DAY_OF_REST or switches.roll == "none":
        return day
    return offices.counting.days.roll(day, switches.roll)


# The clock time of a limit in days (A33): a question of the appointment, never of lateness (A17).


def clock_time(due_date: date, start: datetime, switches: Switches, offices: Offices) -> datetime:
    """reading: a day of the return calendar is one on which the return hours open at all; on another, due_at
    is their next opening. The clock time of receipt is that of the receipt reached by steps 2 and 3."""
    sessions = offices.handing_out.sessions_of(due_date)
    if not sessions:
        return offices.handing_out.next_open(datetime.combine(due_date, time()))
    if switches.due_clock == "closing":
        return sessions[-1][1]
    if switches.due_clock == "receipt":
        return datetime.combine(due_date, start.time())
    return datetime.combine(due_date, time.fromisoformat(switches.due_clock))
