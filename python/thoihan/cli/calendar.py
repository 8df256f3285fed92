"""`thoihan calendar 2026`: a year to look at, with the reasons of its days off."""

from __future__ import annotations

import calendar as months_of
import datetime
from typing import Annotated

import typer
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from thoihan import Calendar, DayFact, Error
from thoihan.cli.marks import MARKS
from thoihan.cli.options import Announcements, AsCsv, AsJson, KnownOn, Lang, Language
from thoihan.cli.paper import put
from thoihan.cli.plain import plain, print_csv, print_json
from thoihan.cli.words import Words, words_of

EXAMPLES = """Examples:

thoihan calendar 2026

thoihan calendar 2026 --known-on 2025-12-24

thoihan calendar 2027 --lang en --json

thoihan calendar 2026 --announcements storm.toml"""

DIM = MARKS["weekend"][1]
ONE_DAY = datetime.timedelta(days=1)
MONTH_WIDTH = 21  # seven days of two digits and a mark
BETWEEN_MONTHS = 4


def show(
    year: Annotated[int, typer.Argument(help="The year.", show_default=False)],
    lang: Lang = Language.vi,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    known_on: KnownOn = None,
    announcements: Announcements = None,
) -> None:
    """The working days of a year, and why its days off are off.

    Twelve months with a mark on each day that is not what its weekday says; then these days with their reasons,
    sources, and how sure they are.
    """
    cal = Calendar.vietnam(known_on=known_on, announcements=announcements or ())
    facts = facts_of(cal, year)
    if as_json:
        print_json(as_values(cal, year, facts))
    elif as_csv:
        print_csv(fact for fact in facts if is_special(fact))
    else:
        put(drawn(cal, year, facts, words_of(lang)))


def facts_of(cal: Calendar, year: int) -> list[DayFact]:
    """Every day of a year; the year is refused where the calendar does not have it."""
    cal.exceptions(year)
    first = max(datetime.date(year, 1, 1), cal.first)
    last = min(datetime.date(year, 12, 31), cal.last)
    return [cal.day(first + n * ONE_DAY) for n in range((last - first).days + 1)]


def is_special(fact: DayFact) -> bool:
    """Whether a day is not simply what its weekday says."""
    return fact.kind not in (None, "weekend")


def worked_in(facts: list[DayFact], month: int) -> int:
    return sum(fact.working for fact in facts if fact.date.month == month)


def as_values(cal: Calendar, year: int, facts: list[DayFact]) -> dict[str, object]:
    return {
        "year": year,
        "edition": cal.edition,
        "announced_through": cal.announced_through.isoformat(),
        "certainty": cal.certainty(facts[0].date, facts[-1].date),
        "working_days": sum(fact.working for fact in facts),
        "months": [{"month": month, "working_days": worked_in(facts, month)} for month in range(1, 13)],
        "days": [plain(fact) for fact in facts if is_special(fact)],
    }


# ---- Drawing.


def drawn(cal: Calendar, year: int, facts: list[DayFact], words: Words) -> RenderableType:
    blank = Text()
    return Group(
        *heading(cal, year, facts, words),
        blank,
        Months(facts, words),
        *legend(facts, words),
        blank,
        *reasons(cal, year, facts, words),
    )


def heading(cal: Calendar, year: int, facts: list[DayFact], words: Words) -> list[RenderableType]:
    changed = cal.exceptions(year)
    worked = sum(fact.working for fact in changed)
    counts = [(words.working_days, sum(fact.working for fact in facts)), (words.days_off, len(changed) - worked)]
    if worked:
        counts.append((words.days_worked, worked))
    is_projected = facts[-1].date > cal.announced_through
    doubtful = [] if is_projected else [fact.date for fact in facts if fact.certainty == "projected"]
    certainty = words.partly if doubtful else words.certainties["projected" if is_projected else "announced"]
    lines: list[RenderableType] = [
        Text.assemble(
            (words.title.format(year=year), "bold"),
            ("   " + certainty, "yellow" if is_projected or doubtful else DIM),
            (f" · {words.edition} {cal.edition}", DIM),
        ),
        Text(" · ".join(text.format(n=n) for text, n in counts)),
    ]
    if is_projected:
        lines.append(Text(words.projected_year, "yellow"))
    if doubtful:
        lines.append(Text(words.still_projected.format(days=spans_text(doubtful, words)), "yellow"))
    return lines


