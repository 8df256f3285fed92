"""The oracle of deadlines and verdicts, on cases counted by hand. No library.

January 2026: the 5th is a Monday, so 10, 11, 17, 18 are weekends; Thursday the 15th is off. Hours are
07:00-11:30 13:30-17:00. On Saturdays the counter is open 07:00-11:30, and no results are handed out.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from support.oracle.clock import Clock, Hours, Schedule
from support.oracle.days import Days
from support.oracle.deadlines import Due, Offices, Switches, TimeOfDayNeeded, due
from support.oracle.limits import Leg, NoSuchLimit, Part, Unit, counted_parts, leg
from support.oracle.verdicts import ImpossibleHistory, Record, end_of, verdict

WD, CD, WH, H = Unit.WORKING_DAY, Unit.DAY, Unit.WORKING_HOUR, Unit.HOUR
WEEK, MONTH, YEAR, SAME_DAY = Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.SAME_DAY

FIRST, LAST = date(2025, 1, 1), date(2027, 12, 31)
OFFICE_HOURS = ((25_200, 41_400), (48_600, 61_200))
FIVE_DAYS = Days(FIRST, LAST, lambda day: day.weekday() >= 5, off=[date(2026, 1, 15), date(2026, 1, 25)])
SIX_DAYS = Days(FIRST, LAST, lambda day: day.weekday() == 6, off=FIVE_DAYS.off)

OFFICE = Clock(FIVE_DAYS, Hours(Schedule((OFFICE_HOURS,) * 7)))
COUNTER = Clock(SIX_DAYS, Hours(Schedule((*(OFFICE_HOURS,) * 5, OFFICE_HOURS[:1], ()))))
OFFICES = Offices(counting=OFFICE, reception=COUNTER, handing_out=OFFICE)

ONLINE: dict[str, Any] = {"receipt": {"counter": "as_received", "online": "next_open", "post": "next_working_day"}}


def at(text: str) -> datetime:
    """«12 15:30»: a day of January 2026 and a clock time."""
    number, clock = text.split()
    return datetime.fromisoformat(f"2026-01-{number} {clock}")


def counted(received: str | datetime, *amounts: tuple[Any, Unit], channel: str = "counter", **switches: Any) -> Due:
    start = at(received) if isinstance(received, str) else received
    return due(start, leg(*amounts), Switches(**switches), OFFICES, channel)


@pytest.mark.parametrize(
    ("received", "amounts", "switches", "due_at", "why"),
    [
        ("05 09:00", [(3, WD)], {}, "08 17:00", "day 0 is not counted (BLDS 147.2)"),
        ("05 09:00", [(3, WD)], {"first_day": "included"}, "07 17:00", "a regime that counts it"),
        ("10 09:00", [(1, WD)], {}, "12 17:00", "a Saturday is day 0, Monday day 1 (A2)"),
        ("09 18:00", [(1, WD)], {}, "12 17:00", "at a counter the clock time does not matter (A3)"),
        ("14 09:00", [(1, WD)], {}, "16 17:00", "the 15th is off"),
        ("05 09:00", [(5, CD)], {}, "12 17:00", "the 10th is a Saturday (148.5)"),
        ("05 09:00", [(5, CD)], {"roll": "preceding"}, "09 17:00", "rolled back"),
        ("05 09:00", [(8, CD)], {}, "13 17:00", "weekends are counted (R1.8)"),
        ("13 09:00", [(3, CD)], {"days_skip": "holidays"}, "19 17:00", "14, 16, 17, rolled: the 15th is left out"),
        ("13 09:00", [(3, CD)], {}, "16 17:00", "14, 15, 16"),
        ("13 09:00", [(3, CD)], {"days_skip": "rest_days"}, "19 17:00", "14, 16, 19"),
        ("22 09:00", [(4, CD)], {"days_skip": "holidays"}, "27 17:00", "Sunday the 25th is a holiday, the 24th is not"),
        ("05 09:00", [(1, WEEK)], {}, "12 17:00", "the corresponding weekday (148.2)"),
        ("08 09:00", [(1, WEEK)], {}, "16 17:00", "which is off"),
        ("05 09:00", [(12, WH)], {}, "06 15:00", "6 hours, the morning's 4,5, and 1,5 from 13:30"),
        ("05 09:00", [(8, WH)], {}, "06 09:00", "eight hours a day"),
        ("05 09:00", [(6, WH)], {}, "05 17:00", "a day's work ends at closing (3.3)"),
        ("09 16:00", [(90, Unit.WORKING_MINUTE)], {}, "12 07:30", "over the weekend"),
        ("09 16:00", [(24, H)], {}, "10 16:00", "hours pass at night and never roll (A15)"),
        ("09 16:00", [(90, Unit.MINUTE)], {}, "09 17:30", "minutes too"),
        ("05 09:00", [(Fraction(5, 2), WD)], {}, "07 17:00", "2 days, then 4 of the 6 hours left"),
        ("05 15:00", [(Fraction(5, 2), WD)], {}, "08 17:00", "2 days, then 2 hours and 2 of the next morning"),
        ("05 11:00", [(Fraction(1, 2), WD)], {"due_clock": "receipt"}, "05 11:00", "half an hour and 3,5 hours"),
        ("05 15:00", [(Fraction(1, 2), WD)], {"working_day_hours": "sessions"}, "06 17:00", "3,5 hours of afternoon"),
        ("05 09:00", [(Fraction(1, 2), WD)], {"working_day_hours": "sessions"}, "05 17:00", "4,5 of morning"),
        ("05 18:00", [(Fraction(1, 2), WD)], {"working_day_hours": "schedule"}, "06 17:00", "half of the next day"),
        ("05 09:00", [(Fraction(5, 2), CD)], {}, "07 17:00", "21:00 of the 7th"),
        ("05 14:00", [(Fraction(5, 2), CD)], {}, "08 17:00", "02:00 of the 8th"),
        ("05 14:00", [(Fraction(9, 2), CD)], {}, "12 17:00", "02:00 of Saturday the 10th, rolled"),
        ("07 09:00", [(3, CD), (2, WD)], {}, "13 17:00", "from Saturday, unrolled (A30)"),
        ("08 09:00", [(1, WD), (3, CD)], {}, "12 17:00", "Friday, then Monday"),
        ("08 09:00", [(1, WD), (4, WH)], {}, "09 15:00", "the same clock time: 09:00 to 11:30, 13:30 to 15:00"),
        ("08 16:00", [(2, WH), (1, WD)], {}, "12 17:00", "the hours end on the 9th, which is day 0 of the day"),
        ("05 09:00", [(Fraction(1, 2), WD), (1, WD), (5, WD), (Fraction(1, 2), WD)], {}, "14 17:00", "seven (row 57)"),
        ("05 15:00", [(1, SAME_DAY)], {}, "05 17:00", "at 15:00 «sau 15 giờ» does not apply (R7.5)"),
        ("05 15:01", [(1, SAME_DAY)], {}, "06 17:00", "after 15:00 (R7.1)"),
        ("05 15:01", [(1, SAME_DAY)], {"same_day_cutoff": "16:00"}, "05 17:00", "another cut-off"),
        ("10 09:00", [(1, SAME_DAY)], {}, "12 17:00", "a Saturday does not count"),
        ("10 16:00", [(1, SAME_DAY)], {}, "12 17:00", "the next working day, once"),
        ("05 15:00", [(1, WD)], {"cutoff": "15:00"}, "06 17:00", "strictly after"),
        ("05 15:01", [(1, WD)], {"cutoff": "15:00"}, "07 17:00", "the 6th is day 0 (A3)"),
        ("10 09:00", [(1, WD)], {"cutoff": "15:00"}, "12 17:00", "a Saturday at 9:00 does not move"),
        ("10 15:30", [(1, WD)], {"cutoff": "15:00"}, "13 17:00", "one at 15:30 does"),
        ("05 16:00", [(1, WD)], {"cutoff": "last_hour"}, "07 17:00", "in the last hour before closing"),
        ("05 15:59", [(1, WD)], {"cutoff": "last_hour"}, "06 17:00", "just before it"),
        ("11 16:30", [(1, WD)], {"cutoff": "last_hour"}, "12 17:00", "Sundays have no last hour"),
        ("10 10:45", [(1, WD)], {"cutoff": "last_hour"}, "13 17:00", "the counter closes at 11:30 on Saturdays"),
        ("09 16:00", [(3, WD)], {"cutoff": "15:00", "due_clock": "receipt"}, "16 07:00", "Monday 07:00 is day 0"),
        ("05 09:00", [(3, WD)], {"due_clock": "receipt"}, "08 09:00", "A33"),
        ("05 09:00", [(3, WD)], {"due_clock": "09:30"}, "08 09:30", "«Sau 9 giờ 30»"),
    ],
)  # fmt: skip
def test_deadline(received: str, amounts: Any, switches: dict[str, str], due_at: str, why: str) -> None:
    answer = counted(received, *amounts, **switches)
    assert answer.due_date == answer.due_at.date()
    assert answer.due_at == at(due_at), why


@pytest.mark.parametrize(
    ("channel", "received", "day_0", "due_date"),
    [
        ("counter", "09 18:00", 9, 12),
        ("online", "09 18:00", 10, 12),  # the counter opens on Saturday, which does not count
        ("online", "09 12:00", 9, 12),  # in the break: 13:30 of the same day
        ("online", "10 12:00", 12, 13),
        ("post", "09 18:00", 12, 13),
        ("post", "09 12:00", 12, 13),
        ("post", "09 11:00", 9, 12),
    ],
)
def test_channel(channel: str, received: str, day_0: int, due_date: int) -> None:
    answer = counted(received, (1, WD), channel=channel, **ONLINE)
    assert (answer.day_0.day, answer.due_date.day) == (day_0, due_date)


def test_the_channel_is_asked_before_the_cut_off() -> None:
    answer = counted("09 18:00", (1, WD), channel="online", cutoff="15:00", **ONLINE)
    assert answer.day_0 == date(2026, 1, 10)  # at 07:00, before 15:00


def test_months_and_years() -> None:
    def reached(start: str, amount: int, unit: Unit) -> str:
        answer = counted(datetime.fromisoformat(f"{start} 09:00"), (amount, unit), roll="none")
        return answer.due_date.isoformat()

    assert reached("2026-01-31", 1, MONTH) == "2026-02-28"  # 148.3: the month lacks the date
    assert reached("2026-02-28", 1, MONTH) == "2026-03-28"  # the corresponding date, not the last
    assert reached("2026-01-30", 13, MONTH) == "2027-02-28"
    assert reached("2026-03-15", 1, YEAR) == "2027-03-15"


def test_the_legal_end_is_24_00_of_the_due_date_whatever_the_clock() -> None:
    answer = counted("05 09:00", (5, CD), roll="none")
    assert (answer.due_date, answer.legal_end) == (date(2026, 1, 10), datetime(2026, 1, 11))
    assert answer.due_at == at("12 07:00")  # nothing is handed out on a Saturday
    hours = counted("09 16:00", (24, H))
    assert (hours.due_date, hours.legal_end, hours.due_at) == (date(2026, 1, 10), at("10 16:00"), at("10 16:00"))


def test_hours_pass_when_clocks_are_changed_and_days_keep_the_clock() -> None:
    new_york = Offices(OFFICE, COUNTER, OFFICE, ZoneInfo("America/New_York"))
    eve = datetime(2026, 3, 7, 12)  # at 02:00 on 8 March clocks go on to 03:00
    assert due(eve, leg((24, H)), Switches(), new_york).due_at == datetime(2026, 3, 8, 13)
    assert due(datetime(2026, 10, 31, 12), leg((24, H)), Switches(), new_york).due_at == datetime(2026, 11, 1, 11)
    assert due(eve, leg((2, CD)), Switches(due_clock="receipt"), new_york).due_at == datetime(2026, 3, 9, 12)


def test_a_receipt_without_a_time_of_day() -> None:
    """A34: inside hours and before the cut-off, where there are hours; an hour limit is refused."""
    switches = Switches(cutoff="15:00", **ONLINE)
    answer = due(date(2026, 1, 12), leg((1, WD)), switches, OFFICES, "online")
    assert (answer.day_0, answer.due_date, answer.time_unknown) == (date(2026, 1, 12), date(2026, 1, 13), True)
    on_sunday = due(date(2026, 1, 11), leg((1, WD)), switches, OFFICES, "online")
    assert (on_sunday.day_0, on_sunday.due_date) == (date(2026, 1, 12), date(2026, 1, 13))
    assert due(date(2026, 1, 12), leg((1, SAME_DAY)), Switches(), OFFICES).due_date == date(2026, 1, 12)
    assert not due(date(2026, 1, 12), leg((1, WD)), Switches(), OFFICES).time_unknown
    assert due(date(2026, 1, 12), leg((Fraction(1, 2), WD)), Switches(), OFFICES).time_unknown
    with pytest.raises(TimeOfDayNeeded):
        due(date(2026, 1, 12), leg((8, WH)), Switches(), OFFICES)


def test_add_ons_extend_the_leg_in_their_own_unit() -> None:
    remote = (Part(Fraction(10), WD),)
    assert counted_parts(leg((17, WD)), remote) == [Part(Fraction(27), WD)]
    assert counted_parts(leg((45, CD)), remote) == [Part(Fraction(45), CD), *remote]
    with pytest.raises(NoSuchLimit):
        counted_parts(leg((Fraction(17, 2), CD)), remote)


@pytest.mark.parametrize("amount", [0, -1, Fraction(1, 3), Fraction(1, 4)])
def test_no_such_amount(amount: Fraction) -> None:
    with pytest.raises(NoSuchLimit):
        leg((amount, WD))


@pytest.mark.parametrize("unit", [MONTH, YEAR, WEEK, Unit.MINUTE, Unit.WORKING_MINUTE, SAME_DAY])
def test_no_half_of_these(unit: Unit) -> None:
    with pytest.raises(NoSuchLimit):
        leg((Fraction(1, 2), unit))


# Verdicts. Received Monday the 5th at 09:00, five working days: due Monday the 12th; eight working hours:
# due Tuesday the 6th at 09:00.

FIVE, EIGHT_HOURS = leg((5, WD)), leg((8, WH))
MONTH_END = end_of(date(2026, 1, 31))


def judged(of: Leg, as_of: datetime = MONTH_END, switches: Switches | None = None, **facts: Any) -> Any:
    instants: dict[str, Any] = {name: at(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}
    return verdict(Record(at("05 09:00"), **instants), of, switches or Switches(), OFFICES, as_of)


@pytest.mark.parametrize(
    ("of", "completed", "timeliness", "days", "working_days", "seconds"),
    [
        (FIVE, "09 17:00", "early", 3, 1, None),
        (FIVE, "12 07:00", "on_time", 0, 0, None),  # the same date is on time (A5)
        (FIVE, "12 23:59", "on_time", 0, 0, None),  # and so it is after hours (A4)
        (FIVE, "13 00:00", "late", -1, -1, None),
        (EIGHT_HOURS, "05 16:00", "early", 1, 1, 10_800),
        (EIGHT_HOURS, "06 08:00", "on_time", 0, 0, 3_600),
        (EIGHT_HOURS, "06 09:00", "on_time", 0, 0, 0),
        (EIGHT_HOURS, "06 09:01", "late", 0, 0, -60),
    ],
)
def test_finished(of: Leg, completed: str, timeliness: str, days: int, working_days: int, seconds: int | None) -> None:
    answer = judged(of, completed=completed)
    assert (answer.state, answer.timeliness) == ("completed", timeliness)
    assert (answer.margin_days, answer.margin_working_days, answer.margin_seconds) == (days, working_days, seconds)


def test_late_by_a_day_and_by_no_working_day() -> None:
    answer = judged(leg((5, CD)), completed="11 10:00", switches=Switches(roll="preceding"))  # due Friday the 9th
    assert (answer.timeliness, answer.margin_days, answer.margin_working_days) == ("late", -2, 0)


def test_open_until_the_clock_has_run_out() -> None:
    assert judged(FIVE, end_of(date(2026, 1, 12))).timeliness == "within"
    assert judged(FIVE, end_of(date(2026, 1, 12)) + timedelta(seconds=1)).timeliness == "overdue"
    assert judged(FIVE, end_of(date(2026, 1, 13))).margin_days == -1
    assert judged(EIGHT_HOURS, at("06 09:00")).timeliness == "within"
    assert judged(EIGHT_HOURS, at("06 09:01")).timeliness == "overdue"


def test_what_happens_at_as_of_or_later_does_not_exist() -> None:
    assert judged(FIVE, at("09 10:00"), completed="09 10:00").state == "processing"
    assert judged(FIVE, at("09 10:01"), completed="09 10:00").state == "completed"
    assert judged(FIVE, at("05 09:00")) == judged(EIGHT_HOURS, at("05 09:00"))
    assert (judged(FIVE, at("05 09:00")).state, judged(FIVE, at("05 09:00")).due) == ("not_received", None)


@pytest.mark.parametrize(
    ("status", "completed", "state", "timeliness", "contradicted"),
    [
        (None, None, "processing", "within", False),
        (4, None, "processing", "within", False),
        (5, None, "waiting_supplement", "paused", False),
        (6, None, "waiting_payment", "within", False),  # its clock runs, unless the procedure says otherwise (A19)
        (3, None, "rejected", "not_applicable", False),
        (7, None, "withdrawn", "not_applicable", False),
        (7, "08 09:00", "withdrawn", "not_applicable", False),
        (7, "10 09:00", "processing", "within", True),  # it ends after as_of: the status is of a later day
        (8, None, "stopped", "not_applicable", False),
        (9, None, "processing", "within", True),
        (10, "08 09:00", "completed", "early", False),
        (4, "08 09:00", "completed", "early", True),
        (9, "08 09:00", "completed", "early", False),
    ],
)
def test_status(status: int | None, completed: str | None, state: str, timeliness: str, contradicted: bool) -> None:
    answer = judged(FIVE, end_of(date(2026, 1, 9)), status=status, completed=completed)
    assert (answer.state, answer.timeliness, answer.status_contradicted) == (state, timeliness, contradicted)


def test_which_end_and_which_due_date() -> None:
    facts: dict[str, Any] = {"completed": "12 09:00", "delivered": "14 09:00"}
    facts |= {"first_appointment": "09 17:00", "appointment": "13 17:00"}
    answer = judged(FIVE, **facts)
    assert (answer.vs_computed, answer.vs_first_appointment, answer.vs_latest_appointment) == (
        "on_time",
        "late",
        "early",
    )
    assert judged(FIVE, switches=Switches(against="first_appointment"), **facts).timeliness == "late"
    assert judged(FIVE, switches=Switches(completion="delivered"), **facts).timeliness == "late"
    assert judged(FIVE, delivered="12 09:00").timeliness == "on_time"  # A6: no completion is recorded
    by_instant = judged(FIVE, completed="12 17:01", switches=Switches(compare="instant"))
    assert by_instant.timeliness == "late"  # closing is 17:00


def test_an_impossible_history_is_refused() -> None:
    with pytest.raises(ImpossibleHistory):
        judged(FIVE, completed=datetime(2026, 1, 4))
