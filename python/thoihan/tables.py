"""th.assess: verdicts of a table in memory."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Literal

import pyarrow as pa

from thoihan import _core
from thoihan.batches import Judged, Reason, RunOf, refusal
from thoihan.headings import map_columns
from thoihan.problems import error

if TYPE_CHECKING:
    from thoihan.rulebook import Rulebook

_BATCH_ROWS = 1 << 17
_SHOWN_ERRORS = 5


def assess(
    table: Any,
    book: Rulebook,
    *,
    as_of: object,
    columns: Literal["lean", "all"] = "lean",
    errors: Literal["raise", "keep"] = "raise",
    threads: int | None = None,
    unique: bool = True,
    date_only: Iterable[str] = (),
    prefix: str = "",
) -> Any:
    """The verdicts of a table: its columns, then those of the verdict (thoihan.verdict_columns).

    table      pyarrow.Table or RecordBatch; pandas and polars frames come back as what they were
    as_of      what is seen: events before this instant; a date means the end of that day
    columns    "lean", or "all"
    errors     "raise" raises one Error for all rows without a verdict; "keep" keeps them in their places, with the
               reason's number in `error`
    threads    None: one for each processor that the process may use. The result is the same for any number
    unique     whether the second row with a dossier_id is an error
    date_only  columns of times whose 00:00 means that there is no time of day
    prefix     put before the names of the verdict's columns

    Columns are recognised by the names of `thoihan.headings` and by the rulebook's [columns]. Fails with
    `column_missing`, `duplicate` (two columns that mean the same), `name_taken`, `field_type`, or with the code of the
    first row without a verdict.
    """
    if errors not in ("raise", "keep"):
        raise error("field_type", field="errors", value=errors, right=("'raise' or 'keep'", "'raise' hoặc 'keep'"))
    arrow, back = _as_arrow(table)
    mapping = map_columns(arrow.column_names, book.columns)
    run = RunOf(book, as_of, columns=columns, date_only=date_only)
    names = [prefix + name for name in run.types]
    for name in names:
        if name in arrow.column_names:
            raise error("name_taken", field=name)

    shown = list(_prepared(arrow, mapping, run, unique))
    workers = min(threads or len(os.sched_getaffinity(0)), len(shown)) or 1
    if workers == 1:
        judged = [run.judge(batch) for batch, _ in shown]
    else:
        with ThreadPoolExecutor(workers) as pool:
            judged = list(pool.map(run.judge, (batch for batch, _ in shown)))
    for one in judged:
        run.met(one)
    count = sum(one.errors for one in judged)
    if count and errors == "raise":
        raise refusal(list(_first(judged, shown, run)), count)

    schema = pa.schema(list(zip(names, run.types.values(), strict=True)))
    made = pa.Table.from_batches([pa.RecordBatch.from_arrays(one.columns, schema=schema) for one in judged], schema)
    out = arrow
    for field, column in zip(schema, made.unify_dictionaries().columns, strict=True):
        out = out.append_column(field, column)
    notes = {"thoihan.notes": "\n".join(english for english, _ in run.notes())} if run.notes() else {}
    return back(out.replace_schema_metadata({**(arrow.schema.metadata or {}), **run.provenance(), **notes}))


Shown = tuple[pa.RecordBatch, dict[str, pa.Array]]


def _prepared(arrow: pa.Table, mapping: dict[str, str], run: RunOf, unique: bool) -> Iterator[Shown]:
    """The batches as the core sees them, each with its columns by canonical name. In order: ids are met in order."""
    looked_at = arrow.select(list(mapping.values())).rename_columns(list(mapping))
    if looked_at.num_columns and looked_at.num_rows / max(looked_at.column(0).num_chunks, 1) < 4096:
        looked_at = looked_at.combine_chunks()  # many small chunks cost more than a copy
    ids = _core.IdSet() if unique and "dossier_id" in mapping else None
    for batch in looked_at.to_batches(max_chunksize=_BATCH_ROWS):
        columns = dict(zip(batch.schema.names, batch.columns, strict=True))
        again = ids.add(ids_of(columns["dossier_id"])) if ids else []
        yield run.prepare(columns, batch.num_rows, dict.fromkeys(again, "duplicate_id")), columns


def ids_of(column: pa.Array) -> pa.RecordBatch:
    """Ids as the core wants them: text."""
    is_text = pa.types.is_string(column.type) or pa.types.is_large_string(column.type)
    return pa.RecordBatch.from_arrays([column if is_text else column.cast(pa.string())], names=["dossier_id"])


def _first(judged: list[Judged], shown: list[Shown], run: RunOf) -> Iterator[tuple[int, Reason]]:
    """The first rows without a verdict, with their rows of the table, from 1."""
    row, told = 1, 0
    for one, (_, columns) in zip(judged, shown, strict=True):
        if one.errors and told < _SHOWN_ERRORS:
            for reason in run.reasons(one, columns)[: _SHOWN_ERRORS - told]:
                told += 1
                yield row + reason.row, reason
        row += one.batch.num_rows


def _as_arrow(table: Any) -> tuple[pa.Table, Any]:
    """A table of Arrow, and what makes of one what was given."""
    if isinstance(table, pa.Table):
        return table, lambda out: out
    if isinstance(table, pa.RecordBatch):
        return pa.Table.from_batches([table]), lambda out: out
    library = type(table).__module__.partition(".")[0]
    if library == "pandas":
        return pa.Table.from_pandas(table, preserve_index=False), lambda out: out.to_pandas().set_index(table.index)
    if library == "polars":
        import polars as pl

        return table.to_arrow(), pl.from_arrow
    raise error(
        "field_type",
        field="table",
        value=type(table).__name__,
        right=("a table of pyarrow, pandas or polars", "bảng của pyarrow, pandas hoặc polars"),
    )
