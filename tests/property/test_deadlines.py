"""Deadlines of the library against the oracle, on random calendars, hours, regimes, limits, channels and receipts."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from random import Random

import pytest

from support.oracle import deadlines as oracle
from support.oracle.clock import ONE_SECOND
from support.oracle.days import ONE_DAY, OutsideRange
from support.oracle.deadlines import Switches, TimeOfDayNeeded
from support.oracle.limits import Leg, Part
from support.programs import HEAD, book_program, due_program, only_near, run
from support.random_rules import Office, Question, a_question, a_receipt, an_office, some_switches

LONG = os.environ.get("THOIHAN_LONG") == "1"
SEEDS, CASES_OF_A_SEED = (50, 2000) if LONG else (10, 300)
QUESTIONS_OF_AN_OFFICE = 50

# The library says more precisely how a question leaves the calendar.
OUTSIDE = {"outside_calendar", "beyond_calendar", "instant_outside", "beyond_clock", "never_opens"}


@dataclass(frozen=True)
class Answer:
    due_date: date
    due_at: datetime
    legal_end: datetime
    time_unknown: bool


Ask = Callable[[Question], Answer | str]


def oracle_of(office: Office, switches: Switches) -> Ask:
    offices = office.offices()

    def ask(question: Question) -> Answer | str:
        try:
            due = oracle.due(question.received, question.leg, switches, offices, question.channel)
        except OutsideRange:
            return "outside"
        except TimeOfDayNeeded:
            return "time_needed"
        return Answer(due.due_date, due.due_at, due.legal_end, due.time_unknown)

    return ask


def library_of(office: Office, switches: Switches) -> Ask:
    import thoihan

    book = run(book_program(office, switches))

    def ask(question: Question) -> Answer | str:
        try:
            due = book.due(question.received, limit=question.leg.text(), channel=question.channel)
        except thoihan.Error as refused:
            return "outside" if refused.code in OUTSIDE else refused.code
        return Answer(due.due_date, due.due_at, due.legal_end, due.time_unknown)

    return ask


@pytest.fixture(params=["oracle", "library"])
def subject(request: pytest.FixtureRequest) -> Callable[[Office, Switches], Ask]:
    """A law that the oracle breaks is a wrong law, or a wrong oracle."""
    return oracle_of if request.param == "oracle" else library_of


def program_of_failure(office: Office, switches: Switches, question: Question) -> str:
    """A program to run by hand: with few days off if it fails with few."""
    for shown in (only_near(office, question, 40), only_near(office, question), office):
        expected, answer = oracle_of(shown, switches)(question), library_of(shown, switches)(question)
        if expected != answer:
            break
    return (
        f"\n{HEAD}{book_program(shown, switches)}d = {due_program(question)}\n"
        f"# the library: {answer}\n# the oracle:  {expected}\n# {switches}"
    )


@pytest.mark.parametrize("seed", range(SEEDS))
def test_every_answer_is_the_oracles(seed: int) -> None:
    random = Random(seed)
    for _ in range(CASES_OF_A_SEED // QUESTIONS_OF_AN_OFFICE):
        office, switches = an_office(random), some_switches(random)
        by_oracle, by_library = oracle_of(office, switches), library_of(office, switches)
        for _ in range(QUESTIONS_OF_AN_OFFICE):
            question = a_question(random, office)
            if by_oracle(question) != by_library(question):
                pytest.fail(program_of_failure(office, switches, question), pytrace=False)


def test_most_cases_have_an_answer() -> None:
    """The comparison would be worth little if refusals were compared with refusals."""
    random = Random(0)
    answered = 0
    for _ in range(10):
        office = an_office(random)
        ask = oracle_of(office, some_switches(random))
        for _ in range(QUESTIONS_OF_AN_OFFICE):
            answered += isinstance(ask(a_question(random, office)), Answer)
    assert answered > 0.9 * 10 * QUESTIONS_OF_AN_OFFICE


@pytest.mark.parametrize("seed", range(SEEDS))
def test_another_day_off_makes_nothing_due_earlier(subject: Callable[[Office, Switches], Ask], seed: int) -> None:
    """For receipts inside reception hours and before the cut-off; not where the end is rolled back."""
    random = Random(1000 + seed)
    moved = 0
    for _ in range(100):
        office = an_office(random)
        offices = office.offices()
        switches = replace(some_switches(random), roll=random.choice(("following", "none")))
        question = a_question(random, office)
        received = question.received
        if not isinstance(received, datetime) or not offices.reception.is_open(received):
            continue
        if oracle.is_after_cutoff(received, switches.cutoff, offices):
            continue
        before = subject(office, switches)(question)
        if not isinstance(before, Answer):
            continue
        span = (before.due_date - received.date()).days + 1
        day_off = received.date() + random.randint(1, span) * ONE_DAY
        if day_off > office.last or not offices.counting.days.is_working(day_off):
            continue
        after = subject(office.with_day_off(day_off), switches)(question)
        if isinstance(after, str):
            assert after == "outside"
        else:
            assert after.due_date >= before.due_date, (day_off, book_program(office, switches), due_program(question))
            moved += after.due_date > before.due_date
    assert moved > 0


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_later_receipt_is_never_due_earlier(subject: Callable[[Office, Switches], Ask], seed: int) -> None:
    """For a limit of one part without a half, and regimes whose receipts keep their order: a cut-off moves a
    Saturday at 15:30 past a Sunday morning, and next_working_day moves the lunch break past the afternoon."""
    random = Random(2000 + seed)
    for _ in range(20):
        office = an_office(random)
        receipt = {channel: random.choice(("as_received", "next_open")) for channel in oracle.CHANNELS}
        switches = replace(some_switches(random), cutoff="none", receipt=receipt)
        question = a_question(random, office)
        part = question.leg.parts[0]
        question = replace(question, leg=Leg((Part(Fraction(part.whole or 1), part.unit),)))
        near = [a_receipt(random, office) for _ in range(6)]
        receipts = sorted(at + random.choice((0, 1, 3600, 86_400)) * ONE_SECOND for at in near for _ in range(3))
        ask = subject(office, switches)
        answers = [ask(replace(question, received=at)) for at in receipts]
        due_dates = [answer.due_date for answer in answers if isinstance(answer, Answer)]
        assert due_dates == sorted(due_dates), (receipts, book_program(office, switches), due_program(question))
