"""Columns in, columns out, of the kind that came in.

A column is a numpy array, an Arrow array (pyarrow), a Series of pandas or polars, or a list. This file knows the
libraries apart and looks at units; the reading, counting and writing is done by `_core`. Nothing is imported: a
library whose column is here has been imported by whoever made it.

Days are read from days and from instants at midnight (pandas has nothing else), instants from naive instants; text
is ISO. The answer has the type of the first argument where that is a column.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from thoihan import _core

Role = Literal["day", "instant", "count", "seconds"]
Answer = Literal["day", "instant", "number", "truth"]

# What numpy calls its units, and how many are in a day and in a second.
_PER_DAY = {"D": 1, "h": 24, "m": 1440, "s": 86_400, "ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}
_PER_SECOND = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}

# What a column must be, in words of both languages, for messages.
_WANTED: dict[Role, tuple[str, str]] = {
    "day": ("days: datetime64, each at midnight", "các ngày: datetime64, đều lúc nửa đêm"),
    "instant": (
        "instants: datetime64 of s, ms, us or ns, no zone",
        "thời điểm: datetime64 (s, ms, us, ns), không múi giờ",
    ),
    "count": ("whole numbers", "số nguyên"),
    "seconds": ("whole numbers or timedelta64", "số nguyên hoặc timedelta64"),
}


# The classes of columns, by library; the scalars of numpy are answered in kind, too.
_COLUMNS = {
    "numpy": ("ndarray", "datetime64", "timedelta64"),
    "pyarrow": ("Array", "ChunkedArray"),
    "pandas": ("Series",),
    "polars": ("Series",),
}


class Argument(NamedTuple):
    """An argument of a question: its name in messages, what was given, what it is read as."""

    field: str
    value: Any
    role: Role


Question = Callable[[list[_core.Column], _core.Output], Any]


def is_column(value: object) -> bool:
    """Whether a value is a column, or a scalar of numpy that wants an answer of its kind."""
    return isinstance(value, (list, tuple)) or _library(value) is not None


def ask(question: Question, answer: Answer, *arguments: Argument) -> Any:
    """Puts a question to each row. Scalars stand for all rows; at least one argument is a column."""
    lead = next((one for one in arguments if is_column(one.value) and not _is_single(one.value)), None)
    if lead is None:
        lead = next(one for one in arguments if is_column(one.value))
    library = _library(lead.value)
    if any(_library(one.value) == "pandas" for one in arguments):
        return _ask_pandas(question, answer, arguments, lead)
    columns = [_column(one) for one in arguments]
    leads = lead is arguments[0]  # then the answer has its type
    if library == "numpy":
        _check_shapes(arguments, lead)
        answers = _into_numpy(question, answer, columns, lead.value.shape, lead.value.dtype if leads else None)
        return answers if isinstance(lead.value, sys.modules["numpy"].ndarray) else answers[()]
    if library is not None:
        format_ = columns[0].format if leads else ""
        return _into_arrow(question, answer, columns, lead.value, format_, library)
    return question(columns, _core.Output.objects(_is_text(arguments[0].value)))


def dates(values: Any) -> list[Any]:
    """The days of a list, whatever holds it."""
    return values.tolist() if hasattr(values, "tolist") else list(values)


# ---- Reading.


def _library(value: object) -> str | None:
    """The library whose column this is."""
    return _library_of(type(value))  # type: ignore[arg-type]  # a class is hashable


@lru_cache(maxsize=128)
def _library_of(kind: type) -> str | None:
    for base in kind.__mro__:
        library = base.__module__.partition(".")[0]
        if base.__name__ in _COLUMNS.get(library, ()):
            return library
    return None


def _is_single(value: object) -> bool:
    """Whether a column of numpy has no dimension."""
    return _library(value) == "numpy" and value.ndim == 0  # type: ignore[attr-defined]


def _is_text(value: object) -> bool:
    if isinstance(value, (list, tuple)):
        return isinstance(next((one for one in value if one is not None), None), str)
    return isinstance(value, str)


def _column(argument: Argument) -> _core.Column:
    field, value, role = argument
    library = _library(value)
    if library == "numpy":
        return _from_numpy(sys.modules["numpy"].asanyarray(value), role, field)
    if library in ("pyarrow", "polars"):
        if hasattr(value, "dictionary_decode"):
            value = value.dictionary_decode()
        return _core.Column.arrow(value, role, field)
    if isinstance(value, (list, tuple)):
        return _core.Column.objects(list(value), role, field)
    return _core.Column.scalar(value, role, field)


def _from_numpy(array: Any, role: Role, field: str) -> _core.Column:
    np = sys.modules["numpy"]
    kind, units, has_nat = array.dtype.kind, 1, False
    if hasattr(array, "mask"):
        _refuse(field, "masked array", role)
    if (kind == "M" and role in ("day", "instant")) or (kind == "m" and role == "seconds"):
        unit, count = np.datetime_data(array.dtype)
        known = _PER_DAY if role == "day" else _PER_SECOND
        if unit not in known or count != 1:
            _refuse(field, str(array.dtype), role)
        units, has_nat = known[unit], True
    elif kind not in "iu" or role not in ("count", "seconds"):
        _refuse(field, str(array.dtype), role)
    flat = array.reshape(-1)
    if kind == "u" and flat.itemsize == 8:  # what has 64 bits leads out of any calendar, as the largest number does
        flat = np.minimum(flat, np.iinfo(np.int64).max)
    # Bytes in the machine's order; a view, wherever it may be one.
    flat = flat.astype(np.int64, copy=False) if kind in "iu" else flat.astype(flat.dtype.newbyteorder("="), copy=False)
    return _core.Column.numbers(flat.view(np.int64), units, has_nat, array.ndim == 0, role, field)


def _refuse(field: str, value: str, role: Role) -> None:
    _core.refuse("field_type", field, value, *_WANTED[role])


# ---- Writing.


def _into_numpy(
    question: Question, answer: Answer, columns: list[_core.Column], shape: tuple[int, ...], dtype: Any
) -> Any:
    """dtype: of days and instants, where the first argument has one."""
    np = sys.modules["numpy"]
    units = 1
    if answer in ("day", "instant"):
        dtype = (dtype or np.dtype("datetime64[D]" if answer == "day" else "datetime64[s]")).newbyteorder("=")
        units = (_PER_DAY if answer == "day" else _PER_SECOND)[np.datetime_data(dtype)[0]]
    else:
        dtype = np.dtype(bool if answer == "truth" else np.int64)
    answers = np.empty(shape, dtype)
    flat = answers.reshape(-1)
    question(columns, _core.Output.numbers(flat if answer == "truth" else flat.view(np.int64), units))
    return answers


def _check_shapes(arguments: Sequence[Argument], lead: Argument) -> None:
    for one in arguments:
        shape = getattr(one.value, "shape", ())
        if _library(one.value) == "numpy" and shape and shape != lead.value.shape:
            same = f"the shape of {lead.field}, {lead.value.shape}", f"cùng cỡ với {lead.field}, {lead.value.shape}"
            _core.refuse("field_type", one.field, str(shape), *same)


def _into_arrow(
    question: Question, answer: Answer, columns: list[_core.Column], lead: Any, format_: str, library: str
) -> Any:
    usual = "tdD" if answer == "day" else "tsu:" if library == "polars" else "tss:"
    answers = question(columns, _core.Output.arrow(format_ or usual))
    if library == "polars":
        return sys.modules["polars"].Series(answers).alias(lead.name)
    pa = sys.modules["pyarrow"]
    array = pa.array(answers)
    if format_ and answer in ("day", "instant") and array.type != lead.type and not pa.types.is_dictionary(lead.type):
        array = array.cast(lead.type)  # text in views
    return pa.chunked_array([array]) if isinstance(lead, pa.ChunkedArray) else array


def _ask_pandas(question: Question, answer: Answer, arguments: Sequence[Argument], lead: Argument) -> Any:
    """Of what the Series hold; the rows are those of one index."""
    pd, np = sys.modules["pandas"], sys.modules["numpy"]
    if _library(lead.value) != "pandas":
        lead = next(one for one in arguments if _library(one.value) == "pandas")
    series = lead.value
    plain = []
    for one in arguments:
        value = one.value
        if _library(value) == "pandas":
            if not value.index.equals(series.index):
                same = f"the index of {lead.field}", f"cùng index với {lead.field}"
                _core.refuse("field_type", one.field, "index", *same)
            value = _held_by(value, one)
        plain.append(one._replace(value=value))
    columns = [_column(one) for one in plain]
    leads = lead is arguments[0]
    held = plain[0].value if leads else None
    if _library(held) == "pyarrow":
        found = _into_arrow(question, answer, columns, held, columns[0].format, "pyarrow")
        return pd.Series(pd.arrays.ArrowExtensionArray(found), index=series.index, name=series.name)
    if isinstance(held, list) and answer in ("day", "instant"):
        found = question(columns, _core.Output.objects(_is_text(held)))
        return pd.Series(found, index=series.index, name=series.name, dtype=series.dtype)
    # pandas has no unit of days: a new column of days is one of seconds at midnight.
    dtype = held.dtype if held is not None and _library(held) == "numpy" else np.dtype("datetime64[s]")
    found = _into_numpy(question, answer, columns, (len(series),), dtype)
    return pd.Series(found, index=series.index, name=series.name)


def _held_by(series: Any, argument: Argument) -> Any:
    """What a Series holds: an array of numpy or Arrow, or a list."""
    pd, np = sys.modules["pandas"], sys.modules["numpy"]
    if isinstance(series.dtype, pd.ArrowDtype):
        return series.array.__arrow_array__()
    if isinstance(series.dtype, pd.DatetimeTZDtype):
        _refuse(argument.field, str(series.dtype), argument.role)
    if isinstance(series.dtype, np.dtype) and series.dtype.kind != "O":
        return series.to_numpy()
    missing = series.isna().tolist()
    return [None if gone else value for value, gone in zip(series.tolist(), missing, strict=True)]
