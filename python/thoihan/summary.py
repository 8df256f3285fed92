"""Counts of verdicts by group. Every row is counted once; summaries of parts add up to that of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from thoihan import _core
from thoihan.grouping import Combination, combinations, mapped
from thoihan.problems import error

#: The places in which a row is counted, in order. Their sum is the number of rows.
COUNTS = ("early", "on_time", "late", "within", "overdue", "paused", "not_applicable", "errors")
Summary = _core.Summary


def summarize(out: Any, by: Sequence[str] = (), *, prefix: str = "") -> pa.Table:
    """The summary of a table of verdicts: a row for each combination of the columns `by`, in order of their values.

    After the columns `by`: early, on_time, late, within, overdue, paused, not_applicable, errors, rows (their sum),
    late_days and overdue_days (calendar days after the due date, added up). Without `by`, one row.
    """
    groups: dict[Combination, Summary] = {}
    columns = [prefix + name for name in ("timeliness", "margin_days", "error")]
    for name in (*by, *columns):
        if name not in out.column_names:
            right = (f"one of {', '.join(out.column_names)}", f"một trong {', '.join(out.column_names)}")
            raise error("column_missing", field=name, right=right)
    for batch in out.select([*by, *columns]).to_batches():
        keys, verdict = batch.columns[: len(by)], batch.columns[len(by) :]
        merge(groups, by_group(keys, *verdict))
    if not by:
        groups.setdefault((), Summary())
    keys = sorted(groups, key=lambda key: tuple((one is None, one or "") for one in key))
    made: dict[str, Any] = {name: [key[i] for key in keys] for i, name in enumerate(by)}
    schema = [pa.field(name, pa.string()) for name in by]
    for name in (*COUNTS, "rows", "late_days", "overdue_days"):
        made[name] = [getattr(groups[key], name) for key in keys]
        schema.append(pa.field(name, pa.int64()))
    return pa.Table.from_pydict(made, pa.schema(schema))


def by_group(
    keys: Sequence[pa.Array], timeliness: pa.Array, margin_days: pa.Array, errors: pa.Array
) -> dict[Combination, Summary]:
    """The summaries of one batch, by combination of the keys."""
    codes, found = combinations(keys, len(errors))
    names = _core.TIMELINESS
    batch = pa.RecordBatch.from_arrays(
        [
            codes.cast(pa.int32()),
            mapped(timeliness, lambda name: 0 if name is None else names.index(name), pa.int8()),
            pc.fill_null(margin_days, 0),
            errors,
        ],
        names=["group", "timeliness", "margin_days", "error"],
    )
    summaries = _core.summarize(batch, len(found))
    return {key: one for key, one in zip(found, summaries, strict=True) if one.rows}


def merge(into: dict[Combination, Summary], more: dict[Combination, Summary]) -> None:
    """Adds summaries to those of the same groups."""
    for key, one in more.items():
        into[key] = into[key] + one if key in into else one
