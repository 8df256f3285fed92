"""The columns of a verdict: names, types and order. The reference lists them; a test holds them to it.

Lean is 16 bytes a row; all adds the rest. A row with an error has null everywhere but in `flags` (0) and `error`; one
without a due date (not received yet, rejected at the counter) has a state and a timeliness, and null in what is about
the due date. `paused` and `restarts` of the design come with the events of a dossier.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from thoihan import _core


def _names(values: tuple[str, ...]) -> pa.Array:
    return pa.array(values, pa.string())


_STATES, _TIMELINESS = _names(_core.STATES), _names(_core.TIMELINESS)
_DICTIONARIES = {
    "state": _STATES,
    "timeliness": _TIMELINESS,
    "vs_computed": _TIMELINESS,
    "vs_first_appointment": _TIMELINESS,
    "vs_latest_appointment": _TIMELINESS,
    "certainty": _names(_core.CERTAINTIES),
    "limit_source": _names(_core.LIMIT_SOURCES),
}
_named = pa.dictionary(pa.int8(), pa.string())

LEAN: dict[str, pa.DataType] = {
    "state": _named,
    "timeliness": _named,
    "due_date": pa.date32(),
    "margin_days": pa.int32(),
    "flags": pa.uint32(),
    "error": pa.int16(),
}
ALL: dict[str, pa.DataType] = LEAN | {
    "due_at": pa.timestamp("s"),
    "legal_end": pa.timestamp("s"),
    "margin_working_days": pa.int32(),
    "margin_seconds": pa.int64(),
    "used": pa.int64(),
    "waited_days": pa.int32(),
    "percent_used": pa.float32(),
    "vs_computed": _named,
    "vs_first_appointment": _named,
    "vs_latest_appointment": _named,
    "certainty": _named,
    "rule": pa.dictionary(pa.int32(), pa.string()),
    "limit_source": _named,
}


def build(made: dict[str, Any], rule_names: pa.Array) -> list[pa.Array]:
    """The arrays of what the core made, in order."""
    out = []
    for name, column in made.items():
        array = pa.array(column)
        names = rule_names if name == "rule" else _DICTIONARIES.get(name)
        out.append(array if names is None else pa.DictionaryArray.from_arrays(array, names))
    return out
