"""thoihan: when an administrative dossier is due, why, and whether it was on time.

The working days of Vietnam as law, with all their editions, and a clock that runs in office hours. Importing this
loads no library of columns; those of numpy, pyarrow, pandas and polars are understood where they are used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thoihan._core import __version__
from thoihan.calendar import Calendar, add_months
from thoihan.clock import WorkingClock
from thoihan.dossier import Dossier, Verdict
from thoihan.errors import Error
from thoihan.facts import DayFact, LunarDate
from thoihan.hours import OfficeHours
from thoihan.limit import LimitPart, TimeLimit
from thoihan.rulebook import Deadline, Regime, Rulebook

if TYPE_CHECKING:
    from thoihan.files import Run, assess_file
    from thoihan.summary import Summary, summarize
    from thoihan.tables import assess

__all__ = [
    "Calendar",
    "DayFact",
    "Deadline",
    "Dossier",
    "Error",
    "LimitPart",
    "LunarDate",
    "OfficeHours",
    "Regime",
    "Rulebook",
    "Run",
    "Summary",
    "TimeLimit",
    "Verdict",
    "WorkingClock",
    "__version__",
    "add_months",
    "assess",
    "assess_file",
    "summarize",
]

# What works on tables needs pyarrow, which is imported when it is first asked for.
_ON_TABLES = {
    "Run": "files",
    "Summary": "summary",
    "assess": "tables",
    "assess_file": "files",
    "summarize": "summary",
}


def __getattr__(name: str) -> Any:
    if name not in _ON_TABLES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"thoihan.{_ON_TABLES[name]}"), name)
