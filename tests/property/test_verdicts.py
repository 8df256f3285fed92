"""Verdicts of the library against the oracle, on random dossiers: one by one, and as a table."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest

from support.oracle import verdicts as oracle
from support.oracle.days import OutsideRange
from support.oracle.deadlines import Offices, Switches
from support.oracle.deadlines import due as oracle_due
from support.oracle.limits import Leg
from support.oracle.verdicts import ImpossibleHistory, Record
from support.programs import HEAD, ask, book_program, dossier_fields, dossier_program, run
from support.random_rules import Office, a_question, a_record, an_as_of, an_office, some_switches

LONG = os.environ.get("THOIHAN_LONG") == "1"
SEEDS, OFFICES_OF_A_SEED = (40, 40) if LONG else (8, 6)
DOSSIERS_OF_AN_OFFICE = 50

OUTSIDE = {"outside_calendar", "beyond_calendar", "instant_outside", "beyond_clock", "never_opens"}
IMPOSSIBLE = {"completed_before_received", "delivered_before_completed"}
CLASSES = ("early", "on_time", "late")  # in order


@dataclass(frozen=True)
class Answer:
    state: str
    timeliness: str
    due_date: date | None = None
    margin_days: int | None = None
    margin_working_days: int | None = None
    margin_seconds: int | None = None
    vs_computed: str | None = None
    vs_first_appointment: str | None = None
    vs_latest_appointment: str | None = None
    status_contradicted: bool = False


def what_counts(answer: Answer) -> Answer:
    """What the design says of verdicts that do not apply: state and due date."""
    if answer.timeliness != "not_applicable":
        return answer
    return Answer(answer.state, answer.timeliness, answer.due_date)


@dataclass(frozen=True)
class Case:
    office: Office
    switches: Switches
    record: Record
    leg: Leg
    as_of: datetime

    def by_oracle(self, offices: Offices) -> Answer | str:
        try:
            verdict = oracle.verdict(self.record, self.leg, self.switches, offices, self.as_of)
        except ImpossibleHistory:
            return "impossible"
        except OutsideRange:
            return "outside"
        due_date = verdict.due.due_date if verdict.due else None
        return what_counts(
            Answer(
                verdict.state,
                verdict.timeliness,
                due_date,
                verdict.margin_days,
                verdict.margin_working_days,
                verdict.margin_seconds,
                verdict.vs_computed,
                verdict.vs_first_appointment,
                verdict.vs_latest_appointment,
                verdict.status_contradicted,
            )
        )

    def by_library(self, book: Any) -> Answer | str:
        import thoihan as th

        fields = {name: value for name, value in dossier_fields(self.record).items() if value is not None}
        if self.record.status is not None:
            fields["status"] = self.record.status
        dossier = th.Dossier(channel=self.record.channel, limit=self.leg.text(), **fields)
        try:
            verdict = book.assess(dossier, as_of=self.as_of)
        except th.Error as refused:
            return refusal(refused.code)
        return what_counts(
            Answer(
                verdict.state,
                verdict.timeliness,
                verdict.due_date,
                verdict.margin_days,
                verdict.margin_working_days,
                verdict.margin_seconds,
                verdict.vs_computed,
                verdict.vs_first_appointment,
                verdict.vs_latest_appointment,
                "status_contradicted" in verdict.flags,
            )
        )

    def program(self) -> str:
        return (
            f"\n{HEAD}{book_program(self.office, self.switches)}"
            f"v = {dossier_program(self.record, self.leg.text(), self.as_of)}\n# {self.switches}\n"
        )


def refusal(code: str) -> str:
    if code in OUTSIDE:
        return "outside"
    return "impossible" if code in IMPOSSIBLE else code


def cases(random: Random, office: Office, switches: Switches, offices: Offices, how_many: int) -> Iterator[Case]:
    while how_many:
        question = a_question(random, office)
        if not isinstance(question.received, datetime):
            continue
        try:
            due = oracle_due(question.received, question.leg, switches, offices, question.channel)
        except OutsideRange:
            continue
        record = a_record(random, question.received, question.channel, due)
        as_of = an_as_of(random, record, due)
        if max(due.due_date, as_of.date()) < office.last:  # else whether it is refused hangs on what is asked first
            how_many -= 1
            yield Case(office, switches, record, question.leg, as_of)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_every_verdict_is_the_oracles(seed: int) -> None:
    random = Random(seed)
    for _ in range(OFFICES_OF_A_SEED):
        office, switches = an_office(random), some_switches(random)
        offices, book = office.offices(), run(book_program(office, switches))
        for case in cases(random, office, switches, offices, DOSSIERS_OF_AN_OFFICE):
            expected, answer = case.by_oracle(offices), case.by_library(book)
            if expected != answer:
                pytest.fail(f"{case.program()}# the library: {answer}\n# the oracle:  {expected}", pytrace=False)


def test_all_classes_are_met() -> None:
    """The comparison would be worth little if it saw no paused dossier, or none that is late against its slip."""
    random = Random(0)
    seen: set[Any] = set()
    for _ in range(40):
        office, switches = an_office(random), some_switches(random)
        offices = office.offices()
        for case in cases(random, office, switches, offices, 10):
            answer = case.by_oracle(offices)
            seen |= {answer} if isinstance(answer, str) else set(astuple(answer))
    assert seen >= {*CLASSES, "within", "overdue", "paused", "not_applicable", "impossible", "waiting_payment"}


# As a table.


def table_of(records: list[tuple[Record, Leg]]) -> Any:
    pa = pytest.importorskip("pyarrow")
    columns: dict[str, Any] = {
        name: pa.array([dossier_fields(record)[name] for record, _ in records], pa.timestamp("s"))
        for name in dossier_fields(records[0][0])
    }
    columns["channel"] = pa.array([record.channel for record, _ in records])
    columns["limit"] = pa.array([of.text() for _, of in records])
    columns["status"] = pa.array([record.status for record, _ in records], pa.int32())
    return pa.table({"dossier_id": pa.array([f"H-{n:04}" for n in range(len(records))]), **columns})


COLUMNS = (
    "state",
    "timeliness",
    "due_date",
    "margin_days",
    "margin_working_days",
    "margin_seconds",
    "vs_computed",
    "vs_first_appointment",
    "vs_latest_appointment",
)


def assessed(table: Any, book: Any, as_of: datetime | date) -> list[dict[str, Any]]:
    import thoihan as th

    out = th.assess(table, book, as_of=as_of, columns="all", errors="keep")
    rows: list[dict[str, Any]] = out.to_pylist()
    assert len(rows) == table.num_rows
    return rows


def flag_bit(name: str) -> int:
    from thoihan import _core

    return 1 << _core.FLAGS.index(name)


def answer_of_row(row: dict[str, Any]) -> Answer | str:
    from thoihan import _core

    if row["error"]:
        return refusal(next(name for name, code in _core.ERROR_CODES.items() if code == row["error"]))
    contradicted = bool(row["flags"] & flag_bit("status_contradicted"))
    return what_counts(Answer(**{name: row[name] for name in COLUMNS}, status_contradicted=contradicted))


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_table_gets_the_verdicts_of_its_rows(seed: int) -> None:
    random = Random(3000 + seed)
    for _ in range(OFFICES_OF_A_SEED):
        office, switches = an_office(random), some_switches(random)
        offices, book = office.offices(), run(book_program(office, switches))
        drawn = list(cases(random, office, switches, offices, DOSSIERS_OF_AN_OFFICE))
        as_of = random.choice(drawn).as_of
        rows = assessed(table_of([(case.record, case.leg) for case in drawn]), book, as_of)
        for case, row in zip(drawn, rows, strict=True):
            then = replace(case, as_of=as_of)
            expected = then.by_oracle(offices)
            if expected != answer_of_row(row):
                pytest.fail(f"{then.program()}# the table:  {row}\n# the oracle: {expected}", pytrace=False)


def what_existed(record: Record, as_of: datetime) -> Record | None:
    """A row as it was at T: not there yet, or without what came later. Its status then is not on record."""
    if record.received >= as_of:
        return None
    known = oracle.as_it_was(record, as_of)
    changed = (known.completed, known.delivered) != (record.completed, record.delivered)
    return replace(known, status=None) if changed else known


@pytest.mark.parametrize("seed", range(SEEDS))
def test_all_as_of_then_is_what_existed_then(seed: int) -> None:
    """assess(all, T) = assess(what existed at T, T), but for the flag of a status that was yet to come."""
    random = Random(4000 + seed)
    for _ in range(OFFICES_OF_A_SEED):
        office, switches = an_office(random), some_switches(random)
        book = run(book_program(office, switches))
        drawn = list(cases(random, office, switches, office.offices(), DOSSIERS_OF_AN_OFFICE))
        as_of = random.choice(drawn).as_of
        then = [(what_existed(case.record, as_of), case.leg) for case in drawn]
        existed = [(record, of) for record, of in then if record is not None]
        if not existed:
            continue
        rows_then = iter(assessed(table_of(existed), book, as_of))
        for (record, _), case, row in zip(
            then, drawn, assessed(table_of([(case.record, case.leg) for case in drawn]), book, as_of), strict=True
        ):
            if record is None:
                assert (row["state"], row["timeliness"]) == ("not_received", "not_applicable")
                continue
            row_then = next(rows_then)
            assert without_status_flag(row) == without_status_flag(row_then), replace(case, as_of=as_of).program()


def without_status_flag(row: dict[str, Any]) -> dict[str, Any]:
    verdicts = {name: row[name] for name in COLUMNS}
    return verdicts | {"error": row["error"], "flags": row["flags"] & ~flag_bit("status_contradicted")}


def test_a_date_as_of_means_the_end_of_that_day() -> None:
    random = Random(5)
    office, switches = an_office(random), Switches()
    book = run(book_program(office, switches))
    for case in cases(random, office, switches, office.offices(), 50):
        day = case.as_of.date()
        at_its_end = replace(case, as_of=oracle.end_of(day))
        if isinstance(at_its_end.by_library(book), Answer):
            by_date = ask(book, dossier_program(case.record, case.leg.text(), day))
            by_instant = ask(book, dossier_program(case.record, case.leg.text(), at_its_end.as_of))
            assert (by_date.timeliness, by_date.margin_days) == (by_instant.timeliness, by_instant.margin_days)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_later_completion_is_never_of_an_earlier_class(seed: int) -> None:
    random = Random(6000 + seed)
    office, switches = an_office(random), replace(some_switches(random), completion="completed")
    book = run(book_program(office, switches))
    for case in cases(random, office, switches, office.offices(), DOSSIERS_OF_AN_OFFICE):
        facts = replace(case.record, delivered=None, status=None)
        ends = sorted(facts.received + timedelta(minutes=random.randrange(90_000)) for _ in range(8))
        answers = [
            replace(case, record=replace(facts, completed=end), as_of=end + timedelta(days=1)).by_library(book)
            for end in ends
        ]
        classes = [CLASSES.index(answer.timeliness) for answer in answers if isinstance(answer, Answer)]
        assert classes == sorted(classes), (ends, case.program())
