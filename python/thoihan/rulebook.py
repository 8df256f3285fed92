"""Rulebook: bộ quy tắc, which finds the rule for a dossier; Regime: cách tính, the switches of counting law."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from os import PathLike, fspath
from typing import Any, Literal, NamedTuple

from thoihan import _core
from thoihan._core import Regime as _Switches
from thoihan._core import Rulebook as _Rows
from thoihan.calendar import Calendar, Day
from thoihan.dossier import Dossier, Recorded, Verdict, assess_dossier
from thoihan.facts import Certainty
from thoihan.headings import fold
from thoihan.hours import OfficeHours
from thoihan.limit import TimeLimit

Deadline = _core.Deadline
Confidence = Literal["read", "quoted", "practice", "derived", "secondary", "unverified"]


class StepDay(NamedTuple):
    """One day of a step: whether it was counted, and why not."""

    date: datetime.date
    counted: bool
    seconds: int  # working seconds counted on it, for hours
    working: bool
    reason: str
    reason_en: str
    source: str
    certainty: Certainty


class Step(NamedTuple):
    """One step of a computation."""

    kind: Literal["moved_by_channel", "moved_by_cutoff", "day_zero", "counted", "rolled", "due_at_moved"]
    start: datetime.datetime
    end: datetime.datetime
    limit: str | None  # the part, for what was counted
    cited: tuple[str, Confidence] | None  # the article of the switch that decided, and how its text was seen
    days: tuple[StepDay, ...]
    half_days: tuple[StepDay, ...]  # on which half a working day ran
    agrees: bool  # the days listed count to what the part says
    text: str
    text_en: str


def _steps(told: list[tuple[Any, ...]]) -> tuple[Step, ...]:
    return tuple(Step._make((*one[:5], _days(one[5]), _days(one[6]), *one[7:])) for one in told)


def _days(told: list[tuple[Any, ...]]) -> tuple[StepDay, ...]:
    return tuple(StepDay._make(day) for day in told)


class Regime:
    """Cách tính: a named regime of Vietnam's law, or "plain", with switches changed by keyword.

    The switches and their values are in the reference; "receipt" sets all channels, receipt_counter, receipt_online and
    receipt_post one each.

    >>> import thoihan as th
    >>> th.Regime("vn/61-2018", cutoff="15:00", roll="none").switches["cutoff"]
    '15:00'
    """

    __slots__ = ("_changes", "_core", "_name")
    _core: _Switches

    def __init__(self, name: str, **switches: str | int | float) -> None:
        changes = {_switch_name(key): str(value) for key, value in switches.items()}
        self._core = _core.Regime(name, changes)
        self._name = name
        self._changes = changes

    @property
    def name(self) -> str:
        return self._core.name

    @property
    def switches(self) -> dict[str, str]:
        """Every switch with its value."""
        return self._core.switches()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Regime):
            return NotImplemented
        return self._name == other._name and self.switches == other.switches

    def __hash__(self) -> int:
        return hash((self._name, tuple(self.switches.items())))

    def __repr__(self) -> str:
        changed = "".join(f", {name.replace('.', '_')}={value!r}" for name, value in self._changes.items())
        return f"Regime({self._name!r}{changed})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _regime, (self._name, self._changes)


def _regime(name: str, changes: dict[str, str]) -> Regime:
    return Regime(name, **{key.replace(".", "_"): value for key, value in changes.items()})


def _switch_name(keyword: str) -> str:
    channel = keyword.removeprefix("receipt_")
    return f"receipt.{channel}" if channel in ("counter", "online", "post") else keyword


class Rulebook:
    """Limits of procedures, hours of offices, regimes and a calendar. It never changes and may be shared.

    >>> import thoihan as th
    >>> book = th.Rulebook.vietnam()
    >>> book.due("15/03/2022 14:35", procedure="1.004873").due_date
    datetime.date(2022, 3, 18)
    >>> book.due("2026-08-20T09:00:00", limit="5 ngày làm việc").due_at  # Saturday 22 August 2026 is worked
    datetime.datetime(2026, 8, 26, 17, 0)
    """

    __slots__ = ("_asker", "_core", "_dossiers", "_recipe")
    _core: _Rows

    def __init__(
        self,
        *,
        calendar: Calendar,
        hours: OfficeHours,
        regime: Regime | str = "plain",
        zone: str = "Asia/Ho_Chi_Minh",
    ) -> None:
        """A rulebook of one office and no procedures: limits are given with each question.

        regime  "plain" counts days by date and knows no law; "vn/61-2018", "vn/118-2025" are Vietnam's
        """
        with_regime = regime if isinstance(regime, Regime) else Regime(regime)
        core = _core.Rulebook.of(calendar._core, hours._core, with_regime._core, zone)
        self._take(core, (_made, (calendar, hours, with_regime, zone)))

    def _take(self, core: _Rows, recipe: tuple[Any, ...]) -> None:
        self._core = core
        self._recipe = recipe
        self._asker = _core.DueAsker(core)
        self._dossiers = _core.DossierAssessor(core)

    @classmethod
    def vietnam(cls, known_on: Day | None = None, announcements: Iterable[str | PathLike[str]] = ()) -> Rulebook:
        """The built-in rulebook of Vietnam.

        known_on       with the days off as known on that day; else in the last edition
        announcements  TOML files of notices that this release does not have yet
        """
        files = _files(announcements)
        made = object.__new__(cls)
        made._take(_core.Rulebook.vietnam(known_on, files), (Rulebook.vietnam, (known_on, files)))
        return made

    @classmethod
    def load(
        cls,
        folder: str | PathLike[str],
        known_on: Day | None = None,
        announcements: Iterable[str | PathLike[str]] = (),
    ) -> Rulebook:
        """The rulebook of a folder: rulebook.toml and, where there are any, regimes.toml, offices.toml,
        procedures.toml, procedures.csv. What is wrong in them is refused with file, line, field and value."""
        files = _files(announcements)
        made = object.__new__(cls)
        path = fspath(folder)
        made._take(_core.Rulebook.load(path, known_on, files), (Rulebook.load, (path, known_on, files)))
        return made

    @property
    def name(self) -> str:
        return self._core.name

    @property
    def edition(self) -> str:
        """The edition of its calendar: "vn 2026-10-02"."""
        return self._core.edition

    @property
    def hash(self) -> str:
        """Of everything that can change an answer; 16 hexadecimal digits, the same everywhere."""
        return self._core.hash

    @property
    def columns(self) -> dict[str, str]:
        """Headings of its files, and the canonical names that they stand for."""
        return self._core.columns()

    def provenance(self) -> dict[str, str]:
        """What answers rest on; it goes into every output."""
        return {
            "thoihan.rulebook": self._core.name,
            "thoihan.rulebook_hash": self._core.hash,
            "thoihan.edition": self._core.edition,
            "thoihan.zone": self._core.zone,
            "thoihan.tz_version": self._core.tz_version,
        }

    def due(
        self,
        received_at: Recorded,
        *,
        procedure: str | None = None,
        limit: TimeLimit | str | None = None,
        agency: str | None = None,
        channel: int | str | None = None,
        conditions: Sequence[str] = (),
        regime: Regime | str | None = None,
        leg: int = 1,
    ) -> Deadline:
        """When a dossier is due, and why.

        received_at  a datetime, a date (no time of day: hour limits are refused), or text such as "15/03/2022 14:35"
        procedure    its code; else `limit`, a TimeLimit or text. One of the two
        agency       id, name, alias or code of an office; one that is not listed has the default office's hours
        channel      1 or "counter", 2 or "online", 3 or "post"; the counter where nothing is said
        conditions   what else is known: "verification", "remote" ...
        regime       a Regime or a name, in place of the one that the rulebook has for the day
        leg          of a limit of several legs, from 1: received_at is then the instant at which that leg begins
        """
        if procedure is not None and limit is not None:
            _core.refuse("duplicate", "limit", str(limit), "procedure or limit, not both", "procedure hoặc limit")
        if isinstance(conditions, str):
            conditions = (conditions,)
        with_regime = regime._core if isinstance(regime, Regime) else None
        return self._asker.due(
            received_at,
            procedure or "",
            "" if limit is None else str(limit),
            agency or "",
            "" if channel is None else fold(str(channel)),
            list(conditions),
            regime if isinstance(regime, str) else "",
            with_regime,
            leg,
        )

    def assess(self, dossier: Dossier, *, as_of: datetime.datetime | datetime.date | str) -> Verdict:
        """The verdict on one dossier, as of an instant (a date: the end of that day). Fails with Error."""
        return assess_dossier(self, dossier, as_of)

    def __repr__(self) -> str:
        return f"<Rulebook {self._core.name} {self._core.hash}, {self._core.edition}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return self._recipe


def _made(calendar: Calendar, hours: OfficeHours, regime: Regime, zone: str) -> Rulebook:
    return Rulebook(calendar=calendar, hours=hours, regime=regime, zone=zone)


def _files(announcements: Iterable[str | PathLike[str]]) -> list[str]:
    each = (announcements,) if isinstance(announcements, (str, PathLike)) else announcements
    return [fspath(file) for file in each]
