"""Distinct combinations of columns, and which one each row has: looked at once each, however many rows there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

Combination = tuple[str | None, ...]


def combinations(arrays: Sequence[pa.Array], rows: int) -> tuple[pa.Array, list[Combination]]:
    """The number of each row's combination (int64), and the combinations. Values are text; None is null."""
    codes: pa.Array = pa.repeat(pa.scalar(0, pa.int64()), rows)
    found: list[Combination] = [()]
    for i, array in enumerate(arrays):
        indices, values = encoded(array)
        if i == 0:
            codes, found = indices, [(value,) for value in values]
            continue
        # Two columns of numbers are one of their pairs; only the pairs that occur go on.
        size = len(values)
        pairs = pc.add(pc.multiply(codes, size), indices).dictionary_encode()
        found = [(*found[pair // size], values[pair % size]) for pair in pairs.dictionary.to_pylist()]
        codes = pairs.indices.cast(pa.int64())
    return codes, found


def encoded(array: pa.Array) -> tuple[pa.Array, list[str | None]]:
    """Numbers without nulls, and the text of each; the last stands for null."""
    if pa.types.is_dictionary(array.type):
        dictionary, indices = _plain(array.dictionary), array.indices
    else:
        made = _plain(array).dictionary_encode()
        dictionary, indices = made.dictionary, made.indices
    values = [*dictionary.to_pylist(), None]
    return pc.fill_null(indices.cast(pa.int64()), len(values) - 1), values


def mapped(array: pa.Array, to: Callable[[str | None], int], kind: pa.DataType) -> pa.Array:
    """to(value) of each row, asked once for each value."""
    indices, values = encoded(array)
    return pa.array([to(value) for value in values], kind).take(indices)


def _plain(array: pa.Array) -> pa.Array:
    """Text: lists joined by semicolons, numbers as they are written."""
    if pa.types.is_list(array.type) or pa.types.is_large_list(array.type):
        return pc.binary_join(array.cast(pa.list_(pa.string())), ";")
    is_text = pa.types.is_string(array.type) or pa.types.is_large_string(array.type)
    return array if is_text else array.cast(pa.string())
