"""One dossier, and its verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from thoihan import _core
from thoihan.headings import fold, status_code

if TYPE_CHECKING:
    from thoihan.rulebook import Rulebook

#: A recorded time: a date has no time of day; text is read as people write it (15/03/2022 14:35, 20220315143500).
Recorded = datetime | date | str
Verdict = _core.Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The recorded facts of one dossier; the names are those of the columns of a table.

    One of procedure and limit is needed. channel: 1 or "counter", 2 or "online", 3 or "post"; status: the national
    code, 1 to 10, or its name.
    """

    received_at: Recorded | None = None
    procedure: str | None = None
    limit: str | None = None
    agency: str | None = None
    channel: int | str | None = None
    conditions: Sequence[str] = ()
    submitted_at: Recorded | None = None
    first_appointment_at: Recorded | None = None
    appointment_at: Recorded | None = None
    completed_at: Recorded | None = None
    delivered_at: Recorded | None = None
    status: int | str | None = None
    dossier_id: str | None = None
    field: str | None = None


def assess_dossier(book: Rulebook, dossier: Dossier, as_of: object) -> Verdict:
    """The verdict on one dossier; `Rulebook.assess`. Fails with the errc of the first thing that is wrong."""
    channel = dossier.channel
    return book._dossiers.assess(
        dossier.procedure or "",
        dossier.limit or "",
        dossier.agency or "",
        "" if channel is None else fold(str(channel)),
        list(dossier.conditions),
        dossier.received_at,
        dossier.first_appointment_at,
        dossier.appointment_at,
        dossier.completed_at,
        dossier.delivered_at,
        status_code(dossier.status),
        _core.as_of_second(as_of, book._core),
    )
