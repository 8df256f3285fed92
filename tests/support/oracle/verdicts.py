"""What became of a dossier: its state, and whether it was early, on time, late, within, overdue or paused.

Everything is seen as of an instant T: what happened at or after it does not exist (§3.6 of the design).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from support.oracle.clock import ONE_SECOND
from support.oracle.days import ONE_DAY
from support.oracle.deadlines import Due, Offices, Switches, due
from support.oracle.limits import Leg, Unit

# National codes (R10.6) that say something of an open dossier.
STATE_OF_CODE = {
    1: "not_received",
    2: "processing",
    3: "rejected",
    4: "processing",
    5: "waiting_supplement",
    6: "waiting_payment",
    7: "withdrawn",
    8: "stopped",
    9: "completed",
    10: "delivered",
}
WAITING = {"waiting_supplement", "waiting_payment"}
NO_RESULT = {"rejected", "withdrawn", "stopped"}  # ended by a wish or a halt, not by a result (A18)


class ImpossibleHistory(Exception):  # noqa: N818 - it says what is wrong with the record
    """It ends before it begins."""


@dataclass(frozen=True)
class Record:
    """What a row says of one dossier: instants to the second, and the export's own status."""

    received: datetime
    completed: datetime | None = None  # NgayKetThucXuLy
    delivered: datetime | None = None  # NgayTra
    first_appointment: datetime | None = None
    appointment: datetime | None = None  # as it stands last (R5.5)
    status: int | None = None
    channel: str = "counter"


@dataclass(frozen=True)
class Verdict:
    state: str
    timeliness: str
    due: Due | None = None
    margin_days: int | None = None
    margin_working_days: int | None = None
    margin_seconds: int | None = None
    vs_computed: str | None = None
    vs_first_appointment: str | None = None
    vs_latest_appointment: str | None = None
    status_contradicted: bool = False


def end_of(day: date) -> datetime:
    """An as_of that is a date means the end of that day."""
    return datetime.combine(day + ONE_DAY, time())


def as_it_was(record: Record, as_of: datetime) -> Record:
    """What existed at T. An event at or after it does not exist.

    reading: appointments are plans, made when they were made, so they stay.
    """

    def past(at: datetime | None) -> datetime | None:
        return at if at is not None and at < as_of else None

    return Record(
        record.received,
        past(record.completed),
        past(record.delivered),
        record.first_appointment,
        record.appointment,
        record.status,
        record.channel,
    )


def verdict(record: Record, of: Leg, switches: Switches, offices: Offices, as_of: datetime) -> Verdict:
    if record.received >= as_of:
        return Verdict("not_received", "not_applicable")
    known = as_it_was(record, as_of)
    refuse_the_impossible(known)
    state, contradicted = state_of(record, as_of)
    computed = due(record.received, of, switches, offices, record.channel)
    if state in NO_RESULT:
        return Verdict(state, "not_applicable", computed, status_contradicted=contradicted)

    finish = finish_of(known, switches)
    # A19: the payment's clock runs, unless a procedure says otherwise. (`payment`: runs, by default.)
    paused = state == "waiting_supplement"

    def against(due_date: date, due_at: datetime) -> str:
        if finish is not None:
            return compared(finish, due_date, due_at, computed.compared_by)
        return still_open(as_of, due_date, due_at, computed.compared_by, paused)

    # reading: a dossier with one recorded appointment has it as its first and as its latest.
    first = known.first_appointment or known.appointment
    latest = known.appointment or known.first_appointment
    vs_computed = against(computed.due_date, computed.due_at)
    # reading: an appointment is compared as the limit is, by date or by instant.
    vs_first = against(first.date(), first) if first else None
    vs_latest = against(latest.date(), latest) if latest else None
    # A24: with no such appointment it is computed from the procedure.
    counts = {"computed": vs_computed, "first_appointment": vs_first, "latest_appointment": vs_latest}
    timeliness = counts[switches.against] or vs_computed

    # reading: «now» of an open dossier is the last second before T, so that a date as T gives that date.
    measured_day = finish.date() if finish is not None else (as_of - ONE_SECOND).date()
    return Verdict(
        state,
        timeliness,
        computed,
        margin_days=(computed.due_date - measured_day).days,
        margin_working_days=offices.counting.days.working_days(measured_day, computed.due_date),
        margin_seconds=seconds_left(finish if finish is not None else as_of, computed, offices),
        vs_computed=vs_computed,
        vs_first_appointment=vs_first,
        vs_latest_appointment=vs_latest,
        status_contradicted=contradicted,
    )


