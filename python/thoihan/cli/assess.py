"""`thoihan assess dossiers.csv -o verdicts.parquet --as-of 2022-12-31`: the verdicts of a file, and their summary."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console, Group, RenderableType
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from thoihan import Error, Rulebook
from thoihan.cli.options import AsJson, Lang, Language
from thoihan.cli.paper import put
from thoihan.cli.plain import print_json

EXAMPLES = """Examples:

thoihan assess dossiers.csv -o verdicts.parquet --as-of 2022-12-31 --rejects rejects.csv

thoihan assess dossiers.csv.gz -o verdicts.csv --as-of 2022-12-31 --columns all --keep chu_ho_so

thoihan assess requests.csv -o out.parquet --rules examples/boston311 --columns all"""

# Early, on time, late, within, overdue, paused, not applicable, errors: in the order of thoihan.summary.COUNTS.
_STYLES = ("green", "green", "red", "", "bold red", "yellow", "dim", "bold red")
_MOST_AGENCIES = 60


class Columns(StrEnum):
    lean = "lean"
    all = "all"


@dataclass(frozen=True, slots=True)
class _Words:
    counts: tuple[str, ...]
    agency: str
    no_agency: str
    more_agencies: str
    rows: str
    total: str
    sum_line: str
    as_of: str
    as_of_found: str
    written: str
    rejects: str
    no_rejects: str
    reading: str


_WORDS = {
    Language.vi: _Words(
        ("trước hạn", "đúng hạn", "quá hạn", "còn hạn", "quá hạn, chưa xong", "tạm dừng", "không xét", "lỗi"),
        agency="Đơn vị",
        no_agency="(không ghi)",
        more_agencies="… và {n} đơn vị khác",
        rows="số dòng",
        total="Tổng cộng",
        sum_line="Dòng vào = kết quả + lỗi: {rows} = {verdicts} + {errors}",
        as_of="Tính đến hết {as_of}",
        as_of_found="Tính đến hết {as_of}, ngày cuối cùng có ghi trong tệp (--as-of để chọn ngày khác)",
        written="Kết quả: {path}",
        rejects="Dòng lỗi: {path}",
        no_rejects="Thêm --rejects TỆP để xem từng dòng lỗi",
        reading="Đang tính",
    ),
    Language.en: _Words(
        ("early", "on time", "late", "within", "overdue", "paused", "n/a", "errors"),
        agency="Agency",
        no_agency="(none given)",
        more_agencies="… and {n} more agencies",
        rows="rows",
        total="In all",
        sum_line="Rows in = verdicts + errors: {rows} = {verdicts} + {errors}",
        as_of="As of the end of {as_of}",
        as_of_found="As of the end of {as_of}, the last day that the file records (--as-of chooses another)",
        written="Verdicts: {path}",
        rejects="Rejects: {path}",
        no_rejects="--rejects FILE lists the rows with errors",
        reading="Assessing",
    ),
}


def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV (also .gz) or Parquet.", show_default=False)],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="OUT", help=".parquet, .csv or .csv.gz", show_default=False)
    ],
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="What is seen: the end of that day, or an instant.",
            show_default="the last day that the file records",
        ),
    ] = None,
    rules: Annotated[
        Path | None, typer.Option("--rules", metavar="DIR", help="A rulebook.", show_default="Vietnam's")
    ] = None,
    rejects: Annotated[
        Path | None,
        typer.Option("--rejects", metavar="FILE", help="A CSV of the rows with errors.", show_default=False),
    ] = None,
    columns: Annotated[Columns, typer.Option("--columns", help="Few columns, or all.")] = Columns.lean,
    keep: Annotated[
        str, typer.Option("--keep", metavar="A,B", help="Other columns that go into the output.", show_default=False)
    ] = "",
    unique: Annotated[
        bool, typer.Option("--unique/--no-unique", help="Whether two rows with one id are errors.")
    ] = True,
    date_only: Annotated[
        str,
        typer.Option(
            "--date-only", metavar="A,B", help="Columns whose 00:00 means no time of day.", show_default=False
        ),
    ] = "",
    lang: Lang = Language.vi,
    as_json: AsJson = False,
) -> None:
    """The verdicts of a file of dossiers, and their summary.

    One row a row, in order; rows with an error keep their place. The output is whole or not there. Exit code 0: all
    verdicts; 3: written, with rejects; 2: nothing written.
    """
    from thoihan.files import assess_file, last_day  # pyarrow is loaded for those who need it

    words = _WORDS[lang]
    try:
        book = Rulebook.load(rules) if rules else Rulebook.vietnam()
        seen = as_of if as_of is not None else last_day(file, book).isoformat()
        with _progress(words) as progress:
            run = assess_file(
                file,
                output,
                book,
                as_of=seen,
                rejects=rejects,
                columns=columns.value,
                keep=_names(keep),
                unique=unique,
                date_only=_names(date_only),
                progress=progress,
                lang=lang.value,
            )
    except Error as refused:
        if refused.field in ("as_of", "date_only"):
            raise
        print("thoihan:", " ".join(refused.text(lang.value).split()), file=sys.stderr)
        raise typer.Exit(2) from None
    if as_json:
        print_json(_plain(run, seen, output, rejects))
    else:
        put(_drawn(run, words, words.as_of if as_of else words.as_of_found, seen, output, rejects, lang))
    if run.errors:
        raise typer.Exit(3)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


@contextmanager
def _progress(words: _Words) -> Iterator[Callable[[int, float | None], None] | None]:
    """A bar with rows, rows a second and the time left; only on a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rows]:,} " + words.rows),
        TextColumn("{task.fields[pace]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task(words.reading, total=1.0, rows=0, pace="")

        def advance(rows: int, fraction: float | None) -> None:
            elapsed = bar.tasks[0].elapsed or 0.0
            pace = f"{rows / elapsed:,.0f}/s" if elapsed > 0 else ""
            bar.update(task, completed=fraction or 0.0, rows=rows, pace=pace)

        yield advance


def _drawn(
    run: Any, words: _Words, as_of: str, seen: str, output: Path, rejects: Path | None, lang: Language
) -> RenderableType:
    from thoihan.summary import COUNTS

    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column(words.agency, overflow="fold")
    for title in (*words.counts, words.rows):
        width = max(*map(len, title.split()), len(f"{run.rows:,}"))
        table.add_column(title, justify="right", vertical="bottom", width=width)

    def add(name: str, summary: Any, style: str = "") -> None:
        counts = [
            Text(f"{getattr(summary, key):,}", one if getattr(summary, key) else "dim")
            for key, one in zip(COUNTS, _STYLES, strict=True)
        ]
        table.add_row(Text(name, style), *counts, Text(f"{summary.rows:,}", style))

    by_rows = sorted(run.summary_by_agency.items(), key=lambda item: (-item[1].rows, item[0] or ""))
    if len(by_rows) > 1 or None not in run.summary_by_agency:
        for name, summary in by_rows[:_MOST_AGENCIES]:
            add(name or words.no_agency, summary)
        if len(by_rows) > _MOST_AGENCIES:
            table.add_row(words.more_agencies.format(n=len(by_rows) - _MOST_AGENCIES))
        table.add_section()
    add(words.total, run.summary, "bold")

    lines = [
        as_of.format(as_of=seen),
        words.sum_line.format(rows=run.rows, verdicts=run.verdicts, errors=run.errors),
        words.written.format(path=output),
    ]
    if rejects:
        lines.append(words.rejects.format(path=rejects))
    elif run.errors:
        lines.append(words.no_rejects)
    lines += [english if lang is Language.en else vietnamese for english, vietnamese in run.notes]
    return Group(table, Text(), *(Text(line) for line in lines))


def _plain(run: Any, seen: str, output: Path, rejects: Path | None) -> dict[str, Any]:
    from thoihan.summary import COUNTS

    def plain(summary: Any) -> dict[str, int]:
        return {name: getattr(summary, name) for name in (*COUNTS, "rows", "late_days", "overdue_days")}

    return {
        "as_of": seen,
        "rows": run.rows,
        "verdicts": run.verdicts,
        "errors": run.errors,
        "summary": plain(run.summary),
        "by_agency": [{"agency": name} | plain(one) for name, one in run.summary_by_agency.items()],
        "output": str(output),
        "rejects": str(rejects) if rejects else None,
        "notes": [english for english, _ in run.notes],
    }
