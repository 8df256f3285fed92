"""A random case as a user of the library writes it: the text that is run is the text that is printed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from support.oracle.deadlines import Switches
from support.oracle.verdicts import Record
from support.random_rules import Office, Question

HEAD = "from datetime import date, datetime\nimport thoihan as th\n"


def book_program(office: Office, switches: Switches) -> str:
    return (
        f"cal = th.Calendar(weekmask={office.weekmask!r}, first={day(office.first)}, last={day(office.last)},\n"
        f"    holidays=[{', '.join(map(day, office.holidays))}],\n"
        f"    working=[{', '.join(map(day, office.working))}])\n"
        f"hours = th.OfficeHours({office.hours_of_the_week()!r})\n"
        f"book = th.Rulebook(calendar=cal, hours=hours, regime=th.Regime('plain', {keywords(changed(switches))}))\n"
    )


def due_program(question: Question) -> str:
    return f"book.due({moment(question.received)}, limit={question.leg.text()!r}, channel={question.channel!r})"


def dossier_program(record: Record, limit: str, as_of: datetime | date) -> str:
    facts = {name: moment(value) for name, value in dossier_fields(record).items() if isinstance(value, datetime)}
    facts |= {"channel": repr(record.channel), "limit": repr(limit)}
    if record.status is not None:
        facts["status"] = repr(record.status)
    written = ", ".join(f"{name}={value}" for name, value in facts.items())
    return f"book.assess(th.Dossier({written}), as_of={moment(as_of)})"


def dossier_fields(record: Record) -> dict[str, Any]:
    return {
        "received_at": record.received,
        "completed_at": record.completed,
        "delivered_at": record.delivered,
        "first_appointment_at": record.first_appointment,
        "appointment_at": record.appointment,
    }


def run(program: str) -> Any:
    """The rulebook that a program makes."""
    made: dict[str, Any] = {}
    exec(HEAD + program, made)
    return made["book"]


def ask(book: Any, question: str) -> Any:
    made: dict[str, Any] = {"book": book}
    exec(HEAD, made)
    return eval(question, made)


def changed(switches: Switches) -> dict[str, Any]:
    """The switches that are not as they come, and how the end rolls, which the plain regime leaves out."""
    values = flat(switches)
    usual = flat(Switches())
    return {name: value for name, value in values.items() if name == "roll" or value != usual[name]}


def flat(switches: Switches) -> dict[str, str]:
    """The receipt of each channel is a switch of its own."""
    values = {name: value for name, value in vars(switches).items() if name != "receipt"}
    return values | {f"receipt_{channel}": value for channel, value in switches.receipt.items()}


def keywords(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={value!r}" for name, value in values.items())


def day(value: date) -> str:
    return f"date({value.year}, {value.month}, {value.day})"


def moment(value: datetime | date) -> str:
    if not isinstance(value, datetime):
        return day(value)
    second = f", {value.second}" if value.second else ""
    return f"datetime({value.year}, {value.month}, {value.day}, {value.hour}, {value.minute}{second})"


def only_near(office: Office, question: Question, days: int = 500) -> Office:
    """The office without the days off that lie far from a question, which is easier to read."""
    received = question.received.date() if isinstance(question.received, datetime) else question.received

    def near(one: date) -> bool:
        return -20 <= (one - received).days <= days

    return Office(
        office.weekmask,
        tuple(filter(near, office.holidays)),
        tuple(filter(near, office.working)),
        office.first,
        office.last,
        office.schedule,
    )
