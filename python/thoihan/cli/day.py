"""`thoihan day 2026-08-22`: whether a day works, why, who says so, and the working days around it."""

from __future__ import annotations

import datetime
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from thoihan import Calendar, DayFact, Error
from thoihan.cli.marks import MARKS
from thoihan.cli.options import Announcements, AsJson, KnownOn, Lang, Language
from thoihan.cli.paper import put
from thoihan.cli.plain import plain, print_json
from thoihan.cli.words import Words, words_of

ONE_DAY = datetime.timedelta(days=1)

EXAMPLES = """Examples:

thoihan day 2026-08-22

thoihan day 2026-01-02 --known-on 2025-12-24

thoihan day 2026-02-17 --lang en --json"""


def show(
    date: Annotated[str, typer.Argument(metavar="DATE", help="The day, YYYY-MM-DD.", show_default=False)],
    lang: Lang = Language.vi,
    as_json: AsJson = False,
    known_on: KnownOn = None,
    announcements: Announcements = None,
) -> None:
    """What a day is, and who says so.

    Working or off, the reason, its source and how sure that is, its lunar date, and the working days before and
    after it.
    """
    cal = Calendar.vietnam(known_on=known_on, announcements=announcements or ())
    fact = cal.day(date)
    before, after = (neighbour(cal, fact.date, n) for n in (-1, 1))
    if as_json:
        around = {
            "previous_working": before.isoformat() if before else None,
            "next_working": after.isoformat() if after else None,
            "edition": cal.edition,
        }
        print_json(plain(fact) | around)
    else:
        put(drawn(cal, fact, before, after, words_of(lang)))


def neighbour(cal: Calendar, day: datetime.date, n: int) -> datetime.date | None:
    """The working day before or after; None where the calendar ends."""
    try:
        return cal.advance(day, n)
    except Error:
        return None


def drawn(
    cal: Calendar, fact: DayFact, before: datetime.date | None, after: datetime.date | None, words: Words
) -> RenderableType:
    mark, style = MARKS[fact.kind]
    head = Text.assemble(
        (words.long_date(fact.date), "bold"),
        "  ",
        (words.works if fact.working else words.rests, "bold green" if fact.working else "bold red"),
    )
    if fact.kind is not None:
        head.append("  " + f"{mark} {words.kinds[fact.kind]}".strip(), style)
    table = Table.grid(padding=(0, 3, 0, 0))
    table.add_column(style=MARKS["weekend"][1], no_wrap=True)
    table.add_column(overflow="fold")
    if fact.kind is not None:
        table.add_row(words.why, words.name(fact))
    if fact.source:
        table.add_row(words.source, "\n".join(fact.source.split("; ")))
    sure = Text(words.certainties[fact.certainty], "yellow" if fact.certainty == "projected" else "")
    table.add_row(words.certainty, sure)
    if fact.partner is not None:
        table.add_row(words.partner, words.long_date(fact.partner))
    if fact.lunar is not None:
        leap = f" ({words.lunar_leap})" if fact.lunar.leap else ""
        table.add_row(words.lunar, f"{fact.lunar.day}/{fact.lunar.month}{leap}/{fact.lunar_year}")
    table.add_row(words.previous, words.long_date(before) if before else words.nothing)
    table.add_row(words.next, words.long_date(after) if after else words.nothing)
    if fact.working:
        before_year = max(datetime.date(fact.date.year, 1, 1), cal.first) - ONE_DAY
        year_end = min(datetime.date(fact.date.year, 12, 31), cal.last)
        n, of = (cal.working_days(before_year, day) for day in (fact.date, year_end))
        table.add_row(words.in_year, words.working_day_of.format(n=n, of=of))
    table.add_row(words.edition.capitalize(), cal.edition)
    return Group(head, Text(), table)