def spans_text(days: list[datetime.date], words: Words) -> str:
    """Days in order, those in a row as one span."""
    spans: list[list[datetime.date]] = []
    for day in days:
        if spans and day - spans[-1][-1] == ONE_DAY:
            spans[-1] = [spans[-1][0], day]
        else:
            spans.append([day])
    return ", ".join(" – ".join(words.short_date(day, day.year).strip() for day in span) for span in spans)


class Months:
    """The twelve months, as many beside each other as fit."""

    def __init__(self, facts: list[DayFact], words: Words) -> None:
        self.facts = facts
        self.words = words

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        fitting = (options.max_width + BETWEEN_MONTHS) // (MONTH_WIDTH + BETWEEN_MONTHS)
        beside = next(number for number in (6, 4, 3, 2, 1) if number <= max(fitting, 1))
        grid = Table.grid(padding=(0, BETWEEN_MONTHS, 0, 0))
        for _ in range(beside):
            grid.add_column(width=MONTH_WIDTH, no_wrap=True)
        drawn_months = [self.month(number) for number in range(1, 13)]
        for first in range(0, 12, beside):
            grid.add_row(*drawn_months[first : first + beside])
            grid.add_row()
        yield grid

    def month(self, number: int) -> Text:
        facts = {fact.date.day: fact for fact in self.facts if fact.date.month == number}
        name = self.words.month_names[number - 1]
        worked = self.words.days.format(n=worked_in(self.facts, number))
        text = Text()
        text.append(name, "bold")
        text.append(worked.rjust(MONTH_WIDTH - 1 - len(name)), DIM)
        text.append("\n" + " ".join(self.words.weekdays_short), DIM)
        year = self.facts[0].date.year
        for week in months_of.Calendar().monthdayscalendar(year, number):
            text.append("\n")
            for day in week:
                fact = facts.get(day)
                mark, style = MARKS[fact.kind] if fact else (" ", "")
                text.append(f"{day:2d}" if fact else "  ", style)
                text.append(mark, style)
        return text


def legend(facts: list[DayFact], words: Words) -> list[RenderableType]:
    """The marks that this year has."""
    marks = Text()
    for kind, (mark, style) in MARKS.items():
        if mark != " " and any(fact.kind == kind for fact in facts):
            marks.append(mark + " ", style)
            marks.append(f"{words.kinds[kind]}   ")
    return [marks, Text(words.legend_note, DIM)]


def reasons(cal: Calendar, year: int, facts: list[DayFact], words: Words) -> list[RenderableType]:
    """The days that are not what their weekday says, those of one stretch of days off together; then the sources,
    which the lines name by number."""
    sources: dict[str, int] = {}
    table = Table.grid(padding=(0, 1, 0, 0))
    for _ in range(3):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(justify="right", no_wrap=True, style=DIM)
    table.add_row("", "", "", Text(words.reasons, "bold"), words.source.lower())
    all_projected = facts[0].date > cal.announced_through  # then the heading says so
    before = None
    for fact in filter(is_special, facts):
        first, last = stretch(cal, fact.date)
        if first != before:
            table.add_row()
            length = (last - first).days + 1
            if length > 2:
                span = f"{words.short_date(first, year)} – {words.short_date(last, year)}".replace("  ", " ").strip()
                table.add_row("", "", "", Text(f"{span}: {words.in_a_row.format(n=length)}", "italic"))
        before = first
        mark, style = MARKS[fact.kind]
        numbers = [sources.setdefault(source, len(sources) + 1) for source in fact.source.split("; ") if source]
        name = Text(words.name(fact))
        if fact.certainty == "projected" and not all_projected:
            name.append(f" ({words.certainties['projected']})", "yellow")
        table.add_row(
            Text(mark, style),
            Text(words.weekdays_short[fact.date.weekday()], DIM),
            Text(words.short_date(fact.date, year), style),
            name,
            ",".join(str(number) for number in numbers),
        )
    listed = Table.grid(padding=(0, 1, 0, 0))
    listed.add_column(justify="right", style=DIM)
    listed.add_column(style=DIM, overflow="fold")
    for source, number in sources.items():
        listed.add_row(str(number), source)
    return [table, Text(), Text(words.source, "bold"), listed]


def stretch(cal: Calendar, day: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The days off in a row around a day, first and last; the day itself where it works."""
    if cal.is_working(day):
        return day, day
    first, last = cal.first, cal.last
    try:
        first = cal.previous_working(day) + ONE_DAY
        last = cal.next_working(day) - ONE_DAY
    except Error:  # off to the calendar's end
        pass
    return first, last
