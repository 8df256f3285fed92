"""Random rules, receipts and records: calendars, hours, regimes, limits and what became of them, from a seed.

Few offices with many receipts each, so that a hundred thousand cases are a matter of a minute. What a case
looks like to the library is written down here too, because a failing one is printed as a program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from random import Random

from support.oracle.clock import Clock, Hours, Schedule, Session
from support.oracle.days import Days
from support.oracle.deadlines import CHANNELS, Due, Offices, Switches
from support.oracle.limits import Leg, Part, Unit
from support.oracle.verdicts import STATE_OF_CODE, Record
from support.subjects import WEEKDAYS, sessions_text

FULL_DAY = 86_400
MORNING: Session = (7 * 3600, 11 * 3600 + 1800)
AFTERNOON: Session = (13 * 3600 + 1800, 17 * 3600)

WEEKS = ("1111100",) * 4 + ("1111110", "1111111", "1010101", "0000011")
USUAL_HOURS: tuple[tuple[Session, ...], ...] = (
    (MORNING, AFTERNOON),
    (MORNING, AFTERNOON),
    (MORNING,),
    ((0, FULL_DAY),),
    ((9 * 3600, 12 * 3600), (12 * 3600, 15 * 3600), (20 * 3600, FULL_DAY)),
    ((8 * 3600 + 17, 16 * 3600 + 3),),
)

# Amounts that a walk reaches in reasonable time; small ones are likely, as in the procedures.
LARGEST = {
    Unit.WORKING_DAY: 60,
    Unit.DAY: 120,
    Unit.WEEK: 12,
    Unit.MONTH: 14,
    Unit.YEAR: 2,
    Unit.WORKING_HOUR: 100,
    Unit.WORKING_MINUTE: 3000,
    Unit.HOUR: 400,
    Unit.MINUTE: 9000,
}
COUNTED = tuple(LARGEST)
OFTEN = (Unit.WORKING_DAY, Unit.WORKING_DAY, Unit.DAY, Unit.DAY, Unit.MONTH, Unit.WORKING_HOUR)
WITH_HALVES = (Unit.WORKING_DAY, Unit.DAY, Unit.WORKING_HOUR, Unit.HOUR)


@dataclass(frozen=True)
class Office:
    """One calendar and one schedule, which have all three roles."""

    weekmask: str
    holidays: tuple[date, ...]
    working: tuple[date, ...]
    first: date
    last: date
    schedule: Schedule

    def offices(self) -> Offices:
        days = Days(self.first, self.last, lambda day: self.weekmask[day.weekday()] == "0", self.holidays, self.working)
        clock = Clock(days, Hours(self.schedule))
        return Offices(clock, clock, clock)

    def hours_of_the_week(self) -> dict[str, str]:
        return {name: sessions_text(hours) for name, hours in zip(WEEKDAYS, self.schedule.week, strict=True)}

    def with_day_off(self, day: date) -> Office:
        working = tuple(one for one in self.working if one != day)
        return Office(self.weekmask, (*self.holidays, day), working, self.first, self.last, self.schedule)


def an_office(random: Random, years: int = 4) -> Office:
    weekmask = random.choice(WEEKS)
    first = date(random.randint(1990, 2060), 1, 1)
    last = date(first.year + years - 1, 12, 31)
    length = (last - first).days + 1
    holidays = {first + timedelta(days=random.randrange(length)) for _ in range(random.choice((0, 40, 200)))}
    for _ in range(random.choice((0, 4))):  # Tết
        start = random.randrange(length)
        holidays |= {first + timedelta(days=n) for n in range(start, min(start + random.randint(3, 9), length))}
    rest_days = [day for day in days_from(first, length) if weekmask[day.weekday()] == "0" and day not in holidays]
    working = random.sample(rest_days, min(len(rest_days), random.choice((0, 10))))
    return Office(weekmask, tuple(sorted(holidays)), tuple(sorted(working)), first, last, a_schedule(random, weekmask))


def days_from(first: date, length: int) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range(length))


def a_schedule(random: Random, weekmask: str) -> Schedule:
    """The same hours every day, or by weekday with some closed; never closed on all days that work."""
    if random.random() < 0.6:
        return Schedule((random.choice(USUAL_HOURS),) * 7)
    week = [random.choice((*USUAL_HOURS, ())) for _ in range(7)]
    always_open = weekmask.index("1")
    week[always_open] = week[always_open] or USUAL_HOURS[0]
    return Schedule(tuple(week))


def a_clock_time(random: Random) -> str:
    return random.choice(("15:00", "16:00", "11:30", f"{random.randrange(24):02}:{random.randrange(60):02}"))


def some_switches(random: Random) -> Switches:
    """Any values together, the defaults often."""

    def one_of(*values: str) -> str:
        return values[0] if random.random() < 0.5 else random.choice(values)

    return Switches(
        first_day=one_of("excluded", "included"),
        receipt={channel: one_of("as_received", "next_open", "next_working_day") for channel in CHANNELS},
        cutoff=one_of("none", a_clock_time(random), "last_hour"),
        same_day_cutoff=one_of("15:00", a_clock_time(random)),
        roll=one_of("following", "none", "preceding"),
        working_day_hours=one_of("8", "schedule", "sessions"),
        days_skip=one_of("nothing", "holidays", "rest_days"),
        due_clock=one_of("closing", "receipt", a_clock_time(random)),
        compare=one_of("by_unit", "date", "instant"),
        completion=one_of("completed", "delivered"),
        against=one_of("computed", "first_appointment", "latest_appointment"),
    )


def a_leg(random: Random) -> Leg:
    if random.random() < 0.06:
        return Leg((Part(Fraction(1), Unit.SAME_DAY),))
    units = [random.choice(COUNTED if random.random() < 0.5 else OFTEN)]
    while random.random() < 0.25 and len(units) < 4:
        units.append(random.choice(COUNTED))
    parts = [Part(Fraction(an_amount(random, LARGEST[unit] // len(units) or 1)), unit) for unit in units]
    # A half stands only where the leg's last unit begins, once adjoining parts are added.
    if units[-1] in WITH_HALVES and random.random() < 0.2:
        parts[-1] = Part(parts[-1].amount - Fraction(1, 2), units[-1])
    return Leg(tuple(parts))


def an_amount(random: Random, largest: int) -> int:
    return random.randint(1, min(largest, random.choice((3, 30, largest))))


def a_receipt(random: Random, office: Office) -> datetime:
    """Any second; often at, just before or just after an edge of a session or 15:00. Far from the end of the
    calendar, mostly."""
    length = (office.last - office.first).days + 1
    day = office.first + timedelta(days=random.randrange(2, length if random.random() < 0.05 else length // 3))
    edges = [15 * 3600, *(edge for sessions in office.schedule.week for session in sessions for edge in session)]
    second = random.randrange(FULL_DAY)
    if random.random() < 0.5:
        second = random.choice(edges) + random.choice((-3601, -3600, -3599, -1, 0, 1))
    return datetime.combine(day, time()) + timedelta(seconds=min(max(second, 0), FULL_DAY - 1))


@dataclass(frozen=True)
class Question:
    received: datetime | date
    leg: Leg
    channel: str


def a_question(random: Random, office: Office) -> Question:
    received = a_receipt(random, office)
    is_date = random.random() < 0.05
    return Question(received.date() if is_date else received, a_leg(random), random.choice(CHANNELS))


def a_record(random: Random, received: datetime, channel: str, due: Due) -> Record:
    """Ends and appointments around the receipt and the due date, where verdicts change. Some end before
    they begin."""

    def around() -> datetime:
        centre = random.choice((received, due.due_at, due.legal_end, datetime.combine(due.due_date, time(12))))
        return centre + random.choice(
            (
                timedelta(seconds=random.randint(-1, 1)),
                timedelta(hours=random.randint(-30, 30)),
                timedelta(days=random.randint(-9, 9), minutes=random.randrange(60)),
            )
        )

    def after_receipt() -> datetime:
        at = around()
        return at if at >= received or random.random() < 0.05 else received + (received - at)

    completed = after_receipt() if random.random() < 0.6 else None
    delivered = None
    if random.random() < 0.4:
        delivered = after_receipt()
        if completed is not None and delivered < completed and random.random() < 0.95:
            completed, delivered = delivered, completed
    return Record(
        received,
        completed,
        delivered,
        around() if random.random() < 0.4 else None,
        around() if random.random() < 0.4 else None,
        random.choice((None, *STATE_OF_CODE)) if random.random() < 0.5 else None,
        channel,
    )


def an_as_of(random: Random, record: Record, due: Due) -> datetime:
    """At, just before or just after something that matters; midnights, which are ends of days, often."""
    facts = [record.received, record.completed, record.delivered, due.due_at, due.legal_end]
    at = random.choice([fact for fact in facts if fact is not None])
    if random.random() < 0.3:
        return at + timedelta(seconds=random.randint(-1, 2))
    day = at.date() + timedelta(days=random.randint(-3, 10))
    if random.random() < 0.5:
        return datetime.combine(day, time())
    return datetime.combine(day, time()) + timedelta(seconds=random.randrange(FULL_DAY))
