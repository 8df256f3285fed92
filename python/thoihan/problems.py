"""How a failure that was met in Python becomes a thoihan.Error, in the words of the one catalogue."""

from __future__ import annotations

from thoihan import _core
from thoihan.errors import Error


def error(
    code: str,
    *,
    a: int = 0,
    b: int = 0,
    field: str = "",
    value: object = "",
    file: object = "",
    line: int = 0,
    right: tuple[str, str] = ("", ""),
) -> Error:
    """The Error of a code. `right`: what would be right, English and Vietnamese, where the catalogue knows less."""
    where = (field, str(value), str(file), line)
    name, english, vietnamese = _core.tell(_core.ERROR_CODES[code], a, b, *where, right)
    return Error(name, english, vietnamese, str(file), line, field, str(value))