def refuse_the_impossible(known: Record) -> None:
    """What is known at T must be possible; what comes after it can contradict nothing yet."""
    for end in (known.completed, known.delivered):
        if end is not None and end < known.received:
            raise ImpossibleHistory(known)
    if known.completed is not None and known.delivered is not None and known.delivered < known.completed:
        raise ImpossibleHistory(known)


# State (§3.7; the national codes of R10.6). The instants say what happened; the export's status is of the
# day of the export, so it is heard only where it does not contradict them.


def state_of(record: Record, as_of: datetime) -> tuple[str, bool]:
    """The state, and whether the status says otherwise than the instants.

    reading: rejected, withdrawn and stopped (3, 7, 8) may carry a receipt and an end of their own (R5.5), so
    only a hand-over contradicts them; an end after T shows that the status is of a later day than T.
    """
    said = STATE_OF_CODE[record.status] if record.status is not None else None
    known = as_it_was(record, as_of)
    ends_later = (record.completed, record.delivered) != (known.completed, known.delivered)
    if known.delivered is not None:
        shown = "delivered"
    elif known.completed is not None:
        shown = "completed"
    else:
        shown = "processing"

    if said in NO_RESULT and shown != "delivered" and not ends_later:
        return str(said), False
    if said in WAITING and shown == "processing" and not ends_later:
        return str(said), False
    if shown == "processing":
        return shown, said not in (None, "processing")
    # reading: that it has ended is what 9 and 10 say; which of the two is a matter of the instants.
    return shown, said not in (None, "completed", "delivered")


def finish_of(record: Record, switches: Switches) -> datetime | None:
    """A6: the result at the one-stop shop; where it is missing, the hand-over. A regime may look at the
    hand-over alone: until then the dossier is open."""
    if switches.completion == "delivered":
        return record.delivered
    return record.completed if record.completed is not None else record.delivered


# Timeliness.


def compared(finish: datetime, due_date: date, due_at: datetime, by: str) -> str:
    """By date the whole of the due date is on time (A4, A5); by instant the due instant itself is."""
    if by == "date":
        if finish.date() < due_date:
            return "early"
        return "on_time" if finish.date() == due_date else "late"
    if finish > due_at:
        return "late"
    return "early" if finish.date() < due_date else "on_time"


def still_open(as_of: datetime, due_date: date, due_at: datetime, by: str, paused: bool) -> str:
    """reading: at 24:00 of the due date, and at the due instant, the clock runs out and has not run out before.
    A pause whose beginning is not recorded has not stopped it."""
    runs_out = due_at if by == "instant" else end_of(due_date)
    if runs_out < as_of:
        return "overdue"
    return "paused" if paused else "within"


def seconds_left(at: datetime, of: Due, offices: Offices) -> int | None:
    """Hour limits only, on their own clock."""
    if of.last_unit in (Unit.WORKING_HOUR, Unit.WORKING_MINUTE):
        return offices.counting.elapsed(at, of.due_at)
    if of.last_unit in (Unit.HOUR, Unit.MINUTE):
        return passed_on_the_wall(at, of.due_at, offices) // ONE_SECOND
    return None


def passed_on_the_wall(start: datetime, end: datetime, offices: Offices) -> timedelta:
    if offices.zone is None:
        return end - start
    begun, ended = (at.replace(tzinfo=offices.zone).astimezone(UTC) for at in (start, end))
    return ended - begun
