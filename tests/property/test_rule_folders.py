"""Rulebooks from a folder against the oracle: what one calendar and one schedule in code cannot say.

Reception and return hours of their own, rest days on which the counter opens and that do not count, a zone
whose clocks are changed, and add-ons that a condition brings.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from support.oracle import deadlines as oracle
from support.oracle.clock import Clock, Hours, Schedule, Session
from support.oracle.days import Days, OutsideRange
from support.oracle.deadlines import Offices, Switches, TimeOfDayNeeded
from support.oracle.limits import Leg, NoSuchLimit, Part, Unit, counted_parts
from support.random_rules import (
    USUAL_HOURS,
    Office,
    Question,
    a_question,
    a_schedule,
    an_office,
    days_from,
    some_switches,
)
from support.subjects import WEEKDAYS, sessions_text

LONG = os.environ.get("THOIHAN_LONG") == "1"
SEEDS = 200 if LONG else 12
QUESTIONS_OF_A_FOLDER = 60

OUTSIDE = {"outside_calendar", "beyond_calendar", "instant_outside", "beyond_clock", "never_opens"}
ZONES = ("Asia/Ho_Chi_Minh", "America/New_York")
ADD_ONS = (Part(Fraction(10), Unit.WORKING_DAY), Part(Fraction(3), Unit.DAY), Part(Fraction(4), Unit.WORKING_HOUR))


@dataclass(frozen=True)
class Role:
    """Reception or return: hours of its own, and rest days of the week on which it opens nevertheless."""

    name: str
    schedule: Schedule
    also_open: tuple[bool, ...]
    also_open_hours: tuple[Session, ...]

    def clock(self, counting: Office) -> Clock:
        """A voluntary Saturday is opened, unless it is a holiday; a make-up day works anyhow."""
        length = (counting.last - counting.first).days + 1
        opened = [
            day
            for day in days_from(counting.first, length)
            if self.also_open[day.weekday()]
            and counting.weekmask[day.weekday()] == "0"
            and day not in counting.holidays
            and day not in counting.working
        ]
        days = Days(
            counting.first,
            counting.last,
            lambda day: counting.weekmask[day.weekday()] == "0",
            counting.holidays,
            [*counting.working, *opened],
        )
        return Clock(days, Hours(Schedule(self.schedule.week, dict.fromkeys(opened, self.also_open_hours))))

    def toml(self) -> str:
        text = hours_toml(self.name, self.schedule)
        if any(self.also_open):
            mask = "".join("01"[opens] for opens in self.also_open)
            text += (
                f'[[office.also_open]]\nrole = "{self.name}"\nweekdays = "{mask}"\n'
                f'hours = "{sessions_text(self.also_open_hours)}"\nsource = "a test"\nseen = "derived"\n'
            )
        return text


def hours_toml(role: str, schedule: Schedule) -> str:
    week = ", ".join(
        f'{name} = "{sessions_text(hours)}"' for name, hours in zip(WEEKDAYS, schedule.week, strict=True) if hours
    )
    return f'[[office.hours]]\nrole = "{role}"\nhours = {{ {week} }}\nsource = "a test"\nseen = "derived"\n'


def a_role(random: Random, name: str, counting: Office) -> Role:
    opens = tuple(day == "0" and random.random() < 0.5 for day in counting.weekmask)
    return Role(name, a_schedule(random, counting.weekmask), opens, random.choice(USUAL_HOURS))


@dataclass(frozen=True)
class Asked:
    question: Question
    add_on: Part | None
    is_met: bool  # whether the dossier meets the add-on's condition


def an_asked(random: Random, office: Office) -> Asked:
    question = a_question(random, office)
    add_on = random.choice((None, *ADD_ONS))
    if add_on is not None:
        try:
            counted_parts(question.leg, [add_on])
        except NoSuchLimit:
            add_on = None
    if Unit.SAME_DAY in {part.unit for part in question.leg.parts}:
        add_on = None
    return Asked(question, add_on, random.random() < 0.5)


def dates_toml(days: Iterable[date]) -> str:
    return "[" + ", ".join(day.isoformat() for day in days) + "]"


def write_folder(
    folder: Path, office: Office, roles: Iterable[Role], switches: Switches, zone: str, asked: list[Asked]
) -> None:
    folder.mkdir()
    (folder / "rulebook.toml").write_text(
        f'name = "test"\nzone = "{zone}"\ndefault_office = "counter"\ndefault_regime = "random"\n'
        f'[calendar]\nfirst = {office.first}\nlast = {office.last}\nweekmask = "{office.weekmask}"\n'
        f"holidays = {dates_toml(office.holidays)}\nworking = {dates_toml(office.working)}\n"
    )
    values = {name: value for name, value in vars(switches).items() if name != "receipt"}
    values |= {f"receipt.{channel}": value for channel, value in switches.receipt.items()}
    (folder / "regimes.toml").write_text(
        '[[regime]]\nid = "random"\nname = "random"\nsource = "a test"\nseen = "derived"\n[regime.set]\n'
        + "".join(f'"{name}" = "{value}"\n' for name, value in values.items())
    )
    (folder / "offices.toml").write_text(
        '[[office]]\nid = "counter"\nname = "Counter"\n'
        + hours_toml("all", office.schedule)
        + "".join(role.toml() for role in roles)
    )
    (folder / "procedures.toml").write_text(
        "".join(
            f'[[procedure]]\ncode = "P-{number}"\nname = "{number}"\nlimit = "{one.question.leg.text()}"\n'
            'source = "a test"\nseen = "derived"\n'
            + (f'add_ons = [{{ condition = "remote", limit = "{Leg((one.add_on,)).text()}" }}]\n' if one.add_on else "")
            for number, one in enumerate(asked)
        )
    )


def is_in_gap(at: datetime, zone: ZoneInfo) -> bool:
    """A civil time that the clocks jump over: brought to UTC and back it is another."""
    utc = at.replace(tzinfo=zone).astimezone(ZoneInfo("UTC"))
    return utc.astimezone(zone).replace(tzinfo=None) != at


@pytest.mark.parametrize("seed", range(SEEDS))
def test_three_calendars_a_zone_and_add_ons(seed: int, tmp_path: Path) -> None:
    import thoihan as th

    random = Random(seed)
    office, switches, zone = an_office(random), some_switches(random), random.choice(ZONES)
    reception, handing_out = a_role(random, "reception", office), a_role(random, "return", office)
    asked = [an_asked(random, office) for _ in range(QUESTIONS_OF_A_FOLDER)]
    write_folder(tmp_path / "rules", office, (reception, handing_out), switches, zone, asked)
    book = th.Rulebook.load(tmp_path / "rules")
    offices = Offices(office.offices().counting, reception.clock(office), handing_out.clock(office), ZoneInfo(zone))
    for number, one in enumerate(asked):
        question = one.question
        if isinstance(question.received, datetime) and is_in_gap(question.received, offices.zone or ZoneInfo(zone)):
            continue
        add_ons = [one.add_on] if one.add_on and one.is_met else []
        expected: object
        try:
            due = oracle.due(question.received, question.leg, switches, offices, question.channel, add_ons)
            expected = (due.due_date, due.due_at, due.legal_end)
        except OutsideRange:
            expected = "outside"
        except TimeOfDayNeeded:
            expected = "time_needed"
        answer: object
        try:
            d = book.due(
                question.received,
                procedure=f"P-{number}",
                channel=question.channel,
                conditions=("remote",) if one.is_met else (),
            )
            answer = (d.due_date, d.due_at, d.legal_end)
        except th.Error as refused:
            answer = "outside" if refused.code in OUTSIDE else refused.code
        assert answer == expected, (f"P-{number}", one, switches, zone, str(tmp_path))


def test_a_voluntary_saturday_receives_and_does_not_count(tmp_path: Path) -> None:
    """R9.3, A13, in a folder as written by hand: Saturday 10 January 2026 is day 0, Monday the first day."""
    import thoihan as th

    office = Office("1111100", (), (), date(2026, 1, 1), date(2026, 12, 31), Schedule((USUAL_HOURS[0],) * 7))
    saturday_morning = Role("reception", office.schedule, (False,) * 5 + (True, False), USUAL_HOURS[2])
    switches = Switches(receipt=dict.fromkeys(oracle.CHANNELS, "next_open"))
    question = Question(datetime(2026, 1, 9, 18), Leg((Part(Fraction(1), Unit.WORKING_DAY),)), "online")
    write_folder(
        tmp_path / "rules", office, (saturday_morning,), switches, ZONES[0], [Asked(question, None, is_met=False)]
    )
    d = th.Rulebook.load(tmp_path / "rules").due(question.received, procedure="P-0", channel="online")
    assert d.due_date == date(2026, 1, 12)
    assert d.due_at == datetime(2026, 1, 12) + timedelta(hours=17)
