"""Columns of several libraries, made from and read back into Python lists, so that scalars can be compared.

A missing value is None on the Python side.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest


@dataclass(frozen=True)
class Kind:
    """One kind of column: how days, instants and numbers become one, and how one is read."""

    name: str
    days: Callable[[Sequence[date | None]], Any]
    instants: Callable[[Sequence[datetime | None]], Any]
    numbers: Callable[[Sequence[int]], Any]
    values: Callable[[Any], list[Any]]
    is_kind: Callable[[Any], bool]


def numpy_kind() -> Kind:
    np = pytest.importorskip("numpy")
    return Kind(
        "numpy",
        days=lambda values: np.array(values, "datetime64[D]"),
        instants=lambda values: np.array(values, "datetime64[s]"),
        numbers=lambda values: np.array(values, "int64"),
        values=lambda column: column.tolist(),
        is_kind=lambda column: type(column) is np.ndarray,
    )


def arrow_kind(chunked: bool) -> Kind:
    pa = pytest.importorskip("pyarrow")

    def make(values: Sequence[Any], type_: Any) -> Any:
        if not chunked:
            return pa.array(values, type_)
        middle = len(values) // 2
        return pa.chunked_array([values[:middle], [], values[middle:]], type_)

    return Kind(
        "arrow_chunked" if chunked else "arrow",
        days=lambda values: make(values, pa.date32()),
        instants=lambda values: make(values, pa.timestamp("us")),
        numbers=lambda values: make(values, pa.int64()),
        values=lambda column: column.to_pylist(),
        is_kind=lambda column: isinstance(column, pa.ChunkedArray if chunked else pa.Array),
    )


def pandas_kind() -> Kind:
    pd = pytest.importorskip("pandas")

    def values(column: Any) -> list[Any]:
        return [None if pd.isna(value) else plain(value) for value in column]

    def plain(value: Any) -> Any:
        return value.to_pydatetime() if isinstance(value, pd.Timestamp) else value

    return Kind(
        "pandas",
        days=lambda values: pd.Series(values, dtype="datetime64[s]"),
        instants=lambda values: pd.Series(values, dtype="datetime64[us]"),
        numbers=lambda values: pd.Series(values, dtype="int64"),
        values=values,
        is_kind=lambda column: isinstance(column, pd.Series),
    )


def polars_kind() -> Kind:
    pl = pytest.importorskip("polars")
    return Kind(
        "polars",
        days=lambda values: pl.Series(values, dtype=pl.Date),
        instants=lambda values: pl.Series(values, dtype=pl.Datetime("us")),
        numbers=lambda values: pl.Series(values, dtype=pl.Int64),
        values=lambda column: column.to_list(),
        is_kind=lambda column: isinstance(column, pl.Series),
    )


KINDS: dict[str, Callable[[], Kind]] = {
    "numpy": numpy_kind,
    "arrow": lambda: arrow_kind(chunked=False),
    "arrow_chunked": lambda: arrow_kind(chunked=True),
    "pandas": pandas_kind,
    "polars": polars_kind,
}


def as_days(values: Sequence[Any]) -> list[date | None]:
    """pandas has no column of days: its instants at midnight are read as days."""
    return [value.date() if isinstance(value, datetime) else value for value in values]
